//! Sorts the resolved parts into the catalog and the chunks, and drops the parts that nothing refers to.

use super::names::Entities;
use super::registry::{ConferenceEntry, LinkEntry, Registries};
use super::resolve::Resolved;
use crate::ingest::linkable;
use crate::model::{
    Attendance, Catalog, Chunk, Conference, ConferenceId, CopyText, Link, NoteId, Organization,
    OrganizationId, Person, PersonId, RecapId, Series, SeriesId, Subject, TalkId, ThemeId,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The catalog and the chunks. `lists_all` keeps editions without recaps, for a curator's own registry.
pub(super) fn assemble(
    mut resolved: Resolved,
    registries: &Registries,
    lists_all: bool,
) -> (Catalog, Vec<Chunk>) {
    let conferences = conferences(&resolved, registries, lists_all);
    let order: BTreeMap<ConferenceId, usize> = conferences
        .iter()
        .enumerate()
        .map(|(index, conference)| (conference.id.clone(), index))
        .collect();
    let rank = |conference: &Option<ConferenceId>| {
        conference.as_ref().and_then(|id| order.get(id)).copied().unwrap_or(usize::MAX)
    };
    let mut recaps = std::mem::take(&mut resolved.recaps);
    recaps.sort_by_cached_key(|recap| {
        (rank(&recap.conference), recap.published.is_none(), recap.published, recap.id.clone())
    });
    let recap_order: BTreeMap<RecapId, usize> =
        recaps.iter().enumerate().map(|(index, recap)| (recap.id.clone(), index)).collect();
    let mut notes = std::mem::take(&mut resolved.heads);
    // The sort is stable, so the notes of a recap keep their reading order.
    notes.sort_by_key(|note| recap_order.get(&note.recap).copied());
    let mut talks = std::mem::take(&mut resolved.talks);
    let mut of_talk: BTreeMap<&TalkId, Vec<NoteId>> = BTreeMap::new();
    for note in &notes {
        if let Some(talk) = &note.talk {
            of_talk.entry(talk).or_default().push(note.id.clone());
        }
    }
    for talk in &mut talks {
        talk.notes = of_talk.remove(&talk.id).unwrap_or_default();
        let themes = resolved.talk_themes.remove(&talk.id).unwrap_or_default();
        talk.themes = themes.into_iter().collect();
    }
    talks.sort_by_key(|talk| (rank(&talk.conference), talk.day.is_none(), talk.day));
    let mut catalog =
        Catalog { series: Vec::new(), conferences, talks, recaps, notes, ..Catalog::default() };
    fill_named(&mut catalog, &resolved);
    let chunks = chunks(&catalog, resolved);
    (catalog, chunks)
}

/// The conferences, newest first. Conferences without a date come last.
fn conferences(resolved: &Resolved, registries: &Registries, lists_all: bool) -> Vec<Conference> {
    let of_recaps = resolved.recaps.iter().filter_map(|recap| recap.conference.as_ref());
    // A recap of several conferences has no conference itself, but its notes and talks do.
    let of_notes = resolved.heads.iter().filter_map(|head| head.conference.as_ref());
    let of_talks = resolved.talks.iter().filter_map(|talk| talk.conference.as_ref());
    let told: BTreeSet<&ConferenceId> = of_recaps.chain(of_notes).chain(of_talks).collect();
    let listed = registries.conferences.conference.len();
    let entries = resolved.editions.all.iter().enumerate();
    let wanted = entries.filter(|(index, entry)| {
        lists_all && *index < listed || told.contains(&ConferenceId(entry.id.clone()))
    });
    let mut conferences: Vec<Conference> =
        wanted.map(|(index, entry)| conference(index, entry, resolved)).collect();
    conferences.sort_by_cached_key(|conference| {
        (conference.start.is_none(), conference.start.map(Reverse), conference.id.clone())
    });
    conferences
}

fn conference(index: usize, entry: &ConferenceEntry, resolved: &Resolved) -> Conference {
    let id = ConferenceId(entry.id.clone());
    let set = entry.attendance.iter().map(|crowd| Attendance {
        words: crowd.words.clone(),
        people: crowd.people,
        recap: None,
        source: linkable(&crowd.source).unwrap_or_default(),
    });
    let told = resolved.crowds.iter().filter(|crowd| crowd.conference == id);
    let mut attendance: Vec<Attendance> = set.collect();
    for crowd in told {
        let said = Attendance {
            words: crowd.words.clone(),
            people: crowd.people,
            recap: Some(crowd.recap.clone()),
            source: String::new(),
        };
        // One recap counts once, however often it repeats the number.
        if !attendance.iter().any(|known| known.recap == said.recap && known.people == said.people)
        {
            attendance.push(said);
        }
    }
    let short_name =
        if entry.short_name.is_empty() { entry.name.clone() } else { entry.short_name.clone() };
    Conference {
        id,
        series: SeriesId(entry.series.clone()),
        name: entry.name.clone(),
        short_name,
        start: entry.start,
        end: entry.end,
        city: entry.city.clone(),
        country: entry.country.clone(),
        venue: entry.venue.clone(),
        attendance,
        links: entry.links.iter().filter_map(link).collect(),
        is_derived: resolved.editions.is_derived(index),
    }
}

fn link(entry: &LinkEntry) -> Option<Link> {
    Some(Link { kind: entry.kind, url: linkable(&entry.url)? })
}

/// Adds the series, people, organizations and themes that something refers to, sorted by id.
fn fill_named(catalog: &mut Catalog, resolved: &Resolved) {
    let series: BTreeSet<&SeriesId> =
        catalog.conferences.iter().map(|conference| &conference.series).collect();
    let mut found: Vec<Series> = resolved
        .editions
        .series
        .iter()
        .map(|entry| Series { id: SeriesId(entry.id.clone()), name: entry.name.clone() })
        .filter(|entry| series.contains(&entry.id))
        .collect();
    found.sort_by(|a, b| a.id.cmp(&b.id));
    let speakers = || catalog.talks.iter().flat_map(|talk| &talk.speakers);
    let people: BTreeSet<&PersonId> = speakers()
        .map(|speaker| &speaker.person)
        .chain(catalog.notes.iter().flat_map(|note| &note.people))
        .collect();
    let organizations: BTreeSet<&OrganizationId> = speakers()
        .flat_map(|speaker| &speaker.organizations)
        .chain(catalog.notes.iter().flat_map(|note| &note.organizations))
        .collect();
    let themes: BTreeSet<ThemeId> = catalog
        .talks
        .iter()
        .flat_map(|talk| talk.themes.iter().cloned())
        .chain(
            catalog
                .notes
                .iter()
                .flat_map(|note| note.themes.iter().map(|count| count.theme.clone())),
        )
        .collect();
    let entity = |id: &str, entities: &Entities| {
        entities
            .by_id(id)
            .map(|entity| (entity.name.clone(), entity.aliases.iter().cloned().collect::<Vec<_>>()))
    };
    let people: Vec<Person> = people
        .into_iter()
        .filter_map(|id| {
            entity(id.as_str(), &resolved.names.people).map(|(name, aliases)| Person {
                id: id.clone(),
                name,
                aliases,
            })
        })
        .collect();
    let organizations: Vec<Organization> =
        organizations
            .into_iter()
            .filter_map(|id| {
                entity(id.as_str(), &resolved.names.organizations)
                    .map(|(name, aliases)| Organization { id: id.clone(), name, aliases })
            })
            .collect();
    catalog.themes = resolved.themes.used(&themes);
    (catalog.series, catalog.people, catalog.organizations) = (found, people, organizations);
}

/// One chunk for each conference that has recaps or notes, in catalog order. The last chunk is for recaps and notes
/// without a conference.
fn chunks(catalog: &Catalog, resolved: Resolved) -> Vec<Chunk> {
    let mut texts: BTreeMap<NoteId, crate::model::Note> =
        resolved.notes.into_iter().map(|note| (note.id.clone(), note)).collect();
    let of_recap: BTreeMap<&RecapId, &Option<ConferenceId>> =
        catalog.recaps.iter().map(|recap| (&recap.id, &recap.conference)).collect();
    let of_talk: BTreeMap<_, _> =
        catalog.talks.iter().map(|talk| (&talk.id, &talk.conference)).collect();
    let of_note: BTreeMap<&NoteId, &Option<ConferenceId>> =
        catalog.notes.iter().map(|note| (&note.id, &note.conference)).collect();
    let used: BTreeSet<&Option<ConferenceId>> =
        of_recap.values().chain(of_note.values()).copied().collect();
    let listed = catalog.conferences.iter().map(|conference| Some(conference.id.clone()));
    let used = listed.chain([None]).filter(|conference| used.contains(conference));
    let mut chunks: Vec<Chunk> =
        used.map(|conference| Chunk { conference, ..Chunk::default() }).collect();
    let keys = chunks.iter().map(|chunk| chunk.conference.clone());
    let indexes: BTreeMap<Option<ConferenceId>, usize> = keys.zip(0..).collect();
    let mut copies: BTreeMap<RecapId, Vec<CopyText>> = BTreeMap::new();
    for copy in resolved.copies {
        copies.entry(copy.recap.clone()).or_default().push(copy);
    }
    for recap in &catalog.recaps {
        let index_of = |conference: &Option<ConferenceId>| indexes.get(conference).copied();
        for id in &recap.notes {
            let index = of_note.get(id).and_then(|conference| index_of(conference));
            if let Some(chunk) = index.and_then(|index| chunks.get_mut(index)) {
                chunk.notes.extend(texts.remove(id));
            }
        }
        if let Some(chunk) = index_of(&recap.conference).and_then(|index| chunks.get_mut(index)) {
            chunk.copies.extend(copies.remove(&recap.id).unwrap_or_default());
        }
    }
    for assignment in resolved.assignments {
        let conference = match &assignment.subject {
            Subject::Recap(id) => of_recap.get(id).copied(),
            Subject::Talk(id) => of_talk.get(id).copied(),
            Subject::Note(id) => of_note.get(id).copied(),
        };
        let index = conference.and_then(|conference| indexes.get(conference));
        if let Some(chunk) = index.and_then(|index| chunks.get_mut(*index)) {
            chunk.assignments.push(assignment);
        }
    }
    for chunk in &mut chunks {
        chunk.assignments.sort();
        chunk.assignments.dedup();
    }
    chunks
}
