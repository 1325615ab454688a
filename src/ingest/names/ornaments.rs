//! Removes bullets, stars and pictures before the first word of a line.

/// A text without what adorns its beginning. The sign of "#42" and of "#looms" is a part of the word.
pub(super) fn without_ornaments(text: &str) -> &str {
    let bare = text.trim_start_matches(is_ornament);
    let signs = text.len() - bare.len();
    let is_word = bare.starts_with(char::is_alphanumeric);
    let sign = signs.checked_sub(1).and_then(|at| text.get(at..)).filter(|it| it.starts_with('#'));
    sign.filter(|_| is_word).unwrap_or(bare)
}

/// White space, bullets and pictures before the first word.
fn is_ornament(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '•' | '·'
                | '*'
                | '-'
                | '–'
                | '—'
                | '▪'
                | '→'
                | '►'
                | '★'
                | '☆'
                | '■'
                | '□'
                | '◆'
                | '◇'
                | '●'
                | '○'
                | '◎'
                | '▼'
                | '▶'
                | '※'
                | '✔'
                | '✅'
                | '|'
                | '~'
                | '#'
        )
        || is_picture(c)
}

/// Pictures, stars and arrows that people add to a title.
pub(in crate::ingest) fn is_picture(c: char) -> bool {
    ('\u{1f300}'..='\u{1faff}').contains(&c)
        || ('\u{2600}'..='\u{27bf}').contains(&c)
        || matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{2b50}' | '\u{2b06}'..='\u{2b07}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_before_a_word_is_no_ornament() {
        for (text, rest) in [
            ("★ Looms", "Looms"),
            ("# Looms", "Looms"),
            ("– #NoLooms", "#NoLooms"),
            ("#42 Is Odd", "#42 Is Odd"),
        ] {
            assert_eq!(without_ornaments(text), rest, "{text}");
        }
    }
}
