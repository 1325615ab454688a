//! The page of a recap: its notes in order, where they were published, and how copies differ.

use super::{
    blocks::blocks,
    frame::{PageParts, page_frame_under, section},
    library::library,
    note::{in_language, original, recap_reasons, titled_note},
};
use crate::{
    model::{
        Assignment, Copy, CopyText, Extra, Method, NoteHead, Recap, Rule, Stretch, Subject, Words,
    },
    query::{Index, sorting::sort_by_key},
    ui::{
        facts::{date, facts, link, text},
        link::{conference_href, file_href, notes_path},
        names::conference_name,
        node::{Child as _, Element, Node, el, many, nothing},
        strings::{page_words, words},
    },
};
use std::cmp::Reverse;

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
    let copies = section(words().n_copies(recap.copies.len()))
        .child(el("ul").class("plain").children(recap.copies.iter().map(copy_item)))
        .child(copy_texts(recap));
    let outline = outline(index, recap);
    page_frame_under(
        in_language(el("h1"), &recap.language),
        PageParts {
            kicker: page_words().recap.to_owned(),
            title: recap.title.clone(),
            lead: nothing(),
            facts: many([Some(facts), outline]),
            body: many([Some(notes), Some(copies), how_read(index, recap)]),
        },
    )
}

/// Its notes by title, folded where they would stand between the heading and the first of them. Nothing
/// when there is hardly one to choose from.
fn outline(index: &Index, recap: &Recap) -> Option<Element> {
    let link = |note: &&NoteHead| {
        let to = "#".to_owned() + note.id.as_str();
        el("li").child(el("a").attr("href", to).child(note.title.clone()))
    };
    let notes = index.notes_of_recap(&recap.id);
    (notes.len() > 2).then(|| {
        let summary = el("summary")
            .child(page_words().outline)
            .child(" ")
            .child(el("span").class("count").child(notes.len()));
        let list = el("ol").children(notes.iter().map(link));
        el("nav")
            .class("outline")
            .attr("aria-label", page_words().outline)
            .child(el("details").child(summary).child(list))
    })
}

/// Why it is taken for a recap of its edition, and how often each rule found something in it.
fn how_read(index: &Index, recap: &Recap) -> Option<Element> {
    let library = library();
    let chunk = library.chunk(&recap.conference)?;
    let is_of_recap = |subject: &Subject| match subject {
        Subject::Recap(id) => *id == recap.id,
        Subject::Note(id) => recap.notes.contains(id),
        Subject::Talk(_) => false,
    };
    let own: Vec<&Assignment> =
        chunk.assignments.iter().filter(|it| is_of_recap(&it.subject)).collect();
    let mut counts: Vec<(Method, Rule, usize)> = Vec::new();
    for it in &own {
        match counts.iter_mut().find(|(method, rule, _)| (*method, *rule) == (it.method, it.rule)) {
            Some((_, _, count)) => *count += 1,
            None => counts.push((it.method, it.rule, 1)),
        }
    }
    sort_by_key(&mut counts, |(_, _, count)| Reverse(*count));
    let phrases = page_words();
    let rules = counts.into_iter();
    let rules = rules.map(|(method, rule, n)| el("li").child((phrases.n_times)(n, method, rule)));
    let reasons = recap_reasons(index, chunk, recap);
    (!own.is_empty()).then(|| {
        section(phrases.how_read.to_owned())
            .child(reasons)
            .child(el("ul").class("rules").children(rules))
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

/// How each copy differs. Nothing when there is one copy, which says nothing around the article.
fn copy_texts(recap: &Recap) -> Vec<Node> {
    let library = library();
    let copies = library.chunk(&recap.conference).map_or(&[][..], |chunk| &chunk.copies);
    let copies = copies.iter().filter(|copy| copy.recap == recap.id);
    copies.map(|copy| copy_text(recap, copy)).collect()
}

fn copy_text(recap: &Recap, copy: &CopyText) -> Node {
    let phrases = page_words();
    let around: Vec<&Extra> = copy.extras.iter().filter(|extra| extra.is_boilerplate).collect();
    let around = (!around.is_empty()).then(|| {
        el("details")
            .class("boilerplate")
            .child(el("summary").child((phrases.boilerplate_in)(&copy.file)))
            .child(extras(&around))
    });
    let canonical = recap.copies.first().map_or("", |first| first.file.as_str());
    let wording = (!copy.wording.is_empty()).then(|| {
        el("section")
            .class("wording prose")
            .child(el("h3").child((phrases.wording_of)(&copy.file, canonical)))
            .children(copy.wording.iter().map(stretch))
    });
    many([wording, around])
}

fn stretch(stretch: &Stretch) -> Element {
    match stretch {
        Stretch::Alike(n) => {
            let n = usize::try_from(*n).unwrap_or(usize::MAX);
            el("p").class("alike").child((page_words().n_alike)(n))
        }
        Stretch::Changed(runs) => el("p").children(runs.iter().map(run)),
    }
}

/// Some words. What was done to them is also said, for those who do not see it.
fn run(words: &Words) -> Node {
    let phrases = page_words();
    let marked = |tag: &'static str, said: &'static str, text: &String| {
        let said = el("span").class("visually-hidden").child(said).child(" ");
        el(tag).child(said).child(text.clone())
    };
    let run = match words {
        Words::Same(text) => text.clone().into_node(),
        Words::Removed(text) => marked("del", phrases.words_removed, text).into_node(),
        Words::Added(text) => marked("ins", phrases.words_added, text).into_node(),
    };
    many([run, " ".into_node()])
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
