//! A whole site, stage by stage: the client and the dataset, the pages, the exports, the embedded views, the files
//! for hosts and for offline readers, and the build record.

use super::{
    build_record::{BUILD_FILE, EarlierBuild, build_record},
    context::{Context, with_context},
    embeds::{Embeds, script_for_later},
    error::PublishError,
    file_kinds::FileKind,
    offline::{bytes_to_save, offline_files},
    scripts::redirects::former_outputs,
    site_source::SiteSource,
    stages::Stage as _,
    stages::export_files::ExportFiles,
    stages::host_files::{host_files, redirects_file},
    stages::media::Media,
    stages::site_pages::{SitePage, SitePages},
    writer::{Progress, SiteWriter},
};
use crate::bundle::Staging;
use std::collections::{BTreeMap, BTreeSet};

/// The files that were written.
#[derive(Clone, Debug)]
pub struct SiteSummary {
    /// The length of each file in bytes, by path. Compressed copies are not in it.
    pub files: BTreeMap<String, usize>,
    /// How many of them have not changed.
    pub n_kept: usize,
}

impl SiteSummary {
    /// The file of every site, below its folder, that lists what the build wrote.
    pub const RECORD: &'static str = BUILD_FILE;

    /// Every file that an earlier build wrote, except the record and compressed copies, by the record of any version of
    /// Hallway. `None` if it is not a record.
    pub fn recorded_paths(record: &[u8]) -> Option<BTreeSet<String>> {
        EarlierBuild::read(record).map(EarlierBuild::into_paths)
    }

    /// The kinds of its files, each with the number of its files and their length in bytes together.
    pub fn by_kind(&self) -> Vec<(&'static str, usize, usize)> {
        let mut kinds: BTreeMap<FileKind, (usize, usize)> = BTreeMap::new();
        for (path, bytes) in &self.files {
            let (n_files, total) = kinds.entry(FileKind::of(path)).or_default();
            *n_files += 1;
            *total += bytes;
        }
        let kinds = kinds.into_iter();
        kinds.map(|(kind, (n_files, bytes))| (kind.name(), n_files, bytes)).collect()
    }
}

impl SiteSource<'_> {
    /// Writes every file of the site into `staging`, with compressed copies if `precompress` is set.
    ///
    /// `progress` is called with the current stage, how many of its outputs are done, and how many there are.
    ///
    /// # Errors
    /// If the client is incomplete, or a file cannot be written.
    pub fn write(
        &self,
        staging: &Staging,
        precompress: bool,
        progress: Progress<'_>,
    ) -> Result<SiteSummary, PublishError> {
        let mut writer = SiteWriter::new(staging, precompress);
        let earlier = writer.earlier();
        with_context(self, earlier, |context, base| {
            writer.add(&base)?;
            let later = context.embed_assets.later();
            writer.make(later, |name| vec![script_for_later(name, &base)])?;
            // Only the parts that pages need stay in memory.
            drop(base);
            write_stages(context, &mut writer, progress)?;
            let written = writer.written();
            Ok(SiteSummary {
                files: written.iter().map(|(path, file)| (path.clone(), file.bytes)).collect(),
                n_kept: written.values().filter(|file| file.is_kept).count(),
            })
        })
    }
}

/// Makes and writes all outputs of `context`.
fn write_stages(
    context: &Context<'_>,
    writer: &mut SiteWriter<'_>,
    progress: Progress<'_>,
) -> Result<(), PublishError> {
    let Context { dataset, manifest, scripts, .. } = context;
    let media = Media(&dataset.pictures);
    writer.run(&media, progress)?;
    media.check(writer)?;
    let pages = SitePages(context);
    writer.run(&pages, progress)?;
    writer.run(&ExportFiles(context), progress)?;
    writer.make(&[()], |()| scripts.files())?;
    let embeds = Embeds::new(context);
    writer.run(&embeds, progress)?;
    writer.keep(&embeds.kept_files())?;
    copy_to_former_addresses(context, writer)?;
    let to_save = dataset.offline.then(|| bytes_to_save(writer.written(), manifest));
    writer.make(&[SitePage::Contents(to_save)], |page| pages.make(page))?;
    finish(context, writer)
}

/// Also writes the outputs of items that had another id to their former paths. A redirect does not help there: a frame
/// does not follow a link by itself.
fn copy_to_former_addresses(
    context: &Context<'_>,
    writer: &mut SiteWriter<'_>,
) -> Result<(), PublishError> {
    let Context { dataset, manifest, redirects, .. } = context;
    let mut paths = former_outputs(redirects, &dataset.history, &manifest.data).into_iter();
    paths.try_for_each(|(now, then)| writer.copy(&now, then))
}

/// Writes the files that list all others: for readers who save the site, for hosts, and for later builds.
fn finish(context: &Context<'_>, writer: &mut SiteWriter<'_>) -> Result<(), PublishError> {
    let Context { dataset, manifest, documents, redirects, .. } = context;
    writer.add(&offline_files(writer.written(), manifest, dataset.offline)?)?;
    let policy = documents.policy_for_all(dataset.offline).to_string();
    let for_hosts = host_files(&policy, writer.written().keys().map(String::as_str));
    writer.add(&BTreeMap::from(for_hosts))?;
    let moved = redirects.iter().map(|it| (it.page.path.as_str(), it.now.as_str()));
    writer.add(&redirects_file(moved).into_iter().collect::<BTreeMap<_, _>>())?;
    let record = build_record(manifest, writer.written())?;
    writer.add([(&BUILD_FILE.to_owned(), &record)])
}
