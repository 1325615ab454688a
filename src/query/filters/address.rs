//! A query as the query part of an address. The grammar is public and stable:
//!
//! ```text
//! ?q=words&year=2016..2018,2020&conference=a,b&theme=a&person=a&org=a&kind=keynote,note
//!  &has=video&view=themes&sort=title
//! ```
//!
//! Every text can be parsed. Keys may come in any order. A repeated list or text adds up. Of a repeated `view` or
//! `sort` the last valid one counts.

use super::{
    address_warning::{AddressProblem, AddressWarning},
    facet::{EntryKind, Facet, FacetValue, VIDEO},
    filter_state::{MAX_TEXT_CHARS, Query},
    selection::Selection,
    view::{Sort, View},
    years::{self, year_runs},
};
use crate::query::{EntityIndex, location_word};
use crate::text::percent;

/// The most bytes of an address to read.
const MAX_BYTES: usize = 8 * 1024;
/// The longest id to read, in bytes.
const MAX_ID_BYTES: usize = 200;

impl Query {
    /// Reads the query part of an address, with or without its `?`. Every text can be parsed: broken or unknown parts
    /// are left out, and a warning names each.
    pub fn parse(search: &str) -> (Self, Vec<AddressWarning>) {
        parse(search)
    }

    /// Writes the query as `""` or `"?q=…&year=…"`. Defaults are not written and the order of the
    /// keys is fixed, so equal queries have equal addresses.
    pub fn to_search(&self) -> String {
        to_search(self)
    }

    /// Drops years and ids that `index` does not know, with a warning for each. A range of years is cut to the years of
    /// the collection; a warning names it only if no year is left.
    #[must_use = "the visitor wants to know what was dropped"]
    pub fn retain_known(&mut self, index: &EntityIndex) -> Vec<AddressWarning> {
        retain_known(self, index)
    }
}

/// The names of the keys.
mod key {
    pub(super) const TEXT: &str = "q";
    pub(super) const VIEW: &str = "view";
    pub(super) const SORT: &str = "sort";
}

fn to_search(query: &Query) -> String {
    // Destructured, so that a new field does not compile until it is written here.
    let Query { text, selection, view, sort } = query;
    let mut parts = Vec::new();
    let mut write = |key: &str, value: &str| {
        if !value.is_empty() {
            parts.push([key, "=", value].concat());
        }
    };
    if query.has_text() {
        write(key::TEXT, &percent::encode_query(text));
    }
    for facet in Facet::ALL {
        write(facet.key(), &values_of(selection, facet));
    }
    if *view != View::default() {
        write(key::VIEW, view.slug());
    }
    if let Some(sort) = sort.filter(|sort| *sort != query.usual_order()) {
        write(key::SORT, sort.slug());
    }
    if parts.is_empty() { String::new() } else { "?".to_owned() + &parts.join("&") }
}

fn values_of(choices: &Selection, facet: Facet) -> String {
    if facet == Facet::Year {
        return years::write(&choices.years());
    }
    let words: Vec<String> =
        choices.of(facet).map(|choice| percent::encode_query(&choice.word())).collect();
    words.join(",")
}

fn parse(search: &str) -> (Query, Vec<AddressWarning>) {
    let mut reader = Reader::default();
    let (parts, is_cut) = parts(search);
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        reader.read(&percent::decode_query(key), &percent::decode_query(value));
    }
    if is_cut {
        reader.warn("address", "", AddressProblem::TooLong);
    }
    let Reader { mut query, mut warnings } = reader;
    if let Some((end, _)) = query.text.char_indices().nth(MAX_TEXT_CHARS) {
        query.text.truncate(end);
        let problem = AddressProblem::TooLong;
        warnings.push(AddressWarning {
            key: key::TEXT.to_owned(),
            value: query.text.clone(),
            problem,
        });
    }
    query.forget_usual_order();
    (query, warnings)
}

/// The parts of `search` with foreign keys, unchanged and in order. Append them when writing an address, since the page
/// around us may need them.
pub fn foreign_parts(search: &str) -> Vec<&str> {
    let is_foreign = |part: &&str| {
        let key = part.split('=').next().unwrap_or_default();
        let key = percent::decode_query(key);
        ![key::TEXT, key::VIEW, key::SORT].contains(&key.as_str())
            && Facet::from_key(&key).is_none()
    };
    parts(search).0.into_iter().filter(is_foreign).collect()
}

/// Whether a key was added to track readers. It says nothing about the view, so it is not a mistake of the reader. Such
/// keys have an underscore (`utm_source`, `mc_cid`) or name a click (`fbclid`, `msclkid`); our keys, and misspellings
/// of them, do not.
fn is_tracking(key: &str) -> bool {
    key.contains('_') || key.ends_with("clid") || key.ends_with("clkid")
}

