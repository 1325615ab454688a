//! Words of the sentence and the waves at the beginning of a site.

/// How many recaps of one year name a theme.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The name of the theme, as it appears within a sentence.
    pub(crate) theme: String,
    pub(crate) year: u16,
    pub(crate) named: usize,
    pub(crate) all: usize,
}

/// The words of one language.
#[derive(Debug)]
pub(crate) struct WaveStrings {
    /// A theme before and now, and another one now.
    pub(crate) fell_and_rose: fn(&Told, &Told, &Told) -> String,
    /// Before and now.
    pub(crate) fell: fn(&Told, &Told) -> String,
    pub(crate) rose: fn(&Told, &Told) -> String,
    pub(crate) stayed: fn(&Told, &Told) -> String,
    pub(crate) one_year: fn(&Told) -> String,
    /// How many recaps, and the name of the series.
    pub(crate) lead: fn(usize, &str) -> String,
    /// What pressing a wave does.
    pub(crate) choose: &'static str,
    /// A theme, as it appears within a sentence.
    pub(crate) about: fn(&str) -> String,
    /// The link to the search below.
    pub(crate) search: &'static str,
    /// Recaps that name a theme, and all recaps.
    pub(crate) peak: fn(usize, usize) -> String,
    /// The same, and the year.
    pub(crate) then: fn(usize, usize, u16) -> String,
    /// The last year in which a recap named it.
    pub(crate) ended: fn(u16) -> String,
    /// Below this number of recaps there is no share.
    pub(crate) few: fn(usize) -> String,
}
