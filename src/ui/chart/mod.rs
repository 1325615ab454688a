//! The timeline chart: conferences on an axis of years, sized by their number of entries, and below the axis the dates
//! of recaps. It is also a control: a mark chooses its conference, a drag chooses years.
//!
//! Positions are percentages of the width, which is unknown while drawing. So the same chart fits a static page and
//! every window, and zooming only makes it wider (`publish/scripts/explorer.js`).

mod drag;
pub(crate) mod geometry;
pub(crate) mod marks;
pub(crate) mod years;

use super::{
    dom::{Child as _, Element, Node, el, live, many, nothing, svg},
    state::{explorer::explorer, flag::flag, settings::settings, words::words},
};
use crate::ui::signals::RwSignal;
use crate::{query::EntityIndex, timeline::Axis};
use drag::Drag;
use geometry::{HEIGHT_PX, LINE_PX};
use marks::marks;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use years::bands;

/// The id of the text that explains how to use the chart.
const HINT: &str = "picture-hint";

/// The parts of the chart that never change. A page contains them. The client starts with empty ones and takes those of
/// its page, so it needs no code to draw them.
pub(crate) struct FixedParts {
    /// Drawn behind the marks.
    pub(crate) back: Element,
    /// Beside the inputs below the chart.
    pub(crate) beside: Element,
}

impl FixedParts {
    /// Empty places for both.
    pub(crate) fn empty() -> Self {
        Self {
            back: svg("g").class("plot-back"),
            beside: el("div").class("picture-words needs-client"),
        }
    }
}

/// The timeline chart. Nothing if no conference has a date.
pub(crate) fn chart(parts: FixedParts) -> Node {
    let explorer = explorer();
    let words = words();
    let index = explorer.index();
    // Conferences never move. Only the matches change, and each mark follows them.
    let axis = Axis::new(&explorer.engine());
    if axis.ticks.is_empty() {
        return nothing();
    }
    let foot = el("div")
        .class("picture-foot")
        .child(el("div").class("zoom needs-client"))
        .child(parts.beside);
    // A printed chart does not react to keys.
    let hint = (!settings().is_static)
        .then(|| el("p").class("visually-hidden").attr("id", HINT).child(words.chart_hint()));
    el("section")
        .class("picture")
        .attr("aria-labelledby", "picture-name")
        .child(el("h2").class("visually-hidden").attr("id", "picture-name").child(words.chart()))
        .child(hint)
        .child(plot(&index, &axis, parts.back))
        .child(foot)
        .into_node()
}

/// The chart inside its scrolling window.
fn plot(index: &Arc<EntityIndex>, axis: &Axis, back: Element) -> Element {
    // The width of the chart in percent of its window. The zoom script sets it in an attribute.
    let scale = RwSignal::new(100);
    let zoom = move |event: web_sys::Event| {
        let window = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let now = window.and_then(|window| window.get_attribute("data-scale"));
        scale.set(now.and_then(|now| now.parse::<u16>().ok()).map_or(100, i32::from));
    };
    let chart = drawn(index, axis, back, scale);
    let plot = el("div").class("plot").on("zoom", zoom);
    let plot =
        if axis.is_dense(100) { plot.live_attr("data-found", found(axis.clone())) } else { plot };
    plot.child(el("div").class("plot-span").child(chart))
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

fn drawn(index: &Arc<EntityIndex>, axis: &Axis, back: Element, scale: RwSignal<i32>) -> Element {
    let drag = Drag::new(axis.clone());
    let line = svg("line")
        .class("plot-line")
        .attr("x1", "0")
        .attr("x2", "100%")
        .attr("y1", LINE_PX.to_string())
        .attr("y2", LINE_PX.to_string());
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
    plot.on("pointerdown", move |event: web_sys::PointerEvent| drag.begin(&event))
        .on("pointermove", move |event: web_sys::PointerEvent| drag.follow(&event))
        .on("pointerup", move |_: web_sys::PointerEvent| drag.end())
        .on("pointercancel", move |_: web_sys::PointerEvent| drag.cancel())
        .on("click", move |event: web_sys::MouseEvent| drag.click(&event))
        .children(bands(axis))
        .child(live(move || drag.shade()))
        .child(back)
        .child(line)
        .child(editions(Arc::clone(index), axis.clone(), scale))
}

/// The marks, unless they would overlap: then the columns behind them say more.
fn editions(index: Arc<EntityIndex>, axis: Axis, scale: RwSignal<i32>) -> Node {
    let measured = axis.clone();
    // Not redrawn at every step: the focused mark keeps the focus.
    let is_dense = flag(move || measured.is_dense(scale.get()));
    live(move || if is_dense.get() { nothing() } else { many(marks(&index, &axis)) })
}
