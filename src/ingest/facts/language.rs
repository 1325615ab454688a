//! Finds the language of a text.

use crate::ingest::diagnostic::{Diagnostic, Place, Severity};
use crate::ingest::draft::Draft;
use crate::ingest::names::cue_words::has;
use crate::ingest::source::Source;
use crate::model::{Block, plain_text};
use whatlang::{Detector, Lang};

/// Fewest letters needed to detect a language.
const FEWEST: usize = 120;

/// Fewest letters that justify a question: the detector is mostly wrong about fewer.
const ENOUGH_TO_ASK: usize = 300;

/// A text is Japanese, Korean or Chinese if at least one letter in this many is, whatever names and titles it contains.
const EASTERN_SHARE: usize = 5;

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
];

/// Sets the language if nothing states it. If it is uncertain, English is kept and the remark says so.
pub(in crate::ingest) fn detect(draft: &mut Draft, source: &Source) -> Option<Diagnostic> {
    if !draft.language.is_empty() {
        return None;
    }
    // Talks have English titles in many languages, so headings are used last.
    let prose = |block: &Block| !matches!(block, Block::Code { .. } | Block::Heading { .. });
    let words = |block: &Block| !matches!(block, Block::Code { .. });
    let told = |text: String| language(&text).map(|(tag, is_sure)| (tag, is_sure, text));
    let (tag, is_sure, text) = told(text(draft, prose)).or_else(|| told(text(draft, words)))?;
    if is_sure {
        tag.clone_into(&mut draft.language);
    }
    if is_sure || tag == "en" || is_plainly_english(&text) || !has_letters(&text, ENOUGH_TO_ASK) {
        return None;
    }
    let line = draft.passages.first().map_or(1, |passage| passage.first);
    Some(source.diagnostic_at(
        Severity::Uncertain,
        "language-uncertain",
        &Place { line, bytes: 0..0 },
        format!("the text may be in \"{tag}\", but that is not sure; it is taken for English"),
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

/// The language of a text as a BCP 47 tag, and whether it is certain; `None` for too little text.
///
/// The tag names only the language, without a region.
fn language(text: &str) -> Option<(&'static str, bool)> {
    if let Some(tag) = by_script(text) {
        return Some((tag, true));
    }
    let small_words = || by_small_words(text).map(|tag| (tag, true));
    if !has_letters(text, FEWEST) {
        return small_words();
    }
    let end = (0..=MOST.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let found = Detector::new().detect(text.get(..end)?)?;
    let tag = LANGUAGES.iter().find(|(language, _)| *language == found.lang())?.1;
    // Names of places and products decide about a short text: "Phoenix Convention Center" is not French.
    let is_confirmed =
        || has_letters(text, ENOUGH_TO_ASK) || tag == "en" || has_small_words(text, tag);
    let is_sure = found.is_reliable() && found.confidence() > SURE && is_confirmed();
    if is_sure { Some((tag, true)) } else { small_words().or(Some((tag, false))) }
}

/// The language of a text whose script, or some of whose letters, only that language has. A few words are enough.
fn by_script(text: &str) -> Option<&'static str> {
    const FEWEST_LETTERS: usize = 20;
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(MOST);
    let n_letters = letters().count();
    let count = |is_of: fn(char) -> bool| letters().filter(|c| is_of(*c)).count();
    let n_kana = count(|c| ('\u{3040}'..='\u{30ff}').contains(&c));
    // A syllable or a word is one letter in these scripts.
    let are_enough = |count: usize| count > FEWEST_LETTERS && count * EASTERN_SHARE > n_letters;
    if are_enough(n_kana) {
        return Some("ja");
    }
    if are_enough(count(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c))) {
        return Some("ko");
    }
    if n_kana == 0 && are_enough(count(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))) {
        return Some("zh");
    }
    let is_mostly = |count: usize| count > FEWEST_LETTERS && count * 2 > n_letters;
    if is_mostly(count(|c| ('\u{370}'..='\u{3ff}').contains(&c))) {
        return Some("el");
    }
    if is_mostly(count(|c| ('\u{590}'..='\u{5ff}').contains(&c))) {
        return Some("he");
    }
    // Persian and Urdu have letters that Arabic lacks.
    let is_persian = || letters().any(|c| "پچژگکی".contains(c));
    if is_mostly(count(|c| ('\u{600}'..='\u{6ff}').contains(&c))) && !is_persian() {
        return Some("ar");
    }
    if is_mostly(count(|c| ('\u{e00}'..='\u{e7f}').contains(&c))) {
        return Some("th");
    }
    if is_mostly(count(|c| ('\u{400}'..='\u{52f}').contains(&c))) {
        let has = |own: &str| letters().any(|c| own.contains(c));
        // Bulgarian, Serbian and others have neither.
        return match (has("іїєґІЇЄҐ"), has("ыэёЫЭЁ")) {
            (true, false) => Some("uk"),
            (false, true) => Some("ru"),
            _ => None,
        };
    }
    None
}

/// Small words that occur in every text of one language and in few texts of another, and words for talks.
const SMALL_WORDS: &[(&str, &str)] = &[
    ("en", "the | and | of | with | how | this | they | from | is | was | for | that | talk"),
    (
        "de",
        "und | der | die | das | nicht | ist | ein | eine | mit | für | auf | von | hat | danach | vortrag | \
         vorträge | zeigte | aus | ich | war | sehr | hier | auch | zum | wie",
    ),
    (
        "fr",
        "le | les | des | et | une | dans | pour | est | pas | sur | avec | du | ai | suivi | puis | par | \
         conférence | présentation",
    ),
    (
        "es",
        "el | los | las | y | una | para | con | que | por | muy | pero | del | charla | charlas | fue | \
         también | estuvo",
    ),
    (
        "it",
        "il | di | che | per | una | con | non | del | della | sono | anche | gli | ho | poi | seguito | \
         piaciuto | intervento",
    ),
    (
        "nl",
        "het | een | van | niet | dat | met | voor | zijn | maar | ook | naar | geen | lezing | daarna | gaf | \
         sessie | praatje | ze | heeft | bij | wat | nieuw",
    ),
    (
        "sv",
        "och | att | är | inte | på | från | mycket | också | jag | när | hade | vad | sedan | höll | \
         föredraget | föreläsning",
    ),
    (
        "pl",
        "się | nie | że | jest | oraz | ale | był | była | było | przez | dla | także | prelekcja | potem | \
         pokazał | świetna",
    ),
    (
        "pt",
        "o | os | as | que | para | uma | com | não | do | da | em | mas | palestra | depois | foi | dia | sem",
    ),
];

/// Whether at least two small words of a language are in a text, or none are known for that language.
fn has_small_words(text: &str, tag: &str) -> bool {
    let Some((_, small)) = SMALL_WORDS.iter().find(|(known, _)| *known == tag) else { return true };
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    words.filter(|word| has(small, word)).take(2).count() == 2
}

/// The language whose small words occur in a text, if there are several and twice as many as for any other language; a
/// few are enough where there are none of English. Names and titles fill notes on talks, and mislead the detector more
/// than these words.
fn by_small_words(text: &str) -> Option<&'static str> {
    const FEWEST_WORDS: usize = 5;
    const FEWEST_ALONE: usize = 3;
    let end = (0..=MOST.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let lower = text.get(..end)?.to_lowercase();
    let mut counts = [0; SMALL_WORDS.len()];
    for word in lower.split(|c: char| !c.is_alphabetic()) {
        for (count, (_, words)) in counts.iter_mut().zip(SMALL_WORDS) {
            *count += usize::from(has(words, word));
        }
    }
    let most = counts.iter().copied().max()?;
    let n_close = counts.iter().filter(|count| **count * 2 > most).count();
    let found = counts.iter().zip(SMALL_WORDS).find(|(count, _)| **count == most)?;
    let is_alone = most >= FEWEST_ALONE && counts.first() == Some(&0);
    ((most >= FEWEST_WORDS || is_alone) && n_close == 1).then_some(found.1.0)
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
            assert_eq!(language(text), Some((tag, true)), "{text}");
        }
    }

    #[test]
    fn a_script_of_one_language_tells_it_in_a_line() {
        for (text, expected) in [
            (
                "Было интересно, и докладчики отвечали на вопросы. «Ткань и нить» — Анна Ткач",
                Some("ru"),
            ),
            ("Було цікаво, і доповідачі відповідали на питання. Її доповідь", Some("uk")),
            (
                "아침에는 베틀에 대한 발표를 들었고 오후에는 실을 염색하는 방법을 배웠습니다",
                Some("ko"),
            ),
            ("Ήταν πολύ ωραία και έμαθα πολλά για τον αργαλειό", Some("el")),
            ("הייתה הרצאה טובה מאוד על נולים ועל חוטים", Some("he")),
            ("这次大会很热闹，我听了关于织机的演讲，也学会了如何染线", Some("zh")),
            ("كانت المحاضرة عن الأنوال ممتعة جدا وتعلمت الكثير", Some("ar")),
            ("การบรรยายเกี่ยวกับเครื่องทอผ้าสนุกมากและได้เรียนรู้มาก", Some("th")),
            ("LoomConf, Анна Ткач", None),
        ] {
            assert_eq!(by_script(text), expected, "{text}");
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
            ("Looms that sing, Fast wool", None),
        ] {
            assert_eq!(by_small_words(text), tag, "{text}");
        }
    }

    #[test]
    fn a_few_words_have_no_language() {
        assert_eq!(language("LoomConf 2024"), None);
        assert_eq!(language(""), None);
    }
}
