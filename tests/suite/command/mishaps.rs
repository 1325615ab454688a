//! Common mistakes: each is named, the exit code is right, and nobody loses anything.

use crate::scene::{GOOD, Scene, code, hallway, log, names};
use hallway::bundle::{Folder, Staging};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::{ffi::OsStrExt as _, fs::PermissionsExt as _, fs::symlink};
use std::process::Output;

#[track_caller]
fn refused(output: &Output, why: &str) {
    assert_eq!(code(output), 2, "{}", log(output));
    assert!(log(output).contains(why), "{}", log(output));
}

fn site() -> Scene {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    scene
}

#[test]
fn a_recap_is_no_place_for_a_site() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    for name in ["app.classic.js", "app_bg.wasm", "look.css"] {
        fs::write(scene.path("client").join(name), "").unwrap();
    }
    let recap = scene.path("data/recap.md");
    let [data, client, out] = [&scene.path("data"), &scene.path("client"), &recap]
        .map(|path| path.to_str().unwrap().to_owned());
    refused(&hallway(&["build", &data, "--client", &client, "--out", &out]), "recap.md is a file");
    refused(&hallway(&["bundle", &data, "--out", &out]), "recap.md is a file");
    refused(&hallway(&["import", &data, "--out", &out]), "recap.md is a file");
    refused(&hallway(&["check", &out]), "recap.md is a file");
    refused(
        &hallway(&["build", &data, "--client", &client, "--single", &out]),
        "was not written by Hallway",
    );
    assert_eq!(fs::read_to_string(&recap).unwrap(), GOOD);
    assert_eq!(names(&scene.path("data")), ["recap.md"]);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let scene = Scene::new(GOOD);
    let nowhere = scene.path("nowhere");
    refused(&hallway(&["check", nowhere.to_str().unwrap()]), "there is no folder");
    let out = scene.path("out");
    let arguments = ["import", nowhere.to_str().unwrap(), "--out", out.to_str().unwrap()];
    refused(&hallway(&arguments), "there is no file or folder");
}

#[test]
fn what_is_not_ours_stays_in_a_site_and_in_a_dataset() {
    let scene = site();
    fs::write(scene.path("out/CNAME"), "notes.example").unwrap();
    fs::create_dir_all(scene.path("out/.git/refs/heads")).unwrap();
    fs::write(scene.path("out/.git/HEAD"), "ref: refs/heads/main").unwrap();
    scene.write("# KubeCon Europe 2018 recap\n\nIt was better.\n");
    for options in [&["--precompress"][..], &[]] {
        let output = scene.build(options);
        assert_eq!(code(&output), 0);
        assert!(
            log(&output).contains("left 2 files alone that Hallway did not write"),
            "{}",
            log(&output)
        );
        assert_eq!(fs::read_to_string(scene.path("out/CNAME")).unwrap(), "notes.example");
        assert!(scene.path("out/.git/refs/heads").is_dir());
    }
    // The compressed copies of the first build were removed with it.
    assert!(!scene.path("out/index.html.br").exists());

    let scene = Scene::new(GOOD);
    assert_eq!(code(&scene.bundle()), 0);
    fs::write(scene.path("out/note.txt"), "mine").unwrap();
    scene.write("# KubeCon Europe 2018 recap\n\nIt was better.\n");
    assert_eq!(code(&scene.bundle()), 0);
    assert_eq!(names(&scene.path("out")).len(), 10);
}

#[test]
fn other_programs_have_a_manifest_and_a_record_too() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    fs::create_dir(scene.path("out")).unwrap();
    for name in ["manifest.json", "build.json"] {
        fs::write(scene.path("out").join(name), r#"{"name": "A game"}"#).unwrap();
    }
    refused(&scene.bundle(), "not written by Hallway");
    refused(&scene.build(&[]), "not written by Hallway");
    assert_eq!(names(&scene.path("out")), ["build.json", "manifest.json"]);
}

#[test]
fn a_second_run_leaves_the_first_alone() {
    let scene = site();
    let first = Staging::begin(&scene.path("out")).unwrap();
    first.write("a.txt", b"one").unwrap();
    refused(&scene.build(&[]), "another run of hallway");
    first.write("b.txt", b"two").unwrap();
    first.finish().unwrap();
    assert_eq!(names(&scene.path("out")), ["a.txt", "b.txt"]);
}

#[test]
fn the_one_file_may_lie_in_the_site() {
    let scene = site();
    for name in ["app.classic.js", "app_bg.wasm", "look.css"] {
        fs::write(scene.path("client").join(name), "").unwrap();
    }
    let single = scene.path("out/notes.html");
    for _ in 0..2 {
        let output = scene.build(&["--single", single.to_str().unwrap()]);
        assert_eq!(code(&output), 0, "{}", log(&output));
    }
    assert!(single.is_file() && scene.path("out/index.html").is_file());
}

