//! The site as the command writes it: every absolute address leads to a file, former addresses keep their files, and a
//! build over an older one equals a build from nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const URL: &str = "https://notes.example/sub/";
const WITH_URL: [&str; 2] = ["--site-url", URL];

/// A copy of the notes that the journeys use, a client that is only a page, and a place for sites.
struct Scene {
    folder: TempDir,
}

impl Scene {
    fn new() -> Self {
        let scene = Self { folder: tempfile::tempdir().unwrap() };
        let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/recaps");
        for (path, bytes) in read(&notes) {
            scene.write(&["data/", &path].concat(), &bytes);
        }
        let regions = ["head", "style", "script", "page"]
            .map(|name| format!("<!--hallway:{name}--><!--/hallway:{name}-->"));
        let page = format!("<html lang=\"en\">{}</html>", regions.concat());
        scene.write("client/index.html", page.as_bytes());
        scene.write("client/app.js", b"");
        scene
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Changes a text of a file.
    fn change(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{from} is not in {name}");
        self.write(name, text.replacen(from, to, 1).as_bytes());
    }

    /// Builds a site and returns its files.
    fn build(&self, out: &str, options: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hallway"));
        command.arg("build").arg(self.path("data")).arg("--client").arg(self.path("client"));
        let output = command.arg("--out").arg(self.path(out)).args(options).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        read(&self.path(out))
    }
}

fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    hallway::bundle::read_all(folder, "").unwrap()
}

/// Absolute addresses of the site in any text, below its folder, that lead to no file.
fn broken(site: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut broken = Vec::new();
    for (from, bytes) in site {
        let Ok(text) = str::from_utf8(bytes) else { continue };
        // A calendar folds its lines.
        let text = text.replace("\r\n ", "");
        for rest in text.split(URL).skip(1) {
            let end = |c: char| !(c.is_ascii_alphanumeric() || "-_./%".contains(c));
            let path = rest.split(end).next().unwrap().trim_end_matches('.');
            let is_there = path.is_empty() || site.contains_key(path);
            if !is_there {
                broken.push(format!("{from}: {path}"));
            }
        }
    }
    broken
}

#[test]
fn every_absolute_address_leads_to_a_file() {
    let scene = Scene::new();
    let whole = scene.build("whole", &WITH_URL);
    assert_eq!(broken(&whole), Vec::<String>::new());
    scene.change("data/site.toml", "all-pages", "main-pages");
    let few = scene.build("few", &WITH_URL);
    assert_eq!(broken(&few), Vec::<String>::new());
    let tiny = scene.build("tiny", &[&WITH_URL[..], &["--tiny-files"]].concat());
    assert_eq!(broken(&tiny), Vec::<String>::new());
    let has = |site: &BTreeMap<String, Vec<u8>>, folder: &str| {
        site.keys().any(|path| path.starts_with(folder))
    };
    for folder in ["embed/talk/", "embed/person/", "embed/recap/", "embed/org/"] {
        assert!(has(&whole, folder) && !has(&few, folder), "{folder}");
    }
    // There are enough addresses for the check to mean something.
    let n_addresses = |site: &BTreeMap<String, Vec<u8>>| {
        let texts = site.values().filter_map(|bytes| str::from_utf8(bytes).ok());
        texts.map(|text| text.matches(URL).count()).sum::<usize>()
    };
    assert!(n_addresses(&few) > 300);
    let mut torn = few;
    torn.retain(|path, _| !path.starts_with("embed/theme/"));
    assert!(!broken(&torn).is_empty());
}

#[test]
fn what_stood_beside_a_page_stands_at_its_former_address_too() {
    let scene = Scene::new();
    scene.change("data/themes.toml", "id = \"sonar\"", "id = \"sonar\"\nformer_ids = [\"asdic\"]");
    let site = scene.build("out", &WITH_URL);
    let beside = |id: &str| -> Vec<(String, &Vec<u8>)> {
        let [page, embed] = ["theme/", "embed/theme/"].map(|folder| format!("{folder}{id}."));
        let files = site.iter().filter(|(path, _)| {
            path.starts_with(&embed)
                || path.starts_with(&page) && **path != [&page, "html"].concat()
        });
        files.map(|(path, bytes)| (path.replace(id, "*"), bytes)).collect()
    };
    let (now, then) = (beside("sonar"), beside("asdic"));
    assert!(now.iter().any(|(path, _)| path == "embed/theme/*.html"), "{now:?}");
    assert!(now.len() > 6 && now == then);
    // The page itself redirects.
    let page = str::from_utf8(&site["theme/asdic.html"]).unwrap();
    for expected in [
        "<link rel=\"canonical\" href=\"../theme/sonar.html\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=../theme/sonar.html\">",
        "<a href=\"../theme/sonar.html\">Sonar</a>",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
}

#[test]
fn talks_keep_the_addresses_that_they_had_by_the_former_id_of_their_conference() {
    let scene = Scene::new();
    let was = scene.build("was", &[]);
    scene.change(
        "data/conferences.toml",
        "id = \"tidewater-2024\"",
        "id = \"porto\"\nformer_ids = [\"tidewater-2024\"]",
    );
    for path in read(&scene.path("data/recaps")).into_keys().filter(|path| path.contains("2024")) {
        scene.change(
            &["data/recaps/", &path].concat(),
            "conference: tidewater-2024",
            "conference: porto",
        );
    }
    let site = scene.build("site", &[]);
    let is_of_conference =
        |path: &&String| path.contains("tidewater-2024") && !path.starts_with("bundle/");
    let known: Vec<&String> = was.keys().filter(is_of_conference).collect();
    assert!(known.iter().any(|path| path.starts_with("embed/talk/")), "{known:?}");
    let gone: Vec<_> = known.into_iter().filter(|path| !site.contains_key(*path)).collect();
    assert_eq!(gone, Vec::<&String>::new());
}

#[test]
fn pages_whose_address_asks_for_ids_know_the_former_ones() {
    let scene = Scene::new();
    let scripts = |site: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let is_told = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("<script data-now=");
        let told = site.iter().filter(|(_, bytes)| is_told(bytes));
        told.map(|(path, _)| path.clone()).collect()
    };
    assert_eq!(scripts(&scene.build("out", &[])), Vec::<String>::new());
    scene.change("data/themes.toml", "id = \"sonar\"", "id = \"sonar\"\nformer_ids = [\"asdic\"]");
    let site = scene.build("out", &[]);
    assert_eq!(scripts(&site), ["embed.html", "index.html"]);
    // The host's own policy allows it.
    let index = str::from_utf8(&site["index.html"]).unwrap();
    let policy = index.split_once("script-src ").unwrap().1.split_once(';').unwrap().0;
    let headers = str::from_utf8(&site["_headers"]).unwrap();
    for source in policy.split(' ') {
        assert!(headers.contains(source), "{source} is not in {headers}");
    }
}

