//! The curator's day with the built command: start a site, check it, build it.

use crate::scene::{GOOD, Scene, code, hallway, log, names};
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::{fs, str};

/// The arguments, with a path of the scene for each that begins with `@`.
fn run(scene: &Scene, arguments: &[&str]) -> std::process::Output {
    let arguments: Vec<String> = arguments
        .iter()
        .map(|argument| match argument.strip_prefix('@') {
            Some(path) => scene.path(path).to_str().unwrap().to_owned(),
            None => (*argument).to_owned(),
        })
        .collect();
    hallway(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}

fn report(output: &std::process::Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn a_check_reports_to_standard_output_and_ends_with_a_table() {
    let scene = Scene::new(GOOD);
    fs::write(scene.path("data/draft.md"), "---\ndraft: true\n---\n# FOSDEM 2024\n").unwrap();
    let output = run(&scene, &["check", "@data"]);
    assert_eq!((code(&output), log(&output)), (0, ""));
    let report = report(&output);
    let row = |name: &str| report.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    let numbers =
        |name: &str| row(name).split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(numbers("recaps"), ["1", "0", "0"], "{report}");
    assert_eq!(numbers("conferences"), ["1", "1", "0"], "{report}");
    assert!(report.contains("inferred by rule: edition-in-title 1"), "{report}");
    assert!(report.contains("not published: 1 draft: draft.md"), "{report}");
    assert!(!report.contains('\u{1b}'), "no colors in a pipe: {report}");
}

#[test]
fn many_files_with_one_problem_are_told_once() {
    let scene = Scene::new(GOOD);
    for n in 0..30 {
        let recap =
            "---\nconference: KubeCon EU 2018\nthemes: [no-such-thing]\n---\nIt was good.\n";
        fs::write(scene.path(&format!("data/{n:02}.md")), recap.replace("good", &format!("{n}")))
            .unwrap();
    }
    let count =
        |output: &std::process::Output| report(output).matches("warning[unknown-theme]").count();
    assert_eq!(count(&run(&scene, &["check", "@data"])), 1);
    assert_eq!(count(&run(&scene, &["check", "@data", "--all"])), 30);
    let quiet = run(&scene, &["check", "@data", "--quiet"]);
    assert_eq!(count(&quiet), 1);
    assert!(!report(&quiet).contains("found") && log(&quiet).is_empty(), "{}", report(&quiet));
    let sarif = run(&scene, &["check", "@data", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(sarif["runs"][0]["results"].as_array().unwrap().len() >= 30);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let scene = Scene::new(GOOD);
    let mut child = Command::new(env!("CARGO_BIN_EXE_hallway"))
        .args(["check", scene.path("data").to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), log(&output)), (0, ""));
}

#[test]
fn an_empty_folder_says_what_to_do_next() {
    let scene = Scene::new(GOOD);
    fs::remove_file(scene.path("data/recap.md")).unwrap();
    let output = run(&scene, &["check", "@data"]);
    assert_eq!(code(&output), 0);
    assert!(report(&output).contains("hallway init"), "{}", report(&output));
}

#[test]
fn a_new_site_builds_at_once() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    assert_eq!(code(&run(&scene, &["init", "@new"])), 0);
    assert_eq!(
        names(&scene.path("new")),
        [".gitattributes", ".github", ".gitignore", "README.md", "data"]
    );
    let check = run(&scene, &["check", "@new/data"]);
    assert!(report(&check).contains("0 errors, 0 warnings, 0 uncertain"), "{}", report(&check));
    let build = run(&scene, &["build", "@new/data", "--client", "@client"]);
    assert_eq!(code(&build), 0, "{}", log(&build));
    let index = fs::read_to_string(scene.path("new/site/index.html")).unwrap();
    assert!(index.contains("Example Conf 2024"));
    // The folder around the data works as well.
    assert_eq!(code(&run(&scene, &["build", "@new", "--client", "@client"])), 0);
    assert!(!scene.path("site").exists() && !scene.path("new/ids.tsv").exists());
    let before = names(&scene.path("new/data"));
    fs::write(scene.path("new/data/site.toml"), "title = \"Mine\"\n").unwrap();
    fs::remove_file(scene.path("new/data/themes.toml")).unwrap();
    assert_eq!(code(&run(&scene, &["init", "@new"])), 0);
    assert_eq!(names(&scene.path("new/data")), before);
    assert_eq!(fs::read_to_string(scene.path("new/data/site.toml")).unwrap(), "title = \"Mine\"\n");
}

#[test]
fn each_folder_of_notes_has_a_site_of_its_own() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    fs::create_dir(scene.path("other")).unwrap();
    fs::write(scene.path("other/recap.md"), GOOD).unwrap();
    fs::rename(scene.path("data"), scene.path("notes")).unwrap();
    for folder in ["notes", "other", "notes"] {
        let build = run(&scene, &["build", &format!("@{folder}"), "--client", "@client"]);
        assert_eq!(code(&build), 0, "{}", log(&build));
        assert!(scene.path(&format!("{folder}/site/index.html")).is_file());
    }
    assert!(!scene.path("site").exists());
    let check = run(&scene, &["check", "@notes"]);
    assert!(report(&check).contains("1 recap, "), "the site is none: {}", report(&check));
}

#[test]
fn a_folder_of_notes_stays_where_it_is() {
    let scene = Scene::new(GOOD);
    assert_eq!(code(&run(&scene, &["init", "@data"])), 0);
    assert_eq!(fs::read_to_string(scene.path("data/recap.md")).unwrap(), GOOD);
    assert_eq!(
        names(&scene.path("data")),
        [
            ".gitattributes",
            ".github",
            ".gitignore",
            "README.md",
            "recap.md",
            "site.toml",
            "themes.toml"
        ]
    );
    let workflow = fs::read_to_string(scene.path("data/.github/workflows/site.yml")).unwrap();
    assert!(workflow.contains("hallway build . --out"), "{workflow}");
    // The built-in registry has this conference, and a custom file would replace it.
    let check = run(&scene, &["check", "@data"]);
    assert!(report(&check).contains("1 recap, "), "the README is none: {}", report(&check));
}

#[test]
fn the_settings_name_the_address_and_the_option_wins() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let map = || fs::read_to_string(scene.path("out/sitemap.xml")).unwrap();
    fs::write(scene.path("data/site.toml"), "site_url = \"https://a.example/\"\n").unwrap();
    assert_eq!(code(&scene.build(&[])), 0);
    assert!(map().contains("<loc>https://a.example/</loc>"), "{}", map());
    assert_eq!(code(&scene.build(&["--site-url", "https://b.example"])), 0);
    assert!(map().contains("<loc>https://b.example/</loc>"), "{}", map());
    fs::write(scene.path("data/site.toml"), "site_url = \"a.example\"\n").unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 2);
    assert!(log(&output).contains("site_url in site.toml"), "{}", log(&output));
}

