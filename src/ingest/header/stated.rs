//! Applies the header of a recap, and reports values that make no sense.

use super::{Header, TalkEntry, Text};
use crate::ingest::address::{linkable, video};
use crate::ingest::contacts::in_text;
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::draft::{Draft, DraftCopy, DraftEvent, DraftNote, DraftTalk, DraftTheme};
use crate::ingest::facts::dates::stated_date;
use crate::ingest::facts::language_tags::stated_tag;
use crate::ingest::left_out::LeftOut;
use crate::ingest::names::kinds::kind_of;
use crate::ingest::names::legal_forms::is_legal_form;
use crate::ingest::names::name_shape::without_title;
use crate::ingest::names::named_people::Named;
use crate::ingest::secrets::withhold;
use crate::ingest::source::Source;
use crate::ingest::spelling::{is_one_slip, name_key};
use crate::model::{Block, LinkKind, PartialDate, Rule, TalkKind, inline_text};
use std::collections::BTreeSet;
use std::ops::Range;

/// Fills the draft from the header and returns the talks it lists; `None` when it has no list.
pub(in crate::ingest) fn apply(
    draft: &mut Draft,
    header: &Header,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<DraftTalk>> {
    let mut reader = StatedReader { source, diagnostics };
    draft.slug.clone_from(&header.slug.value);
    draft.former_ids = values(&header.former_ids);
    draft.part_of = reader.with_line(&header.part_of);
    draft.title = reader.with_line(&header.title);
    let authors: Vec<String> = header.author.iter().map(|name| split(&name.value).name).collect();
    draft.author = authors.join(", ");
    draft.publisher.clone_from(&header.publisher.value);
    draft.url = reader.url_of_recap(&header.url);
    draft.published = header.published.iter().find_map(|date| reader.date(date));
    draft.language = reader.language(&header.language);
    draft.license.clone_from(&header.license.value);
    match header.conference.as_slice() {
        [] => draft.event.start = header.year.value.parse().ok().and_then(year_alone),
        [only] => {
            draft.conference = reader.with_line(&only.name);
            draft.event = DraftEvent {
                place: only.place.value.clone(),
                // An invalid date is ignored here.
                start: stated_date(&only.start.value).ok(),
                end: stated_date(&only.end.value).ok(),
            };
        }
        // The words of each part must say which event it is about.
        several => {
            draft.event_hints.extend(several.iter().map(|event| reader.with_line(&event.name)));
        }
    }
    draft.themes = reader.themes(&header.themes, false);
    draft.themes.extend(reader.themes(&header.tags, true));
    if !header.attendance.is_empty() {
        reader.attendance(draft, &header.attendance);
    }
    for copy in &header.copies {
        draft.copies.push(DraftCopy {
            publisher: copy.publisher.value.clone(),
            url: reader.url(&copy.url).unwrap_or_default(),
            published: reader.date(&copy.published),
        });
    }
    if let Some(entry) = &header.own_talk {
        return Some(reader.talk(entry).into_iter().collect());
    }
    let entries = header.talks.as_ref()?;
    Some(entries.iter().filter_map(|entry| reader.talk(entry)).collect())
}

fn year_alone(year: u16) -> Option<PartialDate> {
    PartialDate::from_year(year).ok().filter(|_| (1950..=2199).contains(&year))
}

/// The texts, without their places.
fn values(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// Why a recap is not published on that day, although it is not a draft.
pub(in crate::ingest) fn out_of_time(
    draft: &Draft,
    header: &Header,
    today: PartialDate,
) -> Option<LeftOut> {
    let today = today.first_day_number();
    let stated = header.published.iter().filter_map(|text| stated_date(&text.value).ok());
    if stated.chain(draft.published).any(|date| date.first_day_number() > today) {
        return Some(LeftOut::Future);
    }
    let mut ends = header.expires.iter().filter_map(|text| stated_date(&text.value).ok());
    ends.any(|date| date.last_day_number() < today).then_some(LeftOut::Expired)
}

/// Notes that the header holds beside their talk. Returns how many addresses, telephone numbers and secrets they lose.
pub(in crate::ingest) fn inline_notes(
    draft: &mut Draft,
    header: &Header,
    source: &Source,
) -> Vec<u32> {
    let mut lines = Vec::new();
    let entries = header.listed_talks().enumerate();
    for (index, entry) in entries.filter(|(_, entry)| !entry.note.is_empty()) {
        let line = source.line_at(entry.note.span.start);
        let Some(talk) = draft.talks.get(index) else { continue };
        let (mut text, secrets) = withhold(&entry.note.value, 0)
            .unwrap_or_else(|| (entry.note.value.clone(), Vec::new()));
        let count = secrets.len() + in_text(&mut text);
        lines.extend(std::iter::repeat_n(line, count));
        let paragraphs = text.split("\n\n");
        let blocks =
            paragraphs.map(|text| Block::Paragraph(crate::ingest::passage::linkified(text)));
        let (title, award) = (talk.shown_title(), talk.award.clone());
        draft.notes.push(DraftNote {
            title,
            anchor: String::new(),
            has_heading: true,
            talk: Some(index),
            award,
            blocks: blocks.collect(),
            first: line,
            last: line,
        });
    }
    lines
}

/// Number of talks without a note that are reported one by one. If there are more, the header is a list and not a
/// mistake.
const MOST_REPORTED: usize = 3;

/// Reports talks of the header that no passage is about: a typo in a heading would separate the two.
pub(in crate::ingest) fn check_notes(
    draft: &Draft,
    header: &Header,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let with_note: BTreeSet<usize> = draft.notes.iter().filter_map(|note| note.talk).collect();
    let stated = draft.talks.iter().zip(header.listed_talks()).enumerate();
    let silent: Vec<(&DraftTalk, Range<usize>)> = stated
        .filter(|(index, _)| !with_note.contains(index))
        .map(|(_, (talk, entry))| (talk, entry.anchor()))
        .collect();
    if silent.is_empty() {
        return;
    }
    let headings = draft.passages.iter().filter_map(|passage| {
        let Block::Heading { text, .. } = &passage.block else { return None };
        Some(inline_text(text))
    });
    let headings: Vec<(String, String)> = headings.map(|text| (name_key(&text), text)).collect();
    let (mut slips, mut others) = (Vec::new(), Vec::new());
    for (talk, span) in silent {
        let title = name_key(&talk.shown_title());
        match headings.iter().find(|(heading, _)| is_one_slip(heading, &title)) {
            Some((_, near)) => slips.push((talk, span, near)),
            None => others.push((talk, span)),
        }
    }
    let mut reader = StatedReader { source, diagnostics };
    let code = "talk-without-note";
    let listed = |talk: &DraftTalk| {
        format!("the talk \"{}\" is listed, but nothing below is about it", talk.shown_title())
    };
    for (talk, span, near) in slips {
        let help = format!("the heading \"{near}\" is nearly its title; make the two equal");
        reader.warn(code, span, listed(talk), &help);
    }
    match others.as_slice() {
        [(first, span), rest @ ..] if rest.len() >= MOST_REPORTED => {
            let message = format!(
                "nothing below is about {} of the talks that are listed; the first is \"{}\"",
                others.len(),
                first.shown_title()
            );
            let help = "put each note under a heading that is the title of its talk";
            reader.warn(code, span.clone(), message, help);
        }
        few => few.iter().for_each(|(talk, span)| {
            let title = talk.shown_title();
            let help =
                format!("put the note under a heading \"{title}\", or state it here as its note");
            reader.warn(code, span.clone(), listed(talk), &help);
        }),
    }
}

/// `Name (Organization, Organization)`.
fn split(text: &str) -> Named {
    let text = text.trim();
    let (name, organizations) = match text.split_once('(') {
        Some((name, inside)) => (name.trim(), inside.trim_end_matches(')')),
        None => (text, ""),
    };
    // The head of an email has an address after the name.
    let name = name.split_once('<').map_or(name, |(name, _)| name.trim()).trim_matches('"');
    let mut found: Vec<String> = Vec::new();
    for part in organizations.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match found.last_mut() {
            Some(last) if is_legal_form(part) => {
                *last = format!("{last}, {part}");
            }
            _ => found.push(part.to_owned()),
        }
    }
    // An email address must not be published as a name.
    let name = if name.contains('@') && name.contains('.') { "" } else { name };
    Named { name: without_title(name).to_owned(), organizations: found, ..Named::default() }
}

struct StatedReader<'a> {
    source: &'a Source,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl StatedReader<'_> {
    fn with_line(&self, text: &Text) -> (String, u32) {
        (text.value.clone(), self.line(text))
    }

    fn line(&self, text: &Text) -> u32 {
        self.source.line_at(text.span.start)
    }

    fn warn(&mut self, code: &'static str, span: Range<usize>, message: String, help: &str) {
        let warning = self.source.diagnostic(Severity::Warning, code, span, message, help);
        self.diagnostics.push(warning);
    }

    fn date(&mut self, text: &Text) -> Option<PartialDate> {
        if text.is_empty() {
            return None;
        }
        let date = stated_date(&text.value);
        if let Err(error) = date {
            let message = format!("\"{}\" is {error}; it is ignored", text.value);
            let help = "write it like 2018-05-04, 2018-05 or 2018";
            self.warn("date", text.span.clone(), message, help);
        }
        date.ok()
    }

    /// The first address that a reader can follow. A path on the author's own site means nothing to other people.
    fn url_of_recap(&mut self, urls: &[Text]) -> String {
        if let Some(url) = urls.iter().find_map(|url| linkable(&url.value)) {
            return url;
        }
        for url in urls.iter().filter(|url| !url.value.starts_with(['/', '.'])) {
            self.url(url);
        }
        String::new()
    }

    fn url(&mut self, text: &Text) -> Option<String> {
        let url = linkable(&text.value);
        if url.is_none() && !text.is_empty() {
            let message =
                format!("\"{}\" is no address a reader can follow; it is ignored", text.value);
            let help = "give the full address, beginning with https://";
            self.warn("address", text.span.clone(), message, help);
        }
        url
    }

    fn urls(&mut self, texts: &[Text]) -> Vec<String> {
        texts.iter().filter_map(|text| self.url(text)).collect()
    }

    fn themes(&self, names: &[Text], is_tag: bool) -> Vec<DraftTheme> {
        let theme =
            |name: &Text| DraftTheme { name: name.value.clone(), line: self.line(name), is_tag };
        names.iter().map(theme).collect()
    }

    fn language(&mut self, text: &Text) -> String {
        let tag = stated_tag(&text.value);
        if tag.is_none() && !text.is_empty() {
            let message = format!("\"{}\" is not a language tag; it is ignored", text.value);
            self.warn(
                "language",
                text.span.clone(),
                message,
                "write a tag such as en, de or pt-BR",
            );
        }
        tag.unwrap_or_default()
    }

    fn attendance(&mut self, draft: &mut Draft, words: &Text) {
        if let Some(people) = crate::ingest::facts::attendance::people_in(&words.value) {
            draft.crowds.push((words.value.clone(), people, self.line(words)));
        } else {
            let message = format!("\"{}\" holds no number of people; it is ignored", words.value);
            self.warn("attendance", words.span.clone(), message, "write it like \"over 4000\"");
        }
    }

    fn kind(&mut self, text: &Text) -> TalkKind {
        match text.value.to_lowercase().as_str() {
            "" | "talk" | "session" | "presentation" => TalkKind::Talk,
            words => kind_of(words).unwrap_or_else(|| {
                let message = format!(
                    "\"{}\" is not a kind of talk; Hallway treats it as a talk",
                    text.value
                );
                let help = "use keynote, talk, panel, lightning or tutorial";
                self.warn("unknown-kind", text.span.clone(), message, help);
                TalkKind::Talk
            }),
        }
    }

    fn talk(&mut self, entry: &TalkEntry) -> Option<DraftTalk> {
        let span = entry.anchor();
        if entry.is_empty() {
            let message = "a talk has neither a title nor a speaker; it is left out".to_owned();
            self.warn("empty-talk", span, message, "give it a title, or at least a speaker");
            return None;
        }
        let speakers = entry.speakers.iter().map(|text| split(&text.value));
        let mut talk = DraftTalk {
            id: entry.id.value.clone(),
            former_ids: values(&entry.former_ids),
            title: entry.title.value.clone(),
            kind: self.kind(&entry.kind),
            speakers: speakers.filter(|named| !named.name.is_empty()).collect(),
            day: self.date(&entry.day),
            themes: self.themes(&entry.themes, false),
            award: entry.award.value.clone(),
            reason: "front matter".to_owned(),
            ..DraftTalk::found(Rule::FrontMatter, self.source.line_at(span.start))
        };
        for url in self.urls(&entry.video) {
            match video(&url) {
                Some(video) => talk.videos.push(video),
                None => talk.links.push((LinkKind::Video, url)),
            }
        }
        for (kind, urls) in [
            (LinkKind::Schedule, &entry.schedule),
            (LinkKind::Slides, &entry.slides),
            (LinkKind::Other, &entry.links),
        ] {
            let urls = self.urls(urls);
            talk.links.extend(urls.into_iter().map(|url| (kind, url)));
        }
        Some(talk)
    }
}
