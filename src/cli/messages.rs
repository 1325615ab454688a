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

/// A path as a part of a command that somebody copies to a terminal: in quotation marks if it has a blank or a sign that
/// means something there.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\._-+,:@%".contains(c);
    if path.chars().all(is_plain) && !path.is_empty() {
        path.into_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

/// Writes a line for the curator.
pub(super) fn say(log: &mut dyn Write, line: &str) -> Result<(), CommandError> {
    writeln!(log, "{line}").map_err(CommandError::Output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_blanks_is_one_word_of_a_command() {
        for (path, expected) in [
            ("notes/2018", "notes/2018"),
            ("Übersicht", "Übersicht"),
            ("My notes", "'My notes'"),
            ("Ada's", "'Ada'\\''s'"),
            ("a;b", "'a;b'"),
        ] {
            assert_eq!(quoted(Path::new(path)), expected);
        }
    }
}
