//! Spanish, for the static pages.

use super::{ES, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// Spanish.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "Conferencias",
    themes: "Temas",
    people: "Personas",
    authors: "Autores",
    organizations: "Organizaciones",
    recaps: "Crónicas",
    skip_to_results: "Ir a los resultados",
    skip_link: "Ir al contenido",
    back: "Volver a la cronología",
    report: "Avisar de un error en esta página",
    moved: "Esta página se ha trasladado a",
    note_moved: "Esta nota está ahora en",
    no_longer_named: "Ya no se menciona en",
    nothing_yet: "Aquí aún no hay nada",
    nothing_yet_reason: "Las notas van en la carpeta de datos, en archivos Markdown o de texto, uno por crónica. Después hay que volver a generar el sitio.",
    not_found: "No hay ninguna página en esta dirección",
    not_found_reason: "Puede que la dirección sea antigua o esté incompleta.",
    start_page: "Página de inicio",
    start_page_here: "Página de inicio, si está en esta carpeta",
    start_page_above: "Página de inicio, si está en la carpeta superior",
    recap: "Crónica",
    person: "Persona",
    organization: "Organización",
    described_talk: "Ninguna fuente indica el título de esta charla.",
    nothing_held: "Aquí aún no ha escrito nadie sobre esta conferencia.",
    year: "Año",
    filter_by_year: "Ver este año en la cronología",
    filter_by_edition: "Ver esta conferencia en la cronología",
    filter_by_theme: "Ver solo este tema en la cronología",
    filter_by_person: "Ver dónde esta persona habló o se la menciona",
    filter_by_organization: "Ver solo esta organización en la cronología",
    outline: "En esta página",
    talks_without_note: "También nombradas en esta crónica",
    opinions: "Lo más elogiado",
    other_notes: "Otras notas",
    spoke_in: |n| format!("Habló en {}", ES.n_talks(n)),
    named_in: "También se menciona en",
    spoke_for: "Habló por",
    also_called: |names| format!("También: {}", names.join(", ")),
    also_spelled: |names| format!("Otras grafías: {}", ES.listed(names)),
    broader: "Parte de",
    narrower: "Incluye",
    over_editions: "A lo largo del tiempo",
    recaps_head: "Crónicas",
    notes: "Notas",
    notes_head: "Notas",
    numbers: "Las cifras",
    silence: |last, editions, recaps| {
        format!(
            "Ninguna mención después de {last}, en {} de {}.",
            ES.n_recaps(recaps),
            ES.n_conferences(editions)
        )
    },
    share_of_recaps: |n, all| format!("{n} de {}", ES.n_recaps(all)),
    neighbors: "Se menciona junto a",
    n_shared: |n| format!("en {}", ES.n_notes(n)),
    related_talks: "Charlas relacionadas",
    same_speakers: "Más de los mismos ponentes",
    also_by: |names| format!("También de {}", ES.listed(names)),
    voices: |n| format!("Lo que mencionan {n} autores"),
    nothing_shared: "Ningún tema aparece en más de un autor.",
    only_one: "Lo que solo menciona uno",
    shares: |themes| format!("En común: {}", ES.listed(themes)),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "Programa",
        LinkKind::Video => "Vídeo",
        LinkKind::Slides => "Diapositivas",
        LinkKind::Project => "Proyecto",
        LinkKind::Site => "Sitio",
        LinkKind::Other => "Enlace",
    },
    n_more: |n| format!("{n} más"),
    forms: "Esta página como",
    as_calendar: "Archivo de calendario",
    is_derived: "Deducido de las crónicas, sin revisar por la redacción",
    ways: "Desde aquí",
    jump: "Ir a…",
    jump_key: "Ctrl K",
    star: "Añadir a la lista de lectura",
    starred: "En la lista de lectura",
    reading_list: "Lista de lectura",
    list_lead: "El enlace de esta página es la lista misma: se puede guardar o enviar.",
    list_add: "Añadir una charla",
    list_keep: "Hacerla mi lista",
    list_copy: "Copiar la dirección",
    list_markdown: "Guardar como Markdown",
    list_print: "Imprimir",
    list_clear: "Vaciar",
    list_empty: "Esta lista aún está vacía. Al pulsar ☆ en una charla, se añade aquí.",
    list_failed: "No se pudieron cargar los títulos, así que la lista solo muestra direcciones.",
    list_unkept: "Este navegador no guarda la lista: su almacenamiento está lleno o bloqueado. La dirección de esta página nombra las charlas.",
    list_no_script: "La lista necesita JavaScript. Su dirección nombra las charlas, y todas tienen su página.",

    themes_page: "Los temas a lo largo del tiempo",
    themes_lead: |themes, editions, recaps| {
        format!(
            "{} en {}, según {}.",
            ES.count("{0} tema|{0} temas", themes),
            ES.n_conferences(editions),
            ES.n_recaps(recaps)
        )
    },
    no_themes: "Aquí ninguna crónica menciona aún un tema.",
    came_back: "De vuelta",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        format!(
            "Tras {before}, ninguna mención en {} de {}; en {again}, {named} de {} lo mencionan.",
            ES.n_recaps(silent_recaps),
            ES.n_conferences(silent),
            ES.n_recaps(all)
        )
    },
    threads: "Una pregunta, respuestas nuevas",
    threads_note: "Lo que pertenece a un mismo tema, según la conferencia que lo mencionó primero.",
    comparison: "Dos conferencias frente a frente",
    compare: "Comparar",
    compare_with: "Comparar con",
    compare_first: "Comparar",
    compare_second: "con",
    only_at: "Solo en {}",
    at_both: "En ambas, con las crónicas de cada una",
    compared: |here, before| match before {
        Some(before) => format!(
            "Según {} aquí y {} allí. Lo que menciona una sola crónica es una opinión. Un tema que no menciona ninguna pudo tratarse de todos modos.",
            ES.n_recaps(here),
            ES.n_recaps(before)
        ),
        None => {
            format!("Según {}. Lo que menciona una sola crónica es una opinión.", ES.n_recaps(here))
        }
    },
    first_themes: |n| format!("Mencionados aquí por primera vez ({n})"),
    new_themes: |n| format!("Nuevos ({n})"),
    back_themes: |n| format!("De vuelta tras una pausa ({n})"),
    gone_themes: |n, before| format!("Mencionados en {before}, aquí no ({n})"),
    stayed_themes: |n, before| format!("Mencionados en {before} y aquí ({n})"),
    other_themes: |n, before| format!("Mencionados aquí, en {before} no ({n})"),
    silent_since: |before, n, recaps| {
        format!(
            "última mención en {before}; desde entonces ninguna, en {} de {}",
            ES.n_recaps(recaps),
            ES.n_conferences(n)
        )
    },

    chart_table: "Mostrar como tabla",
    dates_head: "Cuándo",
    written_head: "Escrito",
    written_note: "Barras grises: cuándo aparecieron las crónicas.",

    from_recap: "en",
    on_talk: "Sobre la charla",
    original_at: |host| format!("Original en {host}"),
    original_address: "Original",
    wording_of: |file, canonical| format!("{file}, palabra por palabra frente a {canonical}"),
    n_alike: |n| ES.count("{0} párrafo igual|{0} párrafos iguales", n),
    words_removed: "eliminado:",
    words_added: "añadido:",
    boilerplate_in: |file| format!("Lo que añadió el editor en {file}"),
    image: |alt| if alt.is_empty() { "Imagen".to_owned() } else { format!("Imagen: {alt}") },
    table: "Tabla",
    back_to_text: "Volver al texto",
    play_video: |title, host| format!("Reproducir el vídeo: {title} (carga {host})"),
    watch_on: |host| format!("Ver en {host}"),

    provenance: "De dónde viene esto",
    talk_provenance: "Cómo se encontró esta charla",
    lines: |file, first, last| {
        if first == last {
            format!("{file}, línea {first}")
        } else {
            format!("{file}, líneas {first}–{last}")
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: ". ",
    how_read: "Cómo se leyó esta crónica",
    n_times: |n, method, rule| {
        let how = match method {
            Method::Stated => "según la crónica",
            Method::Matched => "según una regla",
            Method::Set => "según un registro",
        };
        format!("{n} {how}: {}", reasons::rule(rule))
    },
    uncertain: "Dudoso.",
};
