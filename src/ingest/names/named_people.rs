//! Finds people and their organizations: "Name from Company" and similar forms.

use super::affiliation::{affiliation, possessor};
use super::cue_words::{PARTICLES, has};
use super::likeness::Likeness;
use super::other_words::{BEFORE_NAMES, OPENERS};
use super::word_lists::is_listed;
use super::word_spans::{Word, words};
use std::ops::Range;

/// A person as a text names them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Named {
    /// The name as the text spells it.
    pub name: String,
    /// The organizations that the text gives for the person.
    pub organizations: Vec<String>,
    /// Bytes of the name in the text.
    pub range: Range<usize>,
    /// Byte after the name and its organizations.
    pub end: usize,
}

/// Capitalized words that are not part of a person's name.
const NOT_NAMES: &str = "\
    a about after afterward afterwards all also although an and another as at because before best both but by during \
    each finally first for from he her here his how i if in is it its last later like many most \
    mr mrs my next no not now of on one only or our second several she since so some that the \
    their then there these they third this those to today tomorrow two when where which while \
    loved liked enjoyed caught heard thanks great who why with yesterday you your monday tuesday wednesday thursday friday saturday sunday \
    january february march april june july august september october november december agent \
    architecture blog business cloud cluster code community computing conference container \
    containers continuous controller custom data day deployment engine engineering europe \
    foundation general group hardware image inc infrastructure interface keynote kernel \
    kubernetes learning library lightning linux machine manager mesh native network networking \
    news north america notes open operator operators panel part persistent platform pod policy \
    post template gardens garden park hall center centre hotel square street museum press \
    project projects protocol recap runtime security server serverless service services session \
    software source special stack state storage summit system systems talk team tools track \
    university update virtual volume web workshop workload york san los las new city senior staff \
    principal engineer director architect developer lead chief officer head executive fellow product founder \
    advocate vice president maintainer";

/// Such words in other languages: adverbs and articles that begin sentences, days, and words for talks.
const FOREIGN_NOT_NAMES: &str = "\
    am im zum zur der die das den dem ein eine danach dann später abends morgens mittags \
    nachmittags vormittags gestern heute zuerst anschließend außerdem auch mit bei nach vom \
    dienstag mittwoch donnerstag freitag samstag sonntag montag vortrag vorträge sitzung puis \
    ensuite après enfin avant le la les un une des mon ma mes avec chez lundi mardi mercredi \
    jeudi vendredi samedi dimanche conférence présentation atelier después luego entonces \
    también primero finalmente el los las una mi con lunes martes miércoles jueves viernes \
    sábado domingo charla ponencia taller poi dopo infine quindi il lo gli uno con lunedì \
    martedì mercoledì giovedì venerdì sabato domenica intervento daarna later eerst ook het \
    een met maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lezing depois então \
    também primeiro os as um uma com segunda terça quarta quinta sexta palestra oficina \
    potem następnie później najpierw dziś wczoraj wykład prelekcja затем потом далее после сначала сегодня вчера \
    завтра доклад лекция потім далі спочатку доповідь potom pak dále nejprve přednáška sedan därefter senere";

/// Words before a thing or a place, but never before a person's name.
const NOT_BEFORE_NAMES: &str = "\
    a an the this these those my your his its our their in into inside within near across \
    throughout";

/// Most words in a person's name after `Company's`; longer names are things: "Warpworks's Top Loom User Award".
const LONGEST_OWNED: usize = 3;

/// Words of [`PARTICLES`] that more often stand between a name and what follows it in a sentence.
const BEHIND_NAMES: [&str; 7] = ["y", "e", "das", "dos", "du", "zu", "lo"];

/// Prefixes after which a capital may follow within a name.
const INNER_CAPITAL: &[&str] = &["Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "Du", "St"];

/// Whether the whole text is a person's name.
pub(in crate::ingest) fn is_person_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words
            .iter()
            .enumerate()
            .all(|(at, word)| is_name_word(word) || at > 0 && is_particle(word))
}

/// Whether a word may stand inside a name: "de", and "El" in "Aya El Fassi".
fn is_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    has(PARTICLES, &word) && !BEHIND_NAMES.contains(&word.as_str())
}

