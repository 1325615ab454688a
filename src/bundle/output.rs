//! Writes a dataset as JSON files named after the hashes of their contents, and the manifest that lists them.

use super::digest::{hexadecimal, integrity};
use super::function_words::function_words;
use super::ledger::History;
use super::parallel;
use super::pictures::Picture;
use crate::model::{
    Catalog, CatalogIndex, Chunk, ConferenceId, Embedding, FileEntry, FileRef, FileRole, Ids, Look,
    Manifest, Note, NoteId, NoteText, NoteTexts, OwnPage, SCHEMA, Shard, Site, Statistics,
    WireFile, plain_text,
};
use crate::query::{About, EntityIndex, IndexedCatalog, TextIndex, positions_into_wire};
use serde::{Serialize, ser::Error as _};
use std::{collections::BTreeMap, io, sync::Arc};

/// A dataset that is ready to be written.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The site it belongs to.
    pub site: Site,
    /// The data for the first view.
    pub catalog: Arc<Catalog>,
    /// The texts, by conference.
    pub chunks: Arc<[Chunk]>,
    /// The curator's pages, in menu order.
    pub pages: Vec<OwnPage>,
    /// The pictures that pages show. They are files of the site, not of the dataset.
    pub pictures: Arc<[Picture]>,
    /// Old ids that lead to current ones, and dates of corrections. Not written to the files.
    pub history: History,
    /// Whether readers may save the site on their device.
    pub offline: bool,
    /// The registries by file name, if the site has the page that checks a recap.
    pub registries: Option<BTreeMap<String, String>>,
    /// The curator's settings for embedding. Not written to the files.
    pub embedding: Embedding,
    /// The look of the site. Not written to the files.
    pub look: Look,
    /// The script that counts readers, if the curator named one.
    pub statistics: Option<Statistics>,
    /// The sizes above which the explorer's data is split into many files.
    pub limits: Limits,
}

/// Sizes above which the explorer's data is split into separate files. Sizes are those of the JSON, in bytes, before
/// compression.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Entries in a shard of talks and notes. There are few files, and each takes some kilobytes to transfer: a filter
    /// on a large collection shows a dozen entries from as many shards.
    pub n_per_shard: usize,
    /// Largest catalog index that includes all its shards, or otherwise its lists: a small collection is a single file.
    pub whole: usize,
    /// Largest word index that stays one file.
    pub whole_words: usize,
    /// Size of a word shard.
    pub word_shard: usize,
    /// Approximate maximum of word shards. In a very large collection they become larger instead, because every search
    /// first loads their names and hashes.
    pub n_word_shards: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const KB: usize = 1024;
        Self {
            n_per_shard: 128,
            // Readers wait for this data, so it transfers about as many bytes as the page.
            whole: 96 * KB,
            // About as much to transfer as the rest of the collection: not every reader searches.
            whole_words: 256 * KB,
            word_shard: 48 * KB,
            n_word_shards: 400,
        }
    }
}

impl Limits {
    /// Splits everything, for tests: a small collection then has the layout of a large one.
    pub const TINY: Self =
        Self { n_per_shard: 16, whole: 0, whole_words: 0, word_shard: 4096, n_word_shards: 400 };
}

/// The files of a dataset by name, including `manifest.json`, and the head of the manifest for the page.
pub fn files(dataset: &Dataset) -> serde_json::Result<(BTreeMap<String, Vec<u8>>, Manifest)> {
    let index = EntityIndex::new(Arc::clone(&dataset.catalog));
    let mut indexed = IndexedCatalog::new(&index);
    // Indexing the words takes as long as everything else.
    let (words, texts) = parallel::both(
        || {
            let mut output = DatasetFile::default();
            let abouts = &indexed.abouts;
            let words = words(&mut output, &index, abouts, dataset)?;
            serde_json::Result::Ok((output, words))
        },
        || {
            let mut output = DatasetFile::default();
            output.add(FileRole::Catalog, None, "catalog", dataset.catalog.as_ref())?;
            let note_texts = texts(&mut output, dataset)?;
            serde_json::Result::Ok((output, note_texts))
        },
    );
    let ((of_words, words), (mut output, note_texts)) = (words?, texts?);
    output.absorb(of_words);
    (indexed.catalog_index.search, indexed.catalog_index.note_texts) = (words, note_texts);
    explorer(&mut output, dataset, &index, indexed)?;
    output.entries.sort_by(|a, b| a.path.cmp(&b.path));
    let mut whole = serde_json::to_vec(&dataset.site)?;
    for entry in &output.entries {
        whole.extend(entry.integrity.bytes());
    }
    let manifest = Manifest {
        schema: SCHEMA,
        data: short_hash(&whole),
        site: dataset.site.clone(),
        files: std::mem::take(&mut output.entries),
    };
    output.files.insert("manifest.json".to_owned(), serde_json::to_vec(&manifest)?);
    let head = manifest.head();
    Ok((output.files, head))
}

