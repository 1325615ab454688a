//! Runs the stages and collects their outputs.

use super::context::RecapContext;
use super::notes::resolve_notes;
use super::recap::{copy_assignments, copy_texts, edition_assignment, part_assignment, recap};
use super::recap_ids::{check_slugs, recap_ids};
use super::stated_themes::state_themes;
use super::talk_list::TalkList;
use super::talks::resolve_talks;
use crate::bundle::copies::{CopySet, group_copies};
use crate::bundle::editions::{
    Editions, RecapEditions, derived_entries, match_editions, named_edition,
};
use crate::bundle::ledger::{IdKind, StatedId};
use crate::bundle::names::{NameDirectory, RecapNames};
use crate::bundle::progress::{Step, Tell};
use crate::bundle::registry::Registries;
use crate::bundle::report::Reports;
use crate::bundle::themes::{Themes, tag_themes};
use crate::ingest::{Diagnostic, Draft, Source};
use crate::model::{
    Assignment, ConferenceId, CopyText, Note, NoteHead, Recap, RecapId, Talk, TalkId, ThemeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The attendance of a conference, as a recap gives it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::bundle) struct Crowd {
    /// The conference.
    pub(in crate::bundle) conference: ConferenceId,
    /// The statement, in the words of the recap.
    pub(in crate::bundle) words: String,
    /// The number of people.
    pub(in crate::bundle) people: u32,
    /// The recap that says so.
    pub(in crate::bundle) recap: RecapId,
}

/// The output of all stages, in the order of the recaps.
#[derive(Debug)]
pub(in crate::bundle) struct Resolved {
    /// The editions of the registry and of the recaps.
    pub(in crate::bundle) editions: Editions,
    /// The themes of the registry and of tags.
    pub(in crate::bundle) themes: Themes,
    /// People and organizations.
    pub(in crate::bundle) names: NameDirectory,
    /// Talks; their themes and notes are not filled in.
    pub(in crate::bundle) talks: Vec<Talk>,
    /// The themes of each talk.
    pub(in crate::bundle) talk_themes: BTreeMap<TalkId, BTreeSet<ThemeId>>,
    /// Recaps.
    pub(in crate::bundle) recaps: Vec<Recap>,
    /// Heads of the notes.
    pub(in crate::bundle) heads: Vec<NoteHead>,
    /// Texts of the notes.
    pub(in crate::bundle) notes: Vec<Note>,
    /// Texts that only some copies have.
    pub(in crate::bundle) copies: Vec<CopyText>,
    /// The reason for every decision.
    pub(in crate::bundle) assignments: Vec<Assignment>,
    /// How many people came.
    pub(in crate::bundle) crowds: Vec<Crowd>,
    /// The derived editions as entries of `conferences.toml`. Empty when there are none.
    pub(in crate::bundle) derived: String,
    /// Ids that headers state for recaps and talks, and anchors that headings state.
    pub(in crate::bundle) stated_ids: Vec<(IdKind, StatedId)>,
    /// Findings for the curator.
    pub(in crate::bundle) diagnostics: Vec<Diagnostic>,
}

