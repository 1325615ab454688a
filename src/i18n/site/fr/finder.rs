//! French, for the palette and the reading list.

use crate::i18n::site::{ExplorerStrings, FinderStrings};

/// French.
pub(super) const FINDER: FinderStrings = FinderStrings {
    lost: "Impossible d’ouvrir ce contenu.",
    kinds: [
        "Conférence",
        "Présentation",
        "Thème",
        "Personne",
        "Organisation",
        "Compte rendu",
        "Auteur",
    ],
    label: "Aller à une conférence, une présentation, un thème ou une personne",
    found: "Résultats",
    count: "Résultats\u{a0}: {}",
    none: "Aucun résultat",
    hint: "↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer",
    help: "Raccourcis clavier",
    keys: [
        ("Ctrl K, ⌘ K", "Aller n’importe où par le nom"),
        ("/", "Rechercher"),
        ("?", "Raccourcis clavier"),
        ("Tab", "Au lien ou bouton suivant"),
        ("Entrée", "Suivre, actionner, ouvrir"),
        ("← → ↑ ↓", "Se déplacer dans les listes et le graphique"),
        ("+, -, 0", "Zoomer dans la chronologie, revenir à toute la période"),
        ("Espace", "Ajouter une présentation à la liste de lecture, quand son étoile a le focus"),
        ("Échap", "Fermer, ou vider la recherche"),
    ],
    single: "Les touches / et ? agissent partout",
    close: "Fermer",
    remove: "Retirer",
    original: "Original",
    unknown: "Cette présentation n’est pas dans la collection.",
    talks: "Présentations sur cette liste\u{a0}: {}",
    copied: "Lien copié.",
    export: "Exporter ce qui est affiché",
    contents: "Présentations\u{a0}: {talks}. Comptes rendus\u{a0}: {recaps}.",
    forms: [
        (
            "Tableau (CSV)",
            "Une ligne par présentation\u{a0}: intervenants, thèmes, dates, enregistrements",
        ),
        ("Références (BibTeX)", "Les comptes rendus, pour les citer"),
        ("Liste (Markdown)", "Les présentations avec liens et citations"),
    ],
    failed: "Le fichier n’a pas pu être chargé. Réessayer une fois la connexion rétablie.",
};

/// French.
pub(super) const OFFERS: ExplorerStrings = ExplorerStrings {
    zoom: "Zoom",
    zoom_in: "Zoom avant",
    zoom_out: "Zoom arrière",
    zoom_whole: "Toute la période",
    list: "Liste de lecture",
    star: "Ajouter à la liste de lecture",
    starred: "Sur la liste de lecture",
};
