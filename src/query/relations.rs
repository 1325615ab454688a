//! From one entity to the others.
//!
//! What there are many pages of is looked up; the rest is a walk over the catalog.

use super::{Index, sorting::sorted_once};
use crate::model::{
    ConferenceId, NoteHead, NoteId, OrganizationId, PersonId, Recap, RecapId, Talk, TalkId, Theme,
    ThemeId,
};

impl Index {
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
        self.notes_at(self.ways().notes_of_themes.get(id))
    }

    /// The notes that name a person, in the order of the catalog.
    pub fn notes_of_person(&self, id: &PersonId) -> Vec<&NoteHead> {
        self.notes_at(self.ways().notes_of_people.get(id))
    }

    /// The notes that name an organization, in the order of the catalog.
    pub fn notes_of_organization(&self, id: &OrganizationId) -> Vec<&NoteHead> {
        self.notes_at(self.ways().notes_of_organizations.get(id))
    }

    /// The notes about an edition, in the order of the catalog.
    pub fn notes_of_conference(&self, id: &ConferenceId) -> Vec<&NoteHead> {
        self.notes_at(self.ways().notes_of_conferences.get(id))
    }

    /// The recaps of an edition, in the order of the catalog.
    pub fn recaps_of_conference(&self, id: &ConferenceId) -> Vec<&Recap> {
        self.catalog().recaps.iter().filter(|recap| recap.conference.as_ref() == Some(id)).collect()
    }

    /// The talks at an edition, in the order of the catalog.
    pub fn talks_of_conference(&self, id: &ConferenceId) -> Vec<&Talk> {
        self.talks_at(self.ways().talks_of_conferences.get(id))
    }

    /// The talks somebody gave, in the order of the catalog.
    pub fn talks_of_person(&self, id: &PersonId) -> Vec<&Talk> {
        self.talks_at(self.ways().talks_of_people.get(id))
    }

    /// The talks given for an organization, in the order of the catalog.
    pub fn talks_of_organization(&self, id: &OrganizationId) -> Vec<&Talk> {
        self.talks_at(self.ways().talks_of_organizations.get(id))
    }

    /// The talks about a theme or a narrower one, in the order of the catalog.
    pub fn talks_of_theme(&self, id: &ThemeId) -> Vec<&Talk> {
        self.talks_at(self.ways().talks_of_themes.get(id))
    }

    /// The themes of a talk and of the notes on it, and the broader ones of each; sorted, each once.
    pub fn themes_of_talk(&self, talk: &Talk) -> Vec<ThemeId> {
        let notes = self.notes(&talk.notes);
        let named = notes.iter().flat_map(|note| note.themes.iter().map(|counted| &counted.theme));
        self.with_broader_themes(talk.themes.iter().chain(named))
    }

    /// The talks a recap tells of, in reading order, each once.
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

    /// `themes` and every theme above them; sorted, each once. A circle of broader themes is walked
    /// once.
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

    /// Whether `theme` is `broad` or below it.
    pub(super) fn is_within(&self, theme: &ThemeId, broad: &ThemeId) -> bool {
        let above = |id: &&'_ ThemeId| self.theme(id).and_then(|theme| theme.broader.as_ref());
        // A circle of broader themes has no end.
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
