//! Splits a recap into notes about a talk, a theme or the event, and finds the talks.

use super::groups::Groups;
use super::headings::lone_headings::titled_heading;
use super::lead_ins::leads_to_others;
use super::lists::listed::announces_talks;
use super::lists::title_lists::{is_of_suggestions, lists_files, lists_titles};
use super::plan::Plan;
use super::sections::{
    Section, is_about_talks, is_of_missed, is_of_others, is_of_quotes, is_off_topic, sections,
};
use super::sentences::talk_cues::sightings;
use super::speakers::detail_lines::is_lead;
use super::talk_index::TalkIndex;
use crate::ingest::draft::{DraftNote, DraftTalk};
use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::title::is_kind_only;
use crate::ingest::names::kinds::{award, is_talk_word, kind_of};
use crate::ingest::passage::Passage;
use crate::model::{Block, Rule, TalkKind, plain_text};

/// Talks and notes of a recap.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Notes {
    /// The talks: first those that the header states, then those found.
    pub talks: Vec<DraftTalk>,
    /// The notes in reading order.
    pub notes: Vec<DraftNote>,
}

/// Splits `passages` into notes. The title comes with the addresses that it links to. `stated` are the talks of the
/// header; if the header lists talks, no others are searched for. `is_on_event` says that the recap is about an event
/// and not about one talk.
pub(in crate::ingest) fn notes(
    (title, links): (&str, &[String]),
    passages: &[Passage],
    stated: Option<Vec<DraftTalk>>,
    is_on_event: bool,
    reader: LineReader,
) -> Notes {
    let plan =
        if stated.is_none() { Plan::of(passages, is_on_event, reader) } else { Plan::default() };
    let mut cutter = Cutter {
        plan,
        may_find: stated.is_none() && !is_off_topic(title),
        index: TalkIndex::of(stated.as_deref().unwrap_or_default()),
        talks: stated.unwrap_or_default(),
        notes: Vec::new(),
        title: title.to_owned(),
        heading_kind: None,
        announces: announces_talks(title),
        lists_titles: false,
        missed: None,
        groups: Groups::default(),
    };
    // One file per talk: everything in it is about that talk.
    let lines = (1, passages.last().map_or(1, |it| it.last));
    let own = cutter.plan.own_talk(title, passages).filter(|_| cutter.may_find);
    let bylines = own.as_ref().map_or(0, |found| found.bylines);
    let own = own.map(|found| cutter.add_found(found, Rule::TalkInHeading, lines, title));
    let (head, passages) = passages.split_at(bylines.min(passages.len()));
    if let Some(own) = own {
        cutter.own_links(own, links.iter().map(String::as_str));
        cutter.links_of(own, head);
    }
    let mut talk_below: Option<(u8, usize)> = None;
    let mut talks_parent: Option<u8> = None;
    let all = sections(passages);
    let mut above: Vec<&Section<'_>> = Vec::new();
    for (at, section) in all.iter().enumerate() {
        let level = section.level;
        above.retain(|parent| parent.level < level);
        if talks_parent.is_some_and(|parent| level <= parent) {
            talks_parent = None;
        }
        if talk_below.is_some_and(|(parent, _)| level <= parent) {
            talk_below = None;
        }
        cutter.missed = cutter.missed.filter(|parent| level > *parent);
        if cutter.missed.is_none() && !cutter.is_planned(section) && is_of_missed(&section.heading)
        {
            cutter.missed = Some(level);
        }
        let found = cutter.heading_talk(section, talks_parent.is_some());
        // A lower heading below the heading of a talk is part of the note on that talk.
        let talk = found
            .or_else(|| talk_below.map(|(_, talk)| talk))
            .or(own)
            .or_else(|| cutter.only_talk(section));
        cutter.groups.begin(section, talk.is_some(), cutter.notes.len());
        if let Some(talk) = found {
            cutter.groups.add(talk);
        }
        if found.is_none() && section.is_bare(all.get(at + 1)) {
            cutter.bare_heading(section, talk, above.last().map(|parent| parent.heading.as_str()));
            continue;
        }
        above.push(section);
        if found.is_some() {
            talk_below = talk.map(|talk| (level, talk));
        } else if talk.is_none() && is_about_talks(&section.heading) {
            talks_parent = Some(level);
        }
        match talk {
            Some(talk) => {
                // The speaker is a fact about the talk and not part of the note.
                let bylines = found.map_or(0, |_| cutter.bylines(section));
                let (head, section) = section.split_head(bylines);
                cutter.links_of(talk, head);
                let (own, rest) = section.split_at(cutter.turn(&section, talk));
                let is_whole = rest.passages.is_empty();
                cutter.own_recordings(talk, &own, is_whole);
                cutter.whole(&own, talk, found.is_none());
                cutter.cut(&rest);
            }
            None => cutter.cut(section),
        }
    }
    let notes = cutter.groups.complete(&cutter.talks, cutter.notes);
    Notes { talks: cutter.talks, notes }
}

