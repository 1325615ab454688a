//! Compares one case with its label.

use super::compare::{fold, fold_name, is_edition, is_talk, names_of, speakers_of};
use super::labels::{Case, LabeledTalk};
use super::tally::{SetCounts, Tally};
use hallway::bundle::Bundled;
use hallway::ingest::{LeftOut, Severity};
use hallway::model::{
    Assignment, Catalog, ConferenceId, Link, LinkKind, Provider, Recap, Rule, Subject, Talk, Target,
};
use std::collections::BTreeMap;

/// The result of a case.
pub(crate) struct Outcome {
    pub(crate) counts: SetCounts,
    /// What was missed or found wrongly, in words.
    pub(crate) faults: Vec<String>,
    /// The talks that each rule found, and how many of them are right.
    pub(crate) rules: BTreeMap<String, Tally>,
}

/// Compares a bundle of `files` with the label of their case. Fails when the dataset cannot be written out.
pub(crate) fn score(
    case: &Case,
    files: &[String],
    bundled: &Bundled,
) -> serde_json::Result<Outcome> {
    let catalog = &*bundled.dataset.catalog;
    let mut scorer = Scorer {
        case,
        bundled,
        catalog,
        counts: SetCounts::default(),
        faults: Vec::new(),
        rules: BTreeMap::new(),
    };
    scorer.files(files);
    scorer.talks();
    scorer.persons();
    scorer.private_phrases()?;
    Ok(Outcome { counts: scorer.counts, faults: scorer.faults, rules: scorer.rules })
}

struct Scorer<'a> {
    case: &'a Case,
    bundled: &'a Bundled,
    catalog: &'a Catalog,
    counts: SetCounts,
    faults: Vec<String>,
    rules: BTreeMap<String, Tally>,
}

