//! How many entries each value of each facet would leave.

use super::{entry::EntryId, entry_set::EntrySet};
use crate::model::{Catalog, CatalogIndex, PartialDate};
use crate::query::{
    EntityIndex, EntryKind, Facet, FacetValue, Query,
    filters::Qualifier,
    locations,
    sorting::{sort_by, sorted_once},
    to_usize,
};
use std::sync::Arc;

/// For every value of every facet, how many entries would be left if it were the only choice in its facet, with the
/// text and the choices in the other facets unchanged.
///
/// Has every value of the dataset, including values without any results.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct FacetCounts {
    /// Every value, by facet and value.
    values: Arc<Vec<FacetValue>>,
    /// For each of them, how many.
    n_entries: Vec<usize>,
    /// The counts of facets whose lists are not loaded are unknown.
    lacks_lists: bool,
}

impl FacetCounts {
    /// How many entries `choice` would leave; 0 if the dataset does not have it.
    pub fn of(&self, choice: &FacetValue) -> usize {
        let place = self.values.binary_search(choice);
        place.ok().and_then(|place| self.n_entries.get(place)).copied().unwrap_or_default()
    }

    /// Whether the counts of a facet are known.
    pub fn knows(&self, facet: Facet) -> bool {
        !self.lacks_lists || !is_listed(facet)
    }

    /// Every value with its count, by facet and value.
    pub fn iter(&self) -> impl Iterator<Item = (&FacetValue, usize)> {
        self.values.iter().zip(self.n_entries.iter().copied())
    }
}

/// For every value of every facet, the entries that have it.
#[derive(Clone, Debug, Default)]
pub struct FacetIndex {
    n_entries: usize,
    /// Every value, by facet and value.
    values: Arc<Vec<FacetValue>>,
    /// For each of them the numbers of its entries, in order.
    lists: Vec<Vec<u32>>,
    /// For each of them how many entries it has.
    totals: Vec<usize>,
    /// Whether the lists of themes, people and organizations are not loaded.
    pub(in crate::query) lacks_lists: bool,
}

/// Whether the lists of a facet may be a separate file; other facets are computed from columns.
fn is_listed(facet: Facet) -> bool {
    matches!(facet, Facet::Theme | Facet::Person | Facet::Organization)
}

/// The values of these facets, in the order of their lists.
fn listed(tables: &Catalog) -> Vec<FacetValue> {
    let themes = tables.themes.iter().map(|it| FacetValue::Theme(it.id.clone()));
    let people = tables.people.iter().map(|it| FacetValue::Person(it.id.clone()));
    let organizations = tables.organizations.iter();
    let organizations = organizations.map(|it| FacetValue::Organization(it.id.clone()));
    themes.chain(people).chain(organizations).collect()
}

impl FacetIndex {
    /// Takes the lists from `catalog_index`.
    pub(in crate::query) fn new(catalog_index: &mut CatalogIndex) -> Self {
        let tables = &catalog_index.tables;
        let mut all: Vec<(FacetValue, Vec<u32>)> = Vec::new();
        let mut of_years = by_number(&catalog_index.years);
        let starts = tables.conferences.iter().filter_map(|conference| conference.start);
        let years = of_years.iter().filter_map(|(year, _)| u16::try_from(*year).ok());
        let years = sorted_once(starts.map(PartialDate::year).chain(years));
        for year in years.into_iter().filter(|year| *year > 0) {
            all.push((FacetValue::Year(year), take(&mut of_years, year.into())));
        }
        let mut of_conferences = by_number(&catalog_index.conferences);
        let n_years = all.len();
        for (place, conference) in (1..).zip(&tables.conferences) {
            let list = take(&mut of_conferences, place);
            all.push((FacetValue::Conference(conference.id.clone()), list));
        }
        for location in locations(&tables.conferences) {
            let lists = location.conferences.iter().filter_map(|at| all.get(n_years + at));
            let list = lists.flat_map(|(_, list)| list.iter().copied()).collect();
            all.push((FacetValue::Location(location.word), list));
        }
        let lists = [
            &mut catalog_index.of_themes,
            &mut catalog_index.of_people,
            &mut catalog_index.of_organizations,
        ];
        let mut lists = lists.into_iter().flat_map(std::mem::take);
        let listed = listed(&catalog_index.tables);
        all.extend(listed.iter().map(|value| (value.clone(), lists.next().unwrap_or_default())));
        let mut of_kinds = by_number(&catalog_index.kinds);
        for kind in EntryKind::ALL {
            all.push((FacetValue::Kind(kind), take(&mut of_kinds, kind.number())));
        }
        all.push((FacetValue::Video, take(&mut by_number(&catalog_index.videos), 1)));
        sort_by(&mut all, |(a, _), (b, _)| a.cmp(b));
        let (mut values, mut lists) = (Vec::new(), Vec::new());
        for (value, list) in all {
            values.push(value);
            lists.push(list);
        }
        let mut facets = Self {
            n_entries: catalog_index.kinds.len(),
            totals: lists.iter().map(Vec::len).collect(),
            values: Arc::new(values),
            lists,
            lacks_lists: !catalog_index.totals.is_empty(),
        };
        for (value, total) in listed.iter().zip(&catalog_index.totals) {
            let place = facets.values.binary_search(value);
            if let Some(slot) = place.ok().and_then(|place| facets.totals.get_mut(place)) {
                *slot = to_usize(*total);
            }
        }
        facets
    }

