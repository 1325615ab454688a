//! `hallway init`: a folder that builds at once. Adds what is missing, and overwrites nothing.

mod proposals;
mod workflow;

use super::{
    error::CommandError,
    messages::{quoted, say, short},
    report::counted,
};
use crate::bundle::{Folder, LEDGER, is_recap_name};
use crate::publish::SiteSummary;
use proposals::proposals;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use workflow::workflow;

/// Files around the data folder: path and text.
const AROUND: &[(&str, &str)] = &[
    (".gitignore", include_str!("starter/gitignore")),
    (".gitattributes", include_str!("starter/gitattributes")),
    ("README.md", include_str!("starter/README.md")),
];

/// The settings of the site.
const SITE: (&str, &str) = ("site.toml", include_str!("starter/site.toml"));

/// Registries for a folder without notes.
const REGISTRIES: &[(&str, &str)] = &[
    ("conferences.toml", include_str!("starter/conferences.toml")),
    ("people.toml", include_str!("starter/people.toml")),
    ("themes.toml", include_str!("starter/themes.toml")),
];

/// The first recap, for a folder without notes.
const RECAP: (&str, &str) = ("recaps/first-recap.md", include_str!("starter/first-recap.md"));

/// Adds the files that `folder` lacks, and says what to do next.
pub(super) fn run(folder: &Path, log: &mut dyn Write) -> Result<(), CommandError> {
    if folder.exists() && !folder.is_dir() {
        return Err(CommandError::NotAFolder(folder.to_owned()));
    }
    // Existing notes stay where they are, and the registries go beside them. Many blogs have a folder `data` of their own.
    let is_here = !is_data(&folder.join("data")) && has_notes(folder);
    if let Some(why) = is_here.then(|| no_data(folder)).flatten() {
        say(log, &why)?;
    }
    let data = if is_here { "." } else { "data" };
    let in_data = |name: &str| if is_here { name.to_owned() } else { format!("data/{name}") };
    let mut files: Vec<(String, String)> = AROUND
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.replace("{data}", data)))
        .collect();
    files.insert(0, (".github/workflows/site.yml".to_owned(), workflow(data)));
    files.push((in_data(SITE.0), SITE.1.to_owned()));
    let notes = if is_here { folder.to_owned() } else { folder.join(data) };
    if is_here || has_notes_below(&notes) {
        let read =
            Folder::read(&notes).map_err(|error| CommandError::Disk(notes.clone(), error))?;
        let (proposed, found) = proposals(read);
        say(log, &format!("found in {}: {found}", shown(&notes).display()))?;
        files.extend(proposed.into_iter().map(|(name, text)| (in_data(name), text)));
    } else {
        let starter = REGISTRIES.iter().chain([&RECAP]);
        files.extend(starter.map(|(name, text)| (in_data(name), (*text).to_owned())));
    }
    let mut n_added = 0;
    for (path, text) in files {
        let is_added = add(&folder.join(&path), &text)
            .map_err(|error| CommandError::Disk(folder.join(&path), error))?;
        n_added += usize::from(is_added);
        let outcome = if is_added { "added" } else { "kept" };
        say(log, &format!("{outcome} {}", shown(&folder.join(&path)).display()))?;
    }
    let files = counted(n_added, "file", "files");
    // Without an argument, commands read `data`, or the current folder if it holds the notes.
    let notes = match (folder == Path::new("."), shown(&notes)) {
        (true, _) => String::new(),
        (false, notes) => format!(" {}", quoted(notes)),
    };
    say(log, &format!("added {files}; next: hallway serve{notes} --open"))?;
    say(log, &format!("later: hallway check{notes}, and hallway build{notes}"))
}

/// A path as people write it.
fn shown(path: &Path) -> &Path {
    if short(path).as_os_str().is_empty() { path } else { short(path) }
}

/// Writes a file unless there is one. Returns whether it was written.
fn add(path: &Path, text: &str) -> io::Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match File::create_new(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map(|()| true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether a folder holds recaps, or lists that only Hallway has: one called `people.toml` may be that of a blog.
pub(super) fn is_data(folder: &Path) -> bool {
    let lists = [SITE.0, "conferences.toml", "themes.toml", LEDGER];
    lists.iter().any(|name| folder.join(name).exists()) || has_notes_below(folder)
}

/// Says that a folder has a folder `data` of something else.
pub(super) fn no_data(folder: &Path) -> Option<String> {
    let data = folder.join("data");
    let folder = folder.display();
    data.is_dir().then(|| {
        format!(
            "{} holds no recap and no registry of Hallway, so the notes are those of {folder}",
            short(&data).display()
        )
    })
}

/// Whether a folder has a note that is not in its folder `data`. The few files around notes, and sites that a build
/// wrote, do not count.
pub(super) fn has_notes(folder: &Path) -> bool {
    let is_aside = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name == "data" || name.starts_with('.') || path.join(SiteSummary::RECORD).exists()
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path()).filter(|path| !is_aside(path));
    paths.any(|path| if path.is_dir() { has_notes_below(&path) } else { is_note(&path) })
}

/// Whether there is a note anywhere below a folder.
fn has_notes_below(folder: &Path) -> bool {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let mut files = entries.filter(|entry| entry.file_type().is_file());
    files.any(|entry| is_note(entry.path()))
}

fn is_note(path: &Path) -> bool {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
    };
    let name = part(path.file_stem());
    name != "readme" && is_recap_name(&name, &part(path.extension()))
}
