//! Plural forms, and values in texts.

/// Which of the forms of a text goes with `n`, counted from 0. The languages and their categories are
/// those of CLDR.
///
/// | language | forms |
/// | --- | --- |
/// | `de`, `en`, `es`, and any other | one, other |
/// | `fr` | one (0 and 1), other |
/// | `ar` | zero, one, two, few (3 to 10), many (11 to 99), other; by the last two digits |
/// | `ja` | other |
pub(super) fn plural(language: &str, n: usize) -> usize {
    match language {
        "ar" => match n % 100 {
            _ if n < 3 => n,
            3..=10 => 3,
            11..=99 => 4,
            _ => 5,
        },
        "fr" => usize::from(n > 1),
        "ja" => 0,
        _ => usize::from(n != 1),
    }
}

/// One of the forms of a text, counted from 0; the last one if it has fewer.
pub(super) fn nth(forms: &'static str, place: usize) -> &'static str {
    let mut forms = forms.split('|');
    let mut form = forms.next().unwrap_or_default();
    for _ in 0..place {
        form = forms.next().unwrap_or(form);
    }
    form
}

/// Replaces `{0}`, `{1}` and so on in `text` by `values`. Values with Latin letters are wrapped in `apart`.
pub(super) fn fill(text: &str, values: &[&str], apart: [&str; 2]) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let place = part.bytes().next().unwrap_or_default().wrapping_sub(b'0');
        let value = values.get(usize::from(place)).copied().unwrap_or_default();
        let is_latin = value.bytes().any(|byte| byte.is_ascii_alphabetic());
        let [open, close] = if is_latin { apart } else { [""; 2] };
        filled += open;
        filled += value;
        filled += close;
        filled += part.get(2..).unwrap_or_default();
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_the_form_of_its_language() {
        let forms = |language, numbers: &[usize]| {
            numbers.iter().map(|n| plural(language, *n)).collect::<Vec<_>>()
        };
        assert_eq!(forms("en", &[0, 1, 2, 11, 101]), [1, 0, 1, 1, 1]);
        assert_eq!(forms("fr", &[0, 1, 2, 101]), [0, 0, 1, 1]);
        assert_eq!(forms("ja", &[0, 1, 2, 100]), [0, 0, 0, 0]);
        let numbers = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 110, 111, 199, 200, 1003];
        assert_eq!(forms("ar", &numbers), [0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 3, 3, 4, 4, 5, 3]);
    }

    #[test]
    fn values_go_where_the_text_says() {
        for (text, expected) in [
            ("{0} at {1}", "a at b"),
            ("{1} の {0}", "b の a"),
            ("{0}{0}", "aa"),
            ("none", "none"),
            ("{7}!", "!"),
            ("{0", "a"),
            ("{", ""),
            ("", ""),
        ] {
            assert_eq!(fill(text, &["a", "b"], [""; 2]), expected, "{text}");
        }
        assert_eq!(fill("{0}", &["{0}"], [""; 2]), "{0}", "what goes in is no text of ours");
        assert_eq!(fill("{0} {1}", &["a", "1"], ["<", ">"]), "<a> 1");
    }
}
