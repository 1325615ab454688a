//! Each folder of `tests/recaps` holds recaps, and `expected.txt` the result.
//!
//! `UPDATE_EXPECT=1 cargo test` rewrites the files; review the diff.

use super::digest::digest;
use hallway::bundle::{Folder, bundle, files};
use std::{env, fs, path::Path};

/// The recaps of a case, with the registries that all cases share.
fn folder(case: &str) -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recaps");
    let mut folder = Folder::read(&root.join(case).join("input")).unwrap();
    for name in ["conferences.toml", "themes.toml", "people.toml"] {
        folder
            .registries
            .entry(name.to_owned())
            .or_insert_with(|| fs::read(root.join(name)).unwrap());
    }
    folder
}

#[track_caller]
fn check(case: &str) {
    let found = digest(&bundle(&folder(case)));
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recaps").join(case).join("expected.txt");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{case} differs; UPDATE_EXPECT=1 takes it over");
}

#[test]
fn a_source_and_its_export_are_one_recap() {
    check("copies");
}

#[test]
fn a_list_of_titles_with_notes_is_a_list_of_talks() {
    check("list-of-talks");
}

#[test]
fn an_author_may_give_prizes() {
    check("awards");
}

#[test]
fn a_section_whose_heading_was_lost_is_still_a_section() {
    check("lost-heading");
}

#[test]
fn tags_become_themes() {
    check("tags");
}

#[test]
fn front_matter_states_what_need_not_be_guessed() {
    check("front-matter");
}

#[test]
fn markdown_shortcodes_and_html_become_a_tree() {
    check("shapes");
}

#[test]
fn people_write_trip_reports_in_many_shapes() {
    check("trip-report");
}

#[test]
fn what_is_unclear_is_said_to_be_unclear() {
    check("unclear");
}

#[test]
fn an_edition_that_no_registry_lists_is_derived() {
    check("derived");
}

#[test]
fn derived_editions_are_entries_of_a_registry() {
    let mut folder = folder("derived");
    let entries = bundle(&folder).derived;
    assert!(entries.contains("id = \"weftfest-2019\""), "{entries}");
    let registry = folder.registries.get_mut("conferences.toml").unwrap();
    registry.extend(format!("\n{entries}").into_bytes());
    let again = bundle(&folder);
    assert_eq!(again.derived, "");
    assert!(!again.has_errors(), "{:?}", again.diagnostics);
}

#[test]
fn a_list_of_talks_in_the_header_is_the_last_word() {
    check("listed-talks");
}

#[test]
fn a_name_that_only_its_place_gives_away_is_uncertain() {
    check("names");
}

#[test]
fn every_problem_of_a_run_is_reported_at_once() {
    check("broken");
}

#[test]
fn headers_of_many_generators_say_the_same() {
    check("headers");
}

#[test]
fn a_vault_of_notes_is_read_as_its_author_sees_it() {
    check("vault");
}

#[test]
fn what_is_not_meant_for_readers_stays_out() {
    check("unpublished");
}

#[test]
fn pages_of_html_are_read_by_their_main_content() {
    check("pages");
}

#[test]
fn mails_and_texts_are_read_without_what_is_private() {
    check("mails");
}

#[test]
fn a_recap_of_the_future_waits_for_its_day() {
    let mut folder = folder("unpublished");
    folder.today = "2020-01-01".parse().ok();
    let codes: Vec<String> =
        bundle(&folder).left_out.iter().map(|(path, why)| format!("{path}: {why}")).collect();
    assert!(codes.contains(&"future.md: dated in the future".to_owned()), "{codes:?}");
    assert!(codes.contains(&"past.md: expired".to_owned()), "{codes:?}");
    folder.today = "2031-05-05".parse().ok();
    assert!(bundle(&folder).left_out.iter().all(|(path, _)| path != "future.md"));
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let written = || files(&bundle(&folder("copies")).dataset).unwrap().0;
    assert_eq!(written(), written());
}

#[test]
fn the_order_of_copies_does_not_matter() {
    let mut swapped = folder("copies");
    let first = swapped.recaps.remove("0-source.md").unwrap();
    swapped.recaps.insert("9-source.md".to_owned(), first);
    let bundled = bundle(&swapped);
    let [recap] = bundled.dataset.catalog.recaps.as_slice() else { panic!("one recap") };
    assert_eq!(recap.copies[0].file, "9-source.md");
}

#[test]
fn a_bare_folder_has_only_the_editions_it_tells_of() {
    let mut folder = Folder::default();
    folder
        .recaps
        .insert("a.md".to_owned(), b"# KubeCon Europe 2018 recap\n\nIt was good.".to_vec());
    let editions: Vec<String> =
        bundle(&folder).dataset.catalog.conferences.iter().map(|c| c.id.0.clone()).collect();
    assert_eq!(editions, ["kubecon-eu-2018"]);
}

#[test]
fn nothing_gives_an_empty_dataset() {
    let bundled = bundle(&Folder::default());
    assert_eq!(
        (
            bundled.diagnostics.len(),
            bundled.dataset.catalog.recaps.len(),
            bundled.dataset.chunks.len()
        ),
        (0, 0, 0)
    );
}
