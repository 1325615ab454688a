//! Spanish, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// Spanish.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "Sin conexión",
    states: [
        (
            "none",
            "Todas las páginas, la búsqueda y los filtros pueden guardarse en este dispositivo.",
        ),
        ("saving", "Guardando. Conviene dejar esta página abierta."),
        ("saved", "Este sitio está guardado en este dispositivo y se abre sin conexión."),
        (
            "old",
            "Este sitio está guardado en este dispositivo, pero ha cambiado desde entonces. Ahora se muestra la versión más reciente.",
        ),
        ("failed", "No ha funcionado. Puede que falte la conexión o espacio en este dispositivo."),
    ],
    progress: "Guardado hasta ahora",
    save: |bytes| {
        format!("Guardar para leer sin conexión ({})", megabytes(bytes).replace('.', ","))
    },
    remove: "Eliminar de este dispositivo",
};
