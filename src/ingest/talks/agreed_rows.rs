//! Reads the rows that look like nothing alone as the other rows of their list, or of their level of headings, are read.
//!
//! When most rows read as title and speaker in one order with one joint between them, all rows with that joint do:
//! "Go – Anna" is a talk among talks, although neither "Go" nor "Anna" looks like anything by itself.

use super::behind_names::{with_companies_behind, with_companies_in_brackets};
use super::column_rows::with_companies;
use super::found::Found;
use super::headings::name_headings::Headings;
use super::titles::row_prefixes::without_shared_prefixes;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::Order;
use crate::ingest::lines::title::{is_kind_only, title_in, title_odds};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::{lead, without_tail};
use crate::ingest::names::no_talks::{is_between_talks, is_canceled};
use std::collections::BTreeMap;
use std::ops::Range;

/// The fewest rows that can agree.
const FEWEST: usize = 2;

/// As many rows agree for sure; where fewer do, the other rows need words that look like a name.
const SURE: usize = 3;

/// The longest row, in bytes.
const LONGEST: usize = 200;

/// The odds from which a row that reads as a talk in the other order may be read in the agreed one.
const LEAST: f32 = -3.0;

/// The odds of a name from which it is one where few rows agree.
const LEAST_ALONE: f32 = -5.0;

/// What stands between title and speaker.
const JOINTS: [&str; 12] =
    [" - ", " – ", " — ", " | ", " by ", " von ", " par ", " por ", " door ", ": ", " (", " / "];

/// One way to write a talk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct RowForm {
    joint: &'static str,
    order: Order,
    /// The surname comes first: "Weaver, Ada".
    is_inverted: bool,
}

impl RowForm {
    /// Where a row of this form has its title and its speaker; `None` when the joint is not in it exactly once.
    fn parts(self, words: &str) -> Option<(Range<usize>, Range<usize>)> {
        // "404 – Ada Weaver" has a title and no number in front.
        self.parts_from(lead(words).length, words).or_else(|| self.parts_from(0, words))
    }

    fn parts_from(self, start: usize, words: &str) -> Option<(Range<usize>, Range<usize>)> {
        let end = without_tail(words);
        let row =
            words.get(start..end).filter(|row| row.len() <= LONGEST && !row.contains('\n'))?;
        let at = row.find(self.joint)?;
        let next = at + self.joint.len();
        if row.get(at + 1..)?.contains(self.joint) {
            return None;
        }
        let last = if self.joint == " (" { row.strip_suffix(')')?.len() } else { row.len() };
        let (first, second) = (start..start + at, start + next..start + last);
        let is_empty = |range: &Range<usize>| {
            !words.get(range.clone()).unwrap_or_default().contains(char::is_alphanumeric)
        };
        if is_empty(&first) || is_empty(&second) {
            return None;
        }
        Some(if self.order == Order::TitleFirst { (first, second) } else { (second, first) })
    }

    /// Whether a row that was read in another order may as well be of this one: "Ada Loom – Marta Kowalska" has two names.
    fn may_be_of(self, line: &Line, found: &Found) -> bool {
        let Some((_, speaker)) = self.parts(&line.words) else { return false };
        let byline = Byline::of_speakers(line.text(speaker));
        let may_be_name = byline.is_some_and(|byline| byline.odds > LEAST);
        !self.is_inverted && found.order != Some(self.order) && may_be_name
    }

    /// Whether a row was read in this form.
    fn is_of(self, line: &Line, found: &Found) -> bool {
        let Some((title, speaker)) = self.parts(&line.words) else { return false };
        if self.is_inverted {
            return is_inverted(line.text(speaker))
                && title_odds(line.text(title), false).is_some();
        }
        let name = found.speakers.first().map_or("", |named| named.name.as_str());
        found.order == Some(self.order)
            && !name.is_empty()
            && line.text(speaker).contains(name)
            && !found.title.is_empty()
            && line.text(title).contains(found.title.as_str())
    }

