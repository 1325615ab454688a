//! The stage that copies the pictures of recaps.

use crate::bundle::Picture;
use crate::publish::{
    error::PublishError,
    stages::{File, Stage},
    writer::SiteWriter,
};
use std::io;

/// The stage that copies pictures. It reads each again, so that they are never in memory together.
pub(in crate::publish) struct Media<'a>(pub(in crate::publish) &'a [Picture]);

impl Media<'_> {
    /// Fails if a picture is missing because it changed after its recap was read.
    ///
    /// # Errors
    /// The first picture that is missing.
    pub(in crate::publish) fn check(&self, writer: &SiteWriter<'_>) -> Result<(), PublishError> {
        let missing = self.0.iter().find(|picture| !writer.written().contains_key(&picture.path));
        let Some(picture) = missing else { return Ok(()) };
        let why = picture.bytes().err();
        let why = why.unwrap_or_else(|| io::Error::other("the picture was changed meanwhile"));
        Err(PublishError::Disk(picture.place(), why))
    }
}

impl<'a> Stage for Media<'a> {
    type Output = &'a Picture;

    fn name(&self) -> &'static str {
        "copying pictures"
    }

    fn outputs(&self) -> Vec<&'a Picture> {
        self.0.iter().collect()
    }

    fn may_have(&self, picture: &&'a Picture, path: &str) -> bool {
        picture.path == path
    }

    fn make(&self, picture: &&'a Picture) -> Vec<File> {
        let bytes = picture.bytes().ok();
        bytes.map(|bytes| (picture.path.clone(), bytes)).into_iter().collect()
    }
}
