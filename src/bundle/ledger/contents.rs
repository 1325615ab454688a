//! Records the contents of conference, person and theme pages.

use super::file::{IdKind, Key};
use crate::model::{Catalog, ConferenceId, NoteHead, PersonId, Talk, TalkId, ThemeId};
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

/// The fact that says whether a page has notes and talks, and therefore exports of them.
pub(super) const SHOWS: &str = "shows";

/// The pages that have notes and talks, and the conferences that have an anchor on a theme page. Each entry has the
/// page, the name of the fact and its value.
pub(super) fn contents(catalog: &Catalog) -> Vec<(Key, &'static str, &str)> {
    let themes = CatalogThemes::of(catalog);
    let dated = catalog.conferences.iter().filter(|it| it.start.is_some()).map(|it| &it.id);
    let dated: BTreeSet<&ConferenceId> = dated.collect();
    let person = |id: &PersonId| (IdKind::Person, id.0.clone());
    let held_at = |id: &ConferenceId| (IdKind::Conference, id.0.clone());
    let mut contents: Vec<(Key, &str, &str)> = Vec::new();
    for talk in &catalog.talks {
        let of_people = talk.speakers.iter().map(|it| person(&it.person));
        let of_themes = talk.themes.iter().flat_map(|id| themes.with_broader(id));
        let pages = of_people.chain(of_themes).chain(talk.conference.as_ref().map(held_at));
        contents.extend(pages.map(|page| (page, SHOWS, "talks")));
    }
    for note in &catalog.notes {
        let talk = note.talk.as_ref().and_then(|id| themes.talks.get(id));
        let speakers = talk.into_iter().flat_map(|talk| &talk.speakers).map(|it| &it.person);
        let of_people = note.people.iter().chain(speakers).map(person);
        let of_themes = note.themes.iter().flat_map(|it| themes.with_broader(&it.theme));
        let pages = of_people.chain(of_themes).chain(note.conference.as_ref().map(held_at));
        contents.extend(pages.map(|page| (page, SHOWS, "notes")));
        // A conference without dates has no anchor there.
        if let Some(conference) = note.conference.as_ref().filter(|id| dated.contains(id)) {
            let themes = themes.of_note(note).into_iter().flat_map(|id| themes.with_broader(id));
            contents.extend(themes.map(|theme| (theme, "conference", conference.as_str())));
        }
    }
    contents
}

/// The talks and themes of a catalog, by id.
struct CatalogThemes<'a> {
    talks: BTreeMap<&'a TalkId, &'a Talk>,
    broader: BTreeMap<&'a ThemeId, Option<&'a ThemeId>>,
    /// The themes named by the notes on each talk.
    named: BTreeMap<&'a TalkId, BTreeSet<&'a ThemeId>>,
}

impl<'a> CatalogThemes<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let mut named: BTreeMap<&TalkId, BTreeSet<&ThemeId>> = BTreeMap::new();
        for note in &catalog.notes {
            let talk = note.talk.iter();
            talk.for_each(|talk| {
                named.entry(talk).or_default().extend(note.themes.iter().map(|it| &it.theme));
            });
        }
        Self {
            talks: catalog.talks.iter().map(|talk| (&talk.id, talk)).collect(),
            broader: catalog.themes.iter().map(|it| (&it.id, it.broader.as_ref())).collect(),
            named,
        }
    }

    /// The themes that a note supports: the themes that it names, and those of its talk that none of the talk's notes
    /// names.
    fn of_note(&self, note: &'a NoteHead) -> BTreeSet<&'a ThemeId> {
        let talk = note.talk.as_ref().and_then(|id| self.talks.get(id));
        let named = note.talk.as_ref().and_then(|id| self.named.get(id));
        let of_talk = talk.into_iter().flat_map(|talk| &talk.themes);
        let of_title = of_talk.filter(|theme| named.is_none_or(|named| !named.contains(theme)));
        note.themes.iter().map(|it| &it.theme).chain(of_title).collect()
    }

    /// The pages of a theme and of its broader themes.
    fn with_broader(&self, theme: &ThemeId) -> Vec<Key> {
        let up = iter::successors(Some(theme), |id| self.broader.get(id).copied().flatten());
        // The number of themes limits the depth, in case they form a circle.
        up.take(self.broader.len()).map(|id| (IdKind::Theme, id.0.clone())).collect()
    }
}
