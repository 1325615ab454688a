//! In folders of notes as people keep them, files find their editions; `tests/labeled/README.md` describes them.

use crate::measure::{Placed, Tally, folders};

/// The least share of files that find their edition.
const RECALL: f64 = 0.97;

/// The least share of editions found that are right.
const PRECISION: f64 = 0.96;

#[test]
fn files_find_their_editions_and_no_wrong_one_is_unmarked() {
    let (mut all, mut sure) = (Tally::default(), Tally::default());
    let mut faults = String::new();
    let folders: Vec<Placed> = folders().unwrap();
    for placed in folders {
        all += placed.all;
        sure += placed.sure;
        let of_folder = placed
            .faults
            .iter()
            .map(|fault| format!("{} ({}): {fault}\n", placed.path, placed.kind));
        faults.extend(of_folder);
    }
    let is_kept = all.recall() >= RECALL && all.precision() >= PRECISION;
    assert!(is_kept && sure.right == sure.found, "{all:?} {sure:?}\n{faults}");
}
