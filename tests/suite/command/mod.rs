//! The built command, as a curator uses it.

mod curator;
mod folders;
mod links;
mod mishaps;
mod outcomes;
mod plain_words;
mod tools;
