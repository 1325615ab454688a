//! What things are called. An id that names nothing stands for itself.

use super::strings::Strings;
use crate::{
    model::{ConferenceId, NoteHead, OrganizationId, PersonId, Recap, ThemeId},
    query::{Choice, Index},
};

/// The full name of an edition.
pub(crate) fn conference_name(index: &Index, id: &ConferenceId) -> String {
    index.conference(id).map_or_else(|| id.to_string(), |conference| conference.name.clone())
}

/// The name of an edition for narrow places.
pub(crate) fn short_name(index: &Index, id: &ConferenceId) -> String {
    index.conference(id).map_or_else(|| id.to_string(), |conference| conference.short_name.clone())
}

/// The name of a theme.
pub(crate) fn theme_name(index: &Index, id: &ThemeId) -> String {
    index.theme(id).map_or_else(|| id.to_string(), |theme| theme.name.clone())
}

/// The name of a person.
pub(crate) fn person_name(index: &Index, id: &PersonId) -> String {
    index.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
}

/// The name of an organization.
pub(crate) fn organization_name(index: &Index, id: &OrganizationId) -> String {
    index.organization(id).map_or_else(|| id.to_string(), |organization| organization.name.clone())
}

/// Who signed a recap: its author, else whoever published it. `None` when no copy says so.
pub(crate) fn author(recap: &Recap) -> Option<&str> {
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    [recap.author.as_str(), publisher].into_iter().find(|name| !name.is_empty())
}

/// What stands for a recap: who signed it, else its title.
pub(crate) fn signature(recap: &Recap) -> String {
    author(recap).unwrap_or(&recap.title).to_owned()
}

/// What stands for a note.
pub(crate) fn note_signature(index: &Index, note: &NoteHead) -> String {
    index.recap(&note.recap).map_or_else(|| note.recap.to_string(), signature)
}

/// Whose notes these are, each once; those of unsigned recaps go by the title.
pub(crate) fn credit(index: &Index, words: &Strings, notes: &[&NoteHead]) -> String {
    let mut authors: Vec<String> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    for recap in notes.iter().filter_map(|note| index.recap(&note.recap)) {
        let (list, name) = match author(recap) {
            Some(name) => (&mut authors, name),
            None => (&mut titles, recap.title.as_str()),
        };
        if !list.iter().any(|known| known == name) {
            list.push(name.to_owned());
        }
    }
    words.credit(notes.len(), &authors, &titles)
}

/// What a choice is called within its facet.
pub(crate) fn choice_name(index: &Index, words: &Strings, choice: &Choice) -> String {
    match choice {
        Choice::Year(year) => year.to_string(),
        Choice::Conference(id) => short_name(index, id),
        Choice::Theme(id) => theme_name(index, id),
        Choice::Person(id) => person_name(index, id),
        Choice::Organization(id) => organization_name(index, id),
        Choice::Kind(kind) => words.kind(*kind).to_owned(),
        Choice::Video => words.has_video().to_owned(),
    }
}
