//! Builds a [`TextIndex`] from titles, names and texts. Only the bundler needs this.

use super::{
    entry::About,
    text_index::{MAX_WEIGHT, N_WEIGHTS, NO_WEIGHT, Positions, PostingLists, TextIndex},
};
use crate::model::{
    ConferenceId, FileRef, NoteHead, NoteId, OrganizationId, PersonId, Talk, ThemeId,
};
use crate::query::{
    EntityIndex, to_f64,
    words::{other_spellings, words},
};
use std::collections::{BTreeSet, HashMap};

/// How many fields an entry has: title, people, organizations, themes, text, event.
const N_FIELDS: usize = 6;
/// The weight of each field.
const FIELD_WEIGHTS: [f64; N_FIELDS] = [8.0, 5.0, 4.0, 3.0, 1.0, 0.5];
/// How fast further occurrences of a word stop counting. Small, so that one occurrence in the title outweighs any
/// number in the text.
const SATURATION: f64 = 0.3;
/// How much the length of an entry lowers the weight of its words, from 0 (not at all) to 1.
const LENGTH_WEIGHT: f64 = 0.5;

/// The text of each field of one document.
type Fields = [String; N_FIELDS];

impl TextIndex {
    /// Indexes the entries of `abouts`, in that order. `body` returns the text of a note. `function_words` are the
    /// folded words of the language that say nothing about a subject.
    pub fn build(
        index: &EntityIndex,
        abouts: &[About],
        body: &dyn Fn(&NoteId) -> String,
        function_words: &BTreeSet<String>,
    ) -> Self {
        let mut builder = Builder::default();
        for about in abouts {
            let mut position = 0;
            match about {
                About::Talk(id) => {
                    if let Some(talk) = index.talk(id) {
                        builder.add(&fields_of_talk(index, talk), &mut position);
                    }
                    for note in index.notes_of_talk(id) {
                        let fields = fields_of_note(index, note, body(&note.id));
                        builder.add(&fields, &mut position);
                    }
                }
                About::Note(id) => {
                    if let Some(note) = index.note(id) {
                        let fields = fields_of_note(index, note, body(id));
                        builder.add(&fields, &mut position);
                    }
                }
            }
            builder.end_entry();
        }
        builder.finish(function_words)
    }
}

/// The parts of an index: its words, and their positions.
type ShardParts = (PostingLists, Positions);

impl TextIndex {
    /// The same index, cut into shards of about `n_bytes` as JSON.
    #[must_use]
    pub fn cut(self, n_bytes: usize) -> Self {
        let mut shards: Vec<ShardParts> = Vec::new();
        let mut n_left = 0;
        for ((term, posting), places) in self.into_terms() {
            // Postings are steps of a few digits each.
            let size = term.len() + posting.len() * 5 + 6;
            if n_left < size || shards.is_empty() {
                shards.push(ShardParts::default());
                n_left = n_bytes.max(size);
            }
            n_left -= size;
            if let Some((words, all_places)) = shards.last_mut() {
                words.terms.push(term);
                words.postings.push(posting);
                all_places.push(places);
            }
        }
        let mut cut = Self::default();
        for (words, places) in shards {
            cut.firsts.extend(words.terms.first().cloned());
            cut.words.push(Some(words));
            cut.places.push(Some(places));
        }
        cut
    }

    fn into_terms(self) -> impl Iterator<Item = ((String, Vec<u32>), Vec<u32>)> {
        let words = self.words.into_iter().flatten();
        let terms = words.flat_map(|words| words.terms.into_iter().zip(words.postings));
        terms.zip(self.places.into_iter().flatten().flatten())
    }

    /// Takes out the parts that become separate files: the words of each shard, and their positions.
    pub fn take_parts(&mut self) -> (Vec<PostingLists>, Vec<Positions>) {
        let words = self.words.iter_mut().filter_map(Option::take).collect();
        let places = self.places.iter_mut().filter_map(Option::take).collect();
        (words, places)
    }

    /// Names the files of the parts that were taken out, in the same order.
    pub fn set_files(&mut self, words: Vec<FileRef>, places: Vec<FileRef>) {
        (self.posting_files, self.position_files) = (words, places);
    }
}

fn fields_of_talk(index: &EntityIndex, talk: &Talk) -> Fields {
    [
        talk.title.clone(),
        people(index, talk.speakers.iter().map(|speaker| &speaker.person)),
        organizations(index, talk.speakers.iter().flat_map(|speaker| &speaker.organizations)),
        themes(index, talk.themes.iter()),
        String::new(),
        event(index, talk.conference.as_ref()),
    ]
}

fn fields_of_note(index: &EntityIndex, note: &NoteHead, body: String) -> Fields {
    [
        format!("{}\n{}", note.title, note.award),
        people(index, note.people.iter()),
        organizations(index, note.organizations.iter()),
        themes(index, note.themes.iter().map(|counted| &counted.theme)),
        body,
        // The talk already has these.
        if note.talk.is_none() { event(index, note.conference.as_ref()) } else { String::new() },
    ]
}

fn people<'a>(index: &EntityIndex, ids: impl Iterator<Item = &'a PersonId>) -> String {
    let people = ids.filter_map(|id| index.person(id));
    names(people.map(|person| (&person.name, &person.aliases)))
}

fn organizations<'a>(index: &EntityIndex, ids: impl Iterator<Item = &'a OrganizationId>) -> String {
    let organizations = ids.filter_map(|id| index.organization(id));
    names(organizations.map(|organization| (&organization.name, &organization.aliases)))
}

