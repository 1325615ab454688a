//! A collection as the client reads it: every text once after the other, everything else a number.
//!
//! [`Catalog`] as JSON says everything by name, for programs of others. The client reads it as an
//! [`Outline`], with the talks and notes apart, so that a large collection need not be loaded whole;
//! without names, column by column, and without what only the static pages show. Reading and writing
//! are one walk over the fields, so they cannot differ. Every file of the explorer is of this one type:
//! each further type would be a reader of its own in the client.

mod io;
mod json;
mod outline;

use super::{Catalog, NoteHead, Outline, PartialDate, SCHEMA, Speaker, Talk, TalkKind, slug};
use io::{Io, Reader, Writer};
use json::Reader as Json;
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap, fmt};

/// A file of the explorer: an outline, the talks and notes of a shelf of it, its words, and the like.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Packed {
    /// Version of the format, [`SCHEMA`].
    schema: u32,
    /// The texts, in the order in which the walk comes to them.
    texts: Vec<String>,
    /// The numbers, in the order in which the walk comes to them.
    numbers: Vec<u32>,
}

/// Why a packed file cannot be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// It is not of the format.
    Damaged,
    /// It is of another version than this program.
    Schema,
}

/// The bytes are not of the format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not of the format of a dataset")
    }
}

impl std::error::Error for Damaged {}

impl From<Damaged> for Unreadable {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl Default for Packed {
    fn default() -> Self {
        Self::new(Vec::new(), Vec::new())
    }
}

impl Packed {
    /// Packs what needs no walk.
    pub fn new(texts: Vec<String>, numbers: Vec<u32>) -> Self {
        Self { schema: SCHEMA, texts, numbers }
    }

    /// Reads a file: its fields in their order, as they are written.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        let text = std::str::from_utf8(bytes).map_err(|_position| Damaged)?;
        let mut json = Json::new(text);
        json.expect(b'{')?;
        json.key("schema")?;
        if json.number()? != SCHEMA {
            return Err(Unreadable::Schema);
        }
        json.expect(b',')?;
        json.key("texts")?;
        let texts = json.list(|json| json.string().map(Cow::into_owned))?;
        json.expect(b',')?;
        json.key("numbers")?;
        let numbers = json.list(Json::number)?;
        json.expect(b'}')?;
        if json.peek().is_none() { Ok(Self::new(texts, numbers)) } else { Err(Unreadable::Damaged) }
    }

    /// The texts and the numbers.
    pub fn into_parts(self) -> (Vec<String>, Vec<u32>) {
        (self.texts, self.numbers)
    }

    /// Packs `outline`, without what the explorer does not show: aliases, descriptions, venues, links,
    /// series, days of talks, what notes name, and of copies all but how many there are and who published first. `shelves` hold the
    /// talks and notes, one catalog for each shelf; none when they are files of their own. `None` when
    /// a reference leads nowhere.
    pub fn outline(mut outline: Outline, mut shelves: Vec<Catalog>) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), Ids::default());
        walk.outline(&mut outline);
        walk.list(&mut shelves, Walk::shelf);
        walk.io.finish()
    }

    /// The outline that was packed, the shelves that came with it, and what later ones refer to.
    pub fn into_outline(self) -> Result<(Outline, Vec<Catalog>, Ids), Damaged> {
        let mut walk = Walk::over(Reader::new(self), Ids::default());
        let (mut outline, mut shelves) = (Outline::default(), Vec::new());
        walk.outline(&mut outline);
        walk.list(&mut shelves, Walk::shelf);
        if walk.io.is_whole() { Ok((outline, shelves, walk.ids)) } else { Err(Damaged) }
    }

    /// Packs the lists that are no part of their outline.
    pub fn lists(mut lists: Vec<Vec<u32>>) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), Ids::default());
        walk.lists(&mut lists);
        walk.io.finish()
    }

    /// The lists that were packed.
    pub fn into_lists(self) -> Result<Vec<Vec<u32>>, Damaged> {
        let mut walk = Walk::over(Reader::new(self), Ids::default());
        let mut lists = Vec::new();
        walk.lists(&mut lists);
        if walk.io.is_whole() { Ok(lists) } else { Err(Damaged) }
    }

    /// Packs the talks and notes of a shelf. `ids` are those of its outline.
    pub fn shelf(mut shelf: Catalog, ids: &mut Ids) -> Option<Self> {
        let mut walk = Walk::over(Writer::default(), std::mem::take(ids));
        walk.shelf(&mut shelf);
        *ids = walk.ids;
        walk.io.finish()
    }

    /// The talks and notes that were packed. `ids` are those of their outline.
    pub fn into_shelf(self, ids: &mut Ids) -> Result<Catalog, Damaged> {
        let mut walk = Walk::over(Reader::new(self), std::mem::take(ids));
        let mut shelf = Catalog::default();
        walk.shelf(&mut shelf);
        *ids = walk.ids;
        if walk.io.is_whole() { Ok(shelf) } else { Err(Damaged) }
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
    /// Those of the shelf that is walked over.
    Talk,
}

