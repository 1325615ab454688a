//! Columns on the axis: what there is of each span of time.

use super::{LINE_PX, Zooming, marks::is_held};
use crate::{
    query::Choice,
    timeline::{Axis, Column},
    ui::{
        explorer::explorer,
        node::{Element, Node, live, many, nothing, svg},
    },
};
use leptos::prelude::*;

/// Height of the tallest column of conferences, in px.
const TALLEST_PX: i32 = 64;
/// Where the lane of articles stands, in px from the top, and how tall it is.
const WRITTEN_PX: (i32, i32) = (114, 13);

/// Where each article stands that says when it was written.
pub(super) fn written(axis: &Axis) -> Vec<(f64, usize)> {
    let index = explorer().index();
    let published = index.catalog().recaps.iter().filter_map(|recap| recap.published);
    published.map(|date| (axis.x_of(date), 1)).collect()
}

/// The articles, below the line, by when they were written: a second clock.
pub(super) fn written_lane(axis: &Axis, zooming: Zooming) -> Node {
    let (axis, written) = (axis.clone(), written(axis));
    if written.is_empty() {
        return nothing();
    }
    live(move || {
        let columns = axis.columns(axis.unit(zooming.scale()), &written);
        drawn("plot-written", &axis, &columns, most(&columns), WRITTEN_PX)
    })
}

/// The entries of all conferences, and among them those that match.
pub(super) fn held_columns(axis: &Axis, zooming: Zooming) -> Node {
    let explorer = explorer();
    let total = |place: usize| {
        let mark = axis.marks.get(place)?;
        let choice = Choice::Conference(mark.conference.clone());
        is_held(mark).then(|| (mark.x, explorer.total(&choice)))
    };
    let all: Vec<(f64, usize)> = (0..axis.marks.len()).filter_map(total).collect();
    let axis = axis.clone();
    live(move || {
        let unit = axis.unit(zooming.scale());
        let columns = axis.columns(unit, &all);
        let most = most(&columns);
        let area = (LINE_PX, TALLEST_PX);
        let found = explorer.matches().with(|found| {
            found.is_filtered.then(|| {
                let axis = Axis::new(&explorer.engine(), found);
                let counts = axis.marks.iter().map(|mark| (mark.x, mark.n_matches));
                let columns = axis.columns(unit, &counts.collect::<Vec<_>>());
                drawn("plot-columns", &axis, &columns, most, area)
            })
        });
        let class = if found.is_some() { "plot-columns is-spent" } else { "plot-columns" };
        many([Some(drawn(class, &axis, &columns, most, area)), found])
    })
}

fn most(columns: &[Column]) -> usize {
    columns.iter().map(|column| column.n).max().unwrap_or(1)
}

/// One path, in days and in hundredths of the height of `most`, so that it takes few bytes. `area` is
/// where it stands and how tall it is, in px.
fn drawn(
    class: &'static str,
    axis: &Axis,
    columns: &[Column],
    most: usize,
    (foot_px, height_px): (i32, i32),
) -> Element {
    let mut path = String::new();
    for column in columns {
        let height = (column.n * 100 / most.max(1)).max(4);
        let Column { first_day, n_days, n: _ } = column;
        path += &["M", &first_day.to_string(), " 100h", &n_days.to_string(), "v-"].concat();
        path += &[&height.to_string(), "H", &first_day.to_string(), "z"].concat();
    }
    svg("svg")
        .class(class)
        .attr("y", (foot_px - height_px).to_string())
        .attr("width", "100%")
        .attr("height", height_px.to_string())
        .attr("viewBox", ["0 0 ", &axis.n_days().max(1).to_string(), " 100"].concat())
        .attr("preserveAspectRatio", "none")
        .child(svg("path").attr("d", path))
}
