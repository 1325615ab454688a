//! Decides whether a text shows that its author attended an event, and does not only mention it.

use super::known::Editions;
use super::text_parts::sentence_at;
use crate::ingest::{Draft, Passage};
use crate::model::{Block, plain_text};

/// Words that occur in sentences about a visit, in the main languages.
const CUES: &[&str] = &[
    // English
    "attend",
    "visit",
    "was at",
    "was in",
    "were at",
    "been at",
    "been to",
    "went",
    "back from",
    "back at",
    "back to",
    "returned",
    "spent",
    "spoke",
    "held",
    "took place",
    "here at",
    "arrive",
    "join",
    "enjoy",
    "travel",
    "trip",
    "notes from",
    "notes on",
    "day",
    "week",
    "recap",
    "impression",
    "first time",
    "my first",
    "love",
    "learn",
    "saw ",
    "edition",
    "this year",
    "welcome",
    "keynote",
    "track",
    "organi",
    "hosted",
    "sold out",
    "highlight",
    // German, Dutch
    "besuch",
    "war ",
    "waren ",
    "bin ",
    "fand ",
    "statt",
    "tag",
    "zurück",
    "jahr",
    "rückblick",
    "bezocht",
    "geweest",
    "dag",
    // French, Spanish, Italian, Portuguese
    "j'ai",
    "j’ai",
    "étai",
    "retour",
    "assist",
    "particip",
    "lieu",
    "jour",
    "estuv",
    "fui",
    "celebr",
    "día",
    "sono stat",
    "svolt",
    "giorn",
    "estive",
    "acontec",
    "dia",
    // Japanese
    "参加",
    "行っ",
    "行き",
    "開催",
    "日目",
];

/// Whether a text names its event only once, in a sentence that is not about a visit. `words` are its name on a line.
pub(super) fn is_in_passing(
    editions: &Editions,
    draft: &Draft,
    (line, words): (u32, &str),
) -> bool {
    let names = &editions.series_names;
    if !names.find(&draft.title.0).is_empty() {
        return false;
    }
    let of_registry = |passage: &Passage| {
        let text = plain_text(std::slice::from_ref(&passage.block));
        let found = names.find(&text).into_iter().next()?;
        Some((passage.first, text.get(found.range)?.to_owned()))
    };
    let mut mentions = draft.passages.iter().filter_map(of_registry);
    match (mentions.next(), mentions.next()) {
        (Some((line, name)), None) => !is_attended(draft, line, &name, &name),
        (Some(_), Some(_)) => false,
        (None, _) => !is_attended(draft, line, words, words),
    }
}

/// Whether the words that name an event in a draft begin a paragraph or heading, or are in a sentence about a visit.
/// `words` may contain other words around the name of the event, `name`.
fn is_attended(draft: &Draft, line: u32, words: &str, name: &str) -> bool {
    let is_here = |passage: &&Passage| (passage.first..=passage.last).contains(&line);
    let Some(passage) = draft.passages.iter().find(is_here) else { return true };
    let text = plain_text(std::slice::from_ref(&passage.block));
    let Some(start) = text.find(words) else { return true };
    let at = start + words.find(name).unwrap_or_default();
    if matches!(passage.block, Block::Heading { .. }) {
        return true;
    }
    let before = text.get(..at).unwrap_or_default();
    let begins = before.split_whitespace().all(|word| word.starts_with('#'));
    if begins && matches!(passage.block, Block::Paragraph(_)) {
        return true;
    }
    let sentence = sentence_at(&text, at..at + name.len()).to_lowercase();
    CUES.iter().any(|cue| sentence.contains(cue))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[test]
    fn a_name_in_passing_is_no_visit() {
        let check = |text: &str, expected: bool| {
            let text = format!("# A\n\n{text}");
            let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
            assert_eq!(is_attended(&draft, 3, "WeftFest 2018", "WeftFest"), expected, "{text}");
        };
        check("WeftFest 2018, Saturday.", true);
        check("#conference WeftFest 2018", true);
        check("I spent it at WeftFest 2018.", true);
        check("Letzte Woche war ich auf der WeftFest 2018.", true);
        check("Back in the office. Wrote the report on WeftFest 2018, see there.", false);
        check("Met at WeftFest 2018. Likes reeds.", false);
        check("- WeftFest 2018 (Ghent)\n- WarpFest", false);
    }
}
