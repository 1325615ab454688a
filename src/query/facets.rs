//! How many entries each value of each facet would leave.

use super::{Choice, Entry, EntryId, Facet, Kind, Query, bits::Bits};
use crate::model::{Catalog, ConferenceId, OrganizationId, PartialDate, PersonId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};

/// For every value of every facet, how many entries choosing only it in its facet would leave,
/// with the text and the choices in the other facets as they are.
///
/// Holds every value of the dataset, those that would leave nothing too.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// By year.
    pub years: BTreeMap<u16, usize>,
    /// By edition.
    pub conferences: BTreeMap<ConferenceId, usize>,
    /// By theme; the narrower ones count for the broader.
    pub themes: BTreeMap<ThemeId, usize>,
    /// By person.
    pub people: BTreeMap<PersonId, usize>,
    /// By organization.
    pub organizations: BTreeMap<OrganizationId, usize>,
    /// By kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// With a recording.
    pub video: usize,
}

impl Counts {
    /// How many entries `choice` would leave; 0 when the dataset does not have it.
    pub fn of(&self, choice: &Choice) -> usize {
        let count = match choice {
            Choice::Year(year) => self.years.get(year),
            Choice::Conference(id) => self.conferences.get(id),
            Choice::Theme(id) => self.themes.get(id),
            Choice::Person(id) => self.people.get(id),
            Choice::Organization(id) => self.organizations.get(id),
            Choice::Kind(kind) => self.kinds.get(kind),
            Choice::Video => Some(&self.video),
        };
        count.copied().unwrap_or(0)
    }
}

/// For every value of every facet, the entries that have it.
#[derive(Clone, Debug, Default)]
pub(super) struct FacetSets {
    n_entries: usize,
    years: BTreeMap<u16, Bits>,
    conferences: BTreeMap<ConferenceId, Bits>,
    themes: BTreeMap<ThemeId, Bits>,
    people: BTreeMap<PersonId, Bits>,
    organizations: BTreeMap<OrganizationId, Bits>,
    kinds: BTreeMap<Kind, Bits>,
    video: Bits,
}

impl FacetSets {
    pub(super) fn new(catalog: &Catalog, entries: &[Entry]) -> Self {
        let n_entries = entries.len();
        let mut sets = Self { n_entries, video: Bits::none(n_entries), ..Self::default() };
        let starts = catalog.conferences.iter().filter_map(|conference| conference.start);
        provide(&mut sets.years, starts.map(PartialDate::year), n_entries);
        provide(
            &mut sets.conferences,
            catalog.conferences.iter().map(|conference| conference.id.clone()),
            n_entries,
        );
        provide(&mut sets.themes, catalog.themes.iter().map(|theme| theme.id.clone()), n_entries);
        provide(&mut sets.people, catalog.people.iter().map(|person| person.id.clone()), n_entries);
        provide(
            &mut sets.organizations,
            catalog.organizations.iter().map(|it| it.id.clone()),
            n_entries,
        );
        provide(&mut sets.kinds, Kind::ALL.into_iter(), n_entries);
        for (place, entry) in entries.iter().enumerate() {
            sets.add(EntryId(place), entry);
        }
        sets
    }

    fn add(&mut self, id: EntryId, entry: &Entry) {
        let n_entries = self.n_entries;
        insert(&mut self.years, entry.year.as_ref(), id, n_entries);
        insert(&mut self.conferences, entry.conference.as_ref(), id, n_entries);
        insert(&mut self.themes, &entry.themes, id, n_entries);
        insert(&mut self.people, &entry.people, id, n_entries);
        insert(&mut self.organizations, &entry.organizations, id, n_entries);
        insert(&mut self.kinds, [&entry.kind], id, n_entries);
        if entry.has_video {
            self.video.insert(id);
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
        let counts = Counts {
            years: count(&self.years, &all_but(Some(Facet::Year))),
            conferences: count(&self.conferences, &all_but(Some(Facet::Conference))),
            themes: count(&self.themes, &all_but(Some(Facet::Theme))),
            people: count(&self.people, &all_but(Some(Facet::Person))),
            organizations: count(&self.organizations, &all_but(Some(Facet::Organization))),
            kinds: count(&self.kinds, &all_but(Some(Facet::Kind))),
            video: self.video.count_shared(&all_but(Some(Facet::Video))),
        };
        (all_but(None), counts)
    }

    /// The entries that have one of the chosen values; `None` when nothing is chosen in the facet.
    fn chosen(&self, query: &Query, facet: Facet) -> Option<Bits> {
        match facet {
            Facet::Year => self.union(&self.years, &query.years),
            Facet::Conference => self.union(&self.conferences, &query.conferences),
            Facet::Theme => self.union(&self.themes, &query.themes),
            Facet::Person => self.union(&self.people, &query.people),
            Facet::Organization => self.union(&self.organizations, &query.organizations),
            Facet::Kind => self.union(&self.kinds, &query.kinds),
            Facet::Video => query.has_video.then(|| self.video.clone()),
        }
    }

    fn union<T: Ord>(&self, sets: &BTreeMap<T, Bits>, values: &BTreeSet<T>) -> Option<Bits> {
        if values.is_empty() {
            return None;
        }
        let mut bits = Bits::none(self.n_entries);
        values.iter().filter_map(|value| sets.get(value)).for_each(|entries| bits.unite(entries));
        Some(bits)
    }
}

/// Makes sure that every value has a set.
fn provide<T: Ord>(
    sets: &mut BTreeMap<T, Bits>,
    values: impl Iterator<Item = T>,
    n_entries: usize,
) {
    for value in values {
        sets.entry(value).or_insert_with(|| Bits::none(n_entries));
    }
}

fn insert<'a, T: Clone + Ord + 'a>(
    sets: &mut BTreeMap<T, Bits>,
    values: impl IntoIterator<Item = &'a T>,
    id: EntryId,
    n_entries: usize,
) {
    for value in values {
        sets.entry(value.clone()).or_insert_with(|| Bits::none(n_entries)).insert(id);
    }
}

fn count<T: Clone + Ord>(sets: &BTreeMap<T, Bits>, left: &Bits) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    counts.extend(sets.iter().map(|(value, entries)| (value.clone(), entries.count_shared(left))));
    counts
}
