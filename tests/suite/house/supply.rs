//! Everything that a build takes from elsewhere is pinned by its digest.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Lines in which something is not pinned by a digest.
fn loose_lines<'a>(text: &'a str, word: &str, is_exact: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let named = |line: &&str| {
        let line = line.trim_start().trim_start_matches("- ");
        line.strip_prefix(word)
            .is_some_and(|name| !is_exact(name.split(" #").next().unwrap_or_default().trim()))
    };
    text.lines().filter(named).collect()
}

#[test]
fn actions_and_images_are_named_by_their_digests() {
    let is_action = |name: &str| name.split_once('@').is_some_and(|(_, commit)| is_hex(commit, 40));
    let is_image =
        |name: &str| name.split_once("@sha256:").is_some_and(|(_, digest)| is_hex(digest, 64));
    for path in [
        ".github/workflows/ci.yml",
        ".github/workflows/release.yml",
        "public/docs/hosting/github-pages.yml",
        "src/cli/init/starter/site.yml",
    ] {
        let text = read(path);
        assert_eq!(loose_lines(&text, "uses: ", is_action), [""; 0], "{path}");
        assert_eq!(loose_lines(&text, "container: ", is_image), [""; 0], "{path}");
    }
    let text = read(".ci/packages/Containerfile");
    assert_eq!(loose_lines(&text, "FROM ", is_image), [""; 0]);
}

#[test]
fn every_crate_has_a_checksum_and_wasm_bindgen_is_one_version() {
    let version_of = |lock: &str, name: &str| {
        let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
        Some(rest.split('"').next()?.to_owned())
    };
    let (ours, tools) = (read("Cargo.lock"), read(".ci/wasm-bindgen/Cargo.lock"));
    for lock in [&ours, &tools] {
        let packages = lock.split("[[package]]").filter(|package| package.contains("source = "));
        let loose: Vec<&str> = packages.filter(|it| !it.contains("checksum = ")).collect();
        assert_eq!(loose, [""; 0]);
    }
    let version = version_of(&ours, "wasm-bindgen");
    assert!(version.is_some());
    assert_eq!(version_of(&tools, "wasm-bindgen-cli"), version);
    assert_eq!(version_of(&tools, "hallway-wasm-bindgen"), version);
    // The only other way to build a tool is from its own lock file.
    let setup = read(".ci/setup");
    let built = setup.lines().filter(|line| line.trim_start().starts_with("build_crate "));
    let loose: Vec<&str> = built.filter(|line| !line.contains("-- --locked")).collect();
    assert_eq!(loose, [""; 0]);
}

#[test]
fn every_npm_package_has_a_digest() {
    for path in [".ci/shrink", "tests/e2e", "tests/bench", "tests/bench/search"] {
        let lock: serde_json::Value =
            serde_json::from_str(&read(&format!("{path}/package-lock.json"))).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        let loose: Vec<&String> = packages
            .iter()
            .filter(|(name, package)| !name.is_empty() && package["integrity"].as_str().is_none())
            .map(|(name, _)| name)
            .collect();
        assert_eq!(loose, [""; 0], "{path}");
    }
}
