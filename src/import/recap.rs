//! The recap of an event: a header that lists its talks, and a section for each that is described.

use super::description::{description, plain};
use super::event::Event;
use super::themes::{Themes, kind};
use super::video::Video;
use crate::ingest::letters;
use crate::model::{LinkKind, TalkKind, slug};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Talks of one recap. A larger event becomes several, since a header may only be so long.
const MOST_TALKS: usize = 300;

#[derive(Serialize)]
struct Header<'a> {
    title: String,
    slug: String,
    author: &'a str,
    publisher: &'a str,
    url: String,
    language: &'a str,
    conference: &'a str,
    talks: Vec<Talk<'a>>,
}

/// What is empty is not written.
#[derive(Serialize)]
struct Talk<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "is_talk")]
    kind: TalkKind,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    speakers: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    video: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    slides: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schedule: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<&'a str>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    themes: BTreeSet<&'a str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_talk(kind: &TalkKind) -> bool {
    *kind == TalkKind::Talk
}

/// The recaps of an event by path: one, or several when it has very many talks.
pub(super) fn recaps(event: &Event, themes: &Themes) -> BTreeMap<String, Vec<u8>> {
    let parts = event.videos.chunks(MOST_TALKS).zip(1..);
    parts.map(|(videos, part)| recap(event, videos, part, themes)).collect()
}

fn recap(event: &Event, videos: &[Video], part: usize, themes: &Themes) -> (String, Vec<u8>) {
    let id = if part == 1 { event.id.clone() } else { format!("{}-{part}", event.id) };
    let titles: BTreeSet<String> = videos.iter().map(|video| letters(&video.title)).collect();
    let file = header(event, videos, part, &id, themes) + &sections(event, videos, &titles);
    (format!("{id}.md"), file.into_bytes())
}

fn header(event: &Event, videos: &[Video], part: usize, id: &str, themes: &Themes) -> String {
    let number = if part == 1 { String::new() } else { format!(" ({part})") };
    let page = slug(&deunicode::deunicode(&event.name));
    let header = Header {
        title: format!("{}: recorded talks{number}", event.name),
        slug: format!("{id}-recordings"),
        author: "PyVideo contributors",
        publisher: "PyVideo",
        url: format!("https://pyvideo.org/events/{page}.html"),
        language: language(videos),
        conference: &event.id,
        talks: videos.iter().map(|video| talk(video, themes)).collect(),
    };
    // Texts, lists and tables of texts: TOML has a place for each.
    format!("+++\n{}+++\n\n", toml::to_string(&header).unwrap_or_default())
}

fn talk<'a>(video: &'a Video, themes: &'a Themes) -> Talk<'a> {
    let of = |wanted: LinkKind| {
        let links = video.links.iter().filter(move |(label, _)| link_kind(label) == wanted);
        links.map(|(_, url)| url.as_str()).collect()
    };
    Talk {
        title: &video.title,
        kind: kind(&video.title, &video.tags),
        speakers: &video.speakers,
        day: video.day.map(|day| day.to_string()),
        video: &video.videos,
        slides: of(LinkKind::Slides),
        schedule: of(LinkKind::Schedule),
        links: of(LinkKind::Other),
        themes: themes.among(&video.tags),
    }
}

/// What is behind a link, by the words the archive has for it.
fn link_kind(label: &str) -> LinkKind {
    let label = label.to_lowercase();
    if label.contains("slides") {
        LinkKind::Slides
    } else if label.contains("schedule") {
        LinkKind::Schedule
    } else {
        LinkKind::Other
    }
}

/// What is said of the event, then a section for each talk that is described.
fn sections(event: &Event, videos: &[Video], titles: &BTreeSet<String>) -> String {
    let about = description(&event.text, titles);
    let described = videos.iter().filter(|video| !video.text.is_empty()).map(|video| {
        let text = description(&video.text, titles);
        format!("## {}\n\n{text}", plain(&video.title))
    });
    let sections = std::iter::once(about).filter(|about| !about.is_empty()).chain(described);
    sections.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The language of most recordings as BCP 47 has it: two letters where there are such.
fn language(videos: &[Video]) -> &str {
    const SHORT: [(&str, &str); 22] = [
        ("ara", "ar"),
        ("ces", "cs"),
        ("chi", "zh"),
        ("deu", "de"),
        ("eng", "en"),
        ("fin", "fi"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("ger", "de"),
        ("heb", "he"),
        ("ita", "it"),
        ("jpn", "ja"),
        ("kor", "ko"),
        ("lit", "lt"),
        ("nld", "nl"),
        ("pol", "pl"),
        ("por", "pt"),
        ("rus", "ru"),
        ("slk", "sk"),
        ("spa", "es"),
        ("ukr", "uk"),
        ("zho", "zh"),
    ];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for video in videos.iter().filter(|video| !video.language.is_empty()) {
        *counts.entry(&video.language).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map_or("eng", |(most, _)| most);
    SHORT.iter().find(|(long, _)| *long == most).map_or(most, |(_, short)| short)
}
