//! Reads the folder of recaps.

use super::{error::CommandError, progress::Progress, report::ReportFormat, today};
use crate::bundle::{Bundled, Folder, Step, bundle_telling};
use std::io::Write;
use std::path::Path;

/// Reads and bundles a folder, and shows the progress.
pub(super) fn bundled(
    data: &Path,
    format: ReportFormat,
    log: &mut dyn Write,
) -> Result<Bundled, CommandError> {
    require_folder(data)?;
    let mut folder =
        Folder::read(data).map_err(|error| CommandError::Disk(data.to_owned(), error))?;
    folder.today = today::today();
    let mut progress = Progress::new(format == ReportFormat::Text);
    let bundled = bundle_telling(&folder, &mut |step, done, all| {
        let step = match step {
            Step::Reading => "reading recaps",
            Step::Resolving => "resolving recaps",
        };
        progress.tell(log, step, done, all);
    });
    progress.clear(log);
    Ok(bundled)
}

/// Fails unless there is a folder of recaps.
pub(super) fn require_folder(data: &Path) -> Result<(), CommandError> {
    let missing = if data.exists() { CommandError::NotAFolder } else { CommandError::NoData };
    if data.is_dir() { Ok(()) } else { Err(missing(data.to_owned())) }
}
