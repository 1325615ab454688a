//! The page of an organization: who spoke for it, and where it is mentioned.

use super::{
    page_words::page_words,
    parts::frame::{PageParts, filter_link, page_frame},
    person::talks_and_notes,
};
use crate::{
    model::Organization,
    query::{EntityIndex, FacetValue},
    ui::{
        dom::{Node, el, many, nothing},
        link::choices_href,
        state::words::words,
    },
};

/// The page of an organization.
pub(super) fn page(index: &EntityIndex, organization: &Organization) -> Node {
    let phrases = page_words();
    let id = &organization.id;
    let talks = index.talks_of_organization(id);
    let aliases = (!organization.aliases.is_empty())
        .then(|| el("p").class("quiet").child((phrases.also_spelled)(&organization.aliases)));
    let to = choices_href([FacetValue::Organization(id.clone())]);
    page_frame(PageParts {
        kicker: phrases.organization.to_owned(),
        title: organization.name.clone(),
        lead: nothing(),
        facts: many([aliases, Some(filter_link(to, phrases.filter_by_organization))]),
        body: talks_and_notes(
            index,
            words().n_talks(talks.len()),
            &talks,
            index.notes_of_organization(id),
        ),
    })
}
