//! Logseq keeps every page in `pages/`, where Hallway keeps those of the curator. `bundle/page_or_recap.rs` tests which
//! page is what; here is what only a whole folder shows.

use crate::scene::folder_of;
use hallway::bundle::Folder;

#[test]
fn pages_of_logseq_are_recaps_and_those_of_the_curator_are_not() {
    let loose: &[u8] = b"- Wool\n\t- Warm.\n";
    let recap: &[u8] = b"# LoomConf 2019\n\n## Looms that sing (Ada Weaver)\n\nLoud.\n";
    let about: &[u8] = b"# About\n\nNotes on looms, with talks of LoomConf 2019.\n";
    let recaps = |files: &[(&str, &[u8])]| {
        let folder = Folder::read(folder_of(files).path()).unwrap();
        let codes: Vec<&str> = folder.diagnostics.iter().map(|it| it.code).collect();
        assert!(codes.iter().all(|code| *code == "page-or-recap"), "{codes:?}");
        let names = folder.recaps.keys().map(|name| name.replace("pages/", ""));
        (names.collect::<Vec<_>>().join(" "), folder.pages.len(), codes.len())
    };
    let is = |recaps: &str, n_pages, n_told| (recaps.to_owned(), n_pages, n_told);
    let all =
        [("pages/LoomConf 2019.md", recap), ("pages/wool.md", loose), ("pages/about.md", about)];
    assert_eq!(recaps(&all), is("LoomConf 2019.md", 2, 0));
    for sign in ["logseq/a.edn", "journals/2019_05_04.txt"] {
        let found = recaps(&[&all[..], &[(sign, b"")]].concat());
        assert!(found.0.ends_with("LoomConf 2019.md wool.md"), "{sign}: {found:?}");
        assert_eq!((found.1, found.2), (1, 0), "{sign}");
    }
    assert_eq!(recaps(&[("pages/loom.md", b"# LoomConf 2019\n\nWarm.")]), is("", 1, 1));
}
