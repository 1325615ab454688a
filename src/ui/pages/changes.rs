//! What an edition brought, beside the one before it: themes that are new, back or gone.

use super::{frame::section, library::library, themes::evidence_href};
use crate::{
    model::Conference,
    query::Index,
    timeline::{Edition, Return, Row},
    ui::{
        link::{THEMES, file_href},
        names::{short_name, theme_name},
        node::{Child as _, Element, Node, el, many},
        strings::{page_words, words},
        theme_table::weight,
    },
};

/// Themes shown of a list before the rest is folded away.
const N_SHOWN: usize = 12;

/// The themes of an edition that are new, back after a gap, or gone since the one before it, and a way
/// to compare it with any other. `None` where nobody wrote of it, which says nothing about themes.
pub(super) fn theme_changes(index: &Index, conference: &Conference) -> Option<Element> {
    let phrases = page_words();
    let library = library();
    let matrix = library.matrix();
    let here = matrix.editions.iter().position(|it| it.conference == conference.id)?;
    let edition = matrix.editions.get(here).filter(|edition| edition.n_recaps > 0)?;
    let is_before = |it: &Edition| {
        let other = index.conference(&it.conference);
        it.n_recaps > 0 && other.is_some_and(|other| other.series == conference.series)
    };
    let earlier = (0..here).rev().find(|place| matrix.editions.get(*place).is_some_and(is_before));
    let before = earlier.and_then(|place| matrix.editions.get(place));
    let change = matrix.change(earlier, here);
    let name_of = |place: usize| {
        let edition = matrix.editions.get(place);
        edition.map(|edition| short_name(index, &edition.conference)).unwrap_or_default()
    };
    let counted = |row: &Row, place: usize| {
        let n = row.n_articles(place);
        let to = matrix.editions.get(place).map(|it| evidence_href(&row.theme, &it.conference));
        let link =
            el("a").attr("href", to.unwrap_or_default()).child(theme_name(index, &row.theme));
        let count = el("span").class("count").child(words().n_articles(n));
        el("li").attr("data-weight", weight(n)).child(link).child(" ").child(count)
    };
    let returned = |it: &Return<'_>| {
        let since = (phrases.silent_since)(&name_of(it.before), it.n_silent);
        counted(it.row, here).child(" ").child(el("span").class("quiet").child(since))
    };
    let new = change.new.iter().map(|row| counted(row, here)).collect();
    let back = change.back.iter().map(returned).collect();
    let basis = (phrases.compared)(edition.n_recaps, before.map(|it| it.n_recaps));
    let lists = match before {
        Some(before) => {
            let there = short_name(index, &before.conference);
            let gone =
                change.gone.iter().map(|row| counted(row, earlier.unwrap_or(here))).collect();
            let stayed = change.stayed.iter().map(|row| counted(row, here)).collect();
            many([
                themes((phrases.new_themes)(change.new.len()), new, N_SHOWN),
                themes((phrases.back_themes)(change.back.len()), back, N_SHOWN),
                themes((phrases.gone_themes)(change.gone.len(), &there), gone, N_SHOWN),
                themes((phrases.stayed_themes)(change.stayed.len(), &there), stayed, 0),
            ])
        }
        // All are new at the first one; that is no news.
        None => many([
            themes((phrases.first_themes)(change.new.len()), new, N_SHOWN),
            themes((phrases.back_themes)(change.back.len()), back, N_SHOWN),
        ]),
    };
    let title = before.map_or_else(
        || phrases.themes.to_owned(),
        |before| (phrases.themes_beside)(&short_name(index, &before.conference)),
    );
    Some(
        section(title)
            .attr("id", "themes")
            .child(el("p").class("quiet").child(basis))
            .child(lists)
            .child(compare_form(index, &matrix.editions, &conference.id, before)),
    )
}

/// A list of themes; those past the first `n_shown` are folded away.
fn themes(title: String, mut items: Vec<Element>, n_shown: usize) -> Option<Node> {
    if items.is_empty() {
        return None;
    }
    let list = |items: Vec<Element>| el("ul").class("theme-counts").children(items);
    if n_shown == 0 {
        let head = el("summary").child(title);
        return Some(el("details").class("folded").child(head).child(list(items)).into_node());
    }
    let rest = items.split_off(n_shown.min(items.len()));
    let rest = (!rest.is_empty()).then(|| {
        let head = el("summary").child((page_words().n_more)(rest.len()));
        el("details").class("folded").child(head).child(list(rest))
    });
    Some(many([Some(el("h3").child(title)), Some(list(items)), rest]))
}

/// Chooses another edition; the page of all themes shows the two side by side.
fn compare_form(
    index: &Index,
    editions: &[Edition],
    this: &crate::model::ConferenceId,
    before: Option<&Edition>,
) -> Option<Element> {
    let phrases = page_words();
    // The usual question is about the one before.
    let others = editions.iter().filter(|it| it.conference != *this && it.n_recaps > 0);
    let options: Vec<Element> = others
        .map(|it| {
            let option = el("option").attr("value", it.conference.to_string());
            let is_usual = before.is_some_and(|before| before.conference == it.conference);
            let option = if is_usual { option.attr("selected", "") } else { option };
            option.child(short_name(index, &it.conference))
        })
        .collect();
    (!options.is_empty()).then(|| {
        el("form")
            .class("compare needs-script")
            .attr("action", file_href(THEMES))
            .child(
                el("input")
                    .attr("type", "hidden")
                    .attr("name", "b")
                    .attr("value", this.to_string()),
            )
            .child(el("label").attr("for", "compare-with").child(phrases.compare_with))
            .child(el("select").attr("id", "compare-with").attr("name", "a").children(options))
            .child(el("button").child(phrases.compare))
    })
}
