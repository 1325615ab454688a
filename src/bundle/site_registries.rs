//! The registries that a site publishes for the page that checks a recap in the browser.

use super::files::Folder;
use super::registry::{ConferenceEntry, Conferences, FILES, Registries, SeriesEntry};
use crate::model::{Catalog, Conference};
use std::collections::{BTreeMap, BTreeSet};

/// The registries by file name, without comments, if the site has the page that checks a recap.
///
/// Built-in registries are left out, because every copy of Hallway has them. The registry of conferences is always
/// included, with the conferences that the recaps of the site added.
pub(super) fn site_registries(
    registries: &Registries,
    catalog: &Catalog,
    folder: &Folder,
) -> Option<BTreeMap<String, String>> {
    if !registries.settings.check_page {
        return None;
    }
    let [conferences, themes, people, _] = FILES;
    let texts = [
        (conferences, toml::to_string(&known_conferences(registries, catalog))),
        (themes, toml::to_string(&registries.themes)),
        (people, toml::to_string(&registries.people)),
    ];
    let is_own = |name: &str| folder.registries.contains_key(name);
    let wanted = texts.into_iter().filter(|(name, _)| *name == conferences || is_own(name));
    Some(wanted.filter_map(|(name, text)| Some((name.to_owned(), text.ok()?))).collect())
}

/// The conferences of the registry, followed by those that recaps added.
fn known_conferences(registries: &Registries, catalog: &Catalog) -> Conferences {
    let Conferences { mut series, mut conference } = registries.conferences.clone();
    let listed: BTreeSet<String> = conference.iter().map(|it| it.id.clone()).collect();
    let derived = catalog.conferences.iter().filter(|it| !listed.contains(it.id.as_str()));
    conference.extend(derived.map(entry));
    let listed: BTreeSet<String> = series.iter().map(|it| it.id.clone()).collect();
    let others = catalog.series.iter().filter(|it| !listed.contains(it.id.as_str()));
    series.extend(others.map(|it| SeriesEntry {
        id: it.id.0.clone(),
        name: it.name.clone(),
        ..SeriesEntry::default()
    }));
    Conferences { series, conference }
}

fn entry(conference: &Conference) -> ConferenceEntry {
    ConferenceEntry {
        id: conference.id.0.clone(),
        series: conference.series.0.clone(),
        name: conference.name.clone(),
        short_name: conference.short_name.clone(),
        start: conference.start,
        end: conference.end,
        city: conference.city.clone(),
        country: conference.country.clone(),
        venue: conference.venue.clone(),
        ..ConferenceEntry::default()
    }
}
