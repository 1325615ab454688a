//! The site as a whole: every link leads to something, and every page can be reached by links.

use hallway::bundle::{Folder, bundle, files};
use hallway::model::{Catalog, Companions};
use hallway::publish::{Earlier, Embeds, Machines, Pages, Parts, Tools, explorer_page};
use hallway::query::{Index, Query, search};
use hallway::ui::{Collection, Extent, Press};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

const HOME: &str = "index.html";
const SHARE: &str = "share.html";
const STYLE: &str = "hallway.css";
const LIST: &str = "list.html";

/// What trunk builds, as far as a link can tell.
const TEMPLATE: &str = concat!(
    "<!doctype html><html lang=\"en\"><head>",
    "<!--hallway:head--><!--/hallway:head-->",
    "<!--hallway:style--><link rel=\"stylesheet\" href=\"./hallway.css\"><!--/hallway:style-->",
    "<!--hallway:script--><script>start()</script><!--/hallway:script--></head>",
    "<body><!--hallway:page--><!--/hallway:page--></body></html>"
);

/// The pages of a collection by path, and what the explorer knows of it.
struct Site {
    pages: BTreeMap<String, String>,
    /// Those that stand in other people's pages, which no page of the site has to lead to.
    embedded: BTreeMap<String, String>,
    /// What is there beside the pages.
    files: BTreeSet<String>,
    index: Index,
    /// The ids on each page.
    ids: BTreeMap<String, BTreeSet<String>>,
}

impl Site {
    /// The site of a data folder, given from the folder of the project, but for what stands in other
    /// people's pages.
    fn of(folder: &str) -> Self {
        Self::print(folder, false, Companions::All)
    }

    /// All of it.
    fn whole(folder: &str) -> Self {
        Self::print(folder, true, Companions::All)
    }

    /// All of it, where only few pages have companions.
    fn bare(folder: &str) -> Self {
        Self::print(folder, true, Companions::Few)
    }

