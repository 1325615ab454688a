//! Learns series that a folder names but no list contains.

use super::event_mentions::event_mentions;
use super::event_words::is_name_word;
use super::framed_name::{is_cue, name_before_year};
use super::mention::{Mention, SeriesName};
use super::name_lists::PLACES;
use super::path_events::{PathSeries, folder_year, path_event};
use super::path_name::{ENDINGS, capitalized, is_generic};
use super::said::{OPENING, Spot, headings_of};
use super::series_finder::SeriesFinder;
use super::text_parts::without_year;
use super::years::dated_year;
use crate::ingest::{Draft, Passage, date_ranges, letters, name_key};
use crate::model::{Block, plain_text};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// The most names with the same initials among which a short one is looked for.
const MOST_ALIKE: usize = 50;

/// A name that a folder may give to a series.
#[derive(Debug, Default)]
struct SeriesCandidate {
    /// Its spellings, with how often each is used.
    spellings: BTreeMap<String, usize>,
    years: BTreeSet<u16>,
    spots: BTreeSet<Spot>,
    /// Its form or a header shows that it is an event name.
    is_telling: bool,
    /// Number of files in folders with that name and a year.
    n_files: usize,
    /// Number of talks in files that have this name and a year.
    n_talks: usize,
    /// Number of talks in files in folders with that name and a year.
    n_talks_below: usize,
    /// A recap names it as an event in its title or its first words, and its form also suggests an event.
    is_named: bool,
    /// It is at the position of an event name in a title, or its letters look like a name.
    is_shaped: bool,
}

impl SeriesCandidate {
    /// The spelling with the most capitals; among equals, the most frequent one.
    fn spelling(&self) -> &str {
        // A name in capitals throughout has no more of them than one with a capital at its beginning.
        let capitals = |name: &str| {
            let n_capitals = name.chars().filter(|c| c.is_uppercase()).count();
            if name.contains(char::is_lowercase) { n_capitals } else { n_capitals.min(1) }
        };
        let best = self.spellings.iter().max_by_key(|(name, count)| (capitals(name), **count));
        best.map_or("", |(name, _)| name)
    }

    /// The only longer name that it may be short for, by its letters: `grey_loom_meas` for "Grey Looms Measured".
    fn written_out(&self, by_initials: &BTreeMap<String, Vec<&str>>) -> Option<String> {
        let of_folders = self.spots.iter().all(|spot| *spot == Spot::Folder);
        let short = self.spelling();
        let n_words = words(short).count();
        let begins = |name: &&&str| {
            let mut pairs = words(name).zip(words(short));
            words(name).count() == n_words && pairs.all(|(long, short)| long.starts_with(&short))
        };
        let same = by_initials.get(&initials(short)).filter(|_| of_folders && n_words > 1)?;
        // Among many names, a short one fits several.
        let same = Some(same).filter(|same| same.len() <= MOST_ALIKE)?;
        let mut long = same
            .iter()
            .filter(begins)
            .map(|name| name_key(name))
            .filter(|name| *name != name_key(short));
        long.next().filter(|_| long.next().is_none())
    }

    /// Whether it is more likely a series than something else.
    fn is_likely(&self) -> bool {
        // Yearly folders are not necessarily about a conference.
        let is_repeated = self.years.len() > 1;
        let is_dated = self.is_shaped && !self.years.is_empty();
        // A single post often has its own folder; a conference rarely does.
        let is_folder = self.n_files > 1 || self.n_talks > 1 || self.n_talks_below > 0;
        self.is_sure() || is_repeated || is_dated || is_folder || self.is_named
    }

    /// Whether it is named in several ways.
    fn is_sure(&self) -> bool {
        self.is_telling || self.spots.len() > 1
    }
}

/// The names that a folder may give to series, by their letters.
#[derive(Debug, Default)]
struct Candidates(BTreeMap<String, SeriesCandidate>);

/// Learns the series that the drafts name. Returns the indexes of uncertain ones: one year after one word.
pub(super) fn learn_series(drafts: &[&Draft], finder: &mut SeriesFinder) -> BTreeSet<usize> {
    let mut candidates = Candidates::default();
    for draft in drafts {
        candidates.add_stated(draft, finder);
        candidates.add_titles(draft, finder);
        candidates.add_path(draft, finder);
        candidates.add_opening(draft, finder);
    }
    candidates.teach(finder)
}

impl Candidates {
    fn add(&mut self, name: &str, year: Option<u16>, spot: Spot) -> Option<&mut SeriesCandidate> {
        let key = name_key(name);
        if key.len() < 2 || spot != Spot::Stated && says_nothing(name) {
            return None;
        }
        let candidate = self.0.entry(key).or_default();
        *candidate.spellings.entry(name.to_owned()).or_default() += 1;
        candidate.years.extend(year);
        candidate.spots.insert(spot);
        Some(candidate)
    }

    fn add_telling(&mut self, name: &str, year: Option<u16>, spot: Spot, is_telling: bool) {
        if let Some(candidate) = self.add(name, year, spot) {
            candidate.is_telling |= is_telling;
        }
    }

