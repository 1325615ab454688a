//! The matching talks, as a table that sorts by its heads.

use crate::ui::signals::RwSignal;
use crate::{
    model::TalkKind,
    query::{Action, EntryId, Query, Sort},
    ui::{
        card::{awaited, byline},
        display_names::{note_signature, short_name},
        dom::{Child as _, Element, Item, Node, el, keyed, many},
        link::{conference_href, talk_href},
        marked::marked,
        state::{collection::Record, explorer::explorer, words::words},
    },
};

/// How many rows are drawn before the reader asks for more.
const N_ROWS: usize = 200;

/// The matching talks.
pub(crate) fn talks_view() -> Node {
    let words = words();
    let limit = RwSignal::new(N_ROWS);
    let matches = explorer().matches();
    let n_talks = move || matches.with(|found| found.n_talks);
    let rows = move || {
        let talks = found_talks().into_iter().take(limit.get());
        talks.map(|id| Item::new(id.to_string(), move || row(id))).collect()
    };
    let n_more = move || n_talks().saturating_sub(limit.get());
    // Always the same button, so that it keeps the focus as long as there is more.
    let more = el("button")
        .class("show-more")
        .attr("type", "button")
        .live_flag("hidden", move || n_more() == 0)
        .on_click(move || limit.update(|limit| *limit += N_ROWS))
        .live_text(move || words.show_more(n_more().min(N_ROWS)));
    let head = el("tr")
        .child(sort_head(words.talk(), Sort::Title, Sort::Title))
        .child(sort_head(words.edition(), Sort::Newest, Sort::Oldest))
        .child(el("th").attr("scope", "col").child(words.kind_head()))
        .child(el("th").attr("scope", "col").child(words.notes_head()));
    let table = el("table")
        .class("talks-table")
        .live_flag("hidden", move || n_talks() == 0)
        .child(el("thead").child(head))
        .child(el("tbody").child(keyed(rows)));
    let none = el("p")
        .class("view-note")
        .live_flag("hidden", move || n_talks() > 0)
        .child(words.no_talks());
    many([
        el("h2").class("visually-hidden").child(words.talks()).into_node(),
        none.into_node(),
        table.into_node(),
        more.into_node(),
    ])
}

fn found_talks() -> Vec<EntryId> {
    let explorer = explorer();
    let engine = explorer.engine();
    explorer.matches().with(|found| {
        let entries = found.hits.iter().map(|hit| hit.entry);
        entries.filter(|entry| engine.is_talk(*entry)).collect()
    })
}

/// A column head that sorts by `first`, or by `second` if the table is already sorted by `first`.
fn sort_head(label: &'static str, first: Sort, second: Sort) -> Element {
    let explorer = explorer();
    let order = move || explorer.query().with(Query::order);
    let direction = move || match order() {
        Sort::Newest if first == Sort::Newest => Some("descending".to_owned()),
        sort if sort == first || sort == second => Some("ascending".to_owned()),
        Sort::Newest | Sort::Oldest | Sort::Title | Sort::Relevance => None,
    };
    let choose = move || {
        let is_first = explorer.query().with_untracked(|query| query.order() == first);
        let next = if is_first { second } else { first };
        explorer.dispatch(Action::Sort(next));
    };
    let button =
        el("button").class("sort-head").attr("type", "button").on_click(choose).child(label);
    el("th").attr("scope", "col").live_attr("aria-sort", direction).child(button)
}

/// The row of a talk; empty until the talk is loaded.
fn row(entry: EntryId) -> Node {
    awaited(entry, Box::new(|record| talk_row(record).into_node()), "tr")
}

fn talk_row(record: &Record) -> Option<Element> {
    let index = explorer().index();
    let talk = record.talk()?;
    let edition = talk
        .conference
        .as_ref()
        .map(|id| el("a").attr("href", conference_href(id)).child(short_name(&index, id)));
    let kind = (talk.kind != TalkKind::Talk).then(|| words().kind(talk.kind.into()));
    let notes = record.notes();
    let mut authors: Vec<String> =
        notes.into_iter().map(|note| note_signature(&index, note)).collect();
    authors.dedup();
    let to = talk_href(&talk.id);
    let title = el("a").class("talk-title").attr("href", to).child(marked(talk.title.clone()));
    Some(
        el("tr")
            .child(el("th").attr("scope", "row").child(title).child(byline(&index, &talk.speakers)))
            .child(el("td").class("cell-edition").child(edition))
            .child(el("td").class("cell-kind").child(kind))
            .child(el("td").class("cell-notes").child(authors.join(", "))),
    )
}
