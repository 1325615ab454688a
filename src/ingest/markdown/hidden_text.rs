//! Removes the parts of Markdown that readers never see: comments, scripts, styles, template code, MDX. Rewrites
//! Obsidian marks that the parser does not know.
//!
//! The text keeps its length in bytes and its line ends, so every offset stays valid.

use super::shortcode::{Shortcode, placeholder};
use crate::ingest::header::properties::top_end;
use std::collections::BTreeMap;
use std::ops::Range;

/// Things that are removed with a remark, because the author may miss them.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Removed {
    /// A script.
    Script,
    /// A style sheet.
    Style,
    /// Template code: Liquid, or an unknown shortcode.
    Template,
    /// MDX code.
    Mdx,
    /// A comment that is never closed, with everything after it.
    OpenComment,
}

/// A text without the parts that readers never see.
#[derive(Debug, Default)]
pub(super) struct ShownText {
    /// The text.
    pub text: String,
    /// Posts and formulas, in the order of their placeholders.
    pub shortcodes: Vec<Shortcode>,
    /// What was removed: the first place of each kind, and the count.
    pub removed: BTreeMap<Removed, (Range<usize>, usize)>,
    /// Number of comments that were removed.
    pub comments: usize,
    /// The first byte of each private part that was removed.
    pub sections: Vec<usize>,
    /// Number of properties and queries that were removed and are no facts.
    pub properties: usize,
    /// Tags on their own lines, such as `#async`, with their byte ranges.
    pub tags: Vec<(String, Range<usize>)>,
}

/// Replaces removed text within a line. The block tree drops it.
const FILLER: u8 = 1;

/// Removes the parts of a text that readers never see.
pub(super) fn shown(text: &str) -> ShownText {
    let mut pass = Pass {
        text,
        bytes: text.as_bytes().to_vec(),
        shown: ShownText::default(),
        without_end: BTreeMap::new(),
        top_end: top_end(text),
        is_below_heading: false,
    };
    pass.run();
    let Pass { bytes, mut shown, .. } = pass;
    // Only whole characters were replaced, and only by ASCII.
    shown.text = String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned());
    shown
}

/// A text while its hidden parts are being removed.
pub(super) struct Pass<'a> {
    pub(in crate::ingest) text: &'a str,
    pub(super) bytes: Vec<u8>,
    pub(super) shown: ShownText,
    /// Closing marks that do not occur again, so that nobody searches for them twice.
    without_end: BTreeMap<String, usize>,
    /// Where the properties at the top end.
    pub(super) top_end: usize,
    /// Only properties come between a heading and this place.
    pub(super) is_below_heading: bool,
}

