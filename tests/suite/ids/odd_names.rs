//! Names that differ only in signs, people with the same name, and names that some systems cannot store.

use crate::scene::{Scene, code, hallway, log};
use hallway::bundle::{Bundled, Folder, bundle};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A folder with these recaps and registries.
fn bundled(files: &[(&str, &str)]) -> Bundled {
    let mut folder = Folder::default();
    for (path, text) in files {
        let is_registry = Path::new(path).extension().is_some_and(|it| it == "toml");
        let files = if is_registry { &mut folder.registries } else { &mut folder.recaps };
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    bundle(&folder)
}

#[test]
fn tags_that_differ_in_signs_are_themes_of_their_own() {
    let recap = |tags: &str| {
        format!(
            "---\ntitle: {tags}\nconference: LoomConf 2024\ntags: [{tags}]\n---\n\nA word on looms.\n"
        )
    };
    let tags = ["C", "C++", "'C#'", "'.NET'", "'F#'"];
    let recaps: Vec<String> = tags.iter().map(|tag| recap(tag)).collect();
    let recaps: Vec<(String, &str)> =
        recaps.iter().enumerate().map(|(n, text)| (format!("{n}.md"), text.as_str())).collect();
    let files: Vec<(&str, &str)> =
        recaps.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let bundled = bundled(&files);
    let catalog = &bundled.dataset.catalog;
    let themes: BTreeMap<&str, &str> =
        catalog.themes.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
    for (id, name) in
        [("c", "C"), ("cpp", "C++"), ("csharp", "C#"), ("dotnet", ".NET"), ("fsharp", "F#")]
    {
        assert_eq!(themes.get(id), Some(&name), "{themes:?}");
        let notes =
            catalog.notes.iter().filter(|it| it.themes.iter().any(|it| it.theme.as_str() == id));
        assert_eq!(notes.count(), 1, "{name} is in one recap: {:?}", bundled.diagnostics);
    }
}

#[test]
fn talks_whose_titles_differ_in_signs_are_two() {
    let recap = "---\ntitle: Looms\nconference: LoomConf 2024\ntalks: [Weaving with C++, Weaving with C, 'Weaving with C#']\n---\n\n\
                 ## Weaving with C++\n\nTemplates.\n\n## Weaving with C\n\nPointers.\n\n## Weaving with C#\n\nLint.\n";
    let bundled = bundled(&[("a.md", recap)]);
    let catalog = &bundled.dataset.catalog;
    let talks: BTreeSet<&str> = catalog.talks.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(talks.len(), 3, "{talks:?}");
    assert!(catalog.talks.iter().all(|talk| talk.notes.len() == 1), "{:?}", catalog.talks);
}

#[test]
fn conferences_whose_names_differ_in_signs_are_two() {
    let registry = "[[series]]\nid = \"c\"\nname = \"C Conf\"\n\n[[series]]\nid = \"cpp\"\nname = \"C++ Conf\"\n\n\
                    [[conference]]\nid = \"c-2024\"\nseries = \"c\"\nname = \"C Conf 2024\"\nstart = \"2024\"\n\n\
                    [[conference]]\nid = \"cpp-2024\"\nseries = \"cpp\"\nname = \"C++ Conf 2024\"\nformer_ids = [\"plus-2024\"]\nstart = \"2024\"\n";
    let conference = |stated: &str, registry: &str| {
        let recap = format!("---\ntitle: Looms\nconference: {stated}\n---\n\nA word on looms.\n");
        let bundled = bundled(&[("a.md", &recap), ("conferences.toml", registry)]);
        bundled.dataset.catalog.recaps[0].conference.clone().unwrap().0
    };
    for (stated, expected) in [
        ("C Conf 2024", "c-2024"),
        ("C++ Conf 2024", "cpp-2024"),
        ("plus-2024", "cpp-2024"),
        ("C# Conf 2024", "csharp-conf-2024"),
    ] {
        assert_eq!(conference(stated, registry), expected, "{stated}");
    }
    let recap = |name: &str| {
        format!(
            "---\ntitle: {name} 2024\nconference: {name} 2024\n---\n\nA word on looms at {name} 2024.\n"
        )
    };
    let (c, cpp) = (recap("C Conf"), recap("C++ Conf"));
    let bundled = bundled(&[("a.md", &c), ("b.md", &cpp)]);
    let ids: Vec<&str> =
        bundled.dataset.catalog.conferences.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["c-conf-2024", "cpp-conf-2024"]);
}

#[test]
fn names_that_would_be_one_are_refused_with_both_lines() {
    let told = |file: &str, text: &str| {
        let bundled = bundled(&[("a.md", "# Looms\n\nA word.\n"), (file, text)]);
        let found = bundled.diagnostics.iter().filter(|it| it.code == "folded-name");
        found.map(|it| it.message.clone()).collect::<Vec<_>>()
    };
    let series = "[[series]]\nid = \"a\"\nname = \"Loom/Conf\"\n\n[[series]]\nid = \"b\"\nname = \"Loom Conf\"\n";
    assert_eq!(
        told("conferences.toml", series),
        ["\"Loom Conf\" (line 7) and \"Loom/Conf\" (line 3) differ in marks only"]
    );
    let themes = series.replace("series", "theme");
    assert_eq!(told("themes.toml", &themes).len(), 1);
    let organizations = series.replace("series", "organization");
    assert_eq!(told("people.toml", &organizations).len(), 1);
}

const PEOPLE: &str = "[[person]]\nid = \"ada-weaver\"\nname = \"Ada Weaver\"\n\n[[person]]\nid = \"ada-weaver-2\"\nname = \"Ada Weaver\"\n";

