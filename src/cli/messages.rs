//! Messages of the commands to a curator.

use super::error::CommandError;
use crate::bundle::Bundled;
use std::io::Write;
use std::path::Path;

/// Whether errors prevent writing: an error in a registry, or with `is_strict` any error.
pub(super) fn is_refused(bundled: &Bundled, is_strict: bool) -> bool {
    bundled.has_registry_errors() || is_strict && bundled.has_errors()
}

/// Says that errors prevent writing to a path. Returns `Ok(false)`.
pub(super) fn refuse(path: &Path, log: &mut dyn Write) -> Result<bool, CommandError> {
    let outcome = if path.exists() { "was not changed" } else { "was not written" };
    say(log, &format!("{} {outcome}: fix the errors first", path.display()))?;
    Ok(false)
}

/// A path without a leading `./`, as people write it. Empty for the current folder.
pub(super) fn short(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// Writes a line for the curator.
pub(super) fn say(log: &mut dyn Write, line: &str) -> Result<(), CommandError> {
    writeln!(log, "{line}").map_err(CommandError::Output)
}
