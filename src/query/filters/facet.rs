//! What a reader can choose: facets and their values, views and orders.

use crate::model::{ConferenceId, OrganizationId, PersonId, TalkKind, ThemeId};
use std::borrow::Cow;

/// One value of one facet, which a reader turns on or off.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum FacetValue {
    /// A year.
    Year(u16),
    /// An edition.
    Conference(ConferenceId),
    /// A theme.
    Theme(ThemeId),
    /// A person.
    Person(PersonId),
    /// An organization.
    Organization(OrganizationId),
    /// A city or a country, as [`location_word`](crate::query::location_word) writes it.
    Location(String),
    /// A kind of entry.
    Kind(EntryKind),
    /// Entries with a recording.
    Video,
}

impl FacetValue {
    /// The facet it belongs to.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Year(_) => Facet::Year,
            Self::Conference(_) => Facet::Conference,
            Self::Theme(_) => Facet::Theme,
            Self::Person(_) => Facet::Person,
            Self::Organization(_) => Facet::Organization,
            Self::Location(_) => Facet::Location,
            Self::Kind(_) => Facet::Kind,
            Self::Video => Facet::Video,
        }
    }

    /// The value, as an address writes it.
    pub(crate) fn word(&self) -> Cow<'_, str> {
        match self {
            Self::Year(year) => Cow::Owned(year.to_string()),
            Self::Conference(id) => Cow::Borrowed(id.as_str()),
            Self::Theme(id) => Cow::Borrowed(id.as_str()),
            Self::Person(id) => Cow::Borrowed(id.as_str()),
            Self::Organization(id) => Cow::Borrowed(id.as_str()),
            Self::Location(word) => Cow::Borrowed(word),
            Self::Kind(kind) => Cow::Borrowed(kind.slug()),
            Self::Video => Cow::Borrowed(VIDEO),
        }
    }
}

/// The only value of the facet of recordings, in an address.
pub(super) const VIDEO: &str = "video";

/// A question that the filters answer.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Facet {
    /// When.
    Year,
    /// At which edition.
    Conference,
    /// About what.
    Theme,
    /// By or about whom.
    Person,
    /// For or about which organization.
    Organization,
    /// In which city or country.
    Location,
    /// As what.
    Kind,
    /// With a recording.
    Video,
}

impl Facet {
    /// Every facet, in the order in which they are shown and written.
    pub const ALL: [Self; 8] = [
        Self::Year,
        Self::Conference,
        Self::Theme,
        Self::Person,
        Self::Organization,
        Self::Location,
        Self::Kind,
        Self::Video,
    ];
}

impl Facet {
    /// Its key in an address.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Conference => "conference",
            Self::Theme => "theme",
            Self::Person => "person",
            Self::Organization => "org",
            Self::Location => "place",
            Self::Kind => "kind",
            Self::Video => "has",
        }
    }

    /// The facet with that key.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }
}

/// What an entry is: a kind of talk, or a note that is not about a single talk.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum EntryKind {
    /// A talk for everybody.
    Keynote,
    /// A talk, or an entry of unknown kind.
    Talk,
    /// A conversation of several people.
    Panel,
    /// A talk of a few minutes.
    Lightning,
    /// Hands on.
    Tutorial,
    /// A note about the event or a theme.
    Note,
}

impl EntryKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Keynote, Self::Talk, Self::Panel, Self::Lightning, Self::Tutorial, Self::Note];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Keynote => "keynote",
            Self::Talk => "talk",
            Self::Panel => "panel",
            Self::Lightning => "lightning",
            Self::Tutorial => "tutorial",
            Self::Note => "note",
        }
    }
}

impl EntryKind {
    /// The kind with that number in a [`CatalogIndex`](crate::model::CatalogIndex).
    pub(in crate::query) fn of_number(number: u32) -> Self {
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        place.and_then(|place| TalkKind::ALL.get(place)).map_or(Self::Note, |kind| (*kind).into())
    }

    /// Its number in a catalog index.
    pub(in crate::query) fn number(self) -> u32 {
        let is_it = |kind: &TalkKind| Self::from(*kind) == self;
        let place = TalkKind::ALL.iter().position(is_it);
        place.map_or(0, |place| u32::try_from(place + 1).unwrap_or_default())
    }
}

impl From<TalkKind> for EntryKind {
    fn from(kind: TalkKind) -> Self {
        match kind {
            TalkKind::Keynote => Self::Keynote,
            TalkKind::Talk => Self::Talk,
            TalkKind::Panel => Self::Panel,
            TalkKind::Lightning => Self::Lightning,
            TalkKind::Tutorial => Self::Tutorial,
        }
    }
}
