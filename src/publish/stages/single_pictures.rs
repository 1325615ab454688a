//! The pictures within the single file, as `data:` addresses.

use crate::bundle::Picture;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{collections::BTreeMap, path::PathBuf};

/// The most bytes of pictures in a single file. A larger file opens slowly and cannot be mailed.
pub(in crate::publish) const MOST_BYTES: usize = 10_000_000;

/// The pictures of a single file.
#[derive(Debug, Default)]
pub(in crate::publish) struct SinglePictures {
    /// `data:` addresses by path below the folder of the site.
    pub(in crate::publish) kept: BTreeMap<String, String>,
    /// The paths of the others in the data folder: too large for the rest of the budget, or changed meanwhile.
    pub(in crate::publish) left_out: Vec<PathBuf>,
}

impl SinglePictures {
    /// Takes as many pictures as `most_bytes` allows, in their order.
    pub(in crate::publish) fn new(pictures: &[Picture], most_bytes: usize) -> Self {
        let mut found = Self::default();
        let mut left = most_bytes;
        for picture in pictures {
            let bytes = picture.bytes().ok().filter(|bytes| bytes.len() <= left);
            let Some(bytes) = bytes else {
                found.left_out.push(picture.place());
                continue;
            };
            left -= bytes.len();
            let address = format!("data:{};base64,{}", kind(&picture.path), STANDARD.encode(bytes));
            found.kept.insert(picture.path.clone(), address);
        }
        found
    }

    /// A page whose pictures are looked up in the file.
    pub(in crate::publish) fn looked_up(&self, page: &str) -> String {
        let mut page = page.to_owned();
        for path in self.kept.keys() {
            for root in ["./", ""] {
                let (from, to) =
                    (format!(" src=\"{root}{path}\""), format!(" data-picture=\"{path}\""));
                page = page.replace(&from, &to);
            }
        }
        page
    }
}

/// The media type of a picture that the site shows.
fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        _ => "image/jpeg",
    }
}
