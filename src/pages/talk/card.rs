//! A talk in a list of a page: its title, who gave it, and the first sentence of the best note on it.

use crate::{
    model::TalkId,
    pages::parts::{byline::byline, sentences::first_sentence},
    ui::{
        card::{CardParts, card_of},
        dom::{Child as _, Node, el},
        link::talk_href,
        state::explorer::explorer,
    },
};

/// A talk in a list, under a heading of level `level`. Nothing if the talk does not exist.
pub(crate) fn talk_card(id: &TalkId, level: u8) -> Node {
    let index = explorer().index();
    let card = index.talk(id).map(|talk| {
        let notes = index.notes_of_talk(id);
        let parts = CardParts {
            title: el("a").attr("href", talk_href(id)).child(talk.title.clone()),
            byline: byline(&index, &talk.speakers),
            excerpt: first_sentence(&notes).into_node(),
        };
        card_of(&index, talk, &notes, level, parts)
    });
    card.into_node()
}
