//! Reads one file with the knowledge of a site.

use super::header::header;
use super::knowledge::Knowledge;
use super::known::{same_address, sentence_marks};
use super::report::{FoundTalk, NamedEntity, NotePreview, Reason, RelatedRecap, Report};
use crate::bundle::{Bundled, Folder, bundle};
use crate::ingest::{Diagnostic, name_key};
use crate::model::{
    Assignment, Block, Catalog, NoteHead, NoteId, Recap, Speaker, Subject, Talk, Target, plain_text,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Codes of problems that only the whole folder can show: other files that this one refers to.
const OF_THE_FOLDER: [&str; 3] = ["broken-link", "part-of", "picture"];

/// What only whoever runs the site has: registries, the ledger and the command.
const OF_THE_CURATOR: [&str; 3] = [".toml", "ids.tsv", "hallway "];

/// The least share of a file, in percent, that a recap of the site must have to be mentioned.
const LEAST: usize = 10;

/// Reads a file by its name and its bytes, as a build of the site would.
pub fn check(name: &str, bytes: &[u8], site: &Knowledge) -> Report {
    let path = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let registries = site.registries.iter();
    let folder = Folder {
        recaps: [(path.to_owned(), bytes.to_owned())].into(),
        registries: registries
            .map(|(name, text)| (name.clone(), text.clone().into_bytes()))
            .collect(),
        ..Folder::default()
    };
    let Bundled { dataset, diagnostics, left_out, .. } = bundle(&folder);
    let is_shown = |code: &str| !OF_THE_FOLDER.contains(&code);
    let problems = diagnostics.into_iter().filter(|it| it.path == path && is_shown(it.code));
    let mut report = Report {
        left_out: left_out.first().map(|(_, reason)| reason.to_string()).unwrap_or_default(),
        problems: problems.map(for_visitors).collect(),
        ..Report::default()
    };
    let Some(recap) = dataset.catalog.recaps.first() else { return report };
    let assignments = dataset.chunks.iter().flat_map(|chunk| &chunk.assignments).collect();
    let reading = CheckedFile { catalog: &dataset.catalog, recap, assignments };
    report.title.clone_from(&recap.title);
    report.author.clone_from(&recap.author);
    report.published = recap.published;
    report.conference = reading.conference();
    report.talks = reading.talks();
    report.names = reading.names();
    report.themes = reading.themes();
    report.header = header(recap, report.conference.as_ref(), &report.talks);
    let texts: BTreeMap<&NoteId, _> = dataset
        .chunks
        .iter()
        .flat_map(|chunk| &chunk.notes)
        .map(|note| (&note.id, &note.blocks))
        .collect();
    report.notes = reading
        .heads()
        .filter_map(|head| {
            let blocks = *texts.get(&head.id)?;
            Some(NotePreview { title: reading.title_of(head, blocks), blocks: blocks.clone() })
        })
        .collect();
    compare(&mut report, recap, site);
    report
}

/// A problem with a remedy that is not in the hands of a visitor, in words for one.
fn for_visitors(problem: Diagnostic) -> Diagnostic {
    let is_theirs = OF_THE_CURATOR.iter().any(|words| problem.help.contains(words));
    let help = "whoever runs the site decides that".to_owned();
    if is_theirs { Diagnostic { help, ..problem } } else { problem }
}

/// Finds the recaps of the site that are related to the file.
fn compare(report: &mut Report, recap: &Recap, site: &Knowledge) {
    let marks: BTreeSet<u32> =
        report.notes.iter().flat_map(|note| sentence_marks(&plain_text(&note.blocks))).collect();
    let addresses: BTreeSet<String> =
        recap.copies.iter().map(|copy| same_address(&copy.url)).collect();
    let title = name_key(&recap.title);
    let mut shared: BTreeSet<u32> = BTreeSet::new();
    let recaps = site.recaps.iter().filter_map(|known| {
        let same = known.sentences.iter().filter(|mark| marks.contains(mark));
        let n_sentences = same.clone().count();
        shared.extend(same);
        let has_address = known.addresses.iter().any(|address| addresses.contains(address));
        let has_title = !title.is_empty() && name_key(&known.title) == title;
        let is_worth = n_sentences > 0 && n_sentences * 100 >= marks.len() * LEAST;
        (has_address || has_title || is_worth).then(|| RelatedRecap {
            id: known.id.clone(),
            title: known.title.clone(),
            n_sentences,
            has_address,
            has_title,
            is_same: has_address || n_sentences > 0 && n_sentences * 2 >= marks.len(),
        })
    });
    report.recaps = recaps.collect();
    report.recaps.sort_by_key(|it| Reverse((it.is_same, it.n_sentences, it.has_title)));
    (report.n_sentences, report.n_known) = (marks.len(), shared.len());
}

/// A recap with the reasons for its facts.
struct CheckedFile<'a> {
    catalog: &'a Catalog,
    recap: &'a Recap,
    assignments: Vec<&'a Assignment>,
}

