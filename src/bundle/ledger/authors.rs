//! People that no registry lists: speakers and authors. A corrected name is recognized by the recaps that it signs.

use super::facts::Facts;
use super::file::IdKind;
use super::ids::LedgerIds;
use super::known::LedgerInput;
use super::matching::LedgerMatches;
use super::things::Things;
use crate::bundle::taken::Taken;
use crate::ingest::{is_one_slip, letters};
use crate::model::{Catalog, RecapId};
use crate::query::{author_key, signatures, signed_names};
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// A person who is gone leads to the one who now gives all of their talks, if the names are similar.
pub(super) fn people_of(
    ids: &mut LedgerIds,
    catalog: &Catalog,
    known: &LedgerInput<'_>,
    things: &Things,
    talks: &LedgerMatches,
) {
    let signed = talks.old.iter().filter_map(|old| {
        let then = ids.old.entries.get(&(IdKind::Talk, old.id.clone()))?.all("speaker");
        let now = talks.new_of(&things.talks, &old.id)?.facts.all("speaker");
        Some((then.map(author_key).collect(), now.map(author_key).collect()))
    });
    let successors = successors(signed);
    let people = catalog.people.iter().map(|it| (author_key(&it.name), it.id.as_str()));
    let people: BTreeMap<String, &str> = people.collect();
    let listed = known.listed();
    let gone = ids.old.of_kind(IdKind::Person);
    let gone =
        gone.filter(|(key, _)| ids.has_ended(IdKind::Person, &key.1) && !listed.contains(key));
    let found = gone.filter_map(|((_, id), facts)| {
        let (then, now) = successors.get_key_value(&author_key(facts.one("name")))?;
        let person = *people.get(now)?;
        let is_new = !ids.was_public(IdKind::Person, person);
        (is_new || is_one_slip(then, now)).then(|| (id.clone(), person))
    });
    for (then, now) in found.collect::<Vec<_>>() {
        ids.succeed(IdKind::Person, &then, now);
    }
}

/// The ids of author pages, by name as [`author_key`] writes it. An author who becomes a person of the collection keeps
/// an id, which leads to that person's page.
pub(super) fn authors(
    ids: &mut LedgerIds,
    catalog: &Catalog,
    things: &Things,
    recaps: &LedgerMatches,
) -> BTreeMap<String, String> {
    let signatures = signatures(catalog);
    let keys_of = |signature: &str| signed_names(signature).into_iter().map(author_key).collect();
    let signed = recaps.old.iter().filter_map(|old| {
        let then = ids.old.entries.get(&(IdKind::Recap, old.id.clone()))?.one("author");
        let now = recaps.new_of(&things.recaps, &old.id)?.facts.one("author");
        Some((keys_of(then), keys_of(now)))
    });
    let successors = successors(signed);
    let mut taken = Taken::default();
    let mut author_ids: BTreeMap<String, String> = BTreeMap::new();
    let mut gone: Vec<(String, String)> = Vec::new();
    let old = ids.old.of_kind(IdKind::Author).map(|((_, id), facts)| (id.clone(), facts.clone()));
    for (id, facts) in old.collect::<Vec<_>>() {
        taken.take(&id);
        let key = author_key(facts.one("name"));
        if !facts.one("now").is_empty() {
            continue;
        }
        match author_ids.get(&key) {
            Some(now) => ids.lead(IdKind::Author, &id, now),
            None if signatures.contains_key(&key) => {
                author_ids.insert(key, id);
            }
            None => gone.push((key, id)),
        }
    }
    for (key, id) in gone {
        match successors.get(&key) {
            Some(now) => match author_ids.get(now) {
                Some(now) => ids.lead(IdKind::Author, &id, now),
                None => {
                    author_ids.insert(now.clone(), id);
                }
            },
            None => ids.end(&(IdKind::Author, id)),
        }
    }
    for recap in &catalog.recaps {
        for name in signed_names(&recap.author) {
            let key = author_key(name);
            let is_author = signatures.get(&key).is_some_and(|it| it.person.is_none());
            if is_author && !author_ids.contains_key(&key) {
                author_ids.insert(key, taken.claim(&stem(name, &recap.id)));
            }
        }
    }
    for (key, id) in &author_ids {
        let Some(signature) = signatures.get(key) else { continue };
        let facts = Facts::default().with("name", signature.name);
        let facts = facts.with("person", signature.person.map_or("", |id| id.as_str()));
        ids.record(&(IdKind::Author, id.clone()), Some(id), facts);
    }
    author_ids
}

/// The id of a new author. Characters that could be Chinese or Japanese have no certain spelling in Latin letters, so
/// the id of such a name comes from the author's first recap.
fn stem(name: &str, recap: &RecapId) -> String {
    let is_han = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let stem = if name.contains(is_han) { String::new() } else { slug(name) };
    if stem.is_empty() { ["of-", recap.as_str()].concat() } else { stem }
}

/// Names that are gone, each with the one name that replaced it everywhere. Each pair has the names of a thing before
/// and now.
fn successors(
    signed: impl Iterator<Item = (BTreeSet<String>, BTreeSet<String>)>,
) -> BTreeMap<String, String> {
    let mut candidates: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (then, now) in signed {
        for name in &then {
            let is_gone = !now.contains(name);
            let new = || now.difference(&then).filter(|_| is_gone).cloned();
            match candidates.get_mut(name) {
                Some(known) => *known = new().filter(|it| known.contains(it)).collect(),
                None => {
                    candidates.insert(name.clone(), new().collect());
                }
            }
        }
    }
    let only = candidates.into_iter().filter(|(_, now)| now.len() == 1);
    let pairs = only.flat_map(|(then, now)| now.into_iter().map(move |now| (then.clone(), now)));
    pairs.filter(|(then, now)| is_alike(then, now)).collect()
}

/// Whether one name may be a correction of the other: they share a word, or differ in one letter. A completely
/// different name belongs to somebody else.
fn is_alike(then: &str, now: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        name.split(' ').map(letters).filter(|word| word.chars().count() > 1).collect()
    };
    !words(then).is_disjoint(&words(now)) || is_one_slip(then, now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(signed: &[(&[&str], &[&str])], expected: &[(&str, &str)]) {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let found = successors(signed.iter().map(|(then, now)| (set(then), set(now))));
        let found: Vec<(&str, &str)> =
            found.iter().map(|(then, now)| (then.as_str(), now.as_str())).collect();
        assert_eq!(found, expected, "{signed:?}");
    }

    #[test]
    fn a_mended_name_stands_wherever_the_old_one_stood() {
        check(
            &[(&["ada wever", "bo reed"], &["ada weaver", "bo reed"])],
            &[("ada wever", "ada weaver")],
        );
        check(&[(&["安藤"], &["安籐"])], &[("安藤", "安籐")]);
        let one: (&[&str], &[&str]) = (&["dee fuller"], &["dee fullerton"]);
        check(&[one, one], &[("dee fuller", "dee fullerton")]);
        // Somebody else, one of several, or a change in only one place.
        check(&[(&["dee fuller"], &["jo woad"])], &[]);
        check(&[one, (&["dee fuller"], &["dee fuller"])], &[]);
        check(&[one, (&["dee fuller"], &["dee felter"])], &[]);
        check(&[(&["dee fuller"], &["dee felter", "dee fullerton"])], &[]);
    }

    #[test]
    fn an_author_without_latin_letters_goes_by_their_first_recap() {
        let stems = ["Zoë Ågren", "安藤", "O’Brien"].map(|name| stem(name, &"looms".into()));
        assert_eq!(stems, ["zoe-agren", "of-looms", "obrien"]);
    }
}
