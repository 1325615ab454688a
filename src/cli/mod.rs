//! The `hallway` command.

mod arguments;
mod build;
mod client;
mod coverage;
mod data_folder;
mod derived;
mod error;
mod explain;
mod import;
mod init;
mod ledger;
mod left_out;
mod links;
mod messages;
mod new;
mod output;
mod progress;
mod reading;
mod report;
mod serve;
mod shells;
mod sizes;
mod things;
mod today;
mod tools;
mod why;

use crate::bundle::{Bundled, files, proposals_toml, proposed_themes, replace, schemas};
use crate::publish::{SiteSource, SiteUrl};
use anstream::{AutoStream, ColorChoice};
use arguments::Command;
use build::Build;
use derived::tell_derived;
use import::Import;
use ledger::{address_lines, keep_ledger};
use left_out::{left_out_lines, personal_line, unnamed_line};
use messages::{is_refused, refuse, say};
use output::{OwnFiles, put_schemas};
use reading::{bundled, require_folder};
use report::{ReportFormat, ReportStyle, show, summary, table};
use serve::{Problems, Serve};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use arguments::Arguments;
pub use error::CommandError;

/// The most themes that `check --themes` proposes.
const MOST_PROPOSALS: usize = 400;

/// Runs a command. `Ok(false)` when an error in the content prevents writing; then all errors have been reported.
///
/// A check reports to `out`. The other commands report to `out` if a program reads the report, and to `log` otherwise.
pub fn run(
    arguments: &Arguments,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<bool, CommandError> {
    if let Some(why) = arguments.command.why_folder().filter(|_| !arguments.quiet) {
        say(log, &why)?;
    }
    run_command(arguments, out, log)
}

fn run_command(
    arguments: &Arguments,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<bool, CommandError> {
    let is_quiet = arguments.quiet;
    let mut nowhere = io::sink();
    match &arguments.command {
        Command::Check { data, themes, fix, links: asks, strict, all, format } => {
            let data = data.path();
            let log: &mut dyn Write = if is_quiet { &mut nowhere } else { log };
            let bundled = read_and_ask(data, *asks, *format, log)?;
            let has_colors = *format == ReportFormat::Text && has_colors(&io::stdout());
            let look = ReportStyle { format: *format, shows_all: *all, has_colors };
            let wanted = Wanted { themes: *themes, fix: *fix, is_quiet };
            match check_report((out, log), look, data, &bundled, &wanted) {
                Err(error) if error.is_enough() => {}
                reported => reported?,
            }
            Ok(!is_refused(&bundled, *strict))
        }
        Command::Bundle { data, out: folder, strict, format } => {
            let data = data.path();
            let bundled = read(data, log_look(*format), is_quiet, out, log)?;
            let log: &mut dyn Write = if is_quiet { &mut nowhere } else { log };
            if is_refused(&bundled, *strict) {
                return refuse(folder, log);
            }
            let (files, _) = files(&bundled.dataset).map_err(CommandError::Json)?;
            let own_files = OwnFiles::of_dataset(folder)?;
            replace(folder, &files, |path| own_files.has(path))
                .map_err(|error| CommandError::Disk(folder.clone(), error))?;
            say(log, &format!("wrote {} files to {}", files.len(), folder.display()))?;
            Ok(true)
        }
        Command::Build {
            data,
            client,
            out: folder,
            single,
            site_url,
            precompress,
            tiny_files,
            strict,
            format,
        } => {
            let data = data.path();
            let bundled = read(data, log_look(*format), is_quiet, out, log)?;
            let log: &mut dyn Write = if is_quiet { &mut nowhere } else { log };
            let folder = match (folder, single) {
                (None, None) => Some(default_out(data)?),
                _ => folder.clone(),
            };
            let stated = stated_url(&bundled)?;
            let build = Build {
                client: client.as_deref(),
                folder: folder.as_ref(),
                single: single.as_ref(),
                site_url: site_url.as_ref().or(stated.as_ref()),
                precompress: *precompress,
                tiny_files: *tiny_files,
                is_strict: *strict,
                format: *format,
            };
            let ledger = bundled.ledger.clone();
            let is_built = build.run(bundled, log)?;
            keep_ledger(is_built, data, &ledger, log)
        }
        Command::Serve { data, client: folder, port, open } => {
            let serve = Serve { data: data.path(), port: *port, opens: *open };
            run_serve(serve, folder.as_deref(), is_quiet, out, log)?;
            Ok(true)
        }
        Command::Init { folder } => {
            let log: &mut dyn Write = if is_quiet { &mut nowhere } else { log };
            init::run(folder, log)?;
            Ok(true)
        }
        Command::Tool(tool) => tools::run(tool, is_quiet, out, log).map(|()| true),
        Command::Import { source, into, from, format } => {
            let import = Import { source, folder: into, kind: *from, format: *format };
            import.run(out, log)
        }
        Command::Schema { out: folder } => put_schemas(folder, &schemas()).map(|()| true),
    }
}

/// Reads and bundles a folder for a check, and requests its links if the curator asks for that.
fn read_and_ask(
    data: &Path,
    asks: bool,
    format: ReportFormat,
    log: &mut dyn Write,
) -> Result<Bundled, CommandError> {
    let mut bundled = bundled(data, format, log)?;
    if asks {
        links::check(data, &mut bundled, format == ReportFormat::Text, log)?;
    }
    Ok(bundled)
}

/// Serves a site, and reads the folder again after each change.
fn run_serve(
    serve: Serve<'_>,
    client: Option<&Path>,
    is_quiet: bool,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<(), CommandError> {
    require_folder(serve.data)?;
    let client = client::client(client)?;
    serve.run(&client, log, &mut |report| {
        let bundled = read(serve.data, log_look(ReportFormat::Text), is_quiet, out, report)?;
        let is_shown = !is_refused(&bundled, false);
        let site = SiteSource { dataset: &bundled.dataset, client: &client, url: None };
        if let Some(note) = client::lacking(&site) {
            say(report, note)?;
        }
        let stated = stated_url(&bundled).err();
        let mut problems = Problems::of(&bundled, is_shown);
        if let Some(error) = stated {
            say(report, &format!("error: {error}"))?;
            problems.add_setting(&error.to_string());
        }
        Ok((is_shown.then_some(bundled.dataset), problems))
    })
}

/// The default output of a site: `site` beside a folder called `data`, as `hallway init` makes it, or inside any other
/// folder, so that two folders never share a site. What a build wrote is not read as recaps.
fn default_out(data: &Path) -> Result<PathBuf, CommandError> {
    // `.` has the name of the current folder.
    let whole = data.canonicalize().map_err(|error| CommandError::Disk(data.to_owned(), error))?;
    if whole.file_name().is_none_or(|name| name != "data") {
        return Ok(data.join("site"));
    }
    let is_named = data.file_name().is_some();
    let parent = if is_named { data.parent() } else { whole.parent() };
    Ok(parent.unwrap_or(&whole).join("site"))
}

/// The site's address, as `site.toml` states it.
fn stated_url(bundled: &Bundled) -> Result<Option<SiteUrl>, CommandError> {
    let stated = bundled.site_url.as_str();
    let url = (!stated.is_empty()).then(|| stated.parse().map_err(CommandError::SiteUrl));
    url.transpose()
}

/// Reads and bundles a folder, and reports the problems.
fn read(
    data: &Path,
    look: ReportStyle,
    is_quiet: bool,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<Bundled, CommandError> {
    let mut nowhere = io::sink();
    let bundled = bundled(data, look.format, if is_quiet { &mut nowhere } else { log })?;
    show(
        if look.format == ReportFormat::Text { log } else { out },
        look,
        data,
        &bundled.diagnostics,
    )?;
    if !is_quiet && bundled.has_registry_errors() {
        say(log, &summary(&bundled))?;
    } else if !is_quiet {
        if bundled.dataset.catalog.recaps.is_empty() && bundled.diagnostics.is_empty() {
            say(log, &next_step(data))?;
        }
        say(log, &summary(&bundled))?;
        left_out_lines(&bundled, false).iter().try_for_each(|line| say(log, line))?;
        address_lines(&bundled.changes).iter().try_for_each(|line| say(log, line))?;
    }
    Ok(bundled)
}

/// The look of a report in the log.
fn log_look(format: ReportFormat) -> ReportStyle {
    let has_colors = format == ReportFormat::Text && has_colors(&io::stderr());
    ReportStyle { format, shows_all: false, has_colors }
}

/// What a check does besides its report.
struct Wanted {
    /// Propose themes.
    themes: bool,
    /// Add the derived conferences to the registry.
    fix: bool,
    /// Print nothing but the diagnostics.
    is_quiet: bool,
}

/// Writes the result of a check: the diagnostics and, for people, what to add to the registries, what was left out, and
/// a table.
fn check_report(
    (out, log): (&mut dyn Write, &mut dyn Write),
    look: ReportStyle,
    data: &Path,
    bundled: &Bundled,
    wanted: &Wanted,
) -> Result<(), CommandError> {
    show(out, look, data, &bundled.diagnostics)?;
    let is_for_people = look.format == ReportFormat::Text && !wanted.is_quiet;
    let tells =
        wanted.fix || is_for_people && (!bundled.derived.is_empty() || !bundled.guessed.is_empty());
    if tells && !bundled.has_registry_errors() {
        tell_derived(data, bundled, wanted.fix, look.format, (out, log))?;
    }
    if wanted.themes {
        let toml = proposals_toml(&proposed_themes(&bundled.dataset), MOST_PROPOSALS);
        out.write_all(toml.as_bytes()).map_err(CommandError::Output)?;
    }
    if !is_for_people {
        return stated_url(bundled).map(drop);
    }
    // Without a registry, numbers and addresses would be wrong.
    if bundled.has_registry_errors() {
        return say(out, &summary(bundled));
    }
    let personal = personal_line(bundled, look.shows_all);
    let left_out = left_out_lines(bundled, look.shows_all).into_iter().chain(personal);
    let mut left_out = left_out.chain(unnamed_line(bundled, look.shows_all));
    left_out.try_for_each(|line| say(out, &line))?;
    address_lines(&bundled.changes).iter().try_for_each(|line| say(out, line))?;
    table(bundled).iter().try_for_each(|line| say(out, line))?;
    if bundled.dataset.catalog.recaps.is_empty() && bundled.diagnostics.is_empty() {
        say(out, &next_step(data))?;
    }
    say(out, &summary(bundled))?;
    // A build would stop here.
    stated_url(bundled).map(drop)
}

/// What to do in an empty folder.
fn next_step(data: &Path) -> String {
    let data = data.display();
    format!(
        "{data} has no recap yet; put one there (Markdown, HTML or plain text), or run \"hallway init\" in a new folder for an example that builds at once"
    )
}

/// Whether to write colors to a stream: it is a terminal, and the environment does not forbid them.
fn has_colors(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}