impl CheckedFile<'_> {
    /// The heads of the notes, in reading order.
    fn heads(&self) -> impl Iterator<Item = &NoteHead> {
        self.catalog.notes.iter().filter(|head| head.recap == self.recap.id)
    }

    /// The title of the talk of a note, or its heading. A note without either gets its first words.
    fn title_of(&self, head: &NoteHead, blocks: &[Block]) -> String {
        let talk = self.catalog.talks.iter().find(|talk| Some(&talk.id) == head.talk.as_ref());
        let is_opening = || plain_text(blocks).starts_with(head.title.trim_end_matches('…'));
        match talk {
            Some(talk) => talk.title.clone(),
            None if is_opening() => String::new(),
            None => head.title.clone(),
        }
    }

    /// The reasons for an assignment, each once, by line.
    fn reasons(&self, is_it: impl Fn(&Assignment) -> bool) -> Vec<Reason> {
        let mut reasons: Vec<Reason> =
            self.assignments.iter().filter(|it| is_it(it)).map(|it| Reason::from(*it)).collect();
        reasons.sort_by(|a, b| (a.first, a.last, &a.words).cmp(&(b.first, b.last, &b.words)));
        reasons.dedup_by(|a, b| (a.first, a.rule, &a.words) == (b.first, b.rule, &b.words));
        reasons
    }

    fn conference(&self) -> Option<NamedEntity> {
        let id = self.recap.conference.as_ref()?;
        let conference = self.catalog.conferences.iter().find(|it| it.id == *id)?;
        Some(NamedEntity {
            folder: "conference",
            id: id.0.clone(),
            name: conference.name.clone(),
            count: 0,
            reasons: self.reasons(|it| {
                matches!((&it.subject, &it.target), (Subject::Recap(_), Target::Conference(to)) if to == id)
            }),
        })
    }

    fn talks(&self) -> Vec<FoundTalk> {
        let mut talks: Vec<FoundTalk> =
            self.catalog.talks.iter().map(|talk| self.talk(talk)).collect();
        talks.sort_by_key(|talk| talk.reasons.first().map(|reason| reason.first));
        talks
    }

    fn talk(&self, talk: &Talk) -> FoundTalk {
        let is_speaker = |target: &Target| matches!(target, Target::Person(_) | Target::Theme(_));
        let themes = self.catalog.themes.iter().filter(|theme| talk.themes.contains(&theme.id));
        FoundTalk {
            id: talk.id.0.clone(),
            title: talk.title.clone(),
            kind: talk.kind,
            speakers: talk.speakers.iter().map(|speaker| self.speaker(speaker)).collect(),
            themes: themes.map(|theme| theme.name.clone()).collect(),
            reasons: self.reasons(|it| {
                matches!(&it.subject, Subject::Talk(id) if *id == talk.id)
                    && !is_speaker(&it.target)
                    || matches!(&it.target, Target::Talk(id) if *id == talk.id)
            }),
        }
    }

    fn speaker(&self, speaker: &Speaker) -> String {
        let people = self.catalog.people.iter();
        let name = people.filter(|it| it.id == speaker.person).map(|it| it.name.as_str());
        let organizations = self.catalog.organizations.iter();
        let organizations: Vec<&str> = organizations
            .filter(|it| speaker.organizations.contains(&it.id))
            .map(|it| it.name.as_str())
            .collect();
        let name: String = name.collect();
        if organizations.is_empty() {
            name
        } else {
            format!("{name} ({})", organizations.join(", "))
        }
    }

    /// People and organizations that notes name.
    fn names(&self) -> Vec<NamedEntity> {
        let people = self.catalog.people.iter().map(|it| {
            let is_it = |target: &Target| matches!(target, Target::Person(id) if *id == it.id);
            self.named("person", it.id.as_str(), &it.name, is_it)
        });
        let organizations = self.catalog.organizations.iter().map(|it| {
            let is_it =
                |target: &Target| matches!(target, Target::Organization(id) if *id == it.id);
            self.named("org", it.id.as_str(), &it.name, is_it)
        });
        let mut names: Vec<NamedEntity> =
            people.chain(organizations).filter(|found| !found.reasons.is_empty()).collect();
        names.sort_by_key(|found| found.reasons.first().map(|reason| reason.first));
        names
    }

    fn named(
        &self,
        folder: &'static str,
        id: &str,
        name: &str,
        is_it: impl Fn(&Target) -> bool,
    ) -> NamedEntity {
        let reasons = self.reasons(|it| is_it(&it.target));
        NamedEntity { folder, id: id.to_owned(), name: name.to_owned(), count: 0, reasons }
    }

    fn themes(&self) -> Vec<NamedEntity> {
        let themes = self.catalog.themes.iter().filter_map(|theme| {
            let is_it = |target: &Target| matches!(target, Target::Theme(id) if *id == theme.id);
            let found = self.named("theme", theme.id.as_str(), &theme.name, is_it);
            let counts = self.heads().flat_map(|head| &head.themes);
            let count = counts.filter(|it| it.theme == theme.id).map(|it| it.count).sum();
            // Broader themes are there only because of the narrower ones.
            (!found.reasons.is_empty()).then_some(NamedEntity { count, ..found })
        });
        let mut themes: Vec<NamedEntity> = themes.collect();
        themes.sort_by_key(|found| Reverse(found.count));
        themes
    }
}
