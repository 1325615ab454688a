//! Converts the fields of a header to a [`Header`]: merges spellings of one key, and ignores unknown keys.

use super::events::{event_days, events_of, is_range, year_in};
use super::fields::{Field, FieldValue, Spanned, ValueKind};
use super::found::{FieldsByKey, fields_of, tags, texts};
use super::header_keys::KeySet;
use super::people::{letters, names, speakers, without_handles};
use super::{CopyEntry, EventEntry, Header, TalkEntry, Text};
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::left_out::LeftOut;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::readings::readings;
use crate::ingest::lines::repetition::Votes;
use crate::ingest::names::byline::Byline;
use crate::ingest::source::Source;

/// Tables that site generators use for their own keys: Zola, Hugo and others.
pub(super) const GROUPS: &[&str] = &["extra", "taxonomies", "params", "metadata"];

/// Converts the fields of a header.
pub(super) fn header(
    fields: &[Field],
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Header {
    let mut reader = HeaderReader { source, diagnostics };
    let groups = fields.iter().filter(|field| GROUPS.contains(&field.folded_key().as_str()));
    let nested = groups.flat_map(|group| group.value.fields());
    let found = reader.sort(fields.iter().chain(nested), KeySet::RECAP);
    let talk_title = reader.text(&found, "talktitle");
    let is_table = fields_of(&found, "talktitle").any(|field| is_of_tables(&field.value));
    let is_title = truth(&talk_title.value).is_none() && !talk_title.is_empty() && !is_table;
    let talk_title = if is_title { talk_title } else { Text::default() };
    let title = without_reply_marks(reader.text(&found, "title"));
    let title = if title.is_empty() { talk_title.clone() } else { title };
    let mut header = Header {
        slug: reader.slug(&found),
        former_ids: texts(&found, "formerids"),
        part_of: reader.text(&found, "partof"),
        permalink: texts(&found, "permalink").into_iter().next().unwrap_or_default(),
        author: without_handles(names(&found, "author")),
        publisher: reader.text(&found, "publisher"),
        url: texts(&found, "url"),
        published: dates(&found),
        expires: texts(&found, "expires"),
        language: reader.text(&found, "language"),
        conference: reader.conferences(&found),
        year: texts(&found, "edition")
            .into_iter()
            .find(|it| it.value.len() == 4)
            .unwrap_or_default(),
        attendance: reader.text(&found, "attendance"),
        license: reader.text(&found, "license"),
        left_out: reader.left_out(&found),
        themes: tags(&found, "themes"),
        tags: tags(&found, "tags"),
        talks: reader.talks(&found),
        copies: reader.copies(&found),
        own_talk: None,
        title,
    };
    let speakers = speakers(&found);
    if header.talks.is_none() && !(speakers.is_empty() && talk_title.is_empty()) {
        let entry = reader.talk_of(&found, 0..0);
        let title = if talk_title.is_empty() { header.title.clone() } else { talk_title };
        header.own_talk = Some(TalkEntry { title, ..entry });
    }
    header
}

/// Whether a value is a table, or a list of tables.
fn is_of_tables(value: &FieldValue) -> bool {
    value.items().iter().any(|item| !item.fields().is_empty())
}

/// A talk stated in words: its title, with its speakers where the words name them for sure, as in "Looms that sing (Ada
/// Weaver)".
fn in_words(words: &str, span: &std::ops::Range<usize>) -> TalkEntry {
    let text = |value: &str| Spanned::new(value.to_owned(), span.clone());
    let found = readings(&Line::of_text(words));
    let sure = Votes::default().choose(&found).filter(|(reading, is_sure)| {
        *is_sure && !reading.is_weak && !reading.title.is_empty() && reading.end >= words.len()
    });
    let (title, speakers) = sure.map_or((words, Vec::new()), |(reading, _)| {
        let named = reading.speakers.iter().map(|named| match named.organizations.as_slice() {
            [] => named.name.clone(),
            all => format!("{} ({})", named.name, all.join(", ")),
        });
        (reading.title.as_str(), named.map(|name| text(&name)).collect())
    });
    TalkEntry { title: text(title), speakers, span: span.clone(), ..TalkEntry::default() }
}

/// The talks of a table whose keys are titles and whose values are the speakers: `{Looms that sing: Ada Weaver}`.
fn by_title(fields: &[Field]) -> Option<Vec<TalkEntry>> {
    let entry = |field: &Field| {
        let folded = field.folded_key();
        let speakers = field.value.texts();
        let is_named = |text: &Text| Byline::parse(&text.value).is_some_and(|it| it.odds > 0.0);
        let is_key = KeySet::TALK.meant(&folded).or_else(|| KeySet::TALK.slip(&folded)).is_some();
        let is_talk = !is_key && !speakers.is_empty() && speakers.iter().all(is_named);
        let span = field.key.span.clone();
        let title = field.key.clone();
        is_talk.then(|| TalkEntry { title, speakers, span, ..TalkEntry::default() })
    };
    let entries: Option<Vec<TalkEntry>> = fields.iter().map(entry).collect();
    entries.filter(|entries| !entries.is_empty())
}

/// The subject of an email without `Re:` and `Fwd:`.
fn without_reply_marks(mut title: Text) -> Text {
    const MARKS: &[&str] = &["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "sv:"];
    while let Some(mark) = MARKS.iter().find(|mark| {
        title.value.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark))
    }) {
        let rest = title.value.get(mark.len()..).unwrap_or_default().trim_start();
        title.span.start += title.value.len() - rest.len();
        title.value = rest.to_owned();
    }
    title.span.start = title.span.start.min(title.span.end);
    title
}

