//! One event. It becomes a conference in a series, with its talks.

use super::talk::Talk;
use crate::import::texts::text::{line, page, without_mail};
use crate::ingest::{letters, name_key};
use crate::model::PartialDate;
use crate::text::event_year;
use std::collections::{BTreeMap, BTreeSet};

/// The kind of data that a source has about its events.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::import) enum Form {
    /// Recordings of talks.
    Recordings,
    /// The program.
    #[default]
    Schedule,
    /// Only place and date.
    Edition,
}

/// The origin of a list of talks.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Credit {
    /// Who made the list.
    pub(in crate::import) author: String,
    /// The site that publishes it.
    pub(in crate::import) publisher: String,
    /// Its address; empty if not known.
    pub(in crate::import) url: String,
}

/// Why a schedule item is not imported as a talk.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::import) enum Reason {
    /// A break, a meal, registration or similar.
    Break,
    /// It did not take place.
    Canceled,
    /// It has no title.
    Untitled,
    /// It is a session whose talks are listed one by one.
    Session,
    /// The source lists it twice.
    Twice,
    /// It fills whole days, like an exhibition or the event itself.
    WholeDay,
    /// The calendar says that only its owner, or whom the owner chose, may see it.
    Private,
    /// It is a link that leads nowhere, because it is no full address.
    Link,
}

/// An event with its talks.
#[derive(Debug, Default)]
pub(in crate::import) struct Event {
    /// The input for its id: the name of a folder, or a name with a year.
    pub(in crate::import) key: String,
    /// The file that describes it.
    pub(in crate::import) path: String,
    /// Its id, which is unique within its form.
    pub(in crate::import) id: String,
    /// Whether the registry already has it.
    pub(in crate::import) is_known: bool,
    /// Its name.
    pub(in crate::import) name: String,
    /// Its other names.
    pub(in crate::import) aliases: Vec<String>,
    /// The id of its series: its own id without the year, unless the source states one.
    pub(in crate::import) series: String,
    /// The name of its series. Empty if not stated.
    pub(in crate::import) series_name: String,
    /// The source's description of it.
    pub(in crate::import) text: String,
    /// Its website. Empty if not stated.
    pub(in crate::import) url: String,
    /// The host of its schedule. Empty if not stated.
    pub(in crate::import) host: String,
    /// Its city, or `Online`. Empty if not stated.
    pub(in crate::import) city: String,
    /// Its country. Empty if not stated.
    pub(in crate::import) country: String,
    /// The building. Empty if not stated.
    pub(in crate::import) venue: String,
    /// First and last day as the source states them.
    pub(in crate::import) stated: (Option<PartialDate>, Option<PartialDate>),
    /// It did not take place.
    pub(in crate::import) is_canceled: bool,
    /// The kind of data that the source has about it.
    pub(in crate::import) form: Form,
    /// The origin of its list of talks.
    pub(in crate::import) credit: Credit,
    /// Its talks, each with a different title.
    pub(in crate::import) talks: Vec<Talk>,
    /// Items that are not talks: names with their counts.
    pub(in crate::import) left_out: BTreeMap<Reason, BTreeMap<String, usize>>,
    /// Titles and names that its talks use.
    pub(in crate::import) taken: Taken,
}

/// Titles and names that no other talk of an event may use.
#[derive(Debug, Default)]
pub(in crate::import) struct Taken {
    titles: BTreeSet<String>,
    uids: BTreeSet<String>,
}

/// Stands for the names of items that have none, or whose name must not be told. A list of names leaves it out.
pub(in crate::import) const UNTITLED: &str = "";

impl Event {
    /// Records that an item is not a talk.
    pub(in crate::import) fn leave_out(&mut self, reason: Reason, name: &str) {
        let name = line(&without_mail(name));
        let name = if name.is_empty() { UNTITLED.to_owned() } else { name };
        *self.left_out.entry(reason).or_default().entry(name).or_default() += 1;
    }

    /// Adds a talk. A repeated title gets a number, because titles identify the talks of a conference. Returns a
    /// message about that.
    pub(super) fn add(&mut self, talk: Talk) -> Option<String> {
        let mut links: Vec<&str> = talk.videos.iter().map(String::as_str).collect();
        links.extend(talk.links.iter().map(|(_, url)| url.as_str()));
        for link in links.into_iter().filter(|url| is_no_address(url)) {
            self.leave_out(Reason::Link, link);
        }
        let talk = talk.tidied();
        if name_key(&talk.title).is_empty() {
            self.leave_out(Reason::Untitled, UNTITLED);
            return None;
        }
        if is_open(&talk.title) {
            let speakers = talk.speakers.join(", ");
            let by = if speakers.is_empty() { speakers } else { format!(" ({speakers})") };
            self.leave_out(Reason::Untitled, &(talk.title + &by));
            return None;
        }
        // Programs that give two talks one id are wrong about the id, not about the talks.
        let is_known = self.taken.titles.contains(&name_key(&talk.title));
        if !talk.uid.is_empty() && !self.taken.uids.insert(talk.uid.clone()) && is_known {
            self.leave_out(Reason::Twice, &talk.title);
            return None;
        }
        let numbered = (2u32..).map(|number| format!("{} ({number})", talk.title));
        let free = std::iter::once(talk.title.clone())
            .chain(numbered)
            .find(|title| !self.taken.titles.contains(&name_key(title)))?;
        self.taken.titles.insert(name_key(&free));
        let message = (free != talk.title).then(|| {
            format!("\"{}\" is the title of another talk; this one is \"{free}\"", talk.title)
        });
        self.talks.push(Talk { title: free, ..talk });
        message
    }

