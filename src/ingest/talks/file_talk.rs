//! Finds the talk that a file is about, if each file beside it is also about one talk.

use super::headings::lone_headings::is_listed;
use super::titles::event_titles::{OnEvent, on_event, without_event};
use crate::ingest::draft::{Draft, DraftTalk};
use crate::ingest::facts::path_facts::is_index;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::readings::readings;
use crate::ingest::lines::title::{is_kind_only, is_section, title_odds};
use crate::ingest::names::kinds::{is_on_plans, kind_of};
use crate::model::{Block, Rule, TalkKind, inline_text};

/// Odds above which a title belongs to a section, such as "Introduction"; a natural logarithm.
const SECTION: f32 = 1.0;

/// Longest first line, in words, that is used as the title of a file without one.
const LONGEST_LINE: usize = 14;

/// Fewest words of a title that only its file suggests: two words may be a theme.
const FEWEST_WORDS: usize = 3;

impl Draft {
    /// Whether it is about one talk, and its title says so.
    pub fn is_on_one_talk(&self) -> bool {
        let [talk] = self.talks.as_slice() else { return false };
        !talk.title.is_empty() && self.title.0.contains(&talk.title)
    }

    /// The talk that it may be about: it surely names no other talk, and its title is not that of an event or a
    /// section.
    pub fn possible_talk(&self) -> Option<DraftTalk> {
        // Points, tools and quotations in notes on a talk look like talks.
        let is_other = |talk: &DraftTalk| {
            !talk.speakers.is_empty()
                && !talk.is_uncertain
                && matches!(talk.rule, Rule::TalkInHeading | Rule::TalkInTable)
        };
        let is_signed = self.is_stated && !self.author.is_empty();
        if is_signed || self.is_on_one_talk() || self.talks.iter().any(is_other) {
            return None;
        }
        let (title, at) = self.own_title()?;
        let title = without_event(&title);
        let line = Line::of_text(title);
        let readings = readings(&line);
        // Nothing else in the file names the speaker.
        let named = readings.iter().find(|it| it.order != Order::TitleOnly && it.odds > 0.0);
        let alone = || readings.iter().find(|reading| reading.order == Order::TitleOnly);
        let Reading { title, speakers, kind, .. } = named.or_else(alone)?.clone();
        let is_title = on_event(&title) != OnEvent::Yes
            && !is_kind_only(&title)
            && !is_section(&title, SECTION)
            && !is_index(&self.path)
            && !is_on_plans(&title)
            && !self.path.to_lowercase().contains("template")
            && title.split_whitespace().count() >= FEWEST_WORDS
            && title_odds(&title, true).is_some_and(|odds| odds > 0.0);
        let last = self.passages.last().map_or(at, |passage| passage.last);
        let found = DraftTalk::found(Rule::TalkInFile, at.max(1));
        is_title.then(|| DraftTalk {
            reason: title.clone(),
            kind: kind.or_else(|| kind_of(&title)).unwrap_or(TalkKind::Talk),
            title,
            speakers,
            last,
            ..found
        })
    }

    /// Makes the whole file about this talk: the other talks found in it are points of its notes.
    pub fn take_talk(&mut self, talk: DraftTalk) {
        self.talks = vec![talk];
        self.notes.iter_mut().for_each(|note| note.talk = Some(0));
    }

    /// Whether it contains notes that were taken during a talk.
    pub fn is_listed(&self) -> bool {
        is_listed(&self.passages)
    }

    /// Its title, or otherwise a heading or a short line at its top.
    fn own_title(&self) -> Option<(String, u32)> {
        if !self.title.0.is_empty() {
            return Some(self.title.clone());
        }
        let first = self.passages.first()?;
        let (Block::Heading { text, .. } | Block::Paragraph(text)) = &first.block else {
            return None;
        };
        let words = inline_text(text);
        let is_short = words.split_whitespace().count() <= LONGEST_LINE && !words.contains('\n');
        (is_short && !words.ends_with(['.', ':', ';', ','])).then_some((words, first.first))
    }
}
