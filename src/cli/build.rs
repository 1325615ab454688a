//! Joins the client, the dataset and the pages, and writes each file as soon as it is made.

use super::{CommandError, client::client};
use crate::bundle::{Dataset, Staging, Written, files, parallel, read_one};
use crate::model::{Manifest, Target};
use crate::publish::{
    BUILD_FILE, Client, Earlier, Embeds, Former, FormerBuild, Machines, Pages, Parts, SiteUrl,
    Tools, build_record, bytes_to_save, explorer_page, explorer_style, host_files, moved_page,
    not_found_page, offline_files, pack, script_for_later, seal, single_page,
};
use crate::ui::{Extent, Moved, Page, Press, Sheet, all_pages};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Items between two words on how far it is: enough for all cores.
const AT_ONCE: usize = 512;

type File = (String, Vec<u8>);

/// The site that is replaced.
#[derive(Clone)]
struct Replaced<'a> {
    staging: &'a Staging,
    record: Arc<FormerBuild>,
}

impl Replaced<'_> {
    /// A file, if it is as this version of Hallway wrote it.
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.staging.former(path).filter(|bytes| self.record.vouches_for(path, bytes))
    }
}

/// A site under way.
pub(super) struct Output<'a> {
    staging: &'a Staging,
    packs: bool,
    former: Replaced<'a>,
    written: BTreeMap<String, Written>,
}

impl<'a> Output<'a> {
    /// Begins a site. `packs`: with brotli and gzip beside the files.
    pub(super) fn new(staging: &'a Staging, packs: bool) -> Self {
        let record = staging.former(BUILD_FILE).and_then(|record| FormerBuild::read(&record));
        let former = Replaced { staging, record: Arc::new(record.unwrap_or_default()) };
        Self { staging, packs, former, written: BTreeMap::new() }
    }

    /// How many files there are, packings aside, and how many of them are as they were.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.written.len(), self.written.values().filter(|file| file.is_kept).count())
    }

    /// Makes the files of each item and writes them, on all cores; none stays in memory.
    fn make<T: Sync>(
        &mut self,
        items: &[T],
        make: impl Fn(&T) -> Result<Vec<File>, CommandError> + Sync,
    ) -> Result<(), CommandError> {
        let write = |item: &T| -> Result<Vec<(String, Written)>, CommandError> {
            let write = |(path, bytes): File| {
                let written = self.write(&path, &bytes)?;
                Ok((path, written))
            };
            make(item)?.into_iter().map(write).collect()
        };
        for done in parallel::map(items, write) {
            self.written.extend(done?);
        }
        Ok(())
    }

    /// The same for many items; `tell` hears how many are done, and how many there are.
    fn make_telling<T: Sync>(
        &mut self,
        items: &[T],
        make: impl Fn(&T) -> Result<Vec<File>, CommandError> + Sync,
        tell: &mut dyn FnMut(usize, usize),
    ) -> Result<(), CommandError> {
        let mut n_done = 0;
        for some in items.chunks(AT_ONCE) {
            self.make(some, &make)?;
            n_done += some.len();
            tell(n_done, items.len());
        }
        Ok(())
    }

    fn add(&mut self, files: impl IntoIterator<Item = File>) -> Result<(), CommandError> {
        let files: Vec<File> = files.into_iter().collect();
        self.put(&files.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>())
    }

    fn put(&mut self, files: &[(&String, &Vec<u8>)]) -> Result<(), CommandError> {
        let write = |(path, bytes): &(&String, &Vec<u8>)| self.write(path, bytes);
        for (done, (path, _)) in parallel::map(files, write).into_iter().zip(files) {
            self.written.insert((*path).clone(), done?);
        }
        Ok(())
    }

    /// Keeps files of an earlier site, which `read` gives, where nothing else stands: an earlier version may look
    /// as this one does, and then shares its files.
    fn keep(
        &mut self,
        paths: &BTreeSet<&str>,
        read: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    ) -> Result<(), CommandError> {
        let is_free = |path: &&&str| !self.written.contains_key(**path);
        let paths: Vec<&str> = paths.iter().filter(is_free).copied().collect();
        self.make(&paths, |path| {
            Ok(read(path).map(|bytes| ((*path).to_owned(), bytes)).into_iter().collect())
        })
    }

    /// Lays what belongs to pages (embedded pages, exports, feeds and pictures) beside the pages at former
    /// addresses, too, where nothing else stands: a frame may follow no link by itself. `version` is that of the
    /// data.
    fn lay_beside(&mut self, moved: &[Moved], version: &str) -> Result<(), CommandError> {
        for (now, then) in moved.iter().flat_map(|moved| moved.companions(version)) {
            if self.written.contains_key(&now) && !self.written.contains_key(&then) {
                let bytes = self.staging.read(&now);
                let bytes =
                    bytes.map_err(|error| CommandError::Disk(self.staging.place(&now), error))?;
                self.add([(then, bytes)])?;
            }
        }
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<Written, CommandError> {
        let written = self.write_packed(path, bytes);
        written.map_err(|error| CommandError::Disk(self.staging.place(path), error))
    }

    fn write_packed(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        if self.packs {
            let is_ours = self.former.record.is_of_this_version();
            let former = |path: &str| self.staging.former(path).filter(|_| is_ours);
            for (path, packed) in pack(path, bytes, former)? {
                self.staging.write(&path, &packed)?;
            }
        }
        self.staging.write(path, bytes)
    }
}

