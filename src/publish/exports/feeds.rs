//! The feeds of a collection and their entries.

use super::{Exports, ics};
use crate::{
    bundle::{History, Kind},
    model::{NoteHead, PartialDate, PersonId, Recap},
    pages::Page,
};
use std::collections::{BTreeMap, BTreeSet};

/// How many entries a feed has: enough for somebody who reads it once a year.
const MOST: usize = 100;

/// The feed of everything.
pub(super) const ALL: &str = "feed.xml";

/// A feed, without its texts.
#[derive(Debug)]
pub(super) struct Feed<'a> {
    /// Its subject.
    pub(super) title: String,
    /// The page that shows the same, below the folder of the site.
    pub(super) page: String,
    /// Its entries, newest first.
    pub(super) items: Vec<Item<'a>>,
}

/// An entry of a feed: a recap, or a note of it where the feed is about less.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    /// The recap.
    pub(super) recap: &'a Recap,
    /// The note, if it is not the whole of it.
    pub(super) note: Option<&'a NoteHead>,
    /// The day it was published.
    pub(super) day: PartialDate,
}

impl Item<'_> {
    /// Its permanent id.
    pub(super) fn key(&self, history: &History) -> String {
        let recap = history.permanent_id(Kind::Recap, self.recap.id.as_str());
        let note = self.note.map(|note| history.permanent_id(Kind::Note, note.id.as_str()));
        ["recap", recap].into_iter().chain(note).collect::<Vec<_>>().join("/")
    }

    /// The day on which it was mended last, or else published.
    pub(super) fn updated(&self, history: &History) -> PartialDate {
        let mended = history.updated(self.recap.id.as_str());
        mended.filter(|day| ics::day(*day).is_some()).map_or(self.day, |day| day.max(self.day))
    }

    /// Its address on the site.
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
/// Recaps without a day of publication are in no feed, because a feed is sorted by day.
pub(super) fn feeds<'a>(exports: &Exports<'a>) -> BTreeMap<String, Feed<'a>> {
    let mut feeds: BTreeMap<String, Feed<'a>> = BTreeMap::new();
    let index = exports.index;
    for recap in &index.catalog().recaps {
        let Some(day) = recap.published.filter(|day| ics::day(*day).is_some()) else { continue };
        let whole = Item { recap, note: None, day };
        add(&mut feeds, ALL.to_owned(), "index.html", &exports.site.title, whole);
        if let Some(edition) = recap.conference.as_ref().and_then(|id| index.conference(id)) {
            let page = Page::Conference(edition.id.clone()).path();
            add(&mut feeds, path_of(&page), &page, &edition.name, whole);
            let series = exports.series_name(edition);
            add(&mut feeds, path_of_series(edition.series.as_str()), "index.html", series, whole);
        }
        for note in index.notes_of_recap(&recap.id) {
            let item = Item { note: Some(note), ..whole };
            let named = note.themes.iter().map(|counted| &counted.theme);
            for theme in index.with_broader_themes(named).iter().filter_map(|id| index.theme(id)) {
                let page = Page::Theme(theme.id.clone()).path();
                add(&mut feeds, path_of(&page), &page, &theme.name, item);
            }
            let people = if exports.extra_files.are_of_all_pages() {
                people(exports, note)
            } else {
                BTreeSet::new()
            };
            for person in people.into_iter().filter_map(|id| index.person(id)) {
                let page = Page::Person(person.id.clone()).path();
                add(&mut feeds, path_of(&page), &page, &person.name, item);
            }
        }
    }
    for (path, feed) in &mut feeds {
        // A stable sort: entries of one day keep the order of the catalog.
        feed.items.sort_by_key(|item| std::cmp::Reverse(item.day));
        feed.items.truncate(MOST);
        if path != ALL {
            feed.title = (exports.words.machines.feed)(&feed.title, &exports.site.title);
        }
    }
    feeds
}

/// The people that a note names, and the speakers of its talk.
fn people<'a>(exports: &Exports<'a>, note: &'a NoteHead) -> BTreeSet<&'a PersonId> {
    let talk = note.talk.as_ref().and_then(|id| exports.index.talk(id));
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
