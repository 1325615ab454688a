//! The feeds of a collection and their entries.

use super::{context::ExportContext, ics};
use crate::{
    bundle::{History, IdKind},
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
    /// What it is called for ever: its path under the first id of its subject.
    pub(super) key: String,
    /// The page that shows the same, below the folder of the site.
    pub(super) page: String,
    /// Its entries, newest first.
    pub(super) items: Vec<FeedEntry<'a>>,
}

/// An entry of a feed: a recap, or a note of it where the feed is about less.
#[derive(Clone, Copy, Debug)]
pub(super) struct FeedEntry<'a> {
    /// The recap.
    pub(super) recap: &'a Recap,
    /// The note, if it is not the whole of it.
    pub(super) note: Option<&'a NoteHead>,
    /// The day it was published.
    pub(super) day: PartialDate,
}

impl FeedEntry<'_> {
    /// Its permanent id.
    pub(super) fn key(&self, history: &History) -> String {
        let Some(note) = self.note else {
            return ["recap/", history.permanent_id(IdKind::Recap, self.recap.id.as_str())]
                .concat();
        };
        // With the recap in which it was first.
        let note = history.permanent_id(IdKind::Note, note.id.as_str());
        let recap = note.split_once('.').map_or(note, |(recap, _)| recap);
        ["recap", recap, note].join("/")
    }

    /// The day on which it was last updated, or else published.
    pub(super) fn updated(&self, history: &History) -> PartialDate {
        let updated = history.updated(self.recap.id.as_str());
        updated.filter(|day| ics::day(*day).is_some()).map_or(self.day, |day| day.max(self.day))
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

/// The feed and the calendar of a series.
pub(in crate::publish) fn series_paths(id: &str) -> [String; 2] {
    [path_of_series(id), super::calendars::path_of_series(id)]
}

/// The feed of a series, which has no page.
pub(super) fn path_of_series(id: &str) -> String {
    ["series/", id, ".xml"].concat()
}

/// The feeds of a collection by path. None is empty, since a feed has to say when it changed.
///
/// Recaps without a day of publication are in no feed, because a feed is sorted by day.
pub(super) fn feeds<'a>(context: &ExportContext<'a>) -> BTreeMap<String, Feed<'a>> {
    let mut feeds: BTreeMap<String, Feed<'a>> = BTreeMap::new();
    let index = context.index;
    for recap in &index.catalog().recaps {
        let Some(day) = recap.published.filter(|day| ics::day(*day).is_some()) else { continue };
        let whole = FeedEntry { recap, note: None, day };
        let all = || FeedAddress::new(ALL.to_owned(), ALL.to_owned(), "index.html".to_owned());
        add(&mut feeds, all(), &context.site.title, whole);
        if let Some(edition) = recap.conference.as_ref().and_then(|id| index.conference(id)) {
            let page = |id: &str| Page::Conference(id.into()).path();
            let place =
                FeedAddress::of(context.history, IdKind::Conference, edition.id.as_str(), page);
            add(&mut feeds, place, &edition.name, whole);
            let series = edition.series.as_str();
            let first = context.history.permanent_id(IdKind::Series, series);
            let [path, key] = [series, first].map(path_of_series);
            let place = FeedAddress::new(path, key, "index.html".to_owned());
            add(&mut feeds, place, context.series_name(edition), whole);
        }
        for note in index.notes_of_recap(&recap.id) {
            let item = FeedEntry { note: Some(note), ..whole };
            let named = note.themes.iter().map(|counted| &counted.theme);
            for theme in index.with_broader_themes(named).iter().filter_map(|id| index.theme(id)) {
                let page = |id: &str| Page::Theme(id.into()).path();
                let place =
                    FeedAddress::of(context.history, IdKind::Theme, theme.id.as_str(), page);
                add(&mut feeds, place, &theme.name, item);
            }
            let people = if context.extra_files.are_of_all_pages() {
                people(context, note)
            } else {
                BTreeSet::new()
            };
            for person in people.into_iter().filter_map(|id| index.person(id)) {
                let page = |id: &str| Page::Person(id.into()).path();
                let place =
                    FeedAddress::of(context.history, IdKind::Person, person.id.as_str(), page);
                add(&mut feeds, place, &person.name, item);
            }
        }
    }
    for (path, feed) in &mut feeds {
        // A stable sort: entries of one day keep the order of the catalog.
        feed.items.sort_by_key(|item| std::cmp::Reverse(item.day));
        feed.items.truncate(MOST);
        if path != ALL {
            feed.title = (context.words.exports.feed)(&feed.title, &context.site.title);
        }
    }
    feeds
}

/// The people that a note names, and the speakers of its talk.
fn people<'a>(context: &ExportContext<'a>, note: &'a NoteHead) -> BTreeSet<&'a PersonId> {
    let talk = note.talk.as_ref().and_then(|id| context.index.talk(id));
    let speakers = talk.map(|talk| talk.speakers.as_slice()).unwrap_or_default();
    note.people.iter().chain(speakers.iter().map(|speaker| &speaker.person)).collect()
}

/// Where a feed is.
struct FeedAddress {
    path: String,
    /// Its path under the first id of its subject.
    key: String,
    page: String,
}

impl FeedAddress {
    fn new(path: String, key: String, page: String) -> Self {
        Self { path, key, page }
    }

    /// Beside the page of a thing. `page` gives the path of the page with an id.
    fn of(history: &History, kind: IdKind, id: &str, page: impl Fn(&str) -> String) -> Self {
        let first = page(history.permanent_id(kind, id));
        let page = page(id);
        Self { path: path_of(&page), key: path_of(&first), page }
    }
}

fn add<'a>(
    feeds: &mut BTreeMap<String, Feed<'a>>,
    place: FeedAddress,
    title: &str,
    item: FeedEntry<'a>,
) {
    let FeedAddress { path, key, page } = place;
    let title = title.to_owned();
    let feed = feeds.entry(path).or_insert_with(|| Feed { title, key, page, items: Vec::new() });
    feed.items.push(item);
}
