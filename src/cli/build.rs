//! `hallway build`: writes a site, or the explorer in one file.

use super::{
    client::{client, lacking},
    error::CommandError,
    messages::{is_refused, refuse, say},
    output::{OwnFiles, put_single_page, put_site},
    progress::Progress,
    report::{ReportFormat, counted},
    sizes::{beyond_limits, table},
};
use crate::bundle::{Bundled, Limits, Staging};
use crate::publish::{SiteSource, SiteSummary, SiteUrl};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What the curator of a site in a sub-folder must know.
const BELOW_ROOT: &str = "note: the site is not at the root of its host, so crawlers do not read its robots.txt; add its Sitemap line to the robots.txt at the root";

/// What a site without an address lacks.
const NO_ADDRESS: &str = "note: without --site-url, or site_url in site.toml, the site has no sitemap.xml, robots.txt, Atom feeds, oEmbed, preview pictures and canonical links";

/// What the table of a site with compressed copies omits.
const COMPRESSED: &str = "note: the compressed copies beside them are not counted";

/// Pictures that a note names.
const NAMED: usize = 10;

/// What a message says about pictures that a single file leaves out.
fn left_out(pictures: &[PathBuf]) -> Option<String> {
    let named: Vec<String> =
        pictures.iter().take(NAMED).map(|path| path.display().to_string()).collect();
    let rest = pictures.len().saturating_sub(NAMED);
    let rest = if rest == 0 { String::new() } else { format!(" and {rest} others") };
    let count = counted(pictures.len(), "picture is", "pictures are");
    (!pictures.is_empty()).then(|| {
        format!(
            "note: {count} left out of the single file, which holds 10 MB of them and names the others: {}{rest}",
            named.join(", ")
        )
    })
}

/// What to build, and where.
#[derive(Debug)]
pub(super) struct Build<'a> {
    pub(super) client: Option<&'a Path>,
    pub(super) folder: Option<&'a PathBuf>,
    pub(super) single: Option<&'a PathBuf>,
    pub(super) site_url: Option<&'a SiteUrl>,
    pub(super) precompress: bool,
    pub(super) tiny_files: bool,
    pub(super) is_strict: bool,
    pub(super) format: ReportFormat,
}

impl Build<'_> {
    /// Builds the site of `bundled`. `Ok(false)` if an error in the content prevents that.
    pub(super) fn run(
        &self,
        mut bundled: Bundled,
        log: &mut dyn Write,
    ) -> Result<bool, CommandError> {
        if is_refused(&bundled, self.is_strict) {
            for path in [self.folder, self.single].into_iter().flatten() {
                refuse(path, log)?;
            }
            return Ok(false);
        }
        if self.tiny_files {
            bundled.dataset.limits = Limits::TINY;
        }
        let client = client(self.client)?;
        let site = SiteSource { dataset: &bundled.dataset, client: &client, url: self.site_url };
        if let Some(note) = lacking(&site) {
            say(log, note)?;
        }
        // Rendered first, since a failure must leave both outputs unchanged. Written last, since the file may be in the
        // folder of the site.
        let single = self.single.map(|path| site.single_page().map(|page| (path, page)));
        let single = single.transpose().map_err(CommandError::Publish)?;
        if let Some(folder) = self.folder {
            self.write_site(&site, folder, log)?;
        }
        if let Some((path, page)) = single {
            put_single_page(path, &page.html)?;
            say(log, &format!("wrote the explorer to {}", path.display()))?;
            if let Some(note) = left_out(&page.left_out) {
                say(log, &note)?;
            }
        }
        Ok(true)
    }

    fn write_site(
        &self,
        site: &SiteSource<'_>,
        folder: &Path,
        log: &mut dyn Write,
    ) -> Result<(), CommandError> {
        let own_files = OwnFiles::of_site(folder)?;
        let staging =
            Staging::begin(folder).map_err(|error| CommandError::Disk(folder.to_owned(), error))?;
        let mut progress = Progress::new(self.format == ReportFormat::Text);
        let mut tell = |stage, done, all| progress.tell(log, stage, done, all);
        let summary = site.write(&staging, self.precompress, &mut tell);
        progress.clear(log);
        let summary = summary.map_err(CommandError::Publish)?;
        let n_others = put_site(staging, folder, &own_files)?;
        self.tell(folder, &summary, log)?;
        if n_others > 0 {
            let files = counted(n_others, "file", "files");
            say(log, &format!("left {files} alone that Hallway did not write"))?;
        }
        Ok(())
    }

    /// Says what the site has and what it lacks.
    fn tell(
        &self,
        folder: &Path,
        summary: &SiteSummary,
        log: &mut dyn Write,
    ) -> Result<(), CommandError> {
        let SiteSummary { files, n_kept } = summary;
        for line in table(summary) {
            say(log, &line)?;
        }
        if self.precompress {
            say(log, COMPRESSED)?;
        }
        for note in beyond_limits(files) {
            say(log, &note)?;
        }
        match self.site_url {
            None => say(log, NO_ADDRESS)?,
            Some(url) if !url.is_whole_host() => say(log, BELOW_ROOT)?,
            Some(_) => {}
        }
        let (n_files, n_kept) = (files.len(), *n_kept);
        let unchanged = if n_kept == 0 { String::new() } else { format!(", {n_kept} unchanged") };
        say(log, &format!("wrote the site to {}: {n_files} files{unchanged}", folder.display()))
    }
}
