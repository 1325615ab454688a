//! `PyVideo`: a folder for each event, with `category.json` and `videos/*.json`.

use crate::import::items::event::{Credit, Event, Form, with_year};
use crate::import::items::reading::{Reading, left_out};
use crate::import::items::talk::{Talk, day};
use crate::import::texts::text::{line, list, no_json, text, texts, whole_text};
use crate::ingest::letters;
use crate::text::any_script::slug;
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads the events, with every recording that can be read.
pub(in crate::import) fn read(files: &BTreeMap<String, Vec<u8>>, reading: &mut Reading) {
    let mut events: BTreeMap<String, Event> = BTreeMap::new();
    for (path, bytes) in files {
        let parts: Vec<&str> = path.rsplit('/').collect();
        match parts.as_slice() {
            ["category.json", rest @ ..] => {
                let folder = folder(rest);
                let event = events.entry(folder.to_owned()).or_insert_with(|| new(folder, path));
                path.clone_into(&mut event.path);
                if let Err(message) = describe(event, bytes) {
                    let help = "fix the file; until then the event is named after its folder";
                    reading.diagnostics.push(left_out("broken-json", path, message, help));
                }
            }
            [_, "videos", rest @ ..] => match talk(bytes) {
                Ok(talk) => {
                    let folder = folder(rest);
                    let event =
                        events.entry(folder.to_owned()).or_insert_with(|| new(folder, path));
                    reading.add(event, talk, path);
                }
                Err((code, message)) => {
                    let help = "the recording is left out until the file is fixed";
                    reading.diagnostics.push(left_out(code, path, message, help));
                }
            },
            _ => reading.is_none(path),
        }
    }
    for event in events.values_mut() {
        if event.key.is_empty() {
            event.key = with_year(&event.name, event.days().0);
        }
        let page = slug(&event.name);
        event.credit = Credit {
            author: "PyVideo contributors".to_owned(),
            publisher: "PyVideo".to_owned(),
            url: format!("https://pyvideo.org/events/{page}.html"),
        };
    }
    reading.events.extend(events.into_values());
}

/// The name of the folder of an event; empty for an event that is the whole source.
fn folder<'p>(around: &[&'p str]) -> &'p str {
    let folder = around.first().copied().unwrap_or_default();
    // What lies at the top of an archive has no folder, and the name of the archive may be anything.
    if folder.to_lowercase().ends_with(".zip") { "" } else { folder }
}

fn new(folder: &str, path: &str) -> Event {
    Event {
        key: folder.to_owned(),
        name: if folder.is_empty() { "Event".to_owned() } else { folder.to_owned() },
        path: path.to_owned(),
        form: Form::Recordings,
        ..Event::default()
    }
}

/// Reads a `category.json`, or returns why it cannot be read.
fn describe(event: &mut Event, bytes: &[u8]) -> Result<(), String> {
    let value: Value = serde_json::from_slice(bytes).map_err(|error| no_json(&error))?;
    let name = line(&text(&value, "title"));
    if !letters(&name).is_empty() {
        event.name = name;
    }
    event.text = text(&value, "description");
    event.url = text(&value, "url");
    event.stated = (day(&text(&value, "start_date")), day(&text(&value, "end_date")));
    Ok(())
}

/// Reads a recording, or returns why it cannot be imported: a code and a reason.
///
/// Only the title is required. A value of an unexpected type counts as not stated.
fn talk(bytes: &[u8]) -> Result<Talk, (&'static str, String)> {
    let value: Value =
        serde_json::from_slice(bytes).map_err(|error| ("broken-json", no_json(&error)))?;
    let title = text(&value, "title");
    if letters(&title).is_empty() {
        return Err(("no-title", "the recording has no title".to_owned()));
    }
    let links = list(&value, "related_urls").map(|link| {
        if let Value::String(url) = link {
            return (String::new(), url.clone());
        }
        (text(link, "label"), text(link, "url"))
    });
    let owned = |key| texts(&value, key).map(str::to_owned).collect();
    Ok(Talk {
        speakers: owned("speakers"),
        day: day(&text(&value, "recorded")),
        language: text(&value, "language"),
        tags: owned("tags"),
        text: whole_text(&["summary", "abstract", "description"].map(|key| text(&value, key))),
        videos: list(&value, "videos").map(|video| text(video, "url")).collect(),
        links: links.collect(),
        title,
        ..Talk::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_the_title_may_be_missing_or_of_another_type() {
        let read = talk(br#"{"title": " On\n Looms ", "speakers": null, "tags": 3}"#).unwrap();
        assert_eq!(read.tidied(), Talk { title: "On Looms".to_owned(), ..Talk::default() });
        for (text, code) in [
            ("{", "broken-json"),
            ("[]", "no-title"),
            (r#"{"title": "?!"}"#, "no-title"),
            (r#"{"title": null}"#, "no-title"),
        ] {
            assert_eq!(talk(text.as_bytes()).unwrap_err().0, code, "{text}");
        }
    }

    #[test]
    fn what_it_tells_is_taken_over() {
        let video = talk(
            br#"{"title": "Looms", "recorded": "2018-05-02T10:00:00", "language": "ENG",
            "speakers": ["Ada Weaver (Warpworks)", "Various speakers"], "tags": ["weft", ""],
            "videos": [{"url": "https://v.example/1", "type": "mp4"}, {"url": "javascript:x"}],
            "related_urls": ["https://a.example", {"label": "Slides", "url": "https://b.example"}]}"#,
        )
        .unwrap()
        .tidied();
        assert_eq!(video.speakers, ["Ada Weaver (Warpworks)"]);
        assert_eq!(video.day.map(|day| day.to_string()).as_deref(), Some("2018-05-02"));
        assert_eq!((video.language.as_str(), video.tags.len()), ("eng", 1));
        assert_eq!(video.videos, ["https://v.example/1"]);
        assert_eq!(video.links[1], ("Slides".to_owned(), "https://b.example".to_owned()));
    }

    #[test]
    fn what_is_said_twice_is_taken_once() {
        let check = |json: &str, expected: &str| {
            assert_eq!(talk(json.as_bytes()).unwrap().text, expected);
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
