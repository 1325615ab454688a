//! The recap of an event: a header that lists its talks, and a section for each talk with a description.

use super::items::event::{Event, Form};
use super::items::languages::tag;
use super::items::talk::Talk;
use super::items::themes::{TagThemes, kind};
use super::texts::description::{description, plain};
use crate::ingest::name_key;
use crate::model::{LinkKind, TalkKind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Most talks in one file. A larger event becomes several files, because the length of a header is limited. Each states
/// that it continues the first, so that all are one recap.
const MOST_TALKS: usize = 300;

/// Largest header in bytes, which leaves room for keys and themes.
const MOST_HEADER_BYTES: usize = 180_000;

/// Most bytes of descriptions in one file. A file may have twice as many.
const MOST_TEXT_BYTES: usize = 1_000_000;

#[derive(Serialize)]
struct RecapHeader<'a> {
    title: String,
    slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    author: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    publisher: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    conference: &'a str,
    talks: Vec<TalkEntry<'a>>,
}

/// Empty fields are not written.
#[derive(Serialize)]
struct TalkEntry<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "is_talk")]
    kind: TalkKind,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    speakers: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    video: Vec<&'a str>,
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

/// The recap of an event by path: one file, or several when it has very many talks.
pub(super) fn recaps(event: &Event, themes: &TagThemes) -> BTreeMap<String, Vec<u8>> {
    let parts = parts(&event.talks).into_iter().zip(1..);
    parts.map(|(talks, part)| recap(event, talks, part, themes)).collect()
}

/// Splits the talks into parts that fit into one file each.
fn parts(talks: &[Talk]) -> Vec<&[Talk]> {
    let mut parts = Vec::new();
    let mut rest = talks;
    while !rest.is_empty() {
        let (mut header, mut text) = (0, 0);
        let fits = |talk: &&Talk| {
            header += header_bytes(talk);
            text += talk.text.len();
            header <= MOST_HEADER_BYTES && text <= MOST_TEXT_BYTES
        };
        let n_talks = rest.iter().take(MOST_TALKS).take_while(fits).count().max(1);
        let (part, others) = rest.split_at(n_talks);
        parts.push(part);
        rest = others;
    }
    parts
}

/// The approximate number of header bytes that a talk takes.
fn header_bytes(talk: &Talk) -> usize {
    const KEYS: usize = 200;
    let links = talk.links.iter().map(|(_, url)| url);
    let texts = talk.speakers.iter().chain(&talk.videos).chain(links).chain([&talk.title]);
    texts.map(|text| text.len() + 8).sum::<usize>() + KEYS
}

fn recap(event: &Event, talks: &[Talk], part: usize, themes: &TagThemes) -> (String, Vec<u8>) {
    let id = if part == 1 { event.id.clone() } else { format!("{}-{part}", event.id) };
    let titles: BTreeSet<String> = talks.iter().map(|talk| name_key(&talk.title)).collect();
    let sections = sections(event, talks, part, &titles);
    let file = header(event, talks, part, &id, themes) + &sections;
    (format!("{}/{id}.md", words(event.form).0), file.into_bytes())
}

/// The folder for recaps of a form, and the endings of their slugs and titles.
fn words(form: Form) -> (&'static str, &'static str, &'static str) {
    match form {
        Form::Recordings => ("recordings", "recordings", "recorded talks"),
        Form::Schedule | Form::Edition => ("schedules", "schedule", "schedule"),
    }
}

fn header(event: &Event, talks: &[Talk], part: usize, id: &str, themes: &TagThemes) -> String {
    let number = if part == 1 { String::new() } else { format!(" ({part})") };
    let (_, slug, title) = words(event.form);
    let header = RecapHeader {
        title: format!("{}: {title}{number}", event.name),
        slug: format!("{id}-{slug}"),
        part_of: (part > 1).then(|| format!("{}-{slug}", event.id)),
        author: &event.credit.author,
        publisher: &event.credit.publisher,
        url: &event.credit.url,
        language: language(event.form, talks),
        conference: &event.id,
        talks: talks.iter().map(|talk| entry(talk, themes)).collect(),
    };
    // This never fails: texts, lists and tables of texts are valid TOML.
    format!("+++\n{}+++\n\n", toml::to_string(&header).unwrap_or_default())
}

