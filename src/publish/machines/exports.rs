//! The collection in the forms that other programs keep such things in.

use super::{Machines, bibtex, csv, markdown};
use crate::{
    model::{NoteHead, PartialDate, Recap, RecapId, Talk, plain_text},
    ui::{Page, author, notes_path, video_page},
};
use std::collections::BTreeMap;

/// All talks, a row each.
pub(super) const TALKS: &str = "export/talks.csv";

/// All recaps, as references.
pub(super) const REFERENCES: &str = "export/recaps.bib";

/// Names of the columns of the table of talks. Programs read them: they may grow, and never change.
pub(super) const COLUMNS: [&str; 13] = [
    "id",
    "title",
    "kind",
    "speakers",
    "organizations",
    "conference",
    "conference_id",
    "start",
    "day",
    "themes",
    "videos",
    "links",
    "page",
];

/// Between several values in one cell.
const BETWEEN: &str = "; ";

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The exports of the whole collection by path.
pub(super) fn exports(machines: &Machines<'_>) -> BTreeMap<String, Vec<u8>> {
    let catalog = machines.index.catalog();
    let mut talks = String::new();
    csv::push_row(&mut talks, COLUMNS);
    for talk in &catalog.talks {
        csv::push_row(&mut talks, row(machines, talk, "export/").iter().map(String::as_str));
    }
    let references: Vec<String> =
        catalog.recaps.iter().map(|recap| reference(machines, recap)).collect();
    [
        (TALKS.to_owned(), talks.into_bytes()),
        (REFERENCES.to_owned(), references.join("\n").into_bytes()),
    ]
    .into()
}

/// The notes of a recap as a file.
pub(super) fn notes(machines: &Machines<'_>, recap: &RecapId) -> Option<(String, Vec<u8>)> {
    let recap = machines.index.recap(recap)?;
    Some((notes_path(&recap.id), notes_of(machines, recap).into_bytes()))
}

/// The row of a talk in a file of the folder `folder/`.
pub(super) fn row(machines: &Machines<'_>, talk: &Talk, folder: &str) -> [String; 13] {
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let conference = talk.conference.as_ref().and_then(|id| machines.index.conference(id));
    let speakers = talk.speakers.iter().map(|speaker| machines.person_name(&speaker.person));
    // A row of names beside the row of speakers: those of one speaker are joined by a comma.
    let organizations = talk.speakers.iter().map(|speaker| {
        let names = speaker.organizations.iter().map(|id| machines.organization_name(id));
        names.collect::<Vec<_>>().join(", ")
    });
    let themes = talk.themes.iter().map(|id| machines.theme_name(id));
    [
        talk.id.to_string(),
        talk.title.clone(),
        machines.words.explorer.kind(talk.kind.into()).to_owned(),
        speakers.collect::<Vec<_>>().join(BETWEEN),
        organizations.collect::<Vec<_>>().join(BETWEEN),
        conference.map(|it| it.name.clone()).unwrap_or_default(),
        conference.map(|it| it.id.to_string()).unwrap_or_default(),
        day(conference.and_then(|it| it.start)),
        day(talk.day),
        themes.collect::<Vec<_>>().join(BETWEEN),
        talk.videos.iter().map(video_page).collect::<Vec<_>>().join(BETWEEN),
        talk.links.iter().map(|link| link.url.clone()).collect::<Vec<_>>().join(BETWEEN),
        machines.address_from(folder, &Page::Talk(talk.id.clone())),
    ]
}

/// A recap as BibTeX.
pub(super) fn reference(machines: &Machines<'_>, recap: &Recap) -> String {
    let published = recap.published;
    let month = published.and_then(PartialDate::month);
    let month = month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    let fields = [
        ("title", bibtex::title(&recap.title)),
        ("author", author(recap).map(bibtex::author).unwrap_or_default()),
        ("year", published.map(|date| date.year().to_string()).unwrap_or_default()),
        ("month", month.map(|name| (*name).to_owned()).unwrap_or_default()),
        (
            "day",
            published.and_then(PartialDate::day).map(|day| day.to_string()).unwrap_or_default(),
        ),
        ("howpublished", bibtex::escaped(publisher)),
        ("url", original(recap).map(bibtex::address).unwrap_or_default()),
        (
            "note",
            bibtex::escaped(machines.edition_name(recap.conference.as_ref()).unwrap_or_default()),
        ),
        ("language", bibtex::escaped(&recap.language)),
    ];
    bibtex::entry(recap.id.as_str(), &fields)
}

/// The notes of a recap as Markdown, with how to cite it.
fn notes_of(machines: &Machines<'_>, recap: &Recap) -> String {
    let citation = citation(machines, recap);
    let mut file = markdown::heading(1, &recap.title);
    file += &markdown::paragraph(&[machines.words.machines.cite_as, ": ", &citation].concat());
    if let Some(edition) = recap.conference.as_ref().and_then(|id| machines.index.conference(id)) {
        let page = machines.address_from("export/", &Page::Conference(edition.id.clone()));
        file += &markdown::paragraph(&markdown::link(&markdown::text(&edition.name), &page));
    }
    for note in machines.index.notes_of_recap(&recap.id) {
        file += &note_of(machines, note, 2);
    }
    let page = machines.address_from("export/", &Page::Recap(recap.id.clone()));
    let from = markdown::link(&markdown::text(&machines.site.title), &page);
    let license = markdown::text(&machines.site.license);
    let license = if license.is_empty() { license } else { format!(" ({license})") };
    file + "---\n\n" + &from + &license + "\n"
}

/// A note as Markdown under a heading of level `level`.
pub(super) fn note_of(machines: &Machines<'_>, note: &NoteHead, level: u8) -> String {
    let blocks = machines.notes.get(&note.id).map(|note| note.blocks.as_slice());
    let blocks = blocks.unwrap_or_default();
    // One without a heading is called by its opening words, which need not be said twice.
    let opening = note.title.strip_suffix('…');
    let is_opening = opening.is_some_and(|opening| plain_text(blocks).starts_with(opening));
    let mut text = if is_opening { String::new() } else { markdown::heading(level, &note.title) };
    let talk = note.talk.as_ref().and_then(|id| machines.index.talk(id));
    if let Some(talk) = talk.filter(|talk| talk.title != note.title) {
        text +=
            &markdown::paragraph(&markdown::text(&(machines.words.machines.on_talk)(&talk.title)));
    }
    if !note.award.is_empty() {
        text +=
            &markdown::paragraph(&markdown::text(&(machines.words.machines.award)(&note.award)));
    }
    text + &markdown::blocks(blocks, level, &machines.words.machines)
}

/// Who wrote what, where and when, and where it stands; as Markdown.
pub(super) fn citation(machines: &Machines<'_>, recap: &Recap) -> String {
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    let published = recap.published.map(|it| machines.words.explorer.date(it)).unwrap_or_default();
    // One that nobody signed is already named by its publisher.
    let publisher = if recap.author.is_empty() { "" } else { publisher };
    let facts = [publisher, &published].into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<String> = facts.map(markdown::text).collect();
    let address = original(recap).map(|url| markdown::link("", url));
    let name = author(recap).map(markdown::text);
    let title = markdown::text(&recap.title);
    (machines.words.machines.citation)(name.as_deref(), &title, &facts, address.as_deref())
}

/// Where the article itself stands.
fn original(recap: &Recap) -> Option<&str> {
    recap.copies.iter().map(|copy| copy.url.as_str()).find(|url| !url.is_empty())
}
