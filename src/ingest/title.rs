//! Takes the title of a recap out of its text.

use super::draft::Draft;
use super::passage::{Passage, links_of};
use super::talks::speakers::detail_lines::is_labels;
use super::talks::titles::event_titles::{OnEvent, on_event};
use crate::model::{Block, inline_text};

/// If no title is stated, a level-1 heading at the top is the title. A quote, a picture or a short line may come before
/// it.
pub(super) fn take_title(draft: &mut Draft) {
    const ABOVE: usize = 3;
    const LONGEST: usize = 12;
    let is_short = |passage: &Passage| {
        let Block::Paragraph(text) = &passage.block else { return false };
        inline_text(text).split_whitespace().count() <= LONGEST
    };
    let is_ornament = |passage: &&Passage| {
        is_short(passage)
            || is_labels(&passage.block)
            || matches!(
                passage.block,
                Block::Quote(_) | Block::Image { .. } | Block::Video(_) | Block::Rule
            )
    };
    let above = draft.passages.iter().take(ABOVE).take_while(is_ornament).count();
    let is_below_line = draft.passages.iter().take(above).any(is_short);
    let Some(first) = draft.passages.get(above) else { return };
    // Without a level-1 heading, a heading about an event is the title if it ranks above all others.
    let is_top = |own: u8| {
        let mut below = draft.passages.iter().skip(above + 1);
        below.all(|it| !matches!(it.block, Block::Heading { level, .. } if level <= own))
    };
    if let Block::Heading { level, text } = &first.block
        && (*level == 1 && (!is_below_line || is_top(1))
            || on_event(&inline_text(text)) == OnEvent::Yes && is_top(*level))
    {
        let title = (inline_text(text).trim().to_owned(), first.first);
        let is_repeated = draft.title.0.eq_ignore_ascii_case(&title.0);
        draft.title_links = links_of(std::slice::from_ref(&first.block));
        if draft.title.0.is_empty() || is_repeated {
            draft.title = title;
            draft.passages.remove(above);
        }
    }
}
