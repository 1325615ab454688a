//! What a picture with columns needs to follow the filters, and to name its marks from near.
//!
//! A script does both (`publish/scripts/dense.js`): few collections have such a picture, and every reader
//! would have to wait for the code. So what can be known beforehand is worked out here.

use super::{
    LINE_PX,
    labels::{GAP_PX, N_LANES, lane_px, width_px},
    marks::is_held,
    percent,
};
use crate::{
    query::Choice,
    timeline::{Axis, Column, Mark, place_labels},
    ui::{explorer::explorer, names::short_name},
};
use serde::Serialize;
use std::cmp::Reverse;

/// The width that names are placed for first, in px, and at how many doubles of it again.
const FROM_PX: f64 = 2000.0;
const N_WIDTHS: usize = 7;

/// A picture with columns, for the script.
#[derive(Debug, Serialize)]
pub(crate) struct DensePicture {
    /// The middle of each column, in days, and how many entries it stands for.
    columns: Vec<(i32, usize)>,
    /// The first width that names are placed for, in px; each further one is twice as wide.
    from: f64,
    /// Where the lanes of names are, the nearest to the line first, and the line, in px from the top.
    lanes: Vec<i32>,
    foot: i32,
    /// The marks, in their order.
    marks: Vec<NearMark>,
}

/// Position in percent, column, name, and its lane at each width.
#[derive(Debug, Serialize)]
struct NearMark(String, Option<usize>, String, Vec<Option<usize>>);

/// The picture of the collection, if it has columns.
pub(crate) fn dense_picture() -> Option<DensePicture> {
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
    Some(DensePicture { columns, from: FROM_PX, lanes, foot: LINE_PX, marks })
}

/// What is held, in columns.
pub(super) fn held_columns(axis: &Axis) -> Vec<Column> {
    let held = axis.marks.iter().filter(|mark| is_held(mark)).map(|mark| {
        let choice = Choice::Conference(mark.conference.clone());
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
        let placed = place_labels(&sizes, width, GAP_PX, N_LANES);
        for ((place, ..), label) in by_size.iter().zip(placed) {
            if let Some(slot) = lanes.get_mut(*place).and_then(|of_mark| of_mark.last_mut()) {
                *slot = label.map(|label| label.lane);
            }
        }
        width *= 2.0;
    }
    lanes
}
