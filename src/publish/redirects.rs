//! Former ids in addresses: a script replaces them by current ids before anything else reads the address.

use super::script::Script;
use crate::{
    bundle::{Dataset, Kind},
    pages::{
        Moved, Page, Renderer, all_pages,
        link::{READING_LIST, THEMES},
    },
};
use std::collections::BTreeSet;

const SCRIPT: &str = include_str!("scripts/redirects.js");

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

/// The pages at former addresses. A current page wins over a former one.
pub(super) fn moved_pages(renderer: &Renderer, dataset: &Dataset) -> Vec<Moved> {
    let former_ids = &dataset.history.former_ids;
    if former_ids.is_empty() {
        return Vec::new();
    }
    let pages = all_pages(&renderer.collection());
    let mut taken: BTreeSet<String> = pages.iter().map(Page::path).collect();
    let moved = former_ids.iter().filter_map(|former| {
        renderer.moved(&page(former.kind, &former.now)?, &page(former.kind, &former.id)?)
    });
    moved.filter(|moved| taken.insert(moved.page.path.clone())).collect()
}

/// The page about a thing; `None` for a note, which has an anchor.
fn page(kind: Kind, id: &str) -> Option<Page> {
    Some(match kind {
        Kind::Conference => Page::Conference(id.into()),
        Kind::Organization => Page::Organization(id.into()),
        Kind::Person => Page::Person(id.into()),
        Kind::Recap => Page::Recap(id.into()),
        Kind::Talk => Page::Talk(id.into()),
        Kind::Theme => Page::Theme(id.into()),
        Kind::Note => return None,
    })
}

/// Former ids, each with the current one. A page carries them in a script that runs before all others. A site
/// without former ids does not have this script.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Redirects {
    /// The folder, the former id and the current id.
    ids: Vec<[String; 3]>,
}

impl Redirects {
    /// Those of the pages at former addresses.
    pub(super) fn new(moved: &[Moved]) -> Self {
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
    pub(super) fn script(&self, page: &str) -> Option<Script> {
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
