//! A catalog to its outline: the side of whoever bundles a collection.

use super::{
    About, Direction, EntryId, Index, Kind, Moment,
    entry::Entry,
    fold::folded,
    sorting::{sort_by_key, sorted_places},
};
use crate::model::{Catalog, NoteHead, Outline, PartialDate, ThemeId};
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// A collection as its entries: what a search needs of it, and what it needs only for some answers.
#[derive(Clone, Debug, Default)]
pub struct Outlined {
    /// What can be asked of every entry. It has no shelves yet.
    pub outline: Outline,
    /// What each entry is.
    pub abouts: Vec<About>,
    /// For each entry, how many come before it by title.
    pub title_ranks: Vec<u32>,
    /// What each note says of themes, for the table of themes by edition.
    pub evidence: Evidence,
}

/// What notes say of themes, for each note in the order of the catalog.
///
/// The number of its entry; the places of its recap and its edition in the tables, the latter counted
/// from 1, with 0 for none; how many themes it is evidence for, and the place of each.
pub type Evidence = Vec<u32>;

impl Outlined {
    /// Numbers the entries of a collection and asks each what there is to ask.
    pub fn new(index: &Index) -> Self {
        let catalog = index.catalog();
        let mut entries: Vec<(String, Entry)> =
            Entry::all(index).map(|entry| (folded(&entry.title), entry)).collect();
        let places: BTreeMap<About, usize> =
            entries.iter().enumerate().map(|(n, (_, it))| (it.about.clone(), n)).collect();
        entries.sort_by_cached_key(|(title, entry)| {
            let place = entry.conference.as_ref().and_then(|id| index.place_of_conference(id));
            let moment = Moment::new(catalog, entry.year, place, Direction::Newest);
            (moment, place_within_conference(entry, title, places.get(&entry.about), index))
        });
        let titles = sorted_places(entries.len(), &mut |a, b| {
            let title = |place: usize| entries.get(place).map(|(title, _)| title);
            title(a).cmp(&title(b))
        });
        let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
        let abouts: Vec<About> = entries.iter().map(|entry| entry.about.clone()).collect();
        let numbers = abouts.iter().enumerate().map(|(n, about)| (about, number(n))).collect();
        Self {
            evidence: evidence(index, &numbers),
            outline: columns(index, &entries),
            title_ranks: ranks(&titles),
            abouts,
        }
    }

    /// What an entry is.
    pub fn about(&self, entry: EntryId) -> Option<&About> {
        self.abouts.get(entry.0)
    }

    /// The talks and notes of a run of entries, as a catalog of nothing else.
    pub fn shelf(&self, index: &Index, entries: Range<usize>) -> Catalog {
        let mut shelf = Catalog::default();
        for about in self.abouts.get(entries).unwrap_or_default() {
            match about {
                About::Talk(id) => {
                    shelf.notes.extend(index.notes_of_talk(id).into_iter().cloned());
                    shelf.talks.extend(index.talk(id).cloned());
                }
                About::Note(id) => shelf.notes.extend(index.note(id).cloned()),
            }
        }
        shelf
    }
}

/// Talks before passages, and those with a title of their own before those that are only described;
/// keynotes first, then what more people noted, then by day, the unknown last, then by title;
/// passages as in the catalog.
fn place_within_conference(
    entry: &Entry,
    title: &str,
    place: Option<&usize>,
    index: &Index,
) -> (bool, bool, bool, Reverse<usize>, i32, String, Option<usize>) {
    let talk = match &entry.about {
        About::Talk(id) => index.talk(id),
        About::Note(_) => None,
    };
    let day = talk.and_then(|talk| talk.day).map_or(i32::MAX, PartialDate::first_day_number);
    let title = if talk.is_some() { title.to_owned() } else { String::new() };
    let is_described = talk.is_some_and(|talk| talk.is_described);
    let n_notes = talk.map_or(0, |talk| talk.notes.len());
    let is_keynote = entry.kind == Kind::Keynote;
    let place = place.copied();
    (talk.is_none(), is_described, !is_keynote, Reverse(n_notes), day, title, place)
}

fn columns(index: &Index, entries: &[Entry]) -> Outline {
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
    // The walk that packs them names what it knows; notes it does not.
    for recap in &mut tables.recaps {
        recap.notes.iter_mut().for_each(|id| id.0.clear());
    }
    let conference = |entry: &Entry| index.place_of_conference(entry.conference.as_ref()?);
    Outline {
        kinds: entries.iter().map(|entry| entry.kind.number()).collect(),
        videos: entries.iter().map(|entry| u32::from(entry.has_video)).collect(),
        conferences: entries
            .iter()
            .map(|entry| conference(entry).map_or(0, |place| number(place) + 1))
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
        // Where things are is for whoever writes them to say.
        ..Outline::default()
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
                list.push(number(n));
            }
        });
    }
    lists
}

fn evidence(index: &Index, numbers: &BTreeMap<&About, u32>) -> Evidence {
    let mut evidence = Evidence::new();
    let themes = super::index::places(index.catalog().themes.iter().map(|it| it.id.as_str()));
    for note in &index.catalog().notes {
        let on_talk = note.talk.clone().map(About::Talk);
        let entry = on_talk.and_then(|about| numbers.get(&about));
        let entry = entry.or_else(|| numbers.get(&About::Note(note.id.clone())));
        let named = themes_of_note(index, note);
        let conference = note.conference.as_ref().and_then(|id| index.place_of_conference(id));
        evidence.push(entry.copied().unwrap_or(u32::MAX));
        evidence.push(index.place_of_recap(&note.recap).map_or(0, number));
        evidence.push(conference.map_or(0, |place| number(place) + 1));
        evidence.push(number(named.len()));
        evidence.extend(named.iter().map(|id| themes.get(id.as_str()).copied().map_or(0, number)));
    }
    evidence
}

/// The themes a note is evidence for: those it names, those of its talk that no note on it names,
/// since the talk has them by its title, and the broader ones of all these; those of the catalog only.
fn themes_of_note(index: &Index, note: &NoteHead) -> Vec<ThemeId> {
    let named = note.themes.iter().map(|counted| &counted.theme);
    let talk = note.talk.as_ref().and_then(|talk| index.talk(talk));
    let of_title = talk.into_iter().flat_map(|talk| {
        let notes = index.notes_of_talk(&talk.id);
        let is_named = move |theme: &ThemeId| {
            notes.iter().any(|note| note.themes.iter().any(|it| it.theme == *theme))
        };
        talk.themes.iter().filter(move |theme| !is_named(theme))
    });
    let mut themes = index.with_broader_themes(named.chain(of_title));
    themes.retain(|id| index.theme(id).is_some());
    themes
}

/// For each place, where in `sorted` it stands.
fn ranks(sorted: &[usize]) -> Vec<u32> {
    let mut by_place: Vec<(usize, usize)> =
        sorted.iter().enumerate().map(|(rank, place)| (*place, rank)).collect();
    sort_by_key(&mut by_place, |(place, _)| *place);
    by_place.into_iter().map(|(_, rank)| number(rank)).collect()
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
