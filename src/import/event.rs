//! One event: a folder of the archive, which becomes a conference of a series.

use super::video::{Video, line, text};
use crate::ingest::{letters, linkable};
use crate::model::{self, PartialDate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An event with its recordings.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// The name of its folder.
    pub(super) folder: String,
    /// Its id; no other event has it.
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
    /// The id of its series: its folder without the year.
    pub(super) series: String,
    /// What the archive says of it.
    pub(super) text: String,
    /// Its website. Empty when not said.
    pub(super) url: String,
    /// First and last day as the archive states them.
    stated: (Option<PartialDate>, Option<PartialDate>),
    /// Its recordings; no two have one title.
    pub(super) videos: Vec<Video>,
    titles: BTreeSet<String>,
}

impl Event {
    pub(super) fn new(folder: &str) -> Self {
        Self { folder: folder.to_owned(), name: folder.to_owned(), ..Self::default() }
    }

    /// Takes over a `category.json`, or says why it cannot be read.
    pub(super) fn describe(&mut self, bytes: &[u8]) -> Result<(), String> {
        let value: Value =
            serde_json::from_slice(bytes).map_err(|error| format!("it is no JSON: {error}"))?;
        let name = line(text(&value, "title"));
        if !letters(&name).is_empty() {
            self.name = name;
        }
        text(&value, "description").trim().clone_into(&mut self.text);
        self.url = linkable(text(&value, "url")).unwrap_or_default();
        let day = |key: &str| text(&value, key).parse().ok();
        self.stated = (day("start_date"), day("end_date"));
        Ok(())
    }

    /// Takes over a recording. What has the title of another one gets a number behind it, since titles
    /// tell the talks of a conference apart; then it says so.
    pub(super) fn add(&mut self, video: Video) -> Option<String> {
        let numbered = (2u32..).map(|number| format!("{} ({number})", video.title));
        let free = std::iter::once(video.title.clone())
            .chain(numbered)
            .find(|title| !self.titles.contains(&letters(title)))?;
        self.titles.insert(letters(&free));
        let message = (free != video.title).then(|| {
            format!("\"{}\" is the title of another recording; this one is \"{free}\"", video.title)
        });
        self.videos.push(Video { title: free, ..video });
        message
    }

    /// First and last day: as stated, or else those of the recordings. A recording of another year than
    /// the one in the name says when it was put up, not when the event was.
    pub(super) fn days(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        let named = years(&self.folder).or_else(|| years(&self.name));
        let is_of_event = |day: &PartialDate| {
            named.is_none_or(|(first, last)| (first..=last).contains(&day.year()))
        };
        let days = || self.videos.iter().filter_map(|video| video.day).filter(is_of_event);
        let year = || named.and_then(|(first, _)| PartialDate::from_year(first).ok());
        let start = self.stated.0.or_else(|| days().min()).or_else(year);
        let end = self.stated.1.or_else(|| days().max());
        let is_in_order = |end: &PartialDate| {
            start.is_none_or(|start| start.first_day_number() <= end.last_day_number())
        };
        (start, end.filter(is_in_order))
    }
}

/// Gives every event its id and its series.
pub(super) fn name_all(events: &mut [Event]) {
    let mut taken = BTreeSet::new();
    for event in events {
        let slug = id_of(&event.folder);
        let numbered = (2u32..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered).find(|id| !taken.contains(id));
        event.id = free.unwrap_or_default();
        taken.insert(event.id.clone());
        event.series = without_years(&event.id);
    }
}

/// The name of each series by its id: what most names of its events are without the year.
pub(super) fn series_names(events: &[Event]) -> BTreeMap<&str, String> {
    let mut names: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for event in events {
        let words = event
            .name
            .split(' ')
            .filter(|word| year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_none());
        let name = words.collect::<Vec<_>>().join(" ");
        let name = if letters(&name).is_empty() { event.name.clone() } else { name };
        *names.entry(&event.series).or_default().entry(name).or_default() += 1;
    }
    let most = |names: BTreeMap<String, usize>| {
        // The first of those that are equally many.
        let most =
            names.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(name.clone())));
        most.map(|(name, _)| name).unwrap_or_default()
    };
    names.into_iter().map(|(id, names)| (id, most(names))).collect()
}

fn id_of(text: &str) -> String {
    let slug = model::slug(&deunicode::deunicode(text));
    if slug.is_empty() { "event".to_owned() } else { slug }
}

/// An id without the years in it; whole if nothing else is there.
fn without_years(id: &str) -> String {
    let parts = id.split('-').map(|part| {
        let head = part.len().checked_sub(4).filter(|at| part.get(*at..).and_then(year).is_some());
        head.and_then(|at| part.get(..at))
            .filter(|head| !head.ends_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(part)
    });
    let rest: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if rest.is_empty() { id.to_owned() } else { rest.join("-") }
}

/// The first and the last year that a name holds.
fn years(name: &str) -> Option<(u16, u16)> {
    let years = name.split(|c: char| !c.is_ascii_digit()).filter_map(year);
    let years: Vec<u16> = years.collect();
    Some((years.iter().min().copied()?, years.iter().max().copied()?))
}

fn year(word: &str) -> Option<u16> {
    let is_plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_plain && (1980..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(folder: &str, name: &str, days: &[&str]) -> Event {
        let video = |day: &&str| Video {
            title: (*day).to_owned(),
            day: day.parse().ok(),
            ..Video::default()
        };
        let mut event = Event::new(folder);
        name.clone_into(&mut event.name);
        days.iter().map(video).for_each(|video| assert_eq!(event.add(video), None));
        event
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
            event("loom-2017", "LoomConf 2017", &[]),
            event("loom-2018", "LoomConf (2018)", &[]),
            event("loom-2019", "Loom 2019", &[]),
            event("Loom_2019", "", &[]),
        ];
        name_all(&mut events);
        assert_eq!(
            events.each_ref().map(|event| event.id.as_str()),
            ["loom-2017", "loom-2018", "loom-2019", "loom-2019-2"]
        );
        assert_eq!(series_names(&events[..3]), BTreeMap::from([("loom", "LoomConf".to_owned())]));
    }

    #[test]
    fn days_are_stated_or_those_of_the_recordings_of_its_year() {
        let days = |event: &Event| {
            let (start, end) = event.days();
            [start, end].map(|day| day.map(|day| day.to_string()).unwrap_or_default())
        };
        let uploaded = event("loom-2018", "", &["2018-05-03", "2018-05-02", "2019-01-01"]);
        assert_eq!(days(&uploaded), ["2018-05-02", "2018-05-03"]);
        assert_eq!(days(&event("loom-2018", "", &["2019-01-01"])), ["2018", ""]);
        assert_eq!(
            days(&event("loom", "", &["2019-01-01", "2016-02-02"])),
            ["2016-02-02", "2019-01-01"]
        );
        let mut stated = event("loom-2018", "", &["2018-05-03"]);
        stated.describe(br#"{"title": "", "start_date": "2018-05-04"}"#).unwrap();
        assert_eq!(days(&stated), ["2018-05-04", ""]);
    }

    #[test]
    fn a_title_that_is_taken_gets_a_number() {
        let mut event = Event::new("loom");
        let video = || Video { title: "Keynote".to_owned(), ..Video::default() };
        assert_eq!(
            [event.add(video()), event.add(video())].map(|told| told.is_some()),
            [false, true]
        );
        assert_eq!(event.videos[1].title, "Keynote (2)");
    }
}
