//! The pages made from the files of a folder.

use crate::ingest::name_key;
use crate::model::{Catalog, NoteHead, NoteId, Recap, TalkId};
use std::collections::BTreeMap;

/// The page of a file, and the anchors on it.
#[derive(Clone, Debug, Default)]
pub(in crate::bundle) struct PageAddress {
    /// Path below the folder of the site.
    path: String,
    /// Ids of notes by the letters of their headings.
    notes: BTreeMap<String, String>,
}

impl PageAddress {
    /// A page without anchors.
    pub(in crate::bundle) fn new(path: String) -> Self {
        Self { path, notes: BTreeMap::new() }
    }

    /// The address of a part of the page, or of the page when it has no such part.
    pub(super) fn at(&self, part: &str) -> String {
        let heading = part.rsplit('#').next().unwrap_or(part);
        match self.notes.get(&name_key(heading)) {
            Some(id) if !heading.is_empty() => format!("{}#{id}", self.path),
            _ => self.path.clone(),
        }
    }
}

/// The page of each file: the page of its talk if the whole file is about one, otherwise that of its recap.
pub(in crate::bundle) fn pages(catalog: &Catalog) -> BTreeMap<&str, PageAddress> {
    let notes: BTreeMap<&NoteId, &NoteHead> =
        catalog.notes.iter().map(|note| (&note.id, note)).collect();
    let of_recap = |recap: &Recap| -> PageAddress {
        let notes = recap.notes.iter().filter_map(|id| notes.get(id).copied());
        if let Some(talk) = only_talk(notes.clone()) {
            return PageAddress::new(format!("talk/{talk}.html"));
        }
        // If headings are equal, a link leads to the first.
        let headings = notes.rev().map(|note| (name_key(&note.title), note.id.to_string()));
        PageAddress { path: format!("recap/{}.html", recap.id), notes: headings.collect() }
    };
    let files = catalog.recaps.iter().flat_map(|recap| {
        let page = of_recap(recap);
        recap.copies.iter().map(move |copy| (copy.file.as_str(), page.clone()))
    });
    files.filter(|(file, _)| !file.is_empty()).collect()
}

/// The page of each person, talk and conference by the letters of its name: in Obsidian, `[[Ada Weaver]]` names her
/// although no file does. `None` when two have one name.
pub(in crate::bundle) fn named_pages(catalog: &Catalog) -> BTreeMap<String, Option<String>> {
    let people = catalog.people.iter().flat_map(|person| {
        let names = std::iter::once(&person.name).chain(&person.aliases);
        names.map(move |name| (name, format!("person/{}.html", person.id)))
    });
    let talks = catalog.talks.iter().map(|it| (&it.title, format!("talk/{}.html", it.id)));
    let conferences = catalog.conferences.iter();
    let conferences = conferences.map(|it| (&it.name, format!("conference/{}.html", it.id)));
    let mut pages: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (name, page) in people.chain(talks).chain(conferences) {
        let known = pages.entry(name_key(name)).or_insert_with(|| Some(page.clone()));
        if known.as_ref() != Some(&page) {
            *known = None;
        }
    }
    pages.remove("");
    pages
}

/// The talk that all notes are about.
fn only_talk<'a>(mut notes: impl Iterator<Item = &'a NoteHead>) -> Option<&'a TalkId> {
    let talk = notes.next()?.talk.as_ref()?;
    notes.all(|note| note.talk.as_ref() == Some(talk)).then_some(talk)
}
