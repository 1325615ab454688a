//! Who wrote the recaps. Authors who are also people of the collection have the page of that person; each other author has
//! a page of their own.

use crate::{
    model::{PersonId, Recap, RecapId, is_device, slug},
    pages::link::AUTHOR,
    query::EntityIndex,
    ui::link::{folder, page_path},
};
use reactive_graph::owner::expect_context;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Somebody who wrote recaps.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Author {
    /// As the first recap spells it.
    pub(crate) name: String,
    /// The page below the folder of the site.
    pub(crate) path: String,
    /// The person of the collection who that is.
    pub(crate) person: Option<PersonId>,
    /// What they wrote, in the order of the collection.
    pub(crate) recaps: Vec<RecapId>,
}

/// The authors of a collection. A context; cheap to copy.
#[derive(Clone, Debug)]
pub(crate) struct Authors(Arc<BTreeMap<String, Author>>);

impl Author {
    /// The name of the page without its folder and its ending.
    pub(crate) fn id(&self) -> &str {
        let (_, file) = self.path.split_once('/').unwrap_or_default();
        file.strip_suffix(".html").unwrap_or(file)
    }
}

impl Authors {
    /// The authors of all recaps.
    pub(crate) fn new(index: &EntityIndex) -> Self {
        let catalog = index.catalog();
        let mut people: BTreeMap<String, Vec<&PersonId>> = BTreeMap::new();
        for person in &catalog.people {
            let names: BTreeSet<String> =
                person.aliases.iter().chain([&person.name]).map(|name| key(name)).collect();
            for name in names {
                people.entry(name).or_default().push(&person.id);
            }
        }
        let mut authors: BTreeMap<String, Author> = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for recap in &catalog.recaps {
            for name in names(recap) {
                let author = authors.entry(key(name)).or_insert_with(|| {
                    // Two people of one name are nobody in particular.
                    let person = match people.get(&key(name)).map(Vec::as_slice) {
                        Some([person]) => Some((*person).clone()),
                        _ => None,
                    };
                    let path = match &person {
                        Some(id) => page_path(folder::PERSON, id.as_str()),
                        None => page_path(AUTHOR, &free(&mut taken, name, &recap.id)),
                    };
                    Author { name: name.to_owned(), path, person, recaps: Vec::new() }
                });
                author.recaps.push(recap.id.clone());
            }
        }
        Self(Arc::new(authors))
    }

    /// All authors, by name.
    pub(in crate::pages) fn all(&self) -> impl Iterator<Item = &Author> {
        self.0.values()
    }

    /// The authors without a page as a person, by name.
    pub(crate) fn with_own_page(&self) -> impl Iterator<Item = &Author> {
        self.0.values().filter(|author| author.person.is_none())
    }

    /// What a person wrote.
    pub(in crate::pages) fn recaps_of_person(&self, id: &PersonId) -> Vec<&RecapId> {
        let own = self.0.values().filter(|author| author.person.as_ref() == Some(id));
        own.flat_map(|author| &author.recaps).collect()
    }

    /// The authors of a recap.
    pub(crate) fn of_recap(&self, recap: &Recap) -> Vec<&Author> {
        names(recap).into_iter().filter_map(|name| self.0.get(&key(name))).collect()
    }
}

/// The authors of the collection.
pub(in crate::pages) fn authors() -> Authors {
    expect_context()
}

/// Who signed a recap. Several authors are joined by commas; `Weaver, Inc.` is one.
fn names(recap: &Recap) -> Vec<&str> {
    let parts: Vec<&str> = recap.author.split(", ").filter(|name| !name.is_empty()).collect();
    if parts.iter().all(|name| name.contains(' ')) { parts } else { vec![&recap.author] }
}

/// A name without what its spelling may differ in.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// An address that no other author has. Characters that could be Chinese or Japanese have no certain spelling in Latin
/// letters, so such a name goes by its first recap.
fn free(taken: &mut BTreeSet<String>, name: &str, recap: &RecapId) -> String {
    let is_han = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let latin = if name.contains(is_han) { String::new() } else { deunicode::deunicode(name) };
    let stem = slug(&latin);
    let stem = if stem.is_empty() { ["of-", recap.as_str()].concat() } else { stem };
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut candidates = [stem.clone()].into_iter().chain(numbered);
    let free = candidates.find(|it| !taken.contains(it) && !is_device(it)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalog, Person};

    fn authors(signed: &[&str]) -> Authors {
        let recap = |(number, author): (usize, &&str)| Recap {
            id: format!("r{number}").as_str().into(),
            author: (*author).to_owned(),
            ..Recap::default()
        };
        let person = |id: &str, name: &str| Person {
            id: id.into(),
            name: name.to_owned(),
            aliases: vec!["Bo T. Thread".to_owned()],
        };
        let people = vec![person("bo-thread", "Bo Thread")];
        let recaps = signed.iter().enumerate().map(recap).collect();
        Authors::new(&EntityIndex::new(Arc::new(Catalog { people, recaps, ..Catalog::default() })))
    }

    #[track_caller]
    fn check(signed: &[&str], expected: &[(&str, usize)]) {
        let authors = authors(signed);
        let found: Vec<_> =
            authors.0.values().map(|it| (it.path.as_str(), it.recaps.len())).collect();
        assert_eq!(found, expected, "{signed:?}");
    }

    #[test]
    fn an_author_has_one_page_however_often_they_wrote() {
        check(&["Ada Weaver", "ada  weaver", ""], &[("author/ada-weaver.html", 2)]);
    }

    #[test]
    fn no_page_has_a_name_that_windows_keeps_for_a_device() {
        check(&["Con", "AUX"], &[("author/aux-2.html", 1), ("author/con-2.html", 1)]);
    }

    #[test]
    fn an_author_who_is_a_person_has_the_page_of_that_person() {
        check(&["Bo T. Thread"], &[("person/bo-thread.html", 1)]);
        assert_eq!(authors(&["Bo Thread"]).recaps_of_person(&"bo-thread".into()).len(), 1);
        assert_eq!(authors(&["Bo Thread"]).with_own_page().count(), 0);
    }

    #[test]
    fn several_authors_each_have_a_page_and_a_company_is_one() {
        let two = [("author/ada-weaver.html", 1), ("person/bo-thread.html", 1)];
        check(&["Ada Weaver, Bo Thread"], &two);
        check(&["Weaver, Inc."], &[("author/weaver-inc.html", 1)]);
    }

    #[test]
    fn names_in_any_script_have_pages_of_their_own() {
        check(
            &["Zoë Ågren", "安藤", "Zoe Agren"],
            &[
                ("author/zoe-agren-2.html", 1),
                ("author/zoe-agren.html", 1),
                ("author/of-r1.html", 1),
            ],
        );
    }
}
