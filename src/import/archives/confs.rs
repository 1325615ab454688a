//! Lists of conferences in the layout of confs.tech: `YEAR/TOPIC.json`.

use crate::import::items::event::{Event, Form, with_year};
use crate::import::items::reading::Reading;
use crate::import::items::talk::day;
use crate::import::texts::text::{line, text};
use crate::ingest::{letters, name_key};
use serde_json::Value;
use std::collections::BTreeMap;

/// Conferences by name and first day, those of different cities apart. A conference with several topics is in several
/// lists.
#[derive(Debug, Default)]
pub(in crate::import) struct Lists {
    events: BTreeMap<(String, String), Vec<Event>>,
    n_repeated: usize,
}

impl Lists {
    /// Reads a list.
    pub(in crate::import) fn read(&mut self, path: &str, value: &Value, reading: &mut Reading) {
        let mut nameless: BTreeMap<String, usize> = BTreeMap::new();
        for entry in value.as_array().into_iter().flatten() {
            let of = |key: &str| line(&text(entry, key));
            let (name, start) = (of("name"), day(&of("startDate")));
            let Some(start) = start.filter(|_| !letters(&name).is_empty()) else {
                *nameless.entry(name).or_default() += 1;
                continue;
            };
            let is_online = entry.get("online").and_then(Value::as_bool).unwrap_or_default();
            let city = of("city");
            let event = Event {
                key: with_year(&name, Some(start)),
                path: path.to_owned(),
                form: Form::Edition,
                city: if city.is_empty() && is_online { "Online".to_owned() } else { city },
                country: of("country"),
                url: of("url"),
                stated: (Some(start), day(&of("endDate"))),
                name: name.clone(),
                ..Event::default()
            };
            let known = self.events.entry((name_key(&name), start.to_string())).or_default();
            if known.iter().any(|known| may_be_one(known, &event)) {
                self.n_repeated += 1;
            } else {
                known.push(event);
            }
        }
        let help = "add them to the list, and import it again";
        reading.leave_out(
            "no-date",
            path,
            ["conference has no name or no first day", "conferences have no name or no first day"],
            &nameless,
            help,
        );
    }

    /// Passes on the conferences. Returns the number of duplicate entries.
    pub(in crate::import) fn finish(self, reading: &mut Reading) -> usize {
        reading.events.extend(self.events.into_values().flatten());
        self.n_repeated
    }
}

/// Whether two conferences of one name and day may be the same: they are not in different cities.
fn may_be_one(one: &Event, other: &Event) -> bool {
    let (one, other) = (letters(&one.city), letters(&other.city));
    one.is_empty() || other.is_empty() || one == other
}

/// Whether a value is such a list.
pub(in crate::import) fn is_list(value: &Value) -> bool {
    value.as_array().is_some_and(|entries| {
        entries.iter().any(|entry| entry.get("name").is_some() && entry.get("startDate").is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn conferences_of_one_name_in_two_cities_are_two() {
        let at = |city: &str| json!({"name": "LoomFest", "startDate": "2018-11-24", "city": city});
        let (mut lists, mut reading) = (Lists::default(), Reading::default());
        lists.read(
            "2018/looms.json",
            &json!([at("Ghent"), at("Porto"), at("ghent")]),
            &mut reading,
        );
        assert_eq!(lists.finish(&mut reading), 1);
        let cities: Vec<&str> = reading.events.iter().map(|event| event.city.as_str()).collect();
        assert_eq!(cities, ["Ghent", "Porto"]);
    }

    #[test]
    fn a_conference_of_two_topics_comes_once() {
        let list = json!([
            {"name": "LoomConf", "url": "https://loom.example", "startDate": "2018-05-02", "endDate": "2018-05-03",
             "city": "Ghent", "country": "Belgium", "twitter": "@loom"},
            {"name": "NetConf", "startDate": "2020-05-02", "online": true},
            {"name": "Someday", "startDate": "soon"},
        ]);
        assert!(is_list(&list));
        let (mut lists, mut reading) = (Lists::default(), Reading::default());
        lists.read("2018/cloth.json", &list, &mut reading);
        lists.read("2018/looms.json", &list, &mut reading);
        assert_eq!(lists.finish(&mut reading), 2);
        let places: Vec<(&str, &str)> =
            reading.events.iter().map(|event| (event.key.as_str(), event.city.as_str())).collect();
        assert_eq!(places, [("LoomConf 2018", "Ghent"), ("NetConf 2020", "Online")]);
        assert!(reading.diagnostics[0].message.contains("Someday"));
    }
}
