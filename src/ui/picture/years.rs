//! The years of the picture: their bands, and the two inputs that choose a range of them.

use super::{HEIGHT_PX, LINE_PX, marks::YEAR_NAME_PX, percent};
use crate::{
    query::{Action, Choice},
    timeline::Axis,
    ui::{explorer::explorer, strings::words},
};
use leptos::prelude::*;

/// From this many years on, only every second one is named where there is little room.
const N_CROWDED: usize = 8;

/// A band per year with its name. Chosen ones are shaded.
pub(super) fn bands(axis: &Axis) -> impl IntoView + use<> {
    let explorer = explorer();
    let is_crowded = axis.ticks.len() >= N_CROWDED;
    let drawn = axis.ticks.iter().enumerate().map(|(place, tick)| {
        let is_on = explorer.has(Choice::Year(tick.year));
        let middle = percent(tick.start.midpoint(tick.end));
        view! {
            <g class="plot-year" class:is-on=is_on class:is-second=is_crowded && place % 2 == 1>
                <rect x=percent(tick.start) width=percent(tick.end - tick.start) y="0" height=HEIGHT_PX />
                <line class="plot-tick" x1=percent(tick.start) x2=percent(tick.start) y1=LINE_PX y2=LINE_PX + 8.0 />
                <text x=middle y=YEAR_NAME_PX text-anchor="middle">{tick.year}</text>
            </g>
        }
    });
    drawn.collect::<Vec<_>>()
}

/// The first and the last year, as the keyboard and a finger set them.
#[component]
pub(super) fn YearInputs(
    /// The axis.
    axis: Axis,
) -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let bound = |tick: Option<&crate::timeline::Tick>| tick.map_or(0, |tick| tick.year);
    let (first, last) = (bound(axis.ticks.first()), bound(axis.ticks.last()));
    let query = explorer.query();
    let from = move || query.with(|query| query.years.first().copied().unwrap_or(first));
    let to = move || query.with(|query| query.years.last().copied().unwrap_or(last));
    let choose = move |from: u16, to: u16| {
        // All years are no filter.
        let is_all = from <= first && to >= last;
        let range =
            if is_all { std::ops::RangeInclusive::new(1, 0) } else { from.min(to)..=from.max(to) };
        explorer.dispatch(Action::SetYears(range));
    };
    let choose_from = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            choose(year, to());
        }
    };
    let choose_to = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            choose(from(), year);
        }
    };
    view! {
        <fieldset class="year-range needs-client">
            <legend class="visually-hidden">{words.year_range}</legend>
            <label>
                {words.year_from}
                <input type="number" inputmode="numeric" min=first max=last prop:value=from on:change=choose_from />
            </label>
            <label>
                {words.year_to}
                <input type="number" inputmode="numeric" min=first max=last prop:value=to on:change=choose_to />
            </label>
        </fieldset>
    }
    .into_any()
}
