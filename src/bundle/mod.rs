//! Turns a folder of recaps into a dataset.
//!
//! Faulty content never makes this fail: a problem becomes a diagnostic. If a recap has an error, it is left out; if a
//! registry has an error, nothing is written. Only disk errors make this fail.

mod assemble;
mod copies;
pub(crate) mod digest;
mod editions;
mod files;
mod folder_reader;
mod function_words;
mod guesses;
mod leads;
mod ledger;
mod look;
mod names;
mod output;
mod page_or_recap;
mod pandoc;
pub(crate) mod parallel;
mod passed_over;
mod pictures;
mod progress;
mod proposals;
mod references;
mod registry;
mod report;
mod resolve;
mod saved_views;
mod schema;
mod site_file;
mod site_registries;
mod staging;
mod statistics;
mod taken;
mod talk_files;
mod themes;
mod unpublished;
mod unspaced;
mod vocabulary;

pub use digest::Digest;
pub use files::{Folder, read_all, read_one, reason};
pub use folder_reader::{MAX_FILES, is_recap_name};
pub use function_words::function_words;
pub use ledger::{AddressChanges, FormerId, History, IdKind, LEDGER};
pub use output::{Dataset, Limits, files};
pub use passed_over::PassedOver;
pub use pictures::Picture;
pub use progress::{Step, Tell};
pub use proposals::{ProposedTheme, proposals_toml, proposed_themes};
pub use schema::schemas;
pub use staging::{Staging, Written, append, put, replace};

use crate::ingest::{
    Diagnostic, Draft, FOLDER_SETTINGS, LeftOut, Severity, Source, Withheld, capped, folder_header,
    ingest_on, own_page,
};
use crate::model::{Block, Catalog, Chunk, Embedding, Look, OwnPage, Site, SitePage};
use crate::text::any_script::slug;
use ledger::{LedgerInput, Settled, StatedId, settle};
use pictures::Gallery;
use references::{PageAddress, References};
use registry::{Checks, Registries};
use report::Reports;
use resolve::resolve;
use saved_views::saved_views;
use site_registries::site_registries;
use std::collections::{BTreeMap, BTreeSet};
use taken::Taken;

/// The result of bundling a folder.
#[derive(Debug)]
pub struct Bundled {
    /// The dataset, as complete as possible. It must not be published when there is an error.
    pub dataset: Dataset,
    /// Address of the site, as `site.toml` states it; empty when it states none.
    pub site_url: String,
    /// Every problem, sorted by file and line.
    pub diagnostics: Vec<Diagnostic>,
    /// Files that are not published, by path.
    pub left_out: Vec<(String, LeftOut)>,
    /// Files whose only date is the one in their path.
    pub dated_by_path: BTreeSet<String>,
    /// What was removed from the other files because it is not for readers.
    pub withheld: Vec<(String, Withheld)>,
    /// Files of unsupported kinds.
    pub passed_over: PassedOver,
    /// The text of the new ledger.
    pub ledger: String,
    /// What happens to addresses that were public.
    pub changes: AddressChanges,
    /// The conferences that no registry lists, as entries of `conferences.toml`. Empty when there are none.
    pub derived: String,
    /// Those among them that may be none, in the same form.
    pub guessed: String,
}

impl Bundled {
    /// Whether there is an error. An error in a recap leaves that recap out and does not affect the others.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether a registry or the ledger has an error. No part of the dataset can be trusted then.
    pub fn has_registry_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| {
            let path = diagnostic.path.as_str();
            diagnostic.severity == Severity::Error
                && (registry::FILES.contains(&path) || path == LEDGER)
        })
    }
}

/// Number of recaps that are read between two progress reports.
const AT_ONCE: usize = 64;

/// Turns a folder into a dataset. Equal folders give equal datasets.
pub fn bundle(folder: &Folder) -> Bundled {
    bundle_telling(folder, &mut |_, _, _| {})
}

