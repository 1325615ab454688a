//! All themes by edition on one page: those that came back, those that took over from each other, and
//! the table behind both.

mod by_year;
mod life;
pub(super) mod theme;
mod turning_points;
mod years;

use super::{
    library::library,
    link::{COMPARE, THEMES, evidence_href},
    page_words::{language_words, page_words},
    parts::{
        frame::{PageParts, classed_section, page_frame_of_way, section},
        weight::weight,
    },
};
use crate::{
    model::{Theme, ThemeId},
    query::{EntityIndex, sorting::sort_by_key},
    timeline::{Edition, Matrix, N_ENOUGH, Return, Row},
    ui::{
        display_names::{short_name, theme_name},
        dom::{Child as _, Element, Node, el, many, nothing},
        link::theme_href,
        state::words::words,
    },
};
use by_year::{order_names, themes_by_year};
use std::cmp::Reverse;

/// How many returns are described in words.
const N_RETURNS: usize = 10;
/// How many threads are described in words.
const N_THREADS: usize = 8;

/// The page of all themes.
pub(crate) fn themes_page(index: &EntityIndex) -> Node {
    let phrases = page_words();
    let library = library();
    let matrix = library.matrix();
    let n_recaps = matrix.editions.iter().map(|edition| edition.n_recaps).sum();
    let lead = (phrases.themes_lead)(matrix.rows.len(), matrix.editions.len(), n_recaps);
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
    page_frame_of_way(
        THEMES,
        PageParts {
            kicker: String::new(),
            title: phrases.themes_page.to_owned(),
            lead: if matrix.rows.is_empty() {
                nothing()
            } else {
                el("p").class("lead").child(lead).into_node()
            },
            facts: nothing(),
            body,
        },
    )
}

/// The themes that were silent longest and then named again by several recaps; a single one may be its author's
/// interest. Each theme once, at its longest silence.
fn came_back(index: &EntityIndex, matrix: &Matrix) -> Option<Element> {
    let mut returns: Vec<Return<'_>> = Vec::new();
    let by_several = |it: &Return<'_>| it.row.n_recaps_at(it.again) > 1;
    for it in matrix.returns(index).into_iter().filter(by_several) {
        if !returns.iter().any(|known| known.row.theme == it.row.theme) {
            returns.push(it);
        }
    }
    let items = returns.iter().map(|it| return_item(index, &matrix.editions, it));
    let items: Vec<Element> = items.collect();
    (!items.is_empty()).then(|| {
        section(page_words().came_back.to_owned())
            .attr("id", "came-back")
            .child(pairs(items, N_RETURNS))
    })
}

fn return_item(index: &EntityIndex, editions: &[Edition], it: &Return<'_>) -> Element {
    let name = |place: usize| {
        let edition = editions.get(place);
        edition.map(|edition| short_name(index, &edition.conference)).unwrap_or_default()
    };
    let n = it.row.n_recaps_at(it.again);
    let to = editions.get(it.again).map(|at| evidence_href(&it.row.theme, &at.conference));
    let link = el("a").attr("href", to.unwrap_or_default()).child(theme_name(index, &it.row.theme));
    let all = editions.get(it.again).map_or(0, |edition| edition.n_recaps);
    let numbers = [it.n_silent, it.n_silent_recaps, n, all];
    let story = (page_words().return_story)(&name(it.before), &name(it.again), numbers);
    el("div")
        .attr("data-weight", weight(n))
        .child(el("dt").child(link))
        .child(el("dd").child(story))
}

/// Themes with a description each. Those after the first `n_shown` are folded away.
fn pairs(mut items: Vec<Element>, n_shown: usize) -> Node {
    let list = |items: Vec<Element>| el("dl").class("stories").children(items);
    let rest = items.split_off(n_shown.min(items.len()));
    let rest = (!rest.is_empty()).then(|| {
        let head = el("summary").child((page_words().n_more)(rest.len()));
        el("details").class("folded").child(head).child(list(rest))
    });
    many([Some(list(items)), rest])
}

/// Broader themes whose narrower ones replaced each other: one question under new names.
fn threads(index: &EntityIndex, matrix: &Matrix) -> Option<Element> {
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
    // A short thread is shown in full; a long one is a subject by itself.
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

fn thread(index: &EntityIndex, editions: &[Edition], row: &Row, knots: &[&Row]) -> Element {
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

/// Two editions side by side. A script fills it from the table, which says the same without scripts.
fn comparison(index: &EntityIndex, editions: &[Edition]) -> Element {
    let phrases = page_words();
    let ids: Vec<&str> = editions.iter().map(|it| it.conference.as_str()).collect();
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
        .attr("id", COMPARE)
        .child(
            el("form")
                .class("compare")
                .attr("data-editions", ids.join(" "))
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

fn table_section(index: &EntityIndex, matrix: &Matrix) -> Element {
    let orders = order_names().into_iter().map(|name| el("option").child(name));
    let order = el("p").class("order needs-script").child(
        el("label")
            .child(words().sort_label())
            .child(" ")
            .child(el("select").attr("id", "order").children(orders)),
    );
    section(language_words().story.themes_by_year.to_owned())
        .attr("id", "table")
        .child(el("p").class("quiet").child((language_words().story.by_year_note)(N_ENOUGH)))
        .child(order)
        .child(themes_by_year(index, matrix))
}
