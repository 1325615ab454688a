//! French, for what pages show at a glance.

use super::FR;
use crate::i18n::site::StoryStrings;

/// French.
pub(super) const STORY: StoryStrings = StoryStrings {
    how_to_cite: "Citer",
    cite_text: "Texte",
    cite_link: "Lien",
    copy: "Copier",
    copied: "Copié",
    copy_citation: "Copier la citation",

    first_named: "Première mention",
    peak: "Sommet",
    last_named: "Dernière mention",
    latest: "Mention la plus récente",
    year_share: |year, named, all| format!("{year}\u{a0}: {named} sur {}", FR.n_recaps(all)),
    few: |enough| {
        format!(
            "Contour seul\u{a0}: une année avec moins de {enough} comptes rendus, donc sans proportion."
        )
    },

    new_and_gone: |before| format!("Nouveautés et disparitions depuis {before}"),
    new_here: "Nouveau",
    gone: "Disparu",
    all_changes: "Tous les changements",
    most_voices: "La présentation la plus commentée",
    all_notes: |n| format!("Tout lire\u{a0}: {}", FR.n_notes(n)),
    about: |people| format!("environ {people} participants"),
    between: |least, most| format!("de {least} à {most} participants, selon les sources"),
    attendees: |statement| format!("{statement} participants"),
    stated: |statement, who| format!("{statement} ({who})"),
    thousands: "\u{202f}",
    sources: "Sources",

    themes: "Thèmes",
    compare: "Comparer",

    order_silent: "Absents depuis le plus longtemps",
    order_voices: "Le plus d’auteurs",
    themes_by_year: "Tous les thèmes par année",
    by_year_note: |enough| {
        format!(
            "Combien de comptes rendus d’une année citent un thème\u{a0}: plus la couleur est soutenue, plus leur part est grande. Contour seul\u{a0}: une année avec moins de {enough} comptes rendus."
        )
    },
};