/// Like [`bundle`], but reports progress.
pub fn bundle_telling(folder: &Folder, tell: Tell<'_>) -> Bundled {
    let mut diagnostics = folder.diagnostics.clone();
    let (registries, problems) = Registries::read(|name| folder.registries.get(name).cloned());
    diagnostics.extend(problems);
    let ReadRecaps { drafts, sources, withheld, mut left_out, diagnostics: found } =
        read_recaps(folder, tell);
    diagnostics.extend(found);
    let readmes = readmes(folder, &mut diagnostics);
    let by_path = drafts.iter().filter(|draft| draft.is_dated_by_path);
    let dated_by_path = by_path.map(|draft| draft.path.clone()).collect();
    let lists_all = folder.registries.contains_key("conferences.toml");
    let mut resolved = resolve(&registries, &sources, (drafts, &readmes), lists_all, tell);
    diagnostics.append(&mut resolved.diagnostics);
    let derived = std::mem::take(&mut resolved.derived);
    let stated = std::mem::take(&mut resolved.stated_ids);
    let (mut catalog, mut chunks) = assemble::assemble(resolved, &registries, lists_all);
    let (derived, guessed) = guesses::without_guesses(&derived, &registries.conferences, &chunks);
    let known = (&registries, stated, kept_out(&left_out));
    let mut settled = keep_ids(folder, known, &mut catalog, &mut chunks);
    diagnostics.append(&mut settled.diagnostics);
    let read = |name: &str| folder.registries.get(name).cloned();
    let checks = Checks { read: &read, diagnostics: &mut diagnostics };
    let views = saved_views(&registries.settings.embeds, &settled, &catalog, checks);
    let checks = Checks { read: &read, diagnostics: &mut diagnostics };
    let mut look = look::look(&registries.settings, &folder.look, checks);
    let checks = Checks { read: &read, diagnostics: &mut diagnostics };
    let statistics = statistics::statistics(registries.settings.statistics.as_ref(), checks);
    let (keep, extra_files) = (registries.settings.keep, registries.settings.extra_files);
    let embedding = Embedding { views, keep, extra_files };
    let mut site = registries.site.clone();
    let mut pages = own_pages(folder, &mut site, registries.settings.check_page, &mut diagnostics);
    let checks = Checks { read: &read, diagnostics: &mut diagnostics };
    look::check_navigation(&look, &site, &catalog, &settled.history, checks);
    let left_out_paths = left_out.iter().map(|(path, _)| path.as_str());
    let own = (&site, pages.as_mut_slice(), &mut look);
    let (pictures, found) =
        lead_references(folder, &catalog, &sources, left_out_paths, &mut chunks, own);
    diagnostics.extend(found);
    let pages = pages.into_iter().map(|(_, page)| page).collect();
    leads::put_leads(&mut catalog, &chunks);
    let diagnostics = in_order(diagnostics);
    left_out.sort();
    let to_publish = site_registries(&registries, &catalog, folder);
    let (catalog, chunks, pictures) = (catalog.into(), chunks.into(), pictures.into());
    let dataset = Dataset {
        site,
        catalog,
        chunks,
        pages,
        pictures,
        history: settled.history,
        offline: registries.settings.offline,
        registries: to_publish,
        embedding,
        look,
        statistics,
        limits: Limits::default(),
    };
    let site_url = registries.settings.site_url;
    Bundled {
        dataset,
        site_url,
        diagnostics,
        left_out,
        dated_by_path,
        withheld,
        passed_over: folder.passed_over.clone(),
        ledger: settled.ledger,
        changes: settled.changes,
        derived,
        guessed,
    }
}

/// The diagnostics in order, without those that say nothing beside others.
fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if diagnostics.iter().any(|problem| problem.code == "registry") {
        // A registry that cannot be read would make most other diagnostics wrong.
        diagnostics.retain(|problem| problem.severity == Severity::Error);
    }
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    diagnostics.dedup();
    capped(diagnostics)
}

/// The contents of all recaps of a folder.
#[derive(Default)]
struct ReadRecaps {
    drafts: Vec<Draft>,
    sources: BTreeMap<String, Source>,
    left_out: Vec<(String, LeftOut)>,
    withheld: Vec<(String, Withheld)>,
    diagnostics: Vec<Diagnostic>,
}

/// Reads every recap, several at a time.
fn read_recaps(folder: &Folder, tell: Tell<'_>) -> ReadRecaps {
    let mut read = ReadRecaps { left_out: folder.left_out.clone(), ..ReadRecaps::default() };
    let recaps: Vec<_> = folder.recaps.iter().collect();
    for (recaps_at_once, number) in recaps.chunks(AT_ONCE).zip(0..) {
        tell(Step::Reading, number * AT_ONCE, recaps.len());
        let ingested =
            parallel::map(recaps_at_once, |(path, bytes)| ingest_on(path, bytes, folder.today));
        for ((path, _), ingested) in recaps_at_once.iter().zip(ingested) {
            read.diagnostics.extend(ingested.diagnostics);
            read.left_out.extend(ingested.left_out.map(|reason| ((*path).clone(), reason)));
            if ingested.withheld != Withheld::default() {
                read.withheld.push(((*path).clone(), ingested.withheld));
            }
            read.sources.insert((*path).clone(), ingested.source);
            read.drafts.extend(ingested.draft);
        }
    }
    talk_files::find_talk_files(&mut read.drafts);
    talk_files::name_linked_talks(&mut read.drafts);
    read
}

