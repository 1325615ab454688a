//! The pictures that recaps show: checked, measured, and without the data that cameras add.

mod clean;
mod exif;
mod format;
mod gif;
mod jpeg;

use super::digest::hexadecimal;
use super::files::{MAX_PICTURE_BYTES, read_picture, reason};
use crate::model::MEDIA;
use clean::{Cleaned, Unusable, cleaned};
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Largest total size of all pictures of a site, in bytes.
const MAX_PICTURES_BYTES: usize = 500_000_000;

/// Most pixels of a picture. A browser needs four bytes per pixel.
const MAX_PIXELS: u64 = 100_000_000;

/// Number of hash digits in a name.
const HASH_DIGITS: usize = 16;

/// A picture of the data folder that pages show.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Picture {
    /// Path below the site folder. Its name is a hash of the bytes, so it reveals nothing about the data folder.
    pub path: String,
    /// Width and height in pixels, as readers see them.
    pub size: (u32, u32),
    /// The data folder.
    folder: PathBuf,
    /// The path below the data folder.
    file: String,
}

impl Picture {
    /// The bytes to publish.
    ///
    /// # Errors
    /// If the file cannot be read, or is no longer the file that was measured.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let cleaned = cleaned(read_picture(&self.folder, &self.file)?).ok();
        let same = cleaned.filter(|cleaned| path_of(cleaned) == self.path);
        let changed = || io::Error::other("the picture was changed while the site was built");
        same.map(|cleaned| cleaned.bytes).ok_or_else(changed)
    }

    /// The place of the picture in the data folder.
    pub fn place(&self) -> PathBuf {
        self.folder.join(&self.file)
    }
}

/// Why a picture is not shown.
#[derive(Debug)]
pub(super) enum NotShown {
    /// It cannot be read.
    Unreadable(io::Error),
    /// It is larger than the limit for one picture.
    TooLarge,
    /// With this picture, all pictures together exceed their limit.
    TooManyBytes,
    /// It has too many pixels.
    TooManyPixels((u32, u32)),
    /// It is not a picture, or not of a supported kind.
    Unusable(Unusable),
}

impl NotShown {
    /// What to do about it.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "make it readable, or copy it into the folder",
            Self::TooLarge | Self::TooManyBytes | Self::TooManyPixels(_) => {
                "save it smaller; 2,000 pixels are wide enough for every screen"
            }
            Self::Unusable(why) => why.help(),
        }
    }
}

impl fmt::Display for NotShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MB: usize = 1_000_000;
        match self {
            Self::Unreadable(error) => write!(f, "it cannot be read: {}", reason(error)),
            Self::TooLarge => write!(f, "it has more than {} MB", MAX_PICTURE_BYTES / MB),
            Self::TooManyBytes => {
                write!(f, "all pictures together have more than {} MB", MAX_PICTURES_BYTES / MB)
            }
            Self::TooManyPixels((width, height)) => {
                write!(f, "it has {width} × {height} pixels, too many for a browser")
            }
            Self::Unusable(why) => why.fmt(f),
        }
    }
}

/// The pictures that were examined, each once.
#[derive(Debug)]
pub(super) struct Gallery<'a> {
    folder: &'a Path,
    seen: BTreeMap<String, Result<Picture, NotShown>>,
    bytes: usize,
    most_bytes: usize,
}

impl<'a> Gallery<'a> {
    /// Starts without pictures of the folder.
    pub(super) fn new(folder: &'a Path) -> Self {
        Self { folder, seen: BTreeMap::new(), bytes: 0, most_bytes: MAX_PICTURES_BYTES }
    }

    /// The picture in a file.
    pub(super) fn picture(&mut self, file: &str) -> Result<&Picture, &NotShown> {
        if !self.seen.contains_key(file) {
            let picture = self.look_at(file);
            self.seen.insert(file.to_owned(), picture);
        }
        match self.seen.get(file) {
            Some(seen) => seen.as_ref(),
            None => Err(&NotShown::TooLarge),
        }
    }

    /// The pictures that are shown, each once, by path.
    pub(super) fn into_pictures(self) -> Vec<Picture> {
        let pictures = self.seen.into_values().filter_map(Result::ok);
        let by_path: BTreeMap<String, Picture> =
            pictures.map(|picture| (picture.path.clone(), picture)).collect();
        by_path.into_values().collect()
    }

    fn look_at(&mut self, file: &str) -> Result<Picture, NotShown> {
        let bytes = read_picture(self.folder, file).map_err(NotShown::Unreadable)?;
        if bytes.len() > MAX_PICTURE_BYTES {
            return Err(NotShown::TooLarge);
        }
        let cleaned = cleaned(bytes).map_err(NotShown::Unusable)?;
        let (width, height) = cleaned.size;
        if u64::from(width) * u64::from(height) > MAX_PIXELS {
            return Err(NotShown::TooManyPixels(cleaned.size));
        }
        if self.bytes + cleaned.bytes.len() > self.most_bytes {
            return Err(NotShown::TooManyBytes);
        }
        self.bytes += cleaned.bytes.len();
        let (folder, file) = (self.folder.to_owned(), file.to_owned());
        Ok(Picture { path: path_of(&cleaned), size: cleaned.size, folder, file })
    }
}

fn path_of(cleaned: &Cleaned) -> String {
    let hash: String = hexadecimal(&cleaned.bytes).chars().take(HASH_DIGITS).collect();
    format!("{MEDIA}{hash}.{}", cleaned.ending)
}

#[cfg(test)]
mod tests;
