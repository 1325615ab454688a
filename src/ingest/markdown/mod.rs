//! Reads Markdown, including shortcodes of site generators, Obsidian marks and the HTML that can be mapped.

mod dated_lists;
pub(super) mod footnotes;
pub(super) mod heading_anchors;
mod headings_in_html;
pub(super) mod hidden_lines;
pub(super) mod hidden_marks;
pub(super) mod hidden_text;
pub(super) mod html_body;
pub(super) mod inline_html;
mod parsed;
mod remarks;
pub(super) mod shortcode;
pub(super) mod shortcode_nodes;
pub(super) mod unspaced;

use crate::ingest::address::{is_dangerous, linkable, video};
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::leading_videos::lower_videos;
use crate::ingest::left_out::Withheld;
use crate::ingest::passage::{Passage, raise_bold_headings};
use crate::ingest::reference::{
    address_or_reference, is_picture, named_reference, reference, shown_name,
};
use crate::ingest::source::{Source, without_hidden};
use crate::ingest::tree::{MAX_DEPTH, Open, Tree, picture};
use crate::model::{Block, Inline, Table};
use dated_lists::restore_days;
use headings_in_html::headed_parts;
use hidden_text::{ShownText, shown};
use html_body::{html_body, is_html_body, unescaped};
use inline_html::{HtmlPiece, HtmlTag, html_pieces};
use parsed::{aligned, is_bare, is_wiki};
use pulldown_cmark::{
    CodeBlockKind, Event, Options, Parser, Tag as Start, TagEnd, TextMergeWithOffset,
};
use shortcode::{Shortcode, pieces, take_shortcodes};
use shortcode_nodes::{ShortcodeNode, node};
use std::collections::BTreeMap;
use std::ops::Range;
use unspaced::raise_unspaced_headings;

/// The contents of a Markdown text.
#[derive(Debug, Default)]
pub(in crate::ingest) struct MarkdownText {
    /// Its blocks.
    pub passages: Vec<Passage>,
    /// Problems in it.
    pub diagnostics: Vec<Diagnostic>,
    /// Tags on their own lines, each with its line.
    pub tags: Vec<(String, u32)>,
    /// What was removed because it is not for readers.
    pub withheld: Withheld,
}

/// Reads the text from `body_start` on.
pub(in crate::ingest) fn markdown(source: &Source, body_start: usize) -> MarkdownText {
    let body = source.text.get(body_start..).unwrap_or_default();
    let ShownText { text, shortcodes, removed, comments, sections, properties, tags } = shown(body);
    let sections = sections.iter().map(|at| source.line_at(body_start + at)).collect();
    let withheld = Withheld { comments, sections, properties, ..Withheld::default() };
    let (text, shortcodes) = take_shortcodes(&text, shortcodes);
    let mut reader = PassageReader {
        source,
        body_start,
        shortcodes,
        tree: Tree::new(),
        diagnostics: Vec::new(),
        is_bare_name: false,
        left_out: None,
        counts: BTreeMap::new(),
    };
    for (kind, (range, count)) in removed {
        reader.removed(kind, range, count);
    }
    if is_html_body(&text) {
        return MarkdownText { withheld, ..reader.html_body(&text) };
    }
    // Do not enable all options: heading attributes would let a recap set ids and classes.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    if !reader.read(&text, 0..text.len(), options) {
        return MarkdownText { diagnostics: reader.diagnostics, ..MarkdownText::default() };
    }
    reader.report_left_out();
    let mut passages = reader.tree.finish(source.line_at(source.text.len()));
    raise_unspaced_headings(&mut passages);
    raise_bold_headings(&mut passages);
    restore_days(&mut passages);
    lower_videos(&mut passages);
    let tags = tags.into_iter().map(|(tag, at)| (tag, source.line_at(body_start + at.start)));
    MarkdownText { passages, diagnostics: reader.diagnostics, tags: tags.collect(), withheld }
}

