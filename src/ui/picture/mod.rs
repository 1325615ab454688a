//! The picture of time: editions on an axis, sized by what we hold, and below it when articles were
//! written. It is a control too: a mark chooses its edition, a drag chooses years.
//!
//! Positions are percentages of a width nobody knows while drawing, so the same picture fits a
//! static page and every window, and is zoomed by making it wider.

mod columns;
mod drag;
mod labels;
mod marks;
mod table;
mod years;
mod zoom;

use super::{
    explorer::explorer,
    node::{Child as _, Element, Node, el, live, many, nothing, svg},
    settings::settings,
    strings::words,
    watch::flag,
};
use crate::{query::Index, timeline::Axis};
use columns::{held_columns, written, written_lane};
use drag::Drag;
use labels::labels;
use leptos::{ev, prelude::*};
use marks::marks;
use table::axis_table;
use years::{bands, names, year_inputs};
use zoom::Zooming;

/// Height of the picture, in px.
const HEIGHT_PX: i32 = 140;
/// Where the line of time is, in px from the top.
const LINE_PX: i32 = 82;
/// Radius of the largest mark, in px.
const LARGEST_PX: i32 = 15;
/// The widths the picture is drawn for, in px: what is drawn for one is shown from that width on, until
/// the next takes over.
const WIDTHS_PX: [(i32, &str); 3] = [(280, "narrow"), (640, "middle"), (1000, "wide")];

/// A fraction of the width as an attribute of SVG.
fn percent(x: f64) -> String {
    // Ten-thousandths are a pixel where a quarter of a year fills the window, and whole numbers need no
    // code for fractions.
    let parts = rounded(x * 10_000.0);
    let (whole, rest) = (parts / 100, (parts % 100).abs());
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string(), "%"].concat()
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
    let zooming = Zooming::new(&axis);
    let note = (!written(&axis).is_empty())
        .then(|| el("p").class("picture-note").child(words.written_note));
    let foot = el("div")
        .class("picture-foot")
        .child(year_inputs(&axis))
        .child(zooming.buttons())
        .child(note)
        .child(axis_table(&axis));
    let plot = el("div")
        .class("plot")
        .child(plot(&index, &axis, zooming))
        .on("keydown", move |event: ev::KeyboardEvent| zooming.press(&event))
        .on("wheel", move |event: ev::WheelEvent| zooming.wheel(&event));
    el("section")
        .class("picture")
        .attr("aria-labelledby", "picture-name")
        .child(el("h2").class("visually-hidden").attr("id", "picture-name").child(words.picture))
        .child(
            el("p").class("visually-hidden").attr("id", "picture-hint").child(words.picture_hint),
        )
        .child(plot)
        .child(foot)
        .into_node()
}

fn plot(index: &std::sync::Arc<Index>, axis: &Axis, zooming: Zooming) -> Element {
    let drag = Drag::new(axis.clone());
    let line = svg("line")
        .class("plot-line")
        .attr("x1", "0")
        .attr("x2", "100%")
        .attr("y1", LINE_PX.to_string())
        .attr("y2", LINE_PX.to_string());
    let leave = move |event: &ev::PointerEvent| {
        zooming.release(event);
        drag.cancel();
    };
    svg("svg")
        .class("plot-svg")
        .attr("width", "100%")
        .attr("height", HEIGHT_PX.to_string())
        .attr("role", if settings().is_static { "img" } else { "group" })
        .attr("aria-labelledby", "picture-name")
        .attr("aria-describedby", "picture-hint")
        .on("pointerdown", move |event: ev::PointerEvent| {
            zooming.touch(&event);
            drag.begin(&event);
        })
        .on("pointermove", move |event: ev::PointerEvent| {
            zooming.follow(&event);
            drag.follow(&event);
        })
        .on("pointerup", move |event: ev::PointerEvent| {
            drag.end();
            leave(&event);
        })
        .on("pointercancel", move |event: ev::PointerEvent| leave(&event))
        .on("touchmove", move |event: ev::Event| zooming.hold(&event))
        .on("click", move |event: ev::MouseEvent| drag.click(&event))
        .children(bands(axis))
        .child(live(move || drag.shade()))
        .child(written_lane(axis, zooming))
        .child(names(axis, zooming))
        .child(line)
        .child(held(index, axis, zooming))
}

/// The conferences: a mark for each, or columns while marks would cover each other.
fn held(index: &std::sync::Arc<Index>, axis: &Axis, zooming: Zooming) -> Node {
    let (index, axis) = (std::sync::Arc::clone(index), axis.clone());
    let measured = axis.clone();
    // Marks stay while the picture grows, so that the one that has the focus keeps it.
    let is_dense = flag(move || measured.is_dense(zooming.scale()));
    live(move || {
        if is_dense.get() {
            return held_columns(&axis, zooming);
        }
        let (named, index) = ((std::sync::Arc::clone(&index), axis.clone()), &index);
        let labels = live(move || many(labels(&named.0, &named.1, zooming.scale())));
        many([labels, many(marks(index, &axis))])
    })
}
