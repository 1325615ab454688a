//! The page of a recap: its notes in order, where they were published, and what only one copy has.

use super::{
    blocks::blocks,
    frame::{PageParts, page_frame, section},
    library::library,
    note::{original, titled_note},
};
use crate::{
    model::{Copy, CopyText, Extra, Recap},
    query::Index,
    ui::{
        facts::{date, facts, link, text},
        link::{conference_href, file_href, notes_path},
        names::conference_name,
        node::{Child, Element, Node, el, many, nothing},
        strings::{page_words, words},
    },
};

/// The page of a recap.
pub(super) fn page(index: &Index, recap: &Recap) -> Node {
    let edition = recap.conference.as_ref();
    let edition = edition.map(|id| link(conference_href(id), conference_name(index, id)));
    let facts = facts()
        .child(text(&recap.author))
        .child(date(recap.published))
        .child(edition)
        .child(original(recap))
        .child(link(file_href(&notes_path(&recap.id)), page_words().as_markdown.to_owned()));
    let notes = el("div")
        .class("recap-notes")
        .children(recap.notes.iter().filter_map(|id| titled_note(id, 2)));
    let copies = section((words().n_copies)(recap.copies.len()))
        .child(el("ul").class("plain").children(recap.copies.iter().map(copy_item)))
        .child(copy_texts(recap));
    page_frame(PageParts {
        kicker: page_words().recap.to_owned(),
        title: recap.title.clone(),
        lead: nothing(),
        facts: facts.into_node(),
        body: many([notes, copies]),
    })
}

fn copy_item(copy: &Copy) -> Element {
    let link = (!copy.url.is_empty())
        .then(|| link(copy.url.clone(), page_words().original_address.to_owned()));
    // A copy that another one only tells of is in no file.
    let file = (!copy.file.is_empty()).then(|| el("li").class("file").child(copy.file.clone()));
    let facts =
        facts().child(text(&copy.publisher)).child(date(copy.published)).child(link).child(file);
    el("li").child(facts)
}

/// What only one copy says. Nothing when all copies say the same.
fn copy_texts(recap: &Recap) -> Vec<Node> {
    let library = library();
    let copies = library.chunk(&recap.conference).map_or(&[][..], |chunk| &chunk.copies);
    copies.iter().filter(|copy| copy.recap == recap.id).map(copy_text).collect()
}

fn copy_text(copy: &CopyText) -> Node {
    let phrases = page_words();
    let (boilerplate, own): (Vec<&Extra>, Vec<&Extra>) =
        copy.extras.iter().partition(|extra| extra.is_boilerplate);
    let own = (!own.is_empty())
        .then(|| many([el("h3").child((phrases.only_in)(&copy.file)).into_node(), extras(&own)]));
    let boilerplate = (!boilerplate.is_empty()).then(|| {
        el("details")
            .class("boilerplate")
            .child(el("summary").child((phrases.boilerplate_in)(&copy.file)))
            .child(extras(&boilerplate))
    });
    many([Child::into_node(own), boilerplate.into_node()])
}

fn extras(list: &[&Extra]) -> Node {
    let extra = |extra: &&Extra| {
        let lines = &extra.lines;
        let place = (page_words().lines)(&lines.file, lines.first, lines.last);
        many([
            el("div").class("prose").child(blocks(&extra.blocks, 3)),
            el("p").class("reason-lines").child(place),
        ])
    };
    many(list.iter().map(extra))
}
