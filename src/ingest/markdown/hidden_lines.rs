//! Markdown lines with a meaning as a whole (MDX, containers, formulas, tags, callouts), and Obsidian marks.

use super::hidden_text::{Pass, Removed, taken};
use super::shortcode::{LONGEST, window};
use crate::ingest::header::properties::{
    PRIVATE_MARK, is_known, is_private as is_private_property, property,
};
use crate::ingest::names::byline::is_label;
use crate::ingest::own_words::is_private;

/// Kinds of callouts that are for the author alone.
const PRIVATE_CALLOUTS: [&str; 7] =
    ["private", "secret", "confidential", "internal", "privat", "intern", "personal"];

impl<'a> Pass<'a> {
    /// Handles a line as a whole. Returns the end of the handled text, or `None` to continue within the line.
    pub(super) fn line(&mut self, at: usize, line: &'a str) -> Option<usize> {
        let trimmed = line.trim();
        let end = at + line.len();
        if self.is_property(at, line) {
            return Some(end);
        }
        if !trimmed.is_empty() {
            let below = trimmed.trim_start_matches('#');
            let is_underline = trimmed.len() > 2 && trimmed.bytes().all(|byte| byte == b'=');
            self.is_below_heading =
                is_underline || below.len() < trimmed.len() && below.starts_with(' ');
        }
        if let Some(end) = self.mdx(at, trimmed) {
            return Some(self.remove(Removed::Mdx, at..end));
        }
        if trimmed.starts_with(":::") {
            let kind = trimmed.trim_start_matches(':').trim_start();
            let title = kind.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-');
            let title = title.split(['{', '}', '[', ']']).find(|part| !part.trim().is_empty());
            let title = title.map_or("", str::trim);
            let cut = if title.is_empty() { end } else { at + line.rfind(title).unwrap_or(0) };
            self.hide(at..cut);
            return Some(end);
        }
        let is_mark = matches!(
            trimmed.to_ascii_lowercase().as_str(),
            "[toc]" | "[[toc]]" | "[[_toc_]]" | "{:toc}" | "{{toc}}"
        );
        if is_mark || trimmed.starts_with("{:") && trimmed.ends_with('}') {
            self.hide(at..end);
            return Some(end);
        }
        if let Some(end) = self.directive(at, trimmed) {
            return Some(self.remove(Removed::Mdx, at..end));
        }
        if trimmed == "$$" {
            let inside = end + 1;
            let close = self.end_of(end, "\n$$")?;
            let inner = self.text.get(inside..close - 2).unwrap_or_default();
            let start = at + (line.len() - line.trim_start().len());
            return Some(self.take(start..close, taken("math", inner, start)));
        }
        self.tags(at, trimmed, end)
            .or_else(|| self.callout(at, line))
            .or_else(|| self.table(at, line))
    }

    /// Takes a property at the top or right below a heading out of the text. One at the top is a fact of the header; one
    /// that tells of a talk becomes a line such as "speaker: Ada Weaver".
    fn is_property(&mut self, at: usize, line: &str) -> bool {
        let is_top = at < self.top_end;
        let Some(found) = property(line) else { return false };
        if !is_top && is_private_property(line) {
            // What is around it goes with it, and is only known when the text is read.
            let start = at + found.key.start;
            self.write(start, PRIVATE_MARK);
            let rest = (at + line.len()).saturating_sub(start + PRIVATE_MARK.len());
            self.write(start + PRIVATE_MARK.len(), &" ".repeat(rest));
            return true;
        }
        if !is_top && !self.is_below_heading {
            return false;
        }
        let key = line.get(found.key.clone()).unwrap_or_default();
        if !is_top && is_label(key) && is_known(key) && !found.value.is_empty() {
            let colons = line.get(found.key.end..).and_then(|rest| rest.find("::")).unwrap_or(0);
            self.write(at + found.key.end + colons + 1, "\u{1}");
            return true;
        }
        let is_fact = is_top && is_known(key);
        self.shown.properties += usize::from(!is_fact && !found.value.is_empty());
        self.hide(at..at + line.len());
        true
    }

