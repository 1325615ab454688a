//! An archive of recordings becomes a data folder that bundles as it is.

use crate::scene::{GOOD, Scene, code, hallway, log};
use hallway::bundle::{Bundled, Folder, bundle, read_all};
use hallway::import::{Existing, Imported, import};
use hallway::ingest::Severity;
use hallway::model::TalkKind;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const ARCHIVE: &[(&str, &str)] = &[
    ("README.json", "{}"),
    ("empty-2017/category.json", r#"{"title": "Empty 2017"}"#),
    (
        "loom-2018/category.json",
        r#"{"title": "LoomConf 2018", "description": "Three days\n====\n\nof cloth.", "url": "https://loom.example"}"#,
    ),
    (
        "loom-2018/videos/knots.json",
        r#"{"title": "Knots & *other* ties", "speakers": ["Ada Weaver"], "recorded": "2018-05-03",
            "description": "Outline\n-------\n\n```\nopen", "tags": ["Keynote", "knots"],
            "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"}]}"#,
    ),
    (
        "loom-2018/videos/felt.json",
        r#"{"title": "Felt: {{ a template }} #1", "speakers": ["Bo Thread (Warpworks)"], "recorded": "2018-05-02",
            "description": "`Slides <https://slides.example/felt>`_ and {% more %}\n\n[1]: https://a.example"}"#,
    ),
    ("loom-2018/videos/felt-again.json", r#"{"title": "Felt: {{ A TEMPLATE }} 1"}"#),
    (
        "loom-2018/videos/silent.json",
        r#"{"title": "A talk nobody describes", "recorded": "2018-05-02"}"#,
    ),
    ("loom-2018/videos/broken.json", r#"{"title": "#),
    ("loom-2018/videos/nameless.json", r#"{"title": "", "description": "Lost."}"#),
    (
        "loom-2019/videos/knots.json",
        r#"{"title": "Knots again", "recorded": "2019-05-03", "language": "deu"}"#,
    ),
];

fn imported() -> Imported {
    let files = ARCHIVE.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    import(files.collect(), &NEW, None)
}

/// An empty data folder.
const NEW: Existing = Existing { registries: BTreeMap::new(), themes: Vec::new(), is_empty: true };

/// Every file of an import by path.
fn files(imported: &Imported) -> BTreeMap<String, Vec<u8>> {
    let files = imported.recaps.iter().chain(&imported.registries);
    files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

/// The result of the files, as the bundler reads them from a disk.
fn bundled(files: BTreeMap<String, Vec<u8>>) -> Bundled {
    let (registries, recaps) = files
        .into_iter()
        .partition(|(path, _)| Path::new(path).extension() == Some("toml".as_ref()));
    bundle(&Folder { recaps, registries, ..Folder::default() })
}

#[test]
fn every_talk_arrives_with_what_is_said_of_it() {
    let imported = imported();
    let bundled = bundled(files(&imported));
    let errors: Vec<_> =
        bundled.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let catalog = &bundled.dataset.catalog;
    let mut talks: Vec<(&str, usize)> =
        catalog.talks.iter().map(|talk| (talk.title.as_str(), talk.notes.len())).collect();
    talks.sort_unstable();
    assert_eq!(
        talks,
        [
            ("A talk nobody describes", 0),
            ("Felt: {{ A TEMPLATE }} 1", 0),
            ("Felt: {{ a template }} #1 (2)", 1),
            ("Knots & *other* ties", 1),
            ("Knots again", 0),
        ]
    );
    assert_eq!(imported.n_talks, talks.len());
    let knots = catalog.talks.iter().find(|talk| talk.title.starts_with("Knots &")).unwrap();
    assert_eq!((knots.kind, knots.videos.len()), (TalkKind::Keynote, 1));
    assert_eq!(knots.day.unwrap().to_string(), "2018-05-03");
    assert!(catalog.organizations.iter().any(|it| it.name == "Warpworks"));
}

#[test]
fn an_event_is_an_edition_of_its_series() {
    let catalog = bundled(files(&imported())).dataset.catalog;
    let editions: Vec<(&str, &str, String)> = catalog
        .conferences
        .iter()
        .map(|it| (it.id.as_str(), it.series.as_str(), it.start.unwrap().to_string()))
        .collect();
    assert_eq!(
        editions,
        [
            ("loom-2019", "loom", "2019-05-03".to_owned()),
            ("loom-2018", "loom", "2018-05-02".to_owned()),
        ]
    );
    assert_eq!(catalog.series[0].name, "LoomConf");
    let languages: Vec<&str> = catalog.recaps.iter().map(|it| it.language.as_str()).collect();
    assert_eq!(languages, ["de", "en"]);
}

#[test]
fn what_is_left_out_or_changed_is_named() {
    let found = imported().diagnostics;
    let found: Vec<(&str, &str)> = found.iter().map(|it| (it.code, it.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("not-a-source", "README.json"),
            ("empty-event", "empty-2017/category.json"),
            ("broken-json", "loom-2018/videos/broken.json"),
            ("same-title", "loom-2018/videos/felt.json"),
            ("no-title", "loom-2018/videos/nameless.json"),
        ]
    );
}

#[test]
fn an_archive_of_nothing_is_a_folder_of_nothing() {
    let imported = import(BTreeMap::new(), &NEW, None);
    assert_eq!((imported.n_talks, imported.diagnostics.len()), (0, 0));
    assert!(!bundled(files(&imported)).has_errors());
}

#[test]
fn an_archive_is_imported_and_nothing_is_overwritten() {
    let scene = Scene::new(GOOD);
    let videos = scene.path("archive/loom-2018/videos");
    fs::create_dir_all(&videos).unwrap();
    let (archive, out, data) = (scene.path("archive"), scene.path("imported"), scene.path("data"));
    let [archive, out, data] = [&archive, &out, &data].map(|path| path.to_str().unwrap());
    assert_eq!(code(&hallway(&["import", archive, "--into", out])), 2, "there is nothing in it");
    assert!(!Path::new(out).exists());
    fs::write(videos.join("a.json"), r#"{"title": "On looms", "description": "Good."}"#).unwrap();
    fs::write(videos.join("b.json"), "{").unwrap();
    let output = hallway(&["import", archive, "--out", out]);
    assert_eq!(code(&output), 0);
    assert!(log(&output).contains("loom-2018/videos/b.json"), "{}", log(&output));
    assert!(log(&output).contains("1 talk, 1 conference, 1 diagnostic"), "{}", log(&output));
    assert_eq!(code(&hallway(&["check", out])), 0);
    let first = read_all(Path::new(out), "").unwrap();
    let output = hallway(&["import", archive, "--into", out]);
    assert!(log(&output).contains("has all of it; nothing was written"), "{}", log(&output));
    assert_eq!(read_all(Path::new(out), "").unwrap(), first, "a second import changes nothing");

    let own = "[[series]]\nid = \"loom\"\nname = \"Loom\"\n# mine";
    fs::write(scene.path("data/conferences.toml"), own).unwrap();
    fs::create_dir_all(scene.path("data/recordings")).unwrap();
    fs::write(scene.path("data/recordings/loom-2018.md"), "# Mine\n").unwrap();
    let output = hallway(&["import", archive, "--into", data]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    assert!(log(&output).contains("stays as it is"), "{}", log(&output));
    assert_eq!(fs::read_to_string(scene.path("data/recap.md")).unwrap(), GOOD);
    assert_eq!(fs::read_to_string(scene.path("data/recordings/loom-2018.md")).unwrap(), "# Mine\n");
    let registry = fs::read_to_string(scene.path("data/conferences.toml")).unwrap();
    assert!(registry.starts_with(own) && registry.contains("loom-2018"), "{registry}");

    fs::write(scene.path("data/conferences.toml"), "[").unwrap();
    let output = hallway(&["import", archive, "--into", data]);
    assert_eq!(code(&output), 1, "a registry that cannot be read stays as it is");
    assert_eq!(fs::read_to_string(scene.path("data/conferences.toml")).unwrap(), "[");
}

#[test]
fn an_event_alone_has_the_id_and_the_series_of_its_own_name() {
    let alone = |around: &str, title: &str, year: u16, existing: &Existing| {
        let video = format!(r#"{{"title": "Felt", "recorded": "{year}-05-02"}}"#);
        let files = [
            (format!("{around}category.json"), format!(r#"{{"title": "{title}"}}"#)),
            (format!("{around}videos/felt.json"), video),
        ];
        let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
        import(files.collect(), existing, None)
    };
    let first = alone("", "LoomConf 2018", 2018, &NEW);
    let existing =
        Existing { registries: first.registries, is_empty: false, ..Existing::default() };
    let second = alone("", "WeftFest", 2019, &existing);
    let text = String::from_utf8_lossy(&second.registries["conferences.toml"]).into_owned();
    for line in [
        "id = \"loomconf\"",
        "id = \"loomconf-2018\"",
        "id = \"weftfest\"",
        "id = \"weftfest-2019\"",
        "series = \"weftfest\"",
    ] {
        assert!(text.contains(&format!("{line}\n")), "{line}: {text}");
    }
    assert!(second.recaps.contains_key("recordings/weftfest-2019.md"), "{:?}", second.recaps);
    let zipped = alone("knot-days-2018.zip/", "Knot Days", 2018, &NEW);
    assert!(zipped.recaps.contains_key("recordings/knot-days-2018.md"), "{:?}", zipped.recaps);
}
