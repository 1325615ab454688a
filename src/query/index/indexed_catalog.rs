//! Makes the catalog index of a catalog. Only the bundler needs this.

use super::entry::{About, Entry, EntryId};
use crate::model::{Catalog, CatalogIndex, PartialDate};
use crate::query::{
    Direction, EntityIndex, EntryKind, Moment,
    catalog::places,
    folded,
    numbers::to_u32,
    sorting::{sort_by_key, sorted_places},
};
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// A collection as entries: the data that every search needs, and the data that only some answers need.
#[derive(Clone, Debug, Default)]
pub struct IndexedCatalog {
    /// The facts about every entry. It has no shards yet.
    pub catalog_index: CatalogIndex,
    /// The subject of each entry.
    pub abouts: Vec<About>,
    /// For each entry, its rank by title.
    pub title_ranks: Vec<u32>,
    /// What each note says about themes, for the table of themes by conference.
    pub evidence: Evidence,
}

/// What notes say about themes, in the order of the catalog.
///
/// For each note: the number of its entry; the numbers of its recap and its conference in the tables, the latter
/// counted from 1, with 0 for none; how many themes it is evidence for, and the number of each theme.
pub type Evidence = Vec<u32>;

impl IndexedCatalog {
    /// Numbers the entries of a collection and collects the facts about each.
    pub fn new(index: &EntityIndex) -> Self {
        let catalog = index.catalog();
        let mut entries: Vec<(String, Entry)> =
            Entry::all(index).map(|entry| (folded(&entry.title), entry)).collect();
        let places: BTreeMap<About, usize> =
            entries.iter().enumerate().map(|(n, (_, it))| (it.about.clone(), n)).collect();
        entries.sort_by_cached_key(|(title, entry)| {
            let place = entry.conference.as_ref().and_then(|id| index.position_of_conference(id));
            let moment = Moment::new(catalog, entry.year, place, Direction::Newest);
            (moment, place_within_conference(entry, title, places.get(&entry.about), index))
        });
        let titles = sorted_places(entries.len(), &mut |a, b| {
            let title = |place: usize| entries.get(place).map(|(title, _)| title);
            title(a).cmp(&title(b))
        });
        let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
        let abouts: Vec<About> = entries.iter().map(|entry| entry.about.clone()).collect();
        let numbers = abouts.iter().enumerate().map(|(n, about)| (about, to_u32(n))).collect();
        Self {
            evidence: evidence(index, &numbers),
            catalog_index: columns(index, &entries),
            title_ranks: ranks(&titles),
            abouts,
        }
    }

    /// The subject of an entry.
    pub fn about(&self, entry: EntryId) -> Option<&About> {
        self.abouts.get(entry.0)
    }

    /// A catalog with only the talks and notes of a run of entries.
    pub fn shard(&self, index: &EntityIndex, entries: Range<usize>) -> Catalog {
        let mut shard = Catalog::default();
        for about in self.abouts.get(entries).unwrap_or_default() {
            match about {
                About::Talk(id) => {
                    shard.notes.extend(index.notes_of_talk(id).into_iter().cloned());
                    shard.talks.extend(index.talk(id).cloned());
                }
                About::Note(id) => shard.notes.extend(index.note(id).cloned()),
            }
        }
        shard
    }
}

/// Talks precede notes. Talks with a title precede talks that are only described. Then: keynotes first, then talks with
/// more notes, then by day with unknown days last, then by title. Notes are in the order of the catalog.
fn place_within_conference(
    entry: &Entry,
    title: &str,
    place: Option<&usize>,
    index: &EntityIndex,
) -> (bool, bool, bool, Reverse<usize>, i32, String, Option<usize>) {
    let talk = match &entry.about {
        About::Talk(id) => index.talk(id),
        About::Note(_) => None,
    };
    let day = talk.and_then(|talk| talk.day).map_or(i32::MAX, PartialDate::first_day_number);
    let title = if talk.is_some() { title.to_owned() } else { String::new() };
    let is_described = talk.is_some_and(|talk| talk.is_described);
    let n_notes = talk.map_or(0, |talk| talk.notes.len());
    let is_keynote = entry.kind == EntryKind::Keynote;
    let place = place.copied();
    (talk.is_none(), is_described, !is_keynote, Reverse(n_notes), day, title, place)
}

