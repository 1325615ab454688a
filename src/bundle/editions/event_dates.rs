//! Finds the days and the city of a derived edition beside its name in the recaps.

use super::framed_name::IN;
use super::hints::Hints;
use super::known::Editions;
use super::name_lists::{ListedPlace, PLACES};
use super::said::Spot;
use crate::ingest::{DateRange, Draft, DraftEvent, Passage, date_ranges, is_weekday, leading_date};
use crate::model::{Block, PartialDate, plain_text};
use std::collections::{BTreeMap, BTreeSet};

/// Number of passages at the start of a recap that may contain the days of its event.
const OPENING: usize = 4;

/// The days of an event as a recap gives them.
struct Days {
    range: DateRange,
    /// The city beside them.
    city: Option<ListedPlace>,
    /// The recap names the event.
    is_named: bool,
}

/// Adds days and cities to derived editions, where the recaps agree on them.
pub(super) fn add_dates(drafts: &[&Draft], hints: &Hints, editions: &mut Editions) {
    let mut days: BTreeMap<usize, Vec<Days>> = BTreeMap::new();
    for draft in drafts {
        let title = hints.of(draft).iter().filter(|hint| {
            matches!(
                hint.spot,
                Spot::Stated | Spot::Title | Spot::Header | Spot::File | Spot::Folder
            )
        });
        // The edition of the whole recap, and the editions named on a line.
        let main = title.clone().map(|hint| hint.edition).next();
        // A file that only lies in the folder may tell of a hotel.
        let mut spots = title.map(|hint| hint.spot);
        let is_named = spots.any(|spot| !matches!(spot, Spot::File | Spot::Folder));
        let mut n_paragraphs = 0;
        for range in date_ranges(&draft.title.0) {
            let found = Days { range, city: None, is_named };
            days.entry(main.unwrap_or(usize::MAX)).or_default().push(found);
        }
        for passage in &draft.passages {
            n_paragraphs += usize::from(!matches!(passage.block, Block::Heading { .. }));
            let named = hints.named_by(draft).iter().find(|(said, _)| {
                said.line == passage.first && matches!(said.spot, Spot::Opening | Spot::Text)
            });
            let edition = named.map(|(_, edition)| *edition);
            let Some(edition) = edition.or_else(|| main.filter(|_| n_paragraphs <= OPENING)) else {
                continue;
            };
            let text = plain_text(std::slice::from_ref(&passage.block));
            if let Some(range) = date_ranges(&text).into_iter().next() {
                let city = city_before(&text, range.bytes.start)
                    .or_else(|| city_after(&text, range.bytes.end));
                let is_named = is_named || named.is_some();
                days.entry(edition).or_default().push(Days { range, city, is_named });
            }
        }
    }
    state(drafts, hints, editions, &mut days);
    add_months(drafts, hints, editions);
    for (index, found) in days {
        if !editions.is_derived(index) {
            continue;
        }
        let Some(edition) = editions.all.get_mut(index) else { continue };
        let Some(year) = edition.start.map(PartialDate::year) else { continue };
        let of_year = found.iter().filter(|it| it.range.year.is_none_or(|stated| stated == year));
        let mut dates = Vec::new();
        for days in of_year {
            if let Some(date) = days.range.in_year(year) {
                dates.push((date, &days.city, days.is_named));
            }
        }
        if dates.iter().any(|(.., is_named)| *is_named) {
            dates.retain(|(.., is_named)| *is_named);
        }
        let Some((first, city, _)) = dates.first() else { continue };
        // Two recaps that contradict each other are both ignored.
        if dates.iter().any(|(other, ..)| other != first) {
            continue;
        }
        (edition.start, edition.end) = (Some(first.0), Some(first.1));
        let fits =
            |place: &&ListedPlace| edition.country.is_empty() || edition.country == place.country;
        if edition.city.is_empty()
            && let Some(place) = city.as_ref().filter(|place| fits(place))
        {
            edition.city.clone_from(&place.city);
            edition.country.clone_from(&place.country);
        }
    }
}

/// Adds the month of an edition whose recaps give single days of it: "Sunday 4 February 2024" above the talks. Others of
/// its days remain unknown.
fn add_months(drafts: &[&Draft], hints: &Hints, editions: &mut Editions) {
    let mut months: BTreeMap<usize, BTreeSet<PartialDate>> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| !draft.talks.is_empty()) {
        let best = hints.of(draft).iter().max_by_key(|hint| hint.points);
        let Some(edition) = best.map(|hint| hint.edition) else { continue };
        let is_head = |passage: &&Passage| matches!(passage.block, Block::Heading { .. });
        let heads = draft.passages.iter().filter(is_head);
        for passage in draft.passages.iter().take(OPENING).chain(heads) {
            let text = plain_text(std::slice::from_ref(&passage.block));
            for day in text.lines().filter_map(single_day) {
                if draft.published != Some(day)
                    && let Some(month) = day.month()
                    && let Ok(month) = PartialDate::from_month(day.year(), month)
                {
                    months.entry(edition).or_default().insert(month);
                }
            }
        }
    }
    for (index, found) in months {
        if !editions.is_derived(index) {
            continue;
        }
        let Some(edition) = editions.all.get_mut(index) else { continue };
        let is_open = edition.start.is_some_and(|start| start.month().is_none());
        let first = found.first().filter(|_| is_open && found.len() == 1);
        edition.start = first
            .filter(|month| Some(month.year()) == edition.start.map(PartialDate::year))
            .copied()
            .or(edition.start);
    }
}

