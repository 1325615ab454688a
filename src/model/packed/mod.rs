//! The catalog as the client reads it: every text once after the other, everything else a number.
//!
//! [`Catalog`] as JSON says everything by name, for programs of others. The client reads it on every
//! first visit, so it gets the same entities without names, column by column, and without what only
//! the static pages show. Reading and writing are one walk over the fields, so they cannot differ.

mod io;

use super::{
    Attendance, Catalog, Conference, Copy, Damaged, NoteHead, Organization, PartialDate, Person,
    Recap, RecapId, Speaker, Talk, TalkKind, Theme, ThemeCount, slug,
};
use io::{Io, Reader, Writer};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A catalog in columns, abridged for the explorer.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Packed {
    /// The texts, in the order in which the walk comes to them.
    texts: Vec<String>,
    /// The numbers, in the order in which the walk comes to them.
    numbers: Vec<u32>,
}

impl Packed {
    /// Packs `catalog`, without what the explorer does not show: aliases, descriptions, venues,
    /// links, series, and of recordings and copies all but how many there are and who published
    /// first. `None` when a reference of it leads nowhere.
    pub fn new(mut catalog: Catalog) -> Option<Self> {
        let mut walk = Walk::over(Writer::default());
        walk.catalog(&mut catalog);
        let Writer { packed, is_broken } = walk.io;
        (!is_broken).then_some(packed)
    }

    /// The catalog that was packed.
    pub fn unpack(self) -> Result<Catalog, Damaged> {
        let mut walk = Walk::over(Reader::new(self));
        let mut catalog = Catalog::default();
        walk.catalog(&mut catalog);
        if walk.io.is_whole() { Ok(catalog) } else { Err(Damaged) }
    }
}

/// What ids name.
#[derive(Clone, Copy)]
enum Table {
    Conference,
    Person,
    Organization,
    Theme,
    Recap,
    Talk,
}

/// The kinds of talks, by their number.
const KINDS: [TalkKind; 5] =
    [TalkKind::Talk, TalkKind::Keynote, TalkKind::Panel, TalkKind::Lightning, TalkKind::Tutorial];

/// A walk over every field that the explorer needs.
struct Walk<T> {
    io: T,
    /// The ids met so far, by their place, so that a reference is a number.
    tables: [Vec<String>; 6],
    /// And the other way around.
    places: [BTreeMap<String, usize>; 6],
}

impl<T: Io> Walk<T> {
    fn over(io: T) -> Self {
        Self { io, tables: Default::default(), places: Default::default() }
    }

    fn catalog(&mut self, catalog: &mut Catalog) {
        let Catalog { series: _, conferences, talks, people, organizations, themes, recaps, notes } =
            catalog;
        self.conferences(conferences);
        self.people(people);
        self.organizations(organizations);
        self.themes(themes);
        self.recaps(recaps);
        // A statement names its recap, which the walk has only met now.
        for conference in conferences {
            self.list(&mut conference.attendance, Self::attendance);
        }
        self.talks(talks);
        self.notes(notes, recaps, talks);
    }

