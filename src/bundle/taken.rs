//! Gives each slug once.

use crate::text::any_script::storable;
use std::collections::{BTreeMap, BTreeSet};

/// Ids that are in use.
#[derive(Debug, Default)]
pub(super) struct Taken {
    ids: BTreeSet<String>,
    /// The next number of each slug that was claimed before, so that equal slugs do not count from the start.
    next: BTreeMap<String, u32>,
}

impl Taken {
    /// The slug if it is free, otherwise the slug with the first free number appended.
    pub(super) fn claim(&mut self, slug: &str) -> String {
        let slug = if slug.is_empty() { "untitled" } else { slug };
        let slug = storable(slug);
        if self.ids.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(2);
        loop {
            let numbered = format!("{slug}-{next}");
            *next += 1;
            if self.ids.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Marks a slug as taken. `false` if it was taken already.
    pub(super) fn take(&mut self, slug: &str) -> bool {
        self.ids.insert(slug.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
