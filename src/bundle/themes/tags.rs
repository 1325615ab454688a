//! Themes that no registry lists: the tags of recaps.

use super::everyday::is_everyday;
use crate::bundle::editions::Editions;
use crate::bundle::registry::{ThemeEntry, Themes};
use crate::bundle::taken::Taken;
use crate::ingest::{Draft, name_key, spelled_signs};
use crate::text::any_script::slug;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Tags that describe the kind of text and not its subject. In the form of [`name_key`].
pub(in crate::bundle) const BOOKKEEPING: &[&str] = &[
    "archive",
    "article",
    "articles",
    "blog",
    "blogging",
    "blogpost",
    "blogs",
    "conf",
    "conference",
    "conferencenotes",
    "conferencereport",
    "conferences",
    "confs",
    "congress",
    "daily",
    "diary",
    "draft",
    "drafts",
    "en",
    "english",
    "event",
    "events",
    "eventreport",
    "featured",
    "finance",
    "general",
    "imported",
    "inbox",
    "journal",
    "keynote",
    "keynotes",
    "lightningtalk",
    "lightningtalks",
    "log",
    "meeting",
    "meetup",
    "meetups",
    "misc",
    "miscellaneous",
    "news",
    "note",
    "notes",
    "other",
    "page",
    "panel",
    "people",
    "person",
    "personal",
    "post",
    "posts",
    "presentation",
    "presentations",
    "public",
    "rating",
    "publish",
    "recap",
    "recaps",
    "report",
    "reports",
    "review",
    "session",
    "sessions",
    "slides",
    "speaker",
    "speakers",
    "speaking",
    "summary",
    "talk",
    "talknotes",
    "talks",
    "todo",
    "travel",
    "trip",
    "tripreport",
    "tripreports",
    "tutorial",
    "tutorials",
    "uncategorized",
    "untagged",
    "update",
    "updates",
    "video",
    "videos",
    "wip",
    "workshop",
    "workshops",
    "writeup",
];

/// One tag in all its spellings.
#[derive(Default)]
struct TagSpellings<'a> {
    /// How many recaps use each spelling.
    spellings: BTreeMap<&'a str, usize>,
}

/// The themes of the registry, then the themes of tags. A tag does not become a theme if it is the id, name or alias of
/// a registry theme, if `no_themes` lists it, or if it names a conference, its place, its year, an author or the kind
/// of text.
pub(in crate::bundle) fn tag_themes<'a>(
    registry: &Themes,
    recaps: impl Iterator<Item = &'a Draft> + Clone,
    editions: &Editions,
) -> Vec<ThemeEntry> {
    let mut themes = registry.theme.clone();
    let known = |entry: &ThemeEntry| -> Vec<String> {
        let names = [&entry.id, &entry.name].into_iter().chain(&entry.aliases);
        names.map(|name| tag_key(name)).collect()
    };
    let mut left_out: BTreeSet<String> = themes.iter().flat_map(known).collect();
    left_out.extend(registry.no_themes.iter().map(|name| tag_key(name)));
    left_out.extend(
        recaps
            .clone()
            .flat_map(|draft| [&draft.author, &draft.publisher])
            .map(|name| tag_key(name)),
    );
    let of_events = event_keys(editions);
    let mut tags: BTreeMap<String, TagSpellings<'_>> = BTreeMap::new();
    for stated in recaps.flat_map(|draft| &draft.themes).filter(|stated| stated.is_tag) {
        let key = tag_key(&stated.name);
        if !left_out.contains(&key) && !is_bookkeeping(&stated.name, &of_events) {
            let name = stated.name.trim().trim_start_matches('#');
            *tags.entry(key).or_default().spellings.entry(name).or_default() += 1;
        }
    }
    let mut taken = Taken::default();
    for id in themes.iter().flat_map(|entry| entry.former_ids.iter().chain([&entry.id])) {
        taken.claim(id);
    }
    themes.extend(tags.values().filter_map(|tag| theme(tag, &mut taken)));
    themes
}

/// The theme of a tag. Its name is the most common spelling.
fn theme(tag: &TagSpellings<'_>, taken: &mut Taken) -> Option<ThemeEntry> {
    let usage = tag.spellings.iter().map(|(name, count)| (*count, Reverse(*name)));
    let (_, Reverse(name)) = usage.max()?;
    let aliases = tag.spellings.keys().filter(|spelling| **spelling != name);
    Some(ThemeEntry {
        id: taken.claim(&slug(&spelled_signs(name))),
        name: name.to_owned(),
        aliases: aliases.map(|spelling| (*spelling).to_owned()).collect(),
        everyday: is_everyday(name),
        ..ThemeEntry::default()
    })
}

