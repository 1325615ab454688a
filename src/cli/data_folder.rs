//! Which folder a command reads by default.

use super::init::has_notes;
use clap::{
    Args,
    builder::{PathBufValueParser, TypedValueParser as _},
};
use std::path::{Path, PathBuf};

/// The folder of recaps.
#[derive(Args, Debug)]
pub(super) struct DataFolder {
    /// Folder of recaps; by default `data` or, where there is no such folder, the current one if it holds notes
    #[arg(value_parser = PathBufValueParser::new().map(data_of))]
    data: Option<PathBuf>,
}

impl DataFolder {
    /// The named folder, or the default.
    pub(super) fn path(&self) -> &Path {
        self.data.as_deref().unwrap_or_else(|| default_folder())
    }
}

/// The folder of recaps, for commands whose first argument is something else.
#[derive(Args, Debug)]
pub(super) struct DataOption {
    /// Folder of recaps; by default `data` or, where there is no such folder, the current one if it holds notes
    #[arg(long, value_name = "DIR", value_parser = PathBufValueParser::new().map(data_of))]
    data: Option<PathBuf>,
}

impl DataOption {
    /// The named folder, or the default.
    pub(super) fn path(&self) -> &Path {
        self.data.as_deref().unwrap_or_else(|| default_folder())
    }
}

/// The data folder inside a folder that `hallway init` made, or the folder itself.
fn data_of(folder: PathBuf) -> PathBuf {
    let data = folder.join("data");
    let is_around = data.join("site.toml").exists() && !folder.join("site.toml").exists();
    if is_around { data } else { folder }
}

fn default_folder() -> &'static Path {
    let (data, here) = (Path::new("data"), Path::new("."));
    let is_here = !data.exists() && (here.join("site.toml").exists() || has_notes(here));
    if is_here { here } else { data }
}
