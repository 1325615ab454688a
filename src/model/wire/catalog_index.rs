//! The walk over a catalog index: everything but talks and notes.

use super::{
    io::Io,
    walk::{Table, Walk},
};
use crate::model::{
    Attendance, CatalogIndex, Conference, Copy, FileRef, Organization, Person, Recap, Shard, Site,
    SitePage, Theme,
};
use crate::text::ascii_slug;

impl<T: Io> Walk<T> {
    /// The whole catalog index.
    pub(super) fn catalog_index(&mut self, catalog_index: &mut CatalogIndex) {
        let CatalogIndex {
            site,
            tables,
            kinds,
            videos,
            conferences,
            years,
            of_recaps,
            of_themes,
            of_people,
            of_organizations,
            totals,
            lists,
            shards,
            search,
            titles,
            evidence,
            note_texts,
        } = catalog_index;
        self.site(site);
        self.conferences(&mut tables.conferences);
        self.people(&mut tables.people);
        self.organizations(&mut tables.organizations);
        self.themes(&mut tables.themes);
        self.recaps(&mut tables.recaps);
        // These refer to recaps, which the walk has visited by now.
        for conference in &mut tables.conferences {
            self.list(&mut conference.attendance, Self::attendance);
        }
        for column in [kinds, videos, conferences, years, totals] {
            self.list(column, |walk, number| walk.io.number(number));
        }
        for lists in [of_recaps, of_themes, of_people, of_organizations] {
            self.lists(lists);
        }
        self.list(shards, |walk, shard: &mut Shard| {
            walk.io.number(&mut shard.first);
            walk.file(&mut shard.file);
        });
        for file in [lists, search, titles, evidence, note_texts] {
            self.file(file);
        }
    }

    fn site(&mut self, site: &mut Site) {
        let Site { title, description, language, source, report, license, pages } = site;
        for text in [title, description, language, source, report, license] {
            self.io.text(text);
        }
        self.list(pages, |walk, page: &mut SitePage| {
            walk.io.text(&mut page.path);
            walk.io.text(&mut page.title);
        });
    }

    fn file(&mut self, file: &mut FileRef) {
        self.io.text(&mut file.path);
        self.io.text(&mut file.integrity);
    }

    /// Lists of entries.
    pub(super) fn lists(&mut self, lists: &mut Vec<Vec<u32>>) {
        self.list(lists, Self::steps);
    }

    /// Rising numbers, written as the steps between them.
    fn steps(&mut self, numbers: &mut Vec<u32>) {
        let mut last = 0;
        self.list(numbers, |walk, number| {
            let mut step = number.wrapping_sub(last);
            walk.io.number(&mut step);
            *number = last.wrapping_add(step);
            last = *number;
        });
    }

    fn conferences(&mut self, all: &mut Vec<Conference>) {
        self.length(all);
        self.each(all, |walk, it| walk.id(Table::Conference, &mut it.id.0, String::new()));
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.io.text(&mut it.short_name));
        self.each(all, |walk, it| walk.io.text(&mut it.city));
        self.each(all, |walk, it| walk.io.text(&mut it.country));
        self.each(all, |walk, it| walk.date(&mut it.start));
        self.each(all, |walk, it| walk.date(&mut it.end));
    }

    fn attendance(&mut self, it: &mut Attendance) {
        self.io.text(&mut it.words);
        self.io.number(&mut it.people);
        let mut recap = it.recap.take().unwrap_or_default();
        self.reference(Table::Recap, &mut recap.0);
        it.recap = (!recap.0.is_empty()).then_some(recap);
    }

    fn people(&mut self, all: &mut Vec<Person>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Person, &mut it.id.0, ascii_slug(&it.name)));
    }

    fn organizations(&mut self, all: &mut Vec<Organization>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Organization, &mut it.id.0, ascii_slug(&it.name)));
    }

    fn themes(&mut self, all: &mut Vec<Theme>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.name));
        self.each(all, |walk, it| walk.id(Table::Theme, &mut it.id.0, ascii_slug(&it.name)));
        self.each(all, |walk, it| {
            let mut broader = it.broader.take().unwrap_or_default();
            walk.reference(Table::Theme, &mut broader.0);
            it.broader = (!broader.0.is_empty()).then_some(broader);
        });
    }

    fn recaps(&mut self, all: &mut Vec<Recap>) {
        self.length(all);
        self.each(all, |walk, it| walk.io.text(&mut it.title));
        self.each(all, |walk, it| walk.id(Table::Recap, &mut it.id.0, ascii_slug(&it.title)));
        self.each(all, |walk, it| walk.io.text(&mut it.author));
        self.each(all, |walk, it| walk.date(&mut it.published));
        self.each(all, |walk, it| {
            let mut conference = it.conference.take().unwrap_or_default();
            walk.reference(Table::Conference, &mut conference.0);
            it.conference = (!conference.0.is_empty()).then_some(conference);
        });
        self.each(all, |walk, it| {
            let mut publisher =
                it.copies.first().map(|copy| copy.publisher.clone()).unwrap_or_default();
            walk.io.text(&mut publisher);
            // Of notes and copies, only the number.
            walk.length(&mut it.notes);
            walk.length(&mut it.copies);
            if let Some(first) = it.copies.first_mut() {
                *first = Copy { publisher, ..Copy::default() };
            }
        });
    }
}
