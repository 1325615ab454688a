//! What a reader looks for in the shipped collection stands on top: the judged queries of the benchmark.

use crate::asked::Asked;
use hallway::{
    bundle::{Folder, bundle},
    query::{About, EntryId, Query, folded},
};
use serde::Deserialize;
use std::path::Path;

/// It may rise, and then this does; a change that lets it fall tells why.
const LEAST_MEAN: f64 = 0.95;
/// Further down nobody looks.
const N_LOOKED_AT: usize = 10;

#[derive(Deserialize)]
struct File {
    queries: Vec<Judged>,
}

/// A query, and what is wanted: one of these titles, or this person, or this theme; of that year.
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

/// What can be wanted of an entry.
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

#[test]
fn what_a_reader_looks_for_stands_on_top() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dataset = bundle(&Folder::read(&root.join("data")).unwrap()).dataset;
    let asked = Asked::new(dataset.catalog, &dataset.chunks);
    let file: File = serde_json::from_str(include_str!("../bench/search/judged.json")).unwrap();
    let judged = file.queries.iter().filter(|judged| judged.collection == "shipped");
    let ranks: Vec<(&str, f64)> = judged
        .map(|judged| {
            let query = Query { text: judged.query.clone(), ..Query::default() };
            let hits = asked.search(&query).hits;
            let mut hits = hits.iter().take(N_LOOKED_AT);
            let place = hits.position(|hit| judged.wants(&wanted(&asked, hit.entry)));
            let rank =
                place.map_or(0.0, |place| 1.0 / f64::from(u32::try_from(place + 1).unwrap()));
            (judged.query.as_str(), rank)
        })
        .collect();
    let n_ranks = f64::from(u32::try_from(ranks.len()).unwrap());
    let mean = ranks.iter().map(|(_, rank)| rank).sum::<f64>() / n_ranks;
    let lost: Vec<_> = ranks.iter().filter(|(_, rank)| *rank < 1.0).collect();
    assert!(mean >= LEAST_MEAN, "mean reciprocal rank {mean:.3}; not on top: {lost:?}");
}