struct PassageReader<'a> {
    source: &'a Source,
    body_start: usize,
    shortcodes: Vec<Shortcode>,
    tree: Tree,
    diagnostics: Vec<Diagnostic>,
    /// The text that follows is the name in a link by name.
    is_bare_name: bool,
    /// The first HTML that is left out, and how many pieces are left out.
    left_out: Option<(Range<usize>, String, usize)>,
    /// Number of remarks of each kind so far.
    counts: BTreeMap<&'static str, usize>,
}

impl PassageReader<'_> {
    /// First and last line of a range of the body; blank lines at its end do not count.
    fn lines(&self, range: &Range<usize>) -> (u32, u32) {
        let text = self
            .source
            .text
            .get(self.body_start + range.start..self.body_start + range.end)
            .unwrap_or_default();
        let length = text.trim_end().len().max(1);
        let first = self.source.line_at(self.body_start + range.start);
        (first, self.source.line_at(self.body_start + range.start + length - 1))
    }

    /// Reads an HTML text. Its shortcodes are appended at the end.
    fn html_body(mut self, text: &str) -> MarkdownText {
        let (html, shortcodes): (Vec<_>, Vec<_>) =
            pieces(text).into_iter().partition(Result::is_ok);
        let html: String = html.into_iter().flatten().collect();
        let mut passages = html_body(self.source, self.body_start, &html);
        let last = self.source.line_at(self.source.text.len());
        self.tree.at_lines(last, last);
        shortcodes.into_iter().filter_map(Result::err).for_each(|number| self.shortcode(number));
        passages.extend(self.tree.finish(last));
        MarkdownText { passages, diagnostics: self.diagnostics, ..MarkdownText::default() }
    }

    /// Reads a part of the text. `false` means that it nests too deep and was given up.
    fn read(&mut self, text: &str, part: Range<usize>, options: Options) -> bool {
        let Some(words) = text.get(part.clone()) else { return true };
        // The parser splits text at every possible mark, but an address must stay whole.
        let events = TextMergeWithOffset::new(Parser::new_ext(words, options).into_offset_iter());
        let mut headed: Vec<Range<usize>> = Vec::new();
        for (event, range) in events {
            let range = part.start + range.start..part.start + range.end;
            if matches!(event, Event::Start(Start::HtmlBlock)) {
                headed = headed_parts(text, range.clone());
            }
            let is_swallowed = headed.first().is_some_and(|it| range.start >= it.start);
            if is_swallowed && matches!(event, Event::Html(_)) {
                continue;
            }
            let is_end = matches!(event, Event::End(TagEnd::HtmlBlock));
            let (first, last) = self.lines(&range);
            self.tree.at_lines(first, last);
            if self.tree.depth() > MAX_DEPTH {
                let message =
                    format!("lists, quotes or emphasis nest deeper than {MAX_DEPTH} here");
                let help = "write it flatter; no reader follows this deep";
                self.report(Severity::Error, "nested-too-deep", range, message, help);
                return false;
            }
            self.event(event, range, last);
            if is_end
                && !std::mem::take(&mut headed).into_iter().all(|it| self.read(text, it, options))
            {
                return false;
            }
        }
        true
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, last_line: u32) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::HtmlBlock) => self.tree.close_loose_paragraph(),
            Event::End(TagEnd::DefinitionList) => {}
            Event::End(
                TagEnd::FootnoteDefinition
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => {
                self.tree.close(last_line);
                self.tree.close(last_line);
            }
            Event::End(
                TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell | TagEnd::MetadataBlock(_),
            ) => {
                self.tree.close(last_line);
            }
            Event::End(_) => self.tree.close(last_line),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                let text = self.with_raw_shortcodes(&text);
                self.tree.push_inline(Inline::Code(text));
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range, last_line),
            Event::SoftBreak => self.tree.text("\n"),
            Event::HardBreak => self.tree.push_inline(Inline::Break),
            Event::Rule => self.tree.push_block(Block::Rule),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.tree.text(&text),
            Event::FootnoteReference(name) => self.tree.push_inline(footnotes::named(&name)),
            Event::TaskListMarker(is_done) => {
                self.tree.text(if is_done { "\u{2611} " } else { "\u{2610} " });
            }
        }
    }

    fn start(&mut self, tag: Start<'_>, range: Range<usize>) {
        let open = match tag {
            Start::Paragraph => Open::Paragraph(Vec::new()),
            Start::Heading { level, .. } => Open::Heading(level as u8, Vec::new()),
            Start::BlockQuote(_) => Open::Blocks(Vec::new()),
            Start::CodeBlock(CodeBlockKind::Fenced(info)) => Open::Code(
                info.split([' ', ',', '{']).next().unwrap_or_default().to_owned(),
                String::new(),
            ),
            Start::CodeBlock(CodeBlockKind::Indented) => Open::Code(String::new(), String::new()),
            Start::List(start) => Open::List(
                start.and_then(|start| u32::try_from(start).ok()),
                Vec::new(),
                Vec::new(),
            ),
            Start::Item => Open::Item(Vec::new(), self.lines(&range).0),
            Start::Emphasis => Open::Emphasis(Vec::new()),
            Start::Strong => Open::Strong(Vec::new()),
            Start::Strikethrough => Open::Deleted(Vec::new()),
            Start::Image { link_type, dest_url, .. }
                if is_wiki(link_type) && is_picture(&without_hidden(&dest_url)) =>
            {
                self.is_bare_name = is_bare(link_type);
                Open::Image(named_reference(&dest_url).unwrap_or_default(), Vec::new())
            }
            Start::Image { link_type, dest_url, .. } | Start::Link { link_type, dest_url, .. }
                if is_wiki(link_type) =>
            {
                self.is_bare_name = is_bare(link_type);
                let is_own = dest_url.starts_with('#');
                let url = linkable(&dest_url).or_else(|| named_reference(&dest_url));
                Open::Link(url.filter(|_| !is_own), Vec::new())
            }
            Start::Link { dest_url, .. } => Open::Link(self.link(&dest_url, range), Vec::new()),
            Start::Image { dest_url, .. } => {
                Open::Image(address_or_reference(&dest_url).unwrap_or_default(), Vec::new())
            }
            Start::Table(columns) => {
                Open::Table(Table { rows: Vec::new(), columns: aligned(&columns) })
            }
            Start::TableHead | Start::TableRow => Open::Row(Vec::new()),
            Start::TableCell => Open::Cell(Vec::new()),
            Start::FootnoteDefinition(name) => {
                self.tree.open(Open::List(Some(1), Vec::new(), Vec::new()));
                self.tree.open(Open::Item(Vec::new(), self.lines(&range).0));
                return self.tree.push_block(footnotes::beginning(&name));
            }
            Start::HtmlBlock | Start::DefinitionList => return,
            // A term, with its definition as a list below it.
            Start::DefinitionListTitle => {
                self.tree.open(Open::Paragraph(Vec::new()));
                Open::Emphasis(Vec::new())
            }
            Start::DefinitionListDefinition => {
                self.tree.open(Open::List(None, Vec::new(), Vec::new()));
                Open::Item(Vec::new(), self.lines(&range).0)
            }
            // These options are disabled; the text stays.
            Start::Superscript | Start::Subscript | Start::MetadataBlock(_) => {
                Open::Link(None, Vec::new())
            }
        };
        self.tree.open(open);
    }

    /// The address of a link if it may be followed, or otherwise its reference. `ref` and `relref` lead to files of the
    /// author.
    fn link(&mut self, target: &str, range: Range<usize>) -> Option<String> {
        if let [Err(number)] = pieces(target).as_slice() {
            let shortcode = self.shortcodes.get(*number)?;
            let is_ref = matches!(shortcode.name.as_str(), "ref" | "relref");
            return shortcode.argument("path", 0).filter(|_| is_ref).and_then(reference);
        }
        let url = address_or_reference(target);
        if url.is_none() && is_dangerous(target) {
            let message = format!(
                "the link to \"{target}\" is not kept: readers can follow http, https and mailto only"
            );
            self.report(
                Severity::Warning,
                "link-scheme",
                range,
                message,
                "link the page itself, or drop the link",
            );
        }
        url
    }

    fn text(&mut self, text: &str) {
        if self.tree.is_in_code() {
            let text = self.with_raw_shortcodes(text);
            self.tree.text(&text);
            return;
        }
        if std::mem::take(&mut self.is_bare_name) {
            self.tree.text(&shown_name(text));
            return;
        }
        for piece in pieces(text) {
            match piece {
                Ok(text) => self.tree.text(text),
                Err(number) => self.shortcode(number),
            }
        }
    }

    /// Replaces the placeholders in a text with the shortcodes that the author wrote.
    fn with_raw_shortcodes(&self, text: &str) -> String {
        let raw = |number: usize| {
            self.shortcodes.get(number).map_or("", |shortcode| shortcode.raw.as_str())
        };
        pieces(text).into_iter().map(|piece| piece.unwrap_or_else(raw)).collect()
    }

    fn shortcode(&mut self, number: usize) {
        let Some(shortcode) = self.shortcodes.get(number).cloned() else { return };
        if let Some(node) = node(&shortcode) {
            match node {
                ShortcodeNode::Beside(blocks) => {
                    for block in blocks {
                        self.tree.float(block);
                    }
                }
                ShortcodeNode::Inside(inline) => self.tree.push_inline(inline),
            }
            return;
        }
        let end = shortcode.start + shortcode.raw.len();
        let message = format!(
            "the shortcode \"{}\" cannot be read; it stays visible as text",
            shortcode.name
        );
        let help = "known are youtube, vimeo, figure, ref, relref, highlight, tweet and gist; write it as Markdown";
        self.report(Severity::Warning, "unknown-shortcode", shortcode.start..end, message, help);
        self.tree.push_inline(Inline::Code(shortcode.raw));
    }

    fn html(&mut self, html: &str, range: Range<usize>, last_line: u32) {
        for piece in html_pieces(html) {
            match piece {
                HtmlPiece::Text(text) => self.text(&unescaped(text)),
                HtmlPiece::Silent => {}
                HtmlPiece::Tag(HtmlTag::Break) => self.tree.push_inline(Inline::Break),
                HtmlPiece::Tag(HtmlTag::Gap) => self.tree.close_loose_paragraph(),
                HtmlPiece::Tag(HtmlTag::Link(url)) => {
                    let url = self.link(&url, range.clone());
                    self.tree.open(Open::Link(url, Vec::new()));
                }
                HtmlPiece::Tag(HtmlTag::LinkEnd) => self.tree.close_link(last_line),
                HtmlPiece::Tag(HtmlTag::Image(url, alt)) => {
                    self.tree.float(picture(address_or_reference(&url).unwrap_or_default(), alt));
                }
                HtmlPiece::Tag(HtmlTag::Speaker(line)) => self.text(&line),
                HtmlPiece::Tag(HtmlTag::Frame(url)) => {
                    let Some(url) = linkable(&url) else { continue };
                    match video(&url) {
                        Some(video) => self.tree.float(Block::Video(video)),
                        None => self.tree.push_inline(Inline::Link {
                            text: vec![Inline::Text(url.clone())],
                            url,
                        }),
                    }
                }
                HtmlPiece::LeftOut(raw) => {
                    // The start tag was already counted.
                    let is_end = raw.starts_with("</");
                    let first = (range.clone(), raw.to_owned(), 0);
                    let known = self.left_out.get_or_insert(first);
                    known.2 += usize::from(!is_end);
                }
                // `Vec<String>` and the like.
                HtmlPiece::Unknown(raw) => self.tree.push_inline(Inline::Text(raw.to_owned())),
            }
        }
    }
}
