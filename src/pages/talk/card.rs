//! A talk in a list of a page: its title, who gave it, and the first sentence of the best note on it.

use crate::{
    model::{NoteHead, TalkId, TalkKind},
    pages::parts::{byline::byline, sentences::first_sentence},
    ui::{
        card::theme_links,
        display_names::{credit, note_signature},
        dom::{Child as _, Element, Node, el},
        heading::heading,
        icons::icon_video,
        link::talk_href,
        state::{explorer::explorer, words::words},
    },
};

/// How many themes a card shows.
const N_THEMES: usize = 6;

/// A talk in a list, under a heading of level `level`. Nothing if the talk does not exist.
pub(crate) fn talk_card(id: &TalkId, level: u8) -> Node {
    let index = explorer().index();
    let card = index.talk(id).map(|talk| {
        let notes = index.notes_of_talk(id);
        let has_video = !talk.videos.is_empty() || notes.iter().any(|note| note.has_video);
        let title = el("a").attr("href", talk_href(id)).child(talk.title.clone());
        let themes = talk.themes.get(..N_THEMES).unwrap_or(&talk.themes);
        let credit = (!notes.is_empty())
            .then(|| el("p").class("note-authors").child(credit(&index, words(), &notes)));
        let foot = el("div").class("talk-foot").child(credit).child(theme_links(&index, themes));
        let awards = notes.iter().filter(|note| !note.award.is_empty());
        let body = el("div")
            .class("talk-body")
            .child(heading(level, title))
            .child(byline(&index, &talk.speakers))
            .children(awards.map(|note| award(note_signature(&index, note), note)))
            .child(first_sentence(&notes))
            .child(foot);
        // A plain talk needs no word for its kind.
        let kind = (talk.kind != TalkKind::Talk)
            .then(|| el("span").class("kind").child(words().kind(talk.kind.into())));
        let video = has_video
            .then(|| el("span").class("video-mark").child(icon_video()).child(words().video()));
        el("article")
            .class(if talk.is_described { "talk is-described" } else { "talk" })
            .child(el("div").class("talk-margin").child(kind).child(video))
            .child(body)
    });
    card.into_node()
}

/// What an author thought of a talk, in their words and under their name.
fn award(author: String, note: &NoteHead) -> Element {
    el("p")
        .class("award")
        .child(el("q").child(note.award.clone()))
        .child(" ")
        .child(el("span").class("award-by").child(author))
}
