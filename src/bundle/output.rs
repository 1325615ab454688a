//! A dataset as files: JSON with the hash of its bytes in the name, and the manifest that names them.

use super::digest::{hexadecimal, integrity};
use super::parallel;
use crate::model::{
    Catalog, Chunk, ConferenceId, Embedding, FileEntry, FileRef, FileRole, Ids, Manifest, Note,
    NoteId, Outline, OwnPage, Packed, Passage, Passages, SCHEMA, Shelf, Site, Target, plain_text,
};
use crate::query::{About, Index, Outlined, TextIndex, pack_places};
use serde::{Serialize, ser::Error as _};
use std::{collections::BTreeMap, io, sync::Arc};

/// A dataset, ready to be written.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The site it belongs to.
    pub site: Site,
    /// What the first view needs.
    pub catalog: Arc<Catalog>,
    /// The texts, by conference.
    pub chunks: Arc<[Chunk]>,
    /// Pages of the curator's own, in the order in which the site names them.
    pub pages: Vec<OwnPage>,
    /// Ids that something had before, and what had them. Addresses outlive ids; the files do not need
    /// them.
    pub former_ids: Vec<(String, Target)>,
    /// Whether readers may save the site on their device.
    pub offline: bool,
    /// What the curator says about embedding. The files do not need it either.
    pub embedding: Embedding,
    /// From which size on the explorer reads many files.
    pub limits: Limits,
}

/// From which size on what the explorer reads is cut into files of their own. Sizes are those of the
/// JSON, in bytes, before it is packed for the way.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Entries on a shelf of talks and notes. Few files, and each of some kilobytes on the way: who
    /// filters a large collection sees a dozen entries from as many shelves.
    pub n_on_shelf: usize,
    /// Largest outline that comes with all its shelves, or, when it has left them, with its lists: a small
    /// collection is one file.
    pub whole: usize,
    /// Largest index of words that is one file.
    pub whole_words: usize,
    /// Size of a shelf of words.
    pub word_shelf: usize,
    /// Most shelves of words, roughly: of a very large collection they are larger instead, since their
    /// names and hashes are what every search loads first.
    pub n_word_shelves: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const KB: usize = 1024;
        Self {
            n_on_shelf: 128,
            // What a reader waits for weighs about as much as the page, on the way.
            whole: 96 * KB,
            // About as much on the way as the rest of the collection: a search is not what all come for.
            whole_words: 256 * KB,
            word_shelf: 48 * KB,
            n_word_shelves: 400,
        }
    }
}

impl Limits {
    /// Cuts whatever there is, for tests: a small collection is then laid out as a large one.
    pub const TINY: Self =
        Self { n_on_shelf: 16, whole: 0, whole_words: 0, word_shelf: 4096, n_word_shelves: 400 };
}

