//! Field words of a search text: `theme:mesh`, `person:ada`, `year:2016..2018`.
//!
//! Their keys are those of an address. A value means everything whose name, or id, has a word that
//! begins so; in quotation marks whole words; with commas any of several. So a value that is being
//! typed already finds, and one that nothing is called finds nothing.

use super::{Choice, Facet, Index, words::words};

/// A condition on what an entry names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Field {
    pub(super) facet: Facet,
    /// Alternatives. Never empty.
    values: Vec<Value>,
    /// The last word of a value is not the beginning of a longer one.
    is_whole: bool,
    /// No entry may have it.
    pub(super) is_excluded: bool,
}

#[derive(Clone, Debug, Eq, PartialEq)]
struct Value {
    /// As typed.
    text: String,
    /// Its words, folded. Never empty.
    words: Vec<String>,
}

impl Field {
    /// Reads a value, or several with commas between. `None` when there is no word in it.
    pub(super) fn new(facet: Facet, text: &str, is_whole: bool) -> Option<Self> {
        let read = |text: &str| {
            let words: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
            (!words.is_empty()).then(|| Value { text: text.to_owned(), words })
        };
        let values: Vec<Value> = text.split(',').filter_map(read).collect();
        (!values.is_empty()).then_some(Self { facet, values, is_whole, is_excluded: false })
    }

    /// Whether `choice` is meant.
    pub(super) fn means(&self, index: &Index, choice: &Choice) -> bool {
        if choice.facet() != self.facet {
            return false;
        }
        let word = choice.word();
        let names = match choice {
            Choice::Conference(id) => index
                .conference(id)
                .map_or([""; 4], |it| [it.name.as_str(), &it.short_name, &it.city, &it.country]),
            Choice::Theme(id) => [index.theme(id).map_or("", |it| &it.name), "", "", ""],
            Choice::Person(id) => [index.person(id).map_or("", |it| &it.name), "", "", ""],
            Choice::Organization(id) => {
                [index.organization(id).map_or("", |it| &it.name), "", "", ""]
            }
            Choice::Year(_) | Choice::Kind(_) | Choice::Video => [""; 4],
        };
        self.values.iter().any(|value| match value.text.split_once("..") {
            Some((first, last)) if self.facet == Facet::Year => is_between(&word, first, last),
            Some(_) | None => {
                let is_so = |name: &str| holds(name, &value.words, self.is_whole);
                is_so(&word) || names.into_iter().any(is_so)
            }
        })
    }
}

/// Whether the words stand in a row in `name`.
fn holds(name: &str, wanted: &[String], is_whole: bool) -> bool {
    let Some((wanted_last, wanted_first)) = wanted.split_last() else { return false };
    words(name).windows(wanted.len()).any(|run| {
        run.split_last().is_some_and(|(last, first)| {
            let is_last = if is_whole {
                last.folded == *wanted_last
            } else {
                last.folded.starts_with(wanted_last.as_str())
            };
            is_last && first.iter().zip(wanted_first).all(|(word, wanted)| word.folded == *wanted)
        })
    })
}

/// Whether a year is within a range, whose ends may be missing or beginnings of years:
/// `2016..`, `2016..20`.
fn is_between(year: &str, first: &str, last: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(first)
        && is_number(last)
        && year >= first
        && (last.is_empty() || year.get(..last.len()).is_some_and(|year| year <= last))
}

#[cfg(test)]
impl std::fmt::Display for Field {
    /// Writes e.g. `-Theme=service+me*`, the star for a beginning.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let star = if self.is_whole { "" } else { "*" };
        let value = |value: &Value| {
            if value.text.contains("..") {
                return value.text.clone();
            }
            value.words.join("+") + star
        };
        let values: Vec<String> = self.values.iter().map(value).collect();
        let sign = if self.is_excluded { "-" } else { "" };
        write!(f, "{sign}{:?}={}", self.facet, values.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_years_may_be_open_or_unfinished() {
        let years = |first, last| {
            let years = (2014..=2021).map(|year: u16| year.to_string());
            years.filter(|year| is_between(year, first, last)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(years("2016", "2018"), "2016 2017 2018");
        assert_eq!(years("2019", ""), "2019 2020 2021");
        assert_eq!(years("", "2015"), "2014 2015");
        assert_eq!(years("2018", "201"), "2018 2019");
        assert_eq!(years("2018", "2"), "2018 2019 2020 2021");
        assert_eq!(years("2018", "2016"), "");
        assert_eq!(years("soon", "2016"), "");
        assert_eq!(years("2016", "later"), "");
        assert_eq!(years("2016", "20180"), "");
    }
}
