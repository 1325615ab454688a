//! The files beside pages: sitemap, feeds, calendars, notes, tables, references.

use super::{Site, is_well_formed, texts, values};
use hallway::bundle::schemas;
use hallway::model::ExtraFiles;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn nothing_is_absolute_without_an_address() {
    let site = Site::at(None);
    let paths: Vec<&str> = site.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "conference/loomcon-2017.bib",
            "conference/loomcon-2017.md",
            "conference/loomcon-2018.bib",
            "conference/loomcon-2018.csv",
            "conference/loomcon-2018.ics",
            "conference/loomcon-2018.md",
            "export/no-date.md",
            "export/only-a-month.md",
            "export/recaps.bib",
            "export/script-warp-weft.md",
            "export/talks.csv",
            "llms.txt",
            "person/bo-reed.bib",
            "person/bo-reed.csv",
            "person/bo-reed.ics",
            "person/bo-reed.md",
            "series/looms.ics",
            "theme/security.bib",
            "theme/security.csv",
            "theme/security.ics",
            "theme/security.md",
        ]
    );
    for (path, head) in &site.heads {
        assert!(!head.contains("canonical") && !head.contains("og:url"), "{path}: {head}");
        assert!(!head.contains("application/atom+xml"), "{path}: {head}");
    }
}

#[test]
fn conferences_have_exports_and_main_pages_have_feeds_and_pictures() {
    let site = Site::with(ExtraFiles::MainPages, Some("https://notes.example/sub"));
    let paths: Vec<&str> = site.files.keys().map(String::as_str).collect();
    assert_eq!(
        paths,
        [
            "conference/loomcon-2017.bib",
            "conference/loomcon-2017.md",
            "conference/loomcon-2018.bib",
            "conference/loomcon-2018.csv",
            "conference/loomcon-2018.ics",
            "conference/loomcon-2018.md",
            "conference/loomcon-2018.xml",
            "export/recaps.bib",
            "export/talks.csv",
            "feed.xml",
            "llms.txt",
            "robots.txt",
            "series/looms.ics",
            "series/looms.xml",
            "sitemap.xml",
            "theme/security.xml",
        ]
    );
    let pictures: Vec<&str> = site.pictures.iter().map(String::as_str).collect();
    assert_eq!(
        pictures,
        [
            "conference/loomcon-2017.png",
            "conference/loomcon-2018.png",
            "index.png",
            "theme/security.png"
        ]
    );
    for (path, head) in &site.heads {
        let is_main =
            path.starts_with("conference/") || path.starts_with("theme/") || path == "index.html";
        assert_eq!(head.contains("json+oembed"), is_main, "{path}");
        for href in values(head, "href").into_iter().filter(|href| !href.contains("//")) {
            let target = href.strip_prefix("../").unwrap_or(href);
            assert!(site.files.contains_key(target), "{href} on {path}");
        }
        let picture = head.split("og:image\" content=\"").nth(1).unwrap();
        assert!(site.has(picture.split('"').next().unwrap()), "{path}");
    }
}

#[test]
fn the_sitemap_lists_every_page_once() {
    let site = Site::with_url();
    let map = &site.files["sitemap.xml"];
    assert!(is_well_formed(map));
    let listed = texts(map, "loc");
    let expected: BTreeSet<String> = site
        .heads
        .keys()
        // Nobody else should find what is on a reader's own list.
        .filter(|path| *path != "list.html")
        .map(|path| if path == "index.html" { "" } else { path })
        .map(|path| format!("https://notes.example/sub/{path}"))
        .collect();
    assert_eq!(listed.len(), expected.len());
    assert_eq!(listed.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), expected);
    assert!(site.files["robots.txt"].ends_with("Sitemap: https://notes.example/sub/sitemap.xml\n"));
}

#[test]
fn every_feed_can_be_read_and_its_links_lead_somewhere() {
    let site = Site::with_url();
    let feeds: Vec<_> =
        site.ending(".xml").into_iter().filter(|(path, _)| *path != "sitemap.xml").collect();
    let paths: Vec<&str> = feeds.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "conference/loomcon-2018.xml",
            "feed.xml",
            "person/bo-reed.xml",
            "series/looms.xml",
            "theme/security.xml"
        ]
    );
    for (path, feed) in feeds {
        assert!(is_well_formed(feed), "{path}: {feed}");
        let ids = texts(feed, "id");
        assert!(ids.iter().all(|id| id.starts_with("tag:notes.example,2026:/sub/")), "{ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
        assert_eq!(texts(feed, "updated"), vec!["2019-01-03T00:00:00Z"; ids.len()], "{path}");
        for href in values(feed, "href") {
            let is_source = href == "https://weaver.example/?a=1&amp;b=(2)";
            assert!(site.has(href) || is_source, "{href} in {path}");
        }
        assert!(!feed.contains("Only a month") && !feed.contains("No date"), "{feed}");
    }
}