fn themes<'a>(index: &EntityIndex, ids: impl Iterator<Item = &'a ThemeId>) -> String {
    let themes = ids.filter_map(|id| index.theme(id));
    names(themes.map(|theme| (&theme.name, &theme.aliases)))
}

fn event(index: &EntityIndex, id: Option<&ConferenceId>) -> String {
    let conference = id.and_then(|id| index.conference(id));
    conference.map(|it| format!("{}\n{}\n{}", it.name, it.city, it.country)).unwrap_or_default()
}

fn names<'a>(named: impl Iterator<Item = (&'a String, &'a Vec<String>)>) -> String {
    let names = named.flat_map(|(name, aliases)| std::iter::once(name).chain(aliases));
    names.map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Builder {
    /// The number of each word, in order of appearance.
    terms: HashMap<String, usize>,
    lists: Vec<List>,
    /// The number of words of each entry.
    lengths: Vec<u32>,
    length: u32,
}

/// The facts about one word.
#[derive(Default)]
struct List {
    entries: Vec<Posting>,
    /// For each entry the number of positions, the first, and the steps between them.
    places: Vec<u32>,
    /// The last position.
    last: u32,
    /// The index in `places` of the count for the last entry.
    count_at: usize,
}

struct Posting {
    entry: u32,
    /// How often the word occurs in each field.
    tally: [u8; N_FIELDS],
}

impl Builder {
    /// Adds a document to the current entry. `position` is the number of its first word.
    fn add(&mut self, fields: &Fields, position: &mut u32) {
        let entry = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        for (field, text) in fields.iter().enumerate() {
            let words = words(text);
            let mut spellings = other_spellings(text, &words).into_iter().peekable();
            for (number, word) in words.into_iter().enumerate() {
                while let Some((_, spelling)) = spellings.next_if(|(of, _)| *of == number) {
                    self.put(spelling, entry, field, *position);
                }
                self.put(word.folded, entry, field, *position);
                *position = position.saturating_add(1);
                self.length = self.length.saturating_add(1);
            }
            // No phrase extends from one field into the next.
            *position = position.saturating_add(1);
        }
    }

    fn put(&mut self, word: String, entry: u32, field: usize, position: u32) {
        let n_terms = self.lists.len();
        let term = *self.terms.entry(word).or_insert(n_terms);
        if term == n_terms {
            self.lists.push(List::default());
        }
        if let Some(list) = self.lists.get_mut(term) {
            list.put(entry, field, position);
        }
    }

    fn end_entry(&mut self) {
        self.lengths.push(std::mem::take(&mut self.length));
    }

    /// One shard with every word.
    fn finish(mut self, function_words: &BTreeSet<String>) -> TextIndex {
        let lengths = relative(&self.lengths);
        let mut terms: Vec<(String, usize)> = self.terms.into_iter().collect();
        terms.sort_unstable();
        let mut words = PostingLists::default();
        let mut places = Positions::new();
        for (term, place) in terms {
            let Some(list) = self.lists.get_mut(place).map(std::mem::take) else { continue };
            let weighs = !function_words.contains(&term);
            words.terms.push(term);
            words.postings.push(list.postings(&lengths, weighs));
            places.push(list.places);
        }
        TextIndex::of_shard(words, places)
    }
}

impl List {
    fn put(&mut self, entry: u32, field: usize, position: u32) {
        if self.entries.last().is_none_or(|last| last.entry != entry) {
            self.entries.push(Posting { entry, tally: [0; N_FIELDS] });
            self.count_at = self.places.len();
            self.places.extend([1, position]);
        } else {
            self.places.push(position.saturating_sub(self.last));
            if let Some(count) = self.places.get_mut(self.count_at) {
                *count += 1;
            }
        }
        self.last = position;
        let tally = self.entries.last_mut().and_then(|last| last.tally.get_mut(field));
        if let Some(count) = tally {
            *count = count.saturating_add(1);
        }
    }

    /// `weighs` is false for a word that says nothing about its entries.
    fn postings(&self, lengths: &[f64], weighs: bool) -> Vec<u32> {
        let mut last = 0;
        let number = |posting: &Posting| {
            let length = usize::try_from(posting.entry).ok().and_then(|entry| lengths.get(entry));
            let step = posting.entry - std::mem::replace(&mut last, posting.entry);
            let weight = weight(posting.tally, length.copied().unwrap_or(1.0));
            let number = if weighs { number_of(weight) } else { NO_WEIGHT };
            step.saturating_mul(N_WEIGHTS).saturating_add(number)
        };
        self.entries.iter().map(number).collect()
    }
}

/// How well a word with `tally` describes an entry. `length` is the length of the entry relative to the average. This
/// is BM25, computed per field.
fn weight(tally: [u8; N_FIELDS], length: f64) -> f64 {
    let norm = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
    let counts = tally.into_iter().map(f64::from).zip(FIELD_WEIGHTS);
    counts.map(|(count, weight)| weight * count / (count + norm)).sum()
}

/// The number that encodes a weight, at least 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to N_WEIGHTS - 1")]
fn number_of(weight: f64) -> u32 {
    let share = (weight / MAX_WEIGHT).clamp(0.0, 1.0).sqrt();
    ((share * f64::from(N_WEIGHTS - 1)).round() as u32).max(1)
}

/// The number of words of each entry relative to the average; above 0.
fn relative(lengths: &[u32]) -> Vec<f64> {
    let lengths: Vec<f64> = lengths.iter().map(|length| f64::from(*length) + 1.0).collect();
    let average = lengths.iter().sum::<f64>() / to_f64(lengths.len().max(1));
    lengths.into_iter().map(|length| length / average).collect()
}
