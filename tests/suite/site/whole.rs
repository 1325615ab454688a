//! The site as a whole: every link leads to something, and every page can be reached by links.

use super::printed_site::{HOME, Site, build, ids, links, values};
use hallway::bundle::{Folder, bundle};
use hallway::model::Catalog;
use std::collections::BTreeSet;

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
fn only_main_pages_have_extra_files_unless_the_curator_wants_them_for_all() {
    let whole = Site::whole("tests/e2e/recaps");
    let bare = Site::bare("tests/e2e/recaps");
    assert_eq!(whole.pages.keys().collect::<Vec<_>>(), bare.pages.keys().collect::<Vec<_>>());
    let ending = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    let is_left_out = |path: &&String| {
        let is_beside = ["embed/", "person/", "theme/"].iter().any(|it| path.starts_with(it));
        is_beside || path.starts_with("export/") && ending(path) == "md"
    };
    let all = |site: &Site| site.embedded.keys().chain(&site.files).cloned().collect::<Vec<_>>();
    let mut expected = all(&whole);
    expected.retain(|path| !is_left_out(&path));
    assert_eq!(all(&bare), expected);
    assert!(all(&whole).len() > 2 * expected.len());
    assert!(expected.iter().any(|path| path.starts_with("conference/") && ending(path) == "csv"));
}

#[test]
fn every_page_leads_to_the_forms_of_itself() {
    for site in [Site::whole("tests/e2e/recaps"), Site::bare("tests/e2e/recaps")] {
        // No view of the explorer shows the recaps of one author, so there is nothing to embed.
        let has_forms = |path: &str| path.contains('/') && !path.starts_with("author/");
        for (path, html) in site.pages.iter().filter(|(path, _)| has_forms(path)) {
            let share = format!("../share.html?page={path}");
            assert!(links(html).contains(&share), "{share}");
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
        // `authors.rs` tests the pages of those who signed recaps.
        let is_thing = |path: &&String| path.contains('/') && !path.starts_with("author/");
        let n_pages = site.pages.keys().filter(is_thing).count();
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
    // Some browsers show all text, hidden or not.
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
    let files = build(&bundle(&Folder::default()).dataset, None);
    let html = String::from_utf8_lossy(&files[HOME]);
    assert!(html.contains("Nothing here yet"), "{html}");
    assert!(!html.contains("start()"), "the client has nothing to explore");
    assert!(Site::of("tests/e2e/recaps").pages[HOME].contains("start()"));
}
