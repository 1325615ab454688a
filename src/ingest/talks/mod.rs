//! Finds the talks of a document by its shape and its sentences, and the notes about each talk.

mod add_talks;
mod agreed_rows;
mod behind_names;
mod callouts;
mod column_rows;
mod file_talk;
pub(super) mod found;
pub(super) mod found_talks;
mod groups;
pub(super) mod headings;
pub(super) mod lead_ins;
mod line_pieces;
pub(super) mod lists;
pub(super) mod notes;
pub(super) mod own_talk;
mod paragraph_rows;
pub(super) mod plan;
pub(super) mod recordings;
mod sections;
pub(super) mod sentences;
pub(super) mod speakers;
pub(super) mod tables;
pub(super) mod talk_index;
mod title_rows;
pub(super) mod titles;
mod unread;

#[cfg(test)]
mod tests {
    /// The talks of a document below the heading of its event, each with its speakers.
    pub(super) fn talks_of(text: &str) -> Vec<String> {
        let text = format!("# LoomConf 2019\n\n{text}");
        let draft = crate::ingest::ingest("a.md", text.as_bytes()).draft;
        let talk = |talk: &crate::ingest::draft::DraftTalk| {
            let names: Vec<&str> = talk.speakers.iter().map(|named| named.name.as_str()).collect();
            format!("{} | {}", talk.title, names.join(" + "))
        };
        draft.map(|draft| draft.talks).unwrap_or_default().iter().map(talk).collect()
    }

    /// The words of the notes of such a document, one line for each block.
    pub(super) fn notes_of(text: &str) -> String {
        let text = format!("# LoomConf 2019\n\n{text}");
        let draft = crate::ingest::ingest("a.md", text.as_bytes()).draft;
        let notes = draft.map(|draft| draft.notes).unwrap_or_default();
        let blocks: Vec<_> = notes.into_iter().flat_map(|note| note.blocks).collect();
        crate::model::plain_text(&blocks).trim().to_owned()
    }

    #[track_caller]
    pub(super) fn check(text: &str, expected: &[&str]) {
        assert_eq!(talks_of(text), expected, "{text}");
    }
}
