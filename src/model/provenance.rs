//! Where each statement in the dataset comes from: which lines of which file, and who decided it.

use super::{ConferenceId, NoteId, OrganizationId, PersonId, RecapId, TalkId, ThemeId};
use serde::{Deserialize, Serialize};

/// A range of lines in one file of the data folder.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Lines {
    /// Path below the data folder, with `/`.
    pub file: String,
    /// First line, counted from 1.
    pub first: u32,
    /// Last line, inclusive.
    pub last: u32,
}

/// Who or what decided on an assignment.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// The recap's own header says so.
    Stated,
    /// A rule of Hallway found it in the text.
    Matched,
    /// A registry of the curator says so.
    Set,
}

/// The rule that found something in the text; its name is the documentation a reader gets.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A key of the header.
    FrontMatter,
    /// Series, region and year stand together in the title.
    EditionInTitle,
    /// Series, region and year stand together in the text.
    EditionInText,
    /// The series with a city or venue of one of its editions.
    EditionByPlace,
    /// The series and a date within or shortly after one of its editions.
    EditionByDate,
    /// A folder or file is named after the edition.
    EditionInPath,
    /// The other recaps in the folder are about the edition.
    EditionByFolder,
    /// A heading is the talk's title.
    TalkInHeading,
    /// A list item of the form "Title - note".
    TalkInListItem,
    /// A row of a table is a talk.
    TalkInTable,
    /// A paragraph begins with title and speaker.
    TalkInParagraph,
    /// A title in quotation marks with its speaker in the same sentence.
    TalkInQuotes,
    /// A title in bold, in italics or linked, with its speaker in the same sentence.
    TalkSetOff,
    /// "talk", "keynote" or "session" with its speaker but without a title, or a name where the title would be.
    TalkBySpeaker,
    /// The title of a file beside other files that are each about one talk.
    TalkInFile,
    /// "Name from Company" and forms like it.
    NameFromCompany,
    /// A name the registry of people knows.
    KnownName,
    /// A whole word or phrase that is a name or alias of the theme.
    ThemeAlias,
    /// The heading above is a name of the theme.
    ThemeHeading,
    /// An organization the registry knows, named in the text.
    KnownOrganization,
    /// Articles that share most of their five-word sequences.
    CopyByShingles,
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: [Self; 21] = [
        Self::FrontMatter,
        Self::EditionInTitle,
        Self::EditionInText,
        Self::EditionByPlace,
        Self::EditionByDate,
        Self::EditionInPath,
        Self::EditionByFolder,
        Self::TalkInHeading,
        Self::TalkInListItem,
        Self::TalkInTable,
        Self::TalkInParagraph,
        Self::TalkInQuotes,
        Self::TalkSetOff,
        Self::TalkBySpeaker,
        Self::TalkInFile,
        Self::NameFromCompany,
        Self::KnownName,
        Self::ThemeAlias,
        Self::ThemeHeading,
        Self::KnownOrganization,
        Self::CopyByShingles,
    ];
}

/// What an assignment says something about.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// A recap.
    Recap(RecapId),
    /// A talk.
    Talk(TalkId),
    /// A note.
    Note(NoteId),
}

/// What was assigned to the subject.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// The edition it belongs to.
    Conference(ConferenceId),
    /// The talk it is about.
    Talk(TalkId),
    /// A person who spoke or is named.
    Person(PersonId),
    /// An organization somebody spoke for, or that is named.
    Organization(OrganizationId),
    /// A theme it is about.
    Theme(ThemeId),
    /// The file it is a copy of.
    Copy(String),
}

/// One statement of the dataset, with its reason.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Assignment {
    /// What it is about.
    pub subject: Subject,
    /// What was assigned.
    pub target: Target,
    /// Who or what decided.
    pub method: Method,
    /// By which rule.
    pub rule: Rule,
    /// The lines that gave rise to it.
    pub lines: Lines,
    /// The words or facts that decided, in words for a reader.
    pub reason: String,
    /// The rule could not be sure, and the bundler warned about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_uncertain: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rules_are_listed() {
        let places: Vec<usize> = Rule::ALL.iter().map(|rule| *rule as usize).collect();
        assert_eq!(places, (0..=Rule::CopyByShingles as usize).collect::<Vec<_>>());
    }
}
