//! Completes conferences with the facts that a source has and they lack. A fact that they have stays; if the source has
//! another one, the report says so.

use super::items::event::{Event, Form};
use super::items::known::{KnownConference, KnownEntries};
use super::items::reading::left_out;
use crate::ingest::{Diagnostic, name_key};
use crate::model::PartialDate;
use std::collections::BTreeMap;

/// The registry of conferences with completed entries.
#[derive(Debug, Default)]
pub(super) struct Completed {
    /// Its new text; `None` if nothing was completed.
    pub(super) text: Option<Vec<u8>>,
    /// Number of conferences that got facts.
    pub(super) n_entries: usize,
    /// Facts that differ, or that could not be added.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Gives the first event of each id the facts that it lacks and another source of the same import has.
pub(super) fn join_facts(events: &mut [Event]) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..events.len() {
        let Some((before, rest)) = events.split_at_mut_checked(at) else { continue };
        let Some(event) = rest.first_mut() else { continue };
        let known = first.get(&event.id).and_then(|place| before.get_mut(*place));
        let Some(known) = known else {
            first.insert(event.id.clone(), at);
            continue;
        };
        for (has, lacks) in [
            (&event.city, &mut known.city),
            (&event.country, &mut known.country),
            (&event.venue, &mut known.venue),
            (&event.url, &mut known.url),
            (&event.host, &mut known.host),
        ] {
            if lacks.is_empty() {
                lacks.clone_from(has);
            }
        }
        if known.stated.0.is_none() {
            known.stated = event.stated;
        }
    }
}

/// The registry of the folder, with the facts of events that it knows.
pub(super) fn completed(
    events: &[Event],
    known: &KnownEntries,
    registry: Option<&Vec<u8>>,
) -> Completed {
    let mut done = Completed::default();
    let text = registry.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let Some(mut text) = text.map(str::to_owned) else { return done };
    for event in events.iter().filter(|event| event.is_known) {
        let Some(entry) = known.listed(&event.id) else { continue };
        done.diagnostics.extend(difference(event, entry));
        let facts = lacking(event, entry);
        if facts.is_empty() {
            continue;
        }
        // Two sources may have the same fact.
        let facts: Vec<(&str, String)> =
            facts.into_iter().filter(|(key, _)| !has_key(&text, &event.id, key)).collect();
        match with_facts(&text, &event.id, &facts) {
            _ if facts.is_empty() => {}
            Some(longer) => {
                text = longer;
                done.n_entries += 1;
                done.text = Some(text.clone().into_bytes());
            }
            None => {
                let facts: Vec<String> =
                    facts.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                let message = format!("conferences.toml lacks facts of {}", event.name);
                let help = format!("add them to its entry: {}", facts.join(", "));
                done.diagnostics.push(left_out("other-facts", &event.path, message, &help));
            }
        }
    }
    done
}

/// The facts that an entry lacks, as keys and values.
fn lacking<'a>(event: &Event, entry: &KnownConference) -> Vec<(&'a str, String)> {
    let text = |text: &str| toml::Value::from(text).to_string();
    // The days of the talks that a source has may be only some of the days.
    let (start, end) = match event.stated.0 {
        Some(_) => (event.stated.0, event.stated.1.and_then(|_| event.days().1)),
        None if entry.start().is_none() => event.days(),
        None => (None, None),
    };
    let mut facts = Vec::new();
    let mut add = |key, value: Option<String>| facts.extend(value.map(|value| (key, text(&value))));
    let day = |day: Option<PartialDate>| day.map(|day| day.to_string());
    let is_rough = |known: Option<PartialDate>| known.is_none_or(|known| !is_day(known));
    if is_rough(entry.start()) && start.is_some_and(is_day) {
        add("start", day(start));
    }
    // An end belongs to its beginning.
    if is_rough(entry.end()) && (is_rough(entry.start()) || entry.start() == start) {
        add("end", day(end.filter(|end| is_day(*end))));
    }
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if entry.city.is_empty() {
        add("city", some(&event.city));
    }
    let is_there = entry.city.is_empty() || is_same(&entry.city, &event.city);
    if entry.country.is_empty() && is_there {
        add("country", some(&event.country));
    }
    if entry.venue.is_empty() && is_there {
        add("venue", some(&event.venue));
    }
    if !entry.has_links() && !event.url.is_empty() {
        facts.push(("links", format!("[{{ kind = \"site\", url = {} }}]", text(&event.url))));
    }
    facts
}

