//! An import joins what a data folder has: its themes, series and editions, and those that are built in.

use super::sources::codes;
use crate::scene::{GOOD, Scene, code, hallway, log};
use hallway::bundle::{Folder, bundle};
use hallway::import::{Existing, Imported, import};
use std::collections::BTreeMap;
use std::fs;

fn into(registries: &[(&str, &str)], path: &str, text: &str) -> Imported {
    let registries =
        registries.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    let existing =
        Existing { registries: registries.collect(), is_empty: false, ..Existing::default() };
    import(BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]), &existing, None)
}

/// A schedule of three talks in one track, each with an abstract.
fn schedule(name: &str, year: u16, track: &str) -> String {
    let talks = ["Looms", "Knots", "Felt"].map(|title| {
        format!(
            "<event id='{title}'><title>{title}</title><track>{track}</track><abstract>About {title}.</abstract>\
             <persons><person id='1'>Ada Weaver</person></persons></event>"
        )
    });
    format!(
        "<schedule><conference><title>{name}</title><start>{year}-05-02</start></conference>\
         <day date='{year}-05-02'><room name='A'>{}</room></day></schedule>",
        talks.concat()
    )
}

#[test]
fn a_track_that_is_another_name_of_a_built_in_theme_is_that_theme() {
    let found = into(&[], "a.xml", &schedule("LoomConf 2018", 2018, "AI + ML"));
    assert!(!found.registries.contains_key("themes.toml"), "{:?}", found.registries.keys());
    let recap = String::from_utf8_lossy(&found.recaps["schedules/loomconf-2018.md"]).into_owned();
    assert!(recap.contains("themes = [\"machine-learning-and-ai\"]"), "{recap}");
    let own = "[[theme]]\nid = \"cloth\"\nname = \"Cloth\"\n";
    let found = into(&[("themes.toml", own)], "a.xml", &schedule("LoomConf 2018", 2018, "AI + ML"));
    let themes = String::from_utf8_lossy(&found.registries["themes.toml"]).into_owned();
    assert!(themes.starts_with(own.trim_end()) && themes.contains("\"AI + ML\""), "{themes}");
}

#[test]
fn a_new_edition_of_a_known_series_joins_it() {
    let check = |registries: &[(&str, &str)], name: &str, id: &str, n_series: usize| {
        let found = into(registries, "a.xml", &schedule(name, 2026, ""));
        let text = String::from_utf8_lossy(&found.registries["conferences.toml"]).into_owned();
        assert!(text.contains(&format!("id = \"{id}\"")), "{text}");
        assert_eq!(text.matches("[[series]]").count(), n_series, "{text}");
        assert!(
            found.recaps.contains_key(&format!("schedules/{id}.md")),
            "{:?}",
            found.recaps.keys()
        );
    };
    let own = "[[series]]\nid = \"loom\"\nname = \"Loom + Weft\"\n\n[[conference]]\nid = \"lw-eu-2024\"\n\
               series = \"loom\"\nname = \"Loom + Weft Europe 2024\"\nstart = \"2024-05-02\"\n";
    check(&[("conferences.toml", own)], "Loom + Weft Europe 2026", "lw-eu-2026", 1);
    check(&[("conferences.toml", own)], "Loomfair Europe 2026", "loomfair-europe-2026", 2);
    // The built-in series comes with its other names.
    check(&[], "KubeCon + CloudNativeCon Europe 2026", "kubecon-eu-2026", 1);
    let known = into(&[("conferences.toml", own)], "a.xml", &schedule("Loom + Weft EU", 2024, ""));
    assert!(known.recaps.contains_key("schedules/lw-eu-2024.md"), "{:?}", known.recaps.keys());
    assert!(!known.registries.contains_key("conferences.toml"));
}

