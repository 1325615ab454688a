//! What the page that checks recaps says about a file. The site is the one that the journeys use.

use crate::scene::{GOOD, Scene, code, log};
use hallway::bundle::{Bundled, Folder, bundle, read_all};
use hallway::checker::{Knowledge, Report, check};
use hallway::model::{Method, Rule};
use std::{collections::BTreeMap, fs, path::Path};

fn recaps() -> Folder {
    let recaps = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/recaps");
    Folder::read(&recaps).unwrap()
}

/// What a site tells the checker, as read from its file.
fn site(folder: &Folder) -> Knowledge {
    let knowledge = Knowledge::of(&bundle(folder).dataset).unwrap();
    serde_json::from_slice(&serde_json::to_vec(&knowledge).unwrap()).unwrap()
}

fn report(name: &str, text: &str) -> Report {
    check(name, text.as_bytes(), &site(&recaps()))
}

/// A recap that the site does not have.
const NEW: &str = "# Tidewater Conf 2024 in Porto\n\n\
    I went for the harbor and stayed for the people who measure it.\n\n\
    ## Quiet hulls – Aoife Brannigan (Galway Bay Survey)\n\n\
    Sonar heard more than the crew did, and the crew was not amused.\n\n\
    ## Loud water – Ekow Mensah-Quartey (Port of Porto)\n\n\
    Nobody had asked the port logs before, and they had a lot to say.\n";

#[test]
fn a_file_shows_its_conference_talks_and_themes_with_their_reasons() {
    let report = report("porto.md", NEW);
    let conference = report.conference.unwrap();
    assert_eq!(
        (conference.id.as_str(), conference.name.as_str()),
        ("tidewater-2024", "Tidewater Conf 2024")
    );
    let reason = &conference.reasons[0];
    assert_eq!(
        (reason.method, reason.rule, reason.first),
        (Method::Matched, Rule::EditionInTitle, 1)
    );
    let talks: Vec<(&str, Vec<&str>, u32)> = report
        .talks
        .iter()
        .map(|talk| {
            let speakers = talk.speakers.iter().map(String::as_str).collect();
            (talk.title.as_str(), speakers, talk.reasons[0].first)
        })
        .collect();
    assert_eq!(
        talks,
        [
            ("Quiet hulls", vec!["Aoife Brannigan (Galway Bay Survey)"], 5),
            ("Loud water", vec!["Ekow Mensah-Quartey (Port of Porto)"], 9),
        ]
    );
    let themes: Vec<(&str, u32)> =
        report.themes.iter().map(|theme| (theme.id.as_str(), theme.count)).collect();
    assert_eq!(themes, [("harbor-data", 1), ("sonar", 1)]);
    assert_eq!(report.themes[0].reasons[0].words, "port logs");
    assert_eq!(report.problems, []);
    assert_eq!((report.recaps.len(), report.n_known), (0, 0));
    assert_eq!(report.notes.len(), 3);
}

#[test]
fn a_header_that_states_what_was_found_is_believed() {
    let found = report("porto.md", NEW);
    let stated = report("porto.md", &[&found.header, NEW].concat());
    let talks = |report: &Report| -> Vec<(String, Vec<String>)> {
        report.talks.iter().map(|talk| (talk.title.clone(), talk.speakers.clone())).collect()
    };
    assert_eq!(talks(&stated), talks(&found));
    assert_eq!(stated.conference.as_ref().unwrap().reasons[0].method, Method::Stated);
    assert_eq!((stated.title.as_str(), stated.problems.len()), (found.title.as_str(), 0));
    let lines: Vec<&str> = found.header.lines().collect();
    assert_eq!(
        lines,
        [
            "---",
            "title: \"Tidewater Conf 2024 in Porto\"",
            "# author: Your Name",
            "# url: https://example.org/where-it-was-published-first",
            "# published: 2024-05-20",
            "conference: \"tidewater-2024\"",
            "talks:",
            "  - title: \"Quiet hulls\"",
            "    speakers: [\"Aoife Brannigan (Galway Bay Survey)\"]",
            "  - title: \"Loud water\"",
            "    speakers: [\"Ekow Mensah-Quartey (Port of Porto)\"]",
            "---",
        ]
    );
}

