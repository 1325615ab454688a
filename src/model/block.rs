//! Text of a note as a typed tree. There is no HTML in it, so no reader has to trust any.

use serde::{Deserialize, Serialize};

/// A piece of a note that stands on lines of its own.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading inside the note.
    Heading {
        /// 1 for the recap's title to 6.
        level: u8,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// Number of the first item; absent for bullets.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u32>,
        /// The blocks of each item.
        items: Vec<Vec<Self>>,
    },
    /// Words the author quotes.
    Quote(Vec<Self>),
    /// Preformatted text.
    Code {
        /// Language as the author names it; empty when not stated.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        language: String,
        /// The text, line breaks included.
        text: String,
    },
    /// A picture elsewhere. It is linked, never loaded.
    Image {
        /// Address of the picture.
        url: String,
        /// Words for those who do not see it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        alt: String,
    },
    /// A video. Nothing is loaded before the reader asks for it.
    Video(Video),
    /// A table; the first row is its head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A change of subject.
    Rule,
}

/// A run of text inside a block.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text.
    Emphasis(Vec<Self>),
    /// Strongly stressed text.
    Strong(Vec<Self>),
    /// Struck text.
    Deleted(Vec<Self>),
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// An absolute address of scheme `http`, `https` or `mailto`.
        url: String,
        /// What the reader sees of it.
        text: Vec<Self>,
    },
    /// A line break the author asked for.
    Break,
}

/// A recording at a known host.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Video {
    /// Who hosts it.
    pub provider: Provider,
    /// Its id there. `YouTube`: 11 of `A-Za-z0-9_-`; Vimeo: digits.
    pub id: String,
}

/// A host of recordings.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// `youtube.com`.
    #[default]
    YouTube,
    /// `vimeo.com`.
    Vimeo,
}
