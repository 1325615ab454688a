//! The page of a recap: its notes in order, where they were published, and what only one copy has.

use super::{
    frame::{PageParts, page_frame},
    missing::MissingPage,
};
use crate::{
    model::{Chunk, ConferenceId, Copy, CopyText, Extra, Recap, RecapId},
    query::Index,
    ui::{
        blocks::blocks,
        explorer::explorer,
        facts::date,
        link::conference_href,
        names::conference_name,
        note::{TextStatus, TitledNote, original},
        strings::words,
    },
};
use leptos::prelude::*;

/// The page of a recap.
#[component]
pub(super) fn RecapPage(
    /// The recap.
    id: RecapId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(recap) = index.recap(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let notes: Vec<_> =
        recap.notes.iter().map(|id| view! { <TitledNote id=id.clone() level=2 /> }).collect();
    let copies: Vec<_> = recap.copies.iter().map(copy_item).collect();
    let copies_title = (words.n_copies)(copies.len());
    page_frame(PageParts {
        kicker: words.recap.to_owned(),
        title: recap.title.clone(),
        lead: ().into_any(),
        facts: view! {
            {facts(&index, recap)}
        }
        .into_any(),
        body: view! {
            <TextStatus conference=recap.conference.clone() />
            <div class="recap-notes">{notes}</div>
            <section class="page-section">
                <h2>{copies_title}</h2>
                <ul class="plain copies">{copies}</ul>
                {copy_texts(id.clone(), recap.conference.clone())}
            </section>
        }
        .into_any(),
    })
}

fn facts(index: &Index, recap: &Recap) -> impl IntoView + use<> {
    let author = (!recap.author.is_empty()).then(|| view! { <li>{recap.author.clone()}</li> });
    let edition = recap.conference.as_ref().map(|id| {
        view! { <li><a href=conference_href(id)>{conference_name(index, id)}</a></li> }
    });
    view! {
        <ul class="facts">
            {author}
            {date(recap.published)}
            {edition}
            {original(recap)}
        </ul>
    }
    .into_any()
}

fn copy_item(copy: &Copy) -> impl IntoView + use<> {
    let link = (!copy.url.is_empty()).then(|| {
        view! { <li><a href=copy.url.clone()>{words().original_address}</a></li> }
    });
    let publisher =
        (!copy.publisher.is_empty()).then(|| view! { <li>{copy.publisher.clone()}</li> });
    view! {
        <li>
            <ul class="facts">
                {publisher}
                {date(copy.published)}
                {link}
                <li class="file">{copy.file.clone()}</li>
            </ul>
        </li>
    }
    .into_any()
}

/// What only one copy says. Nothing until the text is here, and when all copies say the same.
fn copy_texts(id: RecapId, conference: Option<ConferenceId>) -> impl IntoView {
    let texts = explorer().texts();
    move || {
        let chunk = texts.ready(&conference)?;
        Some(extras_of(&chunk, &id))
    }
}

fn extras_of(chunk: &Chunk, id: &RecapId) -> impl IntoView + use<> {
    let texts = chunk.copies.iter().filter(|copy| copy.recap == *id);
    texts.map(copy_text).collect::<Vec<_>>()
}

fn copy_text(copy: &CopyText) -> impl IntoView + use<> {
    let words = words();
    let (boilerplate, own): (Vec<&Extra>, Vec<&Extra>) =
        copy.extras.iter().partition(|extra| extra.is_boilerplate);
    let own = (!own.is_empty()).then(|| {
        view! {
            <h3>{(words.only_in)(&copy.file)}</h3>
            {extras(&own)}
        }
    });
    let boilerplate = (!boilerplate.is_empty()).then(|| {
        view! {
            <details class="boilerplate">
                <summary>{(words.boilerplate_in)(&copy.file)}</summary>
                {extras(&boilerplate)}
            </details>
        }
    });
    view! { {own}{boilerplate} }
}

fn extras(list: &[&Extra]) -> impl IntoView + use<> {
    let texts: Vec<_> = list
        .iter()
        .map(|extra| {
            let lines = &extra.lines;
            let place = (words().lines)(&lines.file, lines.first, lines.last);
            view! {
                <div class="prose">{blocks(&extra.blocks, 3)}</div>
                <p class="reason-lines">{place}</p>
            }
        })
        .collect();
    texts
}
