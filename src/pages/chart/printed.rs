//! The parts of the chart that never change: the names of marks, the dates of recaps, and columns where marks would
//! cover each other. Only the renderer draws them; the client takes them from the page.

use super::{dense::held_columns, labels::labels};
use crate::{
    model::PartialDate,
    pages::page_words::page_words,
    query::Facet,
    timeline::{Axis, Column, Mark, Tick},
    ui::{
        chart::geometry::LINE_PX,
        dom::{Element, el, svg},
        link::{conference_href, year_href},
        state::{explorer::explorer, words::words},
    },
};
use serde::Serialize;

/// Height of the tallest column of conferences, in px.
const TALLEST_PX: i32 = 64;
/// The position of the lane of recaps, in px from the top, and its height.
const WRITTEN_PX: (i32, i32) = (114, 13);

/// Adds everything behind the marks to `group`.
pub(super) fn backdrop(group: Element, axis: &Axis) -> Element {
    let unit = axis.unit(100);
    let written = axis.columns(unit, &written(axis));
    let written = (!written.is_empty()).then(|| drawn("plot-written", axis, &written, WRITTEN_PX));
    if !axis.is_dense(100) {
        let names = labels(&explorer().index(), axis);
        return group.child(written).children(names);
    }
    let columns = drawn("plot-columns", axis, &held_columns(axis), (LINE_PX, TALLEST_PX));
    group.child(written).child(columns)
}

/// The position of each recap with a date.
fn written(axis: &Axis) -> Vec<(f64, usize)> {
    let index = explorer().index();
    let published = index.catalog().recaps.iter().filter_map(|recap| recap.published);
    published.map(|date| (axis.x_of(date), 1)).collect()
}

/// One path of strokes, in days and in hundredths of the tallest column, so that it takes few bytes. The area is its
/// position and height, in px.
fn drawn(
    class: &'static str,
    axis: &Axis,
    columns: &[Column],
    (foot_px, height_px): (i32, i32),
) -> Element {
    let most = columns.iter().map(|column| column.n).max().unwrap_or(1);
    let bar = |column: &Column| {
        let height = (column.n * 100 / most.max(1)).max(4);
        format!("M{} 100v-{height}", column.middle())
    };
    let width = columns.iter().map(|column| column.n_days).max().unwrap_or(1);
    let path: String = columns.iter().map(bar).collect();
    svg("svg")
        .class(class)
        .attr("y", (foot_px - height_px).to_string())
        .attr("width", "100%")
        .attr("height", height_px.to_string())
        .attr("viewBox", format!("0 0 {} 100", axis.n_days().max(1)))
        .attr("preserveAspectRatio", "none")
        .child(svg("path").attr("d", path).attr("stroke-width", width.to_string()))
}

/// Adds the explanation of the lane of recaps to `element`, and the head of the table. A script fills the table, and
/// then the table can open.
pub(super) fn beside(element: Element, axis: &Axis) -> Element {
    let note = (!written(axis).is_empty())
        .then(|| el("p").class("picture-note").child(page_words().written_note));
    let summary = el("summary").child(page_words().chart_table);
    element.child(note).child(el("details").class("picture-table").child(summary))
}

/// The chart in words: a row per edition, or per year where the chart has columns.
///
/// A script shows it. In the page it would be hidden and take a tenth of the page's size.
#[derive(Debug, Serialize)]
pub(crate) struct ChartTable {
    heads: Vec<&'static str>,
    rows: Vec<TableRow>,
}

/// Rows: the name, the address of the page, and the cells.
#[derive(Debug, Serialize)]
struct TableRow(String, String, Vec<TableCell>);

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum TableCell {
    Text(String),
    Number(usize),
}

/// The chart of the current page, in words.
pub(crate) fn chart_table() -> ChartTable {
    let axis = Axis::new(&explorer().engine());
    let (words, phrases) = (words(), page_words());
    let (heads, rows) = if axis.is_dense(100) {
        let written = written(&axis);
        let heads = [
            words.facet(Facet::Year),
            words.facet(Facet::Conference),
            words.talks(),
            phrases.written_head,
        ];
        (
            heads.to_vec(),
            axis.ticks.iter().rev().map(|tick| year_row(&axis, tick, &written)).collect(),
        )
    } else {
        let heads = [
            words.edition(),
            phrases.dates_head,
            phrases.written_head,
            words.recaps(),
            words.talks(),
        ];
        (heads.to_vec(), axis.marks.iter().rev().filter_map(row).collect())
    };
    ChartTable { heads, rows }
}

fn row(mark: &Mark) -> Option<TableRow> {
    let index = explorer().index();
    let conference = index.conference(&mark.conference)?;
    let cells = vec![
        TableCell::Text(words().date_range(conference.start?, conference.end)),
        TableCell::Text(when_written(mark).unwrap_or_default()),
        TableCell::Number(mark.n_recaps),
        TableCell::Number(mark.n_talks),
    ];
    Some(TableRow(conference.name.clone(), conference_href(&mark.conference), cells))
}

/// The dates of the recaps about a conference, from the first to the last.
fn when_written(mark: &Mark) -> Option<String> {
    let index = explorer().index();
    let about = index.catalog().recaps.iter();
    let about = about.filter(|recap| recap.conference.as_ref() == Some(&mark.conference));
    let days: Vec<PartialDate> = about.filter_map(|recap| recap.published).collect();
    Some(words().date_range(*days.iter().min()?, days.iter().max().copied()))
}

fn year_row(axis: &Axis, tick: &Tick, written: &[(f64, usize)]) -> TableRow {
    let marks = || axis.marks.iter().filter(|mark| mark.year == tick.year);
    let written = written.iter().filter(|(x, _)| (tick.start..tick.end).contains(x));
    let numbers = [marks().count(), marks().map(|mark| mark.n_talks).sum(), written.count()];
    TableRow(tick.year.to_string(), year_href(tick.year), numbers.map(TableCell::Number).into())
}
