//! Blocks as the words a reader would hear.

use crate::model::Block;

/// The text of `blocks`, a line per block, without marks. Addresses and ids of videos are left out.
pub fn plain_text(_blocks: &[Block]) -> String {
    String::new()
}
