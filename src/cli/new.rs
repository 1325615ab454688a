//! `hallway new recap`: a file with a header that is ready to fill.

use super::{
    error::CommandError,
    messages::{quoted, say, short},
    things,
};
use crate::bundle::Dataset;
use crate::ingest::{YamlHeader, YamlTalk};
use crate::model::{Catalog, Talk};
use crate::text::any_script::slug;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a recap for a conference, with a heading for each talk.
pub(super) fn recap(
    dataset: &Dataset,
    data: &Path,
    wanted: &str,
    talks: &[String],
    log: &mut dyn Write,
) -> Result<(), CommandError> {
    let catalog = &dataset.catalog;
    let known = things::conference(catalog, wanted);
    let known = catalog.conferences.iter().find(|it| Some(&it.id) == known.as_ref());
    let (id, name) = known.map_or((wanted, wanted), |it| (it.id.as_str(), it.name.as_str()));
    let talks: Vec<_> =
        talks.iter().map(|title| (title.clone(), speakers(catalog, id, title))).collect();
    let path = place(data, &slug(id));
    write(&path, &text(&format!("{name}: a recap"), id, &talks))?;
    if known.is_none() {
        say(
            log,
            &format!("no registry lists \"{wanted}\"; its facts will be taken from what you write"),
        )?;
        let similar = things::similar(catalog, wanted);
        if !similar.is_empty() {
            say(log, &format!("did you mean {}?", similar.join(", ")))?;
        }
    }
    say(log, &format!("wrote {}; {DRAFT}", path.display()))?;
    say(log, &format!("fill it, then run: hallway check {}", quoted(data)))
}

/// How a draft is published.
pub(super) const DRAFT: &str = "it is a draft until you delete the line \"draft: true\"";

/// Where a new recap goes: into `recaps` if the data folder has that.
pub(super) fn place(data: &Path, name: &str) -> PathBuf {
    let recaps = data.join("recaps");
    let folder = if recaps.is_dir() { recaps } else { data.to_owned() };
    let folder = short(&folder);
    folder.join(if name.is_empty() { "recap" } else { name }).with_added_extension("md")
}

/// Writes a file unless one exists.
pub(super) fn write(path: &Path, text: &str) -> Result<(), CommandError> {
    let written = File::create_new(path).and_then(|mut file| {
        let written = file.write_all(text.as_bytes());
        // An incomplete file is of no use.
        written.inspect_err(|_| drop(fs::remove_file(path)))
    });
    written.map_err(|error| {
        let is_there = error.kind() == io::ErrorKind::AlreadyExists;
        let path = path.to_owned();
        if is_there { CommandError::Exists(path) } else { CommandError::Disk(path, error) }
    })
}

/// A recap with its header, and a heading for each talk. It is a draft: nobody publishes an empty page by mistake.
pub(super) fn text(title: &str, conference: &str, talks: &[(String, Vec<String>)]) -> String {
    let [title, conference] = [title, conference].map(str::to_owned);
    let talk = |(title, speakers): &(String, Vec<String>)| YamlTalk {
        title: title.clone(),
        speakers: speakers.clone(),
        ..YamlTalk::default()
    };
    let header = YamlHeader {
        title,
        conference,
        is_draft: true,
        talks: talks.iter().map(talk).collect(),
        ..YamlHeader::default()
    };
    let notes = talks.iter().map(|(title, _)| {
        format!("\n## {}\n\n<!-- What was said? -->\n", title.replace(['\n', '\r'], " "))
    });
    [&header.written(), EVENT, &notes.collect::<String>()].concat()
}

/// A place for notes on the conference.
const EVENT: &str = "\n<!-- What was the conference like? Readers do not see this line. -->\n";

/// The speakers of a known talk.
fn speakers(catalog: &Catalog, conference: &str, title: &str) -> Vec<String> {
    let is_meant = |talk: &&Talk| {
        talk.title.eq_ignore_ascii_case(title)
            && talk.conference.as_ref().is_some_and(|id| id.as_str() == conference)
    };
    catalog
        .talks
        .iter()
        .find(is_meant)
        .map(|talk| named_speakers(catalog, talk))
        .unwrap_or_default()
}

/// The names of the speakers of a talk.
pub(super) fn named_speakers(catalog: &Catalog, talk: &Talk) -> Vec<String> {
    let name = |id: &crate::model::PersonId| {
        catalog.people.iter().find(|it| it.id == *id).map(|it| it.name.clone())
    };
    talk.speakers.iter().filter_map(|speaker| name(&speaker.person)).collect()
}