#[test]
fn what_an_event_writes_about_its_talks_is_no_note_of_an_author() {
    let found = into(&[], "a.xml", &schedule("LoomConf 2018", 2018, ""));
    let recap = String::from_utf8_lossy(&found.recaps["schedules/loomconf-2018.md"]).into_owned();
    assert!(
        !recap.contains("author =") && recap.contains("publisher = \"LoomConf 2018\""),
        "{recap}"
    );
    // A folder that an earlier version imported into names the event as the author.
    let older = recap.replace("publisher = ", "author = \"LoomConf 2018\"\npublisher = ");
    for recap in [recap, older] {
        let scene = Scene::new(
            "---\nconference: LoomConf 2018\ntalks:\n  - title: Looms\n---\n\n## Looms\n\nThey sang.\n",
        );
        fs::write(scene.path("data/schedule.md"), &recap).unwrap();
        for (name, bytes) in &found.registries {
            fs::write(scene.path("data").join(name), bytes).unwrap();
        }
        let output = hallway(&["coverage", "--data", scene.path("data").to_str().unwrap()]);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.contains("notes on 1 of 3 talks"), "{told}{}", log(&output));
        let folder = Folder::read(&scene.path("data")).unwrap();
        let catalog = bundle(&folder).dataset.catalog;
        assert!(catalog.recaps.iter().all(|recap| recap.author.is_empty()), "{:?}", catalog.recaps);
        scene.make_client();
        let output = scene.build(&[]);
        assert_eq!(code(&output), 0, "{}", log(&output));
        let page = scene.path("out/conference/loomconf-2018.html");
        assert!(
            !fs::read_to_string(page).unwrap().contains("written-about"),
            "one note, one abstract"
        );
        assert!(!scene.path("out/author").exists());
    }
}

const LIST: &str = r#"[{"name": "LoomConf", "url": "https://loom.example/", "startDate": "2018-05-02",
    "endDate": "2018-05-04", "city": "Ghent", "country": "Belgium"},
    {"name": "WeftFest", "url": "weft.example", "startDate": "2018-06-03", "endDate": "2018-06-01"}]"#;

#[test]
fn a_list_completes_conferences_and_says_what_it_cannot_use() {
    let own = "[[series]]\nid = \"loom\"\nname = \"LoomConf\"\n\n[[conference]]\nid = \"loom-18\"\n\
               series = \"loom\"\nname = \"LoomConf 2018\"\nstart = \"2018-05-02\" # a Wednesday\n";
    let found = into(&[("conferences.toml", own)], "2018/cloth.json", LIST);
    let text = String::from_utf8_lossy(&found.registries["conferences.toml"]).into_owned();
    let completed = format!(
        "{own}end = \"2018-05-04\"\ncity = \"Ghent\"\ncountry = \"Belgium\"\n\
         links = [{{ kind = \"site\", url = \"https://loom.example/\" }}]\n"
    );
    assert!(text.starts_with(&completed), "{text}");
    assert_eq!(found.n_completed, 1);
    assert!(text.contains("name = \"WeftFest\"\nstart = \"2018-06-03\"\n"), "{text}");
    assert_eq!(codes(&found), ["address", "dates-reversed"], "{:?}", found.diagnostics);
    let again = into(&[("conferences.toml", &text)], "2018/cloth.json", LIST);
    assert!(again.registries.is_empty(), "{:?}", again.registries);
    // A folder that has nothing gets all of it from two sources.
    let files = BTreeMap::from([
        ("a.xml".to_owned(), schedule("LoomConf 2018", 2018, "").into_bytes()),
        ("b.json".to_owned(), LIST.as_bytes().to_vec()),
    ]);
    let existing = Existing { is_empty: true, ..Existing::default() };
    let found = import(files, &existing, None);
    let text = String::from_utf8_lossy(&found.registries["conferences.toml"]).into_owned();
    assert_eq!(text.matches("name = \"LoomConf").count(), 2, "a series and a conference: {text}");
    assert!(text.contains("city = \"Ghent\""), "{text}");
}

#[test]
fn a_relative_attachment_is_told() {
    let text = schedule("LoomConf 2018", 2018, "").replace(
        "<persons>",
        "<attachments><attachment href='/media/a.pdf'>Slides</attachment></attachments><persons>",
    );
    let found = into(&[], "a.xml", &text);
    let told: Vec<&str> = found.diagnostics.iter().map(|it| it.message.as_str()).collect();
    assert!(
        told.contains(&"3 links of LoomConf 2018 are not full addresses and were left out: \"/media/a.pdf\" (3 times)"),
        "{told:?}"
    );
}

#[test]
fn a_site_has_no_description_that_the_next_import_makes_wrong() {
    let existing = Existing { is_empty: true, ..Existing::default() };
    let files =
        BTreeMap::from([("a.xml".to_owned(), schedule("LoomConf 2018", 2018, "").into_bytes())]);
    let found = import(files, &existing, None);
    let site = String::from_utf8_lossy(&found.registries["site.toml"]).into_owned();
    assert!(site.contains("title = ") && !site.contains("description"), "{site}");
}

