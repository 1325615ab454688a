//! German, for programs.

use super::DE;
use crate::i18n::site::ExportStrings;

/// German.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + ", " + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}."),
            _ => format!("{name}{facts}: {}.", DE.holdings(recaps, talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let by = if speakers.is_empty() {
            String::new()
        } else {
            format!(" von {}", DE.listed(speakers))
        };
        let at = edition.map(|edition| format!(", {edition}")).unwrap_or_default();
        format!("{kind}{by}{at}.")
    },
    theme: |name, notes, recaps| {
        format!("{name} auf Konferenzen: {}, {}.", DE.n_notes(notes), DE.n_recaps(recaps))
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => format!("{name}: erwähnt in {}.", DE.n_notes(notes)),
        (talks, 0) => format!("{name}: {}.", DE.n_talks(talks)),
        (talks, notes) => {
            format!("{name}: {}, erwähnt in {}.", DE.n_talks(talks), DE.n_notes(notes))
        }
    },
    wrote: |name, n| format!("{name}: {}.", DE.n_recaps(n)),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => format!("{author} über {edition}."),
        (Some(author), None) => format!("Von {author}."),
        (None, Some(edition)) => format!("Über {edition}."),
        (None, None) => String::new(),
    },
    feed: |about, site| format!("{about} – {site}"),
    calendar: "Kalender",
    picture: |alt| if alt.is_empty() { "Bild".to_owned() } else { format!("Bild: {alt}") },
    video: "Video",
    citation: |author, title, published, address| {
        let author = author.map(|author| format!("{author}: ")).unwrap_or_default();
        let published = published.iter().fold(String::new(), |all, fact| all + " " + fact + ".");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}„{title}“.{published}{address}")
    },
    cite_as: "Zitieren als",
    award: |award| format!("Auszeichnung: {award}"),
    on_talk: |talk| format!("Zum Vortrag: {talk}"),
    conferences: "Konferenzen",
    recaps: "Berichte",
    themes: "Themen",
    data: "Daten",
    manifest: "Manifest des Datensatzes (JSON)",
    talks_table: "Alle Vorträge (CSV)",
    bibliography: "Alle Berichte (BibTeX)",
    feed_form: "Feed",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| format!("{title} und der Zeitpunkt auf einer Achse der Jahre"),
    theme_kicker: "Thema",
    person_kicker: "Person",
    organization_kicker: "Organisation",
    recap_kicker: "Bericht",
    year_kicker: "Jahr",
    n_editions: |n| if n == 1 { "Eine Konferenz".to_owned() } else { DE.n_conferences(n) },
    dataset_note: "Das Manifest nennt jede weitere Datei des Datensatzes mit Größe und Prüfsumme.",
};