/// The files of a dataset by name, `manifest.json` among them, and the head of the manifest for the
/// page.
pub fn files(dataset: &Dataset) -> serde_json::Result<(BTreeMap<String, Vec<u8>>, Manifest)> {
    let index = Index::new(Arc::clone(&dataset.catalog));
    let mut outlined = Outlined::new(&index);
    // The words take as long as all the rest.
    let (words, texts) = parallel::both(
        || {
            let mut output = Output::default();
            let abouts = &outlined.abouts;
            let words = words(&mut output, &index, abouts, &dataset.chunks, dataset.limits)?;
            serde_json::Result::Ok((output, words))
        },
        || {
            let mut output = Output::default();
            output.add(FileRole::Catalog, None, "catalog", dataset.catalog.as_ref())?;
            let passages = texts(&mut output, dataset)?;
            serde_json::Result::Ok((output, passages))
        },
    );
    let ((of_words, words), (mut output, passages)) = (words?, texts?);
    output.absorb(of_words);
    (outlined.outline.search, outlined.outline.passages) = (words, passages);
    explorer(&mut output, dataset, &index, outlined)?;
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

/// The notes: a file for each edition as programs read it and one as the explorer does, and one that names
/// the latter.
fn texts(output: &mut Output, dataset: &Dataset) -> serde_json::Result<FileRef> {
    let mut of_editions = BTreeMap::new();
    for chunk in dataset.chunks.iter() {
        let name = chunk.conference.as_ref().map_or("no-conference", ConferenceId::as_str);
        output.add(FileRole::Chunk, chunk.conference.clone(), name, chunk)?;
        let name = format!("{name}-passages");
        let packed = passages(chunk).pack();
        let file = output.add(FileRole::Passages, chunk.conference.clone(), &name, &packed)?;
        of_editions.insert(chunk.conference.as_ref(), file);
    }
    let editions = dataset.catalog.conferences.iter().map(|it| Some(&it.id));
    let files = [None].into_iter().chain(editions);
    let files = files.map(|edition| of_editions.remove(&edition).unwrap_or_default());
    let texts = files.flat_map(|file| [file.path, file.integrity]).collect();
    output.add(FileRole::Passages, None, "passages", &Packed::new(texts, Vec::new()))
}

/// What the explorer reads: the outline, which knows its words and texts, and what else it names.
fn explorer(
    output: &mut Output,
    dataset: &Dataset,
    index: &Index,
    mut outlined: Outlined,
) -> serde_json::Result<()> {
    let outline = &mut outlined.outline;
    let limits = dataset.limits;
    outline.site = dataset.site.clone();
    outline.titles =
        output.add(FileRole::Titles, None, "titles", &numbers(&outlined.title_ranks))?;
    outline.evidence =
        output.add(FileRole::Evidence, None, "evidence", &numbers(&outlined.evidence))?;
    let n_entries = outlined.abouts.len();
    let n = limits.n_on_shelf;
    let firsts = (0..n_entries.max(1)).step_by(n);
    let first = |first: usize| u32::try_from(first).unwrap_or(u32::MAX);
    let places = firsts.clone().map(|place| Shelf { first: first(place), ..Shelf::default() });
    let mut outline = std::mem::take(&mut outlined.outline);
    outline.shelves = places.collect();
    // Made one by one, since all of them together are another catalog.
    let shelf = |first: usize| outlined.shelf(index, first..(first + n).min(n_entries));
    let whole = |outline: &Outline, shelves: Vec<Catalog>| {
        let packed = packed(Packed::outline(outline.clone(), shelves))?;
        Ok((n_bytes(&packed)? <= limits.whole).then_some(packed))
    };
    // So many entries cannot come with the outline, whatever they are.
    let may_come = n_entries.saturating_mul(LEAST_OF_ENTRY) <= limits.whole;
    let mut explorer =
        if may_come { whole(&outline, firsts.clone().map(shelf).collect())? } else { None };
    if explorer.is_none() {
        let mut ids = Ids::of(&outline);
        let mut files = outline.shelves.iter_mut().zip(firsts.clone()).enumerate();
        for (place, (at, first)) in files.by_ref() {
            let shelf = packed(Packed::shelf(shelf(first), &mut ids))?;
            at.file = output.add(FileRole::Shelf, None, &format!("shelf-{place}"), &shelf)?;
        }
        // What the timeline shows first comes with the outline all the same.
        explorer = whole(&outline, firsts.clone().take(1).map(shelf).collect())?;
    }
    let explorer = if let Some(explorer) = explorer {
        explorer
    } else {
        put_lists_apart(output, &mut outline)?;
        packed(Packed::outline(outline, firsts.take(1).map(shelf).collect()))?
    };
    output.add(FileRole::Explorer, None, "explorer", &explorer)?;
    Ok(())
}

/// Bytes that an entry takes in an outline at least: a number and a comma for each of kind, recording, edition
/// and year.
const LEAST_OF_ENTRY: usize = 8;

/// The size of a file.
fn n_bytes(packed: &Packed) -> serde_json::Result<usize> {
    let mut count = Count(0);
    serde_json::to_writer(&mut count, packed)?;
    Ok(count.0)
}

/// Counts the bytes that are written to it.
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

fn put_lists_apart(output: &mut Output, outline: &mut Outline) -> serde_json::Result<()> {
    let lists = [&mut outline.of_themes, &mut outline.of_people, &mut outline.of_organizations];
    let lists: Vec<Vec<u32>> = lists.into_iter().flat_map(std::mem::take).collect();
    outline.totals =
        lists.iter().map(|list| u32::try_from(list.len()).unwrap_or(u32::MAX)).collect();
    let lists = packed(Packed::lists(lists))?;
    outline.lists = output.add(FileRole::Lists, None, "lists", &lists)?;
    Ok(())
}

/// The index of words, in one file or in many.
fn words(
    output: &mut Output,
    index: &Index,
    abouts: &[About],
    chunks: &[Chunk],
    limits: Limits,
) -> serde_json::Result<FileRef> {
    let notes: BTreeMap<&NoteId, &Note> =
        chunks.iter().flat_map(|chunk| &chunk.notes).map(|note| (&note.id, note)).collect();
    let body = |id: &NoteId| notes.get(id).map(|note| plain_text(&note.blocks)).unwrap_or_default();
    let whole = TextIndex::build(index, abouts, &body).pack();
    let n_bytes = n_bytes(&whole)?;
    if n_bytes <= limits.whole_words {
        return output.add(FileRole::Search, None, "search", &whole);
    }
    // About half of the bytes are places.
    let size = limits.word_shelf.max(n_bytes / 2 / limits.n_word_shelves);
    let mut text = TextIndex::unpack(whole).cut(size);
    let (words, places) = text.take_parts();
    let (mut word_files, mut place_files) = (Vec::new(), Vec::new());
    for (place, (words, places)) in words.into_iter().zip(&places).enumerate() {
        let (of_words, of_places) = (format!("words-{place}"), format!("places-{place}"));
        word_files.push(output.add(FileRole::Words, None, &of_words, &words.pack())?);
        let places = pack_places(places);
        place_files.push(output.add(FileRole::Places, None, &of_places, &places)?);
    }
    text.set_files(word_files, place_files);
    output.add(FileRole::Search, None, "search", &text.pack())
}

fn numbers(numbers: &[u32]) -> Packed {
    Packed::new(Vec::new(), numbers.to_vec())
}

fn packed(packed: Option<Packed>) -> serde_json::Result<Packed> {
    packed.ok_or_else(|| serde_json::Error::custom("a reference of the catalog leads nowhere"))
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

/// Enough of the hash of `bytes` to tell versions apart, in hexadecimal digits.
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
        let outline = Outline { kinds, videos, conferences, years, ..Outline::default() };
        let size = n_bytes(&Packed::outline(outline, Vec::new()).unwrap()).unwrap();
        assert!((n * LEAST_OF_ENTRY..n * LEAST_OF_ENTRY + 200).contains(&size), "{size}");
    }
}
