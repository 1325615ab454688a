//! Which talks go with a talk, and why.

use super::Index;
use crate::model::{TalkId, ThemeId};

/// A talk that shares themes with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The talk.
    pub talk: TalkId,
    /// The themes they share, rarest first; a broader theme is left out beside its narrower one.
    pub shared: Vec<ThemeId>,
    /// Sum of the rarity of what they share; above 0.
    pub score: f64,
}

impl Index {
    /// At most `limit` talks that share themes with a talk, closest first. A theme few talks have
    /// weighs more than one that most have.
    pub fn related_talks(&self, _id: &TalkId, _limit: usize) -> Vec<Related> {
        Vec::new()
    }
}
