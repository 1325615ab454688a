//! Text of a note as a typed tree. There is no HTML in it, so no reader has to trust any.

use serde::{Deserialize, Serialize};
use std::ops::Deref;

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
    /// A picture. One of the data folder is shown. One elsewhere is linked, never loaded.
    Image {
        /// Address of a picture elsewhere, or path of a picture below the folder of the site. Empty when there is neither.
        url: String,
        /// Words for those who do not see it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        alt: String,
        /// Width and height of a picture that is shown, in pixels.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<(u32, u32)>,
        /// Where it leads, as a link does. Empty when it leads nowhere.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        link: String,
    },
    /// A video. Nothing is loaded before the reader asks for it.
    Video(Video),
    /// A table; the first row is its head.
    Table(Table),
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
        /// An absolute address of scheme `http`, `https` or `mailto`, or a path below the folder of the site.
        ///
        /// A footnote of the same note has no words: `#footnote-1` refers to the first item of the list at the end of
        /// the note, `#footnote-1-again` does so once more, and `#footnote-1-back` at the end of that item leads back.
        url: String,
        /// What the reader sees of it.
        text: Vec<Self>,
    },
    /// A line break the author asked for.
    Break,
}

/// The folder of pictures, below the folder of the site.
pub const MEDIA: &str = "media/";

/// Whether the address of a link or picture is a path below the folder of the site. Such a path has no colon, and
/// begins with no hash.
pub fn is_site_path(url: &str) -> bool {
    !url.is_empty() && !url.contains(':') && !url.starts_with('#')
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

/// A table: rows of cells. The first row is its head. As JSON it is an array of rows, or an object when the author
/// aligned columns.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(from = "TableForm", into = "TableForm")]
pub struct Table {
    /// The cells of each row.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// How each column is aligned. Empty when all are aligned at the start.
    pub columns: Vec<Alignment>,
}

/// On which side the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// Where lines begin.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where lines end, as numbers do.
    End,
}

/// A table as JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum TableForm {
    /// The rows alone.
    Rows(Vec<Vec<Vec<Inline>>>),
    /// Rows and columns.
    Aligned {
        /// The cells of each row.
        rows: Vec<Vec<Vec<Inline>>>,
        /// How each column is aligned.
        columns: Vec<Alignment>,
    },
}

impl Table {
    /// How a column is aligned.
    pub fn alignment(&self, column: usize) -> Alignment {
        self.columns.get(column).copied().unwrap_or_default()
    }
}

impl Deref for Table {
    type Target = Vec<Vec<Vec<Inline>>>;

    fn deref(&self) -> &Self::Target {
        &self.rows
    }
}

impl From<Vec<Vec<Vec<Inline>>>> for Table {
    fn from(rows: Vec<Vec<Vec<Inline>>>) -> Self {
        Self { rows, columns: Vec::new() }
    }
}

impl From<TableForm> for Table {
    fn from(form: TableForm) -> Self {
        match form {
            TableForm::Rows(rows) => rows.into(),
            TableForm::Aligned { rows, columns } => Self { rows, columns },
        }
    }
}

impl From<Table> for TableForm {
    fn from(Table { rows, columns }: Table) -> Self {
        if columns.is_empty() { Self::Rows(rows) } else { Self::Aligned { rows, columns } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_alignment_is_its_rows() {
        let rows = vec![vec![vec![Inline::Text("a".to_owned())], Vec::new()]];
        let plain = Table::from(rows.clone());
        let aligned = Table { rows, columns: vec![Alignment::Start, Alignment::End] };
        for (table, json) in [
            (plain, r#"[[[{"text":"a"}],[]]]"#),
            (aligned, r#"{"rows":[[[{"text":"a"}],[]]],"columns":["start","end"]}"#),
        ] {
            assert_eq!(serde_json::to_string(&table).unwrap(), json);
            assert_eq!(serde_json::from_str::<Table>(json).unwrap(), table);
        }
    }
}
