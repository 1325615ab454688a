//! Runs the stages and collects their outputs.

use super::context::RecapContext;
use super::notes::resolve_notes;
use super::parts::{in_order, wholes};
use super::recap::{copy_assignments, copy_texts, credit_event, recap};
use super::recap_conferences::RecapConferences;
use super::recap_ids::{check_slugs, recap_ids};
use super::stated_themes::state_themes;
use super::talk_list::TalkList;
use super::talks::resolve_talks;
use crate::bundle::copies::{CopySet, group_copies};
use crate::bundle::editions::{
    Editions, RecapEditions, derived_entries, match_editions, name_series, named_edition,
};
use crate::bundle::ledger::{IdKind, StatedId};
use crate::bundle::names::{NameDirectory, RecapNames};
use crate::bundle::progress::{Step, Tell};
use crate::bundle::registry::Registries;
use crate::bundle::report::Reports;
use crate::bundle::taken::Taken;
use crate::bundle::themes::{ThemeIndex, tag_themes};
use crate::ingest::{Diagnostic, Draft, Source};
use crate::model::{
    Assignment, ConferenceId, CopyText, Note, NoteHead, Recap, RecapId, Talk, TalkId, ThemeId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The attendance of a conference, as a recap gives it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::bundle) struct StatedAttendance {
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
    pub(in crate::bundle) themes: ThemeIndex,
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
    pub(in crate::bundle) crowds: Vec<StatedAttendance>,
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
    if !has_own_conferences {
        name_series(&matches, &mut editions);
    }
    let ids = recap_ids(&sets, &editions, &matches);
    let canonical = sets.iter().map(|set| &set.canonical);
    let themes = ThemeIndex::new(tag_themes(&registries.themes, canonical, &editions));
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
    let wholes = wholes(&sets, &ids, &mut reports);
    let mut anchors: BTreeMap<RecapId, Taken> = BTreeMap::new();
    for (number, at) in in_order(&sets, &wholes).into_iter().enumerate() {
        tell(Step::Resolving, number, sets.len());
        let (Some(set), Some(own), Some(found)) = (sets.get(at), ids.get(at), matches.get(at))
        else {
            continue;
        };
        let id = wholes.get(&at).and_then(|whole| ids.get(*whole)).unwrap_or(own);
        let id = RecapId(id.clone());
        let anchors = anchors.entry(id.clone()).or_default();
        resolved.add(set, (id, own), found, (&mut talks, anchors), &mut reports);
    }
    resolved.derived = derived_entries(&matches, &resolved.editions, !has_own_conferences);
    let (talks, stated_ids) = talks.into_talks();
    resolved.talks = talks;
    resolved.stated_ids.extend(stated_ids.into_iter().map(|it| (IdKind::Talk, it)));
    resolved.diagnostics = reports.into_diagnostics();
    resolved
}

impl Resolved {
    /// Runs the stages of one recap, or of a part of one, and adds their outputs. `own` is the id that a part would have
    /// as a recap.
    fn add(
        &mut self,
        set: &CopySet,
        (id, own): (RecapId, &str),
        found: &RecapEditions,
        (list, anchors): (&mut TalkList, &mut Taken),
        reports: &mut Reports<'_>,
    ) {
        let draft = &set.canonical;
        let conferences = RecapConferences::new(draft, found, &self.editions);
        let mut context = RecapContext {
            draft,
            own: RecapNames::new(draft),
            themes: &self.themes,
            places: &self.editions.places,
            names: &mut self.names,
            reports,
        };
        let talks = resolve_talks(&mut context, &conferences.of_talks, list);
        let mut notes =
            resolve_notes(&mut context, (&id, anchors), &conferences.of_notes, &talks.ids);
        let stated = state_themes(&mut context, &id, &talks.ids, &mut notes.heads);
        let whole = self.recaps.iter_mut().find(|it| id.0 != own && it.id == id);
        let is_part = whole.is_some();
        if let Some(whole) = whole {
            whole.notes.extend(notes.ids());
        }
        self.state_recap(draft, &id, own);
        let anchors = note_ids(draft, &notes.heads).map(|it| (IdKind::Note, it));
        self.stated_ids.extend(anchors);
        self.assignments.extend(conferences.assignments(draft, &id));
        self.assignments.extend(copy_assignments(set, &id, reports));
        self.crowds.extend(crowds(draft, &id, conferences.whole()));
        self.copies.extend(copy_texts(set, &id));
        let whole = conferences.whole().cloned();
        let event = whole.as_ref().and_then(|id| self.editions.all.iter().find(|it| it.id == id.0));
        if !is_part {
            let mut recap = recap(set, id, whole.clone());
            credit_event(&mut recap, event);
            self.recaps.push(Recap { notes: notes.ids(), ..recap });
        }
        self.heads.extend(notes.heads);
        self.notes.extend(notes.notes);
        for found in [talks.found, notes.found, stated] {
            self.assignments.extend(found.assignments);
            for (talk, theme) in found.talk_themes {
                self.talk_themes.entry(talk).or_default().insert(theme);
            }
        }
    }

    /// Adds the ids that a header states for its recap. A part may have had a page of its own, which leads to the whole.
    fn state_recap(&mut self, draft: &Draft, id: &RecapId, own: &str) {
        let mut known = self.stated_ids.iter_mut();
        let known = known.find(|(kind, it)| id.0 != own && *kind == IdKind::Recap && it.id == id.0);
        match known {
            Some((_, whole)) => {
                whole.former_ids.push(own.to_owned());
                whole.former_ids.extend(draft.former_ids.clone());
            }
            None => self.stated_ids.push((IdKind::Recap, recap_id(draft, id))),
        }
    }
}

/// The id of a recap, and the ids that its header states.
fn recap_id(draft: &Draft, id: &RecapId) -> StatedId {
    StatedId {
        id: id.0.clone(),
        wanted: if draft.slug.is_empty() { String::new() } else { id.0.clone() },
        former_ids: draft.former_ids.clone(),
    }
}

/// The ids of the notes whose headings state an anchor.
fn note_ids(draft: &Draft, heads: &[NoteHead]) -> impl Iterator<Item = StatedId> {
    let anchored = draft.notes.iter().zip(heads).filter(|(note, _)| !note.anchor.is_empty());
    anchored.map(|(_, head)| {
        let id = head.id.0.clone();
        StatedId { wanted: id.clone(), id, former_ids: Vec::new() }
    })
}

/// How many people came to the conference of a recap, as the recap says.
fn crowds(
    draft: &Draft,
    recap: &RecapId,
    conference: Option<&ConferenceId>,
) -> impl Iterator<Item = StatedAttendance> {
    let stated = conference.into_iter().flat_map(|id| draft.crowds.iter().map(move |it| (id, it)));
    stated.map(|(conference, (words, people, _))| StatedAttendance {
        conference: conference.clone(),
        words: words.clone(),
        people: *people,
        recap: recap.clone(),
    })
}
