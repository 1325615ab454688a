//! Proposes registries from existing notes.

use super::super::{derived::commented, report::summary};
use crate::bundle::{Bundled, Folder, bundle, proposals_toml, proposed_themes};
use crate::model::{Catalog, Target};
use std::collections::BTreeSet;

/// The most themes to propose.
const MOST_THEMES: usize = 30;

const CONFERENCES: &str = "\
# The conferences of your notes, as Hallway found them. Please check names, dates and places: what stands here is believed.
# A [[series]] holds the editions of one conference, a [[conference]] is one edition. Entries behind # are guesses:
# delete the # where a guess is right.

";

const PEOPLE: &str = "\
# The people and organizations of your notes. An entry settles the spelling of a name; aliases = [\"A. Weaver\"] joins
# its other spellings. Entries behind # are guesses: delete the # where a guess is right.
# no_names = [\"Grand Hall\"] lists words that look like a name and are none.

";

const THEMES: &str = "\
# Themes, and the words that mean them. A name or alias is found as a whole word.
# Tags of your notes are themes already. This line keeps the built-in themes as well:
extend = true

# Words that may be themes of yours, most telling first. Delete the # of those that you want.

";

/// Registries by file name, and a one-line summary of the notes. Files that would add nothing, or would be invalid, are
/// left out.
pub(super) fn proposals(mut folder: Folder) -> (Vec<(&'static str, String)>, String) {
    let found = bundle(&folder);
    let proposed = [
        ("conferences.toml", conferences(&found)),
        ("people.toml", people(&found)),
        ("themes.toml", Some(themes(&found))),
    ];
    let proposed: Vec<(&str, String)> =
        proposed.into_iter().filter_map(|(name, text)| Some((name, text?))).collect();
    for (name, text) in &proposed {
        folder.registries.entry((*name).to_owned()).or_insert_with(|| text.clone().into_bytes());
    }
    let broken: BTreeSet<String> = if proposed.is_empty() {
        BTreeSet::new()
    } else {
        bundle(&folder).diagnostics.into_iter().map(|problem| problem.path).collect()
    };
    let valid = proposed.into_iter().filter(|(name, _)| !broken.contains(*name)).collect();
    (valid, summary(&found))
}

/// The editions that no registry lists.
fn conferences(found: &Bundled) -> Option<String> {
    let Bundled { derived, guessed, .. } = found;
    let mark = if derived.is_empty() { "" } else { "\n" };
    let is_any = !derived.is_empty() || !guessed.is_empty();
    is_any.then(|| format!("{CONFERENCES}{derived}{mark}{}", commented(guessed)))
}

/// The people and organizations. Names that only an unsure rule found are comments.
fn people(found: &Bundled) -> Option<String> {
    let Catalog { people, organizations, .. } = &*found.dataset.catalog;
    if people.is_empty() && organizations.is_empty() {
        return None;
    }
    let guesses = guesses(found);
    let people = people.iter().map(|it| ("person", it.id.as_str(), it.name.as_str()));
    let organizations =
        organizations.iter().map(|it| ("organization", it.id.as_str(), it.name.as_str()));
    let entries = people.chain(organizations).map(|(kind, id, name)| {
        let mark = if guesses.contains(&(kind, id)) { "# " } else { "" };
        let name = toml::Value::from(name);
        format!("{mark}[[{kind}]]\n{mark}id = \"{id}\"\n{mark}name = {name}\n\n")
    });
    Some(PEOPLE.to_owned() + &entries.collect::<String>())
}

/// Kind and id of the people and organizations that every rule was unsure about.
fn guesses(found: &Bundled) -> BTreeSet<(&'static str, &str)> {
    let (mut sure, mut unsure) = (BTreeSet::new(), BTreeSet::new());
    for assignment in found.dataset.chunks.iter().flat_map(|chunk| &chunk.assignments) {
        let name = match &assignment.target {
            Target::Person(id) => ("person", id.as_str()),
            Target::Organization(id) => ("organization", id.as_str()),
            Target::Conference(_) | Target::Talk(_) | Target::Theme(_) | Target::Copy(_) => {
                continue;
            }
        };
        if assignment.is_uncertain { &mut unsure } else { &mut sure }.insert(name);
    }
    unsure.difference(&sure).copied().collect()
}

/// Words that may be themes, as comments: only the curator knows which of them are.
fn themes(found: &Bundled) -> String {
    let proposed = proposals_toml(&proposed_themes(&found.dataset), MOST_THEMES);
    THEMES.to_owned() + &commented(&proposed)
}
