//! The speakers of a talk with their organizations, each a link to its page.

use crate::{
    model::Speaker,
    pages::link::organization_href,
    query::EntityIndex,
    ui::{
        display_names::{organization_name, person_name},
        dom::{Child as _, Element, Node, el},
        link::person_href,
    },
};

/// The speakers and their organizations. Nothing if no source names them.
pub(in crate::pages) fn byline(index: &EntityIndex, speakers: &[Speaker]) -> Option<Element> {
    let item = |speaker: &Speaker| {
        let name = el("a")
            .attr("href", person_href(&speaker.person))
            .child(person_name(index, &speaker.person));
        let organizations = speaker.organizations.iter().flat_map(|id| {
            let link = el("a").attr("href", organization_href(id));
            [", ".into_node(), link.child(organization_name(index, id)).into_node()]
        });
        let organizations: Vec<Node> = organizations.collect();
        let affiliation = (!organizations.is_empty())
            .then(|| el("span").class("affiliation").children(organizations));
        el("li").child(name).child(affiliation)
    };
    (!speakers.is_empty()).then(|| el("ul").class("byline").children(speakers.iter().map(item)))
}
