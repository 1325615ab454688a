//! English, for the reasons of assignments.

use crate::model::{Method, Rule};

/// Opens the reason of an assignment.
pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Stated => "is given in",
        Method::Matched => "was matched by rule:",
        Method::Set => "is set by a registry:",
    }
}

/// What a rule looks for.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::FrontMatter => "the file’s header",
        Rule::EditionInTitle => "conference, region and year in the title",
        Rule::EditionInText => "conference, region and year in the text",
        Rule::EditionByPlace => "the conference with its city or venue",
        Rule::EditionByDate => "the conference with a date close to it",
        Rule::EditionInPath => "a folder or file named after the conference",
        Rule::EditionByFolder => "the other recaps in its folder",
        Rule::TalkInHeading => "a heading that is a title",
        Rule::TalkInListItem => "a list item of title and note",
        Rule::TalkInTable => "a row of a table of talks",
        Rule::TalkInParagraph => "a paragraph that begins with title and speaker",
        Rule::TalkSetOff => "a bold, italic or linked title beside its speaker",
        Rule::TalkInQuotes => "a quoted title beside its speaker",
        Rule::TalkBySpeaker => "a talk named by its speaker only",
        Rule::TalkInFile => "a file about one talk, like those beside it",
        Rule::NameFromCompany => "a name with a company",
        Rule::KnownName => "a name in the registry of people",
        Rule::ThemeAlias => "a name of the theme as a whole word",
        Rule::ThemeHeading => "a heading that is a name of the theme",
        Rule::KnownOrganization => "a name in the registry of organizations",
        Rule::CopyByShingles => "most runs of five words shared",
    }
}