    /// The end of a fence that opens here and holds a query of an Obsidian plugin. Readers would see the question without
    /// its answer.
    pub(super) fn query(&mut self, at: usize, line: &str, mark: &str) -> Option<usize> {
        const QUERIES: [&str; 4] = ["dataview", "dataviewjs", "tasks", "base"];
        let info = line.trim_start().strip_prefix(mark)?.trim().to_ascii_lowercase();
        if !QUERIES.contains(&info.as_str()) {
            return None;
        }
        let close = self.end_of(at + line.len(), &["\n", mark].concat())?;
        let rest = self.text.get(close..)?;
        let end = close + rest.find('\n').unwrap_or(rest.len());
        self.hide(at..end);
        self.shown.properties += 1;
        Some(end + 1)
    }

    /// An HTML table that contains only text. A table with Markdown or pictures is left to the parser.
    fn table(&mut self, at: usize, line: &str) -> Option<usize> {
        const DEEPEST: usize = 3;
        const NEVER: [&str; 11] =
            ["**", "](", "`", "\n#", "\n|", "\n- ", "\n* ", "{{", "{%", "%%", "<img"];
        let tag = line.trim_start();
        let start = at + line.len() - tag.len();
        let is_table = tag.get(..6).is_some_and(|name| name.eq_ignore_ascii_case("<table"))
            && tag.get(6..)?.starts_with(['>', ' '])
            && start - at <= DEEPEST;
        let end = self.end_of(start, "</table>").filter(|_| is_table)?;
        let html = self.text.get(start..end)?;
        let is_text = html.matches("<tr").count() > 1
            && html.matches("<table").count() == 1
            && !NEVER.iter().any(|mark| html.contains(mark));
        is_text.then(|| self.take(start..end, taken("table", html, start)))
    }

    /// The end of an MDX statement that begins here: `import`, or `export` of code.
    fn mdx(&mut self, at: usize, line: &str) -> Option<usize> {
        let is_quoted = |text: &str| {
            let text = text.trim().trim_end_matches(';').trim_end();
            text.len() > 2 && text.starts_with(['"', '\'']) && text.ends_with(['"', '\''])
        };
        let words = line.strip_prefix("import ")?.trim_start();
        let is_import = match words.split_once(" from ") {
            Some((_, path)) => is_quoted(path),
            None => is_quoted(words),
        };
        let rest = self.text.get(at..)?;
        is_import.then(|| at + rest.find('\n').unwrap_or(rest.len()))
    }

