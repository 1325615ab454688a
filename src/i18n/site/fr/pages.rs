//! French, for the static pages.

use super::{FR, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// French.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "Conférences",
    themes: "Thèmes",
    people: "Personnes",
    authors: "Auteurs",
    organizations: "Organisations",
    recaps: "Comptes rendus",
    skip_to_results: "Aller aux résultats",
    skip_link: "Aller au contenu",
    back: "Retour à la chronologie",
    report: "Signaler une erreur sur cette page",
    moved: "Cette page a déménagé\u{a0}:",
    note_moved: "Cette note se trouve désormais ici\u{a0}:",
    no_longer_named: "N’est plus cité à\u{a0}:",
    nothing_yet: "Rien ici pour le moment",
    nothing_yet_reason: "Les notes vont dans le dossier de données, en fichiers Markdown ou texte, un par compte rendu. Il reste ensuite à reconstruire le site.",
    not_found: "Aucune page à cette adresse",
    not_found_reason: "L’adresse est peut-être ancienne ou incomplète.",
    start_page: "Page d’accueil",
    start_page_here: "Page d’accueil, si elle est dans ce dossier",
    start_page_above: "Page d’accueil, si elle est dans le dossier parent",
    recap: "Compte rendu",
    person: "Personne",
    organization: "Organisation",
    described_talk: "Aucune source n’indique le titre de cette présentation.",
    nothing_held: "Personne n’a encore parlé ici de cette conférence.",
    year: "Année",
    filter_by_year: "Voir cette année dans la chronologie",
    filter_by_edition: "Voir cette conférence dans la chronologie",
    filter_by_theme: "Voir seulement ce thème dans la chronologie",
    filter_by_person: "Voir où cette personne est intervenue ou citée",
    filter_by_organization: "Voir seulement cette organisation dans la chronologie",
    outline: "Sur cette page",
    talks_without_note: "Aussi citées dans ce compte rendu",
    opinions: "Les coups de cœur",
    other_notes: "Autres notes",
    spoke_in: |n| format!("A donné {}", FR.n_talks(n)),
    named_in: "Autres mentions",
    spoke_for: "Au nom de",
    also_called: |names| format!("Aussi\u{a0}: {}", names.join(", ")),
    also_spelled: |names| format!("Autres graphies\u{a0}: {}", FR.listed(names)),
    broader: "Fait partie de",
    narrower: "Comprend",
    over_editions: "Au fil du temps",
    recaps_head: "Comptes rendus",
    notes: "Notes",
    notes_head: "Notes",
    numbers: "Les chiffres",
    silence: |last, editions, recaps| {
        format!(
            "Plus aucune mention après {last}, dans {} sur {}.",
            FR.n_recaps(recaps),
            FR.n_conferences(editions)
        )
    },
    share_of_recaps: |n, all| format!("{n} sur {}", FR.n_recaps(all)),
    neighbors: "Cité avec",
    n_shared: |n| format!("dans {}", FR.n_notes(n)),
    related_talks: "Présentations proches",
    same_speakers: "Des mêmes intervenants",
    also_by: |names| format!("Aussi par {}", FR.listed(names)),
    voices: |n| format!("Ce que citent {n} auteurs"),
    nothing_shared: "Aucun thème n’est cité par plus d’un auteur.",
    only_one: "Ce qu’un seul auteur cite",
    shares: |themes| format!("En commun\u{a0}: {}", FR.listed(themes)),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "Programme",
        LinkKind::Video => "Vidéo",
        LinkKind::Slides => "Diapositives",
        LinkKind::Project => "Projet",
        LinkKind::Site => "Site",
        LinkKind::Other => "Lien",
    },
    n_more: |n| format!("{n} de plus"),
    forms: "Cette page en",
    as_calendar: "Fichier de calendrier",
    is_derived: "Déduit des comptes rendus, non vérifié par la rédaction",
    ways: "À partir d’ici",
    jump: "Aller à…",
    jump_key: "Ctrl K",
    star: "Ajouter à la liste de lecture",
    starred: "Sur la liste de lecture",
    reading_list: "Liste de lecture",
    list_lead: "Le lien de cette page est la liste elle-même\u{a0}: à garder ou à envoyer.",
    list_add: "Ajouter une présentation",
    list_keep: "En faire ma liste",
    list_copy: "Copier l’adresse",
    list_markdown: "Enregistrer en Markdown",
    list_print: "Imprimer",
    list_clear: "Vider",
    list_empty: "Cette liste est encore vide. Un appui sur ☆ près d’une présentation l’y ajoute.",
    list_failed: "Les titres n’ont pas pu être chargés\u{a0}: la liste ne montre que les adresses.",
    list_unkept: "Ce navigateur ne garde pas la liste\u{a0}: son espace de stockage est plein ou interdit. L’adresse de cette page nomme les présentations.",
    list_no_script: "La liste a besoin de JavaScript. Son adresse nomme les présentations, qui ont toutes leur page.",

    themes_page: "Les thèmes au fil du temps",
    themes_lead: |themes, editions, recaps| {
        format!(
            "{}, {}, {}.",
            FR.count("{0} thème|{0} thèmes", themes),
            FR.n_conferences(editions),
            FR.n_recaps(recaps)
        )
    },
    no_themes: "Aucun compte rendu ne cite encore de thème ici.",
    came_back: "De retour",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        format!(
            "Après {before}, aucune mention dans {} ({})\u{a0}; à {again}, {named} sur {} en parlent.",
            FR.n_recaps(silent_recaps),
            FR.n_conferences(silent),
            FR.n_recaps(all)
        )
    },
    threads: "Une question, de nouvelles réponses",
    threads_note: "Ce qui relève d’un même thème, selon la conférence qui l’a cité en premier.",
    comparison: "Deux conférences côte à côte",
    compare: "Comparer",
    compare_with: "Comparer avec",
    compare_first: "Comparer",
    compare_second: "avec",
    only_at: "Seulement à {}",
    at_both: "Aux deux, avec les comptes rendus de chacune",
    compared: |here, before| match before {
        Some(before) => format!(
            "D’après {} ici et {} là-bas. Ce que cite un seul compte rendu est un avis. Un thème qu’aucun ne cite a quand même pu être abordé.",
            FR.n_recaps(here),
            FR.n_recaps(before)
        ),
        None => {
            format!("D’après {}. Ce que cite un seul compte rendu est un avis.", FR.n_recaps(here))
        }
    },
    first_themes: |n| format!("Cités ici pour la première fois ({n})"),
    new_themes: |n| format!("Nouveaux ({n})"),
    back_themes: |n| format!("De retour après une absence ({n})"),
    gone_themes: |n, before| format!("Cités à {before}, pas ici ({n})"),
    stayed_themes: |n, before| format!("Cités à {before} et ici ({n})"),
    other_themes: |n, before| format!("Cités ici, pas à {before} ({n})"),
    silent_since: |before, n, recaps| {
        format!(
            "dernière mention à {before}\u{a0}; aucune depuis ({}, {})",
            FR.n_conferences(n),
            FR.n_recaps(recaps)
        )
    },

    chart_table: "Afficher en tableau",
    dates_head: "Quand",
    written_head: "Rédaction",
    written_note: "Barres grises\u{a0}: parution des comptes rendus.",

    from_recap: "dans",
    on_talk: "Sur la présentation",
    original_at: |host| format!("Original sur {host}"),
    original_address: "Original",
    wording_of: |file, canonical| format!("{file}, mot à mot face à {canonical}"),
    n_alike: |n| FR.count("{0} paragraphe identique|{0} paragraphes identiques", n),
    words_removed: "supprimé\u{a0}:",
    words_added: "ajouté\u{a0}:",
    boilerplate_in: |file| format!("Ce que l’éditeur a ajouté dans {file}"),
    image: |alt| {
        if alt.is_empty() { "Image".to_owned() } else { format!("Image\u{a0}: {alt}") }
    },
    table: "Tableau",
    back_to_text: "Retour au texte",
    play_video: |title, host| format!("Lire la vidéo\u{a0}: {title} (charge {host})"),
    watch_on: |host| format!("Regarder sur {host}"),

    provenance: "D’où cela vient",
    talk_provenance: "Comment cette présentation a été trouvée",
    lines: |file, first, last| {
        if first == last {
            format!("{file}, ligne {first}")
        } else {
            format!("{file}, lignes {first} à {last}")
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: ". ",
    how_read: "Comment ce compte rendu a été lu",
    n_times: |n, method, rule| {
        let how = match method {
            Method::Stated => "selon le compte rendu",
            Method::Matched => "selon une règle",
            Method::Set => "selon un registre",
        };
        format!("{n} {how}\u{a0}: {}", reasons::rule(rule))
    },
    uncertain: "Incertain.",
};
