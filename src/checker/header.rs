//! A header that states the findings.

use super::report::{Found, FoundTalk};
use crate::ingest::yaml_text;
use crate::model::{Recap, TalkKind};

/// A header in YAML. Lines that only the author can fill in are comments.
pub(super) fn header(recap: &Recap, conference: Option<&Found>, talks: &[FoundTalk]) -> String {
    let mut lines = vec!["---".to_owned(), format!("title: {}", yaml_text(&recap.title))];
    let url = recap.copies.first().map_or("", |copy| copy.url.as_str());
    let published = recap.published.map(|date| date.to_string()).unwrap_or_default();
    for (key, value, example) in [
        ("author", recap.author.as_str(), "Your Name"),
        ("url", url, "https://example.org/where-it-was-published-first"),
        ("published", &published, "2024-05-20"),
    ] {
        lines.push(match value {
            "" => format!("# {key}: {example}"),
            value => format!("{key}: {}", yaml_text(value)),
        });
    }
    if recap.language != "en" {
        lines.push(format!("language: {}", yaml_text(&recap.language)));
    }
    lines.push(match conference {
        Some(found) => format!("conference: {}", yaml_text(&found.id)),
        None => "# conference: Name of the Conference 2024".to_owned(),
    });
    if !talks.is_empty() {
        lines.push("talks:".to_owned());
    }
    for talk in talks {
        lines.push(format!("  - title: {}", yaml_text(&talk.title)));
        if let Some(kind) = kind(talk.kind) {
            lines.push(format!("    kind: {kind}"));
        }
        if !talk.speakers.is_empty() {
            let speakers: Vec<String> = talk.speakers.iter().map(|name| yaml_text(name)).collect();
            lines.push(format!("    speakers: [{}]", speakers.join(", ")));
        }
    }
    lines.push("---\n".to_owned());
    lines.join("\n")
}

/// The word for a kind in a header. A plain talk needs none.
fn kind(kind: TalkKind) -> Option<&'static str> {
    match kind {
        TalkKind::Talk => None,
        TalkKind::Keynote => Some("keynote"),
        TalkKind::Panel => Some("panel"),
        TalkKind::Lightning => Some("lightning"),
        TalkKind::Tutorial => Some("tutorial"),
    }
}