/// The notes: for each edition, one file for other programs and one for the explorer, and a file that lists the latter.
fn texts(output: &mut DatasetFile, dataset: &Dataset) -> serde_json::Result<FileRef> {
    let mut of_editions = BTreeMap::new();
    for chunk in dataset.chunks.iter() {
        let name = chunk.conference.as_ref().map_or("no-conference", ConferenceId::as_str);
        output.add(FileRole::Chunk, chunk.conference.clone(), name, chunk)?;
        let name = format!("{name}-note-texts");
        let wire = note_texts(chunk).into_wire();
        let file = output.add(FileRole::NoteTexts, chunk.conference.clone(), &name, &wire)?;
        of_editions.insert(chunk.conference.as_ref(), file);
    }
    let editions = dataset.catalog.conferences.iter().map(|it| Some(&it.id));
    let files = [None].into_iter().chain(editions);
    let files = files.map(|edition| of_editions.remove(&edition).unwrap_or_default());
    let texts = files.flat_map(|file| [file.path, file.integrity]).collect();
    output.add(FileRole::NoteTexts, None, "note-texts", &WireFile::new(texts, Vec::new()))
}

/// The explorer's data: the catalog index, which refers to its words and texts, and other named files.
fn explorer(
    output: &mut DatasetFile,
    dataset: &Dataset,
    index: &EntityIndex,
    mut indexed: IndexedCatalog,
) -> serde_json::Result<()> {
    let catalog_index = &mut indexed.catalog_index;
    let limits = dataset.limits;
    catalog_index.site = dataset.site.clone();
    catalog_index.titles =
        output.add(FileRole::Titles, None, "titles", &numbers(&indexed.title_ranks))?;
    catalog_index.evidence =
        output.add(FileRole::Evidence, None, "evidence", &numbers(&indexed.evidence))?;
    let n_entries = indexed.abouts.len();
    let n = limits.n_per_shard;
    let firsts = (0..n_entries.max(1)).step_by(n);
    let first = |first: usize| u32::try_from(first).unwrap_or(u32::MAX);
    let places = firsts.clone().map(|place| Shard { first: first(place), ..Shard::default() });
    let mut catalog_index = std::mem::take(&mut indexed.catalog_index);
    catalog_index.shards = places.collect();
    // Made one by one, because all of them together would be a second catalog.
    let shard = |first: usize| indexed.shard(index, first..(first + n).min(n_entries));
    let whole = |catalog_index: &CatalogIndex, shards: Vec<Catalog>| {
        let wire = wire(WireFile::catalog_index(catalog_index.clone(), shards))?;
        Ok((n_bytes(&wire)? <= limits.whole).then_some(wire))
    };
    // So many entries cannot be included in the catalog index.
    let may_come = n_entries.saturating_mul(LEAST_OF_ENTRY) <= limits.whole;
    let mut explorer =
        if may_come { whole(&catalog_index, firsts.clone().map(shard).collect())? } else { None };
    if explorer.is_none() {
        let mut ids = Ids::of(&catalog_index);
        let mut files = catalog_index.shards.iter_mut().zip(firsts.clone()).enumerate();
        for (place, (at, first)) in files.by_ref() {
            let shard = wire(WireFile::shard(shard(first), &mut ids))?;
            at.file = output.add(FileRole::Shard, None, &format!("shelf-{place}"), &shard)?;
        }
        // The catalog index always includes the first entries of the timeline.
        explorer = whole(&catalog_index, firsts.clone().take(1).map(shard).collect())?;
    }
    let explorer = if let Some(explorer) = explorer {
        explorer
    } else {
        put_lists_apart(output, &mut catalog_index)?;
        wire(WireFile::catalog_index(catalog_index, firsts.take(1).map(shard).collect()))?
    };
    output.add(FileRole::Explorer, None, "explorer", &explorer)?;
    Ok(())
}

/// Fewest bytes that an entry takes in a catalog index: a number and a comma for each of kind, recording, edition and
/// year.
const LEAST_OF_ENTRY: usize = 8;

/// The size of a file.
fn n_bytes(wire: &WireFile) -> serde_json::Result<usize> {
    let mut count = Count(0);
    serde_json::to_writer(&mut count, wire)?;
    Ok(count.0)
}

/// A writer that counts bytes.
struct Count(usize);

