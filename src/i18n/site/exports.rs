//! Words in the exports: previews, feeds, calendars, references.

/// The words of one language. Nothing in them is escaped yet.
#[derive(Debug)]
pub(crate) struct ExportStrings {
    /// Name; days and place, if known; recaps and talks.
    pub(crate) conference: fn(&str, &[String], usize, usize) -> String,
    /// Kind, speakers, edition.
    pub(crate) talk: fn(&str, &[String], Option<&str>) -> String,
    /// Name, notes, recaps.
    pub(crate) theme: fn(&str, usize, usize) -> String,
    /// Name of a person or an organization, talks, notes.
    pub(crate) named: fn(&str, usize, usize) -> String,
    /// Name of an author, recaps.
    pub(crate) wrote: fn(&str, usize) -> String,
    /// Who signed it, edition.
    pub(crate) recap: fn(Option<&str>, Option<&str>) -> String,
    /// What it is about, and the site.
    pub(crate) feed: fn(&str, &str) -> String,
    pub(crate) calendar: &'static str,
    pub(crate) picture: fn(&str) -> String,
    pub(crate) video: &'static str,
    /// Who signed it, title, where and when published, address.
    pub(crate) citation: fn(Option<&str>, &str, &[String], Option<&str>) -> String,
    pub(crate) cite_as: &'static str,
    pub(crate) award: fn(&str) -> String,
    /// The talk.
    pub(crate) on_talk: fn(&str) -> String,
    pub(crate) conferences: &'static str,
    pub(crate) recaps: &'static str,
    pub(crate) themes: &'static str,
    pub(crate) data: &'static str,
    pub(crate) manifest: &'static str,
    pub(crate) talks_table: &'static str,
    pub(crate) bibliography: &'static str,
    // What a page is in other forms.
    pub(crate) feed_form: &'static str,
    pub(crate) text_form: &'static str,
    pub(crate) table_form: &'static str,
    pub(crate) references_form: &'static str,

    // The pictures.
    /// What it is about.
    pub(crate) preview: fn(&str) -> String,
    pub(crate) theme_kicker: &'static str,
    pub(crate) person_kicker: &'static str,
    pub(crate) organization_kicker: &'static str,
    pub(crate) recap_kicker: &'static str,
    pub(crate) year_kicker: &'static str,
    pub(crate) n_editions: fn(usize) -> String,
    pub(crate) dataset_note: &'static str,
}
