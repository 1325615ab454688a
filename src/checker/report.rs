//! What the page shows about a file.

use crate::ingest::Diagnostic;
use crate::model::{Assignment, Block, Method, PartialDate, Rule, TalkKind};
use serde::Serialize;

/// Everything that the checker read in a file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Report {
    /// Why the file is not to be published, in words; empty if it may be.
    pub left_out: String,
    /// The title. Empty when nothing could be read.
    pub title: String,
    /// Who wrote it. Empty if unknown.
    pub author: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// The conference that it is about.
    pub conference: Option<NamedEntity>,
    /// Its talks, in reading order.
    pub talks: Vec<FoundTalk>,
    /// People and organizations that it names, without the speakers.
    pub names: Vec<NamedEntity>,
    /// Themes, the one named most often first.
    pub themes: Vec<NamedEntity>,
    /// What is wrong or uncertain, by line.
    pub problems: Vec<Diagnostic>,
    /// How many sentences it has, without short ones.
    pub n_sentences: usize,
    /// How many of them are in recaps of the site.
    pub n_known: usize,
    /// The recaps of the site that are related to the file, the closest first.
    pub recaps: Vec<RelatedRecap>,
    /// The notes, as the site would show them.
    pub notes: Vec<NotePreview>,
    /// A header that states the findings, to be put above the text.
    pub header: String,
}

/// Something of the collection that the file names.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NamedEntity {
    /// Folder of its page: `conference`, `person`, `org` or `theme`.
    pub folder: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How often the file names it; 0 if nobody counted.
    pub count: u32,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A talk.
#[derive(Clone, Debug, Serialize)]
pub struct FoundTalk {
    /// Its id, as a build would make it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The kind of talk.
    pub kind: TalkKind,
    /// Who spoke, and for whom: `Ada Weaver (Woolen)`.
    pub speakers: Vec<String>,
    /// The names of its themes.
    pub themes: Vec<String>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Why something was found.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// Who or what decided.
    pub method: Method,
    /// By which rule.
    pub rule: Rule,
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// The words that decided.
    pub words: String,
    /// Whether the rule was unsure.
    pub is_uncertain: bool,
}

impl From<&Assignment> for Reason {
    fn from(assignment: &Assignment) -> Self {
        Self {
            method: assignment.method,
            rule: assignment.rule,
            first: assignment.lines.first,
            last: assignment.lines.last,
            words: assignment.reason.clone(),
            is_uncertain: assignment.is_uncertain,
        }
    }
}

/// A recap of the site that is related to the file.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct RelatedRecap {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How many sentences of the file are in it.
    pub n_sentences: usize,
    /// Whether it has the address that the file states.
    pub has_address: bool,
    /// Whether it has the title of the file.
    pub has_title: bool,
    /// Whether it is the same recap: it has the same address, or at least half of the sentences.
    pub is_same: bool,
}

/// A note as the site would show it.
#[derive(Clone, Debug, Serialize)]
pub struct NotePreview {
    /// The title of its talk, or its heading; empty when it has neither.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
}
