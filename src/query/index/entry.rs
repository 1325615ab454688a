//! What a search finds and counts: a talk, or a note that is not about a talk.

use crate::model::{
    ConferenceId, NoteHead, NoteId, OrganizationId, PartialDate, PersonId, RecapId, Talk, TalkId,
    ThemeId,
};
use crate::query::{EntityIndex, EntryKind, sorting::sorted_once};
use std::fmt;

/// Names an entry by its number: entries are numbered as the timeline lists them, newest first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EntryId(pub(crate) usize);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The subject of an entry.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum About {
    /// A talk, with all notes on it.
    Talk(TalkId),
    /// A note that is not about a talk.
    Note(NoteId),
}

/// What a search finds and counts: a talk, or a note that is not about a talk. The bundler makes a
/// [`CatalogIndex`](crate::model::CatalogIndex) of entries.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Entry {
    /// Its subject.
    pub(super) about: About,
    /// The title of the talk or the note.
    pub(super) title: String,
    /// The edition, if known.
    pub(super) conference: Option<ConferenceId>,
    /// Year of the conference; otherwise the year in which its recap was published; otherwise none.
    pub(super) year: Option<u16>,
    /// Its kind.
    pub(super) kind: EntryKind,
    /// Whether it or a note on it has a recording.
    pub(super) has_video: bool,
    /// The recaps about it; sorted.
    pub(super) recaps: Vec<RecapId>,
    /// Its themes, those of the notes on it, and the broader themes of each; sorted.
    pub(super) themes: Vec<ThemeId>,
    /// Speakers, and people that the notes name; sorted.
    pub(super) people: Vec<PersonId>,
    /// Organizations that speakers represent, and those that the notes name; sorted.
    pub(super) organizations: Vec<OrganizationId>,
}

impl Entry {
    /// Every entry of a collection: its talks, then its notes that are not about a talk.
    pub(super) fn all(index: &EntityIndex) -> impl Iterator<Item = Self> {
        let catalog = index.catalog();
        let notes = catalog.notes.iter().filter(|note| !is_on_known_talk(note, index));
        let notes = notes.map(|note| Self::of_note(note, index));
        catalog.talks.iter().map(|talk| Self::of_talk(talk, index)).chain(notes)
    }

    fn of_talk(talk: &Talk, index: &EntityIndex) -> Self {
        let notes = index.notes_of_talk(&talk.id);
        let speakers = talk.speakers.iter().map(|speaker| speaker.person.clone());
        let spoken_for =
            talk.speakers.iter().flat_map(|speaker| speaker.organizations.iter().cloned());
        let recaps = sorted_once(notes.iter().map(|note| note.recap.clone()));
        Self {
            about: About::Talk(talk.id.clone()),
            title: talk.title.clone(),
            year: year(talk.conference.as_ref(), &recaps, index),
            conference: talk.conference.clone(),
            kind: talk.kind.into(),
            has_video: !talk.videos.is_empty() || notes.iter().any(|note| note.has_video),
            themes: index.themes_of_talk(talk),
            people: sorted_once(
                speakers.chain(notes.iter().flat_map(|note| note.people.iter().cloned())),
            ),
            organizations: sorted_once(
                spoken_for.chain(notes.iter().flat_map(|note| note.organizations.iter().cloned())),
            ),
            recaps,
        }
    }

    fn of_note(note: &NoteHead, index: &EntityIndex) -> Self {
        let recaps = vec![note.recap.clone()];
        Self {
            about: About::Note(note.id.clone()),
            title: note.title.clone(),
            year: year(note.conference.as_ref(), &recaps, index),
            conference: note.conference.clone(),
            kind: EntryKind::Note,
            has_video: note.has_video,
            recaps,
            themes: index.with_broader_themes(note.themes.iter().map(|counted| &counted.theme)),
            people: sorted_once(note.people.iter().cloned()),
            organizations: sorted_once(note.organizations.iter().cloned()),
        }
    }
}

fn is_on_known_talk(note: &NoteHead, index: &EntityIndex) -> bool {
    note.talk.as_ref().is_some_and(|talk| index.talk(talk).is_some())
}

fn year(conference: Option<&ConferenceId>, recaps: &[RecapId], index: &EntityIndex) -> Option<u16> {
    let start = conference.and_then(|id| index.conference(id)?.start);
    let published = || recaps.iter().filter_map(|id| index.recap(id)?.published).min();
    start.or_else(published).map(PartialDate::year)
}
