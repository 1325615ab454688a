//! Parts of the collection, each in the forms that other programs keep such things in: what a page of a
//! conference, a theme or a person holds, as Markdown, as a table, as references, as a calendar.

use super::{
    Machines, calendars, csv,
    exports::{COLUMNS, citation, note_of, reference, row},
    markdown,
};
use crate::{
    model::{NoteHead, NoteId, Recap, RecapId, Talk},
    ui::Page,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is on a page.
struct Part<'a> {
    page: Page,
    name: String,
    talks: Vec<&'a Talk>,
    notes: BTreeSet<&'a NoteId>,
}

/// The file beside a page that holds the same, by its ending.
pub(super) fn path_of(page: &str, ending: &str) -> String {
    [page.strip_suffix("html").unwrap_or(page), ending].concat()
}

/// The pages whose parts are files, too.
pub(super) fn pages(machines: &Machines<'_>) -> Vec<Page> {
    let catalog = machines.index.catalog();
    let conferences = catalog.conferences.iter().map(|it| Page::Conference(it.id.clone()));
    let themes = catalog.themes.iter().map(|it| Page::Theme(it.id.clone()));
    let people = catalog.people.iter().map(|it| Page::Person(it.id.clone()));
    let pages = conferences.chain(themes).chain(people);
    pages.filter(|page| machines.extent.has(page)).collect()
}

/// The paths of all these files, none of which is empty. They are known before they are made, since pages
/// lead to them.
pub(super) fn paths(machines: &Machines<'_>) -> BTreeSet<String> {
    let of_page = |page: &Page| {
        let part = part(machines, page)?;
        let endings = [
            ("csv", !part.talks.is_empty()),
            ("md", !part.notes.is_empty()),
            ("bib", !part.notes.is_empty()),
            ("ics", has_calendar(&part) && calendars::has_days(machines, &part.talks)),
        ];
        let page = page.path();
        let there = endings.into_iter().filter(|(_, is_there)| *is_there);
        Some(there.map(|(ending, _)| path_of(&page, ending)).collect::<Vec<_>>())
    };
    pages(machines).iter().filter_map(of_page).flatten().collect()
}

/// The files of the part that a page shows, by path.
pub(super) fn files(machines: &Machines<'_>, page: &Page) -> BTreeMap<String, Vec<u8>> {
    let Some(part) = part(machines, page) else { return BTreeMap::new() };
    let page = page.path();
    let forms = [
        ("csv", table(machines, &part)),
        ("md", text(machines, &part)),
        ("bib", references(machines, &part)),
    ];
    let forms = forms.into_iter().filter(|(_, text)| !text.is_empty());
    let mut files: BTreeMap<String, Vec<u8>> =
        forms.map(|(ending, text)| (path_of(&page, ending), text.into_bytes())).collect();
    if has_calendar(&part) {
        let calendar = calendars::of_talks(machines, &part.name, &part.talks);
        files.extend(calendar.map(|calendar| (path_of(&page, "ics"), calendar)));
    }
    files
}

/// The calendar of a conference is that of its days.
fn has_calendar(part: &Part<'_>) -> bool {
    !matches!(part.page, Page::Conference(_))
}

fn part<'a>(machines: &Machines<'a>, page: &Page) -> Option<Part<'a>> {
    let index = machines.index;
    let ids = |notes: Vec<&'a NoteHead>| notes.into_iter().map(|note| &note.id).collect();
    let (name, talks, notes) = match page {
        Page::Conference(id) => (
            index.conference(id)?.name.clone(),
            index.talks_of_conference(id),
            ids(index.notes_of_conference(id)),
        ),
        Page::Theme(id) => {
            (index.theme(id)?.name.clone(), index.talks_of_theme(id), ids(index.notes_of_theme(id)))
        }
        Page::Person(id) => {
            let talks = index.talks_of_person(id);
            // What is said of their talks is said of them, whether it names them or not.
            let mut notes: BTreeSet<&NoteId> = ids(index.notes_of_person(id));
            notes.extend(talks.iter().flat_map(|talk| &talk.notes));
            (index.person(id)?.name.clone(), talks, notes)
        }
        Page::Talk(_) | Page::Organization(_) | Page::Recap(_) | Page::Year(_) => return None,
    };
    Some(Part { page: page.clone(), name, talks, notes })
}

fn table(machines: &Machines<'_>, part: &Part<'_>) -> String {
    let mut table = String::new();
    if !part.talks.is_empty() {
        csv::push_row(&mut table, COLUMNS);
    }
    for talk in &part.talks {
        let row = row(machines, talk, "page/");
        csv::push_row(&mut table, row.iter().map(String::as_str));
    }
    table
}

fn references(machines: &Machines<'_>, part: &Part<'_>) -> String {
    let references: Vec<String> =
        recaps(machines, part).map(|(recap, _)| reference(machines, recap)).collect();
    references.join("\n")
}

/// The recaps of a part in the order of the catalog, each with those of its notes that belong to it.
fn recaps<'a>(
    machines: &Machines<'a>,
    part: &Part<'a>,
) -> impl Iterator<Item = (&'a Recap, Vec<&'a NoteHead>)> {
    let mut by_recap: BTreeMap<&RecapId, Vec<&NoteHead>> = BTreeMap::new();
    for note in part.notes.iter().filter_map(|id| machines.index.note(id)) {
        by_recap.entry(&note.recap).or_default().push(note);
    }
    let recaps = machines.index.catalog().recaps.iter();
    recaps.filter_map(move |recap| {
        let own = by_recap.remove(&recap.id)?;
        // As the article has them.
        let places: BTreeMap<&NoteId, usize> = recap.notes.iter().zip(0..).collect();
        let mut own = own;
        own.sort_by_key(|note| places.get(&note.id));
        Some((recap, own))
    })
}

fn text(machines: &Machines<'_>, part: &Part<'_>) -> String {
    let mut file = String::new();
    for (recap, notes) in recaps(machines, part) {
        let page = machines.address_from("page/", &Page::Recap(recap.id.clone()));
        let title = markdown::link(&markdown::text(&recap.title), &page);
        file += &markdown::paragraph(&["## ", &title].concat());
        file += &markdown::paragraph(&citation(machines, recap));
        file.extend(notes.into_iter().map(|note| note_of(machines, note, 3)));
    }
    if file.is_empty() {
        return file;
    }
    let page = machines.address_from("page/", &part.page);
    let from = markdown::link(&markdown::text(&machines.site.title), &page);
    let license = markdown::text(&machines.site.license);
    let license = if license.is_empty() { license } else { format!(" ({license})") };
    [&markdown::heading(1, &part.name), &file, "---\n\n", &from, &license, "\n"].concat()
}
