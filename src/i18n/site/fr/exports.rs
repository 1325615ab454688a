//! French, for programs.

use super::FR;
use crate::i18n::site::ExportStrings;

/// French.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + ", " + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}."),
            _ => format!("{name}{facts}\u{a0}: {}.", FR.holdings(recaps, talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let by = if speakers.is_empty() {
            String::new()
        } else {
            format!(" par {}", FR.listed(speakers))
        };
        let at = edition.map(|edition| format!(", {edition}")).unwrap_or_default();
        format!("{kind}{by}{at}.")
    },
    theme: |name, notes, recaps| {
        format!(
            "{name} dans les conférences\u{a0}: {}, {}.",
            FR.n_notes(notes),
            FR.n_recaps(recaps)
        )
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => format!("{name}\u{a0}: mention dans {}.", FR.n_notes(notes)),
        (talks, 0) => format!("{name}\u{a0}: {}.", FR.n_talks(talks)),
        (talks, notes) => {
            let (talks, notes) = (FR.n_talks(talks), FR.n_notes(notes));
            format!("{name}\u{a0}: {talks}, mention dans {notes}.")
        }
    },
    wrote: |name, n| format!("{name}\u{a0}: {}.", FR.n_recaps(n)),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => format!("{author} sur {edition}."),
        (Some(author), None) => format!("Par {author}."),
        (None, Some(edition)) => format!("Sur {edition}."),
        (None, None) => String::new(),
    },
    feed: |about, site| format!("{about} – {site}"),
    calendar: "Calendrier",
    picture: |alt| {
        if alt.is_empty() { "Image".to_owned() } else { format!("Image\u{a0}: {alt}") }
    },
    video: "Vidéo",
    citation: |author, title, published, address| {
        let author = author.map(|author| format!("{author}, ")).unwrap_or_default();
        let published = published.iter().fold(String::new(), |all, fact| all + " " + fact + ".");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}«\u{a0}{title}\u{a0}».{published}{address}")
    },
    cite_as: "Citer ainsi",
    award: |award| format!("Distinction\u{a0}: {award}"),
    on_talk: |talk| format!("Sur la présentation\u{a0}: {talk}"),
    conferences: "Conférences",
    recaps: "Comptes rendus",
    themes: "Thèmes",
    data: "Données",
    manifest: "Manifeste du jeu de données (JSON)",
    talks_table: "Toutes les présentations (CSV)",
    bibliography: "Tous les comptes rendus (BibTeX)",
    feed_form: "Flux",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| format!("{title}, et sa place sur un axe des années"),
    theme_kicker: "Thème",
    person_kicker: "Personne",
    organization_kicker: "Organisation",
    recap_kicker: "Compte rendu",
    year_kicker: "Année",
    n_editions: |n| if n == 1 { "Une conférence".to_owned() } else { FR.n_conferences(n) },
    dataset_note: "Le manifeste nomme chaque autre fichier du jeu de données, avec sa taille et son empreinte.",
};
