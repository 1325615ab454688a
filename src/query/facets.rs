//! How many entries each value of each facet would leave.

use super::{
    Choice, EntryId, Facet, Index, Kind, Query,
    bits::Bits,
    engine::index,
    field::Field,
    sorting::{sort_by, sorted_once},
};
use crate::model::{Catalog, Outline, PartialDate};
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
    n_entries: Vec<usize>,
    /// Those of facets whose lists are not here are not known.
    lacks_lists: bool,
}

impl Counts {
    /// How many entries `choice` would leave; 0 when the dataset does not have it.
    pub fn of(&self, choice: &Choice) -> usize {
        let place = self.values.binary_search(choice);
        place.ok().and_then(|place| self.n_entries.get(place)).copied().unwrap_or_default()
    }

    /// Whether the counts of a facet are known.
    pub fn knows(&self, facet: Facet) -> bool {
        !self.lacks_lists || !is_listed(facet)
    }

    /// Every value with its count, by facet and value.
    pub fn iter(&self) -> impl Iterator<Item = (&Choice, usize)> {
        self.values.iter().zip(self.n_entries.iter().copied())
    }
}

/// For every value of every facet, the entries that have it.
#[derive(Clone, Debug, Default)]
pub struct Facets {
    n_entries: usize,
    /// Every value, by facet and value.
    values: Arc<Vec<Choice>>,
    /// For each of them the numbers of its entries, in order.
    lists: Vec<Vec<u32>>,
    /// For each of them how many entries it has.
    totals: Vec<usize>,
    /// The lists of themes, people and organizations are not here.
    pub(super) lacks_lists: bool,
}

/// Whether the lists of a facet may be a file of their own; those of others follow from columns.
fn is_listed(facet: Facet) -> bool {
    matches!(facet, Facet::Theme | Facet::Person | Facet::Organization)
}

/// The values of these facets, in the order of their lists.
fn listed(tables: &Catalog) -> Vec<Choice> {
    let themes = tables.themes.iter().map(|it| Choice::Theme(it.id.clone()));
    let people = tables.people.iter().map(|it| Choice::Person(it.id.clone()));
    let organizations = tables.organizations.iter();
    let organizations = organizations.map(|it| Choice::Organization(it.id.clone()));
    themes.chain(people).chain(organizations).collect()
}

impl Facets {
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
        let lists = [&mut outline.of_themes, &mut outline.of_people, &mut outline.of_organizations];
        let mut lists = lists.into_iter().flat_map(std::mem::take);
        let listed = listed(&outline.tables);
        all.extend(listed.iter().map(|value| (value.clone(), lists.next().unwrap_or_default())));
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
        let mut facets = Self {
            n_entries: outline.kinds.len(),
            totals: lists.iter().map(Vec::len).collect(),
            values: Arc::new(values),
            lists,
            lacks_lists: !outline.totals.is_empty(),
        };
        for (value, total) in listed.iter().zip(&outline.totals) {
            let place = facets.values.binary_search(value);
            if let Some(slot) = place.ok().and_then(|place| facets.totals.get_mut(place)) {
                *slot = index(*total);
            }
        }
        facets
    }

    /// The same with the lists that were a file of their own: of `tables`, themes before people before
    /// organizations.
    pub(super) fn with_lists(&self, tables: &Catalog, lists: Vec<Vec<u32>>) -> Self {
        let mut whole = self.clone();
        whole.lacks_lists = false;
        for (value, list) in listed(tables).iter().zip(lists) {
            let place = whole.values.binary_search(value);
            if let Some(slot) = place.ok().and_then(|place| whole.lists.get_mut(place)) {
                *slot = list;
            }
        }
        whole
    }

    /// Whether a choice of `query`, or one of its field words, asks for lists that are not here.
    pub(super) fn lack(&self, query: &Query, fields: &[Field]) -> bool {
        let choices = query.choices.iter().map(Choice::facet);
        self.lacks_lists && choices.chain(fields.iter().map(|field| field.facet)).any(is_listed)
    }

    /// Leaves of `found` what `field` allows. `index` knows what things are called.
    pub(super) fn allow(&self, found: &mut Bits, field: &Field, index: &Index) {
        let values = self.values.iter().zip(&self.lists);
        let meant = values.filter(|(value, _)| field.means(index, value)).map(|(_, list)| list);
        let entries = self.any_of(meant);
        if field.is_excluded {
            found.subtract(&entries);
        } else {
            found.intersect(&entries);
        }
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
        if chosen.is_empty() && *found == Bits::all(self.n_entries) {
            let n_entries = self.totals.clone();
            let values = Arc::clone(&self.values);
            return (found.clone(), Counts { values, n_entries, lacks_lists: false });
        }
        let lefts = Facet::ALL.map(|facet| all_but(Some(facet)));
        let values = self.values.iter().zip(&self.lists);
        let counts = values.map(|(value, list)| {
            let left = lefts.get(value.facet() as usize);
            left.map_or(0, |left| {
                list.iter().filter(|entry| left.contains(EntryId(index(**entry)))).count()
            })
        });
        let counts = Counts {
            values: Arc::clone(&self.values),
            n_entries: counts.collect(),
            lacks_lists: self.lacks_lists,
        };
        (all_but(None), counts)
    }

    /// The entries that have one of the chosen values; `None` when nothing is chosen in the facet.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        let mut values = query.choices.of(facet).peekable();
        values.peek()?;
        let places = values.filter_map(|value| self.values.binary_search(value).ok());
        Some(self.any_of(places.filter_map(|place| self.lists.get(place))))
    }

    /// The entries on any of `lists`.
    fn any_of<'a>(&self, lists: impl Iterator<Item = &'a Vec<u32>>) -> Bits {
        let mut bits = Bits::none(self.n_entries);
        lists.flatten().for_each(|entry| bits.insert(EntryId(index(*entry))));
        bits
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