/// Publication dates. The creation date counts only if the header has no other date.
fn dates(found: &FieldsByKey<'_>) -> Vec<Text> {
    // "Date: April 25 → April 27" gives the days of the event.
    let is_date = |text: &Text| truth(&text.value).is_none() && !is_range(&text.value);
    let dated = |key| texts(found, key).into_iter().filter(is_date).collect::<Vec<_>>();
    let published = dated("published");
    if published.is_empty() { dated("created") } else { published }
}

/// A value read as yes or no; `None` when it is neither.
fn truth(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "1" | "y" => Some(true),
        "false" | "no" | "off" | "0" | "n" | "never" => Some(false),
        _ => None,
    }
}

struct HeaderReader<'a> {
    source: &'a Source,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl HeaderReader<'_> {
    /// Groups fields by key, and reports keys that are one typo away from a known key.
    fn sort<'b>(
        &mut self,
        fields: impl Iterator<Item = &'b Field>,
        keys: KeySet,
    ) -> FieldsByKey<'b> {
        let mut found = FieldsByKey::new();
        for field in fields {
            let folded = field.folded_key();
            if let Some(key) = keys.meant(&folded) {
                found.entry(key).or_default().push(field);
            } else if let Some(meant) = keys.slip(&folded) {
                let message =
                    format!("the key \"{}\" is not known and is ignored", field.key.value);
                let help = format!("did you mean \"{meant}\"?");
                self.warn("unknown-key", field.key.span.clone(), message, &help);
            }
        }
        found
    }

    fn warn(
        &mut self,
        code: &'static str,
        span: std::ops::Range<usize>,
        message: String,
        help: &str,
    ) {
        let severity = Severity::Warning;
        self.diagnostics.push(self.source.diagnostic(severity, code, span, message, help));
    }

    /// The first text of a key. Reports another text that differs.
    fn text(&mut self, found: &FieldsByKey<'_>, key: &str) -> Text {
        let mut first: Option<(Text, &Field)> = None;
        for field in fields_of(found, key) {
            let Some(text) = field.value.texts().into_iter().next() else { continue };
            match &first {
                None => first = Some((text, field)),
                Some((known, by)) if !known.value.eq_ignore_ascii_case(&text.value) => {
                    let message = format!(
                        "\"{}\" is stated above already, under \"{}\"; this is ignored",
                        key, by.key.value
                    );
                    let help = "keep one of the two";
                    self.warn("duplicate-key", field.key.span.clone(), message, help);
                }
                Some(_) => {}
            }
        }
        first.map(|(text, _)| text).unwrap_or_default()
    }

    /// The name for the address: `slug`, otherwise `id`, otherwise the end of `permalink`.
    fn slug(&mut self, found: &FieldsByKey<'_>) -> Text {
        let [slug, id, mut path] = ["slug", "id", "permalink"].map(|key| self.text(found, key));
        if truth(&path.value) == Some(false) || path.value.contains(':') {
            path = Text::default();
        }
        let stated = [slug, id, path].into_iter().map(|text| {
            let last = text.value.trim_matches('/').rsplit('/').next().unwrap_or_default();
            let last = last.split(".htm").next().unwrap_or_default();
            Spanned::new(last.to_owned(), text.span)
        });
        stated.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The editions: `conference`, with the year from `edition` or `year`, and with `location`, where they are not part
    /// of it.
    fn conferences(&mut self, found: &FieldsByKey<'_>) -> Vec<EventEntry> {
        // A key that may mean something else counts only without the others.
        let named = fields_of(found, "conference").map(|field| (*field, events_of(field)));
        let mut named: Vec<_> = named.filter(|(_, events)| !events.is_empty()).collect();
        named.sort_by_key(|(_, events)| events.iter().any(|event| event.is_weak));
        let strong = named.iter().filter(|(_, events)| events.iter().all(|event| !event.is_weak));
        // Reports the keys that state a different one.
        let fields = strong.map(|(field, _)| *field).collect();
        self.text(&FieldsByKey::from([("conference", fields)]), "conference");
        let mut stated = named.into_iter().next().map(|(_, events)| events).unwrap_or_default();
        let edition = texts(found, "edition").into_iter().next().unwrap_or_default();
        let is_year = edition.value.len() == 4 && year_in(&edition.value).is_some();
        if stated.is_empty() && !edition.is_empty() && !is_year {
            stated.push(EventEntry { name: edition.clone(), ..EventEntry::default() });
        }
        if let [only] = stated.as_mut_slice() {
            if is_year && !only.name.value.bytes().any(|byte| byte.is_ascii_digit()) {
                only.name.value = format!("{} {}", only.name.value, edition.value);
            }
            if only.place.is_empty() {
                only.place = texts(found, "location").into_iter().next().unwrap_or_default();
            }
            if only.start.is_empty() {
                let first = |key| texts(found, key).into_iter().next();
                let dates = texts(found, "eventdates");
                let ranges = texts(found, "published").into_iter().filter(|it| is_range(&it.value));
                let dates = if dates.is_empty() { ranges.collect() } else { dates };
                let (start, end) = event_days(&dates);
                only.start = first("start").or(start).unwrap_or_default();
                only.end = first("end").or(end).unwrap_or_default();
            }
        }
        stated
    }

    /// Whether a key says that the recap must not be published. A value that is neither yes nor no counts as no.
    fn left_out(&mut self, found: &FieldsByKey<'_>) -> Option<LeftOut> {
        const NOT_YET: &[&str] =
            &["draft", "unpublished", "pending", "future", "inprogress", "wip", "todo"];
        const NEVER: &[&str] = &[
            "private",
            "hidden",
            "unlisted",
            "trash",
            "skip",
            "archived",
            "confidential",
            "secret",
            "personal",
            "internal",
            "restricted",
        ];
        for text in texts(found, "status") {
            let status = letters(&text.value.to_lowercase());
            if NOT_YET.contains(&status.as_str()) {
                return Some(LeftOut::Draft);
            }
            if NEVER.contains(&status.as_str()) {
                return Some(LeftOut::Private);
            }
        }
        // Hexo and WordPress show such a post only to those who know the password.
        let is_set = |text: &Text| !text.is_empty() && truth(&text.value) != Some(false);
        if texts(found, "password").iter().any(is_set) {
            return Some(LeftOut::Private);
        }
        // Hugo: "_build: {render: never}".
        let build = fields_of(found, "build").flat_map(|field| field.value.fields());
        let mut renders = build.filter(|field| field.folded_key() == "render");
        if renders
            .any(|field| field.value.texts().iter().any(|text| truth(&text.value) == Some(false)))
        {
            return Some(LeftOut::Private);
        }
        let by_tag = texts(found, "tags").iter().find_map(|tag| LeftOut::by_tag(&tag.value));
        if by_tag.is_some() {
            return by_tag;
        }
        for (key, left_out_when, reason) in [
            ("draft", true, LeftOut::Draft),
            ("private", true, LeftOut::Private),
            ("publish", false, LeftOut::Draft),
        ] {
            for text in texts(found, key) {
                match truth(&text.value) {
                    Some(value) if value == left_out_when => return Some(reason),
                    Some(_) => {}
                    None => {
                        let message = format!(
                            "\"{}\" is neither true nor false; the recap is left out",
                            text.value
                        );
                        let help = format!("write \"{key}: {}\" to publish it", !left_out_when);
                        self.warn("unclear-draft", text.span, message, &help);
                        return Some(reason);
                    }
                }
            }
        }
        let says_no = |key| texts(found, key).iter().any(|text| truth(&text.value) == Some(false));
        (says_no("published") || says_no("permalink")).then_some(LeftOut::Draft)
    }

    fn talks(&mut self, found: &FieldsByKey<'_>) -> Option<Vec<TalkEntry>> {
        // `talk:` with keys below it states one talk.
        let tables = fields_of(found, "talktitle").filter(|field| is_of_tables(&field.value));
        let mut fields = fields_of(found, "talks").chain(tables).peekable();
        fields.peek()?;
        let items: Vec<_> = fields.flat_map(|field| field.value.items()).collect();
        if let [only] = items.as_slice()
            && let Some(entries) = by_title(only.fields())
        {
            return Some(entries);
        }
        let entries = items.into_iter().filter_map(|item| match &item.kind {
            // An empty text comes from `talks:` without a value.
            ValueKind::Scalar(text) if text.is_empty() => None,
            ValueKind::Scalar(text) => Some(in_words(text, &item.span)),
            ValueKind::Table(_) | ValueKind::List(_) => {
                let found = self.sort(item.fields().iter(), KeySet::TALK);
                Some(self.talk_of(&found, item.span.clone()))
            }
        });
        Some(entries.collect())
    }

    fn talk_of(&mut self, found: &FieldsByKey<'_>, span: std::ops::Range<usize>) -> TalkEntry {
        TalkEntry {
            id: self.text(found, "id"),
            former_ids: texts(found, "formerids"),
            title: self.text(found, "title"),
            kind: self.text(found, "kind"),
            day: self.text(found, "day"),
            speakers: speakers(found),
            video: texts(found, "video"),
            slides: texts(found, "slides"),
            schedule: texts(found, "schedule"),
            links: texts(found, "links"),
            themes: tags(found, "themes"),
            award: self.text(found, "award"),
            note: self.text(found, "note"),
            span,
        }
    }

    fn copies(&mut self, found: &FieldsByKey<'_>) -> Vec<CopyEntry> {
        let items = fields_of(found, "copies").flat_map(|field| field.value.items());
        let copies = items.map(|item| {
            let found = self.sort(item.fields().iter(), KeySet::COPY);
            let [publisher, url, published] =
                ["publisher", "url", "published"].map(|key| self.text(&found, key));
            // A bare address is also a copy.
            let bare = || item.texts().into_iter().next().unwrap_or_default();
            let url = if url.is_empty() && item.fields().is_empty() { bare() } else { url };
            CopyEntry { publisher, url, published }
        });
        copies.collect()
    }
}
