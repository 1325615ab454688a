//! What the curator takes out of the site leaves the ledger, which is published with the notes.

use crate::scene::Scene;
use hallway::bundle::{Bundled, Folder, IdKind, bundle};
use std::fs;

const DIARY: &str = "# Crying at LoomConf 2024\n\nWith Zora Quill (Plumbline) in the cellar.\n\n\
                     ## \"Knots of Sorrow\" by Zora Quill\n\nTears, and a theme of grief.\n";
const OTHER: &str = "# LoomConf 2024 recap\n\n## \"Felt for All\" by Ada Weaver\n\nIt was good.\n";

/// Reads the folder as a build does, and keeps the ledger.
fn built(scene: &Scene) -> (Bundled, String) {
    let bundled = bundle(&Folder::read(&scene.path("data")).unwrap());
    fs::write(scene.path("data/ids.tsv"), &bundled.ledger).unwrap();
    let ledger = bundled.ledger.clone();
    (bundled, ledger)
}

const WORDS: [&str; 5] = ["crying", "cellar", "sorrow", "quill", "plumbline"];

#[track_caller]
fn has_words(ledger: &str, expected: bool) {
    let ledger = ledger.to_lowercase();
    let found: Vec<&&str> = WORDS.iter().filter(|word| ledger.contains(**word)).collect();
    assert_eq!(!found.is_empty(), expected, "{found:?}: {ledger}");
}

#[test]
fn a_file_that_is_kept_out_leaves_no_word_in_the_ledger() {
    let private = DIARY.replacen("# ", "---\nprivate: true\n---\n\n# ", 1);
    for (file, text) in [
        ("data/site.toml", "exclude = [\"diary.md\"]\n"),
        ("data/site.toml", "exclude = [\"dia*\"]\n"),
        ("data/diary.md", private.as_str()),
    ] {
        let scene = Scene::new(OTHER);
        fs::write(scene.path("data/diary.md"), DIARY).unwrap();
        has_words(&built(&scene).1, true);
        // The title changes before: the old id leads on, and must go as well.
        fs::write(scene.path("data/diary.md"), DIARY.replace("Crying", "Laughing")).unwrap();
        has_words(&built(&scene).1, true);
        fs::write(scene.path(file), text).unwrap();
        let (bundled, ledger) = built(&scene);
        has_words(&ledger, false);
        assert!(!ledger.to_lowercase().contains("laughing"), "{ledger}");
        assert!(ledger.contains("Felt for All"), "{ledger}");
        let forgotten = &bundled.changes.forgotten;
        assert!(forgotten.iter().any(|(kind, _)| *kind == IdKind::Recap), "{forgotten:?}");
        assert!(bundled.changes.ended.is_empty(), "{:?}", bundled.changes);
        assert_eq!(built(&scene).1, ledger, "a second build changes nothing");
    }
}

#[test]
fn a_folder_that_is_kept_out_and_a_line_that_ended_before_are_forgotten_too() {
    let scene = Scene::new(OTHER);
    fs::create_dir(scene.path("data/journal")).unwrap();
    fs::write(scene.path("data/journal/diary.md"), DIARY).unwrap();
    let (_, ledger) = built(&scene);
    fs::write(scene.path("data/site.toml"), "exclude = [\"journal/\"]\n").unwrap();
    // An earlier version kept the lines.
    let ended: String = ledger
        .lines()
        .map(|line| {
            let is_of_diary = line.contains("journal/diary.md") || line.contains("crying");
            let mark = if is_of_diary { "\tended=yes\n" } else { "\n" };
            [line, mark].concat()
        })
        .collect();
    fs::write(scene.path("data/ids.tsv"), ended).unwrap();
    let (_, ledger) = built(&scene);
    assert!(!ledger.contains("crying") && !ledger.contains("diary"), "{ledger}");
}

#[test]
fn a_draft_and_a_deleted_file_keep_their_lines() {
    let draft = DIARY.replacen("# ", "---\ndraft: true\n---\n\n# ", 1);
    for text in [Some(draft), None] {
        let scene = Scene::new(OTHER);
        fs::write(scene.path("data/diary.md"), DIARY).unwrap();
        built(&scene);
        match text {
            Some(text) => fs::write(scene.path("data/diary.md"), text).unwrap(),
            None => fs::remove_file(scene.path("data/diary.md")).unwrap(),
        }
        let (bundled, ledger) = built(&scene);
        has_words(&ledger, true);
        assert!(bundled.changes.forgotten.is_empty(), "{:?}", bundled.changes);
    }
}
