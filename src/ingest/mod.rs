//! Reads one file: bytes in, a draft and diagnostics out.
//!
//! Nothing here opens a file or knows a registry, so that it can run in a browser as well.

mod address;
mod affiliation;
mod attendance;
mod dates;
mod diagnostic;
mod draft;
mod export_head;
mod found_talks;
mod front_matter;
mod header;
mod html;
mod listed;
mod markdown;
mod names;
mod notes;
mod passage;
mod sections;
mod sentences;
mod shortcode;
mod source;
mod spelling;
mod stated;
mod talk_cues;
mod text;
mod tree;

pub use address::{host, linkable};
pub use attendance::people_in;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use draft::{Draft, DraftCopy, DraftNote, DraftTalk, DraftTheme};
pub use header::Header;
pub use names::Named;
pub use passage::{Passage, links_of};
pub use source::{MAX_FILE_BYTES, Source, is_hidden};
pub use spelling::{is_one_slip, letters};

use crate::model::{Block, OwnPage, inline_text, plain_text};
use front_matter::{FrontMatter, front_matter};

/// What one file gives.
#[derive(Debug, Default)]
pub struct Ingested {
    /// The recap; `None` when an error stands in the way, or it is a draft or empty.
    pub draft: Option<Draft>,
    /// The text, to show the lines that later diagnostics are about.
    pub source: Source,
    /// Problems, in the order they were met.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a recap: Markdown with or without a header, or a plain-text export.
///
/// `path` is the path below the data folder, with `/`. Its ending does not decide what the file is:
/// a header or Markdown in a `.txt` file is read as such.
pub fn ingest(path: &str, bytes: &[u8]) -> Ingested {
    let (source, mut diagnostics) = Source::new(path, bytes);
    let Some(source) = source else { return Ingested { diagnostics, ..Ingested::default() } };
    let (front, problems) = front_matter(&source);
    let is_broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    diagnostics.extend(problems);
    if is_broken {
        // What the author stated is lost, so that anything said of the rest would be noise.
        return Ingested { draft: None, source, diagnostics };
    }
    let mut draft = Draft { path: path.to_owned(), ..Draft::default() };
    let stated_talks = stated::apply(&mut draft, &front, &source, &mut diagnostics);
    if front.header.draft {
        // A draft is a decision, so that there is nothing to report.
        return Ingested { draft: None, source, diagnostics };
    }
    if is_markdown(path, &front, &source) {
        let (passages, problems) = markdown::markdown(&source, front.body_start);
        diagnostics.extend(problems);
        draft.passages = passages;
        take_title(&mut draft);
        take_posting(&mut draft);
        date_from_name(&mut draft);
    } else {
        let export = text::export(&source);
        draft.passages = export.passages;
        draft.frame = export.boilerplate;
        apply_head(&mut draft, export.head);
    }
    let found = notes::notes(&draft.title.0, &draft.passages, stated_talks);
    (draft.talks, draft.notes) = (found.talks, found.notes);
    stated::inline_notes(&mut draft, &front, &source);
    stated::check_notes(&draft, &source, &mut diagnostics);
    mentions(&mut draft, !front.header.attendance.is_empty());
    if draft.notes.is_empty() && draft.talks.is_empty() {
        // An error may be why.
        if diagnostics.iter().all(|problem| problem.severity != Severity::Error) {
            let message = "there is no text in this file".to_owned();
            diagnostics.push(Diagnostic::of_file(
                Severity::Warning,
                "empty",
                path,
                message,
                "write a recap, or delete the file",
            ));
        }
        return Ingested { draft: None, source, diagnostics };
    }
    Ingested { draft: Some(draft), source, diagnostics }
}

/// Reads a page of the curator's own. `None` when an error stands in the way or it has no title.
pub fn own_page(path: &str, bytes: &[u8]) -> (Option<OwnPage>, Vec<Diagnostic>) {
    let (source, mut diagnostics) = Source::new(path, bytes);
    let Some(source) = source else { return (None, diagnostics) };
    let (front, problems) = front_matter(&source);
    diagnostics.extend(problems);
    let (passages, problems) = markdown::markdown(&source, front.body_start);
    diagnostics.extend(problems);
    let mut draft = Draft { passages, ..Draft::default() };
    front.header.title.as_str().clone_into(&mut draft.title.0);
    take_title(&mut draft);
    let blocks = draft.passages.into_iter().map(|passage| passage.block).collect();
    let page = OwnPage { title: draft.title.0, blocks };
    if page.title.is_empty() {
        let message = "this page has no title".to_owned();
        diagnostics.push(Diagnostic::of_file(
            Severity::Warning,
            "page-without-title",
            path,
            message,
            "begin it with a heading such as \"# About\"",
        ));
        return (None, diagnostics);
    }
    (Some(page), diagnostics)
}

/// A header, the ending `.md`, or marks of Markdown at the start of lines make it Markdown.
fn is_markdown(path: &str, front: &FrontMatter, source: &Source) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let has_marks = || {
        source.text.lines().any(|line| {
            line.starts_with("## ") || line.starts_with("# ") || line.starts_with("```")
        })
    };
    front.is_stated() || matches!(ending.as_str(), "md" | "markdown" | "mdx") || has_marks()
}

