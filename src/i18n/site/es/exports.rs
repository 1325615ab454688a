//! Spanish, for programs.

use super::ES;
use crate::i18n::site::ExportStrings;

/// Spanish.
pub(super) const EXPORTS: ExportStrings = ExportStrings {
    conference: |name, facts, recaps, talks| {
        let facts = facts.iter().fold(String::new(), |all, fact| all + ", " + fact);
        match (recaps, talks) {
            (0, 0) => format!("{name}{facts}."),
            _ => format!("{name}{facts}: {}.", ES.holdings(recaps, talks)),
        }
    },
    talk: |kind, speakers, edition| {
        let by = if speakers.is_empty() {
            String::new()
        } else {
            format!(" de {}", ES.listed(speakers))
        };
        let at = edition.map(|edition| format!(", {edition}")).unwrap_or_default();
        format!("{kind}{by}{at}.")
    },
    theme: |name, notes, recaps| {
        format!("{name} en conferencias: {}, {}.", ES.n_notes(notes), ES.n_recaps(recaps))
    },
    named: |name, talks, notes| match (talks, notes) {
        (0, notes) => format!("{name}: mención en {}.", ES.n_notes(notes)),
        (talks, 0) => format!("{name}: {}.", ES.n_talks(talks)),
        (talks, notes) => {
            format!("{name}: {}, mención en {}.", ES.n_talks(talks), ES.n_notes(notes))
        }
    },
    wrote: |name, n| format!("{name}: {}.", ES.n_recaps(n)),
    recap: |author, edition| match (author, edition) {
        (Some(author), Some(edition)) => format!("{author} sobre {edition}."),
        (Some(author), None) => format!("De {author}."),
        (None, Some(edition)) => format!("Sobre {edition}."),
        (None, None) => String::new(),
    },
    feed: |about, site| format!("{about} – {site}"),
    calendar: "Calendario",
    picture: |alt| if alt.is_empty() { "Imagen".to_owned() } else { format!("Imagen: {alt}") },
    video: "Vídeo",
    citation: |author, title, published, address| {
        let author = author.map(|author| format!("{author}. ")).unwrap_or_default();
        let published = published.iter().fold(String::new(), |all, fact| all + " " + fact + ".");
        let address = address.map(|address| format!(" {address}")).unwrap_or_default();
        format!("{author}«{title}».{published}{address}")
    },
    cite_as: "Citar como",
    award: |award| format!("Distinción: {award}"),
    on_talk: |talk| format!("Sobre la charla: {talk}"),
    conferences: "Conferencias",
    recaps: "Crónicas",
    themes: "Temas",
    data: "Datos",
    manifest: "Manifiesto del conjunto de datos (JSON)",
    talks_table: "Todas las charlas (CSV)",
    bibliography: "Todas las crónicas (BibTeX)",
    feed_form: "Canal",
    text_form: "Markdown",
    table_form: "CSV",
    references_form: "BibTeX",
    preview: |title| format!("{title}, y su lugar en un eje de años"),
    theme_kicker: "Tema",
    person_kicker: "Persona",
    organization_kicker: "Organización",
    recap_kicker: "Crónica",
    year_kicker: "Año",
    n_editions: |n| if n == 1 { "Una conferencia".to_owned() } else { ES.n_conferences(n) },
    dataset_note: "El manifiesto nombra cada uno de los demás archivos del conjunto de datos, con su tamaño y su huella.",
};
