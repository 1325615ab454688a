//! Theme by edition: who spoke of what when, and what went silent.

use super::float;
use crate::{
    model::{ConferenceId, ThemeId},
    query::{
        Engine, Index, Matches, folded, place,
        sorting::{sort_by, sort_by_key, sorted_once},
    },
};
use std::{cmp::Reverse, ops::Range};

/// Themes by edition, from the passages behind the matches.
///
/// Only an edition with at least one recap can speak for absence: where nobody wrote, a theme is
/// neither gone nor interrupted.
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
    /// Articles about it, whether they match or not: how much its silence means.
    pub n_recaps: usize,
}

/// What is known of one theme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// The theme; a broader one holds the evidence of its narrower ones too.
    pub theme: ThemeId,
    /// One cell per edition of [`Matrix::editions`].
    pub cells: Vec<Cell>,
    /// The first edition that names it, as a position in [`Matrix::editions`].
    pub first_seen: usize,
    /// The last edition that names it, likewise.
    pub last_seen: usize,
    /// Later editions have recaps, and none names it.
    pub is_gone: bool,
    /// The editions that name it again after one or more with recaps did not; in order.
    pub returns: Vec<usize>,
    /// Articles that name it, each once.
    pub n_recaps: usize,
    /// Passages that name it, each once.
    pub n_notes: usize,
}

/// The evidence for one theme at one edition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cell {
    /// Articles that name it, each once whatever its copies and passages.
    pub n_recaps: usize,
    /// The passages, as their places in the catalog, in order. Empty when nobody names it.
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
    /// Most gained from its first half of the editions to the second first.
    Rise,
    /// By name, case and accents aside.
    Name,
    /// Most articles first, then most passages.
    Evidence,
}

impl Matrix {
    /// Counts the passages behind `matches`, by what [`Evidence`](crate::query::Evidence) says of them. What a row says of first,
    /// last, gone and returned is said of the whole collection, since a filter that hides a passage does
    /// not unsay it.
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
                    .then(|| row(theme.id.clone(), &matching, &seen, &editions))?
            })
            .collect();
        sort(&mut rows, &editions, &engine.index(), order);
        Self { editions, rows }
    }
}

/// Dated editions that somebody wrote about, earliest first.
fn editions(engine: &Engine, evidence: &[u32]) -> Vec<Edition> {
    let tables = engine.tables();
    let mut dated: Vec<_> =
        tables.conferences.iter().filter_map(|it| Some((it.start?, &it.id))).collect();
    sort_by(&mut dated, Ord::cmp);
    let told_of = sorted_once(notes(evidence).filter_map(|note| note.conference));
    let editions = dated.into_iter().map(|(start, id)| Edition {
        conference: id.clone(),
        year: start.year(),
        n_recaps: tables.recaps.iter().filter(|it| it.conference.as_ref() == Some(id)).count(),
    });
    let is_told_of = |id: &ConferenceId| {
        let place = engine.index().place_of_conference(id);
        place.is_some_and(|place| told_of.binary_search(&place).is_ok())
    };
    editions.filter(|edition| edition.n_recaps > 0 || is_told_of(&edition.conference)).collect()
}

/// What the evidence says of one note. Entities go by their places in the tables.
struct NoteEvidence<'a> {
    note: usize,
    entry: usize,
    recap: usize,
    conference: Option<usize>,
    themes: &'a [u32],
}

/// The notes of `evidence`, in the order of the catalog. What is cut off is left out.
fn notes(evidence: &[u32]) -> impl Iterator<Item = NoteEvidence<'_>> {
    let mut rest = evidence;
    (0..).map_while(move |note| {
        let (&[entry, recap, conference, n_themes], after) = rest.split_first_chunk()?;
        let (themes, after) = after.split_at_checked(place(n_themes))?;
        rest = after;
        Some(NoteEvidence {
            note,
            entry: place(entry),
            recap: place(recap),
            conference: place(conference).checked_sub(1),
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
        let conference = engine.index().place_of_conference(&edition.conference);
        if let Some(slot) = conference.and_then(|conference| places.get_mut(conference)) {
            *slot = Some(place);
        }
    }
    let mut namings = Vec::new();
    for NoteEvidence { note, entry, recap, conference, themes } in notes(evidence) {
        let edition = conference.and_then(|conference| *places.get(conference)?);
        let Some(edition) = edition else { continue };
        namings.extend(themes.iter().map(|theme| Naming {
            theme: place(*theme),
            place: edition,
            note,
            entry,
            recap,
        }));
    }
    sort_by_key(&mut namings, |naming| (naming.theme, naming.place, naming.note));
    namings
}

/// The row of a theme with the passages of `namings`; `seen` are the editions at which the whole
/// collection names it. `None` when there are none.
fn row(theme: ThemeId, namings: &[&Naming], seen: &[usize], editions: &[Edition]) -> Option<Row> {
    let (first_seen, last_seen) = (*seen.first()?, *seen.last()?);
    let is_silent = |range: Range<usize>| {
        let between = editions.get(range).unwrap_or_default();
        between.iter().any(|edition| edition.n_recaps > 0)
    };
    let returns = seen
        .iter()
        .zip(seen.iter().skip(1))
        .filter(|(before, again)| is_silent(**before + 1..**again));
    let mut cells = vec![Cell::default(); editions.len()];
    for namings in namings.chunk_by(|a, b| a.place == b.place) {
        let cell = namings.first().and_then(|naming| cells.get_mut(naming.place));
        if let Some(cell) = cell {
            cell.n_recaps = n_recaps(namings);
            cell.notes = namings.iter().map(|naming| naming.note).collect();
        }
    }
    Some(Row {
        theme,
        first_seen,
        last_seen,
        is_gone: is_silent(last_seen + 1..editions.len()),
        returns: returns.map(|(_, again)| *again).collect(),
        n_recaps: n_recaps(namings),
        n_notes: namings.len(),
        cells,
    })
}

fn n_recaps(namings: &[&Naming]) -> usize {
    sorted_once(namings.iter().map(|naming| naming.recap)).len()
}

fn sort(rows: &mut [Row], editions: &[Edition], index: &Index, order: ThemeOrder) {
    let name = |row: &Row| index.theme(&row.theme).map(|theme| folded(&theme.name));
    sort_by_key(rows, |row| (name(row), row.theme.clone()));
    match order {
        ThemeOrder::FirstSeen => sort_by_key(rows, |row| row.first_seen),
        ThemeOrder::Persistence => sort_by_key(rows, |row| Reverse(n_editions(row))),
        ThemeOrder::Rise => {
            sort_by(rows, |a, b| rise(b, editions).total_cmp(&rise(a, editions)));
        }
        ThemeOrder::Name => {}
        ThemeOrder::Evidence => {
            sort_by_key(rows, |row| Reverse((row.n_recaps, row.n_notes)));
        }
    }
}

fn n_editions(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.n_recaps > 0).count()
}

/// The share of articles that name it in the later half of the editions, less that in the earlier half.
fn rise(row: &Row, editions: &[Edition]) -> f64 {
    let half = editions.len() / 2;
    let share = |range: Range<usize>| {
        let naming =
            row.cells.get(range.clone()).unwrap_or_default().iter().map(|cell| cell.n_recaps).sum();
        let all: usize =
            editions.get(range).unwrap_or_default().iter().map(|edition| edition.n_recaps).sum();
        float(naming) / float(all.max(1))
    };
    share(half..editions.len()) - share(0..half)
}
