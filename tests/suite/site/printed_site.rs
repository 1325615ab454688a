//! A whole site as `publish` builds it, and where its links lead.

use hallway::bundle::{Dataset, Folder, Staging, bundle, read_all};
use hallway::model::{Catalog, ExtraFiles};
use hallway::publish::{SiteSource, SiteUrl};
use hallway::query::{EntityIndex, Query};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

/// The page of the explorer.
pub(crate) const HOME: &str = "index.html";
const SHARE: &str = "share.html";
const STYLE: &str = "hallway.css";
const LIST: &str = "list.html";

/// The files of trunk that links may lead to.
pub(crate) const TEMPLATE: &str = concat!(
    "<!doctype html><html lang=\"en\"><head>",
    "<!--hallway:head--><!--/hallway:head-->",
    "<!--hallway:style--><link rel=\"stylesheet\" href=\"./hallway.css\"><!--/hallway:style-->",
    "<!--hallway:script--><script>start()</script><!--/hallway:script--></head>",
    "<body><!--hallway:page--><!--/hallway:page--></body></html>"
);

/// The files of a site whose client is only a page.
pub(crate) fn build(dataset: &Dataset, url: Option<&SiteUrl>) -> BTreeMap<String, Vec<u8>> {
    let client = [(HOME, TEMPLATE), (STYLE, "")]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let staging = Staging::begin(&out).unwrap();
    let source = SiteSource { dataset, client: &client.into(), url };
    source.write(&staging, false, &mut |_, _, _| {}).unwrap();
    staging.finish().unwrap();
    read_all(&out, "").unwrap()
}

/// A built site. Several tests use the same one.
struct Built {
    files: BTreeMap<String, Vec<u8>>,
    catalog: Arc<Catalog>,
}

type Cell = Arc<OnceLock<Arc<Built>>>;

static BUILT: Mutex<BTreeMap<(String, bool), Cell>> = Mutex::new(BTreeMap::new());

impl Built {
    fn of(folder: &str, extra_files: ExtraFiles) -> Arc<Self> {
        let key = (folder.to_owned(), extra_files == ExtraFiles::AllPages);
        let cell = Arc::clone(BUILT.lock().unwrap().entry(key).or_default());
        let built = cell.get_or_init(|| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let mut dataset = bundle(&Folder::read(&folder).unwrap()).dataset;
            dataset.embedding.extra_files = extra_files;
            let files = build(&dataset, None);
            Arc::new(Self { files, catalog: dataset.catalog })
        });
        Arc::clone(built)
    }
}

/// The pages of a collection by path, and what the explorer knows about it.
pub(crate) struct Site {
    pub(crate) pages: BTreeMap<String, String>,
    /// Views for other people's pages, which no page of the site has to link to.
    pub(crate) embedded: BTreeMap<String, String>,
    /// The files beside the pages.
    pub(crate) files: BTreeSet<String>,
    pub(crate) index: EntityIndex,
    /// The ids on each page.
    pub(crate) ids: BTreeMap<String, BTreeSet<String>>,
}

impl Site {
    /// The site of a data folder, given from the folder of the project, without the views for other people's pages.
    pub(crate) fn of(folder: &str) -> Self {
        Self::print(folder, false, ExtraFiles::AllPages)
    }

    /// All of it.
    pub(crate) fn whole(folder: &str) -> Self {
        Self::print(folder, true, ExtraFiles::AllPages)
    }

    /// All of it, where only main pages have extra files.
    pub(crate) fn bare(folder: &str) -> Self {
        Self::print(folder, true, ExtraFiles::MainPages)
    }

    fn print(folder: &str, with_embeds: bool, extra_files: ExtraFiles) -> Self {
        let built = Built::of(folder, extra_files);
        let (mut pages, mut embedded) = (BTreeMap::new(), BTreeMap::new());
        let mut files = BTreeSet::new();
        for (path, bytes) in &built.files {
            let is_page = Path::new(path).extension() == Some("html".as_ref());
            let is_embedded = path.starts_with("embed/") || path == "embed.html";
            let is_about_embeds = [SHARE, "embedding.html", "embed.js"].contains(&path.as_str());
            if path == "404.html" || (!with_embeds && (is_embedded || is_about_embeds)) {
                continue;
            }
            let text = || String::from_utf8(bytes.clone()).unwrap();
            match (is_page, is_embedded) {
                (true, true) => drop(embedded.insert(path.clone(), text())),
                (true, false) => drop(pages.insert(path.clone(), text())),
                (false, _) => drop(files.insert(path.clone())),
            }
        }
        let owned = |html: &String| ids(html).into_iter().map(str::to_owned).collect();
        let all = pages.iter().chain(&embedded);
        let ids = all.map(|(path, html)| (path.clone(), owned(html))).collect();
        Self { pages, embedded, files, index: EntityIndex::new(built.catalog.clone()), ids }
    }

