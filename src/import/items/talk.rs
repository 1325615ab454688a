//! A talk as its source describes it.

use crate::import::texts::text::{NO_ADDRESS, line, page, without_mail};
use crate::ingest::letters;
use crate::model::{PartialDate, TalkKind};

/// A talk of an event.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::import) struct Talk {
    /// The source's id for it; empty if none. Two talks with the same id are one talk.
    pub(in crate::import) uid: String,
    /// Its title, on one line; never empty once it is part of an event.
    pub(in crate::import) title: String,
    /// The speakers: `Name`, or `Name (Organization)`.
    pub(in crate::import) speakers: Vec<String>,
    /// The day it was given or recorded.
    pub(in crate::import) day: Option<PartialDate>,
    /// Its kind, if the source states one.
    pub(in crate::import) kind: Option<TalkKind>,
    /// Its language: a BCP 47 tag, three letters, or an English word. Empty if not stated.
    pub(in crate::import) language: String,
    /// Its tags, as written.
    pub(in crate::import) tags: Vec<String>,
    /// The tracks it belongs to. A track is a tag that the organizers chose, so few talks make it a theme.
    pub(in crate::import) tracks: Vec<String>,
    /// Its description, in Markdown or reStructuredText. Empty if not stated.
    pub(in crate::import) text: String,
    /// Addresses of the recording.
    pub(in crate::import) videos: Vec<String>,
    /// Other addresses, each with the source's description.
    pub(in crate::import) links: Vec<(String, String)>,
}

/// Placeholders for unknown speakers.
const NOBODY: &[&str] = &[
    "variousspeakers",
    "various",
    "unknown",
    "unknownspeaker",
    "na",
    "nn",
    "tba",
    "tbd",
    "tobeannounced",
];

impl Talk {
    /// Removes personal data, empty parts and duplicates from the talk.
    pub(in crate::import) fn tidied(self) -> Self {
        let words = |text: &str| line(&without_mail(text));
        let mut speakers: Vec<String> = Vec::new();
        for name in &self.speakers {
            let name = line(&words(name).replace(NO_ADDRESS, ""));
            if !is_nobody(&name) && !speakers.contains(&name) {
                speakers.push(name);
            }
        }
        let mut videos: Vec<String> = Vec::new();
        for url in self.videos.iter().filter_map(|url| page(url)) {
            if !videos.contains(&url) {
                videos.push(url);
            }
        }
        let mut links: Vec<(String, String)> = Vec::new();
        for (label, url) in &self.links {
            let url = page(url)
                .filter(|url| !videos.contains(url) && links.iter().all(|(_, known)| known != url));
            links.extend(url.map(|url| (words(label), url)));
        }
        let tags = |tags: &[String]| {
            tags.iter().map(|tag| words(tag)).filter(|tag| !letters(tag).is_empty()).collect()
        };
        Self {
            title: words(&self.title),
            tags: tags(&self.tags),
            tracks: tags(&self.tracks),
            language: self.language.trim().to_lowercase(),
            text: without_mail(self.text.trim()),
            speakers,
            videos,
            links,
            ..self
        }
    }
}

fn is_nobody(name: &str) -> bool {
    let name = letters(name);
    name.is_empty() || NOBODY.contains(&name.as_str())
}

/// The day in the first ten characters of a text.
pub(in crate::import) fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    text.get(..10).unwrap_or(text).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_personal_or_repeated_goes() {
        let owned =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let talk = Talk {
            title: " On\n Looms ".to_owned(),
            speakers: owned(&[
                "Ada  Weaver",
                "TBA",
                "N.N.",
                "Ada Weaver",
                "",
                "Bo Thread <bo@loom.example>",
            ]),
            tags: owned(&["weft", "?!"]),
            videos: owned(&["https://v.example/1", "javascript:x", "https://v.example/1"]),
            links: vec![
                ("Mail".to_owned(), "mailto:ada@loom.example".to_owned()),
                ("Slides".to_owned(), "https://s.example".to_owned()),
            ],
            text: " Ask ada@loom.example ".to_owned(),
            ..Talk::default()
        };
        let talk = talk.tidied();
        assert_eq!(talk.title, "On Looms");
        assert_eq!(talk.speakers, ["Ada Weaver", "Bo Thread"]);
        assert_eq!((talk.tags.len(), talk.videos.len(), talk.links.len()), (1, 1, 1));
        assert!(!talk.text.contains('@'));
    }
}
