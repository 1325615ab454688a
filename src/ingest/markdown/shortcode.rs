//! Finds shortcodes of Hugo, Zola and Jekyll, and hides them from the Markdown parser.
//!
//! Each is replaced by a placeholder of the same length in bytes, so every offset stays valid.

/// How attributes in braces begin; kramdown and others put them after a link or a heading.
pub(super) const ATTRIBUTES: [&str; 7] = ["{: ", "{:.", "{:#", "{:rel=", "{:target=", "{.", "{#"];

/// A shortcode as written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Shortcode {
    /// Its name in lower case.
    pub name: String,
    /// Its arguments in order; the key is empty for a positional argument.
    pub arguments: Vec<(String, String)>,
    /// The text between its opening and closing forms.
    pub inner: Option<String>,
    /// The source text, shown to readers when the shortcode is unknown.
    pub raw: String,
    /// Byte where it begins.
    pub start: usize,
}

impl Shortcode {
    /// The argument with this name, or otherwise the one in this position.
    pub(super) fn argument(&self, name: &str, place: usize) -> Option<&str> {
        let named = self.arguments.iter().find(|(key, _)| key == name);
        let placed = || self.arguments.iter().filter(|(key, _)| key.is_empty()).nth(place);
        named.or_else(placed).map(|(_, value)| value.as_str())
    }
}

const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// The brackets of shortcodes.
const BRACKETS: &[(&str, &str)] = &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}")];

/// Names of the shortcodes that are supported.
const KNOWN: &[&str] = &[
    "youtube",
    "vimeo",
    "figure",
    "ref",
    "relref",
    "highlight",
    "tweet",
    "x",
    "twitter",
    "gist",
    "raw",
    "post_url",
    "link",
];

/// Whether a shortcode with this name is supported.
pub(super) fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

/// A placeholder of the given length in bytes for a shortcode number; `None` when it does not fit.
pub(super) fn placeholder(number: usize, length: usize) -> Option<String> {
    let width = length.checked_sub(OPEN.len_utf8() + CLOSE.len_utf8())?;
    let digits = number.to_string();
    let zeros = "0".repeat(width.checked_sub(digits.len())?);
    Some(format!("{OPEN}{zeros}{digits}{CLOSE}"))
}

/// The text with every shortcode replaced by a placeholder, and the shortcodes. Those in `found` already have one.
pub(super) fn take_shortcodes(text: &str, mut found: Vec<Shortcode>) -> (String, Vec<Shortcode>) {
    let mut replaced = String::with_capacity(text.len());
    let mut at = 0;
    let mut fence = None;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let is_line_start = at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        if is_line_start {
            fence = next_fence(fence, rest.lines().next().unwrap_or_default());
        }
        let shortcode = if fence.is_some() { None } else { shortcode_at(text, at) };
        let taken = shortcode.and_then(|(shortcode, end)| {
            Some((placeholder(found.len(), end - at)?, shortcode, end))
        });
        if let Some((placeholder, shortcode, end)) = taken {
            replaced.push_str(&placeholder);
            found.push(shortcode);
            at = end;
        } else {
            // Copy the text up to the next place where something can begin.
            let is_empty_line = rest.starts_with('\n');
            let stop = rest
                .char_indices()
                .skip(usize::from(!is_empty_line))
                .find(|(_, c)| *c == '{' || *c == '\n')
                .map_or(rest.len(), |(stop, c)| stop + usize::from(c == '\n'));
            replaced.push_str(rest.get(..stop).unwrap_or(rest));
            at += stop;
        }
    }
    (replaced, found)
}

/// Code blocks keep their braces.
fn next_fence(open: Option<&'static str>, line: &str) -> Option<&'static str> {
    let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
    match (open, mark) {
        (None, mark) => mark,
        (Some(open), Some(mark)) if open == mark => None,
        (open, _) => open,
    }
}

/// Parts of a text: plain text, or the number of a shortcode.
pub(super) fn pieces(text: &str) -> Vec<Result<&str, usize>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let Some((digits, tail)) = after.split_once(CLOSE) else { break };
        if !before.is_empty() {
            pieces.push(Ok(before));
        }
        match digits.parse() {
            Ok(number) => pieces.push(Err(number)),
            Err(_) => pieces.push(Ok(digits)),
        }
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Ok(rest));
    }
    pieces
}

/// Most bytes of one shortcode, without the text inside it.
pub(super) const LONGEST: usize = 4000;

