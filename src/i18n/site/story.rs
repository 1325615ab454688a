//! Words for what pages show at a glance: how to cite them, the turning points of a theme, a conference in a minute.

/// The words of one language.
#[derive(Debug)]
pub(crate) struct StoryStrings {
    // How to cite.
    pub(crate) how_to_cite: &'static str,
    pub(crate) cite_text: &'static str,
    pub(crate) cite_link: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) copy_citation: &'static str,

    // The turning points of a theme.
    pub(crate) first_named: &'static str,
    pub(crate) peak: &'static str,
    /// The last conference of all does not name it.
    pub(crate) last_named: &'static str,
    /// The last conference of all names it.
    pub(crate) latest: &'static str,
    /// Year, recaps that name it, and all recaps.
    pub(crate) year_share: fn(u16, usize, usize) -> String,
    /// Below this number of recaps there is no share.
    pub(crate) few: fn(usize) -> String,

    // A conference in a minute.
    /// The conference before.
    pub(crate) new_and_gone: fn(&str) -> String,
    pub(crate) new_here: &'static str,
    pub(crate) gone: &'static str,
    pub(crate) all_changes: &'static str,
    pub(crate) most_voices: &'static str,
    /// How many.
    pub(crate) all_notes: fn(usize) -> String,
    /// How many people, in digits.
    pub(crate) about: fn(&str) -> String,
    /// The lowest and the highest number of people that a source states.
    pub(crate) between: fn(&str, &str) -> String,
    /// A statement that ends with its number.
    pub(crate) attendees: fn(&str) -> String,
    /// A statement, and who made it.
    pub(crate) stated: fn(&str, &str) -> String,
    /// The thousands separator.
    pub(crate) thousands: &'static str,
    pub(crate) sources: &'static str,

    // The navigation of every page.
    pub(crate) themes: &'static str,
    pub(crate) compare: &'static str,

    // The table of themes by year.
    pub(crate) order_silent: &'static str,
    pub(crate) order_voices: &'static str,
    pub(crate) themes_by_year: &'static str,
    /// Below this number of recaps there is no share.
    pub(crate) by_year_note: fn(usize) -> String,
}
