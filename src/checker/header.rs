//! A header that states the findings.

use super::report::{FoundTalk, NamedEntity};
use crate::ingest::{YamlHeader, YamlTalk};
use crate::model::Recap;

/// A header in YAML. Lines that only the author can fill in are comments.
pub(super) fn header(
    recap: &Recap,
    conference: Option<&NamedEntity>,
    talks: &[FoundTalk],
) -> String {
    let talk = |talk: &FoundTalk| YamlTalk {
        title: talk.title.clone(),
        kind: talk.kind,
        speakers: talk.speakers.clone(),
    };
    let header = YamlHeader {
        title: recap.title.clone(),
        author: recap.author.clone(),
        url: recap.copies.first().map(|copy| copy.url.clone()).unwrap_or_default(),
        published: recap.published.map(|date| date.to_string()).unwrap_or_default(),
        language: recap.language.clone(),
        conference: conference.map(|found| found.id.clone()).unwrap_or_default(),
        is_draft: false,
        talks: talks.iter().map(talk).collect(),
    };
    header.written()
}
