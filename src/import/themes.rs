//! Which tags become themes, and which tell what kind of talk it is.

use super::event::Event;
use crate::ingest::letters;
use crate::model::{self, TalkKind};
use std::collections::{BTreeMap, BTreeSet};

/// Talks that must have a tag before it is a theme. Two in three tags of a grown archive are on one
/// talk only: a theme has to lead from a talk to others.
const LEAST_TALKS: usize = 10;

/// Series that must have a tag before it is a theme. What is used at one event only is its name, its
/// room or its hashtag.
const LEAST_SERIES: usize = 3;

/// The tags that are themes.
#[derive(Debug, Default)]
pub(super) struct Themes {
    /// Id and name by letters.
    by_letters: BTreeMap<String, (String, String)>,
}

/// Who uses a tag.
#[derive(Default)]
struct Use<'a> {
    n_talks: usize,
    series: BTreeSet<&'a str>,
    spellings: BTreeMap<&'a str, usize>,
}

impl Themes {
    /// Weighs the tags of all talks. Spellings that differ in case or marks are one; most often used
    /// wins.
    pub(super) fn of(events: &[Event]) -> Self {
        let mut uses: BTreeMap<String, Use<'_>> = BTreeMap::new();
        for event in events {
            for video in &event.videos {
                let tags: BTreeMap<String, &str> =
                    video.tags.iter().map(|tag| (letters(tag), tag.as_str())).collect();
                for (tag, spelling) in tags {
                    let used = uses.entry(tag).or_default();
                    used.n_talks += 1;
                    used.series.insert(&event.series);
                    *used.spellings.entry(spelling).or_default() += 1;
                }
            }
        }
        let events: BTreeSet<String> = events
            .iter()
            .flat_map(|event| [letters(&event.series), letters(&event.id), letters(&event.name)])
            .collect();
        let mut taken = BTreeSet::new();
        let mut by_letters = BTreeMap::new();
        for (tag, used) in uses {
            let is_often = used.n_talks >= LEAST_TALKS && used.series.len() >= LEAST_SERIES;
            let name = used
                .spellings
                .into_iter()
                .max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)));
            let Some((name, _)) =
                name.filter(|_| is_often && !is_event(&tag, &events) && kind_of(&tag).is_none())
            else {
                continue;
            };
            let id = model::slug(&deunicode::deunicode(name));
            if !id.is_empty() && taken.insert(id.clone()) {
                by_letters.insert(tag, (id, name.to_owned()));
            }
        }
        Self { by_letters }
    }

    /// Id and name of each, by id.
    pub(super) fn all(&self) -> BTreeMap<&str, &str> {
        self.by_letters.values().map(|(id, name)| (id.as_str(), name.as_str())).collect()
    }

    /// The ids of those among some tags.
    pub(super) fn among(&self, tags: &[String]) -> BTreeSet<&str> {
        tags.iter()
            .filter_map(|tag| self.by_letters.get(&letters(tag)))
            .map(|(id, _)| id.as_str())
            .collect()
    }
}

/// Whether a tag is the name of an event or a series, or that with a year.
fn is_event(tag: &str, events: &BTreeSet<String>) -> bool {
    let series = tag.trim_end_matches(|c: char| c.is_ascii_digit());
    events.contains(tag) || (tag.len() - series.len() == 4 && !series.is_empty()) || tag.is_empty()
}

/// The kind of talk that the letters of a tag name.
fn kind_of(tag: &str) -> Option<TalkKind> {
    match tag {
        "talk" | "talks" => Some(TalkKind::Talk),
        "keynote" | "keynotes" => Some(TalkKind::Keynote),
        "panel" | "paneldiscussion" => Some(TalkKind::Panel),
        "lightningtalk" | "lightningtalks" | "lightning" => Some(TalkKind::Lightning),
        "tutorial" | "tutorials" | "workshop" | "workshops" => Some(TalkKind::Tutorial),
        _ => None,
    }
}

/// The kind of a talk by its tags, or else by a title that is or begins with one.
pub(super) fn kind(title: &str, tags: &[String]) -> TalkKind {
    let head = title.split([':', '-', '–', '(']).next().unwrap_or_default();
    let named = tags.iter().map(|tag| letters(tag)).chain([letters(head)]);
    named
        .filter_map(|tag| kind_of(&tag))
        .find(|kind| *kind != TalkKind::Talk)
        .unwrap_or(TalkKind::Talk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::video::Video;

    fn events(tags: &[(&str, usize, usize)]) -> Vec<Event> {
        let mut events: Vec<Event> =
            (0..5).map(|number| Event::new(&format!("loom{number}"))).collect();
        for event in &mut events {
            event.series = event.folder.clone();
        }
        for (tag, n_talks, n_series) in tags {
            for talk in 0..*n_talks {
                let video = Video {
                    title: format!("{tag} {talk}"),
                    tags: vec![(*tag).to_owned()],
                    ..Video::default()
                };
                events[talk % n_series].videos.push(video);
            }
        }
        events
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
        let themes = Themes::of(&events);
        assert_eq!(themes.all(), BTreeMap::from([("weft", "Weft")]));
        assert_eq!(themes.among(&["WEFT".to_owned(), "rare".to_owned()]), BTreeSet::from(["weft"]));
    }

    #[test]
    fn tags_and_titles_tell_the_kind() {
        let check = |title: &str, tags: &[&str], expected: TalkKind| {
            let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
            assert_eq!(kind(title, &tags), expected, "{title} {tags:?}");
        };
        check("On looms", &["talk", "Lightning Talks"], TalkKind::Lightning);
        check("Keynote: on looms", &[], TalkKind::Keynote);
        check("Keynote (2)", &[], TalkKind::Keynote);
        check("A keynote on looms", &["loom"], TalkKind::Talk);
    }
}