/// The ids of an outline, so that a reference is a number.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    /// By their place.
    tables: [Vec<String>; 6],
    /// And the other way around.
    places: [BTreeMap<String, usize>; 6],
}

impl Ids {
    /// Those that `outline` will have.
    #[must_use]
    pub fn of(outline: &Outline) -> Self {
        let mut walk = Walk::over(Writer::default(), Self::default());
        walk.outline(&mut outline.clone());
        walk.ids
    }
}

/// A walk over every field that the explorer needs.
struct Walk<T> {
    io: T,
    ids: Ids,
}

impl<T: Io> Walk<T> {
    fn over(io: T, ids: Ids) -> Self {
        Self { io, ids }
    }

    /// Talks and notes.
    fn shelf(&mut self, shelf: &mut Catalog) {
        // Notes name talks of their own shelf only.
        let (tables, places) = (&mut self.ids.tables, &mut self.ids.places);
        if let Some((table, places)) =
            tables.get_mut(Table::Talk as usize).zip(places.get_mut(Table::Talk as usize))
        {
            table.clear();
            places.clear();
        }
        self.talks(&mut shelf.talks);
        self.notes(&mut shelf.notes, &mut shelf.talks);
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

    /// Notes, and the lists of them that talks have.
    fn notes(&mut self, all: &mut Vec<NoteHead>, talks: &mut [Talk]) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.award));
        self.each(all, |walk, it| walk.reference(Table::Recap, &mut it.recap.0));
        // A note is called after its recap and its place there.
        self.each(all, |walk, it| {
            let place = it.id.0.rsplit_once('.').and_then(|(_, place)| place.parse().ok());
            let mut place = place.unwrap_or_default();
            walk.io.number(&mut place);
            walk.text_or(&mut it.id.0, [it.recap.as_str(), ".", &place.to_string()].concat());
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
        self.each(all, |walk, it| walk.flag(&mut it.has_video));
        for talk in talks.iter_mut() {
            talk.notes.clear();
        }
        for note in all {
            let talk = note.talk.as_ref().and_then(|talk| self.place(Table::Talk, &talk.0));
            if let Some(talk) = talk.and_then(|place| talks.get_mut(place)) {
                talk.notes.push(note.id.clone());
            }
        }
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
        let place = TalkKind::ALL.iter().position(|known| known == kind).unwrap_or_default();
        let mut number = u32::try_from(place).unwrap_or_default();
        self.io.number(&mut number);
        *kind = usize::try_from(number)
            .ok()
            .and_then(|place| TalkKind::ALL.get(place))
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
        let known = self.ids.tables.get_mut(table as usize);
        if let Some((known, places)) = known.zip(self.ids.places.get_mut(table as usize)) {
            places.insert(id.clone(), known.len());
            known.push(id.clone());
        }
    }

    fn place(&self, table: Table, id: &str) -> Option<usize> {
        self.ids.places.get(table as usize)?.get(id).copied()
    }

    /// A reference as its place among the ids, counted from 1; 0 for none. It names what the walk
    /// has met.
    fn reference(&mut self, table: Table, id: &mut String) {
        let place = self.place(table, id);
        let is_lost = place.is_none() && !id.is_empty();
        let mut number = place.map_or(0, |place| u32::try_from(place + 1).unwrap_or_default());
        self.io.number(&mut number);
        if let Some(place) = usize::try_from(number).ok().and_then(|place| place.checked_sub(1)) {
            match self.ids.tables.get(table as usize).and_then(|known| known.get(place)) {
                Some(known) => id.clone_from(known),
                None => self.io.fail(),
            }
        }
        if is_lost {
            self.io.fail();
        }
    }
}
