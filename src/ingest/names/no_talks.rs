//! Sentences with a marked title and a name that tell of no talk, or of one that the author did not see.

use super::cue_words::{IS, has, phrases};
use super::kinds::{is_talk_word, words};
use super::other_words::{BOOK_WORDS, READING};
use super::told_words::GIVING;

/// How many words at the start may contain a verb that shows that the sentence is about reading.
const OPENING_WORDS: usize = 3;

/// Phrases about what the author reads.
const I_READ: &str = "\
    i read | we read | re-read | reread | read the paper | reading list | i was reading | i am reading | i'm reading | i’m reading | las ich | lese ich | ich las | ich lese | \
    j'ai lu | j’ai lu | je lis | je lisais | leí | estoy leyendo | ho letto | sto leggendo | ik las | ik lees | las ik | \
    eu li | estou lendo | を読んだ | を読みました | を読んで";

/// Words for songs, films and places to eat, which have a title and a maker as well.
const OTHER_WORKS: &str = "\
    the song | a song | songs | album | movie | podcast | podcasts | poem | restaurant | the band played | lied von | film von | gedicht | chanson | \
    poème | canción | película | poema | restaurante | canzone | ristorante | poesia | liedje | gedicht | nummer van | \
    música | canção | song of the week | music on the road | the tool | the app | a tweet | the tweet | tweets | \
    must read | must-read | film by | the film | the movie | a film | an episode | episode of | the paper | wrote in | writes in | quoted | schrieb in | a écrit dans | escribió en | ha scritto in | schreef in | escreveu em | \
    blog post | blogpost | blog posts | the article | an article | der artikel | den artikel | l'article | \
    el artículo | l'articolo | het artikel | o artigo | drinks | getränke";

/// What stands in a schedule between the talks, each as the whole of an entry.
const BETWEEN_TALKS: &str = "\
    tba | tbd | tbc | n.n. | registration | check-in | welcome | housekeeping | welcome & housekeeping | \
    welcome and housekeeping | opening remarks | closing remarks | opening | closing | wrap-up | wrap up | \
    group photo | family photo | raffle | raffle draw | prize draw | book signing | signing | yoga | \
    networking drinks | networking lunch | drinks | happy hour | barbecue | bbq | party | afterparty | \
    after party | breakfast | lunch | dinner | coffee | tea | break | coffee break | lunch break | \
    anmeldung | registrierung | begrüßung | eröffnung | verabschiedung | mittagspause | kaffeepause | \
    mittagessen | abendessen | frühstück | gruppenfoto | verlosung | grillen | stammtisch | \
    accueil | café | pause | pause café | pause déjeuner | déjeuner | dîner | petit déjeuner | apéro | apéritif | \
    mot d'accueil | mot de clôture | tirage au sort | photo de groupe | \
    registro | acreditación | bienvenida | clausura | descanso | comida | almuerzo | cena | desayuno | \
    cervezas | pausa café | pausa para café | sorteo | foto de grupo | \
    registrazione | accoglienza | benvenuto | saluti | saluti finali | chiusura | pranzo | pausa pranzo | \
    pausa caffè | colazione | aperitivo | birra | estrazione premi | \
    inloop | ontvangst | welkom | afsluiting | pauze | lunchpauze | koffiepauze | borrel | ontbijt | \
    credenciamento | boas-vindas | abertura | encerramento | almoço | intervalo | coffee-break | jantar | \
    cervejada | sorteios | \
    休憩 | 昼休み | 昼食 | ランチ | 懇親会 | 受付 | 開会 | 閉会 | 開会式 | 閉会式 | 集合写真";

/// Whether a title is that of a break, a meal or another entry of a schedule that is no talk.
pub(in crate::ingest) fn is_between_talks(title: &str) -> bool {
    let lower = title.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    lower.is_empty() && title.contains('?') || has(BETWEEN_TALKS, &lower)
}

/// Words that say of a talk that it was canceled.
const CANCELED: &str = "\
    canceled | cancelled | ausgefallen | entfallen | entfällt | abgesagt | annulé | annulée | cancelado | cancelada | \
    annullato | annullata | cancellato | geannuleerd | afgelast | uitgevallen | odwołany | odwołana | inställd | \
    inställt | 中止 | キャンセル";

/// Other words that say that a talk was not given, at least not here.
const NOT_GIVEN: &str = "\
    withdrawn | postponed | moved to | no-show | no show | fiel aus | fiel leider aus | fällt aus | verschoben | \
    reporté | reportée | a été annulé | suspendido | suspendida | pospuesto | rinviato | vervallen | adiado | adiada";

/// Words that say of a talk that it was canceled, in small letters.
pub(crate) fn canceled_words() -> impl Iterator<Item = &'static str> {
    phrases(CANCELED)
}

/// Whether words say that a talk was not given: "fiel leider aus".
pub(in crate::ingest) fn is_canceled(words: &str) -> bool {
    let lower = words.to_lowercase();
    canceled_words().chain(phrases(NOT_GIVEN)).any(|phrase| is_in(&lower, phrase))
}

