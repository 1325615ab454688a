//! Gives a recap without an edition the edition of other recaps in its folder.

use super::evidence::EditionMatch;
use super::known::Editions;
use super::mentions::years;
use super::path_name::fits_any_event;
use super::recap_editions::RecapEditions;
use super::years::written;
use crate::bundle::copies::CopySet;
use crate::ingest::Draft;
use crate::model::{Method, Rule};
use std::collections::{BTreeMap, BTreeSet};

/// The recaps of a folder and its subfolders.
#[derive(Debug, Default)]
struct FolderCount {
    /// Number of recaps.
    n_recaps: usize,
    /// Number of recaps that are certainly about each edition.
    sure: BTreeMap<usize, usize>,
    /// The editions that a recap in the folder itself is certainly about.
    own: BTreeSet<usize>,
    /// The editions that an overview in the folder itself is certainly about.
    overviews: BTreeSet<usize>,
}

impl FolderCount {
    /// Whether the recaps of a folder suggest that the others are about an edition as well: at least half of them are
    /// about it, and so is one in the folder itself. Where a folder's name does not tell what it holds, only an overview
    /// of the folder or several recaps suggest it.
    fn suggests(&self, folder: &str, edition: usize, n_sure: usize, draft: &Draft) -> bool {
        const SEVERAL: usize = 3;
        let name = folder.rsplit('/').next().unwrap_or_default();
        let title = &draft.title.0;
        // "Day 2" needs its folder to be about anything.
        let is_nameless = says_nothing(title) && title.contains(char::is_alphabetic);
        let is_own = folders_of(&draft.path).next() == Some(folder);
        let is_near = if says_nothing(name) && !(is_nameless && is_own) {
            self.overviews.contains(&edition)
        } else {
            self.own.contains(&edition)
        };
        n_sure * 2 >= self.n_recaps && (is_near || n_sure >= SEVERAL)
    }
}

/// Words that count the days of an event.
const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "last", "opening", "closing", "one", "two", "three"];

/// Whether the name of a folder, or a title, does not tell one folder or text from another: "posts", "Day 2".
fn says_nothing(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.all(|word| {
        let lower = word.to_lowercase();
        word.chars().all(|c| c.is_ascii_digit())
            || fits_any_event(word)
            || ORDINALS.contains(&lower.as_str())
    })
}

/// Whether a file is about everything in its folder.
fn is_overview(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let name = name.split('.').next().unwrap_or_default();
    matches!(name, "readme" | "index" | "_index" | "overview" | "summary")
}

/// Fills in missing matches from folders whose recaps suggest one edition, and of which none is about another. These
/// matches are uncertain. `unclear` holds, by path, the editions that a recap's own words suggest.
pub(super) fn match_by_folder(
    sets: &[CopySet],
    matches: &mut [RecapEditions],
    unclear: &BTreeMap<String, Vec<usize>>,
    editions: &Editions,
) {
    let mut folders: BTreeMap<&str, FolderCount> = BTreeMap::new();
    for (set, found) in sets.iter().zip(&*matches) {
        let path = &set.canonical.path;
        let whole = found.whole.as_ref().filter(|found| !found.is_uncertain);
        let parts = found.parts.iter().map(|(_, edition)| *edition);
        let sure: Vec<usize> = parts.chain(whole.map(|whole| whole.edition)).collect();
        for (depth, folder) in folders_of(path).enumerate() {
            let count = folders.entry(folder).or_default();
            count.n_recaps += 1;
            for edition in &sure {
                *count.sure.entry(*edition).or_default() += 1;
            }
            if depth == 0 {
                count.own.extend(&sure);
                count.overviews.extend(sure.iter().filter(|_| is_overview(path)));
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
        let is_suggested = count.suggests(folder, *edition, *n_sure, draft);
        if is_suggested && !is_another && may_be_about(draft, editions, *edition) {
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
    let Some(published) = written(draft) else { return true };
    (start.year()..=start.year() + 1).contains(&published.year())
}
