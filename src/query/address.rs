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
    AddressProblem, AddressWarning, Index, Kind, MAX_TEXT_CHARS, Query, Sort, View, percent,
    sorting::set_of, year_runs, years,
};
use crate::model::{ConferenceId, OrganizationId, PersonId, ThemeId};
use std::collections::BTreeSet;

/// How much of an address is read, in bytes.
const MAX_BYTES: usize = 8 * 1024;
/// Longest id that is read, in bytes.
const MAX_ID_BYTES: usize = 200;

/// What the keys are called.
mod key {
    pub(super) const TEXT: &str = "q";
    pub(super) const YEAR: &str = "year";
    pub(super) const CONFERENCE: &str = "conference";
    pub(super) const THEME: &str = "theme";
    pub(super) const PERSON: &str = "person";
    pub(super) const ORGANIZATION: &str = "org";
    pub(super) const KIND: &str = "kind";
    pub(super) const HAS: &str = "has";
    pub(super) const VIEW: &str = "view";
    pub(super) const SORT: &str = "sort";
    pub(super) const ALL: [&str; 10] =
        [TEXT, YEAR, CONFERENCE, THEME, PERSON, ORGANIZATION, KIND, HAS, VIEW, SORT];
}

/// The only word that `has` takes.
const VIDEO: &str = "video";

pub(super) fn to_search(query: &Query) -> String {
    // Taken apart, so that a new field does not compile before it has a place here.
    let Query {
        text,
        years,
        conferences,
        themes,
        people,
        organizations,
        kinds,
        has_video,
        view,
        sort,
    } = query;
    let mut parts = Vec::new();
    let mut write = |key: &str, value: String| {
        if !value.is_empty() {
            parts.push(format!("{key}={value}"));
        }
    };
    write(key::TEXT, if query.has_text() { percent::encode(text) } else { String::new() });
    write(key::YEAR, years::write(years));
    write(key::CONFERENCE, list(conferences.iter().map(ConferenceId::as_str)));
    write(key::THEME, list(themes.iter().map(ThemeId::as_str)));
    write(key::PERSON, list(people.iter().map(PersonId::as_str)));
    write(key::ORGANIZATION, list(organizations.iter().map(OrganizationId::as_str)));
    write(key::KIND, list(kinds.iter().map(|kind| kind.slug())));
    write(key::HAS, if *has_video { VIDEO.to_owned() } else { String::new() });
    write(key::VIEW, if *view == View::default() { String::new() } else { view.slug().to_owned() });
    write(
        key::SORT,
        sort.filter(|sort| *sort != query.usual_order())
            .map(Sort::slug)
            .unwrap_or_default()
            .to_owned(),
    );
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}

fn list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    values.map(percent::encode).collect::<Vec<_>>().join(",")
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
        !key::ALL.contains(&percent::decode(key).as_str())
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
            key::YEAR => {
                let ranges: Vec<_> = self.values(key, value, years::parse);
                self.query.years.extend(ranges.into_iter().flatten());
            }
            key::CONFERENCE => {
                let ids = self.values(key, value, parse_id);
                self.query.conferences.extend(ids);
            }
            key::THEME => {
                let ids = self.values(key, value, parse_id);
                self.query.themes.extend(ids);
            }
            key::PERSON => {
                let ids = self.values(key, value, parse_id);
                self.query.people.extend(ids);
            }
            key::ORGANIZATION => {
                let ids = self.values(key, value, parse_id);
                self.query.organizations.extend(ids);
            }
            key::KIND => {
                let kinds = self.values(key, value, |word| choice(Kind::ALL, Kind::slug, word));
                self.query.kinds.extend(kinds);
            }
            key::HAS => {
                let words = self.values(key, value, |word| choice([VIDEO], |video| video, word));
                self.query.has_video |= !words.is_empty();
            }
            key::VIEW => {
                let views = self.values(key, value, |word| choice(View::ALL, View::slug, word));
                self.query.view = views.last().copied().unwrap_or(self.query.view);
            }
            key::SORT => {
                let sorts = self.values(key, value, |word| choice(Sort::ALL, Sort::slug, word));
                self.query.sort = sorts.last().copied().or(self.query.sort);
            }
            _ => self.warn(key, value, AddressProblem::UnknownKey),
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

fn parse_id<T: for<'a> From<&'a str>>(word: &str) -> Result<T, AddressProblem> {
    let is_of_id = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
    };
    if !word.is_empty() && word.len() <= MAX_ID_BYTES && word.bytes().all(is_of_id) {
        Ok(T::from(word))
    } else {
        Err(AddressProblem::NotAnId)
    }
}

pub(super) fn retain_known(query: &mut Query, index: &Index) -> Vec<AddressWarning> {
    let Query { years, conferences, themes, people, organizations, .. } = query;
    let mut warnings = Vec::new();
    let mut drop_unknown = |key: &str, value: String| {
        warnings.push(AddressWarning {
            key: key.to_owned(),
            value,
            problem: AddressProblem::NotInCollection,
        });
    };
    let known_years = index.years();
    for run in year_runs(years) {
        if !known_years.iter().any(|year| run.contains(year)) {
            drop_unknown(key::YEAR, years::write(&set_of(run)));
        }
    }
    years.retain(|year| known_years.contains(year));
    retain(
        conferences,
        |id| index.conference(id).is_some(),
        |id| drop_unknown(key::CONFERENCE, id.0),
    );
    retain(themes, |id| index.theme(id).is_some(), |id| drop_unknown(key::THEME, id.0));
    retain(people, |id| index.person(id).is_some(), |id| drop_unknown(key::PERSON, id.0));
    retain(
        organizations,
        |id| index.organization(id).is_some(),
        |id| drop_unknown(key::ORGANIZATION, id.0),
    );
    warnings
}

fn retain<T: Ord>(ids: &mut BTreeSet<T>, is_known: impl Fn(&T) -> bool, on_drop: impl FnMut(T)) {
    let (known, unknown): (BTreeSet<T>, BTreeSet<T>) =
        std::mem::take(ids).into_iter().partition(is_known);
    *ids = known;
    unknown.into_iter().for_each(on_drop);
}
