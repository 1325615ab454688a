//! A note with its author, its text and where it comes from.

mod provenance;
mod text;

pub(crate) use provenance::{NoteProvenance, TalkProvenance};
pub(crate) use text::{NoteText, TextStatus, note_snippet};

use super::{
    explorer::explorer,
    facts::time,
    heading::heading,
    link::{note_href, recap_href, talk_href},
    marked::marked,
    names::{credit, note_signature},
    strings::words,
};
use crate::{
    model::{NoteHead, NoteId, Recap},
    query::{Index, Terms},
};
use leptos::prelude::*;

/// A note in full, under the name of its author: for pages that gather what several people wrote.
#[component]
pub(crate) fn SignedNote(
    /// The note.
    id: NoteId,
    /// Level of its heading.
    level: u8,
) -> impl IntoView {
    let index = explorer().index();
    index.note(&id).map(|note| {
        let author = note_signature(&index, note).into_any();
        view! {
            <article class="note" id=id.to_string()>
                {heading(level, author)}
                {index.recap(&note.recap).map(source)}
                {award(note)}
                <NoteText id=id.clone() conference=note.conference.clone() level />
                <NoteProvenance id=id.clone() />
            </article>
        }
    })
}

/// A note in full, under its own heading: for the page of its recap.
#[component]
pub(crate) fn TitledNote(
    /// The note.
    id: NoteId,
    /// Level of its heading.
    level: u8,
) -> impl IntoView {
    let index = explorer().index();
    index.note(&id).map(|note| {
        let talk = note.talk.as_ref().and_then(|id| index.talk(id));
        let is_named_alike = talk.is_some_and(|talk| talk.title == note.title);
        let title = match talk.filter(|_| is_named_alike) {
            Some(talk) => {
                view! { <a href=talk_href(&talk.id)>{marked(note.title.clone())}</a> }.into_any()
            }
            None => marked(note.title.clone()).into_any(),
        };
        let talk = talk.filter(|_| !is_named_alike).map(|talk| {
            view! {
                <p class="note-subject">
                    {words().on_talk}" "<a href=talk_href(&talk.id)>{talk.title.clone()}</a>
                </p>
            }
        });
        view! {
            <article class="note" id=id.to_string() tabindex="-1">
                {heading(level, title)}
                {talk}
                {award(note)}
                <NoteText id=id.clone() conference=note.conference.clone() level />
                <NoteProvenance id=id.clone() />
            </article>
        }
    })
}

/// A note in a list: its title, its author, and the words around what the page is about.
pub(crate) fn note_item(index: &Index, note: &NoteHead, terms: Terms) -> impl IntoView + use<> {
    let talk = note.talk.as_ref().and_then(|id| index.talk(id));
    let (to, title) = match talk {
        Some(talk) => (talk_href(&talk.id), talk.title.clone()),
        None => (note_href(note), note.title.clone()),
    };
    let credit = credit(index, words(), &[note]);
    view! {
        <li class="note-item">
            <a class="note-title" href=to>{marked(title)}</a>
            <p class="note-authors">{credit}</p>
            {note_snippet(note, terms)}
        </li>
    }
    .into_any()
}

fn award(note: &NoteHead) -> impl IntoView + use<> {
    let award = note.award.clone();
    (!award.is_empty()).then(|| view! { <p class="award"><q>{award}</q></p> })
}

/// The recap a note is from, and where that was published.
fn source(recap: &Recap) -> impl IntoView + use<> {
    let words = words();
    view! {
        <ul class="facts">
            <li>{words.from_recap}" "<a href=recap_href(&recap.id)>{recap.title.clone()}</a></li>
            {recap.published.map(|date| view! { <li>{time(date)}</li> })}
            {original(recap)}
        </ul>
    }
    .into_any()
}

/// A link to the article itself. Nothing when nobody knows its address.
pub(crate) fn original(recap: &Recap) -> impl IntoView + use<> {
    let copy = recap.copies.iter().find(|copy| !copy.url.is_empty());
    copy.map(|copy| {
        let host = if copy.publisher.is_empty() { host_of(&copy.url) } else { &copy.publisher };
        view! { <li><a href=copy.url.clone()>{(words().original_at)(host)}</a></li> }
    })
}

/// The host of an address, without what every host has.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: &str) {
        assert_eq!(host_of(url), expected);
    }

    #[test]
    fn a_source_without_a_publisher_is_named_by_its_host() {
        check("https://www.example.org/a/b", "example.org");
        check("http://blog.example.org", "blog.example.org");
        check("example.org/a", "example.org");
    }
}
