//! Ids made from titles and names.

/// Longest slug in characters; it becomes part of addresses and of file names.
const LONGEST: usize = 72;

/// The ASCII words of a text in `a-z` and `0-9`, joined by `-`, as far as whole words fit. Empty when
/// the text has none.
///
/// The bundler makes ids from it, after transliterating other scripts. The client derives most of these ids from titles
/// again, instead of downloading them.
pub fn ascii_slug(text: &str) -> String {
    let mut slug = String::new();
    // Where the last word that fits ends.
    let mut end = 0;
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            if slug.len() == end && end > 0 {
                slug.push('-');
            }
            slug.push(letter.to_ascii_lowercase());
        } else if !matches!(letter, '\'' | '’' | '‘') {
            if slug.len() > LONGEST {
                break;
            }
            end = slug.len();
        }
    }
    if slug.len() > LONGEST {
        slug.truncate(if end > 0 { end } else { LONGEST });
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(ascii_slug(text), expected, "{text}");
    }

    #[test]
    fn words_are_joined_and_marks_left_out() {
        check("", "");
        check("…", "");
        check("  Don't Panic: it’s (only) YAML! ", "dont-panic-its-only-yaml");
        check("C++ & Rust", "c-rust");
        check("Überraschung", "berraschung");
    }

    #[test]
    fn long_texts_end_after_a_whole_word() {
        let word = "a".repeat(LONGEST - 3);
        check(&format!("{word} bc"), &format!("{word}-bc"));
        check(&format!("{word} bc!"), &format!("{word}-bc"));
        check(&format!("{word} bcd"), &word);
        check(&format!("{word} bcd e"), &word);
        check(&format!("{word} b c d"), &format!("{word}-b"));
        check(&"b".repeat(LONGEST + 5), &"b".repeat(LONGEST));
        check(&format!("{} c", "b".repeat(LONGEST + 5)), &"b".repeat(LONGEST));
        check(&format!("{} c", "b".repeat(LONGEST)), &"b".repeat(LONGEST));
    }
}