#[test]
fn a_recap_of_the_site_is_known_again() {
    let folder = recaps();
    let text = str::from_utf8(&folder.recaps["recaps/2024-porto-haddad.md"]).unwrap().to_owned();
    let known = |text: &str| {
        let report = report("mine.md", text);
        let first = report.recaps.first().map(|it| {
            (
                it.id.clone(),
                it.is_same,
                it.has_address,
                it.has_title,
                it.n_sentences == report.n_sentences,
            )
        });
        first.unwrap_or_default()
    };
    let id = "custard-and-currents".to_owned();
    assert_eq!(known(&text), (id.clone(), true, true, true, true), "the file itself");
    let (_, body) = text.rsplit_once("---\n").unwrap();
    let other = ["# Tidewater Conf 2024, again\n", &body.to_uppercase()].concat();
    assert_eq!(known(&other), (id.clone(), true, false, false, true), "its words alone");
    let other = "---\ntitle: Elsewhere\nurl: http://www.example.org/custard-and-currents/?from=feed\n---\n\nNothing that anybody said before.\n";
    assert_eq!(known(other), (id.clone(), true, true, false, false), "its address alone");
    let other = "# Custard and currents\n\nNothing that anybody said before, at any time.\n";
    assert_eq!(known(other), (id, false, false, true, false), "its title alone");
}

#[test]
fn problems_are_those_of_the_file_with_lines_and_remedies() {
    for (text, expected) in [
        (
            "---\nconference: tidewater-2024\nthemes: [sonnar]\n---\n\nSomething.\n",
            vec![("unknown-theme", 3)],
        ),
        (
            "---\nconference: tidewater-2024\npublished: yesterday\n---\n\nSomething.\n",
            vec![("date", 3)],
        ),
        ("---\ntitle: [\n---\n\nSomething.\n", vec![("front-matter", 2)]),
        // Only the whole folder can show whether these exist.
        (
            "---\nconference: tidewater-2024\n---\n\n![A hall](hall.jpg) [there](other.md)\n\nSomething.\n",
            vec![],
        ),
    ] {
        let problems = report("mine.md", text).problems;
        let found: Vec<(&str, u32)> = problems.iter().map(|it| (it.code, it.line)).collect();
        assert_eq!(found, expected, "{text}");
        assert!(problems.iter().all(|it| !it.message.is_empty() && !it.help.is_empty()));
    }
}

#[test]
fn whatever_a_file_holds_there_is_a_report() {
    for bytes in [
        b"".as_slice(),
        b"\0\0\0",
        b"\xff\xfe\xfd",
        b"---\n",
        "😀".as_bytes(),
        &vec![b'a'; 3_000_000],
    ] {
        let found = check("C:\\fakepath\\a.md", bytes, &site(&recaps()));
        assert!(
            found.title.is_empty() || found.title == "a" || found.title == "😀",
            "{}",
            found.title
        );
    }
    let left = report("a.md", "---\ndraft: true\n---\n# Tidewater Conf 2024\n\nText.\n");
    assert_eq!((left.left_out.as_str(), left.title.as_str()), ("draft", ""));
}

#[test]
fn a_site_without_registries_tells_the_conferences_of_its_recaps() {
    let mut folder = Folder::default();
    folder.registries.insert("site.toml".to_owned(), b"check_page = true\n".to_vec());
    let text =
        "# LoomConf 2023 in Ghent\n\nLoomConf 2023 was all about looms, and the looms were loud.\n";
    folder.recaps.insert("2023.md".to_owned(), text.as_bytes().to_vec());
    let Bundled { dataset, .. } = bundle(&folder);
    let id = &dataset.catalog.conferences[0].id;
    let found = check("b.md", b"# What I saw at LoomConf 2023\n\nThings.\n", &site(&folder));
    assert_eq!(found.conference.map(|it| it.id).as_ref(), Some(&id.0));
    assert!(found.problems.iter().all(|it| it.code != "edition-derived"), "{:?}", found.problems);
}

