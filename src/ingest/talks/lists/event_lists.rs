//! Distinguishes a list of events, each with its date, from a list of talks.

use crate::model::{Block, inline_text};
use crate::text::event_year;
use std::collections::BTreeSet;

/// Whether most items of a list begin with a full date, in more than two months. Such items are conferences and
/// meetups, not talks of one event.
pub(crate) fn lists_events(items: &[Vec<Block>]) -> bool {
    const MONTHS: usize = 2;
    let dates: Vec<(u16, [u8; 2])> = items.iter().filter_map(|item| date_at_start(item)).collect();
    // The position of the month varies by country.
    let in_months = |at: usize| {
        let months = dates.iter().filter_map(|(year, numbers)| Some((year, numbers.get(at)?)));
        months.collect::<BTreeSet<_>>().len() > MONTHS
    };
    dates.len() * 3 >= items.len() * 2 && in_months(0) && in_months(1)
}

/// The year and the other two numbers of a date at the start of an item: "2017-02-15", "15.02.2017", "2/15/2017".
fn date_at_start(item: &[Block]) -> Option<(u16, [u8; 2])> {
    let Block::Paragraph(text) = item.first()? else { return None };
    let words = inline_text(text);
    let first = words.split_whitespace().next()?.trim_end_matches([':', ',', '.']);
    let parts: Vec<&str> = first.split(['-', '.', '/']).collect();
    let [first, second, last] = parts[..] else { return None };
    let (year, other) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year = event_year(year)?;
    let number = |text: &str| text.parse().ok().filter(|number: &u8| (1..=31).contains(number));
    Some((year, [number(other)?, number(second)?]))
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    fn n_talks(list: &str) -> usize {
        let text = format!("# Conferences\n\n## Talks\n\n{list}");
        ingest("a.md", text.as_bytes()).draft.map_or(0, |draft| draft.talks.len())
    }

    #[test]
    fn dates_in_many_months_are_those_of_events() {
        let list = "- 07-10-2024 LoomConf - Shrinking looms for fun by Ada Weaver\n\
            - 14-03-2024 Weavers - Fast wool for all of us by Marta Kowalska\n\
            - 21-11-2023 Dye Days - How to dye a thread by Peter Smith\n";
        assert_eq!(n_talks(list), 0);
        let days = ["07-10-2024", "14-03-2024", "21-11-2023"];
        let with = |others: [&str; 3]| {
            days.iter()
                .zip(others)
                .fold(list.to_owned(), |text, (day, other)| text.replace(day, other))
        };
        assert_eq!(n_talks(&with(["07-05-2024", "08-05-2024", "09-05-2024"])), 3);
        assert_eq!(n_talks(&with(["10/05/2024", "10/06/2024", "10/07/2024"])), 3);
    }
}
