//! How many entries each value of each facet would leave.

use super::{
    Choice, EntryId, Facet, Kind, Query,
    bits::Bits,
    engine::index,
    sorting::{sort_by, sorted_once},
};
use crate::model::{Outline, PartialDate};
use std::sync::Arc;

/// For every value of every facet, how many entries choosing only it in its facet would leave,
/// with the text and the choices in the other facets as they are.
///
/// Holds every value of the dataset, those that would leave nothing too.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Every value, by facet and value.
    values: Arc<Vec<Choice>>,
    /// For each of them, how many.
    counts: Vec<usize>,
}

impl Counts {
    /// How many entries `choice` would leave; 0 when the dataset does not have it.
    pub fn of(&self, choice: &Choice) -> usize {
        let place = self.values.binary_search(choice);
        place.ok().and_then(|place| self.counts.get(place)).copied().unwrap_or_default()
    }

    /// Every value with its count, by facet and value.
    pub fn iter(&self) -> impl Iterator<Item = (&Choice, usize)> {
        self.values.iter().zip(self.counts.iter().copied())
    }
}

/// For every value of every facet, the entries that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct FacetLists {
    n_entries: usize,
    /// Every value, by facet and value.
    values: Arc<Vec<Choice>>,
    /// For each of them the numbers of its entries, in order.
    lists: Vec<Vec<u32>>,
}

impl FacetLists {
    /// Takes the lists out of `outline`.
    pub(super) fn new(outline: &mut Outline) -> Self {
        let tables = &outline.tables;
        let mut all: Vec<(Choice, Vec<u32>)> = Vec::new();
        let mut of_years = by_number(&outline.years);
        let starts = tables.conferences.iter().filter_map(|conference| conference.start);
        let years = of_years.iter().filter_map(|(year, _)| u16::try_from(*year).ok());
        let years = sorted_once(starts.map(PartialDate::year).chain(years));
        for year in years.into_iter().filter(|year| *year > 0) {
            all.push((Choice::Year(year), take(&mut of_years, year.into())));
        }
        let mut of_conferences = by_number(&outline.conferences);
        for (place, conference) in (1..).zip(&tables.conferences) {
            let list = take(&mut of_conferences, place);
            all.push((Choice::Conference(conference.id.clone()), list));
        }
        let themes = tables.themes.iter().map(|it| Choice::Theme(it.id.clone()));
        all.extend(themes.zip(std::mem::take(&mut outline.of_themes)));
        let people = tables.people.iter().map(|it| Choice::Person(it.id.clone()));
        all.extend(people.zip(std::mem::take(&mut outline.of_people)));
        let organizations = tables.organizations.iter();
        let organizations = organizations.map(|it| Choice::Organization(it.id.clone()));
        all.extend(organizations.zip(std::mem::take(&mut outline.of_organizations)));
        let mut of_kinds = by_number(&outline.kinds);
        for kind in Kind::ALL {
            all.push((Choice::Kind(kind), take(&mut of_kinds, kind.number())));
        }
        all.push((Choice::Video, take(&mut by_number(&outline.videos), 1)));
        sort_by(&mut all, |(a, _), (b, _)| a.cmp(b));
        let (mut values, mut lists) = (Vec::new(), Vec::new());
        for (value, list) in all {
            values.push(value);
            lists.push(list);
        }
        Self { n_entries: outline.kinds.len(), values: Arc::new(values), lists }
    }

    /// The entries that `query` leaves of `found`, and what each choice would leave.
    pub(super) fn narrow(&self, found: &Bits, query: &Query) -> (Bits, Counts) {
        let chosen: Vec<(Facet, Bits)> = Facet::ALL
            .into_iter()
            .filter_map(|facet| Some((facet, self.chosen(query, facet)?)))
            .collect();
        let all_but = |left_out: Option<Facet>| {
            let mut bits = found.clone();
            let others = chosen.iter().filter(|(facet, _)| Some(*facet) != left_out);
            others.for_each(|(_, entries)| bits.intersect(entries));
            bits
        };
        let lefts = Facet::ALL.map(|facet| all_but(Some(facet)));
        let values = self.values.iter().zip(&self.lists);
        let counts = values.map(|(value, list)| {
            let left = lefts.get(value.facet() as usize);
            left.map_or(0, |left| {
                list.iter().filter(|entry| left.contains(EntryId(index(**entry)))).count()
            })
        });
        let counts = Counts { values: Arc::clone(&self.values), counts: counts.collect() };
        (all_but(None), counts)
    }

    /// The entries that have one of the chosen values; `None` when nothing is chosen in the facet.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        let mut values = query.choices.of(facet).peekable();
        values.peek()?;
        let mut bits = Bits::none(self.n_entries);
        for place in values.filter_map(|value| self.values.binary_search(value).ok()) {
            for entry in self.lists.get(place).into_iter().flatten() {
                bits.insert(EntryId(index(*entry)));
            }
        }
        Some(bits)
    }
}

/// For each number of a column, in order, the entries that have it.
fn by_number(column: &[u32]) -> Vec<(u32, Vec<u32>)> {
    let mut lists: Vec<(u32, Vec<u32>)> = Vec::new();
    for (entry, number) in (0..).zip(column) {
        let place = lists.partition_point(|(known, _)| known < number);
        if lists.get(place).is_none_or(|(known, _)| known != number) {
            lists.insert(place, (*number, Vec::new()));
        }
        if let Some((_, list)) = lists.get_mut(place) {
            list.push(entry);
        }
    }
    lists
}

/// Takes the entries of one number.
fn take(lists: &mut [(u32, Vec<u32>)], number: u32) -> Vec<u32> {
    let place = lists.partition_point(|(known, _)| *known < number);
    let found = lists.get_mut(place).filter(|(known, _)| *known == number);
    found.map(|(_, list)| std::mem::take(list)).unwrap_or_default()
}
