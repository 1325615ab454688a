//! Themes by conference: which recaps named them when, and which ones stopped.

use crate::{
    model::{ConferenceId, PartialDate, ThemeId},
    query::{
        Engine, EntityIndex, Matches, folded,
        sorting::{sort_by, sort_by_key, sorted_once},
        to_usize,
    },
};
use std::{cmp::Reverse, ops::Range};

/// Themes by edition, from the notes behind the matches.
///
/// With few recaps, silence is not absence: [`Matrix::returns`] decides what a gap means.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Matrix {
    /// The columns: dated editions with a recap, earliest first.
    pub editions: Vec<Edition>,
    /// The rows: themes with evidence.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edition {
    /// The edition.
    pub conference: ConferenceId,
    /// Year of its start.
    pub year: u16,
    /// The number of recaps about it, whether they match or not; at least 1.
    pub n_recaps: usize,
}

/// The facts about one theme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// The theme; a broader one includes the evidence of its narrower ones.
    pub theme: ThemeId,
    /// One cell per edition of [`Matrix::editions`].
    pub cells: Vec<Cell>,
    /// The first edition that names it, as a position in [`Matrix::editions`].
    pub first_seen: usize,
    /// The last edition that names it, likewise.
    pub last_seen: usize,
    /// Recaps that name it, each once.
    pub n_recaps: usize,
    /// Notes that name it, each once.
    pub n_notes: usize,
}

/// The evidence for one theme at one edition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cell {
    /// Recaps that name it, each once regardless of its copies and notes.
    pub n_recaps: usize,
    /// The notes, as positions in the catalog, in order. Empty if nobody names it.
    pub notes: Vec<usize>,
}

/// The order of the rows. Ties are broken by name.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ThemeOrder {
    /// Earliest first.
    #[default]
    FirstSeen,
    /// Named at most editions first.
    Persistence,
    /// Ordered by growth from the first half of the editions to the second.
    Rise,
    /// By name, ignoring case and accents.
    Name,
    /// Most recaps first, then most notes.
    Evidence,
}

impl Matrix {
    /// Counts the notes behind `matches`, using [`Evidence`](crate::query::Evidence). First and last always
    /// describe the whole collection: a filter that hides a note does not change history.
    pub fn new(engine: &Engine, evidence: &[u32], matches: &Matches, order: ThemeOrder) -> Self {
        let editions = editions(engine, evidence);
        let mut is_match = vec![false; engine.n_entries()];
        for hit in &matches.hits {
            if let Some(is_match) = is_match.get_mut(hit.entry.0) {
                *is_match = true;
            }
        }
        let all = namings(engine, evidence, &editions);
        let by_theme = all.chunk_by(|a, b| a.theme == b.theme);
        let mut rows: Vec<Row> = by_theme
            .filter_map(|namings| {
                let is_match = |it: &&Naming| is_match.get(it.entry).copied().unwrap_or(false);
                let matching: Vec<&Naming> = namings.iter().filter(is_match).collect();
                let seen = sorted_once(namings.iter().map(|naming| naming.place));
                let theme = engine.tables().themes.get(namings.first()?.theme)?;
                (!matching.is_empty())
                    .then(|| row(theme.id.clone(), &matching, &seen, editions.len()))?
            })
            .collect();
        sort(&mut rows, &editions, &engine.index(), order);
        Self { editions, rows }
    }

    /// The editions of each year that has one, earliest first, as positions in [`Self::editions`].
    pub fn years(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let year = |editions: &[Edition]| {
            let year = start..start + editions.len();
            start = year.end;
            year
        };
        self.editions.chunk_by(|a, b| a.year == b.year).map(year).collect()
    }

    /// Puts the rows in another order.
    pub fn reorder(&mut self, index: &EntityIndex, order: ThemeOrder) {
        sort(&mut self.rows, &self.editions, index, order);
    }
}

/// Dated editions that somebody wrote about, earliest first.
fn editions(engine: &Engine, evidence: &[u32]) -> Vec<Edition> {
    let tables = engine.tables();
    // A recap may be about other conferences than its own. Conference and recap make one number.
    let n_recaps = tables.recaps.len();
    let position = |id: &ConferenceId| engine.index().position_of_conference(id);
    let of_notes =
        notes(evidence).filter_map(|note| Some(note.conference? * n_recaps + note.recap));
    let recaps = tables.recaps.iter().enumerate();
    let of_recaps =
        recaps.filter_map(|(n, it)| Some(position(it.conference.as_ref()?)? * n_recaps + n));
    let mut counts = vec![0; tables.conferences.len()];
    for told in sorted_once(of_notes.chain(of_recaps)) {
        if let Some(count) = counts.get_mut(told / n_recaps.max(1)) {
            *count += 1;
        }
    }
    let conferences = tables.conferences.iter().zip(counts).filter(|(_, n_recaps)| *n_recaps > 0);
    let mut dated: Vec<_> =
        conferences.filter_map(|(it, n_recaps)| Some((it.start?, &it.id, n_recaps))).collect();
    sort_by(&mut dated, Ord::cmp);
    let edition = |(start, id, n_recaps): (PartialDate, &ConferenceId, usize)| Edition {
        conference: id.clone(),
        year: start.year(),
        n_recaps,
    };
    dated.into_iter().map(edition).collect()
}

