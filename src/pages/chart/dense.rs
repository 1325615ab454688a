//! The data with which a chart of columns follows the filters and names its marks when zoomed.
//!
//! A script does both (`publish/scripts/dense.js`). Few collections have such a chart, so the client does not contain
//! the code, and the build computes everything that it knows in advance.

use super::labels::{GAP_PX, N_LANES, lane_px, width_px};
use crate::{
    query::FacetValue,
    timeline::{Axis, Column, Mark, lay_out_labels},
    ui::{
        chart::{
            geometry::{LINE_PX, percent},
            marks::is_held,
        },
        display_names::short_name,
        state::explorer::explorer,
    },
};
use serde::Serialize;
use std::cmp::Reverse;

/// The first width for which names are placed, in px, and how often it is doubled.
const FROM_PX: f64 = 2000.0;
const N_WIDTHS: usize = 7;

/// A chart with columns, for the script.
#[derive(Debug, Serialize)]
pub(crate) struct DenseChart {
    /// The middle of each column, in days, and its number of entries.
    columns: Vec<(i32, usize)>,
    /// The first width that names are placed for, in px; each further one is twice as wide.
    from: f64,
    /// The positions of the lanes of names, nearest to the line first, and of the line, in px from the top.
    lanes: Vec<i32>,
    foot: i32,
    /// The marks, in their order.
    marks: Vec<NearMark>,
}

/// Position in percent, column, name, and its lane at each width.
#[derive(Debug, Serialize)]
struct NearMark(String, Option<usize>, String, Vec<Option<usize>>);

/// The chart of the collection, if it has columns.
pub(crate) fn dense_chart() -> Option<DenseChart> {
    let index = explorer().index();
    let axis = Axis::new(&explorer().engine());
    if !axis.is_dense(100) {
        return None;
    }
    let columns = held_columns(&axis);
    let name = |mark: &Mark| {
        if is_held(mark) { short_name(&index, &mark.conference) } else { String::new() }
    };
    let names: Vec<String> = axis.marks.iter().map(name).collect();
    let lanes = lanes(&axis, &names);
    let marks = axis.marks.iter().zip(names).zip(lanes).map(|((mark, name), lanes)| {
        let column = columns.iter().position(|column| axis.is_within(mark.x, column));
        NearMark(percent(mark.x), column, name, lanes)
    });
    let marks = marks.collect();
    let columns = columns.iter().map(|column| (column.middle(), column.n)).collect();
    let lanes = (0..N_LANES).map(lane_px).collect();
    Some(DenseChart { columns, from: FROM_PX, lanes, foot: LINE_PX, marks })
}

/// The collection, in columns.
pub(super) fn held_columns(axis: &Axis) -> Vec<Column> {
    let held = axis.marks.iter().filter(|mark| is_held(mark)).map(|mark| {
        let choice = FacetValue::Conference(mark.conference.clone());
        (mark.x, explorer().total(&choice))
    });
    axis.columns(axis.unit(100), &held.collect::<Vec<_>>())
}

/// For every mark, the lane of its name at each width. The largest choose first.
fn lanes(axis: &Axis, names: &[String]) -> Vec<Vec<Option<usize>>> {
    let mut by_size: Vec<(usize, &Mark, &String)> = axis
        .marks
        .iter()
        .zip(names)
        .enumerate()
        .filter(|(_, (_, name))| !name.is_empty())
        .map(|(place, (mark, name))| (place, mark, name))
        .collect();
    by_size.sort_by_key(|(_, mark, _)| Reverse(mark.n_held()));
    let sizes: Vec<(f64, f64)> =
        by_size.iter().map(|(_, mark, name)| (mark.x, width_px(name))).collect();
    let mut lanes = vec![Vec::new(); names.len()];
    let mut width = FROM_PX;
    for _ in 0..N_WIDTHS {
        for of_mark in &mut lanes {
            of_mark.push(None);
        }
        let placed = lay_out_labels(&sizes, width, GAP_PX, N_LANES);
        for ((place, ..), label) in by_size.iter().zip(placed) {
            if let Some(slot) = lanes.get_mut(*place).and_then(|of_mark| of_mark.last_mut()) {
                *slot = label.map(|label| label.lane);
            }
        }
        width *= 2.0;
    }
    lanes
}
