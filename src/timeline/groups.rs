//! Matches grouped as years, conferences, talks and passages.

use crate::{
    model::{ConferenceId, PartialDate, RecapId},
    query::{About, Direction, EntryId, Index, Matches, Moment, Query, Sort},
};
use std::collections::{BTreeMap, BTreeSet};

/// Matches as the timeline shows them: newest year first, or oldest first when the query says so;
/// what has no year comes last either way.
///
/// Editions without a match are there, empty, when nothing is filtered; else they are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Timeline {
    /// The years.
    pub years: Vec<YearGroup>,
}

/// What happened in one year.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct YearGroup {
    /// The year; `None` for what is not known to belong to one.
    pub year: Option<u16>,
    /// Editions in the order of the years; entries without an edition last. Never empty.
    pub conferences: Vec<ConferenceGroup>,
}

/// What matches of one edition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ConferenceGroup {
    /// The edition; `None` for entries of which it is not known.
    pub conference: Option<ConferenceId>,
    /// Talks: keynotes first, then by day, then by title.
    pub talks: Vec<EntryId>,
    /// Passages about no talk, by recap in the order of the catalog.
    pub recaps: Vec<RecapGroup>,
}

/// The passages of one recap that match and are about no talk.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RecapGroup {
    /// The recap.
    pub recap: RecapId,
    /// The passages, in reading order. Never empty.
    pub notes: Vec<EntryId>,
}

impl Timeline {
    /// Groups `matches`, which `query` found in `index`.
    pub fn new(index: &Index, query: &Query, matches: &Matches) -> Self {
        let direction =
            if query.order() == Sort::Oldest { Direction::Oldest } else { Direction::Newest };
        let mut groups: BTreeMap<Moment, (Option<u16>, ConferenceGroup)> = BTreeMap::new();
        let mut hits: Vec<EntryId> = matches.hits.iter().map(|hit| hit.entry).collect();
        index.sort_by_time(&mut hits, direction);
        for (id, entry) in hits.into_iter().filter_map(|id| Some((id, index.entry(id)?))) {
            let moment = index.moment(entry.year, entry.conference.as_ref(), direction);
            let (_, group) = groups.entry(moment).or_insert_with(|| {
                let conference = entry.conference.clone();
                (entry.year, ConferenceGroup { conference, ..ConferenceGroup::default() })
            });
            group.add(index, id, &entry.about);
        }
        if !matches.is_filtered {
            let shown: BTreeSet<ConferenceId> =
                groups.values().filter_map(|(_, group)| group.conference.clone()).collect();
            for conference in
                index.catalog().conferences.iter().filter(|it| !shown.contains(&it.id))
            {
                let year = conference.start.map(PartialDate::year);
                let group = ConferenceGroup {
                    conference: Some(conference.id.clone()),
                    ..ConferenceGroup::default()
                };
                groups.insert(
                    index.moment(year, group.conference.as_ref(), direction),
                    (year, group),
                );
            }
        }
        Self { years: by_year(groups.into_values()) }
    }
}

fn by_year(groups: impl Iterator<Item = (Option<u16>, ConferenceGroup)>) -> Vec<YearGroup> {
    let mut years: Vec<YearGroup> = Vec::new();
    for (year, group) in groups {
        match years.last_mut() {
            Some(last) if last.year == year => last.conferences.push(group),
            Some(_) | None => years.push(YearGroup { year, conferences: vec![group] }),
        }
    }
    years
}

impl YearGroup {
    /// How many talks match.
    pub fn n_talks(&self) -> usize {
        self.conferences.iter().map(|group| group.talks.len()).sum()
    }

    /// How many passages about no talk match.
    pub fn n_notes(&self) -> usize {
        self.conferences.iter().map(ConferenceGroup::n_notes).sum()
    }
}

impl ConferenceGroup {
    fn add(&mut self, index: &Index, id: EntryId, about: &About) {
        match about {
            About::Talk(_) => self.talks.push(id),
            About::Note(note) => {
                let Some(recap) = index.note(note).map(|note| &note.recap) else { return };
                match self.recaps.last_mut() {
                    Some(last) if last.recap == *recap => last.notes.push(id),
                    Some(_) | None => {
                        self.recaps.push(RecapGroup { recap: recap.clone(), notes: vec![id] });
                    }
                }
            }
        }
    }

    /// How many passages about no talk match.
    pub fn n_notes(&self) -> usize {
        self.recaps.iter().map(|group| group.notes.len()).sum()
    }

    /// Whether nothing matches.
    pub fn is_empty(&self) -> bool {
        self.talks.is_empty() && self.recaps.is_empty()
    }
}