#[test]
fn a_calendar_has_whole_days_and_leaves_out_what_nobody_knows() {
    let site = Site::with_url();
    let series = &site.files["series/looms.ics"];
    assert!(series.contains("\r\nX-WR-CALNAME:LoomCon\\; all\\, of it\r\n"), "{series}");
    assert!(series.contains("\r\nDTSTART;VALUE=DATE:20181230\r\nDTEND;VALUE=DATE:20190101\r\n"));
    assert!(series.contains("\r\nLOCATION:Porto\\, Norte\\, Portugal\r\n"), "{series}");
    assert_eq!(series.matches("BEGIN:VEVENT").count(), 1, "{series}");
    for (path, calendar) in site.ending(".ics") {
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{path}");
        assert!(!calendar.replace("\r\n", "").contains('\n'), "{path}");
    }
}

#[test]
fn exports_hold_everything_and_nothing_is_run() {
    let site = Site::with_url();
    let talks: Vec<&str> = site.files["export/talks.csv"].split("\r\n").collect();
    assert_eq!(talks.len(), 3, "{talks:?}");
    assert!(talks[1].starts_with("loomcon-2018-hyperlink-1,'=HYPERLINK(1),Keynote,Bo Reed,Acme,"));
    let references = &site.files["export/recaps.bib"];
    assert_eq!(references.matches("@misc{").count(), 3);
    assert!(
        references.contains("{</script><!-- Warp \\& \\textbraceleft{}weft\\textbraceright{}}")
    );
    let notes = &site.files["export/script-warp-weft.md"];
    assert!(notes.starts_with("# \\</script\\>\\<!-- Warp \\& {weft}\n\nCite as: Ada Weaver. “"));
    assert!(notes.contains("3 January 2019. [https://weaver.example/?a=1\\&b=(2)](https://weaver.example/?a=1&b=%282%29)"), "{notes}");
    assert!(notes.contains("\n\nLooms are *fine*.\n\n## =HYPERLINK(1)\n\n"), "{notes}");
    assert!(notes.contains("https://notes.example/sub/recap/script-warp-weft.html"), "{notes}");
}

#[test]
fn every_link_of_llms_txt_leads_somewhere() {
    let site = Site::with_url();
    let text = &site.files["llms.txt"];
    let links: Vec<&str> =
        text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert!(links.len() > 6, "{text}");
    assert!(links.iter().all(|link| site.has(link)), "{links:?}");
    let relative = Site::at(None).files["llms.txt"].clone();
    assert!(relative.contains("](export/talks.csv)") && !relative.contains("notes.example"));
}

#[test]
fn two_sites_of_the_same_data_are_equal() {
    let (one, other) = (Site::with_url(), Site::with_url());
    assert!(one.heads == other.heads && one.files == other.files);
}

#[test]
fn the_description_of_the_dataset_names_every_file_and_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/docs/api.md");
    let text = fs::read_to_string(path).unwrap();
    for schema in schemas().into_keys() {
        assert!(
            text.contains(&format!("(../schema/{schema})")),
            "{schema} is not in public/docs/api.md"
        );
    }
    for path in Site::with_url().files.keys() {
        let ending = path.rsplit('.').next().unwrap();
        assert!(text.contains(&format!(".{ending}`")), "no .{ending} in public/docs/api.md");
    }
}

#[test]
fn what_a_page_holds_stands_beside_it_in_other_forms() {
    let site = Site::at(None);
    let talks = &site.files["person/bo-reed.csv"];
    assert_eq!(talks.split("\r\n").count(), 3, "{talks}");
    assert!(talks.contains(",../talk/loomcon-2018-hyperlink-1.html"), "{talks}");
    let calendar = &site.files["theme/security.ics"];
    assert!(calendar.contains("DTSTART;VALUE=DATE:20181230\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY:=HYPERLINK(1)\r\n"), "{calendar}");
    assert_eq!(site.files["conference/loomcon-2018.bib"].matches("@misc{").count(), 2);
    let notes = &site.files["person/bo-reed.md"];
    assert!(notes.starts_with("# Bo Reed\n\n## [\\</script"), "{notes}");
    assert!(notes.contains("\n\n### =HYPERLINK(1)\n\nBo spoke"), "{notes}");
    assert!(!notes.contains("Looms are"), "{notes}");
    let head = &site.heads["person/bo-reed.html"];
    assert!(head.contains("type=\"text/markdown\" href=\"../person/bo-reed.md\""), "{head}");
}