    /// Why a link on the page `from` leads nowhere; `None` if it leads somewhere.
    pub(crate) fn problem(&self, from: &str, link: &str) -> Option<&'static str> {
        match Target::of(from, link) {
            Target::Foreign => {
                let is_web = link.starts_with("https://") || link.starts_with("http://");
                (!is_web).then_some("is of a scheme that no link should have")
            }
            Target::File { path, .. } if path == STYLE || self.files.contains(&path) => None,
            Target::File { path, search, fragment } => {
                let page = search.strip_prefix("page=").filter(|_| path == SHARE);
                if let Some(page) = page {
                    let is_there = self.pages.contains_key(page);
                    let is_embedded = self.embedded.contains_key(&format!("embed/{page}"));
                    let is_printed = self.embedded.keys().any(|path| path.starts_with("embed/"));
                    return (!is_there || is_embedded != is_printed)
                        .then_some("shares a page that is not there");
                }
                if !self.pages.contains_key(&path) && !self.embedded.contains_key(&path) {
                    return Some("names a file that is not there");
                }
                let has = |id: &String| self.ids.get(&path).is_some_and(|ids| ids.contains(id));
                if !fragment.is_empty() && !has(&fragment) {
                    return Some("names an id that is not there");
                }
                if let Some(ids) = search.strip_prefix("talk=").filter(|_| path == LIST) {
                    let is_known = |id: &str| self.index.talk(&id.into()).is_some();
                    return (!ids.split(',').all(is_known)).then_some("lists no talk of ours");
                }
                let (mut query, mut warnings) = Query::parse(&search);
                warnings.extend(query.retain_known(&self.index));
                let takes_query = [HOME, SHARE, "embed.html"].contains(&path.as_str());
                (!warnings.is_empty() || !takes_query && !search.is_empty())
                    .then_some("asks what cannot be answered")
            }
        }
    }

    pub(crate) fn broken_links(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (from, html) in self.pages.iter().chain(&self.embedded) {
            for link in links(html) {
                if let Some(problem) = self.problem(from, &link) {
                    broken.push(format!("{from}: {link} {problem}"));
                }
            }
        }
        broken
    }

    /// The pages that links lead to, from the explorer on.
    pub(crate) fn reachable(&self) -> BTreeSet<String> {
        let mut seen = BTreeSet::from([HOME.to_owned()]);
        let mut next = vec![HOME.to_owned()];
        while let Some(from) = next.pop() {
            for link in self.pages.get(&from).map(|html| links(html)).unwrap_or_default() {
                if let Target::File { path, .. } = Target::of(&from, &link)
                    && seen.insert(path.clone())
                {
                    next.push(path);
                }
            }
        }
        seen
    }
}

/// Where a link leads.
enum Target {
    /// To another host, or to a program.
    Foreign,
    /// To a file below the folder of the site.
    File { path: String, search: String, fragment: String },
}

impl Target {
    fn of(from: &str, link: &str) -> Self {
        // None of our paths has a colon: an id holds letters, digits, dots and hyphens.
        if link.split(['/', '?', '#']).next().unwrap().contains(':') {
            return Self::Foreign;
        }
        let (rest, fragment) = link.split_once('#').unwrap_or((link, ""));
        let (path, search) = rest.split_once('?').unwrap_or((rest, ""));
        let mut folders: Vec<&str> = from.split('/').collect();
        if !path.is_empty() {
            folders.pop();
        }
        for name in path.split('/').filter(|name| !matches!(*name, "" | ".")) {
            // One `..` too many stays, and shows as a missing file.
            if name != ".." || folders.pop().is_none() {
                folders.push(name);
            }
        }
        Self::File {
            path: folders.join("/"),
            search: search.to_owned(),
            fragment: fragment.to_owned(),
        }
    }
}

/// The values of an attribute, as written by our own writer: in double quotes, after one space.
pub(crate) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    html.split(open.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Every address on a page.
pub(crate) fn links(html: &str) -> Vec<String> {
    // Text in a script only looks like links.
    let parts = html.split("<script").enumerate().map(|(place, part)| {
        if place == 0 { part } else { part.split_once("</script>").map_or("", |(_, rest)| rest) }
    });
    let html = parts.collect::<String>();
    let all = ["href", "src", "action"].into_iter().flat_map(|name| values(&html, name));
    let all = all.filter(|link| !["./", "data:,"].contains(link));
    all.map(|link| link.replace("&quot;", "\"").replace("&amp;", "&")).collect()
}

pub(crate) fn ids(html: &str) -> Vec<&str> {
    values(html, "id")
}
