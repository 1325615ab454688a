//! The site that `hallway serve` shows is the site that `hallway build` writes.

use super::printed_site::{HOME, TEMPLATE, build};
use hallway::bundle::{Dataset, Folder, FormerId, IdKind, bundle};
use hallway::model::ExtraFiles;
use hallway::publish::{SiteSource, SiteUrl};
use std::path::Path;

/// Files for hosts and for offline readers, and the build record.
const NOT_SHOWN: [&str; 5] = ["_headers", "_redirects", ".nojekyll", "sw.js", "build.json"];

#[test]
fn each_file_is_the_same_on_request() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/recaps");
    let mut dataset = bundle(&Folder::read(&folder).unwrap()).dataset;
    dataset.offline = false;
    let now = dataset.catalog.themes[0].id.0.clone();
    let former = FormerId { kind: IdKind::Theme, id: "an-old-name".to_owned(), now };
    dataset.history.former_ids.push(former);
    for extra_files in [ExtraFiles::MainPages, ExtraFiles::AllPages] {
        dataset.embedding.extra_files = extra_files;
        check(&dataset);
    }
}

#[track_caller]
fn check(dataset: &Dataset) {
    let url: SiteUrl = "https://notes.example/".parse().unwrap();
    let built = build(dataset, Some(&url));
    assert!(built.contains_key("embed/theme/an-old-name.json"), "{:?}", built.keys());
    let client = [(HOME, TEMPLATE), ("hallway.css", "")]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let source = SiteSource { dataset, client: &client.into(), url: Some(&url) };
    let shown = source.preview(|site| {
        for (path, bytes) in &built {
            let shown = site.file(path);
            if NOT_SHOWN.contains(&path.as_str()) {
                assert_eq!(shown, None, "{path}");
            } else {
                assert!(shown.is_some_and(|shown| shown[..] == bytes[..]), "{path}");
            }
        }
        assert_eq!(site.file("talk/nothing.html"), None);
        assert_eq!(site.not_found().as_deref(), built.get("404.html").map(Vec::as_slice));
    });
    shown.unwrap();
}
