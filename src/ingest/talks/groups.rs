//! Keeps the names of groups of talks, such as "Wool track" or "Worst of the year": each becomes a note on the event that
//! lists the talks below it.
//!
//! A heading above text is the title of the note with that text. Where only talks stand below a heading, no other note
//! would carry its words.

use super::sections::Section;
use crate::ingest::draft::{DraftNote, DraftTalk};
use crate::ingest::lines::title::{is_day, is_kind_only};
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::{ATTENDED, TALKS, has, is_weekday};
use crate::ingest::names::kinds::is_talk_word;
use crate::ingest::passage::linkified;
use crate::model::Block;
use std::collections::{BTreeMap, BTreeSet};

/// The headings of a document that name no talk, in reading order, each with the talks below it.
#[derive(Debug, Default)]
pub(super) struct Groups {
    all: Vec<Group>,
    /// Those that the section read last lies in: indexes into `all`. Levels of headings limit their number.
    open: Vec<usize>,
}

#[derive(Debug)]
struct Group {
    heading: String,
    level: u8,
    line: u32,
    /// The notes of the section: indexes.
    notes: std::ops::Range<usize>,
    talks: Vec<usize>,
}

impl Groups {
    /// Begins a section, which ends those of its level and below. `is_talk` says that its heading names a talk, and
    /// `notes` counts the notes above it.
    pub(super) fn begin(&mut self, section: &Section<'_>, is_talk: bool, notes: usize) {
        let (all, level) = (&mut self.all, section.level);
        self.open.retain(|at| {
            let group = all.get_mut(*at).filter(|group| group.level >= level);
            group.map(|group| group.notes.end = notes).is_none()
        });
        if is_talk || section.heading.is_empty() {
            return;
        }
        self.open.push(self.all.len());
        self.all.push(Group {
            heading: section.heading.trim().to_owned(),
            level,
            line: section.first,
            notes: notes..usize::MAX,
            talks: Vec::new(),
        });
    }

    /// Adds a talk to the groups that are open.
    pub(super) fn add(&mut self, talk: usize) {
        for at in &self.open {
            let group = self.all.get_mut(*at);
            if let Some(group) = group.filter(|group| group.talks.last() != Some(&talk)) {
                group.talks.push(talk);
            }
        }
    }

    /// `notes` with those that carry the names of groups which no other note carries.
    pub(super) fn complete(self, talks: &[DraftTalk], notes: Vec<DraftNote>) -> Vec<DraftNote> {
        let mut missing: BTreeMap<usize, Vec<DraftNote>> = BTreeMap::new();
        for group in self.all.iter().filter(|group| !group.is_named_by(&notes)) {
            let titles = group.talks.iter().filter_map(|at| talks.get(*at));
            let items = titles.map(|talk| vec![Block::Paragraph(linkified(&talk.shown_title()))]);
            let note = DraftNote {
                title: group.heading.clone(),
                has_heading: true,
                blocks: vec![Block::List { start: None, items: items.collect() }],
                first: group.line,
                last: group.line,
                ..DraftNote::default()
            };
            missing.entry(group.notes.start).or_default().push(note);
        }
        let count = notes.len();
        let mut all: Vec<DraftNote> = Vec::with_capacity(count + missing.len());
        for (at, note) in notes.into_iter().enumerate() {
            all.extend(missing.remove(&at).unwrap_or_default());
            all.push(note);
        }
        all.extend(missing.remove(&count).unwrap_or_default());
        all
    }
}

impl Group {
    /// Whether its heading needs no note: the event or each of its talks has one with that title, it has no talks, or it
    /// says no more than they do.
    fn is_named_by(&self, notes: &[DraftNote]) -> bool {
        let end = self.notes.end.min(notes.len());
        let own = notes.get(self.notes.start..end).unwrap_or_default();
        let named: BTreeSet<Option<usize>> =
            own.iter().filter(|it| it.title == self.heading).map(|it| it.talk).collect();
        named.contains(&None)
            || self.talks.iter().all(|talk| named.contains(&Some(*talk)))
            || says_nothing(&self.heading)
    }
}

/// Whether a heading says no more than its talks do themselves: "Day 2", "Keynotes", "Talks I attended".
fn says_nothing(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_of_talks = |word: &str| has(TALKS, word) || has(ATTENDED, word) || is_talk_word(word);
    // "Morning" says more than a date, which the talks have too.
    let is_weekday = words.clone().any(is_weekday);
    lead(heading).length >= heading.len()
        || is_day(heading) && (heading.contains(|c: char| c.is_ascii_digit()) || is_weekday)
        || is_kind_only(heading)
        || words.all(is_of_talks)
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::plain_text;

    /// The notes on the event: their titles and words.
    fn groups(text: &str) -> Vec<String> {
        let text = format!("# LoomConf 2019\n\n{text}");
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let on_event = draft.notes.iter().filter(|note| note.talk.is_none());
        let shown = |note: &crate::ingest::draft::DraftNote| {
            format!("{}: {}", note.title, plain_text(&note.blocks).trim().replace('\n', ", "))
        };
        on_event.map(shown).collect()
    }

    #[test]
    fn the_name_of_a_group_of_talks_is_kept_with_its_talks() {
        let sections =
            "### Looms at sea (Ada Weaver)\n\nGood.\n\n### Wool and silk (Lena Graf)\n\nWarm.\n";
        let list = "- Looms at sea – Ada Weaver: good\n- Wool and silk – Lena Graf\n";
        let paragraphs =
            "**Looms at sea** by Ada Weaver\n\nGood.\n\n**Wool and silk** by Lena Graf\n\nWarm.\n";
        for talks in [sections, list, paragraphs] {
            for group in ["Track Wool", "Day one: dyes", "Worst of the year", "Morning"] {
                let expected = format!("{group}: Looms at sea, Wool and silk");
                assert_eq!(groups(&format!("## {group}\n\n{talks}")), [expected], "{talks}");
            }
        }
        for talks in [sections, list] {
            for group in ["Day 1", "Keynotes", "Lightning talks", "Talks", "Talks I attended"] {
                let found = groups(&format!("## {group}\n\n{talks}"));
                assert!(found.is_empty(), "{group}: {found:?}");
            }
        }
    }

    #[test]
    fn each_group_has_its_own_talks() {
        let text = "**Morning**\n\n- Looms at sea – Ada Weaver\n- Wool and silk – Lena Graf\n\n\
            **Afternoon**\n\n- Nets that hold – Bo Lindqvist\n- Why wool is worth it – Peter Smith\n";
        let expected = [
            "Morning: Looms at sea, Wool and silk",
            "Afternoon: Nets that hold, Why wool is worth it",
        ];
        assert_eq!(groups(text), expected);
    }

    #[test]
    fn a_heading_above_text_is_the_title_of_that_text_only() {
        let text = "## Track Wool\n\nA full room.\n\n### Looms at sea (Ada Weaver)\n\nGood.\n";
        assert_eq!(groups(text), ["Track Wool: A full room."]);
        assert_eq!(groups("## Lunch\n\n## Looms at sea (Ada Weaver)\n\nGood.\n"), [""; 0]);
    }
}
