//! An address that names nothing we have.

use super::frame::{PageParts, page_frame};
use crate::{
    query::{Action, Query},
    ui::{
        facts::link,
        link::href,
        node::{Child as _, Node, el, nothing},
        strings::words,
    },
};

/// There is no such page: what that can mean, and the ways on.
pub(super) fn missing_page(id: &str) -> Node {
    let words = words();
    // An id is made of the words of a name; they may still find what the link once meant.
    let guess = id.replace(['-', '.'], " ");
    let search = href(&Query::default().apply(Action::Search(guess.clone())));
    let ways = el("ul")
        .class("plain")
        .child(link(search, (words.search_for)(&guess)))
        .child(link("?".to_owned(), words.show_everything.to_owned()));
    page_frame(PageParts {
        kicker: words.missing_kicker.to_owned(),
        title: words.missing_title.to_owned(),
        lead: el("p").class("lead").child((words.missing_text)(id)).into_node(),
        facts: nothing(),
        body: ways.into_node(),
    })
}
