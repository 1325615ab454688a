//! The walk over a shard: talks and notes.

use super::{
    io::Io,
    walk::{Table, Walk},
};
use crate::model::{Catalog, NoteHead, Speaker, Talk};
use crate::text::ascii_slug;

impl<T: Io> Walk<T> {
    /// Talks and notes.
    pub(super) fn shard(&mut self, shard: &mut Catalog) {
        // A note refers only to talks of its own shard.
        let (tables, positions) = (&mut self.ids.tables, &mut self.ids.positions);
        if let Some((table, positions)) =
            tables.get_mut(Table::Talk as usize).zip(positions.get_mut(Table::Talk as usize))
        {
            table.clear();
            positions.clear();
        }
        self.talks(&mut shard.talks);
        self.notes(&mut shard.notes, &mut shard.talks);
    }

    fn talks(&mut self, all: &mut Vec<Talk>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.title));
        self.each(all, |walk, it| walk.io.text(&mut it.lead));
        self.each(all, |walk, it| walk.flag(&mut it.is_described));
        self.each(all, |walk, it| {
            let mut conference = it.conference.take().unwrap_or_default();
            walk.reference(Table::Conference, &mut conference.0);
            it.conference = (!conference.0.is_empty()).then_some(conference);
        });
        self.each(all, |walk, it| {
            let edition = it.conference.as_ref().map_or("", |id| id.as_str());
            let usual = [edition, "-", &ascii_slug(&it.title)].concat();
            walk.id(Table::Talk, &mut it.id.0, usual);
        });
        self.each(all, |walk, it| walk.kind(&mut it.kind));
        self.each(all, |walk, it| walk.list(&mut it.speakers, Self::speaker));
        self.each(all, |walk, it| walk.length(&mut it.videos));
        self.each(all, |walk, it| {
            walk.list(&mut it.themes, |walk, id| walk.reference(Table::Theme, &mut id.0));
        });
    }

    fn speaker(&mut self, it: &mut Speaker) {
        self.reference(Table::Person, &mut it.person.0);
        self.list(&mut it.organizations, |walk, id| {
            walk.reference(Table::Organization, &mut id.0);
        });
    }

    /// Notes. The lists of notes in `talks` are made from them.
    fn notes(&mut self, all: &mut Vec<NoteHead>, talks: &mut [Talk]) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.award));
        self.each(all, |walk, it| walk.reference(Table::Recap, &mut it.recap.0));
        self.each(all, |walk, it| {
            let mut conference = it.conference.take().unwrap_or_default();
            walk.reference(Table::Conference, &mut conference.0);
            it.conference = (!conference.0.is_empty()).then_some(conference);
        });
        self.each(all, |walk, it| {
            let mut talk = it.talk.take().unwrap_or_default();
            walk.reference(Table::Talk, &mut talk.0);
            it.talk = (!talk.0.is_empty()).then_some(talk);
        });
        // A note on a talk usually has the title of the talk.
        self.each(all, |walk, it| {
            let talk = it.talk.as_ref().and_then(|id| walk.position_of(Table::Talk, id.as_str()));
            let talk = talk.and_then(|position| talks.get(position));
            walk.text_or(&mut it.title, talk.map(|it| it.title.clone()).unwrap_or_default());
        });
        // The id of a note is usually its recap's id and the words of its title.
        self.each(all, |walk, it| {
            walk.text_or(&mut it.id.0, [it.recap.as_str(), ".", &ascii_slug(&it.title)].concat());
        });
        self.each(all, |walk, it| walk.flag(&mut it.has_video));
        for talk in talks.iter_mut() {
            talk.notes.clear();
        }
        for note in all {
            let talk = note.talk.as_ref().and_then(|talk| self.position_of(Table::Talk, &talk.0));
            if let Some(talk) = talk.and_then(|position| talks.get_mut(position)) {
                talk.notes.push(note.id.clone());
            }
        }
    }
}
