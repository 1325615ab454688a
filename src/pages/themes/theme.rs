//! The page of a theme: its history, the notes on it, and related themes.

use super::life::life;
use crate::{
    model::{ConferenceId, NoteHead, PartialDate, Theme, ThemeId},
    pages::{
        library::library,
        link::evidence_id,
        note::note_item,
        other_names::other_names,
        page_words::{language_words, page_words},
        parts::frame::{PageParts, filter_link, list_section, page_frame, section},
        past::{at_anchors, past},
        waves::within_sentence,
    },
    query::{EntityIndex, FacetValue, Terms, sorting::sort_by},
    ui::{
        display_names::{conference_name, theme_name},
        dom::{Child, Element, Node, el, many},
        facts::facts,
        link::{choices_href, conference_href, theme_href},
        state::words::words,
    },
};

/// How many neighbors are offered.
const N_NEIGHBORS: usize = 8;

/// The page of a theme.
pub(in crate::pages) fn page(index: &EntityIndex, theme: &Theme) -> Node {
    let phrases = page_words();
    let notes = index.notes_of_theme(&theme.id);
    let description = theme.description.clone();
    let lead = (!description.is_empty()).then(|| el("p").class("lead").child(description));
    let to = choices_href([FacetValue::Theme(theme.id.clone())]);
    page_frame(PageParts {
        kicker: words().theme().to_owned(),
        title: theme.name.clone(),
        lead: lead.into_node(),
        facts: many([family(index, theme), filter_link(to, phrases.filter_by_theme)]),
        body: many([
            life(index, theme).into_node(),
            notes_by_conference(index, theme, &notes).into_node(),
            many(conferences_left(index, theme)),
            list_section(phrases.neighbors.to_owned(), neighbors(index, &theme.id, &notes))
                .into_node(),
        ]),
    })
}

/// Other names, and the themes above and below.
fn family(index: &EntityIndex, theme: &Theme) -> Element {
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
    let others = other_names(&theme.name, &theme.aliases);
    let aliases = (!others.is_empty()).then(|| el("li").child((phrases.also_called)(&others)));
    facts().child(broader).child(narrower).child(aliases)
}

/// The notes by conference, latest first: those that each number of the table counts, then those without a conference.
fn notes_by_conference(index: &EntityIndex, theme: &Theme, notes: &[&NoteHead]) -> Option<Element> {
    let phrases = page_words();
    let terms = Terms::of(&format!("\"{}\"", theme.name));
    let (library, catalog) = (library(), index.catalog());
    let matrix = library.matrix();
    let row = matrix.rows.iter().find(|row| row.theme == theme.id);
    let cells = row.map(|row| row.cells.as_slice()).unwrap_or_default();
    let groups = matrix.editions.iter().zip(cells).rev().map(|(edition, cell)| {
        let own: Vec<&NoteHead> = cell.notes.iter().filter_map(|n| catalog.notes.get(*n)).collect();
        notes_of_edition(index, Some(&edition.conference), &own, &terms)
    });
    let is_in_table = |note: &&&NoteHead| {
        let place = index.position_of_note(&note.id);
        cells.iter().any(|cell| cell.notes.iter().any(|known| Some(*known) == place))
    };
    let others: Vec<&NoteHead> = notes.iter().filter(|it| !is_in_table(it)).copied().collect();
    let others = notes_of_edition(index, None, &others, &terms);
    let groups: Vec<Node> = groups.chain([others]).flatten().collect();
    let name = within_sentence(&theme.name, words().language());
    (!groups.is_empty()).then(|| {
        // The words are for the script that shows the notes of a year elsewhere.
        section(phrases.notes.to_owned())
            .attr("data-about", (language_words().waves.about)(&name))
            .attr("data-done", language_words().finder.close)
            .child(groups)
    })
}

/// Empty elements at the anchors that a conference had.
fn former_anchors(id: &ConferenceId) -> Vec<Element> {
    let former = past().conferences.get(id.as_str()).cloned().unwrap_or_default();
    let former: Vec<String> = former.iter().map(|id| evidence_id(&id.as_str().into())).collect();
    at_anchors(&former)
}

/// Links at the anchors of conferences whose notes no longer name the theme.
fn conferences_left(index: &EntityIndex, theme: &Theme) -> Vec<Element> {
    let past = past();
    let left = past.left_conferences.get(theme.id.as_str()).into_iter().flatten();
    let line = |id: &String| {
        let id: ConferenceId = id.as_str().into();
        let link = el("a").attr("href", conference_href(&id)).child(conference_name(index, &id));
        let line =
            el("p").class("quiet").attr("id", evidence_id(&id)).children(former_anchors(&id));
        line.child(page_words().no_longer_named).child(" ").child(link)
    };
    left.map(line).collect()
}

fn notes_of_edition(
    index: &EntityIndex,
    edition: Option<&ConferenceId>,
    notes: &[&NoteHead],
    terms: &Terms,
) -> Option<Node> {
    let heading = match edition {
        Some(id) => {
            let year = index.conference(id).and_then(|it| it.start).map(PartialDate::year);
            let head = el("h3").attr("id", evidence_id(id));
            // For the same script.
            let head =
                year.into_iter().fold(head, |it, year| it.attr("data-year", year.to_string()));
            head.children(former_anchors(id)).child(conference_name(index, id))
        }
        None => el("h3").child(words().unknown_edition()),
    };
    let items = notes.iter().map(|note| note_item(index, note, terms));
    (!notes.is_empty()).then(|| many([heading, el("ul").class("plain").children(items)]))
}

/// The themes named in the same notes, most often first.
fn neighbors(index: &EntityIndex, id: &ThemeId, notes: &[&NoteHead]) -> Vec<Element> {
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