fn is_name_word(word: &str) -> bool {
    let mut characters = word.chars();
    let Some(first) = characters.next().filter(|c| c.is_uppercase()) else { return false };
    let is_other = is_listed(NOT_NAMES, word)
        || has(BEFORE_NAMES, &word.to_lowercase())
        || word.chars().count() > 1 && is_listed(FOREIGN_NOT_NAMES, word);
    if is_other || word.ends_with("'s") || word.ends_with("’s") {
        return false;
    }
    let rest = characters.as_str();
    if rest == "." || rest.is_empty() {
        return first.is_alphabetic() && rest == ".";
    }
    let mut previous = first;
    for (at, c) in rest.char_indices() {
        let is_mark = matches!(c, '-' | '\'' | '’');
        let head = word.get(..first.len_utf8() + at).unwrap_or_default();
        let may_be_capital = matches!(previous, '-' | '\'' | '’') || INNER_CAPITAL.contains(&head);
        if !(is_mark || c.is_alphabetic() && (!c.is_uppercase() || may_be_capital)) {
            return false;
        }
        previous = c;
    }
    previous.is_alphabetic()
}

/// Everybody whom a text names by first and last name, in order, with the organizations it gives.
///
/// A name is only a guess from its shape: the caller decides whether the sentence is about people.
pub(in crate::ingest) fn names_in(text: &str) -> Vec<Named> {
    let words = words(text);
    let mut names: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (length, possessive) = name_length(text, words.get(at..).unwrap_or_default());
        let run = words.get(at..at + length).unwrap_or_default();
        let (length, possessive) = match before_origin(text, run) {
            Some(shorter) => (shorter, 0),
            None => (length, possessive),
        };
        let named = words.get(at..at + length).filter(|named| named.len() >= 2);
        let dropped = named.map_or(0, |named| foreign_words(text, named, possessive));
        if dropped > 0 {
            at += dropped;
            continue;
        }
        let Some((first, last)) = named.and_then(|named| named.first().zip(named.last())) else {
            at += 1;
            continue;
        };
        let range = first.start..last.end - possessive;
        let name = text.get(range.clone()).unwrap_or_default();
        let before = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .filter(|before| text.get(before.end..range.start) == Some(" "));
        // "a Ada Weaver": Portuguese and Catalan use an article there.
        let is_article =
            before.is_some_and(|before| matches!(before.text, "a" | "A" | "o" | "la" | "La"));
        if before.is_some_and(|before| is_listed(NOT_BEFORE_NAMES, before.text))
            && !(is_article && Likeness::of(name).person() > 2.5)
            || is_abbreviated(name, text.get(range.end..).unwrap_or_default())
        {
            at += length;
            continue;
        }
        let owner = before.and_then(|before| possessor(before.text));
        if owner.is_some() && length > LONGEST_OWNED {
            at += length;
            continue;
        }
        let (organizations, end) = affiliation(text, range.end);
        // "Cutting Costs with Wool": an unlikely name does not work with anybody.
        let is_with = || text.get(range.end..).is_some_and(|rest| rest.starts_with(" with "));
        let (organizations, end) = if is_with() && Likeness::of(name).person() < 0.0 {
            (Vec::new(), range.end)
        } else {
            (organizations, end)
        };
        let organizations =
            if organizations.is_empty() { owner.into_iter().collect() } else { organizations };
        let end = end.max(range.end);
        names.push(Named { name: name.to_owned(), organizations, range, end });
        at += length;
        while words.get(at).is_some_and(|word| word.start < end) {
            at += 1;
        }
    }
    names
}

/// Whether brackets after the name contain its first letters: "Loom Oversight Board (LOB)".
fn is_abbreviated(name: &str, rest: &str) -> bool {
    let inside = rest.strip_prefix(" (").and_then(|inside| inside.split([')', '.', '\n']).next());
    let Some(inside) = inside else {
        return false;
    };
    let first = inside.split([',', ';', ' ']).next().unwrap_or_default();
    let short = first.strip_suffix('s').unwrap_or(first);
    let initials: String = name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
    short.chars().count() >= 2 && initials.to_uppercase().ends_with(short)
}

