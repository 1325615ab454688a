//! Decides which tags become themes, and which ones are kinds of talks.

use super::event::Event;
use super::known::KnownEntries;
use crate::ingest::{is_room_word, letters, name_key, spelled_signs};
use crate::model::TalkKind;
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// A tag becomes a theme if at least this many talks have it. In a real archive, two of three tags are on a single
/// talk, but a theme must connect talks.
const LEAST_TALKS: usize = 10;

/// A track becomes a theme if at least this many talks are in it: the organizers chose it.
const LEAST_TALKS_OF_TRACK: usize = 3;

/// A tag becomes a theme if at least this many series have it. A tag of one or two events is a name, a room or a
/// hashtag. In an archive of fewer series, as many editions must have it.
const LEAST_SERIES: usize = 3;

/// The tags that are themes.
#[derive(Debug, Default)]
pub(in crate::import) struct TagThemes {
    /// The ids by letters.
    ids: BTreeMap<String, String>,
    /// Themes that are not in the registry, by id.
    new: BTreeMap<String, NewTheme>,
}

/// A theme that is not in the registry.
#[derive(Debug, Eq, PartialEq)]
pub(in crate::import) struct NewTheme {
    /// Its name.
    pub(in crate::import) name: String,
    /// Its name is a single word used by a track, such as "Go" or "Community". Texts also use such words for other
    /// things.
    pub(in crate::import) is_everyday: bool,
}

/// The talks and series that use a tag.
#[derive(Default)]
struct Use<'a> {
    n_talks: usize,
    /// Number of talks in a track with that name.
    n_in_track: usize,
    /// The series that use it, or the editions in an archive of few series.
    groups: BTreeSet<&'a str>,
    spellings: BTreeMap<&'a str, usize>,
}

impl TagThemes {
    /// Counts the tags and tracks of all talks. Spellings that differ only in case or punctuation are one tag; the most
    /// frequent spelling wins. A tag that the registry knows is that theme, however rare it is.
    pub(in crate::import) fn of(events: &[Event], known: &KnownEntries) -> Self {
        let all_series: BTreeSet<&str> = events.iter().map(|event| event.series.as_str()).collect();
        let is_of_many_series = all_series.len() >= LEAST_SERIES;
        let names: BTreeSet<String> = events
            .iter()
            .flat_map(|event| [&event.series, &event.id, &event.name].map(|name| name_key(name)))
            .collect();
        let speakers = events.iter().flat_map(|event| &event.talks).flat_map(|talk| &talk.speakers);
        let speakers: BTreeSet<String> =
            speakers.map(|name| name_key(without_brackets(name))).collect();
        let mut themes = Self::default();
        for (tag, used) in uses(events, is_of_many_series) {
            let mut spellings = used.spellings.keys().copied();
            if let Some(id) = spellings.find_map(|spelling| known.theme(spelling)) {
                themes.ids.insert(tag, id.to_owned());
                continue;
            }
            let is_often = used.n_in_track >= LEAST_TALKS_OF_TRACK
                || used.n_talks >= LEAST_TALKS && used.groups.len() >= LEAST_SERIES;
            let is_other = is_event(&tag, &names)
                || kind_of(&tag).is_some()
                || is_place(&tag)
                || used.spellings.keys().any(|name| is_room_or_audience(name))
                || speakers.contains(&tag)
                || known.is_no_theme(&tag);
            let most = used
                .spellings
                .into_iter()
                .max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)));
            let Some((name, _)) = most.filter(|_| is_often && !is_other) else { continue };
            let id = slug(&spelled_signs(name));
            if !id.is_empty() && !known.has_theme(&id) && !themes.new.contains_key(&id) {
                let is_everyday = used.n_in_track > 0 && !name.contains(' ');
                themes.new.insert(id.clone(), NewTheme { name: name.to_owned(), is_everyday });
                themes.ids.insert(tag, id);
            }
        }
        themes
    }

    /// Themes that are not in the registry, by id.
    pub(in crate::import) fn unlisted(&self) -> &BTreeMap<String, NewTheme> {
        &self.new
    }

    /// The ids of the themes among some tags.
    pub(in crate::import) fn among<'a>(
        &self,
        tags: impl Iterator<Item = &'a String>,
    ) -> BTreeSet<&str> {
        tags.filter_map(|tag| self.ids.get(&name_key(tag))).map(String::as_str).collect()
    }
}

