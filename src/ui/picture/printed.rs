//! What of the picture never changes: the names of its marks, when articles were written, columns where
//! marks would cover each other, and all of it in words. Only the press draws it; the client takes it over from the page.

use super::{LINE_PX, labels::labels, marks::is_held};
use crate::{
    model::PartialDate,
    query::{Choice, Facet},
    timeline::{Axis, Column, Mark, Tick},
    ui::{
        explorer::explorer,
        link::{conference_href, year_href},
        node::{Element, el, many, svg},
        strings::{page_words, words},
    },
};

/// Height of the tallest column of conferences, in px.
const TALLEST_PX: i32 = 64;
/// Where the lane of articles stands, in px from the top, and how tall it is.
const WRITTEN_PX: (i32, i32) = (114, 13);

/// Puts what stands behind the marks into `group`.
pub(super) fn backdrop(group: Element, axis: &Axis) -> Element {
    let unit = axis.unit(100);
    let written = axis.columns(unit, &written(axis));
    let written = (!written.is_empty()).then(|| drawn("plot-written", axis, &written, WRITTEN_PX));
    if !axis.is_dense(100) {
        let names = labels(&explorer().index(), axis);
        return group.child(written).children(names);
    }
    let columns = {
        let held = axis.marks.iter().filter(|mark| is_held(mark)).map(|mark| {
            let choice = Choice::Conference(mark.conference.clone());
            (mark.x, explorer().total(&choice))
        });
        let columns = axis.columns(unit, &held.collect::<Vec<_>>());
        drawn("plot-columns", axis, &columns, (LINE_PX, TALLEST_PX))
    };
    group.child(written).child(columns)
}

/// Where each article stands that says when it was written.
fn written(axis: &Axis) -> Vec<(f64, usize)> {
    let index = explorer().index();
    let published = index.catalog().recaps.iter().filter_map(|recap| recap.published);
    published.map(|date| (axis.x_of(date), 1)).collect()
}

/// One path of strokes, in days and in hundredths of the tallest column, so that it takes few bytes. The
/// area is where it stands and how tall it is, in px.
fn drawn(
    class: &'static str,
    axis: &Axis,
    columns: &[Column],
    (foot_px, height_px): (i32, i32),
) -> Element {
    let most = columns.iter().map(|column| column.n).max().unwrap_or(1);
    let bar = |Column { first_day, n_days, n }: &Column| {
        let height = (n * 100 / most.max(1)).max(4);
        format!("M{} 100v-{height}", first_day + n_days / 2)
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

/// Puts the picture in words into `element`: a table, folded away, with a row per edition, or per year
/// where the picture has columns.
pub(super) fn beside(element: Element, axis: &Axis) -> Element {
    let phrases = page_words();
    let column = |label: &'static str| el("th").attr("scope", "col").child(label);
    let number = |label: &'static str| column(label).class("number");
    let (heads, rows) = if axis.is_dense(100) {
        let written = written(axis);
        let year = words().facet(Facet::Year);
        let heads = [
            column(year),
            number(words().facet(Facet::Conference)),
            number(words().talks()),
            number(phrases.written_head),
        ];
        let rows = axis.ticks.iter().rev().map(|tick| year_row(axis, tick, &written));
        (many(heads), many(rows))
    } else {
        let heads = [
            column(words().edition()),
            column(phrases.dates_head),
            column(phrases.written_head),
            number(words().recaps()),
            number(words().talks()),
        ];
        (many(heads), many(axis.marks.iter().rev().map(row)))
    };
    let table =
        el("table").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows));
    let note = (!written(axis).is_empty())
        .then(|| el("p").class("picture-note").child(phrases.written_note));
    let details = el("details")
        .class("picture-table")
        .child(el("summary").child(phrases.picture_table))
        .child(table);
    element.child(note).child(details)
}

fn row(mark: &Mark) -> Option<Element> {
    let index = explorer().index();
    let conference = index.conference(&mark.conference)?;
    let name =
        el("a").attr("href", conference_href(&mark.conference)).child(conference.name.clone());
    Some(
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").child(words().date_range(conference.start?, conference.end)))
            .child(el("td").child(when_written(mark)))
            .child(el("td").class("number").child(mark.n_recaps))
            .child(el("td").class("number").child(mark.n_talks)),
    )
}

/// When the articles about an edition were written, from the first to the last.
fn when_written(mark: &Mark) -> Option<String> {
    let index = explorer().index();
    let about = index.catalog().recaps.iter();
    let about = about.filter(|recap| recap.conference.as_ref() == Some(&mark.conference));
    let days: Vec<PartialDate> = about.filter_map(|recap| recap.published).collect();
    Some(words().date_range(*days.iter().min()?, days.iter().max().copied()))
}

fn year_row(axis: &Axis, tick: &Tick, written: &[(f64, usize)]) -> Element {
    let marks = || axis.marks.iter().filter(|mark| mark.year == tick.year);
    let written = written.iter().filter(|(x, _)| (tick.start..tick.end).contains(x));
    let name = el("a").attr("href", year_href(tick.year)).child(tick.year.to_string());
    let number = |n: usize| el("td").class("number").child(n);
    el("tr")
        .child(el("th").attr("scope", "row").child(name))
        .child(number(marks().count()))
        .child(number(marks().map(|mark| mark.n_talks).sum()))
        .child(number(written.count()))
}