#[test]
fn what_a_site_tells_holds_no_text_and_no_comment() {
    let mut folder = recaps();
    folder.registries.get_mut("people.toml").unwrap().extend(b"# Owes me a beer.\n");
    let json = serde_json::to_string(&site(&folder)).unwrap();
    assert!(
        !json.contains("beer")
            && !json.contains("price list")
            && json.contains("Zo\u{eb} Lindqvist")
    );
    folder.registries.insert("site.toml".to_owned(), b"title = \"T\"\n".to_vec());
    assert!(Knowledge::of(&bundle(&folder).dataset).is_none());
}

/// Builds a site with this `site.toml`, and with a client that has these files beside its page. Gives what the command
/// says, and the files.
fn build(settings: &str, client: &[&str]) -> (String, BTreeMap<String, Vec<u8>>) {
    let scene = Scene::new(GOOD);
    scene.make_client();
    fs::write(scene.path("data/site.toml"), settings).unwrap();
    fs::create_dir(scene.path("client/checker")).unwrap();
    for name in client {
        fs::write(scene.path("client").join(name), name).unwrap();
    }
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    (log(&output).to_owned(), read_all(&scene.path("out"), "").unwrap())
}

const CHECKER: [&str; 2] = ["checker/checker.js", "checker/checker_bg.wasm"];

#[test]
fn a_site_has_the_page_when_the_curator_wants_it_and_the_client_can() {
    let note = "this client cannot check recaps";
    let (said, without) = build("", &[]);
    assert!(!said.contains(note) && !without.keys().any(|path| path.contains("check")), "{said}");
    let (said, off) = build("", &CHECKER);
    assert!(!said.contains(note) && off == without, "{said}");
    let (said, unable) = build("check_page = true\n", &[]);
    assert!(said.contains(note), "{said}");
    assert!(!unable.keys().any(|path| path.contains("check")));
    let (said, site) = build("check_page = true\n", &CHECKER);
    assert!(!said.contains(note), "{said}");
    let endings: Vec<&str> = site
        .keys()
        .filter(|path| path.starts_with("check"))
        .filter_map(|path| path.rsplit('.').next())
        .collect();
    assert_eq!(endings, ["js", "html", "js", "json", "wasm"]);
    let page = str::from_utf8(&site["check.html"]).unwrap();
    assert!(page.contains(" 'wasm-unsafe-eval'"), "{page}");
    for path in site.keys().filter(|path| path.starts_with("check") && path.contains('-')) {
        assert!(page.contains(&format!("./{path}")), "{path}");
    }
    let mut others = site.iter().filter(|(path, _)| path.starts_with("conference/"));
    assert!(others.all(|(path, bytes)| without.get(path) == Some(bytes)));
    let contents = str::from_utf8(&site["contents.html"]).unwrap();
    assert!(contents.contains("href=\"./check.html\""));
}

#[test]
fn a_visitor_is_told_nothing_about_the_files_of_the_curator() {
    let text = "---\ntitle: HullFest 2031\npart_of: hulls\nthemes: [sonarr]\n---\n\n\"Hulls\" by Ada Weaver.\n";
    let report = report("hulls.md", text);
    let codes: Vec<&str> = report.problems.iter().map(|it| it.code).collect();
    assert!(codes.contains(&"edition-derived"), "{codes:?}");
    assert!(!codes.contains(&"part-of"), "{codes:?}");
    for problem in &report.problems {
        let is_told = [".toml", "hallway"].iter().any(|words| problem.help.contains(words));
        assert!(!is_told && !problem.help.is_empty(), "{problem:?}");
    }
}
