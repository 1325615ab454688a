//! Spanish, for what pages show at a glance.

use super::ES;
use crate::i18n::site::StoryStrings;

/// Spanish.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "Cómo citar",
    cite_text: "Texto",
    cite_link: "Enlace",
    copy: "Copiar",
    copied: "Copiado",
    copy_citation: "Copiar la cita",

    first_named: "Primera mención",
    peak: "Punto más alto",
    last_named: "Última mención",
    latest: "Mención más reciente",
    year_share: |year, named, all| format!("{year}: {named} de {}", ES.n_recaps(all)),
    few: |enough| {
        format!("Con contorno: un año con menos de {enough} crónicas, así que sin proporción.")
    },

    new_and_gone: |before| format!("Lo nuevo y lo ausente desde {before}"),
    new_here: "Nuevo",
    gone: "Ausente",
    all_changes: "Todos los cambios",
    most_voices: "La charla más comentada",
    all_notes: |n| format!("Leer todo: {}", ES.n_notes(n)),
    about: |people| format!("unos {people} asistentes"),
    between: |least, most| format!("de {least} a {most} asistentes, según la fuente"),
    attendees: |statement| format!("{statement} asistentes"),
    stated: |statement, who| format!("{statement} ({who})"),
    thousands: ".",
    sources: "Fuentes",

    themes: "Temas",
    compare: "Comparar",

    order_silent: "Más tiempo sin mención",
    order_voices: "Más autores",
    themes_by_year: "Todos los temas por año",
    by_year_note: |enough| {
        format!(
            "Cuántas crónicas de un año mencionan un tema: cuanto más intenso el color, mayor la proporción. Con contorno: un año con menos de {enough} crónicas."
        )
    },
};
