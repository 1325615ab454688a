//! The talks that match, as a table that sorts by its heads.

use super::{
    card::byline,
    explorer::explorer,
    link::{conference_href, talk_href},
    marked::marked,
    names::{note_signature, short_name},
    strings::words,
};
use crate::{
    model::{TalkId, TalkKind},
    query::{About, Action, Index, Query, Sort},
};
use leptos::prelude::*;

/// Rows drawn before the reader asks for more.
const N_ROWS: usize = 200;

/// The talks that match.
#[component]
pub(crate) fn TalksView() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let limit = RwSignal::new(N_ROWS);
    let talks = Memo::new(move |_| {
        let index = explorer.index();
        explorer.matches().with(|found| {
            let about = found.hits.iter().filter_map(|hit| index.entry(hit.entry));
            about
                .filter_map(|entry| match &entry.about {
                    About::Talk(id) => Some(id.clone()),
                    About::Note(_) => None,
                })
                .collect::<Vec<TalkId>>()
        })
    });
    let rows =
        move || talks.with(|talks| talks.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let n_more = move || talks.with(Vec::len).saturating_sub(limit.get());
    let more = move || {
        let n_more = n_more();
        (n_more > 0).then(|| {
            view! {
                <button type="button" class="show-more" on:click=move |_| limit.update(|limit| *limit += N_ROWS)>
                    {(words.show_more)(n_more.min(N_ROWS))}
                </button>
            }
        })
    };
    view! {
        <h2 class="visually-hidden">{words.talks}</h2>
        <p class="view-note" hidden=move || !talks.with(Vec::is_empty)>{words.no_talks}</p>
        <table class="talks-table" hidden=move || talks.with(Vec::is_empty)>
            <thead>
                <tr>
                    {head(words.talk, Sort::Title, Sort::Title)}
                    {head(words.edition, Sort::Newest, Sort::Oldest)}
                    <th scope="col">{words.kind_head}</th>
                    <th scope="col">{words.notes_head}</th>
                </tr>
            </thead>
            <tbody>
                <For each=rows key=Clone::clone children=|id| row(&explorer_index(), &id) />
            </tbody>
        </table>
        {more}
    }
    .into_any()
}

fn explorer_index() -> std::sync::Arc<Index> {
    explorer().index()
}

/// A head that sorts by `first`, and by `second` when it already does.
fn head(label: &'static str, first: Sort, second: Sort) -> impl IntoView {
    let explorer = explorer();
    let query = explorer.query();
    let order = Memo::new(move |_| query.with(Query::order));
    let direction = move || match order.get() {
        sort if sort == Sort::Newest && first == Sort::Newest => Some("descending"),
        sort if sort == first || sort == second => Some("ascending"),
        Sort::Newest | Sort::Oldest | Sort::Title | Sort::Relevance => None,
    };
    let choose = move |_| {
        let next = if order.get_untracked() == first { second } else { first };
        explorer.dispatch(Action::Sort(next));
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" class="sort-head" on:click=choose>{label}</button>
        </th>
    }
}

fn row(index: &Index, id: &TalkId) -> impl IntoView + use<> {
    index.talk(id).map(|talk| {
        let edition = talk.conference.as_ref().map(|id| {
            view! { <a href=conference_href(id)>{short_name(index, id)}</a> }
        });
        let kind = (talk.kind != TalkKind::Talk).then(|| (words().kind)(talk.kind.into()));
        let mut authors: Vec<String> =
            index.notes_of_talk(id).into_iter().map(|note| note_signature(index, note)).collect();
        authors.dedup();
        view! {
            <tr>
                <th scope="row">
                    <a class="talk-title" href=talk_href(id)>{marked(talk.title.clone())}</a>
                    {byline(index, &talk.speakers)}
                </th>
                <td class="cell-edition">{edition}</td>
                <td class="cell-kind">{kind}</td>
                <td class="cell-notes">{authors.join(", ")}</td>
            </tr>
        }
    })
}
