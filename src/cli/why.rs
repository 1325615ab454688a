//! `hallway why ID`: the facts of a page, each with its file, its lines, and the rule that found it.

use super::{
    error::CommandError,
    messages::{say, short},
    report::{counted, rule_name},
    things::{CatalogItem, named, of_subject, of_target},
};
use crate::bundle::Dataset;
use crate::ingest::is_hidden;
use crate::model::{Assignment, Method, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

/// Prints the facts of every item that `wanted` may mean.
pub(super) fn run(
    dataset: &Dataset,
    data: &Path,
    wanted: &str,
    out: &mut dyn Write,
) -> Result<(), CommandError> {
    let names: BTreeMap<(&str, &str), &str> =
        super::things::things(&dataset.catalog).map(|it| ((it.kind, it.id), it.name)).collect();
    for thing in named(&dataset.catalog, wanted)? {
        say(out, &format!("{} {}: {}", thing.kind, thing.id, visible(thing.name)))?;
        for line in lines(dataset, data, &thing, &names) {
            say(out, &format!("  {line}"))?;
        }
        say(out, "")?;
    }
    Ok(())
}

/// One line for each fact, in the order of the files.
fn lines(
    dataset: &Dataset,
    data: &Path,
    thing: &CatalogItem<'_>,
    names: &BTreeMap<(&str, &str), &str>,
) -> Vec<String> {
    let place = |file: &str, first: u32, last: u32| {
        let path = visible(&short(data).join(file).to_string_lossy());
        if last > first { format!("{path}:{first}-{last}") } else { format!("{path}:{first}") }
    };
    let notes = notes(dataset, thing);
    let mut facts: BTreeSet<(&str, u32, String)> = BTreeSet::new();
    for assignment in dataset.chunks.iter().flat_map(|chunk| &chunk.assignments) {
        let subject = of_subject(&assignment.subject);
        let target = of_target(&assignment.target);
        let is = |(kind, id): (&str, &str)| kind == thing.kind && id == thing.id;
        let is_of_note =
            matches!(&assignment.subject, Subject::Note(id) if notes.contains(id.as_str()));
        let (kind, id) = match (is(subject) || is_of_note, is(target)) {
            (_, true) => subject,
            (true, false) => target,
            (false, false) => continue,
        };
        let name = names.get(&(kind, id)).copied().unwrap_or(id);
        let lines = &assignment.lines;
        let at = place(&lines.file, lines.first, lines.last);
        let fact = format!("{at}  {kind} \"{}\": {}", visible(name), because(assignment));
        facts.insert((&lines.file, lines.first, fact));
    }
    for note in dataset.chunks.iter().flat_map(|chunk| &chunk.notes) {
        if notes.contains(note.id.as_str()) {
            let lines = &note.lines;
            let at = place(&lines.file, lines.first, lines.last);
            facts.insert((&lines.file, lines.first, format!("{at}  the text of a note")));
        }
    }
    let mut lines: Vec<String> = facts.into_iter().map(|(.., fact)| fact).collect();
    lines.extend(registry(dataset, thing));
    if lines.is_empty() {
        lines.push("only a registry names it".to_owned());
    }
    lines
}

/// The notes that a talk or a recap consists of.
fn notes<'a>(dataset: &'a Dataset, thing: &CatalogItem<'_>) -> BTreeSet<&'a str> {
    let is_part = |note: &&crate::model::NoteHead| match thing.kind {
        "talk" => note.talk.as_ref().is_some_and(|talk| talk.as_str() == thing.id),
        "recap" => note.recap.as_str() == thing.id,
        _ => false,
    };
    dataset.catalog.notes.iter().filter(is_part).map(|note| note.id.as_str()).collect()
}

/// Where the facts of a conference come from besides the recaps.
fn registry(dataset: &Dataset, thing: &CatalogItem<'_>) -> Option<String> {
    let conferences = &dataset.catalog.conferences;
    let conference =
        conferences.iter().find(|it| thing.kind == "conference" && it.id.as_str() == thing.id)?;
    let talks = dataset.catalog.talks.iter();
    let n_talks = talks.filter(|talk| talk.conference.as_ref() == Some(&conference.id)).count();
    let origin = if conference.is_derived {
        "no registry lists it: its name, dates and place are inferred from the recaps"
    } else {
        "its name, dates and place are stated in the registry of conferences"
    };
    Some(format!("{origin}; {}", counted(n_talks, "talk", "talks")))
}

/// Who or what decided, by which rule, and by which words.
fn because(assignment: &Assignment) -> String {
    let method = match assignment.method {
        Method::Stated => "stated",
        Method::Matched => "inferred",
        Method::Set => "set in a registry",
    };
    let unsure = if assignment.is_uncertain { ", uncertain" } else { "" };
    let rule = rule_name(assignment.rule);
    let reason = visible(&assignment.reason);
    let reason = if reason.is_empty() { reason } else { format!(": {reason}") };
    format!("{method}{unsure} ({rule}){reason}")
}

/// A text that cannot move the cursor of a terminal.
fn visible(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}
