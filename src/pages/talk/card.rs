//! A talk in a list of a page: its title, who gave it, and the first sentence of the best note on it.

use crate::{
    model::TalkId,
    pages::parts::{byline::byline, sentences::first_sentence},
    ui::{
        card::{awards, foot, framed},
        dom::{Child as _, Node, el},
        heading::heading,
        link::talk_href,
        state::explorer::explorer,
    },
};

/// A talk in a list, under a heading of level `level`. Nothing if the talk does not exist.
pub(crate) fn talk_card(id: &TalkId, level: u8) -> Node {
    let index = explorer().index();
    let card = index.talk(id).map(|talk| {
        let notes = index.notes_of_talk(id);
        let title = el("a").attr("href", talk_href(id)).child(talk.title.clone());
        let body = el("div")
            .class("talk-body")
            .child(heading(level, title))
            .child(byline(&index, &talk.speakers))
            .children(awards(&index, &notes))
            .child(first_sentence(&notes))
            .child(foot(&index, talk, &notes));
        framed(talk, &notes, body)
    });
    card.into_node()
}
