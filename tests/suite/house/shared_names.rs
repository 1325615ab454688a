//! Names that Rust and the scripts share, and the folding of letters.

use hallway::query::folded;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const NONE: [String; 0] = [];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of all sources with an extension.
fn sources(extension: &str) -> String {
    fn add(folder: PathBuf, extension: &str, text: &mut String) {
        let mut entries: Vec<_> =
            fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                add(path, extension, text);
            } else if path.extension() == Some(extension.as_ref()) {
                *text += &fs::read_to_string(path).unwrap();
            }
        }
    }
    let mut text = String::new();
    add(root().join("src"), extension, &mut text);
    text
}

/// The properties of an interface in `shared.d.ts`, quotes aside.
fn listed(interface: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src/publish/scripts/shared.d.ts")).unwrap();
    let (_, rest) = text.split_once(&format!("interface {interface} {{\n")).unwrap();
    let (body, _) = rest.split_once("\n}").unwrap();
    let property = |line: &str| {
        let line = line.strip_prefix("  ")?;
        let (name, _) = line.split_once([':', '('])?;
        // Quoted names may contain a colon.
        let name = line.strip_prefix('"').map_or(name, |rest| rest.split('"').next().unwrap());
        let is_name = !name.is_empty() && !name.contains([' ', '/', '*']);
        is_name.then(|| name.to_owned())
    };
    body.lines().filter_map(property).collect()
}

/// `needsTalks` as `needs-talks`.
fn in_kebab_case(name: &str) -> String {
    name.chars().fold(String::new(), |mut kebab, c| {
        if c.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
        kebab
    })
}

/// `needs-talks` as `needsTalks`.
fn in_camel_case(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |camel, part| {
        let (initial, rest) = part.split_at(1);
        camel + &initial.to_ascii_uppercase() + rest
    })
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

