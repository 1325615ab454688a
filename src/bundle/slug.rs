//! Slugs: stable, readable ids made from titles and names.

use crate::model;
use deunicode::deunicode;
use std::collections::BTreeSet;

/// The words of a text in `a-z` and `0-9`, joined by `-`. Empty when the text has none.
pub(super) fn slug(text: &str) -> String {
    // Quotation marks are removed first, because transliteration may add some.
    model::slug(&deunicode(&text.replace(['\'', '’', '‘'], "")))
}

/// Whether Windows takes a name for a device, such as `con` or `lpt1`.
pub(super) fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}

/// An id under which every system can store a file.
pub(super) fn storable(id: &str) -> String {
    if is_device(id) { [id, "-1"].concat() } else { id.to_owned() }
}

/// Ids that are in use.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeSet<String>);

impl Taken {
    /// The slug if it is free, otherwise the slug with the first free number appended.
    pub(super) fn claim(&mut self, slug: &str) -> String {
        let slug = if slug.is_empty() { "untitled" } else { slug };
        let slug = storable(slug);
        let numbered = (2u32..).map(|number| format!("{slug}-{number}"));
        let free =
            std::iter::once(slug.clone()).chain(numbered).find(|slug| !self.0.contains(slug));
        let free = free.unwrap_or_default();
        self.0.insert(free.clone());
        free
    }

    /// Marks a slug as taken. `false` if it was taken already.
    pub(super) fn take(&mut self, slug: &str) -> bool {
        self.0.insert(slug.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_and_plain() {
        let check = |text: &str, expected: &str| assert_eq!(slug(text), expected);
        check("Zoë’s “Æther”: 2 looms & more!", "zoes-aether-2-looms-more");
        check("CRI-O", "cri-o");
        check("织布机", "zhi-bu-ji");
        check("!?", "");
        assert!(slug(&"word ".repeat(40)).len() <= 72);
        assert_eq!(slug(&"x".repeat(100)).len(), 72);
    }

    #[test]
    fn no_slug_is_the_name_of_a_device() {
        let mut taken = Taken::default();
        assert_eq!(
            ["con", "con", "com7", "com", "lpt12"].map(|slug| taken.claim(slug)),
            ["con-1", "con-1-2", "com7-1", "com", "lpt12"]
        );
    }

    #[test]
    fn no_slug_is_given_twice() {
        let mut taken = Taken::default();
        assert_eq!(
            ["a", "a", "a-2", "a", ""].map(|slug| taken.claim(slug)),
            ["a", "a-2", "a-2-2", "a-3", "untitled"]
        );
    }
}
