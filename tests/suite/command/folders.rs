//! Which folder a command reads where a blog has a folder `data` of its own, and what it says about that.

use super::tools::{out, run_in};
use crate::scene::{code, folder_of, log};
use std::fs;
use tempfile::TempDir;

const POST: &str = "---\ntitle: LoomConf 2024\n---\n\n\"Warp and Weft\" by Ada Weaver was good.\n";

/// The root of a blog as Hugo has it, with files of its own in `data`.
fn blog() -> TempDir {
    folder_of(&[
        ("hugo.toml", b"title = \"Mine\"\n"),
        ("data/authors.yaml", b"ada: Ada Weaver\n"),
        ("content/posts/loomconf.md", POST.as_bytes()),
    ])
}

#[test]
fn a_folder_of_other_data_is_no_folder_of_recaps() {
    for arguments in [&["init"][..], &["init", "."]] {
        let blog = blog();
        let check = run_in(blog.path(), &["check"]);
        assert_eq!(code(&check), 0, "{}", log(&check));
        assert!(out(&check).contains("1 recap, 1 conference"), "{}", out(&check));
        let told = "data holds no recap and no registry of Hallway";
        assert!(log(&check).contains(told), "{}", log(&check));
        let init = run_in(blog.path(), arguments);
        assert_eq!(code(&init), 0, "{}", log(&init));
        for words in [told, "found in .: 1 recap, 1 conference", "added site.toml"] {
            assert!(log(&init).contains(words), "{words}: {}", log(&init));
        }
        assert!(!blog.path().join("data/site.toml").exists());
        // A second time changes nothing.
        let again = run_in(blog.path(), arguments);
        assert!(log(&again).contains("added 0 files"), "{}", log(&again));
    }
}

#[test]
fn a_named_folder_is_taken_as_it_is() {
    let blog = blog();
    fs::write(blog.path().join("data/site.toml"), "title = \"Old\"\n").unwrap();
    let check = run_in(blog.path(), &["check", "."]);
    assert!(out(&check).contains("1 recap, 1 conference"), "{}{}", log(&check), out(&check));
    // Without notes beside it, the data folder of a site is meant.
    fs::remove_dir_all(blog.path().join("content")).unwrap();
    fs::write(blog.path().join("data/loomconf.md"), POST).unwrap();
    let check = run_in(blog.path(), &["check", "."]);
    assert!(out(&check).contains("1 recap, 1 conference"), "{}{}", log(&check), out(&check));
    assert!(log(&check).contains("reading data, the data folder in ."), "{}", log(&check));
    assert!(!log(&run_in(blog.path(), &["check", "data"])).contains("reading data, "));
}
