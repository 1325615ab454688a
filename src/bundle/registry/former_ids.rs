//! Replaces former ids in references between entries with current ones.

use super::read::Registries;
use std::collections::{BTreeMap, BTreeSet};

impl Registries {
    /// Replaces a former id with the current one wherever an entry names its series or its broader theme.
    pub(super) fn follow_former_ids(&mut self) {
        let series = self.conferences.series.iter().map(|it| (&it.id, &it.former_ids));
        let series = present_ids(series);
        let named = self.conferences.conference.iter_mut().map(|it| &mut it.series);
        follow(&series, named);
        let themes = present_ids(self.themes.theme.iter().map(|it| (&it.id, &it.former_ids)));
        follow(&themes, self.themes.theme.iter_mut().filter_map(|it| it.broader.as_mut()));
    }
}

/// The current id of each former one. An id that is still in use is not a former one.
fn present_ids<'a>(
    entries: impl Iterator<Item = (&'a String, &'a Vec<String>)> + Clone,
) -> BTreeMap<String, String> {
    let in_use: BTreeSet<&String> = entries.clone().map(|(id, _)| id).collect();
    let former = entries.flat_map(|(id, former)| former.iter().map(move |it| (it, id)));
    let former = former.filter(|(it, _)| !in_use.contains(it));
    former.map(|(it, id)| (it.clone(), id.clone())).collect()
}

fn follow<'a>(present: &BTreeMap<String, String>, named: impl Iterator<Item = &'a mut String>) {
    for id in named {
        if let Some(now) = present.get(id) {
            now.clone_into(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_may_name_others_by_former_ids() {
        let themes = "extend = true\n[[theme]]\nid = \"cloth\"\nformer_ids = [\"wool\", \"security\"]\nname = \"Cloth\"\n\n[[theme]]\nid = \"looms\"\nname = \"Looms\"\nbroader = \"wool\"\n";
        let conferences = "[[series]]\nid = \"loomcon\"\nformer_ids = [\"loomconf\"]\nname = \"LoomCon\"\n\n[[conference]]\nid = \"loomcon-2019\"\nseries = \"loomconf\"\nname = \"LoomCon 2019\"\n";
        let (registries, diagnostics) = Registries::read(|name| match name {
            "themes.toml" => Some(themes.as_bytes().to_vec()),
            "conferences.toml" => Some(conferences.as_bytes().to_vec()),
            _ => None,
        });
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let above = |id: &str| {
            let mut all = registries.themes.theme.iter();
            all.find(|it| it.id == id).and_then(|it| it.broader.as_deref())
        };
        assert_eq!(above("looms"), Some("cloth"));
        assert_eq!(above("container-isolation"), Some("cloth"), "a built-in theme as well");
        assert_eq!(registries.conferences.conference.first().unwrap().series, "loomcon");
    }
}
