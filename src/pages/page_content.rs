//! The content of a page.

use super::{
    conference, organization,
    page::Page,
    parts::{
        blocks::blocks,
        frame::{PageParts, page_frame},
    },
    person, recap, talk,
    themes::theme,
    year,
};
use crate::{
    model::OwnPage,
    query::EntityIndex,
    ui::dom::{Child as _, Node, el, nothing},
};

/// The content of a page. `None` if the collection does not have its subject.
pub(crate) fn page_content(index: &EntityIndex, page: &Page) -> Option<Node> {
    match page {
        Page::Conference(id) => index.conference(id).map(|it| conference::page(index, it)),
        Page::Talk(id) => index.talk(id).map(|it| talk::page(index, it)),
        Page::Theme(id) => index.theme(id).map(|it| theme::page(index, it)),
        Page::Person(id) => index.person(id).map(|it| person::page(index, it)),
        Page::Organization(id) => index.organization(id).map(|it| organization::page(index, it)),
        Page::Recap(id) => index.recap(id).map(|it| recap::page(index, it)),
        Page::Year(year) => index.years().contains(year).then(|| year::page(index, *year)),
    }
}

/// The content of a page that the curator wrote.
pub(crate) fn own_page(page: &OwnPage) -> Node {
    let text = el("div").class("prose").child(blocks(&page.blocks, 1));
    page_frame(PageParts {
        kicker: String::new(),
        title: page.title.clone(),
        lead: nothing(),
        facts: nothing(),
        body: text.into_node(),
    })
}