/// Writes every file of a site. Without `folder`, the client is the one that the command carries; without
/// `url`, the files that need absolute addresses are left out. `out` may hold an earlier site, of which
/// embeds may stay. `tell` hears what is made, how many of these are done, and how many there are.
///
/// Gives back which pages have companions.
pub(super) fn site(
    dataset: Dataset,
    folder: Option<&Path>,
    out: &Path,
    url: Option<&SiteUrl>,
    output: &mut Output<'_>,
    tell: &mut dyn FnMut(&'static str, usize, usize),
) -> Result<Extent, CommandError> {
    let mut files_of_client = client(folder)?;
    let client_scripts = Client::take(&mut files_of_client);
    let mut sealed = seal(files_of_client).map_err(CommandError::Page)?;
    let template = sealed.remove("index.html").ok_or(CommandError::NoneCarried)?;
    let template = String::from_utf8_lossy(&template).into_owned();
    let style = explorer_style(&template, &dataset.site, &sealed).map_err(CommandError::Page)?;
    let (base, press) = parallel::both(
        || base(&dataset, sealed, client_scripts.as_ref(), output),
        || press(&dataset),
    );
    let (parts, manifest) = base?;
    let Dataset { site, chunks, pages, former_ids, offline, embedding, .. } = dataset;
    let collection = press.collection();
    let moved = moved_pages(&press, &former_ids);
    let (machines, tools) = parallel::both(
        || Machines::new(&site, &collection, &chunks, url, press.extent()),
        || Tools::new(&press, Former::new(&moved)).map_err(CommandError::Json),
    );
    let tools = tools?;
    let press = press.with_forms(machines.forms());
    let printed = Pages::new(&template, &manifest.site, &tools).map_err(CommandError::Page)?;
    let sheet_file = |sheet: &Sheet| {
        let html = printed.page(sheet, &machines.head(sheet));
        Ok((sheet.path.clone(), html.map_err(CommandError::Page)?.into_bytes()))
    };
    if let Some(sheet) = press.nothing_yet() {
        output.add([sheet_file(&sheet)?])?;
    } else {
        let index = press.index();
        let head = machines.head(&index);
        let html = explorer_page(&template, &style, &manifest, &index, &head, &tools);
        output.add([(index.path, html.map_err(CommandError::Page)?.into_bytes())])?;
    }
    output.make_telling(
        &all_pages(&collection),
        |page| press.page_of(page).iter().map(sheet_file).collect(),
        &mut |done, all| tell("printing pages", done, all),
    )?;
    output.make(&press.pages_of_site(&pages), |sheet| Ok(vec![sheet_file(sheet)?]))?;
    output.make(&moved, |moved| {
        let html = moved_page(&template, &manifest.site, moved, &tools);
        Ok(vec![(moved.sheet.path.clone(), html.map_err(CommandError::Page)?.into_bytes())])
    })?;
    let not_found = press.not_found(url.map(|url| url.of("index.html")).as_deref());
    let html = not_found_page(&manifest.site, &not_found);
    output.add([(not_found.path, html.into_bytes())])?;
    let former = output.former.clone();
    output.make_telling(
        &machines.tasks(),
        |task| Ok(machines.make(task, &|path| former.file(path)).into_iter().collect()),
        &mut |done, all| tell("writing exports and feeds", done, all),
    )?;
    output.add(tools.files())?;
    let embeds = Embeds {
        template: &template,
        manifest: &manifest,
        machines: &machines,
        press: &press,
        moved: &moved,
        tools: &tools,
        embedding: &embedding,
        client: client_scripts,
        parts,
        earlier: Earlier::read(embedding.keep, &manifest.data, |path| read_one(out, path)),
    };
    output.add(embeds.common().map_err(CommandError::Page)?)?;
    output.make_telling(
        &embeds.shown(),
        |shown| Ok(embeds.of(shown).map_err(CommandError::Page)?.into_iter().collect()),
        &mut |done, all| tell("printing embedded pages", done, all),
    )?;
    output.keep(&embeds.earlier.files(), |path| read_one(out, path))?;
    output.lay_beside(&moved, &manifest.data)?;
    // Last of the pages, since it may say how much they are.
    let to_save = offline.then(|| bytes_to_save(&output.written, &manifest));
    output.make(&[press.contents(to_save)], |sheet| Ok(vec![sheet_file(sheet)?]))?;
    tell_of_all(&template, &style, &manifest, &tools, offline, output)?;
    Ok(press.extent())
}

/// Writes what is said of all files: for readers who save the site, for hosts, and for later builds.
fn tell_of_all(
    template: &str,
    style: &str,
    manifest: &Manifest,
    tools: &Tools,
    offline: bool,
    output: &mut Output<'_>,
) -> Result<(), CommandError> {
    let for_saving = offline_files(&output.written, manifest, offline);
    output.add(for_saving.map_err(CommandError::Json)?)?;
    let paths = output.written.keys().map(String::as_str);
    let for_hosts = host_files(template, style, tools, offline, paths);
    output.add(for_hosts.map_err(CommandError::Page)?)?;
    let record = build_record(manifest, &output.written).map_err(CommandError::Json)?;
    output.add([(BUILD_FILE.to_owned(), record)])?;
    Ok(())
}

/// What prints the pages of a dataset.
fn press(dataset: &Dataset) -> Press {
    let (catalog, chunks) = (Arc::clone(&dataset.catalog), Arc::clone(&dataset.chunks));
    let extent = Extent::new(dataset.embedding.companions);
    Press::new(dataset.site.clone(), catalog, chunks).with_extent(extent)
}

/// The pages at former addresses. What is there now comes before what was there once.
fn moved_pages(press: &Press, former_ids: &[(String, Target)]) -> Vec<Moved> {
    if former_ids.is_empty() {
        return Vec::new();
    }
    let pages = all_pages(&press.collection());
    let mut taken: BTreeSet<String> = pages.iter().map(Page::path).collect();
    let moved = former_ids.iter().filter_map(|(former_id, now)| press.moved(now, former_id));
    moved.filter(|moved| taken.insert(moved.sheet.path.clone())).collect()
}

/// Writes what pages stand on: the client and the bundle, and the scripts that embedded pages may ask for. Of
/// all this, only what these pages need stays in memory.
fn base(
    dataset: &Dataset,
    sealed: BTreeMap<String, Vec<u8>>,
    client: Option<&Client>,
    output: &mut Output<'_>,
) -> Result<(Parts, Manifest), CommandError> {
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    let base: BTreeMap<String, Vec<u8>> = sealed.into_iter().chain(bundle).collect();
    output.put(&base.iter().collect::<Vec<_>>())?;
    let parts = Parts::new(client, &manifest, &base);
    output.make(parts.later(), |name| Ok(vec![script_for_later(name, &base)]))?;
    Ok((parts, manifest))
}

/// The explorer and every note in one file.
pub(super) fn single(dataset: &Dataset, folder: Option<&Path>) -> Result<String, CommandError> {
    let scripts = Client::take(&mut client(folder)?).ok_or(CommandError::NoClassicClient)?;
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    let former = Former::new(&moved_pages(&press, &dataset.former_ids));
    Ok(single_page(&manifest, &press, &dataset.pages, &scripts, &former, &bundle.collect()))
}
