//! The catalog as the client gets it: nothing the explorer shows is lost, and damage is told.

use crate::small_catalog;
use hallway::{
    bundle::{Folder, bundle},
    model::{Catalog, Copy, Packed, Video, read_json},
};
use proptest::prelude::*;
use std::path::Path;

/// `catalog` without what only pages show.
fn abridged(mut catalog: Catalog) -> Catalog {
    catalog.series.clear();
    for conference in &mut catalog.conferences {
        conference.series = "".into();
        conference.venue.clear();
        conference.links.clear();
        conference.attendance.iter_mut().for_each(|it| it.source.clear());
    }
    catalog.people.iter_mut().for_each(|it| it.aliases.clear());
    catalog.organizations.iter_mut().for_each(|it| it.aliases.clear());
    for theme in &mut catalog.themes {
        theme.aliases.clear();
        theme.description.clear();
    }
    for talk in &mut catalog.talks {
        talk.links.clear();
        talk.videos.fill(Video::default());
    }
    for recap in &mut catalog.recaps {
        recap.language.clear();
        let publisher = recap.copies.first().map(|copy| copy.publisher.clone());
        recap.copies.fill(Copy::default());
        if let Some(first) = recap.copies.first_mut() {
            first.publisher = publisher.unwrap_or_default();
        }
    }
    catalog
}

#[track_caller]
fn check(catalog: &Catalog) {
    let packed = Packed::new(catalog.clone()).unwrap();
    let json = serde_json::to_vec(&packed).unwrap();
    let read: Packed = read_json(&json).unwrap();
    assert_eq!(read.unpack().unwrap(), abridged(catalog.clone()));
}

fn shipped() -> Catalog {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    bundle(&Folder::read(&data).unwrap()).dataset.catalog
}

#[test]
fn what_was_packed_is_unpacked() {
    check(&Catalog::default());
    check(&small_catalog::catalog());
    check(&shipped());
}

#[test]
fn a_reference_to_nothing_is_not_packed() {
    let mut catalog = small_catalog::catalog();
    catalog.talks[0].themes = vec!["no-such-theme".into()];
    assert_eq!(Packed::new(catalog), None);
}

fn numbers() -> Vec<u32> {
    let packed = serde_json::to_value(Packed::new(small_catalog::catalog()).unwrap()).unwrap();
    serde_json::from_value(packed["numbers"].clone()).unwrap()
}

proptest! {
    #[test]
    fn damage_is_told_and_nothing_worse(place in 0..numbers().len(), number in prop_oneof![0u32..9, any::<u32>()]) {
        let mut packed = serde_json::to_value(Packed::new(small_catalog::catalog()).unwrap()).unwrap();
        packed["numbers"][place] = number.into();
        let packed: Packed = serde_json::from_value(packed).unwrap();
        // Another number may make another catalog; it must neither hang nor panic.
        drop(packed.unpack());
    }

    #[test]
    fn what_is_cut_off_is_damaged(left in 0..numbers().len()) {
        let mut packed = serde_json::to_value(Packed::new(small_catalog::catalog()).unwrap()).unwrap();
        packed["numbers"].as_array_mut().unwrap().truncate(left);
        let packed: Packed = serde_json::from_value(packed).unwrap();
        prop_assert!(packed.unpack().is_err());
    }
}
