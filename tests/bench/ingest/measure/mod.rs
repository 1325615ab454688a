//! Bundles labeled documents, and counts how much of their labels it finds.

mod compare;
mod folders;
mod labels;
mod score;
mod tally;

pub(crate) use folders::{Placed, folders};
pub(crate) use labels::Case;
pub(crate) use score::Outcome;
use score::is_marked;
pub(crate) use tally::{SetCounts, Tally};

use hallway::bundle::{Folder, bundle};
use std::error::Error;
use std::fs;
use std::path::Path;

/// The sets, by the names of their folders below `tests/labeled`.
pub(crate) const SETS: [&str; 10] = [
    "seen",
    "unseen",
    "fresh",
    "further",
    "wider",
    "strangers",
    "others",
    "passersby",
    "neighbors",
    "collectors",
];

/// Bundles each case of a set by itself, and compares it with its label. A set is one of [`SETS`], or the absolute path of
/// another folder.
pub(crate) fn measure(set: &str) -> Result<Vec<(Case, Outcome)>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labeled").join(set);
    let cases = labels::read(&root)?;
    cases.into_iter().map(|case| outcome(&root, case)).collect()
}

/// The sum of all counts.
pub(crate) fn total<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> SetCounts {
    let mut total = SetCounts::default();
    for outcome in outcomes {
        total += outcome.counts;
    }
    total
}

fn outcome(root: &Path, case: Case) -> Result<(Case, Outcome), Box<dyn Error>> {
    let path = root.join(&case.path);
    let (folder, files) = if path.is_dir() {
        (Folder::read(&path)?, files_below(&path)?)
    } else {
        // Alone, since files beside it would say more about its conference.
        let alone = tempfile::tempdir()?;
        let copy = alone.path().join(&case.path);
        fs::create_dir_all(copy.parent().unwrap_or_else(|| alone.path()))?;
        fs::copy(&path, copy)?;
        (Folder::read(alone.path())?, vec![case.path.clone()])
    };
    let outcome = score::score(&case, &files, &bundle(&folder))?;
    Ok((case, outcome))
}

/// The files of a folder and its sub-folders, by path below it, with `/`.
fn files_below(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder)?;
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            files.push(parts.join("/"));
        }
    }
    Ok(files)
}