fn entry<'a>(talk: &'a Talk, themes: &'a TagThemes) -> TalkEntry<'a> {
    let of = |wanted: LinkKind| {
        let links = talk.links.iter().filter(move |(label, _)| link_kind(label) == Some(wanted));
        links.map(|(_, url)| url.as_str())
    };
    let videos = talk.videos.iter().map(String::as_str);
    let kind = || kind(&talk.title, talk.tags.iter().chain(&talk.tracks).map(String::as_str));
    TalkEntry {
        title: &talk.title,
        kind: talk.kind.unwrap_or_else(kind),
        speakers: &talk.speakers,
        day: talk.day.map(|day| day.to_string()),
        video: videos.chain(of(LinkKind::Video)).collect(),
        slides: of(LinkKind::Slides).collect(),
        schedule: of(LinkKind::Schedule).collect(),
        links: of(LinkKind::Other).collect(),
        themes: themes.among(talk.tags.iter().chain(&talk.tracks)),
    }
}

/// The kind of a link, judging by the source's description; `None` if the link is not about the talk.
fn link_kind(label: &str) -> Option<LinkKind> {
    let label = label.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    if has(&["feedback", "chat room", "live stream", "livestream"]) {
        None
    } else if has(&["slides", "presentation"]) {
        Some(LinkKind::Slides)
    } else if has(&["video", "recording"]) {
        Some(LinkKind::Video)
    } else if has(&["schedule"]) {
        Some(LinkKind::Schedule)
    } else {
        Some(LinkKind::Other)
    }
}

/// The description of the event, then a section for each talk with a description.
fn sections(event: &Event, talks: &[Talk], part: usize, titles: &BTreeSet<String>) -> String {
    let about = if part == 1 { description(&event.text, titles) } else { String::new() };
    let described = talks.iter().filter(|talk| !talk.text.is_empty()).map(|talk| {
        let text = description(&talk.text, titles);
        format!("## {}\n\n{text}", plain(&talk.title))
    });
    let sections = std::iter::once(about).filter(|about| !about.is_empty()).chain(described);
    sections.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The language of most talks as a BCP 47 tag. Archives of recordings are in English unless they say otherwise.
fn language(form: Form, talks: &[Talk]) -> &str {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for talk in talks.iter().filter(|talk| !talk.language.is_empty()) {
        *counts.entry(&talk.language).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(most, _)| tag(most));
    most.unwrap_or(if form == Form::Recordings { "en" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recap_holds_no_more_than_a_header_may() {
        let sizes = |texts: usize, talks: usize| {
            let talk = Talk { text: "x".repeat(texts), ..Talk::default() };
            parts(&vec![talk; talks]).iter().map(|part| part.len()).collect::<Vec<_>>()
        };
        assert_eq!(sizes(1, 301), [300, 1]);
        assert_eq!(sizes(MOST_TEXT_BYTES / 2, 3), [2, 1]);
        assert_eq!(sizes(MOST_TEXT_BYTES * 2, 2), [1, 1]);
        assert_eq!(sizes(1, 0), [0; 0]);
    }

    #[test]
    fn a_link_is_what_its_label_says() {
        for (label, kind) in [
            ("Slides (PDF)", Some(LinkKind::Slides)),
            ("Video recording (mp4)", Some(LinkKind::Video)),
            ("Conference schedule", Some(LinkKind::Schedule)),
            ("Submit feedback", None),
            ("", Some(LinkKind::Other)),
        ] {
            assert_eq!(link_kind(label), kind, "{label}");
        }
    }
}
