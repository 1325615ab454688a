//! The built command as a tool for curators: proposals, new files, reasons, coverage, explanations, shells.

use crate::scene::{GOOD, Scene, code, hallway, log, names};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::str;

const LOOMS: &str = "---\ntitle: What I heard at LoomConf 2024\nauthor: Ada Weaver\ntalks:\n  - title: Looms at scale\n    \
                     speakers: [Bo Thread (Woolen)]\n  - title: Silent shuttles\n---\n\nGood coffee.\n\n## Looms at scale\n\n\
                     Ten thousand looms were moved in one night.\n";

pub(super) fn out(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

/// Runs the command in a folder.
pub(super) fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hallway"));
    command.current_dir(folder).args(arguments).output().unwrap()
}

#[test]
fn an_empty_folder_says_how_to_begin_and_every_command_fails_alike() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["check"][..],
        &["serve"],
        &["build"],
        &["why", "x"],
        &["coverage"],
        &["new", "recap", "--for", "x"],
    ] {
        let output = run_in(folder.path(), arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(log(&output).contains("hallway init"), "{arguments:?}: {}", log(&output));
    }
    assert_eq!(names(folder.path()), [""; 0]);
    let output = run_in(folder.path(), &["init"]);
    assert!(log(&output).contains("next: hallway serve --open"), "{}", log(&output));
}

#[test]
fn registries_are_proposed_from_notes_that_are_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("looms.md"), LOOMS).unwrap();
    fs::write(folder.path().join("people.toml"), "# mine\n").unwrap();
    let output = run_in(folder.path(), &["init"]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    assert!(log(&output).contains("next: hallway serve --open"), "{}", log(&output));
    assert!(log(&output).contains("found in .: 1 recap, 1 conference"), "{}", log(&output));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(read("conferences.toml").contains("name = \"LoomConf 2024\""));
    assert!(!read("conferences.toml").contains("Example"));
    assert_eq!(read("people.toml"), "# mine\n");
    assert!(read("themes.toml").contains("extend = true"));
    let check = run_in(folder.path(), &["check"]);
    assert!(out(&check).contains("0 errors"), "{}", out(&check));
    assert!(!out(&check).contains("edition-derived"), "{}", out(&check));
    fs::remove_file(folder.path().join("people.toml")).unwrap();
    assert_eq!(code(&run_in(folder.path(), &["init"])), 0);
    assert!(read("people.toml").contains("[[person]]\nid = \"bo-thread\"\nname = \"Bo Thread\""));
    assert!(read("people.toml").contains("[[organization]]\nid = \"woolen\""));
}

#[test]
fn a_fix_adds_to_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let registry = || fs::read_to_string(folder.path().join("conferences.toml")).unwrap();
    let years = [2024, 2025, 2026];
    for year in years {
        let notes = LOOMS.replace("2024", &year.to_string());
        fs::write(folder.path().join(format!("looms-{year}.md")), notes).unwrap();
        let arguments: &[&str] = if year == 2024 { &["init"] } else { &["check", "--fix"] };
        let output = run_in(folder.path(), arguments);
        assert_eq!(code(&output), 0, "{}", log(&output));
        let check = run_in(folder.path(), &["check"]);
        assert!(out(&check).contains("0 errors"), "{}{}", out(&check), registry());
    }
    for year in years {
        assert!(registry().contains(&format!("name = \"LoomConf {year}\"")), "{}", registry());
    }
    // A list that is complete has no place for more.
    let complete = "series = [{ id = \"loomconf\", name = \"LoomConf\" }]\n";
    fs::write(folder.path().join("conferences.toml"), complete).unwrap();
    fs::write(folder.path().join("wefts.md"), LOOMS.replace("LoomConf", "WeftConf")).unwrap();
    let output = run_in(folder.path(), &["check", "--fix"]);
    assert_eq!(code(&output), 2, "{}", log(&output));
    assert!(log(&output).contains("the entries do not fit into this file"), "{}", log(&output));
    assert_eq!(registry(), complete);
}