/// Without a stated title, a heading of level 1 at the top is the title.
fn take_title(draft: &mut Draft) {
    let Some(first) = draft.passages.first() else { return };
    if let Block::Heading { level: 1, text } = &first.block {
        let title = (inline_text(text).trim().to_owned(), first.first);
        let is_repeated = draft.title.0.eq_ignore_ascii_case(&title.0);
        if draft.title.0.is_empty() || is_repeated {
            draft.title = title;
            draft.passages.remove(0);
        }
    }
}

/// A line such as "Posted on May 4, 2018" above the text is not a part of it.
fn take_posting(draft: &mut Draft) {
    let Some(first) = draft.passages.first() else { return };
    let Block::Paragraph(text) = &first.block else { return };
    let Some(posting) = export_head::posting(inline_text(text).trim()) else { return };
    draft.published = draft.published.or(Some(posting.published));
    if draft.author.is_empty() {
        draft.author = posting.author.unwrap_or_default();
    }
    let frame = draft.passages.remove(0);
    draft.frame.push(frame);
}

/// Jekyll writes the date of a post into the name of its file.
fn date_from_name(draft: &mut Draft) {
    let name = draft.path.rsplit('/').next().unwrap_or_default();
    if let Some((Ok(date), 10)) = dates::leading_date(name).filter(|_| draft.published.is_none()) {
        draft.published = Some(date);
    }
}

fn apply_head(draft: &mut Draft, head: export_head::Head) {
    draft.title = head.title.unwrap_or_default();
    draft.author = head.author.unwrap_or_default().0;
    draft.publisher = head.publisher.unwrap_or_default().0;
    draft.published = head.published.map(|(date, _)| date);
    let frame = head
        .frame
        .into_iter()
        .map(|(text, line)| Passage::new(Block::Paragraph(passage::linkified(&text)), line, line));
    draft.frame.splice(0..0, frame);
}

/// Who and how many are named anywhere in the text. `is_counted`: the header says how many came.
fn mentions(draft: &mut Draft, is_counted: bool) {
    for passage in &draft.passages {
        let words = plain_text(std::slice::from_ref(&passage.block));
        let named =
            names::names_in(&words).into_iter().filter(|named| !named.organizations.is_empty());
        draft.people.extend(named.map(|named| (named, passage.first)));
        let crowds = attendance::crowds(&words, &draft.title.0).into_iter();
        let crowds = crowds.filter(|_| !is_counted);
        draft.crowds.extend(crowds.map(|crowd| (crowd.words, crowd.people, passage.first)));
    }
}
