//! Gives events their ids and their series.

use super::event::{Event, Form};
use super::known::KnownEntries;
use super::series::joined;
use crate::model::PartialDate;
use crate::text::any_script::slug;
use crate::text::event_year;
use std::collections::BTreeSet;

/// Gives every event its id and its series. An event that is in the registry keeps its id. One whose name is that of a
/// known series becomes an edition of that series.
pub(in crate::import) fn name_all(events: &mut [Event], known: &KnownEntries) {
    let mut taken: BTreeSet<(Form, String)> = BTreeSet::new();
    for event in events {
        let own = id_of(&event.key);
        let year = event.days().0.map(PartialDate::year);
        let joined = joined(event, known);
        let by_scheme = joined.as_ref().map(|it| it.id.as_str()).filter(|id| !id.is_empty());
        let names = event.aliases.iter().chain([&event.name]).map(String::as_str);
        let listed = known.conferences_called(&own, names.chain(by_scheme), year);
        let listed = listed.into_iter().find(|it| !taken.contains(&(event.form, it.id.clone())));
        if let Some(listed) = listed {
            event.is_known = !listed.is_built_in;
            listed.id.clone_into(&mut event.id);
            listed.series.clone_into(&mut event.series);
        } else {
            let numbered = (2u32..).map(|number| format!("{own}-{number}"));
            let city = id_of(&event.city);
            let in_city = (!event.city.is_empty()).then(|| format!("{own}-{city}"));
            let by_scheme = by_scheme.map(str::to_owned).into_iter();
            let mut free = by_scheme.chain([own.clone()]).chain(in_city).chain(numbered);
            let free = free
                .find(|id| !known.has_conference(id) && !taken.contains(&(event.form, id.clone())));
            event.id = free.unwrap_or_default();
            let stated = slug(&event.series);
            event.series = match joined {
                Some(joined) => joined.series,
                None if stated.is_empty() => without_years(&own),
                None => stated,
            };
        }
        taken.insert((event.form, event.id.clone()));
    }
}

fn id_of(text: &str) -> String {
    let slug = slug(text);
    if slug.is_empty() { "event".to_owned() } else { slug }
}

/// An id without its years; unchanged if nothing else would be left.
fn without_years(id: &str) -> String {
    let parts = id.split('-').map(|part| {
        let head =
            part.len().checked_sub(4).filter(|at| part.get(*at..).and_then(event_year).is_some());
        head.and_then(|at| part.get(..at))
            .filter(|head| !head.ends_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(part)
    });
    let rest: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if rest.is_empty() { id.to_owned() } else { rest.join("-") }
}

#[cfg(test)]
mod tests {
    use super::super::event::series_names;
    use super::*;
    use std::collections::BTreeMap;

    fn event(folder: &str, name: &str) -> Event {
        Event { key: folder.to_owned(), name: name.to_owned(), ..Event::default() }
    }

    #[test]
    fn a_series_is_the_folder_without_its_year() {
        for (id, series) in [
            ("loom-conf-2018", "loom-conf"),
            ("2018-loom", "loom"),
            ("loom2015", "loom"),
            ("loom-12015", "loom-12015"),
            ("loom", "loom"),
            ("2018", "2018"),
        ] {
            assert_eq!(without_years(id), series);
        }
        let mut events = [
            event("loom-2017", "LoomConf 2017"),
            event("loom-2018", "LoomConf (2018)"),
            event("loom-2019", "Loom 2019"),
            event("Loom_2019", ""),
        ];
        name_all(&mut events, &KnownEntries::default());
        assert_eq!(
            events.each_ref().map(|event| event.id.as_str()),
            ["loom-2017", "loom-2018", "loom-2019", "loom-2019-2"]
        );
        assert_eq!(series_names(&events[..3]), BTreeMap::from([("loom", "LoomConf".to_owned())]));
    }
}
