//! The page of a reader's own list of talks. The list is in the address; a script shows it.

use super::{
    link::{READING_LIST, file_href},
    page_words::page_words,
    parts::{
        frame::{PageParts, page_frame_of_way},
        icons::icon_star,
    },
};
use crate::{
    model::TalkId,
    ui::dom::{Child as _, Element, Node, el, many, nothing},
};

/// The page with an empty list.
pub(crate) fn reading_list_page() -> Node {
    let phrases = page_words();
    let button = |name: &'static str, label: &'static str| {
        el("button").attr("type", "button").attr("data-do", name).child(label)
    };
    // These work only with a talk; the script shows them.
    let for_talks =
        |name, label| button(name, label).attr("hidden", "").attr("data-needs-talks", "");
    let tools = el("p")
        .class("list-tools needs-script no-print")
        .attr("id", "list-tools")
        .child(button("add", phrases.list_add))
        .child(button("keep", phrases.list_keep).attr("hidden", ""))
        .child(for_talks("copy", phrases.list_copy))
        .child(for_talks("markdown", phrases.list_markdown))
        .child(for_talks("print", phrases.list_print))
        .child(for_talks("clear", phrases.list_clear));
    let notice = |id: &'static str, text: &'static str| {
        el("p").class("quiet").attr("id", id).attr("hidden", "").child(text)
    };
    page_frame_of_way(
        READING_LIST,
        PageParts {
            kicker: String::new(),
            title: phrases.reading_list.to_owned(),
            lead: el("p").class("lead no-print").child(phrases.list_lead).into_node(),
            facts: nothing(),
            body: many([
                tools,
                el("noscript").child(el("p").class("notice").child(phrases.list_no_script)),
                el("p").class("quiet no-print").attr("id", "list-status").attr("role", "status"),
                notice("list-empty", phrases.list_empty).attr("role", "status"),
                notice("list-failed", phrases.list_failed),
                notice("list-unkept", phrases.list_unkept),
                el("ol").class("plain reading-list").attr("id", "list"),
            ]),
        },
    )
}

/// Adds a talk to the reader's list. Without a script, or without storage, it links to a list with only this talk.
pub(super) fn star(talk: &TalkId) -> Element {
    let phrases = page_words();
    el("a")
        .class("star no-print")
        .attr("href", file_href(READING_LIST) + "?talk=" + talk.as_str())
        .attr("rel", "nofollow")
        .attr("data-star", talk.to_string())
        .attr("data-on", phrases.starred)
        .attr("data-off", phrases.star)
        .child(icon_star())
        .child(el("span").child(phrases.star))
}

/// A talk's card, with its star below.
pub(super) fn starred(card: Node, talk: &TalkId) -> Element {
    el("li").class("has-star").child(card).child(star(talk))
}