#[test]
fn a_check_asks_about_personal_files_and_fails_where_a_build_would() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("looms.md", LOOMS);
    write("hotel.md", "# LoomConf 2024 hotel\n\nThe door code is on the fridge.\n");
    let check = run_in(folder.path(), &["check"]);
    let begin = "no talk found, and no author, URL or date stated, in: ";
    let line = format!("{begin}hotel.md; if these are not for readers");
    assert!(out(&check).contains(&line), "{}", out(&check));
    assert_eq!(code(&check), 0);
    // A journal has a date in its name, and no other.
    for day in 1..=6 {
        write(&format!("2024-03-0{day}.md"), &format!("# 2024-03-0{day}\n\nDentist {day}.\n"));
    }
    let check = run_in(folder.path(), &["check"]);
    assert!(out(&check).contains(&format!("{begin}2024-03-01.md, ")), "{}", out(&check));
    assert!(out(&check).contains("2 more (--all names each)"), "{}", out(&check));
    let check = run_in(folder.path(), &["check", "--all"]);
    assert!(out(&check).contains("2024-03-06.md, hotel.md; if"), "{}", out(&check));
    write("site.toml", "site_url = \"loom.example\"\n");
    let check = run_in(folder.path(), &["check"]);
    assert_eq!(code(&check), 2, "{}", out(&check));
    assert!(log(&check).contains("site_url in site.toml"), "{}", log(&check));
}

#[test]
fn every_fact_of_a_page_has_its_place_and_its_rule() {
    let scene = Scene::new(LOOMS);
    let why = |id: &str| run_in(scene.folder.path(), &["why", id]);
    let conference = why("loomconf-2024");
    assert_eq!(code(&conference), 0, "{}", log(&conference));
    for words in ["data/recap.md:2", "inferred", "no registry lists it", "2 talks"] {
        assert!(out(&conference).contains(words), "{words}: {}", out(&conference));
    }
    let person = why("Bo Thread");
    for words in ["person bo-thread: Bo Thread", "data/recap.md:", "stated"] {
        assert!(out(&person).contains(words), "{words}: {}", out(&person));
    }
    let talk = why("https://example.org/notes/talk/loomconf-2024-looms-at-scale.html");
    assert!(out(&talk).contains("the text of a note"), "{} {}", out(&talk), log(&talk));
    let nothing = why("nobody");
    assert_eq!(code(&nothing), 2);
    assert!(log(&nothing).contains("nothing here"), "{}", log(&nothing));
}

#[test]
fn gaps_are_named_and_become_a_draft_once() {
    let scene = Scene::new(LOOMS);
    let run = |arguments: &[&str]| run_in(scene.folder.path(), arguments);
    let all = run(&["coverage"]);
    assert!(
        out(&all).contains("LoomConf 2024 (loomconf-2024): notes on 1 of 2 talks"),
        "{}",
        out(&all)
    );
    let one = run(&["coverage", "LoomConf 2024", "--write"]);
    assert_eq!(code(&one), 0, "{}", log(&one));
    assert!(out(&one).contains("no note: Silent shuttles"), "{}", out(&one));
    let draft = fs::read_to_string(scene.path("data/loomconf-2024-to-write.md")).unwrap();
    assert!(draft.contains("## Silent shuttles") && !draft.contains("Looms at scale"), "{draft}");
    let check = run(&["check"]);
    assert!(out(&check).contains("not published: 1 draft"), "{}", out(&check));
    let again = run(&["coverage", "loomconf-2024", "--write"]);
    assert_eq!(code(&again), 2);
    assert!(log(&again).contains("exists already"), "{}", log(&again));
    assert_eq!(fs::read_to_string(scene.path("data/loomconf-2024-to-write.md")).unwrap(), draft);
}

#[test]
fn a_new_recap_is_read_as_it_says() {
    let scene = Scene::new(GOOD);
    fs::create_dir(scene.path("data/recaps")).unwrap();
    let new = |talk: &str| {
        let title = ["new", "recap", "--for", "KubeCon EU 2018", "--talk", talk];
        run_in(scene.folder.path(), &title)
    };
    let output = new("Say \"looms\": a talk # two");
    assert_eq!(code(&output), 0, "{}", log(&output));
    let files = names(&scene.path("data/recaps"));
    assert_eq!(files.len(), 1);
    assert!(log(&output).contains("it is a draft until you delete the line"), "{}", log(&output));
    let check = run_in(scene.folder.path(), &["check"]);
    assert!(out(&check).contains("not published: 1 draft"), "{}", out(&check));
    let path = scene.path("data/recaps").join(&files[0]);
    let draft = fs::read_to_string(&path).unwrap();
    fs::write(&path, draft.replace("draft: true", "")).unwrap();
    let check = run_in(scene.folder.path(), &["check"]);
    assert!(out(&check).contains("0 errors"), "{}", out(&check));
    assert!(out(&check).contains("Say \\\"looms\\\": a talk # two"), "{}", out(&check));
    assert_eq!(code(&new("Other")), 2);
    assert_eq!(names(&scene.path("data/recaps")), files);
}

