//! A talk in a list: enough to decide whether to open it.

use super::{
    explorer::explorer,
    heading::heading,
    icons::icon_video,
    link::{person_href, talk_href, theme_href},
    marked::{marked, with_marks},
    names::{credit, note_signature, organization_name, person_name, theme_name},
    strings::words,
};
use crate::{
    model::{NoteHead, Speaker, Talk, TalkId, TalkKind, plain_text},
    query::{Index, snippet},
};
use leptos::prelude::*;

/// Themes shown on a card.
const N_THEMES: usize = 6;
/// Length of the passage shown below a title when a search finds it.
const SNIPPET_CHARS: usize = 180;

/// A talk in a list. Nothing when there is no such talk.
#[component]
pub(crate) fn TalkCard(
    /// The talk.
    id: TalkId,
    /// Level of its heading.
    level: u8,
) -> impl IntoView {
    let index = explorer().index();
    index.talk(&id).map(|talk| {
        let title = view! { <a href=talk_href(&id)>{marked(talk.title.clone())}</a> };
        let notes = index.notes_of_talk(&id);
        let has_video = !talk.videos.is_empty() || notes.iter().any(|note| note.has_video);
        let snippet = found_passage(talk);
        view! {
            <article class="talk" class:is-described=talk.is_described>
                <div class="talk-margin">
                    {kind_mark(talk.kind)}
                    {has_video.then(video_mark)}
                </div>
                <div class="talk-body">
                    {heading(level, title.into_any())}
                    {byline(&index, &talk.speakers)}
                    {awards(&index, &notes)}
                    {snippet}
                    <div class="talk-foot">
                        {note_authors(&index, &notes)}
                        {theme_links(&index, talk)}
                    </div>
                </div>
            </article>
        }
    })
}

/// The kind of a talk in the margin; a plain talk needs no word.
fn kind_mark(kind: TalkKind) -> impl IntoView {
    (kind != TalkKind::Talk)
        .then(|| view! { <span class="kind">{(words().kind)(kind.into())}</span> })
}

fn video_mark() -> impl IntoView {
    view! { <span class="video-mark">{icon_video()}{words().video}</span> }
}

/// Who spoke, and for whom. Nothing when no source says so.
pub(crate) fn byline(index: &Index, speakers: &[Speaker]) -> impl IntoView + use<> {
    let items: Vec<_> = speakers
        .iter()
        .map(|speaker| {
            let name = marked(person_name(index, &speaker.person));
            let names = speaker.organizations.iter().map(|id| organization_name(index, id));
            let organizations = names.collect::<Vec<_>>().join(", ");
            let organizations = (!organizations.is_empty())
                .then(|| view! { ", "<span class="affiliation">{marked(organizations)}</span> });
            view! { <li><a href=person_href(&speaker.person)>{name}</a>{organizations}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="byline">{items}</ul> })
}

/// What note authors thought of it, in their words and under their names.
pub(crate) fn awards(index: &Index, notes: &[&NoteHead]) -> impl IntoView + use<> {
    let given = notes.iter().filter(|note| !note.award.is_empty());
    given
        .map(|note| {
            let author = note_signature(index, note);
            view! {
                <p class="award"><q>{note.award.clone()}</q>" "<span class="award-by">{author}</span></p>
            }
        })
        .collect_view()
}

fn note_authors(index: &Index, notes: &[&NoteHead]) -> impl IntoView + use<> {
    (!notes.is_empty())
        .then(|| view! { <p class="note-authors">{credit(index, words(), notes)}</p> })
}

fn theme_links(index: &Index, talk: &Talk) -> impl IntoView + use<> {
    let links = talk.themes.iter().take(N_THEMES).map(|id| {
        view! { <li><a href=theme_href(id)>{theme_name(index, id)}</a></li> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty())
        .then(|| view! { <ul class="theme-links" aria-label=words().themes>{links}</ul> })
}

/// The passage of a note that the search found. Nothing without a search, while the text is not
/// here, and when the text does not hold the words.
fn found_passage(talk: &Talk) -> impl IntoView + use<> {
    let explorer = explorer();
    let (id, conference) = (talk.id.clone(), talk.conference.clone());
    move || {
        let terms = explorer.terms().get();
        let chunk = (!terms.is_empty()).then(|| explorer.texts().ready(&conference)).flatten()?;
        let index = explorer.index();
        let ids = &index.talk(&id)?.notes;
        let notes = chunk.notes.iter().filter(|note| ids.contains(&note.id));
        let found = notes
            .map(|note| snippet(&plain_text(&note.blocks), &terms, SNIPPET_CHARS))
            .find(|snippet| !snippet.highlights.is_empty())?;
        let before = found.is_cut_before.then_some("… ");
        let after = found.is_cut_after.then_some(" …");
        Some(view! {
            <p class="snippet">{before}{with_marks(&found.text, &found.highlights)}{after}</p>
        })
    }
}
