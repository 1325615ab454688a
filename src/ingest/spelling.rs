//! What counts in a spelling, and what is only a slip of the pen.

/// The letters and digits of a text in lower case: what two spellings of one name or title share.
pub fn letters(text: &str) -> String {
    each_letter(text).collect()
}

/// Whether two texts have the same [`letters`].
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    each_letter(one).eq(each_letter(other))
}

fn each_letter(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether the words differ by one letter put in, left out or changed, or by two letters swapped.
pub fn is_one_slip(word: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    let is_swap = a.len() == b.len()
        && head + tail + 2 == longest
        && a.get(head) == b.get(head + 1)
        && a.get(head + 1) == b.get(head);
    is_swap || head + tail + 1 >= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_spaces_and_case_do_not_count() {
        assert_eq!(letters("CRI-O: “All” the É"), "crioalltheé");
        assert_eq!(letters(" - "), "");
    }

    #[test]
    fn one_letter_is_a_slip_and_two_are_another_word() {
        for (word, other) in
            [("theme", "themes"), ("confrence", "conference"), ("titel", "title"), ("loam", "loom")]
        {
            assert!(is_one_slip(word, other), "{word} {other}");
        }
        for (word, other) in [("theme", "theme"), ("loom", "warp"), ("loom", "looms!!"), ("", "ab")]
        {
            assert!(!is_one_slip(word, other), "{word} {other}");
        }
    }
}
