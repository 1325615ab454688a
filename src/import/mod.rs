//! Makes a data folder of an archive of recordings in the layout of `PyVideo`: a folder for each event, with
//! `category.json` and `videos/*.json`.
//!
//! Pure: files in, files and diagnostics out. What cannot be taken over never makes it fail.
//!
//! | theirs | becomes |
//! | --- | --- |
//! | a folder | a conference, and one recap that lists its talks |
//! | a recording | a talk, and its description the note on it |
//! | a tag | a theme if many talks at several events have it (`import::themes`); a kind of talk if it names one |
//!
//! Thumbnails, durations, copyright texts and notes on quality are not taken over: Hallway has no place
//! for them.

mod description;
mod event;
mod recap;
mod registries;
mod themes;
mod video;

use crate::ingest::{Diagnostic, Severity};
use event::Event;
use std::collections::BTreeMap;
use themes::Themes;
use video::Video;

/// What an archive gives.
#[derive(Debug, Default)]
pub struct Imported {
    /// The data folder: each file by its path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What could not be taken over, or not as it was; by the path in the archive.
    pub diagnostics: Vec<Diagnostic>,
    /// Conferences taken over.
    pub n_conferences: usize,
    /// Talks taken over.
    pub n_talks: usize,
}

/// Imports an archive. `archive` holds its JSON files by path, with `/`; others are passed over.
pub fn import(archive: &BTreeMap<String, Vec<u8>>) -> Imported {
    let mut imported = Imported::default();
    let mut events = events(archive, &mut imported.diagnostics);
    events.retain(|event| {
        if event.videos.is_empty() {
            let path = format!("{}/category.json", event.folder);
            let message = "the event has no recording".to_owned();
            let help = "nothing to do, unless its folder \"videos\" is missing";
            imported.diagnostics.push(left_out("empty-event", &path, message, help));
        }
        !event.videos.is_empty()
    });
    event::name_all(&mut events);
    let themes = Themes::of(&events);
    for event in &events {
        imported.n_talks += event.videos.len();
        imported.files.extend(recap::recaps(event, &themes));
    }
    imported.n_conferences = events.len();
    imported.files.extend(registries::registries(&events, &themes));
    imported.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    imported
}

/// The events by folder, with every recording that can be read.
fn events(archive: &BTreeMap<String, Vec<u8>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Event> {
    let mut events: BTreeMap<&str, Event> = BTreeMap::new();
    for (path, bytes) in archive {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [folder, "category.json"] => {
                let event = events.entry(folder).or_insert_with(|| Event::new(folder));
                if let Err(message) = event.describe(bytes) {
                    let help = "mend the file; until then the event is called after its folder";
                    diagnostics.push(left_out("broken-json", path, message, help));
                }
            }
            [folder, "videos", name] if is_json(name) => match Video::read(bytes) {
                Ok(video) => {
                    let event = events.entry(folder).or_insert_with(|| Event::new(folder));
                    if let Some(message) = event.add(video) {
                        let help = "nothing to do, unless the two files are one recording";
                        diagnostics.push(left_out("same-title", path, message, help));
                    }
                }
                Err((code, message)) => {
                    let help = "the recording is left out until the file is mended";
                    diagnostics.push(left_out(code, path, message, help));
                }
            },
            _ => {}
        }
    }
    events.into_values().collect()
}

fn left_out(code: &'static str, path: &str, message: String, help: &str) -> Diagnostic {
    Diagnostic::of_file(Severity::Warning, code, path, message, help)
}

/// Whether a file is one of a recording. The layout has no other spelling.
fn is_json(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "json")
}
