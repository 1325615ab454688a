//! A hundred views of the shipped collection at random, counted without a browser. They are left in the target folder
//! for the journeys, which compare them with what pages count.

use super::asked::{Asked, shipped};
use crate::fuzzing::chance::Chance;
use hallway::query::{About, Action, FacetValue, Query};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const VIEWS: usize = 100;

/// One in this many views may be empty.
const EMPTY: usize = 10;

#[test]
fn views_at_random_are_counted_for_the_journeys() {
    let asked = shipped();
    let titles: Vec<String> =
        asked.index.catalog().talks.iter().map(|it| it.title.clone()).collect();
    let mut views = BTreeMap::new();
    let mut n_empty = 0;
    for number in 0.. {
        let query = any_query(asked, &titles, number);
        let found = asked.search(&query);
        n_empty += usize::from(found.hits.is_empty());
        if found.hits.is_empty() && n_empty > VIEWS / EMPTY {
            continue;
        }
        assert_eq!(found.hits.len(), found.n_talks + found.n_notes, "{}", query.to_search());
        let n_talks = found
            .hits
            .iter()
            .filter(|hit| matches!(asked.indexed.about(hit.entry), Some(About::Talk(_))));
        assert_eq!(n_talks.count(), found.n_talks, "{}", query.to_search());
        let mut years: BTreeMap<u16, usize> = BTreeMap::new();
        for year in found.hits.iter().filter_map(|hit| asked.engine.year(hit.entry)) {
            *years.entry(year).or_default() += 1;
        }
        let counts = serde_json::json!({
            "talks": found.n_talks,
            "notes": found.n_notes,
            "recaps": found.n_recaps,
            "conferences": found.n_conferences,
            "years": years,
        });
        views.insert(query.to_search(), counts);
        if views.len() == VIEWS {
            break;
        }
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counted.json");
    fs::write(file, serde_json::to_vec(&views).unwrap()).unwrap();
}

/// Up to three choices with results, and now and then a word of a title, or an unknown word.
fn any_query(asked: &Asked, titles: &[String], number: u64) -> Query {
    let mut chance = Chance::of(2020, number);
    let mut query = Query::default();
    for _ in 0..chance.below(4) {
        let found = asked.search(&query);
        let left = found.counts.iter().filter(|(_, n_entries)| *n_entries > 0);
        let left: Vec<FacetValue> = left.map(|(value, _)| value.clone()).collect();
        if let Some(value) = chance.pick(&left) {
            query.selection = query.selection.iter().cloned().chain([value.clone()]).collect();
        }
    }
    if chance.once_in(2) {
        let title = chance.pick(titles).map(String::as_str).unwrap_or_default();
        // An index in parts reads shorter words as whole words, and one in one file as beginnings, too.
        let is_long = |word: &&str| word.chars().filter(|it| it.is_alphanumeric()).count() > 2;
        let words: Vec<&str> = title.split_whitespace().filter(is_long).collect();
        let word = if chance.once_in(12) {
            "zyzzyva"
        } else {
            chance.pick(&words).copied().unwrap_or_default()
        };
        query = query.apply(Action::Search(word.to_owned()));
    }
    query
}
