//! Spanish, for the page before and without the client.

use crate::i18n::site::BootStrings;

/// Spanish.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "La búsqueda y los filtros necesitan JavaScript. La lista de conferencias y charlas de abajo y sus páginas funcionan sin él.",
    title: "No se pudieron iniciar la búsqueda y los filtros",
    reasons: [
        (
            "data-disk",
            "Esta página se abrió desde un disco. Los navegadores solo inician programas desde un servidor web.",
        ),
        ("data-offline", "Sin conexión: una parte de este sitio aún no está en este dispositivo."),
        ("data-client", "Una parte del programa falta, está dañada o está bloqueada."),
        ("data-data", "No se pudo cargar la colección, o llegó dañada."),
        (
            "data-schema",
            "Esta página es más antigua que la colección. Volver a cargarla debería bastar.",
        ),
        ("data-crash", "Se produjo un error en el programa. El enlace se conserva."),
    ],
    wait: "Cargando…",
    slow: "La conexión es lenta o el servidor no responde.",
    rest: "La lista de abajo funciona sin ellos.",
    retry: "Reintentar",
};
