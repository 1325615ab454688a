//! German, for the page before and without the client.

use crate::i18n::site::BootStrings;

/// German.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "Suche und Filter brauchen JavaScript. Die Liste der Konferenzen und Vorträge und ihre Seiten kommen ohne aus.",
    title: "Suche und Filter konnten nicht starten",
    reasons: [
        (
            "data-disk",
            "Diese Seite wurde von einem Datenträger geöffnet. Browser starten Programme nur von einem Webserver.",
        ),
        ("data-offline", "Offline: Ein Teil dieser Website ist noch nicht auf diesem Gerät."),
        ("data-client", "Ein Teil des Programms fehlt, ist beschädigt oder blockiert."),
        ("data-data", "Die Sammlung konnte nicht geladen werden oder ist beschädigt angekommen."),
        ("data-schema", "Diese Seite ist älter als die Sammlung. Erneutes Laden sollte helfen."),
        ("data-crash", "Im Programm ist ein Fehler aufgetreten. Der Link bleibt erhalten."),
    ],
    wait: "Wird geladen …",
    slow: "Die Verbindung ist langsam, oder der Server antwortet nicht.",
    rest: "Die Liste unten funktioniert auch ohne.",
    retry: "Erneut versuchen",
};