    fn add_shaped(&mut self, name: &str, year: Option<u16>, is_shaped: bool) {
        if let Some(candidate) = self.add(name, year, Spot::Title) {
            candidate.is_shaped |= is_shaped;
        }
    }

    /// The conference that a header states.
    fn add_stated(&mut self, draft: &Draft, finder: &SeriesFinder) {
        let hints = draft.event_hints.iter().map(|(name, _)| name);
        // A possible event needs a year.
        let spans = draft.event_spans.iter();
        let spans = spans.filter(|span| span.is_sure || without_year(&span.words).1.is_some());
        let others = spans.map(|span| &span.words).chain(hints);
        let others = others.filter(|name| !says_nothing(&without_year(name).0));
        for name in std::iter::once(&draft.conference.0).chain(others) {
            let mentions = event_mentions(name, finder);
            if mentions.iter().all(|found| !matches!(found.series, SeriesName::Known(_))) {
                let (series, year) = without_year(name);
                // The words after the year are a place.
                let at = year.and_then(|year| name.find(&year.to_string()));
                let before = at
                    .and_then(|at| name.get(..at))
                    .map(|before| before.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
                let series = before.filter(|before| !before.is_empty()).unwrap_or(series);
                self.add_telling(&series, year, Spot::Stated, true);
            }
        }
    }

    /// The names in titles and headings.
    fn add_titles(&mut self, draft: &Draft, finder: &SeriesFinder) {
        let title = draft.title.0.as_str();
        let mentions = event_mentions(title, finder);
        let is_known = |found: &Mention| !matches!(found.series, SeriesName::Possible(_));
        // A title with a known series names no other series.
        let is_dated = LazyCell::new(|| has_date(draft));
        let framed = name_before_year(title, draft.talks.len() > 1)
            .filter(|_| !mentions.iter().any(is_known));
        let framed_is_none = framed.is_none() && mentions.is_empty();
        for found in mentions {
            match &found.series {
                SeriesName::Telling(name) => {
                    // The header may state its year.
                    let has_year = found.year.is_some() || draft.event.start.is_some();
                    self.add_telling(name, found.year, Spot::Title, has_year);
                    // It has a number beside it, or its recap has a date.
                    self.add_named(name, found.is_counted || *is_dated);
                }
                SeriesName::Possible(name) => self.add_shaped(name, found.year, true),
                SeriesName::Known(_) => {}
            }
        }
        if let Some((name, year, is_framed)) = framed {
            self.add_shaped(&name, Some(year), is_framed);
        }
        if framed_is_none && let Some(year) = dated_title(draft) {
            self.add_shaped(title, Some(year), true);
            if let Some(candidate) = self.0.get_mut(&name_key(title)) {
                candidate.is_named = true;
            }
        }
        // Without a title, the first line serves as one.
        let first = draft.passages.first().filter(|_| title.is_empty());
        let first = first.map(|passage| plain_text(std::slice::from_ref(&passage.block)));
        let first = first.iter().filter_map(|text| text.lines().next());
        let headings: Vec<String> = headings_of(draft).into_iter().map(|(text, _)| text).collect();
        for text in first.chain(headings.iter().map(String::as_str)) {
            for found in event_mentions(text, finder) {
                if let SeriesName::Telling(name) = &found.series {
                    self.add_telling(name, found.year, Spot::Opening, found.year.is_some());
                }
            }
        }
    }

    /// Adds names in the first words of a recap, which may be the only mention of the event.
    fn add_opening(&mut self, draft: &Draft, finder: &SeriesFinder) {
        let is_dated = LazyCell::new(|| has_date(draft));
        let is_text = |passage: &&Passage| !matches!(passage.block, Block::Heading { .. });
        for passage in draft.passages.iter().filter(is_text).take(OPENING) {
            let text = plain_text(std::slice::from_ref(&passage.block));
            for found in event_mentions(&text, finder) {
                if let SeriesName::Telling(name) = &found.series
                    && self.add(name, found.year, Spot::Opening).is_some()
                {
                    self.add_named(name, found.is_counted || *is_dated);
                }
            }
        }
    }

    /// Without a year, a single word is a name only if it has an inner capital.
    fn add_named(&mut self, name: &str, is_dated: bool) {
        if let Some(candidate) = self.0.get_mut(&name_key(name)) {
            candidate.is_named |= !name.contains(' ') && (is_dated || !candidate.years.is_empty());
        }
    }

    /// Adds the name of a folder or of the file.
    fn add_path(&mut self, draft: &Draft, finder: &SeriesFinder) {
        if let Some(found) = path_event(&draft.path, finder)
            && let PathSeries::Other(name, is_telling) = found.series
            // A folder of daily notes is about no event.
            && !(found.is_year_of_file && !is_telling && draft.talks.is_empty())
        {
            self.add_telling(&name, found.year, Spot::Folder, is_telling);
            if let Some(candidate) = self.0.get_mut(&name_key(&name)) {
                // A tag may repeat it: `loomcon2019`.
                let mut tags = draft.themes.iter().filter(|theme| theme.is_tag);
                let key = name_key(&name);
                if tags.any(|tag| name_key(tag.name.trim_end_matches(is_digit)) == key) {
                    candidate.spots.insert(Spot::Tag);
                }
                // A folder with `index.md` holds one post, so its name is about that post.
                let file = draft.path.rsplit('/').next().unwrap_or_default();
                let is_post = file.starts_with("index.");
                // The title may be no more than that name: "Weavers" or "Weavers, day 1" in `weavers/2012`.
                let title = without_year(&draft.title.0).0;
                let title = without_part(&title);
                let whole = letters(&without_year(&found.words).0);
                let written = letters(title);
                if written == key {
                    *candidate.spellings.entry(title.to_owned()).or_default() += 1;
                }
                let is_title = !written.is_empty() && (written == key || written == whole);
                if is_title && (found.has_own_year || !found.is_file && !is_post) {
                    candidate.spots.insert(Spot::Title);
                }
                candidate.n_files += usize::from(!found.is_file && !is_post);
                let n_talks = draft.talks.len();
                if found.has_own_year && found.is_file {
                    candidate.n_talks += n_talks;
                } else if found.has_own_year {
                    candidate.n_talks_below += n_talks;
                }
            }
        }
    }

    /// The names in titles and headers, by the first letters of their words.
    fn by_initials(&self) -> BTreeMap<String, Vec<&str>> {
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let is_told = |spot: &Spot| *spot <= Spot::Opening;
        for candidate in self.0.values().filter(|candidate| candidate.spots.iter().any(is_told)) {
            names.entry(initials(candidate.spelling())).or_default().push(candidate.spelling());
        }
        names
    }

    /// Adds likely series names to the finder. Returns the indexes of uncertain ones.
    fn teach(&self, finder: &mut SeriesFinder) -> BTreeSet<usize> {
        let mut unsure = BTreeSet::new();
        let mut also = Vec::new();
        let by_initials = self.by_initials();
        for (key, candidate) in &self.0 {
            // "JSLoom" is short for "JSLoomConf".
            let long = ENDINGS.iter().map(|ending| format!("{key}{ending}"));
            let long = long.into_iter().find(|long| self.0.contains_key(long));
            let long = long.or_else(|| candidate.written_out(&by_initials));
            let long = long.filter(|_| !candidate.is_telling);
            let long = long.and_then(|long| self.0.get_key_value(&long));
            if let Some((long, _)) = long.filter(|(_, long)| long.is_likely()) {
                also.push((candidate.spelling(), long));
                continue;
            }
            if candidate.is_likely() {
                let spelling = candidate.spelling();
                // A name that is known from folders alone is often in lower case.
                let is_written = spelling.contains(char::is_uppercase);
                let name = if is_written { spelling.to_owned() } else { capitalized(spelling) };
                let index = finder.learn(&name, candidate.is_telling || candidate.is_named);
                unsure.extend((!candidate.is_sure()).then_some(index));
                also.extend(long.map(|(_, long)| (long.spelling(), key)));
            }
        }
        for (name, key) in also {
            if let Some(series) = finder.with_letters(key) {
                finder.learn_short(name, series);
            }
        }
        unsure
    }
}

/// The year of the days below a title that may be the name of an event: "Grey Looms" above "5–7 July 2019, Ghent".
fn dated_title(draft: &Draft) -> Option<u16> {
    let title = draft.title.0.as_str();
    let n_words = title.split_whitespace().count();
    let is_name = (2..=5).contains(&n_words)
        && title.split_whitespace().all(|word| is_name_word(word) && !is_cue(word));
    let first = draft.passages.first().filter(|_| is_name && draft.talks.len() > 1)?;
    let text = plain_text(std::slice::from_ref(&first.block));
    let range = date_ranges(&text).into_iter().next()?;
    range.year.filter(|_| range.bytes.start == 0)
}

/// Whether a name is only a place, or consists of words that fit any event: "Dublin", "Conference notes".
fn says_nothing(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    PLACES.named(name).is_some() || words.all(is_generic)
}

/// The words of a name in lower case.
fn words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

fn initials(name: &str) -> String {
    words(name).filter_map(|word| word.chars().next()).collect()
}

/// A title without the part of the event at its end: "Weavers, day 1".
fn without_part(title: &str) -> &str {
    let words = title.trim_end_matches(|c: char| !c.is_alphabetic());
    let start = words.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let is_part = words.len() < title.len()
        && words.get(start..).is_some_and(|word| PARTS.contains(&word.to_lowercase().as_str()));
    let title = if is_part { words.get(..start).unwrap_or(title) } else { title };
    title.trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Words before the number of a part of an event.
const PARTS: [&str; 9] = ["day", "session", "part", "tag", "jour", "día", "giorno", "dia", "dag"];

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '_' | ' ')
}

/// Whether a recap gives its own date or that of its event. The search takes a while.
fn has_date(draft: &Draft) -> bool {
    draft.published.is_some() || folder_year(&draft.path).is_some() || dated_year(draft).is_some()
}
