//! Joins the client, the dataset and the pages, and writes each file as soon as it is made.

use super::{CommandError, client::client};
use crate::bundle::{Dataset, Staging, Written, files, parallel, read_one};
use crate::publish::{
    BUILD_FILE, Client, Earlier, Embeds, Machines, SiteUrl, Tools, build_record, bytes_to_save,
    explorer_page, explorer_style, host_files, is_of_this_version, moved_page, not_found_page,
    offline_files, pack, page, seal, single_page,
};
use crate::ui::{CONTENTS, Press, Sheet, all_pages};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Pages that are made at once: enough for all cores, and few enough to need no memory.
const AT_ONCE: usize = 256;

type File = (String, Vec<u8>);

/// A site under way.
pub(super) struct Output<'a> {
    staging: &'a Staging,
    packs: bool,
    may_take_over: bool,
    written: BTreeMap<String, Written>,
}

impl<'a> Output<'a> {
    /// Begins a site. `packs`: with brotli and gzip beside the files.
    pub(super) fn new(staging: &'a Staging, packs: bool) -> Self {
        let former = staging.former(BUILD_FILE);
        let may_take_over = former.is_some_and(|record| is_of_this_version(&record));
        Self { staging, packs, may_take_over, written: BTreeMap::new() }
    }

    /// How many files there are, packings aside, and how many of them are as they were.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.written.len(), self.written.values().filter(|file| file.is_kept).count())
    }

    /// Makes and writes a file of each item.
    fn make<T: Sync>(
        &mut self,
        items: &[T],
        make: impl Fn(&T) -> Result<File, CommandError> + Sync,
    ) -> Result<(), CommandError> {
        let write = |item: &T| {
            let (path, bytes) = make(item)?;
            let written = self.write(&path, &bytes);
            Ok((written.map_err(|error| CommandError::Disk(PathBuf::from(&path), error))?, path))
        };
        for done in parallel::map(items, write) {
            let (written, path) = done?;
            self.written.insert(path, written);
        }
        Ok(())
    }

    fn add(&mut self, files: impl IntoIterator<Item = File>) -> Result<(), CommandError> {
        let files: Vec<File> = files.into_iter().collect();
        self.make(&files, |file| Ok(file.clone()))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        if self.packs {
            let former = |path: &str| self.staging.former(path).filter(|_| self.may_take_over);
            for (path, packed) in pack(path, bytes, former)? {
                self.staging.write(&path, &packed)?;
            }
        }
        self.staging.write(path, bytes)
    }
}

/// Writes every file of a site. Without `folder`, the client is the one that the command carries; without
/// `url`, the files that need absolute addresses are left out. `out` may hold an earlier site, of which
/// embeds may stay. `tell` hears how many pages are done, and how many about things there are.
pub(super) fn site(
    dataset: &Dataset,
    folder: Option<&Path>,
    out: &Path,
    url: Option<&SiteUrl>,
    output: &mut Output<'_>,
    tell: &mut dyn FnMut(usize, usize),
) -> Result<(), CommandError> {
    let mut files_of_client = client(folder)?;
    let client_scripts = Client::take(&mut files_of_client);
    let mut sealed = seal(files_of_client).map_err(CommandError::Page)?;
    let template = sealed.remove("index.html").ok_or(CommandError::NoneCarried)?;
    let template = String::from_utf8_lossy(&template).into_owned();
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let style = explorer_style(&template, &manifest.site, &sealed).map_err(CommandError::Page)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    // What embeds are made of.
    let needed: BTreeMap<String, Vec<u8>> = sealed.into_iter().chain(bundle).collect();
    output.add(needed.clone())?;
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    let collection = press.collection();
    let machines = Machines::new(&dataset.site, &collection, &dataset.chunks, url);
    let tools = Tools::new(&collection, &dataset.site.language).map_err(CommandError::Json)?;
    let press = press.with_forms(machines.forms());
    let index = press.index();
    let head = machines.head(&index);
    let html = explorer_page(&template, &style, &manifest, &index, &head, &tools)
        .map_err(CommandError::Page)?;
    output.add([(index.path, html.into_bytes())])?;
    let is_last = |sheet: &Sheet| sheet.path == CONTENTS;
    let mut pages = press.pages(&dataset.pages).filter(|sheet| !is_last(sheet));
    // Those of the curator's own are few.
    let (mut n_done, n_pages) = (0, all_pages(&collection).len());
    loop {
        let sheets: Vec<Sheet> = pages.by_ref().take(AT_ONCE).collect();
        if sheets.is_empty() {
            break;
        }
        output.make(&sheets, |sheet| {
            let html = page(&template, &manifest.site, sheet, &machines.head(sheet), &tools);
            Ok((sheet.path.clone(), html.map_err(CommandError::Page)?.into_bytes()))
        })?;
        n_done += sheets.len();
        tell(n_done, n_pages);
    }
    for (former_id, now) in &dataset.former_ids {
        let moved = press.moved(now, former_id);
        // What is there now comes before what was there once.
        if let Some(moved) = moved.filter(|moved| !output.written.contains_key(&moved.sheet.path)) {
            let html = moved_page(&template, &manifest.site, &moved, &tools)
                .map_err(CommandError::Page)?;
            output.add([(moved.sheet.path, html.into_bytes())])?;
        }
    }
    let not_found = press.not_found(url.map(|url| url.of("index.html")).as_deref());
    let html = not_found_page(&manifest.site, &not_found);
    output.add([(not_found.path, html.into_bytes())])?;
    output.add(machines.files())?;
    output.add(tools.files())?;
    let embeds = Embeds {
        template: &template,
        manifest: &manifest,
        machines: &machines,
        press: &press,
        embedding: &dataset.embedding,
        client: client_scripts,
        earlier: Earlier::read(dataset.embedding.keep, &manifest.data, |path| read_one(out, path)),
    };
    let mut embedded = embeds.files(&needed).map_err(CommandError::Page)?;
    // An earlier version may look as this one does, and then shares its files.
    embedded.retain(|path, _| !output.written.contains_key(path));
    output.add(embedded)?;
    // Last of the pages, since it may say how much they are.
    let to_save = dataset.offline.then(|| bytes_to_save(&output.written, &manifest));
    let sheet = press.contents(to_save);
    let html = page(&template, &manifest.site, &sheet, &machines.head(&sheet), &tools);
    output.add([(sheet.path, html.map_err(CommandError::Page)?.into_bytes())])?;
    let for_saving = offline_files(&output.written, &manifest, dataset.offline);
    output.add(for_saving.map_err(CommandError::Json)?)?;
    let paths = output.written.keys().map(String::as_str);
    let for_hosts = host_files(&template, &style, &tools, dataset.offline, paths);
    output.add(for_hosts.map_err(CommandError::Page)?)?;
    let record = build_record(&manifest, &output.written).map_err(CommandError::Json)?;
    output.add([(BUILD_FILE.to_owned(), record)])
}

/// The explorer and every note in one file.
pub(super) fn single(dataset: &Dataset, folder: Option<&Path>) -> Result<String, CommandError> {
    let scripts = Client::take(&mut client(folder)?).ok_or(CommandError::NoClassicClient)?;
    let (bundle, manifest) = files(dataset).map_err(CommandError::Json)?;
    let bundle = bundle.into_iter().map(|(name, bytes)| (format!("bundle/{name}"), bytes));
    let press = Press::new(manifest.site.clone(), dataset.catalog.clone(), dataset.chunks.clone());
    Ok(single_page(&manifest, &press, &dataset.pages, &scripts, &bundle.collect()))
}