impl io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn put_lists_apart(
    output: &mut DatasetFile,
    catalog_index: &mut CatalogIndex,
) -> serde_json::Result<()> {
    let lists = [
        &mut catalog_index.of_themes,
        &mut catalog_index.of_people,
        &mut catalog_index.of_organizations,
    ];
    let lists: Vec<Vec<u32>> = lists.into_iter().flat_map(std::mem::take).collect();
    catalog_index.totals =
        lists.iter().map(|list| u32::try_from(list.len()).unwrap_or(u32::MAX)).collect();
    let lists = wire(WireFile::lists(lists))?;
    catalog_index.lists = output.add(FileRole::Lists, None, "lists", &lists)?;
    Ok(())
}

/// The word index, in one or many files.
fn words(
    output: &mut DatasetFile,
    index: &EntityIndex,
    abouts: &[About],
    dataset: &Dataset,
) -> serde_json::Result<FileRef> {
    let limits = dataset.limits;
    let notes: BTreeMap<&NoteId, &Note> =
        dataset.chunks.iter().flat_map(|chunk| &chunk.notes).map(|note| (&note.id, note)).collect();
    let body = |id: &NoteId| notes.get(id).map(|note| plain_text(&note.blocks)).unwrap_or_default();
    let function_words = function_words(&dataset.site.language);
    let whole = TextIndex::build(index, abouts, &body, &function_words).into_wire();
    let n_bytes = n_bytes(&whole)?;
    if n_bytes <= limits.whole_words {
        return output.add(FileRole::Search, None, "search", &whole);
    }
    // About half of the bytes are positions.
    let size = limits.word_shard.max(n_bytes / 2 / limits.n_word_shards);
    let mut text = TextIndex::from_wire(whole).cut(size);
    let (words, places) = text.take_parts();
    let (mut word_files, mut place_files) = (Vec::new(), Vec::new());
    for (place, (words, places)) in words.into_iter().zip(&places).enumerate() {
        let (of_words, of_places) = (format!("words-{place}"), format!("places-{place}"));
        word_files.push(output.add(FileRole::Postings, None, &of_words, &words.into_wire())?);
        let places = positions_into_wire(places);
        place_files.push(output.add(FileRole::Positions, None, &of_places, &places)?);
    }
    text.set_files(word_files, place_files);
    output.add(FileRole::Search, None, "search", &text.into_wire())
}

fn numbers(numbers: &[u32]) -> WireFile {
    WireFile::new(Vec::new(), numbers.to_vec())
}

fn wire(wire: Option<WireFile>) -> serde_json::Result<WireFile> {
    wire.ok_or_else(|| serde_json::Error::custom("a reference of the catalog leads nowhere"))
}

fn note_texts(chunk: &Chunk) -> NoteTexts {
    let text = |note: &Note| NoteText { id: note.id.clone(), text: plain_text(&note.blocks) };
    NoteTexts { notes: chunk.notes.iter().map(text).collect() }
}

#[derive(Default)]
struct DatasetFile {
    files: BTreeMap<String, Vec<u8>>,
    entries: Vec<FileEntry>,
}

impl DatasetFile {
    fn absorb(&mut self, other: Self) {
        self.files.extend(other.files);
        self.entries.extend(other.entries);
    }

    fn add(
        &mut self,
        role: FileRole,
        conference: Option<ConferenceId>,
        name: &str,
        value: &impl Serialize,
    ) -> serde_json::Result<FileRef> {
        let bytes = serde_json::to_vec(value)?;
        let path = format!("{name}-{}.json", short_hash(&bytes));
        let file = FileRef { path, integrity: integrity(&bytes) };
        self.entries.push(FileEntry {
            role,
            conference,
            path: file.path.clone(),
            bytes: bytes.len() as u64,
            integrity: file.integrity.clone(),
        });
        self.files.insert(file.path.clone(), bytes);
        Ok(file)
    }
}

/// The start of the hash of `bytes` in hexadecimal digits, long enough to distinguish versions.
fn short_hash(bytes: &[u8]) -> String {
    hexadecimal(bytes).chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_takes_as_much_as_is_said() {
        let n = 1000;
        let (kinds, videos, conferences, years) = (vec![0; n], vec![0; n], vec![0; n], vec![0; n]);
        let catalog_index =
            CatalogIndex { kinds, videos, conferences, years, ..CatalogIndex::default() };
        let size = n_bytes(&WireFile::catalog_index(catalog_index, Vec::new()).unwrap()).unwrap();
        assert!((n * LEAST_OF_ENTRY..n * LEAST_OF_ENTRY + 200).contains(&size), "{size}");
    }
}
