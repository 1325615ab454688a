//! The one writer of BibTeX.

use crate::text::percent::encode_char;

/// An entry: its key, and its fields in order. Empty fields are left out. A month is the name of a
/// macro, e.g. `may`, which each style of references prints in its own way.
pub(super) fn entry(key: &str, fields: &[(&str, String)]) -> String {
    let key: String =
        key.chars().filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c)).collect();
    let fields: String = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| match *name {
            "month" => format!("  {name} = {value},\n"),
            name => format!("  {name} = {{{value}}},\n"),
        })
        .collect();
    format!("@misc{{{key},\n{fields}}}\n")
}

/// A text for LaTeX. Never has a brace that BibTeX would count and miss its other half.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => escaped += "\\textbackslash{}",
            '{' => escaped += "\\textbraceleft{}",
            '}' => escaped += "\\textbraceright{}",
            '~' => escaped += "\\textasciitilde{}",
            '^' => escaped += "\\textasciicircum{}",
            '"' => escaped += "\\textquotedbl{}",
            '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', c]),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A title whose capitals stay.
pub(super) fn title(text: &str) -> String {
    ["{", &escaped(text), "}"].concat()
}

/// Whoever signed. A name with a comma is one name, not surname and first name.
pub(super) fn author(name: &str) -> String {
    if name.contains(',') { title(name) } else { escaped(name) }
}

/// An address. It is not LaTeX, so what would end the field is written as addresses write it.
pub(super) fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' | '}' | '\\' | '"' | ' ' => address += &encode_char(c),
            c if c.is_control() || c.is_whitespace() => {}
            c => address.push(c),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether BibTeX, which counts all braces, ends the field where we do.
    fn is_balanced(field: &str) -> bool {
        let mut depth = 0i32;
        for c in field.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth < 0 {
                return false;
            }
        }
        depth == 0
    }

    /// What LaTeX would print.
    fn printed(text: &str) -> String {
        let names = [
            ("\\textbackslash{}", "\u{e000}"),
            ("\\textbraceleft{}", "{"),
            ("\\textbraceright{}", "}"),
            ("\\textasciitilde{}", "~"),
            ("\\textasciicircum{}", "^"),
            ("\\textquotedbl{}", "\""),
        ];
        let text =
            names.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign));
        ["$", "&", "#", "_", "%"]
            .iter()
            .fold(text, |text, sign| text.replace(&format!("\\{sign}"), sign))
            .replace('\u{e000}', "\\")
    }

    fn text() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>().prop_filter("kept for the reader", |c| *c != '\u{e000}'),
            proptest::sample::select(vec!['{', '}', '\\', '"', '$', '%', '~', '^', ',', '\n']),
        ];
        proptest::collection::vec(sign, 0..16).prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn nothing_breaks_out_of_its_field(text in text()) {
            for field in [escaped(&text), title(&text), author(&text), address(&text)] {
                prop_assert!(is_balanced(&field), "{}", field);
            }
        }

        #[test]
        fn latex_prints_what_was_written(text in text()) {
            let text: String = text.chars().filter(|c| !c.is_control()).collect();
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(printed(&escaped(&text)), words);
        }
    }

    #[test]
    fn an_entry_has_what_is_known() {
        let fields = [
            ("title", title("50% & more")),
            ("author", author("Weaver, Inc.")),
            ("year", String::new()),
        ];
        let expected =
            "@misc{a-1,\n  title = {{50\\% \\& more}},\n  author = {{Weaver, Inc.}},\n}\n";
        assert_eq!(entry("a-1", &fields), expected);
    }
}