    /// The end of a `DocC` directive that begins here: `@Image(source: "a.png")`, or `@Metadata {` with its block.
    fn directive(&mut self, at: usize, line: &str) -> Option<usize> {
        const LONGEST_BLOCK: usize = 20;
        let name = line.strip_prefix('@')?;
        let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let is_call = rest.starts_with('(') && rest.ends_with([')', '{']);
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) || !(is_call || rest.trim() == "{") {
            return None;
        }
        let text = self.text.get(at..)?;
        let mut depth = 0_usize;
        let mut end = at;
        for line in text.split_inclusive('\n').take(LONGEST_BLOCK) {
            depth = (depth + line.matches('{').count()).saturating_sub(line.matches('}').count());
            end += line.trim_end().len();
            if depth == 0 {
                return Some(end);
            }
            end += line.len() - line.trim_end().len();
        }
        None
    }

    /// A line that contains only tags, in Obsidian's form.
    fn tags(&mut self, at: usize, line: &str, end: usize) -> Option<usize> {
        let is_tag = |word: &str| {
            word.strip_prefix('#').is_some_and(|tag| {
                tag.starts_with(char::is_alphabetic)
                    && tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '_'))
            })
        };
        if line.is_empty() || !line.split_whitespace().all(is_tag) {
            return None;
        }
        let tags = line.split_whitespace().map(|tag| (tag[1..].to_owned(), at..end));
        self.shown.tags.extend(tags);
        self.hide(at..end);
        Some(end)
    }

    /// `> [!note] Title`: shows the title, or otherwise the kind, in bold above the text of the quote.
    fn callout(&mut self, at: usize, line: &str) -> Option<usize> {
        let quoted = line.trim_start_matches(['>', ' ']);
        let start = line.len() - quoted.len();
        let (kind, title) = quoted.strip_prefix("[!")?.split_once(']')?;
        let is_kind = kind.starts_with(|c: char| c.is_ascii_alphabetic())
            && kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-|_".contains(&byte));
        if !line.contains('>') || !is_kind {
            return None;
        }
        let title = title.trim_start_matches(['-', '+']).trim();
        let name = kind.split('|').next().unwrap_or(kind);
        if PRIVATE_CALLOUTS.contains(&name.to_ascii_lowercase().as_str()) || is_private(title) {
            let end = self.callout_end(at);
            return Some(self.private(at..end));
        }
        let next = self.text.get(at + line.len() + 1..).unwrap_or_default();
        let goes_on = next.strip_prefix('>').is_some_and(begins_in_paragraph);
        let stop = if goes_on { "\\" } else { "" };
        let mut words = if title.is_empty() {
            let kind = kind.split('|').next().unwrap_or(kind).to_ascii_lowercase();
            let mut letters = kind.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            format!("*{}{}*{stop}", first.unwrap_or_default(), letters.as_str())
        } else {
            format!("**{title}**{stop}")
        };
        let room = line.len() - start;
        words = "\u{1}".repeat(room.checked_sub(words.len())?) + &words;
        for (byte, new) in self.bytes.iter_mut().skip(at + start).zip(words.bytes()) {
            *byte = new;
        }
        Some(at + line.len())
    }

    /// Where the callout that begins here ends: before a line that belongs to no quote. A line of plain words directly
    /// below still belongs to it.
    fn callout_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let is_part = |line: &&str| {
            let words = line.trim_start();
            words.starts_with('>') || words.starts_with(char::is_alphanumeric)
        };
        let length: usize = rest.split_inclusive('\n').take_while(is_part).map(str::len).sum();
        let taken = rest.get(..length).unwrap_or_default();
        at + taken.trim_end_matches('\n').len()
    }

    /// `^name` at the end of a line. Obsidian uses it to link to the line.
    pub(super) fn block_id(&mut self, at: usize, rest: &str) -> Option<usize> {
        let before = self.text.get(..at)?;
        // A heading needs no such mark.
        let line = before.get(before.floor_char_boundary(before.len().saturating_sub(400))..)?;
        if !before.ends_with([' ', '\n']) || line.rsplit('\n').next()?.starts_with('#') {
            return None;
        }
        let line = window(rest, 60).split('\n').next()?;
        let name = line.get(1..)?.trim_end();
        let is_id = !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let end = at + line.len();
        is_id.then(|| {
            self.hide(at..end);
            end
        })
    }

    /// `$x^2$` as code, so that no character in it is read as markup. Prices are not formulas.
    pub(super) fn formula(&mut self, at: usize, rest: &str) -> Option<usize> {
        const LONGEST_FORMULA: usize = 300;
        let before = self.text.get(..at)?.chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '$') {
            return None;
        }
        let line = window(rest, LONGEST_FORMULA).split('\n').next()?.get(1..)?;
        let (formula, after) = line.split_once('$')?;
        let is_letter = formula.len() == 1 && formula.starts_with(|c: char| c.is_alphabetic());
        let has_signs = formula.contains(['\\', '^', '_', '=', '{', '(']);
        let is_price = formula.starts_with(|c: char| c.is_ascii_digit()) && !formula.contains('\\');
        let is_formula = formula.trim() == formula
            && !formula.contains('`')
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '$')
            && (is_letter || has_signs && !is_price);
        is_formula.then(|| {
            let end = at + 1 + formula.len();
            self.write(at, "`");
            self.write(end, "`");
            end + 1
        })
    }

    /// `|300]]` after the name of a picture in Obsidian, and `|300](` after its text.
    pub(super) fn width(&mut self, at: usize, rest: &str) -> Option<usize> {
        let (size, after) = window(rest, 20).get(1..)?.split_once(']')?;
        let is_size = after.starts_with([']', '('])
            && size.starts_with(|c: char| c.is_ascii_digit())
            && size.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
        let end = at + 1 + size.len();
        is_size.then(|| {
            self.hide(at..end);
            end
        })
    }

    /// `==words==` as `**words**`, and the size after a picture: `![](a.png =350x)`.
    pub(super) fn highlight(&mut self, at: usize, rest: &str) -> usize {
        let width = rest.len() - rest.trim_start_matches('=').len();
        if width == 1 {
            let size = rest.get(1..).unwrap_or_default();
            let length = size.len()
                - size.trim_start_matches(|c: char| c.is_ascii_digit() || c == 'x').len();
            let is_size =
                length > 1 && size.get(length..).is_some_and(|after| after.starts_with(')'));
            if is_size && self.text.get(..at).is_some_and(|before| before.ends_with(' ')) {
                self.write(at, &" ".repeat(length + 1));
            }
        }
        if width != 2 {
            return at + width;
        }
        let line = window(rest, LONGEST).split('\n').next().unwrap_or_default();
        let inside = line.get(2..).unwrap_or_default();
        let Some(length) = inside.find("==").filter(|length| *length > 0) else { return at + 2 };
        let words = inside.get(..length).unwrap_or_default();
        let is_end = inside.get(length + 2..).is_none_or(|after| !after.starts_with('='));
        if words.trim() == words && is_end && !words.contains('`') {
            self.write(at, "**");
            self.write(at + 2 + length, "**");
        }
        at + 2 + length + 2
    }
}

