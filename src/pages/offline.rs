//! The offer to save the whole site on the device. `offline.js` shows it only if the browser can do that.

use super::page_words::language_words;
use crate::{
    i18n::site::OfflineStrings,
    ui::dom::{Element, el},
};

/// The offer; `bytes` is the size of the copy.
pub(super) fn offer(bytes: u64) -> Element {
    let OfflineStrings { title, states, progress, save, remove } = language_words().offline;
    let when = |states: &'static str, it: Element| it.attr("data-when", states).attr("hidden", "");
    let states = states.map(|(state, text)| when(state, el("p").child(text)));
    let bar = el("progress").attr("aria-label", progress).attr("value", "0").attr("max", "1");
    let button = |name: &'static str, label: String| {
        el("button").attr("type", "button").attr("data-do", name).child(label)
    };
    el("section")
        .class("offline")
        .attr("id", "offline")
        .attr("hidden", "")
        .child(el("h2").child(title))
        .child(el("div").attr("role", "status").children(states))
        .child(when("saving", bar))
        .child(when("none old failed", button("save", save(bytes))))
        .child(when("saved old failed", button("remove", remove.to_owned())))
}
