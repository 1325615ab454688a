//! Spanish, for the palette and the reading list.

use crate::i18n::site::{ExplorerStrings, FinderStrings};

/// Spanish.
pub(super) const FINDER: FinderStrings = FinderStrings {
    lost: "No se pudo abrir.",
    kinds: ["Conferencia", "Charla", "Tema", "Persona", "Organización", "Crónica", "Autor"],
    label: "Ir a una conferencia, una charla, un tema o una persona",
    found: "Resultados",
    count: "Resultados: {}",
    none: "No hay resultados",
    hint: "↑ ↓ para elegir, Intro para abrir, Esc para cerrar",
    help: "Atajos de teclado",
    keys: [
        ("Ctrl K, ⌘ K", "Ir a cualquier cosa por su nombre"),
        ("/", "Buscar"),
        ("?", "Atajos de teclado"),
        ("Tab", "Al enlace o botón siguiente"),
        ("Intro", "Seguir, pulsar, abrir"),
        ("← → ↑ ↓", "Moverse por las listas y el gráfico"),
        ("+, -, 0", "Ampliar la cronología, y volver a todo el periodo"),
        ("Espacio", "Añadir una charla a la lista de lectura, cuando su estrella tiene el foco"),
        ("Esc", "Cerrar, o borrar la búsqueda"),
    ],
    single: "Las teclas / y ? funcionan en todas partes",
    close: "Cerrar",
    remove: "Quitar",
    original: "Original",
    unknown: "Esta charla no está en la colección.",
    talks: "Charlas en esta lista: {}",
    copied: "Enlace copiado.",
    export: "Exportar lo que se muestra",
    contents: "Charlas: {talks}. Crónicas: {recaps}.",
    forms: [
        ("Tabla (CSV)", "Una fila por charla: ponentes, temas, fechas, grabaciones"),
        ("Referencias (BibTeX)", "Las crónicas, para citarlas"),
        ("Lista (Markdown)", "Las charlas con enlaces y citas"),
    ],
    failed: "No se pudo cargar el archivo. Reintentar cuando vuelva la conexión.",
};

/// Spanish.
pub(super) const OFFERS: ExplorerStrings = ExplorerStrings {
    zoom: "Zoom",
    zoom_in: "Acercar",
    zoom_out: "Alejar",
    zoom_whole: "Todo el periodo",
    list: "Lista de lectura",
    star: "Añadir a la lista de lectura",
    starred: "En la lista de lectura",
};
