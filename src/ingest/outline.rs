//! Turns the pages of outliners (Logseq, Roam, Workflowy), in which every paragraph is a list item, into documents: an
//! item that is a heading becomes one, and what is below it moves out by as much. Every line keeps its number.

use super::header::properties::{PRIVATE_MARK, is_private};
use super::source::Source;
use std::borrow::Cow;

/// Properties of an item that only the outliner needs.
const INTERNAL: &[&str] = &[
    "id",
    "collapsed",
    "heading",
    "created-at",
    "updated-at",
    "background-color",
    "card-last-interval",
    "exclude-from-graph-view",
    "icon",
    "template",
    "template-including-parent",
    "filters",
    "ls-type",
    "hl-page",
    "hl-color",
    "logseq.order-list-type",
];

/// Most bytes of a reference or a macro.
const LONGEST_MARK: usize = 400;

/// A line: its indentation in steps, what marks it as an item, and its words.
struct OutlineLine<'a> {
    depth: usize,
    is_item: bool,
    words: &'a str,
}

impl<'a> OutlineLine<'a> {
    fn of(line: &'a str) -> Self {
        let rest = line.trim_start_matches([' ', '\t']);
        let indent = line.get(..line.len() - rest.len()).unwrap_or_default();
        let tabs = indent.matches('\t').count();
        let depth = tabs + (indent.len() - tabs) / 2;
        let item = rest.strip_prefix("- ").or_else(|| (rest == "-").then_some(""));
        Self { depth, is_item: item.is_some(), words: item.unwrap_or(rest) }
    }

    /// A property: "`collapsed::` true".
    fn property(&self) -> Option<(&'a str, &'a str)> {
        let (key, value) = self.words.split_once("::")?;
        let is_key = !key.is_empty()
            && key.len() <= 40
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        (is_key && (value.is_empty() || value.starts_with(' '))).then(|| (key, value.trim()))
    }

    fn is_heading(&self) -> bool {
        let marks = self.words.len() - self.words.trim_start_matches('#').len();
        self.is_item && (1..=6).contains(&marks) && self.words.get(marks..=marks) == Some(" ")
    }
}

/// The source with a document in place of an outline.
pub(super) fn without_outline(source: Source) -> Source {
    match document(&source.text) {
        Some(text) => source.with_text(text),
        None => source,
    }
}

/// The document that an outline is; `None` for any other text.
fn document(text: &str) -> Option<String> {
    if !is_outline(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    // How far the items below the heading before have to move.
    let mut moved = 0;
    let mut is_at_top = true;
    for written in text.split('\n') {
        let line = OutlineLine::of(written);
        let words = without_marks(line.words);
        match line.property() {
            Some((key, value)) if is_at_top => out.extend([key, ":: ", value]),
            Some((key, _)) if INTERNAL.contains(&key) => {}
            Some(_) if is_private(line.words) => {
                out.push_str(&"  ".repeat(line.depth.saturating_sub(moved)));
                out.extend([if line.is_item { "- " } else { "" }, PRIVATE_MARK]);
            }
            Some((key, value)) => {
                let value = value.replace("[[", "").replace("]]", "");
                out.push_str(&"  ".repeat(line.depth.saturating_sub(moved)));
                out.extend([capitalized(key).as_str(), ": ", &value]);
            }
            None if line.is_heading() => {
                moved = line.depth + 1;
                out.push_str(&words);
            }
            None if line.words.is_empty() => {}
            None => {
                // Lines that continue an item are one step deeper than it.
                moved = moved.min(line.depth);
                out.push_str(&"  ".repeat(line.depth - moved));
                out.push_str(if line.is_item { "- " } else { "" });
                out.push_str(&words);
            }
        }
        is_at_top &= line.property().is_some();
        out.push('\n');
    }
    out.pop();
    Some(out)
}

/// Whether every line is an item, a part of one, or a property, and one is a heading or a property.
fn is_outline(text: &str) -> bool {
    const FEWEST: usize = 2;
    let items = || lines(text).filter(|line| line.is_item);
    let is_sign = |line: OutlineLine<'_>| line.is_heading() || line.property().is_some();
    is_list(text) && items().nth(FEWEST - 1).is_some() && lines(text).any(is_sign)
}

/// Whether every line is an item of a list, a part of one, or a property, as outliners write their pages.
pub(crate) fn is_list(text: &str) -> bool {
    let belongs =
        |line: OutlineLine<'_>| line.is_item || line.depth > 0 || line.property().is_some();
    lines(text).any(|line| line.is_item) && lines(text).all(belongs)
}

fn lines(text: &str) -> impl Iterator<Item = OutlineLine<'_>> {
    text.lines().filter(|line| !line.trim().is_empty()).map(OutlineLine::of)
}

