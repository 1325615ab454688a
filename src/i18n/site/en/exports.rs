//! English, for programs.

use super::EN;
use crate::i18n::site::ExportStrings;

/// English.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + ", " + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}."),
            _ => format!("{name}{facts}: {}, {}.", EN.n_recaps(recaps), EN.n_talks(talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let by = if speakers.is_empty() {
            String::new()
        } else {
            format!(" by {}", EN.listed(speakers))
        };
        let at = edition.map(|edition| format!(" at {edition}")).unwrap_or_default();
        format!("{kind}{by}{at}.")
    },
    theme: |name, notes, recaps| {
        format!("{name} at conferences: {} in {}.", EN.n_notes(notes), EN.n_recaps(recaps))
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => format!("{name}: named in {}.", EN.n_notes(notes)),
        (talks, 0) => format!("{name}: {}.", EN.n_talks(talks)),
        (talks, notes) => {
            format!("{name}: {}, named in {}.", EN.n_talks(talks), EN.n_notes(notes))
        }
    },
    wrote: |name, n| format!("{name}: {}.", EN.n_recaps(n)),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => format!("{author} on {edition}."),
        (Some(author), None) => format!("By {author}."),
        (None, Some(edition)) => format!("On {edition}."),
        (None, None) => String::new(),
    },
    feed: |about, site| format!("{about} – {site}"),
    calendar: "Calendar",
    picture: |alt| if alt.is_empty() { "Picture".to_owned() } else { format!("Picture: {alt}") },
    video: "Video",
    citation: |author, title, published, address| {
        let author = author.map(|author| format!("{author}. ")).unwrap_or_default();
        let published = published.iter().fold(String::new(), |all, fact| all + " " + fact + ".");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}“{title}”.{published}{address}")
    },
    cite_as: "Cite as",
    award: |award| format!("Award: {award}"),
    on_talk: |talk| format!("On the talk: {talk}"),
    conferences: "Conferences",
    recaps: "Recaps",
    themes: "Themes",
    data: "Data",
    manifest: "Manifest of the dataset (JSON)",
    talks_table: "All talks (CSV)",
    bibliography: "All recaps (BibTeX)",
    feed_form: "Feed",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| format!("{title}, and when that was on an axis of years"),
    theme_kicker: "Theme",
    person_kicker: "Person",
    organization_kicker: "Organization",
    recap_kicker: "Recap",
    year_kicker: "Year",
    n_editions: |n| if n == 1 { "One conference".to_owned() } else { format!("{n} conferences") },
    dataset_note: "The manifest names every other file of the dataset, with its size and hash.",
};
