//! The name of a series in a text, with the place and year beside it.

use super::event_words::{word_length, words_of};
use super::name_lists::{ListedPlace, PLACES};
use super::states::in_state;
use crate::ingest::{month_in_any_case, month_with_capital};
use crate::text::event_year;
use std::ops::Range;

/// A series in a text, with the facts beside it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Mention {
    /// The series.
    pub(super) series: SeriesName,
    /// The name as written.
    pub(super) name: String,
    /// The place in the name, as written: `EU` in `LoomConf EU 2018`.
    pub(super) place: String,
    /// The city beside the name: `Ghent` in `LoomConf 2018 in Ghent`.
    pub(super) city: Option<ListedPlace>,
    /// The year beside the name.
    pub(super) year: Option<u16>,
    /// A two-digit number beside the name, read as a year. `LoomConf 18` may also be the 18th edition.
    pub(super) number: Option<u16>,
    /// Only the number shows that an everyday word is a name, so it counts in titles alone: `Velocity 16`.
    pub(super) is_numbered: bool,
    /// The edition number is beside the name: `WeftMeet XII`.
    pub(super) is_counted: bool,
    /// The words as written.
    pub(super) words: String,
    /// The bytes of the words.
    pub(super) bytes: Range<usize>,
    /// Where the year after the name ends.
    pub(super) year_end: usize,
    /// The bytes of the day and month before the year.
    pub(super) n_dated: usize,
    /// The name goes on up to a range of years, so it is another one: "Loom Days" in "Loom Days Felt
    /// 2009–2019".
    pub(super) is_cut: bool,
}

/// A series, as far as a text identifies it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum SeriesName {
    /// A known series, as an index into those of the finder.
    Known(usize),
    /// A name whose form shows that it is an event name: `LoomConf`.
    Telling(String),
    /// A possible event name, because a year follows: `UXLx 2022`.
    Possible(String),
}

impl Default for SeriesName {
    fn default() -> Self {
        Self::Possible(String::new())
    }
}

/// Reads the facts beside the name of a series.
pub(super) fn beside(text: &str, name: Range<usize>, series: SeriesName) -> Mention {
    let written = text.get(name.clone()).unwrap_or_default().to_owned();
    let mut mention = Mention { series, name: written, bytes: name.clone(), ..Mention::default() };
    let (at, first) = (name.end, name.end);
    let mut after =
        Cursor { text, at, first, extra: Vec::new(), has_joint: false, n_dated: 0, is_cut: false };
    while let Some(found) = after.next() {
        match found {
            Beside::Year(year) if mention.year.is_none() => {
                mention.year = Some(year);
                if mention.city.is_none() && mention.place.is_empty() {
                    mention.place = after.extra.join(" ");
                }
                mention.bytes.end = after.at;
                mention.year_end = after.at;
                mention.n_dated = after.n_dated;
                after.extra.clear();
            }
            Beside::Year(_) => break,
            Beside::Number(number) => {
                mention.number = mention.number.or(Some(2000 + number));
                // "GOTO AMS 18"
                let is_code = |word: &&str| word.len() <= 3 && !word.contains(char::is_lowercase);
                if mention.place.is_empty() && after.extra.iter().all(is_code) {
                    mention.place = after.extra.join(" ");
                    after.extra.clear();
                }
                mention.bytes.end = after.at;
            }
            // Capitalized words between year and place begin something else.
            Beside::Place(..) if mention.year.is_some() && !after.extra.is_empty() => break,
            Beside::Place(place, words, is_close) => {
                // "SREcon 2019 EMEA", "SREcon 2019 Americas": only a region that is not a continent, or its short form,
                // belongs to the name there.
                let is_short = words.chars().all(char::is_uppercase)
                    || ["apac", "americas"].contains(&place.code.as_str());
                let is_behind_year = mention.year.is_some() && is_short && place.is_region();
                let is_in_name = (mention.year.is_none() || is_behind_year)
                    && is_close
                    && after.extra.is_empty();
                if is_in_name && mention.place.is_empty() {
                    mention.place = words;
                }
                match &mut mention.city {
                    None if !place.city.is_empty() => mention.city = Some(place),
                    // "Cambridge, UK"
                    Some(city) if city.country.is_empty() && place.city.is_empty() => {
                        (city.code, city.country) = (place.code, place.country);
                    }
                    _ => {}
                }
                mention.bytes.end = after.at;
            }
        }
    }
    mention.is_cut = after.is_cut;
    if mention.year.is_none()
        && let Some((year, start)) = year_before(text, name.start)
    {
        (mention.year, mention.bytes.start) = (Some(year), start);
    }
    text.get(mention.bytes.clone()).unwrap_or_default().trim().clone_into(&mut mention.words);
    mention
}

