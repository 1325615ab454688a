//! Which differences in spelling matter, and which are only typos.

/// The letters and digits of a text in lower case. Two spellings of one name or title share them.
pub fn letters(text: &str) -> String {
    each_letter(text).collect()
}

/// The letters and digits of a name in lower case, with the signs that distinguish names spelled out. Two spellings of
/// one theme share this key.
pub fn name_key(name: &str) -> String {
    letters(&spelled_signs(name))
}

/// Spells out the signs that distinguish names: `C++` becomes `Cpp`, `C#` becomes `Csharp` and `.NET` becomes `dotNET`.
/// Its [`letters`] and slug then differ from those of `C` and `net`.
pub fn spelled_signs(name: &str) -> String {
    let mut spelled = String::new();
    let mut before = ' ';
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '+' if before.is_alphanumeric() && rest.next_if_eq(&'+').is_some() => {
                spelled.push_str("pp");
            }
            '#' if before.is_alphanumeric()
                && !rest.peek().is_some_and(|next| next.is_alphanumeric()) =>
            {
                spelled.push_str("sharp");
            }
            '.' if before.is_whitespace()
                && rest.peek().is_some_and(|next| next.is_alphabetic()) =>
            {
                spelled.push_str("dot");
            }
            _ => spelled.push(c),
        }
        before = c;
    }
    spelled
}

fn each_letter(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether the words differ by one inserted, missing or changed letter, or by two swapped letters.
pub fn is_one_slip(word: &str, other: &str) -> bool {
    // No letter has more than four bytes.
    if word.len().abs_diff(other.len()) > 4 {
        return false;
    }
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
    fn signs_tell_names_apart() {
        for (name, expected) in [
            ("C", "c"),
            ("C++", "cpp"),
            ("C++17", "cpp17"),
            ("C#", "csharp"),
            ("F# and .NET", "fsharpanddotnet"),
            ("ASP.NET", "aspnet"),
            ("Node.js", "nodejs"),
            ("CI/CD", "cicd"),
            ("#rust", "rust"),
            ("issue#7", "issue7"),
            ("a + b", "ab"),
        ] {
            assert_eq!(letters(&spelled_signs(name)), expected, "{name}");
        }
    }

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
