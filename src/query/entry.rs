//! What is found and counted: a talk, or a note that is about no talk.

use super::{Kind, index::Places, sorting::sorted_once};
use crate::model::{
    Catalog, ConferenceId, NoteHead, NoteId, OrganizationId, PartialDate, PersonId, RecapId, Talk,
    TalkId, ThemeId,
};

/// Names an entry of one [`Index`](super::Index). Ordered as the catalog: talks, then notes.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EntryId(pub(super) usize);

/// What an entry is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum About {
    /// A talk, with all notes on it.
    Talk(TalkId),
    /// A note that is about no talk.
    Note(NoteId),
}

/// What is found and counted: a talk, or a note that is about no talk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// What it is.
    pub about: About,
    /// The title of the talk or the passage.
    pub title: String,
    /// The edition, if known.
    pub conference: Option<ConferenceId>,
    /// Year of the edition's start; else that in which its recap was published; else none.
    pub year: Option<u16>,
    /// Its kind.
    pub kind: Kind,
    /// It has a recording, itself or in a note on it.
    pub has_video: bool,
    /// Its themes, those of the notes on it, and the broader themes of each; sorted.
    pub themes: Vec<ThemeId>,
    /// Speakers, and people the notes name; sorted.
    pub people: Vec<PersonId>,
    /// Organizations spoken for, and those the notes name; sorted.
    pub organizations: Vec<OrganizationId>,
}

impl Entry {
    /// The entry of a talk with the notes on it.
    pub(super) fn of_talk(talk: &Talk, catalog: &Catalog, places: &Places) -> Self {
        let notes: Vec<&NoteHead> =
            talk.notes.iter().filter_map(|id| places.note(catalog, id)).collect();
        let speakers = talk.speakers.iter().map(|speaker| speaker.person.clone());
        let spoken_for =
            talk.speakers.iter().flat_map(|speaker| speaker.organizations.iter().cloned());
        let recaps: Vec<&RecapId> = notes.iter().map(|note| &note.recap).collect();
        Self {
            about: About::Talk(talk.id.clone()),
            title: talk.title.clone(),
            year: year(talk.conference.as_ref(), &recaps, catalog, places),
            conference: talk.conference.clone(),
            kind: talk.kind.into(),
            has_video: !talk.videos.is_empty() || notes.iter().any(|note| note.has_video),
            themes: with_broader(talk.themes.iter().chain(themes_of(&notes)), |id| {
                places.broader(catalog, id)
            }),
            people: sorted_once(
                speakers.chain(notes.iter().flat_map(|note| note.people.iter().cloned())),
            ),
            organizations: sorted_once(
                spoken_for.chain(notes.iter().flat_map(|note| note.organizations.iter().cloned())),
            ),
        }
    }

    /// The entry of a note that is about no talk.
    pub(super) fn of_note(note: &NoteHead, catalog: &Catalog, places: &Places) -> Self {
        Self {
            about: About::Note(note.id.clone()),
            title: note.title.clone(),
            year: year(note.conference.as_ref(), &[&note.recap], catalog, places),
            conference: note.conference.clone(),
            kind: Kind::Note,
            has_video: note.has_video,
            themes: with_broader(themes_of(&[note]), |id| places.broader(catalog, id)),
            people: sorted_once(note.people.iter().cloned()),
            organizations: sorted_once(note.organizations.iter().cloned()),
        }
    }
}

fn year(
    conference: Option<&ConferenceId>,
    recaps: &[&RecapId],
    catalog: &Catalog,
    places: &Places,
) -> Option<u16> {
    let start = conference
        .and_then(|id| places.conference(catalog, id))
        .and_then(|conference| conference.start);
    let published = || recaps.iter().filter_map(|id| places.recap(catalog, id)?.published).min();
    start.or_else(published).map(PartialDate::year)
}

fn themes_of<'a>(notes: &[&'a NoteHead]) -> impl Iterator<Item = &'a ThemeId> {
    notes.iter().flat_map(|note| note.themes.iter().map(|counted| &counted.theme))
}

/// `themes` and every theme above them, sorted. A circle of broader themes is walked once.
pub(super) fn with_broader<'a>(
    themes: impl Iterator<Item = &'a ThemeId>,
    broader: impl Fn(&ThemeId) -> Option<ThemeId>,
) -> Vec<ThemeId> {
    let mut all = Vec::new();
    for theme in themes {
        let mut next = Some(theme.clone());
        while let Some(id) = next.filter(|id| !all.contains(id)) {
            next = broader(&id);
            all.push(id);
        }
    }
    sorted_once(all)
}
