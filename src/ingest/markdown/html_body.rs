//! Reads HTML posts in Markdown files, which blog exports contain.

use crate::ingest::html::blocks::{HtmlLines, passages};
use crate::ingest::html::page::is_too_deep;
use crate::ingest::passage::Passage;
use crate::ingest::source::Source;
use scraper::Html;
use std::borrow::Cow;

/// Tags at the start of a line in an HTML post.
const BLOCKS: &[&str] = &[
    "<p>",
    "<p ",
    "</p",
    "<ul",
    "</ul",
    "<ol",
    "</ol",
    "<li",
    "</li",
    "<h1",
    "<h2",
    "<h3",
    "<h4",
    "<div",
    "</div",
    "<blockquote",
    "</blockquote",
    "<table",
    "</table",
    "<tr",
    "<td",
    "<br",
];

/// Marks at the start of a Markdown line.
const MARKS: &[&str] = &["# ", "## ", "### ", "#### ", "- ", "* ", "+ ", "1. ", "```", "> ", "|"];

/// Whether the whole text is HTML: most lines begin with one of these tags, none begins with a Markdown mark, and some
/// are paragraphs.
pub(super) fn is_html_body(text: &str) -> bool {
    let lines = || text.lines().map(str::trim_start).filter(|line| !line.is_empty());
    let begins = |line: &str, with: &[&str]| with.iter().any(|tag| line.starts_with(tag));
    let tagged = lines().filter(|line| begins(line, BLOCKS)).count();
    tagged > 1
        && tagged * 2 >= lines().count()
        && lines().any(|line| line.starts_with("<p"))
        && !lines().any(|line| begins(line, MARKS))
        && !is_too_deep(text)
}

/// The blocks of such a text, which starts after a byte of its source.
pub(super) fn html_body(source: &Source, body_start: usize, html: &str) -> Vec<Passage> {
    let page = Html::parse_fragment(html);
    passages(page.root_element(), HtmlLines::behind(source, body_start)).0
}

/// Replaces character references with characters: "caf&eacute;".
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    let is_named = text.split('&').skip(1).any(|rest| {
        rest.split_once(';').is_some_and(|(name, _)| {
            !name.is_empty()
                && name.len() <= 10
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        })
    });
    if !is_named || text.contains('<') {
        return Cow::Borrowed(text);
    }
    let page = Html::parse_fragment(text);
    Cow::Owned(page.root_element().text().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[test]
    fn names_of_characters_are_read() {
        assert_eq!(unescaped(" caf&eacute; &amp; th&#233; "), " café & thé ");
        assert_eq!(unescaped("R&D; AT&T"), "R&D; AT&T");
    }

    #[test]
    fn a_post_in_html_keeps_its_lists() {
        let text = "---\ntitle: LoomConf 2019\n---\n<p>Les conf&eacute;rences&nbsp;:</p>\n<ul>\n<li>Looms that sing - Ada Weaver</li>\n<li>Fast wool - Marta Kowalska</li>\n</ul>\n";
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let titles: Vec<&str> = draft.talks.iter().map(|talk| talk.title.as_str()).collect();
        assert_eq!(titles, ["Looms that sing", "Fast wool"]);
        let said = format!("{:?}", draft.notes);
        assert!(said.contains("conférences"), "{said}");
    }
}
