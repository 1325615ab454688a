//! Which words stand where: a table of words, and for each word its places.
//!
//! A document is a talk or a note: the talks of the catalog in their order, then its notes. The
//! words of a document are numbered through all its fields, one number being skipped between two
//! fields so that no phrase crosses from one into the next.

use super::{
    index::{Places, places},
    words::words,
};
use crate::model::{
    Catalog, Chunk, ConferenceId, Note, NoteHead, NoteId, OrganizationId, PersonId, Talk, ThemeId,
    plain_text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which words stand where in the talks and notes of one catalog; a file of the dataset.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct TextIndex {
    /// Every word, folded, sorted, once.
    terms: Vec<String>,
    /// For each word the documents that hold it: the step from the document before, the number of
    /// places, the first place, and the steps between places; and so on for the next document.
    postings: Vec<Vec<u32>>,
    /// For each document the number of words in each [`Field`], without zeros at the end.
    lengths: Vec<Vec<u32>>,
}

/// Part of a document; some say more about it than others.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Field {
    /// Title of a talk or a passage, and the award its author gave.
    Title,
    /// Names of people.
    People,
    /// Names of organizations.
    Organizations,
    /// Names of themes.
    Themes,
    /// The text.
    Body,
    /// Name and place of the edition.
    Event,
}

impl Field {
    /// Every field, in the order of the numbering.
    pub(super) const ALL: [Self; 6] =
        [Self::Title, Self::People, Self::Organizations, Self::Themes, Self::Body, Self::Event];
}

/// Where a word stands in one document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Posting {
    /// The document.
    pub(super) document: usize,
    /// The numbers of the places, in order.
    pub(super) positions: Vec<u32>,
}

impl TextIndex {
    /// Indexes the talks and notes of `catalog`, with the bodies that `chunks` hold.
    pub fn build(catalog: &Catalog, chunks: &[Chunk]) -> Self {
        let notes: Vec<&Note> = chunks.iter().flat_map(|chunk| &chunk.notes).collect();
        let bodies = places(notes.iter().map(|note| note.id.as_str()));
        Self::with_bodies(catalog, &|id| {
            let body = bodies.get(id.as_str()).and_then(|place| notes.get(*place));
            body.map(|note| plain_text(&note.blocks)).unwrap_or_default()
        })
    }

    /// Indexes titles, people, organizations, themes and editions only.
    pub fn of_titles(catalog: &Catalog) -> Self {
        Self::with_bodies(catalog, &|_| String::new())
    }

    fn with_bodies(catalog: &Catalog, body: &dyn Fn(&NoteId) -> String) -> Self {
        let sources = Sources { catalog, places: Places::new(catalog) };
        let mut builder = Builder::default();
        for talk in &catalog.talks {
            builder.add(&sources.fields_of_talk(talk));
        }
        for note in &catalog.notes {
            builder.add(&sources.fields_of_note(note, body(&note.id)));
        }
        builder.finish()
    }

    /// The number of a word.
    pub(super) fn term(&self, word: &str) -> Option<usize> {
        self.terms.binary_search_by(|term| term.as_str().cmp(word)).ok()
    }

    /// The numbers of the words that begin with `prefix`.
    pub(super) fn terms_from(&self, prefix: &str) -> std::ops::Range<usize> {
        let start = self.terms.partition_point(|term| term.as_str() < prefix);
        let n_terms =
            self.terms.iter().skip(start).take_while(|term| term.starts_with(prefix)).count();
        start..start + n_terms
    }

    /// Every word with its number.
    pub(super) fn terms(&self) -> impl Iterator<Item = (usize, &str)> {
        self.terms.iter().map(String::as_str).enumerate()
    }

    /// Where a word stands, by document. What a damaged index holds beyond sense is left out.
    pub(super) fn postings(&self, term: usize) -> impl Iterator<Item = Posting> {
        let mut numbers = self.postings.get(term).into_iter().flatten().copied();
        let mut document = 0_u32;
        std::iter::from_fn(move || {
            document = document.checked_add(numbers.next()?)?;
            let n_positions = numbers.next()?;
            let mut position = 0_u32;
            let steps = numbers.by_ref().take(usize::try_from(n_positions).ok()?);
            let positions = steps.map_while(|step| {
                position = position.checked_add(step)?;
                Some(position)
            });
            Some(Posting {
                positions: positions.collect(),
                document: usize::try_from(document).ok()?,
            })
        })
    }

