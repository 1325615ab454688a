//! A talk in a list: enough to decide whether to open it.

use super::{
    display_names::{credit, note_signature, organization_name, person_name, theme_name},
    dom::{Child as _, Element, Node, el, live},
    facts::link,
    heading::heading,
    icons::icon_video,
    link::{person_href, talk_href, theme_href},
    marked::{marked, snippet_view},
    state::{collection::Record, explorer::explorer, words::words},
};
use crate::{
    model::{NoteHead, Speaker, Talk, TalkKind, ThemeId},
    query::{EntityIndex, EntryId, Snippet, snippet},
};
use reactive_graph::graph::untrack;

/// How many themes a card shows.
const N_THEMES: usize = 6;
/// Length of the excerpt shown below a title when a search finds it.
const SNIPPET_CHARS: usize = 180;

/// A talk in a list, under a heading of level `level`. An empty element until the talk is loaded.
pub(crate) fn entry_card(entry: EntryId, level: u8) -> Node {
    let card = move |record: &Record| {
        let talk = record.talk()?;
        Some(card(&explorer().index(), talk, &record.notes(), level))
    };
    awaited(entry, Box::new(move |record| card(record).into_node()), "article")
}

/// Draws an entry with `draw` once it is loaded; until then an empty element.
pub(crate) fn awaited(
    entry: EntryId,
    draw: Box<dyn Fn(&Record) -> Node + Send>,
    element: &'static str,
) -> Node {
    let explorer = explorer();
    match untrack(|| explorer.record(entry)) {
        Some(record) => draw(&record),
        None => live(move || match explorer.record(entry) {
            Some(record) => draw(&record),
            None => el(element).class("is-awaited").into_node(),
        }),
    }
}

/// A talk in a list, under a heading of level `level`. `index` has the names of things.
pub(crate) fn card(index: &EntityIndex, talk: &Talk, notes: &[&NoteHead], level: u8) -> Element {
    let title = el("a").attr("href", talk_href(&talk.id)).child(marked(talk.title.clone()));
    let body = el("div")
        .class("talk-body")
        .child(heading(level, title))
        .child(byline(index, &talk.speakers))
        .children(awards(index, notes))
        .child(excerpt(talk))
        .child(foot(index, talk, notes));
    framed(talk, notes, body)
}

/// The card around the body: the kind of the talk, and whether there is a video.
pub(crate) fn framed(talk: &Talk, notes: &[&NoteHead], body: Element) -> Element {
    let has_video = !talk.videos.is_empty() || notes.iter().any(|note| note.has_video);
    // A plain talk needs no word for its kind.
    let kind = (talk.kind != TalkKind::Talk)
        .then(|| el("span").class("kind").child(words().kind(talk.kind.into())));
    let video = has_video
        .then(|| el("span").class("video-mark").child(icon_video()).child(words().video()));
    el("article")
        .class(if talk.is_described { "talk is-described" } else { "talk" })
        .child(el("div").class("talk-margin").child(kind).child(video))
        .child(body)
}

/// Who wrote the notes, and the themes of the talk.
pub(crate) fn foot(index: &EntityIndex, talk: &Talk, notes: &[&NoteHead]) -> Element {
    let themes = talk.themes.get(..N_THEMES).unwrap_or(&talk.themes);
    el("div")
        .class("talk-foot")
        .child(
            (!notes.is_empty())
                .then(|| el("p").class("note-authors").child(credit(index, words(), notes))),
        )
        .child(theme_links(index, themes))
}

/// What the authors of the notes thought of the talk.
pub(crate) fn awards(index: &EntityIndex, notes: &[&NoteHead]) -> impl Iterator<Item = Element> {
    notes.iter().filter_map(|note| award(index, note))
}

/// The speakers and their organizations. Nothing if no source names them.
pub(crate) fn byline(index: &EntityIndex, speakers: &[Speaker]) -> Option<Element> {
    let item = |speaker: &Speaker| {
        let name = marked(person_name(index, &speaker.person));
        let names = speaker.organizations.iter().map(|id| organization_name(index, id));
        let names = names.collect::<Vec<_>>().join(", ");
        let affiliation = (!names.is_empty())
            .then(|| el("span").class("affiliation").child(", ").child(marked(names)));
        el("li")
            .child(el("a").attr("href", person_href(&speaker.person)).child(name))
            .child(affiliation)
    };
    (!speakers.is_empty()).then(|| el("ul").class("byline").children(speakers.iter().map(item)))
}

/// Links to themes. Nothing if there are none.
pub(crate) fn theme_links(index: &EntityIndex, themes: &[ThemeId]) -> Option<Element> {
    let links = themes.iter().map(|id| link(theme_href(id), theme_name(index, id)));
    (!themes.is_empty())
        .then(|| el("ul").class("theme-links").attr("aria-label", words().themes()).children(links))
}

/// What the author of a note thought of the talk, in their words and under their name.
fn award(index: &EntityIndex, note: &NoteHead) -> Option<Element> {
    (!note.award.is_empty()).then(|| {
        el("p")
            .class("award")
            .child(el("q").child(note.award.clone()))
            .child(" ")
            .child(el("span").class("award-by").child(note_signature(index, note)))
    })
}

/// The part of a note that the search found. Without a search, until the text is loaded, or if the text does not
/// contain the words: the first sentence of the best note. Nothing if there is no note.
fn excerpt(talk: &Talk) -> Node {
    let explorer = explorer();
    let (ids, conference, lead) = (talk.notes.clone(), talk.conference.clone(), talk.lead.clone());
    live(move || {
        let terms = explorer.terms().get();
        let texts = (!terms.is_empty()).then(|| explorer.texts().ready(&conference)).flatten();
        let found = texts.and_then(|texts| {
            let notes = texts.notes.iter().filter(|note| ids.contains(&note.id));
            let mut snippets = notes.map(|note| snippet(&note.text, &terms, SNIPPET_CHARS));
            snippets.find(|snippet| !snippet.highlights.is_empty())
        });
        let shown = found.unwrap_or_else(|| Snippet { text: lead.clone(), ..Snippet::default() });
        (!shown.text.is_empty()).then(|| snippet_view(&shown))
    })
}
