//! What Hallway finds in notes, from one file to the dataset.

mod checker;
mod data;
mod digest;
mod editions;
mod fuzzed;
mod habits;
mod hostile;
mod labeled;
mod named_editions;
mod nothing_lost;
mod pages_of_logseq;
mod placed_files;
mod proposals;
mod recaps;
