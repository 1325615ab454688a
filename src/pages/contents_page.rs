//! The table of contents, for readers without scripts and for crawlers.

use super::{
    author::authors::authors,
    link::{CHECK, file_href, organization_href},
    offline::offer,
    page_words::{language_words, page_words},
    parts::frame::{PageParts, classed_section, page_frame},
};
use crate::{
    query::{EntityIndex, folded, sorting::sort_by_key},
    ui::{
        display_names::signature,
        dom::{Element, Node, el, many, nothing},
        facts::link,
        link::{conference_href, person_href, recap_href, theme_href},
        state::words::words,
    },
};

/// Links to every page except talks, which the pages of their conferences list. If the curator offers to save the site,
/// `to_save` is how many bytes that takes. `has_check_page` adds a link to the page that checks recaps.
pub(crate) fn contents(index: &EntityIndex, to_save: Option<u64>, has_check_page: bool) -> Node {
    let phrases = page_words();
    let catalog = index.catalog();
    let conferences =
        catalog.conferences.iter().map(|it| (it.name.clone(), conference_href(&it.id)));
    let themes = catalog.themes.iter().map(|it| (it.name.clone(), theme_href(&it.id)));
    let people = catalog.people.iter().map(|it| (it.name.clone(), person_href(&it.id)));
    let organizations =
        catalog.organizations.iter().map(|it| (it.name.clone(), organization_href(&it.id)));
    let authors = authors();
    let authors = authors.all().map(|it| (it.name.clone(), file_href(&it.path)));
    let recaps = catalog.recaps.iter().map(|it| {
        let (who, title) = (signature(it), it.title.clone());
        let name = if who == title { title } else { [&title, " – ", &who].concat() };
        (name, recap_href(&it.id))
    });
    page_frame(PageParts {
        kicker: String::new(),
        title: words().contents().to_owned(),
        lead: nothing(),
        facts: many([to_save.map(offer), has_check_page.then(to_check_page)]),
        body: many([
            columns("page-section is-wordy", phrases.conferences, conferences),
            columns("page-section", phrases.themes, sorted(themes)),
            columns("page-section", phrases.people, sorted(people)),
            columns("page-section", phrases.authors, sorted(authors)),
            columns("page-section", phrases.organizations, sorted(organizations)),
            columns("page-section is-wordy", phrases.recaps, sorted(recaps)),
        ]),
    })
}

/// The link to the page that checks recaps.
fn to_check_page() -> Element {
    let to = el("a").attr("href", file_href(CHECK)).child(language_words().check.title);
    el("p").child(to)
}

fn sorted(named: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = named.collect();
    sort_by_key(&mut named, |(name, _)| folded(name));
    named
}

/// A list under a heading; nothing if the list is empty.
fn columns(
    classes: &'static str,
    title: &'static str,
    named: impl IntoIterator<Item = (String, String)>,
) -> Option<Element> {
    let items: Vec<Element> = named.into_iter().map(|(name, href)| link(href, name)).collect();
    let list = el("ul").class("columns");
    let section = || classed_section(classes, title.to_owned());
    (!items.is_empty()).then(|| section().child(list.children(items)))
}
