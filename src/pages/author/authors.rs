//! Who wrote the recaps. Authors who are also people of the collection use the page of that person; every other author
//! has a separate page.

use crate::{
    model::{PersonId, Recap, RecapId},
    pages::link::AUTHOR,
    query::{EntityIndex, Signature, author_key, signatures, signed_names},
    text::any_script::slug,
    ui::link::{folder, page_path},
};
use reactive_graph::owner::expect_context;
use std::{collections::BTreeMap, sync::Arc};

/// Somebody who wrote recaps.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Author {
    /// As the first recap spells it.
    pub(crate) name: String,
    /// The page below the folder of the site.
    pub(crate) path: String,
    /// The person of the collection who is this author.
    pub(crate) person: Option<PersonId>,
    /// What they wrote, in the order of the collection.
    pub(crate) recaps: Vec<RecapId>,
}

/// The authors of a collection. A context; cheap to copy.
#[derive(Clone, Debug)]
pub(crate) struct Authors(Arc<BTreeMap<String, Author>>);

impl Author {
    /// The name of the page, without folder and extension.
    pub(crate) fn id(&self) -> &str {
        let (_, file) = self.path.split_once('/').unwrap_or_default();
        file.strip_suffix(".html").unwrap_or(file)
    }
}

impl Authors {
    /// The authors of all recaps. `ids` has the ids of their pages, by name as [`author_key`] writes it.
    pub(crate) fn new(index: &EntityIndex, ids: &BTreeMap<String, String>) -> Self {
        let author = |(key, signature): (String, Signature<'_>)| {
            let path = match signature.person {
                Some(person) => page_path(folder::PERSON, person.as_str()),
                None => page_path(AUTHOR, &ids.get(&key).cloned().unwrap_or_else(|| slug(&key))),
            };
            let author = Author {
                name: signature.name.to_owned(),
                path,
                person: signature.person.cloned(),
                recaps: signature.recaps.into_iter().cloned().collect(),
            };
            (key, author)
        };
        Self(Arc::new(signatures(index.catalog()).into_iter().map(author).collect()))
    }

    /// The author whose name has this key.
    pub(crate) fn by_key(&self, key: &str) -> Option<&Author> {
        self.0.get(key)
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
        let names = signed_names(&recap.author).into_iter();
        names.filter_map(|name| self.0.get(&author_key(name))).collect()
    }
}

/// The authors of the collection.
pub(in crate::pages) fn authors() -> Authors {
    expect_context()
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
        let catalog = Catalog { people, recaps, ..Catalog::default() };
        let ids = [("zoë ågren".to_owned(), "zoe-agren".to_owned())].into();
        Authors::new(&EntityIndex::new(Arc::new(catalog)), &ids)
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
    fn a_page_has_the_id_that_it_was_given() {
        check(&["Zoë Ågren"], &[("author/zoe-agren.html", 1)]);
    }
}
