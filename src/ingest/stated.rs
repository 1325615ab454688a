//! Takes over what the header of a recap states, and reports what in it makes no sense.

use super::address::{linkable, video};
use super::dates::stated_date;
use super::diagnostic::{Diagnostic, Place, Severity};
use super::draft::{Draft, DraftCopy, DraftNote, DraftTalk, DraftTheme};
use super::front_matter::FrontMatter;
use super::header::{Many, Named as HeaderName, TalkEntry, Text};
use super::names::Named;
use super::source::Source;
use super::spelling::{is_one_slip, letters};
use crate::model::{Block, LinkKind, PartialDate, Rule, TalkKind, inline_text};
use std::collections::BTreeSet;

/// Fills the draft from the header and returns the talks it lists; `None` when it has no list.
pub(super) fn apply(
    draft: &mut Draft,
    front: &FrontMatter,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<DraftTalk>> {
    let mut reader = Reader { front, source, diagnostics };
    let header = &front.header;
    draft.is_stated = front.is_stated();
    header.slug.as_str().clone_into(&mut draft.slug);
    draft.title = (header.title.as_str().to_owned(), reader.line(header.title.as_str()));
    let authors = [&header.author, &header.taxonomies.authors, &header.extra.author]
        .into_iter()
        .find(|many| !many.0.is_empty());
    let authors: Vec<String> = authors
        .map_or_else(Vec::new, |many| many.0.iter().map(|name| split(&name.0).name).collect());
    draft.author = authors.join(", ");
    header.publisher.as_str().clone_into(&mut draft.publisher);
    let url = if header.url.is_empty() { &header.extra.url } else { &header.url };
    draft.url = reader.url(url).unwrap_or_default();
    draft.published = reader.date(&header.published);
    header.language.as_str().clone_into(&mut draft.language);
    let conference =
        if header.conference.is_empty() { &header.extra.conference } else { &header.conference };
    draft.conference = (conference.as_str().to_owned(), reader.line(conference.as_str()));
    draft.themes = reader.themes(&header.themes, false);
    draft.themes.extend(reader.themes(&header.tags, true));
    draft.themes.extend(reader.themes(&header.taxonomies.tags, true));
    if !header.attendance.is_empty() {
        reader.attendance(draft, &header.attendance);
    }
    for copy in &header.copies {
        let (url, published) =
            (reader.url(&copy.url).unwrap_or_default(), reader.date(&copy.published));
        draft.copies.push(DraftCopy {
            publisher: copy.publisher.as_str().to_owned(),
            url,
            published,
        });
    }
    let entries = header.talks.as_ref()?;
    Some(entries.iter().filter_map(|entry| reader.talk(entry)).collect())
}

/// Notes that stand in the header beside their talk.
pub(super) fn inline_notes(draft: &mut Draft, front: &FrontMatter, source: &Source) {
    let entries = front.header.listed_talks().enumerate();
    for (index, entry) in entries.filter(|(_, entry)| !entry.note.is_empty()) {
        let line =
            front.place_of(source, entry.note.as_str().lines().next().unwrap_or_default()).line;
        let Some(talk) = draft.talks.get(index) else { continue };
        let blocks = entry
            .note
            .as_str()
            .split("\n\n")
            .map(|text| Block::Paragraph(super::passage::linkified(text)))
            .collect();
        let (title, award) = (talk.shown_title(), talk.award.clone());
        draft.notes.push(DraftNote {
            title,
            has_heading: true,
            talk: Some(index),
            award,
            blocks,
            first: line,
            last: line,
        });
    }
}

/// Talks without a note that are reported one by one; more of them are no slip but a list.
const MOST_REPORTED: usize = 3;

/// Reports talks of the header that no passage is about: a slip in a heading would part the two.
pub(super) fn check_notes(draft: &Draft, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let with_note: BTreeSet<usize> = draft.notes.iter().filter_map(|note| note.talk).collect();
    let stated = draft.talks.iter().enumerate();
    let silent: Vec<&DraftTalk> = stated
        .filter(|(index, talk)| talk.rule == Rule::FrontMatter && !with_note.contains(index))
        .map(|(_, talk)| talk)
        .collect();
    if silent.is_empty() {
        return;
    }
    let headings = draft.passages.iter().filter_map(|passage| {
        let Block::Heading { text, .. } = &passage.block else { return None };
        Some(inline_text(text))
    });
    let headings: Vec<(String, String)> = headings.map(|text| (letters(&text), text)).collect();
    let (mut slips, mut others) = (Vec::new(), Vec::new());
    for talk in silent {
        let title = letters(&talk.shown_title());
        match headings.iter().find(|(heading, _)| is_one_slip(heading, &title)) {
            Some((_, near)) => slips.push((talk, near)),
            None => others.push(talk),
        }
    }
    let (severity, code) = (Severity::Warning, "talk-without-note");
    let mut report = |talk: &DraftTalk, message: String, help: &str| {
        diagnostics.push(source.diagnostic_at(
            severity,
            code,
            &place_of(talk, source),
            message,
            help,
        ));
    };
    let listed = |talk: &DraftTalk| {
        format!("the talk \"{}\" is listed, but nothing below is about it", talk.shown_title())
    };
    for (talk, near) in slips {
        let help = format!("the heading \"{near}\" is nearly its title; make the two equal");
        report(talk, listed(talk), &help);
    }
    match others.as_slice() {
        [first, rest @ ..] if rest.len() >= MOST_REPORTED => {
            let message = format!(
                "nothing below is about {} of the talks that are listed; the first is \"{}\"",
                others.len(),
                first.shown_title()
            );
            report(first, message, "put each note under a heading that is the title of its talk");
        }
        few => few.iter().for_each(|talk| {
            let title = talk.shown_title();
            let help =
                format!("put the note under a heading \"{title}\", or state it here as its note");
            report(talk, listed(talk), &help);
        }),
    }
}

/// Where the header lists a talk.
fn place_of(talk: &DraftTalk, source: &Source) -> Place {
    let speaker = talk.speakers.first().map_or("", |named| named.name.as_str());
    let anchor = if talk.title.is_empty() { speaker } else { &talk.title };
    let bytes = source.line(talk.first).find(anchor).map_or(0..0, |at| at..at + anchor.len());
    Place { line: talk.first, bytes }
}

/// `Name (Organization, Organization)`.
fn split(text: &str) -> Named {
    let text = text.trim();
    let (name, organizations) = match text.split_once('(') {
        Some((name, inside)) => (name.trim(), inside.trim_end_matches(')')),
        None => (text, ""),
    };
    let mut found: Vec<String> = Vec::new();
    for part in organizations.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match found.last_mut() {
            Some(last) if matches!(part.trim_end_matches('.'), "Inc" | "Ltd" | "LLC" | "GmbH") => {
                *last = format!("{last}, {part}");
            }
            _ => found.push(part.to_owned()),
        }
    }
    Named { name: name.to_owned(), organizations: found, ..Named::default() }
}

