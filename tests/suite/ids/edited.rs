//! A collection that is built, edited and built again, and where its old addresses lead afterward.

use crate::scene::{Scene, code, hallway, log};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

pub(crate) const CONFERENCES: &str = "\
[[series]]
id = \"loomconf\"
name = \"LoomConf\"

[[series]]
id = \"dyedays\"
name = \"Dye Days\"

[[conference]]
id = \"loomconf-2024\"
series = \"loomconf\"
name = \"LoomConf 2024\"
start = \"2024-05-14\"
city = \"Porto\"

[[conference]]
id = \"dyedays-2024\"
series = \"dyedays\"
name = \"Dye Days 2024\"
start = \"2024-09-01\"
city = \"Lyon\"
";
const PEOPLE: &str = "\
[[person]]
id = \"ada-weaver\"
name = \"Ada Weaver\"

[[person]]
id = \"bo-reed\"
name = \"Bo Reed\"
";
const THEMES: &str = "\
[[theme]]
id = \"felt\"
name = \"Felt\"

[[theme]]
id = \"indigo\"
name = \"Indigo\"
";
pub(crate) const LOOM: &str = "\
---
title: Days at the loom
author: Nora Quist
date: 2024-05-20
conference: loomconf-2024
talks:
  - title: On the making of felt
    speakers: [Ada Weaver]
    day: 2024-05-14
  - title: Indigo in cold water
    speakers: [Bo Reed]
    day: 2024-05-15
---

First a word on the town.

## On the making of felt

Felt needs no loom at all, only patience and soap, as everybody saw on the stage.

## Indigo in cold water

The vat was cold and Indigo turned green before it turned blue, which surprised the hall.
";
pub(crate) const DYE: &str = "\
---
title: Dyes in Lyon
author: Cleo Thread
date: 2024-09-05
conference: dyedays-2024
talks:
  - title: Blue without a vat
    speakers: [Dee Fuller]
    day: 2024-09-01
---

Lyon was bright.

## Blue without a vat

Woad and Indigo both, without any vat, in the kitchen of an ordinary flat.
";

/// The files of a data folder by path.
type Files = BTreeMap<&'static str, String>;

fn collection() -> Files {
    let site = "title = \"Looms\"\nsite_url = \"https://example.org/n/\"\nextra_files = \"all-pages\"\n\
                [[embeds]]\nname = \"Blue\"\nquery = \"?q=theme:indigo&theme=indigo&conference=dyedays-2024\"\n";
    let files = [
        ("site.toml", site),
        ("conferences.toml", CONFERENCES),
        ("people.toml", PEOPLE),
        ("themes.toml", THEMES),
        ("loom.md", LOOM),
        ("dye.md", DYE),
    ];
    files.map(|(path, text)| (path, text.to_owned())).into()
}

/// A collection that is built.
pub(crate) struct Built {
    pub(crate) scene: Scene,
    files: Files,
}

impl Built {
    fn new() -> Self {
        let scene = Scene::new("");
        fs::remove_file(scene.path("data/recap.md")).unwrap();
        scene.make_client();
        let built = Self { scene, files: collection() };
        built.write();
        built.build();
        built
    }

    fn write(&self) {
        for (path, text) in &self.files {
            let path = self.scene.path("data").join(path);
            if text.is_empty() {
                fs::remove_file(path).unwrap();
            } else {
                fs::write(path, text).unwrap();
            }
        }
    }

    pub(crate) fn build(&self) {
        let output = self.scene.build(&[]);
        assert_eq!(code(&output), 0, "{}", log(&output));
    }

