//! The other names of a thing, for readers.

use crate::query::folded;
use std::collections::BTreeSet;

/// The names besides `name`, each once. A registry may spell a name with and without capitals; readers see the first.
pub(crate) fn other_names(name: &str, aliases: &[String]) -> Vec<String> {
    let mut known = BTreeSet::from([folded(name)]);
    aliases.iter().filter(|alias| known.insert(folded(alias))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_another_case_is_the_same_name() {
        let aliases =
            ["machine learning", "Machine learning", "AI", "deep learning", "Deep Learning"];
        let others = other_names("ai", &aliases.map(str::to_owned));
        assert_eq!(others, ["machine learning", "deep learning"]);
    }
}
