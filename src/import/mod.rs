//! Converts data that others publish to files of a data folder: schedules, lists of conferences, archives of
//! recordings, and blogs.
//!
//! The code is pure: files in, files and diagnostics out. An import never fails; items that cannot be imported are
//! reported by name. A reader for each kind of source, in `schedules`, `archives` and `posts`, produces `Event`s and
//! `Post`s (`items`). One writer writes them: `recap` and `registries`.
//!
//! | theirs | becomes |
//! | --- | --- |
//! | an event | a conference, and a recap that lists its talks |
//! | a talk, a recording | a talk, and its description the note on it |
//! | a track, a tag | a theme if enough talks have it (`import::items::themes`); a kind of talk if it names one |
//! | a post | a recap |
//!
//! Personal data is dropped: email addresses, guests and organizers of calendars, comments. Thumbnails, durations,
//! rooms and times of day are dropped as well, because Hallway has no fields for them.

mod archives;
mod completed;
mod items;
mod posts;
mod recap;
mod registries;
mod schedules;
mod source_kind;
mod texts;
mod zipped;

pub use source_kind::SourceKind;
pub use zipped::{LARGEST_FILE, MOST_BYTES, may_be_source};

use crate::ingest::{Diagnostic, Severity};
use archives::{confs, pyvideo, rubyevents};
use completed::Completed;
use items::event::{Event, Form};
use items::known::KnownEntries;
use items::naming;
use items::post;
use items::reading::{Reading, left_out};
use items::themes::TagThemes;
use posts::{medium, wordpress};
use schedules::{calendar, frab};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use texts::text::{decode, no_json};

/// The registry of conferences.
const CONFERENCES: &str = "conferences.toml";

/// The contents of a data folder before an import.
#[derive(Clone, Debug, Default)]
pub struct Existing {
    /// Its registries, by file name.
    pub registries: BTreeMap<String, Vec<u8>>,
    /// The themes that its notes have, each with its id and its names.
    pub themes: Vec<(String, Vec<String>)>,
    /// Whether it is completely empty.
    pub is_empty: bool,
}

/// The result of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// New recaps, each by its path in the data folder.
    pub recaps: BTreeMap<String, Vec<u8>>,
    /// The changed registries, each with its old and new entries.
    pub registries: BTreeMap<String, Vec<u8>>,
    /// Items that could not be imported, or not unchanged, with their path in the source.
    pub diagnostics: Vec<Diagnostic>,
    /// Number of conferences of the source.
    pub n_conferences: usize,
    /// Number of talks of the source.
    pub n_talks: usize,
    /// Number of posts of the source.
    pub n_posts: usize,
    /// Number of items that were left out, each named in a diagnostic.
    pub n_left_out: usize,
    /// Number of conferences of the data folder that got facts they lacked.
    pub n_completed: usize,
}

impl Imported {
    /// Whether the source contained nothing.
    pub fn is_nothing(&self) -> bool {
        self.n_conferences + self.n_talks + self.n_posts == 0
    }
}

/// Imports files by path, with `/`. Each file's kind is detected, unless `kind` sets it for all.
///
/// The registries of the data folder must be readable. Otherwise there is an error, and no files.
pub fn import(
    files: BTreeMap<String, Vec<u8>>,
    existing: &Existing,
    kind: Option<SourceKind>,
) -> Imported {
    let mut known = match KnownEntries::read(&existing.registries, existing.is_empty) {
        Ok(known) => known,
        Err((name, message)) => {
            let message = format!("{name} in the data folder cannot be read: {message}");
            let help = "fix the registry; nothing was imported";
            let error = Diagnostic::of_file(Severity::Error, "broken-registry", "", message, help);
            return Imported { diagnostics: vec![error], ..Imported::default() };
        }
    };
    known.add_themes_of_notes(&existing.themes);
    let people = Rc::new(known.people().clone());
    let mut reading = Reading::knowing(people);
    let files = unpacked(files, &mut reading);
    read(files, kind, &mut reading);
    retain(&mut reading);
    naming::name_all(&mut reading.events, &known);
    completed::join_facts(&mut reading.events);
    reading.finish();
    written(reading, existing, &known)
}

/// The files, including those in archives.
fn unpacked(files: BTreeMap<String, Vec<u8>>, reading: &mut Reading) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for (path, bytes) in files {
        if !zipped::is_zip(&bytes) {
            all.insert(path, bytes);
            continue;
        }
        match zipped::unpack(&bytes) {
            Ok((inner, refused)) => {
                for message in refused {
                    reading.is_broken("zip", &path, message);
                }
                all.extend(
                    inner.into_iter().map(|(name, bytes)| (format!("{path}/{name}"), bytes)),
                );
            }
            Err(message) => reading.is_broken("zip", &path, message),
        }
    }
    all
}

