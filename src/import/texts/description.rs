//! Converts descriptions to Markdown that cannot affect other sections.
//!
//! A description may be Markdown, reStructuredText or neither, and nothing says which. Syntax that both share stays.
//! Links and headings of reStructuredText are translated. Anything that could affect the next section is escaped: an
//! open code block, a reference, a heading that equals the title of another talk.

use crate::ingest::{Severity, ingest, linkable, name_key};
use std::collections::BTreeSet;

/// The description of a talk, to be placed below a level-2 heading. `titles` are the titles of all talks of the event,
/// reduced to letters. No heading in the description may repeat one.
pub(in crate::import) fn description(text: &str, titles: &BTreeSet<String>) -> String {
    let markdown = markdown(text, titles);
    // Unforeseen syntax must not damage the sections that follow.
    if stays(&markdown) { markdown } else { plain_lines(text) }
}

fn markdown(text: &str, titles: &BTreeSet<String>) -> String {
    let text = links(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let margin = margin(&text);
    let mut lines: Vec<String> = Vec::new();
    let mut open: Option<&str> = None;
    for line in text.lines().map(|line| line.get(margin..).unwrap_or_default().trim_end()) {
        if let Some(fence) = open {
            open = Some(fence).filter(|fence| !is_end(line, fence));
            lines.push(line.to_owned());
            continue;
        }
        open = beginning(line).filter(|_| !is_underline(line));
        if open.is_some() {
            lines.push(line.to_owned());
        } else {
            push_line(&mut lines, line, titles);
        }
    }
    lines.extend(open.map(str::to_owned));
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The mark of a code block that begins on a line.
fn beginning(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let mark = bare.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = bare.len() - bare.trim_start_matches(mark).len();
    let (fence, rest) = bare.split_at(length);
    (length >= 3 && (mark == '~' || !rest.contains('`'))).then_some(fence)
}

/// Whether a line ends the code block that began with a mark.
fn is_end(line: &str, fence: &str) -> bool {
    let bare = line.trim();
    bare.starts_with(fence) && bare.chars().all(|c| fence.starts_with(c))
}

/// Whether a section after the text is still parsed as a section.
fn stays(markdown: &str) -> bool {
    const TITLES: [&str; 2] = ["Hallway looks: is this read", "Hallway looks: and this"];
    let [first, last] = TITLES;
    let file = format!(
        "+++\ntalks = [{{ title = \"{first}\" }}, {{ title = \"{last}\" }}]\n+++\n\n\
         ## {first}\n\n{markdown}\n\n## {last}\n\nYes.\n"
    );
    let read = ingest("probe.md", file.as_bytes());
    let is_broken = read.diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let notes = read.draft.map(|draft| draft.notes).unwrap_or_default();
    !is_broken && notes.last().is_some_and(|note| note.talk == Some(1) && note.blocks.len() == 1)
}

/// Text with all Markdown syntax escaped, for one line.
pub(in crate::import) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '&'
                | '#'
                | '{'
                | '~'
                | '|'
                | '!'
                | '$'
        ) || matches!(c, '%' | '=') && plain.ends_with(c)
        {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// The text with all syntax escaped.
fn plain_lines(text: &str) -> String {
    let line = |line: &str| {
        let line = line.trim();
        let is_marked = line.starts_with(|c: char| c.is_ascii_punctuation() || c.is_ascii_digit());
        // A word joiner is invisible and keeps the line from becoming a list item.
        if is_marked { "\u{2060}".to_owned() + &plain(line) } else { plain(line) }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn push_line(lines: &mut Vec<String>, line: &str, titles: &BTreeSet<String>) {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    let is_after_text = lines.last().is_some_and(|last| is_plain(last));
    if is_underline(bare) && (is_after_text || bare.starts_with('=')) {
        // A title may have a line above and below; remove the one above.
        let title = if is_after_text { lines.pop() } else { None };
        if let Some(title) = title {
            push_heading(lines, &title, titles);
        }
    } else if let Some(title) = heading(bare).filter(|_| indent < 4) {
        push_heading(lines, title, titles);
    } else if indent < 4 {
        lines.push([line.get(..indent).unwrap_or_default(), &harmless(bare)].concat());
    } else {
        lines.push(without_shortcodes(line));
    }
}

/// Adds a heading below the talk's own, with empty lines around it.
fn push_heading(lines: &mut Vec<String>, title: &str, titles: &BTreeSet<String>) {
    if lines.last().is_some_and(|last| !last.is_empty()) {
        lines.push(String::new());
    }
    let mark = if titles.contains(&name_key(title)) { "" } else { "### " };
    lines.push([mark, &harmless(title.trim())].concat());
    lines.push(String::new());
}

/// Whether a line belongs to a paragraph and may be a title.
fn is_plain(line: &str) -> bool {
    !line.is_empty() && !line.starts_with(['#', '>', '-', '*', '+', ' ', '\t', '\\', '|'])
}

fn is_underline(line: &str) -> bool {
    const MARKS: [char; 6] = ['=', '-', '~', '^', '"', '*'];
    line.len() >= 3 && MARKS.iter().any(|mark| line.chars().all(|c| c == *mark))
}

/// The text of a line that is a heading in Markdown.
fn heading(line: &str) -> Option<&str> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let title = title.strip_prefix(' ')?.trim().trim_end_matches('#');
    ((1..=6).contains(&level) && !name_key(title).is_empty()).then_some(title)
}

/// Makes a line harmless to other lines.
fn harmless(line: &str) -> String {
    let line = without_shortcodes(line);
    let is_reference = line.starts_with('[') && line.contains("]:");
    let opens =
        |start: &str| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let is_html = ["<!", "<?", "<pre", "<script", "<style", "<textarea"].into_iter().any(opens);
    // A Python prompt is not a nested quotation. Also catches a row that contains only punctuation.
    if is_reference
        || is_html
        || line.starts_with(">>>")
        || is_underline(&line)
        || line.starts_with('#')
    {
        ["\\", &line].concat()
    } else {
        line
    }
}

/// Template braces are not shortcodes here.
fn without_shortcodes(line: &str) -> String {
    line.replace("{{", "{\\{").replace("{%", "{\\%")
}

/// Converts reStructuredText links to Markdown.
fn links(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        done.push_str(before);
        let end = after.find('`');
        let link = end.and_then(|end| Some((link(after.get(..end)?)?, after.get(end + 1..)?)));
        let link = link.filter(|(_, tail)| tail.starts_with('_'));
        if let Some((link, tail)) = link {
            done.push_str(&link);
            rest = tail.trim_start_matches('_');
        } else {
            done.push('`');
            rest = after;
        }
    }
    done + rest
}

/// `words <address>` as a link.
fn link(inner: &str) -> Option<String> {
    let (words, address) = inner.strip_suffix('>')?.rsplit_once('<')?;
    let address = linkable(&address.split_whitespace().collect::<String>())?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if words.is_empty() { plain(&address) } else { plain(&words) };
    let address = address
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('\\', "%5C")
        .replace(['<', '>'], "");
    Some(format!("[{words}]({address})"))
}

/// The number of spaces before every line that is not empty.
fn margin(text: &str) -> usize {
    let filled = text.lines().filter(|line| !line.trim().is_empty());
    filled.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let titles = BTreeSet::from(["onlooms".to_owned()]);
        assert_eq!(description(text, &titles), expected);
    }

    #[test]
    fn what_markdown_and_rest_mean_alike_stays() {
        check("Warp *and* weft.\r\n\r\n- one\r\n- two\r\n", "Warp *and* weft.\n\n- one\n- two");
        check("  Warp\n\n    code", "Warp\n\n  code");
        check("a ``loom`` and `weft`", "a ``loom`` and `weft`");
    }

    #[test]
    fn links_of_rest_are_links() {
        check(
            "See `the\nloom <https://a.example/b(c)>`__.",
            "See [the loom](https://a.example/b%28c%29).",
        );
        check("`<https://a.example>`_", "[https://a.example](https://a.example)");
        check("`loom <javascript:x>`_", "`loom <javascript:x>`_");
        check("`one` `two", "`one` `two");
    }

    #[test]
    fn headings_stand_below_that_of_the_talk() {
        check("# Outline\nWarp", "### Outline\n\nWarp");
        check("Intro\nOutline\n~~~~~~~\nWarp", "Intro\n\n### Outline\n\nWarp");
        check("=======\nOutline\n=======\nWarp", "### Outline\n\nWarp");
        check("On looms!\n---\nWarp", "On looms!\n\nWarp");
        check("- one\n---\nWarp", "- one\n\\---\nWarp");
        check("#1 and #loom", "\\#1 and #loom");
        // Text between two dollar signs is a formula.
        assert_eq!(plain("C#$a[$: from $5 to $10"), "C\\#\\$a\\[\\$: from \\$5 to \\$10");
    }

    #[test]
    fn nothing_reaches_into_the_next_section() {
        check("```\n# Loom", "```\n# Loom\n```");
        check("```\n```py\n# Loom", "```\n```py\n# Loom\n```");
        check("```loom``` and\n# Weft", "```loom``` and\n\n### Weft");
        check("- one\n  ```\n  open", "\u{2060}- one\n\u{2060}\\`\\`\\`\nopen");
        check("[1]: https://a.example", "\\[1]: https://a.example");
        check("<!-- open", "\\<!-- open");
        check("<PRE>\nopen", "\\<PRE>\nopen");
        check("{% block loom %} {{ weft }}", "{\\% block loom %} {\\{ weft }}");
        check(">>> weave(1)", "\\>>> weave(1)");
    }

    proptest! {
        #[test]
        fn whatever_it_says_the_next_section_is_read(text in "[ab`~#=<>!{%}\\[\\]:*_.1> \n-]{0,60}") {
            prop_assert!(stays(&description(&text, &BTreeSet::new())), "{text:?}");
        }

        #[test]
        fn a_title_is_read_as_it_is(title in "[a-z][ -~]{0,40}") {
            let title = title.trim();
            // Email addresses and passwords ("pw: x") are removed from titles as well.
            prop_assume!(!title.contains(['@', ':', '=']));
            let file = format!("## {}\n\nYes.\n", plain(title));
            let draft = ingest("a.md", file.as_bytes()).draft;
            let notes = draft.map(|draft| draft.notes).unwrap_or_default();
            prop_assert_eq!(name_key(&notes[0].title), name_key(title));
        }
    }
}
