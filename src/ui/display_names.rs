//! The names of things. An unknown id is shown as it is.

use crate::{
    i18n::Strings,
    model::{ConferenceId, NoteHead, OrganizationId, PersonId, Recap, ThemeId},
    query::{EntityIndex, FacetValue},
};

/// The full name of an edition.
pub(crate) fn conference_name(index: &EntityIndex, id: &ConferenceId) -> String {
    index.conference(id).map_or_else(|| id.to_string(), |conference| conference.name.clone())
}

/// The name of an edition for narrow places.
pub(crate) fn short_name(index: &EntityIndex, id: &ConferenceId) -> String {
    index.conference(id).map_or_else(|| id.to_string(), |conference| conference.short_name.clone())
}

/// The name of a theme.
pub(crate) fn theme_name(index: &EntityIndex, id: &ThemeId) -> String {
    index.theme(id).map_or_else(|| id.to_string(), |theme| theme.name.clone())
}

/// The name of a person.
pub(crate) fn person_name(index: &EntityIndex, id: &PersonId) -> String {
    index.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
}

/// The name of an organization.
pub(crate) fn organization_name(index: &EntityIndex, id: &OrganizationId) -> String {
    index.organization(id).map_or_else(|| id.to_string(), |organization| organization.name.clone())
}

/// The author of a recap, or else its publisher. `None` if no copy states either.
pub(crate) fn author(recap: &Recap) -> Option<&str> {
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    [recap.author.as_str(), publisher].into_iter().find(|name| !name.is_empty())
}

/// The short name of a recap: its author or publisher, or else its title.
pub(crate) fn signature(recap: &Recap) -> String {
    author(recap).unwrap_or(&recap.title).to_owned()
}

/// The short name of a note: that of its recap.
pub(crate) fn note_signature(index: &EntityIndex, note: &NoteHead) -> String {
    index.recap(&note.recap).map_or_else(|| note.recap.to_string(), signature)
}

/// The authors of notes, each once. Recaps without an author appear by title.
pub(crate) fn credit(index: &EntityIndex, words: &Strings, notes: &[&NoteHead]) -> String {
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

/// The name of a choice within its facet.
pub(crate) fn choice_name(index: &EntityIndex, words: &Strings, choice: &FacetValue) -> String {
    match choice {
        FacetValue::Year(year) => year.to_string(),
        FacetValue::Conference(id) => short_name(index, id),
        FacetValue::Theme(id) => theme_name(index, id),
        FacetValue::Person(id) => person_name(index, id),
        FacetValue::Organization(id) => organization_name(index, id),
        FacetValue::Location(word) => index.location_name(word).unwrap_or(word).to_owned(),
        FacetValue::Kind(kind) => words.kind(*kind).to_owned(),
        FacetValue::Video => words.has_video().to_owned(),
    }
}
