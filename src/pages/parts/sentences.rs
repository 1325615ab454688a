//! Sentences of a note: the first, and the one that names a theme.

use crate::{
    model::{NoteHead, Theme, plain_text},
    pages::library::library,
    query::{EntityIndex, Snippet, Terms, highlights},
    text::sentences::{cut_at_word, first_of_longest, sentences},
    ui::dom::{Element, el},
};

/// The longest sentence that is shown whole, in characters.
const MOST_CHARS: usize = 320;

/// The first sentence of the best of some notes. The best is the longest one.
pub(in crate::pages) fn first_sentence(notes: &[&NoteHead]) -> Option<Element> {
    let library = library();
    let texts = notes.iter().filter_map(|note| library.note(&note.id));
    let texts: Vec<String> = texts.map(|note| plain_text(&note.blocks)).collect();
    let sentence = first_of_longest(texts.iter().map(String::as_str))?;
    Some(el("p").class("snippet").child(cut_at_word(sentence, MOST_CHARS)))
}

/// The first sentences of some notes, as many as are quick to read.
pub(in crate::pages) fn opening(notes: &[&NoteHead]) -> Option<Element> {
    let library = library();
    let texts = notes.iter().filter_map(|note| library.note(&note.id));
    let text: Vec<String> = texts.map(|note| plain_text(&note.blocks)).collect();
    let text = text.join("\n");
    let mut told = String::new();
    for sentence in sentences(&text) {
        if !told.is_empty() && told.len() + sentence.len() > MOST_CHARS {
            told += " …";
            break;
        }
        if !told.is_empty() {
            told.push(' ');
        }
        told += &cut_at_word(sentence, MOST_CHARS);
    }
    (!told.is_empty()).then(|| el("p").class("snippet").child(told))
}

/// The sentence of a note that names a theme or, failing that, one of its narrower themes; and whether it names the
/// theme itself. `None` if there is no such sentence.
pub(in crate::pages) fn naming_sentence(
    index: &EntityIndex,
    theme: &Theme,
    note: &NoteHead,
) -> Option<(bool, Snippet)> {
    let library = library();
    let text = plain_text(&library.note(&note.id)?.blocks);
    let find = |theme: &Theme| {
        let names = std::iter::once(&theme.name).chain(&theme.aliases);
        let terms: Vec<Terms> = names.map(|name| Terms::of(&format!("\"{name}\""))).collect();
        sentences(&text).into_iter().find_map(|sentence| {
            let highlights = terms.iter().map(|terms| highlights(sentence, terms));
            let highlights = highlights.into_iter().find(|it| !it.is_empty())?;
            Some(Snippet { text: sentence.to_owned(), highlights, ..Snippet::default() })
        })
    };
    if let Some(found) = find(theme) {
        return Some((true, found));
    }
    let narrower = index.narrower_themes(&theme.id);
    narrower.into_iter().find_map(find).map(|found| (false, found))
}
