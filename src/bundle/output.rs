//! A dataset as files: JSON with the hash of its bytes in the name, and the manifest that names them.

use super::digest::{hexadecimal, integrity};
use crate::model::{
    Catalog, Chunk, ConferenceId, Embedding, FileEntry, FileRole, Manifest, Note, OwnPage, Packed,
    Passage, Passages, SCHEMA, Site, Target, plain_text,
};
use crate::query::TextIndex;
use serde::{Serialize, ser::Error as _};
use std::collections::BTreeMap;

/// A dataset, ready to be written.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The site it belongs to.
    pub site: Site,
    /// What the first view needs.
    pub catalog: Catalog,
    /// The texts, by conference.
    pub chunks: Vec<Chunk>,
    /// Pages of the curator's own, in the order in which the site names them.
    pub pages: Vec<OwnPage>,
    /// Ids that something had before, and what had them. Addresses outlive ids; the files do not need
    /// them.
    pub former_ids: Vec<(String, Target)>,
    /// What the curator says about embedding. The files do not need it either.
    pub embedding: Embedding,
}

/// The files of a dataset by name, `manifest.json` among them, and the head of the manifest for the
/// page.
pub fn files(dataset: &Dataset) -> serde_json::Result<(BTreeMap<String, Vec<u8>>, Manifest)> {
    let mut output = Output::default();
    output.add(FileRole::Catalog, None, "catalog", &dataset.catalog)?;
    let packed = Packed::new(dataset.catalog.clone());
    let packed = packed
        .ok_or_else(|| serde_json::Error::custom("a reference of the catalog leads nowhere"))?;
    output.add(FileRole::Explorer, None, "explorer", &packed)?;
    output.add(
        FileRole::Search,
        None,
        "search",
        &TextIndex::build(&dataset.catalog, &dataset.chunks),
    )?;
    for chunk in &dataset.chunks {
        let name = chunk.conference.as_ref().map_or("no-conference", ConferenceId::as_str);
        output.add(FileRole::Chunk, chunk.conference.clone(), name, chunk)?;
        let name = format!("{name}-passages");
        output.add(FileRole::Passages, chunk.conference.clone(), &name, &passages(chunk))?;
    }
    output.entries.sort_by(|a, b| a.path.cmp(&b.path));
    let mut whole = serde_json::to_vec(&dataset.site)?;
    for entry in &output.entries {
        whole.extend(entry.integrity.bytes());
    }
    let mut manifest = Manifest {
        schema: SCHEMA,
        data: short_hash(&whole),
        site: dataset.site.clone(),
        files: std::mem::take(&mut output.entries),
    };
    output.files.insert("manifest.json".to_owned(), serde_json::to_vec(&manifest)?);
    // Again under a name that a later version of the data does not take over.
    output.add(FileRole::Manifest, None, "manifest", &manifest)?;
    manifest = manifest.head(output.entries.remove(0));
    Ok((output.files, manifest))
}

fn passages(chunk: &Chunk) -> Passages {
    let passage = |note: &Note| Passage { id: note.id.clone(), text: plain_text(&note.blocks) };
    Passages { notes: chunk.notes.iter().map(passage).collect() }
}

#[derive(Default)]
struct Output {
    files: BTreeMap<String, Vec<u8>>,
    entries: Vec<FileEntry>,
}

impl Output {
    fn add(
        &mut self,
        role: FileRole,
        conference: Option<ConferenceId>,
        name: &str,
        value: &impl Serialize,
    ) -> serde_json::Result<()> {
        let bytes = serde_json::to_vec(value)?;
        let path = format!("{name}-{}.json", short_hash(&bytes));
        self.entries.push(FileEntry {
            role,
            conference,
            path: path.clone(),
            bytes: bytes.len() as u64,
            integrity: integrity(&bytes),
        });
        self.files.insert(path, bytes);
        Ok(())
    }
}

/// Enough of the hash of `bytes` to tell versions apart, in hexadecimal digits.
fn short_hash(bytes: &[u8]) -> String {
    hexadecimal(bytes).chars().take(12).collect()
}
