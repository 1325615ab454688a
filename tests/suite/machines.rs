//! What programs read of a site: heads, sitemap, feeds, calendars, exports.

use hallway::bundle::{Folder, bundle, schemas};
use hallway::publish::{Machines, SiteUrl};
use hallway::ui::Press;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const CONFERENCES: &str = r#"
[[series]]
id = "looms"
name = "LoomCon; all, of it"
aliases = ["LoomCon"]

[[conference]]
id = "loomcon-2018"
series = "looms"
name = "LoomCon 2018"
start = "2018-12-30"
end = "2018-12-31"
city = "Porto, Norte"
country = "Portugal"

[[conference]]
id = "loomcon-2017"
series = "looms"
name = "LoomCon 2017"
start = "2017-05"
city = "Ghent"
"#;

/// One recap with its day, one with its month only, one without a date; and signs that mean something
/// somewhere.
const RECAPS: [(&str, &str); 3] = [
    (
        "dated.md",
        concat!(
            "---\ntitle: \"</script><!-- Warp & {weft}\"\nauthor: Ada Weaver\n",
            "url: https://weaver.example/?a=1&b=(2)\npublished: 2019-01-03\nconference: loomcon-2018\n",
            "themes: [security]\ntalks:\n  - title: \"=HYPERLINK(1)\"\n    kind: keynote\n    speakers: [Bo Reed (Acme)]\n",
            "    video: https://www.youtube.com/watch?v=a_Video-011\n---\n",
            "Looms are *fine*.\n\n## =HYPERLINK(1)\n\nBo spoke of security, and well.\n",
        ),
    ),
    (
        "month.md",
        "---\ntitle: Only a month\npublished: 2019-02\nconference: loomcon-2018\n---\nShort.\n",
    ),
    ("undated.md", "---\ntitle: No date\nconference: loomcon-2017\n---\nShorter.\n"),
];

fn is_picture(path: &str) -> bool {
    Path::new(path).extension() == Some("png".as_ref())
}

/// A site in memory: the head of every page, and every other file.
struct Site {
    heads: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
    pictures: BTreeSet<String>,
}

impl Site {
    fn at(url: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("conferences.toml"), CONFERENCES).unwrap();
        for (name, text) in RECAPS {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let url: Option<SiteUrl> = url.map(|url| url.parse().unwrap());
        let dataset = bundle(&Folder::read(folder.path()).unwrap()).dataset;
        let press =
            Press::new(dataset.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
        let collection = press.collection();
        let machines = Machines::new(
            &dataset.site,
            &collection,
            &dataset.chunks,
            url.as_ref(),
            press.extent(),
        );
        let sheets = std::iter::once(press.index()).chain(press.pages(&dataset.pages));
        let heads = sheets.map(|sheet| (sheet.path.clone(), machines.head(&sheet))).collect();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (pictures, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
            machines.files().into_iter().partition(|(path, _)| is_picture(path));
        let files = files.into_iter().map(|(path, bytes)| (path, text(bytes)));
        Self { heads, files: files.collect(), pictures: pictures.into_keys().collect() }
    }

    fn with_url() -> Self {
        Self::at(Some("https://notes.example/sub"))
    }

    /// The files that end so.
    fn ending(&self, ending: &str) -> Vec<(&String, &String)> {
        self.files.iter().filter(|(path, _)| path.ends_with(ending)).collect()
    }

    /// Whether an absolute address is one of ours and leads to something.
    fn has(&self, address: &str) -> bool {
        let Some(path) = address.strip_prefix("https://notes.example/sub/") else { return false };
        let path = path.split('#').next().unwrap();
        path.is_empty()
            || self.heads.contains_key(path)
            || self.files.contains_key(path)
            || self.pictures.contains(path)
            || path == "bundle/manifest.json"
    }
}

/// Values of an attribute in HTML or XML of our own writing.
fn values<'a>(text: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    text.split(open.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Texts of the elements of a name.
fn texts<'a>(xml: &'a str, tag: &str) -> Vec<&'a str> {
    let open = format!("<{tag}>");
    xml.split(open.as_str()).skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
}

