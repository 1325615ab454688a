//! Finds the language of a text.

use crate::ingest::diagnostic::{Diagnostic, Place, Severity};
use crate::ingest::draft::Draft;
use crate::ingest::facts::language_tags::named;
use crate::ingest::facts::scripts::by_script;
use crate::ingest::facts::small_words::{Certainty, by_small_words, has_small_words};
use crate::ingest::source::Source;
use crate::model::{Block, plain_text};
use std::collections::BTreeSet;
use whatlang::{Detector, Lang};

/// Fewest letters needed to detect a language.
const FEWEST: usize = 120;

/// Fewest letters that justify a question: the detector is mostly wrong about fewer.
const ENOUGH_TO_ASK: usize = 300;

/// How much of a long text is examined, in bytes.
const MOST: usize = 20_000;

/// Confidence from 0 to 1 above which the language is certain.
const SURE: f64 = 0.9;

/// The languages in which recaps are known to exist, and their tags.
const LANGUAGES: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Deu, "de"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Nld, "nl"),
    (Lang::Por, "pt"),
    (Lang::Jpn, "ja"),
    (Lang::Cmn, "zh"),
    (Lang::Kor, "ko"),
    (Lang::Rus, "ru"),
    (Lang::Ukr, "uk"),
    (Lang::Pol, "pl"),
    (Lang::Ces, "cs"),
    (Lang::Swe, "sv"),
    (Lang::Dan, "da"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Tur, "tr"),
    (Lang::Ara, "ar"),
    (Lang::Heb, "he"),
    (Lang::Ell, "el"),
    (Lang::Cat, "ca"),
    (Lang::Ind, "id"),
    (Lang::Vie, "vi"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Bul, "bg"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Pes, "fa"),
    (Lang::Urd, "ur"),
    (Lang::Mar, "mr"),
    (Lang::Nep, "ne"),
];

/// Sets the language if nothing states it. If it is uncertain, English is kept and the remark says so.
pub(in crate::ingest) fn detect(draft: &mut Draft, source: &Source) -> Option<Diagnostic> {
    if !draft.language.is_empty() {
        return None;
    }
    // Talks have English titles in many languages, so headings are used last.
    let prose = |block: &Block| !matches!(block, Block::Code { .. } | Block::Heading { .. });
    let words = |block: &Block| !matches!(block, Block::Code { .. });
    let told = |text: String| language(&text).map(|(tag, certainty)| (tag, certainty, text));
    let (tag, certainty, text) = told(text(draft, prose)).or_else(|| told(text(draft, words)))?;
    if certainty == Certainty::Sure {
        tag.clone_into(&mut draft.language);
        return None;
    }
    let is_asked = certainty == Certainty::Likely
        || !is_plainly_english(&text) && has_letters(&text, ENOUGH_TO_ASK);
    if tag == "en" || !is_asked {
        return None;
    }
    let line = draft.passages.first().map_or(1, |passage| passage.first);
    Some(source.diagnostic_at(
        Severity::Uncertain,
        "language-uncertain",
        &Place { line, bytes: 0..0 },
        format!(
            "the text may be in {}, but that is not sure; Hallway takes it for English",
            named(tag)
        ),
        &format!("state it in the header: language: {tag}"),
    ))
}

/// The text of the examined blocks.
fn text(draft: &Draft, is_seen: impl Fn(&Block) -> bool) -> String {
    let mut text = String::new();
    for passage in draft.passages.iter().filter(|passage| is_seen(&passage.block)) {
        if text.len() < MOST {
            text.push_str(&plain_text(std::slice::from_ref(&passage.block)));
            text.push('\n');
        }
    }
    text
}

fn has_letters(text: &str, fewest: usize) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).take(fewest).count() == fewest
}

/// Whether a text contains several words that only English has. Short notes on talks are full of names, which mislead
/// the detector.
fn is_plainly_english(text: &str) -> bool {
    const ENGLISH: [&str; 8] = ["the", "and", "of", "with", "how", "this", "they", "from"];
    const ENOUGH: usize = 3;
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| ENGLISH.contains(&word.to_lowercase().as_str())).take(ENOUGH).count()
        == ENOUGH
}

