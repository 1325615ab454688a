//! Gives a recap without an edition the edition of other recaps in its folder.

use super::evidence::EditionMatch;
use super::known::Editions;
use super::mentions::years;
use super::recap_editions::RecapEditions;
use crate::bundle::copies::CopySet;
use crate::ingest::Draft;
use crate::model::{Method, Rule};
use std::collections::BTreeMap;

/// The recaps of a folder and its subfolders.
#[derive(Debug, Default)]
struct FolderCount {
    /// Number of recaps.
    n_recaps: usize,
    /// Number of recaps that are certainly about each edition.
    sure: BTreeMap<usize, usize>,
}

/// Fills in missing matches from folders in which at least half of the recaps are about one edition, and none is about
/// another. These matches are uncertain. `unclear` holds, by path, the editions that a recap's own words suggest.
pub(super) fn match_by_folder(
    sets: &[CopySet],
    matches: &mut [RecapEditions],
    unclear: &BTreeMap<String, Vec<usize>>,
    editions: &Editions,
) {
    let mut folders: BTreeMap<&str, FolderCount> = BTreeMap::new();
    for (set, found) in sets.iter().zip(&*matches) {
        for folder in folders_of(&set.canonical.path) {
            let count = folders.entry(folder).or_default();
            count.n_recaps += 1;
            for edition in found.parts.iter().map(|(_, edition)| *edition) {
                *count.sure.entry(edition).or_default() += 1;
            }
            if let Some(whole) = found.whole.as_ref().filter(|found| !found.is_uncertain) {
                *count.sure.entry(whole.edition).or_default() += 1;
            }
        }
    }
    for (set, found) in sets.iter().zip(matches) {
        if found.whole.is_some() || !found.parts.is_empty() || !found.spans.is_empty() {
            continue;
        }
        let draft = &set.canonical;
        let nearest = folders_of(&draft.path).find_map(|folder| {
            let count = folders.get(folder)?;
            (!count.sure.is_empty()).then_some((folder, count))
        });
        let Some((folder, count)) = nearest else { continue };
        let [(edition, n_sure)] = count.sure.iter().collect::<Vec<_>>()[..] else { continue };
        // Its own words, although unclear, may contradict its folder.
        let is_another = unclear.get(&draft.path).is_some_and(|may| !may.contains(edition));
        let is_most = n_sure * 2 >= count.n_recaps;
        if is_most && !is_another && may_be_about(draft, editions, *edition) {
            found.whole = Some(EditionMatch {
                edition: *edition,
                method: Method::Matched,
                rule: Rule::EditionByFolder,
                line: draft.title.1.max(1),
                reason: if folder.is_empty() { ".".to_owned() } else { folder.to_owned() },
                is_uncertain: true,
            });
        }
    }
}

/// The folders of a file, from its own folder up to the root, which is empty.
fn folders_of(path: &str) -> impl Iterator<Item = &str> {
    let own = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    std::iter::successors(Some(own), |folder| above(folder))
}

fn above(folder: &str) -> Option<&str> {
    match folder.rsplit_once('/') {
        Some((above, _)) => Some(above),
        None => (!folder.is_empty()).then_some(""),
    }
}

/// Whether the dates and the title allow a recap to be about an edition.
fn may_be_about(draft: &Draft, editions: &Editions, edition: usize) -> bool {
    let start = editions.all.get(edition).and_then(|edition| edition.start);
    let Some(start) = start else { return true };
    let in_title = years(&draft.title.0);
    if !in_title.is_empty() && !in_title.contains(&start.year()) {
        return false;
    }
    let Some(published) = draft.published else { return true };
    (start.year()..=start.year() + 1).contains(&published.year())
}
