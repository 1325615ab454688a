//! How many entries each value of each facet would leave.

use super::{Choice, Entry, EntryId, Facet, Kind, Query, bits::Bits, sorting::sorted_once};
use crate::model::Catalog;

/// For every value of every facet, how many entries choosing only it in its facet would leave,
/// with the text and the choices in the other facets as they are.
///
/// Holds every value of the dataset, those that would leave nothing too.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counts(Vec<(Choice, usize)>);

impl Counts {
    /// How many entries `choice` would leave; 0 when the dataset does not have it.
    pub fn of(&self, choice: &Choice) -> usize {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(choice));
        place.ok().and_then(|place| self.0.get(place)).map_or(0, |(_, count)| *count)
    }

    /// Every value with its count, by facet and value.
    pub fn iter(&self) -> impl Iterator<Item = &(Choice, usize)> {
        self.0.iter()
    }
}

/// For every value of every facet, the entries that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct FacetSets {
    n_entries: usize,
    /// By value, sorted.
    sets: Vec<(Choice, Bits)>,
}

impl FacetSets {
    pub(super) fn new(catalog: &Catalog, entries: &[Entry]) -> Self {
        let n_entries = entries.len();
        let values = sorted_once(values_of_catalog(catalog, entries));
        let sets = values.into_iter().map(|value| (value, Bits::none(n_entries))).collect();
        let mut sets = Self { n_entries, sets };
        for (place, entry) in entries.iter().enumerate() {
            for value in values_of_entry(entry) {
                let set = sets.place(&value).and_then(|place| sets.sets.get_mut(place));
                if let Some((_, entries)) = set {
                    entries.insert(EntryId(place));
                }
            }
        }
        sets
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
        let mut counts = Vec::with_capacity(self.sets.len());
        for facet in Facet::ALL {
            let left = all_but(Some(facet));
            for (value, entries) in self.sets.iter().filter(|(value, _)| value.facet() == facet) {
                counts.push((value.clone(), entries.count_shared(&left)));
            }
        }
        (all_but(None), Counts(counts))
    }

    /// The entries that have one of the chosen values; `None` when nothing is chosen in the facet.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        let mut values = query.choices.of(facet).peekable();
        values.peek()?;
        let mut bits = Bits::none(self.n_entries);
        for place in values.filter_map(|value| self.place(value)) {
            if let Some((_, entries)) = self.sets.get(place) {
                bits.unite(entries);
            }
        }
        Some(bits)
    }

    /// Where the set of `value` stands.
    fn place(&self, value: &Choice) -> Option<usize> {
        self.sets.binary_search_by(|(known, _)| known.cmp(value)).ok()
    }
}

/// Every value that the dataset has, in any order.
fn values_of_catalog(catalog: &Catalog, entries: &[Entry]) -> Vec<Choice> {
    let starts = catalog.conferences.iter().filter_map(|conference| conference.start);
    let mut values: Vec<Choice> = starts.map(|start| Choice::Year(start.year())).collect();
    values.extend(entries.iter().filter_map(|entry| entry.year).map(Choice::Year));
    values.extend(catalog.conferences.iter().map(|it| Choice::Conference(it.id.clone())));
    values.extend(catalog.themes.iter().map(|it| Choice::Theme(it.id.clone())));
    values.extend(catalog.people.iter().map(|it| Choice::Person(it.id.clone())));
    values.extend(catalog.organizations.iter().map(|it| Choice::Organization(it.id.clone())));
    values.extend(Kind::ALL.map(Choice::Kind));
    values.push(Choice::Video);
    values
}

/// Every value that an entry has.
fn values_of_entry(entry: &Entry) -> Vec<Choice> {
    let mut values = vec![Choice::Kind(entry.kind)];
    values.extend(entry.year.map(Choice::Year));
    values.extend(entry.conference.clone().map(Choice::Conference));
    values.extend(entry.themes.iter().cloned().map(Choice::Theme));
    values.extend(entry.people.iter().cloned().map(Choice::Person));
    values.extend(entry.organizations.iter().cloned().map(Choice::Organization));
    values.extend(entry.has_video.then_some(Choice::Video));
    values
}
