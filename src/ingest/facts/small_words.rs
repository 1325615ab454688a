//! Tells a language by its small words: articles, conjunctions, and what notes on talks are full of.

use crate::ingest::names::cue_words::{PARTICLES, has as is_listed, phrases};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Small words that occur in every text of one language and in few texts of another, and words for talks.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the | and | of | with | how | this | they | from | is | was | for | that | talk | it | were | are | \
         which | because | there | but | not | very | when | a | an | to | i | am | so | on | no | do | be | \
         we | you | at | in | by | my | as | or | if | can | me | he | she | his | her | our | your | has | \
         have | had | will | would | what | who | why | where | than | then | more | about | into | out | up | \
         all | did | does | their | them | its | us | go | pro | con | era | par \
         | man | due | per | non | met | over | die | den | hat | some | just | only | also",
    ),
    (
        "de",
        "und | der | die | das | nicht | ist | ein | eine | mit | für | auf | von | hat | danach | vortrag | \
         vorträge | zeigte | aus | ich | war | sehr | hier | auch | zum | wie | weil | leider | tage | \
         voller | besten | beste | gefiel | mir | haben | habe | wir | den | dem | zur | über | zu | gute | \
         gutes | aber | dass | noch | nur | drei | zwei | am | im | so | es | bei | an | in | was | man | also | so",
    ),
    (
        "fr",
        "le | les | des | et | une | dans | pour | est | pas | sur | avec | du | ai | suivi | puis | par | \
         conférence | conférences | présentation | présentations | était | étais | qui | car | elle | \
         nous | avons | vu | beaucoup | journée | jours | très | belle | bonne | soit | trois | deux | aux | \
         parlait | dommage | cette | mais | la | de | que | en | un | à | a | se | on | as | or | an | me",
    ),
    (
        "es",
        "el | los | las | y | una | para | con | que | por | muy | pero | del | charla | charlas | fue | \
         también | estuvo | estuve | vi | mejor | mucho | porque | días | dos | tres | buena | buen | cómo | \
         era | fuera | lástima | tan | sobre | gustó | más | esta | hay | la | en | de | otra | bien | un | a | se | si | mi | le | no | es | he | me | has",
    ),
    (
        "it",
        "il | di | che | per | una | con | non | del | della | sono | anche | gli | ho | poi | seguito | \
         piaciuto | intervento | interventi | ero | ha | visto | perché | era | bella | molto | mi | così | \
         giorni | due | tre | migliore | peccato | cibo | più | nel | dei | ma | la | un | a | se | si | le | o | e | i | in | no | me",
    ),
    (
        "nl",
        "het | een | van | niet | dat | met | voor | zijn | maar | ook | naar | geen | lezing | lezingen | \
         daarna | gaf | sessie | praatje | ze | heeft | bij | wat | nieuw | ik | heb | ging | omdat | zo | \
         jammer | leuke | twee | drie | dagen | vol | vond | hoe | uit | elkaar | goede | goed | gezien | \
         de | hij | lekker | veel | was | is | en | die | te | tot | den | dan | of | in | we | me | over",
    ),
    (
        "sv",
        "och | att | är | inte | på | från | mycket | också | jag | när | hade | vad | sedan | höll | \
         föredraget | föredrag | föreläsning | det | bästa | eftersom | synd | så | liten | två | dagar | \
         mest | hur | såg | handlade | bra | ett | av | med | för | konferens | i | en | den | som | till | om | var | man | han | hon",
    ),
    (
        "da",
        "og | jeg | af | ikke | meget | hvad | efter | noget | været | lidt | nogle | også | oplæg | \
         foredrag | bedste | bedst | fordi | handlede | så | dage | hvordan | lide | kunne | det | tre | \
         blev | sagde | vores | uden | nu | på | til | ud | i | en | den | der | som | om | var | man | er | at | for | to | de",
    ),
    (
        "nb",
        "og | jeg | av | ikke | mye | hva | etter | noe | vært | litt | noen | også | innlegg | foredrag | \
         beste | best | fordi | handlet | så | dager | hvordan | likte | kunne | det | tre | ble | sa | \
         våre | uten | nå | på | til | ut | bra | konferanse | i | en | den | som | om | var | man | er | at | for | to | de",
    ),
    (
        "fi",
        "ja | oli | että | myös | mutta | ei | sekä | kun | joka | hyvin | kuin | olin | puhe | esitys | \
         esitystä | sen | näin | paras | koska | hyvä | harmi | niin | kaksi | kolme | päivää | pidin | \
         eniten | siitä | miten | kertoi | olivat | mukaan | on | se | me | he",
    ),
    (
        "pl",
        "się | nie | że | jest | oraz | ale | był | była | było | były | przez | dla | także | prelekcja | \
         prelekcje | prelekcji | potem | pokazał | pokazała | świetna | świetny | byłem | byłam | i | w | o | \
         bo | szkoda | najlepsza | najbardziej | jak | mi | dni | trzy | dwa | bardzo | dobra | dobre | do | \
         tylko | widziałem | na | to | a | z | ma | po | on | no | my | by | za",
    ),
    (
        "cs",
        "že | jsem | které | který | také | přednáška | přednášky | velmi | když | jsme | nebo | už | při | \
         byl | byla | bylo | o | v | protože | škoda | dobrá | dobré | dva | dny | tři | nejlepší | nejvíc | \
         se | mi | jak | líbilo | viděl | viděla | pro | tak | a | na | to | i | do | z | po | on | no | my | by",
    ),
    (
        "pt",
        "o | os | as | que | para | uma | com | não | do | da | em | mas | palestra | palestras | depois | \
         foi | dia | dias | sem | estive | vi | melhor | porque | boa | pena | fosse | tão | dois | três | \
         gostei | muito | como | era | à | na | no | também | de | la | a | se | e | um | si | me",
    ),
    (
        "ro",
        "și | şi | pentru | în | sunt | despre | foarte | fost | după | această | prezentarea | prezentări | \
         prezentare | am | la | că | era | cea | mai | mi | plăcut | mult | bună | atât | două | zile | trei \
         | păcat | cum | de | o | cu | pline | un | a | si | an | in | i",
    ),
    (
        "ca",
        "els | amb | una | que | molt | xerrada | xerrades | més | també | dels | però | aquest | aquesta | \
         vaig | va | ser | i | la | perquè | era | bona | llàstima | fos | dos | dies | com | tan | bon | \
         tres | millor | agradar | em | de | en | un | a | si | o | per | tot | es | no | on",
    ),
    (
        "tr",
        "ve | bir | bu | için | çok | ile | olarak | gibi | daha | ama | oldu | sonra | konuşma | nasıl | \
         vardı | güzel | değil | en | iki | üç | gün | kadar | dolu | çünkü | iyisi | iyi | izledim | \
         olması | ne | de | mi | on | o",
    ),
    (
        "hu",
        "és | az | egy | hogy | nem | volt | voltam | nagyon | csak | előadás | előadást | voltak | már | még \
         | azt | a | mert | jó | kár | olyan | két | három | nap | legjobb | legjobban | tetszett | ahogy | \
         tele | láttam | de | mi | ma | is | be",
    ),
    (
        "id",
        "yang | ini | itu | untuk | dengan | tidak | dari | saya | pada | juga | adalah | kami | sangat | \
         bagaimana | bisa | akan | lebih | oleh | di | dan | tiga | dua | hari | karena | tentang | terbaik | \
         bagus | sekali | sayang | paling | begitu | penuh | melihat",
    ),
];

