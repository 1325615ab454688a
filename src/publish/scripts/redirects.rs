//! Former ids in addresses: a script replaces them with current ids before anything else reads the address.

use crate::publish::{exports::series_paths, scripts::script::Script};
use crate::{
    bundle::{Dataset, History, IdKind},
    pages::{
        Moved, Page, Past, Renderer, all_pages,
        link::{AUTHOR, READING_LIST, THEMES},
    },
    ui::link::page_path,
};
use std::collections::{BTreeMap, BTreeSet};

const SCRIPT: &str = include_str!("redirects.js");

/// The parameters of a page that take ids, each with the folder of the things that it names.
fn keys(page: &str) -> &'static [(&'static str, &'static str)] {
    match page {
        "index.html" | "embed.html" => &[
            ("conference", "conference"),
            ("theme", "theme"),
            ("person", "person"),
            ("org", "org"),
        ],
        READING_LIST => &[("talk", "talk")],
        THEMES => &[("a", "conference"), ("b", "conference")],
        _ => &[],
    }
}

/// The pages at former addresses. A current page takes precedence over a former one.
pub(in crate::publish) fn moved_pages(renderer: &Renderer, dataset: &Dataset) -> Vec<Moved> {
    let former_ids = &dataset.history.former_ids;
    let pages = all_pages(&renderer.collection());
    let mut taken: BTreeSet<String> = pages.iter().map(Page::path).collect();
    let moved = former_ids.iter().filter_map(|former| {
        renderer.moved(&page(former.kind, &former.now)?, &page(former.kind, &former.id)?)
    });
    let moved = moved.chain(moved_authors(renderer, &dataset.history));
    moved.filter(|moved| taken.insert(moved.page.path.clone())).collect()
}

/// The pages at former addresses of authors: those who had another id, and those who now use the page of a person.
fn moved_authors(renderer: &Renderer, history: &History) -> Vec<Moved> {
    let ids = history.author_ids.iter();
    let keys: BTreeMap<&str, &str> = ids.map(|(key, id)| (id.as_str(), key.as_str())).collect();
    let former = history.former_ids.iter().filter(|former| former.kind == IdKind::Author);
    let former = former.map(|former| (former.id.as_str(), former.now.as_str()));
    let own = keys.keys().map(|id| (*id, *id));
    let moved = former
        .chain(own)
        .filter_map(|(then, now)| renderer.moved_author(keys.get(now)?, page_path(AUTHOR, then)));
    moved.collect()
}

/// What pages need to know about the past.
pub(in crate::publish) fn past(history: &History) -> Past {
    Past {
        anchors: history.former_by_now(IdKind::Note),
        moved_anchors: history.moved_anchors(),
        left_notes: history.left_notes(),
        left_conferences: history.left_conferences(),
        conferences: history.former_by_now(IdKind::Conference),
        author_ids: history.author_ids.clone(),
    }
}

/// The outputs of items that had another id, each with its former path: embedded pages, exports, feeds and pictures.
/// `version` is that of the data.
pub(in crate::publish) fn former_outputs(
    moved: &[Moved],
    history: &History,
    version: &str,
) -> Vec<(String, String)> {
    let of_pages = moved.iter().flat_map(|moved| moved.moved_outputs(version));
    // A series has no page.
    let series = history.former_ids.iter().filter(|former| former.kind == IdKind::Series);
    let of_series = series.flat_map(|former| {
        let paths = series_paths(&former.now).into_iter().zip(series_paths(&former.id));
        paths.collect::<Vec<_>>()
    });
    of_pages.chain(of_series).collect()
}

/// The page about an item. `None` for a note, which has an anchor, for a series, which has a feed, for an author, and
/// for a saved view.
fn page(kind: IdKind, id: &str) -> Option<Page> {
    Some(match kind {
        IdKind::Conference => Page::Conference(id.into()),
        IdKind::Organization => Page::Organization(id.into()),
        IdKind::Person => Page::Person(id.into()),
        IdKind::Recap => Page::Recap(id.into()),
        IdKind::Talk => Page::Talk(id.into()),
        IdKind::Theme => Page::Theme(id.into()),
        IdKind::Author | IdKind::Note | IdKind::Series | IdKind::View => return None,
    })
}

/// Former ids, each with the current one. A page carries them in a script that runs before all others. A site
/// without former ids does not have this script.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::publish) struct Redirects {
    /// The folder, the former id and the current id.
    ids: Vec<[String; 3]>,
}

impl Redirects {
    /// The ids of the pages at former addresses.
    pub(in crate::publish) fn new(moved: &[Moved]) -> Self {
        let parts = |path: &str| {
            let (folder, id) = path.strip_suffix(".html")?.split_once('/')?;
            Some((folder.to_owned(), id.to_owned()))
        };
        let pair = |moved: &Moved| {
            let ((folder, then), (_, now)) = (parts(&moved.page.path)?, parts(&moved.now)?);
            Some([folder, then, now])
        };
        Self { ids: moved.iter().filter_map(pair).collect() }
    }

    /// The script of a page; `None` when its address cannot contain a former id.
    pub(in crate::publish) fn script(&self, page: &str) -> Option<Script> {
        let named = keys(page).iter().flat_map(|(key, folder)| {
            let ids = self.ids.iter().filter(move |[kind, ..]| kind == folder);
            ids.map(move |[_, then, now]| format!("{key}/{then}={now}"))
        });
        let named: Vec<String> = named.collect();
        // Ids need no escaping.
        let attributes = format!(" data-now=\"{}\"", named.join(" "));
        (!named.is_empty()).then(|| Script::with_attributes(&attributes, SCRIPT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::RenderedPage;

    fn redirects(pairs: &[(&str, &str)]) -> Redirects {
        let moved = pairs.iter().map(|(then, now)| Moved {
            page: RenderedPage { path: (*then).to_owned(), ..RenderedPage::default() },
            to: ["../", now].concat(),
            now: (*now).to_owned(),
        });
        Redirects::new(&moved.collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(page: &str, expected: &str) {
        let redirects = redirects(&[
            ("conference/weave.html", "conference/loom.html"),
            ("talk/weave-x.html", "talk/loom-x.html"),
            ("theme/asdic.html", "theme/sonar.html"),
        ]);
        let script = redirects.script(page);
        let named = script.as_ref().and_then(|script| script.attribute("data-now"));
        assert_eq!(named.unwrap_or_default(), expected);
    }

    #[test]
    fn each_page_knows_what_its_address_may_ask_for() {
        check("index.html", "conference/weave=loom theme/asdic=sonar");
        check("embed.html", "conference/weave=loom theme/asdic=sonar");
        check("list.html", "talk/weave-x=loom-x");
        check("themes.html", "a/weave=loom b/weave=loom");
        check("theme/sonar.html", "");
    }

    #[test]
    fn a_site_where_nothing_was_renamed_has_no_such_script() {
        assert_eq!(redirects(&[]).script("index.html"), None);
        assert_eq!(redirects(&[("talk/a.html", "talk/b.html")]).script("index.html"), None);
    }
}