impl Scorer<'_> {
    fn fault(&mut self, words: impl Into<String>) {
        self.faults.push(words.into());
    }

    fn files(&mut self, files: &[String]) {
        for file in files {
            let recaps = &self.catalog.recaps;
            let recap =
                recaps.iter().find(|recap| recap.copies.iter().any(|copy| copy.file == *file));
            if self.case.unpublished.contains(file) {
                if recap.is_some() {
                    self.counts.leaked += 1;
                    self.fault(format!("published: {file}"));
                }
                continue;
            }
            let left_out = &self.bundled.left_out;
            if left_out.iter().any(|(path, why)| path == file && *why == LeftOut::Index) {
                // It only says what is in its folder, and `hallway check` names it.
                continue;
            }
            self.counts.documents += 1;
            let mut problems = self.bundled.diagnostics.iter();
            let error = problems
                .find(|problem| problem.path == *file && problem.severity == Severity::Error);
            if error.is_some() || recap.is_none() {
                self.counts.refused += 1;
                let why = error.map_or("no recap", |error| error.message.as_str());
                self.fault(format!("refused: {file}: {why}"));
            }
            if let Some(recap) = recap {
                self.language(recap);
            }
            self.edition(file, recap);
        }
    }

    fn language(&mut self, recap: &Recap) {
        self.counts.languages.expected += 1;
        self.counts.languages.found += 1;
        if recap.language.split('-').next() == self.case.language.split('-').next() {
            self.counts.languages.right += 1;
        } else {
            self.fault(format!("language: {} for {}", recap.language, self.case.language));
        }
    }

    /// A recap of several conferences may be about none of them as a whole.
    fn edition(&mut self, file: &str, recap: Option<&Recap>) {
        let is_alone = !self.case.path.ends_with('/');
        let found = recap.and_then(|recap| recap.conference.as_ref());
        let is_about_any = !self.case.no_conference.iter().any(|path| path == file);
        let n_editions = if is_about_any { self.case.conferences.len() } else { 0 };
        let expects_one = n_editions == 1 || n_editions > 1 && !is_alone;
        self.counts.editions.expected += usize::from(expects_one);
        match (found, recap) {
            (Some(found), Some(recap)) => {
                self.counts.editions.found += 1;
                let mut places = 0..n_editions;
                if places.any(|place| self.is_at(Some(found), place)) {
                    self.counts.editions.right += 1;
                    // A recap of several conferences need not have the one of a single talk.
                    self.counts.editions.expected += usize::from(!expects_one);
                } else {
                    let is_marked = is_marked(self.bundled, recap, found);
                    self.counts.unmarked += usize::from(!is_marked);
                    let mark = if is_marked { "marked" } else { "unmarked" };
                    self.fault(format!("wrong edition, {mark}: {found} for {file}"));
                }
            }
            _ if expects_one => self.fault(format!("no edition: {file}")),
            _ => {}
        }
    }

    /// Whether a conference is the labeled one at a position.
    fn is_at(&self, found: Option<&ConferenceId>, place: usize) -> bool {
        let conference =
            self.catalog.conferences.iter().find(|conference| Some(&conference.id) == found);
        let labeled = self.case.conferences.get(place);
        match (conference, labeled) {
            (Some(conference), Some(labeled)) => is_edition(self.catalog, conference, labeled),
            (conference, labeled) => conference.is_none() && labeled.is_none(),
        }
    }

    fn talks(&mut self) {
        let case = self.case;
        let mut found: Vec<&Talk> = self.catalog.talks.iter().collect();
        // Titles first, so that a talk without one does not take a talk that has another label.
        let (titled, untitled): (Vec<_>, Vec<_>) =
            case.talks.iter().partition(|talk| !talk.title.is_empty());
        for labeled in titled.into_iter().chain(untitled) {
            let place = found.iter().position(|talk| is_talk(self.catalog, talk, labeled));
            let talk = place.map(|place| found.remove(place));
            if !labeled.optional {
                self.talk(labeled, talk);
            }
        }
        self.counts.talks.found += found.len();
        for talk in &found {
            let rule = self.count_rule(talk, 0);
            self.fault(format!("no talk: {} ({rule})", talk.title));
        }
        self.counts.no_talks.expected += case.no_talk.len();
        let is_taken =
            |phrase: &&String| found.iter().any(|talk| fold(&talk.title) == fold(phrase));
        self.counts.no_talks.right += case.no_talk.iter().filter(is_taken).count();
    }

    /// Counts a talk under the last of its rules, in the order of `Rule`, and returns the name of that rule.
    fn count_rule(&mut self, talk: &Talk, right: usize) -> String {
        let assignments = self.bundled.dataset.chunks.iter().flat_map(|it| &it.assignments);
        let is_of_talk = |it: &&Assignment| {
            let tells = it.rule <= Rule::TalkInFile;
            tells
                && (it.target == Target::Talk(talk.id.clone())
                    || it.subject == Subject::Talk(talk.id.clone()))
        };
        let last = assignments.filter(is_of_talk).max_by_key(|it| (it.rule, it.is_uncertain));
        let rule = last.map_or_else(String::new, |it| {
            format!("{:?}{}", it.rule, if it.is_uncertain { ", uncertain" } else { "" })
        });
        *self.rules.entry(rule.clone()).or_default() += Tally { right, found: 1, expected: 1 };
        rule
    }

    fn talk(&mut self, labeled: &LabeledTalk, talk: Option<&Talk>) {
        self.counts.talks.expected += 1;
        self.counts.speakers.expected += labeled.speakers.len();
        self.counts.recordings.expected += labeled.recordings.len();
        let Some(talk) = talk else {
            let speakers = labeled.speakers.join(", ");
            return self.fault(format!("missed talk: {} ({speakers})", labeled.title));
        };
        self.count_rule(talk, 1);
        self.counts.talks.right += 1;
        self.counts.talks.found += 1;
        let is_placed = self.is_at(talk.conference.as_ref(), labeled.conference);
        let right = usize::from(is_placed);
        self.counts.placed += Tally { right, found: 1, expected: 1 };
        if !is_placed && talk.conference.is_some() {
            self.fault(format!("talk at another edition: {}", talk.id));
        }
        let found = speakers_of(self.catalog, talk);
        let speakers = matched(&labeled.speakers, &found, fold_name);
        let found = recordings_of(talk);
        let recordings = matched(&labeled.recordings, &found, recording);
        if speakers.right < speakers.expected.max(speakers.found) {
            let found: Vec<&str> =
                talk.speakers.iter().map(|speaker| speaker.person.as_str()).collect();
            self.fault(format!("speakers of {}: {}", talk.title, found.join(", ")));
        }
        if recordings.right < recordings.expected.max(recordings.found) {
            self.fault(format!("recordings of {}: {}", talk.title, recordings.found));
        }
        // Labeled names were counted before, since missed talks have them, too.
        self.counts.speakers += Tally { expected: 0, ..speakers };
        self.counts.recordings += Tally { expected: 0, ..recordings };
    }

    fn persons(&mut self) {
        let case = self.case;
        let of = |is_optional: bool| {
            let talks = case.talks.iter().filter(move |talk| talk.optional == is_optional);
            talks.flat_map(|talk| &talk.speakers)
        };
        let mut expected: Vec<&String> = case.persons.iter().chain(of(false)).collect();
        expected.sort_unstable_by_key(|name| fold_name(name));
        expected.dedup_by_key(|name| fold_name(name));
        self.counts.persons.expected += expected.len();
        let tolerated: Vec<String> =
            case.tolerated.iter().chain(of(true)).map(|name| fold_name(name)).collect();
        for person in &self.catalog.people {
            let names = names_of(self.catalog, &person.id);
            if let Some(place) = expected.iter().position(|name| names.contains(&fold_name(name))) {
                expected.remove(place);
                self.counts.persons.right += 1;
            } else if names.iter().any(|name| tolerated.contains(name)) {
                continue;
            } else {
                self.fault(format!("no person: {}", person.name));
            }
            self.counts.persons.found += 1;
        }
        for name in expected {
            self.fault(format!("missed person: {name}"));
        }
    }

    fn private_phrases(&mut self) -> serde_json::Result<()> {
        let dataset = &self.bundled.dataset;
        let written = serde_json::to_string(&(self.catalog, &*dataset.chunks))?;
        for phrase in &self.case.private {
            if written.contains(phrase) {
                self.counts.leaked += 1;
                self.fault(format!("published: {phrase}"));
            }
        }
        Ok(())
    }
}

