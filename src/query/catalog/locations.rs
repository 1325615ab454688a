//! The cities and countries of conferences.

use crate::model::Conference;
use crate::query::words::fold::push_folded;

/// A city or a country.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Location<'a> {
    /// Its name in an address.
    pub word: String,
    /// Its name.
    pub name: &'a str,
    /// The positions of its conferences.
    pub conferences: Vec<usize>,
}

/// The cities and countries of `conferences`, by their names in an address.
pub fn locations(conferences: &[Conference]) -> Vec<Location<'_>> {
    let mut locations: Vec<Location<'_>> = Vec::new();
    for (position, conference) in conferences.iter().enumerate() {
        for name in [conference.city.as_str(), conference.country.as_str()] {
            let word = location_word(name);
            let at = locations.partition_point(|known| known.word < word);
            match locations.get_mut(at).filter(|known| known.word == word) {
                // A city may be named like its country.
                Some(known) if known.conferences.last() == Some(&position) => {}
                Some(known) => known.conferences.push(position),
                None if word.is_empty() => {}
                None => locations.insert(at, Location { word, name, conferences: vec![position] }),
            }
        }
    }
    locations
}

/// The name of a city or a country, as an address writes it: "São Paulo" is `sao-paulo`.
pub fn location_word(name: &str) -> String {
    let mut word = String::new();
    for character in name.chars() {
        if !character.is_ascii() || character.is_ascii_alphanumeric() {
            push_folded(&mut word, character);
        } else if !word.is_empty() && !word.ends_with('-') {
            word.push('-');
        }
    }
    word.truncate(word.trim_end_matches('-').len());
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_form_in_an_address() {
        for (name, word) in [
            ("São Paulo", "sao-paulo"),
            ("Washington, D.C.", "washington-d-c"),
            ("sao-paulo", "sao-paulo"),
            ("東京", "東京"),
            (" ", ""),
        ] {
            assert_eq!(location_word(name), word);
            assert_eq!(location_word(word), word);
        }
    }
}