/// Whether a part of a line says so: "Looms that sing (canceled)", "Abgesagt: Looms that sing".
pub(in crate::ingest) fn is_marked_canceled(line: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let line = line.replace(" - ", " – ");
    let mut parts = line.split(['(', ')', '[', ']', ':', '–', '—', '|', '\n']).map(str::trim);
    parts.any(|part| part.split_whitespace().count() <= MOST_WORDS && is_canceled(part))
}

/// Words before a title that the author did not hear, or not yet.
const MISSED: &str = "\
    i missed | we missed | missed out on | had to miss | couldn't see | couldn’t see | could not see | didn't see | \
    didn’t see | did not see | next year | want to hear | want to see | \
    would like to hear | would like to see | \
    verpasst habe | leider verpasst | nächstes jahr | j'ai raté | j’ai raté | j'ai manqué | j’ai manqué | l'année prochaine | \
    l’année prochaine | me perdí | el próximo año | mi sono perso | mi sono persa | l'anno prossimo | l’anno prossimo | \
    heb ik gemist | volgend jaar | eu perdi | ano que vem | próximo ano";

/// Words right before a title of a talk that is yet to come.
const EXPECTED: &str = "we will see | we'll see | we’ll see | looking forward to | freue mich auf";

/// Words at the start of a sentence about a talk that was heard somewhere else.
const ELSEWHERE: &str = "\
    last year | the year before | two years ago | letztes jahr | voriges jahr | im vorjahr | l'an dernier | l’an dernier | \
    l'année dernière | l’année dernière | el año pasado | l'anno scorso | l’anno scorso | vorig jaar | no ano passado";

/// Words in such a sentence that lead back to the event that the text is about.
const HERE: &str = "\
    today | this year | this time | now | heute | dieses jahr | diesmal | aujourd'hui | aujourd’hui | cette année | \
    hoy | este año | oggi | quest'anno | quest’anno | vandaag | dit jaar | hoje | este ano";

/// Words after a title that say that the talk is yet to come.
const TO_COME: &str = "\
    will give | will present | will be giving | is going to give | wird er halten | wird sie halten | halten wird | \
    donnera | va donner | dará | va a dar | darà | zal geven | gaat geven | vai dar | vai apresentar";

/// Phrases in a heading above things that look like talks of the program and are none.
const NO_PROGRAM: &str = "\
    sponsors | sponsoren | patrocinadores | credits | where we ate | to try | want to follow | one-liners | one liners | \
    next year's ideas | next year’s ideas | ideas for next | talk ideas | my proposals | rejected | last year's | last year’s | upcoming events | next events | \
    winners | raffle | hackathon projects | board games | car sharing | where we stayed | hotels | seating | \
    questions from | pull requests | podcasts | films | movies | recipes | book recommendations | who i met | \
    ideen für | themenideen | eingereicht | abgelehnt | letztes jahr | kommende veranstaltungen | gewinner | mitfahrgelegenheiten | \
    fragen aus dem publikum | filme | rezepte | idées pour | refusés | l'année dernière | prochains événements | gagnants | \
    questions du public | ideas para | rechazadas | del año pasado | próximos eventos | ganadores | preguntas del público | \
    idee per | dell'anno scorso | prossimi eventi | vincitori | ideeën voor | van vorig jaar | winnaars | \
    ideias para | do ano passado | próximos eventos | ganhadores | 紹介された本";

/// Whether a heading says that the list below it is no program: "Raffle winners", "Rejected proposals", "Canceled".
pub(in crate::ingest) fn heads_no_program(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    // "Kernel Recipes 2022" is an event.
    let has_number = lower.contains(|c: char| c.is_ascii_digit());
    !has_number && phrases(NO_PROGRAM).any(|phrase| is_in(&lower, phrase)) || is_canceled(heading)
}

/// Whether a sentence is about a book, a song, a film or a restaurant, and not about a talk. `around` is the sentence
/// without its marked titles, which may be about anything.
pub(in crate::ingest) fn tells_of_work(around: &str) -> bool {
    let lower = around.to_lowercase();
    let is_any = |list: &'static str| phrases(list).any(|phrase| is_in(&lower, phrase));
    let mut first = words(&lower).take(OPENING_WORDS);
    let is_read = first.any(|word| has(READING, word)) || is_any(I_READ);
    let is_work = words(&lower).any(|word| has(BOOK_WORDS, word)) || is_any(OTHER_WORKS);
    (is_read || is_work) && !words(&lower).any(is_talk_word)
}

/// Whether the words around a title say that the author did not hear that talk.
pub(in crate::ingest) fn is_not_heard(before: &str, after: &str) -> bool {
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    // "I'm looking forward to “Looms”", but not "we will see if “Looms” ages well" or "“Looms”, and it was great".
    let is_past = || {
        words(&before).any(|word| matches!(word, "was" | "were" | "been"))
            || words(&after).any(|word| has(IS, word) || has(GIVING, word))
    };
    let is_expected = |phrase: &str| before.trim_end().ends_with(phrase) && !is_past();
    phrases(MISSED).any(|phrase| is_in(&before, phrase))
        || phrases(EXPECTED).any(is_expected)
        || phrases(TO_COME).any(|phrase| is_in(&after, phrase))
        || is_canceled(&after)
}

