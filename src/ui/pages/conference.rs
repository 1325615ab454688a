//! The page of an edition: what is known of it, who wrote about it, and what was said there.

use super::{
    frame::{PageParts, page_frame, section},
    missing::MissingPage,
};
use crate::query::Choice;
use crate::{
    model::{Conference, ConferenceId},
    query::{Index, Terms},
    ui::{
        card::TalkCard,
        explorer::explorer,
        facts::{attendance_facts, dates, place},
        link::choices_href,
        note::{TextStatus, note_item},
        recaps_view::recap_item,
        strings::words,
    },
};
use leptos::prelude::*;

/// The page of an edition.
#[component]
pub(super) fn ConferencePage(
    /// The edition.
    id: ConferenceId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(conference) = index.conference(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let recaps = index.recaps_of_conference(&id);
    let talks = index.talks_of_conference(&id);
    let notes = index.notes_of_conference(&id);
    let notes: Vec<_> = notes
        .into_iter()
        .filter(|note| note.talk.is_none())
        .map(|note| note_item(&index, note, Terms::default()))
        .collect();
    let is_held = !recaps.is_empty() || !talks.is_empty();
    let series = index.catalog().series.iter().find(|series| series.id == conference.series);
    let kicker = series.map_or(words.edition, |series| series.name.as_str()).to_owned();
    let recaps: Vec<_> =
        recaps.into_iter().map(|recap| view! { <li>{recap_item(&index, recap)}</li> }).collect();
    let talk_items: Vec<_> = talks
        .iter()
        .map(|talk| view! { <li><TalkCard id=talk.id.clone() level=3 /></li> })
        .collect();
    page_frame(PageParts {
        kicker,
        title: conference.name.clone(),
        lead: ().into_any(),
        facts: view! {
            {facts(&index, conference)}
            {is_held.then(|| {
                let to = choices_href([Choice::Conference(id.clone())]);
                view! { <p class="page-links"><a href=to>{words.filter_by_edition}</a></p> }
            })}
        }
        .into_any(),
        body: view! {
            {(!is_held).then(|| view! { <p class="lead">{words.nothing_held}</p> })}
            {is_held.then(|| view! { <TextStatus conference=Some(id.clone()) /> })}
            {section((words.n_recaps)(recaps.len()), recaps)}
            {section((words.n_talks)(talk_items.len()), talk_items)}
            {section(words.other_passages.to_owned(), notes)}
        }
        .into_any(),
    })
}

fn facts(index: &Index, conference: &Conference) -> impl IntoView + use<> {
    let venue =
        (!conference.venue.is_empty()).then(|| view! { <li>{conference.venue.clone()}</li> });
    let links = conference.links.iter().map(|link| {
        view! { <li><a href=link.url.clone()>{(words().link_kind)(link.kind)}</a></li> }
    });
    view! {
        <ul class="facts">
            {dates(conference)}
            {venue}
            {place(conference)}
            {attendance_facts(index, conference)}
            {links.collect::<Vec<_>>()}
        </ul>
    }
    .into_any()
}
