//! Theme by edition: who spoke of what when, and what went silent.

use super::float;
use crate::{
    model::{ConferenceId, NoteHead, NoteId, ThemeId},
    query::{
        EntryId, Index, Matches, folded,
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
    /// The passages, in the order of the catalog. Empty when nobody names it.
    pub notes: Vec<NoteId>,
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
    /// Counts the passages behind `matches`. What a row says of first, last, gone and returned is
    /// said of the whole collection, since a filter that hides a passage does not unsay it.
    pub fn new(index: &Index, matches: &Matches, order: ThemeOrder) -> Self {
        let editions = editions(index);
        let matching = evidence(index, &editions, matches.hits.iter().map(|hit| hit.entry));
        let all = evidence(index, &editions, index.entries().map(|(entry, _)| entry));
        let by_theme = matching.chunk_by(|a, b| a.theme == b.theme);
        let rows = by_theme.filter_map(|namings| {
            let theme = &namings.first()?.theme;
            let of_theme = all.iter().filter(|naming| naming.theme == *theme);
            let seen = sorted_once(of_theme.map(|naming| naming.place));
            row(theme.clone(), namings, &seen, &editions, index)
        });
        let mut rows: Vec<Row> = rows.collect();
        sort(&mut rows, &editions, index, order);
        Self { editions, rows }
    }

    /// Puts the rows in another order.
    pub fn reorder(&mut self, index: &Index, order: ThemeOrder) {
        sort(&mut self.rows, &self.editions, index, order);
    }
}

/// Dated editions that somebody wrote about, earliest first.
fn editions(index: &Index) -> Vec<Edition> {
    let catalog = index.catalog();
    let dated = catalog
        .conferences
        .iter()
        .filter_map(|conference| Some((conference.start?, &conference.id)));
    let mut dated: Vec<_> = dated.collect();
    sort_by(&mut dated, Ord::cmp);
    let editions = dated.into_iter().map(|(start, id)| Edition {
        conference: id.clone(),
        year: start.year(),
        n_recaps: catalog
            .recaps
            .iter()
            .filter(|recap| recap.conference.as_ref() == Some(id))
            .count(),
    });
    let is_told_of =
        |id: &ConferenceId| catalog.notes.iter().any(|note| note.conference.as_ref() == Some(id));
    editions.filter(|edition| edition.n_recaps > 0 || is_told_of(&edition.conference)).collect()
}

/// A note names a theme.
struct Naming<'a> {
    theme: ThemeId,
    /// The edition's place in [`Matrix::editions`].
    place: usize,
    note: &'a NoteHead,
}

/// Every naming of a theme in `entries`, by theme.
fn evidence<'a>(
    index: &'a Index,
    editions: &[Edition],
    entries: impl Iterator<Item = EntryId>,
) -> Vec<Naming<'a>> {
    let mut namings = Vec::new();
    for note in entries.flat_map(|entry| index.notes_of_entry(entry)) {
        let place = editions
            .iter()
            .position(|edition| Some(&edition.conference) == note.conference.as_ref());
        let Some(place) = place else { continue };
        let themes = themes(index, note).into_iter();
        namings.extend(themes.map(|theme| Naming { theme, place, note }));
    }
    sort_by(&mut namings, |a, b| a.theme.cmp(&b.theme));
    namings
}

/// The themes a note is evidence for: those it names, those of its talk that no note on it names,
/// since the talk has them by its title, and the broader ones of all these.
fn themes(index: &Index, note: &NoteHead) -> Vec<ThemeId> {
    let named = note.themes.iter().map(|counted| &counted.theme);
    let talk = note.talk.as_ref().and_then(|talk| index.talk(talk));
    let of_title = talk.into_iter().flat_map(|talk| {
        let notes = index.notes_of_talk(&talk.id);
        let is_named = move |theme: &ThemeId| {
            notes.iter().any(|note| note.themes.iter().any(|it| it.theme == *theme))
        };
        talk.themes.iter().filter(move |theme| !is_named(theme))
    });
    index.with_broader_themes(named.chain(of_title))
}

/// The row of a theme with the passages of `namings`; `seen` are the editions at which the whole
/// collection names it. `None` when there are none.
fn row(
    theme: ThemeId,
    namings: &[Naming<'_>],
    seen: &[usize],
    editions: &[Edition],
    index: &Index,
) -> Option<Row> {
    let (first_seen, last_seen) = (*seen.first()?, *seen.last()?);
    let is_silent = |range: Range<usize>| {
        let between = editions.get(range).unwrap_or_default();
        between.iter().any(|edition| edition.n_recaps > 0)
    };
    let returns = seen
        .iter()
        .zip(seen.iter().skip(1))
        .filter(|(before, again)| is_silent(**before + 1..**again));
    let cells: Vec<Cell> = (0..editions.len())
        .map(|place| cell(namings.iter().filter(|naming| naming.place == place), index))
        .collect();
    Some(Row {
        theme,
        first_seen,
        last_seen,
        is_gone: is_silent(last_seen + 1..editions.len()),
        returns: returns.map(|(_, again)| *again).collect(),
        n_recaps: n_recaps(namings.iter().map(|naming| naming.note)),
        n_notes: cells.iter().map(|cell| cell.notes.len()).sum(),
        cells,
    })
}

fn cell<'a>(namings: impl Iterator<Item = &'a Naming<'a>>, index: &Index) -> Cell {
    let mut notes: Vec<&NoteHead> = namings.map(|naming| naming.note).collect();
    sort_by_key(&mut notes, |note| index.place_of_note(&note.id));
    Cell {
        n_recaps: n_recaps(notes.iter().copied()),
        notes: notes.iter().map(|note| note.id.clone()).collect(),
    }
}

fn n_recaps<'a>(notes: impl Iterator<Item = &'a NoteHead>) -> usize {
    sorted_once(notes.map(|note| &note.recap)).len()
}

fn sort(rows: &mut [Row], editions: &[Edition], index: &Index, order: ThemeOrder) {
    let name = |row: &Row| index.theme(&row.theme).map(|theme| folded(&theme.name));
    sort_by_key(rows, |row| (name(row), row.theme.clone()));
    match order {
        ThemeOrder::FirstSeen => sort_by_key(rows, |row| row.first_seen),
        ThemeOrder::Persistence => sort_by_key(rows, |row| Reverse(row.n_editions())),
        ThemeOrder::Rise => {
            sort_by(rows, |a, b| rise(b, editions).total_cmp(&rise(a, editions)));
        }
        ThemeOrder::Name => {}
        ThemeOrder::Evidence => {
            sort_by_key(rows, |row| Reverse((row.n_recaps, row.n_notes)));
        }
    }
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
