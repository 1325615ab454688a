//! Learns series that a folder names but no list contains.

use super::event_mentions::event_mentions;
use super::event_words::is_name_word;
use super::mention::{Mention, SeriesName};
use super::name_lists::PLACES;
use super::path_events::{PathSeries, folder_year, path_event};
use super::path_name::{ENDINGS, capitalized, is_generic};
use super::said::{OPENING, Spot, headings, without_year};
use super::series_finder::SeriesFinder;
use super::years::dated_year;
use crate::ingest::{Draft, Passage, letters, name_key};
use crate::model::{Block, plain_text};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

/// A name that a folder may give to a series.
#[derive(Debug, Default)]
struct Candidate {
    /// Its spellings, with how often each is used.
    spellings: BTreeMap<String, usize>,
    years: BTreeSet<u16>,
    spots: BTreeSet<Spot>,
    /// Its form or a header shows that it is an event name.
    is_telling: bool,
    /// Number of files in folders with that name and a year.
    n_files: usize,
    /// Number of talks in files that have this name and a year, or that are in such a folder.
    n_talks: usize,
    /// A recap names it as an event in its title or its first words, and its form also suggests an event.
    is_named: bool,
    /// It is at the position of an event name in a title, or its letters look like a name.
    is_shaped: bool,
}

impl Candidate {
    /// The spelling with the most capitals; among equals, the most frequent one.
    fn spelling(&self) -> &str {
        let capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
        let best = self.spellings.iter().max_by_key(|(name, count)| (capitals(name), **count));
        best.map_or("", |(name, _)| name)
    }

    /// Whether it is named in several ways.
    fn is_sure(&self) -> bool {
        self.is_telling || self.spots.len() > 1
    }
}

/// The names that a folder may give to series, by their letters.
#[derive(Debug, Default)]
struct Candidates(BTreeMap<String, Candidate>);

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
    fn add(&mut self, name: &str, year: Option<u16>, spot: Spot) -> Option<&mut Candidate> {
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
        for found in mentions {
            match &found.series {
                SeriesName::Telling(name) => {
                    self.add_telling(name, found.year, Spot::Title, found.year.is_some());
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
        // Without a title, the first line serves as one.
        let first = draft.passages.first().filter(|_| title.is_empty());
        let first = first.map(|passage| plain_text(std::slice::from_ref(&passage.block)));
        let first = first.iter().filter_map(|text| text.lines().next());
        let headings: Vec<String> = headings(draft).into_iter().map(|(text, _)| text).collect();
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
                candidate.n_files += usize::from(!found.is_file && !is_post);
                let n_talks = draft.talks.len();
                candidate.n_talks += if found.has_own_year { n_talks } else { 0 };
            }
        }
    }

    /// Adds likely series names to the finder. Returns the indexes of uncertain ones.
    fn teach(&self, finder: &mut SeriesFinder) -> BTreeSet<usize> {
        let mut unsure = BTreeSet::new();
        let mut short = Vec::new();
        for (key, candidate) in &self.0 {
            // "JSLoom" is short for "JSLoomConf".
            let long = ENDINGS.iter().map(|ending| format!("{key}{ending}"));
            let long = long.into_iter().find(|long| self.0.contains_key(long));
            if let Some(long) = long.filter(|_| !candidate.is_telling) {
                short.push((candidate.spelling(), long));
                continue;
            }
            // Yearly folders are not necessarily about a conference.
            let is_repeated = candidate.years.len() > 1;
            let is_dated = candidate.is_shaped && !candidate.years.is_empty();
            // A single post often has its own folder; a conference rarely does.
            let is_folder = candidate.n_files > 1 || candidate.n_talks > 1;
            let is_named = candidate.is_named;
            if candidate.is_sure() || is_repeated || is_dated || is_folder || is_named {
                let spelling = candidate.spelling();
                // A name that is known from folders alone is often in lower case.
                let is_written = spelling.contains(char::is_uppercase);
                let name = if is_written { spelling.to_owned() } else { capitalized(spelling) };
                let index = finder.learn(&name, candidate.is_telling || candidate.is_named);
                unsure.extend((!candidate.is_sure()).then_some(index));
            }
        }
        for (name, long) in short {
            if let Some(series) = finder.with_letters(&long) {
                finder.learn_short(name, series);
            }
        }
        unsure
    }
}

/// Whether a name is only a place, or consists of words that fit any event: "Dublin", "Conference notes".
fn says_nothing(name: &str) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    PLACES.named(name).is_some() || words.all(is_generic)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '_' | ' ')
}

/// Words in titles of recaps.
const CUES: &[&str] = &[
    "recap",
    "report",
    "notes",
    "trip",
    "learned",
    "learnt",
    "impressions",
    "takeaways",
    "highlights",
    "day",
    "attended",
    "attending",
    "visiting",
    "visited",
    "conference",
    "bericht",
    "rückblick",
    "nachlese",
    "eindrücke",
    "retour",
    "compte",
    "resumen",
    "crónica",
    "riassunto",
    "verslag",
    "summary",
    "retrospective",
    "wrap",
];