fn columns(index: &EntityIndex, entries: &[Entry]) -> CatalogIndex {
    let catalog = index.catalog();
    let mut tables = Catalog {
        series: Vec::new(),
        talks: Vec::new(),
        notes: Vec::new(),
        conferences: catalog.conferences.clone(),
        people: catalog.people.clone(),
        organizations: catalog.organizations.clone(),
        themes: catalog.themes.clone(),
        recaps: catalog.recaps.clone(),
    };
    // The function that writes the wire format only names entities that it knows, and it does not know notes.
    for recap in &mut tables.recaps {
        recap.notes.iter_mut().for_each(|id| id.0.clear());
    }
    let conference = |entry: &Entry| index.position_of_conference(entry.conference.as_ref()?);
    CatalogIndex {
        kinds: entries.iter().map(|entry| entry.kind.number()).collect(),
        videos: entries.iter().map(|entry| u32::from(entry.has_video)).collect(),
        conferences: entries
            .iter()
            .map(|entry| conference(entry).map_or(0, |place| to_u32(place) + 1))
            .collect(),
        years: entries.iter().map(|entry| entry.year.map_or(0, u32::from)).collect(),
        of_recaps: lists(catalog.recaps.iter().map(|it| &it.id.0), entries, |entry, put| {
            entry.recaps.iter().for_each(|id| put(&id.0));
        }),
        of_themes: lists(catalog.themes.iter().map(|it| &it.id.0), entries, |entry, put| {
            entry.themes.iter().for_each(|id| put(&id.0));
        }),
        of_people: lists(catalog.people.iter().map(|it| &it.id.0), entries, |entry, put| {
            entry.people.iter().for_each(|id| put(&id.0));
        }),
        of_organizations: lists(
            catalog.organizations.iter().map(|it| &it.id.0),
            entries,
            |entry, put| entry.organizations.iter().for_each(|id| put(&id.0)),
        ),
        tables,
        // The writer of the files fills in their locations.
        ..CatalogIndex::default()
    }
}

/// For each of `ids`, the entries that name it.
fn lists<'a>(
    ids: impl Iterator<Item = &'a String>,
    entries: &[Entry],
    names: impl Fn(&Entry, &mut dyn FnMut(&str)),
) -> Vec<Vec<u32>> {
    let places: BTreeMap<&str, usize> = ids.enumerate().map(|(n, id)| (id.as_str(), n)).collect();
    let mut lists = vec![Vec::new(); places.len()];
    for (n, entry) in entries.iter().enumerate() {
        names(entry, &mut |id| {
            if let Some(list) = places.get(id).and_then(|place| lists.get_mut(*place)) {
                list.push(to_u32(n));
            }
        });
    }
    lists
}

fn evidence(index: &EntityIndex, numbers: &BTreeMap<&About, u32>) -> Evidence {
    let mut evidence = Evidence::new();
    let themes = places(index.catalog().themes.iter().map(|it| it.id.as_str()));
    for note in &index.catalog().notes {
        let on_talk = note.talk.clone().map(About::Talk);
        let entry = on_talk.and_then(|about| numbers.get(&about));
        let entry = entry.or_else(|| numbers.get(&About::Note(note.id.clone())));
        let named = index.themes_of_note(note);
        let conference = note.conference.as_ref().and_then(|id| index.position_of_conference(id));
        evidence.push(entry.copied().unwrap_or(u32::MAX));
        evidence.push(index.position_of_recap(&note.recap).map_or(0, to_u32));
        evidence.push(conference.map_or(0, |place| to_u32(place) + 1));
        evidence.push(to_u32(named.len()));
        evidence.extend(named.iter().map(|id| themes.get(id.as_str()).copied().map_or(0, to_u32)));
    }
    evidence
}

/// For each number, its position in `sorted`.
fn ranks(sorted: &[usize]) -> Vec<u32> {
    let mut by_place: Vec<(usize, usize)> =
        sorted.iter().enumerate().map(|(rank, place)| (*place, rank)).collect();
    sort_by_key(&mut by_place, |(place, _)| *place);
    by_place.into_iter().map(|(_, rank)| to_u32(rank)).collect()
}
