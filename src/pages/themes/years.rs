//! The share of recaps that name a theme, pooled by year.

use crate::timeline::{Matrix, N_ENOUGH, Row};
use std::{cmp::Reverse, ops::Range};

/// How many recaps of some editions name a theme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct YearShare {
    /// The year of the editions.
    pub(super) year: u16,
    /// Recaps that name the theme.
    pub(super) named: usize,
    /// All recaps.
    pub(super) all: usize,
    /// The editions, as positions in [`Matrix::editions`].
    pub(super) editions: Range<usize>,
}

impl YearShare {
    /// The share of a theme at `editions`, which are of one year.
    pub(super) fn new(matrix: &Matrix, row: &Row, editions: Range<usize>) -> Self {
        let told = matrix.editions.get(editions.clone()).unwrap_or_default();
        Self {
            year: told.first().map_or(0, |edition| edition.year),
            named: row.at(editions.clone()).0,
            all: told.iter().map(|edition| edition.n_recaps).sum(),
            editions,
        }
    }

    /// In thousandths.
    pub(super) fn permille(&self) -> usize {
        (1000 * self.named).checked_div(self.all).unwrap_or_default()
    }

    /// Whether there are enough recaps for a share.
    pub(super) fn is_enough(&self) -> bool {
        self.all >= N_ENOUGH
    }
}

/// The shares of a theme in every year that has an edition, earliest first.
pub(super) fn shares_by_year(matrix: &Matrix, row: &Row) -> Vec<YearShare> {
    matrix.years().into_iter().map(|editions| YearShare::new(matrix, row, editions)).collect()
}

/// The year with the largest share; the earliest of several. `None` if no year with enough recaps names the theme.
pub(super) fn peak(shares: &[YearShare]) -> Option<&YearShare> {
    let told = shares.iter().filter(|it| it.is_enough() && it.named > 0);
    // Compared as fractions, as the story of a theme does.
    told.max_by(|a, b| (a.named * b.all, Reverse(a.year)).cmp(&(b.named * a.all, Reverse(b.year))))
}

/// The positions in the catalog of the notes that name a theme at some editions, latest edition first.
pub(super) fn notes_at(row: &Row, editions: Range<usize>) -> Vec<usize> {
    let cells = editions.rev().filter_map(|place| row.cells.get(place));
    cells.flat_map(|cell| cell.notes.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Cell, Edition};

    /// A matrix with one row: year, recaps that name the theme, and all recaps of each edition.
    fn matrix(editions: &[(u16, usize, usize)]) -> Matrix {
        let row = Row {
            theme: "mesh".into(),
            cells: editions
                .iter()
                .enumerate()
                .map(|(place, it)| Cell { n_recaps: it.1, notes: vec![place; it.1.min(1)] })
                .collect(),
            first_seen: 0,
            last_seen: 0,
            n_recaps: 0,
            n_notes: 0,
        };
        let edition = |it: &(u16, usize, usize)| Edition {
            conference: format!("c-{}", it.0).as_str().into(),
            year: it.0,
            n_recaps: it.2,
        };
        Matrix { editions: editions.iter().map(edition).collect(), rows: vec![row] }
    }

    #[track_caller]
    fn check(
        editions: &[(u16, usize, usize)],
        expected: &[(u16, usize, usize)],
        best: Option<u16>,
    ) {
        let matrix = matrix(editions);
        let shares = shares_by_year(&matrix, &matrix.rows[0]);
        let told: Vec<_> = shares.iter().map(|it| (it.year, it.named, it.all)).collect();
        assert_eq!(told, expected);
        assert_eq!(peak(&shares).map(|it| it.year), best);
    }

    #[test]
    fn editions_of_one_year_are_pooled() {
        check(
            &[(2017, 3, 9), (2017, 5, 10), (2019, 1, 6)],
            &[(2017, 8, 19), (2019, 1, 6)],
            Some(2017),
        );
        check(&[], &[], None);
    }

    #[test]
    fn a_year_in_which_few_wrote_is_no_peak() {
        check(&[(2017, 4, 4), (2018, 1, 5)], &[(2017, 4, 4), (2018, 1, 5)], Some(2018));
        check(&[(2017, 4, 4), (2018, 0, 5)], &[(2017, 4, 4), (2018, 0, 5)], None);
    }

    #[test]
    fn the_earliest_of_equal_years_is_the_peak() {
        check(&[(2017, 3, 6), (2018, 5, 10)], &[(2017, 3, 6), (2018, 5, 10)], Some(2017));
    }

    #[test]
    fn the_latest_edition_of_a_year_comes_first() {
        let matrix = matrix(&[(2017, 1, 5), (2017, 2, 5), (2018, 0, 5)]);
        assert_eq!(notes_at(&matrix.rows[0], 0..3), [1, 0]);
    }
}
