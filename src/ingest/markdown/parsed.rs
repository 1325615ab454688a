//! Converts links and tables of the Markdown parser to our types.

use crate::model::Alignment;
use pulldown_cmark::{Alignment as Aligned, LinkType};

/// Whether a link gives the name of a page, as in Obsidian.
pub(super) fn is_wiki(link: LinkType) -> bool {
    matches!(link, LinkType::WikiLink { .. })
}

/// How columns are aligned. Empty when the author aligned none.
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
