//! What one file says, before it is compared with other files or registries.

use crate::ingest::names::named_people::Named;
use crate::ingest::passage::Passage;
use crate::ingest::spelling::name_key;
use crate::model::{Block, LinkKind, PartialDate, Rule, TalkKind, Video};
use std::collections::BTreeSet;

/// A recap as one file gives it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Path below the data folder.
    pub path: String,
    /// Whether a header states the facts. Otherwise they were found by their shape.
    pub is_stated: bool,
    /// The stable name its author asks for. Empty for none.
    pub slug: String,
    /// The ids that it had before.
    pub former_ids: Vec<String>,
    /// The stable name of the recap that it continues, and the line. The text is empty when it is a recap of its own.
    pub part_of: (String, u32),
    /// Title, and its line. The text is empty when no line looks like a title.
    pub title: (String, u32),
    /// Addresses that the title links to.
    pub title_links: Vec<String>,
    /// Who wrote it. Empty when the file does not say.
    pub author: String,
    /// Site or company. Empty when the file does not say.
    pub publisher: String,
    /// Where it was published. Empty when the file does not say.
    pub url: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Only its path says when it was published.
    pub is_dated_by_path: bool,
    /// Language, BCP 47. Empty when the file does not say.
    pub language: String,
    /// The license that its header states. Empty when the license of the site applies.
    pub license: String,
    /// The edition that its header states, and the line. The text is empty when none is stated.
    pub conference: (String, u32),
    /// What its header states about that edition.
    pub event: DraftEvent,
    /// Other words that name the event, with the line: a line "Conference: …" below the title, and each event when the
    /// header states several.
    pub event_hints: Vec<(String, u32)>,
    /// Parts of the text that are about other events than the rest.
    pub event_spans: Vec<EventSpan>,
    /// The first lines of the blocks that name these events.
    pub span_blocks: BTreeSet<u32>,
    /// Other places where the article is published.
    pub copies: Vec<DraftCopy>,
    /// Themes that its header states for the whole recap, each with its line. A tag is only a suggestion.
    pub themes: Vec<DraftTheme>,
    /// The talks it describes.
    pub talks: Vec<DraftTalk>,
    /// Its text, cut into notes.
    pub notes: Vec<DraftNote>,
    /// Everybody it names with an organization, and the line.
    pub people: Vec<(Named, u32)>,
    /// How many people came, from the header or otherwise from the text: words, number, line.
    pub crowds: Vec<(String, u32, u32)>,
    /// Every passage of the article, used for comparison with copies.
    pub passages: Vec<Passage>,
    /// Text that the site put around the article.
    pub frame: Vec<Passage>,
}

/// What a header states about its edition besides the name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DraftEvent {
    /// City, or city and country. Empty when not stated.
    pub place: String,
    /// The first day.
    pub start: Option<PartialDate>,
    /// The last day.
    pub end: Option<PartialDate>,
}

/// Lines that are about a separate event: a row of a table, or a section with a line "Conference: …".
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EventSpan {
    /// The words that name the event.
    pub words: String,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// First line of the block that names it. Whatever that block names applies to these lines only.
    pub block: u32,
    /// The head of the column shows that this names an event; "Where" may also be a room.
    pub is_sure: bool,
    /// References to files of the folder in these lines.
    pub links: Vec<String>,
}

/// Another place where the article is published, as the header states it.
#[derive(Clone, Debug, Default)]
pub struct DraftCopy {
    /// Site or company.
    pub publisher: String,
    /// Address.
    pub url: String,
    /// When it was published there.
    pub published: Option<PartialDate>,
}

/// A theme as the header names it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DraftTheme {
    /// The name.
    pub name: String,
    /// The line.
    pub line: u32,
    /// It is a blog tag. Unlike a stated theme, it may name something that is not a theme.
    pub is_tag: bool,
}

/// A talk as one file describes it.
#[derive(Clone, Debug)]
pub struct DraftTalk {
    /// The title. Empty when none is given.
    pub title: String,
    /// The id that its header states. Empty for none.
    pub id: String,
    /// The ids that it had before.
    pub former_ids: Vec<String>,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The speakers: name and organizations.
    pub speakers: Vec<Named>,
    /// When.
    pub day: Option<PartialDate>,
    /// Addresses, each with the kind of its target.
    pub links: Vec<(LinkKind, String)>,
    /// Recordings.
    pub videos: Vec<Video>,
    /// Themes that the header states.
    pub themes: Vec<DraftTheme>,
    /// The distinction that the author gives it. Empty for none.
    pub award: String,
    /// The rule that found it.
    pub rule: Rule,
    /// The rule could not be sure.
    pub is_uncertain: bool,
    /// First line that mentions it.
    pub first: u32,
    /// Last line of that passage.
    pub last: u32,
    /// The words that the rule matched.
    pub reason: String,
}

impl Draft {
    /// Whether the names in a block apply to only a part of the text.
    pub fn is_apart(&self, first: u32) -> bool {
        self.span_blocks.contains(&first)
    }
}

impl DraftTalk {
    /// A talk without any facts, which a rule found at a line.
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

    /// The title, or a description made from kind and speakers: `Keynote by Ada Weaver and Bo Thread`.
    pub fn shown_title(&self) -> String {
        self.title_with(&self.speaker_names())
    }

    /// The title, or a description with these names of the speakers.
    pub fn title_with(&self, speakers: &[&str]) -> String {
        // People speak together on a panel; nobody gives one.
        self.described(if self.kind == TalkKind::Panel { "with" } else { "by" }, speakers)
    }

    fn speaker_names(&self) -> Vec<&str> {
        self.speakers.iter().map(|speaker| speaker.name.as_str()).collect()
    }

    /// The [`name_key`] of every name that a heading may use for it.
    pub(super) fn called(&self) -> Vec<String> {
        if self.title.is_empty() {
            let names = self.speaker_names();
            ["by", "with"].iter().map(|link| name_key(&self.described(link, &names))).collect()
        } else {
            vec![name_key(&self.title)]
        }
    }

    fn described(&self, link: &str, speakers: &[&str]) -> String {
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
        match speakers {
            [] => kind.to_owned(),
            [only] => format!("{kind} {link} {only}"),
            [first @ .., last] => format!("{kind} {link} {} and {last}", first.join(", ")),
        }
    }
}

/// A passage about one thing.
#[derive(Clone, Debug, Default)]
pub struct DraftNote {
    /// The heading above it, or its opening words.
    pub title: String,
    /// The anchor that the heading states, as in `{#name}`. Empty for none.
    pub anchor: String,
    /// Whether the title is a heading of the author.
    pub has_heading: bool,
    /// The talk it is about: an index into [`Draft::talks`].
    pub talk: Option<usize>,
    /// The distinction that the author gives the talk. Empty for none.
    pub award: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
}
