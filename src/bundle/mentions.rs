//! Where a text names a series, and which year and place stand beside it.

use super::edition::Editions;
use super::registry_entries::ConferenceEntry;
use super::vocabulary::Vocabulary;

impl Editions {
    pub(super) fn full_mentions(&self, text: &str) -> Vec<usize> {
        self.full_mentions_with_words(text).into_iter().map(|(edition, _)| edition).collect()
    }

    /// Editions whose series, place and year stand together, with the words.
    pub(super) fn full_mentions_with_words(&self, text: &str) -> Vec<(usize, String)> {
        let mut mentions = Vec::new();
        for (series, window) in self.windows(text) {
            let years = years(window);
            let places: Vec<String> = self
                .places
                .find(window)
                .into_iter()
                .filter_map(|found| window.get(found.range))
                .map(str::to_lowercase)
                .collect();
            for year in years {
                let all: Vec<usize> = self.of_year(series, year);
                let named = all.iter().copied().filter(|index| self.names_place(*index, &places));
                let named: Vec<usize> = named.collect();
                // The only edition of its year needs no place beside it.
                let meant = if named.is_empty() && places.is_empty() && all.len() == 1 {
                    all
                } else {
                    named
                };
                mentions.extend(meant.into_iter().map(|index| (index, window.trim().to_owned())));
            }
        }
        mentions.dedup();
        mentions
    }

    /// Editions whose series and place stand together, whatever the year.
    pub(super) fn place_mentions(&self, text: &str) -> Vec<usize> {
        let mut mentions = Vec::new();
        for (series, window) in self.windows(text) {
            let found = self.places.find(window).into_iter();
            let places: Vec<String> =
                found.filter_map(|found| window.get(found.range)).map(str::to_lowercase).collect();
            let of_series = |index: &usize| {
                let edition = self.all.get(*index).map(|edition| edition.series.as_str());
                edition == self.series.get(series).map(String::as_str)
            };
            mentions.extend(
                (0..self.all.len())
                    .filter(of_series)
                    .filter(|index| self.names_place(*index, &places)),
            );
        }
        mentions.sort_unstable();
        mentions.dedup();
        mentions
    }

    pub(super) fn names_place(&self, edition: usize, places: &[String]) -> bool {
        let Some(edition) = self.all.get(edition) else { return false };
        edition
            .regions
            .iter()
            .chain([&edition.city])
            .any(|known| places.contains(&known.to_lowercase()))
    }

    pub(super) fn of_year(&self, series: usize, year: u16) -> Vec<usize> {
        let Some(series) = self.series.get(series) else { return Vec::new() };
        let is_meant = |edition: &ConferenceEntry| {
            edition.series == *series && edition.start.is_some_and(|start| start.year() == year)
        };
        self.all
            .iter()
            .enumerate()
            .filter(|(_, edition)| is_meant(edition))
            .map(|(index, _)| index)
            .collect()
    }

    /// Series with a year beside them.
    pub(super) fn year_mentions(&self, text: &str) -> Vec<(usize, u16)> {
        let mut found: Vec<(usize, u16)> = self
            .windows(text)
            .into_iter()
            .flat_map(|(series, window)| years(window).into_iter().map(move |year| (series, year)))
            .collect();
        found.dedup();
        found
    }

    /// Each naming of a series with the few words around it, within its sentence.
    pub(super) fn windows<'a>(&self, text: &'a str) -> Vec<(usize, &'a str)> {
        let found = self.series_names.find(text).into_iter();
        found.map(|found| (found.id, window(text, found.range))).collect()
    }
}

/// Characters of a window before and after the name of the series.
const BEFORE: usize = 24;

const AFTER: usize = 48;

/// The name at `range` and what stands near it in its sentence. A word cut at the edge is left out,
/// since it would be read as another word.
pub(super) fn window(text: &str, range: std::ops::Range<usize>) -> &str {
    let ends_sentence = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let before = text.get(..range.start).unwrap_or_default();
    let (mut start, mut is_cut) = (0, false);
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if ends_sentence(c) || count == BEFORE {
            (start, is_cut) = (at + c.len_utf8(), count == BEFORE);
            break;
        }
    }
    if is_cut {
        start +=
            before.get(start..).and_then(|edge| edge.find(' ')).unwrap_or(before.len() - start);
    }
    let after = text.get(range.end..).unwrap_or_default();
    let mut end = after.len();
    for (count, (at, c)) in after.char_indices().enumerate() {
        if ends_sentence(c) {
            end = at;
            break;
        }
        if count == AFTER {
            end = after.get(..at).and_then(|edge| edge.rfind(' ')).unwrap_or(0);
            break;
        }
    }
    text.get(start..range.end + end).unwrap_or_default()
}

/// Whether the words of `phrase` stand in the text as whole words.
pub(super) fn holds_words(text: &str, phrase: &str) -> bool {
    let mut vocabulary = Vocabulary::default();
    vocabulary.add(0, phrase, true);
    !vocabulary.find(text).is_empty()
}

/// The years in a text: `2018` and `’18`.
pub(super) fn years(text: &str) -> Vec<u16> {
    let mut years = Vec::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        before = rest.get(..at).and_then(|head| head.chars().last()).unwrap_or(before);
        let digits = rest.get(at..).map_or("", |tail| {
            tail.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
        });
        match digits.parse::<u16>() {
            Ok(year) if digits.len() == 4 && (1980..=2100).contains(&year) => years.push(year),
            Ok(year) if digits.len() == 2 && matches!(before, '\'' | '’' | '‘') => {
                years.push(2000 + year);
            }
            _ => {}
        }
        before = '0';
        rest = rest.get(at + digits.len()..).unwrap_or_default();
    }
    years
}
