//! Exports of a single page: what a page of a conference, a theme or a person shows, as Markdown, as a table, as
//! references and as a calendar.

use super::{
    calendars,
    citations::{recap_in_bibtex, recap_in_markdown},
    collection::{COLUMNS, note_of, row},
    context::ExportContext,
    csv, markdown,
};
use crate::{
    model::{NoteHead, NoteId, Recap, RecapId, Talk},
    pages::Page,
};
use std::collections::{BTreeMap, BTreeSet};

/// The talks and notes that a page shows.
struct PageContent<'a> {
    page: Page,
    name: String,
    talks: Vec<&'a Talk>,
    notes: BTreeSet<&'a NoteId>,
}

/// The path of the export beside a page, by its file extension.
pub(super) fn path_of(page: &str, ending: &str) -> String {
    [page.strip_suffix("html").unwrap_or(page), ending].concat()
}

/// The pages that have exports.
pub(super) fn pages(context: &ExportContext<'_>) -> Vec<Page> {
    let catalog = context.index.catalog();
    let conferences = catalog.conferences.iter().map(|it| Page::Conference(it.id.clone()));
    let themes = catalog.themes.iter().map(|it| Page::Theme(it.id.clone()));
    let people = catalog.people.iter().map(|it| Page::Person(it.id.clone()));
    let pages = conferences.chain(themes).chain(people);
    pages.filter(|page| context.extra_files.export(page)).collect()
}

/// The paths of all these files. None of them is empty. They are known before the files are made, because the
/// pages link to them.
pub(super) fn paths(context: &ExportContext<'_>) -> BTreeSet<String> {
    let of_page = |page: &Page| {
        let content = content(context, page)?;
        let endings = [
            ("csv", !content.talks.is_empty()),
            ("md", !content.notes.is_empty()),
            ("bib", !content.notes.is_empty()),
            ("ics", has_calendar(&content) && calendars::has_days(context, &content.talks)),
        ];
        let page = page.path();
        let there = endings.into_iter().filter(|(_, is_there)| *is_there);
        Some(there.map(|(ending, _)| path_of(&page, ending)).collect::<Vec<_>>())
    };
    pages(context).iter().filter_map(of_page).flatten().collect()
}

/// The exports of a page, by path.
pub(super) fn files(context: &ExportContext<'_>, page: &Page) -> BTreeMap<String, Vec<u8>> {
    let Some(content) = content(context, page) else { return BTreeMap::new() };
    let page = page.path();
    let forms = [
        ("csv", table(context, &content)),
        ("md", text(context, &content)),
        ("bib", references(context, &content)),
    ];
    let forms = forms.into_iter().filter(|(_, text)| !text.is_empty());
    let mut files: BTreeMap<String, Vec<u8>> =
        forms.map(|(ending, text)| (path_of(&page, ending), text.into_bytes())).collect();
    if has_calendar(&content) {
        let calendar = calendars::of_talks(context, &content.name, &content.talks);
        files.extend(calendar.map(|calendar| (path_of(&page, "ics"), calendar)));
    }
    files
}

/// Whether the calendar lists talks. That of a conference has its days instead.
fn has_calendar(content: &PageContent<'_>) -> bool {
    !matches!(content.page, Page::Conference(_))
}

fn content<'a>(context: &ExportContext<'a>, page: &Page) -> Option<PageContent<'a>> {
    let index = context.index;
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
            // A note on a person's talk is about that person, even where it does not name them.
            let mut notes: BTreeSet<&NoteId> = ids(index.notes_of_person(id));
            notes.extend(talks.iter().flat_map(|talk| &talk.notes));
            (index.person(id)?.name.clone(), talks, notes)
        }
        Page::Talk(_) | Page::Organization(_) | Page::Recap(_) | Page::Year(_) => return None,
    };
    Some(PageContent { page: page.clone(), name, talks, notes })
}

fn table(context: &ExportContext<'_>, content: &PageContent<'_>) -> String {
    let mut table = String::new();
    if !content.talks.is_empty() {
        csv::push_row(&mut table, COLUMNS);
    }
    for talk in &content.talks {
        let row = row(context, talk, "page/");
        csv::push_row(&mut table, row.iter().map(String::as_str));
    }
    table
}

fn references(context: &ExportContext<'_>, content: &PageContent<'_>) -> String {
    let references: Vec<String> =
        recaps(context, content).map(|(recap, _)| recap_in_bibtex(context, recap)).collect();
    references.join("\n")
}

/// The recaps that a page draws on, in the order of the catalog, each with its notes that the page shows.
fn recaps<'a>(
    context: &ExportContext<'a>,
    content: &PageContent<'a>,
) -> impl Iterator<Item = (&'a Recap, Vec<&'a NoteHead>)> {
    let mut by_recap: BTreeMap<&RecapId, Vec<&NoteHead>> = BTreeMap::new();
    for note in content.notes.iter().filter_map(|id| context.index.note(id)) {
        by_recap.entry(&note.recap).or_default().push(note);
    }
    let recaps = context.index.catalog().recaps.iter();
    recaps.filter_map(move |recap| {
        let own = by_recap.remove(&recap.id)?;
        // In the order of the recap.
        let places: BTreeMap<&NoteId, usize> = recap.notes.iter().zip(0..).collect();
        let mut own = own;
        own.sort_by_key(|note| places.get(&note.id));
        Some((recap, own))
    })
}

fn text(context: &ExportContext<'_>, content: &PageContent<'_>) -> String {
    let mut file = String::new();
    for (recap, notes) in recaps(context, content) {
        let page = context.address_from("page/", &Page::Recap(recap.id.clone()));
        let title = markdown::link(&markdown::text(&recap.title), &page);
        file += &markdown::paragraph(&["## ", &title].concat());
        file += &markdown::paragraph(&recap_in_markdown(context, recap));
        file.extend(notes.into_iter().map(|note| note_of(context, note, 3)));
    }
    if file.is_empty() {
        return file;
    }
    let page = context.address_from("page/", &content.page);
    let from = markdown::link(&markdown::text(&context.site.title), &page);
    let license = markdown::text(&context.site.license);
    let license = if license.is_empty() { license } else { format!(" ({license})") };
    [&markdown::heading(1, &content.name), &file, "---\n\n", &from, &license, "\n"].concat()
}
