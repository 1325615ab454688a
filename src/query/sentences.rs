//! The sentences of a text.

/// Words with a period that does not end a sentence.
const ABBREVIATIONS: [&str; 12] =
    ["e.g.", "i.e.", "etc.", "vs.", "cf.", "dr.", "mr.", "ms.", "mrs.", "no.", "st.", "inc."];

/// The sentences of a text, without the space around them. A line break ends a sentence.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
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

/// Whether the period at the end of a text belongs to an abbreviation, an initial or an ordinal: "17.–19. April".
fn is_abbreviated(text: Option<&str>) -> bool {
    let word = text.unwrap_or_default().split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(['(', '“', '"', '‘']);
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.as_str() == ".";
    let number = word.trim_end_matches('.').rsplit(['–', '-', '/']).next().unwrap_or_default();
    let is_ordinal = matches!(number.len(), 1 | 2) && number.bytes().all(|it| it.is_ascii_digit());
    is_initial || is_ordinal || ABBREVIATIONS.contains(&&*word.to_lowercase())
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
        check("  ", &[]);
    }

    #[test]
    fn numbers_initials_and_abbreviations_end_no_sentence() {
        check("Kubernetes 1.6 came. It grew.", &["Kubernetes 1.6 came.", "It grew."]);
        check("17.–19. April, Ghent. Am 3. Mai.", &["17.–19. April, Ghent.", "Am 3. Mai."]);
        check("J. Doe spoke, e.g. on Go. Fine.", &["J. Doe spoke, e.g. on Go.", "Fine."]);
        check(
            "She showed node.js and v1.2. Then she left.",
            &["She showed node.js and v1.2.", "Then she left."],
        );
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
