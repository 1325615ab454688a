//! A query as the query part of an address. The grammar is public and stable:
//!
//! ```text
//! ?q=words&year=2016..2018,2020&conference=a,b&theme=a&person=a&org=a&kind=keynote,note
//!  &has=video&view=themes&sort=title
//! ```
//!
//! Every text can be read. Keys may come in any order; a repeated list or text adds up, of a
//! repeated `view` or `sort` the last good one counts.

use super::{
    AddressProblem, AddressWarning, Choice, Choices, Facet, Index, Kind, MAX_TEXT_CHARS, Query,
    Sort, View, choice::VIDEO, percent, year_runs, years,
};

/// How much of an address is read, in bytes.
const MAX_BYTES: usize = 8 * 1024;
/// Longest id that is read, in bytes.
const MAX_ID_BYTES: usize = 200;

/// What the keys are called.
mod key {
    pub(super) const TEXT: &str = "q";
    pub(super) const VIEW: &str = "view";
    pub(super) const SORT: &str = "sort";
}

/// What the key of a facet is called.
fn key_of(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "year",
        Facet::Conference => "conference",
        Facet::Theme => "theme",
        Facet::Person => "person",
        Facet::Organization => "org",
        Facet::Kind => "kind",
        Facet::Video => "has",
    }
}

/// The facet that a key asks about.
pub(super) fn facet_of(key: &str) -> Option<Facet> {
    Facet::ALL.into_iter().find(|facet| key_of(*facet) == key)
}

pub(super) fn to_search(query: &Query) -> String {
    // Taken apart, so that a new field does not compile before it has a place here.
    let Query { text, choices, view, sort } = query;
    let mut parts = Vec::new();
    let mut write = |key: &str, value: &str| {
        if !value.is_empty() {
            parts.push([key, "=", value].concat());
        }
    };
    if query.has_text() {
        write(key::TEXT, &percent::encode(text));
    }
    for facet in Facet::ALL {
        write(key_of(facet), &values_of(choices, facet));
    }
    if *view != View::default() {
        write(key::VIEW, view.slug());
    }
    if let Some(sort) = sort.filter(|sort| *sort != query.usual_order()) {
        write(key::SORT, sort.slug());
    }
    if parts.is_empty() { String::new() } else { "?".to_owned() + &parts.join("&") }
}

fn values_of(choices: &Choices, facet: Facet) -> String {
    if facet == Facet::Year {
        return years::write(&choices.years());
    }
    let words: Vec<String> =
        choices.of(facet).map(|choice| percent::encode(&choice.word())).collect();
    words.join(",")
}

pub(super) fn parse(search: &str) -> (Query, Vec<AddressWarning>) {
    let mut reader = Reader::default();
    let (parts, is_cut) = parts(search);
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        reader.read(&percent::decode(key), &percent::decode(value));
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

/// The parts of `search` whose keys are not ours, as written there, in order. Whoever writes an
/// address appends them, since the page around us may need them.
pub fn foreign_parts(search: &str) -> Vec<&str> {
    let is_foreign = |part: &&str| {
        let key = part.split('=').next().unwrap_or_default();
        let key = percent::decode(key);
        ![key::TEXT, key::VIEW, key::SORT].contains(&key.as_str()) && facet_of(&key).is_none()
    };
    parts(search).0.into_iter().filter(is_foreign).collect()
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

/// The query read so far, and what was wrong on the way.
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
            _ => match facet_of(key) {
                Some(facet) => {
                    for choice in self.values(key, value, |word| choices(facet, word)).concat() {
                        self.query.choices.put(choice, true);
                    }
                }
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

    /// The good ones of the values between commas; the others are named.
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

/// What a word between commas chooses: one value, or a range of years.
fn choices(facet: Facet, word: &str) -> Result<Vec<Choice>, AddressProblem> {
    let choice = match facet {
        Facet::Year => return Ok(years::parse(word)?.map(Choice::Year).collect()),
        Facet::Conference => Choice::Conference(id(word)?.into()),
        Facet::Theme => Choice::Theme(id(word)?.into()),
        Facet::Person => Choice::Person(id(word)?.into()),
        Facet::Organization => Choice::Organization(id(word)?.into()),
        Facet::Kind => Choice::Kind(choice(Kind::ALL, Kind::slug, word)?),
        Facet::Video => choice([VIDEO], |video| video, word).map(|_| Choice::Video)?,
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

pub(super) fn retain_known(query: &mut Query, index: &Index) -> Vec<AddressWarning> {
    let known_years = index.years();
    let mut warnings = Vec::new();
    let mut drop_unknown = |facet: Facet, value: String| {
        let problem = AddressProblem::NotInCollection;
        warnings.push(AddressWarning { key: key_of(facet).to_owned(), value, problem });
    };
    for run in year_runs(&query.choices.years()) {
        if !known_years.iter().any(|year| run.contains(year)) {
            drop_unknown(Facet::Year, years::write(&run.collect::<Vec<u16>>()));
        }
    }
    query.choices.retain(|choice| {
        let is_known = match choice {
            // Named above, by the run.
            Choice::Year(year) => return known_years.contains(year),
            Choice::Conference(id) => index.conference(id).is_some(),
            Choice::Theme(id) => index.theme(id).is_some(),
            Choice::Person(id) => index.person(id).is_some(),
            Choice::Organization(id) => index.organization(id).is_some(),
            Choice::Kind(_) | Choice::Video => true,
        };
        if !is_known {
            drop_unknown(choice.facet(), choice.word().into_owned());
        }
        is_known
    });
    warnings
}
