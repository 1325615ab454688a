//! Recognizes titles that name an event, and removes the event from titles that also name a talk.

use crate::ingest::names::cue_words::{RECAPS, has};
use crate::text::event_year;

/// How surely a title names an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ingest) enum OnEvent {
    No,
    /// It has a word such as "notes", which titles about a talk may also have.
    Maybe,
    /// It has a year.
    Yes,
}

/// How surely a title names an event.
pub(in crate::ingest) fn on_event(title: &str) -> OnEvent {
    let lower = title.to_lowercase();
    let mut found = OnEvent::No;
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        if event_year(word).is_some() {
            return OnEvent::Yes;
        }
        if has(RECAPS, word) {
            found = OnEvent::Maybe;
        }
    }
    found
}

/// Whether a title ends in a year, as edition names do.
pub(in crate::ingest::talks) fn ends_in_year(title: &str) -> bool {
    title.rsplit(' ').next().is_some_and(|last| last.len() == 4 && on_event(last) == OnEvent::Yes)
}

/// Removes the event before or after the talk from a title: "Looms - Loom Days 2019".
pub(in crate::ingest) fn without_event(title: &str) -> &str {
    const MARKS: [&str; 8] = [" - ", " – ", " — ", " | ", ": ", " @ ", " (", " ["];
    let mut title = title.trim();
    while on_event(title) == OnEvent::Yes {
        let cuts = MARKS.iter().flat_map(|mark| {
            [title.find(mark), title.rfind(mark)].into_iter().flatten().map(|at| (at, mark.len()))
        });
        let halves = cuts.filter_map(|(at, length)| {
            Some((title.get(..at)?.trim(), title.get(at + length..)?.trim()))
        });
        let shorter = halves.flat_map(|(head, tail)| {
            let is_on = |text: &str| on_event(text) == OnEvent::Yes;
            [
                (is_on(tail) && !is_on(head)).then_some(head),
                (is_on(head) && !is_on(tail)).then_some(tail),
            ]
        });
        let longest = shorter.flatten().max_by_key(|text| text.len());
        let Some(longest) = longest.filter(|text| text.split_whitespace().count() > 1) else {
            break;
        };
        title = longest;
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_name_the_event_beside_the_talk() {
        for (title, expected) in [
            ("LoomConf 2019: Felting in the dark", "Felting in the dark"),
            ("Knots and other bugs - LoomConf 2019", "Knots and other bugs"),
            ("Knots and other bugs (LoomConf 2019)", "Knots and other bugs"),
            ("LoomConf 2019", "LoomConf 2019"),
            ("LoomConf 2019: notes", "LoomConf 2019: notes"),
            ("Knots: a love story", "Knots: a love story"),
        ] {
            assert_eq!(without_event(title), expected);
        }
    }
}
