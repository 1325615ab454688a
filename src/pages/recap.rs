//! The page of a recap: its notes in order, where they were published, and how copies differ.

use super::{
    author::signed_by,
    library::library,
    note::{
        in_language, is_called_by_its_opening, notes_elsewhere, original, recap_reasons,
        titled_note,
    },
    page_words::page_words,
    parts::{
        blocks::blocks,
        citation::{cite_link, how_to_cite},
        frame::{self, PageParts, page_frame_under, section},
    },
    talk::card::talk_card,
};
use crate::{
    model::{
        Assignment, Copy, CopyText, DiffSpan, Extra, Method, NoteHead, Recap, Rule, Stretch,
        Subject, Talk, TalkId, Target,
    },
    query::{EntityIndex, sorting::sort_by_key},
    ui::{
        display_names::conference_name,
        dom::{Child as _, Element, Node, el, many, nothing},
        facts::{date, facts, link, text},
        link::conference_href,
        state::words::words,
    },
};
use std::cmp::Reverse;

/// The page of a recap.
pub(super) fn page(index: &EntityIndex, recap: &Recap) -> Node {
    let editions = index.conferences_of_recap(recap).into_iter();
    let editions = editions.map(|id| link(conference_href(id), conference_name(index, id)));
    let facts = facts()
        .child(signed_by(recap))
        .child(date(recap.published))
        .children(editions)
        .child(original(recap))
        .child(license(recap));
    let notes = el("div")
        .class("recap-notes")
        .children(recap.notes.iter().filter_map(|id| titled_note(id, 2)))
        .children(notes_elsewhere(index, &recap.id));
    let copy_texts = copy_texts(recap);
    // With a single copy, the facts of the page already say this.
    let copies = (recap.copies.len() > 1 || !copy_texts.is_empty()).then(|| {
        section(words().n_copies(recap.copies.len()))
            .child(el("ul").class("plain").children(recap.copies.iter().map(copy_item)))
            .child(copy_texts)
    });
    let outline = outline(index, recap);
    page_frame_under(
        in_language(el("h1"), &recap.language),
        PageParts {
            kicker: page_words().recap.to_owned(),
            title: recap.title.clone(),
            lead: nothing(),
            facts: many([Some(facts), cite_link(), outline]),
            body: many([
                Some(notes),
                talks_without_note(index, recap),
                copies,
                how_to_cite(),
                how_read(index, recap),
            ]),
        },
    )
}

/// Its license, if it differs from the site's.
fn license(recap: &Recap) -> Option<Element> {
    (!recap.license.is_empty()).then(|| words().license(&recap.license)).and_then(|it| text(&it))
}

/// Its notes by title. The list is folded if it would push down the first note. Nothing if there are too few notes to
/// choose from.
fn outline(index: &EntityIndex, recap: &Recap) -> Option<Element> {
    let link = |note: &&NoteHead| {
        let to = "#".to_owned() + note.id.as_str();
        el("li").child(el("a").attr("href", to).child(note.title.clone()))
    };
    let mut notes = index.notes_of_recap(&recap.id);
    // A note without a heading has no name for the list.
    notes.retain(|note| !is_called_by_its_opening(note));
    (notes.len() > 2).then(|| {
        let summary = el("summary")
            .child(page_words().outline)
            .child(" ")
            .child(el("span").class("count").child(notes.len()));
        let list = el("ol").children(notes.iter().map(link));
        frame::outline(el("details").child(summary).child(list))
    })
}

/// Its files: the copies, and those that continue the first, where the reasons for its conferences stand as well.
fn files(recap: &Recap) -> Vec<String> {
    let mut files: Vec<String> = recap.copies.iter().map(|copy| copy.file.clone()).collect();
    let library = library();
    let chunk = library.chunk(&recap.conference);
    for it in chunk.into_iter().flat_map(|chunk| &chunk.assignments) {
        let is_of_recap = matches!(&it.subject, Subject::Recap(id) if *id == recap.id);
        let is_stated = matches!(it.target, Target::Conference(_));
        if is_of_recap && is_stated && !files.contains(&it.lines.file) {
            files.push(it.lines.file.clone());
        }
    }
    files.retain(|file| !file.is_empty());
    files
}

/// The talks that it names but has no notes on, in reading order. Nothing if each has a note.
fn talks_without_note(index: &EntityIndex, recap: &Recap) -> Option<Element> {
    let library = library();
    let files = files(recap);
    let is_own_file = |file: &String| files.contains(file);
    let editions = index.conferences_of_recap(recap).into_iter().map(|id| Some(id.clone()));
    let chunks = editions.chain([recap.conference.clone()]);
    let mut found: Vec<(u32, &TalkId)> = Vec::new();
    for assignment in chunks.filter_map(|id| library.chunk(&id)).flat_map(|it| &it.assignments) {
        let Subject::Talk(id) = &assignment.subject else { continue };
        let is_new = found.iter().all(|(_, known)| *known != id);
        let has_note = |talk: &Talk| talk.notes.iter().any(|note| recap.notes.contains(note));
        let is_bare = index.talk(id).is_some_and(|talk| !has_note(talk));
        if is_own_file(&assignment.lines.file) && is_new && is_bare {
            found.push((assignment.lines.first, id));
        }
    }
    found.sort_by_key(|(line, _)| *line);
    let cards = found.iter().map(|(_, id)| talk_card(id, 3));
    (!found.is_empty()).then(|| section(page_words().talks_without_note.to_owned()).children(cards))
}

/// Its files, why it is a recap of its edition, and how often each rule found something in it: folded away.
fn how_read(index: &EntityIndex, recap: &Recap) -> Option<Element> {
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
    let files = files(recap).into_iter().map(|file| el("p").class("file").child(file));
    (!own.is_empty()).then(|| {
        el("details")
            .class("provenance how-read")
            .child(el("summary").child(phrases.how_read))
            .children(files)
            .child(reasons)
            .child(el("ul").class("rules").children(rules))
    })
}

fn copy_item(copy: &Copy) -> Element {
    let link = (!copy.url.is_empty())
        .then(|| link(copy.url.clone(), page_words().original_address.to_owned()));
    el("li").child(facts().child(text(&copy.publisher)).child(date(copy.published)).child(link))
}

/// How each copy differs. Nothing for a single copy without extra text.
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

/// A changed text. The change is also stated in words, for readers who do not see the formatting.
fn run(words: &DiffSpan) -> Node {
    let phrases = page_words();
    let marked = |tag: &'static str, said: &'static str, text: &String| {
        let said = el("span").class("visually-hidden").child(said).child(" ");
        el(tag).child(said).child(text.clone())
    };
    let run = match words {
        DiffSpan::Same(text) => text.clone().into_node(),
        DiffSpan::Removed(text) => marked("del", phrases.words_removed, text).into_node(),
        DiffSpan::Added(text) => marked("ins", phrases.words_added, text).into_node(),
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