#[test]
fn the_look_of_a_curator_is_on_every_page() {
    let scene = Scene::new(LOOMS);
    scene.make_client();
    let data = scene.path("data");
    fs::create_dir(data.join("pages")).unwrap();
    fs::write(data.join("pages/about.md"), "# About\n\nI weave.\n").unwrap();
    fs::write(data.join("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    fs::write(data.join("mine.css"), ".site-title { color: teal; }\n").unwrap();
    let site = "accent = \"#fd0\"\nlogo = \"logo.svg\"\nicon = \"gone.png\"\nstyle = \"mine.css\"\nfonts = \"serif\"\n\
                footer = \"By [Ada](https://weaver.example/).\"\n[[navigation]]\ntitle = \"About\"\nurl = \"about.html\"\n\
                [[navigation]]\ntitle = \"Bad\"\nurl = \"javascript:alert(1)\"\n";
    fs::write(data.join("site.toml"), site).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    for words in
        ["light pages use #", "there is no file \"gone.png\"", "\"javascript:alert(1)\" is not"]
    {
        assert!(log(&output).contains(words), "{words}: {}", log(&output));
    }
    let read = |path: &str| fs::read_to_string(scene.path("out").join(path)).unwrap();
    let sheet =
        names(&scene.path("out")).into_iter().find(|name| name.starts_with("look-")).unwrap();
    for part in [
        "@layer look{",
        "--accent:#",
        "data:image/svg+xml;base64,",
        "@layer site{\n.site-title { color: teal; }",
    ] {
        assert!(read(&sheet).contains(part), "{part}: {}", read(&sheet));
    }
    // The explorer contains the style, and its policy allows that.
    assert!(read("index.html").contains("@layer site{"), "{}", read("index.html"));
    for (page, root) in [
        ("index.html", "./"),
        ("about.html", "./"),
        ("talk/loomconf-2024-looms-at-scale.html", "../"),
    ] {
        let html = read(page);
        assert!(
            html.contains(&format!("<a href=\"{root}about.html\">About</a></nav>")),
            "{page}: {html}"
        );
        assert!(html.contains("By <a href=\"https://weaver.example/\">Ada</a>."), "{page}: {html}");
        assert!(!html.contains("javascript:"), "{page}");
        if page != "index.html" {
            assert!(html.contains(&format!("href=\"{root}{sheet}\"")), "{page}: {html}");
        }
    }
}

#[test]
fn a_code_is_explained_as_the_guide_explains_it() {
    let one = hallway(&["explain", "uncertain[talk-uncertain]"]);
    assert_eq!(code(&one), 0, "{}", log(&one));
    assert!(out(&one).contains("Fix"), "{}", out(&one));
    let guide = include_str!("../../../public/docs/guide/reports.md");
    assert!(guide.contains(out(&one).split_once("\n\n").unwrap().1.trim()));
    let all = hallway(&["explain"]);
    assert!(out(&all).lines().any(|line| line.starts_with("talk-uncertain ")), "{}", out(&all));
    assert_eq!(code(&hallway(&["explain", "nonsense"])), 2);
}

#[test]
fn shells_learn_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = hallway(&["completions", shell]);
        assert_eq!(code(&script), 0, "{}", log(&script));
        assert!(out(&script).contains("coverage") && out(&script).contains("hallway"), "{shell}");
    }
    let scene = Scene::new(GOOD);
    let folder = scene.path("man");
    assert_eq!(code(&hallway(&["manual", folder.to_str().unwrap()])), 0);
    let pages = names(&folder);
    assert!(pages.contains(&"hallway.1".to_owned()), "{pages:?}");
    assert!(pages.contains(&"hallway-check.1".to_owned()), "{pages:?}");
    let page = fs::read_to_string(folder.join("hallway.1")).unwrap();
    assert!(page.contains("Exit codes"), "{page}");
}
