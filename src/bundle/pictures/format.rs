//! A format of pictures that is made of parts.

use img_parts::Bytes;

/// How the parts of a format are read, sorted out and written.
pub(super) struct Format<T> {
    /// Cuts a file into its parts.
    pub(super) read: fn(Bytes) -> Option<T>,
    /// Drops the parts that no reader sees.
    pub(super) strip: fn(&mut T),
    /// Puts the parts together.
    pub(super) write: fn(T) -> Vec<u8>,
}
