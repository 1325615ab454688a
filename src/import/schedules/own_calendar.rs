//! Tells the calendar of a person from the program of an event. Its items are private, so none may become a talk.

use super::ics::CalendarItem;
use crate::import::texts::text::without_mail;
use crate::ingest::{letters, person_odds};

/// Names that programs give to the calendar of a person, as letters.
const OWN_NAMES: &[&str] = &[
    "agenda",
    "arbeit",
    "calendar",
    "calendario",
    "calendrier",
    "family",
    "familie",
    "home",
    "kalender",
    "meinkalender",
    "mycalendar",
    "outlook",
    "personal",
    "privat",
    "private",
    "termine",
    "travail",
    "work",
];

/// Whole titles of items that are nobody's talk, as letters.
const LIFE: &[&str] = &[
    "arzt",
    "beschäftigt",
    "busy",
    "dailystandup",
    "dentist",
    "doctor",
    "friseur",
    "gym",
    "haircut",
    "occupé",
    "ocupado",
    "ooo",
    "outofoffice",
    "physio",
    "standup",
    "therapy",
    "urlaub",
    "vacation",
    "zahnarzt",
];

/// Odds from which the name of a calendar is surely that of a person, and not that of an event.
const SURE: f32 = 3.0;

/// Days within which an event takes place.
const LONGEST: i32 = 31;

/// Why a calendar with that name seems to be somebody's own, in words. `is_list` says that its items fill whole days,
/// which may lie far apart in a list of conferences, too.
pub(super) fn why_own(name: &str, items: &[CalendarItem<'_>], is_list: bool) -> Option<String> {
    if is_of_person(name) {
        return Some(format!("its name is that of a person, \"{}\"", without_mail(name)));
    }
    let life: Vec<&str> =
        items.iter().map(|item| item.summary.as_str()).filter(|title| is_of_life(title)).collect();
    let is_own_name = OWN_NAMES.contains(&letters(name).as_str());
    let is_wide = !is_list && is_wide(items);
    let is_shown = life.len() >= 2 && life.len() * 4 >= items.len();
    if let Some(first) = life.first()
        && (is_shown || is_own_name || is_wide)
    {
        return Some(format!("it has items such as \"{first}\""));
    }
    (is_own_name && is_wide).then(|| {
        format!("it is called \"{name}\", and its items lie more than {LONGEST} days apart")
    })
}

/// Whether a name is an email address or seems to be that of a person. A few events have such names, but not with their
/// year.
fn is_of_person(name: &str) -> bool {
    const EVENTS: &[&str] =
        &["camp", "con", "conf", "day", "days", "expo", "fest", "jam", "kaigi", "summit", "tag"];
    let n_words = name.split_whitespace().count();
    // "USENIX LISA" and "RubyConf Kenya".
    let is_of_event = name.split_whitespace().any(|word| {
        let is_loud = letters(word).len() > 2 && word == word.to_uppercase();
        is_loud || EVENTS.iter().any(|end| letters(word).ends_with(end))
    });
    without_mail(name) != name
        || (2..=4).contains(&n_words) && !is_of_event && person_odds(name) > SURE
}

fn is_of_life(title: &str) -> bool {
    let all = letters(title);
    // "1:1 Ada / Bo", and not "1:1 mentoring".
    let is_between = |rest: &str| {
        rest.trim().is_empty()
            || [" / ", " & ", "<>", " with ", " mit "].iter().any(|it| rest.contains(it))
    };
    LIFE.contains(&all.as_str())
        || all.ends_with("birthday")
        || all.ends_with("geburtstag")
        || all.starts_with("urlaub")
        || title.strip_prefix("1:1").is_some_and(is_between)
}

fn is_wide(items: &[CalendarItem<'_>]) -> bool {
    let timed = items.iter().filter(|item| !item.is_whole_day);
    let days = timed.filter_map(|item| Some(item.day?.first_day_number()));
    let (first, last) = (days.clone().min(), days.max());
    first.zip(last).is_some_and(|(first, last)| last - first > LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_events_are_called_like_a_person_and_none_with_its_year() {
        let lists = include_str!("../../bundle/editions/series_names.txt").lines();
        let lists = lists.filter(|line| !line.starts_with('#')).flat_map(|line| line.split('|'));
        let names = lists.map(|name| name.split('=').next_back().unwrap_or_default());
        let names = names.map(|name| name.trim().trim_start_matches(['@', '~']));
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        let alike: Vec<&str> = names.iter().copied().filter(|name| is_of_person(name)).collect();
        assert!(alike.len() * 100 < names.len(), "{alike:?}");
        for name in alike {
            assert!(!is_of_person(&format!("{name} 2018")), "{name}");
        }
        for name in ["Mary Jones", "Peter van Loom", "Ada Weaver", "ada@loom.example"] {
            assert!(is_of_person(name), "{name}: {}", person_odds(name));
        }
    }

    #[test]
    fn a_talk_may_be_about_life() {
        for title in ["Dentist", "1:1 Ada / Bo", "1:1", "Ada's birthday", "Urlaub mit Bo"] {
            assert!(is_of_life(title), "{title}");
        }
        for title in ["The birthday paradox", "1:1 mentoring", "Busy waiting", "A dentist's looms"]
        {
            assert!(!is_of_life(title), "{title}");
        }
    }
}
