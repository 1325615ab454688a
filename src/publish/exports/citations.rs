//! How to cite talks and recaps: in a sentence and as BibTeX.

use super::{bibtex, context::ExportContext, markdown};
use crate::{
    model::{PartialDate, Recap, Talk},
    pages::{Citation, Page, video_page},
    ui::display_names::author,
};
use std::collections::BTreeMap;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl ExportContext<'_> {
    /// How to cite each talk and each recap, by the path of its page.
    pub(super) fn citations(&self) -> BTreeMap<String, Citation> {
        let catalog = self.index.catalog();
        let cite = |page: &Page, text: String, bibtex: String| {
            let path = page.path();
            let address = self.absolute(&path).unwrap_or_else(|| path.clone());
            (path, Citation { text, bibtex, address })
        };
        let recaps = catalog.recaps.iter().map(|it| {
            cite(&Page::Recap(it.id.clone()), recap_in_text(self, it), recap_in_bibtex(self, it))
        });
        let talks = catalog.talks.iter().map(|it| {
            cite(&Page::Talk(it.id.clone()), talk_in_text(self, it), talk_in_bibtex(self, it))
        });
        recaps.chain(talks).collect()
    }
}

/// A recap as BibTeX.
pub(super) fn recap_in_bibtex(context: &ExportContext<'_>, recap: &Recap) -> String {
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    let [year, month, day] = date_fields(recap.published);
    let fields = [
        ("title", bibtex::title(&recap.title)),
        ("author", author(recap).map(bibtex::author).unwrap_or_default()),
        year,
        month,
        day,
        ("howpublished", bibtex::escaped(publisher)),
        ("url", original(recap).map(bibtex::address).unwrap_or_default()),
        (
            "note",
            bibtex::escaped(context.edition_name(recap.conference.as_ref()).unwrap_or_default()),
        ),
        ("language", bibtex::escaped(&recap.language)),
    ];
    bibtex::entry(recap.id.as_str(), &fields)
}

/// A recap in a sentence of Markdown: author, title, place, date and address.
pub(super) fn recap_in_markdown(context: &ExportContext<'_>, recap: &Recap) -> String {
    recap_in(context, recap, markdown::text, |url| markdown::link("", url))
}

fn recap_in_text(context: &ExportContext<'_>, recap: &Recap) -> String {
    recap_in(context, recap, str::to_owned, str::to_owned)
}

/// A recap in a sentence, whose words `plain` writes and whose address `link` does.
fn recap_in(
    context: &ExportContext<'_>,
    recap: &Recap,
    plain: fn(&str) -> String,
    link: fn(&str) -> String,
) -> String {
    let publisher = recap.copies.first().map_or("", |copy| copy.publisher.as_str());
    let published = recap.published.map(|it| context.words.explorer.date(it)).unwrap_or_default();
    // A recap without an author is already named by its publisher.
    let publisher = if recap.author.is_empty() { "" } else { publisher };
    // Where the recap says neither who published it nor when, its conference tells what it is.
    let edition = context.edition_name(recap.conference.as_ref());
    let is_bare = publisher.is_empty() && published.is_empty();
    let edition = edition.filter(|name| is_bare && !recap.title.contains(name)).unwrap_or_default();
    let facts = [publisher, edition, &published].into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<String> = facts.map(plain).collect();
    let page = || context.page_address(&Page::Recap(recap.id.clone()));
    let address = original(recap).map(str::to_owned).or_else(page).map(|url| link(&url));
    let name = author(recap).map(plain);
    let title = plain(&recap.title);
    (context.words.exports.citation)(name.as_deref(), &title, &facts, address.as_deref())
}

/// A talk in a sentence: speakers, title, conference, day and address.
fn talk_in_text(context: &ExportContext<'_>, talk: &Talk) -> String {
    let names: Vec<String> =
        talk.speakers.iter().map(|it| context.person_name(&it.person)).collect();
    let names = (!names.is_empty()).then(|| context.words.explorer.listed(&names));
    let conference = context.edition_name(talk.conference.as_ref()).unwrap_or_default();
    let date = date_of(context, talk);
    let date = date.map(|it| context.words.explorer.date(it)).unwrap_or_default();
    let facts = [conference, &date].into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<String> = facts.map(str::to_owned).collect();
    let address = talk_address(context, talk);
    (context.words.exports.citation)(names.as_deref(), &talk.title, &facts, address.as_deref())
}

/// A talk as BibTeX.
fn talk_in_bibtex(context: &ExportContext<'_>, talk: &Talk) -> String {
    let names: Vec<String> =
        talk.speakers.iter().map(|it| bibtex::author(&context.person_name(&it.person))).collect();
    let [year, month, day] = date_fields(date_of(context, talk));
    let conference = context.edition_name(talk.conference.as_ref()).unwrap_or_default();
    let fields = [
        ("title", bibtex::title(&talk.title)),
        ("author", names.join(" and ")),
        year,
        month,
        day,
        ("howpublished", bibtex::escaped(conference)),
        ("url", talk_address(context, talk).as_deref().map(bibtex::address).unwrap_or_default()),
    ];
    bibtex::entry(talk.id.as_str(), &fields)
}

/// The day of a talk; where it is not known, the year and the month of its conference.
fn date_of(context: &ExportContext<'_>, talk: &Talk) -> Option<PartialDate> {
    let conference = talk.conference.as_ref().and_then(|id| context.index.conference(id));
    let month_of = |date: PartialDate| match date.month() {
        Some(month) => PartialDate::from_month(date.year(), month).ok(),
        None => PartialDate::from_year(date.year()).ok(),
    };
    talk.day.or_else(|| conference?.start.and_then(month_of))
}

/// Where a talk can be found: on its page, or else its recording.
fn talk_address(context: &ExportContext<'_>, talk: &Talk) -> Option<String> {
    let page = context.page_address(&Page::Talk(talk.id.clone()));
    page.or_else(|| talk.videos.first().map(video_page))
}

fn date_fields(date: Option<PartialDate>) -> [(&'static str, String); 3] {
    let month = date.and_then(PartialDate::month);
    let month = month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    [
        ("year", date.map(|date| date.year().to_string()).unwrap_or_default()),
        ("month", month.map(|name| (*name).to_owned()).unwrap_or_default()),
        ("day", date.and_then(PartialDate::day).map(|day| day.to_string()).unwrap_or_default()),
    ]
}

/// The address of the original recap.
fn original(recap: &Recap) -> Option<&str> {
    recap.copies.iter().map(|copy| copy.url.as_str()).find(|url| !url.is_empty())
}
