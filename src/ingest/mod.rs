//! Reads one file: takes bytes, and returns a draft and diagnostics.
//!
//! Nothing here opens a file or knows a registry, so this code also runs in a browser.

mod address;
mod codes;
mod contacts;
mod diagnostic;
mod draft;
mod encoding;
mod facts;
mod header;
mod html;
mod leading_videos;
mod left_out;
mod lines;
mod markdown;
mod names;
mod outline;
mod own_words;
mod passage;
mod plain_text;
mod private_sections;
mod private_words;
mod reference;
mod secrets;
mod signature;
mod source;
mod spelling;
mod talks;
mod telephones;
mod title;
mod tree;

pub use address::{host, linkable};
pub use codes::CODES;
pub use diagnostic::{Diagnostic, Place, Severity, capped};
pub use draft::{Draft, DraftCopy, DraftEvent, DraftNote, DraftTalk, DraftTheme, EventSpan};
pub use facts::attendance::people_in;
pub use facts::date_ranges::{DateRange, date_ranges, month_name};
pub(crate) use facts::date_ranges::{month_in_any_case, month_with_capital};
pub(crate) use facts::dates::leading_date;
pub(crate) use facts::path_facts::file_date;
pub use header::{FOLDER_SETTINGS, Header, YamlHeader, YamlTalk};
pub use left_out::{LeftOut, Withheld};
pub(crate) use lines::title::is_day;
pub(crate) use names::cue_words::{is_english_weekday, is_weekday};
pub(crate) use names::kinds::is_on_plans;
pub(crate) use names::legal_forms::is_certain_legal_form;
pub use names::named_people::Named;
pub(crate) use outline::is_list;
pub use passage::{Passage, headings, links_of, worded_links};
pub use reference::{is_picture, referenced};
pub use source::{CONVERTED, MAX_FILE_BYTES, Source, is_hidden};
pub use spelling::{is_one_slip, letters, name_key, spelled_signs};
pub(crate) use talks::lists::event_lists::lists_events;

#[cfg(feature = "import")]
pub(crate) use self::{
    encoding::decode,
    names::{
        affiliation::is_role, cue_words::is_room_word, legal_forms::is_legal_form,
        likeness::odds_of_person, name_shape::person_odds, no_talks::canceled_words,
    },
};
use crate::model::{Block, Inline, OwnPage, PartialDate, inline_text, plain_text};
use header::front_matter::{Form, FrontMatter, front_matter, settings};
use lines::line_reader::LineReader;
use names::likeness::Likeness;
use talks::titles::event_recaps::{is_about_event, names_event};
use title::take_title;

