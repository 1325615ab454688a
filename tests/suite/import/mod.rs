//! What the data of others becomes.

mod archive;
mod sources;