/// Whether the line at the beginning of a text goes on with a paragraph above it. A list, a heading and the like do not,
/// and a mark for a line break would stay visible above them.
fn begins_in_paragraph(text: &str) -> bool {
    const OTHERS: [&str; 8] = ["- ", "* ", "+ ", "#", ">", "|", "```", "~~~"];
    let line = text.split('\n').next().unwrap_or_default().trim();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_item = number.len() < line.len() && number.starts_with([')', '.']);
    !line.is_empty() && !is_item && !OTHERS.iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use crate::ingest::markdown::hidden_text::shown;
    use proptest::prelude::*;

    const PIECES: &[&str] = &[
        "%%",
        "{% x %}",
        "{{",
        "}}",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "==",
        "[[",
        "]]",
        "> [!x] ",
        "\n$$\n",
        "\\",
        "|300]]",
        "|300](",
        "$x^2$",
        "$",
        ":::tip é",
        "#tag",
        " ^id",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "织",
        "a b",
        "import a from 'b'",
        "<table>",
        "<tr>",
        "</table>",
        "<blockquote class=twitter-tweet>",
        "</blockquote>",
        "{.x}",
    ];

    proptest! {
        #[test]
        fn places_stay_true_whatever_is_taken_out(picks in prop::collection::vec(0..PIECES.len(), 0..40)) {
            let text: String = picks.into_iter().map(|pick| PIECES[pick]).collect();
            let shown = shown(&text);
            prop_assert_eq!(shown.text.len(), text.len());
            let ends = |text: &str| -> Vec<usize> { text.match_indices('\n').map(|(at, _)| at).collect() };
            // Only formulas and posts may span lines.
            if shown.shortcodes.is_empty() {
                prop_assert_eq!(ends(&shown.text), ends(&text));
            }
        }
    }
}
