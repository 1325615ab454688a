//! Which ids and addresses things get, and where these lead after every edit.

mod addresses;
mod dice;
mod edited;
mod kept_out;
mod moves;
mod odd_names;
mod random_edits;
