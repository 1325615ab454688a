//! Whatever a file contains, reading it ends, and nothing panics.

use hallway::bundle::{Folder, bundle, files};
use hallway::ingest::{MAX_FILE_BYTES, ingest};
use proptest::prelude::*;

/// Pieces with a special meaning somewhere, to be combined at random.
const PIECES: &[&str] = &[
    "---\n",
    "+++\n",
    "title: x\n",
    "talks:\n  - title: y\n",
    "# ",
    "## Talk by ",
    "- ",
    "* ",
    "\u{2022} ",
    "> ",
    "```\n",
    "{{< youtube ",
    "abcdefghijk >}}",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "[a](",
    ")",
    "<a href='",
    "'>",
    "<!--",
    "|",
    "\u{201c}",
    "\u{201d}",
    "\"",
    "Ada Weaver ",
    "from Warp ",
    "gave a talk",
    " by ",
    "(",
    "\n",
    "\n\n",
    "\n\n\n",
    "KubeCon EU 2018 ",
    "May 4, 2018",
    "4000 people",
    "\u{202e}",
    "é",
    "织",
    " - ",
    "https://",
    "%%",
    "{{ page.x }}",
    "{% x %}",
    "<script>",
    "</script>",
    "-->",
    "<p>",
    "<ul><li>",
    "<table><tr><td>",
    "<blockquote class=\"twitter-tweet\">",
    "</blockquote>",
    "==",
    "[[",
    "]]",
    "> [!note] ",
    "- [ ] ",
    "[^1]",
    "[^1]: ",
    "\n: ",
    "\n$$\n",
    "\\",
    "Title: ",
    "Date: ",
    ":date: ",
    "From: ",
    "\n====\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for path in ["a.md", "a.txt", "a.html"] {
            ingest(path, &bytes);
        }
    }

    #[test]
    fn any_mix_of_marks_can_be_bundled(picks in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.into_iter().map(|pick| PIECES[pick]).collect();
        let mut folder = Folder::default();
        for path in ["a.md", "a.txt", "a.html"] {
            folder.recaps.insert(path.to_owned(), text.clone().into_bytes());
        }
        let bundled = bundle(&folder);
        files(&bundled.dataset).unwrap();
        for diagnostic in bundled.diagnostics {
            prop_assert!(!diagnostic.message.is_empty() && !diagnostic.help.is_empty());
        }
    }
}

#[test]
fn nesting_without_end_is_refused() {
    for mark in ["> ", "- ", "  - ", "<div>", "[", "**a "] {
        let text = mark.repeat(MAX_FILE_BYTES / 40 / mark.len());
        let ingested = ingest("a.md", text.as_bytes());
        assert!(
            ingested.diagnostics.iter().all(|d| d.code != "nested-too-deep" || d.line == 1),
            "{mark}"
        );
    }
    let quotes = ingest("a.md", "> ".repeat(100).as_bytes());
    assert_eq!(quotes.diagnostics[0].code, "nested-too-deep");
}

#[test]
fn folders_that_are_too_deep_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let deepest = folder.path().join("a/".repeat(31));
    std::fs::create_dir_all(deepest.join("b")).unwrap();
    std::fs::write(deepest.join("read.md"), "# Read\n\nwords").unwrap();
    std::fs::write(deepest.join("b/lost.md"), "# Lost\n\nwords").unwrap();
    let read = Folder::read(folder.path()).unwrap();
    let found: Vec<(&str, bool)> =
        read.diagnostics.iter().map(|d| (d.code, d.path.ends_with("/b"))).collect();
    assert_eq!((found.as_slice(), read.recaps.len()), ([("folder-too-deep", true)].as_slice(), 1));
}

#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(outside.path().join("secret.md"), "# Secret\n\nwords").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.md"), inside.path().join("a.md"))
        .unwrap();
    std::os::unix::fs::symlink(inside.path(), inside.path().join("loop")).unwrap();
    let folder = Folder::read(inside.path()).unwrap();
    let codes: Vec<&str> = folder.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(
        (codes.as_slice(), folder.recaps.len()),
        (["link-out-of-folder", "unreadable"].as_slice(), 0)
    );
}
