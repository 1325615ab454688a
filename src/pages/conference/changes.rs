//! The changes of a conference against the one before it: themes that are new, back or gone.

use super::slope::slope;
use crate::{
    model::Conference,
    pages::{
        library::library,
        link::{COMPARE, THEMES, evidence_href, file_href},
        page_words::{language_words, page_words},
        parts::{frame::section, weight::weight},
    },
    query::EntityIndex,
    timeline::{Edition, Return, Row},
    ui::{
        display_names::{short_name, theme_name},
        dom::{Child as _, Element, Node, el, many},
        state::words::words,
    },
};

/// Themes shown of a list before the rest is folded away.
const N_SHOWN: usize = 12;

/// The themes of an edition that are new, back after a gap, or gone since the one before it, and a form to compare it
/// with any other. `None` if the conference has no recaps, which says nothing about themes.
pub(super) fn theme_changes(index: &EntityIndex, conference: &Conference) -> Option<Element> {
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
    let change = matrix.change(index, earlier, here);
    let name_of = |place: usize| {
        let edition = matrix.editions.get(place);
        edition.map(|edition| short_name(index, &edition.conference)).unwrap_or_default()
    };
    let counted = |row: &Row, place: usize| {
        let n = row.n_recaps_at(place);
        let to = matrix.editions.get(place).map(|it| evidence_href(&row.theme, &it.conference));
        let link =
            el("a").attr("href", to.unwrap_or_default()).child(theme_name(index, &row.theme));
        let count = el("span").class("count").child(words().n_recaps(n));
        el("li").attr("data-weight", weight(n)).child(link).child(" ").child(count)
    };
    let returned = |it: &Return<'_>| {
        let since = (phrases.silent_since)(&name_of(it.before), it.n_silent, it.n_silent_recaps);
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
            let others = change.others.iter().map(|row| counted(row, here)).collect();
            let stayed = change.stayed.iter().map(|row| counted(row, here)).collect();
            many([
                themes((phrases.new_themes)(change.new.len()), new, N_SHOWN),
                themes((phrases.back_themes)(change.back.len()), back, N_SHOWN),
                themes((phrases.gone_themes)(change.gone.len(), &there), gone, N_SHOWN),
                themes((phrases.stayed_themes)(change.stayed.len(), &there), stayed, 0),
                themes((phrases.other_themes)(change.others.len(), &there), others, N_SHOWN),
            ])
        }
        // At the first conference every theme is new, which means nothing.
        None => many([
            themes((phrases.first_themes)(change.new.len()), new, N_SHOWN),
            themes((phrases.back_themes)(change.back.len()), back, N_SHOWN),
        ]),
    };
    let story = &language_words().story;
    let title = before.map_or_else(
        || phrases.themes.to_owned(),
        |before| (story.new_and_gone)(&short_name(index, &before.conference)),
    );
    let slope =
        earlier.zip(before).and_then(|before| slope(index, &change, before, (here, edition)));
    // Beside the chart, the lists would repeat it.
    let lists = if slope.is_some() {
        let head = el("summary").child(story.all_changes);
        el("details").class("folded").child(head).child(lists).into_node()
    } else {
        lists
    };
    Some(
        section(title)
            .attr("id", "themes")
            .child(slope)
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
    index: &EntityIndex,
    editions: &[Edition],
    this: &crate::model::ConferenceId,
    before: Option<&Edition>,
) -> Option<Element> {
    let phrases = page_words();
    // Most readers compare with the edition before.
    let others = editions.iter().filter(|it| it.conference != *this && it.n_recaps > 0);
    let options: Vec<Element> = others
        .map(|it| {
            let option = el("option").attr("value", it.conference.to_string());
            let is_usual = before.is_some_and(|before| before.conference == it.conference);
            let option = if is_usual { option.attr("selected", "") } else { option };
            option.child(short_name(index, &it.conference))
        })
        .collect();
    let has_themes = !library().matrix().rows.is_empty();
    (has_themes && !options.is_empty()).then(|| {
        el("form")
            .class("compare needs-script")
            .attr("action", file_href(THEMES) + "#" + COMPARE)
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
