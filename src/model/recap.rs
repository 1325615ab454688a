//! Recaps: texts about an edition, and what the first view needs to know of their notes.

use super::{
    ConferenceId, NoteId, OrganizationId, PartialDate, PersonId, RecapId, TalkId, ThemeId,
};
use serde::{Deserialize, Serialize};

/// A recap, with all its copies.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Recap {
    /// Its id.
    pub id: RecapId,
    /// Its title.
    pub title: String,
    /// Who wrote it. Empty when no copy says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// When it was published, by the earliest copy that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// Language of the source, BCP 47.
    pub language: String,
    /// Its license, when it is not that of the site.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub license: String,
    /// The conference it covers; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<ConferenceId>,
    /// Its copies; the canonical one first. Never empty.
    pub copies: Vec<Copy>,
    /// Its notes in reading order.
    pub notes: Vec<NoteId>,
}

/// One file that holds a recap.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Copy {
    /// Path below the data folder. Empty when another copy states this one and the folder lacks it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Site or company that published it. Empty when not stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Where it was published. Empty when not stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// When it was published there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
}

/// What the first view needs of a note; its text is in the chunk of its conference.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct NoteHead {
    /// Its id.
    pub id: NoteId,
    /// The recap it is a part of.
    pub recap: RecapId,
    /// The edition it is about; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<ConferenceId>,
    /// The talk it is about; absent when it is about a theme or the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk: Option<TalkId>,
    /// Heading of the note, or its opening words when it has none.
    pub title: String,
    /// The distinction its author gave the talk, as worded there, e.g. `Most inspiring talk`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub award: String,
    /// Themes it names, sorted by id, with how often it names each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeCount>,
    /// People it names, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// Organizations it names, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<OrganizationId>,
    /// It holds a video.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_video: bool,
}

/// How often a note names a theme.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct ThemeCount {
    /// The theme.
    pub theme: ThemeId,
    /// Whole-word occurrences of its names; at least 1.
    pub count: u32,
}
