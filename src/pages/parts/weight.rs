//! How strong a number of recaps looks.

/// The strength of an entry by its number of recaps: a single recap is an opinion and must not look like a trend.
pub(in crate::pages) fn weight(n_recaps: usize) -> &'static str {
    match n_recaps {
        0 => "none",
        1 => "one",
        2 | 3 => "some",
        _ => "many",
    }
}
