//! German, for what pages show at a glance.

use super::DE;
use crate::i18n::site::StoryStrings;

/// German.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "Zitieren",
    cite_text: "Text",
    cite_link: "Link",
    copy: "Kopieren",
    copied: "Kopiert",
    copy_citation: "Zitat kopieren",

    first_named: "Erstmals erwähnt",
    peak: "Höhepunkt",
    last_named: "Zuletzt erwähnt",
    latest: "Neueste Erwähnung",
    year_share: |year, named, all| format!("{year}: {named} von {all} Berichten"),
    few: |enough| {
        format!("Umrandet: ein Jahr mit weniger als {enough} Berichten, daher ohne Anteil.")
    },

    new_and_gone: |before| format!("Neu und verschwunden seit {before}"),
    new_here: "Neu",
    gone: "Verschwunden",
    all_changes: "Alle Änderungen",
    most_voices: "Der meistbesprochene Vortrag",
    all_notes: |n| format!("Alles lesen: {}", DE.n_notes(n)),
    about: |people| format!("etwa {people} Teilnehmende"),
    between: |least, most| format!("{least} bis {most} Teilnehmende, je nach Quelle"),
    attendees: |statement| format!("{statement} Teilnehmende"),
    stated: |statement, who| format!("{statement} ({who})"),
    thousands: ".",
    sources: "Quellen",

    themes: "Themen",
    compare: "Vergleichen",

    order_silent: "Am längsten nicht erwähnt",
    order_voices: "Meiste Stimmen",
    themes_by_year: "Alle Themen nach Jahr",
    by_year_note: |enough| {
        format!(
            "Wie viele Berichte eines Jahres ein Thema erwähnen: je kräftiger die Farbe, desto größer ihr Anteil. Umrandet: ein Jahr mit weniger als {enough} Berichten."
        )
    },
};
