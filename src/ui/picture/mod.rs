//! The picture of time: editions on an axis, sized by what we hold, and below it when articles were
//! written. It is a control too: a mark chooses its edition, a drag chooses years.
//!
//! Positions are percentages of a width nobody knows while drawing, so the same picture fits a
//! static page and every window, and is zoomed by making it wider (`publish/scripts/explorer.js`).

#[cfg(feature = "publish")]
mod dense;
mod drag;
#[cfg(feature = "publish")]
mod labels;
mod marks;
#[cfg(feature = "publish")]
mod printed;
mod years;

use super::{
    explorer::explorer,
    node::{Child as _, Element, Node, el, live, many, nothing, svg},
    settings::settings,
    strings::words,
    watch::flag,
};
use crate::{query::Index, timeline::Axis};
use drag::Drag;
use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _, web_sys};
use marks::marks;
use std::sync::Arc;
use years::{bands, year_inputs};

/// Height of the picture, in px.
const HEIGHT_PX: i32 = 140;
/// Where the line of time is, in px from the top.
const LINE_PX: i32 = 82;
/// The id of what says how to use it.
const HINT: &str = "picture-hint";
/// Radius of the largest mark, in px.
const LARGEST_PX: i32 = 15;

/// A fraction of the width as an attribute of SVG.
fn percent(x: f64) -> String {
    // Whole numbers need no code for fractions. Ten-thousandths are few pixels even where a quarter of a
    // year fills the window.
    let parts = rounded(x * 10_000.0);
    let (whole, rest) = (parts / 100, (parts % 100).abs());
    let point = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), point, &rest.to_string(), "%"].concat()
}

/// The nearest whole number; what is beyond 32 bits is cut to them.
#[expect(clippy::cast_possible_truncation, reason = "cutting is what the contract says")]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(feature = "publish")]
pub(crate) use dense::{DensePicture, dense_picture};
#[cfg(feature = "publish")]
pub(crate) use printed::{PictureTable, picture_table};

/// The picture of time. Nothing when no edition has a date.
pub(crate) fn picture() -> Node {
    let explorer = explorer();
    let words = words();
    let index = explorer.index();
    // Editions never move. What matches changes, and the marks ask for that themselves.
    let axis = Axis::new(&explorer.engine());
    if axis.ticks.is_empty() {
        return nothing();
    }
    let beside = el("div").class("picture-words needs-client");
    #[cfg(feature = "publish")]
    let beside = if settings().is_static { printed::beside(beside, &axis) } else { beside };
    let foot = el("div")
        .class("picture-foot")
        .child(year_inputs(&axis))
        .child(el("div").class("zoom needs-client"))
        .child(beside);
    // A printed picture knows no keys.
    let hint = (!settings().is_static)
        .then(|| el("p").class("visually-hidden").attr("id", HINT).child(words.picture_hint()));
    el("section")
        .class("picture")
        .attr("aria-labelledby", "picture-name")
        .child(el("h2").class("visually-hidden").attr("id", "picture-name").child(words.picture()))
        .child(hint)
        .child(plot(&index, &axis))
        .child(foot)
        .into_node()
}

/// The window through which the picture is seen, and the picture.
fn plot(index: &Arc<Index>, axis: &Axis) -> Element {
    // Width of the picture in percent of that of its window. Whoever zooms says it by an attribute.
    let scale = RwSignal::new(100);
    let zoom = move |event: ev::Event| {
        let window = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let now = window.and_then(|window| window.get_attribute("data-scale"));
        scale.set(now.and_then(|now| now.parse::<u16>().ok()).map_or(100, i32::from));
    };
    let picture = drawn(index, axis, scale);
    let plot = el("div").class("plot").on("zoom", zoom);
    let plot =
        if axis.is_dense(100) { plot.live_attr("data-found", found(axis.clone())) } else { plot };
    plot.child(el("div").class("plot-span").child(picture))
}

/// How many entries match, by mark, for the script that draws columns of them.
fn found(axis: Axis) -> impl Fn() -> Option<String> {
    let explorer = explorer();
    move || {
        let found = explorer.matches().with(|matches| axis.found(&explorer.engine(), matches));
        let counts: Vec<String> = found.iter().map(usize::to_string).collect();
        Some(counts.join(" "))
    }
}

fn drawn(index: &Arc<Index>, axis: &Axis, scale: RwSignal<i32>) -> Element {
    let drag = Drag::new(axis.clone());
    let line = svg("line")
        .class("plot-line")
        .attr("x1", "0")
        .attr("x2", "100%")
        .attr("y1", LINE_PX.to_string())
        .attr("y2", LINE_PX.to_string());
    let back = svg("g").class("plot-back");
    #[cfg(feature = "publish")]
    let back = if settings().is_static { printed::backdrop(back, axis) } else { back };
    let plot = svg("svg")
        .class("plot-svg")
        .attr("width", "100%")
        .attr("height", HEIGHT_PX.to_string())
        .attr("aria-labelledby", "picture-name");
    let plot = if settings().is_static {
        plot.attr("role", "img")
    } else {
        plot.attr("role", "group").attr("aria-describedby", HINT)
    };
    plot.on("pointerdown", move |event: ev::PointerEvent| drag.begin(&event))
        .on("pointermove", move |event: ev::PointerEvent| drag.follow(&event))
        .on("pointerup", move |_: ev::PointerEvent| drag.end())
        .on("pointercancel", move |_: ev::PointerEvent| drag.cancel())
        .on("click", move |event: ev::MouseEvent| drag.click(&event))
        .children(bands(axis))
        .child(live(move || drag.shade()))
        .child(back)
        .child(line)
        .child(editions(Arc::clone(index), axis.clone(), scale))
}

/// The marks, unless they would cover each other: then the columns behind say more.
fn editions(index: Arc<Index>, axis: Axis, scale: RwSignal<i32>) -> Node {
    let measured = axis.clone();
    // Not drawn anew at every step: the mark that has the focus keeps it.
    let is_dense = flag(move || measured.is_dense(scale.get()));
    live(move || if is_dense.get() { nothing() } else { many(marks(&index, &axis)) })
}

/// What of the picture never changes, for a page that shows none before the client is there.
#[cfg(feature = "publish")]
pub(crate) fn fixed_parts() -> Element {
    let axis = Axis::new(&explorer().engine());
    let back = printed::backdrop(svg("g").class("plot-back"), &axis);
    let beside = el("div").class("picture-words needs-client");
    el("div").attr("hidden", "").child(svg("svg").child(back)).child(printed::beside(beside, &axis))
}
