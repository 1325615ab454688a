//! What an author wrote: the list, and the page of an author who is not a person of the collection.

pub(crate) mod authors;
mod every;

use super::{
    link::file_href,
    page_words::{language_words, page_words},
    parts::frame::{PageParts, list_section, page_frame},
};
use crate::{
    model::{PersonId, Recap, RecapId},
    query::{EntityIndex, sorting::sort_by_key},
    ui::{
        display_names::{author, conference_name},
        dom::{Child as _, Element, Node, el, nothing},
        facts::{date, facts, link, text},
        link::{conference_href, recap_href},
        state::words::words,
    },
};
use authors::{Author, authors};
use std::cmp::Reverse;

/// The page of an author.
pub(super) fn page(index: &EntityIndex, author: &Author) -> Node {
    let [.., kind] = language_words().finder.kinds;
    let recaps: Vec<&RecapId> = author.recaps.iter().collect();
    page_frame(PageParts {
        kicker: kind.to_owned(),
        title: author.name.clone(),
        lead: nothing(),
        facts: nothing(),
        body: recap_list(index, &recaps).into_node(),
    })
}

/// What a person wrote. Nothing if they wrote nothing.
pub(super) fn recaps_of_person(index: &EntityIndex, id: &PersonId) -> Option<Element> {
    recap_list(index, &authors().recaps_of_person(id))
}

/// The authors of a recap, as a fact with links; the publisher if it is unsigned.
pub(super) fn signed_by(recap: &Recap) -> Option<Element> {
    let authors = authors();
    let own = authors.of_recap(recap);
    let link =
        |author: &&Author| el("a").attr("href", file_href(&author.path)).child(author.name.clone());
    let mut line = el("li");
    for (author, number) in own.iter().zip(0..) {
        line = line.child((number > 0).then(|| words().comma())).child(link(author));
    }
    if own.is_empty() { text(author(recap)?) } else { Some(line) }
}

/// Recaps, latest first.
fn recap_list(index: &EntityIndex, ids: &[&RecapId]) -> Option<Element> {
    let mut recaps: Vec<&Recap> = ids.iter().filter_map(|id| index.recap(id)).collect();
    sort_by_key(&mut recaps, |recap| Reverse(recap.published));
    let items = recaps.into_iter().map(|recap| item(index, recap)).collect();
    list_section(page_words().recaps_head.to_owned(), items)
}

fn item(index: &EntityIndex, recap: &Recap) -> Element {
    let editions = index.conferences_of_recap(recap).into_iter();
    let editions = editions.map(|id| link(conference_href(id), conference_name(index, id)));
    let n_talks = index.talks_of_recap(&recap.id).len();
    let facts = facts()
        .children(editions)
        .child(date(recap.published))
        .child(el("li").child(words().recap_holdings(recap.notes.len(), n_talks)));
    let link = el("a").class("note-title").attr("href", recap_href(&recap.id));
    el("li").class("note-item").child(link.child(recap.title.clone())).child(facts)
}