/// The evidence of one note. Entities are numbers in the tables.
struct NoteEvidence<'a> {
    note: usize,
    entry: usize,
    recap: usize,
    conference: Option<usize>,
    themes: &'a [u32],
}

/// The notes of `evidence`, in the order of the catalog. Leaves out a truncated rest.
fn notes(evidence: &[u32]) -> impl Iterator<Item = NoteEvidence<'_>> {
    let mut rest = evidence;
    (0..).map_while(move |note| {
        let (&[entry, recap, conference, n_themes], after) = rest.split_first_chunk()?;
        let (themes, after) = after.split_at_checked(to_usize(n_themes))?;
        rest = after;
        Some(NoteEvidence {
            note,
            entry: to_usize(entry),
            recap: to_usize(recap),
            conference: to_usize(conference).checked_sub(1),
            themes,
        })
    })
}

/// A note names a theme.
struct Naming {
    theme: usize,
    /// The edition's place in [`Matrix::editions`].
    place: usize,
    note: usize,
    entry: usize,
    recap: usize,
}

/// Every naming of a theme, by theme, then edition, then note.
fn namings(engine: &Engine, evidence: &[u32], editions: &[Edition]) -> Vec<Naming> {
    let mut places = vec![None; engine.tables().conferences.len()];
    for (place, edition) in editions.iter().enumerate() {
        let conference = engine.index().position_of_conference(&edition.conference);
        if let Some(slot) = conference.and_then(|conference| places.get_mut(conference)) {
            *slot = Some(place);
        }
    }
    let mut namings = Vec::new();
    for NoteEvidence { note, entry, recap, conference, themes } in notes(evidence) {
        let edition = conference.and_then(|conference| *places.get(conference)?);
        let Some(edition) = edition else { continue };
        namings.extend(themes.iter().map(|theme| Naming {
            theme: to_usize(*theme),
            place: edition,
            note,
            entry,
            recap,
        }));
    }
    sort_by_key(&mut namings, |naming| (naming.theme, naming.place, naming.note));
    namings
}

/// The row of a theme with the notes of `namings`; `seen` are the editions at which the whole collection names it.
/// `None` if there are no notes.
fn row(theme: ThemeId, namings: &[&Naming], seen: &[usize], n_editions: usize) -> Option<Row> {
    let mut cells = vec![Cell::default(); n_editions];
    for namings in namings.chunk_by(|a, b| a.place == b.place) {
        let cell = namings.first().and_then(|naming| cells.get_mut(naming.place));
        if let Some(cell) = cell {
            cell.n_recaps = n_recaps(namings);
            cell.notes = namings.iter().map(|naming| naming.note).collect();
        }
    }
    Some(Row {
        theme,
        first_seen: *seen.first()?,
        last_seen: *seen.last()?,
        n_recaps: n_recaps(namings),
        n_notes: namings.len(),
        cells,
    })
}

fn n_recaps(namings: &[&Naming]) -> usize {
    sorted_once(namings.iter().map(|naming| naming.recap)).len()
}

fn sort(rows: &mut [Row], editions: &[Edition], index: &EntityIndex, order: ThemeOrder) {
    let name = |row: &Row| index.theme(&row.theme).map(|theme| folded(&theme.name));
    sort_by_key(rows, |row| (name(row), row.theme.clone()));
    match order {
        ThemeOrder::FirstSeen => sort_by_key(rows, |row| row.first_seen),
        ThemeOrder::Persistence => sort_by_key(rows, |row| Reverse(row.n_editions())),
        ThemeOrder::Rise => {
            sort_by_key(rows, |row| Reverse(rise(row, editions)));
        }
        ThemeOrder::Name => {}
        ThemeOrder::Evidence => {
            sort_by_key(rows, |row| Reverse((row.n_recaps, row.n_notes)));
        }
    }
}

/// The share of recaps that name it in the later half of the editions, minus that in the earlier half, in a unit that
/// is the same for all rows.
fn rise(row: &Row, editions: &[Edition]) -> isize {
    let half = editions.len() / 2;
    let (earlier, later) = editions.split_at(half);
    let n_all = |editions: &[Edition]| -> usize { editions.iter().map(|it| it.n_recaps).sum() };
    let share = |naming: (usize, usize), others: &[Edition]| naming.0 * n_all(others).max(1);
    let later_share = share(row.at(half..editions.len()), earlier);
    later_share.cast_signed() - share(row.at(0..half), later).cast_signed()
}
