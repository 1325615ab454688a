//! The page of a talk: who, where, the recording, and everybody's notes on it side by side.

use super::{
    frame::{PageParts, page_frame, section},
    missing::MissingPage,
};
use crate::{
    model::{Talk, TalkId},
    query::{Index, Related},
    ui::{
        card::byline,
        explorer::explorer,
        facts::{date, dates, place},
        link::{conference_href, talk_href, theme_href},
        names::{short_name, theme_name},
        note::{SignedNote, TalkProvenance, TextStatus},
        strings::words,
        video::VideoFacade,
    },
};
use leptos::prelude::*;

/// Related talks offered.
const N_RELATED: usize = 6;

/// The page of a talk.
#[component]
pub(super) fn TalkPage(
    /// The talk.
    id: TalkId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(talk) = index.talk(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let conference = talk.conference.clone();
    let notes: Vec<_> =
        talk.notes.iter().map(|id| view! { <SignedNote id=id.clone() level=3 /> }).collect();
    let related = index.related_talks(&id, N_RELATED);
    let related: Vec<_> =
        related.iter().filter_map(|related| related_item(&index, related)).collect();
    let videos = talk.videos.iter().map(|video| {
        view! { <VideoFacade video=video.clone() title=talk.title.clone() /> }
    });
    page_frame(PageParts {
        kicker: (words.kind)(talk.kind.into()).to_owned(),
        title: talk.title.clone(),
        lead: view! {
            {talk.is_described.then(|| view! { <p class="view-note">{words.described_talk}</p> })}
            {byline(&index, &talk.speakers)}
        }
        .into_any(),
        facts: view! {
            {where_and_when(&index, talk)}
            {theme_list(&index, talk)}
            {links(talk)}
        }
        .into_any(),
        body: view! {
            {videos.collect::<Vec<_>>()}
            <section class="page-section">
                <h2>{(words.n_notes)(talk.notes.len())}</h2>
                <TextStatus conference=conference.clone() />
                <div class="notes-side-by-side">{notes}</div>
                <TalkProvenance id=id.clone() conference=conference.clone() />
            </section>
            {section(words.related_talks.to_owned(), related)}
        }
        .into_any(),
    })
}

fn where_and_when(index: &Index, talk: &Talk) -> impl IntoView + use<> {
    let conference =
        talk.conference.as_ref().and_then(|id| index.conference(id)).map(|conference| {
            let day = talk.day.is_none().then(|| dates(conference));
            view! {
                <li><a href=conference_href(&conference.id)>{conference.name.clone()}</a></li>
                {day}
                {place(conference)}
            }
        });
    view! { <ul class="facts">{conference}{date(talk.day)}</ul> }
}

fn theme_list(index: &Index, talk: &Talk) -> impl IntoView + use<> {
    let links: Vec<_> = talk
        .themes
        .iter()
        .map(|id| view! { <li><a href=theme_href(id)>{theme_name(index, id)}</a></li> })
        .collect();
    (!links.is_empty())
        .then(|| view! { <ul class="theme-links" aria-label=words().themes>{links}</ul> })
}

fn links(talk: &Talk) -> impl IntoView + use<> {
    let links: Vec<_> = talk
        .links
        .iter()
        .map(|link| {
            let label = (words().link_kind)(link.kind);
            view! { <li><a href=link.url.clone()>{label}</a></li> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <ul class="facts page-links">{links}</ul> })
}

fn related_item(index: &Index, related: &Related) -> Option<impl IntoView + use<>> {
    let talk = index.talk(&related.talk)?;
    let shared: Vec<String> = related.shared.iter().map(|id| theme_name(index, id)).collect();
    let edition = talk.conference.as_ref().map(|id| view! { <li>{short_name(index, id)}</li> });
    Some(view! {
        <li class="note-item">
            <a class="note-title" href=talk_href(&talk.id)>{talk.title.clone()}</a>
            <ul class="facts">{edition}<li>{(words().shares)(&shared)}</li></ul>
        </li>
    })
}
