//! Replaces the ids of recaps, talks and notes wherever a dataset names them.

use super::file::IdKind;
use crate::model::{Catalog, Chunk, NoteId, RecapId, Subject, TalkId, Target};
use std::collections::BTreeMap;

/// The new id of each thing, by kind and newly made id. Other things keep their ids.
#[derive(Debug, Default)]
pub(super) struct Renames(BTreeMap<(IdKind, String), String>);

impl Renames {
    /// Renames a thing.
    pub(super) fn add(&mut self, kind: IdKind, then: &str, now: &str) {
        if then != now {
            self.0.insert((kind, then.to_owned()), now.to_owned());
        }
    }

    /// The new id.
    pub(super) fn now(&self, kind: IdKind, id: &str) -> String {
        self.0.get(&(kind, id.to_owned())).map_or(id, String::as_str).to_owned()
    }

    /// Renames everything in a dataset.
    pub(super) fn apply(&self, catalog: &mut Catalog, chunks: &mut [Chunk]) {
        if self.0.is_empty() {
            return;
        }
        let crowds = catalog.conferences.iter_mut().flat_map(|it| &mut it.attendance);
        crowds.filter_map(|crowd| crowd.recap.as_mut()).for_each(|id| self.recap(id));
        for talk in &mut catalog.talks {
            self.talk(&mut talk.id);
            talk.notes.iter_mut().for_each(|id| self.note(id));
        }
        for recap in &mut catalog.recaps {
            self.recap(&mut recap.id);
            recap.notes.iter_mut().for_each(|id| self.note(id));
        }
        for note in &mut catalog.notes {
            self.note(&mut note.id);
            self.recap(&mut note.recap);
            note.talk.iter_mut().for_each(|id| self.talk(id));
        }
        for chunk in chunks {
            chunk.notes.iter_mut().for_each(|note| self.note(&mut note.id));
            chunk.copies.iter_mut().for_each(|copy| self.recap(&mut copy.recap));
            for assignment in &mut chunk.assignments {
                match &mut assignment.subject {
                    Subject::Recap(id) => self.recap(id),
                    Subject::Talk(id) => self.talk(id),
                    Subject::Note(id) => self.note(id),
                }
                if let Target::Talk(id) = &mut assignment.target {
                    self.talk(id);
                }
            }
            chunk.assignments.sort();
        }
    }

    fn recap(&self, id: &mut RecapId) {
        id.0 = self.now(IdKind::Recap, &id.0);
    }

    fn talk(&self, id: &mut TalkId) {
        id.0 = self.now(IdKind::Talk, &id.0);
    }

    fn note(&self, id: &mut NoteId) {
        id.0 = self.now(IdKind::Note, &id.0);
    }
}
