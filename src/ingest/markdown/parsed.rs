//! What the parser of Markdown says, in our terms: links, tables, and what is taken out of a text.

use crate::ingest::markdown::hidden_text::Removed;
use crate::model::Alignment;
use pulldown_cmark::{Alignment as Aligned, LinkType};

/// Whether a link is by the name of a page, as Obsidian has it.
pub(super) fn is_wiki(link: LinkType) -> bool {
    matches!(link, LinkType::WikiLink { .. })
}

/// How columns are aligned. Empty when none is by its author.
pub(super) fn aligned(columns: &[Aligned]) -> Vec<Alignment> {
    let columns = columns.iter().map(|column| match column {
        Aligned::None | Aligned::Left => Alignment::Start,
        Aligned::Center => Alignment::Center,
        Aligned::Right => Alignment::End,
    });
    let columns: Vec<Alignment> = columns.collect();
    let is_plain = columns.iter().all(|column| *column == Alignment::Start);
    if is_plain { Vec::new() } else { columns }
}

/// Whether a link by name shows the name itself.
pub(super) fn is_bare(link: LinkType) -> bool {
    matches!(link, LinkType::WikiLink { has_pothole: false })
}

/// The code of a remark on what is taken out, what that is, and what to do.
pub(super) fn words_on(removed: Removed) -> (&'static str, &'static str, &'static str) {
    match removed {
        Removed::Script => ("script", "a script", "a recap runs nothing; link what it shows"),
        Removed::Style => ("style", "a style sheet", "the site has a look of its own"),
        Removed::Template => {
            ("template-code", "code of a template", "write what it shows as Markdown")
        }
        Removed::Mdx => ("mdx", "code of MDX", "write what it shows as Markdown"),
        Removed::OpenComment => (
            "open-comment",
            "a comment that never closes, with all that is below it,",
            "close it with -->, or with %% where it begins so",
        ),
    }
}
