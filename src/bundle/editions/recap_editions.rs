//! The editions that a recap, or each part of it, is about.

use super::evidence::EditionMatch;
use super::part_edition::PartEdition;

/// The editions that a recap is about.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::bundle) struct RecapEditions {
    /// The edition of the whole recap. `None` when it is unknown, or when parts have separate editions.
    pub(in crate::bundle) whole: Option<EditionMatch>,
    /// The first line of each part, with the part's edition. Empty for a recap of one edition.
    pub(in crate::bundle) parts: Vec<(u32, usize)>,
    /// Lines that name a separate edition, in order.
    pub(in crate::bundle) spans: Vec<PartEdition>,
}

impl RecapEditions {
    /// The edition that a line of the recap is about.
    pub(in crate::bundle) fn at(&self, line: u32) -> Option<usize> {
        let end = self.spans.partition_point(|span| span.first <= line);
        let mut spans = self.spans.iter().take(end).rev();
        if let Some(span) = spans.find(|span| line <= span.last) {
            return span.edition;
        }
        let part = self.parts.iter().rev().find(|(first, _)| *first <= line);
        part.map(|(_, edition)| *edition).or_else(|| Some(self.whole.as_ref()?.edition))
    }

    /// All editions that the recap is about.
    pub(in crate::bundle) fn all(&self) -> impl Iterator<Item = usize> {
        let whole = self.whole.iter().map(|found| found.edition);
        let spans = self.spans.iter().filter_map(|span| span.edition);
        whole.chain(self.parts.iter().map(|(_, edition)| *edition)).chain(spans)
    }
}
