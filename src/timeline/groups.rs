//! Matches grouped as years, conferences, talks and passages.

use crate::{
    model::{ConferenceId, PartialDate, RecapId},
    query::{About, Direction, EntryId, Index, Matches, Moment, Query, Sort, sorting::sort_by_key},
};

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
        let mut groups: Vec<(Moment, Option<u16>, ConferenceGroup)> = Vec::new();
        let mut hits: Vec<EntryId> = matches.hits.iter().map(|hit| hit.entry).collect();
        index.sort_by_time(&mut hits, direction);
        for (id, entry) in hits.into_iter().filter_map(|id| Some((id, index.entry(id)?))) {
            let moment = index.moment(entry.year, entry.conference.as_ref(), direction);
            if groups.last().is_none_or(|(last, ..)| *last != moment) {
                let group = ConferenceGroup::of(entry.conference.clone());
                groups.push((moment, entry.year, group));
            }
            if let Some((.., group)) = groups.last_mut() {
                group.add(index, id, &entry.about);
            }
        }
        if !matches.is_filtered {
            let is_shown = |id: &ConferenceId| {
                groups.iter().any(|(.., group)| group.conference.as_ref() == Some(id))
            };
            let others = index.catalog().conferences.iter().filter(|it| !is_shown(&it.id));
            let others = others.map(|conference| {
                let year = conference.start.map(PartialDate::year);
                let moment = index.moment(year, Some(&conference.id), direction);
                (moment, year, ConferenceGroup::of(Some(conference.id.clone())))
            });
            let others: Vec<_> = others.collect();
            groups.extend(others);
            sort_by_key(&mut groups, |(moment, ..)| *moment);
        }
        Self { years: by_year(groups) }
    }
}

fn by_year(groups: Vec<(Moment, Option<u16>, ConferenceGroup)>) -> Vec<YearGroup> {
    let mut years: Vec<YearGroup> = Vec::new();
    for (_, year, group) in groups {
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
    /// No match yet.
    fn of(conference: Option<ConferenceId>) -> Self {
        Self { conference, ..Self::default() }
    }

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