/// The use of tags and tracks, by letters.
fn uses(events: &[Event], is_of_many_series: bool) -> BTreeMap<String, Use<'_>> {
    let mut uses: BTreeMap<String, Use<'_>> = BTreeMap::new();
    for event in events {
        for talk in &event.talks {
            let named = |tags: &'_ [String]| -> BTreeSet<String> {
                tags.iter().map(|tag| name_key(tag)).collect()
            };
            let tracks = named(&talk.tracks);
            let tags = talk.tags.iter().chain(&talk.tracks);
            let tags: BTreeMap<String, &str> =
                tags.map(|tag| (name_key(tag), tag.as_str())).collect();
            for (tag, spelling) in tags {
                let n_in_track = usize::from(tracks.contains(&tag));
                let used = uses.entry(tag).or_default();
                used.n_talks += 1;
                used.n_in_track += n_in_track;
                used.groups.insert(if is_of_many_series { &event.series } else { &event.id });
                *used.spellings.entry(spelling).or_default() += 1;
            }
        }
    }
    uses
}

/// Whether the letters of a track name a place or a format, and not a subject.
fn is_place(tag: &str) -> bool {
    const PLACES: &[&str] = &[
        "maintrack",
        "mainstage",
        "mainroom",
        "track",
        "room",
        "stage",
        "hall",
        "auditorium",
        "day",
        "devroom",
        "stand",
        "stands",
        "bof",
        "bofs",
        "other",
        "misc",
        "general",
        "conference",
        "main",
        "session",
        "sessions",
        "plenary",
        "online",
        "virtual",
        "event",
        "events",
        "default",
        "opening",
        "closing",
        "social",
        "organizers",
        "infodesk",
        "certification",
        "keysigning",
        "junior",
    ];
    const PARTS: &[&str] = &["keynote", "lightning", "showcase", "sponsor", "exhibit"];
    PARTS.iter().any(|part| tag.contains(part))
        || PLACES.iter().any(|place| {
            tag.strip_prefix(place).is_some_and(|rest| {
                rest.chars().count() <= 2 || rest.chars().all(|c| c.is_ascii_digit())
            })
        })
}

/// Whether the name of a track is that of a room or of an audience, and not of a subject: "Blue Room", "Main Track -
/// Hall 2", "Maintainer Track".
fn is_room_or_audience(name: &str) -> bool {
    const FORMATS: &[&str] =
        &["track", "tracks", "devroom", "session", "sessions", "talk", "talks"];
    const AUDIENCES: &[&str] = &[
        "maintainer",
        "maintainers",
        "contributor",
        "contributors",
        "organizer",
        "organizers",
        "speaker",
        "speakers",
        "main",
        "plenary",
        "general",
    ];
    let words = name.to_lowercase();
    let words: Vec<&str> =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_in = |list: &[&str], word: Option<&&str>| word.is_some_and(|word| list.contains(word));
    let is_room_at = |word: Option<&&str>| word.is_some_and(|word| is_room_word(word));
    let is_main = words.first() == Some(&"main")
        && (is_in(FORMATS, words.get(1)) || is_room_at(words.get(1)));
    let is_room = words.len() > 1 && is_room_at(words.last())
        || words.len() == 2 && is_room_at(words.first());
    let mut others = words.iter().filter(|word| !FORMATS.contains(word));
    is_main || is_room || others.all(|word| AUDIENCES.contains(word))
}

