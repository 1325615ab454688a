//! House rules that no linter knows, such as how long a file may be.

use std::fs;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with one of the endings, without built and installed ones.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !matches!(name.as_str(), "node_modules" | "target" | "test-results")
            {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// Lines of files for which `is_wrong` holds, as `file:line: text`.
fn wrong_lines(files: &[PathBuf], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in files {
        for (line, number) in fs::read_to_string(path).unwrap().lines().zip(1..) {
            if is_wrong(line) {
                wrong.push(format!("{}:{number}: {}", shown(path), line.trim()));
            }
        }
    }
    wrong
}

const NOTHING: [String; 0] = [];

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    let long: Vec<String> = [
        files("src", &[".rs", ".css", ".js"]),
        files("tests", &[".rs", ".ts", ".mjs"]),
        files("public", &[".js"]),
    ]
    .concat()
    .iter()
    .map(|path| (shown(path), fs::read_to_string(path).unwrap().lines().count()))
    .filter(|(_, count)| *count > LONGEST_FILE)
    .map(|(path, count)| format!("{path}: {count} lines"))
    .collect();
    assert_eq!(long, NOTHING);
}

#[test]
fn a_feature_is_a_folder_and_seldom_a_line_of_code() {
    const MOST: usize = 20;
    let asks = |line: &str| {
        (line.contains("cfg(") || line.contains("cfg!(")) && line.contains("feature = ")
    };
    let found = wrong_lines(&files("src", &[".rs"]), asks);
    assert!(found.len() <= MOST, "{found:#?}");
}

#[test]
fn the_first_documents_are_short() {
    for (name, most) in [("README.md", 700), ("ARCHITECTURE.md", 1500)] {
        let words = fs::read_to_string(root().join(name)).unwrap().split_whitespace().count();
        assert!(words <= most, "{name}: {words} words");
    }
}

/// Where files are opened or programs run, below the command.
const STORAGE: [&str; 5] = [
    "src/bundle/files.rs",
    "src/bundle/folder_reader.rs",
    "src/bundle/pandoc.rs",
    "src/bundle/staging.rs",
    "src/bundle/unpublished.rs",
];

#[test]
fn few_files_touch_the_disk_and_no_view_takes_html() {
    let words =
        ["std::fs", "fs::", "File::", "Command::new", "Gitignore::new", "walkdir", "std::net"];
    let opens = |line: &str| {
        let mut parts = words.iter().flat_map(|word| line.match_indices(word));
        // Not the end of another name, such as that of a module.
        parts.any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let layers: Vec<PathBuf> = [
        "model", "query", "timeline", "i18n", "ui", "client", "pages", "ingest", "import",
        "bundle", "publish", "checker",
    ]
    .iter()
    .flat_map(|layer| files(&format!("src/{layer}"), &[".rs"]))
    .collect();
    let is_other = |path: &&PathBuf| !STORAGE.contains(&shown(path).as_str());
    let others: Vec<PathBuf> = layers.iter().filter(is_other).cloned().collect();
    assert_eq!(wrong_lines(&others, opens), NOTHING);
    let takes_html = |line: &str| {
        line.contains("inner_html") || line.contains("set_inner_html") || line.contains("innerHTML")
    };
    let sources = [files("src", &[".rs", ".js"]), files("public", &[".js"])].concat();
    assert_eq!(wrong_lines(&sources, takes_html), NOTHING);
}

#[test]
fn files_are_named_after_what_they_hold() {
    let vague = ["utils", "util", "common", "helpers", "helper", "misc", "types", "stuff"];
    let found: Vec<String> = files("src", &[".rs"])
        .iter()
        .map(|path| shown(path))
        .filter(|path| path.split(['/', '.']).any(|part| vague.contains(&part)))
        .collect();
    assert_eq!(found, NOTHING);
}

#[test]
fn styles_take_colors_from_the_tokens_only() {
    let styles: Vec<PathBuf> = files("src/ui/styles", &[".css"])
        .into_iter()
        .filter(|path| !path.ends_with("tokens.css"))
        .collect();
    assert!(!styles.is_empty());
    let code = |line: &str| line.split("/*").next().unwrap_or_default().to_owned();
    let has_color = |line: &str| {
        let code = code(line);
        let hex = code
            .split('#')
            .skip(1)
            .any(|tail| tail.chars().take_while(char::is_ascii_hexdigit).count() >= 3)
            && code.contains(':')
            && !code.trim_end().ends_with('{');
        hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|function| code.contains(function))
    };
    assert_eq!(wrong_lines(&styles, has_color), NOTHING);
    assert_eq!(wrong_lines(&styles, |line| code(line).contains("!important")), NOTHING);
    assert_eq!(wrong_lines(&styles, |line| code(line).trim_start().starts_with('#')), NOTHING);
}

#[test]
fn nothing_but_what_is_agreed_lies_at_the_top() {
    const AGREED: [&str; 18] = [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "Makefile",
        "README.md",
        "SECURITY.md",
        "Trunk.toml",
        "data",
        "index.html",
        "public",
        "rust-toolchain.toml",
        "src",
        "target",
        "tests",
    ];
    let entries = fs::read_dir(root()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    // Dot-files belong to tools; `make build` writes `dist`.
    let is_other = |name: &String| {
        !name.starts_with('.') && name != "dist" && !AGREED.contains(&name.as_str())
    };
    assert_eq!(names.filter(is_other).collect::<Vec<_>>(), [""; 0]);
}

/// Journeys that prove one of the thirty points of accessibility begin with its number, and each point has one.
#[test]
fn every_point_of_accessibility_has_a_journey() {
    let mut open: Vec<u8> = (1..=30).collect();
    for path in files("tests/e2e/journeys", &[".spec.mjs"]) {
        let text = fs::read_to_string(path).unwrap();
        let titles = text.split("test(").skip(1).filter_map(|title| title.get(1..));
        let numbers: Vec<u8> =
            titles.filter_map(|title| title.split_once(". ")?.0.parse().ok()).collect();
        open.retain(|point| !numbers.contains(point));
    }
    assert!(open.is_empty(), "no journey for {open:?}");
}
