//! The output of the source readers.

use super::event::{Event, Form, Reason, UNTITLED};
use super::post::Post;
use super::talk::Talk;
use crate::ingest::{Diagnostic, Severity, name_key};
use crate::model::PartialDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Most names in one line of a list.
const MOST_NAMES: usize = 60;

/// Longest description, in bytes.
const LONGEST_TEXT: usize = 200_000;

/// What was read, and what could not be read.
#[derive(Debug, Default)]
pub(in crate::import) struct Reading {
    /// The events.
    pub(in crate::import) events: Vec<Event>,
    /// The blog posts.
    pub(in crate::import) posts: Vec<Post>,
    /// Problems with items that could not be read, or not unchanged.
    pub(in crate::import) diagnostics: Vec<Diagnostic>,
    /// Number of items that the diagnostics report as skipped.
    pub(in crate::import) n_left_out: usize,
    /// Keys of the names of people that the data folder knows.
    pub(in crate::import) people: Rc<BTreeSet<String>>,
    others: Vec<String>,
}

impl Reading {
    /// Nothing yet, in a data folder that knows people.
    pub(in crate::import) fn knowing(people: Rc<BTreeSet<String>>) -> Self {
        Self { people, ..Self::default() }
    }

    /// Adds a talk in a file to its event.
    pub(in crate::import) fn add(&mut self, event: &mut Event, mut talk: Talk, path: &str) {
        if talk.text.len() > LONGEST_TEXT {
            let message =
                format!("the description of \"{}\" has more than {LONGEST_TEXT} bytes", talk.title);
            let help = "only the beginning was imported; shorten it, and import it again";
            self.diagnostics.push(left_out("long-text", path, message, help));
            let end = (0..=LONGEST_TEXT).rev().find(|end| talk.text.is_char_boundary(*end));
            talk.text.truncate(end.unwrap_or_default());
            talk.text.push_str(" …");
        }
        if let Some(message) = event.add(talk) {
            self.diagnostics.push(left_out("same-title", path, message, SAME_TITLE));
        }
    }

    /// Adds an event. If its schedule is already known from another file, adds the talks to it.
    pub(in crate::import) fn push(&mut self, event: Event) {
        let key = |event: &Event| (name_key(&event.key), event.days().0.map(PartialDate::year));
        let same = self.events.iter_mut().find(|known| {
            known.form == Form::Schedule
                && event.form == Form::Schedule
                && key(known) == key(&event)
        });
        let Some(same) = same else {
            self.events.push(event);
            return;
        };
        let path = event.path.clone();
        let told = same.merge(event);
        let diagnostics = told.into_iter().map(|it| left_out("same-title", &path, it, SAME_TITLE));
        self.diagnostics.extend(diagnostics);
    }

    /// Records that a file cannot be imported.
    pub(in crate::import) fn is_none(&mut self, path: &str) {
        self.others.push(path.to_owned());
    }

    /// Records that a file cannot be read.
    pub(in crate::import) fn is_broken(&mut self, code: &'static str, path: &str, message: String) {
        let help = "nothing was imported from this file; fix it and import it again";
        self.diagnostics.push(left_out(code, path, message, help));
    }

    /// Records that parts of a file were left out: how many, with their names. `what` says it of one and of several:
    /// "post is a draft", "posts are drafts".
    pub(in crate::import) fn leave_out(
        &mut self,
        code: &'static str,
        path: &str,
        what: [&str; 2],
        names: &BTreeMap<String, usize>,
        help: &str,
    ) {
        if names.is_empty() {
            return;
        }
        let total: usize = names.values().sum();
        self.n_left_out += total;
        let [one, many] = what;
        let message = format!("{total} {}{}", if total == 1 { one } else { many }, listed(names));
        self.diagnostics.push(left_out(code, path, message, help));
    }

    /// Reports the items that events left out.
    pub(in crate::import) fn finish_events(&mut self) {
        for at in 0..self.events.len() {
            let Some(event) = self.events.get_mut(at) else { continue };
            let (path, name) = (event.path.clone(), event.name.clone());
            for (reason, names) in std::mem::take(&mut event.left_out) {
                let (code, [one, many], help) = words(reason);
                let what = [one, many].map(|words| words.replace("{}", &name));
                let n_items = self.n_left_out;
                self.leave_out(code, &path, what.each_ref().map(String::as_str), &names, help);
                if reason == Reason::Link {
                    // The item itself came.
                    self.n_left_out = n_items;
                }
            }
        }
    }

