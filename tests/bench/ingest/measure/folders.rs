//! Folders of notes in which each file is labeled with its edition.

use super::compare::is_edition;
use super::labels::Edition;
use super::{is_marked, tally::Tally};
use hallway::bundle::{Bundled, Folder, bundle};
use serde::Deserialize;
use std::{collections::BTreeMap, error::Error, fs, path::Path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    folder: Vec<LabeledFolder>,
}

/// A folder that is bundled as a whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabeledFolder {
    path: String,
    /// How its files are arranged.
    kind: String,
    editions: BTreeMap<String, Edition>,
    /// The edition of each file; empty if the file is about none.
    files: BTreeMap<String, String>,
}

/// The result for a folder.
#[derive(Default)]
pub(crate) struct Placed {
    pub(crate) path: String,
    pub(crate) kind: String,
    /// Files with an edition that nothing marks as uncertain.
    pub(crate) sure: Tally,
    /// Files with an edition, marked or not.
    pub(crate) all: Tally,
    /// What was missed or found wrongly, in words.
    pub(crate) faults: Vec<String>,
}

/// Bundles each folder by itself, and compares the edition of each file with its label.
pub(crate) fn folders() -> Result<Vec<Placed>, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labeled/folders");
    let labels: Labels = toml::from_str(&fs::read_to_string(root.join("labels.toml"))?)?;
    let placed = labels.folder.into_iter().map(|labeled| {
        let bundled = bundle(&Folder::read(&root.join(&labeled.path))?);
        placed(&labeled, &bundled)
    });
    placed.collect()
}

fn placed(labeled: &LabeledFolder, bundled: &Bundled) -> Result<Placed, Box<dyn Error>> {
    let (path, kind) = (labeled.path.clone(), labeled.kind.clone());
    let mut placed = Placed { path, kind, ..Placed::default() };
    let catalog = &*bundled.dataset.catalog;
    for (file, key) in &labeled.files {
        let edition = match key.as_str() {
            "" => None,
            key => Some(labeled.editions.get(key).ok_or_else(|| format!("no edition {key}"))?),
        };
        let mut recaps = catalog.recaps.iter();
        let recap = recaps.find(|recap| recap.copies.iter().any(|copy| copy.file == *file));
        let found = recap.and_then(|recap| Some((recap, recap.conference.as_ref()?)));
        let expected = usize::from(edition.is_some());
        let Some((recap, id)) = found else {
            placed.sure.expected += expected;
            placed.all.expected += expected;
            if edition.is_some() {
                let why = if recap.is_some() { "no edition" } else { "no recap" };
                placed.faults.push(format!("{why}: {file}"));
            }
            continue;
        };
        let conference = catalog.conferences.iter().find(|it| it.id == *id);
        let is_right = conference
            .zip(edition)
            .is_some_and(|(found, labeled)| is_edition(catalog, found, labeled));
        let is_marked = is_marked(bundled, recap, id);
        let tally = Tally { right: usize::from(is_right), found: 1, expected };
        placed.all += tally;
        placed.sure += if is_marked { Tally { right: 0, found: 0, expected } } else { tally };
        let mark = if is_marked { "marked" } else { "unmarked" };
        if !is_right {
            placed.faults.push(format!("wrong edition, {mark}: {id} for {file}"));
        }
    }
    Ok(placed)
}
