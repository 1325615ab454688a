//! Exports of the whole collection, and the parts that they share with the exports of pages: rows and notes.

use super::{
    ExportContext,
    citations::{recap_in_bibtex, recap_in_markdown},
    csv, markdown,
};
use crate::{
    model::{NoteHead, PartialDate, Recap, RecapId, Talk, plain_text},
    pages::{Page, link::notes_path, video_page},
};
use std::collections::BTreeMap;

/// The table of all talks, one row each.
pub(super) const TALKS: &str = "export/talks.csv";

/// The references to all recaps.
pub(super) const REFERENCES: &str = "export/recaps.bib";

/// The columns of the table of talks. Programs read them: columns may be added, but never renamed.
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

/// Separates several values in one cell.
const BETWEEN: &str = "; ";

/// The exports of the whole collection by path.
pub(super) fn files(context: &ExportContext<'_>) -> BTreeMap<String, Vec<u8>> {
    let catalog = context.index.catalog();
    let mut talks = String::new();
    csv::push_row(&mut talks, COLUMNS);
    for talk in &catalog.talks {
        csv::push_row(&mut talks, row(context, talk, "export/").iter().map(String::as_str));
    }
    let references: Vec<String> =
        catalog.recaps.iter().map(|recap| recap_in_bibtex(context, recap)).collect();
    [
        (TALKS.to_owned(), talks.into_bytes()),
        (REFERENCES.to_owned(), references.join("\n").into_bytes()),
    ]
    .into()
}

/// The notes of a recap as a file.
pub(super) fn notes(context: &ExportContext<'_>, recap: &RecapId) -> Option<(String, Vec<u8>)> {
    let recap = context.index.recap(recap)?;
    Some((notes_path(&recap.id), notes_of(context, recap).into_bytes()))
}

/// The row of a talk in a file of the folder `folder/`.
pub(super) fn row(context: &ExportContext<'_>, talk: &Talk, folder: &str) -> [String; 13] {
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let conference = talk.conference.as_ref().and_then(|id| context.index.conference(id));
    let speakers = talk.speakers.iter().map(|speaker| context.person_name(&speaker.person));
    // A list parallel to the speakers: several values of one speaker are joined by commas.
    let organizations = talk.speakers.iter().map(|speaker| {
        let names = speaker.organizations.iter().map(|id| context.organization_name(id));
        names.collect::<Vec<_>>().join(", ")
    });
    let themes = talk.themes.iter().map(|id| context.theme_name(id));
    [
        talk.id.to_string(),
        talk.title.clone(),
        context.words.explorer.kind(talk.kind.into()).to_owned(),
        speakers.collect::<Vec<_>>().join(BETWEEN),
        organizations.collect::<Vec<_>>().join(BETWEEN),
        conference.map(|it| it.name.clone()).unwrap_or_default(),
        conference.map(|it| it.id.to_string()).unwrap_or_default(),
        day(conference.and_then(|it| it.start)),
        day(talk.day),
        themes.collect::<Vec<_>>().join(BETWEEN),
        talk.videos.iter().map(video_page).collect::<Vec<_>>().join(BETWEEN),
        talk.links.iter().map(|link| link.url.clone()).collect::<Vec<_>>().join(BETWEEN),
        context.address_from(folder, &Page::Talk(talk.id.clone())),
    ]
}

/// The notes of a recap as Markdown, with how to cite it.
fn notes_of(context: &ExportContext<'_>, recap: &Recap) -> String {
    let citation = recap_in_markdown(context, recap);
    let mut file = markdown::heading(1, &recap.title);
    file += &markdown::paragraph(&[context.words.exports.cite_as, ": ", &citation].concat());
    if let Some(edition) = recap.conference.as_ref().and_then(|id| context.index.conference(id)) {
        let page = context.address_from("export/", &Page::Conference(edition.id.clone()));
        file += &markdown::paragraph(&markdown::link(&markdown::text(&edition.name), &page));
    }
    for note in context.index.notes_of_recap(&recap.id) {
        file += &note_of(context, note, 2);
    }
    let page = context.address_from("export/", &Page::Recap(recap.id.clone()));
    let from = markdown::link(&markdown::text(&context.site.title), &page);
    let license = markdown::text(&context.site.license);
    let license = if license.is_empty() { license } else { format!(" ({license})") };
    file + "---\n\n" + &from + &license + "\n"
}

/// A note as Markdown under a heading of level `level`.
pub(super) fn note_of(context: &ExportContext<'_>, note: &NoteHead, level: u8) -> String {
    let blocks = context.notes.get(&note.id).map(|note| note.blocks.as_slice());
    let blocks = blocks.unwrap_or_default();
    // A note without a heading is called by its opening words, which would appear twice.
    let opening = note.title.strip_suffix('…');
    let is_opening = opening.is_some_and(|opening| plain_text(blocks).starts_with(opening));
    let mut text = if is_opening { String::new() } else { markdown::heading(level, &note.title) };
    let talk = note.talk.as_ref().and_then(|id| context.index.talk(id));
    if let Some(talk) = talk.filter(|talk| talk.title != note.title) {
        text +=
            &markdown::paragraph(&markdown::text(&(context.words.exports.on_talk)(&talk.title)));
    }
    if !note.award.is_empty() {
        text += &markdown::paragraph(&markdown::text(&(context.words.exports.award)(&note.award)));
    }
    text + &markdown::blocks(blocks, level, &context.words.exports)
}
