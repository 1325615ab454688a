//! Reads lists whose items begin with the edition of their talk: "Loom Days 2014: Looms that sing".

use crate::ingest::lines::cut::skipped;
use crate::ingest::names::edition_name::{edition_lead, editions_in};
use crate::model::{Block, inline_text};
use std::borrow::Cow;

/// The items without the editions in front, and how many bytes each lost. Most items must name one.
pub(in crate::ingest::talks) fn without_editions(
    items: &[Vec<Block>],
) -> (Cow<'_, [Vec<Block>]>, Vec<usize>) {
    let words: Vec<String> = items.iter().map(|item| first_words(item)).collect();
    let leads: Vec<usize> = match editions_in(&words) {
        Some(_) => words.iter().map(|words| edition_lead(words)).collect(),
        None => Vec::new(),
    };
    if leads.iter().all(|lead| *lead == 0) {
        return (Cow::Borrowed(items), Vec::new());
    }
    let bare = items.iter().zip(&leads).map(|(item, lead)| {
        let mut item = item.clone();
        if let Some(Block::Paragraph(text)) = item.first_mut() {
            *text = skipped(text, *lead);
        }
        item
    });
    (Cow::Owned(bare.collect()), leads)
}

fn first_words(item: &[Block]) -> String {
    let Some(Block::Paragraph(text)) = item.first() else { return String::new() };
    inline_text(text)
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    /// Writes an item from its edition, title, speaker and address.
    type Shape = fn(&str, &str, &str, &str) -> String;

    #[test]
    fn an_edition_in_front_is_no_part_of_a_talk() {
        let expected = [
            "Shrinking looms for fun | Ada Weaver",
            "What a loom can learn | Marta Kowalska",
            "How we lost the thread | Peter Smith",
        ];
        let rows = [
            ("LoomConf 2014", "Shrinking looms for fun", "Ada Weaver"),
            ("LoomConf 2017", "What a loom can learn", "Marta Kowalska"),
            ("Wool Days 2019", "How we lost the thread", "Peter Smith"),
        ];
        let url = "https://youtu.be/dsCMfi5YPnE";
        let shapes: [Shape; 5] = [
            |event, title, name, _| format!("- {event}: {title} - {name}\n"),
            |event, title, name, _| format!("- [{event}] {title} - {name}\n"),
            |event, title, name, url| format!("- {event}. {name}.\n  [{title}]({url})\n"),
            |event, title, name, url| format!("- [{event} - {name} - {title}]({url})\n"),
            |event, title, name, _| format!("- {title} - {name} ({event})\n"),
        ];
        for shape in shapes {
            let list = rows.map(|(event, title, name)| shape(event, title, name, url));
            check(&list.concat(), &expected);
        }
    }
}
