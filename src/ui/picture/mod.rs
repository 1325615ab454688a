//! The picture of time: editions on an axis, sized by what we hold. It is a control too: a mark
//! chooses its edition, a drag chooses years.
//!
//! Positions are percentages of a width nobody knows while drawing, so the same picture fits a
//! static page and every window.

mod drag;
mod marks;
mod years;

use super::{explorer::explorer, facts::dates, link::conference_href, strings::words};
use crate::timeline::Axis;
use drag::Drag;
use leptos::{ev, prelude::*};
use marks::{labels, marks};
use years::{YearInputs, bands};

/// Height of the picture, in px.
const HEIGHT_PX: f64 = 132.0;
/// Where the line of time is, in px from the top.
const LINE_PX: f64 = 82.0;

/// A fraction of the width as an attribute of SVG.
fn percent(x: f64) -> String {
    // Two digits are a tenth of a pixel on the widest screen.
    format!("{:.2}%", x * 100.0)
}

/// The picture of time. Nothing when no edition has a date.
#[component]
pub(crate) fn Picture() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let index = explorer.index();
    // Editions never move. What matches changes, and the marks ask for that themselves.
    let axis = explorer.matches().with_untracked(|found| Axis::new(&index, found));
    if axis.ticks.is_empty() {
        return ().into_any();
    }
    let drag = Drag::new(axis.clone());
    view! {
        <section class="picture" aria-labelledby="picture-name">
            <h2 id="picture-name" class="visually-hidden">{words.picture}</h2>
            <p id="picture-hint" class="visually-hidden">{words.picture_hint}</p>
            <div class="plot">
                <svg
                    class="plot-svg"
                    width="100%"
                    height=HEIGHT_PX
                    role="group"
                    aria-labelledby="picture-name"
                    aria-describedby="picture-hint"
                    on:pointerdown=move |event: ev::PointerEvent| drag.begin(&event)
                    on:pointermove=move |event: ev::PointerEvent| drag.follow(&event)
                    on:pointerup=move |event: ev::PointerEvent| drag.end(&event)
                    on:pointercancel=move |_| drag.cancel()
                    on:click=move |event: ev::MouseEvent| drag.click(&event)
                >
                    {bands(&axis).into_any()}
                    {move || drag.shade()}
                    <line class="plot-line" x1="0" x2="100%" y1=LINE_PX y2=LINE_PX />
                    {labels(&index, &axis).into_any()}
                    {marks(&index, &axis).into_any()}
                </svg>
            </div>
            <div class="picture-foot">
                <YearInputs axis=axis.clone() />
                {axis_table(&axis).into_any()}
            </div>
        </section>
    }
    .into_any()
}

/// The same in words.
fn axis_table(axis: &Axis) -> impl IntoView + use<> {
    let words = words();
    let index = explorer().index();
    let rows = axis.marks.iter().rev().filter_map(|mark| {
        let conference = index.conference(&mark.conference)?;
        Some(view! {
            <tr>
                <th scope="row"><a href=conference_href(&mark.conference)>{conference.name.clone()}</a></th>
                <td><ul class="facts">{dates(conference)}</ul></td>
                <td class="number">{mark.n_recaps}</td>
                <td class="number">{mark.n_talks}</td>
            </tr>
        })
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <details class="picture-table needs-client">
            <summary>{words.picture_table}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.edition}</th>
                        <th scope="col">{words.dates_head}</th>
                        <th scope="col" class="number">{words.recaps}</th>
                        <th scope="col" class="number">{words.talks}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
