//! Collects the events that each file of a folder names.

use super::event_mentions::{counted_mentions, event_mentions};
use super::framed_name::IN;
use super::look::TimeView;
use super::mention::{Mention, SeriesName};
use super::mentions::years;
use super::name_lists::{ListedPlace, PLACES};
use super::path_events::{PathSeries, path_event};
use super::said_beside::{bare_headings, hashtags, years_above};
use super::series_finder::SeriesFinder;
use super::text_parts::sentence_at;
use crate::ingest::{Draft, headings, links_of, lists_events, month_name, name_key};
use crate::model::{Block, plain_text};
use crate::text::host;
use std::collections::{BTreeMap, BTreeSet};

/// Where a file names an event, the most trusted first.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Spot {
    /// The header states it as the conference.
    Stated,
    /// The title.
    Title,
    /// Another key of the header.
    Header,
    /// A heading or one of the first paragraphs.
    Opening,
    /// Another paragraph.
    #[default]
    Text,
    /// A row or section that names a separate event. It does not apply to the whole file.
    Part,
    /// A tag.
    Tag,
    /// The name of the file.
    File,
    /// The name of a folder.
    Folder,
    /// A link to the site or schedule of an event.
    Link,
}

/// An event that a file names.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Said {
    /// Its position in the file.
    pub(super) spot: Spot,
    /// The series, as an index into those of the finder.
    pub(super) series: usize,
    /// Its name as written. Empty when a path names it.
    pub(super) name: String,
    /// The place in its name, as written.
    pub(super) place: String,
    /// The city beside its name.
    pub(super) city: Option<ListedPlace>,
    /// The year beside its name.
    pub(super) year: Option<u16>,
    /// A two-digit number beside its name, read as a year.
    pub(super) number: Option<u16>,
    /// The only city in its sentence where something took place: "It was held in Ghent".
    pub(super) sentence_city: Option<ListedPlace>,
    /// The only year in its sentence, if there is none beside its name.
    pub(super) sentence_year: Option<u16>,
    /// The only month in its sentence.
    pub(super) month: Option<u8>,
    /// Whether the sentence looks back at it, or ahead.
    pub(super) look: TimeView,
    /// The line.
    pub(super) line: u32,
    /// The words.
    pub(super) words: String,
}

/// Number of paragraphs at the start of a recap that show its subject.
pub(super) const OPENING: usize = 3;

/// Most links that are read per file.
const MOST_LINKS: usize = 40;

/// Most mentions of a series at one kind of spot; each is compared with the others.
const MOST_MENTIONS: usize = 200;

/// The events that a draft names.
pub(super) fn said(draft: &Draft, finder: &SeriesFinder) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let mut counts: BTreeMap<(usize, Spot), usize> = BTreeMap::new();
    let mut add = |text: &str, spot: Spot, line: u32| {
        let mentions = event_mentions(text, finder).into_iter();
        let mentions = mentions.filter(|found| spot == Spot::Title || !found.is_numbered);
        let mentions = mentions.filter_map(|found| of_mention(found, text, spot, line));
        all.extend(mentions.filter(|one| {
            let count = counts.entry((one.series, spot)).or_default();
            *count += 1;
            *count <= MOST_MENTIONS
        }));
    };
    add(&draft.conference.0, Spot::Stated, draft.conference.1);
    for span in &draft.event_spans {
        add(&span.words, Spot::Part, span.first);
    }
    for (hint, line) in &draft.event_hints {
        add(hint, Spot::Header, *line);
    }
    add(&draft.title.0, Spot::Title, draft.title.1);
    let mut n_paragraphs = 0;
    for passage in &draft.passages {
        let is_heading = matches!(passage.block, Block::Heading { .. });
        n_paragraphs += usize::from(!is_heading);
        if draft.is_apart(passage.first) {
            continue;
        }
        // A list of events is not about any one of them.
        let is_list = matches!(&passage.block, Block::List { items, .. } if lists_events(items));
        let is_opening = is_heading || n_paragraphs <= OPENING && !is_list;
        let spot = if is_opening { Spot::Opening } else { Spot::Text };
        add(&plain_text(std::slice::from_ref(&passage.block)), spot, passage.first);
    }
    for (words, line) in hashtags(draft, finder) {
        add(&words, Spot::Tag, line);
    }
    for tag in draft.themes.iter().filter(|theme| theme.is_tag) {
        add(&tag_words(&tag.name), Spot::Tag, tag.line);
    }
    for (series, words, line) in bare_headings(draft, finder) {
        if all.iter().any(|one| one.spot == Spot::Title && one.series == series) {
            all.push(Said { spot: Spot::Opening, series, line, words, ..Said::default() });
        }
    }
    let years = years_above(draft);
    for one in all.iter_mut().filter(|one| one.spot == Spot::Opening && one.year.is_none()) {
        one.year = years.get(&one.line).copied();
    }
    if let Some(place) = PLACES.named(first_part(&draft.event.place)) {
        let stated = all.iter_mut().filter(|one| one.spot == Spot::Stated && one.city.is_none());
        stated.for_each(|one| one.city = Some(place.clone()));
    }
    all.extend(of_paths(draft, finder));
    all
}

