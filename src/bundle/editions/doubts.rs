//! Doubts about an edition that the evidence for it does not show.

use super::hints::Hint;
use super::known::Editions;
use super::name_lists::SERIES;
use super::said::Spot;
use super::years::written;
use crate::ingest::Draft;
use crate::model::PartialDate;

/// Whether the edition of a recap is doubtful, however strong its evidence is.
pub(super) fn is_doubtful(
    editions: &Editions,
    draft: &Draft,
    hints: &[Hint],
    edition: usize,
) -> bool {
    is_unplaced(editions, draft, edition) || has_two_dates(editions, draft, hints, edition)
}

/// Whether a text that is not in English is about a series with editions in several countries, and nothing names the
/// place. Then it is probably the edition of its own country: `devoxx-2022` in French.
fn is_unplaced(editions: &Editions, draft: &Draft, edition: usize) -> bool {
    let Some(found) = editions.all.get(edition).filter(|_| editions.is_derived(edition)) else {
        return false;
    };
    let year = found.start.map_or(0, PartialDate::year);
    !matches!(draft.language.as_str(), "" | "en")
        && found.id == format!("{}-{year}", found.series)
        && found.city.is_empty()
        && SERIES.iter().any(|series| series.is_at_places && series.id == found.series)
}

/// Whether header and file name give other dates, and no name in the text gives the year of the edition.
fn has_two_dates(editions: &Editions, draft: &Draft, hints: &[Hint], edition: usize) -> bool {
    let start = editions.all.get(edition).and_then(|edition| edition.start);
    let year = start.map_or(String::new(), |start| start.year().to_string());
    let in_text = |hint: &Hint| !matches!(hint.spot, Spot::File | Spot::Folder | Spot::Link);
    written(draft) != draft.published
        && !hints
            .iter()
            .any(|hint| hint.edition == edition && in_text(hint) && hint.reason.contains(&year))
}
