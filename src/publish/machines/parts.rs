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

/// The files of all parts by path. None is empty.
pub(super) fn files(machines: &Machines<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for part in parts(machines) {
        let page = part.page.path();
        let forms = [
            ("csv", table(machines, &part)),
            ("md", text(machines, &part)),
            ("bib", references(machines, &part)),
        ];
        let forms = forms.into_iter().filter(|(_, text)| !text.is_empty());
        files.extend(forms.map(|(ending, text)| (path_of(&page, ending), text.into_bytes())));
        // The calendar of a conference is that of its days.
        if !matches!(part.page, Page::Conference(_)) {
            let calendar = calendars::of_talks(machines, &part.name, &part.talks);
            files.extend(calendar.map(|calendar| (path_of(&page, "ics"), calendar)));
        }
    }
    files
}

fn parts<'a>(machines: &Machines<'a>) -> Vec<Part<'a>> {
    let index = machines.index;
    let catalog = index.catalog();
    let ids = |notes: Vec<&'a NoteHead>| notes.into_iter().map(|note| &note.id).collect();
    let mut parts = Vec::new();
    parts.extend(catalog.conferences.iter().map(|it| Part {
        page: Page::Conference(it.id.clone()),
        name: it.name.clone(),
        talks: index.talks_of_conference(&it.id),
        notes: ids(index.notes_of_conference(&it.id)),
    }));
    parts.extend(catalog.themes.iter().map(|it| Part {
        page: Page::Theme(it.id.clone()),
        name: it.name.clone(),
        talks: index.talks_of_theme(&it.id),
        notes: ids(index.notes_of_theme(&it.id)),
    }));
    parts.extend(catalog.people.iter().map(|it| {
        let talks = index.talks_of_person(&it.id);
        // What is said of their talks is said of them, whether it names them or not.
        let of_talks = talks.iter().flat_map(|talk| &talk.notes);
        let mut notes: BTreeSet<&NoteId> = ids(index.notes_of_person(&it.id));
        notes.extend(of_talks);
        Part { page: Page::Person(it.id.clone()), name: it.name.clone(), talks, notes }
    }));
    parts
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
        let place = |note: &&NoteHead| recap.notes.iter().position(|id| *id == note.id);
        let mut own = own;
        own.sort_by_key(place);
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