    /// Reads a row in this form.
    fn read(self, line: &Line, known: Option<&Found>, is_sure: bool) -> Option<Found> {
        let (title, speaker) = self.parts(&line.words)?;
        let name = line.text(speaker.clone());
        if !is_sure && Byline::of_speakers(name).is_none_or(|byline| byline.odds <= LEAST_ALONE) {
            return None;
        }
        // A row that is a talk in another form keeps it, unless its words can be a name in the place for names.
        if known.is_some() && Byline::of_speakers(name).is_none_or(|byline| byline.odds <= LEAST) {
            return None;
        }
        let inverted = Byline::inverted(name).filter(|_| self.is_inverted);
        let speakers = inverted.or_else(|| Byline::in_slot(name))?.people;
        let range = title.start.min(speaker.start)..title.end.max(speaker.end);
        let (words, _, kind) = title_in(line, title.clone());
        let has_title = words.contains(char::is_alphanumeric);
        let words = if has_title { words } else { line.text(title).trim().to_owned() };
        if is_between_talks(&words) || is_canceled(name) {
            return None;
        }
        // "Opening keynote – Ada Weaver" gives no title.
        let words =
            if is_kind_only(&words) && !speakers.is_empty() { String::new() } else { words };
        Some(Found {
            page: line.link_of(&words),
            title: words,
            speakers,
            kind: kind.or_else(|| known.and_then(|known| known.kind)),
            links: line.links(&range).map(str::to_owned).collect(),
            end: line.words.len(),
            order: Some(self.order),
            ..Found::default()
        })
    }
}

/// Reads the rows of one list or one level of headings like most of them. `found` has the talk in each row, if it is one
/// by itself.
pub(super) fn like_the_others(lines: &[Line], found: Vec<Option<Found>>) -> Vec<Option<Found>> {
    let mut found = with_companies(lines, found);
    if let Some((form, is_sure)) = agreed(lines, &found) {
        let rows = lines.iter().zip(found);
        let read = rows.map(|(line, found)| match found {
            Some(found) if form.is_of(line, &found) || found.bylines > 0 => Some(found),
            found => form.read(line, found.as_ref(), is_sure).or(found),
        });
        found = read.collect();
    }
    with_companies_behind(lines, &mut found);
    with_companies_in_brackets(&mut found);
    found
}

/// Reads headings like most others of their level. `found` has the talks in headings by index; `skipped` are headings
/// that belong to the talk above.
pub(super) fn headings_like_the_others(
    headings: &Headings,
    skipped: &[usize],
    found: &mut BTreeMap<usize, Found>,
) {
    let mut levels: BTreeMap<u8, (Vec<usize>, Vec<Line>)> = BTreeMap::new();
    for (at, (level, line, _)) in headings.iter().filter(|(at, _)| !skipped.contains(at)) {
        let (places, lines) = levels.entry(*level).or_default();
        places.push(*at);
        lines.push(line.clone());
    }
    for (places, lines) in levels.into_values() {
        let known = places.iter().map(|at| found.get(at).cloned()).collect();
        let mut read = like_the_others(&lines, known);
        without_shared_prefixes(&mut read);
        let read = places.into_iter().zip(read);
        found.extend(read.filter_map(|(at, read)| Some((at, read?))));
    }
}

/// Whether words are a surname and a given name: "Weaver, Ada". Places have the same form, but no common names.
fn is_inverted(words: &str) -> bool {
    const SURE: f32 = 1.0;
    Byline::inverted(words).is_some_and(|byline| byline.odds > SURE)
}

