//! The changes from one conference to another, theme by theme.

use super::matrix::{Cell, Matrix, Row};
use crate::{
    model::SeriesId,
    query::{EntityIndex, sorting::sort_by_key},
};
use std::{cmp::Reverse, ops::Range};

/// The fewest recaps whose silence means something. If fewer people wrote, nobody may have had room to name a theme.
pub const N_ENOUGH: usize = 5;

/// The highest probability that a silence is chance, at the theme's earlier rate, to count as a gap.
const MOST_BY_CHANCE: f64 = 0.05;

/// The themes of an edition, compared with those of an earlier one. Each list has the themes with most recaps first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Change<'a> {
    /// Named here, and at no edition before.
    pub new: Vec<&'a Row>,
    /// Named here again after a gap: [`N_ENOUGH`] recaps or more in a row did not name it, too many to be explained by
    /// chance.
    pub back: Vec<Return<'a>>,
    /// Named at the earlier edition and not here.
    pub gone: Vec<&'a Row>,
    /// Named here and before, but not at the earlier edition, with no gap in between.
    pub others: Vec<&'a Row>,
    /// Named at both.
    pub stayed: Vec<&'a Row>,
}

/// A theme that came back within one series: two series are not one history.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Return<'a> {
    /// The theme.
    pub row: &'a Row,
    /// The edition that names it again, as a position in [`Matrix::editions`].
    pub again: usize,
    /// The last edition before that names it, likewise.
    pub before: usize,
    /// Editions of the series with recaps between the two; at least 1.
    pub n_silent: usize,
    /// Their recaps; at least [`N_ENOUGH`].
    pub n_silent_recaps: usize,
}

/// The recaps after the last that names a theme, in the same series.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Silence {
    /// The last edition that names it, as a position in [`Matrix::editions`].
    pub last: usize,
    /// Editions with recaps since.
    pub n_editions: usize,
    /// Their recaps; at least [`N_ENOUGH`].
    pub n_recaps: usize,
}

impl Matrix {
    /// Compares the conference at `here` with the one at `earlier`; both are positions in [`Matrix::editions`].
    pub fn change(&self, index: &EntityIndex, earlier: Option<usize>, here: usize) -> Change<'_> {
        let mut change = Change::default();
        for row in &self.rows {
            let was = earlier.is_some_and(|place| row.n_recaps_at(place) > 0);
            match (was, row.n_recaps_at(here) > 0) {
                (_, true) if row.first_seen == here => change.new.push(row),
                (true, true) => change.stayed.push(row),
                (true, false) => change.gone.push(row),
                (false, true) => match self.return_at(index, row, here) {
                    Some(back) => change.back.push(back),
                    None => change.others.push(row),
                },
                (false, false) => {}
            }
        }
        for rows in [&mut change.new, &mut change.stayed, &mut change.others] {
            sort_by_key(rows, |row| Reverse(row.n_recaps_at(here)));
        }
        sort_by_key(&mut change.back, |it| Reverse((it.n_silent_recaps, it.row.n_recaps_at(here))));
        let there = earlier.unwrap_or_default();
        sort_by_key(&mut change.gone, |row| Reverse(row.n_recaps_at(there)));
        change
    }

    /// Every return of every theme, the longest silence first.
    pub fn returns(&self, index: &EntityIndex) -> Vec<Return<'_>> {
        let places = 0..self.editions.len();
        let of_row =
            |row| places.clone().filter_map(move |place| self.return_at(index, row, place));
        let mut returns: Vec<Return<'_>> = self.rows.iter().flat_map(of_row).collect();
        sort_by_key(&mut returns, |it| Reverse((it.n_silent_recaps, it.row.n_recaps_at(it.again))));
        returns
    }

    /// The return of a theme at the edition at `again`. `None` if that does not name it, if fewer than [`N_ENOUGH`]
    /// recaps of the series were silent in between, or if so few named it before that their silence may be chance.
    pub fn return_at<'a>(
        &self,
        index: &EntityIndex,
        row: &'a Row,
        again: usize,
    ) -> Option<Return<'a>> {
        let series = self.series(index, again)?;
        let is_own = |place: &usize| self.series(index, *place) == Some(series);
        let before = (0..again).rev().filter(is_own).find(|place| row.n_recaps_at(*place) > 0)?;
        let (n_silent, n_silent_recaps) = self.n_between(index, series, before + 1..again);
        let is_back = row.n_recaps_at(again) > 0
            && n_silent_recaps >= N_ENOUGH
            && self.chance(index, row, before, n_silent_recaps) <= MOST_BY_CHANCE;
        is_back.then_some(Return { row, again, before, n_silent, n_silent_recaps })
    }

    /// The probability that `n_silent` recaps in a row do not name a theme, if recaps of the series name it as often as
    /// they did from its first edition to the one at `last`.
    fn chance(&self, index: &EntityIndex, row: &Row, last: usize, n_silent: usize) -> f64 {
        let Some(series) = self.series(index, last) else { return 1.0 };
        let own =
            (row.first_seen..=last).filter(|place| self.series(index, *place) == Some(series));
        let count = |(named, all): (usize, usize), place: usize| {
            let edition = self.editions.get(place).map_or(0, |edition| edition.n_recaps);
            (named + row.n_recaps_at(place), all + edition)
        };
        let (named, all) = own.fold((0_usize, 0_usize), count);
        let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        (1.0 - number(named) / number(all.max(1))).powf(number(n_silent))
    }

    /// The recaps since a theme was last named. `None` if there are fewer than [`N_ENOUGH`].
    pub fn silence(&self, index: &EntityIndex, row: &Row) -> Option<Silence> {
        let last = row.last_seen;
        let rest = last + 1..self.editions.len();
        let (n_editions, n_recaps) = self.n_between(index, self.series(index, last)?, rest);
        (n_recaps >= N_ENOUGH).then_some(Silence { last, n_editions, n_recaps })
    }

    fn series<'a>(&self, index: &'a EntityIndex, place: usize) -> Option<&'a SeriesId> {
        Some(&index.conference(&self.editions.get(place)?.conference)?.series)
    }

    /// Editions of a series in `range`, and their recaps.
    fn n_between(
        &self,
        index: &EntityIndex,
        series: &SeriesId,
        range: Range<usize>,
    ) -> (usize, usize) {
        let own = range.filter(|place| self.series(index, *place) == Some(series));
        let recaps = own.filter_map(|place| Some(self.editions.get(place)?.n_recaps));
        recaps.fold((0, 0), |(n, sum), n_recaps| (n + 1, sum + n_recaps))
    }
}

impl Row {
    /// Recaps at the edition at `place` that name it.
    pub fn n_recaps_at(&self, place: usize) -> usize {
        self.cells.get(place).map_or(0, |cell| cell.n_recaps)
    }

    /// How many recaps name it at some editions, in how many notes.
    #[inline(never)]
    pub fn at(&self, editions: Range<usize>) -> (usize, usize) {
        let cells = self.cells.get(editions).unwrap_or_default();
        let count = |(n_recaps, n_notes): (usize, usize), cell: &Cell| {
            (n_recaps + cell.n_recaps, n_notes + cell.notes.len())
        };
        cells.iter().fold((0, 0), count)
    }

    /// Editions at which it is named.
    pub fn n_editions(&self) -> usize {
        self.cells.iter().filter(|cell| cell.n_recaps > 0).count()
    }
}
