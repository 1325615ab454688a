//! From one entity to the others.
//!
//! Relations that many pages need are looked up; the rest walk the catalog.

use super::{
    backlinks::{Backlinks, put},
    entity_index::EntityIndex,
};
use crate::model::{
    ConferenceId, NoteHead, NoteId, OrganizationId, PersonId, Recap, RecapId, Talk, TalkId, Theme,
    ThemeId,
};
use crate::query::sorting::sorted_once;

impl EntityIndex {
    /// From people, organizations, themes and conferences to the entities that name them. Computed on first use.
    pub(super) fn backlinks(&self) -> &Backlinks {
        self.backlinks.get_or_init(|| read_backlinks(self))
    }

    /// The notes on a talk, in the order of their recaps.
    pub fn notes_of_talk(&self, id: &TalkId) -> Vec<&NoteHead> {
        self.talk(id).map(|talk| self.notes(&talk.notes)).unwrap_or_default()
    }

    /// The notes of a recap, in reading order.
    pub fn notes_of_recap(&self, id: &RecapId) -> Vec<&NoteHead> {
        self.recap(id).map(|recap| self.notes(&recap.notes)).unwrap_or_default()
    }

    /// The notes that name a theme or a narrower one, in the order of the catalog.
    pub fn notes_of_theme(&self, id: &ThemeId) -> Vec<&NoteHead> {
        self.notes_at(self.backlinks().notes_of_themes.get(id))
    }

    /// The notes that name a person, in the order of the catalog.
    pub fn notes_of_person(&self, id: &PersonId) -> Vec<&NoteHead> {
        self.notes_at(self.backlinks().notes_of_people.get(id))
    }

    /// The notes that name an organization, in the order of the catalog.
    pub fn notes_of_organization(&self, id: &OrganizationId) -> Vec<&NoteHead> {
        self.notes_at(self.backlinks().notes_of_organizations.get(id))
    }

    /// The notes about an edition, in the order of the catalog.
    pub fn notes_of_conference(&self, id: &ConferenceId) -> Vec<&NoteHead> {
        self.notes_at(self.backlinks().notes_of_conferences.get(id))
    }

    /// The recaps of an edition, in the order of the catalog. Those of several editions are recaps of each.
    pub fn recaps_of_conference(&self, id: &ConferenceId) -> Vec<&Recap> {
        // The client asks for this, so it must not need the backlinks.
        let is_at = |note: &NoteId| {
            self.note(note).is_some_and(|note| note.conference.as_ref() == Some(id))
        };
        let is_about = |recap: &&Recap| match &recap.conference {
            Some(conference) => conference == id,
            None => recap.notes.iter().any(is_at),
        };
        self.catalog().recaps.iter().filter(is_about).collect()
    }

