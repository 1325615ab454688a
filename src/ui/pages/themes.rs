//! All themes by edition on one page: those that came back, those that took over from each other, and
//! the table behind both.

use super::{
    frame::{PageParts, classed_section, page_frame, section},
    library::library,
};
use crate::{
    model::{ConferenceId, Theme, ThemeId},
    query::{Index, sorting::sort_by_key},
    timeline::{Edition, Matrix, Return, Row, ThemeOrder},
    ui::{
        link::theme_href,
        names::{short_name, theme_name},
        node::{Child as _, Element, Node, el, many, nothing},
        strings::{page_words, words},
        theme_table::{ThemeTable, framed_table, weight},
        themes_view::ORDERS,
    },
};
use std::cmp::Reverse;

/// Returns told of in words.
const N_RETURNS: usize = 10;
/// Threads told of in words.
const N_THREADS: usize = 8;

/// Where the passages on a theme at an edition stand.
pub(super) fn evidence_href(theme: &ThemeId, conference: &ConferenceId) -> String {
    theme_href(theme) + "#" + &evidence_id(conference)
}

/// The place of an edition on the page of a theme.
pub(super) fn evidence_id(conference: &ConferenceId) -> String {
    "at-".to_owned() + conference.as_str()
}

/// The page of all themes.
pub(crate) fn themes_page(index: &Index) -> Node {
    let phrases = page_words();
    let library = library();
    let matrix = library.matrix();
    let n_articles = matrix.editions.iter().map(|edition| edition.n_recaps).sum();
    let lead = (phrases.themes_lead)(matrix.rows.len(), matrix.editions.len(), n_articles);
    let body = if matrix.rows.is_empty() {
        el("p").class("lead").child(phrases.no_themes).into_node()
    } else {
        many([
            came_back(index, matrix).into_node(),
            threads(index, matrix).into_node(),
            comparison(index, &matrix.editions).into_node(),
            table_section(index, matrix).into_node(),
        ])
    };
    page_frame(PageParts {
        kicker: String::new(),
        title: phrases.themes_page.to_owned(),
        lead: if matrix.rows.is_empty() {
            nothing()
        } else {
            el("p").class("lead").child(lead).into_node()
        },
        facts: nothing(),
        body,
    })
}

/// The themes that were silent longest and then named again. Each once, at its longest silence; those
/// that several articles speak for come first.
fn came_back(index: &Index, matrix: &Matrix) -> Option<Element> {
    let mut returns: Vec<Return<'_>> = Vec::new();
    for it in matrix.returns() {
        if !returns.iter().any(|known| known.row.theme == it.row.theme) {
            returns.push(it);
        }
    }
    sort_by_key(&mut returns, |it| it.row.n_articles(it.again) < 2);
    let items = returns.iter().map(|it| return_item(index, &matrix.editions, it));
    let items: Vec<Element> = items.collect();
    (!items.is_empty()).then(|| {
        section(page_words().came_back.to_owned())
            .attr("id", "came-back")
            .child(pairs(items, N_RETURNS))
    })
}

fn return_item(index: &Index, editions: &[Edition], it: &Return<'_>) -> Element {
    let name = |place: usize| {
        let edition = editions.get(place);
        edition.map(|edition| short_name(index, &edition.conference)).unwrap_or_default()
    };
    let n = it.row.n_articles(it.again);
    let to = editions.get(it.again).map(|at| evidence_href(&it.row.theme, &at.conference));
    let link = el("a").attr("href", to.unwrap_or_default()).child(theme_name(index, &it.row.theme));
    let story = (page_words().return_story)(&name(it.before), &name(it.again), it.n_silent, n);
    el("div")
        .attr("data-weight", weight(n))
        .child(el("dt").child(link))
        .child(el("dd").child(story))
}

/// Themes and what is told of each; those past the first `n_shown` are folded away.
fn pairs(mut items: Vec<Element>, n_shown: usize) -> Node {
    let list = |items: Vec<Element>| el("dl").class("stories").children(items);
    let rest = items.split_off(n_shown.min(items.len()));
    let rest = (!rest.is_empty()).then(|| {
        let head = el("summary").child((page_words().n_more)(rest.len()));
        el("details").class("folded").child(head).child(list(rest))
    });
    many([Some(list(items)), rest])
}

