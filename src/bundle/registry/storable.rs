//! Replaces ids that cannot be file names on Windows.

use super::read::Registries;
use crate::text::any_script::storable;

impl Registries {
    /// Changes such ids wherever a registry names them.
    pub(super) fn make_storable(&mut self) {
        let conferences = &mut self.conferences;
        let series = conferences.series.iter_mut();
        let series = series.flat_map(|it| [&mut it.id].into_iter().chain(&mut it.former_ids));
        let mut ids: Vec<&mut String> = series.collect();
        for it in &mut conferences.conference {
            ids.extend([&mut it.id, &mut it.series].into_iter().chain(&mut it.former_ids));
        }
        for it in &mut self.themes.theme {
            ids.extend([&mut it.id].into_iter().chain(&mut it.broader).chain(&mut it.former_ids));
        }
        for it in self.people.person.iter_mut().chain(&mut self.people.organization) {
            ids.extend([&mut it.id].into_iter().chain(&mut it.former_ids));
        }
        for id in ids {
            *id = storable(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_windows_cannot_store_is_avoided_and_named() {
        let themes = "[[theme]]\nid = \"con\"\nname = \"Con\"\n\n[[theme]]\nid = \"looms\"\nname = \"Looms\"\nbroader = \"con\"\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "themes.toml").then(|| themes.as_bytes().to_vec()));
        let found: Vec<_> =
            diagnostics.iter().map(|it| (it.severity.word(), it.code, it.line)).collect();
        assert_eq!(found, [("warning", "id", 2)]);
        let [con, looms] = registries.themes.theme.as_slice() else { panic!("two themes") };
        assert_eq!((con.id.as_str(), looms.broader.as_deref()), ("con-1", Some("con-1")));
    }
}