struct Reader<'a> {
    front: &'a FrontMatter,
    source: &'a Source,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn line(&self, value: &str) -> u32 {
        if self.front.is_stated() { self.front.place_of(self.source, value).line } else { 1 }
    }

    fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        value: &str,
        message: String,
        help: &str,
    ) {
        let place = self.front.place_of(self.source, value);
        self.diagnostics.push(self.source.diagnostic_at(severity, code, &place, message, help));
    }

    fn date(&mut self, value: &Text) -> Option<PartialDate> {
        if value.is_empty() {
            return None;
        }
        let date = stated_date(value.as_str());
        if let Err(error) = date {
            let message = format!("\"{}\" is {error}", value.as_str());
            self.report(
                Severity::Error,
                "date",
                value.as_str(),
                message,
                "write it like 2018-05-04, 2018-05 or 2018",
            );
        }
        date.ok()
    }

    fn url(&mut self, value: &Text) -> Option<String> {
        if value.is_empty() {
            return None;
        }
        let url = linkable(value.as_str());
        if url.is_none() {
            let message =
                format!("\"{}\" is no address a reader can follow; it is ignored", value.as_str());
            self.report(
                Severity::Warning,
                "address",
                value.as_str(),
                message,
                "give the full address, beginning with https://",
            );
        }
        url
    }

    fn urls(&mut self, values: &Many<Text>) -> Vec<String> {
        values.0.iter().filter_map(|value| self.url(value)).collect()
    }

    fn themes(&self, names: &Many<Text>, is_tag: bool) -> Vec<DraftTheme> {
        let named = names.0.iter().filter(|name| !name.is_empty());
        named
            .map(|name| DraftTheme {
                name: name.as_str().to_owned(),
                line: self.line(name.as_str()),
                is_tag,
            })
            .collect()
    }

    fn attendance(&mut self, draft: &mut Draft, words: &Text) {
        if let Some(people) = super::attendance::people_in(words.as_str()) {
            draft.crowds.push((words.as_str().to_owned(), people, self.line(words.as_str())));
        } else {
            let message =
                format!("\"{}\" holds no number of people; it is ignored", words.as_str());
            self.report(
                Severity::Warning,
                "attendance",
                words.as_str(),
                message,
                "write it like \"over 4000\"",
            );
        }
    }

    fn kind(&mut self, value: &Text) -> TalkKind {
        match value.as_str().to_lowercase().as_str() {
            "" | "talk" | "session" | "presentation" => TalkKind::Talk,
            "keynote" => TalkKind::Keynote,
            "panel" => TalkKind::Panel,
            "lightning" | "lightning talk" => TalkKind::Lightning,
            "tutorial" | "workshop" => TalkKind::Tutorial,
            _ => {
                let message =
                    format!("\"{}\" is no kind of talk; it is taken as a talk", value.as_str());
                let help = "known are keynote, talk, panel, lightning and tutorial";
                self.report(Severity::Warning, "unknown-kind", value.as_str(), message, help);
                TalkKind::Talk
            }
        }
    }

    fn talk(&mut self, entry: &TalkEntry) -> Option<DraftTalk> {
        let speakers: Vec<Named> = entry
            .speakers
            .0
            .iter()
            .map(|HeaderName(text)| split(text))
            .filter(|named| !named.name.is_empty())
            .collect();
        let title = entry.title.as_str();
        let anchor = if title.is_empty() {
            speakers.first().map_or("talks", |named| named.name.as_str())
        } else {
            title
        };
        let line = self.line(anchor);
        if title.is_empty() && speakers.is_empty() {
            let message = "a talk has neither a title nor a speaker; it is left out".to_owned();
            self.report(
                Severity::Warning,
                "empty-talk",
                "talks",
                message,
                "give it a title, or at least a speaker",
            );
            return None;
        }
        let mut talk = DraftTalk {
            title: title.to_owned(),
            kind: self.kind(&entry.kind),
            speakers,
            day: self.date(&entry.day),
            themes: self.themes(&entry.themes, false),
            award: entry.award.as_str().to_owned(),
            reason: "front matter".to_owned(),
            ..DraftTalk::found(Rule::FrontMatter, line)
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