/// Whether every element ends where it should.
fn is_well_formed(xml: &str) -> bool {
    let mut open = Vec::new();
    for tag in xml.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.split(' ').next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with(['/', '?']) {
            open.push(name);
        }
    }
    open.is_empty()
}

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
fn the_sitemap_lists_every_page_once() {
    let site = Site::with_url();
    let map = &site.files["sitemap.xml"];
    assert!(is_well_formed(map));
    let listed = texts(map, "loc");
    let expected: BTreeSet<String> = site
        .heads
        .keys()
        // What a reader's own list holds is nobody else's to find.
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
fn a_head_says_what_a_page_is_and_where_else_it_is() {
    let site = Site::with_url();
    for (path, head) in &site.heads {
        let address = if path == "index.html" { "" } else { path };
        let canonical =
            format!("<link rel=\"canonical\" href=\"https://notes.example/sub/{address}\">");
        assert!(head.contains(&canonical), "{path}: {head}");
        for href in values(head, "href").into_iter().filter(|href| !href.contains("//")) {
            let target = href.strip_prefix("../").unwrap_or(href);
            assert_eq!(href.starts_with("../"), path.contains('/'), "{href} on {path}");
            assert!(site.files.contains_key(target), "{href} on {path}");
        }
        for content in values(head, "content") {
            assert!(!content.contains(['<', '>', '\n']), "{content} on {path}");
        }
    }
    let talk = &site.heads["talk/loomcon-2018-hyperlink-1.html"];
    let said = "content=\"Keynote by Bo Reed at LoomCon 2018. Bo spoke of security, and well.\"";
    assert!(talk.contains(said), "{talk}");
}

#[test]
fn structured_data_is_json_that_stays_in_its_element() {
    let site = Site::with_url();
    let thing = |path: &str| -> Value {
        let head = &site.heads[path];
        let (_, json) = head.split_once("<script type=\"application/ld+json\">").unwrap();
        let (json, rest) = json.split_once("</script>").unwrap();
        assert_eq!(rest, "", "{path}");
        serde_json::from_str(json).unwrap()
    };
    // Years, and the pages about many things, are about nothing that has a name there.
    let is_many = |path: &str| ["contents.html", "themes.html", "list.html"].contains(&path);
    let is_thing = |path: &&String| !is_many(path) && !path.starts_with("year/");
    for path in site.heads.keys().filter(is_thing) {
        assert_eq!(thing(path)["@context"], "https://schema.org", "{path}");
    }
    let recap = thing("recap/script-warp-weft.html");
    assert_eq!(recap["headline"], "</script><!-- Warp & {weft}");
    assert_eq!(
        (&recap["@type"], &recap["datePublished"]),
        (&"Article".into(), &"2019-01-03".into())
    );
    let edition = thing("conference/loomcon-2018.html");
    assert_eq!(edition["subEvent"][0]["performer"][0]["name"], "Bo Reed");
    assert_eq!(edition["endDate"], "2018-12-31");
    let talk = thing("talk/loomcon-2018-hyperlink-1.html");
    assert_eq!(talk["recordedIn"][0]["@type"], "VideoObject");
    assert_eq!(talk["superEvent"]["name"], "LoomCon 2018");
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
fn every_page_has_a_picture_where_previews_can_find_it() {
    let site = Site::with_url();
    for (path, head) in &site.heads {
        let picture = head.split("og:image\" content=\"").nth(1).unwrap();
        let picture = picture.split('"').next().unwrap();
        assert!(site.has(picture) && is_picture(picture), "{picture} of {path}");
    }
    let talk = &site.heads["talk/loomcon-2018-hyperlink-1.html"];
    assert!(talk.contains("/talk/loomcon-2018-hyperlink-1.png\""), "{talk}");
    let without = Site::at(None);
    assert!(without.pictures.is_empty());
    assert!(without.heads.values().all(|head| !head.contains("og:image")));
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
