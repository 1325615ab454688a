//! What of the address could not be used.

use super::{
    explorer::explorer,
    node::{Node, el, live},
    strings::words,
};
use leptos::prelude::*;

/// Names what of the address was ignored. Not there when all of it was used.
pub(crate) fn address_note() -> Node {
    let warnings = explorer().warnings();
    let words = words();
    live(move || {
        let sentences = warnings.with(|warnings| {
            warnings.iter().map(|warning| words.warning(warning)).collect::<Vec<_>>()
        });
        (!sentences.is_empty()).then(|| {
            el("div")
                .class("address-note")
                .attr("role", "status")
                .child(el("p").child(words.address_note()))
                .child(el("ul").children(sentences.into_iter().map(|it| el("li").child(it))))
                .child(
                    el("button")
                        .attr("type", "button")
                        .on_click(move || warnings.set(Vec::new()))
                        .child(words.dismiss()),
                )
        })
    })
}