pub(super) struct Cutter {
    /// How the document as a whole shapes the reading of its lines.
    pub(super) plan: Plan,
    pub(super) talks: Vec<DraftTalk>,
    /// Looks up these talks.
    pub(super) index: TalkIndex,
    pub(super) notes: Vec<DraftNote>,
    pub(super) may_find: bool,
    /// The level of the heading, here or above, which says that the author missed the talks below.
    missed: Option<u8>,
    /// The title of the recap.
    title: String,
    /// The kind of talks that the heading announces, such as "Keynotes".
    pub(super) heading_kind: Option<TalkKind>,
    /// The title of the recap or the text just before says that talks follow.
    pub(super) announces: bool,
    /// The words above a list say that its items are titles.
    pub(super) lists_titles: bool,
    /// The headings that name no talk.
    groups: Groups,
}

impl Cutter {
    /// The talk whose title or description is this heading.
    fn heading_talk(&mut self, section: &Section<'_>, is_below_talks: bool) -> Option<usize> {
        if section.heading.is_empty() {
            return None;
        }
        let planned = section.at.checked_sub(1).and_then(|at| self.plan.headings.get(&at)).cloned();
        if let Some(stated) = self.stated(&section.heading) {
            if let Some(found) = planned {
                self.complete(stated, found.speakers, found.is_uncertain);
            }
            return Some(stated);
        }
        if !self.may_find || self.missed.is_some() || is_of_quotes(&section.heading) {
            return None;
        }
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        let lines = (section.first, last);
        if let Some(found) = planned {
            return Some(self.add_found(found, Rule::TalkInHeading, lines, &section.heading));
        }
        let found = titled_heading(&self.plan.reader, &section.heading, is_below_talks)?;
        Some(self.add_found(found, Rule::TalkInHeading, lines, &section.heading))
    }

    /// Whether the heading of a section reads as a talk.
    fn is_planned(&self, section: &Section<'_>) -> bool {
        section.at.checked_sub(1).is_some_and(|at| self.plan.headings.contains_key(&at))
    }

    /// The known talk that a heading names after number, time, kind and speaker.
    fn stated(&self, heading: &str) -> Option<usize> {
        if self.index.is_empty() {
            return None;
        }
        let read = self.plan.reader.read(&Line::of_text(heading));
        let titles = read.iter().map(|reading| reading.title.clone());
        std::iter::once(heading.to_owned())
            .chain(titles.filter(|title| !title.is_empty()))
            .find_map(|name| self.index.by_name(&name))
    }

    /// How many passages right below the heading of a talk only name the speakers.
    fn bylines(&self, section: &Section<'_>) -> usize {
        let heading = section.at.checked_sub(1).and_then(|at| self.plan.headings.get(&at));
        heading.map_or(0, |found| found.bylines)
    }

    /// Where a section on a talk moves to another talk: at the first paragraph that gives another title.
    fn turn(&self, section: &Section<'_>, talk: usize) -> usize {
        let own = self.talks.get(talk).map_or("", |talk| talk.title.as_str());
        let is_other = |passage: &Passage| {
            let Block::Paragraph(text) = &passage.block else { return false };
            sightings(&Line::of(text))
                .iter()
                .any(|found| found.title.as_deref().is_some_and(|title| title != own))
        };
        let turn = section.passages.iter().skip(1).position(is_other).map(|at| at + 1);
        turn.filter(|_| self.may_find).unwrap_or(section.passages.len())
    }

