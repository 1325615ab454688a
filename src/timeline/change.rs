//! What changed from one edition to another, theme by theme.

use super::matrix::{Matrix, Row};
use crate::query::sorting::sort_by_key;
use std::cmp::Reverse;

/// The themes of an edition, beside those of an earlier one. Each list has the themes with most
/// articles first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Change<'a> {
    /// Named here, and at no edition before.
    pub new: Vec<&'a Row>,
    /// Named here again, after one or more editions with recaps were silent.
    pub back: Vec<Return<'a>>,
    /// Named at the earlier edition and not here.
    pub gone: Vec<&'a Row>,
    /// Named at both.
    pub stayed: Vec<&'a Row>,
}

/// A theme that came back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Return<'a> {
    /// The theme.
    pub row: &'a Row,
    /// The edition that names it again, as a position in [`Matrix::editions`].
    pub again: usize,
    /// The last edition before that names it, likewise.
    pub before: usize,
    /// Editions with recaps between the two; at least 1.
    pub n_silent: usize,
}

impl Matrix {
    /// What the edition at `here` has that the one at `earlier` had not, and the other way around;
    /// both as positions in [`Matrix::editions`].
    pub fn change(&self, earlier: Option<usize>, here: usize) -> Change<'_> {
        let mut change = Change::default();
        for row in &self.rows {
            let was = earlier.is_some_and(|place| row.n_articles(place) > 0);
            match (was, row.n_articles(here) > 0) {
                (_, true) if row.first_seen == here => change.new.push(row),
                (true, true) => change.stayed.push(row),
                (true, false) => change.gone.push(row),
                (false, true) => change.back.extend(self.return_at(row, here)),
                (false, false) => {}
            }
        }
        sort_by_key(&mut change.new, |row| Reverse(row.n_articles(here)));
        sort_by_key(&mut change.stayed, |row| Reverse(row.n_articles(here)));
        sort_by_key(&mut change.back, |it| Reverse((it.n_silent, it.row.n_articles(here))));
        let there = earlier.unwrap_or_default();
        sort_by_key(&mut change.gone, |row| Reverse(row.n_articles(there)));
        change
    }

    /// Every return of every theme, the longest silence first.
    pub fn returns(&self) -> Vec<Return<'_>> {
        let mut returns = Vec::new();
        for row in &self.rows {
            returns.extend(row.returns.iter().filter_map(|place| self.return_at(row, *place)));
        }
        sort_by_key(&mut returns, |it| Reverse((it.n_silent, it.row.n_articles(it.again))));
        returns
    }

    fn return_at<'a>(&self, row: &'a Row, again: usize) -> Option<Return<'a>> {
        row.returns.contains(&again).then_some(())?;
        let before = (0..again).rev().find(|place| row.n_articles(*place) > 0)?;
        let between = self.editions.get(before + 1..again).unwrap_or_default();
        let n_silent = between.iter().filter(|edition| edition.n_recaps > 0).count();
        Some(Return { row, again, before, n_silent })
    }
}

impl Row {
    /// Articles at the edition at `place` that name it.
    pub fn n_articles(&self, place: usize) -> usize {
        self.cells.get(place).map_or(0, |cell| cell.n_recaps)
    }

    /// Editions at which it is named.
    pub fn n_editions(&self) -> usize {
        self.cells.iter().filter(|cell| cell.n_recaps > 0).count()
    }
}