/// Resolves the drafts of a folder, with its read-me files. `sources` contains their texts by path.
/// `has_own_conferences` says that the folder has a registry of conferences.
pub(in crate::bundle) fn resolve(
    registries: &Registries,
    sources: &BTreeMap<String, Source>,
    (mut drafts, readmes): (Vec<Draft>, &[Draft]),
    has_own_conferences: bool,
    tell: Tell<'_>,
) -> Resolved {
    let mut reports = Reports::new(sources);
    check_slugs(&drafts, &mut reports);
    let names = NameDirectory::from_drafts(registries, &mut drafts);
    let mut editions = Editions::new(&registries.conferences);
    let sets = group_copies(drafts, |stated| named_edition(&editions, stated));
    let matches = match_editions(&sets, readmes, &mut editions, &mut reports);
    let ids = recap_ids(&sets, &editions, &matches);
    let canonical = sets.iter().map(|set| &set.canonical);
    let themes = Themes::new(tag_themes(&registries.themes, canonical, &editions));
    let mut resolved = Resolved {
        editions,
        themes,
        names,
        talks: Vec::new(),
        talk_themes: BTreeMap::new(),
        recaps: Vec::new(),
        heads: Vec::new(),
        notes: Vec::new(),
        copies: Vec::new(),
        assignments: Vec::new(),
        crowds: Vec::new(),
        derived: String::new(),
        stated_ids: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut talks = TalkList::default();
    for (number, ((set, id), found)) in sets.iter().zip(ids).zip(&matches).enumerate() {
        tell(Step::Resolving, number, sets.len());
        resolved.add(set, RecapId(id), found, &mut talks, &mut reports);
    }
    resolved.derived = derived_entries(&matches, &resolved.editions, !has_own_conferences);
    let (talks, stated_ids) = talks.into_talks();
    resolved.talks = talks;
    resolved.stated_ids.extend(stated_ids.into_iter().map(|it| (IdKind::Talk, it)));
    resolved.diagnostics = reports.into_diagnostics();
    resolved
}

impl Resolved {
    /// Runs the stages of one recap and adds their outputs.
    fn add(
        &mut self,
        set: &CopySet,
        id: RecapId,
        found: &RecapEditions,
        list: &mut TalkList,
        reports: &mut Reports<'_>,
    ) {
        let draft = &set.canonical;
        let stated = StatedId {
            id: id.0.clone(),
            wanted: if draft.slug.is_empty() { String::new() } else { id.0.clone() },
            former_ids: draft.former_ids.clone(),
        };
        self.stated_ids.push((IdKind::Recap, stated));
        let id_of = |edition: usize| {
            let edition = self.editions.all.get(edition)?;
            Some(ConferenceId(edition.id.clone()))
        };
        let conference = found.whole.as_ref().and_then(|found| id_of(found.edition));
        let at = |line: u32| found.at(line).and_then(id_of);
        let of_talks: Vec<_> = draft.talks.iter().map(|talk| at(talk.first)).collect();
        let of_notes: Vec<_> = draft.notes.iter().map(|note| at(note.first)).collect();
        let heading = "the heading of the section";
        let of_parts = found.parts.iter().map(|(line, edition)| (*line, Some(*edition), heading));
        let of_spans =
            found.spans.iter().map(|span| (span.first, span.edition, span.words.as_str()));
        let mut of_parts: Vec<(u32, ConferenceId, &str)> = of_parts
            .chain(of_spans)
            .filter_map(|(line, edition, words)| Some((line, id_of(edition?)?, words)))
            .collect();
        let mut told: BTreeSet<ConferenceId> = conference.iter().cloned().collect();
        let n_headings = found.parts.len();
        let mut at = 0;
        of_parts.retain(|(_, id, _)| {
            at += 1;
            // One table row counts for all.
            told.insert(id.clone()) || at <= n_headings
        });
        let mut context = RecapContext {
            draft,
            own: RecapNames::new(draft),
            themes: &self.themes,
            places: &self.editions.places,
            names: &mut self.names,
            reports,
        };
        let talks = resolve_talks(&mut context, &of_talks, list);
        let mut notes = resolve_notes(&mut context, &id, &of_notes, &talks.ids);
        let anchored = draft.notes.iter().zip(&notes.heads);
        let anchored = anchored.filter(|(note, _)| !note.anchor.is_empty());
        self.stated_ids.extend(anchored.map(|(_, head)| {
            let id = head.id.0.clone();
            let wanted = id.clone();
            (IdKind::Note, StatedId { id, wanted, former_ids: Vec::new() })
        }));
        let stated = state_themes(&mut context, &id, &talks.ids, &mut notes.heads);
        let parts = of_parts
            .iter()
            .map(|(line, conference, words)| part_assignment(draft, &id, conference, *line, words));
        self.assignments.extend(parts);
        if let (Some(conference), Some(found)) = (&conference, &found.whole) {
            self.assignments.push(edition_assignment(draft, &id, conference, found));
            let crowds = draft.crowds.iter().map(|(words, people, _)| Crowd {
                conference: conference.clone(),
                words: words.clone(),
                people: *people,
                recap: id.clone(),
            });
            self.crowds.extend(crowds);
        }
        self.assignments.extend(copy_assignments(set, &id, reports));
        self.copies.extend(copy_texts(set, &id));
        self.recaps.push(Recap { notes: notes.ids(), ..recap(set, id, conference) });
        self.heads.extend(notes.heads);
        self.notes.extend(notes.notes);
        for found in [talks.found, notes.found, stated] {
            self.assignments.extend(found.assignments);
            for (talk, theme) in found.talk_themes {
                self.talk_themes.entry(talk).or_default().insert(theme);
            }
        }
    }
}
