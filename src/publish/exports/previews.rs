//! The preview pictures: which page has which picture, and what it shows.

use super::{context::ExportContext, description::excerpt};
use crate::{
    model::{ConferenceId, NoteHead, PartialDate},
    pages::{Page, all_pages},
    publish::pictures::{Painter, PreviewMark, PreviewPicture},
    query::{Engine, IndexedCatalog},
    timeline::Axis,
    ui::display_names::author,
};
use std::collections::{BTreeMap, BTreeSet};

/// The picture of the site.
const OF_SITE: &str = "index.png";

/// The longest line of facts, in characters; the painter cuts it to fit.
const LONGEST: usize = 120;

/// The pictures of a collection.
#[derive(Debug, Default)]
pub(super) struct Previews {
    painter: Option<Painter>,
    /// The pictures by path.
    pictures: Vec<(String, PreviewPicture)>,
    /// The picture of each page that does not use the site's picture.
    of_pages: BTreeMap<String, String>,
}

impl Previews {
    /// The pictures of pages. Each takes about 8 kB and 5 ms. So talks and recaps may use the picture of their
    /// conference, and people and organizations that of the site.
    pub(super) fn new(context: &ExportContext<'_>) -> Self {
        let Some(painter) = Painter::new() else { return Self::default() };
        let engine = Engine::new(IndexedCatalog::new(context.index).catalog_index);
        let axis = Axis::new(&engine);
        let of_page = |page: Option<&Page>| painter.legible(picture(context, &axis, page));
        let mut pictures = vec![(OF_SITE.to_owned(), of_page(None))];
        let mut of_pages = BTreeMap::new();
        for page in &all_pages(context.index) {
            if context.extra_files.announce(page) {
                let path = path_of(&page.path());
                pictures.push((path.clone(), of_page(Some(page))));
                of_pages.insert(page.path(), path);
            } else if let Some(other) = context.stands_for(page) {
                of_pages.insert(page.path(), path_of(&other.path()));
            }
        }
        Self { painter: Some(painter), pictures, of_pages }
    }

    /// The picture of a page, by path.
    pub(super) fn of(&self, page: &str) -> Option<&str> {
        self.painter.as_ref()?;
        Some(self.of_pages.get(page).map_or(OF_SITE, String::as_str))
    }

    /// How many pictures there are.
    pub(super) fn len(&self) -> usize {
        self.pictures.len()
    }

    /// The path of a picture.
    pub(super) fn path(&self, number: usize) -> Option<&str> {
        self.pictures.get(number).map(|(path, _)| path.as_str())
    }

