//! Finds the lines that name a talk above the notes on it where no heading does: "**Looms at scale** by Ada Weaver".

use super::notes::Cutter;
use super::sections::{Section, is_head};
use super::sentences::talk_cues::sightings;
use crate::ingest::lines::line::Line;
use crate::ingest::passage::Passage;
use crate::model::Block;

/// The lines of a section that name a talk and say no more.
pub(super) struct TitleRows {
    /// The indexes of their passages.
    at: Vec<usize>,
    /// The most passages between two of them.
    longest: usize,
}

impl TitleRows {
    /// How many passages below a title line may be notes on its talk. Nothing shows where the notes on the last one end,
    /// so they are taken to be no longer than the others.
    pub(super) fn reach(&self, at: usize) -> usize {
        let Ok(row) = self.at.binary_search(&at) else { return 0 };
        match self.at.get(row + 1) {
            Some(next) => next - at - 1,
            None => self.longest,
        }
    }

    /// Whether a passage is such a line.
    pub(super) fn has(&self, at: usize) -> bool {
        self.at.binary_search(&at).is_ok()
    }
}

impl Cutter {
    /// The title lines of a section.
    pub(super) fn title_rows(&self, section: &Section<'_>) -> TitleRows {
        let all = (section.at..).zip(section.passages);
        let at: Vec<usize> =
            all.filter(|(at, passage)| self.is_title_row(*at, passage)).map(|(at, _)| at).collect();
        let gaps = at.windows(2).map(|pair| match pair {
            [one, next] => next - one - 1,
            _ => 0,
        });
        TitleRows { longest: gaps.max().unwrap_or_default(), at }
    }

    fn is_title_row(&self, at: usize, passage: &Passage) -> bool {
        if self.plan.entries.contains_key(&at) || self.plan.paragraphs.contains_key(&at) {
            return true;
        }
        if let Block::List { items, .. } = &passage.block {
            return matches!(items.as_slice(), [item] if self.plan.item(item).is_some());
        }
        let Block::Paragraph(text) = &passage.block else { return false };
        is_head(passage) || is_title_line(&Line::of(text))
    }
}

/// Whether a line says hardly more than the title and the speakers of one talk.
fn is_title_line(line: &Line) -> bool {
    const LONGEST: usize = 200;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    if line.words.len() > LONGEST {
        return false;
    }
    let found = sightings(line);
    let [sighting] = found.as_slice() else { return false };
    let Some(title) = sighting.title.as_ref().filter(|_| !sighting.speakers.is_empty()) else {
        return false;
    };
    let named = sighting.speakers.iter().flat_map(|it| it.organizations.iter().chain([&it.name]));
    let said = letters(title) + named.map(|name| letters(name)).sum::<usize>();
    said * 5 >= letters(&line.words) * 4
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    /// The words of each note of a document, with the title of its talk.
    fn notes_of(text: &str) -> Vec<String> {
        let text = format!("# LoomConf 2019\n\n{text}");
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let note = |note: &crate::ingest::draft::DraftNote| {
            let talk = note.talk.and_then(|talk| draft.talks.get(talk));
            let words = crate::model::plain_text(&note.blocks).replace('\n', " ");
            format!("{}: {}", talk.map_or("", |talk| talk.title.as_str()), words.trim())
        };
        draft.notes.iter().map(note).collect()
    }

    /// Checks how the notes on both talks end. Some begin with the title line.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let notes = notes_of(text);
        assert_eq!(notes.len(), expected.len(), "{text}{notes:?}");
        for ((note, end), title) in
            notes.iter().zip(expected).zip(["Looms that sing: ", "Fast wool for all: "])
        {
            assert!(note.starts_with(title) && note.ends_with(end), "{text}{notes:?}");
        }
    }

    #[test]
    fn what_stands_between_two_title_lines_is_on_the_first() {
        for (one, two) in [
            ("**Looms that sing** by Ada Weaver", "**Fast wool for all** by Marta Kowalska"),
            ("“Looms that sing” (Ada Weaver)", "“Fast wool for all” (Marta Kowalska)"),
            ("Looms that sing - Ada Weaver", "Fast wool for all - Marta Kowalska"),
            ("1. Looms that sing (Ada Weaver)", "2. Fast wool for all (Marta Kowalska)"),
        ] {
            let lists = format!("{one}\n\n- loud\n- wet\n\n{two}\n\n- fast\n");
            let lists = if one.starts_with('1') { lists.replace("\n- ", "\n   - ") } else { lists };
            check(&lists, &["loud wet", "fast"]);
            let text = format!("{one}\n\nLoud.\n\n> Wet.\n\n{two}\n\nFast.\n\nWarm.\n");
            check(&text, &["Loud. Wet.", "Fast. Warm."]);
        }
    }

    #[test]
    fn the_notes_on_the_last_talk_are_no_longer_than_the_others() {
        let text = "**Looms that sing** by Ada Weaver\n\nLoud.\n\n**Fast wool for all** by Marta Kowalska\n\nFast.\n\n\
            All in all, a good day.\n";
        assert_eq!(
            notes_of(text),
            ["Looms that sing: Loud.", "Fast wool for all: Fast.", ": All in all, a good day."]
        );
    }

    #[test]
    fn what_is_shown_below_the_line_of_a_talk_is_kept() {
        let text = "**Looms that sing** by Ada Weaver\n\n> Loud.\n";
        assert_eq!(notes_of(text), ["Looms that sing: Loud."]);
        let after = notes_of(&format!("Good coffee.\n\n{text}"));
        assert_eq!(after, [": Good coffee.", "Looms that sing: Loud."]);
        let table = "| Talk | Speaker |\n| --- | --- |\n| Looms that sing | Ada Weaver |\n\
            | Fast wool for all | Bo Reed |\n\n> Loud.\n";
        assert!(
            notes_of(table).iter().any(|note| note.ends_with("Loud.")),
            "{:?}",
            notes_of(table)
        );
    }
}
