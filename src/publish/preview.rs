//! A site whose files are made on request.

use super::{
    context::{Context, with_context},
    embeds::{Embeds, script_for_later},
    error::PublishError,
    scripts::redirects::former_outputs,
    site_source::SiteSource,
    stages::export_files::ExportFiles,
    stages::media::Media,
    stages::site_pages::{NOT_FOUND, SitePage, SitePages},
    stages::{File, Stage},
    writer::EarlierSite,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A site whose files are made on request. Several threads can ask at once.
///
/// It has every file that [`SiteSource::write`](super::SiteSource::write) writes, with the same bytes, except the files for hosts and
/// offline readers, earlier versions of embedded views, and the build record.
pub struct Preview<'a> {
    context: &'a Context<'a>,
    /// The client and the dataset.
    base: BTreeMap<String, Vec<u8>>,
    pages: Outputs<SitePages<'a>>,
    exports: Outputs<ExportFiles<'a>>,
    embeds: Outputs<Embeds<'a>>,
    media: Outputs<Media<'a>>,
    /// The files made so far, by path.
    made: Mutex<BTreeMap<String, Arc<[u8]>>>,
}

/// A stage and its outputs.
struct Outputs<S: Stage> {
    stage: S,
    outputs: Vec<S::Output>,
}

impl SiteSource<'_> {
    /// Prepares the site without writing it, and calls `then` with it.
    ///
    /// # Errors
    /// If the client is incomplete.
    pub fn preview<T>(&self, then: impl FnOnce(&Preview<'_>) -> T) -> Result<T, PublishError> {
        with_context(self, EarlierSite::none(), |context, base| {
            let mut pages = Outputs::of(SitePages(context));
            pages.outputs.push(SitePage::Contents(None));
            let preview = Preview {
                context,
                base,
                pages,
                exports: Outputs::of(ExportFiles(context)),
                embeds: Outputs::of(Embeds::new(context)),
                media: Outputs::of(Media(&context.dataset.pictures)),
                made: Mutex::default(),
            };
            Ok(then(&preview))
        })
    }
}

impl Preview<'_> {
    /// The bytes of the file at a path of the site; `None` if the site has no such file.
    pub fn file(&self, path: &str) -> Option<Arc<[u8]>> {
        if let Some(bytes) = self.base.get(path) {
            return Some(bytes.as_slice().into());
        }
        let known = self.made().get(path).map(Arc::clone);
        known.or_else(|| {
            let files = self.files_with(path)?;
            // Files that are made together are often requested together.
            self.made().extend(files.into_iter().map(|(path, bytes)| (path, bytes.into())));
            self.made().get(path).map(Arc::clone)
        })
    }

    /// The page for unknown addresses.
    pub fn not_found(&self) -> Option<Arc<[u8]>> {
        self.file(NOT_FOUND)
    }

    /// The files that are made together, one of which is at `path`.
    fn files_with(&self, path: &str) -> Option<Vec<File>> {
        let Context { dataset, scripts, embed_assets, redirects, manifest, .. } = self.context;
        let made = self
            .pages
            .files_with(path)
            .or_else(|| self.exports.files_with(path))
            .or_else(|| Some(scripts.files()).filter(|files| has(files, path)))
            .or_else(|| self.embeds.files_with(path))
            .or_else(|| self.media.files_with(path));
        let later = || embed_assets.later().iter().map(|name| script_for_later(name, &self.base));
        let made = made.or_else(|| later().find(|(later, _)| later == path).map(|file| vec![file]));
        made.or_else(|| {
            let mut moved = former_outputs(redirects, &dataset.history, &manifest.data).into_iter();
            let (now, then) = moved.find(|(now, then)| then == path && now != path)?;
            Some(vec![(then, self.file(&now)?.to_vec())])
        })
    }

    fn made(&self) -> MutexGuard<'_, BTreeMap<String, Arc<[u8]>>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Stage> Outputs<S> {
    fn of(stage: S) -> Self {
        Self { outputs: stage.outputs(), stage }
    }

    /// The files of the output that includes `path`.
    fn files_with(&self, path: &str) -> Option<Vec<File>> {
        let outputs = self.outputs.iter().filter(|output| self.stage.may_have(output, path));
        outputs.map(|output| self.stage.make(output)).find(|files| has(files, path))
    }
}

fn has(files: &[File], path: &str) -> bool {
    files.iter().any(|(it, _)| it == path)
}