/// A fact beside the name of a series.
enum Beside {
    Year(u16),
    /// A two-digit number.
    Number(u16),
    /// A place as written, and whether only a space comes before it.
    Place(ListedPlace, String, bool),
}

/// Reads the text after the name of a series.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Where the name ends.
    first: usize,
    /// Capitalized words that are neither a place nor a year.
    extra: Vec<&'a str>,
    /// A word such as "and" stands between.
    has_joint: bool,
    /// The bytes of the day and month before the year.
    n_dated: usize,
    /// A range of years follows more words of the name.
    is_cut: bool,
}

/// Words that may separate a name, its place and its year.
const FILLERS: &[&str] = &[
    "in",
    "at",
    "the",
    "de",
    "edition",
    "conference",
    "conf",
    "recap",
    "report",
    "am",
    "und",
    "and",
    "à",
    "en",
    "of",
    "day",
    "tag",
];

impl Cursor<'_> {
    /// The next year or place. `None` at the end of the sentence, or when other words begin.
    fn next(&mut self) -> Option<Beside> {
        for _ in 0..4 {
            self.at += aside(self.text.get(self.at..)?);
            let rest = self.text.get(self.at..)?;
            let start = rest.find(char::is_alphanumeric)?;
            let gap = rest.get(..start)?;
            // "YOW! 2018": the sign belongs to the name.
            let is_sign = self.at == self.first && matches!(gap, "! " | "? ");
            let gap =
                if is_sign && year(rest.get(start..start + 4).unwrap_or_default(), " ").is_some() {
                    " "
                } else {
                    gap
                };
            if gap.contains(['!', '?', '\n', ';']) || gap.contains(". ") || gap.len() > 6 {
                return None;
            }
            let rest = rest.get(start..)?;
            if let Some(length) = day_before_year(rest) {
                self.at += start + length;
                self.n_dated = length;
                continue;
            }
            let end = word_length(rest);
            let word = rest.get(..end)?;
            if let Some(year) = year(word, gap) {
                // "Looms 2013–2019" is about several.
                let after = rest.get(end..).unwrap_or_default();
                let through = after.strip_prefix(['-', '–', '—', '/']).and_then(|it| it.get(..4));
                if through.is_some_and(|it| event_year(it).is_some()) {
                    self.is_cut = !self.extra.is_empty();
                    return None;
                }
                self.at += start + end;
                return Some(Beside::Year(year));
            }
            if let Some(number) = short_number(word).filter(|_| gap == " ") {
                self.at += start + end;
                return Some(Beside::Number(number));
            }
            if let Some((place, length)) = PLACES.leading(rest) {
                let words = rest.get(..length)?.to_owned();
                let (place, n_state) = in_state(place, rest.get(length..)?);
                self.at += start + length + n_state;
                return Some(Beside::Place(place, words, matches!(gap, " " | "." | "-" | "")));
            }
            let is_filler = FILLERS.contains(&word.to_lowercase().as_str());
            // "OSCON and Velocity 2016" names two events.
            self.has_joint |= matches!(word, "and" | "und" | "et");
            let is_extra = gap == " " && word.starts_with(char::is_uppercase) && !is_filler;
            if !is_filler && !is_extra || self.extra.len() > 1 {
                return None;
            }
            if is_extra && !self.has_joint {
                self.extra.push(rest.get(..end)?);
            }
            self.at += start + end;
        }
        None
    }
}

