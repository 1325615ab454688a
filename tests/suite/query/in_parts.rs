//! Collections that come in parts answer like whole ones.

use super::{asked::Asked, small_catalog};
use hallway::model::{FileRef, WireFile};
use hallway::query::{Action, Engine, Extras, Facet, IndexPart, Query, TextIndex, search};

fn asked() -> Asked {
    Asked::new(small_catalog::catalog(), &small_catalog::chunks())
}

#[test]
fn a_text_index_survives_its_file_and_a_damaged_one_finds_what_it_can() {
    let asked = asked();
    let through_file = |text: &TextIndex| {
        let json = serde_json::to_vec(&text.clone().into_wire()).unwrap();
        TextIndex::from_wire(WireFile::read(&json).unwrap())
    };
    assert_eq!(through_file(&asked.extras.text), asked.extras.text);
    let mut cut = asked.extras.text.clone().cut(40);
    let (words, places) = cut.take_parts();
    let file = |path: usize| FileRef { path: path.to_string(), ..FileRef::default() };
    cut.set_files((0..words.len()).map(file).collect(), (9..9 + places.len()).map(file).collect());
    assert_eq!(through_file(&cut), cut);
    for numbers in [
        &[][..],
        &[0, 1],
        &[0, 4_294_967_295, 4_294_967_295, 1],
        &[0, 1, 2, 4_294_967_295, 4_294_967_295, 1, 3, 2, 4_294_967_295, 4_294_967_295],
        &[0, 2, 1, 6400, 1, 6400, 2, 1, 9, 0],
        &[3],
        &[4_294_967_295],
    ] {
        let damaged = WireFile::new(vec!["kata".to_owned(), "zebra".to_owned()], numbers.to_vec());
        let extras = Extras { text: TextIndex::from_wire(damaged), ..Extras::default() };
        let hits = |address: &str| search(&asked.engine, &extras, &Query::parse(address).0).hits;
        assert_eq!(hits("?q=\"kata zebra\""), [], "{numbers:?}");
        for hit in hits("?q=kata+zebra") {
            assert!(asked.indexed.about(hit.entry).is_some(), "{numbers:?}");
        }
    }
}

/// Lists that are not part of the catalog index: without them, everything but the counts of their facets is known. With
/// them, the index answers as if they had never been separate.
#[test]
fn lists_may_come_after_the_outline() {
    let asked = asked();
    let mut catalog_index = asked.indexed.catalog_index.clone();
    let lists = [
        &mut catalog_index.of_themes,
        &mut catalog_index.of_people,
        &mut catalog_index.of_organizations,
    ];
    let lists: Vec<Vec<u32>> = lists.into_iter().flat_map(std::mem::take).collect();
    catalog_index.totals = lists.iter().map(|list| list.len().try_into().unwrap()).collect();
    let engine = Engine::new(catalog_index);
    let query = |address: &str| Query::parse(address).0;
    let mut extras = asked.extras.clone();
    // Nothing is filtered: all counts are known.
    let all = query("");
    assert_eq!(search(&engine, &extras, &all), asked.search(&all));
    for address in ["?q=kata", "?year=2018", "?q=year:2018"] {
        assert!(extras.can_answer(&engine, &query(address)), "{address}");
        let found = search(&engine, &extras, &query(address));
        assert_eq!(found.hits, asked.find(address).hits, "{address}");
        assert!(found.counts.knows(Facet::Year) && !found.counts.knows(Facet::Person), "{address}");
    }
    for address in ["?theme=kata", "?q=-person:ada", "?q=kata+theme:mesh"] {
        assert!(!extras.can_answer(&engine, &query(address)), "{address}");
    }
    extras.facets = Some(engine.with_lists(lists));
    for address in ["", "?q=kata", "?theme=kata&q=pod", "?q=-person:ada", "?org=google&year=2017"] {
        assert!(extras.can_answer(&engine, &query(address)), "{address}");
        assert_eq!(search(&engine, &extras, &query(address)), asked.find(address), "{address}");
    }
}

/// However an index is cut, it answers like the whole one, once the parts that it asks for are loaded.
#[test]
fn an_index_in_parts_answers_as_the_whole_one() {
    let asked = asked();
    let mut text = asked.extras.text.clone().cut(40);
    let (words, places) = text.take_parts();
    assert!(words.len() > 5, "{} parts", words.len());
    for q in [
        "kata",
        "mesh",
        "pods ",
        "\"service mesh\"",
        "sandb",
        "trust -week",
        "kelsey kata",
        "nothing",
    ] {
        let query = Query::default().apply(Action::Search(q.to_owned()));
        let mut extras = Extras { text: text.clone(), ..asked.extras.clone() };
        let missing = extras.missing(&query);
        assert!(!extras.can_answer(&asked.engine, &query) && missing.len() < 8, "{q}: {missing:?}");
        for part in missing {
            match part {
                IndexPart::Postings(shard) => extras.text.put_postings(shard, words[shard].clone()),
                IndexPart::Positions(shard) => {
                    extras.text.put_positions(shard, places[shard].clone());
                }
            }
        }
        assert!(extras.can_answer(&asked.engine, &query), "{q}");
        let found = search(&asked.engine, &extras, &query);
        assert_eq!(found.hits, asked.search(&query).hits, "{q}");
    }
}