/// The day that a line consists of, with its weekday or a label: "Sunday 4 February 2024", "Datum: 4. Februar 2024".
fn single_day(line: &str) -> Option<PartialDate> {
    const MOST_BEHIND: usize = 40;
    let line = line.trim();
    let (lead, rest) = line.split_once([' ', ':'])?;
    let lead = lead.trim_end_matches([',', '.']).to_lowercase();
    let is_label = is_weekday(&lead) || DAY_LABELS.contains(&lead.as_str());
    let rest = rest.trim_start_matches([' ', ',', ':']);
    let (date, length) = leading_date(rest).filter(|_| is_label)?;
    let is_alone = rest.get(length..)?.len() <= MOST_BEHIND && date_ranges(line).is_empty();
    date.ok().filter(|date| is_alone && date.day().is_some())
}

/// Labels of days, beside weekdays.
const DAY_LABELS: [&str; 3] = ["when", "wann", "quand"];

/// Applies the facts that headers state about their edition, if they agree. The texts are then not used.
fn state(
    drafts: &[&Draft],
    hints: &Hints,
    editions: &mut Editions,
    days: &mut BTreeMap<usize, Vec<Days>>,
) {
    let mut stated: BTreeMap<usize, Vec<&DraftEvent>> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| draft.event != DraftEvent::default()) {
        if let Some((edition, _)) = hints.stated(draft) {
            stated.entry(edition).or_default().push(&draft.event);
        }
    }
    for (index, events) in stated {
        if !editions.is_derived(index) {
            continue;
        }
        let Some(edition) = editions.all.get_mut(index) else { continue };
        let year = edition.start.map(PartialDate::year);
        let mut starts = events.iter().filter_map(|event| Some((event.start?, event.end)));
        if let Some((start, end)) = starts.next()
            && Some(start.year()) == year
            && starts.all(|(other, _)| other == start)
        {
            (edition.start, edition.end) = (Some(start), end.filter(|end| *end >= start));
            days.remove(&index);
        }
        let mut places =
            events.iter().map(|event| event.place.as_str()).filter(|it| !it.is_empty());
        if let Some(place) = places.next()
            && edition.city.is_empty()
            && places.all(|other| other == place)
        {
            let mut parts = place.split(',').map(str::trim);
            parts.next().unwrap_or_default().clone_into(&mut edition.city);
            if edition.country.is_empty() {
                parts.next_back().unwrap_or_default().clone_into(&mut edition.country);
            }
        }
    }
}

/// The city right before the days: "Ghent, 2-4 May".
fn city_before(text: &str, at: usize) -> Option<ListedPlace> {
    let head = text.get(..at)?;
    let line = head.rsplit('\n').next()?;
    let (place, range) = PLACES.find(line).into_iter().next_back()?;
    let gap = line.get(range.end..)?;
    let word = gap.trim_matches(|c: char| !c.is_alphabetic());
    let is_beside = gap.len() <= 4 + word.len() && (word.is_empty() || BEFORE_DAYS.contains(&word));
    (is_beside && !place.city.is_empty()).then(|| place.clone())
}

/// Words between a city and the days: "in Ghent on 3-5 May".
const BEFORE_DAYS: &[&str] = &[
    "on", "from", "am", "vom", "le", "les", "du", "el", "los", "del", "il", "dal", "op", "van",
    "em", "nos",
];

/// The city right after a byte of a text: "10–11 October 2024, Ghent", "3-5 May in Ghent".
fn city_after(text: &str, at: usize) -> Option<ListedPlace> {
    let line = text.get(at..)?.lines().next()?;
    let rest = line.trim_start_matches([' ', ',']);
    let word = rest.split(' ').next().unwrap_or_default();
    let is_led = IN.contains(&word);
    let rest = if is_led { rest.get(word.len() + 1..)? } else { rest };
    let is_beside =
        line.len() - rest.len() <= 4 + word.len() && rest.starts_with(char::is_uppercase);
    let (place, _) = PLACES.leading(rest).filter(|_| is_beside)?;
    (!place.city.is_empty()).then(|| place.clone())
}