fn is_day(date: PartialDate) -> bool {
    date.first_day_number() == date.last_day_number()
}

fn is_same(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
}

/// What a source states differently.
fn difference(event: &Event, entry: &KnownConference) -> Option<Diagnostic> {
    let mut differences = Vec::new();
    let days =
        [(entry.start(), event.stated.0, "begins on"), (entry.end(), event.stated.1, "ends on")];
    for (known, stated, verb) in days {
        let (Some(known), Some(stated)) = (known, stated) else { continue };
        if is_day(known) && is_day(stated) && known != stated {
            differences.push(format!("{verb} {stated} there, and {known} here"));
        }
    }
    if !entry.city.is_empty() && !event.city.is_empty() && !is_same(&entry.city, &event.city) {
        differences.push(format!("is in {} there, and {} here", event.city, entry.city));
    }
    let message = || format!("{} {}", event.name, differences.join("; it "));
    let help = "conferences.toml stays as it is; correct it if the source is right";
    let is_told =
        !differences.is_empty() && (event.form == Form::Edition || event.stated.0.is_some());
    is_told.then(|| left_out("other-facts", &event.path, message(), help))
}

/// The lines of an entry in a registry: from behind `[[conference]]` to the next table.
fn lines_of(text: &str, id: &str) -> Option<(usize, usize)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_id = |line: &&str| {
        let value =
            line.strip_prefix("id").map(str::trim_start).and_then(|it| it.strip_prefix('='));
        let value = value.map(|value| value.split('#').next().unwrap_or_default().trim());
        value.is_some_and(|value| value.trim_matches(['"', '\'']) == id)
    };
    let is_table =
        |line: &&str| line.starts_with("[[") || line.starts_with('[') && line.ends_with(']');
    let heads = lines.iter().enumerate().filter(|(_, line)| is_table(line)).map(|(at, _)| at);
    let ends = heads.clone().skip(1).chain([lines.len()]);
    heads.zip(ends).find_map(|(head, end)| {
        let is_conference = lines.get(head)?.replace(' ', "").starts_with("[[conference]]");
        (is_conference && lines.get(head..end)?.iter().any(is_id)).then_some((head + 1, end))
    })
}

/// The place of a line with a key in an entry.
fn line_with(text: &str, (first, end): (usize, usize), key: &str) -> Option<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let found = lines.get(first..end)?.iter().position(|line| {
        let rest = line.trim().strip_prefix(key).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with('='))
    });
    found.map(|at| first + at)
}

/// Whether an entry has a key whose value is more than a year or a month.
fn has_key(text: &str, id: &str, key: &str) -> bool {
    let at = lines_of(text, id).and_then(|range| line_with(text, range, key));
    let line = at.and_then(|at| text.lines().nth(at)).unwrap_or_default();
    let value = line.split('=').nth(1).unwrap_or_default().split('#').next().unwrap_or_default();
    let date = value.trim().trim_matches(['"', '\'']).parse::<PartialDate>();
    at.is_some() && date.map_or(true, is_day)
}

/// The text with facts added to an entry. `None` if the entry is written in a way that cannot be completed.
fn with_facts(text: &str, id: &str, facts: &[(&str, String)]) -> Option<String> {
    let range = lines_of(text, id)?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let written = |line: &String| !line.trim().is_empty() && !line.trim().starts_with('#');
    let last = lines.get(range.0..range.1)?.iter().rposition(written)? + range.0;
    let mut new = Vec::new();
    for (key, value) in facts {
        let line = format!("{key} = {value}");
        match line_with(text, range, key) {
            Some(at) => *lines.get_mut(at)? = line,
            None => new.push(line),
        }
    }
    lines.splice(last + 1..=last, new);
    let longer = lines.join("\n") + "\n";
    is_right(&longer, text, id, facts).then_some(longer)
}

