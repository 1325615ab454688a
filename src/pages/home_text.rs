//! The curator's text at the top of the first page.

use super::parts::blocks::blocks;
use crate::{
    model::Block,
    ui::{
        dom::{Element, el},
        state::explorer::explorer,
    },
};

/// The text at the top of the first page. Nothing if the curator wrote none.
pub(super) fn home_text(text: &[Block]) -> Option<Element> {
    let section =
        el("section").class("site-home").attr("aria-label", explorer().site().title.clone());
    (!text.is_empty()).then(|| section.child(blocks(text, 1)))
}
