//! The page of a person: the talks they gave, and where they are named.

use super::{
    frame::{PageParts, page_frame, section},
    missing::MissingPage,
};
use crate::{
    model::{NoteHead, PersonId, Talk},
    query::{Choice, Index, Terms, sorting::sorted_once},
    ui::{
        card::TalkCard,
        explorer::explorer,
        link::{choices_href, organization_href},
        names::organization_name,
        note::{TextStatus, note_item},
        strings::words,
    },
};
use leptos::prelude::*;

/// The page of a person.
#[component]
pub(super) fn PersonPage(
    /// The person.
    id: PersonId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(person) = index.person(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let talks = index.talks_of_person(&id);
    let spoken_for = organizations(&index, &talks, &id);
    let talk_items: Vec<_> = talks
        .iter()
        .map(|talk| view! { <li><TalkCard id=talk.id.clone() level=3 /></li> })
        .collect();
    // A note on somebody's own talk stands on the page of that talk.
    let named: Vec<&NoteHead> = index
        .notes_of_person(&id)
        .into_iter()
        .filter(|note| !talks.iter().any(|talk| note.talk.as_ref() == Some(&talk.id)))
        .collect();
    let to = choices_href([Choice::Person(id.clone())]);
    page_frame(PageParts {
        kicker: words.person.to_owned(),
        title: person.name.clone(),
        lead: ().into_any(),
        facts: view! {
            <ul class="facts">
                {spoken_for}
                {(!person.aliases.is_empty()).then(|| view! { <li>{(words.also_spelled)(&person.aliases)}</li> })}
            </ul>
            <p class="page-links"><a href=to>{words.filter_by_person}</a></p>
        }
        .into_any(),
        body: view! {
            {section((words.n_talks)(talk_items.len()), talk_items)}
            {text_statuses(&named)}
            {section(words.named_in.to_owned(), named.iter().map(|note| note_item(&index, note, Terms::default())).collect())}
        }
        .into_any(),
    })
}

/// The organizations somebody spoke for at `talks`.
fn organizations(index: &Index, talks: &[&Talk], id: &PersonId) -> impl IntoView + use<> {
    let speakers = talks.iter().flat_map(|talk| &talk.speakers);
    let own = speakers.filter(|speaker| speaker.person == *id);
    let links: Vec<_> = sorted_once(own.flat_map(|speaker| &speaker.organizations))
        .into_iter()
        .map(|id| view! { <a href=organization_href(id)>{organization_name(index, id)}</a>" " })
        .collect();
    (!links.is_empty()).then(|| view! { <li>{words().spoke_for}" "{links}</li> })
}

/// Asks for the texts of every edition that `notes` are about.
pub(super) fn text_statuses(notes: &[&NoteHead]) -> impl IntoView + use<> {
    let editions = sorted_once(notes.iter().map(|note| note.conference.clone()));
    editions.into_iter().map(|conference| view! { <TextStatus conference /> }).collect::<Vec<_>>()
}
