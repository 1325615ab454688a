//! Recognizes strings shaped like a full name, whatever the words are.

use super::cue_words::{ADDRESSES, PARTICLES, SPEAKER_LABELS, TALK_PHRASES, has};
use super::likeness::{Likeness, odds_of_person};
use super::surnames::is_undivided_name;

/// The odds of a name that begins with a known surname.
const UNDIVIDED: f32 = 3.0;

/// What Japanese puts behind a name with its form of address.
const BEHIND_NAMES: [&str; 7] = ["の", "が", "は", "による", "から", "と", "も"];

/// Words for talks, which are in no name.
const EASTERN_TALKS: [&str; 7] = ["세션", "발표", "강연", "セッション", "発表", "講演", "演讲"];

/// What Korean puts behind a name, the longer ones first: "김철수님의 발표".
const KOREAN_ENDS: [&str; 7] =
    ["님의 발표", "님의 세션", "님의 강연", "님의 키노트", "님의", "님", " 씨"];

/// The name without a leading `Dr.` or similar title.
pub(in crate::ingest) fn without_title(name: &str) -> &str {
    let mut name = name.trim();
    while let Some((first, rest)) = name.split_once(' ') {
        let bare = first.trim_end_matches('.').to_lowercase();
        // "M." in "M. Kowalska" is an initial; "Dr Kowalska" and "Dr. Kowalska" have a title.
        let is_initial = first.chars().filter(|c| c.is_alphabetic()).count() == 1;
        if is_initial || !has(ADDRESSES, &bare) || rest.trim().is_empty() {
            break;
        }
        name = rest.trim();
    }
    // "Ada Weaver’s *Looms that sing*".
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    // "Ada Weaverさんの「Looms」".
    let bare = BEHIND_NAMES.iter().find_map(|particle| name.strip_suffix(particle));
    let is_addressed = |name: &&str| ["さん", "氏", "様"].iter().any(|end| name.ends_with(end));
    let name = bare.filter(is_addressed).unwrap_or(name);
    let name = name.trim_end_matches("さん").trim_end_matches("氏").trim_end_matches("様").trim();
    let korean = KOREAN_ENDS.iter().find_map(|end| name.strip_suffix(end));
    korean.filter(|name| name.chars().count() > 1).unwrap_or(name).trim()
}

/// Whether a character belongs to a script with few or no spaces between words.
pub(in crate::ingest) fn is_east(c: char) -> bool {
    c == '々'
        || ('\u{3040}'..='\u{30ff}').contains(&c)
        || ('\u{3400}'..='\u{9fff}').contains(&c)
        || ('\u{ac00}'..='\u{d7af}').contains(&c)
}

/// Particles of Japanese, and characters of Chinese for grammar, qualities and points, which are in no name.
const IN_NO_NAME: [char; 18] = [
    'の', 'を', 'で', 'は', 'が', 'に', 'と', '的', '與', '与', '是', '這', '这', '第', '性', '點',
    '態', '值',
];

/// Whether a string is shaped like a full name: two to five words with capitals, or a name in an East Asian script.
pub(in crate::ingest) fn may_be_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if text.chars().filter(|c| is_east(*c)).count() * 2 > letters {
        return (2..=14).contains(&letters)
            && text.chars().all(|c| is_east(c) || matches!(c, ' ' | '・' | '　' | '='))
            && !text.contains(IN_NO_NAME)
            // The Korean "of" joins words, not parts of a name.
            && !text.contains("의 ")
            && !EASTERN_TALKS.iter().any(|talk| text.contains(talk))
            && text.split([' ', '　', '・']).all(|word| !is_eastern_phrase(word));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    // "With No Budget"
    if words.first() == Some(&"No") {
        return false;
    }
    // "Ada d'Orvesto" and "Ada al-Nassaj" have two words with capitals.
    let is_capital = |word: &&str| {
        let mut joined = ["d'", "d’", "l'", "l’", "al-", "el-"].iter();
        let bare = joined.find_map(|joint| word.strip_prefix(joint)).unwrap_or(word);
        bare.starts_with(char::is_uppercase)
    };
    let is_word = |word: &&str| {
        let bare = word.trim_matches(['"', '“', '”', '\'', '’', '‘']);
        let body = bare.trim_end_matches('.');
        let is_clean =
            body.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '‐' | '\'' | '’' | '.'));
        is_clean
            && !body.is_empty()
            && (body.starts_with(char::is_uppercase)
                || has(PARTICLES, body)
                || has(PARTICLES, word)
                || body.starts_with("d'")
                || body.starts_with("d’")
                || body.starts_with("al-")
                || body.starts_with("el-"))
            && (!bare.ends_with('.') || body.chars().count() <= 3)
    };
    let capitals = words.iter().filter(|word| is_capital(word)).count();
    let all_capitals = words.iter().all(|word| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && word.chars().all(|c| !c.is_lowercase())
    });
    // "RER B" is a train.
    let is_code = letters <= 5 && !text.chars().any(char::is_lowercase);
    !is_code
        && (2..=6).contains(&words.len())
        && capitals >= 2
        && words.iter().all(is_word)
        && !all_capitals
        || (2..=3).contains(&words.len())
            && all_capitals
            && words.iter().all(is_word)
            && Likeness::of(&quiet(text)).person() > 1.0
}

