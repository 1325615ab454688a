//! What the command prints can be understood, copied and followed, and no guess is written as a fact.

use crate::scene::{GOOD, Scene, code, hallway, log, names};
use std::path::Path;
use std::process::{Command, Output};
use std::{fs, str};

const HEARD: &str = "# Heard\n\nSome words.\n\n- \"Reeds sing\" -- Bo Thread, ReedConf 2019\n";
const LOOMS: &str = "# What I heard at LoomConf 2024\n\nGood coffee.\n";

fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallway"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

/// A folder with a conference that is sure and one that is a guess.
fn sure_and_guessed() -> Scene {
    let scene = Scene::new(LOOMS);
    fs::write(scene.path("data/heard.md"), HEARD).unwrap();
    scene
}

#[test]
fn a_new_site_has_its_guesses_as_comments() {
    let scene = sure_and_guessed();
    assert_eq!(code(&run_in(&scene.path("data"), &["init"])), 0);
    let registry = fs::read_to_string(scene.path("data/conferences.toml")).unwrap();
    for line in
        ["\nid = \"loomconf-2024\"\n", "\n# id = \"reedconf-2019\"\n", "\n# id = \"reedconf\"\n"]
    {
        assert!(registry.contains(line), "{line}: {registry}");
    }
    let check = run_in(&scene.path("data"), &["check"]);
    assert!(out(&check).contains("edition-uncertain"), "the doubt stays: {}", out(&check));
    assert!(!out(&check).contains("\"LoomConf 2024\" is in no registry"), "{}", out(&check));
}

#[test]
fn a_fix_adds_no_guess_and_a_check_prints_it_as_a_comment() {
    let scene = sure_and_guessed();
    let check = run_in(scene.folder.path(), &["check"]);
    for line in ["\nid = \"loomconf-2024\"\n", "\n# id = \"reedconf-2019\"\n"] {
        assert!(out(&check).contains(line), "{line}: {}", out(&check));
    }
    for _ in 0..2 {
        let fix = run_in(scene.folder.path(), &["check", "--fix"]);
        assert!(
            log(&fix).contains("did not add what may be no conference: reedconf-2019"),
            "{}",
            log(&fix)
        );
        let registry = fs::read_to_string(scene.path("data/conferences.toml")).unwrap();
        assert_eq!(registry.matches("loomconf-2024").count(), 1, "{registry}");
        assert!(!registry.contains("reedconf"), "{registry}");
    }
}

#[test]
fn a_conference_that_only_the_registry_has_is_named() {
    let scene = sure_and_guessed();
    let line = "conferences.toml that no note names";
    assert!(!out(&run_in(scene.folder.path(), &["check"])).contains(line));
    run_in(scene.folder.path(), &["check", "--fix"]);
    assert!(!out(&run_in(scene.folder.path(), &["check"])).contains(line));
    fs::write(scene.path("data/site.toml"), "exclude = [\"recap.md\"]\n").unwrap();
    let check = run_in(scene.folder.path(), &["check"]);
    let whole = "1 conference in conferences.toml that no note names: loomconf-2024; it has a page until you delete its entry there";
    assert!(out(&check).contains(whole), "{}", out(&check));
}

#[test]
fn a_printed_command_can_be_copied() {
    let scene = Scene::new(GOOD);
    fs::rename(scene.path("data"), scene.path("My notes")).unwrap();
    let init = run_in(scene.folder.path(), &["init", "My notes"]);
    for words in ["hallway serve 'My notes' --open", "hallway check 'My notes'"] {
        assert!(log(&init).contains(words), "{words}: {}", log(&init));
    }
    let new = run_in(
        scene.folder.path(),
        &["new", "recap", "--for", "LoomConf 2025", "--data", "My notes"],
    );
    assert!(log(&new).contains("run: hallway check 'My notes'"), "{}", log(&new));
}

#[test]
fn nobody_is_told_to_empty_a_folder_of_notes() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    fs::create_dir(scene.path("data/vault")).unwrap();
    fs::write(scene.path("data/vault/a.md"), GOOD).unwrap();
    let [data, client] = ["data", "client"].map(|name| scene.path(name));
    for out in [data.clone(), scene.folder.path().to_owned(), scene.path("data/vault"), "/".into()]
    {
        let paths = [&data, &client, &out].map(|path| path.to_str().unwrap());
        let [data, client, out] = paths;
        let output = hallway(&["build", data, "--client", client, "--out", out]);
        assert_eq!(code(&output), 2, "{out}: {}", log(&output));
        let told = log(&output);
        assert!(
            told.contains("was not written by Hallway") && !told.contains("empty this"),
            "{told}"
        );
        assert!(told.contains("name a folder that is new or empty"), "{told}");
    }
    assert_eq!(names(&scene.path("data")), ["recap.md", "vault"]);
}

