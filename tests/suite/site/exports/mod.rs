//! The data that programs read from a site.

mod files;
mod heads;

use super::printed_site::build;
use hallway::bundle::{Folder, bundle};
use hallway::model::ExtraFiles;
use hallway::publish::SiteUrl;
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

/// A recap with its day, one with only its month, and one without a date; and characters with a special meaning
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

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(path).extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| extensions.contains(&it))
}

fn is_picture(path: &str) -> bool {
    has_extension(path, &["png"])
}

fn is_export(path: &str) -> bool {
    has_extension(path, &["bib", "csv", "ics", "md", "txt", "xml"])
}

/// Whether a file is a page that search engines may know, or the reading list.
fn is_page(path: &str) -> bool {
    let others = ["404.html", "share.html", "embedding.html", "embed.html"];
    has_extension(path, &["html"]) && !path.starts_with("embed/") && !others.contains(&path)
}

/// What the head of a page tells programs: everything after its title, except the data of the explorer.
fn head(html: &str) -> &str {
    let (_, head) = html.split_once("<!--hallway:head-->").unwrap();
    let (head, _) = head.split_once("<!--/hallway:head-->").unwrap();
    let (_, head) = head.split_once("</title>").unwrap();
    head.split("\n<script type=\"application/json\"").next().unwrap()
}

/// A site in memory: the head of every page, and every other file.
struct Site {
    heads: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
    pictures: BTreeSet<String>,
}

impl Site {
    /// The site with the files of all pages.
    fn at(url: Option<&str>) -> Self {
        Self::with(ExtraFiles::AllPages, url)
    }

    fn with(extra_files: ExtraFiles, url: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("conferences.toml"), CONFERENCES).unwrap();
        for (name, text) in RECAPS {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let url: Option<SiteUrl> = url.map(|url| url.parse().unwrap());
        let mut dataset = bundle(&Folder::read(folder.path()).unwrap()).dataset;
        dataset.embedding.extra_files = extra_files;
        let (mut heads, mut files) = (BTreeMap::new(), BTreeMap::new());
        let mut pictures = BTreeSet::new();
        for (path, bytes) in build(&dataset, url.as_ref()) {
            let text = || String::from_utf8(bytes.clone()).unwrap();
            if is_page(&path) {
                heads.insert(path, head(&text()).to_owned());
            } else if is_picture(&path) {
                pictures.insert(path);
            } else if is_export(&path) {
                files.insert(path, text());
            }
        }
        Self { heads, files, pictures }
    }

    fn with_url() -> Self {
        Self::at(Some("https://notes.example/sub"))
    }

    /// The files with this ending.
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