/// The events that the path of a draft and its links name.
fn of_paths(draft: &Draft, finder: &SeriesFinder) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let of_path = |path: &str| {
        let found = path_event(path, finder)?;
        let series = match &found.series {
            PathSeries::Known(series) => *series,
            PathSeries::Other(name, _) => finder.with_letters(&name_key(name))?,
        };
        Some((series, found))
    };
    // `34c3` and `froscon13` are split at their digits.
    let last = draft.path.matches('/').count();
    let stem = draft.path.rsplit_once('.').map_or(draft.path.as_str(), |(stem, _)| stem);
    for (depth, name) in stem.split('/').enumerate() {
        let spot = if depth == last { Spot::File } else { Spot::Folder };
        let found = counted_mentions(name, finder).into_iter();
        all.extend(found.filter_map(|found| of_mention(found, name, spot, 1)));
    }
    let counted: Vec<usize> = all.iter().map(|one| one.series).collect();
    if let Some((series, found)) = of_path(&draft.path).filter(|it| !counted.contains(&it.0)) {
        let spot = if found.is_file { Spot::File } else { Spot::Folder };
        let (place, year, words) = (found.place, found.year, found.words);
        // The end of `loomcon-de.md` may be a language code.
        let is_language = found.is_file && place.eq_ignore_ascii_case(&draft.language);
        let place = if is_language { String::new() } else { place };
        all.push(Said { spot, series, place, year, line: 1, words, ..Said::default() });
    }
    let blocks: Vec<Block> = draft.passages.iter().map(|passage| passage.block.clone()).collect();
    let mut seen = BTreeSet::new();
    for url in links_of(&blocks).into_iter().take(MOST_LINKS) {
        all.extend(of_host(&url, finder));
        if let Some((series, found)) = link_path(&url).and_then(|path| of_path(&path))
            && found.year.is_some()
            && seen.insert((series, found.year))
        {
            let (place, year) = (found.place, found.year);
            all.push(Said {
                spot: Spot::Link,
                series,
                place,
                year,
                line: 1,
                words: url,
                ..Said::default()
            });
        }
    }
    all
}

fn of_mention(found: Mention, text: &str, spot: Spot, line: u32) -> Option<Said> {
    let Mention { series, name, place, city, year, number, words, bytes, .. } = found;
    let SeriesName::Known(series) = series else { return None };
    // Some spellings contain the city: "PyCon DE & PyData Berlin".
    let city = city.or_else(|| {
        let mut named = PLACES.find(&words).into_iter().map(|(place, _)| place);
        named.rfind(|place| !place.city.is_empty()).cloned()
    });
    let look = TimeView::of(text, &bytes);
    let is_open = place.is_empty() && city.is_none();
    let sentence_city =
        is_open.then(|| city_of_sentence(sentence_at(text, bytes.clone()))).flatten();
    let sentence = if year.is_none() { sentence_at(text, bytes) } else { "" };
    let only = |years: Vec<u16>| {
        let first = years.first().copied()?;
        years.iter().all(|year| *year == first).then_some(first)
    };
    let sentence_year = only(years(sentence));
    let mut months = sentence.split(|c: char| !c.is_alphabetic()).filter_map(month_name);
    let month = months.next().filter(|_| months.next().is_none());
    let said =
        Said { spot, series, name, place, city, year, number, sentence_year, ..Said::default() };
    let said = Said { sentence_city, ..said };
    Some(Said { month, look, line, words, ..said })
}

