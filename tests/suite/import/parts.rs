//! A program that is too large for one file is one recap all the same.

use super::sources::{bundled, imported};
use hallway::bundle::{Folder, bundle};
use hallway::model::ConferenceId;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A program of many talks, each with an abstract.
fn program(n_talks: usize) -> String {
    let mut talks = String::new();
    for number in 1..=n_talks {
        write!(
            talks,
            "<event id='{number}'><title>Pattern {number}</title>\
             <abstract>How loom {number} ties thread {number}.</abstract>\
             <persons><person id='1'>Ada Weaver</person></persons></event>"
        )
        .unwrap();
    }
    format!(
        "<schedule><conference><title>LoomConf 2018</title><start>2018-05-02</start></conference>\
         <day date='2018-05-02'><room name='A'>{talks}</room></day></schedule>"
    )
}

#[test]
fn the_parts_of_a_program_are_one_recap() {
    let imported = imported("a.xml", program(601));
    assert_eq!(imported.recaps.len(), 3);
    let bundled = bundled(&imported);
    assert!(bundled.diagnostics.is_empty(), "{:?}", bundled.diagnostics);
    let catalog = &bundled.dataset.catalog;
    let recaps: Vec<&str> = catalog.recaps.iter().map(|recap| recap.id.as_str()).collect();
    assert_eq!(recaps, ["loomconf-2018-schedule"]);
    assert_eq!((catalog.talks.len(), catalog.notes.len()), (601, 601));
    assert_eq!(catalog.recaps[0].notes.len(), 601);
    assert!(catalog.notes.iter().all(|note| note.recap.as_str() == "loomconf-2018-schedule"));
    // Each note names the lines of its own file.
    let notes = bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.notes);
    let last = notes.clone().find(|note| note.id.as_str().ends_with(".pattern-601")).unwrap();
    assert_eq!(last.lines.file, "schedules/loomconf-2018-3.md");
    let conference = catalog.recaps[0].conference.as_ref().map(ConferenceId::as_str);
    assert_eq!(conference, Some("loomconf-2018"));
}

#[test]
fn parts_that_had_pages_of_their_own_lead_to_the_whole() {
    let imported = imported("a.xml", program(301));
    let recaps: BTreeMap<String, Vec<u8>> = imported.recaps.clone();
    let apart = recaps.iter().map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter(|line| !line.starts_with("part_of"));
        (path.clone(), (lines.collect::<Vec<_>>().join("\n") + "\n").into_bytes())
    });
    let registries: BTreeMap<_, _> = imported.registries.into_iter().collect();
    let before = Folder { recaps: apart.collect(), registries, ..Folder::default() };
    let old = bundle(&before);
    assert_eq!(old.dataset.catalog.recaps.len(), 2);
    let ledger = Some(old.ledger);
    let now = bundle(&Folder { recaps: recaps.into_iter().collect(), ledger, ..before });
    assert_eq!(now.dataset.catalog.recaps.len(), 1);
    assert_eq!(now.dataset.catalog.notes.len(), 301);
    assert!(now.changes.ended.is_empty(), "{:?}", now.changes);
}

#[test]
fn a_part_of_nothing_is_reported_and_stays_a_recap() {
    let text = "---\nslug: b\npart_of: a\nconference: LoomConf 2018\n---\n\n# Looms\n\nGood.\n";
    let recaps = BTreeMap::from([("b.md".to_owned(), text.as_bytes().to_vec())]);
    let found = bundle(&Folder { recaps: recaps.into_iter().collect(), ..Folder::default() });
    assert_eq!(found.dataset.catalog.recaps.len(), 1);
    assert!(found.diagnostics.iter().any(|it| it.code == "part-of"), "{:?}", found.diagnostics);
}