/// The length of brackets without a place or a date: " (a party)" in `LoomConf 2018 (a party), Ghent`.
fn aside(text: &str) -> usize {
    const LONGEST: usize = 60;
    let inside = text.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let Some((inside, rest)) = inside.filter(|it| it.0.len() <= LONGEST) else { return 0 };
    let has_place = words_of(inside)
        .any(|word| inside.get(word.start..).is_some_and(|rest| PLACES.leading(rest).is_some()));
    let is_aside = !has_place && !inside.contains(|c: char| c.is_ascii_digit());
    if is_aside { text.len() - rest.len() } else { 0 }
}

/// The years beside months in a text: 2019 in "April 2019".
pub(super) fn dated_months(text: &str) -> Vec<u16> {
    let dated = |range: Range<usize>| {
        let rest = text.get(range.start..)?;
        let behind = rest.get(day_before_year(rest)?..)?;
        behind.get(..4)?.parse().ok()
    };
    words_of(text).filter_map(dated).collect()
}

/// The length of a date's start before its year: "25-26 October " and "October 25-26, " before 2018.
fn day_before_year(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 8;
    const JOINTS: [&str; 9] = ["to", "and", "bis", "und", "et", "y", "e", "de", "of"];
    let (mut at, mut has_month) = (0, false);
    for _ in 0..MOST_WORDS {
        let rest = text.get(at..)?;
        let start = rest.find(char::is_alphanumeric)?;
        let gap = rest.get(..start)?;
        let is_gap = |c: char| matches!(c, ' ' | '-' | '–' | ',' | '.' | '/' | '&');
        if !gap.chars().all(is_gap) || gap.len() > 5 {
            return None;
        }
        let rest = rest.get(start..)?;
        let word = rest.get(..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()))?;
        if has_month && word.len() == 4 && year(word, gap).is_some() {
            return Some(at + start);
        }
        let ordinal = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_day = word.len() - ordinal.len() <= 2
            && ordinal.len() < word.len()
            && (ordinal.is_empty() || is_ordinal(word));
        // "May" may begin a sentence of dates; "may" does not.
        let is_begun = at > 0 || word.starts_with(char::is_uppercase);
        let is_month =
            is_begun && (month_in_any_case(word).is_some() || month_with_capital(word).is_some());
        let is_joint = at > 0 && JOINTS.contains(&word);
        if !(is_day || is_month || is_joint) {
            return None;
        }
        has_month |= is_month;
        at += start + word.len();
    }
    None
}

/// The year in a word; `gap` is the text before it.
fn year(word: &str, gap: &str) -> Option<u16> {
    match word.len() {
        4 => event_year(word).or_else(|| {
            // "2k19"
            let number = word.strip_prefix("2k").or_else(|| word.strip_prefix("2K"))?;
            number.parse::<u16>().ok().map(|number| 2000 + number)
        }),
        2 => {
            let number: u16 = word.parse().ok()?;
            let is_glued = gap.is_empty() && short_number(word).is_some();
            (is_glued || gap.ends_with(['\'', '’', '‘'])).then_some(2000 + number)
        }
        _ => None,
    }
}

/// A two-digit number that may be a year.
fn short_number(word: &str) -> Option<u16> {
    let number = word.parse().ok().filter(|_| word.len() == 2)?;
    (1..=39).contains(&number).then_some(number)
}

/// The year right before a name: `2019 LoomConf`.
fn year_before(text: &str, start: usize) -> Option<(u16, usize)> {
    let before = text.get(..start)?;
    let trimmed = before.trim_end_matches([' ', '-', '/']);
    let word = trimmed.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let is_close = before.len() - trimmed.len() <= 1;
    Some((year(word, " ").filter(|_| is_close)?, trimmed.len() - word.len()))
}

/// Whether a word is a numeric ordinal: `12th`, `3rd`, `4ème`, `5º`.
pub(super) fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let endings = ["st", "nd", "rd", "th", "e", "er", "ème", "eme", "º", "ª", "o", "a"];
    ending.len() < word.len() && endings.contains(&ending)
}