    /// A picture as a file. `earlier` gives the files of the site that is replaced; a picture that has not changed is
    /// reused.
    pub(super) fn file(
        &self,
        number: usize,
        earlier: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Option<(String, Vec<u8>)> {
        let (path, picture) = self.pictures.get(number)?;
        // A missing picture is no reason to fail the build.
        let file = self.painter.as_ref()?.file(picture, earlier(path)).ok()?;
        Some((path.clone(), file))
    }
}

fn path_of(page: &str) -> String {
    page.strip_suffix(".html").unwrap_or(page).to_owned() + ".png"
}

/// The picture of a page, or of the site for `None`.
fn picture(context: &ExportContext<'_>, axis: &Axis, page: Option<&Page>) -> PreviewPicture {
    let (kicker, title, facts) = context.words_of(page);
    let held = axis.marks.iter().filter(|mark| mark.n_held() > 0);
    // The site is in all of them.
    let on = page.map_or_else(
        || held.map(|mark| mark.conference.clone()).collect(),
        |page| context.editions_of(page),
    );
    let marks = axis.marks.iter().map(|mark| PreviewMark {
        x: narrow(mark.x),
        size: narrow(mark.radius),
        is_on: on.contains(&mark.conference),
    });
    let site = if page.is_some() { context.site.title.clone() } else { String::new() };
    PreviewPicture {
        site,
        kicker,
        title,
        facts: excerpt(&facts, LONGEST),
        when: context.when(&on),
        years: axis.ticks.iter().map(|tick| (tick.year, narrow(tick.start))).collect(),
        marks: marks.collect(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "far more exact than any picture")]
fn narrow(fraction: f64) -> f32 {
    fraction as f32
}

impl ExportContext<'_> {
    /// The page whose picture a page uses if it has none; `None` for the site.
    fn stands_for(&self, page: &Page) -> Option<Page> {
        let of = |conference: Option<&ConferenceId>| conference.cloned().map(Page::Conference);
        match page {
            Page::Talk(id) => of(self.index.talk(id)?.conference.as_ref()),
            Page::Recap(id) => of(self.index.recap(id)?.conference.as_ref()),
            Page::Conference(_)
            | Page::Theme(_)
            | Page::Year(_)
            | Page::Person(_)
            | Page::Organization(_) => None,
        }
    }

    /// The dates of conferences in digits: the day of a single one, or else the years.
    fn when(&self, editions: &BTreeSet<ConferenceId>) -> String {
        let days = editions.iter().filter_map(|id| self.index.conference(id)?.start);
        let days: BTreeSet<PartialDate> = days.collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
        if first == last {
            return first.to_string();
        }
        let (first, last) = (first.year(), last.year());
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    /// Kicker, title, and a line of facts.
    fn words_of(&self, page: Option<&Page>) -> (String, String, String) {
        let index = self.index;
        let (words, kinds) = (self.words.explorer, &self.words.exports);
        let join = |facts: Vec<String>| {
            facts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        let counts = |talks: usize, notes: usize| {
            let talks = if talks > 0 { words.n_talks(talks) } else { String::new() };
            let notes = if notes > 0 { words.n_notes(notes) } else { String::new() };
            join(vec![talks, notes])
        };
        let shown = match page {
            None => None,
            Some(Page::Conference(id)) => index.conference(id).map(|it| {
                let when =
                    it.start.map(|start| words.date_range(start, it.end)).unwrap_or_default();
                let kicker = self.series_name(it).to_owned();
                let kicker = if kicker == it.name { String::new() } else { kicker };
                (kicker, it.name.clone(), join(vec![when, it.city.clone(), it.country.clone()]))
            }),
            Some(Page::Talk(id)) => index.talk(id).map(|talk| {
                let speakers = talk.speakers.iter().map(|it| self.person_name(&it.person));
                let speakers = speakers.collect::<Vec<_>>().join(", ");
                let edition = self.edition_name(talk.conference.as_ref()).unwrap_or_default();
                let kicker =
                    join(vec![words.kind(talk.kind.into()).to_owned(), edition.to_owned()]);
                (kicker, talk.title.clone(), speakers)
            }),
            Some(Page::Theme(id)) => index.theme(id).map(|theme| {
                let facts = counts(index.talks_of_theme(id).len(), index.notes_of_theme(id).len());
                (kinds.theme_kicker.to_owned(), theme.name.clone(), facts)
            }),
            Some(Page::Person(id)) => index.person(id).map(|person| {
                let facts =
                    counts(index.talks_of_person(id).len(), index.notes_of_person(id).len());
                (kinds.person_kicker.to_owned(), person.name.clone(), facts)
            }),
            Some(Page::Organization(id)) => index.organization(id).map(|it| {
                let talks = index.talks_of_organization(id).len();
                let facts = counts(talks, index.notes_of_organization(id).len());
                (kinds.organization_kicker.to_owned(), it.name.clone(), facts)
            }),
            Some(Page::Recap(id)) => index.recap(id).map(|recap| {
                let edition = self.edition_name(recap.conference.as_ref()).unwrap_or_default();
                let kicker = join(vec![kinds.recap_kicker.to_owned(), edition.to_owned()]);
                (kicker, recap.title.clone(), author(recap).unwrap_or_default().to_owned())
            }),
            Some(page @ Page::Year(year)) => {
                let n_editions = self.editions_of(page).len();
                Some((
                    kinds.year_kicker.to_owned(),
                    year.to_string(),
                    (kinds.n_editions)(n_editions),
                ))
            }
        };
        shown.unwrap_or_else(|| {
            let catalog = index.catalog();
            let facts = vec![
                words.n_recaps(catalog.recaps.len()),
                counts(catalog.talks.len(), catalog.notes.len()),
            ];
            (String::new(), self.site.title.clone(), join(facts))
        })
    }

    /// The conferences that a page is about, or in which its subject occurs.
    fn editions_of(&self, page: &Page) -> BTreeSet<ConferenceId> {
        let index = self.index;
        let of_notes = |notes: Vec<&NoteHead>| -> BTreeSet<ConferenceId> {
            notes.into_iter().filter_map(|note| note.conference.clone()).collect()
        };
        let of_talks = |talks: Vec<&crate::model::Talk>| {
            talks.into_iter().filter_map(|talk| talk.conference.clone()).collect::<Vec<_>>()
        };
        match page {
            Page::Conference(id) => BTreeSet::from([id.clone()]),
            Page::Talk(id) => {
                index.talk(id).and_then(|it| it.conference.clone()).into_iter().collect()
            }
            Page::Recap(id) => {
                index.recap(id).and_then(|it| it.conference.clone()).into_iter().collect()
            }
            Page::Theme(id) => of_notes(index.notes_of_theme(id)),
            Page::Person(id) => {
                let mut on = of_notes(index.notes_of_person(id));
                on.extend(of_talks(index.talks_of_person(id)));
                on
            }
            Page::Organization(id) => {
                let mut on = of_notes(index.notes_of_organization(id));
                on.extend(of_talks(index.talks_of_organization(id)));
                on
            }
            Page::Year(year) => {
                let conferences = index.catalog().conferences.iter();
                let held = conferences.filter(|it| it.start.is_some_and(|it| it.year() == *year));
                held.map(|it| it.id.clone()).collect()
            }
        }
    }
}
