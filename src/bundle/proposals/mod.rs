//! Proposes themes: words and phrases in recaps that are not a theme yet. Each comes with its evidence, as TOML to
//! paste into `themes.toml`.

mod background;
mod known;
mod phrases;
mod score;

use super::output::Dataset;
use super::themes::is_everyday;
use crate::ingest::spelled_signs;
use crate::model::{ConferenceId, plain_text};
use crate::text::any_script::slug;
use known::KnownWords;
use phrases::{Occurrences, PhraseLine, Phrases};
use score::Scorer;
use std::collections::{BTreeMap, BTreeSet};

/// A theme that no registry lists yet.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedTheme {
    /// Its most common spelling.
    pub name: String,
    /// How specific it is; comparable only with other proposals.
    pub score: f64,
    /// Recaps that name it.
    pub n_recaps: usize,
    /// Talks whose titles contain it.
    pub n_talks: usize,
    /// Names of the first and the last edition with it. Empty when no edition is known.
    pub editions: (String, String),
    /// The name alone may mean something else.
    pub is_everyday: bool,
}

/// A lower score means that the phrase is common in talks about any subject.
const LEAST_SCORE: f64 = 1.0;

/// The themes that the texts of a dataset suggest, best first. Excludes its existing themes, people, places and
/// conferences.
pub fn proposed_themes(dataset: &Dataset) -> Vec<ProposedTheme> {
    let editions: BTreeMap<&ConferenceId, usize> = dataset
        .catalog
        .conferences
        .iter()
        .zip(0..)
        .map(|(edition, number)| (&edition.id, number))
        .collect();
    let texts = texts(dataset);
    let units = units(dataset, &editions, &texts);
    let phrases = Phrases::count(&units);
    let languages = dataset.catalog.recaps.iter().map(|recap| recap.language.as_str()).collect();
    let scorer = Scorer::new(&phrases, &languages);
    let known = KnownWords::new(&dataset.catalog);
    let scored = phrases.all.iter().filter(|(words, found)| {
        found.recaps.len() + found.talks.len() >= 2 && !known.is_known(words, found)
    });
    let scored =
        scored.filter_map(|(words, found)| Some((scorer.score(words, found)?, words, found)));
    let scored = scored.filter(|(score, ..)| *score >= LEAST_SCORE);
    let mut scored: Vec<(f64, &Vec<String>, &Occurrences)> = scored.collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let proposed = without_parts(&scored);
    proposed.map(|(score, found)| proposal(dataset, score, found)).collect()
}

/// The proposals as TOML, each below its evidence. At most `most` are written.
pub fn proposals_toml(proposed: &[ProposedTheme], most: usize) -> String {
    let mut toml = String::new();
    let mut taken = super::taken::Taken::default();
    for theme in proposed.iter().take(most) {
        let id = taken.claim(&slug(&spelled_signs(&theme.name)));
        let name = toml::Value::String(theme.name.clone());
        let (first, last) = &theme.editions;
        let span = match (first == last, first.is_empty()) {
            (_, true) => String::new(),
            (true, false) => format!("; {first}"),
            (false, false) => format!("; {first} to {last}"),
        };
        let everyday = if theme.is_everyday { "everyday = true\n" } else { "" };
        let (score, recaps, talks) = (theme.score, theme.n_recaps, theme.n_talks);
        let evidence =
            format!("# recaps: {recaps}; titles of talks: {talks}{span}; score {score:.1}\n");
        let entry = format!("[[theme]]\nid = \"{id}\"\nname = {name}\n{everyday}\n");
        toml.extend([evidence, entry]);
    }
    toml
}

/// The notes as lines of text, by their position in the chunks.
fn texts(dataset: &Dataset) -> BTreeMap<&str, String> {
    let notes = dataset.chunks.iter().flat_map(|chunk| &chunk.notes);
    notes.map(|note| (note.id.as_str(), plain_text(&note.blocks))).collect()
}

/// The titles of talks, and the lines and headings of notes.
fn units<'a>(
    dataset: &'a Dataset,
    editions: &BTreeMap<&ConferenceId, usize>,
    texts: &'a BTreeMap<&str, String>,
) -> Vec<PhraseLine<'a>> {
    let catalog = &dataset.catalog;
    let number = |edition: Option<&ConferenceId>| {
        edition.and_then(|id| editions.get(id)).copied().unwrap_or(usize::MAX)
    };
    let recaps: BTreeMap<_, usize> =
        catalog.recaps.iter().map(|recap| &recap.id).zip(0..).collect();
    let titles = catalog.talks.iter().zip(0..).map(|(talk, source)| PhraseLine {
        edition: number(talk.conference.as_ref()),
        source,
        is_talk: true,
        text: talk.title.as_str(),
    });
    let notes = catalog.notes.iter().flat_map(|head| {
        let edition = number(head.conference.as_ref());
        let source = recaps.get(&head.recap).copied().unwrap_or(usize::MAX);
        let heading = head.talk.is_none().then_some(head.title.as_str());
        let lines = texts.get(head.id.as_str()).map(String::as_str).unwrap_or_default().lines();
        let lines = heading.into_iter().chain(lines).filter(|line| !line.trim().is_empty());
        lines.map(move |text| PhraseLine { edition, source, is_talk: false, text })
    });
    titles.chain(notes).collect()
}

/// Drops phrases that are mostly part of a longer one, and longer phrases that rarely accompany a better one inside
/// them.
fn without_parts<'a>(
    scored: &'a [(f64, &Vec<String>, &Occurrences)],
) -> impl Iterator<Item = (f64, &'a Occurrences)> {
    let by_words: BTreeMap<&[String], (f64, u32)> = scored
        .iter()
        .map(|(score, words, found)| (words.as_slice(), (*score, found.n_units)))
        .collect();
    let mut left_out: BTreeSet<&[String]> = BTreeSet::new();
    for (score, words, found) in scored {
        let parts = (1..words.len()).flat_map(|length| words.windows(length));
        for part in parts {
            let Some((part_score, n_part)) = by_words.get(part) else { continue };
            let n_whole = f64::from(found.n_units);
            if n_whole >= 0.6 * f64::from(*n_part) {
                left_out.insert(part);
            } else if part_score > score && n_whole < 0.25 * f64::from(*n_part) {
                left_out.insert(words.as_slice());
            }
        }
    }
    let kept = scored.iter().filter(move |(_, words, _)| !left_out.contains(words.as_slice()));
    kept.map(|(score, _, found)| (*score, *found))
}

fn proposal(dataset: &Dataset, score: f64, found: &Occurrences) -> ProposedTheme {
    let name = |number: Option<usize>| {
        let edition = number.and_then(|number| dataset.catalog.conferences.get(number));
        edition.map(|edition| edition.name.clone()).unwrap_or_default()
    };
    // The catalog is sorted by newest edition first, with undated editions last.
    let is_dated = |number: &usize| {
        dataset.catalog.conferences.get(*number).is_some_and(|edition| edition.start.is_some())
    };
    let numbers = || found.by_edition.keys().copied().filter(is_dated);
    ProposedTheme {
        name: found.spelling().to_owned(),
        score,
        n_recaps: found.recaps.len(),
        n_talks: found.talks.len(),
        editions: (name(numbers().max()), name(numbers().min())),
        is_everyday: is_everyday(found.spelling()),
    }
}