/// Reads each file as its detected kind, or as `kind`.
fn read(files: BTreeMap<String, Vec<u8>>, kind: Option<SourceKind>, reading: &mut Reading) {
    let (mut pyvideo, mut rubyevents, mut medium) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut lists = confs::Lists::default();
    for (path, bytes) in files {
        match kind.or_else(|| SourceKind::of(&path, &bytes)) {
            None => match json_error(&bytes) {
                Some(error) => reading.is_broken("broken-json", &path, error),
                None => reading.is_none(&path),
            },
            Some(SourceKind::PyVideo) => {
                pyvideo.insert(path, bytes);
            }
            Some(SourceKind::RubyEvents) => {
                rubyevents.insert(path, bytes);
            }
            Some(kind) => {
                let (source, guess) = decode(&bytes);
                if let Some(guess) = guess {
                    let message = format!("the file is not UTF-8; it is read as {guess}");
                    let help =
                        "look at letters with accents; save the file as UTF-8 if they are wrong";
                    reading.diagnostics.push(left_out("encoding", &path, message, help));
                }
                match kind {
                    SourceKind::Frab if source.trim_start().starts_with('<') => {
                        frab::read_xml(&path, &source, reading);
                    }
                    SourceKind::Frab | SourceKind::Confs => {
                        match serde_json::from_str(source.trim_start_matches('\u{feff}')) {
                            Ok(value) if kind == SourceKind::Frab => {
                                frab::read_json(&path, &value, reading);
                            }
                            Ok(value) => lists.read(&path, &value, reading),
                            Err(error) => {
                                reading.is_broken("broken-json", &path, no_json(&error));
                            }
                        }
                    }
                    SourceKind::Ics => calendar::read(&path, &source, reading),
                    SourceKind::WordPress => wordpress::read(&path, &source, reading),
                    SourceKind::Medium | SourceKind::PyVideo | SourceKind::RubyEvents => {
                        medium.insert(path, source);
                    }
                }
            }
        }
    }
    pyvideo::read(&pyvideo, reading);
    rubyevents::read(&rubyevents, reading);
    medium::read(&medium, reading);
    let n_repeated = lists.finish(reading);
    if n_repeated > 0 {
        let message = format!(
            "{n_repeated} entries repeat a conference of another list; each was imported once"
        );
        reading.diagnostics.push(left_out(
            "twice",
            "",
            message,
            "if the lists differ, check the facts in conferences.toml",
        ));
    }
}

/// Why a file that begins like JSON is none, such as one whose download stopped.
fn json_error(bytes: &[u8]) -> Option<String> {
    let (text, _) = decode(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = text.strip_prefix(['{', '[']).map(str::trim_start);
    begins.filter(|rest| rest.starts_with(['"', '{', '[']))?;
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    Some(no_json(&error))
}

/// Removes events without any content, and reports them.
fn retain(reading: &mut Reading) {
    for event in &mut reading.events {
        event.tidy();
        if let (Some(start), Some(end)) = event.stated
            && end.last_day_number() < start.first_day_number()
        {
            let message = format!("{} ends before it begins: {start} to {end}", event.name);
            let help = "only its first day was imported; add the last one to conferences.toml";
            reading.diagnostics.push(left_out("dates-reversed", &event.path, message, help));
        }
    }
    let (kept, empty): (Vec<Event>, Vec<Event>) =
        std::mem::take(&mut reading.events).into_iter().partition(|event| {
            !event.talks.is_empty() || event.form == Form::Edition && !event.is_canceled
        });
    for event in &empty {
        let (code, message, help) = if event.is_canceled {
            (
                "canceled",
                format!("{} was canceled", event.name),
                "if it took place after all, add it to conferences.toml",
            )
        } else if event.form == Form::Schedule {
            (
                "empty-event",
                format!("{} has no talk", event.name),
                "if it had some, add them to the source, and import it again",
            )
        } else {
            (
                "empty-event",
                format!("{} has no recording", event.name),
                "if it had some, add its folder \"videos\", and import it again",
            )
        };
        reading.diagnostics.push(left_out(code, &event.path, message, help));
    }
    // Items that an event without talks left out are still reported.
    let others = empty.into_iter().filter(|event| !event.left_out.is_empty() && !event.is_canceled);
    reading.events = others.collect();
    reading.finish_events();
    reading.events = kept;
}

/// Writes the files.
fn written(reading: Reading, existing: &Existing, known: &KnownEntries) -> Imported {
    let Reading { events, posts, diagnostics, n_left_out, .. } = reading;
    let themes = TagThemes::of(&events, known);
    let mut recaps = post::recaps(&posts);
    for event in &events {
        recaps.extend(recap::recaps(event, &themes));
    }
    let ids: BTreeSet<&str> = events.iter().map(|event| event.id.as_str()).collect();
    let had = &existing.registries;
    let mut imported = Imported {
        n_conferences: ids.len(),
        n_talks: events.iter().map(|event| event.talks.len()).sum(),
        n_posts: posts.len(),
        recaps,
        diagnostics,
        n_left_out,
        ..Imported::default()
    };
    if imported.is_nothing() {
        imported.recaps.clear();
    } else {
        imported.registries =
            registries::registries(&events, &themes, known, had, existing.is_empty);
    }
    let Completed { text, n_entries, diagnostics } = completed::completed(
        &events,
        known,
        imported.registries.get(CONFERENCES).or_else(|| had.get(CONFERENCES)),
    );
    imported.n_completed = n_entries;
    imported.diagnostics.extend(diagnostics);
    imported.registries.extend(text.map(|text| (CONFERENCES.to_owned(), text)));
    if let Err((name, message)) = KnownEntries::read(&imported.registries, existing.is_empty) {
        let message = format!("entries cannot be added to {name} in the data folder: {message}");
        let help = "write its entries as [[conference]], [[series]] or [[theme]] tables; nothing was imported";
        imported.diagnostics.push(Diagnostic::of_file(
            Severity::Error,
            "broken-registry",
            "",
            message,
            help,
        ));
        imported.recaps.clear();
        imported.registries.clear();
    }
    if !existing.is_empty
        && imported.registries.contains_key(CONFERENCES)
        && !had.contains_key(CONFERENCES)
    {
        let message = "the folder had no conferences.toml, so it had the built-in conferences; from now on it has its own".to_owned();
        let help = "add the conferences of your notes to it, or import into a new folder";
        imported.diagnostics.push(left_out("own-conferences", "", message, help));
    }
    imported.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    imported
}
