//! The sentence below the title of a talk in lists: the first sentence of the longest note on it.

use crate::model::{Catalog, Chunk, NoteId, plain_text};
use crate::text::sentences::{cut_at_word, first_of_longest};
use std::collections::BTreeMap;

/// Two lines, or three on a phone: a list is for choosing, not for reading.
const MOST_CHARS: usize = 140;

/// Gives each talk of `catalog` its sentence. `chunks` have the texts of the notes.
pub(super) fn put_leads(catalog: &mut Catalog, chunks: &[Chunk]) {
    let notes = chunks.iter().flat_map(|chunk| &chunk.notes);
    let texts: BTreeMap<&NoteId, String> =
        notes.map(|note| (&note.id, plain_text(&note.blocks))).collect();
    for talk in &mut catalog.talks {
        let own = talk.notes.iter().filter_map(|id| texts.get(id)).map(String::as_str);
        let sentence = first_of_longest(own).map(|sentence| cut_at_word(sentence, MOST_CHARS));
        talk.lead = sentence.unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Inline, Note, Talk};

    fn lead(texts: &[&str]) -> String {
        let ids: Vec<NoteId> = (0..texts.len()).map(|n| NoteId(format!("note-{n}"))).collect();
        let note = |(id, text): (&NoteId, &&str)| Note {
            id: id.clone(),
            blocks: vec![Block::Paragraph(vec![Inline::Text((*text).to_owned())])],
            ..Note::default()
        };
        let notes = ids.iter().zip(texts).map(note).collect();
        let talk = Talk { notes: ids, ..Talk::default() };
        let mut catalog = Catalog { talks: vec![talk], ..Catalog::default() };
        put_leads(&mut catalog, &[Chunk { notes, ..Chunk::default() }]);
        catalog.talks.first().unwrap().lead.clone()
    }

    #[test]
    fn the_longest_note_says_most() {
        assert_eq!(
            lead(&["Fine.", "Looms fail at night. Nobody knew why."]),
            "Looms fail at night."
        );
        assert_eq!(lead(&["One loom.", "Two knots"]), "One loom.");
        assert_eq!(lead(&["", "  "]), "");
        assert_eq!(lead(&[]), "");
    }

    #[test]
    fn a_long_sentence_is_cut() {
        let lead = lead(&[&"warp and weft ".repeat(20)]);
        assert!(lead.ends_with(" …") && lead.chars().count() <= MOST_CHARS + 2, "{lead}");
    }
}