    /// A section on one talk, such as "Coolest talk": the only titled talk that it mentions.
    fn only_talk(&mut self, section: &Section<'_>) -> Option<usize> {
        let lower = section.heading.to_lowercase();
        let is_on_talk = lower.split(|c: char| !c.is_alphanumeric()).any(is_talk_word);
        if !is_on_talk || is_about_talks(&section.heading) {
            return None;
        }
        let mut titled = section.passages.iter().flat_map(|passage| {
            let found = if let Block::Paragraph(text) = &passage.block {
                sightings(&Line::of(text))
            } else {
                Vec::new()
            };
            found
                .into_iter()
                .filter(|sighting| sighting.title.is_some())
                .map(|sighting| (sighting, passage.first, passage.last))
        });
        let (sighting, first, last) = titled.next()?;
        titled.next().is_none().then(|| self.sighted(&sighting, (first, last))).flatten()
    }

    /// The whole section becomes one note on a talk.
    fn whole(&mut self, section: &Section<'_>, talk: usize, keeps_heading: bool) {
        // "Notes:" above the note is no part of it.
        let first = section.passages.first().filter(|_| section.passages.len() > 1);
        let skipped = usize::from(first.is_some_and(|first| is_lead(&first.block)));
        let section = &section.split_head(skipped).1;
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        let praise = award(&section.heading).filter(|_| keeps_heading);
        let mut blocks: Vec<Block> =
            section.passages.iter().map(|passage| passage.block.clone()).collect();
        let is_part = keeps_heading && praise.is_none() && !section.heading.is_empty();
        if let Some(note) = self.notes.last_mut().filter(|note| is_part && note.talk == Some(talk))
        {
            note.blocks.push(Block::Heading {
                level: section.level,
                text: crate::ingest::passage::linkified(&section.heading),
            });
            note.blocks.append(&mut blocks);
            note.last = last;
            return;
        }
        if let Some(words) = &praise {
            self.praise(talk, words);
        }
        if blocks.is_empty() {
            return;
        }
        let passages: Vec<&Passage> = section.passages.iter().collect();
        self.add_note(Some(talk), &section.heading, &passages);
    }

    /// Adds the links of the lines that only credit a talk.
    fn links_of(&mut self, talk: usize, lines: &[Passage]) {
        for line in lines {
            self.links(talk, std::slice::from_ref(&line.block));
        }
    }

