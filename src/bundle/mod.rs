//! Makes a dataset of a folder of recaps.
//!
//! What is wrong with the content never makes this fail: it becomes diagnostics, and an error among
//! them means that nothing is written. Only a disk that cannot be read or written is a failure.

mod apart;
mod articles;
mod assemble;
pub(crate) mod digest;
mod edition;
mod entities;
mod files;
mod finding;
mod mentions;
mod naming;
mod noting;
mod output;
pub(crate) mod parallel;
mod placing;
mod recap_ids;
mod registry;
mod registry_checks;
mod registry_entries;
mod resolve;
mod saved_views;
mod schema;
mod shingles;
mod sieve;
mod slug;
mod staging;
mod stated_themes;
mod talks;
mod themes;
mod unlisted;
mod vocabulary;
mod wording;

pub use digest::Digest;
pub use files::{Folder, MAX_FILES, read_all, read_one, replace};
pub use output::{Dataset, Limits, files};
pub use schema::schemas;
pub use staging::{Staging, Written};

use crate::ingest::{Diagnostic, Severity, ingest, own_page};
use crate::model::{Catalog, Embedding, OwnPage, Site, SitePage, Target};
use registry::Registries;
use registry_checks::Checks;
use resolve::Resolver;
use slug::{Taken, slug};
use std::collections::BTreeMap;

/// What a folder gives.
#[derive(Debug)]
pub struct Bundled {
    /// The dataset, as good as it can be had; not to be published when there is an error.
    pub dataset: Dataset,
    /// Every problem, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Bundled {
    /// Whether a problem forbids to publish.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// What takes long in a large folder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// Each file by itself.
    Reading,
    /// One article after the other, beside all others.
    Resolving,
}

/// Hears of a step how much is done, and of how much.
pub type Tell<'a> = &'a mut dyn FnMut(Step, usize, usize);

/// Recaps that are read between two words on how far it is.
const AT_ONCE: usize = 64;

/// Makes a dataset of a folder. Equal folders give equal datasets.
pub fn bundle(folder: &Folder) -> Bundled {
    bundle_telling(folder, &mut |_, _, _| {})
}

/// [`bundle`], telling how far it is.
pub fn bundle_telling(folder: &Folder, tell: Tell<'_>) -> Bundled {
    let mut diagnostics = folder.diagnostics.clone();
    let (registries, problems) = Registries::read(|name| folder.registries.get(name).cloned());
    diagnostics.extend(problems);
    let mut drafts = Vec::new();
    let mut sources = BTreeMap::new();
    let recaps: Vec<_> = folder.recaps.iter().collect();
    for (recaps_at_once, number) in recaps.chunks(AT_ONCE).zip(0..) {
        tell(Step::Reading, number * AT_ONCE, recaps.len());
        let ingested = parallel::map(recaps_at_once, |(path, bytes)| ingest(path, bytes));
        for ((path, _), ingested) in recaps_at_once.iter().zip(ingested) {
            diagnostics.extend(ingested.diagnostics);
            sources.insert((*path).clone(), ingested.source);
            drafts.extend(ingested.draft);
        }
    }
    let mut resolver = Resolver::run(&registries, &sources, drafts, tell);
    diagnostics.append(&mut resolver.diagnostics);
    let lists_all = folder.registries.contains_key("conferences.toml");
    let (catalog, chunks) = assemble::assemble(resolver, &registries, lists_all);
    let former_ids = former_ids(registries.former_ids(), &catalog);
    let read = |name: &str| folder.registries.get(name).cloned();
    let checks = Checks { read: &read, diagnostics: &mut diagnostics };
    let views = saved_views::saved_views(&registries.embeds, &catalog, checks);
    let (keep, companions) = (registries.keep, registries.companions);
    let embedding = Embedding { views, keep, companions };
    let mut site = registries.site.clone();
    let pages = own_pages(folder, &mut site, &mut diagnostics);
    if diagnostics.iter().any(|problem| problem.code == "registry") {
        // What a registry that cannot be read has said would make most of the rest untrue.
        diagnostics.retain(|problem| problem.severity == Severity::Error);
    }
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    diagnostics.dedup();
    let offline = registries.offline;
    let limits = Limits::default();
    let (catalog, chunks) = (catalog.into(), chunks.into());
    let dataset = Dataset { site, catalog, chunks, pages, former_ids, offline, embedding, limits };
    Bundled { dataset, diagnostics }
}

/// Ids that things had once, those of talks among them: a talk is named after its conference, so it had another
/// id when that had.
fn former_ids(mut stated: Vec<(String, Target)>, catalog: &Catalog) -> Vec<(String, Target)> {
    let of_talks = |(then, now): &(String, Target)| {
        let Target::Conference(now) = now else { return Vec::new() };
        let talks = catalog.talks.iter().filter(|talk| talk.conference.as_ref() == Some(now));
        let former = talks.filter_map(|talk| {
            let title = talk.id.as_str().strip_prefix(now.as_str())?;
            Some(([then, title].concat(), Target::Talk(talk.id.clone())))
        });
        former.collect()
    };
    let of_talks: Vec<_> = stated.iter().flat_map(of_talks).collect();
    stated.extend(of_talks);
    stated
}

/// The pages of the curator's own, by path, and where `site` will have them.
fn own_pages(folder: &Folder, site: &mut Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<OwnPage> {
    let mut taken = Taken::default();
    // The explorer, and the page for addresses that lead nowhere.
    taken.claim("index");
    let names = ["contents", "themes", "list", "404"];
    // The pages on embedding.
    for name in names.into_iter().chain(["embed", "embedding", "share"]) {
        taken.claim(name);
    }
    let mut pages = Vec::new();
    for (path, bytes) in &folder.pages {
        let (page, problems) = own_page(path, bytes);
        diagnostics.extend(problems);
        let name = path.rsplit('/').next().unwrap_or(path);
        let name = name.split('.').next().unwrap_or(name);
        if let Some(page) = page {
            let path = taken.claim(&slug(name)) + ".html";
            site.pages.push(SitePage { path, title: page.title.clone() });
            pages.push(page);
        }
    }
    pages
}
