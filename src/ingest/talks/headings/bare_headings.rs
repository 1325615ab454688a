//! Keeps headings that nothing follows and that name no talk: the points of a list written as headings.

use crate::ingest::draft::DraftNote;
use crate::ingest::passage::linkified;
use crate::ingest::talks::notes::Cutter;
use crate::ingest::talks::sections::Section;
use crate::model::Block;

impl Cutter {
    /// Adds a bare heading to the note above it, or to a new note below the heading `parent`, as an item of a list.
    pub(in crate::ingest::talks) fn bare_heading(
        &mut self,
        section: &Section<'_>,
        talk: Option<usize>,
        parent: Option<&str>,
    ) {
        let item = vec![Block::Paragraph(linkified(section.heading.trim()))];
        let parent = parent.unwrap_or_default();
        let is_above = |note: &&mut DraftNote| {
            note.talk == talk && (talk.is_some() || !parent.is_empty() && note.title == parent)
        };
        if let Some(note) = self.notes.last_mut().filter(is_above) {
            note.last = section.first;
            match note.blocks.last_mut() {
                Some(Block::List { start: None, items }) => items.push(item),
                _ => note.blocks.push(Block::List { start: None, items: vec![item] }),
            }
            return;
        }
        let has_heading = talk.is_none() && !parent.is_empty();
        let title = if has_heading { parent } else { section.heading.trim() };
        self.notes.push(DraftNote {
            title: title.to_owned(),
            anchor: String::new(),
            has_heading,
            talk,
            award: String::new(),
            blocks: vec![Block::List { start: None, items: vec![item] }],
            first: section.first,
            last: section.first,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::notes_of;

    #[test]
    fn points_written_as_headings_are_a_list() {
        let text = "## What I learned\n\n### Arrive early\n### Bring an umbrella\n\n## Lunch\n";
        assert_eq!(notes_of(text), "Arrive early\nBring an umbrella");
        let text = "## What I learned\n\nMuch.\n\n### Arrive early\n";
        assert_eq!(notes_of(text), "Much.\nArrive early");
        assert_eq!(notes_of("## Day 1\n\n## Day 2\n\n### Lunch\n"), "");
    }
}
