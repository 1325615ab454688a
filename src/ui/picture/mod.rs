//! The picture of time: editions on an axis, sized by what we hold. It is a control too: a mark
//! chooses its edition, a drag chooses years.
//!
//! Positions are percentages of a width nobody knows while drawing, so the same picture fits a
//! static page and every window.

mod drag;
mod labels;
mod marks;
mod table;
mod years;

use super::{
    explorer::explorer,
    node::{Child as _, Element, Node, el, live, nothing, svg},
    settings::settings,
    strings::words,
};
use crate::{query::Index, timeline::Axis};
use drag::Drag;
use labels::labels;
use leptos::{ev, prelude::*};
use marks::marks;
use table::axis_table;
use years::{bands, year_inputs};

/// Height of the picture, in px.
const HEIGHT_PX: i32 = 132;
/// Where the line of time is, in px from the top.
const LINE_PX: i32 = 82;
/// Radius of the largest mark, in px.
const LARGEST_PX: i32 = 15;

/// A fraction of the width as an attribute of SVG.
fn percent(x: f64) -> String {
    // Thousandths are a pixel on the widest screen, and whole numbers need no code for fractions.
    let thousandths = rounded(x * 1000.0);
    format!("{}.{}%", thousandths / 10, (thousandths % 10).abs())
}

/// The nearest whole number; what is beyond 32 bits is cut to them.
#[expect(clippy::cast_possible_truncation, reason = "cutting is what the contract says")]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}

/// The picture of time. Nothing when no edition has a date.
pub(crate) fn picture() -> Node {
    let explorer = explorer();
    let words = words();
    let index = explorer.index();
    // Editions never move. What matches changes, and the marks ask for that themselves.
    let axis = explorer.matches().with_untracked(|found| Axis::new(&explorer.engine(), found));
    if axis.ticks.is_empty() {
        return nothing();
    }
    let foot = el("div").class("picture-foot").child(year_inputs(&axis)).child(axis_table(&axis));
    el("section")
        .class("picture")
        .attr("aria-labelledby", "picture-name")
        .child(el("h2").class("visually-hidden").attr("id", "picture-name").child(words.picture()))
        .child(
            el("p").class("visually-hidden").attr("id", "picture-hint").child(words.picture_hint()),
        )
        .child(el("div").class("plot").child(plot(&index, &axis)))
        .child(foot)
        .into_node()
}

fn plot(index: &Index, axis: &Axis) -> Element {
    let drag = Drag::new(axis.clone());
    let line = svg("line")
        .class("plot-line")
        .attr("x1", "0")
        .attr("x2", "100%")
        .attr("y1", LINE_PX.to_string())
        .attr("y2", LINE_PX.to_string());
    svg("svg")
        .class("plot-svg")
        .attr("width", "100%")
        .attr("height", HEIGHT_PX.to_string())
        .attr("role", if settings().is_static { "img" } else { "group" })
        .attr("aria-labelledby", "picture-name")
        .attr("aria-describedby", "picture-hint")
        .on("pointerdown", move |event: ev::PointerEvent| drag.begin(&event))
        .on("pointermove", move |event: ev::PointerEvent| drag.follow(&event))
        .on("pointerup", move |_: ev::PointerEvent| drag.end())
        .on("pointercancel", move |_: ev::PointerEvent| drag.cancel())
        .on("click", move |event: ev::MouseEvent| drag.click(&event))
        .children(bands(axis))
        .child(live(move || drag.shade()))
        .child(line)
        .children(labels(index, axis))
        .children(marks(index, axis))
}
