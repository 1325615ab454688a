//! The commands that help a curator and do not build a site.

use super::{
    arguments::{New, Tool},
    coverage::Coverage,
    error::CommandError,
    explain,
    messages::say,
    new,
    reading::bundled,
    report::ReportFormat,
    shells, why,
};
use std::io::{Write, sink};

/// Runs one of them.
pub(super) fn run(
    tool: &Tool,
    is_quiet: bool,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<(), CommandError> {
    let mut nowhere = sink();
    let log: &mut dyn Write = if is_quiet { &mut nowhere } else { log };
    match tool {
        Tool::New { what: New::Recap { conference, talk, data } } => {
            let dataset = bundled(data.path(), ReportFormat::Text, log)?.dataset;
            new::recap(&dataset, data.path(), conference, talk, log)
        }
        Tool::Why { id, data } => {
            let bundled = bundled(data.path(), ReportFormat::Text, log)?;
            if bundled.has_registry_errors() {
                say(
                    log,
                    "note: a registry has an error, so much is not known; \"hallway check\" shows it",
                )?;
            }
            why::run(&bundled.dataset, data.path(), id, out)
        }
        Tool::Coverage { conference, write, data } => {
            let dataset = &bundled(data.path(), ReportFormat::Text, log)?.dataset;
            let (data, conference) = (data.path(), conference.as_deref());
            Coverage { dataset, data, conference, writes: *write }.run(out)
        }
        Tool::Explain { code } => explain::run(code.as_deref(), out),
        Tool::Completions { shell } => shells::completions(*shell, out),
        Tool::Manual { folder } => shells::manual(folder, log),
    }
}