/// The text after `before`, as far as it consists of letters and of characters that `more` accepts.
fn names_behind(text: &str, before: &str, more: &str) -> BTreeSet<String> {
    let is_of_name = |c: char| is_letter(c) || more.contains(c);
    let name = |rest: &str| rest.split(|c| !is_of_name(c)).next().unwrap().to_owned();
    text.split(before).skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

/// The attributes that scripts read and write, as `dataset` spells them.
fn attributes_in_scripts() -> BTreeSet<String> {
    let text = sources("js");
    let mut names = names_behind(&text, "dataset.", "");
    names.extend(names_behind(&text, "[data-", "-").iter().map(|name| in_camel_case(name)));
    // `const { a, b: c, ...rest } = element.dataset;`
    for line in text.lines().filter(|line| line.contains("dataset;")) {
        let Some((_, rest)) = line.split_once("const { ") else { continue };
        let (taken, _) = rest.split_once(" }").unwrap();
        let taken = taken.split(", ").filter(|part| !part.starts_with("..."));
        names.extend(taken.map(|part| part.split([':', ' ']).next().unwrap().to_owned()));
    }
    names
}

#[test]
fn every_attribute_of_the_scripts_is_listed_and_on_a_page() {
    let listed = listed("DOMStringMap");
    assert!(listed.len() > 40, "{listed:?}");
    let in_scripts = attributes_in_scripts();
    let unlisted: Vec<_> = in_scripts.difference(&listed).cloned().collect();
    assert_eq!(unlisted, NONE, "in scripts, but not in shared.d.ts");
    let (rust, scripts, styles) = (sources("rs"), sources("js"), sources("css"));
    let is_in_rust = |name: &str| rust.contains(&format!("data-{}", in_kebab_case(name)));
    let is_in_styles = |name: &str| styles.contains(&format!("data-{}", in_kebab_case(name)));
    // A script may also set an attribute for a style, or for another script.
    let is_elsewhere = |name: &str| {
        let [set, toggled] = [format!("dataset.{name} ="), format!("(\"data-{name}\"")];
        is_in_styles(name)
            || scripts.contains(&set)
            || scripts.contains(&toggled)
            || scripts.contains(&format!(", {{ {name}:"))
            || scripts.contains(&format!(", {name}: words"))
    };
    let lost: Vec<_> =
        listed.iter().filter(|name| !is_in_rust(name) && !is_elsewhere(name)).cloned().collect();
    assert_eq!(lost, NONE, "in shared.d.ts, but on no page");
    // Scripts take some names together, as in `{ title, ...reasons }`.
    let is_in_scripts = |name: &String| scripts.contains(name.as_str());
    let unused: Vec<_> = listed.iter().filter(|name| !is_in_scripts(name)).cloned().collect();
    let by_rest = ["crash", "disk", "offline"].map(str::to_owned);
    let unused: Vec<_> = unused.into_iter().filter(|name| !by_rest.contains(name)).collect();
    assert_eq!(unused, NONE, "in shared.d.ts, but in no script");
}

#[test]
fn every_event_global_and_message_is_listed_and_used() {
    let scripts = sources("js");
    let both = sources("rs") + &scripts;
    let events = listed("WindowEventMap");
    let dispatched: BTreeSet<String> =
        names_behind(&scripts, "dispatchEvent(new Event(\"hallway", "-:")
            .iter()
            .map(|name| format!("hallway{name}"))
            .collect();
    assert_eq!(dispatched, events);
    for event in &events {
        assert!(scripts.matches(&format!("\"{event}\"")).count() >= 2, "nobody hears {event}");
    }
    let mut globals = listed("Window");
    globals.extend(listed("HTMLElement"));
    let used: BTreeSet<String> = ["window.hallway", "documentElement.hallway"]
        .iter()
        .flat_map(|before| names_behind(&scripts, before, ""))
        .map(|name| format!("hallway{name}"))
        .collect();
    let unlisted: Vec<_> = used.difference(&globals).cloned().collect();
    assert_eq!(unlisted, NONE);
    let is_unused =
        |name: &&String| name.starts_with("hallway") && both.matches(name.as_str()).count() < 2;
    assert_eq!(globals.iter().filter(is_unused).cloned().collect::<Vec<_>>(), NONE);
    let docs = fs::read_to_string(root().join("public/docs/embedding.md")).unwrap();
    let shared = fs::read_to_string(root().join("src/publish/scripts/shared.d.ts")).unwrap();
    let (_, messages) = shared.split_once("type MessageType = ").unwrap();
    let messages: Vec<&str> = messages.split(';').next().unwrap().split(" | ").collect();
    assert!(messages.len() > 6);
    for message in messages {
        let message = message.trim_matches('"');
        assert!(scripts.contains(message) && docs.contains(message), "{message}");
    }
}

/// `tests/scripts/folded.json`, with which the tests of the scripts check the palette, agrees with the search.
#[test]
fn letters_fold_in_the_palette_as_in_the_search() {
    let path = root().join("tests/scripts/folded.json");
    let letters = ('\u{c0}'..='\u{17f}').chain('\u{218}'..='\u{21b}').chain("ẞςΣ".chars());
    let letters = letters.filter(|letter| letter.is_alphabetic()).map(String::from);
    let scripts = [
        "Hương Nguyễn, Việt Nam",
        "Yorùbá ọrọ̀ ṣe",
        "ﬂax ﬁne eﬃcient",
        "Ｋｕｂｅ １",
        "ｶﾀｶﾅ ﾌﾟﾛｸﾞﾗﾑ",
        "か\u{3099}くしゅう",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}",
        "عَرَبِيّ مـــد أحمد",
        "עִבְרִית",
        "Ωμέγα ёлка Андрей",
        "ki\u{ad}lo\u{ad}watt",
    ];
    let table: BTreeMap<String, String> = letters
        .chain(scripts.map(str::to_owned))
        .map(|text| (text.clone(), folded(&text)))
        .collect();
    let text = fs::read_to_string(&path).unwrap_or_default();
    let written: BTreeMap<String, String> = serde_json::from_str(&text).unwrap_or_default();
    let json = serde_json::to_string_pretty(&table).unwrap();
    assert!(written == table, "{} should be:\n{json}", path.display());
}
