//! The sentences of a text.

use std::ops::Range;

/// Words with a period that does not end a sentence.
const ABBREVIATIONS: [&str; 22] = [
    "e.g", "i.e", "etc", "vs", "cf", "ca", "dr", "prof", "mr", "ms", "mrs", "jr", "sr", "no", "st",
    "inc", "ltd", "sq", "ft", "approx", "a.k.a", "z.b",
];

/// Months, in languages that write a period after an ordinal: "3. Mai".
const MONTHS: [&str; 19] = [
    "januar",
    "februar",
    "märz",
    "marts",
    "mars",
    "april",
    "mai",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "december",
    "desember",
    "jänner",
    "feber",
];

/// Marks that close a quotation or a bracket. They belong to the sentence before them.
const CLOSING: [char; 8] = ['"', '”', '’', '\'', ')', '»', '」', '』'];

/// The sentences of a text, without the space around them. A line break ends a sentence.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    sentence_ranges(text).into_iter().filter_map(|range| text.get(range)).collect()
}

/// The byte ranges of the sentences, without the space around them.
pub(crate) fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, mark)) = rest.next() {
        let mut end = at + mark.len_utf8();
        let is_end = match mark {
            '\n' | '。' | '！' | '？' | '؟' => true,
            '.' | '!' | '?' => ends_sentence(text.get(start..end), text.get(end..)),
            _ => false,
        };
        if is_end {
            while let Some((_, mark)) = rest.next_if(|(_, it)| CLOSING.contains(it)) {
                end += mark.len_utf8();
            }
            ranges.extend(trimmed(text, start..end));
            start = end;
        }
    }
    ranges.extend(trimmed(text, start..text.len()));
    ranges
}

/// Whether a text that ends with a mark is a sentence. The next one may begin with a small letter after a period: "etcd
/// grew." After other marks or a quotation, a small letter goes on: "“Why wool?” asked Ada."
fn ends_sentence(text: Option<&str>, after: Option<&str>) -> bool {
    let (text, after) = (text.unwrap_or_default(), after.unwrap_or_default());
    let behind = after.trim_start_matches(CLOSING);
    let next = behind.trim_start();
    let is_closed = behind.len() < after.len();
    let may_go_on = !text.ends_with('.') || is_closed;
    behind.is_empty()
        || behind.starts_with(char::is_whitespace)
            && !(may_go_on && next.starts_with(char::is_lowercase))
            && !is_abbreviated(text, next, is_closed)
}

/// Whether the period at the end of a text belongs to an abbreviation, an initial or an ordinal: "17.–19. April".
/// `is_closed`: a mark closes a quotation right behind it, so that "“No.”" is no abbreviation.
fn is_abbreviated(text: &str, after: &str, is_closed: bool) -> bool {
    let opening: &[char] = if is_closed { &['('] } else { &['(', '“', '"', '‘'] };
    let word = text.split_whitespace().next_back().unwrap_or_default();
    let Some(word) = word.trim_start_matches(opening).strip_suffix('.') else {
        return false;
    };
    let mut letters = word.chars();
    // "So did I." ends a sentence.
    let is_initial = letters.next().is_some_and(char::is_uppercase)
        && letters.as_str().is_empty()
        && word != "I";
    // "We met at 10. Then …" ends one too.
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_ordinal =
        word.ends_with(|c: char| c.is_ascii_digit()) && MONTHS.contains(&&*next.to_lowercase());
    is_initial || is_ordinal || ABBREVIATIONS.contains(&&*word.to_lowercase())
}

/// A range without the space at its ends. `None` if nothing remains.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + piece.len() - piece.trim_start().len();
    let length = piece.trim().len();
    (length > 0).then_some(start..start + length)
}

/// The first sentence of the longest text that says anything. `None` if none does. An address alone says nothing.
pub(crate) fn first_of_longest<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The first of equals, since `max_by_key` takes the last.
    let best = texts
        .into_iter()
        .enumerate()
        .max_by_key(|(place, text)| (text.len(), std::cmp::Reverse(*place)));
    let is_address = |text: &str| text.starts_with("http") && !text.contains(char::is_whitespace);
    let all = best.map(|(_, text)| sentences(text))?;
    all.iter().find(|sentence| !is_address(sentence)).or_else(|| all.first()).copied()
}

/// A sentence, cut between words if it has more than `most` characters.
pub(crate) fn cut_at_word(sentence: &str, most: usize) -> String {
    let Some((end, _)) = sentence.char_indices().nth(most) else {
        return sentence.to_owned();
    };
    let start = sentence.get(..end).unwrap_or_default();
    let (start, _) = start.rsplit_once(' ').unwrap_or((start, ""));
    [start.trim_end_matches([',', ';', ':']), " …"].concat()
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
        check(
            "He said “No.” Then ‘Yes.’ Then left.",
            &["He said “No.”", "Then ‘Yes.’", "Then left."],
        );
        check("«Un.» Deux. ما هذا؟ هذا", &["«Un.»", "Deux.", "ما هذا؟", "هذا"]);
        check("Two lines.\r\nand more", &["Two lines.", "and more"]);
        check("  ", &[]);
    }

    #[test]
    fn numbers_initials_and_abbreviations_end_no_sentence() {
        check("Kubernetes 1.6 came. It grew.", &["Kubernetes 1.6 came.", "It grew."]);
        check("17.–19. April, Ghent. Am 3. Mai.", &["17.–19. April, Ghent.", "Am 3. Mai."]);
        check("We met at 10. Then it rained.", &["We met at 10.", "Then it rained."]);
        check("J. Doe spoke, e.g. on Go. Fine.", &["J. Doe spoke, e.g. on Go.", "Fine."]);
        check(
            "She showed node.js and v1.2. Then she left.",
            &["She showed node.js and v1.2.", "Then she left."],
        );
        check("A 20 sq. ft. hall, e.g. this. Next", &["A 20 sq. ft. hall, e.g. this.", "Next"]);
        check(
            "J. Weaver of Warp Inc. spoke. So did I. He left.",
            &["J. Weaver of Warp Inc. spoke.", "So did I.", "He left."],
        );
        check("It took ca. five days", &["It took ca. five days"]);
        check("“Why wool?” asked Ada. Silence.", &["“Why wool?” asked Ada.", "Silence."]);
        check("It was loud. etcd grew.", &["It was loud.", "etcd grew."]);
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        const MOST: usize = 320;
        let long = "word, ".repeat(80);
        let cut = cut_at_word(long.trim(), MOST);
        assert!(cut.ends_with("word …") && cut.chars().count() <= MOST + 2, "{cut}");
        assert_eq!(cut_at_word("Short.", MOST), "Short.");
    }
}