/// Whether a sentence begins with words that lead to a talk of another edition: "Last year Ada Weaver gave …". "Last
/// year was great, and so was …" does not, nor does a sentence that comes back to this event.
pub(in crate::ingest) fn tells_of_elsewhere(sentence: &str) -> bool {
    let lower = sentence.trim_start().to_lowercase();
    let rests = phrases(ELSEWHERE).filter_map(|phrase| lower.strip_prefix(phrase));
    let is_of_year = |rest: &str| !words(rest).next().is_some_and(|word| has(IS, word));
    let comes_back = lower.contains(';') || phrases(HERE).any(|phrase| is_in(&lower, phrase));
    !comes_back && rests.into_iter().any(|rest| rest.starts_with([' ', ',']) && is_of_year(rest))
}

/// Whether a text has a phrase as whole words.
fn is_in(text: &str, phrase: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_eastern = !phrase.is_ascii() && !phrase.contains(' ') && phrase.starts_with('を');
    text.match_indices(phrase).any(|(at, found)| {
        let (before, after) = (text.get(..at), text.get(at + found.len()..));
        is_eastern
            || is_edge(before.and_then(|it| it.chars().next_back()))
                && is_edge(after.and_then(|it| it.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_is_no_talk() {
        for sentence in [
            "On the train I read “” by Frank Herbert.",
            "The band played “” by Paul McCartney.",
            "Im Zug las ich „“ von Michael Ende.",
            "El restaurante «» de Juan Pérez.",
            "“” by Ada Weaver is a must read.",
            "The paper “” by Ada Weaver.",
            "As Ada Weaver wrote in “”.",
            "電車で「」(夏目 漱石)を読んだ。",
        ] {
            assert!(tells_of_work(sentence), "{sentence}");
        }
        for sentence in [
            "Then “” by Ada Weaver.",
            "In her talk “” Ada Weaver played a song.",
            "Wei Li and Dawn Song showed “”.",
        ] {
            assert!(!tells_of_work(sentence), "{sentence}");
        }
    }

    #[test]
    fn breaks_and_meals_are_no_talks() {
        for title in ["TBA", "???", "Pausa pranzo", "Book signing", "Lunch!", "集合写真", "Apéro"]
        {
            assert!(is_between_talks(title), "{title}");
        }
        for title in ["Networking", "Lunch with looms", "Closing the loop", "Break the loom", "C?"]
        {
            assert!(!is_between_talks(title), "{title}");
        }
    }

    #[test]
    fn some_lists_are_no_program() {
        for heading in
            ["Raffle winners", "Rejected proposals", "Cancelled talks", "Talk ideas for next year"]
        {
            assert!(heads_no_program(heading), "{heading}");
        }
        for heading in [
            "Day 1",
            "Kernel Recipes 2022",
            "Winning with looms",
            "Talks I missed",
            "Best of the second day",
        ] {
            assert!(!heads_no_program(heading), "{heading}");
        }
    }

    #[test]
    fn a_canceled_talk_was_not_given() {
        for line in [
            "Looms that sing (canceled)",
            "[cancelled] Loom Zoo",
            "Abgesagt: Laute Wolle - Ada Weaver",
        ] {
            assert!(is_marked_canceled(line), "{line}");
        }
        for line in ["Looms: how a launch was canceled twice by a storm", "Looms that sing"] {
            assert!(!is_marked_canceled(line), "{line}");
        }
    }

    #[test]
    fn what_was_missed_was_not_heard() {
        assert!(is_not_heard("I missed ", " by Eva Hill."));
        assert!(is_not_heard("Next year I want to hear Bob Stone's talk ", "."));
        assert!(is_not_heard("Tom Hay told me about ", ", which he will give at LoomConf."));
        assert!(is_not_heard("Die Session ", " mit Ada Weaver fiel leider aus."));
        assert!(is_not_heard("We'll see ", " by Ada Weaver at WeftConf."));
        assert!(is_not_heard("I'm looking forward to ", " by Ada Weaver."));
        assert!(!is_not_heard("After that came ", ", which many missed."));
        assert!(!is_not_heard("We will see if ", " by Ada Weaver ages well; I liked it."));
        assert!(!is_not_heard("I was looking forward to ", " by Ada Weaver, and it was loud."));
        assert!(!is_not_heard("Looking forward to trying what Eva Hill showed in ", "."));
        assert!(!tells_of_elsewhere("Last year Eva Hill spoke on nets; today she gave “”."));
        assert!(!tells_of_elsewhere("Last year was loud, and so was “” by Eva Hill."));
        assert!(!tells_of_elsewhere("Two years ago Bo Reed left the sea; in “” he told us why."));
        assert!(tells_of_elsewhere("Last year, Ada Weaver spoke on “”."));
        assert!(tells_of_elsewhere("Letztes Jahr hielt Ada Weaver „“."));
        assert!(!tells_of_elsewhere("Ada Weaver spoke on last year's looms."));
        assert!(!tells_of_elsewhere("Last year's speaker was back."));
    }
}
