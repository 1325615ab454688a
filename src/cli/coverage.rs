//! `hallway coverage`: which talks have notes and which have none, and a recap to fill for the others.

use super::{
    error::CommandError,
    messages::say,
    new::{DRAFT, named_speakers, place, text, write},
    report::counted,
    things,
};
use crate::bundle::Dataset;
use crate::ingest::{is_hidden, name_key};
use crate::model::{Catalog, Conference, NoteId, Recap, Talk};
use crate::text::any_script::slug;
use std::io::Write;
use std::path::Path;

/// What the curator asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) data: &'a Path,
    /// List the talks of this conference instead of counting all talks.
    pub(super) conference: Option<&'a str>,
    /// Write a recap for the talks without notes.
    pub(super) writes: bool,
}

impl Coverage<'_> {
    /// Prints the counts and, for one conference, the talks.
    pub(super) fn run(&self, out: &mut dyn Write) -> Result<(), CommandError> {
        let catalog = &self.dataset.catalog;
        let Some(wanted) = self.conference else {
            let mut n_shown = 0;
            for conference in &catalog.conferences {
                let talks = self.talks(conference);
                if !talks.is_empty() {
                    n_shown += 1;
                    say(out, &counts(catalog, conference, &talks))?;
                }
            }
            let hint = if n_shown == 0 {
                "no conference has a talk yet; list talks in the header of a recap, or import a schedule"
            } else {
                "name a conference to see which talks have no note: hallway coverage ID"
            };
            return say(out, hint);
        };
        let id = things::conference(catalog, wanted)
            .ok_or_else(|| things::unknown_conference(catalog, wanted))?;
        for conference in catalog.conferences.iter().filter(|it| it.id == id) {
            self.one(conference, out)?;
        }
        Ok(())
    }

    fn one(&self, conference: &Conference, out: &mut dyn Write) -> Result<(), CommandError> {
        let catalog = &self.dataset.catalog;
        let talks = self.talks(conference);
        say(out, &counts(catalog, conference, &talks))?;
        let gaps = talks.iter().filter(|talk| !has_notes(catalog, talk));
        let gaps: Vec<(String, Vec<String>)> =
            gaps.map(|talk| (talk.title.clone(), named_speakers(catalog, talk))).collect();
        for (title, speakers) in &gaps {
            let by = if speakers.is_empty() {
                String::new()
            } else {
                format!(" ({})", speakers.join(", "))
            };
            say(out, &format!("  no note: {title}{by}").replace(is_hidden, "\u{fffd}"))?;
        }
        if !self.writes {
            return Ok(());
        }
        if gaps.is_empty() {
            return say(out, "nothing to write: every talk has a note");
        }
        let path = place(self.data, &format!("{}-to-write", slug(conference.id.as_str())));
        let title = format!("{}: a recap", conference.name);
        write(&path, &text(&title, conference.id.as_str(), &gaps))?;
        say(out, &format!("wrote {}; {DRAFT}", path.display()))
    }

    fn talks(&self, conference: &Conference) -> Vec<&Talk> {
        let talks = self.dataset.catalog.talks.iter();
        talks.filter(|talk| talk.conference.as_ref() == Some(&conference.id)).collect()
    }
}

/// Whether somebody wrote a note on a talk. What the event itself published is its abstract.
fn has_notes(catalog: &Catalog, talk: &Talk) -> bool {
    let recap_of = |id: &NoteId| {
        let note = catalog.notes.iter().find(|note| note.id == *id)?;
        catalog.recaps.iter().find(|recap| recap.id == note.recap)
    };
    talk.notes.iter().any(|id| recap_of(id).is_none_or(|recap| !is_program(catalog, recap)))
}

/// Whether a recap is what its own conference published.
fn is_program(catalog: &Catalog, recap: &Recap) -> bool {
    let conference =
        catalog.conferences.iter().find(|it| Some(&it.id) == recap.conference.as_ref());
    let is_named = |publisher: &str| {
        let names = conference.map(|it| [name_key(&it.name), name_key(&it.short_name)]);
        names.is_some_and(|names| names.contains(&name_key(publisher)))
    };
    recap.author.is_empty() && recap.copies.iter().any(|copy| is_named(&copy.publisher))
}

/// How many talks of a conference have notes.
fn counts(catalog: &Catalog, conference: &Conference, talks: &[&Talk]) -> String {
    let n_with = talks.iter().filter(|talk| has_notes(catalog, talk)).count();
    let talks = counted(talks.len(), "talk", "talks");
    format!("{} ({}): notes on {n_with} of {talks}", conference.name, conference.id.as_str())
}
