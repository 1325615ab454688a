//! Shows the conferences that no registry lists, or adds them to the registry.

use super::{error::CommandError, messages::say, report::ReportFormat};
use crate::bundle::{Bundled, append};
use std::{io::Write, path::Path};

/// The head of guesses.
const GUESSES: &str =
    "\n# Guesses, which a fix leaves out. Delete the # where a guess is right.\n\n";

/// Each line of some TOML as a comment.
pub(super) fn commented(toml: &str) -> String {
    let comment = |line: &str| match line {
        "" => "\n".to_owned(),
        line if line.starts_with('#') => format!("{line}\n"),
        line => format!("# {line}\n"),
    };
    toml.lines().map(comment).collect()
}

/// Adds derived conferences to the registry, or prints the entries to paste. Guesses are printed as comments, and a fix
/// does not add them. If there are no entries, only a fix says so.
pub(super) fn tell_derived(
    data: &Path,
    Bundled { derived: entries, guessed, .. }: &Bundled,
    fix: bool,
    format: ReportFormat,
    (out, log): (&mut dyn Write, &mut dyn Write),
) -> Result<(), CommandError> {
    if fix && entries.is_empty() && guessed.is_empty() {
        return say(
            log,
            "nothing to fix: every conference that the notes name is in conferences.toml",
        );
    }
    if fix && !guessed.is_empty() {
        let parts = guessed.split("[[conference]]").skip(1);
        let names =
            parts.filter_map(|entry| entry.lines().find_map(|line| line.strip_prefix("id = ")));
        let names: Vec<&str> = names.map(|id| id.trim_matches('"')).collect();
        say(
            log,
            &format!(
                "did not add what may be no conference: {}; \"hallway check\" prints the entries, for you to add those that are right",
                names.join(", ")
            ),
        )?;
        if entries.is_empty() {
            return Ok(());
        }
    }
    if fix {
        append(data, "conferences.toml", entries)
            .map_err(|error| CommandError::Disk(data.join("conferences.toml"), error))?;
        return say(log, "added the derived conferences to conferences.toml; check their facts");
    }
    if format != ReportFormat::Text {
        return Ok(());
    }
    let head = "These conferences are in no registry. Check their facts and add them to conferences.toml, or let \
                \"hallway check --fix\" do so:";
    let more = if guessed.is_empty() { "" } else { GUESSES };
    writeln!(out, "{head}\n\n{entries}{more}{}", commented(guessed)).map_err(CommandError::Output)
}
