//! Which folder a command reads, and why.

use super::init::{has_notes, is_data, no_data};
use super::messages::short;
use clap::{
    Args,
    builder::{PathBufValueParser, TypedValueParser as _},
};
use std::path::{Path, PathBuf};

/// The folder of recaps.
#[derive(Args, Debug)]
pub(super) struct DataFolder {
    /// Folder of recaps; by default `data` or, where that holds no recaps, the current one if it holds notes
    #[arg(value_parser = PathBufValueParser::new().map(Chosen::of))]
    data: Option<Chosen>,
}

impl DataFolder {
    /// The named folder, or the default.
    pub(super) fn path(&self) -> &Path {
        path(self.data.as_ref())
    }

    /// Why it is not the folder that somebody may expect.
    pub(super) fn why(&self) -> Option<String> {
        why(self.data.as_ref())
    }
}

/// The folder of recaps, for commands whose first argument is something else.
#[derive(Args, Debug)]
pub(super) struct DataOption {
    /// Folder of recaps; by default `data` or, where that holds no recaps, the current one if it holds notes
    #[arg(long, value_name = "DIR", value_parser = PathBufValueParser::new().map(Chosen::of))]
    data: Option<Chosen>,
}

impl DataOption {
    /// The named folder, or the default.
    pub(super) fn path(&self) -> &Path {
        path(self.data.as_ref())
    }

    /// Why it is not the folder that somebody may expect.
    pub(super) fn why(&self) -> Option<String> {
        why(self.data.as_ref())
    }
}

/// The folder that an argument names.
#[derive(Clone, Debug)]
struct Chosen {
    named: PathBuf,
    /// The data folder in it, if that is meant.
    inside: Option<PathBuf>,
}

impl Chosen {
    /// The named folder as it is, unless it is only what `hallway init` puts around a data folder.
    fn of(named: PathBuf) -> Self {
        let data = named.join("data");
        let is_around = data.join("site.toml").exists()
            && !named.join("site.toml").exists()
            && !has_notes(&named);
        Self { inside: is_around.then_some(data), named }
    }
}

fn path(chosen: Option<&Chosen>) -> &Path {
    match chosen {
        Some(Chosen { named, inside }) => inside.as_deref().unwrap_or(named),
        None => default_folder(),
    }
}

fn default_folder() -> &'static Path {
    let (data, here) = (Path::new("data"), Path::new("."));
    let is_here = !is_data(data) && (here.join("site.toml").exists() || has_notes(here));
    if is_here { here } else { data }
}

fn why(chosen: Option<&Chosen>) -> Option<String> {
    match chosen {
        Some(Chosen { named, inside }) => {
            let inside = inside.as_deref()?;
            let named = named.display();
            Some(format!("reading {}, the data folder in {named}", short(inside).display()))
        }
        None if default_folder() == Path::new(".") => no_data(Path::new(".")),
        None => None,
    }
}
