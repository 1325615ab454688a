//! German, for the static pages.

use super::{DE, reasons};
use crate::{
    i18n::site::PageStrings,
    model::{LinkKind, Method},
};

/// Recaps in the dative, which follows "von" and "in".
fn dative(n_recaps: usize) -> String {
    DE.count("{0} Bericht|{0} Berichten", n_recaps)
}

/// German.
pub(super) const PAGES: PageStrings = PageStrings {
    conferences: "Konferenzen",
    themes: "Themen",
    people: "Personen",
    authors: "Autoren",
    organizations: "Organisationen",
    recaps: "Berichte",
    skip_to_results: "Zu den Ergebnissen springen",
    skip_link: "Zum Inhalt springen",
    back: "Zurück zur Zeitleiste",
    report: "Fehler auf dieser Seite melden",
    moved: "Diese Seite ist umgezogen:",
    note_moved: "Diese Notiz steht jetzt hier:",
    no_longer_named: "Nicht mehr genannt bei:",
    nothing_yet: "Hier ist noch nichts",
    nothing_yet_reason: "Notizen kommen als Markdown- oder Textdateien in den Datenordner, eine Datei je Bericht. Danach die Website neu bauen.",
    not_found: "Unter dieser Adresse gibt es keine Seite",
    not_found_reason: "Die Adresse ist vielleicht alt oder unvollständig.",
    start_page: "Startseite",
    start_page_here: "Startseite, falls sie in diesem Ordner liegt",
    start_page_above: "Startseite, falls sie im Ordner darüber liegt",
    recap: "Bericht",
    person: "Person",
    organization: "Organisation",
    described_talk: "Keine Quelle nennt den Titel dieses Vortrags.",
    nothing_held: "Über diese Konferenz hat hier noch niemand geschrieben.",
    year: "Jahr",
    filter_by_year: "Dieses Jahr in der Zeitleiste zeigen",
    filter_by_edition: "Diese Konferenz in der Zeitleiste zeigen",
    filter_by_theme: "Nur dieses Thema in der Zeitleiste zeigen",
    filter_by_person: "Zeigen, wo diese Person gesprochen hat oder erwähnt ist",
    filter_by_organization: "Nur diese Organisation in der Zeitleiste zeigen",
    outline: "Auf dieser Seite",
    talks_without_note: "In diesem Bericht auch genannt",
    opinions: "Besonders gelobt",
    other_notes: "Sonstige Notizen",
    spoke_in: |n| DE.count("Gesprochen in {0} Vortrag|Gesprochen in {0} Vorträgen", n),
    named_in: "Auch erwähnt in",
    spoke_for: "Gesprochen für",
    also_called: |names| format!("Auch: {}", names.join(", ")),
    also_spelled: |names| format!("Andere Schreibweisen: {}", DE.listed(names)),
    broader: "Teil von",
    narrower: "Umfasst",
    over_editions: "Im Lauf der Zeit",
    recaps_head: "Berichte",
    notes: "Notizen",
    notes_head: "Notizen",
    numbers: "Die Zahlen",
    silence: |last, editions, recaps| {
        format!(
            "Nach {last} keine Erwähnung mehr, in {} von {}.",
            dative(recaps),
            DE.n_conferences(editions)
        )
    },
    share_of_recaps: |n, all| format!("{n} von {}", dative(all)),
    neighbors: "Zusammen erwähnt mit",
    n_shared: |n| format!("in {}", DE.n_notes(n)),
    related_talks: "Verwandte Vorträge",
    same_speakers: "Mehr von denselben Vortragenden",
    also_by: |names| format!("Auch von {}", DE.listed(names)),
    voices: |n| format!("Was {n} Stimmen erwähnen"),
    nothing_shared: "Kein Thema kommt in mehr als einem Bericht vor.",
    only_one: "Was nur einmal vorkommt",
    shares: |themes| format!("Gemeinsam: {}", DE.listed(themes)),
    link_kind: |kind| match kind {
        LinkKind::Schedule => "Programm",
        LinkKind::Video => "Video",
        LinkKind::Slides => "Folien",
        LinkKind::Project => "Projekt",
        LinkKind::Site => "Website",
        LinkKind::Other => "Link",
    },
    n_more: |n| format!("{n} weitere"),
    forms: "Diese Seite als",
    as_calendar: "Kalenderdatei",
    is_derived: "Aus den Berichten abgeleitet, von der Redaktion nicht geprüft",
    ways: "Von hier aus",
    jump: "Springen zu …",
    jump_key: "Strg K",
    star: "Auf die Leseliste setzen",
    starred: "Auf der Leseliste",
    reading_list: "Leseliste",
    list_lead: "Der Link dieser Seite ist die Liste: zum Aufheben oder Verschicken.",
    list_add: "Vortrag hinzufügen",
    list_keep: "Als eigene Liste übernehmen",
    list_copy: "Adresse kopieren",
    list_markdown: "Als Markdown speichern",
    list_print: "Drucken",
    list_clear: "Leeren",
    list_empty: "Diese Liste ist noch leer. Ein Druck auf ☆ an einem Vortrag nimmt ihn auf.",
    list_failed: "Die Titel konnten nicht geladen werden, daher zeigt die Liste nur Adressen.",
    list_unkept: "Dieser Browser bewahrt keine Liste auf: Sein Speicher ist voll oder gesperrt. Die Adresse dieser Seite nennt die Vorträge.",
    list_no_script: "Die Liste braucht JavaScript. Ihre Adresse nennt die Vorträge, und jeder hat eine eigene Seite.",

    themes_page: "Themen im Lauf der Zeit",
    themes_lead: |themes, editions, recaps| {
        format!(
            "{} auf {}, aus {}.",
            DE.count("{0} Thema|{0} Themen", themes),
            DE.n_conferences(editions),
            dative(recaps)
        )
    },
    no_themes: "Noch kein Bericht erwähnt hier ein Thema.",
    came_back: "Wieder da",
    return_story: |before, again, [silent, silent_recaps, named, all]| {
        format!(
            "Zuletzt erwähnt: {before}. Dann in {} von {} gar nicht, und in {named} von {} zu {again} wieder.",
            dative(silent_recaps),
            DE.n_conferences(silent),
            dative(all)
        )
    },
    threads: "Eine Frage, neue Antworten",
    threads_note: "Was zu einem Thema gehört, geordnet nach der Konferenz, die es zuerst erwähnte.",
    comparison: "Zwei Konferenzen nebeneinander",
    compare: "Vergleichen",
    compare_with: "Vergleichen mit",
    compare_first: "Vergleich von",
    compare_second: "mit",
    only_at: "Nur {}",
    at_both: "Beide, mit den jeweiligen Berichten",
    compared: |here, before| match before {
        Some(before) => format!(
            "Aus {} hier und {} dort. Was nur ein Bericht erwähnt, ist eine Meinung. Was keiner erwähnt, kann trotzdem vorgekommen sein.",
            dative(here),
            dative(before)
        ),
        None => format!("Aus {}. Was ein Bericht erwähnt, ist eine Meinung.", dative(here)),
    },
    first_themes: |n| format!("Hier zum ersten Mal ({n})"),
    new_themes: |n| format!("Neu ({n})"),
    back_themes: |n| format!("Nach einer Pause wieder da ({n})"),
    gone_themes: |n, before| format!("Bei {before} erwähnt, hier nicht ({n})"),
    stayed_themes: |n, before| format!("Bei {before} und hier erwähnt ({n})"),
    other_themes: |n, before| format!("Hier erwähnt, bei {before} nicht ({n})"),
    silent_since: |before, n, recaps| {
        format!("zuletzt {before}; seitdem in {} von {} nicht", dative(recaps), DE.n_conferences(n))
    },

    chart_table: "Als Tabelle zeigen",
    dates_head: "Wann",
    written_head: "Geschrieben",
    written_note: "Graue Balken: wann Berichte erschienen.",

    from_recap: "in",
    on_talk: "Zum Vortrag",
    original_at: |host| format!("Original auf {host}"),
    original_address: "Original",
    wording_of: |file, canonical| format!("{file}, Wort für Wort neben {canonical}"),
    n_alike: |n| {
        if n == 1 { "1 gleicher Absatz".to_owned() } else { format!("{n} gleiche Absätze") }
    },
    words_removed: "entfernt:",
    words_added: "hinzugefügt:",
    boilerplate_in: |file| format!("Was in {file} von anderer Seite ergänzt wurde"),
    image: |alt| if alt.is_empty() { "Bild".to_owned() } else { format!("Bild: {alt}") },
    table: "Tabelle",
    back_to_text: "Zurück zum Text",
    play_video: |title, host| format!("Video abspielen: {title} (lädt von {host})"),
    watch_on: |host| format!("Auf {host} ansehen"),

    provenance: "Woher das stammt",
    talk_provenance: "Wie dieser Vortrag gefunden wurde",
    lines: |file, first, last| {
        if first == last {
            format!("{file}, Zeile {first}")
        } else {
            format!("{file}, Zeilen {first}–{last}")
        }
    },
    method: reasons::method,
    rule: reasons::rule,
    full_stop: ". ",
    how_read: "Wie dieser Bericht gelesen wurde",
    n_times: |n, method, rule| {
        let how = match method {
            Method::Stated => "angegeben",
            Method::Matched => "zugeordnet",
            Method::Set => "festgelegt",
        };
        format!("{n} {how}: {}", reasons::rule(rule))
    },
    uncertain: "Unsicher.",
};
