//! Slugs: stable, readable ids made from titles and names.

use deunicode::deunicode;
use std::collections::BTreeSet;

/// Longest slug in characters; it becomes part of addresses and of file names.
const LONGEST: usize = 72;

/// The words of a text in `a-z` and `0-9`, joined by `-`. Empty when the text has none.
pub(super) fn slug(text: &str) -> String {
    let plain = deunicode(&text.replace(['\'', '’', '‘'], "")).to_lowercase();
    let mut slug = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word.get(..LONGEST.min(word.len())).unwrap_or(word));
    }
    slug
}

/// Ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeSet<String>);

impl Taken {
    /// The slug if it is free, or else the slug with the first free number behind it.
    pub(super) fn claim(&mut self, slug: &str) -> String {
        let slug = if slug.is_empty() { "untitled" } else { slug };
        let numbered = (2u32..).map(|number| format!("{slug}-{number}"));
        let free =
            std::iter::once(slug.to_owned()).chain(numbered).find(|slug| !self.0.contains(slug));
        let free = free.unwrap_or_default();
        self.0.insert(free.clone());
        free
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
        assert!(slug(&"word ".repeat(40)).len() <= LONGEST);
        assert_eq!(slug(&"x".repeat(100)).len(), LONGEST);
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
