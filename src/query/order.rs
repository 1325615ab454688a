//! The orders in which entries are listed.

use super::{Entry, EntryId, Index, Kind, Sort, fold::folded, index::Places, sorting};
use crate::model::{Catalog, ConferenceId, PartialDate};
use std::cmp::Reverse;

/// Which end of time comes first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Direction {
    /// Latest first.
    Newest,
    /// Earliest first.
    Oldest,
}

/// Where in time an edition, or an entry without one, is listed. The unknown is last in either direction.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    has_no_year: bool,
    /// Negated where the latest comes first, as `day`.
    year: i32,
    has_no_conference: bool,
    day: i32,
    /// Place of the conference in the catalog, to keep editions of one day apart.
    place: usize,
}

impl Moment {
    fn new(
        catalog: &Catalog,
        places: &Places,
        year: Option<u16>,
        conference: Option<&ConferenceId>,
        direction: Direction,
    ) -> Self {
        let sign = match direction {
            Direction::Newest => -1,
            Direction::Oldest => 1,
        };
        let start = conference.and_then(|id| places.conference(catalog, id)?.start);
        Self {
            has_no_year: year.is_none(),
            year: sign * year.map_or(0, i32::from),
            has_no_conference: conference.is_none(),
            day: sign * start.map_or(0, PartialDate::first_day_number),
            place: conference
                .and_then(|id| places.conferences.get(id.as_str()))
                .copied()
                .unwrap_or(0),
        }
    }
}

impl Index {
    /// When something of `year` at `conference` is listed.
    pub(crate) fn moment(
        &self,
        year: Option<u16>,
        conference: Option<&ConferenceId>,
        direction: Direction,
    ) -> Moment {
        Moment::new(self.catalog(), &self.places, year, conference, direction)
    }

    /// Sorts entries by time; those of one edition talks first, keynotes before others.
    pub(crate) fn sort_by_time(&self, entries: &mut [EntryId], direction: Direction) {
        let sort = match direction {
            Direction::Newest => Sort::Newest,
            Direction::Oldest => Sort::Oldest,
        };
        sorting::sort_by_key(entries, |entry| self.orders.rank(*entry, sort));
    }
}

/// The rank of every entry in each order that does not depend on the query.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders {
    newest: Vec<usize>,
    oldest: Vec<usize>,
    title: Vec<usize>,
}

impl Orders {
    pub(super) fn new(catalog: &Catalog, places: &Places, entries: &[Entry]) -> Self {
        let titles: Vec<String> = entries.iter().map(|entry| folded(&entry.title)).collect();
        let by_time = |direction| {
            let keys = entries.iter().zip(&titles).enumerate().map(|(place, (entry, title))| {
                let moment =
                    Moment::new(catalog, places, entry.year, entry.conference.as_ref(), direction);
                (moment, place_within_conference(place, entry, title, catalog))
            });
            ranks(&keys.collect::<Vec<_>>())
        };
        let newest = by_time(Direction::Newest);
        let title = ranks(&titles.iter().zip(&newest).collect::<Vec<_>>());
        Self { oldest: by_time(Direction::Oldest), newest, title }
    }

    /// The place of an entry in an order. For relevance it is what breaks ties: the newest first.
    pub(super) fn rank(&self, entry: EntryId, sort: Sort) -> usize {
        let ranks = match sort {
            Sort::Newest | Sort::Relevance => &self.newest,
            Sort::Oldest => &self.oldest,
            Sort::Title => &self.title,
        };
        ranks.get(entry.0).copied().unwrap_or(usize::MAX)
    }
}

/// Talks before passages, and those with a title of their own before those that are only described;
/// keynotes first, then what more people noted, then by day, the unknown last, then by title;
/// passages as in the catalog.
fn place_within_conference<'a>(
    place: usize,
    entry: &Entry,
    title: &'a str,
    catalog: &Catalog,
) -> (bool, bool, bool, Reverse<usize>, i32, &'a str, usize) {
    let talk = catalog.talks.get(place);
    let day = talk.and_then(|talk| talk.day).map_or(i32::MAX, PartialDate::first_day_number);
    let title = if talk.is_some() { title } else { "" };
    let is_described = talk.is_some_and(|talk| talk.is_described);
    let n_notes = talk.map_or(0, |talk| talk.notes.len());
    let is_keynote = entry.kind == Kind::Keynote;
    (talk.is_none(), is_described, !is_keynote, Reverse(n_notes), day, title, place)
}

/// For each of `keys`, how many come before it.
fn ranks<T: Ord>(keys: &[T]) -> Vec<usize> {
    let sorted = sorting::sorted_places(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    let mut ranks = vec![0; keys.len()];
    for (rank, place) in sorted.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = rank;
        }
    }
    ranks
}