/// The words without marks that only an outliner knows: references to other items, macros, and its own highlights.
fn without_marks(words: &str) -> Cow<'_, str> {
    if !words.contains("((") && !words.contains("{{") && !words.contains("^^") {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(['(', '{']) {
        let (before, found) = rest.split_at(at);
        out.push_str(before);
        let mark = ["((", "{{"].into_iter().find(|mark| found.starts_with(mark));
        let near = found.get(..found.floor_char_boundary(LONGEST_MARK)).unwrap_or_default();
        let end = mark.and_then(|mark| near.find(if mark == "((" { "))" } else { "}}" }));
        let inside = end.and_then(|end| found.get(2..end)).map(str::trim);
        let shown = match (mark, inside) {
            (Some("(("), Some(inside)) => is_reference(inside).then(String::new),
            (Some(_), Some(inside)) => macro_words(inside),
            _ => None,
        };
        if let Some((shown, end)) = shown.zip(end) {
            out.push_str(&shown);
            // "{{embed ((id))}}" ends after the braces.
            rest = found.get(end + 2..).unwrap_or_default();
            continue;
        }
        let first = found.chars().next().map_or(0, char::len_utf8);
        out.push_str(found.get(..first).unwrap_or_default());
        rest = found.get(first..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out.replace("^^", "**"))
}

/// Whether the text is the id of an item: 36 characters in Logseq, 9 in Roam.
fn is_reference(inside: &str) -> bool {
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    inside.chars().all(is_id)
        && (inside.len() == 36 && inside.contains('-')
            || inside.len() == 9 && inside.contains(|c: char| c.is_ascii_digit() || c == '_'))
}

/// What a macro shows: the address of a video, a box of a task, and nothing for another item.
fn macro_words(inside: &str) -> Option<String> {
    let name = inside.trim_start_matches("[[");
    let name: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
    match name.to_ascii_lowercase().as_str() {
        "embed" | "query" | "renderer" | "cloze" => Some(String::new()),
        "todo" => Some("[ ]".to_owned()),
        "done" => Some("[x]".to_owned()),
        "video" | "youtube" | "vimeo" | "tweet" | "twitter" => {
            let address = inside.split([' ', ']']).find(|part| part.contains("://"))?;
            Some(format!("<{address}>"))
        }
        _ => None,
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = document(text);
        assert_eq!(found.as_deref(), Some(expected), "{text}");
        assert_eq!(text.matches('\n').count(), expected.matches('\n').count());
    }

    #[test]
    fn items_that_are_headings_become_headings() {
        check(
            "- # [[LoomConf 2019]]\n\t- ## Looms\n\t  speaker:: [[Ada Weaver]]\n\t  collapsed:: true\n\t\t- wool\n\t\t\t- silk",
            "# [[LoomConf 2019]]\n## Looms\nSpeaker: Ada Weaver\n\n- wool\n  - silk",
        );
        check(
            "- ## Looms\n  speaker:: Ada\n\t- wool\n- ## Nets\n\t- fish",
            "## Looms\nSpeaker: Ada\n- wool\n## Nets\n- fish",
        );
        check("- # Looms\n- wool\n\t- silk\n- Nets", "# Looms\n- wool\n  - silk\n- Nets");
    }

    #[test]
    fn properties_at_the_top_stay_a_header() {
        check(
            "public:: false\ntitle:: Looms\n\n- # Day\n\t- wool",
            "public:: false\ntitle:: Looms\n\n# Day\n- wool",
        );
        check("- public:: false\n- # Looms\n- wool", "public:: false\n# Looms\n- wool");
    }

    #[test]
    fn marks_of_outliners_are_rewritten() {
        check(
            "- # A\n- {{embed ((62f0b6b1-aaaa-4bbb-8ccc-1234567890ab))}}\n- {{[[DONE]]}} see ((a1b2c3d_4)) ^^great^^\n\
             - {{youtube https://www.youtube.com/watch?v=dsCMfi5YPnE}}\n- f((x)) and {{ page }}",
            "# A\n- \n- [x] see  **great**\n- <https://www.youtube.com/watch?v=dsCMfi5YPnE>\n- f((x)) and {{ page }}",
        );
    }

    #[test]
    fn another_text_is_no_outline() {
        for text in [
            "# LoomConf\n\n- wool\n- silk",
            "- wool\n- silk",
            "",
            "- key: value\n- b",
            "- std::fmt\n- b",
        ] {
            assert_eq!(document(text), None, "{text}");
        }
    }
}