    /// A section on a theme or the event: its passages on talks become separate notes.
    fn cut(&mut self, section: &Section<'_>) {
        let mut about: Vec<&Passage> = Vec::new();
        let mut rest = (section.at..).zip(section.passages).peekable();
        let is_of_others = is_of_others(&section.heading) || is_of_quotes(&self.title);
        let mut announces = self.announces || announces_talks(&section.heading);
        let above = if section.heading.is_empty() { &self.title } else { &section.heading };
        let is_above = is_about_talks(above);
        let may_list_files = self.plan.is_on_event
            && !is_of_suggestions(above)
            && self.talks.iter().all(|talk| talk.speakers.is_empty());
        self.heading_kind = kind_of(above).filter(|_| is_kind_only(above));
        let mut is_first = true;
        let rows = self.title_rows(section);
        while let Some((at, passage)) = rest.next() {
            let may_find = self.may_find
                && !(is_of_others || self.missed.is_some())
                && !leads_to_others(&about);
            self.lists_titles = lists_titles(is_above, about.last().copied())
                || may_list_files && lists_files(&passage.block);
            let pieces = if may_find { self.pieces(at, passage, announces) } else { Vec::new() };
            // A list that contains only titles also stays in the text.
            let are_titles = self.lists_titles
                && pieces.iter().all(|it| it.talk.is_none() || it.passages.is_empty());
            if are_titles || pieces.iter().all(|piece| piece.talk.is_none()) {
                announces = self.announces
                    || announces_talks(&plain_text(std::slice::from_ref(&passage.block)));
                about.push(passage);
                continue;
            }
            let lists = matches!(passage.block, Block::List { .. } | Block::Table(_))
                && pieces.iter().filter(|piece| piece.talk.is_some()).count() > 1;
            let bylines = self.plan.paragraphs.get(&at).map_or(0, |found| found.bylines);
            rest.by_ref().take(bylines).for_each(drop);
            let heading = if std::mem::take(&mut is_first) { section.heading.as_str() } else { "" };
            self.flush(&mut about, &section.heading);
            let mut pieces = pieces;
            if let Some(last) = pieces.last_mut().filter(|_| !lists) {
                for _ in 0..rows.reach(at) {
                    let goes_on =
                        |it: &(usize, &Passage)| !rows.has(it.0) && self.goes_on(it.0, it.1);
                    last.passages.extend(rest.next_if(goes_on).map(|(_, it)| it.clone()));
                }
                // What is shown right below a talk belongs to it, but not what is below a list of talks.
                while let Some((_, shown)) = rest.next_if(|(_, it)| is_shown(&it.block)) {
                    last.passages.push(shown.clone());
                }
            }
            for piece in pieces {
                if let Some(talk) = piece.talk {
                    self.groups.add(talk);
                }
                let passages: Vec<&Passage> = piece.passages.iter().collect();
                let heading = if piece.talk.is_none() { section.heading.as_str() } else { heading };
                self.add_note(piece.talk, heading, &passages);
                if let Some(note) = self.notes.last_mut().filter(|_| !piece.award.is_empty()) {
                    note.award = piece.award;
                }
            }
        }
        self.flush(&mut about, &section.heading);
    }

    fn flush(&mut self, about: &mut Vec<&Passage>, heading: &str) {
        let passages = std::mem::take(about);
        if !passages.is_empty() {
            self.add_note(None, heading, &passages);
        }
    }

    fn add_note(&mut self, talk: Option<usize>, heading: &str, passages: &[&Passage]) {
        let (Some(first), Some(last)) = (passages.first(), passages.last()) else { return };
        let blocks: Vec<Block> = passages.iter().map(|passage| passage.block.clone()).collect();
        let title =
            if heading.is_empty() { opening(&plain_text(&blocks)) } else { heading.to_owned() };
        for block in &blocks {
            if let (Some(talk), Block::Video(video)) =
                (talk.and_then(|talk| self.talks.get_mut(talk)), block)
                && !talk.videos.contains(video)
            {
                talk.videos.push(video.clone());
            }
        }
        let award = talk
            .and_then(|talk| self.talks.get(talk))
            .map(|talk| talk.award.clone())
            .unwrap_or_default();
        let has_heading = !heading.is_empty();
        self.notes.push(DraftNote {
            title,
            anchor: String::new(),
            has_heading,
            talk,
            award,
            blocks,
            first: first.first,
            last: last.last,
        });
    }

    fn praise(&mut self, talk: usize, words: &str) {
        if let Some(talk) = self.talks.get_mut(talk)
            && talk.award.is_empty()
        {
            words.clone_into(&mut talk.award);
        }
    }
}

/// Whether a block only shows what the text above says.
fn is_shown(block: &Block) -> bool {
    matches!(block, Block::Video(_) | Block::Image { .. } | Block::Quote(_))
}

/// The first words of a text, used as the title of an untitled note.
fn opening(text: &str) -> String {
    const WORDS: usize = 9;
    // The boxes of tasks are no words.
    let text = &text.replace(['☐', '☑'], "");
    // "Talks:" above a list is a title.
    let first = text.lines().next().unwrap_or_default().trim();
    if let Some(title) = first.strip_suffix(':').filter(|it| it.split(' ').count() <= WORDS) {
        return title.to_owned();
    }
    let mut words = text.split_whitespace();
    let head: Vec<&str> = words.by_ref().take(WORDS).collect();
    let head = head.join(" ");
    if words.next().is_some() {
        format!("{}…", head.trim_end_matches([',', ';', ':', '.', '–', '-', ' ']))
    } else {
        head
    }
}
