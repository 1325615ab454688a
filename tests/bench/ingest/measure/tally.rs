//! What is counted, and how counts become figures.

use std::ops::AddAssign;

/// What was found, of what exists.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) expected: usize,
}

impl Tally {
    /// The share of found items that are right. 1 if nothing was found.
    pub(crate) fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// The share of existing items that were found. 1 if there are none.
    pub(crate) fn recall(self) -> f64 {
        share(self.right, self.expected)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.expected += other.expected;
    }
}

// Counts of a few hundred are exact as floating point.
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The counts of one case, or of many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SetCounts {
    /// Files that should become recaps.
    pub(crate) documents: usize,
    /// Files among them that have an error or became no recap.
    pub(crate) refused: usize,
    /// Files that should not have become recaps, and phrases that should not have been published.
    pub(crate) leaked: usize,
    pub(crate) talks: Tally,
    /// Of the talks that were found, how many are at their edition.
    pub(crate) placed: Tally,
    /// `found` counts those of correctly found talks; `expected` those of all labeled talks.
    pub(crate) speakers: Tally,
    /// The same as for speakers.
    pub(crate) recordings: Tally,
    pub(crate) persons: Tally,
    /// Headings and phrases that are not talks: `right` counts those taken for one.
    pub(crate) no_talks: Tally,
    /// Files whose recap has its edition. `found` counts those that have any.
    pub(crate) editions: Tally,
    /// Files with a wrong edition that nothing marks as uncertain.
    pub(crate) unmarked: usize,
    /// Recaps with the right language.
    pub(crate) languages: Tally,
}

impl AddAssign for SetCounts {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.refused += other.refused;
        self.leaked += other.leaked;
        self.talks += other.talks;
        self.placed += other.placed;
        self.speakers += other.speakers;
        self.recordings += other.recordings;
        self.persons += other.persons;
        self.no_talks += other.no_talks;
        self.editions += other.editions;
        self.unmarked += other.unmarked;
        self.languages += other.languages;
    }
}