/// A change of the input, and the options to build with.
type Change<'a> = (&'a str, &'a dyn Fn(&Scene), &'a [&'a str]);

#[test]
fn a_build_over_an_older_one_is_as_one_from_nothing() {
    let scene = Scene::new();
    scene.build("out", &WITH_URL);
    let nothing = |_: &Scene| {};
    let recap = |scene: &Scene| {
        let name = read(&scene.path("data/recaps")).into_keys().next().unwrap();
        let name = format!("data/recaps/{name}");
        let text = fs::read_to_string(scene.path(&name)).unwrap();
        scene.write(&name, (text + "\n\nOne more word on sonar and on looms.\n").as_bytes());
    };
    let changes: [Change<'_>; 10] = [
        ("nothing", &nothing, &WITH_URL),
        ("a recap", &recap, &WITH_URL),
        (
            "a registry",
            &|scene| scene.change("data/themes.toml", "name = \"", "name = \"New "),
            &WITH_URL,
        ),
        ("the site", &|scene| scene.change("data/site.toml", "Tidewater", "Springtide"), &[]),
        ("a page", &|scene| scene.write("data/pages/new.md", b"# New\n\nYes.\n"), &[]),
        ("the client", &|scene| scene.write("client/app.js", b"start()"), &[]),
        ("an option", &nothing, &["--site-url", "https://notes.example/"]),
        ("the layout", &nothing, &["--tiny-files", "--precompress"]),
        ("the language", &|scene| scene.change("data/site.toml", "\"en\"", "\"ar\""), &WITH_URL),
        (
            "the extra files",
            &|scene| scene.change("data/site.toml", "all-pages", "main-pages"),
            &WITH_URL,
        ),
    ];
    for (what, change, options) in changes {
        change(&scene);
        let over = scene.build("out", options);
        let new = scene.build("new", options);
        fs::remove_dir_all(scene.path("new")).unwrap();
        let differs = |path: &&String| over.get(*path) != new.get(*path);
        let differing: Vec<&String> = over.keys().chain(new.keys()).filter(differs).collect();
        assert_eq!(differing, Vec::<&String>::new(), "after a change of {what}");
    }
}

#[test]
fn a_new_name_leaves_the_pages_as_they_are_that_do_not_say_it() {
    let scene = Scene::new();
    let before = scene.build("out", &[]);
    for name in read(&scene.path("data/recaps")).into_keys() {
        let text = fs::read_to_string(scene.path(&format!("data/recaps/{name}"))).unwrap();
        let text = text.replace("Tide forecasts after a storm", "Tide forecasts after a gale");
        scene.write(&format!("data/recaps/{name}"), text.as_bytes());
    }
    let after = scene.build("out", &[]);
    assert_ne!(before["names.json"], after["names.json"]);
    // Views in other people's pages state their version.
    let is_page = |path: &&String| {
        Path::new(path).extension() == Some("html".as_ref()) && !path.starts_with("embed")
    };
    let changed = after.keys().filter(is_page).filter(|path| before.get(*path) != after.get(*path));
    let silent = |path: &&String| !String::from_utf8_lossy(&after[*path]).contains("after a gale");
    let changed: Vec<&String> = changed.collect();
    assert!(changed.len() > 2, "{changed:?}");
    assert_eq!(changed.into_iter().filter(silent).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_picture_that_was_tampered_with_is_drawn_anew() {
    let scene = Scene::new();
    let was = scene.build("out", &WITH_URL);
    let torn = was["index.png"].split_last_chunk::<100>().unwrap().0;
    scene.write("out/index.png", torn);
    assert!(scene.build("out", &WITH_URL) == was);
}
