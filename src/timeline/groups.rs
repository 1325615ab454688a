//! Matches grouped as years, conferences, talks and notes.

use crate::{
    model::{ConferenceId, PartialDate, RecapId},
    query::{Direction, Engine, EntryId, Matches, Moment, Query, Sort, sorting::sort_by_key},
};

/// Matches as the timeline shows them: newest year first, or oldest first if the query says so. Entries without a year
/// come last either way.
///
/// Without filters, conferences without a match are included, but empty. With filters they are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Timeline {
    /// The years.
    pub years: Vec<YearGroup>,
}

/// What happened in one year.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct YearGroup {
    /// The year; `None` if unknown.
    pub year: Option<u16>,
    /// Editions in the order of the years; entries without an edition last. Never empty.
    pub conferences: Vec<ConferenceGroup>,
}

/// The matches of one conference.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ConferenceGroup {
    /// The conference; `None` if unknown.
    pub conference: Option<ConferenceId>,
    /// Talks: keynotes first, then by day, then by title.
    pub talks: Vec<EntryId>,
    /// Notes about no talk, by recap in the order of the catalog.
    pub recaps: Vec<RecapGroup>,
}

/// The notes of one recap that match and are about no talk.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RecapGroup {
    /// The recap.
    pub recap: RecapId,
    /// The notes, in reading order. Never empty.
    pub notes: Vec<EntryId>,
}

impl Timeline {
    /// Groups the first `limit` of `matches`, which `query` found in `engine`.
    pub fn new(engine: &Engine, query: &Query, matches: &Matches, limit: usize) -> Self {
        let direction =
            if query.order() == Sort::Oldest { Direction::Oldest } else { Direction::Newest };
        let mut hits: Vec<EntryId> = matches.hits.iter().map(|hit| hit.entry).collect();
        if !matches!(query.order(), Sort::Newest | Sort::Oldest) {
            sort_by_key(&mut hits, |entry| *entry);
        }
        let is_cut = hits.len() > limit;
        hits.truncate(limit);
        let tables = engine.tables();
        let mut groups: Vec<(Moment, Option<u16>, ConferenceGroup)> = Vec::new();
        for entry in hits {
            let moment = engine.moment(entry, direction);
            if groups.last().is_none_or(|(last, ..)| *last != moment) {
                let conference = engine.conference(entry);
                let conference = conference.and_then(|place| tables.conferences.get(place));
                let group = ConferenceGroup::of(conference.map(|it| it.id.clone()));
                groups.push((moment, engine.year(entry), group));
            }
            if let Some((.., group)) = groups.last_mut() {
                group.add(engine, entry);
            }
        }
        if !matches.is_filtered {
            let end = groups.last().map(|(moment, ..)| *moment).filter(|_| is_cut);
            let shown: Vec<Moment> = groups.iter().map(|(moment, ..)| *moment).collect();
            for (place, conference) in tables.conferences.iter().enumerate() {
                let year = conference.start.map(PartialDate::year);
                let moment = Moment::new(tables, year, Some(place), direction);
                let is_beyond = end.is_some_and(|end| moment > end);
                if !is_beyond && !shown.contains(&moment) {
                    let group = ConferenceGroup::of(Some(conference.id.clone()));
                    groups.push((moment, year, group));
                }
            }
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

    /// How many notes about no talk match.
    pub fn n_notes(&self) -> usize {
        self.conferences.iter().map(ConferenceGroup::n_notes).sum()
    }
}

impl ConferenceGroup {
    /// No match yet.
    fn of(conference: Option<ConferenceId>) -> Self {
        Self { conference, ..Self::default() }
    }

    fn add(&mut self, engine: &Engine, entry: EntryId) {
        if engine.is_talk(entry) {
            self.talks.push(entry);
            return;
        }
        let Some(recap) = engine.tables().recaps.get(engine.recap(entry)) else { return };
        match self.recaps.last_mut() {
            Some(last) if last.recap == recap.id => last.notes.push(entry),
            Some(_) | None => {
                self.recaps.push(RecapGroup { recap: recap.id.clone(), notes: vec![entry] });
            }
        }
    }

    /// How many notes about no talk match.
    pub fn n_notes(&self) -> usize {
        self.recaps.iter().map(|group| group.notes.len()).sum()
    }

    /// Whether nothing matches.
    pub fn is_empty(&self) -> bool {
        self.talks.is_empty() && self.recaps.is_empty()
    }
}