#[test]
fn schemas_take_the_place_of_schemas_only() {
    let scene = Scene::new(GOOD);
    let schemas = scene.path("schemas");
    let write = || hallway(&["schema", "--out", schemas.to_str().unwrap()]);
    assert_eq!((code(&write()), code(&write())), (0, 0));
    fs::write(schemas.join("people.json"), r#"["Ada"]"#).unwrap();
    refused(&write(), "people.json was not written by Hallway");
    assert_eq!(fs::read_to_string(schemas.join("people.json")).unwrap(), r#"["Ada"]"#);
}

#[test]
fn a_client_is_not_a_site() {
    let scene = site();
    let [data, out, other] = ["data", "out", "other"].map(|name| scene.path(name));
    let [data, out, other] = [&data, &out, &other].map(|path| path.to_str().unwrap());
    refused(&hallway(&["build", data, "--client", out, "--out", other]), "is a site, not a client");
    assert!(!scene.path("other").exists());
}

#[test]
fn a_site_among_the_recaps_is_not_read() {
    let scene = site();
    fs::rename(scene.path("out"), scene.path("data/site")).unwrap();
    let folder = Folder::read(&scene.path("data")).unwrap();
    assert_eq!(folder.recaps.keys().collect::<Vec<_>>(), ["recap.md"]);
    assert_eq!(folder.diagnostics, []);
}

#[test]
fn one_file_that_cannot_be_read_is_named_and_the_others_are_read() {
    let scene = Scene::new(GOOD);
    let secret = scene.path("data/secret.md");
    fs::write(&secret, "x").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    fs::write(scene.path("data").join(OsStr::from_bytes(b"a\xff.md")), GOOD).unwrap();
    let outside = tempfile::tempdir().unwrap();
    for name in ["b.md", "c.md"] {
        fs::write(outside.path().join(name), GOOD).unwrap();
    }
    symlink(outside.path(), scene.path("data/there")).unwrap();
    let folder = Folder::read(&scene.path("data")).unwrap();
    let mut found: Vec<(&str, &str)> =
        folder.diagnostics.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
    // A user who may read everything reads this, too.
    let is_readable = fs::read(&secret).is_ok();
    found.retain(|(code, _)| *code != "unreadable");
    assert_eq!(found, [("file-name", "a\u{fffd}.md"), ("link-out-of-folder", "there")]);
    assert_eq!(folder.recaps.len(), 1 + usize::from(is_readable));
    assert!(is_readable || folder.diagnostics.iter().any(|it| it.path == "secret.md"));
}

#[test]
fn an_address_in_a_registry_is_one_that_a_reader_may_follow() {
    let scene = Scene::new(GOOD);
    let conferences = "[[series]]\nid = \"k\"\nname = \"KubeCon\"\n[[conference]]\nid = \"k-2018\"\n\
                       name = \"KubeCon Europe 2018\"\nseries = \"k\"\nstart = \"2018-05-02\"\n\
                       links = [{ kind = \"site\", url = \"javascript:alert(1)\" }]\n";
    fs::write(scene.path("data/conferences.toml"), conferences).unwrap();
    let output = scene.bundle();
    assert_eq!(code(&output), 1, "{}", log(&output));
    assert!(log(&output).contains("conferences.toml:9:"), "{}", log(&output));
}

#[test]
fn a_registry_that_cannot_be_read_is_what_is_reported() {
    let scene =
        Scene::new("---\nthemes: [a, b, c]\nconference: kubecon-eu-2018\n---\n\nIt was good.\n");
    fs::write(scene.path("data/themes.toml"), "[[themes]]\n").unwrap();
    let output = scene.bundle();
    assert_eq!(code(&output), 1);
    assert!(log(&output).contains("1 error; the notes are checked once"), "{}", log(&output));
}

#[test]
fn nothing_invisible_gets_into_a_dataset() {
    let scene = Scene::new(
        "---\ntitle: \"a \\u202e b \\e[31m\"\nauthor: \"\\u0007 Ada\"\nconference: kubecon-eu-2018\n---\n\n\
         On &#x202e; and &#27; and `\u{1b}[31m`.\n",
    );
    let output = scene.bundle();
    assert_eq!(code(&output), 0, "{}", log(&output));
    for name in names(&scene.path("out")) {
        let text = fs::read_to_string(scene.path("out").join(&name)).unwrap();
        let is_bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!text.contains(is_bad) && !text.contains("\\u00"), "{name}: {text}");
    }
}

#[test]
fn a_ledger_that_cannot_be_read_is_never_replaced() {
    let scene = site();
    let ledger = scene.path("data/ids.tsv");
    let known = fs::read(&ledger).unwrap();
    let broken = [known.as_slice(), b"\xff\n"].concat();
    fs::write(&ledger, &broken).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 1, "{}", log(&output));
    assert!(log(&output).contains("the ledger is not UTF-8"), "{}", log(&output));
    assert_eq!(fs::read(&ledger).unwrap(), broken);
    let elsewhere = scene.path("elsewhere.tsv");
    fs::write(&elsewhere, &known).unwrap();
    fs::remove_file(&ledger).unwrap();
    symlink(&elsewhere, &ledger).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 1, "{}", log(&output));
    assert!(fs::symlink_metadata(&ledger).unwrap().is_symlink());
}

#[test]
fn a_header_for_a_folder_is_checked_like_any_other_file() {
    let scene = Scene::new(GOOD);
    let outside = scene.path("outside.md");
    fs::write(&outside, "# LoomConf 2019\n\nSecret words.").unwrap();
    for name in ["a", "b"] {
        fs::create_dir(scene.path("data").join(name)).unwrap();
    }
    symlink(&outside, scene.path("data/a/_index.md")).unwrap();
    fs::write(scene.path("data/b/hallway.toml"), "event = \"LoomConf 2019\"\nevent =\n").unwrap();
    let output = hallway(&["check", scene.path("data").to_str().unwrap()]);
    let report = String::from_utf8_lossy(&output.stdout);
    for told in ["a/_index.md", "link-out-of-folder", "b/hallway.toml:2", "front-matter"] {
        assert!(report.contains(told), "{told}: {report}");
    }
    assert!(Folder::read(&scene.path("data")).unwrap().recaps.len() == 1);
}