/// The result of reading one file.
#[derive(Debug, Default)]
pub struct Ingested {
    /// The recap. `None` when there is an error, or when the recap is empty or must not be published.
    pub draft: Option<Draft>,
    /// Why it is not published.
    pub left_out: Option<LeftOut>,
    /// What was removed from it.
    pub withheld: Withheld,
    /// The text. Later diagnostics show lines of it.
    pub source: Source,
    /// Problems, in the order they were found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a recap: Markdown with or without a header, HTML, an email, or a plain-text export.
///
/// `path` is the path below the data folder, with `/`. The extension alone does not decide the format: a `.txt` file
/// with a header or Markdown is read as such.
pub fn ingest(path: &str, bytes: &[u8]) -> Ingested {
    ingest_on(path, bytes, None)
}

/// Like [`ingest`], but for a given day: leaves out a file that is to be published later, or no longer.
pub fn ingest_on(path: &str, bytes: &[u8], today: Option<PartialDate>) -> Ingested {
    let mut ingested = read(path, bytes, today);
    ingested.diagnostics = capped(ingested.diagnostics);
    ingested
}

fn read(path: &str, bytes: &[u8], today: Option<PartialDate>) -> Ingested {
    let (source, mut diagnostics) = Source::new(path, bytes);
    let Some(source) = source else { return Ingested { diagnostics, ..Ingested::default() } };
    let source = outline::without_outline(source);
    let (mut front, mut problems) = front_matter(&source);
    let (source, secrets) = secrets::without(source, front.body_start, front.form == Form::Mail);
    if !secrets.is_empty() {
        // Its places are those of the text that is left.
        (front, problems) = front_matter(&source);
    }
    let is_broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    diagnostics.extend(problems);
    if is_broken {
        // What the author stated is lost, so any message about the rest would be noise.
        return Ingested { source, diagnostics, ..Ingested::default() };
    }
    let header = &front.header;
    let left_out = header.left_out.or_else(|| facts::path_facts::left_out(path));
    if left_out.is_some() {
        return Ingested { left_out, source, diagnostics, ..Ingested::default() };
    }
    let is_stated = front.is_stated();
    let mut draft = Draft { path: path.to_owned(), is_stated, ..Draft::default() };
    let stated_talks = header::stated::apply(&mut draft, header, &source, &mut diagnostics);
    let reader = LineReader::default();
    let mut withheld = body(&mut draft, &front, &source, &mut diagnostics, &reader);
    let said = own_words::by_first_line(&draft, &source, front.body_start);
    withheld.sections.extend(private_sections::take(&mut draft));
    withheld.contacts = [secrets, contacts::withhold(&mut draft)].concat();
    if diagnostics.iter().any(|problem| problem.severity == Severity::Error) {
        return Ingested { source, diagnostics, ..Ingested::default() };
    }
    header::weak_events::give_way(&mut draft, header);
    facts::path_facts::complete(&mut draft, &header.permalink.value);
    // Obsidian has tags in the text as well.
    let mut tags = draft.themes.iter().filter(|theme| theme.is_tag);
    let tagged = tags.find_map(|tag| LeftOut::by_tag(&tag.name));
    let titled = own_words::by_title(&draft.title.0, own_words::may_be_talk(&draft, header));
    let left_out = tagged
        .or(titled)
        .or(said)
        .or_else(|| today.and_then(|today| header::stated::out_of_time(&draft, header, today)));
    if left_out.is_some() {
        return Ingested { left_out, source, diagnostics, ..Ingested::default() };
    }
    diagnostics.extend(facts::language::detect(&mut draft, &source));
    let footnotes = markdown::footnotes::take(&mut draft.passages);
    let anchors = markdown::heading_anchors::take(&mut draft.passages);
    let stated_talks = stated_talks.and_then(|talks| {
        header::whole_talk::titled(talks, &draft, header, &source, &mut diagnostics)
    });
    let is_on_talk = header.own_talk.is_some() && stated_talks.is_some();
    let is_on_event = is_about_event(&draft);
    let title = (draft.title.0.as_str(), draft.title_links.as_slice());
    let found = talks::notes::notes(title, &draft.passages, stated_talks, is_on_event, reader);
    (draft.talks, draft.notes) = (found.talks, found.notes);
    markdown::heading_anchors::give(&anchors, &mut draft.notes);
    markdown::footnotes::give(&footnotes, &mut draft.notes);
    draft.passages.extend(markdown::footnotes::passages(footnotes));
    withheld.contacts.extend(header::stated::inline_notes(&mut draft, header, &source));
    if is_on_talk {
        header::whole_talk::own_notes(&mut draft);
    }
    if is_on_talk || header.own_talk.is_none() {
        header::stated::check_notes(&draft, header, &source, &mut diagnostics);
    }
    facts::event_labels::find(&mut draft);
    mentions(&mut draft, !header.attendance.is_empty());
    if draft.notes.is_empty() && draft.talks.is_empty() {
        diagnostics.push(left_out::empty(path, &withheld));
        return Ingested { withheld, source, diagnostics, ..Ingested::default() };
    }
    Ingested { draft: Some(draft), source, diagnostics, withheld, left_out: None }
}

/// Reads a file that describes its whole folder. It may contain only a header. There is no draft when it cannot be read,
/// or must not be published. The problems are those of its header.
pub fn folder_header(path: &str, bytes: &[u8]) -> (Option<Draft>, Vec<Diagnostic>) {
    let (source, mut problems) = Source::new(path, bytes);
    let Some(source) = source else { return (None, problems) };
    let is_settings = path.rsplit('/').next() == Some(FOLDER_SETTINGS);
    let (front, found) = if is_settings { settings(&source) } else { front_matter(&source) };
    problems.extend(found);
    let is_broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    if is_broken || front.header.left_out.is_some() {
        return (None, problems);
    }
    let mut draft = Draft { path: path.to_owned(), ..Draft::default() };
    header::stated::apply(&mut draft, &front.header, &source, &mut problems);
    // Problems in its text are reported when it is read as a recap.
    body(&mut draft, &front, &source, &mut Vec::new(), &LineReader::default());
    header::weak_events::give_way(&mut draft, &front.header);
    facts::event_labels::find(&mut draft);
    (Some(draft), problems)
}

/// Whether the text of a folder is about an event: it names talks, or begins with an event's name and year.
pub fn is_on_event(path: &str, bytes: &[u8]) -> bool {
    let Some(draft) = ingest(path, bytes).draft else { return false };
    let first =
        || draft.passages.first().map(|passage| plain_text(std::slice::from_ref(&passage.block)));
    let title = Some(draft.title.0.clone()).filter(|title| !title.is_empty()).or_else(first);
    !draft.talks.is_empty() || title.is_some_and(|title| names_event(&title))
}

/// Reads the text below the header into the draft.
fn body(
    draft: &mut Draft,
    front: &FrontMatter,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
    reader: &LineReader,
) -> Withheld {
    let path = draft.path.clone();
    if html::page::is_html(&path, source.text.get(front.body_start..).unwrap_or_default()) {
        if html::page::is_too_deep(&source.text) {
            let message = "the elements of this page nest too deep to be read".to_owned();
            let help = "save the article as Markdown or as plain text";
            let (severity, code) = (Severity::Error, "nested-too-deep");
            diagnostics.push(Diagnostic::of_file(severity, code, &path, message, help));
            return Withheld::default();
        }
        let page = html::page::html_page(source, front.body_start);
        let comments = page.comments;
        apply_page(draft, page);
        take_posting(draft);
        return Withheld { comments, ..Withheld::default() };
    }
    if front.form != Form::Mail && is_markdown(&path, front, source) {
        let mut read = markdown::markdown(source, front.body_start);
        lines::soft_breaks::settle(&mut read.passages, reader);
        diagnostics.extend(read.diagnostics);
        draft.passages = read.passages;
        let tags = read.tags.into_iter();
        draft.themes.extend(tags.map(|(name, line)| DraftTheme { name, line, is_tag: true }));
        take_title(draft);
        take_posting(draft);
        return read.withheld;
    }
    let is_headed = !draft.title.0.is_empty();
    let mail = (front.form == Form::Mail)
        .then(|| plain_text::mail::without_signature(source, front.body_start));
    let (text, mail_lines) = mail.unwrap_or_else(|| (source.text.clone(), 0));
    let export = plain_text::export(&text, front.body_start, is_headed, reader);
    draft.passages = export.passages;
    draft.frame = export.boilerplate;
    apply_head(draft, export.head);
    Withheld { mail_lines, ..Withheld::default() }
}

/// Reads a page that the curator wrote. `None` when an error prevents it or the page has no title.
pub fn own_page(path: &str, bytes: &[u8]) -> (Option<OwnPage>, Vec<Diagnostic>) {
    let (source, mut diagnostics) = Source::new(path, bytes);
    let Some(source) = source else { return (None, diagnostics) };
    let (front, problems) = front_matter(&source);
    diagnostics.extend(problems);
    let mut read = markdown::markdown(&source, front.body_start);
    lines::soft_breaks::settle(&mut read.passages, &LineReader::default());
    diagnostics.extend(read.diagnostics);
    let mut draft = Draft { passages: read.passages, ..Draft::default() };
    draft.title.0.clone_from(&front.header.title.value);
    take_title(&mut draft);
    let blocks = markdown::footnotes::of_page(draft.passages);
    let page = OwnPage { title: draft.title.0, blocks };
    if page.title.is_empty() {
        let message = "this page has no title".to_owned();
        let help = "begin it with a heading such as \"# About\"";
        let (severity, code) = (Severity::Warning, "page-without-title");
        diagnostics.push(Diagnostic::of_file(severity, code, path, message, help));
        return (None, diagnostics);
    }
    (Some(page), diagnostics)
}

/// A short text that the curator wrote, such as a footer.
pub fn markdown_blocks(text: &str) -> Vec<Block> {
    let (source, _) = Source::new("", text.as_bytes());
    let Some(source) = source else { return Vec::new() };
    let read = markdown::markdown(&source, 0);
    markdown::footnotes::of_page(read.passages)
}

/// A file is Markdown if it has a header, the extension `.md`, or Markdown marks at the start of lines.
fn is_markdown(path: &str, front: &FrontMatter, source: &Source) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let has_marks = || {
        source.text.lines().any(|line| {
            line.starts_with("## ") || line.starts_with("# ") || line.starts_with("```")
        })
    };
    let is_marked = matches!(ending.as_str(), "md" | "markdown" | "mdx");
    // Pandoc converts these to Markdown.
    let is_converted = CONVERTED.contains(&ending.as_str());
    front.form == Form::Fenced || is_marked || is_converted || has_marks()
}

