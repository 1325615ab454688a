//! Qualifier words of a search text: `theme:mesh`, `person:ada`, `year:2016..2018`.
//!
//! Their keys are those of an address. A value matches every thing whose name or id has a word with this prefix; in
//! quotation marks, whole words. So an unfinished value already matches, and a value that is not a name matches
//! nothing.

use super::facet::{Facet, FacetValue};
use crate::query::{EntityIndex, words::words};

/// A condition on the things that an entry names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::query) struct Qualifier {
    pub(in crate::query) facet: Facet,
    /// The value as typed.
    value: String,
    /// Its words as in a name, see [`spaced`]. Without a space at the end, the last word may be the beginning of a
    /// longer one.
    words: String,
    /// Entries must not have it.
    pub(in crate::query) is_excluded: bool,
}

impl Qualifier {
    /// Reads a value whose last word is complete or a beginning. `None` if it has no word.
    pub(super) fn new(facet: Facet, text: &str, is_whole: bool) -> Option<Self> {
        let mut words = spaced(text);
        if !is_whole {
            words.pop();
        }
        let value = text.to_owned();
        (!words.trim().is_empty()).then_some(Self { facet, value, words, is_excluded: false })
    }

    /// Whether `choice` matches.
    pub(in crate::query) fn means(&self, index: &EntityIndex, choice: &FacetValue) -> bool {
        if choice.facet() != self.facet {
            return false;
        }
        let word = choice.word();
        if let Some((first, last)) = self.value.split_once("..")
            && self.facet == Facet::Year
        {
            return is_between(&word, first, last);
        }
        let name = match choice {
            FacetValue::Conference(id) => {
                let Some(it) = index.conference(id) else { return false };
                let names = [&it.name, &it.short_name, &it.city, &it.country];
                if names.into_iter().any(|name| self.is_in(name)) {
                    return true;
                }
                None
            }
            FacetValue::Theme(id) => index.theme(id).map(|it| &it.name),
            FacetValue::Person(id) => index.person(id).map(|it| &it.name),
            FacetValue::Organization(id) => index.organization(id).map(|it| &it.name),
            FacetValue::Year(_)
            | FacetValue::Location(_)
            | FacetValue::Kind(_)
            | FacetValue::Video => None,
        };
        self.is_in(&word) || name.is_some_and(|name| self.is_in(name))
    }

    fn is_in(&self, name: &str) -> bool {
        spaced(name).contains(&self.words)
    }
}

/// The words of a name, folded, with a space before and after each.
fn spaced(name: &str) -> String {
    let mut text = " ".to_owned();
    for word in words(name) {
        text.push_str(&word.folded);
        text.push(' ');
    }
    text
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
impl std::fmt::Display for Qualifier {
    /// Prints e.g. `-Theme=service+me*`; the star marks a beginning.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = self.words.trim().replace(' ', "+");
        let star = if self.words.ends_with(' ') { "" } else { "*" };
        let sign = if self.is_excluded { "-" } else { "" };
        write!(f, "{sign}{:?}={words}{star}", self.facet)
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
