//! Finds what a curator means by an id, a name or an address.

use super::error::CommandError;
use crate::ingest::is_one_slip;
use crate::model::{Catalog, ConferenceId, Subject, Target};
use crate::text::any_script::slug;

/// One item of the catalog.
#[derive(Clone, Debug)]
pub(super) struct CatalogItem<'a> {
    /// Its kind, in one word.
    pub(super) kind: &'static str,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
}

/// Everything in the catalog that has a page.
pub(super) fn things(catalog: &Catalog) -> impl Iterator<Item = CatalogItem<'_>> {
    let conferences =
        catalog.conferences.iter().map(|it| ("conference", it.id.as_str(), it.name.as_str()));
    let talks = catalog.talks.iter().map(|it| ("talk", it.id.as_str(), it.title.as_str()));
    let people = catalog.people.iter().map(|it| ("person", it.id.as_str(), it.name.as_str()));
    let organizations =
        catalog.organizations.iter().map(|it| ("organization", it.id.as_str(), it.name.as_str()));
    let themes = catalog.themes.iter().map(|it| ("theme", it.id.as_str(), it.name.as_str()));
    let recaps = catalog.recaps.iter().map(|it| ("recap", it.id.as_str(), it.title.as_str()));
    let all = conferences.chain(talks).chain(people).chain(organizations).chain(themes);
    all.chain(recaps).map(|(kind, id, name)| CatalogItem { kind, id, name })
}

/// The items that a curator may mean: by id, by name in any case, or by the address of their page.
pub(super) fn named<'a>(
    catalog: &'a Catalog,
    wanted: &str,
) -> Result<Vec<CatalogItem<'a>>, CommandError> {
    let page = wanted.rsplit('/').next().unwrap_or(wanted);
    let id = page.strip_suffix(".html").unwrap_or(page);
    let folded = wanted.to_lowercase();
    let is_meant = |thing: &CatalogItem<'_>| thing.id == id || thing.name.to_lowercase() == folded;
    let found: Vec<CatalogItem<'a>> = things(catalog).filter(is_meant).collect();
    if found.is_empty() { Err(unknown(catalog, wanted)) } else { Ok(found) }
}

/// The error for a name that matches nothing, with ids that the curator may have meant.
pub(super) fn unknown(catalog: &Catalog, wanted: &str) -> CommandError {
    CommandError::NoSuchThing { wanted: wanted.to_owned(), similar: similar(catalog, wanted) }
}

/// The error for a name that matches no conference, with those that the curator may have meant, or the latest ones.
pub(super) fn unknown_conference(catalog: &Catalog, wanted: &str) -> CommandError {
    const MOST: usize = 8;
    let ids = || catalog.conferences.iter().map(|it| it.id.as_str());
    let similar = similar(catalog, wanted).into_iter().filter(|it| ids().any(|id| id == it));
    let similar: Vec<String> = similar.collect();
    let latest = || ids().rev().take(MOST).map(str::to_owned).collect();
    let known = if similar.is_empty() { latest() } else { similar };
    CommandError::NoSuchConference { wanted: wanted.to_owned(), known }
}

/// The ids that a curator may mean by a name that matches nothing: the editions of a series, ids that begin with the
/// name, and ids that differ from it by one letter.
pub(super) fn similar(catalog: &Catalog, wanted: &str) -> Vec<String> {
    const MOST: usize = 5;
    let id = slug(wanted);
    let begins = |thing: &CatalogItem<'_>| {
        let rest = thing.id.strip_prefix(&id);
        !id.is_empty() && rest.is_some_and(|rest| rest.starts_with('-'))
    };
    let is_close = |thing: &CatalogItem<'_>| is_one_slip(thing.id, &id);
    let found = things(catalog).filter(|thing| begins(thing) || is_close(thing));
    let mut found: Vec<String> = found.map(|thing| thing.id.to_owned()).collect();
    // An edition has a shorter id than its talks.
    found.sort_by_key(String::len);
    found.truncate(MOST);
    found
}

/// The conference that a curator means.
pub(super) fn conference(catalog: &Catalog, wanted: &str) -> Option<ConferenceId> {
    let found = named(catalog, wanted).unwrap_or_default();
    let found = found.into_iter().find(|thing| thing.kind == "conference");
    found.map(|thing| ConferenceId(thing.id.to_owned()))
}

/// Kind and id of a target.
pub(super) fn of_target(target: &Target) -> (&'static str, &str) {
    match target {
        Target::Conference(id) => ("conference", id.as_str()),
        Target::Talk(id) => ("talk", id.as_str()),
        Target::Person(id) => ("person", id.as_str()),
        Target::Organization(id) => ("organization", id.as_str()),
        Target::Theme(id) => ("theme", id.as_str()),
        Target::Copy(file) => ("copy", file),
    }
}

/// Kind and id of a subject.
pub(super) fn of_subject(subject: &Subject) -> (&'static str, &str) {
    match subject {
        Subject::Recap(id) => ("recap", id.as_str()),
        Subject::Talk(id) => ("talk", id.as_str()),
        Subject::Note(id) => ("note", id.as_str()),
    }
}
