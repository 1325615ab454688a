//! Writes the files of a site, on all cores, and keeps count of them.

use super::{
    build_record::{BUILD_FILE, EarlierBuild},
    error::PublishError,
    precompress::precompress,
    stages::{File, Stage},
};
use crate::bundle::{Staging, Written, parallel};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::Arc,
};

/// How many outputs are made between two progress reports: enough for all cores.
const AT_ONCE: usize = 512;

/// Called with the current stage, how many outputs are done, and how many there are.
pub(super) type Progress<'a> = &'a mut dyn FnMut(&'static str, usize, usize);

/// The site being replaced.
#[derive(Clone, Debug)]
pub(super) struct EarlierSite<'a> {
    /// `None` if no site is replaced.
    staging: Option<&'a Staging>,
    record: Arc<EarlierBuild>,
}

impl EarlierSite<'_> {
    /// No site is replaced.
    pub(super) fn none() -> Self {
        Self { staging: None, record: Arc::default() }
    }

    /// The bytes of a file, even if another program wrote it; `None` if it does not exist.
    pub(super) fn any_file(&self, path: &str) -> Option<Vec<u8>> {
        self.staging?.former(path)
    }

    /// The bytes of a file, if this version of Hallway wrote exactly these.
    pub(super) fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.any_file(path).filter(|bytes| self.record.vouches_for(path, bytes))
    }
}

/// A site being written.
#[derive(Debug)]
pub(super) struct SiteWriter<'a> {
    staging: &'a Staging,
    precompresses: bool,
    earlier: EarlierSite<'a>,
    written: BTreeMap<String, Written>,
}

impl<'a> SiteWriter<'a> {
    /// Begins a site. With `precompresses` it also gets compressed copies of the files.
    pub(super) fn new(staging: &'a Staging, precompresses: bool) -> Self {
        let record = staging.former(BUILD_FILE).and_then(|record| EarlierBuild::read(&record));
        let earlier =
            EarlierSite { staging: Some(staging), record: Arc::new(record.unwrap_or_default()) };
        Self { staging, precompresses, earlier, written: BTreeMap::new() }
    }

    /// The site being replaced.
    pub(super) fn earlier(&self) -> EarlierSite<'a> {
        self.earlier.clone()
    }

    /// The files that were written, compressed copies aside.
    pub(super) fn written(&self) -> &BTreeMap<String, Written> {
        &self.written
    }

    /// Makes and writes all outputs of a stage. No file stays in memory.
    pub(super) fn run(
        &mut self,
        stage: &impl Stage,
        progress: Progress<'_>,
    ) -> Result<(), PublishError> {
        let outputs = stage.outputs();
        let mut n_done = 0;
        for some in outputs.chunks(AT_ONCE) {
            self.make(some, |output| stage.make(output))?;
            n_done += some.len();
            progress(stage.name(), n_done, outputs.len());
        }
        Ok(())
    }

    /// Makes and writes the files of each item.
    pub(super) fn make<T: Sync>(
        &mut self,
        items: &[T],
        make: impl Fn(&T) -> Vec<File> + Sync,
    ) -> Result<(), PublishError> {
        let write = |item: &T| -> Result<Vec<(String, Written)>, PublishError> {
            let write = |(path, bytes): File| {
                let written = self.write(&path, &bytes)?;
                Ok((path, written))
            };
            make(item).into_iter().map(write).collect()
        };
        for done in parallel::map(items, write) {
            self.written.extend(done?);
        }
        Ok(())
    }

    /// Writes files.
    pub(super) fn add<'b>(
        &mut self,
        files: impl IntoIterator<Item = (&'b String, &'b Vec<u8>)>,
    ) -> Result<(), PublishError> {
        let files: Vec<_> = files.into_iter().collect();
        let write = |(path, bytes): &(&String, &Vec<u8>)| self.write(path, bytes);
        for (done, (path, _)) in parallel::map(&files, write).into_iter().zip(&files) {
            self.written.insert((*path).clone(), done?);
        }
        Ok(())
    }

    /// Keeps files of the site being replaced, unless the new site has a file of that name: an earlier version may look
    /// like this one, and then they share files.
    pub(super) fn keep(&mut self, paths: &BTreeSet<&str>) -> Result<(), PublishError> {
        let is_free = |path: &&&str| !self.written.contains_key(**path);
        let paths: Vec<&str> = paths.iter().filter(is_free).copied().collect();
        let earlier = self.earlier();
        self.make(&paths, |path| {
            earlier.any_file(path).map(|bytes| ((*path).to_owned(), bytes)).into_iter().collect()
        })
    }

    /// Writes a file that was written before to another path as well, unless there is a file already.
    pub(super) fn copy(&mut self, from: &str, to: String) -> Result<(), PublishError> {
        if !self.written.contains_key(from) || self.written.contains_key(&to) {
            return Ok(());
        }
        let bytes = self.staging.read(from);
        let bytes = bytes.map_err(|error| PublishError::Disk(self.staging.place(from), error))?;
        self.add([(&to, &bytes)])
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<Written, PublishError> {
        let written = self.write_with_copies(path, bytes);
        written.map_err(|error| PublishError::Disk(self.staging.place(path), error))
    }

    fn write_with_copies(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        if self.precompresses {
            let is_ours = self.earlier.record.is_of_this_version();
            let earlier = |path: &str| self.earlier.any_file(path).filter(|_| is_ours);
            for (path, copy) in precompress(path, bytes, earlier)? {
                self.staging.write(&path, &copy)?;
            }
        }
        self.staging.write(path, bytes)
    }
}