impl<'a> Pass<'a> {
    fn run(&mut self) {
        let mut at = 0;
        let mut fence: Option<&str> = None;
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty()) {
            let is_line_start = at == 0 || self.text.as_bytes().get(at - 1) == Some(&b'\n');
            if is_line_start {
                let line = rest.split('\n').next().unwrap_or_default();
                let mark = fence_of(line);
                match (fence, mark) {
                    (Some(open), Some(mark)) if mark.starts_with(open) => fence = None,
                    (None, Some(mark)) => {
                        if let Some(end) = self.query(at, line, mark) {
                            at = end;
                            continue;
                        }
                        fence = Some(mark);
                        self.is_below_heading = false;
                    }
                    _ => {}
                }
                if fence.is_some() || mark.is_some() {
                    at += line.len() + 1;
                    continue;
                }
                if let Some(end) = self.line(at, line) {
                    at = end;
                    continue;
                }
            }
            at = self.mark(at, rest);
        }
    }

    /// The end of something that closes with a given mark after `from`.
    pub(super) fn end_of(&mut self, from: usize, close: &str) -> Option<usize> {
        if self.without_end.get(close).is_some_and(|known| *known <= from) {
            return None;
        }
        let found = self.text.get(from..)?.find(close).map(|at| from + at + close.len());
        if found.is_none() {
            self.without_end.insert(close.to_owned(), from);
        }
        found
    }

    /// Removes a range. Whole lines become blank; within a line nothing is left.
    pub(super) fn hide(&mut self, range: Range<usize>) {
        let after = self.text.as_bytes().iter().skip(range.end);
        let next = after.copied().find(|byte| !matches!(byte, b' ' | b'\t'));
        let is_whole = self.begins_line(range.start) && matches!(next, None | Some(b'\n'));
        let filler = if is_whole { b' ' } else { FILLER };
        for byte in self.bytes.get_mut(range).into_iter().flatten() {
            if *byte != b'\n' {
                *byte = filler;
            }
        }
    }

    /// Whether only white space comes before a byte on its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(..at).unwrap_or_default().iter().rev();
        let last = before.copied().find(|byte| !matches!(byte, b' ' | b'\t'));
        matches!(last, None | Some(b'\n'))
    }

    pub(super) fn remove(&mut self, kind: Removed, range: Range<usize>) -> usize {
        let end = range.end;
        self.hide(range.clone());
        self.shown.removed.entry(kind).or_insert((range, 0)).1 += 1;
        end
    }

    pub(super) fn comment(&mut self, range: Range<usize>) -> usize {
        let words = self.text.get(range.clone()).unwrap_or_default();
        let is_mark = ["more", "truncate", "excerpt", "toc"]
            .iter()
            .any(|mark| words.trim_matches(['<', '!', '-', '>', ' ', '{', '}', '/', '*']) == *mark);
        self.shown.comments += usize::from(!is_mark);
        let end = range.end;
        self.hide(range);
        end
    }

    /// Removes a part that its author calls private.
    pub(super) fn private(&mut self, range: Range<usize>) -> usize {
        let end = range.end;
        self.shown.sections.push(range.start);
        self.hide(range);
        end
    }

    pub(super) fn write(&mut self, at: usize, ascii: &str) {
        for (byte, new) in self.bytes.iter_mut().skip(at).zip(ascii.bytes()) {
            *byte = new;
        }
    }

    /// Replaces a range with a placeholder.
    pub(super) fn take(&mut self, range: Range<usize>, shortcode: Shortcode) -> usize {
        let number = self.shown.shortcodes.len();
        if let Some(text) = placeholder(number, range.len()) {
            for (byte, new) in self.bytes.iter_mut().skip(range.start).zip(text.bytes()) {
                *byte = new;
            }
            self.shown.shortcodes.push(shortcode);
        }
        range.end
    }

    /// Handles a mark within a line. Returns the byte where reading continues.
    fn mark(&mut self, at: usize, rest: &'a str) -> usize {
        let first = rest.as_bytes().first().copied().unwrap_or_default();
        let done = match first {
            b'\n' => Some(at + 1),
            // A backslash: the next character is not markup.
            b'\\' if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) => Some(at + 2),
            b'`' => Some(self.code(at, rest)),
            b'<' => self.tag(at, rest),
            b'%' if rest.starts_with("%%") => self.obsidian_comment(at),
            b'{' => self.braces(at, rest),
            b'=' => Some(self.highlight(at, rest)),
            b'^' => self.block_id(at, rest),
            b'|' => self.width(at, rest),
            b'$' => self.formula(at, rest),
            _ => None,
        };
        // Skip to the next place where something can begin.
        done.unwrap_or_else(|| {
            let next = rest.char_indices().skip(1).find(|(_, c)| {
                matches!(c, '\\' | '`' | '<' | '%' | '{' | '=' | '^' | '|' | '$' | '\n')
            });
            at + next.map_or(rest.len(), |(next, c)| next + usize::from(c == '\n'))
        })
    }

    /// The end of a code span, or of a run of backticks that opens no span.
    fn code(&mut self, at: usize, rest: &str) -> usize {
        let width = rest.len() - rest.trim_start_matches('`').len();
        let run = "`".repeat(width);
        let mut from = at + width;
        while let Some(end) = self.end_of(from, &run) {
            let is_run = |byte: Option<&u8>| byte != Some(&b'`');
            let bytes = self.text.as_bytes();
            let inside = self.text.get(at..end).unwrap_or_default();
            if inside.contains("\n\n") {
                break;
            }
            if is_run(bytes.get(end)) && is_run(bytes.get(end - width - 1)) {
                return end;
            }
            from = end
                + (self.text.get(end..).map_or(0, |t| t.len() - t.trim_start_matches('`').len()));
        }
        at + width
    }
}

