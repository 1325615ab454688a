//! What one conference holds beyond the first view: texts and the reasons for every assignment.

use super::{Assignment, Block, ConferenceId, Lines, NoteId, RecapId, WireFile};
use serde::{Deserialize, Serialize};

/// The texts of one conference; a file of its own.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Chunk {
    /// The conference; absent in the chunk of recaps whose edition is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<ConferenceId>,
    /// The notes, in the order of the catalog.
    pub notes: Vec<Note>,
    /// What only one copy of a recap says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<CopyText>,
    /// Why recaps, talks and notes are what the catalog says they are; sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
}

/// A part of a recap about a talk, a theme or the event.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Note {
    /// Its id; its head in the catalog has the same.
    pub id: NoteId,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Its lines, in the first of the copies of its recap.
    pub lines: Lines,
}

/// The texts of one conference as plain text, for the lines below the titles that a search finds; a
/// file of its own. Whole notes stand on the static pages.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NoteTexts {
    /// The notes of the chunk of the same conference, in the same order.
    pub notes: Vec<NoteText>,
}

/// The text of a note.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NoteText {
    /// Its id.
    pub id: NoteId,
    /// Its text.
    pub text: String,
}

impl NoteTexts {
    /// As a file: ids and texts by turns.
    pub fn into_wire(self) -> WireFile {
        let texts = self.notes.into_iter().flat_map(|note| [note.id.0, note.text]);
        WireFile::new(texts.collect(), Vec::new())
    }

    /// Out of a file.
    pub fn from_wire(wire: WireFile) -> Self {
        let mut texts = wire.into_parts().0.into_iter();
        let note = || Some(NoteText { id: NoteId(texts.next()?), text: texts.next()? });
        Self { notes: std::iter::from_fn(note).collect() }
    }
}

/// A page of the curator's own, which tells of no conference. It is printed, and not in a file.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct OwnPage {
    /// The title.
    pub title: String,
    /// The text below it.
    pub blocks: Vec<Block>,
}

/// What only one copy of a recap says.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct CopyText {
    /// The recap.
    pub recap: RecapId,
    /// File of the copy.
    pub file: String,
    /// The notes, in reading order.
    pub extras: Vec<Extra>,
    /// The copy beside the canonical one, without what its publisher put around the article. Empty for
    /// the canonical one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wording: Vec<Stretch>,
}

/// Paragraphs of a copy beside those of the canonical one.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stretch {
    /// That many in a row that are the same word for word.
    Alike(u32),
    /// One that is not, as plain text. In long runs that are the same, `…` stands for what is left out.
    Changed(Vec<DiffSpan>),
}

/// A run of words of a paragraph.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DiffSpan {
    /// Both copies have them.
    Same(String),
    /// Only the canonical copy has them.
    Removed(String),
    /// Only this copy has them.
    Added(String),
}

/// A part that only one copy of a recap has.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Extra {
    /// Its text.
    pub blocks: Vec<Block>,
    /// Where it stands in the copy.
    pub lines: Lines,
    /// Header, footer or notice of the publisher, not part of the article.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_boilerplate: bool,
}
