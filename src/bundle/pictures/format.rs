//! A picture format that consists of parts.

use img_parts::Bytes;

/// How the parts of a format are read, filtered and written.
pub(super) struct PictureFormat<T> {
    /// Splits a file into its parts.
    pub(super) read: fn(Bytes) -> Option<T>,
    /// Drops the invisible parts.
    pub(super) strip: fn(&mut T),
    /// Joins the parts.
    pub(super) write: fn(T) -> Vec<u8>,
}
