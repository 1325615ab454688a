//! The page of a theme: how it fared over the editions, what was written of it, and its neighbors.

use super::{
    frame::{PageParts, page_frame, section},
    missing::MissingPage,
};
use crate::{
    model::{NoteHead, Theme, ThemeId},
    query::{Action, Choice, Index, Query, search, sorting::sort_by_key},
    timeline::{Matrix, ThemeOrder},
    ui::{
        explorer::explorer,
        link::{choices_href, conference_href, theme_href},
        names::{conference_name, short_name, theme_name},
        note::{TextStatus, note_item},
        strings::words,
    },
};
use leptos::prelude::*;
use std::cmp::Reverse;

/// Neighbors offered.
const N_NEIGHBORS: usize = 8;

/// The page of a theme.
#[component]
pub(super) fn ThemePage(
    /// The theme.
    id: ThemeId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(theme) = index.theme(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let notes = index.notes_of_theme(&id);
    let to = choices_href([Choice::Theme(id.clone())]);
    let neighbors = neighbors(&index, &id, &notes);
    page_frame(PageParts {
        kicker: words.theme.to_owned(),
        title: theme.name.clone(),
        lead: view! {
            {(!theme.description.is_empty()).then(|| view! { <p class="lead">{theme.description.clone()}</p> })}
        }
        .into_any(),
        facts: view! {
            {family(&index, theme)}
            <p class="page-links"><a href=to>{words.filter_by_theme}</a></p>
        }
        .into_any(),
        body: view! {
            {over_editions(&index, &id)}
            {passages(&index, theme, &notes)}
            {section(words.neighbors.to_owned(), neighbors)}
        }
        .into_any(),
    })
}

/// Other names, and the themes above and below.
fn family(index: &Index, theme: &Theme) -> impl IntoView + use<> {
    let words = words();
    let link = |id: &ThemeId| view! { <a href=theme_href(id)>{theme_name(index, id)}</a>" " };
    let aliases = (!theme.aliases.is_empty())
        .then(|| view! { <li>{(words.also_called)(&theme.aliases)}</li> });
    let broader = theme.broader.as_ref().map(|id| view! { <li>{words.broader}" "{link(id)}</li> });
    let narrower: Vec<_> =
        index.narrower_themes(&theme.id).into_iter().map(|theme| link(&theme.id)).collect();
    let narrower = (!narrower.is_empty())
        .then(|| view! { <li class="narrower">{words.narrower}" "{narrower}</li> });
    view! { <ul class="facts">{broader}{narrower}{aliases}</ul> }
}

/// Articles and passages by edition, of the whole collection whatever is filtered.
fn over_editions(index: &Index, id: &ThemeId) -> impl IntoView + use<> {
    let words = words();
    let all = explorer().with_words(|text| search(index, text, &Query::default()));
    let matrix = Matrix::new(index, &all, ThemeOrder::Name);
    let row = matrix.rows.iter().find(|row| row.theme == *id)?;
    let most = row.cells.iter().map(|cell| cell.n_recaps).max().unwrap_or(1).max(1);
    let rows: Vec<_> = matrix
        .editions
        .iter()
        .zip(&row.cells)
        .map(|(edition, cell)| {
            let width = cell.n_recaps * 100 / most;
            view! {
                <tr class:is-spent=cell.n_recaps == 0>
                    <th scope="row">
                        <a href=conference_href(&edition.conference)>{short_name(index, &edition.conference)}</a>
                    </th>
                    <td class="bar-cell">
                        <svg class="bar" width="100%" height="10" aria-hidden="true">
                            <rect width=format!("{width}%") height="10" />
                        </svg>
                    </td>
                    <td class="number">{(words.share_of_articles)(cell.n_recaps, edition.n_recaps)}</td>
                    <td class="number">{(words.n_passages)(cell.notes.len())}</td>
                </tr>
            }
        })
        .collect();
    Some(view! {
        <section class="page-section">
            <h2>{words.over_editions}</h2>
            <table class="theme-editions">
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">{words.edition}</th>
                        <td></td>
                        <th scope="col">{words.articles_head}</th>
                        <th scope="col">{words.passages_head}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    })
}

/// The passages by edition, latest first.
fn passages(index: &Index, theme: &Theme, notes: &[&NoteHead]) -> impl IntoView + use<> {
    let words = words();
    let asked = Query::default().apply(Action::Search(format!("\"{}\"", theme.name)));
    let terms = explorer().with_words(|text| search(index, text, &asked).terms);
    let mut editions: Vec<Option<_>> = Vec::new();
    for note in notes {
        if !editions.contains(&note.conference) {
            editions.push(note.conference.clone());
        }
    }
    let place = |id: &Option<_>| {
        let wanted = id.as_ref();
        index
            .catalog()
            .conferences
            .iter()
            .position(|it| Some(&it.id) == wanted)
            .unwrap_or(usize::MAX)
    };
    sort_by_key(&mut editions, place);
    let groups: Vec<_> = editions
        .into_iter()
        .map(|edition| {
            let title = edition
                .as_ref()
                .map_or_else(|| words.unknown_edition.to_owned(), |id| conference_name(index, id));
            let items: Vec<_> = notes
                .iter()
                .filter(|note| note.conference == edition)
                .map(|note| note_item(index, note, terms.clone()))
                .collect();
            view! {
                <h3>{title}</h3>
                <TextStatus conference=edition />
                <ul class="plain">{items}</ul>
            }
        })
        .collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="page-section">
                <h2>{words.passages}</h2>
                {groups}
            </section>
        }
    })
}

/// The themes named in the same passages, most often first.
fn neighbors(index: &Index, id: &ThemeId, notes: &[&NoteHead]) -> Vec<impl IntoView + use<>> {
    let mut shared: Vec<(&ThemeId, usize)> = Vec::new();
    for other in notes.iter().flat_map(|note| &note.themes).filter(|other| other.theme != *id) {
        match shared.iter_mut().find(|(theme, _)| **theme == other.theme) {
            Some((_, count)) => *count += 1,
            None => shared.push((&other.theme, 1)),
        }
    }
    sort_by_key(&mut shared, |(theme, count)| (Reverse(*count), *theme));
    shared
        .into_iter()
        .take(N_NEIGHBORS)
        .map(|(theme, count)| {
            view! {
                <li>
                    <a href=theme_href(theme)>{theme_name(index, theme)}</a>
                    " "<span class="quiet">{(words().n_shared)(count)}</span>
                </li>
            }
        })
        .collect()
}
