//! The page of an organization: who spoke for it, and where it is named.

use super::{
    frame::{PageParts, page_frame, section},
    missing::MissingPage,
    person::text_statuses,
};
use crate::{
    model::{NoteHead, OrganizationId},
    query::{Choice, Terms},
    ui::{card::TalkCard, explorer::explorer, link::choices_href, note::note_item, strings::words},
};
use leptos::prelude::*;

/// The page of an organization.
#[component]
pub(super) fn OrganizationPage(
    /// The organization.
    id: OrganizationId,
) -> impl IntoView {
    let index = explorer().index();
    let Some(organization) = index.organization(&id) else {
        return view! { <MissingPage id=id.to_string() /> }.into_any();
    };
    let words = words();
    let talks = index.talks_of_organization(&id);
    let talk_items: Vec<_> = talks
        .iter()
        .map(|talk| view! { <li><TalkCard id=talk.id.clone() level=3 /></li> })
        .collect();
    let named: Vec<&NoteHead> = index
        .notes_of_organization(&id)
        .into_iter()
        .filter(|note| !talks.iter().any(|talk| note.talk.as_ref() == Some(&talk.id)))
        .collect();
    let to = choices_href([Choice::Organization(id.clone())]);
    let aliases = (!organization.aliases.is_empty())
        .then(|| view! { <p class="view-note">{(words.also_spelled)(&organization.aliases)}</p> });
    page_frame(PageParts {
        kicker: words.organization.to_owned(),
        title: organization.name.clone(),
        lead: ().into_any(),
        facts: view! {
            {aliases}
            <p class="page-links"><a href=to>{words.filter_by_organization}</a></p>
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
