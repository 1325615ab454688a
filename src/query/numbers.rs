//! Conversions between counts, positions and the numbers of a file.

/// A number of a file as a position. Numbers that do not fit become the largest position.
pub(crate) fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A position as a number of a file. Positions that do not fit become the largest number.
pub(super) fn to_u32(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// A count as a number to calculate with; exact below 2^32.
pub(crate) fn to_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