/// Whether a recap has its conference, marked as uncertain.
pub(crate) fn is_marked(bundled: &Bundled, recap: &Recap, conference: &ConferenceId) -> bool {
    let (subject, target) =
        (Subject::Recap(recap.id.clone()), Target::Conference(conference.clone()));
    let mut assignments = bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.assignments);
    assignments.any(|assigned| {
        assigned.subject == subject && assigned.target == target && assigned.is_uncertain
    })
}

/// Counts the labeled items among the found ones. A found item may have several names.
fn matched(labeled: &[String], found: &[Vec<String>], fold: impl Fn(&str) -> String) -> Tally {
    let is_found = |name: &&String| found.iter().any(|names| names.contains(&fold(name)));
    let right = labeled.iter().filter(is_found).count();
    Tally { right, found: found.len(), expected: labeled.len() }
}

fn recordings_of(talk: &Talk) -> Vec<Vec<String>> {
    let hosted = talk.videos.iter().map(|video| match video.provider {
        Provider::YouTube => format!("youtube {}", video.id),
        Provider::Vimeo => format!("vimeo {}", video.id),
    });
    let is_video = |link: &&Link| link.kind == LinkKind::Video;
    let others = talk.links.iter().filter(is_video).map(|link| recording(&link.url));
    hosted.chain(others).map(|name| vec![name]).collect()
}

/// The host and the id in the address of a recording, or else the address.
fn recording(url: &str) -> String {
    let hosts =
        [("youtube.com/watch?v=", "youtube"), ("youtu.be/", "youtube"), ("vimeo.com/", "vimeo")];
    let known = hosts.iter().find_map(|(host, name)| Some((name, url.split_once(host)?.1)));
    // A start time or a playlist does not make it a different recording.
    let id = |rest: &str| rest.split(['&', '?', '#']).next().unwrap_or_default().to_owned();
    known.map_or_else(|| url.to_owned(), |(name, rest)| format!("{name} {}", id(rest)))
}
