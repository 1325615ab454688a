//! The picture of time in words.

use super::columns::written;
use crate::{
    model::PartialDate,
    query::Facet,
    timeline::{Axis, Mark, Tick},
    ui::{
        explorer::explorer,
        facts::dates,
        link::{conference_href, year_href},
        node::{Element, el, many},
        settings::settings,
        strings::words,
    },
};

/// What the picture shows, as a table, folded away: a row per edition, or per year where the picture
/// has columns.
pub(super) fn axis_table(axis: &Axis) -> Element {
    let words = words();
    let is_dense = axis.is_dense(100);
    let number = |label: &'static str| el("th").class("number").attr("scope", "col").child(label);
    let column = |label: &'static str| el("th").attr("scope", "col").child(label);
    let heads = if is_dense {
        many([
            column((words.facet)(Facet::Year)),
            number((words.facet)(Facet::Conference)),
            number(words.talks),
            number(words.written_head),
        ])
    } else {
        many([
            column(words.edition),
            column(words.dates_head),
            column(words.written_head),
            number(words.recaps),
            number(words.talks),
        ])
    };
    let rows = || {
        if is_dense {
            let written = written(axis);
            return many(axis.ticks.iter().rev().map(|tick| year_row(axis, tick, &written)));
        }
        many(axis.marks.iter().rev().map(row))
    };
    // Only the client opens it, so a page need not carry what nobody sees.
    let rows = if settings().is_static { None } else { Some(rows()) };
    let table =
        el("table").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows));
    el("details")
        .class("picture-table needs-client")
        .child(el("summary").child(words.picture_table))
        .child(table)
}

fn row(mark: &Mark) -> Option<Element> {
    let index = explorer().index();
    let conference = index.conference(&mark.conference)?;
    let name =
        el("a").attr("href", conference_href(&mark.conference)).child(conference.name.clone());
    Some(
        el("tr")
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").child(el("ul").class("facts").child(dates(conference))))
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
    Some((words().date_range)(*days.iter().min()?, days.iter().max().copied()))
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