#[test]
fn wrong_settings_and_options_are_named_with_what_is_allowed() {
    let scene = Scene::new(GOOD);
    fs::write(scene.path("data/site.toml"), "fonts = \"comic\"\n").unwrap();
    let check = run_in(scene.folder.path(), &["check"]);
    assert!(out(&check).contains("fonts cannot be \"comic\""), "{}", out(&check));
    assert!(out(&check).contains("it may be: mixed, serif"), "{}", out(&check));
    assert!(out(&check).contains("1 error; the notes are checked once"), "{}", out(&check));
    assert!(!out(&check).contains("0 warnings"), "{}", out(&check));
    let port = run_in(scene.folder.path(), &["serve", "--port", "abc"]);
    assert!(log(&port).contains("a port is a number from 0 to 65535"), "{}", log(&port));
    let url = run_in(scene.folder.path(), &["build", "--site-url", "loom.example"]);
    assert!(log(&url).contains("it does not begin with https://; give the whole"), "{}", log(&url));
}

#[test]
fn a_failure_of_the_disk_says_what_to_do() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    for name in ["app.classic.js", "app_bg.wasm", "look.css"] {
        fs::write(scene.path("client").join(name), "").unwrap();
    }
    let [data, client, out] = ["data", "client", "nowhere/notes.html"].map(|name| scene.path(name));
    let [data, client, out] = [&data, &client, &out].map(|path| path.to_str().unwrap());
    let output = hallway(&["build", data, "--client", client, "--single", out]);
    assert_eq!(code(&output), 2, "{}", log(&output));
    let told = log(&output);
    assert!(told.contains("there is no such file or folder; check the path"), "{told}");
    assert!(!told.contains("os error"), "{told}");
}

#[test]
fn a_broken_list_is_told_without_numbers_that_would_be_wrong() {
    let scene = Scene::new("# LoomConf 2024 recap\n\nLooms everywhere.\n");
    scene.make_client();
    fs::write(scene.path("data/themes.toml"), "[[theme]]\nid = \"looms\"\nname = \"Looms\"\n")
        .unwrap();
    assert_eq!(code(&scene.build(&[])), 0);
    let ledger = fs::read_to_string(scene.path("data/ids.tsv")).unwrap();
    assert!(ledger.contains("theme\tlooms"), "{ledger}");
    fs::write(scene.path("data/themes.toml"), "[[theme]\n").unwrap();
    let check = run_in(scene.folder.path(), &["check"]);
    let build = scene.build(&[]);
    assert_eq!((code(&check), code(&build)), (1, 1));
    for told in [out(&check), log(&build)] {
        assert!(told.contains("the notes are checked once"), "{told}");
        for wrong in ["address ends", "found  inferred", "0 warnings", "themes   "] {
            assert!(!told.contains(wrong), "{wrong}: {told}");
        }
    }
    assert_eq!(fs::read_to_string(scene.path("data/ids.tsv")).unwrap(), ledger);
}

#[test]
fn a_navigation_that_leads_nowhere_is_told() {
    let scene = Scene::new(LOOMS);
    fs::create_dir(scene.path("data/pages")).unwrap();
    fs::write(scene.path("data/pages/about.md"), "# About\n\nI weave.\n").unwrap();
    let urls = [
        "about.html",
        "./themes.html?theme=x#top",
        "index.html",
        "conference/loomconf-2024.html",
        "https://loom.example/nowhere.html",
        "slides.pdf",
        "nowhere.html",
        "talk/nothing.html",
    ];
    let entry = |url: &&str| format!("[[navigation]]\ntitle = \"A\"\nurl = \"{url}\"\n");
    fs::write(scene.path("data/site.toml"), urls.iter().map(entry).collect::<String>()).unwrap();
    let check = run_in(scene.folder.path(), &["check", "--all"]);
    for url in urls {
        let told = format!("the navigation leads to \"{url}\", which is no page of the site");
        let is_lost = ["nowhere.html", "talk/nothing.html"].contains(&url);
        assert_eq!(out(&check).contains(&told), is_lost, "{url}: {}", out(&check));
    }
}