/// Broader themes whose narrower ones took over from each other: one question, asked under new names.
fn threads(index: &Index, matrix: &Matrix) -> Option<Element> {
    let row_of = |theme: &ThemeId| matrix.rows.iter().find(|row| row.theme == *theme);
    let mut threads: Vec<(&Row, Vec<&Row>)> = Vec::new();
    for row in &matrix.rows {
        let narrower = index.narrower_themes(&row.theme);
        let mut knots: Vec<&Row> =
            narrower.iter().filter_map(|it: &&Theme| row_of(&it.id)).collect();
        sort_by_key(&mut knots, |knot| knot.first_seen);
        let n_beginnings = knots.chunk_by(|a, b| a.first_seen == b.first_seen).count();
        if n_beginnings >= 2 {
            threads.push((row, knots));
        }
    }
    // A short thread is told in full, a long one is a subject of its own.
    sort_by_key(&mut threads, |(row, knots)| (knots.len(), Reverse(row.n_recaps)));
    let items = threads.iter().map(|(row, knots)| thread(index, &matrix.editions, row, knots));
    let items: Vec<Element> = items.collect();
    (!items.is_empty()).then(|| {
        section(page_words().threads.to_owned())
            .attr("id", "threads")
            .child(el("p").class("quiet").child(page_words().threads_note))
            .child(pairs(items, N_THREADS))
    })
}

fn thread(index: &Index, editions: &[Edition], row: &Row, knots: &[&Row]) -> Element {
    let link = |row: &Row| {
        el("a").attr("href", theme_href(&row.theme)).child(theme_name(index, &row.theme))
    };
    let steps = knots.chunk_by(|a, b| a.first_seen == b.first_seen).map(|together| {
        let place = together.first().map_or(0, |knot| knot.first_seen);
        let at = editions.get(place).map(|at| short_name(index, &at.conference));
        let mut names: Vec<Node> = Vec::new();
        for knot in together {
            names.extend((!names.is_empty()).then(|| ", ".into_node()));
            names.push(link(knot).into_node());
        }
        el("li").child(el("span").class("count").child(at)).child(" ").child(names)
    });
    el("div").child(el("dt").child(link(row))).child(el("dd").child(el("ol").children(steps)))
}

/// Two editions side by side; a script fills it from the table, which says the same without one.
fn comparison(index: &Index, editions: &[Edition]) -> Element {
    let phrases = page_words();
    let told: Vec<&Edition> = editions.iter().filter(|it| it.n_recaps > 0).collect();
    let select = |id: &'static str, chosen: usize| {
        let options = told.iter().enumerate().map(|(place, it)| {
            let option = el("option").attr("value", it.conference.to_string());
            let option = if place == chosen { option.attr("selected", "") } else { option };
            option.child(short_name(index, &it.conference))
        });
        el("select").attr("id", id).attr("name", id).children(options)
    };
    let part = |side: &'static str, words: &'static str| {
        el("div")
            .attr("data-side", side)
            .attr("data-words", words)
            .child(el("h3"))
            .child(el("ul").class("theme-counts"))
    };
    let last = told.len().saturating_sub(1);
    classed_section("page-section needs-script", phrases.comparison.to_owned())
        .attr("id", "compare")
        .child(
            el("form")
                .class("compare")
                .child(el("label").attr("for", "a").child(phrases.compare_first))
                .child(select("a", last.saturating_sub(1)))
                .child(el("label").attr("for", "b").child(phrases.compare_second))
                .child(select("b", last))
                .child(el("button").child(phrases.compare)),
        )
        .child(
            el("div")
                .class("comparison")
                .attr("hidden", "")
                .child(part("a", phrases.only_at))
                .child(part("both", phrases.at_both))
                .child(part("b", phrases.only_at)),
        )
}

fn table_section(index: &Index, matrix: &Matrix) -> Element {
    let phrases = page_words();
    let orders = ORDERS.map(|order| el("option").child(words().theme_order(order)));
    let order = el("p").class("order needs-script").child(
        el("label")
            .child(words().sort_label())
            .child(" ")
            .child(el("select").attr("id", "order").children(orders)),
    );
    section(phrases.all_themes.to_owned())
        .attr("id", "table")
        .child(el("p").class("quiet").child(words().matrix_note()))
        .child(order)
        .child(table(index, matrix))
}

fn table(index: &Index, matrix: &Matrix) -> Element {
    let ranks = ORDERS.map(|order| {
        let mut sorted = matrix.clone();
        sorted.reorder(index, order);
        sorted.rows.into_iter().map(|row| row.theme).collect::<Vec<_>>()
    });
    let rank_in = |order: &Vec<ThemeId>, row: &Row| {
        order.iter().position(|id| *id == row.theme).unwrap_or_default().to_string()
    };
    let ranks_of =
        |row: &Row| ranks.iter().map(|order| rank_in(order, row)).collect::<Vec<_>>().join(" ");
    let mut printed = matrix.clone();
    printed.reorder(index, ThemeOrder::Evidence);
    let table = ThemeTable { index, editions: &matrix.editions, evidence: &evidence_href };
    let head = |edition: &Edition| {
        table.edition_head(edition).attr("data-edition", edition.conference.to_string())
    };
    let heads = matrix.editions.iter().map(head).collect();
    let rows = printed.rows.iter().map(|row| table.row(row).attr("data-ranks", ranks_of(row)));
    framed_table("matrix is-whole", heads, rows.collect())
}