    fn conferences(&mut self, all: &mut Vec<Conference>) {
        self.length(all);
        self.each(all, |walk, it| walk.id(Table::Conference, &mut it.id.0, String::new()));
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.io.text(&mut it.short_name));
        self.each(all, |walk, it| walk.io.text(&mut it.city));
        self.each(all, |walk, it| walk.io.text(&mut it.country));
        self.each(all, |walk, it| walk.date(&mut it.start));
        self.each(all, |walk, it| walk.date(&mut it.end));
    }

    fn attendance(&mut self, it: &mut Attendance) {
        self.io.text(&mut it.words);
        self.io.number(&mut it.people);
        let mut recap = it.recap.take().unwrap_or_default();
        self.reference(Table::Recap, &mut recap.0);
        it.recap = (!recap.0.is_empty()).then_some(recap);
    }

    fn people(&mut self, all: &mut Vec<Person>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Person, &mut it.id.0, slug(&it.name)));
    }

    fn organizations(&mut self, all: &mut Vec<Organization>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Organization, &mut it.id.0, slug(&it.name)));
    }

    fn themes(&mut self, all: &mut Vec<Theme>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Theme, &mut it.id.0, slug(&it.name)));
        self.each(all, |walk, it| {
            let mut broader = it.broader.take().unwrap_or_default();
            walk.reference(Table::Theme, &mut broader.0);
            it.broader = (!broader.0.is_empty()).then_some(broader);
        });
    }

    fn recaps(&mut self, all: &mut Vec<Recap>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.title));
        self.each(all, |walk, it| walk.id(Table::Recap, &mut it.id.0, slug(&it.title)));
        self.each(all, |walk, it| walk.io.text(&mut it.author));
        self.each(all, |walk, it| walk.date(&mut it.published));
        self.each(all, |walk, it| {
            let mut conference = it.conference.take().unwrap_or_default();
            walk.reference(Table::Conference, &mut conference.0);
            it.conference = (!conference.0.is_empty()).then_some(conference);
        });
        self.each(all, |walk, it| {
            let mut publisher =
                it.copies.first().map(|copy| copy.publisher.clone()).unwrap_or_default();
            walk.io.text(&mut publisher);
            walk.length(&mut it.copies);
            if let Some(first) = it.copies.first_mut() {
                *first = Copy { publisher, ..Copy::default() };
            }
        });
    }

    fn talks(&mut self, all: &mut Vec<Talk>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.title));
        self.each(all, |walk, it| walk.flag(&mut it.is_described));
        self.each(all, |walk, it| {
            let mut conference = it.conference.take().unwrap_or_default();
            walk.reference(Table::Conference, &mut conference.0);
            it.conference = (!conference.0.is_empty()).then_some(conference);
        });
        self.each(all, |walk, it| {
            let edition = it.conference.as_ref().map_or("", |id| id.as_str());
            let usual = [edition, "-", &slug(&it.title)].concat();
            walk.id(Table::Talk, &mut it.id.0, usual);
        });
        self.each(all, |walk, it| walk.kind(&mut it.kind));
        self.each(all, |walk, it| walk.list(&mut it.speakers, Self::speaker));
        self.each(all, |walk, it| walk.date(&mut it.day));
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

    /// Notes, and the lists of them that recaps and talks have.
    fn notes(&mut self, all: &mut Vec<NoteHead>, recaps: &mut [Recap], talks: &mut [Talk]) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.award));
        self.each(all, |walk, it| walk.reference(Table::Recap, &mut it.recap.0));
        // A note is usually called after its recap and its place there.
        let (mut recap, mut place) = (RecapId::default(), 0_u32);
        self.each(all, |walk, it| {
            place = if it.recap == recap { place + 1 } else { 1 };
            recap.clone_from(&it.recap);
            walk.text_or(&mut it.id.0, format!("{recap}.{place}"));
        });
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
        // And the passage on a talk is usually called as the talk is.
        self.each(all, |walk, it| {
            let talk = it.talk.as_ref().and_then(|id| walk.place(Table::Talk, id.as_str()));
            let talk = talk.and_then(|place| talks.get(place));
            walk.text_or(&mut it.title, talk.map(|it| it.title.clone()).unwrap_or_default());
        });
        self.each(all, |walk, it| walk.list(&mut it.themes, Self::theme_count));
        self.each(all, |walk, it| {
            walk.list(&mut it.people, |walk, id| walk.reference(Table::Person, &mut id.0));
        });
        self.each(all, |walk, it| {
            walk.list(&mut it.organizations, |walk, id| {
                walk.reference(Table::Organization, &mut id.0);
            });
        });
        self.each(all, |walk, it| walk.flag(&mut it.has_video));
        for recap in recaps.iter_mut() {
            recap.notes.clear();
        }
        for talk in talks.iter_mut() {
            talk.notes.clear();
        }
        for note in all {
            let recap = self.place(Table::Recap, &note.recap.0);
            if let Some(recap) = recap.and_then(|place| recaps.get_mut(place)) {
                recap.notes.push(note.id.clone());
            }
            let talk = note.talk.as_ref().and_then(|talk| self.place(Table::Talk, &talk.0));
            if let Some(talk) = talk.and_then(|place| talks.get_mut(place)) {
                talk.notes.push(note.id.clone());
            }
        }
    }

    fn theme_count(&mut self, it: &mut ThemeCount) {
        self.reference(Table::Theme, &mut it.theme.0);
        self.io.number(&mut it.count);
    }

    /// The number of items, which are there from then on.
    fn length<U: Default>(&mut self, items: &mut Vec<U>) {
        let mut length = u32::try_from(items.len()).unwrap_or(u32::MAX);
        self.io.number(&mut length);
        match usize::try_from(length) {
            Ok(length) if length <= self.io.limit() => items.resize_with(length, U::default),
            Ok(_) | Err(_) => self.io.fail(),
        }
    }

    fn each<U>(&mut self, items: &mut [U], mut field: impl FnMut(&mut Self, &mut U)) {
        for item in items {
            field(self, item);
        }
    }

    fn list<U: Default>(&mut self, items: &mut Vec<U>, item: impl FnMut(&mut Self, &mut U)) {
        self.length(items);
        self.each(items, item);
    }

    fn flag(&mut self, flag: &mut bool) {
        let mut number = u32::from(*flag);
        self.io.number(&mut number);
        *flag = number > 0;
    }

    fn kind(&mut self, kind: &mut TalkKind) {
        let place = KINDS.iter().position(|known| known == kind).unwrap_or_default();
        let mut number = u32::try_from(place).unwrap_or_default();
        self.io.number(&mut number);
        *kind = usize::try_from(number)
            .ok()
            .and_then(|place| KINDS.get(place))
            .copied()
            .unwrap_or_default();
    }

    /// A date as the number `YYYYMMDD`, with zeros for what is not known; 0 for none.
    fn date(&mut self, date: &mut Option<PartialDate>) {
        let mut number = date.map_or(0, PartialDate::to_number);
        self.io.number(&mut number);
        *date = PartialDate::from_number(number);
    }

    /// A text that is left out when it is the usual one.
    fn text_or(&mut self, text: &mut String, usual: String) {
        if *text == usual {
            text.clear();
        }
        self.io.text(text);
        if text.is_empty() {
            *text = usual;
        }
    }

    /// An id, which references name from then on.
    fn id(&mut self, table: Table, id: &mut String, usual: String) {
        self.text_or(id, usual);
        let known = self.tables.get_mut(table as usize);
        if let Some((known, places)) = known.zip(self.places.get_mut(table as usize)) {
            places.insert(id.clone(), known.len());
            known.push(id.clone());
        }
    }

    fn place(&self, table: Table, id: &str) -> Option<usize> {
        self.places.get(table as usize)?.get(id).copied()
    }

    /// A reference as its place among the ids, counted from 1; 0 for none. It names what the walk
    /// has met.
    fn reference(&mut self, table: Table, id: &mut String) {
        let place = self.place(table, id);
        let is_lost = place.is_none() && !id.is_empty();
        let mut number = place.map_or(0, |place| u32::try_from(place + 1).unwrap_or_default());
        self.io.number(&mut number);
        if let Some(place) = usize::try_from(number).ok().and_then(|place| place.checked_sub(1)) {
            match self.tables.get(table as usize).and_then(|known| known.get(place)) {
                Some(known) => id.clone_from(known),
                None => self.io.fail(),
            }
        }
        if is_lost {
            self.io.fail();
        }
    }
}
