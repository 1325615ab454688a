//! Drops list items that read as talks if their neighbors do not.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::reading::{Order, Readings};
use crate::ingest::lines::repetition::Votes;
use crate::ingest::names::name_shape::is_east;
use crate::ingest::talks::found::Found;
use crate::model::Block;

/// If fewer than half of the items in a list read as talks like other lines of the document, keeps only those that are
/// talks on their own.
pub(in crate::ingest::talks) fn without_strays(
    reader: &LineReader,
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    let found = without_lone_words(found);
    let count = found.iter().flatten().count();
    if found.len() < 3 || count * 2 >= found.len() {
        return found;
    }
    let is_clear = |item: &[Block]| match item.first() {
        Some(Block::Paragraph(text) | Block::Heading { text, .. }) => {
            reader.is_talk(&Line::of(text))
        }
        _ => false,
    };
    let items = items.iter().zip(found);
    items.map(|(item, it)| it.filter(|it| it.order.is_none() || is_clear(item))).collect()
}

/// A single word before a name is as likely something that person brought or owes: "Loom → Ada Weaver". If no more than
/// half of the items read as talks, such an item is dropped.
fn without_lone_words(found: Vec<Option<Found>>) -> Vec<Option<Found>> {
    let count = found.iter().flatten().count();
    if count * 2 > found.len() {
        return found;
    }
    let is_word = |found: &Found| {
        found.order == Some(Order::TitleFirst)
            && found.kind.is_none()
            && found.links.is_empty()
            && found.title.split_whitespace().count() == 1
            && !found.title.chars().any(is_east)
    };
    found.into_iter().map(|found| found.filter(|found| !is_word(found))).collect()
}

/// In a list of titles with notes, a short title looks like a speaker before a title. If most items read differently,
/// that reading is dropped.
pub(in crate::ingest::talks) fn without_lone_speakers(
    found: Vec<Option<Found>>,
    votes: Votes,
) -> Vec<Option<Found>> {
    let is_first = |found: &Found| found.order == Some(Order::SpeakerFirst);
    let count = found.iter().flatten().filter(|found| is_first(found)).count();
    let is_lone = found.len() > 2 && count * 2 < found.len();
    if !is_lone || votes.is_repeated(Some(Order::SpeakerFirst)) {
        return found;
    }
    found.into_iter().map(|found| found.filter(|found| !is_first(found))).collect()
}

/// The readings of the items of a list and of the lists in them.
pub(in crate::ingest::talks) fn read_items(
    reader: &LineReader,
    found: &mut Vec<Readings>,
    items: &[Vec<Block>],
) {
    for block in items.iter().flatten() {
        if let Block::Paragraph(text) | Block::Heading { text, .. } = block {
            found.push(reader.read(&Line::of(text)));
        } else if let Block::List { items, .. } = block {
            read_items(reader, found, items);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::talks_of;

    #[test]
    fn a_word_and_a_name_are_a_talk_where_others_are() {
        let talks = "- Looms → Ada Weaver\n- Fast wool for all → Marta Kowalska\n";
        assert_eq!(talks_of(talks), ["Looms | Ada Weaver", "Fast wool for all | Marta Kowalska"]);
        assert_eq!(talks_of("## To return\n\n- Loom → Ada Weaver\n- Wool → hall\n"), [""; 0]);
    }
}
