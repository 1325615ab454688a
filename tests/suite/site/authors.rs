//! The pages of authors.

use crate::scene::{Scene, code, log};
use std::fs;
use std::path::Path;

const TALKS: &str = "talks:\n  - title: Looms at scale\n    speakers: [Bo Thread]\n---\n\n## Looms at scale\n\n\
                     Ten thousand looms were moved in one night.\n";

#[test]
fn a_byline_leads_to_what_its_author_wrote() {
    let scene = Scene::new(&format!(
        "---\ntitle: What I heard at LoomConf 2024\nauthor: Ada Weaver\npublished: 2024-05-01\n{TALKS}"
    ));
    scene.make_client();
    fs::write(
        scene.path("data/other.md"),
        "---\ntitle: Again at LoomConf 2024\nauthor: [Ada Weaver, Bo Thread]\npublished: 2024-06-01\n---\n\nThe yarn was sold out by noon.\n",
    )
    .unwrap();
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let read = |path: &str| fs::read_to_string(scene.path("out").join(path)).unwrap();
    let recaps = fs::read_dir(scene.path("out/recap")).unwrap();
    let recaps: Vec<String> =
        recaps.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let ada = "<a href=\"../author/ada-weaver.html\">Ada Weaver</a>";
    assert_eq!(recaps.iter().filter(|page| page.contains(ada)).count(), 2, "{recaps:?}");
    let both = format!("<li>{ada}, <a href=\"../person/bo-thread.html\">Bo Thread</a></li>");
    assert_eq!(recaps.iter().filter(|page| page.contains(&both)).count(), 1, "{recaps:?}");
    let page = read("author/ada-weaver.html");
    let place = |title: &str| page.find(&format!("class=\"note-title\">{title}")).unwrap();
    assert!(place("Again at") < place("What I heard at"), "latest first: {page}");
    let person = read("person/bo-thread.html");
    assert!(person.contains("Again at LoomConf 2024"), "{person}");
    assert!(!person.contains("What I heard at LoomConf 2024</a>"), "{person}");
    assert!(!scene.path("out/author/bo-thread.html").exists());

    // Readers who look for an author find them in the list of everything and by name, and so do programs.
    let contents = read("contents.html");
    assert!(contents.contains("<a href=\"./author/ada-weaver.html\">Ada Weaver</a>"), "{contents}");
    let names = fs::read_dir(scene.path("out")).unwrap().map(|entry| entry.unwrap().path());
    let is_names = |path: &Path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("names-") && path.extension().is_some_and(|it| it == "json")
    };
    let mut names = names.filter(|path| is_names(path));
    let names: serde_json::Value =
        serde_json::from_slice(&fs::read(names.next().unwrap()).unwrap()).unwrap();
    let row = serde_json::json!([6, "ada-weaver", "Ada Weaver", ""]);
    assert!(names["names"].as_array().unwrap().contains(&row), "{names}");
    assert_eq!(names["folders"][6], "author");
    assert_eq!(names["kinds"][6], "Author");
    assert!(page.contains("\"@type\":\"ProfilePage\""), "{page}");
    assert!(page.contains("content=\"Ada Weaver: 2 recaps.\""), "{page}");
    let people = "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Weaver\"},{\"@type\":\"Person\",\"name\":\"Bo Thread\"}]";
    assert_eq!(recaps.iter().filter(|page| page.contains(people)).count(), 1, "{recaps:?}");
}

#[test]
fn names_in_any_script_have_pages_of_their_own() {
    let recap = |title: &str, author: &str| {
        format!("---\ntitle: {title} at LoomConf 2024\nauthor: {author}\n---\n\nA word on looms.\n")
    };
    let scene = Scene::new(&recap("A week", "Con"));
    scene.make_client();
    for (file, title, author) in
        [("b", "Days", "Zoë Ågren"), ("c", "Nights", "Zoe Agren"), ("d", "Hours", "安藤")]
    {
        let path = scene.path("data").join(file).with_extension("md");
        fs::write(path, recap(title, author)).unwrap();
    }
    let output = scene.build(&[]);
    assert_eq!(code(&output), 0, "{}", log(&output));
    let pages = fs::read_dir(scene.path("out/author")).unwrap();
    let mut pages: Vec<String> =
        pages.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    pages.sort();
    let expected =
        ["con-1.html", "of-hours-at-loomconf-2024.html", "zoe-agren-2.html", "zoe-agren.html"];
    assert_eq!(pages, expected);
}
