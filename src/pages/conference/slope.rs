//! The themes that came and went between two editions, as a slope chart. Themes that only the earlier one names fall to
//! the ground, and new ones rise from it, most named first. The names beside it say the same in words.

use crate::{
    pages::{link::evidence_href, page_words::language_words},
    query::EntityIndex,
    timeline::{Change, Edition, Row},
    ui::{
        display_names::{short_name, theme_name},
        dom::{Element, el, svg},
        state::words::words,
    },
};

/// Themes on each side.
const N_SIDE: usize = 8;
/// Height of a name, in px.
const STEP: usize = 30;
/// Width of the picture, in its units.
const WIDTH: usize = 100;
/// Width of the widest line, in px.
const WIDEST: usize = 5;

/// The chart of the changes from `before` to `here`, each with its position in the matrix. `None` if nothing came or
/// went, or nothing that several recaps name.
pub(super) fn slope(
    index: &EntityIndex,
    change: &Change<'_>,
    before: (usize, &Edition),
    here: (usize, &Edition),
) -> Option<Element> {
    // A theme that only one recap names is one opinion.
    let firm = |rows: &[&'_ Row], place: usize| {
        let firm = rows.iter().filter(|row| row.n_recaps_at(place) > 1);
        firm.take(N_SIDE).map(|row| (*row).clone()).collect::<Vec<Row>>()
    };
    let (gone, new) = (firm(&change.gone, before.0), firm(&change.new, here.0));
    let n_rows = gone.len().max(new.len());
    if n_rows == 0 {
        return None;
    }
    let story = &language_words().story;
    let height = n_rows * STEP;
    // The width of a line is its share, with one scale for both sides.
    let most = shares(&gone, before).chain(shares(&new, here)).max().unwrap_or_default().max(1);
    let line = |share: usize, from: usize, to: usize| {
        svg("path")
            .attr("stroke-width", (1 + share * (WIDEST - 1) / most).to_string())
            .attr("d", format!("M0 {from}L{WIDTH} {to}"))
    };
    let (row_at, ground) = (|place: usize| place * STEP + STEP / 2, height - 1);
    let falls = shares(&gone, before).enumerate();
    let falls = falls.map(|(n, share)| line(share, row_at(n), ground).class("is-gone"));
    let rises = shares(&new, here).enumerate();
    let rises = rises.map(|(n, share)| line(share, ground, row_at(n)));
    let picture = svg("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("height", height.to_string())
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children(falls)
        .children(rises);
    let side = |title: &'static str, (place, edition): (usize, &Edition), rows: &[Row]| {
        let names = rows.iter().map(|row| name(index, row, place, edition));
        let at = short_name(index, &edition.conference);
        let basis = [&at, ": ", &words().n_recaps(edition.n_recaps)].concat();
        let head = el("h3").child(title).child(" ");
        el("div")
            .child(head.child(el("span").class("count").child(basis)))
            .child(el("ul").children(names))
    };
    Some(
        el("div").class("slope").child(side(story.gone, before, &gone)).child(picture).child(side(
            story.new_here,
            here,
            &new,
        )),
    )
}

/// The share of an edition's recaps that name each theme, in thousandths.
fn shares(rows: &[Row], (place, edition): (usize, &Edition)) -> impl Iterator<Item = usize> {
    let all = edition.n_recaps.max(1);
    rows.iter().map(move |row| 1000 * row.n_recaps_at(place) / all)
}

fn name(index: &EntityIndex, row: &Row, place: usize, edition: &Edition) -> Element {
    let link = el("a")
        .attr("href", evidence_href(&row.theme, &edition.conference))
        .child(theme_name(index, &row.theme));
    let n = (language_words().waves.peak)(row.n_recaps_at(place), edition.n_recaps);
    el("li").child(link).child(" ").child(el("span").class("count").child(n))
}