/// Whether a changed registry is valid, has the facts, and is the same otherwise.
fn is_right(longer: &str, text: &str, id: &str, facts: &[(&str, String)]) -> bool {
    let read = |text: &str| text.parse::<toml::Table>().ok();
    let (Some(mut longer), Some(mut text)) = (read(longer), read(text)) else { return false };
    let facts_of = |table: &mut toml::Table| -> Option<usize> {
        let entries = table.get_mut("conference")?.as_array_mut()?;
        let is_it =
            |entry: &&mut toml::Value| entry.get("id").and_then(toml::Value::as_str) == Some(id);
        let entry = entries.iter_mut().find(is_it)?.as_table_mut()?;
        Some(facts.iter().filter(|(key, _)| entry.remove(*key).is_some()).count())
    };
    let n_facts = facts_of(&mut longer);
    facts_of(&mut text);
    n_facts == Some(facts.len()) && longer == text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# mine\n[[series]]\nid = \"loom\"\nname = \"Loom\"\n\n[[conference]] # the first\n\
        id = \"loom-18\" # ours\nseries = \"loom\"\nname = \"LoomConf 2018\"\nstart = \"2018\"\naliases = [\n  \"LC\",\n]\n\n\
        # the next\n[[conference]]\nid = \"loom-19\"\nseries = \"loom\"\nname = \"LoomConf 2019\"\ncity = \"Ghent\"\n";

    fn event(id: &str) -> Event {
        Event {
            id: id.to_owned(),
            name: "LoomConf".to_owned(),
            is_known: true,
            form: Form::Edition,
            city: "Porto".to_owned(),
            country: "Portugal".to_owned(),
            venue: "The Shed".to_owned(),
            url: "https://loom.example/".to_owned(),
            stated: ("2018-05-02".parse().ok(), "2018-05-03".parse().ok()),
            ..Event::default()
        }
    }

    fn run(file: &str, events: &[Event]) -> Completed {
        let bytes = file.as_bytes().to_vec();
        let files = BTreeMap::from([("conferences.toml".to_owned(), bytes.clone())]);
        completed(events, &KnownEntries::read(&files, false).unwrap(), Some(&bytes))
    }

    #[test]
    fn an_entry_gets_what_it_lacks_and_keeps_the_rest() {
        let done = run(FILE, &[event("loom-18"), event("loom-18")]);
        assert_eq!((done.n_entries, done.diagnostics.len()), (1, 0), "{:?}", done.diagnostics);
        let text = String::from_utf8(done.text.unwrap()).unwrap();
        let expected = FILE.replace("start = \"2018\"\n", "start = \"2018-05-02\"\n").replace(
            "  \"LC\",\n]\n",
            "  \"LC\",\n]\nend = \"2018-05-03\"\ncity = \"Porto\"\ncountry = \"Portugal\"\nvenue = \"The Shed\"\n\
                links = [{ kind = \"site\", url = \"https://loom.example/\" }]\n",
        );
        assert_eq!(text, expected);
        assert!(run(&text, &[event("loom-18")]).text.is_none(), "a second import changes nothing");
    }

    #[test]
    fn what_differs_is_told_and_stays() {
        let stated = ("2019-06-01".parse().ok(), None);
        let done = run(FILE, &[Event { stated, ..event("loom-19") }]);
        let text = String::from_utf8(done.text.unwrap()).unwrap();
        assert!(text.contains("city = \"Ghent\"\nstart = \"2019-06-01\"\nlinks"), "{text}");
        assert_eq!(done.diagnostics[0].message, "LoomConf is in Porto there, and Ghent here");
    }

    #[test]
    fn an_entry_in_another_form_is_named_and_not_changed() {
        let inline = "series = [{ id = \"loom\", name = \"Loom\" }]\n\
                      conference = [{ id = \"loom-18\", series = \"loom\", name = \"LoomConf 2018\" }]\n";
        let done = run(inline, &[event("loom-18")]);
        assert!(done.text.is_none());
        assert!(done.diagnostics[0].help.contains("city = \"Porto\""), "{:?}", done.diagnostics);
    }

    #[test]
    fn two_sources_of_one_import_complete_each_other() {
        let mut events = [
            Event { name: "LoomConf 2018".to_owned(), id: "l".to_owned(), ..Event::default() },
            event("l"),
        ];
        join_facts(&mut events);
        assert_eq!(
            (events[0].city.as_str(), events[0].stated.1.unwrap().to_string().as_str()),
            ("Porto", "2018-05-03")
        );
    }
}