/// The contents of files that may name the conference of their folder. Problems in a file that is not a recap are
/// reported here: all of them in a `hallway.toml`, and errors in any other.
fn readmes(folder: &Folder, diagnostics: &mut Vec<Diagnostic>) -> Vec<Draft> {
    let readmes: Vec<_> = folder.readmes.iter().collect();
    let read = parallel::map(&readmes, |(path, bytes)| folder_header(path, bytes));
    let mut drafts = Vec::new();
    for ((path, _), (draft, problems)) in readmes.iter().zip(read) {
        let is_header = path.ends_with(FOLDER_SETTINGS);
        let is_told = |it: &Diagnostic| is_header || it.severity == Severity::Error;
        if !folder.recaps.contains_key(*path) {
            diagnostics.extend(problems.into_iter().filter(is_told));
        }
        drafts.extend(draft);
    }
    drafts
}

/// The files that are not for readers, now or ever. A draft may have had its address before.
fn kept_out(left_out: &[(String, LeftOut)]) -> Vec<String> {
    let is_out = |reason: LeftOut| matches!(reason, LeftOut::Private | LeftOut::Excluded);
    left_out.iter().filter(|(_, why)| is_out(*why)).map(|(path, _)| path.clone()).collect()
}

/// Gives everything its id from the ledger. `stated` are the ids that headers state, and `kept_out` the files that are
/// not for readers.
fn keep_ids(
    folder: &Folder,
    (registries, stated, kept_out): (&Registries, Vec<(IdKind, StatedId)>, Vec<String>),
    catalog: &mut Catalog,
    chunks: &mut [Chunk],
) -> Settled {
    let known = LedgerInput {
        ledger: folder.ledger.as_deref(),
        stated,
        former_ids: registries.former_ids(),
        names: registries.names(),
        views: registries
            .settings
            .embeds
            .iter()
            .map(|it| (it.name.clone(), it.query.clone()))
            .collect(),
        kept_out,
        today: folder.today,
    };
    settle(catalog, chunks, &known)
}

/// Resolves the references in notes and in the curator's texts to pictures and pages. The curator's texts are pages, each
/// with its file, and those around every page. Returns the pictures that are shown, and reports broken references.
fn lead_references<'a>(
    folder: &'a Folder,
    catalog: &'a Catalog,
    sources: &BTreeMap<String, Source>,
    left_out: impl Iterator<Item = &'a str>,
    chunks: &mut [Chunk],
    (site, own, look): (&Site, &mut [(&'a str, OwnPage)], &mut Look),
) -> (Vec<Picture>, Vec<Diagnostic>) {
    let mut sources = sources.clone();
    let mut pages = references::pages(catalog);
    let addresses = own.iter().zip(&site.pages);
    pages.extend(addresses.map(|((file, _), at)| (*file, PageAddress::new(at.path.clone()))));
    let [.., site_file] = registry::FILES;
    let texts = own.iter_mut().map(|(file, page)| (*file, &mut page.blocks));
    let texts = texts.chain([&mut look.home, &mut look.footer].map(|text| (site_file, text)));
    let texts: Vec<(&str, &mut Vec<Block>)> = texts.collect();
    for name in ["contents.html", "list.html", "themes.html"] {
        pages.entry(name).or_insert_with(|| PageAddress::new(name.to_owned()));
    }
    for (file, _) in &texts {
        let bytes = folder.pages.get(*file).or_else(|| folder.registries.get(*file));
        let source = bytes.and_then(|bytes| Source::new(file, bytes).0);
        sources.extend(source.map(|source| ((*file).to_owned(), source)));
    }
    let without_page = folder.recaps.keys().chain(folder.readmes.keys()).chain(&folder.hidden);
    let hidden = left_out.chain(without_page.map(String::as_str));
    let gallery = Gallery::new(&folder.root);
    let named = references::named_pages(catalog);
    let mut references = References::new(pages, named, &folder.pictures, hidden, gallery);
    let mut reports = Reports::new(&sources);
    references.lead_notes(chunks, &mut reports);
    for (file, text) in texts {
        references.lead_text(file, text, &mut reports);
    }
    let pictures = references.finish(&mut reports);
    (pictures, reports.into_diagnostics())
}

/// The curator's pages with their files, by path. Adds them to `site`.
fn own_pages<'a>(
    folder: &'a Folder,
    site: &mut Site,
    has_check_page: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(&'a str, OwnPage)> {
    let mut taken = Taken::default();
    // The explorer, and the page for unknown addresses.
    taken.claim("index");
    let names = ["contents", "themes", "list", "404"];
    // The pages about embedding.
    let of_check_page = has_check_page.then_some("check");
    for name in names.into_iter().chain(["embed", "embedding", "share"]).chain(of_check_page) {
        taken.claim(name);
    }
    let mut pages = Vec::new();
    for (file, bytes) in &folder.pages {
        let (page, problems) = own_page(file, bytes);
        diagnostics.extend(problems);
        let name = file.rsplit('/').next().unwrap_or(file);
        let name = name.split('.').next().unwrap_or(name);
        if let Some(page) = page {
            let path = taken.claim(&slug(name)) + ".html";
            site.pages.push(SitePage { path, title: page.title.clone() });
            pages.push((file.as_str(), page));
        }
    }
    pages
}