/// The languages of each small word, one bit for each.
static LANGUAGES_OF: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, u32> = BTreeMap::new();
    for (index, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in phrases(words) {
            *all.entry(word).or_default() |= 1 << index;
        }
    }
    all
});

/// The bit of English, which is the first.
const ENGLISH: u32 = 1;

/// How certain a language is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Certainty {
    /// Certain enough to state it.
    Sure,
    /// The text is not in English, but another language may be meant.
    Likely,
    /// The detector suggests it, which is mostly wrong about few letters.
    Guess,
}

/// Whether at least two small words of a language are in a text. `None` if none are known for that language.
pub(super) fn has_small_words(text: &str, tag: &str) -> Option<bool> {
    let (_, small) = SMALL_WORDS.iter().find(|(known, _)| *known == tag)?;
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    // Words that English shares tell nothing: "I am so on it".
    let is_own = |word: &&str| {
        let languages = LANGUAGES_OF.get(word).copied().unwrap_or_default();
        is_listed(small, word) && (languages == ENGLISH || tag != "en" && languages & ENGLISH == 0)
    };
    Some(words.filter(is_own).take(2).count() == 2)
}

/// The language whose small words occur in a text, if there are several, and at least twice as many that another
/// language lacks than the other way around. Another language than English needs words that English lacks. A few are enough where there are none of English. Names and titles fill
/// notes on talks, and mislead a detector more than these words.
pub(super) fn by_small_words(text: &str) -> Option<(&'static str, Certainty)> {
    const FEWEST_WORDS: usize = 5;
    const FEWEST_ALONE: usize = 3;
    const FEWEST_OUTSIDE: usize = 2;
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for (word, languages) in small_words(text) {
        *counts.entry(languages).or_default() += 1;
        seen.insert(word, languages);
    }
    let count = |is_counted: &dyn Fn(u32) -> bool| {
        counts.iter().filter(|(languages, _)| is_counted(**languages)).map(|it| it.1).sum::<usize>()
    };
    let has = |languages: u32, index: usize| languages & (1 << index) != 0;
    let all = 0..SMALL_WORDS.len();
    let best = all.clone().rev().max_by_key(|index| count(&|it| has(it, *index)))?;
    let own = || seen.iter().filter(|(_, languages)| has(**languages, best));
    // "Jan van Dam, Ada van Loon, Ida von der Au"
    let n_outside = own().filter(|(word, _)| !is_listed(PARTICLES, word)).count();
    let is_alone = count(&|it| has(it, 0) && !has(it, best)) == 0;
    let fewest = if is_alone { FEWEST_ALONE } else { FEWEST_WORDS };
    if own().count() < FEWEST_ALONE
        || n_outside < FEWEST_OUTSIDE
        || count(&|it| has(it, best)) < fewest
    {
        return None;
    }
    // English notes are full of words that other languages have as well: "am", "so", "on", "a", "no".
    let n_own =
        own().filter(|(word, it)| *it & ENGLISH == 0 && !is_listed(PARTICLES, word)).count();
    let n_english = seen.values().filter(|it| *it & ENGLISH != 0 && !has(**it, best)).count();
    let is_told = if best > 0 {
        n_own >= FEWEST_OUTSIDE && n_own > n_english
    } else {
        seen.values().filter(|it| **it == ENGLISH).count() >= FEWEST_ALONE
    };
    if !is_told {
        return None;
    }
    let is_clear = |other: usize| {
        let own = count(&|it| has(it, best) && !has(it, other));
        own > 1 && own >= 2 * count(&|it| has(it, other) && !has(it, best))
    };
    let (tag, _) = *SMALL_WORDS.get(best)?;
    if all.filter(|other| *other != best).all(is_clear) {
        Some((tag, Certainty::Sure))
    } else {
        is_alone.then_some((tag, Certainty::Likely))
    }
}

