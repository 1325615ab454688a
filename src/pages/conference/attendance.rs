//! How many people came, in one line; the sources are folded below.

use crate::{
    model::{Attendance, Conference},
    pages::page_words::language_words,
    query::{EntityIndex, sorting::sorted_once},
    ui::{
        display_names::signature,
        dom::{Element, el},
        facts::facts,
    },
};

/// The attendance. Nothing if no source states it.
pub(super) fn attendance(index: &EntityIndex, conference: &Conference) -> Option<Element> {
    let story = &language_words().story;
    let statements = &conference.attendance;
    let numbers: Vec<u32> = statements.iter().map(|it| it.people).collect();
    let line = match (statements.as_slice(), summary(&numbers)?) {
        // A single source is quoted.
        ([only], _) => counted(&only.words),
        (_, Summary::About(n)) => (story.about)(&grouped(n, story.thousands)),
        (_, Summary::Between(least, most)) => {
            (story.between)(&grouped(least, story.thousands), &grouped(most, story.thousands))
        }
    };
    let source = |statement: &Attendance| {
        let recap = statement.recap.as_ref().and_then(|id| index.recap(id));
        let words = counted(&statement.words);
        el("li").child(match recap {
            Some(recap) => (story.stated)(&words, &signature(recap)),
            None => words,
        })
    };
    let sources = facts().attr("aria-label", story.sources).children(statements.iter().map(source));
    let sources = el("details").class("sources").child(el("summary").child(line)).child(sources);
    Some(el("li").child(sources))
}

/// A statement of a source. One that ends with its number lacks the noun.
fn counted(statement: &str) -> String {
    let last = statement.split(' ').next_back().unwrap_or_default();
    let is_number =
        last.contains(|it: char| it.is_ascii_digit()) || ["hundred", "thousand"].contains(&last);
    if is_number { (language_words().story.attendees)(statement) } else { statement.to_owned() }
}

/// What several sources say together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Summary {
    /// They agree on this number.
    About(u32),
    /// They disagree.
    Between(u32, u32),
}

/// Numbers agree if the largest is at most a quarter above the smallest. Then the median is used, rounded to two
/// digits. `None` without numbers.
fn summary(numbers: &[u32]) -> Option<Summary> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    let all = sorted_once(sorted.iter().copied());
    if u64::from(most) * 4 > u64::from(least) * 5 {
        return Some(Summary::Between(least, most));
    }
    let middle = *sorted.get((sorted.len() - 1) / 2)?;
    let is_one = all.len() == 1;
    Some(Summary::About(if is_one { middle } else { with_two_digits(middle) }))
}

/// A number rounded to its first two digits.
fn with_two_digits(n: u32) -> u32 {
    let unit = 10_u32.pow(n.max(1).ilog10().saturating_sub(1));
    n.saturating_add(unit / 2) / unit * unit
}

/// A number in digits, with `mark` between its thousands.
fn grouped(n: u32, mark: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text += mark;
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[u32], expected: Option<Summary>) {
        assert_eq!(summary(numbers), expected);
    }

    #[test]
    fn sources_that_agree_are_one_number() {
        check(&[4300, 4000, 4000], Some(Summary::About(4000)));
        check(&[8000, 8000], Some(Summary::About(8000)));
        check(&[7751, 7000], Some(Summary::About(7000)));
        check(&[12_480, 12_499], Some(Summary::About(12_000)));
        check(&[1234, 1234], Some(Summary::About(1234)));
    }

    #[test]
    fn sources_that_do_not_agree_are_a_range() {
        check(&[24_000, 2000, 4000], Some(Summary::Between(2000, 24_000)));
        check(&[12_000, 8000], Some(Summary::Between(8000, 12_000)));
        check(&[0, 0], Some(Summary::About(0)));
        check(&[], None);
    }

    #[test]
    fn thousands_stand_apart() {
        let grouped = |n| grouped(n, ",");
        assert_eq!(
            [grouped(850), grouped(8000), grouped(1_234_567)],
            ["850", "8,000", "1,234,567"]
        );
    }
}