    /// Adds the talks from another file about the same event. Returns the messages of [`Event::add`].
    pub(super) fn merge(&mut self, other: Self) -> Vec<String> {
        for (reason, names) in other.left_out {
            for (name, count) in names {
                *self.left_out.entry(reason).or_default().entry(name).or_default() += count;
            }
        }
        let ends = [self.stated.0, self.stated.1, other.stated.0, other.stated.1];
        let ends = ends.into_iter().flatten();
        self.stated = (ends.clone().min(), ends.max());
        other.talks.into_iter().filter_map(|talk| self.add(talk)).collect()
    }

    /// First and last day: as stated, otherwise from the talks. If the year of a recording differs from the year in the
    /// name, its date is the upload date and is ignored.
    pub(in crate::import) fn days(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        let named = years(&self.key).or_else(|| years(&self.name));
        let is_of_event = |day: &PartialDate| {
            named.is_none_or(|(first, last)| (first..=last).contains(&day.year()))
        };
        let days = || self.talks.iter().filter_map(|talk| talk.day).filter(is_of_event);
        let year = || named.and_then(|(first, _)| PartialDate::from_year(first).ok());
        let start = self.stated.0.or_else(|| days().min()).or_else(year);
        let end = self.stated.1.or_else(|| days().max());
        let is_in_order = |end: &PartialDate| {
            start.is_none_or(|start| start.first_day_number() <= end.last_day_number())
        };
        (start, end.filter(is_in_order))
    }

    /// Removes personal data from its texts, and puts names on one line.
    pub(in crate::import) fn tidy(&mut self) {
        let texts = [
            &mut self.name,
            &mut self.series_name,
            &mut self.city,
            &mut self.country,
            &mut self.venue,
        ];
        for text in texts.into_iter().chain(&mut self.aliases) {
            *text = line(&without_mail(text));
        }
        self.aliases.retain(|alias| !name_key(alias).is_empty() && *alias != self.name);
        self.text = without_mail(self.text.trim());
        if is_no_address(&self.url) {
            let url = std::mem::take(&mut self.url);
            self.leave_out(Reason::Link, &url);
        }
        self.url = page(&self.url).unwrap_or_default();
        self.credit.url = page(&self.credit.url).unwrap_or_default();
    }
}

/// Whether a title stands for one that is not known yet: "TBA", "Keynote: to be announced".
fn is_open(title: &str) -> bool {
    const OPEN: &[&str] = &[
        "tba",
        "tbc",
        "tbd",
        "titletba",
        "tobeannounced",
        "tobeconfirmed",
        "tobedecided",
        "tobedefined",
        "tobedetermined",
        "wirdnochbekanntgegeben",
    ];
    let rest = title.split_once(": ").filter(|(kind, _)| !kind.contains(' '));
    let rest = rest.map_or(title, |(_, rest)| rest);
    OPEN.contains(&letters(rest).as_str())
}

/// A name with the year of a day added, unless it already contains a year.
pub(in crate::import) fn with_year(name: &str, day: Option<PartialDate>) -> String {
    match day.filter(|_| years(name).is_none()) {
        Some(day) => format!("{name} {}", day.year()),
        None => name.to_owned(),
    }
}

/// Whether a link is left out because it is no full address: `loom.example`, `/slides.pdf`. Email addresses are left
/// out as well, but because they are private.
fn is_no_address(url: &str) -> bool {
    let url = url.trim();
    !url.is_empty() && page(url).is_none() && !url.contains('@')
}

/// The name of each series by its id: the most frequent name of its events, without the year.
pub(in crate::import) fn series_names(events: &[Event]) -> BTreeMap<&str, String> {
    let mut names: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for event in events.iter().filter(|event| !event.is_known) {
        if !event.series_name.is_empty() {
            let stated = names.entry(&event.series).or_default();
            *stated.entry(event.series_name.clone()).or_default() += events.len();
        }
        let words = event
            .name
            .split(' ')
            .filter(|word| event_year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_none());
        let name = words.collect::<Vec<_>>().join(" ");
        let name = if name_key(&name).is_empty() { event.name.clone() } else { name };
        *names.entry(&event.series).or_default().entry(name).or_default() += 1;
    }
    let most = |names: BTreeMap<String, usize>| {
        // The first of several equally frequent names.
        let most =
            names.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(name.clone())));
        most.map(|(name, _)| name).unwrap_or_default()
    };
    names.into_iter().map(|(id, names)| (id, most(names))).collect()
}

/// The first and the last year in a name.
fn years(name: &str) -> Option<(u16, u16)> {
    let years = name.split(|c: char| !c.is_ascii_digit()).filter_map(event_year);
    let years: Vec<u16> = years.collect();
    Some((years.iter().min().copied()?, years.iter().max().copied()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(folder: &str, name: &str, days: &[&str]) -> Event {
        let talk = |day: &&str| Talk {
            title: (*day).to_owned(),
            day: day.parse().ok(),
            ..Talk::default()
        };
        let mut event = Event { key: folder.to_owned(), name: name.to_owned(), ..Event::default() };
        days.iter().map(talk).for_each(|talk| assert_eq!(event.add(talk), None));
        event
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
        stated.stated.0 = "2018-05-04".parse().ok();
        assert_eq!(days(&stated), ["2018-05-04", ""]);
    }

    #[test]
    fn a_title_that_is_taken_gets_a_number() {
        let mut event = Event::default();
        let talk = || Talk { title: "Keynote".to_owned(), ..Talk::default() };
        assert_eq!(
            [event.add(talk()), event.add(talk())].map(|told| told.is_some()),
            [false, true]
        );
        assert_eq!(event.talks[1].title, "Keynote (2)");
    }
}
