//! Logseq keeps every page in `pages/`, where Hallway keeps those of the curator.

use hallway::bundle::Folder;
use std::fs;

/// A folder with these files.
fn read(files: &[(&str, &[u8])]) -> Folder {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    Folder::read(folder.path()).unwrap()
}

#[test]
fn pages_of_logseq_are_recaps_and_those_of_the_curator_are_not() {
    let outline: &[u8] = b"- ## Looms that sing\n  speaker:: [[Ada Weaver]]\n  - Loud.\n";
    let loose: &[u8] = b"- Wool\n\t- Warm.\n";
    let recap: &[u8] = b"# LoomConf 2019\n\n## Looms that sing (Ada Weaver)\n\nLoud.\n";
    let about: &[u8] = b"# About\n\nNotes on looms, with talks of LoomConf 2019.\n";
    let recaps = |files: &[(&str, &[u8])]| {
        let folder = read(files);
        let codes: Vec<&str> = folder.diagnostics.iter().map(|it| it.code).collect();
        assert!(codes.iter().all(|code| *code == "page-or-recap"), "{codes:?}");
        let names = folder.recaps.keys().map(|name| name.replace("pages/", ""));
        (names.collect::<Vec<_>>().join(" "), folder.pages.len(), codes.len())
    };
    let is = |recaps: &str, n_pages, n_told| (recaps.to_owned(), n_pages, n_told);
    assert_eq!(recaps(&[("pages/LoomConf 2019.md", outline)]), is("LoomConf 2019.md", 0, 0));
    assert_eq!(recaps(&[("pages/LoomConf 2019.md", recap)]), is("LoomConf 2019.md", 0, 0));
    assert_eq!(recaps(&[("pages/wool.md", loose)]), is("", 1, 0));
    assert_eq!(recaps(&[("pages/wool.md", loose), ("logseq/a.edn", b"")]), is("wool.md", 0, 0));
    assert_eq!(recaps(&[("pages/about.md", about)]), is("", 1, 0));
    assert_eq!(recaps(&[("pages/about.md", about), ("logseq/a.edn", b"")]), is("", 1, 0));
    assert_eq!(recaps(&[("pages/loom.md", b"# LoomConf 2019\n\nWarm.")]), is("", 1, 1));
}