/// The formula or post that a placeholder represents.
pub(super) fn taken(name: &str, inner: &str, start: usize) -> Shortcode {
    Shortcode {
        name: name.to_owned(),
        arguments: Vec::new(),
        inner: Some(inner.to_owned()),
        raw: inner.to_owned(),
        start,
    }
}

/// The marks of a code fence that opens or closes on this line.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['>', ' ']);
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let width = line.len() - line.trim_start_matches(mark).len();
    (width >= 3).then(|| line.get(..width)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = shown(text);
        assert_eq!(shown.text.len(), text.len(), "places stay true");
        let words = shown.text.replace('\u{1}', "");
        let words: Vec<&str> = words.lines().map(str::trim_end).collect();
        assert_eq!(words.join("\n"), expected, "{text}");
    }

    #[test]
    fn what_nobody_sees_goes() {
        check("a <!-- b\n\nc --> d", "a\n\n d");
        check("a %%b%% c", "a  c");
        check("20%% and 30%% of it", "20%% and 30%% of it");
        check("%%\nb\n%%\nc", "\n\n\nc");
        check("<script>\nx\n</script>\nb", "\n\n\nb");
        check("a {% include x.html %} b", "a  b");
        check("{{< comment >}}\na\n{{< /comment >}}\nb", "\n\n\nb");
        check("{% comment %}\na\n{% endcomment %}\nb", "\n\n\nb");
        check("{{< notice tip >}}\nkept\n{{< /notice >}}", "\nkept\n");
        check("import a from './b.jpg';\n\nText.", "\n\nText.");
        check(":::message\nMind.\n:::", "\nMind.\n");
        check("<div hidden>\na\n</div>\nb", "\n\n\nb");
        check("<p style=\"color: red; display: none\">a</p>\n\nb", "\n\nb");
        check("text ^id-1\n## H {#x}", "text\n## H {#x}");
        check("a\n\n#rust/async #embedded\n\n# H", "a\n\n\n\n# H");
        check("![a]({{ site.url }}/b.png)", "![a](./././././././/b.png)");
        check("{{ page.title }} and {{ .Title }}", " and {{ .Title }}");
    }

    #[test]
    fn marks_of_obsidian_are_rewritten() {
        check("a ==b c== d", "a **b c** d");
        check("![m](/m.jpg =350x)", "![m](/m.jpg      )");
        check("> [!info] Where\n> Ghent", "> **Where**\\\n> Ghent");
        check("> [!NOTE]\n> Ghent", "> *Note*\\\n> Ghent");
        check("> [!tip]- One", "> **One**");
        check("> [!note] Seen\n> - Looms", "> **Seen**\n> - Looms");
        check("> [!note] Seen\n> 1. Looms", "> **Seen**\n> 1. Looms");
        check("so $x_1 = 2$, $O(n)$ and $k$.", "so `x_1 = 2`, `O(n)` and `k`.");
    }

    #[test]
    fn the_width_of_a_picture_is_no_word() {
        check(
            "![[a.png|300]] ![b|300](a.png) ![[a.png|30x20]] [[a|3 more]]",
            "![[a.png]] ![b](a.png) ![[a.png]] [[a|3 more]]",
        );
    }

    #[test]
    fn code_and_text_stay() {
        for text in [
            "`<!-- a --> %%b%%`",
            "```\n<script>\n%%\n{% x %}\n```",
            "\\<!-- a --> and \\%%b%% and a\\{.b}",
            "the <script> tag and a <!-- b",
            "from x import y\n\n100%% sure? a == b, x^2, `a",
            "import the facts from 'memory' alone",
            "{{ .Title }} {x} {{< youtube abc >}}",
            "# one #two",
            "from $5 to $10, US$1_000 (a = $2)",
            "$HOME and $PATH=, $ a^2 $, $(a)$b, $`x^2`$, \\$x^2$",
        ] {
            check(text, text);
        }
    }
}
