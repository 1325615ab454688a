//! The notice about ignored parts of the address.

use super::{
    dom::{Node, el, live},
    state::{explorer::explorer, words::words},
};

/// Names the ignored parts of the address. Absent if there are none.
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
