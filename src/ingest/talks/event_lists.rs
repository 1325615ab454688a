//! Tells a list of events, each with its date, from a list of talks.

use crate::model::{Block, inline_text};
use std::collections::BTreeSet;

/// Whether most items of a list begin with a full date, in more than two months: those are conferences and meetups, and
/// no talks of one of them.
pub(crate) fn lists_events(items: &[Vec<Block>]) -> bool {
    const MONTHS: usize = 2;
    let dates: Vec<(u16, u8)> = items.iter().filter_map(|item| month_at_start(item)).collect();
    let months: BTreeSet<&(u16, u8)> = dates.iter().collect();
    dates.len() * 3 >= items.len() * 2 && months.len() > MONTHS
}

/// The year and month of the date that an item begins with: "2017-02-15", "15.02.2017", "15/2/2017".
fn month_at_start(item: &[Block]) -> Option<(u16, u8)> {
    let Block::Paragraph(text) = item.first()? else { return None };
    let words = inline_text(text);
    let first = words.split_whitespace().next()?.trim_end_matches([':', ',', '.']);
    let parts: Vec<&str> = first.split(['-', '.', '/']).collect();
    let [first, month, last] = parts[..] else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let is_day = day.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let year = year.parse().ok().filter(|year| (1980..=2100).contains(year))?;
    let month = month.parse().ok().filter(|month| (1..=31).contains(month))?;
    is_day.then_some((year, month))
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
        assert_eq!(
            n_talks(
                &list
                    .replace("-10-", "-05-")
                    .replace("-03-2024", "-05-2024")
                    .replace("-11-2023", "-05-2024")
            ),
            3
        );
    }
}
