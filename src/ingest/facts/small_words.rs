//! Tells a language by its small words: articles, conjunctions, and what notes on talks are full of.

use crate::ingest::names::cue_words::{PARTICLES, has as is_listed, phrases};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Small words that occur in every text of one language and in few texts of another, and words for talks.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the | and | of | with | how | this | they | from | is | was | for | that | talk | it | were | are | \
         which | because | there | but | not | very | when",
    ),
    (
        "de",
        "und | der | die | das | nicht | ist | ein | eine | mit | für | auf | von | hat | danach | vortrag | \
         vorträge | zeigte | aus | ich | war | sehr | hier | auch | zum | wie | weil | leider | tage | \
         voller | besten | beste | gefiel | mir | haben | habe | wir | den | dem | zur | über | zu | gute | \
         gutes | aber | dass | noch | nur | drei | zwei | am | im | so | es | bei | an",
    ),
    (
        "fr",
        "le | les | des | et | une | dans | pour | est | pas | sur | avec | du | ai | suivi | puis | par | \
         conférence | conférences | présentation | présentations | était | étais | qui | car | elle | \
         nous | avons | vu | beaucoup | journée | jours | très | belle | bonne | soit | trois | deux | aux | \
         parlait | dommage | cette | mais | la | de | que | en | un | à | a | se | on",
    ),
    (
        "es",
        "el | los | las | y | una | para | con | que | por | muy | pero | del | charla | charlas | fue | \
         también | estuvo | estuve | vi | mejor | mucho | porque | días | dos | tres | buena | buen | cómo | \
         era | fuera | lástima | tan | sobre | gustó | más | esta | hay | la | en | de | otra | bien | un | a | se | si | mi | le | no | es",
    ),
    (
        "it",
        "il | di | che | per | una | con | non | del | della | sono | anche | gli | ho | poi | seguito | \
         piaciuto | intervento | interventi | ero | ha | visto | perché | era | bella | molto | mi | così | \
         giorni | due | tre | migliore | peccato | cibo | più | nel | dei | ma | la | un | a | se | si | le | o | e",
    ),
    (
        "nl",
        "het | een | van | niet | dat | met | voor | zijn | maar | ook | naar | geen | lezing | lezingen | \
         daarna | gaf | sessie | praatje | ze | heeft | bij | wat | nieuw | ik | heb | ging | omdat | zo | \
         jammer | leuke | twee | drie | dagen | vol | vond | hoe | uit | elkaar | goede | goed | gezien | \
         de | hij | lekker | veel | was | is | en | die | te | tot | den | dan",
    ),
    (
        "sv",
        "och | att | är | inte | på | från | mycket | också | jag | när | hade | vad | sedan | höll | \
         föredraget | föredrag | föreläsning | det | bästa | eftersom | synd | så | liten | två | dagar | \
         mest | hur | såg | handlade | bra | ett | av | med | för | konferens | i | en | den | som | till | om | var",
    ),
    (
        "da",
        "og | jeg | af | ikke | meget | hvad | efter | noget | været | lidt | nogle | også | oplæg | \
         foredrag | bedste | bedst | fordi | handlede | så | dage | hvordan | lide | kunne | det | tre | \
         blev | sagde | vores | uden | nu | på | til | ud | i | en | den | der | som | om | var | man | er",
    ),
    (
        "nb",
        "og | jeg | av | ikke | mye | hva | etter | noe | vært | litt | noen | også | innlegg | foredrag | \
         beste | best | fordi | handlet | så | dager | hvordan | likte | kunne | det | tre | ble | sa | \
         våre | uten | nå | på | til | ut | bra | konferanse | i | en | den | som | om | var | man | er",
    ),
    (
        "fi",
        "ja | oli | että | myös | mutta | ei | sekä | kun | joka | hyvin | kuin | olin | puhe | esitys | \
         esitystä | sen | näin | paras | koska | hyvä | harmi | niin | kaksi | kolme | päivää | pidin | \
         eniten | siitä | miten | kertoi | olivat | mukaan",
    ),
    (
        "pl",
        "się | nie | że | jest | oraz | ale | był | była | było | były | przez | dla | także | prelekcja | \
         prelekcje | prelekcji | potem | pokazał | pokazała | świetna | świetny | byłem | byłam | i | w | o | \
         bo | szkoda | najlepsza | najbardziej | jak | mi | dni | trzy | dwa | bardzo | dobra | dobre | do | \
         tylko | widziałem | na | to | a | z | ma | po",
    ),
    (
        "cs",
        "že | jsem | které | který | také | přednáška | přednášky | velmi | když | jsme | nebo | už | při | \
         byl | byla | bylo | o | v | protože | škoda | dobrá | dobré | dva | dny | tři | nejlepší | nejvíc | \
         se | mi | jak | líbilo | viděl | viděla | pro | tak | a | na | to | i | do | z | po",
    ),
    (
        "pt",
        "o | os | as | que | para | uma | com | não | do | da | em | mas | palestra | palestras | depois | \
         foi | dia | dias | sem | estive | vi | melhor | porque | boa | pena | fosse | tão | dois | três | \
         gostei | muito | como | era | à | na | no | também | de | la | a | se | e | um | si",
    ),
    (
        "ro",
        "și | şi | pentru | în | sunt | despre | foarte | fost | după | această | prezentarea | prezentări | \
         prezentare | am | la | că | era | cea | mai | mi | plăcut | mult | bună | atât | două | zile | trei \
         | păcat | cum | de | o | cu | pline | un | a | si",
    ),
    (
        "ca",
        "els | amb | una | que | molt | xerrada | xerrades | més | també | dels | però | aquest | aquesta | \
         vaig | va | ser | i | la | perquè | era | bona | llàstima | fos | dos | dies | com | tan | bon | \
         tres | millor | agradar | em | de | en | un | a | si | o | per | tot | es",
    ),
    (
        "tr",
        "ve | bir | bu | için | çok | ile | olarak | gibi | daha | ama | oldu | sonra | konuşma | nasıl | \
         vardı | güzel | değil | en | iki | üç | gün | kadar | dolu | çünkü | iyisi | iyi | izledim | \
         olması | ne | de | mi",
    ),
    (
        "hu",
        "és | az | egy | hogy | nem | volt | voltam | nagyon | csak | előadás | előadást | voltak | már | még \
         | azt | a | mert | jó | kár | olyan | két | három | nap | legjobb | legjobban | tetszett | ahogy | \
         tele | láttam | de | mi | ma | is",
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
    Some(words.filter(|word| is_listed(small, word)).take(2).count() == 2)
}

/// The language whose small words occur in a text, if there are several, and at least twice as many that another
/// language lacks than the other way around. A few are enough where there are none of English. Names and titles fill
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
