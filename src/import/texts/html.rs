//! Converts HTML to Markdown.

use super::description::plain;
use super::escapes::{no_marker, target};
use super::nesting::{DEEPEST, depth};
use super::text::page;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

/// Elements whose contents are ignored.
const SILENT: &[&str] = &[
    "script", "style", "head", "svg", "noscript", "template", "button", "form", "object", "select",
    "title",
];

/// Elements that are on separate lines.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "figure",
    "figcaption",
    "table",
    "dl",
    "dt",
    "dd",
    "aside",
    "address",
    "details",
    "summary",
    "hr",
    "center",
];

/// The gap between two pieces of text.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Gap {
    #[default]
    None,
    /// A new line.
    Line,
    /// A visible line break.
    Break,
    /// A blank line.
    Blank,
}

#[derive(Default)]
struct MarkdownWriter {
    out: String,
    gap: Gap,
    /// The prefix of each line: `> ` for quotations, spaces for list items.
    prefixes: Vec<&'static str>,
    /// Open lists: the number of the next item, or `None` for bullets.
    lists: Vec<Option<usize>>,
    /// Open links: the address, and where the link text begins.
    links: Vec<(Option<String>, usize)>,
    /// Emphasis marks that wait for text.
    marks: Vec<&'static str>,
    /// The text of code, and whether it is a block.
    code: Option<(String, bool)>,
    /// Open tables: how many rows came, and how many cells in this row.
    tables: Vec<(usize, usize)>,
    /// The list item is still empty.
    is_fresh: bool,
}