/// The language of a text as a BCP 47 tag, and how certain it is; `None` for too little text.
///
/// The tag names only the language, without a region.
fn language(text: &str) -> Option<(&'static str, Certainty)> {
    let end = (0..=MOST.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let text = text.get(..end)?;
    if let Some(tag) = by_script(text) {
        return Some((tag, Certainty::Sure));
    }
    let tag_of = |found: Lang| LANGUAGES.iter().find(|it| it.0 == found).map(|it| it.1);
    let found = Detector::new().detect(text).filter(|_| has_letters(text, FEWEST));
    let detected = found.and_then(|found| {
        let tag = tag_of(found.lang())?;
        // Names of places and products decide about a short text: "Phoenix Convention Center" is not French.
        let is_confirmed = tag == "en"
            || has_letters(text, ENOUGH_TO_ASK)
            || has_small_words(text, tag) == Some(true);
        let is_sure = found.is_reliable() && found.confidence() > SURE && is_confirmed;
        Some((tag, if is_sure { Certainty::Sure } else { Certainty::Guess }))
    });
    if let Some((_, Certainty::Sure)) = detected {
        return detected;
    }
    by_small_words(text)
        .or_else(|| {
            // In a few words without any of English, the detector decides among the other languages.
            let others = LANGUAGES.iter().map(|(language, _)| *language);
            let others = others.filter(|language| *language != Lang::Eng).collect();
            let found = Detector::with_allowlist(others).detect(text);
            let found = found.filter(|_| is_foreign(text))?;
            Some((tag_of(found.lang())?, Certainty::Likely))
        })
        .or(detected)
}

/// Whether a text has several words with letters that English lacks, which are no names, and no small words of English.
fn is_foreign(text: &str) -> bool {
    const ENOUGH: usize = 3;
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 1);
    let is_foreign = |word: &&str| !word.is_ascii() && word.starts_with(char::is_lowercase);
    words().filter(is_foreign).collect::<BTreeSet<_>>().len() >= ENOUGH
        && has_small_words(text, "en") != Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_few_sentences_is_sure() {
        for (text, tag) in [
            (
                "Three days of looms in Ghent. The keynote was about wool, and everybody who was there \
                 liked it. On the second day I learned how to dye a thread without water, which was fun.",
                "en",
            ),
            (
                "Am Wochenende war ich auf der Webkonferenz. Die Vorträge waren gut, das Essen war warm, \
                 und ich habe gelernt, wie man einen Faden färbt, ohne dass die Farbe wieder ausgeht.",
                "de",
            ),
            (
                "J'ai passé deux jours à la conférence. Les présentations étaient très bonnes, la salle \
                 était pleine, et j'ai appris comment on teint un fil sans eau, ce qui m'a beaucoup plu.",
                "fr",
            ),
            (
                "El fin de semana estuve en la conferencia. Las charlas fueron muy buenas, la sala estaba \
                 llena, y aprendí cómo se tiñe un hilo sin agua, que es lo que más me gustó de todo.",
                "es",
            ),
            (
                "週末はカンファレンスに行ってきました。発表はどれも面白くて、糸の染め方を学びました。\
                 会場はとても暑かったですが、来年もまた行きたいと思います。",
                "ja",
            ),
        ] {
            assert_eq!(language(text), Some((tag, Certainty::Sure)), "{text}");
        }
    }

    #[test]
    fn titles_say_nothing_about_the_language_of_the_text() {
        let file = "# LoomConf Ghent 2024\n\nIch war wieder in Ghent. Hier meine Notizen.\n\n\
            ## How to Weave Threads for Fun and Profit (Ada Weaver)\n\n\
            Sehr guter Einstieg, kombiniert alte Muster mit neuen. Ihr Fazit: große Räder zum Spinnen.\n\n\
            ## Testing Looms in Production at the Scale of a City, Bo Thread\n\nWar überfüllt.\n";
        let draft = crate::ingest::ingest("a.md", file.as_bytes()).draft;
        assert_eq!(draft.map(|draft| draft.language).as_deref(), Some("de"));
    }

    #[test]
    fn names_alone_make_no_foreign_language() {
        let file = "# RailsConf 2017\n\nPhoenix Convention Center. 40°C outside, 15°C inside.\n\nTalks\n\n\
            - Booking: Hyatt, conf HY-331-772, paid\n- Visa card used: private one, get reimbursed!\n\n\
            Keynote DHH\n\nPerusing the Rails Source Code - A Beginner's Guide\n";
        let draft = crate::ingest::ingest("a.md", file.as_bytes()).draft;
        assert_eq!(draft.map(|draft| draft.language).as_deref(), Some(""));
    }

    #[test]
    fn short_english_notes_are_not_asked_about() {
        let file = "# LoomConf 2023\n\n## Bees do it: consensus in swarms (Quinn Drone)\nWaggle dance.\n\n\
            ## Honey, I shrunk the loom, Barry Comb\nLess is more.\n\n\
            ## Smoke and mirrors: how to weave the cloth of the day\nDeep breaths.\n";
        let ingested = crate::ingest::ingest("a.md", file.as_bytes());
        assert!(ingested.diagnostics.iter().all(|it| it.code != "language-uncertain"));
    }

    #[test]
    fn two_sentences_are_enough() {
        for (text, tag) in [
            ("Der Saal war kalt, aber die Fäden waren schön. Ich war zwei Tage da.", "de"),
            ("La salle était froide, mais les fils étaient beaux. Trois jours avec Ada.", "fr"),
            ("La sala estaba fría, pero los hilos eran bonitos. Muy buena charla.", "es"),
            ("La sala era fredda, ma i fili erano belli. Ho visto due interventi.", "it"),
            ("De zaal was koud, maar de draden waren mooi. Ik heb veel geleerd.", "nl"),
            ("A sala estava fria, mas os fios eram bonitos. Gostei muito da palestra.", "pt"),
            ("Sala była zimna, ale nici były piękne. Bardzo mi się podobało.", "pl"),
            ("Salen var kall, men trådarna var vackra. Jag såg två föredrag.", "sv"),
            ("Salen var kold, men trådene var smukke. Jeg lærte meget af Ada.", "da"),
            ("Sali oli kylmä, mutta langat olivat kauniita. Opin paljon, ja ruoka oli hyvä.", "fi"),
            ("Sál byl studený, ale nitě byly krásné. Byl jsem rád, že jsme přijeli.", "cs"),
            ("Salon soğuktu ama ipler güzeldi. Bir konuşma çok iyi oldu.", "tr"),
            (
                "A terem hideg volt, de a fonalak szépek. Nagyon jó előadás volt, és sokat tanultam.",
                "hu",
            ),
            ("Sala era rece, dar firele erau frumoase. Am învățat mult și mi-a plăcut.", "ro"),
            ("Ruangannya dingin, tetapi benangnya indah. Saya sangat suka acara ini.", "id"),
            ("La sala era freda, però els fils eren bonics. Vaig aprendre molt amb Ada.", "ca"),
        ] {
            assert_eq!(language(text), Some((tag, Certainty::Sure)), "{text}");
        }
    }

    #[test]
    fn a_short_foreign_text_is_never_silently_english() {
        let asked = |text: &str| {
            let file = format!("# LoomConf 2023\n\n{text}\n");
            let ingested = crate::ingest::ingest("a.md", file.as_bytes());
            ingested.diagnostics.iter().any(|it| it.code == "language-uncertain")
        };
        for text in [
            "Trzydzieści krosien, świeża wełna, pyszny żurek.",
            "Fínt; þráður, ull, kaldur salur, góður matur, síðan dans, því miður.",
        ] {
            assert!(asked(text), "{text}");
        }
        for text in [
            "Jörg Müller, Søren Ærø, François Lefèvre, Łukasz Wójcik. Dinner at Café Müller.",
            "A naïve loom, a cliché or two, and the façade of the hall.",
            "João da Silva, Ana de los Ríos, Marc van den Berg, Luc du Pont, Otto von Stein.",
            "Booked: Hotel Zur Post, Café de la Paix, Piazza del Popolo. Paid cash.",
        ] {
            assert!(!asked(text), "{text}");
            assert!(
                matches!(language(text), None | Some(("en", _) | (_, Certainty::Guess))),
                "{text}"
            );
        }
    }

    #[test]
    fn a_few_words_have_no_language() {
        assert_eq!(language("LoomConf 2024"), None);
        assert_eq!(language(""), None);
    }
}