    /// Replaces words of files. A file that becomes empty is deleted.
    pub(crate) fn edit(&mut self, edits: &[(&'static str, &str, &str)]) {
        for (path, then, now) in edits {
            let file = self.files.entry(path).or_default();
            assert!(file.contains(then), "{path} has {then}");
            *file = if then.is_empty() { (*now).to_owned() } else { file.replace(then, now) };
        }
        self.write();
    }

    /// What a check says about addresses.
    fn told(&self) -> Vec<String> {
        let output = hallway(&["check", self.scene.path("data").to_str().unwrap()]);
        let report = String::from_utf8(output.stdout).unwrap();
        let is_told = |line: &&str| {
            let says = [" address", " anchor", " exports "].iter().any(|it| line.contains(it));
            says && line.starts_with(char::is_numeric)
        };
        report.lines().filter(is_told).map(str::to_owned).collect()
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let bytes = fs::read(self.scene.path("out").join(path)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Every file that somebody may link to, and every anchor.
    fn addresses(&self) -> BTreeSet<String> {
        let out = self.scene.path("out");
        let files = walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap);
        let files = files.filter(|it| it.file_type().is_file());
        let mut addresses = BTreeSet::new();
        for file in files {
            let path = file.path().strip_prefix(&out).unwrap().to_str().unwrap().replace('\\', "/");
            if !is_public(&path) {
                continue;
            }
            for id in anchors(&self.read(&path)) {
                addresses.insert([&path, "#", &id].concat());
            }
            addresses.insert(path);
        }
        addresses
    }

    /// Whether an address still leads to something.
    pub(crate) fn leads(&self, address: &str) -> bool {
        let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
        let page = self.read(path);
        let at = page.split_once("<link rel=\"canonical\" href=\"../").map(|(_, rest)| rest);
        let moved = at.filter(|_| page.contains("http-equiv=\"refresh\""));
        let moved = moved.and_then(|rest| rest.split('"').next());
        let moved = moved.map(|to| self.read(to));
        let page = moved.unwrap_or(page);
        self.scene.path("out").join(path).is_file()
            && !page.is_empty()
            && (anchor.is_empty() || anchors(&page).contains(anchor))
    }
}

/// Whether a file keeps its name from build to build, and is not one for hosts.
fn is_public(path: &str) -> bool {
    const FOLDERS: [&str; 11] = [
        "author",
        "conference",
        "embed",
        "export",
        "org",
        "person",
        "recap",
        "series",
        "talk",
        "theme",
        "year",
    ];
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    let is_page = !path.contains('/') && Path::new(path).extension().is_some_and(|it| it == "html");
    let is_hashed = |part: &str| part.len() >= 12 && part.bytes().all(|it| it.is_ascii_hexdigit());
    (is_page || FOLDERS.contains(&folder)) && !path.split(['-', '.', '/']).any(is_hashed)
}

/// The anchors of a page that are made from ids.
fn anchors(page: &str) -> BTreeSet<String> {
    let ids = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.filter(|id| id.contains('.') || id.starts_with("at-")).map(str::to_owned).collect()
}

/// Edits a collection between two builds. `told` is what a check says about addresses before the second one. Only
/// addresses that contain one of the words of `ended` may end.
#[track_caller]
pub(crate) fn check(edits: &[(&'static str, &str, &str)], told: &[&str], ended: &[&str]) -> Built {
    let mut built = Built::new();
    assert_eq!(built.told(), [""; 0]);
    let before = built.addresses();
    assert!(before.len() > 100, "{before:?}");
    built.edit(edits);
    assert_eq!(built.told(), told);
    built.build();
    let lost: Vec<&String> = before.iter().filter(|it| !built.leads(it)).collect();
    let (expected, others): (Vec<_>, Vec<_>) =
        lost.into_iter().partition(|it| ended.iter().any(|ended| it.contains(ended)));
    assert_eq!(others, [""; 0], "these led somewhere");
    for ended in ended {
        assert!(expected.iter().any(|it| it.contains(ended)), "{ended} did not end");
    }
    let ledger = fs::read_to_string(built.scene.path("data/ids.tsv")).unwrap();
    built.build();
    assert_eq!(fs::read_to_string(built.scene.path("data/ids.tsv")).unwrap(), ledger);
    assert_eq!(built.told(), [""; 0], "it is told once");
    built
}
