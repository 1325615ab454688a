//! Shows the conferences that no registry lists, or adds them to the registry.

use super::{error::CommandError, messages::say, report::Format};
use crate::bundle::append;
use std::{io::Write, path::Path};

/// Adds derived conferences to the registry, or prints the entries to paste. If there are none, only a fix says so.
pub(super) fn tell_derived(
    data: &Path,
    entries: &str,
    fix: bool,
    format: Format,
    (out, log): (&mut dyn Write, &mut dyn Write),
) -> Result<(), CommandError> {
    if fix && entries.is_empty() {
        return say(
            log,
            "nothing to fix: every conference that the notes name is in conferences.toml",
        );
    }
    if fix {
        append(data, "conferences.toml", entries)
            .map_err(|error| CommandError::Disk(data.join("conferences.toml"), error))?;
        return say(log, "added the derived conferences to conferences.toml; check their facts");
    }
    if format != Format::Text {
        return Ok(());
    }
    let head = "These conferences are in no registry. Check their facts and add them to conferences.toml, or let \
                \"hallway check --fix\" do so:";
    writeln!(out, "{head}\n\n{entries}").map_err(CommandError::Output)
}
