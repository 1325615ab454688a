//! Which layer may use which, and that no two files use each other.

use super::source_graph::SourceGraph;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Every layer, in order, and the layers that it may use besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    ("query", &["text", "model"]),
    ("timeline", &["text", "model", "query"]),
    ("i18n", &["text", "model", "query", "timeline"]),
    ("ui", &["text", "model", "query", "timeline", "i18n"]),
    ("client", &["text", "model", "query", "timeline", "i18n", "ui"]),
    ("pages", &["text", "model", "query", "timeline", "i18n", "ui"]),
    ("ingest", &["text", "model"]),
    ("import", &["text", "model", "ingest"]),
    ("bundle", &["text", "model", "query", "ingest"]),
    ("checker", &["text", "model", "query", "ingest", "bundle"]),
    (
        "publish",
        &[
            "text", "model", "query", "timeline", "i18n", "ui", "pages", "ingest", "bundle",
            "checker",
        ],
    ),
    (
        "cli",
        &[
            "text", "model", "query", "timeline", "i18n", "ui", "pages", "ingest", "import",
            "bundle", "publish",
        ],
    ),
    // The programs.
    ("bin", &["ui", "client", "checker", "cli"]),
];

/// The circles that exist, and why each stays. A circle that is gone must leave the list.
const CIRCLES: &[(&str, &str)] = &[
    (
        "client/draw.rs client/keyed.rs",
        "A list draws its items, which are nodes and may contain lists.",
    ),
    (
        "ui/dom/child.rs ui/dom/element.rs ui/dom/mod.rs",
        "An element has children, which are elements again.",
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The text of every Rust file below `src`, by its path there.
fn sources() -> BTreeMap<String, String> {
    let root = root();
    let mut sources = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                sources.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    sources
}

/// The layer of a file; `None` for `lib.rs`, which only declares them.
fn layer(file: &str) -> Option<&str> {
    file.split_once('/').map(|(layer, _)| layer)
}

#[test]
fn layers_use_only_those_below_them() {
    let graph = SourceGraph::new(&sources());
    let mut wrong = Vec::new();
    for (file, used) in &graph.uses {
        let Some(own) = layer(file) else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
            wrong.push(format!("{file} is in no known layer"));
            continue;
        };
        let is_wrong = |other: &&str| *other != own && !allowed.contains(other);
        let others = used.keys().filter(|other| layer(other).as_ref().is_some_and(is_wrong));
        wrong.extend(others.map(|other| format!("{file} uses {other}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_files_use_each_other() {
    let sources = sources();
    let graph = SourceGraph::new(&sources);
    let found: BTreeMap<String, String> =
        graph.circles().iter().map(|it| (it.join(" "), graph.shown(it))).collect();
    let listed = |circle: &String| CIRCLES.iter().any(|(known, _)| known == circle);
    let new = found.iter().filter(|(circle, _)| !listed(circle)).map(|(_, uses)| uses.as_str());
    let gone = CIRCLES.iter().map(|(known, _)| *known).filter(|known| !found.contains_key(*known));
    let (new, gone): (Vec<&str>, Vec<&str>) = (new.collect(), gone.collect());
    assert!(new.is_empty(), "these circles are new:\n{}", new.join("\n"));
    assert!(
        gone.is_empty(),
        "these are none any more, take them off the list:\n{}",
        gone.join("\n")
    );
}

/// Checks which files `a.rs` uses when it has the text `code`, beside two other files.
#[track_caller]
fn check(code: &str, expected: &[&str]) {
    let sources = BTreeMap::from([
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", code),
        ("b/mod.rs", "mod inner; pub use inner::Deep; pub struct Flat;"),
        ("b/inner.rs", "pub struct Deep; pub mod x {}"),
        ("c.rs", "pub fn f() {} pub use crate::b::*;"),
    ]);
    let sources = sources.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned()));
    let graph = SourceGraph::new(&sources.collect());
    let used: BTreeSet<&str> = graph.uses["a.rs"].keys().map(String::as_str).collect();
    assert_eq!(used, expected.iter().copied().collect(), "{code}");
}

#[test]
fn uses_are_followed_to_the_file_that_defines_the_name() {
    check("use std::fmt;", &[]);
    check("use crate::{b::{Deep, Flat as F}, c};", &["b/inner.rs", "b/mod.rs", "c.rs"]);
    check("use super::{c::{self}};", &["c.rs"]);
    check("fn g(it: crate::b::Deep) {}", &["b/inner.rs"]);
    check("fn g() { vec![crate::c::f(), 1] }", &["c.rs"]);
    check("use crate::c::Deep;", &["b/inner.rs"]);
    check("use crate::b; fn g() -> b::Deep {}", &["b/inner.rs", "b/mod.rs"]);
    check("pub(super) use crate::c::f;", &[]);
    check("pub(super) use crate::c::f; fn g() { f() }", &["c.rs"]);
    check("mod inline { use super::super::c; }", &["c.rs"]);
    check("#[cfg(test)] mod tests { use crate::c; }", &["c.rs"]);
}

#[test]
fn circles_are_groups_of_files_that_reach_each_other() {
    let circles = |a: &str, b: &str, c: &str| {
        let sources = [("lib.rs", "mod a; mod b; mod c;"), ("a.rs", a), ("b.rs", b), ("c.rs", c)];
        let sources = sources.into_iter().map(|(file, text)| (file.to_owned(), text.to_owned()));
        let graph = SourceGraph::new(&sources.collect());
        graph.circles().iter().map(|circle| circle.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(circles("use crate::b::B;", "use crate::c::C;", ""), [""; 0]);
    assert_eq!(circles("use crate::b::B;", "use crate::a::A;", "use crate::a::A;"), ["a.rs b.rs"]);
    assert_eq!(
        circles("use crate::b::B;", "use crate::c::C;", "use crate::{a::A};"),
        ["a.rs b.rs c.rs"]
    );
    let test = "#[cfg(test)] mod tests { use crate::a; }";
    assert_eq!(circles("use crate::b::B;", test, ""), [""; 0]);
}