/// The same in Japanese, which has no spaces between words.
const JAPANESE_CUES: [&str; 2] = ["参加", "レポート"];

/// Words before the name of an event: "Three things from Grey Looms 2018".
const FROM: &[&str] = &[
    "from", "of", "at", "vom", "von", "de", "du", "des", "del", "dal", "dalla", "van", "da", "do",
];

/// Words for the owner of a recap: "My Looms 2018".
const WHOSE: &[&str] = &[
    "my", "our", "mein", "meine", "unser", "unsere", "mon", "mes", "notre", "nos", "mi", "mis",
    "nuestro", "nuestra", "il", "mio", "la", "mia", "mijn", "onze", "meu", "minha", "nosso",
    "nossa", "the",
];

/// Words between a year and a place: "Grey Looms 2018 in Ghent".
const IN: &[&str] = &["in", "at", "à", "a", "en", "em", "te"];

/// A name of capitalized words right before a year: `Grey Looms` in "Notes from Grey Looms 2018". The flag says that
/// the rest of the title shows a recap, or an event, if `has_talks` says that the text describes several talks.
fn name_before_year(title: &str, has_talks: bool) -> Option<(String, u16, bool)> {
    let year = without_year(title).1?;
    let words: Vec<&str> = title.split_whitespace().collect();
    let at = words.iter().position(|word| without_year(word).1 == Some(year))?;
    let (before, after) = (words.get(..at)?, words.get(at + 1..)?);
    let is_whose = |word: &str| WHOSE.contains(&letters(word).as_str());
    let is_part = |word: &&&str| {
        matches!(**word, "&" | "+") || is_name_word(word) && !is_generic(word) && !is_whose(word)
    };
    let is_cue = |word: &&str| CUES.contains(&letters(word).as_str());
    let length = before.iter().rev().take(5).take_while(is_part).count();
    // "Data East 2018" above several talks: a common word may begin the name.
    let is_named = |word: &&str| is_name_word(word) && !is_cue(word) && !is_whose(word);
    let is_title = has_talks && (2..=4).contains(&at) && length > 0 && before.iter().all(is_named);
    let length = if is_title { at } else { length };
    let name = before.get(at - length..)?.join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let has_cue = before.iter().chain(after).any(is_cue)
        || JAPANESE_CUES.iter().any(|cue| title.contains(cue));
    let is_whole = length == at && length > 1 && after.is_empty();
    // If talks follow, a place may come after the year, and "from" before the name.
    let is_place = match after {
        [] => true,
        [first, place @ ..] => {
            (IN.contains(first) || matches!(*first, "-" | "–" | "—" | "@"))
                && (1..=3).contains(&place.len())
                && place.iter().all(|word| is_name_word(word))
        }
    };
    let is_led = at > length
        && before.get(at - length - 1).is_some_and(|word| FROM.contains(&letters(word).as_str()));
    let is_of_talks = has_talks && is_place && (is_led || length == at);
    (!name.is_empty()).then_some((name, year, has_cue || is_whole || is_of_talks))
}

/// Whether a recap gives its own date or that of its event. The search takes a while.
fn has_date(draft: &Draft) -> bool {
    draft.published.is_some() || folder_year(&draft.path).is_some() || dated_year(draft).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_frame_a_name() {
        let check = |title: &str, expected: Option<(&str, u16, bool)>| {
            let found = name_before_year(title, false);
            let found = found.as_ref().map(|(name, year, framed)| (name.as_str(), *year, *framed));
            assert_eq!(found, expected, "{title}");
        };
        check("Notes from Grey Looms 2018", Some(("Grey Looms", 2018, true)));
        check("Grey Looms 2018", Some(("Grey Looms", 2018, true)));
        check("Looms 2018", Some(("Looms", 2018, false)));
        check("Looms 2018 recap", Some(("Looms", 2018, true)));
        check("Grey Looms 2018に参加した", Some(("Grey Looms", 2018, true)));
        check("The looms of 2018", None);
        check("My Review 2018", None);
        check("Grey Looms", None);
        let of_talks = |title| name_before_year(title, true).filter(|it| it.2).map(|it| it.0);
        for (title, expected) in [
            ("Looms 2018", Some("Looms")),
            ("Data Looms 2018", Some("Data Looms")),
            ("Three things from Looms 2018", Some("Looms")),
            ("Grey Looms 2018 a Gent", Some("Grey Looms")),
            ("Grey Looms 2018 - Gent", Some("Grey Looms")),
            ("My Looms 2018", None),
            ("Mes Looms 2018 à Gent", None),
            ("Mon Looms 2018", None),
            ("What I Saw in 2018", None),
            ("The best of 2018", None),
            ("Looms 2018 and wool", None),
        ] {
            assert_eq!(of_talks(title).as_deref(), expected, "{title}");
        }
    }
}