/// The small words of a text in lower case, each with its languages.
fn small_words(text: &str) -> Vec<(&'static str, u32)> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let known = words.filter_map(|word| LANGUAGES_OF.get_key_value(word.to_lowercase().as_str()));
    known.map(|(word, languages)| (*word, *languages)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_english_notes_are_in_no_other_language() {
        for text in [
            "Loud day. I am so tired: so many looms. I am an optimist, lost my hat.",
            "So many weavers! So nice. Dinner was an odd affair. I am an early bird, so I left.",
            "So You Want a Loom\nAn Ode to an Old Thread\nI Am an Apprentice\nSo Long, Felt",
            "Pro: cheap to dye. Pro: easy to cut. Con: hard to do a hem. I want to try.",
            "Pro: quick. Con: no manual. Con: a mess. Pro: no knots, new era.",
            "No wool. Con rooms: no heat. A real con.",
            "On knots\nOn a shoestring\nA tour de force\nLa Jolla loom\nOn par",
            "Ten Ways to Break a Knot\nAn Intro to Felt\nA Guide to Dye",
            "let a = i + 1; do { a = b | c } if on { go to z }; no se; e = a * o",
            "How do I get in? Do I need a ticket? No, it is free. Can I bring a loom? On a lead, yes. \
             Where do I park? At a hotel. Am I too late to talk? No.",
        ] {
            let found = by_small_words(text).map(|(tag, _)| tag);
            assert!(found.is_none_or(|tag| tag == "en"), "{found:?} {text}");
        }
    }

    #[test]
    fn small_words_tell_where_titles_and_names_mislead() {
        for (text, tag) in [
            (
                "Ada Weaver over Looms that sing. Niet alles hoeft een weefsel te zijn, maar wel met het oog.",
                Some("nl"),
            ),
            (
                "Bo Thread: le fil et la laine. Pas de surprise dans les ateliers, avec une démo.",
                Some("fr"),
            ),
            (
                "De lezing „Pijplijnen” van Joris Kok was grappig. Daarna gaf Anouk de Wit een sessie.",
                Some("nl"),
            ),
            (
                "La charla «Semillas» de Lucía Peña fue la mejor. También estuvo bien otra.",
                Some("es"),
            ),
            (
                "„Hinter den Fäden der Weber“ – Falk Ried, „Ein Netz aus Wolle“ – Tilda Voss",
                Some("de"),
            ),
            ("Looms that sing, Fast wool", None),
            (
                "Ana de la Vara, Luc de la Tour, Ida von der Au, Jan van den Berg, Eva de las Heras",
                None,
            ),
        ] {
            let expected = tag.map(|tag| (tag, Certainty::Sure));
            assert_eq!(by_small_words(text), expected, "{text}");
        }
    }
}
