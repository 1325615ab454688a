//! The picture of time in words.

use crate::{
    timeline::{Axis, Mark},
    ui::{
        explorer::explorer,
        facts::dates,
        link::conference_href,
        node::{Element, el},
        strings::words,
    },
};

/// What the picture shows, as a table, folded away.
pub(super) fn axis_table(axis: &Axis) -> Element {
    let words = words();
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(words.edition()))
        .child(el("th").attr("scope", "col").child(words.dates_head()))
        .child(el("th").class("number").attr("scope", "col").child(words.recaps()))
        .child(el("th").class("number").attr("scope", "col").child(words.talks()));
    let table = el("table")
        .child(el("thead").child(head))
        .child(el("tbody").children(axis.marks.iter().rev().map(row)));
    el("details")
        .class("picture-table needs-client")
        .child(el("summary").child(words.picture_table()))
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
            .child(el("td").class("number").child(mark.n_recaps))
            .child(el("td").class("number").child(mark.n_talks)),
    )
}
