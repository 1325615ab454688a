//! German, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// German.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "Ohne Verbindung",
    states: [
        ("none", "Alle Seiten, die Suche und die Filter lassen sich auf diesem Gerät speichern."),
        ("saving", "Wird gespeichert. Diese Seite bitte geöffnet lassen."),
        (
            "saved",
            "Diese Website ist auf diesem Gerät gespeichert und öffnet sich ohne Verbindung.",
        ),
        (
            "old",
            "Diese Website ist auf diesem Gerät gespeichert, hat sich aber seitdem geändert. Zu sehen ist der neueste Stand.",
        ),
        (
            "failed",
            "Das hat nicht funktioniert. Vielleicht fehlt die Verbindung oder der Platz auf diesem Gerät.",
        ),
    ],
    progress: "Bisher gespeichert",
    save: |bytes| format!("Für unterwegs speichern ({})", megabytes(bytes).replace('.', ",")),
    remove: "Von diesem Gerät entfernen",
};
