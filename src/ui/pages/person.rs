//! The page of a person: the talks they gave, and where they are named.

use super::{
    frame::{PageParts, filter_link, list_section, page_frame},
    note::note_item,
};
use crate::{
    model::{NoteHead, Person, Talk},
    query::{Choice, Index, Terms},
    ui::{
        card::talk_card,
        facts::facts,
        link::{choices_href, organization_href},
        names::organization_name,
        node::{Child as _, Element, Node, el, many, nothing},
        strings::page_words,
    },
};

/// The page of a person.
pub(super) fn page(index: &Index, person: &Person) -> Node {
    let phrases = page_words();
    let talks = index.talks_of_person(&person.id);
    let aliases = (!person.aliases.is_empty())
        .then(|| el("li").child((phrases.also_spelled)(&person.aliases)));
    let facts = facts().child(spoken_for(index, &talks, person)).child(aliases);
    let to = choices_href([Choice::Person(person.id.clone())]);
    page_frame(PageParts {
        kicker: phrases.person.to_owned(),
        title: person.name.clone(),
        lead: nothing(),
        facts: many([facts, filter_link(to, phrases.filter_by_person)]),
        body: talks_and_notes(index, &talks, index.notes_of_person(&person.id)),
    })
}

/// Talks, and the notes that are about none of them: a note on a talk stands on that talk's page.
pub(super) fn talks_and_notes(index: &Index, talks: &[&Talk], notes: Vec<&NoteHead>) -> Node {
    let phrases = page_words();
    let is_on_one = |note: &&NoteHead| talks.iter().any(|it| note.talk.as_ref() == Some(&it.id));
    let named: Vec<&NoteHead> = notes.into_iter().filter(|note| !is_on_one(note)).collect();
    let items = named.iter().map(|note| note_item(index, note, &Terms::default())).collect();
    let cards = talks.iter().map(|talk| el("li").child(talk_card(&talk.id, 3))).collect();
    many([
        list_section((phrases.n_talks)(talks.len()), cards).into_node(),
        list_section(phrases.named_in.to_owned(), items).into_node(),
    ])
}

/// The organizations somebody spoke for.
fn spoken_for(index: &Index, talks: &[&Talk], person: &Person) -> Option<Element> {
    let speakers = talks.iter().flat_map(|talk| &talk.speakers);
    let own = speakers.filter(|speaker| speaker.person == person.id);
    let mut links: Vec<Node> = Vec::new();
    let mut known = Vec::new();
    for id in own.flat_map(|speaker| &speaker.organizations) {
        if !known.contains(&id) {
            known.push(id);
            links.push(" ".into_node());
            let name = organization_name(index, id);
            links.push(el("a").attr("href", organization_href(id)).child(name).into_node());
        }
    }
    (!links.is_empty()).then(|| el("li").child(page_words().spoke_for).child(links))
}
