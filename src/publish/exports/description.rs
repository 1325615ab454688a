//! What a page is about, in a sentence or two, from the data alone.

use super::context::ExportContext;
use crate::{
    model::{Conference, NoteHead, NoteId, Recap, Talk, plain_text},
    pages::Page,
    ui::display_names::author,
};
use std::collections::BTreeSet;

/// The longest description, in characters; search engines show fewer.
const LONGEST: usize = 300;

/// Most bytes of a character.
const MOST_BYTES: usize = 4;

impl ExportContext<'_> {
    /// The description of a page; `None` is the explorer. Empty if nothing is known.
    pub(super) fn description(&self, about: Option<&Page>) -> String {
        let index = self.index;
        let text = match about {
            None => Some(self.site.description.clone()),
            Some(Page::Conference(id)) => index.conference(id).map(|it| self.of_conference(it)),
            Some(Page::Talk(id)) => index.talk(id).map(|it| self.of_talk(it)),
            Some(Page::Theme(id)) => index.theme(id).map(|theme| {
                let notes = index.notes_of_theme(id);
                let recaps: BTreeSet<_> = notes.iter().map(|note| &note.recap).collect();
                if theme.description.is_empty() {
                    (self.words.exports.theme)(&theme.name, notes.len(), recaps.len())
                } else {
                    theme.description.clone()
                }
            }),
            Some(Page::Person(id)) => index.person(id).map(|it| {
                let talks = index.talks_of_person(id).len();
                (self.words.exports.named)(&it.name, talks, index.notes_of_person(id).len())
            }),
            Some(Page::Organization(id)) => index.organization(id).map(|it| {
                let talks = index.talks_of_organization(id).len();
                (self.words.exports.named)(&it.name, talks, index.notes_of_organization(id).len())
            }),
            Some(Page::Year(year)) => {
                let conferences = index.catalog().conferences.iter();
                let held = conferences.filter(|it| it.start.is_some_and(|it| it.year() == *year));
                Some(held.map(|it| it.name.as_str()).collect::<Vec<_>>().join(", "))
            }
            Some(Page::Recap(id)) => index.recap(id).map(|it| self.of_recap(it)),
        };
        excerpt(&text.unwrap_or_default(), LONGEST)
    }

    /// The known facts about a conference.
    pub(super) fn of_conference(&self, conference: &Conference) -> String {
        let id = &conference.id;
        let when =
            conference.start.map(|start| self.words.explorer.date_range(start, conference.end));
        let place = [&conference.city, &conference.country].map(String::clone);
        let facts: Vec<String> =
            when.into_iter().chain(place.into_iter().filter(|name| !name.is_empty())).collect();
        let recaps = self.index.recaps_of_conference(id).len();
        let talks = self.index.talks_of_conference(id).len();
        (self.words.exports.conference)(&conference.name, &facts, recaps, talks)
    }

    fn of_talk(&self, talk: &Talk) -> String {
        let speakers = talk.speakers.iter();
        let speakers: Vec<String> = speakers.map(|it| self.person_name(&it.person)).collect();
        let edition = self.edition_name(talk.conference.as_ref());
        let kind = self.words.explorer.kind(talk.kind.into());
        let head = (self.words.exports.talk)(kind, &speakers, edition);
        head + " " + &talk.notes.first().map(|id| self.note_text(id)).unwrap_or_default()
    }

    /// The author and subject of a recap, and its opening.
    pub(super) fn of_recap(&self, recap: &Recap) -> String {
        let edition = self.edition_name(recap.conference.as_ref());
        let head = (self.words.exports.recap)(author(recap), edition);
        head + " " + &recap.notes.first().map(|id| self.note_text(id)).unwrap_or_default()
    }

    /// The beginning of a note.
    pub(super) fn of_note(&self, note: &NoteHead) -> String {
        excerpt(&self.note_text(&note.id), LONGEST)
    }

    fn note_text(&self, id: &NoteId) -> String {
        self.notes.get(id).map(|note| plain_text(&note.blocks)).unwrap_or_default()
    }
}

/// At most `most` characters of a text on one line, whole words and whole sentences where they fit.
pub(super) fn excerpt(text: &str, most: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        // No character has more bytes, so the rest is not needed.
        if line.len() > most * MOST_BYTES {
            break;
        }
    }
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    let head = line.get(..end).unwrap_or_default();
    // A whole sentence is better than an extra half, if it is long enough.
    let sentence = head.rfind(". ").filter(|at| *at > end / 2);
    if let Some(at) = sentence {
        return head.get(..=at).unwrap_or_default().to_owned();
    }
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    words.trim_end_matches([',', ';', ':', '–', '-', ' ']).to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_sentences_or_words() {
        let check = |text: &str, expected: &str| assert_eq!(excerpt(text, 20), expected);
        check("short\n enough", "short enough");
        check("A first sentence. And more of it", "A first sentence.");
        check("A. And much more of it", "A. And much more of…");
        check("one two three four, five", "one two three four…");
        check("ééééééééééééééééééééééé", "éééééééééééééééééééé…");
        check(&"織る ".repeat(1000), "織る 織る 織る 織る 織る 織る…");
        check(
            &["🧵".repeat(20), " more".repeat(100)].concat(),
            &["🧵".repeat(20), "…".to_owned()].concat(),
        );
    }
}
