//! One recording: a file of `videos/`.

use crate::ingest::{letters, linkable};
use crate::model::PartialDate;
use serde_json::Value;

/// A recording as its file tells of it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Video {
    /// Its title, on one line; never empty.
    pub(super) title: String,
    /// Who spoke.
    pub(super) speakers: Vec<String>,
    /// When it was recorded.
    pub(super) day: Option<PartialDate>,
    /// Three letters for its language, or more for a variant. Empty when not said.
    pub(super) language: String,
    /// Its tags, as written.
    pub(super) tags: Vec<String>,
    /// What it is about, in Markdown or reStructuredText. Empty when not said.
    pub(super) text: String,
    /// Addresses of the recording.
    pub(super) videos: Vec<String>,
    /// Other addresses, with what the archive says is there.
    pub(super) links: Vec<(String, String)>,
}

/// Stand-ins for speakers whom the archive does not name.
const NOBODY: &[&str] =
    &["variousspeakers", "various", "unknown", "unknownspeaker", "na", "tba", "tbd"];

impl Video {
    /// Reads a recording, or says why it cannot be taken over: a code, and the reason.
    ///
    /// Only the title is needed; a value of another type than expected counts as not said.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, (&'static str, String)> {
        let value: Value = serde_json::from_slice(bytes)
            .map_err(|error| ("broken-json", format!("it is no JSON: {error}")))?;
        let title = line(text(&value, "title"));
        if letters(&title).is_empty() {
            return Err(("no-title", "the recording has no title".to_owned()));
        }
        let speakers = texts(&value, "speakers").map(line);
        let videos = list(&value, "videos").filter_map(|video| linkable(text(video, "url")));
        let links = list(&value, "related_urls").filter_map(|link| {
            if let Value::String(url) = link {
                return Some((String::new(), linkable(url)?));
            }
            Some((line(text(link, "label")), linkable(text(link, "url"))?))
        });
        Ok(Self {
            speakers: speakers.filter(|name| !is_nobody(name)).collect(),
            day: text(&value, "recorded").get(..10).and_then(|day| day.parse().ok()),
            language: text(&value, "language").trim().to_lowercase(),
            tags: texts(&value, "tags").map(line).filter(|tag| !tag.is_empty()).collect(),
            text: whole_text(&value),
            videos: videos.collect(),
            links: links.collect(),
            title,
        })
    }
}

/// Summary, abstract and description; one that another one holds is said once.
fn whole_text(value: &Value) -> String {
    let all = ["summary", "abstract", "description"].map(|key| text(value, key).trim());
    let folded = all.map(letters);
    let mut parts: Vec<&str> = Vec::new();
    for (place, (part, own)) in all.iter().zip(&folded).enumerate() {
        let is_within = |(other, text): (usize, &String)| {
            other != place && text.contains(own.as_str()) && (text != own || other > place)
        };
        if !own.is_empty() && !folded.iter().enumerate().any(is_within) {
            parts.push(part);
        }
    }
    parts.join("\n\n")
}

fn is_nobody(name: &str) -> bool {
    let name = letters(name);
    name.is_empty() || NOBODY.contains(&name.as_str())
}

/// The text of a key; empty for none.
pub(super) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn texts<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(value, key).filter_map(Value::as_str)
}

/// A text on one line, without controls.
pub(super) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_the_title_may_be_missing_or_of_another_type() {
        let video =
            Video::read(br#"{"title": " On\n Looms ", "speakers": null, "tags": 3}"#).unwrap();
        assert_eq!(video, Video { title: "On Looms".to_owned(), ..Video::default() });
        for (text, code) in [
            ("{", "broken-json"),
            ("[]", "no-title"),
            (r#"{"title": "?!"}"#, "no-title"),
            (r#"{"title": null}"#, "no-title"),
        ] {
            assert_eq!(Video::read(text.as_bytes()).unwrap_err().0, code, "{text}");
        }
    }

    #[test]
    fn what_it_tells_is_taken_over() {
        let video = Video::read(
            br#"{"title": "Looms", "recorded": "2018-05-02T10:00:00", "language": "ENG",
            "speakers": ["Ada Weaver (Warpworks)", "Various speakers"], "tags": ["weft", ""],
            "videos": [{"url": "https://v.example/1", "type": "mp4"}, {"url": "javascript:x"}],
            "related_urls": ["https://a.example", {"label": "Slides", "url": "https://b.example"}]}"#,
        )
        .unwrap();
        assert_eq!(video.speakers, ["Ada Weaver (Warpworks)"]);
        assert_eq!(video.day.map(|day| day.to_string()).as_deref(), Some("2018-05-02"));
        assert_eq!((video.language.as_str(), video.tags.len()), ("eng", 1));
        assert_eq!(video.videos, ["https://v.example/1"]);
        assert_eq!(video.links[1], ("Slides".to_owned(), "https://b.example".to_owned()));
    }

    #[test]
    fn what_is_said_twice_is_taken_once() {
        let check = |json: &str, expected: &str| {
            assert_eq!(Video::read(json.as_bytes()).unwrap().text, expected);
        };
        check(
            r#"{"title": "A", "summary": "Warp.", "description": "Warp. And weft."}"#,
            "Warp. And weft.",
        );
        check(r#"{"title": "A", "summary": "Warp.", "description": "warp"}"#, "warp");
        check(r#"{"title": "A", "summary": "Warp.", "description": "Weft."}"#, "Warp.\n\nWeft.");
        check(r#"{"title": "A", "summary": "--"}"#, "");
    }
}
