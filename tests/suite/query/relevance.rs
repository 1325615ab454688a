//! What a reader looks for in the shipped collection is at the top: the judged queries of the benchmark, and a hundred
//! questions in plain words.

use super::asked::{Asked, shipped};
use hallway::query::{About, EntryId, Query, folded};
use serde::Deserialize;

/// If it rises, raise this; a change that lets it fall must give the reason.
const LEAST_MEAN: f64 = 0.97;
/// The same for the share of right answers among the first ten to a question. A question that few entries answer cannot
/// reach a whole share.
const LEAST_PRECISION: f64 = 0.52;
/// Nobody looks further down.
const N_LOOKED_AT: usize = 10;

#[derive(Deserialize)]
struct File {
    queries: Vec<Judged>,
}

/// A query, and what is wanted: one of these titles, this person, or this theme; of that year.
#[derive(Deserialize)]
struct Judged {
    #[serde(rename = "in")]
    collection: String,
    query: String,
    #[serde(default)]
    title: Vec<String>,
    person: Option<String>,
    theme: Option<String>,
    year: Option<u16>,
}

#[derive(Deserialize)]
struct Questions {
    questions: Vec<Question>,
}

/// A question in plain words, and what answers it: a theme, a part of a title, or a person.
#[derive(Deserialize)]
struct Question {
    ask: String,
    #[serde(default)]
    theme: Vec<String>,
    #[serde(default)]
    title: Vec<String>,
    person: Option<String>,
}

impl Question {
    fn is_answered_by(&self, entry: &Wanted) -> bool {
        let title = folded(&entry.title);
        self.theme.iter().any(|theme| entry.themes.contains(theme))
            || self.title.iter().any(|part| title.contains(&folded(part)))
            || self.person.as_ref().is_some_and(|name| entry.people.contains(name))
    }
}

/// What a query may want of an entry.
struct Wanted {
    title: String,
    people: Vec<String>,
    themes: Vec<String>,
    year: Option<u16>,
}

impl Judged {
    fn wants(&self, entry: &Wanted) -> bool {
        let has = |names: &[String], name: &Option<String>| {
            name.as_ref().is_some_and(|name| names.contains(name))
        };
        let is_titled = self.title.iter().any(|part| folded(&entry.title).contains(&folded(part)));
        (is_titled || has(&entry.people, &self.person) || has(&entry.themes, &self.theme))
            && (self.year.is_none() || self.year == entry.year)
    }
}

fn wanted(asked: &Asked, entry: EntryId) -> Wanted {
    let index = &asked.index;
    let (title, notes, talk) = match asked.indexed.about(entry).unwrap() {
        About::Talk(id) => {
            let talk = index.talk(id).unwrap();
            (talk.title.clone(), index.notes_of_talk(id), Some(talk))
        }
        About::Note(id) => {
            let note = index.note(id).unwrap();
            (note.title.clone(), vec![note], None)
        }
    };
    let speakers = talk.into_iter().flat_map(|it| &it.speakers).map(|speaker| &speaker.person);
    let people = speakers.chain(notes.iter().flat_map(|note| &note.people));
    let of_notes = notes.iter().flat_map(|note| &note.themes).map(|counted| &counted.theme);
    let themes = talk.into_iter().flat_map(|it| &it.themes).chain(of_notes);
    Wanted {
        title,
        people: people.filter_map(|id| Some(index.person(id)?.name.clone())).collect(),
        themes: themes.filter_map(|id| Some(index.theme(id)?.name.clone())).collect(),
        year: asked.engine.year(entry),
    }
}

fn searched(asked: &Asked, text: &str) -> Vec<Wanted> {
    let hits = asked.search(&Query { text: text.to_owned(), ..Query::default() }).hits;
    hits.iter().take(N_LOOKED_AT).map(|hit| wanted(asked, hit.entry)).collect()
}

fn as_f64(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

#[test]
fn what_a_reader_looks_for_stands_on_top() {
    let asked = shipped();
    let file: File = serde_json::from_str(include_str!("../../bench/search/judged.json")).unwrap();
    let judged = file.queries.iter().filter(|judged| judged.collection == "shipped");
    let ranks: Vec<(&str, f64)> = judged
        .map(|judged| {
            let found = searched(asked, &judged.query);
            let place = found.iter().position(|entry| judged.wants(entry));
            (judged.query.as_str(), place.map_or(0.0, |place| 1.0 / as_f64(place + 1)))
        })
        .collect();
    let mean = ranks.iter().map(|(_, rank)| rank).sum::<f64>() / as_f64(ranks.len());
    let lost: Vec<_> = ranks.iter().filter(|(_, rank)| *rank < 1.0).collect();
    assert!(mean >= LEAST_MEAN, "mean reciprocal rank {mean:.3}; not on top: {lost:?}");
}

#[test]
fn a_question_in_plain_words_is_answered() {
    let asked = shipped();
    let file: Questions =
        serde_json::from_str(include_str!("../../bench/search/questions.json")).unwrap();
    assert_eq!(file.questions.len(), 100);
    let shares: Vec<(&str, f64, usize)> = file
        .questions
        .iter()
        .map(|question| {
            let found = searched(asked, &question.ask);
            let n_right = found.iter().filter(|entry| question.is_answered_by(entry)).count();
            (question.ask.as_str(), as_f64(n_right) / as_f64(N_LOOKED_AT), found.len())
        })
        .collect();
    let empty: Vec<&str> =
        shares.iter().filter(|(.., n_found)| *n_found == 0).map(|(ask, ..)| *ask).collect();
    assert_eq!(empty, [""; 0], "these find nothing");
    let mean = shares.iter().map(|(_, share, _)| share).sum::<f64>() / as_f64(shares.len());
    let poor: Vec<_> = shares.iter().filter(|(_, share, _)| *share < 0.5).collect();
    assert!(mean >= LEAST_PRECISION, "precision at ten {mean:.3}; poor: {poor:#?}");
}