/// The parts between `&`, and whether some were left out because the address is too long.
fn parts(search: &str) -> (Vec<&str>, bool) {
    let search = search.strip_prefix('?').unwrap_or(search);
    let mut end = 0;
    let mut parts = Vec::new();
    for part in search.split('&') {
        end += part.len() + 1;
        if end > MAX_BYTES + 1 {
            return (parts, true);
        }
        if !part.is_empty() {
            parts.push(part);
        }
    }
    (parts, false)
}

/// The query read so far, and the warnings.
#[derive(Default)]
struct Reader {
    query: Query,
    warnings: Vec<AddressWarning>,
}

impl Reader {
    fn read(&mut self, key: &str, value: &str) {
        match key {
            key::TEXT => self.read_text(value),
            key::VIEW => {
                let views = self.values(key, value, |word| choice(View::ALL, View::slug, word));
                self.query.view = views.last().copied().unwrap_or(self.query.view);
            }
            key::SORT => {
                let sorts = self.values(key, value, |word| choice(Sort::ALL, Sort::slug, word));
                self.query.sort = sorts.last().copied().or(self.query.sort);
            }
            _ => match Facet::from_key(key) {
                Some(facet) => {
                    for choice in self.values(key, value, |word| choices(facet, word)).concat() {
                        self.query.selection.put(choice, true);
                    }
                }
                None if is_tracking(key) => {}
                None => self.warn(key, value, AddressProblem::UnknownKey),
            },
        }
    }

    fn read_text(&mut self, value: &str) {
        if value.trim().is_empty() {
            return;
        }
        if !self.query.text.is_empty() {
            self.query.text.push(' ');
        }
        self.query.text.push_str(value);
    }

    /// The valid values between commas; a warning names each of the others.
    fn values<T>(
        &mut self,
        key: &str,
        value: &str,
        parse: impl Fn(&str) -> Result<T, AddressProblem>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match parse(word) {
                Ok(value) => values.push(value),
                Err(problem) => self.warn(key, word, problem),
            }
        }
        values
    }

    fn warn(&mut self, key: &str, value: &str, problem: AddressProblem) {
        self.warnings.push(AddressWarning {
            key: key.to_owned(),
            value: value.to_owned(),
            problem,
        });
    }
}

fn choice<T: Copy, const N: usize>(
    all: [T; N],
    slug: impl Fn(T) -> &'static str,
    word: &str,
) -> Result<T, AddressProblem> {
    all.into_iter().find(|choice| slug(*choice) == word).ok_or(AddressProblem::NotAChoice)
}

/// The choice of a value between commas: one value, or a range of years.
fn choices(facet: Facet, word: &str) -> Result<Vec<FacetValue>, AddressProblem> {
    let choice = match facet {
        Facet::Year => return Ok(years::parse(word)?.map(FacetValue::Year).collect()),
        Facet::Conference => FacetValue::Conference(id(word)?.into()),
        Facet::Theme => FacetValue::Theme(id(word)?.into()),
        Facet::Person => FacetValue::Person(id(word)?.into()),
        Facet::Organization => FacetValue::Organization(id(word)?.into()),
        Facet::Location => FacetValue::Location(location_word(word)),
        Facet::Kind => FacetValue::Kind(choice(EntryKind::ALL, EntryKind::slug, word)?),
        Facet::Video => choice([VIDEO], |video| video, word).map(|_| FacetValue::Video)?,
    };
    Ok(vec![choice])
}

fn id(word: &str) -> Result<&str, AddressProblem> {
    let is_of_id = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
    };
    let is_id = !word.is_empty() && word.len() <= MAX_ID_BYTES && word.bytes().all(is_of_id);
    if is_id { Ok(word) } else { Err(AddressProblem::NotAnId) }
}

fn retain_known(query: &mut Query, index: &EntityIndex) -> Vec<AddressWarning> {
    let known_years = index.years();
    let mut warnings = Vec::new();
    let mut drop_unknown = |facet: Facet, value: String| {
        let problem = AddressProblem::NotInCollection;
        warnings.push(AddressWarning { key: facet.key().to_owned(), value, problem });
    };
    for run in year_runs(&query.selection.years()) {
        if !known_years.iter().any(|year| run.contains(year)) {
            drop_unknown(Facet::Year, years::write(&run.collect::<Vec<u16>>()));
        }
    }
    query.selection.retain(|choice| {
        let is_known = match choice {
            // Its run already has a warning.
            FacetValue::Year(year) => return known_years.contains(year),
            FacetValue::Conference(id) => index.conference(id).is_some(),
            FacetValue::Theme(id) => index.theme(id).is_some(),
            FacetValue::Person(id) => index.person(id).is_some(),
            FacetValue::Organization(id) => index.organization(id).is_some(),
            FacetValue::Location(word) => index.location_name(word).is_some(),
            FacetValue::Kind(_) | FacetValue::Video => true,
        };
        if !is_known {
            drop_unknown(choice.facet(), choice.word().into_owned());
        }
        is_known
    });
    warnings
}
