//! The life of a theme: a small picture over all editions, what it shows in words, and the numbers.

use super::{frame::section, library::library, themes::evidence_id};
use crate::{
    model::ThemeId,
    query::Index,
    timeline::{Cell, Edition, Matrix, Row},
    ui::{
        link::conference_href,
        names::short_name,
        node::{Child as _, Element, Node, el, nothing, svg},
        strings::{page_words, words},
        theme_table::{theme_story, weight},
    },
};

/// Width of an edition in the picture; its height is that of a bar of all articles.
const STEP: usize = 20;
const HEIGHT: usize = 56;
const BAR: usize = 12;
/// Editions up to which the numbers need not be folded away.
const N_OPEN: usize = 8;

/// How a theme fared over the editions, of the whole collection whatever is filtered.
pub(super) fn life(index: &Index, id: &ThemeId) -> Option<Element> {
    let library = library();
    let matrix = library.matrix();
    let row = matrix.rows.iter().find(|row| row.theme == *id)?;
    let story = el("p").class("life-story").child(theme_story(index, &matrix.editions, row));
    Some(
        section(page_words().over_editions.to_owned())
            .child(story)
            .child(ending(index, matrix, row))
            .child(picture(index, matrix, row))
            .child(numbers(index, matrix, row)),
    )
}

/// How much its silence since the last naming means.
fn ending(index: &Index, matrix: &Matrix, row: &Row) -> Option<Element> {
    let after = matrix.editions.get(row.last_seen + 1..).unwrap_or_default();
    let n_articles = after.iter().map(|edition| edition.n_recaps).sum();
    let n_editions = after.iter().filter(|edition| edition.n_recaps > 0).count();
    let last = matrix.editions.get(row.last_seen)?;
    let words =
        (page_words().silence)(&short_name(index, &last.conference), n_editions, n_articles);
    row.is_gone.then(|| el("p").class("quiet").child(words))
}

/// A bar for each edition, as high as the number of articles that name the theme. One article is an
/// outline, silence a dot on the ground.
fn picture(index: &Index, matrix: &Matrix, row: &Row) -> Node {
    // One edition is no life.
    if matrix.editions.len() < 2 {
        return nothing();
    }
    let most = row.cells.iter().map(|cell| cell.n_recaps).max().unwrap_or(1).max(2);
    let width = matrix.editions.len() * STEP;
    let ground = (HEIGHT + 2).to_string();
    let bars = row.cells.iter().enumerate().map(|(place, cell)| {
        let left = place * STEP + (STEP - BAR) / 2;
        let height = (cell.n_recaps * HEIGHT / most).max(2);
        let class = if row.returns.contains(&place) { "is-back" } else { "" };
        svg("rect")
            .class(class)
            .attr("data-weight", weight(cell.n_recaps))
            .attr("x", left.to_string())
            .attr("y", (HEIGHT + 2 - height).to_string())
            .attr("width", BAR.to_string())
            .attr("height", height.to_string())
            .child(svg("title").child(cell_words(index, matrix, place, cell)))
    });
    let line = svg("line")
        .class("plot-line")
        .attr("x1", "0")
        .attr("x2", width.to_string())
        .attr("y1", ground.clone())
        .attr("y2", ground);
    let view = format!("0 0 {width} {}", HEIGHT + 4);
    let plot = svg("svg")
        .attr("viewBox", view)
        .attr("aria-hidden", "true")
        .attr("preserveAspectRatio", "none")
        .child(line)
        .children(bars);
    let end = |edition: Option<&Edition>| {
        let name = edition.map(|edition| short_name(index, &edition.conference));
        el("span").child(name)
    };
    el("div")
        .class("life")
        .child(plot)
        .child(
            el("p")
                .class("life-ends")
                .child(end(matrix.editions.first()))
                .child(end(matrix.editions.last())),
        )
        .into_node()
}

fn cell_words(index: &Index, matrix: &Matrix, place: usize, cell: &Cell) -> String {
    let edition = matrix.editions.get(place);
    let name = edition.map(|edition| short_name(index, &edition.conference)).unwrap_or_default();
    let n_all = edition.map_or(0, |edition| edition.n_recaps);
    [name, (page_words().share_of_articles)(cell.n_recaps, n_all)].join(": ")
}

/// Articles and passages by edition; folded away where they are many.
fn numbers(index: &Index, matrix: &Matrix, row: &Row) -> Element {
    let phrases = page_words();
    // Before its first and after its last edition there is nothing to compare.
    let rows = matrix.editions.iter().zip(&row.cells).take(row.last_seen + 1).skip(row.first_seen);
    let rows: Vec<Element> =
        rows.map(|(edition, cell)| edition_row(index, edition, cell)).collect();
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(words().edition()))
        .child(el("th").attr("scope", "col").child(phrases.articles_head))
        .child(el("th").attr("scope", "col").child(phrases.passages_head));
    let folded = el("details").class("folded");
    let folded = if rows.len() <= N_OPEN { folded.attr("open", "") } else { folded };
    let table = el("table")
        .class("theme-editions")
        .child(el("thead").class("visually-hidden").child(head))
        .child(el("tbody").children(rows));
    folded.child(el("summary").child(phrases.numbers)).child(table)
}

fn edition_row(index: &Index, edition: &Edition, cell: &Cell) -> Element {
    let phrases = page_words();
    let name = el("a")
        .attr("href", conference_href(&edition.conference))
        .child(short_name(index, &edition.conference));
    let passages = words().n_passages(cell.notes.len());
    let passages = if cell.notes.is_empty() {
        passages.into_node()
    } else {
        let to = "#".to_owned() + &evidence_id(&edition.conference);
        el("a").attr("href", to).child(passages).into_node()
    };
    let share = (phrases.share_of_articles)(cell.n_recaps, edition.n_recaps);
    el("tr")
        .attr("data-weight", weight(cell.n_recaps))
        .child(el("th").attr("scope", "row").child(name))
        .child(el("td").class("number").child(share))
        .child(el("td").class("number").child(passages))
}