#[test]
fn a_changed_file_is_kept_and_the_summary_says_so() {
    let scene = Scene::new(GOOD);
    let source = scene.path("a.xml");
    fs::write(&source, schedule("LoomConf 2018", 2018, "")).unwrap();
    let run = || {
        hallway(&[
            "import",
            source.to_str().unwrap(),
            "--into",
            scene.path("data").to_str().unwrap(),
        ])
    };
    assert_eq!(code(&run()), 0);
    fs::write(scene.path("data/schedules/loomconf-2018.md"), "# Mine\n").unwrap();
    let output = run();
    assert!(log(&output).contains("kept 1 file of yours that differs"), "{}", log(&output));
    assert!(!log(&output).contains("has all of it"), "{}", log(&output));
}

#[test]
fn a_file_that_is_cut_off_is_told_in_words() {
    let found = into(&[], "a.json", "{\"schedule\": {\"conf");
    let told = &found.diagnostics[0].message;
    assert!(told.contains("the file ends in the middle, at line 1, column 19"), "{told}");
    let found = into(&[], "a.json", "{\"schedule\": [}");
    assert!(found.diagnostics[0].message.starts_with("the file is not valid JSON: "), "{found:?}");
}

/// Ten talks with some tags each.
fn tagged(tags: &[&str]) -> Vec<String> {
    let talk = |number: u8| {
        format!(
            "{{\"title\": \"Loom {number}\", \"speakers\": [\"Ada Weaver\"], \"tags\": {tags:?}}}"
        )
    };
    (1..=10).map(talk).collect()
}

#[test]
fn tags_of_one_conference_and_names_are_no_themes() {
    let archive = |n_events: usize| {
        let mut files = BTreeMap::new();
        for year in (2018..).take(n_events) {
            files.insert(
                format!("weftcon-be-{year}/category.json"),
                format!("{{\"title\": \"WeftCon BE {year}\"}}").into_bytes(),
            );
            let talks = tagged(&["knots", "WeftCon", "ada weaver"]);
            for (number, talk) in talks.iter().enumerate() {
                let path = format!("weftcon-be-{year}/videos/{number}.json");
                files.insert(path, talk.as_bytes().to_vec());
            }
        }
        let found = import(files, &Existing { is_empty: true, ..Existing::default() }, None);
        String::from_utf8_lossy(&found.registries["themes.toml"]).into_owned()
    };
    assert!(!archive(1).contains("[[theme]]"), "{}", archive(1));
    assert!(!archive(2).contains("[[theme]]"), "{}", archive(2));
    let themes = archive(3);
    assert_eq!(themes.matches("[[theme]]").count(), 1, "{themes}");
    assert!(themes.contains("id = \"knots\""), "{themes}");
}

#[test]
fn themes_of_the_notes_keep_their_addresses_when_a_track_has_such_a_name() {
    let scene = Scene::new(
        "---\ntitle: WeftFest 2019\ntags: [knots]\ntalks:\n  - title: Ropes\n---\n\n## Ropes\n\nGood.\n",
    );
    fs::write(scene.path("data/themes.toml"), "").unwrap();
    let themes = || {
        let catalog = bundle(&Folder::read(&scene.path("data")).unwrap()).dataset.catalog;
        catalog.themes.iter().map(|theme| theme.id.0.clone()).collect::<Vec<_>>()
    };
    assert_eq!(themes(), ["knots"]);
    let source = scene.path("a.xml");
    fs::write(&source, schedule("LoomConf 2018", 2018, "Knot")).unwrap();
    let data = scene.path("data");
    let output = hallway(&["import", source.to_str().unwrap(), "--into", data.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let recap = fs::read_to_string(scene.path("data/schedules/loomconf-2018.md")).unwrap();
    assert!(recap.contains("themes = [\"knots\"]"), "{recap}");
    assert_eq!(themes(), ["knots"]);
}

#[test]
fn a_file_that_stays_is_named_where_it_is() {
    let scene = Scene::new(GOOD);
    let source = scene.path("a.xml");
    let data = scene.path("data");
    fs::write(&source, schedule("LoomConf 2018", 2018, "")).unwrap();
    fs::create_dir(data.join("schedules")).unwrap();
    fs::write(data.join("schedules/loomconf-2018.md"), "# Mine\n").unwrap();
    let output = hallway(&["import", source.to_str().unwrap(), "--into", data.to_str().unwrap()]);
    let path = data.join("schedules/loomconf-2018.md");
    assert!(log(&output).contains(path.to_str().unwrap()), "{}", log(&output));
}
