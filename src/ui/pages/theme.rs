//! The page of a theme: how it fared over the editions, what was written of it, and its neighbors.

use super::{
    frame::{PageParts, filter_link, list_section, page_frame, section},
    library::library,
    note::note_item,
};
use crate::{
    model::{ConferenceId, NoteHead, Theme, ThemeId},
    query::{Choice, Index, Terms, sorting::sort_by},
    timeline::{Cell, Edition},
    ui::{
        facts::facts,
        link::{choices_href, conference_href, theme_href},
        names::{conference_name, short_name, theme_name},
        node::{Child, Element, Node, el, many, svg},
        strings::{page_words, words},
        themes_view::theme_story,
    },
};

/// Neighbors offered.
const N_NEIGHBORS: usize = 8;

/// The page of a theme.
pub(super) fn page(index: &Index, theme: &Theme) -> Node {
    let phrases = page_words();
    let notes = index.notes_of_theme(&theme.id);
    let description = theme.description.clone();
    let lead = (!description.is_empty()).then(|| el("p").class("lead").child(description));
    let to = choices_href([Choice::Theme(theme.id.clone())]);
    page_frame(PageParts {
        kicker: words().theme.to_owned(),
        title: theme.name.clone(),
        lead: lead.into_node(),
        facts: many([family(index, theme), filter_link(to, phrases.filter_by_theme)]),
        body: many([
            over_editions(index, &theme.id),
            passages(index, theme, &notes),
            list_section(phrases.neighbors.to_owned(), neighbors(index, &theme.id, &notes)),
        ]),
    })
}

/// Other names, and the themes above and below.
fn family(index: &Index, theme: &Theme) -> Element {
    let phrases = page_words();
    let link = |id: &ThemeId| el("a").attr("href", theme_href(id)).child(theme_name(index, id));
    let broader = theme.broader.as_ref();
    let broader = broader.map(|id| el("li").child(phrases.broader).child(" ").child(link(id)));
    let narrower = index.narrower_themes(&theme.id);
    let narrower = (!narrower.is_empty()).then(|| {
        let links = narrower
            .into_iter()
            .map(|theme| many([Child::into_node(" "), link(&theme.id).into_node()]));
        el("li").child(phrases.narrower).children(links)
    });
    let aliases =
        (!theme.aliases.is_empty()).then(|| el("li").child((phrases.also_called)(&theme.aliases)));
    facts().child(broader).child(narrower).child(aliases)
}

/// Articles and passages by edition, of the whole collection whatever is filtered.
fn over_editions(index: &Index, id: &ThemeId) -> Option<Element> {
    let phrases = page_words();
    let library = library();
    let matrix = library.matrix();
    let row = matrix.rows.iter().find(|row| row.theme == *id)?;
    let most = row.cells.iter().map(|cell| cell.n_recaps).max().unwrap_or(1).max(1);
    // Before its first and after its last edition there is nothing to compare.
    let rows = matrix.editions.iter().zip(&row.cells).take(row.last_seen + 1).skip(row.first_seen);
    let rows = rows.map(|(edition, cell)| edition_row(index, edition, cell, most));
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(words().edition))
        .child(el("td"))
        .child(el("th").attr("scope", "col").child(phrases.articles_head))
        .child(el("th").attr("scope", "col").child(phrases.passages_head));
    let table = el("table")
        .class("theme-editions")
        .child(el("thead").class("visually-hidden").child(head))
        .child(el("tbody").children(rows));
    let story = el("p").class("quiet").child(theme_story(index, &matrix.editions, row));
    Some(section(phrases.over_editions.to_owned()).child(story).child(table))
}

fn edition_row(index: &Index, edition: &Edition, cell: &Cell, most: usize) -> Element {
    let phrases = page_words();
    let name = el("a")
        .attr("href", conference_href(&edition.conference))
        .child(short_name(index, &edition.conference));
    let width = cell.n_recaps * 100 / most;
    let bar = svg("svg")
        .class("bar")
        .attr("width", "100%")
        .attr("height", "10")
        .attr("aria-hidden", "true")
        .child(svg("rect").attr("width", width.to_string() + "%").attr("height", "10"));
    el("tr")
        .class(if cell.n_recaps == 0 { "is-spent" } else { "" })
        .child(el("th").attr("scope", "row").child(name))
        .child(el("td").class("bar-cell").child(bar))
        .child(number((phrases.share_of_articles)(cell.n_recaps, edition.n_recaps)))
        .child(number((phrases.n_passages)(cell.notes.len())))
}

fn number(text: String) -> Element {
    el("td").class("number").child(text)
}

/// The passages by edition, latest first.
fn passages(index: &Index, theme: &Theme, notes: &[&NoteHead]) -> Option<Element> {
    let phrases = page_words();
    let terms = Terms::of(&format!("\"{}\"", theme.name));
    // The catalog has the latest edition first; what has none comes last.
    let editions = index.catalog().conferences.iter().map(|conference| Some(&conference.id));
    let groups = editions.chain([None]).map(|edition| {
        let own = notes.iter().filter(|note| note.conference.as_ref() == edition);
        edition_passages(index, edition, &own.copied().collect::<Vec<_>>(), &terms)
    });
    (!notes.is_empty()).then(|| section(phrases.passages.to_owned()).children(groups))
}

fn edition_passages(
    index: &Index,
    edition: Option<&ConferenceId>,
    notes: &[&NoteHead],
    terms: &Terms,
) -> Option<Node> {
    let unknown = || words().unknown_edition.to_owned();
    let title = edition.map_or_else(unknown, |id| conference_name(index, id));
    let items = notes.iter().map(|note| note_item(index, note, terms));
    (!notes.is_empty())
        .then(|| many([el("h3").child(title), el("ul").class("plain").children(items)]))
}

/// The themes named in the same passages, most often first.
fn neighbors(index: &Index, id: &ThemeId, notes: &[&NoteHead]) -> Vec<Element> {
    let others = index.catalog().themes.iter().filter(|theme| theme.id != *id);
    let mut shared: Vec<(usize, &ThemeId)> = others
        .map(|theme| {
            let names = |note: &&&NoteHead| note.themes.iter().any(|it| it.theme == theme.id);
            (notes.iter().filter(names).count(), &theme.id)
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    sort_by(&mut shared, |a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let item = |(count, theme): (usize, &ThemeId)| {
        let link = el("a").attr("href", theme_href(theme)).child(theme_name(index, theme));
        let count = el("span").class("quiet").child((page_words().n_shared)(count));
        el("li").child(link).child(" ").child(count)
    };
    shared.into_iter().take(N_NEIGHBORS).map(item).collect()
}