/// The form of most rows that have its joint, and whether so many have it that it is sure.
fn agreed(lines: &[Line], found: &[Option<Found>]) -> Option<(RowForm, bool)> {
    let orders = [Order::TitleFirst, Order::SpeakerFirst];
    let forms = JOINTS.iter().flat_map(|joint| {
        orders.into_iter().flat_map(move |order| {
            [false, true].map(|is_inverted| RowForm { joint, order, is_inverted })
        })
    });
    let none = Found::default();
    let rows = || lines.iter().zip(found);
    let counted = forms.filter_map(|form| {
        let is_of = |(line, found): &(&Line, &Option<Found>)| {
            let is_read = found.is_some() || form.is_inverted;
            is_read && form.is_of(line, found.as_ref().unwrap_or(&none))
        };
        let n_of_form = rows().filter(is_of).count();
        let fewest = if form.is_inverted { SURE } else { FEWEST };
        if n_of_form < fewest {
            return None;
        }
        let is_other = |(line, found): &(&Line, &Option<Found>)| {
            let may_be_of = || found.as_ref().is_some_and(|found| form.may_be_of(line, found));
            form.parts(&line.words).is_some() && !is_of(&(line, found)) && !may_be_of()
        };
        let n_others = rows().filter(is_other).count();
        (n_of_form >= n_others * 2).then_some((n_of_form, form))
    });
    let (count, form) = counted.max_by_key(|(count, _)| *count)?;
    Some((form, count >= SURE))
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    const TALKS: [(&str, &str); 4] = [
        ("Shipping without fear", "Katarina Holm"),
        ("A tour of the scheduler", "David Osei"),
        ("Why caches lie", "Marta Lindqvist"),
        ("Designing for failure", "Hassan Karimi"),
    ];

    /// Checks that a row of title and speaker is read like four others.
    #[track_caller]
    fn check_row(form: &str, title: &str, speaker: &str, expected: &str) {
        let row = |(title, speaker): &(&str, &str)| {
            form.replace("TITLE", title).replace("NAME", speaker) + "\n\n"
        };
        let rows: String = TALKS.iter().chain([&(title, speaker)]).map(row).collect();
        let others = TALKS.iter().map(|(title, name)| format!("{title} | {name}"));
        let all: Vec<String> = others.chain([expected.to_owned()]).collect();
        check(&rows, &all.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn a_row_with_an_odd_name_is_read_like_the_others() {
        for form in ["## TITLE (NAME)", "## TITLE – NAME", "## NAME: TITLE", "- TITLE – NAME"] {
            for name in ["Anna", "Pieter 't Hart", "ingvar helgason", "nulldev2"] {
                check_row(
                    form,
                    "Waiting for the build",
                    name,
                    &format!("Waiting for the build | {name}"),
                );
            }
            check_row(form, "Waiting for the build", "Our CTO", "Waiting for the build | ");
        }
    }

    #[test]
    fn a_row_with_an_odd_title_is_read_like_the_others() {
        for form in ["## TITLE (NAME)", "## TITLE – NAME", "## TITLE by NAME", "- TITLE – NAME"]
        {
            for title in ["Audio", "C++26", "404", "Go in banks", "Grace Periods", "Max Flow"] {
                check_row(form, title, "Jutta Sommer", &format!("{title} | Jutta Sommer"));
            }
        }
    }

    #[test]
    fn surnames_may_come_first_in_all_rows() {
        let names = ["Smith, Peter", "Kowalska, Marta", "Lindqvist, Anna"];
        let titles = ["How looms learned to sing", "Why wool is worth it", "What a net can hold"];
        for form in ["- TITLE – NAME\n", "- TITLE (NAME)\n", "## NAME – TITLE\n\nLoud.\n\n"] {
            let rows = titles.iter().zip(names);
            let rows = rows.map(|(title, name)| form.replace("TITLE", title).replace("NAME", name));
            check(
                &rows.collect::<String>(),
                &[
                    "How looms learned to sing | Peter Smith",
                    "Why wool is worth it | Marta Kowalska",
                    "What a net can hold | Anna Lindqvist",
                ],
            );
        }
        check("- Looms (Ghent, Belgium)\n- Nets (Porto, Portugal)\n- Wool (Lyon, France)\n", &[]);
    }

    #[test]
    fn a_title_like_a_name_is_read_like_the_others() {
        let row = |(title, name): &(&str, &str)| format!("## {title} – {name}\n\nA.\n\n");
        let rows: Vec<String> = TALKS.iter().map(row).collect();
        let odd = "## Grace Hopper – Marta Sand\n\nA.\n\n## Rosa Park – Jutta Sommer\n\nA.\n\n";
        let expected = TALKS.map(|(title, name)| format!("{title} | {name}"));
        let mut expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        expected.extend(["Grace Hopper | Marta Sand", "Rosa Park | Jutta Sommer"]);
        check(&(rows.concat() + odd), &expected);
    }

    #[test]
    fn two_rows_of_three_are_enough_for_what_looks_like_a_name() {
        let rows = "- How to weave a thread (Peter Smith)\n- What looms can do (Marta Kowalska)\n";
        let known = ["How to weave a thread | Peter Smith", "What looms can do | Marta Kowalska"];
        let third = format!("{rows}- Domain events (Kelechi Obi)\n");
        check(&third, &[known[0], known[1], "Domain events | Kelechi Obi"]);
        check(&format!("{rows}- Wi-Fi (Cisco)\n"), &known);
    }

    #[test]
    fn remarks_and_breaks_among_talks_are_none() {
        let rows: Vec<String> =
            TALKS.iter().map(|(title, name)| format!("- {title} – {name}\n")).collect();
        let rows = rows.concat();
        let expected: Vec<String> =
            TALKS.iter().map(|(title, name)| format!("{title} | {name}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        for other in ["Lunch – Anna", "Wi-Fi – slow", "Coffee – not for me"] {
            check(&format!("{rows}- {other}\n"), &expected);
        }
    }
}
