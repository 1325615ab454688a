//! Who signed the recaps of a collection.

use crate::model::{Catalog, PersonId, RecapId};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who signed recaps.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Signature<'c> {
    /// As the first recap spells the name.
    pub name: &'c str,
    /// The person of the collection who is this author.
    pub person: Option<&'c PersonId>,
    /// What they wrote, in the order of the collection.
    pub recaps: Vec<&'c RecapId>,
}

/// Everybody who signed a recap, by name as [`author_key`] writes it.
pub fn signatures(catalog: &Catalog) -> BTreeMap<String, Signature<'_>> {
    let mut people: BTreeMap<String, Vec<&PersonId>> = BTreeMap::new();
    for person in &catalog.people {
        let names = person.aliases.iter().chain([&person.name]);
        let names: BTreeSet<String> = names.map(|name| author_key(name)).collect();
        for name in names {
            people.entry(name).or_default().push(&person.id);
        }
    }
    let mut signatures: BTreeMap<String, Signature<'_>> = BTreeMap::new();
    for recap in &catalog.recaps {
        for name in signed_names(&recap.author) {
            let key = author_key(name);
            // If two people share the name, the author is neither of them.
            let person = match people.get(&key).map(Vec::as_slice) {
                Some([person]) => Some(*person),
                _ => None,
            };
            let new = || Signature { name, person, recaps: Vec::new() };
            signatures.entry(key).or_insert_with(new).recaps.push(&recap.id);
        }
    }
    signatures
}

/// The names in the signature of a recap. Commas separate several authors; `Weaver, Inc.` is one.
pub fn signed_names(author: &str) -> Vec<&str> {
    let parts: Vec<&str> = author.split(", ").filter(|name| !name.is_empty()).collect();
    if parts.iter().all(|name| name.contains(' ')) { parts } else { vec![author] }
}

/// A name without the parts that may be spelled differently.
pub fn author_key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