/// The answer to a request, with its head.
fn get(address: &str, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// A running server, which ends with the test.
struct Served {
    child: Child,
    /// Lines of its log.
    lines: Lines<BufReader<ChildStderr>>,
    address: String,
}

impl Served {
    fn new(scene: &Scene) -> Self {
        let [data, client] = ["data", "client"].map(|name| scene.path(name));
        let mut child = Command::new(env!("CARGO_BIN_EXE_hallway"))
            .args(["serve", data.to_str().unwrap(), "--client", client.to_str().unwrap()])
            .args(["--port", "0"])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let serving = lines.by_ref().map(Result::unwrap).find(|it| it.starts_with("serving "));
        let serving = serving.unwrap();
        let address = serving.split(['/', ' ']).find(|part| part.starts_with("127.")).unwrap();
        Self { child, lines, address: address.to_owned() }
    }

    fn get(&self, path: &str) -> String {
        get(&self.address, path, &self.address)
    }

    /// Requests the state until it has `words`.
    fn wait_for(&self, words: &str) -> String {
        let mut states = std::iter::repeat_with(|| self.get("/.hallway/state.json"));
        states.find(|state| state.contains(words)).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_served_site_is_for_this_machine_and_reloads_itself() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let mut served = Served::new(&scene);
    let page = served.get("/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("/.hallway/reload.js"), "{page}");
    assert!(!scene.path("site").exists(), "it writes nothing");
    assert!(served.get("/%2e%2e/data/recap.md").starts_with("HTTP/1.1 404"));
    assert!(get(&served.address, "/", "a.example").starts_with("HTTP/1.1 403"));
    assert!(served.get("/.hallway/state.json").contains("\"version\":1"));
    // A change appears without a request.
    scene.write("# KubeCon Europe 2018 recap\n\nIt was better.\n");
    served.lines.by_ref().map(Result::unwrap).find(|line| line.starts_with("1 recap")).unwrap();
    served.wait_for("\"version\":2");
    assert!(served.get("/export/notes.md").starts_with("HTTP/1.1 404"));
}

#[test]
fn what_is_broken_is_told_over_the_last_good_site() {
    let scene = Scene::new(GOOD);
    scene.make_client();
    let served = Served::new(&scene);
    let nothing = "\"problems\":{\"headline\":\"\",\"problems\":[]}";
    assert!(served.wait_for("\"version\":1").contains(nothing));
    // A recap with an error is left out.
    fs::write(scene.path("data/bad.md"), "---\ntitle: [\n---\nText.\n").unwrap();
    let state = served.wait_for("\"version\":2");
    assert!(state.contains("without the files that have errors"), "{state}");
    assert!(state.contains("\"place\":\"bad.md, line "), "{state}");
    // An error in the settings keeps the site as it was.
    fs::write(scene.path("data/site.toml"), "title = \n").unwrap();
    let state = served.wait_for("last good site");
    assert!(state.contains("\"place\":\"site.toml, line 1\""), "{state}");
    assert!(state.contains("\"version\":2"), "{state}");
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
    // A setting that only a build needs is told as well.
    fs::write(scene.path("data/site.toml"), "site_url = \"loom.example\"\n").unwrap();
    let state = served.wait_for("site_url in site.toml");
    assert!(state.contains("begin with https://"), "{state}");
    // Once everything is fixed, there is nothing to report.
    fs::remove_file(scene.path("data/bad.md")).unwrap();
    fs::remove_file(scene.path("data/site.toml")).unwrap();
    served.wait_for(nothing);
}
