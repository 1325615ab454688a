//! How matches are shown, and in which order.

/// How matches are shown.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum View {
    /// Years, conferences and what was said there.
    #[default]
    Timeline,
    /// Themes by edition.
    Themes,
    /// One list of talks.
    Talks,
    /// The articles.
    Recaps,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Timeline, Self::Themes, Self::Talks, Self::Recaps];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Themes => "themes",
            Self::Talks => "talks",
            Self::Recaps => "recaps",
        }
    }
}

/// An order of matches. Which one is usual depends on the query: [`Query::order`](crate::query::Query::order).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Sort {
    /// Latest edition first, the unknown last.
    Newest,
    /// Earliest edition first, the unknown last.
    Oldest,
    /// By title, ignoring case and accents.
    Title,
    /// Best answer to the text first. Without text the same as [`Newest`](Self::Newest).
    Relevance,
}

impl Sort {
    /// Every order, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Title, Self::Relevance];

    /// Its name in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
            Self::Relevance => "relevance",
        }
    }
}
