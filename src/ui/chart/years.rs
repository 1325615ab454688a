//! The years of the chart: their bands, and the two inputs that choose a range of them, which are among the filters.

use super::geometry::{HEIGHT_PX, LINE_PX, percent};
use crate::{
    query::{Action, FacetValue},
    timeline::{Axis, Tick},
    ui::{
        dom::{Element, el, svg},
        state::{explorer::explorer, words::words},
    },
};
use leptos_dom::helpers::event_target_value;
use reactive_graph::graph::untrack;
use std::ops::RangeInclusive;

/// The smallest width of the chart with room for the name of a year, in px. The style sheet has the same.
const NAMED: [(i32, &str); 3] = [(280, "plot-name"), (640, "is-middle"), (1000, "is-wide")];

/// An empty range, which means any year.
pub(crate) const NO_YEARS: RangeInclusive<u16> = RangeInclusive::new(1, 0);

/// A band per year with its name. Chosen ones are shaded.
pub(super) fn bands(axis: &Axis) -> Vec<Element> {
    let steps = NAMED.map(|(px, class)| (axis.year_step(px), class));
    let name = |tick: &&Tick| {
        let named = steps.iter().find(|(step, _)| tick.year.is_multiple_of(*step));
        named.map_or("is-close", |(_, class)| *class)
    };
    axis.ticks.iter().map(|tick| band(tick, name(&tick))).collect()
}

fn band(tick: &Tick, name_class: &'static str) -> Element {
    let explorer = explorer();
    let year = FacetValue::Year(tick.year);
    let line = svg("line")
        .class("plot-tick")
        .attr("x1", percent(tick.start))
        .attr("x2", percent(tick.start))
        .attr("y1", LINE_PX.to_string())
        .attr("y2", (LINE_PX + 8).to_string());
    let name = svg("text")
        .class(name_class)
        .attr("x", percent(tick.start.midpoint(tick.end)))
        .attr("y", (HEIGHT_PX - 8).to_string())
        .attr("text-anchor", "middle")
        .child(tick.year.to_string());
    svg("g")
        .class("plot-year")
        .class_when("is-on", move || explorer.has(&year))
        .child(column("plot-band", tick.start, tick.end))
        .child(line)
        .child(name)
}

/// The whole height between two fractions of the width.
pub(super) fn column(class: &'static str, start: f64, end: f64) -> Element {
    svg("rect")
        .class(class)
        .attr("x", percent(start))
        .attr("width", percent(end - start))
        .attr("y", "0")
        .attr("height", HEIGHT_PX.to_string())
}

/// The first and the last chosen year, for keyboard and touch.
pub(crate) fn year_inputs(first: u16, last: u16) -> Element {
    let explorer = explorer();
    let words = words();
    let query = explorer.query();
    // The first and last chosen year, or the first and last of all years.
    let range = move || {
        let years = query.with(|query| query.selection.years());
        (years.first().copied().unwrap_or(first), years.last().copied().unwrap_or(last))
    };
    let choose = move |from: u16, to: u16| {
        // All years together are no filter.
        let is_all = from <= first && to >= last;
        let years = if is_all { NO_YEARS } else { from.min(to)..=from.max(to) };
        explorer.dispatch(Action::SetYears(years));
    };
    let input = |name: &'static str, is_first: bool| {
        let change = move |event: web_sys::Event| {
            if let Ok(year) = event_target_value(&event).parse() {
                let (from, to) = untrack(range);
                if is_first { choose(year, to) } else { choose(from, year) }
            }
        };
        let input = el("input")
            .attr("type", "number")
            .attr("inputmode", "numeric")
            .attr("min", first.to_string())
            .attr("max", last.to_string())
            .value(move || if is_first { range().0 } else { range().1 }.to_string())
            .on("change", change);
        el("label").child(name).child(" ").child(input)
    };
    el("fieldset")
        .class("year-range needs-client")
        .child(el("legend").class("visually-hidden").child(words.year_range()))
        .child(input(words.year_from(), true))
        .child(input(words.year_to(), false))
}
