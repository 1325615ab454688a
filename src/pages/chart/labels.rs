//! Names beside the marks, as many as fit.

use crate::{
    query::EntityIndex,
    timeline::{Axis, Mark, lay_out_labels},
    ui::{
        chart::{
            geometry::{LARGEST_PX, LINE_PX, percent},
            marks::{is_held, radius_px},
        },
        display_names::short_name,
        dom::{Element, svg},
    },
};

/// Height of a lane of labels, in px.
const LANE_PX: i32 = 17;
/// How many lanes fit.
pub(super) const N_LANES: usize = 3;
/// Mean width of a letter in a label, in px.
const LETTER_PX: f64 = 6.6;
/// Gap between two labels, in px.
pub(super) const GAP_PX: f64 = 14.0;
/// The widths that labels are placed for, in px. Each set is shown from its width on, with more room than it needs,
/// until the next set replaces it.
const WIDTHS_PX: [(f64, &str); 4] =
    [(280.0, "narrow"), (640.0, "middle"), (1000.0, "wide"), (2000.0, "close")];

/// The names of the editions with entries, one group per width.
pub(super) fn labels(index: &EntityIndex, axis: &Axis) -> Vec<Element> {
    let held: Vec<(&Mark, String)> = axis
        .marks
        .iter()
        .filter(|mark| is_held(mark))
        .map(|mark| (mark, short_name(index, &mark.conference)))
        .collect();
    let sizes: Vec<(f64, f64)> = held.iter().map(|(mark, name)| (mark.x, width_px(name))).collect();
    let group = |(plot_px, name): (f64, &'static str)| {
        let placed = lay_out_labels(&sizes, plot_px, GAP_PX, N_LANES);
        let shown = held.iter().zip(placed).filter_map(|((mark, name), label)| {
            let label = label?;
            Some(label_view(mark, name, label.left_px, plot_px, lane_px(label.lane)))
        });
        // Lines first, so that names cover them.
        let (lines, names): (Vec<_>, Vec<_>) = shown.unzip();
        svg("g")
            .class("plot-labels")
            .attr("data-width", name)
            .attr("aria-hidden", "true")
            .children(lines)
            .children(names)
    };
    WIDTHS_PX.map(group).into()
}

/// The position of the names of a lane, in px from the top.
pub(super) fn lane_px(lane: usize) -> i32 {
    LINE_PX - LARGEST_PX - 8 - i32::try_from(lane).unwrap_or(0) * LANE_PX
}

/// The line from a mark to its name, and the name.
fn label_view(mark: &Mark, name: &str, left_px: f64, plot_px: f64, y: i32) -> (Element, Element) {
    let middle_px = left_px + width_px(name) / 2.0;
    let is_centered = (middle_px - mark.x * plot_px).abs() < 1.0;
    let (x, anchor) = match (is_centered, left_px < 1.0) {
        (true, _) => (percent(mark.x), "middle"),
        (false, true) => ("0".to_owned(), "start"),
        (false, false) => ("100%".to_owned(), "end"),
    };
    let leader = svg("line")
        .class("plot-leader")
        .attr("x1", percent(mark.x))
        .attr("x2", percent(mark.x))
        .attr("y1", (y + 4).to_string())
        .attr("y2", (LINE_PX - radius_px(mark) - 1).to_string());
    let text = svg("text")
        .attr("x", x)
        .attr("y", y.to_string())
        .attr("text-anchor", anchor)
        .child(name.to_owned());
    (leader, text)
}

pub(super) fn width_px(label: &str) -> f64 {
    let letters = u32::try_from(label.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * LETTER_PX
}