    /// The same, with the lists from their separate file: of `tables`, themes before people before organizations.
    pub(in crate::query) fn with_lists(&self, tables: &Catalog, lists: Vec<Vec<u32>>) -> Self {
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

    /// Whether a choice of `query`, or one of its qualifiers, needs lists that are not loaded.
    pub(in crate::query) fn lack(&self, query: &Query, qualifiers: &[Qualifier]) -> bool {
        let choices = query.selection.iter().map(FacetValue::facet);
        self.lacks_lists && choices.chain(qualifiers.iter().map(|field| field.facet)).any(is_listed)
    }

    /// Keeps the entries of `found` that `field` allows. `index` has the names of things.
    pub(in crate::query) fn allow(
        &self,
        found: &mut EntrySet,
        field: &Qualifier,
        index: &EntityIndex,
    ) {
        let values = self.values.iter().zip(&self.lists);
        let meant = values.filter(|(value, _)| field.means(index, value)).map(|(_, list)| list);
        let entries = self.any_of(meant);
        if field.is_excluded {
            found.subtract(&entries);
        } else {
            found.intersect(&entries);
        }
    }

    /// The entries of `found` that `query` keeps, and how many each choice would keep.
    pub(in crate::query) fn narrow(
        &self,
        found: &EntrySet,
        query: &Query,
    ) -> (EntrySet, FacetCounts) {
        let chosen: Vec<(Facet, EntrySet)> = Facet::ALL
            .into_iter()
            .filter_map(|facet| Some((facet, self.chosen(query, facet)?)))
            .collect();
        let all_but = |left_out: Option<Facet>| {
            let mut bits = found.clone();
            let others = chosen.iter().filter(|(facet, _)| Some(*facet) != left_out);
            others.for_each(|(_, entries)| bits.intersect(entries));
            bits
        };
        if chosen.is_empty() && *found == EntrySet::all(self.n_entries) {
            let n_entries = self.totals.clone();
            let values = Arc::clone(&self.values);
            return (found.clone(), FacetCounts { values, n_entries, lacks_lists: false });
        }
        let lefts = Facet::ALL.map(|facet| all_but(Some(facet)));
        let values = self.values.iter().zip(&self.lists);
        let counts = values.map(|(value, list)| {
            let left = lefts.get(value.facet() as usize);
            left.map_or(0, |left| {
                list.iter().filter(|entry| left.contains(EntryId(to_usize(**entry)))).count()
            })
        });
        let counts = FacetCounts {
            values: Arc::clone(&self.values),
            n_entries: counts.collect(),
            lacks_lists: self.lacks_lists,
        };
        (all_but(None), counts)
    }

    /// The entries that have one of the chosen values; `None` if nothing is chosen in the facet.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<EntrySet> {
        let mut values = query.selection.of(facet).peekable();
        values.peek()?;
        let places = values.filter_map(|value| self.values.binary_search(value).ok());
        Some(self.any_of(places.filter_map(|place| self.lists.get(place))))
    }

    /// The entries on any of `lists`.
    fn any_of<'a>(&self, lists: impl Iterator<Item = &'a Vec<u32>>) -> EntrySet {
        let mut bits = EntrySet::none(self.n_entries);
        lists.flatten().for_each(|entry| bits.insert(EntryId(to_usize(*entry))));
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