/// The only city behind a word such as "in".
fn city_of_sentence(sentence: &str) -> Option<ListedPlace> {
    let is_led = |start: usize| {
        let before = sentence.get(..start).unwrap_or_default();
        let word = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
        word.is_some_and(|word| IN.contains(&word))
    };
    let all = PLACES.find(sentence).into_iter();
    let mut cities = all.filter(|(place, at)| !place.city.is_empty() && is_led(at.start));
    let (first, _) = cities.next()?;
    cities.all(|(other, _)| other.city == first.city).then(|| first.clone())
}

impl Said {
    /// The city where the event took place.
    pub(super) fn city_name(&self) -> Option<&str> {
        let named = PLACES.named(&self.place).filter(|place| !place.city.is_empty());
        self.city.as_ref().or(named).map(|place| place.city.as_str())
    }

    /// Whether it names a place, in its name or beside it.
    pub(super) fn has_place(&self) -> bool {
        !self.place.is_empty() || self.city.is_some()
    }

    /// Whether another mention of the series refers to an edition in another city.
    pub(super) fn is_elsewhere(&self, other: &Self) -> bool {
        let cities = self.city_name().zip(other.city_name());
        self.series == other.series && cities.is_some_and(|(own, other)| own != other)
    }
}

/// The first part of a place: `Ghent` of "Ghent, Belgium".
pub(super) fn first_part(place: &str) -> &str {
    place.split([',', '(']).next().unwrap_or_default().trim()
}

/// A tag as words. A short word is a place code: `loomconf-eu-2024` is "loomconf EU 2024".
fn tag_words(tag: &str) -> String {
    let word = |word: &str| if word.len() == 2 { word.to_uppercase() } else { word.to_owned() };
    tag.split(['-', '_', '/', ' ']).map(word).collect::<Vec<_>>().join(" ")
}

/// The headings of a draft, with their lines.
pub(super) fn headings_of(draft: &Draft) -> Vec<(String, u32)> {
    headings(&draft.passages).map(|(passage, _, words)| (words, passage.first)).collect()
}

/// The host and path of an address as folders: `2019.loomconf.org/schedule` is `2019/loomconf/org/schedule`.
fn link_path(url: &str) -> Option<String> {
    let labels = host(url)?.split('.');
    let rest = url.split(['?', '#']).next()?;
    let path = rest.splitn(4, '/').nth(3).unwrap_or_default();
    // The first folders of the path name the event; later ones are about a talk.
    let folders = path.split('/').filter(|folder| !folder.is_empty()).take(2);
    let parts: Vec<&str> = labels.chain(folders).collect();
    Some(format!("{}/x.html", parts.join("/")))
}

/// The city in the host of an address: Ghent in `ghent2016.loomconfworld.org`, for the series `LoomConf`.
fn of_host(url: &str, finder: &SeriesFinder) -> Option<Said> {
    const SHORTEST: usize = 6;
    let (label, rest) = host(url)?.split_once('.')?;
    let place = PLACES.named(label.trim_matches(|c: char| c.is_ascii_digit()))?;
    let name = rest.split('.').next()?;
    let mut lengths = (SHORTEST..=name.len()).rev();
    let series = lengths.find_map(|at| finder.with_letters(name.get(..at)?))?;
    let sentence_city = Some(place.clone()).filter(|place| !place.city.is_empty())?;
    let (spot, words) = (Spot::Link, url.to_owned());
    let sentence_city = Some(sentence_city);
    Some(Said { spot, series, sentence_city, line: 1, words, ..Said::default() })
}
