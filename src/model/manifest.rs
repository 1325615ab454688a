//! The one file of a dataset with a fixed name; it names and vouches for all others.

use super::ConferenceId;
use serde::{Deserialize, Serialize};

/// `manifest.json`: what the other files are called, and how to know that they are whole.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Manifest {
    /// Version of the format, [`SCHEMA`](super::SCHEMA).
    pub schema: u32,
    /// Version of the data: equal data has an equal version.
    pub data: String,
    /// The site the data belongs to.
    pub site: Site,
    /// Every other file, sorted by path.
    pub files: Vec<FileEntry>,
}

impl Manifest {
    /// The file of a role that one file only has.
    pub fn file(&self, role: FileRole) -> Option<&FileEntry> {
        self.files.iter().find(|file| file.role == role)
    }

    /// What a page has to hold of it: the file that opens the collection.
    #[must_use]
    pub fn head(&self) -> Self {
        let files = self.file(FileRole::Explorer).cloned().into_iter().collect();
        Self { schema: self.schema, data: self.data.clone(), site: self.site.clone(), files }
    }
}

/// What a curator says about the site, from `site.toml`.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Site {
    /// Its title.
    pub title: String,
    /// One or two sentences below the title. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Language of the site, BCP 47.
    pub language: String,
    /// Where the notes can be corrected, e.g. a repository. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Address of a form for mistakes, with `{title}` and `{path}` where those of a page go. May be
    /// empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub report: String,
    /// License of the notes, in words. May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub license: String,
    /// Pages of the curator's own, e.g. about the site, by title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<SitePage>,
}

impl Site {
    /// The languages that a site can speak, BCP 47. One in any other speaks the first.
    pub const LANGUAGES: [&'static str; 6] = ["en", "ar", "de", "es", "fr", "ja"];
}

/// A page of the curator's own.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct SitePage {
    /// Its file in the folder of the site.
    pub path: String,
    /// Its title.
    pub title: String,
}

/// One file of the dataset.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct FileEntry {
    /// What it holds.
    pub role: FileRole,
    /// The conference of a chunk or of the texts of notes; absent for other files and for the chunk of unknown editions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<ConferenceId>,
    /// Name beside the manifest; holds a part of the hash, so it may be cached for ever.
    pub path: String,
    /// Length in bytes.
    pub bytes: u64,
    /// `sha256-` and the base64 of the SHA-256 of its bytes, as in HTML's `integrity`.
    pub integrity: String,
}

/// What a file of the dataset holds.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FileRole {
    /// The [`Catalog`](super::Catalog): every entity, for programs.
    #[default]
    Catalog,
    /// The [`CatalogIndex`](super::CatalogIndex) of the collection, [`WireFile`](super::WireFile): what the explorer
    /// needs to answer, and to find the other files that it reads.
    Explorer,
    /// Which entries have each theme, person and organization, when the collection is too large for one
    /// file.
    Lists,
    /// Talks and notes of a run of entries, [`WireFile`](super::WireFile) for the explorer.
    #[serde(rename = "shelf")]
    Shard,
    /// A [`Chunk`](super::Chunk): the texts of one conference.
    Chunk,
    /// The index of words, for text search.
    Search,
    /// Some words of the index, when it is too large for one file.
    #[serde(rename = "words")]
    Postings,
    /// The places of these words, which phrases need.
    #[serde(rename = "places")]
    Positions,
    /// The order of the entries by title.
    Titles,
    /// What notes say of themes, for the table of themes by edition.
    Evidence,
    /// [`NoteTexts`](super::NoteTexts): the texts of one conference as plain text, and the list of
    /// these files.
    #[serde(rename = "note-texts")]
    NoteTexts,
}
