//! Several authors on one talk: the themes that they share, and what only one of them names.

use crate::{
    model::{NoteHead, PersonId, Talk, ThemeId},
    pages::{page_words::page_words, parts::frame::classed_section},
    query::{EntityIndex, sorting::sorted_once},
    ui::{
        display_names::{note_signature, person_name, theme_name},
        dom::{Child as _, Element, Node, el, many},
        link::{person_href, theme_href},
    },
};

/// Shared themes shown before the rest is folded away.
const N_SHARED: usize = 8;

/// An author with all their notes on a talk.
struct Voice<'a> {
    name: String,
    notes: Vec<&'a NoteHead>,
}

impl Voice<'_> {
    fn themes(&self) -> Vec<&ThemeId> {
        let counted = self.notes.iter().flat_map(|note| &note.themes);
        sorted_once(counted.map(|counted| &counted.theme))
    }

    fn people(&self) -> Vec<&PersonId> {
        sorted_once(self.notes.iter().flat_map(|note| &note.people))
    }
}

/// The notes on a talk theme by theme. `None` when fewer than two authors wrote about it.
pub(super) fn voices(index: &EntityIndex, talk: &Talk) -> Option<Element> {
    let phrases = page_words();
    let mut voices: Vec<Voice<'_>> = Vec::new();
    for note in index.notes_of_talk(&talk.id) {
        let name = note_signature(index, note);
        match voices.iter_mut().find(|voice| voice.name == name) {
            Some(voice) => voice.notes.push(note),
            None => voices.push(Voice { name, notes: vec![note] }),
        }
    }
    if voices.len() < 2 {
        return None;
    }
    let all = sorted_once(voices.iter().flat_map(Voice::themes));
    let by_several =
        |theme: &&ThemeId| n_naming(&voices, |voice| voice.themes().contains(theme)) > 1;
    let shared: Vec<&ThemeId> = all.into_iter().filter(by_several).collect();
    let mut shared: Vec<Element> =
        shared.into_iter().map(|theme| named_by(index, theme, &voices)).collect();
    let rest = shared.split_off(N_SHARED.min(shared.len()));
    let list = |items: Vec<Element>| el("dl").class("stories").children(items);
    let rest = (!rest.is_empty()).then(|| {
        let head = el("summary").child((phrases.n_more)(rest.len()));
        el("details").class("folded").child(head).child(list(rest))
    });
    let alone: Vec<Element> =
        voices.iter().filter_map(|voice| only_in(index, talk, voice, &voices)).collect();
    let alone = (!alone.is_empty()).then(|| {
        many([el("h3").child(phrases.only_one), el("dl").class("stories").children(alone)])
    });
    if shared.is_empty() && alone.is_none() {
        return None;
    }
    let none = shared.is_empty().then(|| el("p").class("quiet").child(phrases.nothing_shared));
    let shared = (!shared.is_empty()).then(|| list(shared));
    Some(
        classed_section("page-section voices", (phrases.voices)(voices.len()))
            .child(none)
            .child(shared)
            .child(rest)
            .child(alone),
    )
}

fn n_naming(voices: &[Voice<'_>], names: impl Fn(&Voice<'_>) -> bool) -> usize {
    voices.iter().filter(|voice| names(voice)).count()
}

/// The authors that name a theme, each with a link to the note that does.
fn named_by(index: &EntityIndex, theme: &ThemeId, voices: &[Voice<'_>]) -> Element {
    let link = el("a").attr("href", theme_href(theme)).child(theme_name(index, theme));
    let mut names: Vec<Node> = Vec::new();
    for voice in voices {
        let is_named = |note: &&&NoteHead| note.themes.iter().any(|it| it.theme == *theme);
        let Some(note) = voice.notes.iter().find(is_named) else { continue };
        names.extend((!names.is_empty()).then(|| ", ".into_node()));
        let to = "#".to_owned() + note.id.as_str();
        names.push(el("a").attr("href", to).child(voice.name.clone()).into_node());
    }
    el("div").child(el("dt").child(link)).child(el("dd").child(names))
}

/// Themes and people that only one author names, without the speakers.
fn only_in(
    index: &EntityIndex,
    talk: &Talk,
    voice: &Voice<'_>,
    voices: &[Voice<'_>],
) -> Option<Element> {
    let themes = voice.themes().into_iter();
    let themes = themes.filter(|id| n_naming(voices, |it| it.themes().contains(id)) == 1);
    let is_speaker = |id: &PersonId| talk.speakers.iter().any(|it| it.person == *id);
    let people = voice.people().into_iter().filter(|id| !is_speaker(id));
    let people = people.filter(|id| n_naming(voices, |it| it.people().contains(id)) == 1);
    let themes = themes.map(|id| (theme_href(id), theme_name(index, id)));
    let people = people.map(|id| (person_href(id), person_name(index, id)));
    let mut links: Vec<Node> = Vec::new();
    for (to, name) in themes.chain(people) {
        links.extend((!links.is_empty()).then(|| ", ".into_node()));
        links.push(el("a").attr("href", to).child(name).into_node());
    }
    (!links.is_empty())
        .then(|| el("div").child(el("dt").child(voice.name.clone())).child(el("dd").child(links)))
}
