//! French, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// French.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "Sans connexion",
    states: [
        (
            "none",
            "Toutes les pages, la recherche et les filtres peuvent être enregistrés sur cet appareil.",
        ),
        ("saving", "Enregistrement en cours. Merci de garder cette page ouverte."),
        ("saved", "Ce site est enregistré sur cet appareil et s’ouvre sans connexion."),
        (
            "old",
            "Ce site est enregistré sur cet appareil, mais il a changé depuis. La version affichée est la plus récente.",
        ),
        (
            "failed",
            "L’enregistrement a échoué. La connexion ou la place sur cet appareil manque peut-être.",
        ),
    ],
    progress: "Déjà enregistré",
    save: |bytes| {
        let size = megabytes(bytes).replace('.', ",").replace("MB", "Mo");
        format!("Enregistrer pour une lecture hors connexion ({size})")
    },
    remove: "Supprimer de cet appareil",
};
