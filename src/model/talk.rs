//! Talks, and who gave them about what.

use super::{ConferenceId, NoteId, OrganizationId, PartialDate, PersonId, TalkId, ThemeId, Video};
use serde::{Deserialize, Serialize};

/// One talk at one edition, whatever the number of people who wrote about it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Talk {
    /// Its id.
    pub id: TalkId,
    /// Title as stated, or a description when [`is_described`](Self::is_described).
    pub title: String,
    /// No source states the title; the title is a description such as `Keynote by Ada Lovelace`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_described: bool,
    /// The edition; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<ConferenceId>,
    /// What sort of talk.
    #[serde(default, skip_serializing_if = "TalkKind::is_talk")]
    pub kind: TalkKind,
    /// Who spoke, in the order of the source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<Speaker>,
    /// The day it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<PartialDate>,
    /// Schedule, slides and other addresses; recordings at known hosts are in `videos`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Recordings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub videos: Vec<Video>,
    /// Themes of the talk and of the notes on it, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// The notes on it, in the order of their recaps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteId>,
    /// The first sentence of the longest note on it, for lists. Empty when no note says anything. Programs that read
    /// the dataset have the notes themselves.
    #[serde(skip)]
    pub lead: String,
}

/// Somebody who spoke, and for whom at the time.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The person.
    pub person: PersonId,
    /// The organizations they spoke for, as the sources state; often one, seldom two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<OrganizationId>,
}

/// What sort of talk.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TalkKind {
    /// A talk to everybody.
    Keynote,
    /// A talk, or not known to be anything else.
    #[default]
    Talk,
    /// Several people in conversation.
    Panel,
    /// A few minutes.
    Lightning,
    /// Hands on.
    Tutorial,
}

impl TalkKind {
    /// Every kind, in a fixed order.
    pub const ALL: [Self; 5] =
        [Self::Talk, Self::Keynote, Self::Panel, Self::Lightning, Self::Tutorial];

    /// Its name in headers, datasets and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Keynote => "keynote",
            Self::Panel => "panel",
            Self::Lightning => "lightning",
            Self::Tutorial => "tutorial",
        }
    }

    /// Whether it is the default, which the dataset leaves out.
    // serde's `skip_serializing_if` passes a reference.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
    fn is_talk(&self) -> bool {
        *self == Self::Talk
    }
}

/// An address worth following.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Link {
    /// What is there.
    pub kind: LinkKind,
    /// An absolute address of scheme `http` or `https`.
    pub url: String,
}

/// What is behind a link.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// The talk in the schedule of the event.
    Schedule,
    /// A recording at a host Hallway has no player for.
    Video,
    /// Slides.
    Slides,
    /// The project or product spoken of.
    Project,
    /// A page of the event or of its organizer.
    Site,
    /// Anything else.
    Other,
}

/// A person, under one id whatever the spelling.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The name as the person spells it.
    pub name: String,
    /// Other spellings found in sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A company, foundation or school.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Organization {
    /// The id.
    pub id: OrganizationId,
    /// The name.
    pub name: String,
    /// Other spellings found in sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// A topic or a project.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Theme {
    /// The id.
    pub id: ThemeId,
    /// The name.
    pub name: String,
    /// Other names, spellings and abbreviations that mean it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The theme it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broader: Option<ThemeId>,
    /// One line on what it is. Empty when nobody wrote one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}