/// A speaker without the organization behind the name.
fn without_brackets(speaker: &str) -> &str {
    speaker.split_once(" (").map_or(speaker, |(name, _)| name)
}

/// Whether a tag is the name of an event or a series, with or without a year. `PyCon` is the name of many series, with
/// a country behind it.
fn is_event(tag: &str, events: &BTreeSet<String>) -> bool {
    const ENDS: &[&str] = &["con", "conf", "camp", "days", "fest", "summit"];
    let series = tag.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_begun = || events.iter().any(|name| name.starts_with(tag));
    events.contains(tag)
        || (tag.len() - series.len() == 4 && !series.is_empty())
        || tag.is_empty()
        || ENDS.iter().any(|end| tag.ends_with(end)) && is_begun()
}

/// The kind of talk that the letters of a tag name.
fn kind_of(tag: &str) -> Option<TalkKind> {
    match tag {
        "talk" | "talks" => Some(TalkKind::Talk),
        "keynote" | "keynotes" => Some(TalkKind::Keynote),
        "panel" | "paneldiscussion" => Some(TalkKind::Panel),
        "lightningtalk" | "lightningtalks" | "lightning" | "shorttalk" => Some(TalkKind::Lightning),
        "tutorial" | "tutorials" | "workshop" | "workshops" => Some(TalkKind::Tutorial),
        _ => None,
    }
}

/// The kind of talk for a source's own word.
pub(in crate::import) fn stated_kind(words: &str) -> Option<TalkKind> {
    let all = letters(words);
    kind_of(&all).or_else(|| {
        // "Long talk (45 minutes)", "Keynote sessions", "Sponsored workshop".
        let kinds = [
            ("lightning", TalkKind::Lightning),
            ("keynote", TalkKind::Keynote),
            ("workshop", TalkKind::Tutorial),
            ("tutorial", TalkKind::Tutorial),
            ("training", TalkKind::Tutorial),
            ("panel", TalkKind::Panel),
            ("talk", TalkKind::Talk),
        ];
        kinds.into_iter().find(|(word, _)| all.contains(word)).map(|(_, kind)| kind)
    })
}

