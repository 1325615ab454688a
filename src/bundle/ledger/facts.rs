//! The facts that identify a thing: named values. A name may have several values.

use std::collections::{BTreeMap, BTreeSet};

/// Named values. After two branches are merged, a name may have the values of both.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Facts(BTreeMap<String, BTreeSet<String>>);

impl Facts {
    /// Adds a value. Empty values are left out; characters that would break a ledger line become spaces.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        let value = value.split(char::is_whitespace).filter(|word| !word.is_empty());
        let value = value.collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            self.0.entry(name.to_owned()).or_default().insert(value);
        }
    }

    /// The same facts with one more.
    #[must_use]
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.add(name, value);
        self
    }

    /// Replaces the values of a name.
    pub(super) fn set(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        self.0.remove(name);
        for value in values {
            self.add(name, &value);
        }
    }

    /// Adds all values of other facts.
    pub(super) fn absorb(&mut self, other: Self) {
        for (name, values) in other.0 {
            self.0.entry(name).or_default().extend(values);
        }
    }

    /// The values of a name, sorted.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(String::as_str)
    }

    /// The first value of a name; empty when it has none.
    pub(super) fn one(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Whether something currently has the id.
    pub(super) fn is_current(&self) -> bool {
        self.one("now").is_empty() && self.one("ended").is_empty()
    }

    /// The names and values, sorted.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(name, values)| {
            values.iter().map(move |value| (name.as_str(), value.as_str()))
        })
    }

    /// Every combination of the values of some names. Empty when a name has no value.
    pub(super) fn keys(&self, names: &[&str]) -> BTreeSet<String> {
        let mut keys = BTreeSet::from([String::new()]);
        for name in names {
            let longer = keys
                .iter()
                .flat_map(|key| self.all(name).map(move |value| format!("{key}{value}\t")));
            keys = longer.collect();
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_combinations_of_all_values() {
        let facts = Facts::default().with("a", "1").with("a", "2").with("b", " x\n y ");
        assert_eq!(Vec::from_iter(facts.keys(&["a", "b"])), ["1\tx y\t", "2\tx y\t"]);
        assert!(facts.keys(&["a", "c"]).is_empty());
    }
}
