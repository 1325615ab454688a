//! Files for shells: completions and manual pages.

use super::{arguments::Arguments, error::CommandError, messages::say, report::counted};
use clap::CommandFactory as _;
use clap_complete::{Shell, generate};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Writes the completions for a shell.
pub(super) fn completions(shell: Shell, out: &mut dyn Write) -> Result<(), CommandError> {
    // The generator panics if writing fails, which cannot happen in memory.
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "hallway", &mut script);
    out.write_all(&script).map_err(CommandError::Output)
}

/// Writes a manual page for the command and for each of its subcommands.
pub(super) fn manual(folder: &Path, log: &mut dyn Write) -> Result<(), CommandError> {
    if folder.exists() && !folder.is_dir() {
        return Err(CommandError::NotAFolder(folder.to_owned()));
    }
    let write = || {
        fs::create_dir_all(folder)?;
        clap_mangen::generate_to(Arguments::command(), folder)?;
        Ok(fs::read_dir(folder)?.count())
    };
    let n_pages = write().map_err(|error| CommandError::Disk(folder.to_owned(), error))?;
    let pages = counted(n_pages, "page", "pages");
    say(
        log,
        &format!(
            "the manual in {} has {pages}; try: man -l {}/hallway.1",
            folder.display(),
            folder.display()
        ),
    )
}
