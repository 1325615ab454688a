//! The guide names every key that a curator may write, and no other; its links lead somewhere.

use hallway::bundle::schemas;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/docs/guide")
}

/// The keys of a schema and of the entries in it, without those whose tables the guide does not have.
fn keys(schema: &str, entries: &[&str]) -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(&schemas()[schema]).unwrap();
    let of = |object: &Value| {
        let keys = object["properties"].as_object().into_iter().flat_map(|it| it.keys().cloned());
        keys.collect::<BTreeSet<_>>()
    };
    let parts = entries.iter().flat_map(|entry| of(&schema["$defs"][entry]));
    of(&schema).into_iter().chain(parts).collect()
}

/// The keys in the tables of a page.
fn rows(page: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(guide().join(page)).unwrap();
    let keys = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    keys.map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn every_setting_has_a_row() {
    assert_eq!(rows("settings.md"), keys("site.json", &[]));
}

#[test]
fn every_key_of_a_registry_has_a_row() {
    // The two lists of `conferences.toml` have a table each.
    let mut expected = keys("conferences.json", &["SeriesEntry", "ConferenceEntry"]);
    expected.remove("conference");
    expected.extend(keys("people.json", &["NameEntry"]));
    expected.extend(keys("themes.json", &["ThemeEntry"]));
    assert_eq!(rows("registries.md"), expected);
}

#[test]
fn links_between_pages_of_the_guide_lead_somewhere() {
    for entry in fs::read_dir(guide()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // Every other part is code.
        let text: String = text.split('`').step_by(2).collect();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        for (link, _) in links.filter(|(link, _)| link.contains(".md") && !link.contains("://")) {
            let file = link.split('#').next().unwrap();
            assert!(guide().join(file).exists(), "{}: {link}", path.display());
        }
    }
}
