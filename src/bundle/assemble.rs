//! Sorts what was resolved into the catalog and the chunks, and drops what nothing refers to.

use super::registry::Registries;
use super::registry_entries::{ConferenceEntry, LinkEntry};
use super::resolve::Resolver;
use crate::ingest::linkable;
use crate::model::{
    Attendance, Catalog, Chunk, Conference, ConferenceId, Link, NoteId, Organization,
    OrganizationId, Person, PersonId, RecapId, Series, SeriesId, Subject, TalkId, ThemeId,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Catalog and chunks. `lists_all` keeps editions without recaps, as a curator's own registry wants.
pub(super) fn assemble(
    mut resolver: Resolver<'_>,
    registries: &Registries,
    lists_all: bool,
) -> (Catalog, Vec<Chunk>) {
    let conferences = conferences(&resolver, registries, lists_all);
    let order: BTreeMap<ConferenceId, usize> = conferences
        .iter()
        .enumerate()
        .map(|(index, conference)| (conference.id.clone(), index))
        .collect();
    let place = |conference: &Option<ConferenceId>| {
        conference.as_ref().and_then(|id| order.get(id)).copied().unwrap_or(usize::MAX)
    };
    let mut recaps = std::mem::take(&mut resolver.recaps);
    recaps.sort_by_cached_key(|recap| {
        (place(&recap.conference), recap.published.is_none(), recap.published, recap.id.clone())
    });
    let recap_order: BTreeMap<RecapId, usize> =
        recaps.iter().enumerate().map(|(index, recap)| (recap.id.clone(), index)).collect();
    let mut notes = std::mem::take(&mut resolver.heads);
    // Stable: within a recap the notes keep their reading order.
    notes.sort_by_key(|note| recap_order.get(&note.recap).copied());
    let mut talks = std::mem::take(&mut resolver.talks.all);
    let mut of_talk: BTreeMap<&TalkId, Vec<NoteId>> = BTreeMap::new();
    for note in &notes {
        if let Some(talk) = &note.talk {
            of_talk.entry(talk).or_default().push(note.id.clone());
        }
    }
    for talk in &mut talks {
        talk.notes = of_talk.remove(&talk.id).unwrap_or_default();
        let themes = resolver.talk_themes.remove(&talk.id).unwrap_or_default();
        talk.themes = themes.into_iter().collect();
    }
    talks.sort_by_key(|talk| (place(&talk.conference), talk.day.is_none(), talk.day));
    let mut catalog =
        Catalog { series: Vec::new(), conferences, talks, recaps, notes, ..Catalog::default() };
    fill_named(&mut catalog, &resolver);
    let chunks = chunks(&catalog, resolver);
    (catalog, chunks)
}

/// Newest first; those without a date last.
fn conferences(
    resolver: &Resolver<'_>,
    registries: &Registries,
    lists_all: bool,
) -> Vec<Conference> {
    let told: BTreeSet<&ConferenceId> =
        resolver.recaps.iter().filter_map(|recap| recap.conference.as_ref()).collect();
    let listed = registries.conferences.conference.len();
    let entries = resolver.editions.all.iter().enumerate();
    let wanted = entries.filter(|(index, entry)| {
        lists_all && *index < listed || told.contains(&ConferenceId(entry.id.clone()))
    });
    let mut conferences: Vec<Conference> =
        wanted.map(|(_, entry)| conference(entry, resolver)).collect();
    conferences.sort_by_cached_key(|conference| {
        (conference.start.is_none(), conference.start.map(Reverse), conference.id.clone())
    });
    conferences
}

fn conference(entry: &ConferenceEntry, resolver: &Resolver<'_>) -> Conference {
    let id = ConferenceId(entry.id.clone());
    let set = entry.attendance.iter().map(|crowd| Attendance {
        words: crowd.words.clone(),
        people: crowd.people,
        recap: None,
        source: linkable(&crowd.source).unwrap_or_default(),
    });
    let told = resolver.crowds.iter().filter(|(conference, ..)| *conference == id);
    let mut attendance: Vec<Attendance> = set.collect();
    for (_, words, people, recap) in told {
        let said = Attendance {
            words: words.clone(),
            people: *people,
            recap: Some(recap.clone()),
            source: String::new(),
        };
        // One author counts once, however often the number is repeated.
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
    }
}

fn link(entry: &LinkEntry) -> Option<Link> {
    Some(Link { kind: entry.kind, url: linkable(&entry.url)? })
}

/// Series, people, organizations and themes that something refers to, sorted by id.
fn fill_named(catalog: &mut Catalog, resolver: &Resolver<'_>) {
    let series: BTreeSet<&SeriesId> =
        catalog.conferences.iter().map(|conference| &conference.series).collect();
    let mut found: Vec<Series> = resolver
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
    let entity = |id: &str, entities: &super::entities::Entities| {
        entities
            .by_id(id)
            .map(|entity| (entity.name.clone(), entity.aliases.iter().cloned().collect::<Vec<_>>()))
    };
    let people: Vec<Person> = people
        .into_iter()
        .filter_map(|id| {
            entity(id.as_str(), &resolver.people).map(|(name, aliases)| Person {
                id: id.clone(),
                name,
                aliases,
            })
        })
        .collect();
    let organizations: Vec<Organization> = organizations
        .into_iter()
        .filter_map(|id| {
            entity(id.as_str(), &resolver.organizations).map(|(name, aliases)| Organization {
                id: id.clone(),
                name,
                aliases,
            })
        })
        .collect();
    catalog.themes = resolver.themes.used(&themes);
    (catalog.series, catalog.people, catalog.organizations) = (found, people, organizations);
}

/// One chunk for each conference that has notes, in the order of the catalog.
fn chunks(catalog: &Catalog, resolver: Resolver<'_>) -> Vec<Chunk> {
    let mut texts: BTreeMap<NoteId, crate::model::Note> =
        resolver.notes.into_iter().map(|note| (note.id.clone(), note)).collect();
    let of_recap: BTreeMap<&RecapId, &Option<ConferenceId>> =
        catalog.recaps.iter().map(|recap| (&recap.id, &recap.conference)).collect();
    let of_talk: BTreeMap<_, _> =
        catalog.talks.iter().map(|talk| (&talk.id, &talk.conference)).collect();
    let of_note: BTreeMap<&NoteId, &Option<ConferenceId>> =
        catalog.notes.iter().map(|note| (&note.id, &note.conference)).collect();
    let mut chunks: Vec<Chunk> = Vec::new();
    for recap in &catalog.recaps {
        if chunks.last().is_none_or(|chunk| chunk.conference != recap.conference) {
            chunks.push(Chunk { conference: recap.conference.clone(), ..Chunk::default() });
        }
        if let Some(chunk) = chunks.last_mut() {
            chunk.notes.extend(recap.notes.iter().filter_map(|id| texts.remove(id)));
            chunk
                .copies
                .extend(resolver.copies.iter().filter(|copy| copy.recap == recap.id).cloned());
        }
    }
    let mut places: BTreeMap<Option<ConferenceId>, usize> = BTreeMap::new();
    for (place, chunk) in chunks.iter().enumerate() {
        places.entry(chunk.conference.clone()).or_insert(place);
    }
    for assignment in resolver.assignments {
        let conference = match &assignment.subject {
            Subject::Recap(id) => of_recap.get(id).copied(),
            Subject::Talk(id) => of_talk.get(id).copied(),
            Subject::Note(id) => of_note.get(id).copied(),
        };
        let place = conference.and_then(|conference| places.get(conference));
        if let Some(chunk) = place.and_then(|place| chunks.get_mut(*place)) {
            chunk.assignments.push(assignment);
        }
    }
    for chunk in &mut chunks {
        chunk.assignments.sort();
        chunk.assignments.dedup();
    }
    chunks
}