/// A line such as "Posted on May 4, 2018" above the text is not part of it.
fn take_posting(draft: &mut Draft) {
    let Some(first) = draft.passages.first() else { return };
    let quoted = if let Block::Quote(blocks) = &first.block {
        blocks.as_slice()
    } else {
        std::slice::from_ref(&first.block)
    };
    let [Block::Paragraph(text)] = quoted else { return };
    let Some(posting) = plain_text::export_head::posting(inline_text(text).trim()) else { return };
    // "[[2022-05-17]] | [[2022-05-19]]" leads to other days than that in the name of the file.
    let is_linked = matches!(text.first(), Some(Inline::Link { .. }));
    if is_linked && file_date(&draft.path).is_some() {
        return;
    }
    draft.published = draft.published.or(Some(posting.published));
    if draft.author.is_empty() {
        draft.author = posting.author.unwrap_or_default();
    }
    let frame = draft.passages.remove(0);
    draft.frame.push(frame);
}

/// Takes facts from the first lines of a text export, where the header does not state them.
fn apply_head(draft: &mut Draft, head: plain_text::export_head::ExportHead) {
    if draft.title.0.is_empty() {
        draft.title = head.title.unwrap_or_default();
    }
    if draft.author.is_empty() {
        draft.author = head.author.unwrap_or_default().0;
    }
    if draft.publisher.is_empty() {
        draft.publisher = head.publisher.unwrap_or_default().0;
    }
    draft.published = draft.published.or_else(|| head.published.map(|(date, _)| date));
    let frame = head
        .frame
        .into_iter()
        .map(|(text, line)| Passage::new(Block::Paragraph(passage::linkified(&text)), line, line));
    draft.frame.splice(0..0, frame);
}

