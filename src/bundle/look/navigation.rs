//! Links of the navigation that lead to no page of the site.

use crate::bundle::ledger::{History, IdKind};
use crate::bundle::registry::{Checks, FILES};
use crate::ingest::Severity;
use crate::model::{Catalog, Look, Site};
use std::collections::BTreeSet;

/// Pages that every site has, or that only its settings can turn off.
const PAGES: [&str; 9] = [
    "index.html",
    "contents.html",
    "list.html",
    "themes.html",
    "embed.html",
    "embedding.html",
    "share.html",
    "check.html",
    "404.html",
];

/// Reports each link to a page that the site does not have. Only addresses of pages are judged: another file may be put
/// there by somebody else.
pub(in crate::bundle) fn check_navigation<R: Fn(&str) -> Option<Vec<u8>>>(
    look: &Look,
    site: &Site,
    catalog: &Catalog,
    history: &History,
    mut checks: Checks<'_, R>,
) {
    let [.., file] = FILES;
    let page = |kind: IdKind, id: &str| {
        let folder = if kind == IdKind::Organization { "org" } else { kind.word() };
        format!("{folder}/{id}.html")
    };
    let conferences = catalog.conferences.iter().map(|it| page(IdKind::Conference, it.id.as_str()));
    let talks = catalog.talks.iter().map(|it| page(IdKind::Talk, it.id.as_str()));
    let people = catalog.people.iter().map(|it| page(IdKind::Person, it.id.as_str()));
    let themes = catalog.themes.iter().map(|it| page(IdKind::Theme, it.id.as_str()));
    let recaps = catalog.recaps.iter().map(|it| page(IdKind::Recap, it.id.as_str()));
    let organizations =
        catalog.organizations.iter().map(|it| page(IdKind::Organization, it.id.as_str()));
    let former = history.former_ids.iter().map(|it| page(it.kind, &it.id));
    let own = site.pages.iter().map(|it| it.path.clone());
    let pages: BTreeSet<String> = conferences
        .chain(talks)
        .chain(people)
        .chain(themes)
        .chain(recaps)
        .chain(organizations)
        .chain(former)
        .chain(own)
        .collect();
    for (_, url) in look.navigation.iter().filter(|(_, url)| !url.contains(':')) {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_prefix("./").unwrap_or(path);
        let is_judged = path.strip_suffix(".html").is_some() && !path.starts_with("author/");
        if is_judged && !PAGES.contains(&path) && !pages.contains(path) {
            let message =
                format!("the navigation leads to \"{url}\", which is no page of the site");
            let help = "name a page of yours (pages/about.md is about.html) or one that the site makes, such as contents.html";
            checks.tell(Severity::Warning, file, ("broken-link", url), message, help);
        }
    }
}