#[test]
fn two_people_of_one_name_stay_two_and_a_header_says_which_one_spoke() {
    let recap = |name: &str| {
        format!(
            "---\ntitle: Looms\nconference: LoomConf 2024\ntalks:\n  - title: On felt\n    speakers: [{name}]\n---\n\n## On felt\n\nFelt needs no loom.\n"
        )
    };
    let speaker = |name: &str| {
        let bundled = bundled(&[("a.md", &recap(name)), ("people.toml", PEOPLE)]);
        let speakers = bundled.dataset.catalog.talks[0].speakers.iter();
        let speakers: Vec<String> = speakers.map(|it| it.person.0.clone()).collect();
        let asks = bundled.diagnostics.iter().filter(|it| it.code == "shared-name").count();
        (speakers.join(", "), asks)
    };
    assert_eq!(speaker("Ada Weaver"), ("ada-weaver".to_owned(), 1));
    assert_eq!(speaker("ada-weaver"), ("ada-weaver".to_owned(), 0));
    assert_eq!(speaker("ada-weaver-2"), ("ada-weaver-2".to_owned(), 0));
}

/// Whether Windows cannot store a file with that name.
fn is_odd(name: &str) -> bool {
    let stem = name.split('.').next().unwrap().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    ["con", "prn", "aux", "nul"].contains(&stem.as_str())
        || port.is_some_and(|it| it.len() == 1 && it.chars().all(|c| c.is_ascii_digit()))
        || name.ends_with(['.', ' '])
        || name.contains(['<', '>', ':', '"', '\\', '|', '?', '*'])
}

/// The files below a folder, with `/`.
fn below(folder: &Path) -> Vec<String> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = all.filter(|it| it.file_type().is_file());
    files.map(|it| it.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_file_of_a_site_can_be_on_any_system() {
    let scene = Scene::new(
        "---\ntitle: Con\nauthor: Aux\nconference: LoomConf 2024\ntags: [nul, NUL., 'C:', com1]\ntalks:\n  - title: PRN\n    speakers: [Con (Aux)]\n  - title: prn.\n  - title: 'a: b?'\n---\n\nA word on looms.\n\n## Nul\n\nA note. ![One](img/Aux.png) ![Two](img/aux.png)\n\n## nul.\n\nAnother note.\n",
    );
    scene.make_client();
    let pages = scene.path("data/pages");
    fs::create_dir(&pages).unwrap();
    fs::create_dir(scene.path("data/img")).unwrap();
    for name in ["con.md", "About.md", "about.md", "a: b.md", "end..md"] {
        fs::write(pages.join(name), format!("# {name}\n\nA page.\n")).unwrap();
    }
    fs::write(scene.path("data/AUX.md"), "# LPT1\n\nIt was good, and the looms were fast.\n")
        .unwrap();
    let settings = "extra_files = \"all-pages\"\nsite_url = \"https://a.example/\"\n[[embeds]]\nname = \"Aux\"\nquery = \"?q=loom\"\n";
    fs::write(scene.path("data/site.toml"), settings).unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let files = below(&scene.path("out"));
    assert!(files.len() > 40, "{files:?}");
    let odd: Vec<&String> = files.iter().filter(|path| path.split('/').any(is_odd)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    let folded: BTreeSet<String> = files.iter().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), files.len(), "no two differ in case only: {files:?}");
}

#[test]
fn a_check_counts_what_each_move_does_to_addresses() {
    let recap = |theme: &str| {
        format!(
            "---\ntitle: Looms\nconference: LoomConf 2024\ntags: [{theme}]\n---\n\nA word on looms.\n"
        )
    };
    let scene = Scene::new(&recap("weft"));
    scene.make_client();
    let themes = |text: &str| fs::write(scene.path("data/themes.toml"), text).unwrap();
    let entry = |id: &str, name: &str, more: &str| {
        format!("[[theme]]\nid = \"{id}\"\nname = \"{name}\"\n{more}\n")
    };
    themes(&(entry("weft", "Weft", "") + &entry("warp", "Warp", "")));
    fs::write(scene.path("data/b.md"), recap("warp").replace("looms", "warps")).unwrap();
    assert_eq!(code(&scene.build(&[])), 0);
    let told = || {
        let output = hallway(&["check", scene.path("data").to_str().unwrap()]);
        let report = String::from_utf8(output.stdout).unwrap();
        let lines = report.lines().filter(|it| it.contains("address"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told(), [""; 0]);
    // Renamed.
    themes(&(entry("wefts", "Weft", "former_ids = [\"weft\"]") + &entry("warp", "Warp", "")));
    assert_eq!(told(), ["1 address leads on: theme/weft.html -> wefts"]);
    // Merged.
    themes(&entry("weft", "Weft", "aliases = [\"Warp\"]\nformer_ids = [\"warp\"]"));
    assert_eq!(told(), ["1 address leads on: theme/warp.html -> weft"]);
    // Split: the first keeps the id.
    themes(&(entry("weft", "Weft", "") + &entry("warp", "Warp", "") + &entry("pile", "Pile", "")));
    assert_eq!(told(), [""; 0]);
    // Deleted.
    themes("no_themes = [\"Warp\"]\n");
    fs::write(scene.path("data/themes.toml"), entry("weft", "Weft", "")).unwrap();
    fs::remove_file(scene.path("data/b.md")).unwrap();
    let told = told();
    assert!(
        told.len() == 1 && told[0].contains("end") && told[0].contains("theme/warp.html"),
        "{told:?}"
    );
}