    fn print(folder: &str, with_embeds: bool, companions: Companions) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let dataset = bundle(&Folder::read(&folder).unwrap()).dataset;
        let (_, manifest) = files(&dataset).unwrap();
        let press =
            Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
        let collection = press.collection();
        let press = press.with_extent(Extent::new(companions));
        let extent = press.extent();
        let machines = Machines::new(&dataset.site, &collection, &dataset.chunks, None, extent);
        let tools = Tools::new(&press).unwrap();
        let press = press.with_forms(machines.forms());
        let index = press.index();
        let home =
            explorer_page(TEMPLATE, "p{}", &manifest, &index, &machines.head(&index), &tools)
                .unwrap();
        let mut pages = BTreeMap::from([(HOME.to_owned(), home)]);
        let printed = Pages::new(TEMPLATE, &manifest.site, &tools).unwrap();
        for sheet in press.pages(&dataset.pages) {
            let html = printed.page(&sheet, &machines.head(&sheet)).unwrap();
            let former = pages.insert(sheet.path.clone(), html);
            assert_eq!(former, None, "two pages want to be {}", sheet.path);
        }
        let tools_files = tools.files().map(|(path, _)| path);
        let mut files: BTreeSet<String> = machines.files().into_keys().chain(tools_files).collect();
        let embeds = Embeds {
            template: TEMPLATE,
            manifest: &manifest,
            machines: &machines,
            press: &press,
            embedding: &dataset.embedding,
            client: None,
            parts: Parts::default(),
            earlier: Earlier::default(),
        };
        let mut embedded = BTreeMap::new();
        let about_embeds = if with_embeds { embeds.files().unwrap() } else { BTreeMap::new() };
        for (path, bytes) in about_embeds {
            let is_page = Path::new(&path).extension() == Some("html".as_ref());
            let is_embedded = path.starts_with("embed/") || path == "embed.html";
            let text = String::from_utf8(bytes).unwrap();
            match (is_page, is_embedded) {
                (true, true) => drop(embedded.insert(path, text)),
                (true, false) => drop(pages.insert(path, text)),
                (false, _) => drop(files.insert(path)),
            }
        }
        let owned = |html: &String| ids(html).into_iter().map(str::to_owned).collect();
        let all = pages.iter().chain(&embedded);
        let ids = all.map(|(path, html)| (path.clone(), owned(html))).collect();
        Self { pages, embedded, files, index: Index::new(Arc::new(dataset.catalog)), ids }
    }

    /// Why a link on the page `from` leads nowhere; `None` when it leads somewhere.
    fn problem(&self, from: &str, link: &str) -> Option<&'static str> {
        match Target::of(from, link) {
            Target::Foreign => {
                let is_web = link.starts_with("https://") || link.starts_with("http://");
                (!is_web).then_some("is of a scheme that no link should have")
            }
            Target::File { path, .. } if path == STYLE || self.files.contains(&path) => None,
            Target::File { path, search, fragment } => {
                let page = search.strip_prefix("page=").filter(|_| path == SHARE);
                if let Some(page) = page {
                    let is_there = self.pages.contains_key(page)
                        && self.embedded.contains_key(&format!("embed/{page}"));
                    return (!is_there).then_some("shares a page that is not there");
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
                let takes_query = path == HOME || path == SHARE;
                (!warnings.is_empty() || !takes_query && !search.is_empty())
                    .then_some("asks what cannot be answered")
            }
        }
    }

    fn broken_links(&self) -> Vec<String> {
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
    fn reachable(&self) -> BTreeSet<String> {
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
        // None of ours has a colon: an id holds letters, digits, dots and hyphens.
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
            // One step too many stays, and shows as a file that is not there.
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
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let open = format!(" {attribute}=\"");
    html.split(open.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Every address on a page.
fn links(html: &str) -> Vec<String> {
    // What stands in a script only looks like links.
    let parts = html.split("<script").enumerate().map(|(place, part)| {
        if place == 0 { part } else { part.split_once("</script>").map_or("", |(_, rest)| rest) }
    });
    let html = parts.collect::<String>();
    let all = ["href", "src", "action"].into_iter().flat_map(|name| values(&html, name));
    let all = all.filter(|link| !["./", "data:,"].contains(link));
    all.map(|link| link.replace("&quot;", "\"").replace("&amp;", "&")).collect()
}

fn ids(html: &str) -> Vec<&str> {
    values(html, "id")
}

/// The fixture of the browser journeys, what ships, and recaps of every odd shape.
const FOLDERS: &[&str] = &[
    "tests/e2e/recaps",
    "data",
    "tests/recaps/awards/input",
    "tests/recaps/copies/input",
    "tests/recaps/front-matter/input",
    "tests/recaps/list-of-talks/input",
    "tests/recaps/lost-heading/input",
    "tests/recaps/shapes/input",
    "tests/recaps/trip-report/input",
    "tests/recaps/unclear/input",
];

const NONE: [&str; 0] = [];

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for folder in FOLDERS {
        assert_eq!(Site::whole(folder).broken_links(), NONE, "in the site of {folder}");
        assert_eq!(Site::bare(folder).broken_links(), NONE, "in the bare site of {folder}");
    }
}

#[test]
fn few_companions_leave_out_those_of_most_pages() {
    let whole = Site::whole("tests/e2e/recaps");
    let bare = Site::bare("tests/e2e/recaps");
    assert_eq!(whole.pages.keys().collect::<Vec<_>>(), bare.pages.keys().collect::<Vec<_>>());
    let folders = ["embed/talk/", "embed/person/", "embed/org/", "embed/recap/"];
    let is_left_out = |path: &&String| {
        folders.iter().any(|folder| path.starts_with(folder)) || path.starts_with("person/")
    };
    let all = |site: &Site| site.embedded.keys().chain(&site.files).cloned().collect::<Vec<_>>();
    let mut expected = all(&whole);
    expected.retain(|path| !is_left_out(&path));
    assert_eq!(all(&bare), expected);
    assert!(all(&whole).len() > expected.len());
}

#[test]
fn what_has_no_embedded_page_is_shared_by_a_search_that_finds_it() {
    for folder in ["tests/e2e/recaps", "data"] {
        let site = Site::bare(folder);
        let all = Collection::whole(&site.index).with_words(&site.index, &|_| String::new());
        for talk in &site.index.catalog().talks {
            let html = &site.pages[&format!("talk/{}.html", talk.id)];
            let links = links(html);
            let share = links.iter().find_map(|link| link.split_once("share.html")).unwrap().1;
            let (query, _) = Query::parse(share);
            let found = search(&all.engine, &all.extras, &query);
            assert!((1..20).contains(&found.n_talks), "{share} finds {}", found.n_talks);
        }
    }
}

#[test]
fn a_broken_link_is_found() {
    let mut site = Site::whole("tests/e2e/recaps");
    let bad = [
        "../talk/never-given.html",
        "../recap/back-by-the-river.html#never-written",
        "../index.html?theme=kelp",
        "../theme/sonar.html?q=sonar",
        "../list.html?talk=never-given",
        "#nowhere",
        "javascript:alert(1)",
    ];
    let html = bad.map(|link| format!("<a href=\"{link}\">x</a>")).concat();
    site.pages.insert("talk/odd.html".to_owned(), html);
    assert_eq!(site.broken_links().len(), bad.len(), "{:?}", site.broken_links());
}

#[test]
fn everything_in_the_catalog_has_a_page_and_every_note_a_place_on_one() {
    for folder in FOLDERS {
        let site = Site::of(folder);
        let Catalog { series: _, conferences, talks, people, organizations, themes, recaps, notes } =
            site.index.catalog();
        let n_things = conferences.len()
            + talks.len()
            + people.len()
            + organizations.len()
            + themes.len()
            + recaps.len()
            + site.index.years().len();
        let n_pages = site.pages.keys().filter(|path| path.contains('/')).count();
        assert_eq!(n_pages, n_things, "in the site of {folder}");
        for note in notes {
            let recap = format!("recap/{}.html", note.recap);
            assert!(ids(&site.pages[&recap]).contains(&note.id.as_str()), "{} in {recap}", note.id);
        }
    }
}

#[test]
fn links_lead_from_the_explorer_to_every_page() {
    for folder in FOLDERS {
        let site = Site::of(folder);
        let reachable = site.reachable();
        let mut lost: Vec<&String> = site.pages.keys().collect();
        lost.retain(|path| !reachable.contains(*path));
        assert_eq!(lost, NONE, "in the site of {folder}");
    }
}

#[test]
fn what_the_first_page_has_no_room_for_is_on_the_pages_of_its_years() {
    let site = Site::of("data");
    let page = &site.pages[HOME];
    let linked: BTreeSet<String> = links(page).into_iter().collect();
    let years: Vec<_> = site.pages.keys().filter(|path| path.starts_with("year/")).collect();
    let talks = site.pages.keys().filter(|path| path.starts_with("talk/"));
    assert!(talks.clone().any(|talk| !linked.contains(talk)), "all of it has room");
    for talk in talks.filter(|talk| !linked.contains(*talk)) {
        let names_it = |path: &&&String| {
            values(&site.pages[**path], "href").contains(&format!("../{talk}").as_str())
        };
        let year = years.iter().find(names_it).unwrap_or_else(|| panic!("{talk} is in no year"));
        assert!(linked.contains(*year), "{year} is not linked from the first page");
    }
}

#[test]
fn nothing_is_said_to_have_failed_before_it_has() {
    let site = Site::of("tests/e2e/recaps");
    let page = &site.pages[HOME];
    // Some browsers show whatever text there is, hidden or not.
    let texts: String =
        page.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    assert!(texts.contains("need JavaScript"));
    for words in ["could not", "went wrong", "offline", "Try again"] {
        assert!(!texts.contains(words), "{words}");
    }
}

#[test]
fn an_id_is_on_a_page_once() {
    for folder in FOLDERS {
        for (path, html) in &Site::of(folder).pages {
            let mut seen = BTreeSet::new();
            let twice: Vec<&str> = ids(html).into_iter().filter(|id| !seen.insert(*id)).collect();
            assert_eq!(twice, NONE, "on {path} of the site of {folder}");
        }
    }
}

#[test]
fn nothing_is_loaded_from_another_host() {
    for folder in FOLDERS {
        for (path, html) in &Site::of(folder).pages {
            for tag in html.split('<').filter(|tag| {
                ["link ", "img ", "script ", "iframe ", "source ", "video ", "image ", "use "]
                    .iter()
                    .any(|name| tag.starts_with(name))
            }) {
                let tag = tag.split('>').next().unwrap();
                assert!(!tag.contains("//"), "<{tag}> on {path} of the site of {folder}");
            }
        }
    }
}

#[test]
fn every_page_leads_to_the_form_for_its_mistakes() {
    let site = Site::of("tests/e2e/recaps");
    for (path, html) in site.pages.iter().filter(|(path, _)| *path != HOME) {
        let name = path.replace('/', "%2F");
        let form = format!("&amp;body={name}\">Report a mistake on this page</a>");
        assert!(html.contains(&form), "{path} has no {form}");
    }
}

#[test]
fn an_empty_collection_says_what_it_waits_for() {
    let dataset = bundle(&Folder::default()).dataset;
    let press = Press::new(dataset.site.clone(), dataset.catalog, dataset.chunks);
    let tools = Tools::new(&press).unwrap();
    let sheet = press.nothing_yet().unwrap();
    let pages = Pages::new(TEMPLATE, &dataset.site, &tools).unwrap();
    let html = pages.page(&sheet, "").unwrap();
    assert_eq!(sheet.path, HOME);
    assert!(html.contains("Nothing here yet"), "{html}");
    assert!(!html.contains("start()"), "the client has nothing to explore");

    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/recaps");
    let dataset = bundle(&Folder::read(&fixture).unwrap()).dataset;
    let press = Press::new(dataset.site, dataset.catalog, dataset.chunks);
    assert_eq!(press.nothing_yet(), None);
}
