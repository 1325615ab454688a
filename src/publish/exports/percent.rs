//! Percent-encoding of single characters in addresses.

/// An ASCII character, percent-encoded.
pub(super) fn percent(c: char) -> String {
    format!("%{:02X}", u32::from(c))
}
