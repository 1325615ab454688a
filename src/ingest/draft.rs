//! What one file says, before anybody compares it with other files or registries.

use crate::ingest::names::named_people::Named;
use crate::ingest::passage::Passage;
use crate::ingest::spelling::name_key;
use crate::model::{Block, LinkKind, PartialDate, Rule, TalkKind, Video};
use std::collections::BTreeSet;

/// A recap as one file has it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Path below the data folder.
    pub path: String,
    /// Whether a front matter states things; else they were found by their shape.
    pub is_stated: bool,
    /// The stable name its author asks for. Empty for none.
    pub slug: String,
    /// The ids that it had before.
    pub former_ids: Vec<String>,
    /// Title, and its line. The text is empty when no line is like one.
    pub title: (String, u32),
    /// Addresses that the title links to.
    pub title_links: Vec<String>,
    /// Who wrote it. Empty when not said.
    pub author: String,
    /// Site or company. Empty when not said.
    pub publisher: String,
    /// Where it was published. Empty when not said.
    pub url: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Language, BCP 47. Empty when not said.
    pub language: String,
    /// The license its header states. Empty when it is that of the site.
    pub license: String,
    /// The edition its header states, and the line. The text is empty when not stated.
    pub conference: (String, u32),
    /// What its header states of that edition.
    pub event: DraftEvent,
    /// What else names the event as such, with the line: a line "Conference: …" below the title, and each of several
    /// events that the header states.
    pub event_hints: Vec<(String, u32)>,
    /// What parts of the text are about other events than the rest.
    pub event_spans: Vec<EventSpan>,
    /// The first lines of the blocks that name these events.
    pub span_blocks: BTreeSet<u32>,
    /// Other places where the article stands.
    pub copies: Vec<DraftCopy>,
    /// Themes its header states for the whole recap, each with its line; tags only suggest.
    pub themes: Vec<DraftTheme>,
    /// The talks it tells of.
    pub talks: Vec<DraftTalk>,
    /// Its text, cut into notes.
    pub notes: Vec<DraftNote>,
    /// Everybody it names with an organization, and the line.
    pub people: Vec<(Named, u32)>,
    /// How many people came, by the header or else by the text: words, number, line.
    pub crowds: Vec<(String, u32, u32)>,
    /// Every passage of the article, for comparison with copies.
    pub passages: Vec<Passage>,
    /// What the site put around the article.
    pub frame: Vec<Passage>,
}

/// What a header states of its edition beside the name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DraftEvent {
    /// City, or city and country. Empty when not stated.
    pub place: String,
    /// The first day.
    pub start: Option<PartialDate>,
    /// The last day.
    pub end: Option<PartialDate>,
}

/// Lines that are about an event of their own: a row of a table, or a section with a line "Conference: …".
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EventSpan {
    /// What names the event.
    pub words: String,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// First line of the block that names it. What it names there is said of these lines alone.
    pub block: u32,
    /// The head above says that this names an event; "Where" may be a room as well.
    pub is_sure: bool,
    /// References to files of the folder in these lines.
    pub links: Vec<String>,
}

/// Another place where the article stands, as the header states it.
#[derive(Clone, Debug, Default)]
pub struct DraftCopy {
    /// Site or company.
    pub publisher: String,
    /// Address.
    pub url: String,
    /// When.
    pub published: Option<PartialDate>,
}

/// A theme as the header names it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DraftTheme {
    /// The name.
    pub name: String,
    /// The line.
    pub line: u32,
    /// It is a tag of a blog: unlike a stated theme, it may name something that is no theme.
    pub is_tag: bool,
}

/// A talk as one file tells of it.
#[derive(Clone, Debug)]
pub struct DraftTalk {
    /// The title. Empty when none is given.
    pub title: String,
    /// The id that its header states. Empty for none.
    pub id: String,
    /// The ids that it had before.
    pub former_ids: Vec<String>,
    /// What sort of talk.
    pub kind: TalkKind,
    /// Who spoke: name and organizations.
    pub speakers: Vec<Named>,
    /// When.
    pub day: Option<PartialDate>,
    /// Addresses with what is there.
    pub links: Vec<(LinkKind, String)>,
    /// Recordings.
    pub videos: Vec<Video>,
    /// Themes the header states.
    pub themes: Vec<DraftTheme>,
    /// The author's distinction. Empty for none.
    pub award: String,
    /// The rule that found it.
    pub rule: Rule,
    /// The rule could not be sure.
    pub is_uncertain: bool,
    /// First line that tells of it.
    pub first: u32,
    /// Last line of that passage.
    pub last: u32,
    /// The words that decided.
    pub reason: String,
}

impl Draft {
    /// Whether what a block names is said of a part of the text alone.
    pub fn is_apart(&self, first: u32) -> bool {
        self.span_blocks.contains(&first)
    }
}

impl DraftTalk {
    /// A talk without any facts, found by a rule at a line.
    pub fn found(rule: Rule, line: u32) -> Self {
        Self {
            title: String::new(),
            id: String::new(),
            former_ids: Vec::new(),
            kind: TalkKind::Talk,
            speakers: Vec::new(),
            day: None,
            links: Vec::new(),
            videos: Vec::new(),
            themes: Vec::new(),
            award: String::new(),
            rule,
            is_uncertain: false,
            first: line,
            last: line,
            reason: String::new(),
        }
    }

    /// The title, or a description after kind and speakers: `Keynote by Ada Weaver and Bo Thread`.
    pub fn shown_title(&self) -> String {
        // One speaks with others on a panel, and nobody gives one.
        self.described(if self.kind == TalkKind::Panel { "with" } else { "by" })
    }

    /// The [`name_key`] of what a heading may call it.
    pub(super) fn called(&self) -> Vec<String> {
        if self.title.is_empty() {
            ["by", "with"].iter().map(|link| name_key(&self.described(link))).collect()
        } else {
            vec![name_key(&self.title)]
        }
    }

    fn described(&self, link: &str) -> String {
        if !self.title.is_empty() {
            return self.title.clone();
        }
        let kind = match self.kind {
            TalkKind::Keynote => "Keynote",
            TalkKind::Talk => "Talk",
            TalkKind::Panel => "Panel",
            TalkKind::Lightning => "Lightning talk",
            TalkKind::Tutorial => "Tutorial",
        };
        let names: Vec<&str> = self.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        match names.as_slice() {
            [] => kind.to_owned(),
            [only] => format!("{kind} {link} {only}"),
            [first @ .., last] => format!("{kind} {link} {} and {last}", first.join(", ")),
        }
    }
}

/// A passage about one thing.
#[derive(Clone, Debug, Default)]
pub struct DraftNote {
    /// Heading it stands under, or its opening words.
    pub title: String,
    /// The anchor that the heading states, as in `{#name}`. Empty for none.
    pub anchor: String,
    /// Whether the title is a heading of the author.
    pub has_heading: bool,
    /// The talk it is about: a place in [`Draft::talks`].
    pub talk: Option<usize>,
    /// The author's distinction of the talk. Empty for none.
    pub award: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}