/// The kind of a talk, judging by its tags, or otherwise by a title that is or begins with a kind.
pub(in crate::import) fn kind<'a>(title: &str, tags: impl Iterator<Item = &'a str>) -> TalkKind {
    let head = title.split([':', '-', '–', '(']).next().unwrap_or_default();
    let named = tags.map(letters).chain([letters(head)]);
    named
        .filter_map(|tag| kind_of(&tag))
        .find(|kind| *kind != TalkKind::Talk)
        .unwrap_or(TalkKind::Talk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::items::talk::Talk;

    fn events(tags: &[(&str, usize, usize)]) -> Vec<Event> {
        let mut events: Vec<Event> = (0..5)
            .map(|number| Event { series: format!("loom{number}"), ..Event::default() })
            .collect();
        for (tag, n_talks, n_series) in tags {
            for number in 0..*n_talks {
                let talk = Talk {
                    title: format!("{tag} {number}"),
                    tags: vec![(*tag).to_owned()],
                    ..Talk::default()
                };
                events[number % n_series].talks.push(talk);
            }
        }
        events
    }

    fn names(themes: &TagThemes) -> Vec<(&str, &str)> {
        themes.unlisted().iter().map(|(id, theme)| (id.as_str(), theme.name.as_str())).collect()
    }

    #[test]
    fn a_track_of_few_talks_is_a_theme_and_a_place_is_none() {
        let mut events = events(&[
            ("Weft", 3, 1),
            ("Track 2", 9, 1),
            ("Main Stage", 9, 1),
            ("Two Words", 3, 1),
            ("Rare", 2, 1),
        ]);
        for talk in events.iter_mut().flat_map(|event| &mut event.talks) {
            talk.tracks = std::mem::take(&mut talk.tags);
        }
        let themes = TagThemes::of(&events, &KnownEntries::default());
        let everyday: Vec<(&str, bool)> =
            themes.unlisted().iter().map(|(id, theme)| (id.as_str(), theme.is_everyday)).collect();
        assert_eq!(everyday, [("two-words", false), ("weft", true)]);
    }

    #[test]
    fn rooms_and_audiences_are_no_subjects() {
        for name in [
            "Maintainer Track",
            "Maintainer",
            "Main Track",
            "Main Track - Hall 2",
            "Blue Room",
            "Room Alpha",
            "Grande Salle",
            "Aula 2",
            "Contributor Sessions",
        ] {
            assert!(is_room_or_audience(name), "{name}");
        }
        for name in
            ["Go", "Go devroom", "Backstage", "Chatrooms", "Security Track", "Mainframes", "C++"]
        {
            assert!(!is_room_or_audience(name), "{name}");
        }
        let mut events = events(&[("Maintainer Track", 9, 1), ("Blue Room", 9, 1), ("Go", 9, 1)]);
        for talk in events.iter_mut().flat_map(|event| &mut event.talks) {
            talk.tracks = std::mem::take(&mut talk.tags);
        }
        assert_eq!(names(&TagThemes::of(&events, &KnownEntries::default())), [("go", "Go")]);
    }

    #[test]
    fn a_tag_that_the_registry_has_is_that_theme() {
        let toml = "no_themes = [\"Woof\"]\n[[theme]]\nid = \"cloth\"\nname = \"Cloth\"\naliases = [\"Weft\"]\n";
        let files = BTreeMap::from([("themes.toml".to_owned(), toml.into())]);
        let known = KnownEntries::read(&files, false).unwrap();
        let themes = TagThemes::of(&events(&[("weft", 1, 1), ("woof", 40, 5)]), &known);
        assert!(themes.unlisted().is_empty());
        assert_eq!(themes.among(["Weft".to_owned()].iter()), BTreeSet::from(["cloth"]));
    }

    #[test]
    fn a_theme_is_used_often_and_in_several_series() {
        let events = events(&[
            ("Weft", LEAST_TALKS - 2, 4),
            ("weft", 2, 2),
            ("rare", LEAST_TALKS - 1, 4),
            ("local", 40, LEAST_SERIES - 1),
            ("loom1", 40, 5),
            ("clothcon2018", 40, 5),
            ("Keynote", 40, 5),
            ("?", 40, 5),
        ]);
        let themes = TagThemes::of(&events, &KnownEntries::default());
        assert_eq!(names(&themes), [("weft", "Weft")]);
        let tags = ["WEFT".to_owned(), "rare".to_owned()];
        assert_eq!(themes.among(tags.iter()), BTreeSet::from(["weft"]));
    }

    #[test]
    fn an_archive_of_one_series_has_themes_by_editions() {
        let mut events =
            events(&[("weft", 20, 4), ("local", 20, 2), ("C++", 20, 5), ("C#", 20, 5)]);
        for event in &mut events {
            event.id = std::mem::replace(&mut event.series, "loom".to_owned());
        }
        let themes = TagThemes::of(&events, &KnownEntries::default());
        assert_eq!(names(&themes), [("cpp", "C++"), ("csharp", "C#"), ("weft", "weft")]);
    }

    #[test]
    fn tags_and_titles_tell_the_kind() {
        let check = |title: &str, tags: &[&str], expected: TalkKind| {
            assert_eq!(kind(title, tags.iter().copied()), expected, "{title} {tags:?}");
        };
        check("On looms", &["talk", "Lightning Talks"], TalkKind::Lightning);
        check("Keynote: on looms", &[], TalkKind::Keynote);
        check("Keynote (2)", &[], TalkKind::Keynote);
        check("A keynote on looms", &["loom"], TalkKind::Talk);
    }
}
