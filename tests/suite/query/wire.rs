//! The catalog as the client gets it: nothing that the explorer shows is lost, and damage is reported.

use super::small_catalog;
use hallway::{
    bundle::{Folder, bundle},
    model::{Catalog, CatalogIndex, Copy, FileRef, Ids, Shard, Video, WireFile},
    query::{Engine, EntityIndex, Extras, IndexedCatalog, Query, search},
    timeline::Timeline,
};
use proptest::prelude::*;
use std::{path::Path, sync::Arc};

/// `catalog_index` without the data that only pages show.
fn abridged(mut catalog_index: CatalogIndex) -> CatalogIndex {
    let tables = &mut catalog_index.tables;
    for conference in &mut tables.conferences {
        conference.series = "".into();
        conference.venue.clear();
        conference.links.clear();
        conference.attendance.iter_mut().for_each(|it| it.source.clear());
    }
    tables.people.iter_mut().for_each(|it| it.aliases.clear());
    tables.organizations.iter_mut().for_each(|it| it.aliases.clear());
    for theme in &mut tables.themes {
        theme.aliases.clear();
        theme.description.clear();
    }
    for recap in &mut tables.recaps {
        recap.language.clear();
        recap.notes.fill("".into());
        let publisher = recap.copies.first().map(|copy| copy.publisher.clone());
        recap.copies.fill(Copy::default());
        if let Some(first) = recap.copies.first_mut() {
            first.publisher = publisher.unwrap_or_default();
        }
    }
    catalog_index
}

/// `shard` without the data that only pages show.
fn abridged_shard(mut shard: Catalog) -> Catalog {
    for talk in &mut shard.talks {
        talk.links.clear();
        talk.day = None;
        talk.videos.fill(Video::default());
    }
    for note in &mut shard.notes {
        note.themes.clear();
        note.people.clear();
        note.organizations.clear();
    }
    shard
}

/// The catalog index of `catalog`, and its talks and notes, `n` entries at a time.
fn sharded(catalog: Catalog, n: usize) -> (CatalogIndex, Vec<Catalog>) {
    let index = EntityIndex::new(Arc::new(catalog));
    let mut indexed = IndexedCatalog::new(&index);
    let n_entries = indexed.abouts.len();
    let firsts = (0..n_entries).step_by(n);
    let shards =
        firsts.clone().map(|first| indexed.shard(&index, first..(first + n).min(n_entries)));
    let shards: Vec<Catalog> = shards.collect();
    let file = |name: &str| FileRef { path: name.to_owned(), integrity: "sha256-".to_owned() };
    indexed.catalog_index.shards = firsts
        .map(|first| Shard { first: first.try_into().unwrap(), file: file(&first.to_string()) })
        .collect();
    indexed.catalog_index.search = file("search");
    indexed.catalog_index.lists = file("lists");
    indexed.catalog_index.totals = vec![2, 0, 5];
    (indexed.catalog_index, shards)
}

fn through_file(wire: &WireFile) -> WireFile {
    WireFile::read(&serde_json::to_vec(wire).unwrap()).unwrap()
}

#[track_caller]
fn check(catalog: Catalog) {
    let (catalog_index, shards) = sharded(catalog, 3);
    let wire = WireFile::catalog_index(catalog_index.clone(), shards.clone()).unwrap();
    let (read, read_shards, mut ids) = through_file(&wire).into_catalog_index().unwrap();
    assert_eq!(read, abridged(catalog_index.clone()));
    let expected: Vec<Catalog> = shards.iter().cloned().map(abridged_shard).collect();
    assert_eq!(read_shards, expected);
    // Each shard also by itself, in any order.
    let mut ids_of_writer = Ids::of(&catalog_index);
    for (shard, expected) in shards.into_iter().zip(expected).rev() {
        let wire = WireFile::shard(shard, &mut ids_of_writer).unwrap();
        assert_eq!(through_file(&wire).into_shard(&mut ids).unwrap(), expected);
    }
}

fn shipped() -> Catalog {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Arc::unwrap_or_clone(bundle(&Folder::read(&data).unwrap()).dataset.catalog)
}

#[test]
fn what_was_packed_is_unpacked() {
    check(Catalog::default());
    check(small_catalog::catalog());
    check(shipped());
}

#[test]
fn lists_are_packed_by_themselves() {
    for lists in [vec![], vec![vec![]], vec![vec![0, 1, 7], vec![], vec![3]]] {
        let wire = WireFile::lists(lists.clone()).unwrap();
        assert_eq!(through_file(&wire).into_lists().unwrap(), lists);
    }
    assert!(WireFile::new(Vec::new(), vec![1, 2, 0]).into_lists().is_err());
    assert!(WireFile::new(Vec::new(), vec![0, 1]).into_lists().is_err());
}

#[test]
fn a_reference_to_nothing_is_not_packed() {
    let mut catalog = small_catalog::catalog();
    catalog.talks[0].themes = vec!["no-such-theme".into()];
    let (catalog_index, shards) = sharded(catalog, 100);
    assert_eq!(WireFile::catalog_index(catalog_index, shards), None);
}

fn wire() -> serde_json::Value {
    let (catalog_index, shards) = sharded(small_catalog::catalog(), 3);
    serde_json::to_value(WireFile::catalog_index(catalog_index, shards).unwrap()).unwrap()
}

fn n_numbers() -> usize {
    wire()["numbers"].as_array().unwrap().len()
}

proptest! {
    #[test]
    fn damage_is_told_and_nothing_worse(place in 0..n_numbers(), number in prop_oneof![0u32..9, any::<u32>()]) {
        let mut wire = wire();
        wire["numbers"][place] = number.into();
        let wire: WireFile = serde_json::from_value(wire).unwrap();
        // Another number may give another collection; it must neither hang nor panic, here or in a query.
        if let Ok((catalog_index, _, _)) = wire.into_catalog_index() {
            let engine = Engine::new(catalog_index);
            let found = search(&engine, &Extras::default(), &Query::default());
            drop(Timeline::new(&engine, &Query::default(), &found, usize::MAX));
        }
    }

    #[test]
    fn what_is_cut_off_is_damaged(left in 0..n_numbers()) {
        let mut wire = wire();
        wire["numbers"].as_array_mut().unwrap().truncate(left);
        let wire: WireFile = serde_json::from_value(wire).unwrap();
        prop_assert!(wire.into_catalog_index().is_err());
    }
}
