//! Imports an archive of recordings.

use super::{
    CommandError,
    place::is_empty,
    report::{Format, counted, show},
    say,
};
use crate::bundle::{read_all, replace};
use crate::import::import;
use std::io::Write;
use std::path::Path;

/// Writes the data folder of an archive, and tells what of it was left out.
pub(super) fn run(
    source: &Path,
    folder: &Path,
    format: Format,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<bool, CommandError> {
    if !source.is_dir() {
        let missing =
            if source.exists() { CommandError::NotAFolder } else { CommandError::NoArchive };
        return Err(missing(source.to_owned()));
    }
    if folder.exists() && !folder.is_dir() {
        return Err(CommandError::NotAFolder(folder.to_owned()));
    }
    if !is_empty(folder) {
        return Err(CommandError::NotEmpty(folder.to_owned()));
    }
    let archive =
        read_all(source, ".json").map_err(|error| CommandError::Disk(source.to_owned(), error))?;
    let imported = import(&archive);
    show(out, log, format, source, &imported.diagnostics)?;
    if imported.n_talks == 0 {
        return Err(CommandError::NoArchive(source.to_owned()));
    }
    replace(folder, &imported.files, |_nothing_there| true)
        .map_err(|error| CommandError::Disk(folder.to_owned(), error))?;
    let told = [
        counted(imported.n_talks, "talk", "talks"),
        counted(imported.n_conferences, "conference", "conferences"),
        counted(imported.diagnostics.len(), "remark", "remarks"),
    ];
    say(log, &format!("{}; wrote them to {}", told.join(", "), folder.display()))?;
    Ok(true)
}