/// Converts an HTML fragment or document to Markdown.
pub(in crate::import) fn markdown(html: &str) -> String {
    if depth(html) > DEEPEST {
        return plain(
            &html
                .split('<')
                .map(|it| it.split_once('>').map_or(it, |(_, text)| text))
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    of_element(Html::parse_fragment(html).root_element())
}

/// Converts an element to Markdown. The walk is not recursive, so no nesting is too deep.
pub(in crate::import) fn of_element(element: ElementRef<'_>) -> String {
    let mut writer = MarkdownWriter::default();
    let mut silent = 0_usize;
    for edge in element.traverse() {
        let (node, is_open) = match edge {
            Edge::Open(node) => (node.value(), true),
            Edge::Close(node) => (node.value(), false),
        };
        if let Node::Text(text) = node {
            if is_open && silent == 0 {
                writer.text(text);
            }
        } else if let Node::Element(element) = node {
            let is_silent = silent > 0 || SILENT.contains(&element.name());
            match (is_silent, is_open) {
                (true, true) => silent += 1,
                (true, false) => silent = silent.saturating_sub(1),
                (false, true) => writer.open(element.name(), |key| element.attr(key)),
                (false, false) => writer.close(element.name()),
            }
        }
    }
    writer.out.trim().to_owned()
}

impl MarkdownWriter {
    fn open<'a>(&mut self, name: &str, attribute: impl Fn(&str) -> Option<&'a str>) {
        match name {
            "br" if self.code.is_some() => self.text("\n"),
            "br" if self.gap >= Gap::Break => self.gap(Gap::Blank),
            "br" => self.gap(Gap::Break),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.links.is_empty() => {
                self.gap(Gap::Blank);
                self.raw(match name {
                    "h1" | "h2" => "## ",
                    "h3" => "### ",
                    _ => "#### ",
                });
            }
            "ul" => self.open_list(None),
            "ol" => self.open_list(Some(1)),
            "li" => self.open_item(),
            "blockquote" => {
                self.gap(Gap::Blank);
                self.prefixes.push("> ");
            }
            "pre" => {
                self.gap(Gap::Blank);
                self.code = Some((String::new(), true));
            }
            "code" | "kbd" | "samp" | "tt" if self.code.is_none() => {
                self.code = Some((String::new(), false));
            }
            "a" => {
                self.flush();
                self.links.push((attribute("href").and_then(page), self.out.len()));
            }
            "em" | "i" => self.marks.push("*"),
            "strong" | "b" => self.marks.push("**"),
            "img" => {
                if let Some(src) = attribute("src").and_then(page) {
                    let alt = plain(attribute("alt").unwrap_or_default().trim());
                    self.raw(&format!("![{alt}]({})", target(&src)));
                }
            }
            "iframe" | "video" | "audio" | "embed" => {
                if let Some(src) = attribute("src").and_then(page) {
                    self.gap(Gap::Blank);
                    self.raw(&format!("[{}]({})", plain(&src), target(&src)));
                    self.gap(Gap::Blank);
                }
            }
            "table" => {
                self.gap(Gap::Blank);
                self.tables.push((0, 0));
            }
            "tr" if self.tables.len() == 1 && self.links.is_empty() => {
                self.gap = self.gap.max(Gap::Line);
                self.raw("|");
            }
            "td" | "th" if self.tables.len() == 1 => self.out.push(' '),
            "tr" | "td" | "th" => self.text(" "),
            _ if BLOCKS.contains(&name) => self.gap(Gap::Blank),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.gap(Gap::Blank),
            "ul" | "ol" => {
                self.lists.pop();
                self.gap(if self.lists.is_empty() { Gap::Blank } else { Gap::Line });
            }
            "li" => {
                self.prefixes.pop();
                self.is_fresh = false;
                self.gap = Gap::Line;
            }
            "blockquote" => {
                self.prefixes.pop();
                self.gap(Gap::Blank);
            }
            "table" => {
                self.tables.pop();
                self.gap(Gap::Blank);
            }
            "tr" if self.tables.len() == 1 => self.close_row(),
            "td" | "th" if self.tables.len() == 1 => {
                self.out.truncate(self.out.trim_end_matches(' ').len());
                self.out.push_str(" |");
                self.tables.iter_mut().for_each(|(_, n_cells)| *n_cells += 1);
            }
            "pre" | "code" | "kbd" | "samp" | "tt" => self.close_code(name == "pre"),
            "a" => self.close_link(),
            "em" | "i" => self.close_mark("*"),
            "strong" | "b" => self.close_mark("**"),
            _ if BLOCKS.contains(&name) => self.gap(Gap::Blank),
            _ => {}
        }
    }

    fn gap(&mut self, gap: Gap) {
        // A link is one line, and so is a row of a table.
        if !self.links.is_empty() || !self.tables.is_empty() {
            self.text(" ");
        } else if !self.is_fresh {
            self.gap = self.gap.max(gap);
        }
    }

    /// Writes the gap before the next text.
    fn flush(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        self.is_fresh = false;
        let lead = self.prefixes.concat();
        if self.out.is_empty() {
            self.out.push_str(&lead);
            return;
        }
        if gap != Gap::None {
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
        match gap {
            Gap::None => return,
            Gap::Line => {}
            Gap::Break => self.out.push('\\'),
            Gap::Blank => {
                self.out.push('\n');
                self.out.push_str(lead.trim_end());
            }
        }
        self.out.push('\n');
        self.out.push_str(&lead);
    }

    /// Writes Markdown unchanged.
    fn raw(&mut self, markdown: &str) {
        self.flush();
        self.out.push_str(markdown);
    }

    fn text(&mut self, text: &str) {
        if let Some((code, _)) = &mut self.code {
            code.push_str(text);
            return;
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_begin = self.gap != Gap::None || self.out.is_empty() || self.is_fresh;
        let has_space = self.out.ends_with([' ', '\n', '[']);
        if text.starts_with(char::is_whitespace) && !is_begin && !has_space {
            self.out.push(' ');
        }
        if words.is_empty() {
            return;
        }
        self.flush();
        self.out.push_str(&std::mem::take(&mut self.marks).concat());
        // These characters mean nothing within a line, and "C#" and "Hello!" read better unescaped.
        let mut words = plain(&words.join(" ")).replace("\\!", "!").replace("\\#", "#");
        if !self.tables.is_empty() {
            words = words.replace("\\|", "|").replace('|', "\\|");
        }
        if is_begin {
            self.out.push_str(&no_marker(&words));
        } else {
            self.out.push_str(&words);
        }
        if text.ends_with(char::is_whitespace) {
            self.out.push(' ');
        }
    }

    /// Ends a row; below the first one comes the line that makes it the head.
    fn close_row(&mut self) {
        let Some((n_rows, n_cells)) = self.tables.last_mut() else { return };
        if *n_rows == 0 && *n_cells > 0 {
            let line = format!("\n{}|{}", self.prefixes.concat(), " --- |".repeat(*n_cells));
            self.out.push_str(&line);
        }
        (*n_rows, *n_cells) = (*n_rows + 1, 0);
    }

    fn open_list(&mut self, number: Option<usize>) {
        self.gap(if self.lists.is_empty() { Gap::Blank } else { Gap::Line });
        self.lists.push(number);
    }

    fn open_item(&mut self) {
        self.gap = self.gap.max(Gap::Line);
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.raw(&marker);
        self.prefixes.push(if marker.len() > 2 { "   " } else { "  " });
        self.is_fresh = true;
    }

    fn close_code(&mut self, is_block: bool) {
        let Some((code, was_block)) = self.code.take_if(|(_, was_block)| *was_block == is_block)
        else {
            return;
        };
        let runs = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        if was_block {
            let fence = "`".repeat(runs.max(2) + 1);
            let lead = format!("\n{}", self.prefixes.concat());
            let code = code.trim_matches('\n').replace('\n', &lead);
            self.raw(&format!("{fence}{lead}{code}{lead}{fence}"));
            self.gap(Gap::Blank);
        } else if !code.trim().is_empty() {
            let fence = "`".repeat(runs + 1);
            let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
            let space = if runs > 0 { " " } else { "" };
            self.raw(&format!("{fence}{space}{code}{space}{fence}"));
        }
    }

    fn close_link(&mut self) {
        let Some((address, start)) = self.links.pop() else { return };
        let words = self.out.get(start..).unwrap_or_default();
        let (Some(address), false) = (address, words.trim().is_empty()) else { return };
        let words = words.to_owned();
        self.out.truncate(start);
        let bare = words.trim();
        let before = if words.starts_with(' ') { " " } else { "" };
        let after = if words.ends_with(' ') { " " } else { "" };
        let target = target(&address);
        self.out.extend([before, "[", bare, "](", &target, ")", after]);
    }

    fn close_mark(&mut self, mark: &'static str) {
        // There was nothing between the marks.
        if self.marks.pop().is_some() {
            return;
        }
        let has_space = self.out.ends_with(' ');
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push_str(mark);
        self.out.push_str(if has_space { " " } else { "" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_markdown() {
        for (html, expected) in [
            ("<p>One\n two</p><p>Three<br>four</p>", "One two\n\nThree\\\nfour"),
            ("a <b> b </b>c <i></i><em>d</em>", "a **b** c *d*"),
            (
                "<a href='https://a.example/(x)'> A <b>b</b></a>!",
                "[A **b**](https://a.example/%28x%29)!",
            ),
            ("<a href='javascript:x'>A</a> <a href='mailto:a@b.example'>B</a>", "A B"),
            (
                "<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>x",
                "- One\n  - Two\n- Three\n\nx",
            ),
            ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
            ("<h1>T</h1>x<h3>U</h3>y", "## T\n\nx\n\n### U\n\ny"),
            ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n>\n> b\n\nc"),
            ("<pre><code>a\n ``` b</code></pre>", "````\na\n ``` b\n````"),
            ("use <code>a_b</code> *", "use `a_b` \\*"),
            ("<script>x</script><style>y</style><!-- z -->1. a", "1\\. a"),
            ("<img src='https://a.example/p.png' alt='P'>", "![P](https://a.example/p.png)"),
            ("<p></p>", ""),
            ("<pre>a<br>b</pre>", "```\na\nb\n```"),
            (
                "x<table><tr><th>Talk</th><th>Who</th></tr><tr><td><p>A|B</p></td><td>Ada</td></tr></table>y",
                "x\n\n| Talk | Who |\n| --- | --- |\n| A\\|B | Ada |\n\ny",
            ),
        ] {
            assert_eq!(markdown(html), expected, "{html}");
        }
    }

    #[test]
    fn no_nesting_is_too_deep() {
        let deep = format!("{}x", "<div><b>".repeat(50_000));
        assert!(markdown(&deep).contains('x'));
    }
}
