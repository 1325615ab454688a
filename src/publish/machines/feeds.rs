//! Which feeds there are, and what is in them.

use super::{Machines, ics};
use crate::{
    model::{NoteHead, PartialDate, PersonId, Recap},
    ui::Page,
};
use std::collections::{BTreeMap, BTreeSet};

/// Entries of a feed; a reader who comes once a year still misses none.
const MOST: usize = 100;

/// The feed of everything.
pub(super) const ALL: &str = "feed.xml";

/// A feed, without the words of it.
#[derive(Debug)]
pub(super) struct Feed<'a> {
    /// What it is about.
    pub(super) title: String,
    /// The page that shows the same, below the folder of the site.
    pub(super) page: String,
    /// What is in it, newest first.
    pub(super) items: Vec<Item<'a>>,
}

/// An entry of a feed: a recap, or a passage of it where the feed is about less.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    /// The recap.
    pub(super) recap: &'a Recap,
    /// The passage, if it is not the whole of it.
    pub(super) note: Option<&'a NoteHead>,
    /// The day it was published.
    pub(super) day: PartialDate,
}

impl Item<'_> {
    /// What it is called for ever.
    pub(super) fn key(&self) -> String {
        let recap = self.recap.id.as_str();
        let note = self.note.map(|note| note.id.as_str());
        ["recap", recap].into_iter().chain(note).collect::<Vec<_>>().join("/")
    }

    /// Its place on the site.
    pub(super) fn path(&self) -> String {
        let page = Page::Recap(self.recap.id.clone()).path();
        match self.note {
            Some(note) => [&page, "#", note.id.as_str()].concat(),
            None => page,
        }
    }
}

/// The feed beside a page.
pub(super) fn path_of(page: &str) -> String {
    page.strip_suffix(".html").unwrap_or(page).to_owned() + ".xml"
}

/// The feed of a series, which has no page.
pub(super) fn path_of_series(id: &str) -> String {
    ["series/", id, ".xml"].concat()
}

/// The feeds of a collection by path. None is empty, since a feed has to say when it changed.
///
/// Articles without a day of publication are in none: a feed is an order by day.
pub(super) fn feeds<'a>(machines: &Machines<'a>) -> BTreeMap<String, Feed<'a>> {
    let mut feeds: BTreeMap<String, Feed<'a>> = BTreeMap::new();
    let index = machines.index;
    for recap in &index.catalog().recaps {
        let Some(day) = recap.published.filter(|day| ics::day(*day).is_some()) else { continue };
        let whole = Item { recap, note: None, day };
        add(&mut feeds, ALL.to_owned(), "index.html", &machines.site.title, whole);
        if let Some(edition) = recap.conference.as_ref().and_then(|id| index.conference(id)) {
            let page = Page::Conference(edition.id.clone()).path();
            add(&mut feeds, path_of(&page), &page, &edition.name, whole);
            let series = machines.series_name(edition);
            add(&mut feeds, path_of_series(edition.series.as_str()), "index.html", series, whole);
        }
        for note in index.notes_of_recap(&recap.id) {
            let item = Item { note: Some(note), ..whole };
            let named = note.themes.iter().map(|counted| &counted.theme);
            for theme in index.with_broader_themes(named).iter().filter_map(|id| index.theme(id)) {
                let page = Page::Theme(theme.id.clone()).path();
                add(&mut feeds, path_of(&page), &page, &theme.name, item);
            }
            let people =
                if machines.extent.is_whole() { people(machines, note) } else { BTreeSet::new() };
            for person in people.into_iter().filter_map(|id| index.person(id)) {
                let page = Page::Person(person.id.clone()).path();
                add(&mut feeds, path_of(&page), &page, &person.name, item);
            }
        }
    }
    for (path, feed) in &mut feeds {
        // Stable: what was published on one day keeps the order of the catalog.
        feed.items.sort_by_key(|item| std::cmp::Reverse(item.day));
        feed.items.truncate(MOST);
        if path != ALL {
            feed.title = (machines.words.machines.feed)(&feed.title, &machines.site.title);
        }
    }
    feeds
}

/// Whom a note names, and who gave the talk that it is on.
fn people<'a>(machines: &Machines<'a>, note: &'a NoteHead) -> BTreeSet<&'a PersonId> {
    let talk = note.talk.as_ref().and_then(|id| machines.index.talk(id));
    let speakers = talk.map(|talk| talk.speakers.as_slice()).unwrap_or_default();
    note.people.iter().chain(speakers.iter().map(|speaker| &speaker.person)).collect()
}

fn add<'a>(
    feeds: &mut BTreeMap<String, Feed<'a>>,
    path: String,
    page: &str,
    title: &str,
    item: Item<'a>,
) {
    let feed = feeds.entry(path).or_insert_with(|| Feed {
        title: title.to_owned(),
        page: page.to_owned(),
        items: Vec::new(),
    });
    feed.items.push(item);
}