    /// Reports the items that events left out, and the files that cannot be imported.
    pub(in crate::import) fn finish(&mut self) {
        self.finish_events();
        if let Some(first) = self.others.first() {
            let message = match self.others.len() {
                1 => {
                    "the file is not a schedule, recording or post that Hallway can read".to_owned()
                }
                n => format!(
                    "{n} files are not schedules, recordings or posts that Hallway can read, e.g. {first}"
                ),
            };
            let help = "if it should be one, name its kind with --from";
            self.diagnostics.push(left_out("not-a-source", first, message, help));
        }
    }
}

const SAME_TITLE: &str = "if the two are one talk, delete one from the imported file";

/// Code, words for one and for several items of the event `{}`, and help.
fn words(reason: Reason) -> (&'static str, [&'static str; 2], &'static str) {
    match reason {
        Reason::Break => (
            "no-talk",
            ["item of {} is not a talk", "items of {} are not talks"],
            "if one is a talk, add it to the imported file",
        ),
        Reason::Canceled => (
            "canceled",
            ["item of {} was canceled", "items of {} were canceled"],
            "if one was given after all, add it to the imported file",
        ),
        Reason::Untitled => (
            "no-title",
            ["item of {} has no title", "items of {} have no title"],
            "give them titles in the source, if they are talks",
        ),
        Reason::Session => (
            "session",
            [
                "item of {} is a session whose talks were imported one by one",
                "items of {} are sessions whose talks were imported one by one",
            ],
            "if the session is a talk as well, add it to the imported file",
        ),
        Reason::WholeDay => (
            "whole-day",
            [
                "item of {} fills whole days and is not a talk",
                "items of {} fill whole days and are not talks",
            ],
            "if one is a talk, give it a time of day in the calendar",
        ),
        Reason::Private => (
            "private-item",
            [
                "item of {} is private or confidential, says the calendar",
                "items of {} are private or confidential, says the calendar",
            ],
            "if it is a talk, make it public in the calendar and export the calendar again",
        ),
        Reason::Twice => (
            "twice",
            [
                "item of {} appears more than once, and was imported once",
                "items of {} appear more than once, and were imported once",
            ],
            "if they are different talks, give them different titles in the source",
        ),
        Reason::Link => (
            "address",
            [
                "link of {} is not a full address and was left out",
                "links of {} are not full addresses and were left out",
            ],
            "add the full address, beginning with https://, to the imported file or to conferences.toml",
        ),
    }
}

/// Names with their counts, as the end of a line. Items without a name are only counted.
fn listed(names: &BTreeMap<String, usize>) -> String {
    let names: Vec<_> = names.iter().filter(|(name, _)| *name != UNTITLED).collect();
    if names.is_empty() {
        return String::new();
    }
    let shown = names.iter().take(MOST_NAMES).map(|(name, count)| match count {
        1 => format!("\"{name}\""),
        count => format!("\"{name}\" ({count} times)"),
    });
    let shown: Vec<String> = shown.collect();
    match names.len().saturating_sub(MOST_NAMES) {
        0 => format!(": {}", shown.join(", ")),
        more => format!(": {} and {more} more", shown.join(", ")),
    }
}

/// A problem with a file that does not stop the import.
pub(in crate::import) fn left_out(
    code: &'static str,
    path: &str,
    message: String,
    help: &str,
) -> Diagnostic {
    Diagnostic::of_file(Severity::Warning, code, path, message, help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_counted_in_a_sentence_and_only_names_are_quoted() {
        let mut reading = Reading::default();
        let mut event = Event { name: "LoomConf".to_owned(), ..Event::default() };
        event.leave_out(Reason::Untitled, UNTITLED);
        event.leave_out(Reason::Break, "Lunch");
        event.leave_out(Reason::Break, "Lunch");
        reading.events.push(event);
        reading.finish_events();
        let told: Vec<&str> = reading.diagnostics.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "2 items of LoomConf are not talks: \"Lunch\" (2 times)",
                "1 item of LoomConf has no title"
            ]
        );
    }
}
