//! What a site tells the checker: its registries, and enough about its recaps to recognize them.

use super::known::{same_address, sentence_marks};
use crate::bundle::Dataset;
use crate::model::{NoteId, RecapId, plain_text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a site knows. The build writes it as a separate file, since only the page that checks recaps reads it.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Knowledge {
    /// The registries by file name, as TOML. For missing ones, the checker uses its built-in registries.
    pub(super) registries: BTreeMap<String, String>,
    /// The recaps.
    pub(super) recaps: Vec<KnownRecap>,
}

/// A recap of the site.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct KnownRecap {
    /// Its id.
    pub(super) id: String,
    /// Its title.
    pub(super) title: String,
    /// Where it was published, without the parts of the address that may differ.
    pub(super) addresses: Vec<String>,
    /// A number for each of its sentences, sorted.
    pub(super) sentences: Vec<u32>,
}

impl Knowledge {
    /// What the site of a dataset knows. `None` if the curator does not want the page.
    pub fn of(dataset: &Dataset) -> Option<Self> {
        let registries = dataset.registries.clone()?;
        let notes: BTreeMap<&NoteId, &RecapId> =
            dataset.catalog.notes.iter().map(|note| (&note.id, &note.recap)).collect();
        let mut texts: BTreeMap<&RecapId, Vec<String>> = BTreeMap::new();
        for chunk in dataset.chunks.iter() {
            for note in &chunk.notes {
                if let Some(recap) = notes.get(&note.id) {
                    texts.entry(recap).or_default().push(plain_text(&note.blocks));
                }
            }
            for copy in &chunk.copies {
                let extras = copy.extras.iter().map(|extra| plain_text(&extra.blocks));
                texts.entry(&copy.recap).or_default().extend(extras);
            }
        }
        let recaps = dataset.catalog.recaps.iter().map(|recap| {
            let texts = texts.get(&recap.id).into_iter().flatten();
            let mut sentences: Vec<u32> = texts.flat_map(|text| sentence_marks(text)).collect();
            sentences.sort_unstable();
            sentences.dedup();
            let addresses = recap.copies.iter().map(|copy| same_address(&copy.url));
            KnownRecap {
                id: recap.id.0.clone(),
                title: recap.title.clone(),
                addresses: addresses.filter(|address| !address.is_empty()).collect(),
                sentences,
            }
        });
        Some(Self { registries, recaps: recaps.collect() })
    }
}