/// Takes facts from an HTML page, where the header does not state them.
fn apply_page(draft: &mut Draft, page: html::page::HtmlPage) {
    let or = |stated: &mut String, found: String| {
        if stated.is_empty() {
            *stated = found;
        }
    };
    or(&mut draft.title.0, page.title);
    or(&mut draft.author, page.author);
    or(&mut draft.url, linkable(&page.url).unwrap_or_default());
    or(&mut draft.language, page.language);
    draft.published = draft.published.or_else(|| facts::dates::stated_date(&page.published).ok());
    draft.passages = page.passages;
    // A line such as "By Ada Weaver, May 4, 2018" may follow the title.
    if draft.title.0.is_empty() {
        take_title(draft);
    }
}

/// The people and the attendance that the text mentions. `is_counted`: the header says how many people came.
fn mentions(draft: &mut Draft, is_counted: bool) {
    for passage in &draft.passages {
        let words = plain_text(std::slice::from_ref(&passage.block));
        let named = names::named_people::names_in(&words).into_iter().filter(|named| {
            !named.organizations.is_empty() && Likeness::of(&named.name).person() > -2.5
        });
        draft.people.extend(named.map(|named| (named, passage.first)));
        let crowds = facts::attendance::crowds(&words, &draft.title.0).into_iter();
        let crowds = crowds.filter(|_| !is_counted);
        draft.crowds.extend(crowds.map(|crowd| (crowd.words, crowd.people, passage.first)));
    }
}
