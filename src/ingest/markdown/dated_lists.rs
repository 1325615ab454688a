//! Restores days at the start of a line that Markdown reads as the numbers of lists: "19. bis 22. März".

use crate::ingest::facts::date_ranges::date_ranges;
use crate::ingest::facts::dates::leading_date;
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline, inline_text};

/// Makes paragraphs of lists with one item whose number is the first day of a date.
pub(super) fn restore_days(passages: &mut [Passage]) {
    for passage in passages {
        let Block::List { start: Some(day), items } = &passage.block else { continue };
        let [item] = items.as_slice() else { continue };
        let [Block::Paragraph(text)] = item.as_slice() else { continue };
        let words = format!("{day}. {}", inline_text(text));
        let begins = date_ranges(&words).first().is_some_and(|range| range.bytes.start == 0)
            || leading_date(&words).is_some_and(|(date, _)| date.is_ok());
        if begins {
            let mut text = text.clone();
            match text.first_mut() {
                Some(Inline::Text(first)) => first.insert_str(0, &format!("{day}. ")),
                _ => text.insert(0, Inline::Text(format!("{day}. "))),
            }
            passage.block = Block::Paragraph(text);
            passage.items.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::plain_text;

    #[test]
    fn a_day_is_no_number_of_a_list() {
        for line in [
            "19. bis 22. März 2024, Paris",
            "20. und 21. August 2022",
            "3. Mai 2023, ein Freitag in Gent, und es regnete",
        ] {
            let draft =
                ingest("a.md", format!("# Looms\n\n{line}\n\nGood.").as_bytes()).draft.unwrap();
            let passage = draft.passages.first().unwrap();
            assert_eq!(plain_text(std::slice::from_ref(&passage.block)), line);
            assert!(draft.talks.is_empty(), "{line}");
        }
        let draft = ingest("a.md", b"# Looms\n\nA.\n\n19. Looms of March\n").draft.unwrap();
        assert!(matches!(draft.passages[1].block, crate::model::Block::List { .. }));
    }
}
