//! The history of a theme: its share of the recaps year by year, its turning points, and the numbers.

use super::{
    turning_points::turning_points,
    years::{YearShare, peak, shares_by_year},
};
use crate::{
    model::Theme,
    pages::{
        library::library,
        link::evidence_id,
        page_words::{language_words, page_words},
        parts::{frame::section, weight::weight},
    },
    query::EntityIndex,
    timeline::{Cell, Edition, Matrix, N_ENOUGH, Row},
    ui::{
        display_names::short_name,
        dom::{Child as _, Element, Node, el, many, nothing, svg},
        link::conference_href,
        state::words::words,
        views::theme_table::theme_story,
    },
};

/// Up to this many editions, the numbers are not folded away.
const N_OPEN: usize = 8;
/// Up to this many years, each has its name on narrow pages, too.
const N_NAMES: usize = 10;

/// The history of a theme in the whole collection, independent of filters.
pub(super) fn life(index: &EntityIndex, theme: &Theme) -> Option<Element> {
    let library = library();
    let matrix = library.matrix();
    let row = matrix.rows.iter().find(|row| row.theme == theme.id)?;
    let shares = shares_by_year(matrix, row);
    let story = el("p").class("life-story").child(theme_story(index, matrix, row));
    Some(
        section(page_words().over_editions.to_owned())
            .child(story)
            .child(ending(index, matrix, row))
            .child(chart(matrix, row, &shares))
            .child(turning_points(index, theme, matrix, row, &shares))
            .child(numbers(index, matrix, row)),
    )
}

/// How many recaps have not named the theme since. `None` if their silence means nothing.
fn ending(index: &EntityIndex, matrix: &Matrix, row: &Row) -> Option<Element> {
    let silence = matrix.silence(index, row)?;
    let last = matrix.editions.get(silence.last)?;
    let last = short_name(index, &last.conference);
    let words = (page_words().silence)(&last, silence.n_editions, silence.n_recaps);
    Some(el("p").class("quiet").child(words))
}

/// A bar for each year, as high as the share of recaps that name the theme. It links to the notes of that year. A year
/// with too few recaps for a share is an outline.
fn chart(matrix: &Matrix, row: &Row, shares: &[YearShare]) -> Node {
    // One year is not a history.
    if shares.len() < 2 {
        return nothing();
    }
    let most = shares.iter().map(YearShare::permille).max().unwrap_or_default().max(1);
    let best = peak(shares).map(|it| it.year);
    let bars = shares.iter().enumerate().map(|(place, share)| {
        let is_peak = best == Some(share.year);
        let is_hidden = shares.len() > N_NAMES && place % 2 == 1;
        let class = match (is_peak, is_hidden) {
            (true, false) => "is-peak",
            (true, true) => "is-peak is-odd",
            (false, true) => "is-odd",
            (false, false) => "",
        };
        el("li").class(class).child(bar(matrix, row, share, most))
    });
    let is_few = shares.iter().any(|it| it.named > 0 && !it.is_enough());
    let few = is_few.then(|| el("p").class("count").child((language_words().story.few)(N_ENOUGH)));
    let chart = el("ol").class("life").children(bars);
    many([Some(chart), few])
}

/// The height of the tallest bar, in units of the picture.
const TALLEST: usize = 100;

fn bar(matrix: &Matrix, row: &Row, share: &YearShare, most: usize) -> Element {
    let height = share.permille() * (TALLEST - 2) / most;
    // A single recap stays visible, and silence is a line on the ground.
    let height = if share.named > 0 { height.max(4) } else { 1 };
    let rect = svg("rect")
        .class(match (share.named > 0, share.is_enough()) {
            (false, _) => "is-silent",
            (true, false) => "is-few",
            (true, true) => "",
        })
        .attr("x", "1")
        .attr("width", "8")
        .attr("y", (TALLEST - height).to_string())
        .attr("height", height.to_string());
    let picture = svg("svg")
        .attr("viewBox", format!("0 0 10 {TALLEST}"))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(rect);
    // The notes are listed by edition, latest first.
    let is_told = |place: &usize| row.cells.get(*place).is_some_and(|cell| !cell.notes.is_empty());
    let latest = share.editions.clone().rev().find(is_told);
    let latest = latest.and_then(|place| matrix.editions.get(place));
    let (named, all) = (share.named, share.all);
    let share_words = (language_words().waves.peak)(named, all);
    let year = share.year.to_string();
    let Some(edition) = latest else {
        let content = [
            el("b").child(share_words).into_node(),
            picture.into_node(),
            el("span").child(year).into_node(),
        ];
        return el("span").class("year").children(content);
    };
    // Screen readers need the words between the two texts.
    let whole = (language_words().story.year_share)(share.year, named, all);
    el("a").attr("href", "#".to_owned() + &evidence_id(&edition.conference)).children([
        el("b").attr("aria-hidden", "true").child(share_words).into_node(),
        picture.into_node(),
        el("span").attr("aria-hidden", "true").child(year).into_node(),
        el("span").class("visually-hidden").child(whole).into_node(),
    ])
}

/// Recaps and notes by edition; folded away where they are many.
fn numbers(index: &EntityIndex, matrix: &Matrix, row: &Row) -> Element {
    let phrases = page_words();
    // Before its first and after its last edition there is nothing to compare.
    let rows = matrix.editions.iter().zip(&row.cells).take(row.last_seen + 1).skip(row.first_seen);
    let rows: Vec<Element> =
        rows.map(|(edition, cell)| edition_row(index, edition, cell)).collect();
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(words().edition()))
        .child(el("th").attr("scope", "col").child(phrases.recaps_head))
        .child(el("th").attr("scope", "col").child(phrases.notes_head));
    let folded = el("details").class("folded");
    let folded = if rows.len() <= N_OPEN { folded.attr("open", "") } else { folded };
    let table = el("table")
        .class("theme-editions")
        .child(el("thead").class("visually-hidden").child(head))
        .child(el("tbody").children(rows));
    folded.child(el("summary").child(phrases.numbers)).child(table)
}

fn edition_row(index: &EntityIndex, edition: &Edition, cell: &Cell) -> Element {
    let phrases = page_words();
    let name = el("a")
        .attr("href", conference_href(&edition.conference))
        .child(short_name(index, &edition.conference));
    let notes = words().n_notes(cell.notes.len());
    let notes = if cell.notes.is_empty() {
        notes.into_node()
    } else {
        let to = "#".to_owned() + &evidence_id(&edition.conference);
        el("a").attr("href", to).child(notes).into_node()
    };
    let share = (phrases.share_of_recaps)(cell.n_recaps, edition.n_recaps);
    el("tr")
        .attr("data-weight", weight(cell.n_recaps))
        .child(el("th").attr("scope", "row").child(name))
        .child(el("td").class("number").child(share))
        .child(el("td").class("number").child(notes))
}
