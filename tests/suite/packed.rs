//! The catalog as the client gets it: nothing the explorer shows is lost, and damage is told.

use crate::small_catalog;
use hallway::{
    bundle::{Folder, bundle},
    model::{Catalog, Copy, FileRef, Ids, Outline, Packed, Shelf, Video},
    query::{Engine, Extras, Index, Outlined, Query, search},
    timeline::Timeline,
};
use proptest::prelude::*;
use std::{path::Path, sync::Arc};

/// `outline` without what only pages show.
fn abridged(mut outline: Outline) -> Outline {
    let tables = &mut outline.tables;
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
    outline
}

/// `shelf` without what only pages show.
fn abridged_shelf(mut shelf: Catalog) -> Catalog {
    for talk in &mut shelf.talks {
        talk.links.clear();
        talk.day = None;
        talk.videos.fill(Video::default());
    }
    for note in &mut shelf.notes {
        note.themes.clear();
        note.people.clear();
        note.organizations.clear();
    }
    shelf
}

/// The outline of `catalog`, and its talks and notes, `n` entries at a time.
fn shelved(catalog: Catalog, n: usize) -> (Outline, Vec<Catalog>) {
    let index = Index::new(Arc::new(catalog));
    let mut outlined = Outlined::new(&index);
    let n_entries = outlined.abouts.len();
    let firsts = (0..n_entries).step_by(n);
    let shelves =
        firsts.clone().map(|first| outlined.shelf(&index, first..(first + n).min(n_entries)));
    let shelves: Vec<Catalog> = shelves.collect();
    let file = |name: &str| FileRef { path: name.to_owned(), integrity: "sha256-".to_owned() };
    outlined.outline.shelves = firsts
        .map(|first| Shelf { first: first.try_into().unwrap(), file: file(&first.to_string()) })
        .collect();
    outlined.outline.search = file("search");
    outlined.outline.lists = file("lists");
    outlined.outline.totals = vec![2, 0, 5];
    (outlined.outline, shelves)
}

fn through_file(packed: &Packed) -> Packed {
    Packed::read(&serde_json::to_vec(packed).unwrap()).unwrap()
}

#[track_caller]
fn check(catalog: Catalog) {
    let (outline, shelves) = shelved(catalog, 3);
    let packed = Packed::outline(outline.clone(), shelves.clone()).unwrap();
    let (read, read_shelves, mut ids) = through_file(&packed).into_outline().unwrap();
    assert_eq!(read, abridged(outline.clone()));
    let expected: Vec<Catalog> = shelves.iter().cloned().map(abridged_shelf).collect();
    assert_eq!(read_shelves, expected);
    // And each shelf by itself, in any order.
    let mut ids_of_writer = Ids::of(&outline);
    for (shelf, expected) in shelves.into_iter().zip(expected).rev() {
        let packed = Packed::shelf(shelf, &mut ids_of_writer).unwrap();
        assert_eq!(through_file(&packed).into_shelf(&mut ids).unwrap(), expected);
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
        let packed = Packed::lists(lists.clone()).unwrap();
        assert_eq!(through_file(&packed).into_lists().unwrap(), lists);
    }
    assert!(Packed::new(Vec::new(), vec![1, 2, 0]).into_lists().is_err());
    assert!(Packed::new(Vec::new(), vec![0, 1]).into_lists().is_err());
}

#[test]
fn a_reference_to_nothing_is_not_packed() {
    let mut catalog = small_catalog::catalog();
    catalog.talks[0].themes = vec!["no-such-theme".into()];
    let (outline, shelves) = shelved(catalog, 100);
    assert_eq!(Packed::outline(outline, shelves), None);
}

fn packed() -> serde_json::Value {
    let (outline, shelves) = shelved(small_catalog::catalog(), 3);
    serde_json::to_value(Packed::outline(outline, shelves).unwrap()).unwrap()
}

fn n_numbers() -> usize {
    packed()["numbers"].as_array().unwrap().len()
}

proptest! {
    #[test]
    fn damage_is_told_and_nothing_worse(place in 0..n_numbers(), number in prop_oneof![0u32..9, any::<u32>()]) {
        let mut packed = packed();
        packed["numbers"][place] = number.into();
        let packed: Packed = serde_json::from_value(packed).unwrap();
        // Another number may make another collection; it must neither hang nor panic, here or when it is asked.
        if let Ok((outline, _, _)) = packed.into_outline() {
            let engine = Engine::new(outline);
            let found = search(&engine, &Extras::default(), &Query::default());
            drop(Timeline::new(&engine, &Query::default(), &found, usize::MAX));
        }
    }

    #[test]
    fn what_is_cut_off_is_damaged(left in 0..n_numbers()) {
        let mut packed = packed();
        packed["numbers"].as_array_mut().unwrap().truncate(left);
        let packed: Packed = serde_json::from_value(packed).unwrap();
        prop_assert!(packed.into_outline().is_err());
    }
}
