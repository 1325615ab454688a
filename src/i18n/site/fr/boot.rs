//! French, for the page before and without the client.

use crate::i18n::site::BootStrings;

/// French.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "La recherche et les filtres ont besoin de JavaScript. La liste des conférences et des présentations ci-dessous et leurs pages s’en passent.",
    title: "La recherche et les filtres n’ont pas pu démarrer",
    reasons: [
        (
            "data-disk",
            "Cette page a été ouverte depuis un disque. Les navigateurs ne lancent un programme que depuis un serveur web.",
        ),
        (
            "data-offline",
            "Hors connexion\u{a0}: une partie de ce site n’est pas encore sur cet appareil.",
        ),
        ("data-client", "Une partie du programme est absente, endommagée ou bloquée."),
        ("data-data", "La collection n’a pas pu être chargée, ou elle est arrivée endommagée."),
        (
            "data-schema",
            "Cette page est plus ancienne que la collection. La recharger devrait suffire.",
        ),
        ("data-crash", "Une erreur s’est produite dans le programme. Le lien est conservé."),
    ],
    wait: "Chargement…",
    slow: "La connexion est lente, ou le serveur ne répond pas.",
    rest: "La liste ci-dessous fonctionne sans eux.",
    retry: "Réessayer",
};
