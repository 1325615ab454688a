//! Sentences of a note: the first, and the one that names a theme.

use super::library::library;
use crate::{
    model::{NoteHead, Theme, plain_text},
    query::{EntityIndex, Snippet, Terms, highlights},
    ui::dom::{Element, el},
};

/// Characters of a sentence that is shown whole.
const MOST_CHARS: usize = 320;
/// Words with a full stop that end no sentence.
const ABBREVIATIONS: [&str; 12] =
    ["e.g.", "i.e.", "etc.", "vs.", "cf.", "dr.", "mr.", "ms.", "mrs.", "no.", "st.", "inc."];

/// The sentences of a text, without the space around them. A line ends a sentence.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    text.lines().flat_map(sentences_of_line).collect()
}

fn sentences_of_line(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut rest = line.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        let end = at + character.len_utf8();
        let is_end = match character {
            '。' | '！' | '？' | '؟' => true,
            '.' | '!' | '?' => {
                // A closing quotation mark belongs to the sentence.
                let after = line.get(end..).unwrap_or_default();
                let after = after.trim_start_matches(['"', '”', '’', ')', '»']);
                after.starts_with(char::is_whitespace) && !is_abbreviated(line.get(start..end))
            }
            _ => false,
        };
        if is_end {
            let mut end = end;
            while let Some((at, mark)) =
                rest.next_if(|(_, it)| ['"', '”', '’', ')', '»', '」', '』'].contains(it))
            {
                end = at + mark.len_utf8();
            }
            found.extend(line.get(start..end));
            start = end;
        }
    }
    found.extend(line.get(start..));
    found.into_iter().map(str::trim).filter(|it| !it.is_empty()).collect()
}

/// Whether the full stop at the end of a text belongs to an abbreviation or to an initial.
fn is_abbreviated(text: Option<&str>) -> bool {
    let word = text.unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(['(', '“', '"', '‘']);
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.as_str() == ".";
    is_initial || ABBREVIATIONS.contains(&&*word.to_lowercase())
}

/// The first sentence of the best of some notes: the one with most to say, that is the longest note.
pub(super) fn first_sentence(notes: &[&NoteHead]) -> Option<Element> {
    let library = library();
    let texts = notes.iter().filter_map(|note| library.note(&note.id));
    let texts = texts.map(|note| plain_text(&note.blocks));
    // The first of equals, since `max_by_key` takes the last.
    let best =
        texts.enumerate().max_by_key(|(place, text)| (text.len(), std::cmp::Reverse(*place)));
    let (_, text) = best?;
    let sentence = *sentences(&text).first()?;
    Some(el("p").class("snippet").child(shortened(sentence)))
}

/// The first sentences of some notes, as many as are quickly read.
pub(super) fn opening(notes: &[&NoteHead]) -> Option<Element> {
    let library = library();
    let texts = notes.iter().filter_map(|note| library.note(&note.id));
    let text: Vec<String> = texts.map(|note| plain_text(&note.blocks)).collect();
    let text = text.join("\n");
    let mut told = String::new();
    for sentence in sentences(&text) {
        if !told.is_empty() && told.len() + sentence.len() > MOST_CHARS {
            told += " …";
            break;
        }
        if !told.is_empty() {
            told.push(' ');
        }
        told += &shortened(sentence);
    }
    (!told.is_empty()).then(|| el("p").class("snippet").child(told))
}

/// A sentence, cut between words if it is long.
fn shortened(sentence: &str) -> String {
    let Some((end, _)) = sentence.char_indices().nth(MOST_CHARS) else {
        return sentence.to_owned();
    };
    let start = sentence.get(..end).unwrap_or_default();
    let (start, _) = start.rsplit_once(' ').unwrap_or((start, ""));
    [start.trim_end_matches([',', ';', ':']), " …"].concat()
}

/// The sentence of a note that names a theme or, failing that, one of its narrower themes; and whether it names the
/// theme itself. `None` if none does.
pub(super) fn naming_sentence(
    index: &EntityIndex,
    theme: &Theme,
    note: &NoteHead,
) -> Option<(bool, Snippet)> {
    let library = library();
    let text = plain_text(&library.note(&note.id)?.blocks);
    let find = |theme: &Theme| {
        let names = std::iter::once(&theme.name).chain(&theme.aliases);
        let terms: Vec<Terms> = names.map(|name| Terms::of(&format!("\"{name}\""))).collect();
        sentences(&text).into_iter().find_map(|sentence| {
            let highlights = terms.iter().map(|terms| highlights(sentence, terms));
            let highlights = highlights.into_iter().find(|it| !it.is_empty())?;
            Some(Snippet { text: sentence.to_owned(), highlights, ..Snippet::default() })
        })
    };
    if let Some(found) = find(theme) {
        return Some((true, found));
    }
    let narrower = index.narrower_themes(&theme.id);
    narrower.into_iter().find_map(find).map(|found| (false, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected);
    }

    #[test]
    fn a_sentence_ends_with_its_mark() {
        check("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]);
        check("“One.” Two (and more.) Three.", &["“One.”", "Two (and more.)", "Three."]);
        check("one line\nand another", &["one line", "and another"]);
        check("一つ。二つ「三つ。」四つ", &["一つ。", "二つ「三つ。」", "四つ"]);
        check("  ", &[]);
    }

    #[test]
    fn numbers_initials_and_abbreviations_end_no_sentence() {
        check("Kubernetes 1.6 came. It grew.", &["Kubernetes 1.6 came.", "It grew."]);
        check("J. Doe spoke, e.g. on Go. Fine.", &["J. Doe spoke, e.g. on Go.", "Fine."]);
        check(
            "She showed node.js and v1.2. Then she left.",
            &["She showed node.js and v1.2.", "Then she left."],
        );
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let long = "word, ".repeat(80);
        let cut = shortened(long.trim());
        assert!(cut.ends_with("word …") && cut.chars().count() <= MOST_CHARS + 2, "{cut}");
        assert_eq!(shortened("Short."), "Short.");
    }
}