/// The start of a text, with at most this many bytes.
pub(super) fn window(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

fn shortcode_at(text: &str, start: usize) -> Option<(Shortcode, usize)> {
    let rest = window(text.get(start..)?, LONGEST);
    let (open, close) = BRACKETS.iter().find(|(open, _)| rest.starts_with(open))?;
    let inside_end = rest.find(close)?;
    let inside = rest.get(open.len()..inside_end)?;
    let mut end = start + inside_end + close.len();
    let inside = inside.trim_matches('-').trim().trim_end_matches('/');
    // `{{ name(…) }}` is Zola's; other double braces belong to some template.
    if *open == "{{" && !(inside.contains('(') && inside.ends_with(')')) {
        return None;
    }
    let name_end = inside.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(inside.len());
    let (name, arguments) = inside.split_at(name_end);
    let is_name = !name.is_empty()
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'));
    if !is_name || end - start < 8 {
        return None;
    }
    let mut inner = None;
    let can_hold_text = matches!(name, "highlight" | "raw");
    let closing = can_hold_text.then(|| closing(text, end, name)).flatten();
    if let Some((inner_text, after)) = closing {
        inner = Some(inner_text.to_owned());
        end = after;
    }
    let shortcode = Shortcode {
        name: name.to_ascii_lowercase(),
        arguments: arguments_of(arguments.trim_start_matches('(').trim_end_matches(')')),
        inner,
        raw: text.get(start..end)?.to_owned(),
        start,
    };
    Some((shortcode, end))
}

/// The text up to the closing form, and where that form ends. Only names that can enclose text are searched for.
fn closing<'a>(text: &'a str, from: usize, name: &str) -> Option<(&'a str, usize)> {
    let rest = text.get(from..)?;
    let forms = [
        format!("{{%- end{name} -%}}"),
        format!("{{{{< /{name} >}}}}"),
        format!("{{{{</{name}>}}}}"),
        format!("{{{{< /{name}>}}}}"),
        format!("{{{{% /{name} %}}}}"),
        format!("{{% end{name} %}}"),
    ];
    let (at, length) = forms
        .iter()
        .filter_map(|form| rest.find(form.as_str()).map(|at| (at, form.len())))
        .min()?;
    Some((rest.get(..at)?, from + at + length))
}

/// `a "b c" key="d"` and `key="d", other="e"`.
fn arguments_of(text: &str) -> Vec<(String, String)> {
    let mut arguments = Vec::new();
    let mut characters = text.chars().peekable();
    let mut key = String::new();
    let mut word = String::new();
    let mut has_word = false;
    while let Some(c) = characters.next() {
        match c {
            '"' | '`' | '\u{201c}' | '\u{201d}' => {
                has_word = true;
                for inside in characters.by_ref() {
                    if inside == c || (c == '\u{201c}' && inside == '\u{201d}') {
                        break;
                    }
                    word.push(inside);
                }
            }
            '=' if !has_word => key = std::mem::take(&mut word),
            c if c.is_whitespace() || c == ',' => {
                if has_word || !word.is_empty() {
                    arguments.push((std::mem::take(&mut key), std::mem::take(&mut word)));
                }
                has_word = false;
            }
            c => word.push(c),
        }
    }
    if has_word || !word.is_empty() {
        arguments.push((key, word));
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_as_long_as_what_it_stands_for() {
        for length in [8, 100, 100_000] {
            assert_eq!(placeholder(12, length).map(|text| text.len()), Some(length));
        }
        assert_eq!(placeholder(1000, 8), None);
    }

    #[track_caller]
    fn check(text: &str, name: &str, arguments: &[(&str, &str)], inner: Option<&str>) {
        let (replaced, found) = take_shortcodes(text, Vec::new());
        assert_eq!(replaced.len(), text.len(), "offsets stay true");
        let [shortcode] = found.as_slice() else { panic!("one shortcode in {text}: {found:?}") };
        let read: Vec<_> =
            shortcode.arguments.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(
            (shortcode.name.as_str(), read.as_slice(), shortcode.inner.as_deref()),
            (name, arguments, inner)
        );
    }

    #[test]
    fn shortcodes_of_three_generators_are_read() {
        check("a {{< youtube abcdefghijk >}} b", "youtube", &[("", "abcdefghijk")], None);
        check(
            "{{< figure src=\"a.png\" alt=\"a b\" />}}",
            "figure",
            &[("src", "a.png"), ("alt", "a b")],
            None,
        );
        check("{{% ref \"a b.md\" %}}", "ref", &[("", "a b.md")], None);
        check(
            "{{ youtube(id=\"x\", class='y') }}",
            "youtube",
            &[("id", "x"), ("class", "'y'")],
            None,
        );
        check("{% gist ada/1 %}", "gist", &[("", "ada/1")], None);
        check(
            "{{< highlight go >}}\nx := {}\n{{< /highlight >}}",
            "highlight",
            &[("", "go")],
            Some("\nx := {}\n"),
        );
    }

    #[test]
    fn braces_that_are_no_shortcode_stay() {
        let code = "```\n{{< youtube x >}}\n```\n";
        let below =
            [format!("a\n\n{code}"), format!("a\n\n\n{code}"), format!("\n \n\n{code}\n{code}")];
        let below = below.iter().map(String::as_str);
        for text in ["a {{ .Title }} b", "{{<", "{ {{ x", code, "{}"].into_iter().chain(below) {
            assert_eq!(take_shortcodes(text, Vec::new()), (text.to_owned(), vec![]));
        }
    }

    #[test]
    fn a_text_falls_into_pieces_around_its_shortcodes() {
        let (replaced, _) = take_shortcodes("é{{< a-name b >}}z{{< other c >}}", Vec::new());
        assert_eq!(pieces(&replaced), [Ok("é"), Err(0), Ok("z"), Err(1)]);
    }
}
