//! The writing direction of a language.

/// Languages written from right to left (ISO 639), unless another script is stated.
const RIGHT_TO_LEFT: [&str; 12] =
    ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Whether a language, BCP 47, is written from right to left.
pub(crate) fn is_right_to_left(language: &str) -> bool {
    let mut parts = language.split('-').map(str::to_ascii_lowercase);
    let name = parts.next().unwrap_or_default();
    // A stated script decides, e.g. `az-Arab` or `ks-Deva`.
    match parts.find(|part| part.len() == 4) {
        Some(script) => ["arab", "hebr", "thaa", "syrc", "nkoo"].contains(&script.as_str()),
        None => RIGHT_TO_LEFT.contains(&name.as_str()),
    }
}
