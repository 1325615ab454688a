//! Drops items of a list that read as talks while their neighbors do not.

use super::found::Found;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_talks::is_talk;
use crate::ingest::lines::reading::Order;
use crate::ingest::lines::repetition::Votes;
use crate::model::Block;

/// In a list of which few items read as talks, as other lines of the document do, those stay that are
/// talks by themselves.
pub(super) fn without_strays(
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    let count = found.iter().flatten().count();
    if found.len() < 3 || count * 2 >= found.len() {
        return found;
    }
    let is_clear = |item: &[Block]| match item.first() {
        Some(Block::Paragraph(text) | Block::Heading { text, .. }) => is_talk(&Line::of(text)),
        _ => false,
    };
    let items = items.iter().zip(found);
    items.map(|(item, it)| it.filter(|it| it.order.is_none() || is_clear(item))).collect()
}

/// In a list of titles with notes, a short title looks like a speaker before a title. Where most items
/// read otherwise, that reading is dropped.
pub(super) fn without_lone_speakers(found: Vec<Option<Found>>, votes: Votes) -> Vec<Option<Found>> {
    let is_first = |found: &Found| found.order == Some(Order::SpeakerFirst);
    let count = found.iter().flatten().filter(|found| is_first(found)).count();
    let is_lone = found.len() > 2 && count * 2 < found.len();
    if !is_lone || votes.is_repeated(Some(Order::SpeakerFirst)) {
        return found;
    }
    found.into_iter().map(|found| found.filter(|found| !is_first(found))).collect()
}