/// Whether a Japanese word is a phrase and not a name: it ends in a particle or a verb, or it has Chinese characters
/// again after other ones.
fn is_eastern_phrase(word: &str) -> bool {
    const ENDS: [&str; 9] =
        ["から", "まで", "より", "など", "だけ", "する", "した", "です", "ます"];
    let is_kana = |c: char| ('\u{3041}'..='\u{3096}').contains(&c);
    let is_kanji = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let turns = word.chars().zip(word.chars().skip(1));
    ENDS.iter().any(|end| word.ends_with(end))
        || turns.clone().filter(|(first, next)| is_kana(*first) && is_kanji(*next)).count() > 0
            && word.starts_with(is_kanji)
}

fn is_loud(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_uppercase)
}

/// A name without words in capitals: they are written like other names.
fn quiet(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.by_ref().take(1).collect();
        if is_loud(word) { first + &letters.as_str().to_lowercase() } else { word.to_owned() }
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The odds that a string shaped like a name is one; other strings have no odds.
pub(crate) fn person_odds(name: &str) -> f32 {
    let lower = name.to_lowercase();
    if !may_be_name(name) || has(TALK_PHRASES, &lower) || has(SPEAKER_LABELS, &lower) {
        return f32::NEG_INFINITY;
    }
    let odds = odds_of_person(name);
    if is_undivided_name(name) {
        return odds.max(UNDIVIDED);
    }
    let (loud, others): (Vec<&str>, Vec<&str>) =
        name.split_whitespace().partition(|word| is_loud(word));
    if loud.is_empty() {
        return odds;
    }
    // "Ada WEAVER": few things other than names have this form.
    let mixed = if others.is_empty() { 0.0 } else { 1.5 };
    odds.max(Likeness::of(&quiet(name)).person() + mixed)
}

/// The text without an address after it: `Ada Weaver, https://warp.example/ada`.
pub(super) fn without_address(text: &str) -> &str {
    let at = [" http://", " https://", " <http"].iter().filter_map(|mark| text.find(mark)).min();
    at.and_then(|at| text.get(..at)).filter(|head| !head.trim().is_empty()).unwrap_or(text)
}

/// The text without a handle such as `@ada` or an address after the name.
pub(super) fn without_handle(text: &str) -> &str {
    match text.find(" @") {
        Some(at) if !text.get(at + 2..).unwrap_or_default().starts_with(' ') => {
            text.get(..at).unwrap_or(text).trim_end_matches([' ', '-', '–', '—', '·', ':'])
        }
        _ => text,
    }
}

/// The words without brackets after names if these brackets begin with a handle.
pub(in crate::ingest) fn without_handles(words: &str) -> String {
    let mut parts = words.split(" (@");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |names, part| match part.split_once(')') {
        Some((_, rest)) => names + rest,
        None => names + " (@" + part,
    })
}

/// Abbreviations at the end of names, whose full stop is a part of the name.
const NAME_ENDS: &[&str] =
    &["jr", "sr", "inc", "ltd", "llc", "corp", "co", "al", "dr", "bros", "univ"];

/// Whether a word is an abbreviation at the end of a name: "Inc."
pub(in crate::ingest) fn ends_name(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    NAME_ENDS.contains(&word.to_lowercase().as_str())
}

/// The text without the full stop of a sentence; the stop of an initial or of "Inc." stays.
pub(super) fn without_stop(text: &str) -> &str {
    let Some(bare) = text.strip_suffix('.').filter(|bare| !bare.ends_with('.')) else {
        return text;
    };
    let word = bare.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let is_short = word.chars().count() < 2 || word.contains('.');
    if is_short || ends_name(word) { text } else { bare }
}

/// Whether the text is a handle: "@ada".
pub(in crate::ingest) fn is_handle(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|name| {
        name.len() >= 2
            && name.contains(char::is_alphabetic)
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_outline_of_one() {
        for name in [
            "Ada Weaver",
            "Ada d'Orvesto",
            "Ada d’Orvesto",
            "佐々木希",
            "小林みさき",
            "松田 明",
            "Jan van 't Loo",
            "Siti binti Rahim",
        ] {
            assert!(may_be_name(name), "{name}");
        }
        for text in ["RER B", "de la", "途中から", "羊だけ無限", "織物の話"] {
            assert!(!may_be_name(text), "{text}");
        }
    }

    #[test]
    fn forms_of_address_are_no_part_of_a_name() {
        for name in ["Dr. Ada Weaver", "Ada Weaverさん", "Ada Weaverさんの", "Ada Weaver氏による"]
        {
            assert_eq!(without_title(name), "Ada Weaver", "{name}");
        }
        assert_eq!(without_title("山の"), "山の");
    }

    #[test]
    fn the_stop_of_a_sentence_is_no_part_of_a_name() {
        for (text, expected) in [
            ("Ann Lee.", "Ann Lee"),
            ("Ada Weaver.", "Ada Weaver"),
            ("Ada W.", "Ada W."),
            ("Ada B.C.", "Ada B.C."),
            ("Bo Reed Jr.", "Bo Reed Jr."),
            ("Woolen Inc.", "Woolen Inc."),
            ("Ada Weaver et al.", "Ada Weaver et al."),
            ("Ada Weaver...", "Ada Weaver..."),
        ] {
            assert_eq!(without_stop(text), expected, "{text}");
        }
    }
}