    /// The field that place `position` of a document belongs to.
    pub(super) fn field(&self, document: usize, position: u32) -> Field {
        let lengths = self.lengths.get(document).into_iter().flatten();
        let mut end = 0_u32;
        for (field, length) in Field::ALL.into_iter().zip(lengths) {
            end = end.saturating_add(*length);
            if position < end {
                return field;
            }
            end = end.saturating_add(1);
        }
        Field::Event
    }

    /// The number of words in each document.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> {
        self.lengths
            .iter()
            .map(|fields| fields.iter().fold(0, |sum: u32, length| sum.saturating_add(*length)))
    }
}

/// The text of each field of one document, in the order of [`Field::ALL`].
type Fields = [String; 6];

struct Sources<'a> {
    catalog: &'a Catalog,
    places: Places,
}

impl Sources<'_> {
    fn fields_of_talk(&self, talk: &Talk) -> Fields {
        [
            talk.title.clone(),
            self.people(talk.speakers.iter().map(|speaker| &speaker.person)),
            self.organizations(talk.speakers.iter().flat_map(|speaker| &speaker.organizations)),
            self.themes(talk.themes.iter()),
            String::new(),
            self.event(talk.conference.as_ref()),
        ]
    }

    fn fields_of_note(&self, note: &NoteHead, body: String) -> Fields {
        [
            format!("{}\n{}", note.title, note.award),
            self.people(note.people.iter()),
            self.organizations(note.organizations.iter()),
            self.themes(note.themes.iter().map(|counted| &counted.theme)),
            body,
            // The entry of the talk holds it already.
            if note.talk.is_none() { self.event(note.conference.as_ref()) } else { String::new() },
        ]
    }

    fn people<'b>(&self, ids: impl Iterator<Item = &'b PersonId>) -> String {
        let people = ids.filter_map(|id| self.places.person(self.catalog, id));
        names(people.map(|person| (&person.name, &person.aliases)))
    }

    fn organizations<'b>(&self, ids: impl Iterator<Item = &'b OrganizationId>) -> String {
        let organizations = ids.filter_map(|id| self.places.organization(self.catalog, id));
        names(organizations.map(|organization| (&organization.name, &organization.aliases)))
    }

    fn themes<'b>(&self, ids: impl Iterator<Item = &'b ThemeId>) -> String {
        let themes = ids.filter_map(|id| self.places.theme(self.catalog, id));
        names(themes.map(|theme| (&theme.name, &theme.aliases)))
    }

    fn event(&self, id: Option<&ConferenceId>) -> String {
        let conference = id.and_then(|id| self.places.conference(self.catalog, id));
        conference.map(|it| format!("{}\n{}\n{}", it.name, it.city, it.country)).unwrap_or_default()
    }
}

fn names<'a>(named: impl Iterator<Item = (&'a String, &'a Vec<String>)>) -> String {
    let names = named.flat_map(|(name, aliases)| std::iter::once(name).chain(aliases));
    names.map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Builder {
    /// The number of each word, in the order in which they came.
    terms: BTreeMap<String, usize>,
    /// For each word the documents and places it stands at, in order.
    places: Vec<Vec<(u32, u32)>>,
    lengths: Vec<Vec<u32>>,
}

impl Builder {
    fn add(&mut self, fields: &Fields) {
        let document = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        let mut lengths = Vec::with_capacity(fields.len());
        let mut position = 0_u32;
        for text in fields {
            let start = position;
            for word in words(text) {
                let term = *self.terms.entry(word.folded).or_insert(self.places.len());
                if term == self.places.len() {
                    self.places.push(Vec::new());
                }
                if let Some(places) = self.places.get_mut(term) {
                    places.push((document, position));
                }
                position = position.saturating_add(1);
            }
            lengths.push(position - start);
            position = position.saturating_add(1);
        }
        while lengths.last() == Some(&0) {
            lengths.pop();
        }
        self.lengths.push(lengths);
    }

    fn finish(self) -> TextIndex {
        let places = |term: usize| self.places.get(term).map_or(&[][..], Vec::as_slice);
        let postings = self.terms.values().map(|term| posting(places(*term))).collect();
        TextIndex { postings, terms: self.terms.into_keys().collect(), lengths: self.lengths }
    }
}

/// The places of one word as [`TextIndex::postings`] holds them.
fn posting(places: &[(u32, u32)]) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut last_document = 0;
    for places in places.chunk_by(|(a, _), (b, _)| a == b) {
        let document = places.first().map_or(last_document, |(document, _)| *document);
        numbers.push(document - std::mem::replace(&mut last_document, document));
        numbers.push(u32::try_from(places.len()).unwrap_or(u32::MAX));
        let mut last = 0;
        numbers.extend(
            places.iter().map(|(_, position)| position - std::mem::replace(&mut last, *position)),
        );
    }
    numbers
}