/// How many words come before a "von" that is not part of a surname: "Ada Weaver von Warpworks", "Ada Weaver von
/// Stand-ups auf dem Schiff". In "Hans Peter von Arnim", the second word and the last form a name.
fn before_origin(text: &str, run: &[Word<'_>]) -> Option<usize> {
    const LEAST: f32 = 4.5;
    let origin = run.iter().skip(2).position(|word| matches!(word.text, "von" | "van"))? + 2;
    let tail = run.get(origin + 1)?;
    let between = |first: &Word<'_>, last: &Word<'_>| text.get(first.start..last.end);
    let odds = |name: &str| Likeness::of(name).person();
    let (first, second, last) = (run.first()?, run.get(origin - 1)?, run.last()?);
    let tail = between(tail, last)?;
    let as_surname = odds(&format!("{} {tail}", second.text));
    let is_whole = odds(between(first, last)?) + 1.0 > odds(between(first, second)?);
    let is_origin = as_surname < 0.0 || as_surname < LEAST && !is_whole;
    is_origin.then_some(origin)
}

/// How many words at the start of a capitalized run are not part of a name: "Vortrag von" before "Ada Weaver".
fn foreign_words(text: &str, run: &[Word<'_>], possessive: usize) -> usize {
    let odds = |words: &[Word<'_>]| {
        let (first, last) = words.first().zip(words.last())?;
        Some(Likeness::of(text.get(first.start..last.end - possessive)?).person())
    };
    if run.len() < 3 {
        return 0;
    }
    if run.first().is_some_and(|first| has(OPENERS, &first.text.to_lowercase())) {
        return 1;
    }
    if odds(run).is_none_or(|whole| whole > -1.0) {
        return 0;
    }
    let begins = |at: &usize| run.get(*at).is_some_and(|word| is_name_word(word.text));
    let tails = (1..=run.len() - 2).filter(begins);
    tails
        .into_iter()
        .find(|at| run.get(*at..).and_then(odds).is_some_and(|odds| odds > 1.0))
        .unwrap_or(0)
}

/// How many words from the first on form one name, and the length of an "'s" at its end. Only a space may separate the
/// words of a name.
fn name_length(text: &str, words: &[Word<'_>]) -> (usize, usize) {
    let mut length = 0;
    let mut end = None;
    for (at, word) in words.iter().take(5).enumerate() {
        let is_joined = end.is_none_or(|end| text.get(end..word.start) == Some(" "));
        let owner = ["'s", "’s"].iter().find_map(|ending| word.text.strip_suffix(ending));
        if let Some(owner) = owner.filter(|owner| at > 0 && is_joined && is_name_word(owner)) {
            return (at + 1, word.text.len() - owner.len());
        }
        let next_is_name =
            words.get(at + 1).is_some_and(|next| is_name_word(next.text) || is_particle(next.text));
        if !is_joined
            || !(is_name_word(word.text) || at > 0 && is_particle(word.text) && next_is_name)
        {
            break;
        }
        length = at + 1;
        end = Some(word.end);
    }
    // "habló Ada Weaver de la lana".
    let is_last_small =
        |length: usize| words.get(length - 1).is_some_and(|word| is_particle(word.text));
    while length > 0 && is_last_small(length) {
        length -= 1;
    }
    (if length > 4 { 0 } else { length }, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_before_a_name_is_no_part_of_it() {
        for word in ["Saw", "Then", "See", "Sadly", "Frau", "Monsieur", "Señora", "Professor"] {
            let names = names_in(&format!("{word} Jorge Prieto at the loom."));
            assert_eq!(names.first().map(|it| it.name.as_str()), Some("Jorge Prieto"), "{word}");
        }
    }

    #[test]
    fn small_words_stand_inside_names() {
        for name in [
            "Aya El Fassi",
            "Yann Le Bihan",
            "Jan ten Berge",
            "Siti binti Rahim",
            "Elena de los Prados",
        ] {
            let names = names_in(&format!("Then {name} showed a loom."));
            assert_eq!(names.first().map(|it| it.name.as_str()), Some(name), "{name}");
        }
        for text in ["Ada Weaver y Bo Thread", "Ada Weaver zu Looms", "Ada Weaver das Weben"] {
            let names = names_in(text);
            assert_eq!(names.first().map(|it| it.name.as_str()), Some("Ada Weaver"), "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &[&str])]) {
        let names = names_in(text);
        let found: Vec<(&str, Vec<&str>)> = names
            .iter()
            .map(|named| {
                (named.name.as_str(), named.organizations.iter().map(String::as_str).collect())
            })
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(name, orgs)| (*name, orgs.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_company_may_stand_in_many_places_beside_a_name() {
        check("Ada Weaver from Warpworks spoke.", &[("Ada Weaver", &["Warpworks"])]);
        check(
            "Yesterday I met Ada Weaver from the Loom Foundation, and Bo Thread from Weft, at noon.",
            &[("Ada Weaver", &["Loom Foundation"]), ("Bo Thread", &["Weft"])],
        );
        check(
            "Ada Weaver, product manager from Warpworks, gave an update",
            &[("Ada Weaver", &["Warpworks"])],
        );
        check(
            "Ada Weaver, a well known engineer at Warpworks Labs. Then",
            &[("Ada Weaver", &["Warpworks Labs"])],
        );
        check("Bo Thread from Warp/Weft then", &[("Bo Thread", &["Warp", "Weft"])]);
        check("Warpworks's Ada Weaver explains", &[("Ada Weaver", &["Warpworks"])]);
        check(
            "by Ada Weaver (CTO, Warpworks) and Bo Thread (Weft, Inc.)",
            &[("Ada Weaver", &["Warpworks"]), ("Bo Thread", &["Weft, Inc."])],
        );
        check("Ada Weaver (@ada) and Bo Thread (2018)", &[("Ada Weaver", &[]), ("Bo Thread", &[])]);
        check(
            "Ada Weaver, head of looms at Warpworks, gave a talk",
            &[("Ada Weaver", &["Warpworks"])],
        );
        check("Ada Weaver of eWeave showed", &[("Ada Weaver", &["eWeave"])]);
        check("Ada Weaver, who was tired of the rain, left", &[("Ada Weaver", &[])]);
    }

    #[test]
    fn names_come_in_many_shapes() {
        check("keynote by Ludwig van der Loom.", &[("Ludwig van der Loom", &[])]);
        check(
            "Mary-Ann O'Weft, J. McThread and Zoë Ångström",
            &[("Mary-Ann O'Weft", &[]), ("J. McThread", &[]), ("Zoë Ångström", &[])],
        );
    }

    #[test]
    fn a_name_may_end_before_where_somebody_is_from() {
        check("habló Ada Weaver de la lana", &[("Ada Weaver", &[])]);
        check("Cy Bobbin von Spindel-ups auf See", &[("Cy Bobbin", &[])]);
        check("ein Vortrag von Jana Pohl von Zalando", &[("Jana Pohl", &[])]);
        check("Hans Peter von Arnim sprach", &[("Hans Peter von Arnim", &[])]);
        check("Jan Willem van Berg sprak", &[("Jan Willem van Berg", &[])]);
    }

    #[test]
    fn capitals_alone_make_no_name() {
        for text in [
            "Persistent Volume Claims",
            "OpenStack PetSets from upstream",
            "In North America",
            "The Service Mesh from Google",
            "New York Times",
            "I went there",
            "CNCF TOC",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn what_has_an_article_a_place_or_an_abbreviation_is_no_person() {
        for text in [
            "a walk through the Woolen Quarter with Warpworks",
            "The Technical Weaving Groups of Warpworks met",
            "It lies on the South Bank of Ghent.",
            "received Warpworks's Top Loom User Award",
            "We stood in Woolen Quarter with Warpworks",
            "after the Technical Weaving Committee (TWC), and",
            "Dynamic Thread Allocation (DTA) is inspired",
            "Felt Resource Definitions (FRDs) from Warpworks",
        ] {
            check(text, &[]);
        }
        check("I learned that Ada Weaver (AWS) left", &[("Ada Weaver", &["AWS"])]);
        check("with Ada Weaver (Warp)", &[("Ada Weaver", &["Warp"])]);
    }

    #[test]
    fn a_line_is_a_name_or_not() {
        assert!(is_person_name("Ada Weaver"));
        for text in [
            "Ada",
            "Warpworks 2018",
            "DC/OS",
            "Kubernetes Blog",
            "ada weaver",
            "A Week of Looms and Threads",
        ] {
            assert!(!is_person_name(text), "{text}");
        }
    }
}
