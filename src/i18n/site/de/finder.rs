//! German, for the palette and the reading list.

use crate::i18n::site::{ExplorerStrings, FinderStrings};

/// German.
pub(super) const FINDER: FinderStrings = FinderStrings {
    lost: "Dies konnte nicht geöffnet werden.",
    kinds: ["Konferenz", "Vortrag", "Thema", "Person", "Organisation", "Bericht", "Autor"],
    label: "Zu einer Konferenz, einem Vortrag, einem Thema oder einer Person springen",
    found: "Gefunden",
    count: "{} gefunden",
    none: "Kein Treffer",
    hint: "↑ ↓ zum Auswählen, Eingabetaste zum Öffnen, Esc zum Schließen",
    help: "Tastenkürzel",
    keys: [
        ("Strg K, ⌘ K", "Nach Namen irgendwohin springen"),
        ("/", "Suchen"),
        ("?", "Tastenkürzel"),
        ("Tab", "Zum nächsten Link oder zur nächsten Schaltfläche"),
        ("Eingabe", "Folgen, drücken, öffnen"),
        ("← → ↑ ↓", "In Listen und im Diagramm bewegen"),
        ("+, -, 0", "In der Zeitleiste zoomen und zurück zum ganzen Zeitraum"),
        ("Leertaste", "Vortrag auf die Leseliste setzen, wenn sein Stern den Fokus hat"),
        ("Esc", "Schließen oder die Suche leeren"),
    ],
    single: "Die Tasten / und ? wirken überall",
    close: "Schließen",
    remove: "Entfernen",
    original: "Original",
    unknown: "Dieser Vortrag ist nicht in der Sammlung.",
    talks: "Vorträge auf dieser Liste: {}",
    copied: "Link kopiert.",
    export: "Angezeigtes exportieren",
    contents: "Vorträge: {talks}. Berichte: {recaps}.",
    forms: [
        ("Tabelle (CSV)", "Eine Zeile je Vortrag: Vortragende, Themen, Termine, Aufzeichnungen"),
        ("Literaturangaben (BibTeX)", "Die Berichte, zum Zitieren"),
        ("Liste (Markdown)", "Die Vorträge mit Links und Quellenangaben"),
    ],
    failed: "Die Datei konnte nicht geladen werden. Bei bestehender Verbindung erneut versuchen.",
};

/// German.
pub(super) const OFFERS: ExplorerStrings = ExplorerStrings {
    zoom: "Zoom",
    zoom_in: "Vergrößern",
    zoom_out: "Verkleinern",
    zoom_whole: "Ganzer Zeitraum",
    list: "Leseliste",
    star: "Auf die Leseliste setzen",
    starred: "Auf der Leseliste",
};
