//! The years of the picture: their bands, and the two inputs that choose a range of them.

use super::{HEIGHT_PX, LINE_PX, WIDTHS_PX, Zooming, percent};
use crate::{
    model::PartialDate,
    query::{Action, Choice},
    timeline::{Axis, Tick},
    ui::{
        explorer::explorer,
        node::{Element, Node, el, live, many, svg},
        strings::words,
    },
};
use leptos::{ev, prelude::*};
use std::ops::RangeInclusive;

/// From this scale for each year on, in percent, the quarters of years are named.
const QUARTERS_SCALE: i32 = 150;

/// No year, which means any.
pub(super) const NO_YEARS: RangeInclusive<u16> = RangeInclusive::new(1, 0);

/// A band per year. Chosen ones are shaded.
pub(super) fn bands(axis: &Axis) -> Vec<Element> {
    axis.ticks.iter().map(band).collect()
}

fn band(tick: &Tick) -> Element {
    let explorer = explorer();
    let year = Choice::Year(tick.year);
    let line = svg("line")
        .class("plot-tick")
        .attr("x1", percent(tick.start))
        .attr("x2", percent(tick.start))
        .attr("y1", LINE_PX.to_string())
        .attr("y2", (LINE_PX + 8).to_string());
    svg("g")
        .class("plot-year")
        .class_when("is-on", move || explorer.has(&year))
        .child(column("plot-band", tick.start, tick.end))
        .child(line)
}

/// The names of the years, as many as there is room for; close by, those of their quarters.
pub(super) fn names(axis: &Axis, zooming: Zooming) -> Node {
    let axis = axis.clone();
    live(move || {
        let scale = zooming.scale();
        let n_years = i32::try_from(axis.ticks.len()).unwrap_or(i32::MAX);
        if scale >= n_years.saturating_mul(QUARTERS_SCALE) {
            return many(axis.ticks.iter().flat_map(|tick| quarters(&axis, tick.year)));
        }
        let [narrow, wide, _] = WIDTHS_PX.map(|(px, _)| axis.year_step(px * scale / 100));
        let named = axis.ticks.iter().filter(|tick| tick.year.is_multiple_of(wide));
        many(named.map(|tick| {
            let is_narrow = tick.year.is_multiple_of(narrow);
            let at = percent(tick.start.midpoint(tick.end));
            let name = name(tick.year, at, tick.year.to_string()).attr("text-anchor", "middle");
            name.class(if is_narrow { "plot-name" } else { "plot-name is-second" })
        }))
    })
}

/// The names of the quarters of a year, each where it begins.
fn quarters(axis: &Axis, year: u16) -> Vec<Element> {
    let starts = [1, 4, 7, 10].map(|month| PartialDate::from_month(year, month).ok());
    let quarter = |start: PartialDate| {
        let first = PartialDate::from_day(year, start.month()?, 1).ok()?;
        Some(name(year, percent(axis.x_of(first)), (words().date)(start)).class("plot-name"))
    };
    starts.into_iter().flatten().filter_map(quarter).collect()
}

fn name(year: u16, x: String, name: String) -> Element {
    let explorer = explorer();
    let year = Choice::Year(year);
    svg("text")
        .class_when("is-on", move || explorer.has(&year))
        .attr("x", x)
        .attr("y", (HEIGHT_PX - 8).to_string())
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

/// The first and the last year, as the keyboard and a finger set them.
pub(super) fn year_inputs(axis: &Axis) -> Element {
    let explorer = explorer();
    let words = words();
    let year = |tick: Option<&Tick>| tick.map_or(0, |tick| tick.year);
    let (first, last) = (year(axis.ticks.first()), year(axis.ticks.last()));
    let query = explorer.query();
    // First and last of the years that are chosen, else of all.
    let range = move || {
        let years = query.with(|query| query.choices.years());
        (years.first().copied().unwrap_or(first), years.last().copied().unwrap_or(last))
    };
    let choose = move |from: u16, to: u16| {
        // All years are no filter.
        let is_all = from <= first && to >= last;
        let years = if is_all { NO_YEARS } else { from.min(to)..=from.max(to) };
        explorer.dispatch(Action::SetYears(years));
    };
    let input = |name: &'static str, is_first: bool| {
        let change = move |event: ev::Event| {
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
        .child(el("legend").class("visually-hidden").child(words.year_range))
        .child(input(words.year_from, true))
        .child(input(words.year_to, false))
}