/// The part that all spellings of a tag share: letters, digits and pronounced signs, without a plural `s`.
fn tag_key(name: &str) -> String {
    let key = name_key(name);
    singular(&key).map(str::to_owned).unwrap_or(key)
}

/// A word of at least four letters without its plural `s`.
pub(super) fn singular(key: &str) -> Option<&str> {
    key.strip_suffix('s').filter(|word| word.len() >= 3 && !word.ends_with('s'))
}

fn is_bookkeeping(tag: &str, of_events: &BTreeSet<String>) -> bool {
    let key = name_key(tag);
    let is_digit = |c: char| c.is_ascii_digit();
    let without_year = key.trim_matches(is_digit);
    let has_year = key.len() - without_year.len() >= 2;
    let is_event_with_place = |key: &str| {
        let cuts = key.char_indices().map(|(at, _)| key.split_at(at));
        cuts.into_iter().any(|(event, place)| {
            event.len() >= 4
                && of_events.contains(event)
                && (place.len() == 2 || of_events.contains(place))
        })
    };
    is_structure(tag)
        || has_year && is_event_with_place(without_year)
        || without_year.is_empty()
        || BOOKKEEPING.contains(&key.as_str())
        || of_events.contains(&key)
        || has_year && (of_events.contains(without_year) || BOOKKEEPING.contains(&without_year))
}

/// First parts of nested tags that organize notes and do not describe their subject: `status/reading`, `event/cloth`.
const STRUCTURE: &[&str] = &[
    "area",
    "conf",
    "conference",
    "conferences",
    "event",
    "events",
    "folder",
    "inbox",
    "kind",
    "location",
    "people",
    "person",
    "place",
    "project",
    "series",
    "source",
    "speaker",
    "stage",
    "state",
    "status",
    "talk",
    "type",
    "vault",
    "year",
];

/// Whether a nested tag only organizes notes.
fn is_structure(tag: &str) -> bool {
    let tag = tag.trim().trim_start_matches('#');
    tag.split_once('/').is_some_and(|(first, _)| STRUCTURE.contains(&name_key(first).as_str()))
}

/// The keys of the names and places of all conferences.
fn event_keys(editions: &Editions) -> BTreeSet<String> {
    let series = editions
        .series
        .iter()
        .flat_map(|series| [&series.id, &series.name].into_iter().chain(&series.aliases));
    let of_editions = editions.all.iter().flat_map(|edition| {
        [&edition.id, &edition.name, &edition.short_name, &edition.city, &edition.country]
            .into_iter()
            .chain(edition.regions.iter().chain(&edition.aliases))
    });
    series.chain(of_editions).map(|name| name_key(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry::{Conferences, SeriesEntry};
    use crate::ingest::ingest;

    fn draft(path: &str, tags: &str) -> Draft {
        let text = format!("---\ntitle: A\nauthor: Bo Heddle\ntags: {tags}\n---\nA word.\n");
        ingest(path, text.as_bytes()).draft.unwrap()
    }

    fn editions() -> Editions {
        let series = SeriesEntry {
            id: "loomconf".to_owned(),
            name: "LoomConf".to_owned(),
            ..SeriesEntry::default()
        };
        Editions::new(&Conferences { series: vec![series], conference: vec![] })
    }

    #[test]
    fn tags_become_themes_once_for_all_spellings() {
        let drafts = [
            draft("a.md", "[dye-works, C++, networking]"),
            draft(
                "b.md",
                "[Dye Works, 'C#', C, conference, 2024, loomconf2024, LoomConf, bo-heddle]",
            ),
            draft("c.md", "[Dye Work, Felts, skipped, blog, note]"),
            draft("d.md", "[event/cloth, status/read, type/talk, loomconf-eu-2024, craft/felting]"),
        ];
        let registry = Themes {
            theme: vec![ThemeEntry {
                id: "felt".to_owned(),
                name: "Felt".to_owned(),
                ..ThemeEntry::default()
            }],
            no_themes: vec!["Skipped".to_owned()],
            ..Themes::default()
        };
        let themes = tag_themes(&registry, drafts.iter(), &editions());
        let found: Vec<_> = themes
            .iter()
            .map(|theme| (theme.id.as_str(), theme.name.as_str(), theme.everyday))
            .collect();
        assert_eq!(
            found,
            [
                ("felt", "Felt", false),
                ("c", "C", true),
                ("cpp", "C++", false),
                ("craft-felting", "craft/felting", false),
                ("csharp", "C#", false),
                ("dye-work", "Dye Work", false),
                ("networking", "networking", true),
            ]
        );
    }
}