    /// The editions that a recap is about, in the order of its notes.
    pub fn conferences_of_recap<'a>(&'a self, recap: &'a Recap) -> Vec<&'a ConferenceId> {
        let notes = recap.notes.iter().filter_map(|id| self.note(id)?.conference.as_ref());
        let mut found: Vec<&ConferenceId> = Vec::new();
        for id in recap.conference.iter().chain(notes) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The talks at an edition, in the order of the catalog.
    pub fn talks_of_conference(&self, id: &ConferenceId) -> Vec<&Talk> {
        self.talks_at(self.backlinks().talks_of_conferences.get(id))
    }

    /// The talks somebody gave, in the order of the catalog.
    pub fn talks_of_person(&self, id: &PersonId) -> Vec<&Talk> {
        self.talks_at(self.backlinks().talks_of_people.get(id))
    }

    /// The talks given for an organization, in the order of the catalog.
    pub fn talks_of_organization(&self, id: &OrganizationId) -> Vec<&Talk> {
        self.talks_at(self.backlinks().talks_of_organizations.get(id))
    }

    /// The talks about a theme or a narrower one, in the order of the catalog.
    pub fn talks_of_theme(&self, id: &ThemeId) -> Vec<&Talk> {
        self.talks_at(self.backlinks().talks_of_themes.get(id))
    }

    /// The themes of a talk and of the notes on it, and the broader ones of each; sorted, each once.
    pub fn themes_of_talk(&self, talk: &Talk) -> Vec<ThemeId> {
        let notes = self.notes(&talk.notes);
        let named = notes.iter().flat_map(|note| note.themes.iter().map(|counted| &counted.theme));
        self.with_broader_themes(talk.themes.iter().chain(named))
    }

    /// The themes that count for a note: its own, and those in the title of its talk that no note on the talk names.
    /// With the broader ones of each; sorted, each once.
    pub fn themes_of_note(&self, note: &NoteHead) -> Vec<ThemeId> {
        let named = note.themes.iter().map(|counted| &counted.theme);
        let talk = note.talk.as_ref().and_then(|talk| self.talk(talk));
        let of_title = talk.into_iter().flat_map(|talk| {
            let notes = self.notes_of_talk(&talk.id);
            let is_named = move |theme: &ThemeId| {
                notes.iter().any(|note| note.themes.iter().any(|it| it.theme == *theme))
            };
            talk.themes.iter().filter(move |theme| !is_named(theme))
        });
        let mut themes = self.with_broader_themes(named.chain(of_title));
        themes.retain(|id| self.theme(id).is_some());
        themes
    }

    /// The talks that a recap is about, in reading order, each once.
    pub fn talks_of_recap(&self, id: &RecapId) -> Vec<&Talk> {
        let mut talks: Vec<&Talk> = Vec::new();
        for talk in
            self.notes_of_recap(id).into_iter().filter_map(|note| self.talk(note.talk.as_ref()?))
        {
            if !talks.iter().any(|known| known.id == talk.id) {
                talks.push(talk);
            }
        }
        talks
    }

    /// The themes directly below a theme, sorted by id.
    pub fn narrower_themes(&self, id: &ThemeId) -> Vec<&Theme> {
        self.catalog().themes.iter().filter(|theme| theme.broader.as_ref() == Some(id)).collect()
    }

    /// `themes` and every theme above them; sorted, each once. A cycle of broader themes is walked once.
    pub fn with_broader_themes<'a>(
        &self,
        themes: impl Iterator<Item = &'a ThemeId>,
    ) -> Vec<ThemeId> {
        let mut all = Vec::new();
        for theme in themes {
            let mut next = Some(theme.clone());
            while let Some(id) = next.filter(|id| !all.contains(id)) {
                next = self.theme(&id).and_then(|theme| theme.broader.clone());
                all.push(id);
            }
        }
        sorted_once(all)
    }

    /// Whether `theme` is `broad` or one of its narrower themes.
    pub(super) fn is_within(&self, theme: &ThemeId, broad: &ThemeId) -> bool {
        let above = |id: &&'_ ThemeId| self.theme(id).and_then(|theme| theme.broader.as_ref());
        // A cycle of broader themes has no end.
        let most = self.catalog().themes.len();
        std::iter::successors(Some(theme), above).take(most + 1).any(|id| id == broad)
    }

    fn notes(&self, ids: &[NoteId]) -> Vec<&NoteHead> {
        ids.iter().filter_map(|id| self.note(id)).collect()
    }

    fn notes_at(&self, places: Option<&Vec<usize>>) -> Vec<&NoteHead> {
        places.into_iter().flatten().filter_map(|place| self.catalog().notes.get(*place)).collect()
    }

    fn talks_at(&self, places: Option<&Vec<usize>>) -> Vec<&Talk> {
        places.into_iter().flatten().filter_map(|place| self.catalog().talks.get(*place)).collect()
    }
}

/// Collects the backlinks from the catalog.
fn read_backlinks(index: &EntityIndex) -> Backlinks {
    let mut backlinks = Backlinks::default();
    for (position, talk) in index.catalog().talks.iter().enumerate() {
        let themes = index.themes_of_talk(talk);
        for theme in &themes {
            put(&mut backlinks.talks_of_themes, theme, position);
        }
        backlinks.themes_of_talks.push(themes);
        if let Some(conference) = &talk.conference {
            put(&mut backlinks.talks_of_conferences, conference, position);
        }
        for speaker in &talk.speakers {
            put(&mut backlinks.talks_of_people, &speaker.person, position);
            for organization in &speaker.organizations {
                put(&mut backlinks.talks_of_organizations, organization, position);
            }
        }
    }
    for (position, note) in index.catalog().notes.iter().enumerate() {
        let named = note.themes.iter().map(|counted| &counted.theme);
        for theme in index.with_broader_themes(named) {
            put(&mut backlinks.notes_of_themes, &theme, position);
        }
        if let Some(conference) = &note.conference {
            put(&mut backlinks.notes_of_conferences, conference, position);
        }
        for person in &note.people {
            put(&mut backlinks.notes_of_people, person, position);
        }
        for organization in &note.organizations {
            put(&mut backlinks.notes_of_organizations, organization, position);
        }
    }
    backlinks
}
