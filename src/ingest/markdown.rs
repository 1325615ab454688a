//! Reads Markdown, with the shortcodes of site generators and the HTML that can be mapped.

use super::address::{is_dangerous, linkable, video, vimeo, youtube};
use super::diagnostic::{Diagnostic, Severity};
use super::html::{Piece, Tag, html_pieces};
use super::passage::Passage;
use super::shortcode::{Shortcode, pieces, take_shortcodes};
use super::source::Source;
use super::tree::{MAX_DEPTH, Open, Tree};
use crate::model::{Block, Inline, inline_text};
use pulldown_cmark::{
    CodeBlockKind, Event, Options, Parser, Tag as Start, TagEnd, TextMergeWithOffset,
};
use std::ops::Range;

/// Reads the text from `body_start` on.
pub(super) fn markdown(source: &Source, body_start: usize) -> (Vec<Passage>, Vec<Diagnostic>) {
    let body = source.text.get(body_start..).unwrap_or_default();
    let (text, shortcodes) = take_shortcodes(body);
    let mut reader =
        Reader { source, body_start, shortcodes, tree: Tree::new(), diagnostics: Vec::new() };
    // Never all options: heading attributes would let a recap set ids and classes.
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    // The parser cuts text at every mark that might have meant something; an address must stay whole.
    let events = TextMergeWithOffset::new(Parser::new_ext(&text, options).into_offset_iter());
    for (event, range) in events {
        let (first, last) = reader.lines(&range);
        reader.tree.at_lines(first, last);
        if reader.tree.depth() > MAX_DEPTH {
            let message = format!("lists, quotes or emphasis nest deeper than {MAX_DEPTH} here");
            let help = "write it flatter; no reader follows this deep";
            reader.report(Severity::Error, "nested-too-deep", range, message, help);
            return (Vec::new(), reader.diagnostics);
        }
        reader.event(event, range, last);
    }
    let last_line = source.line_at(source.text.len());
    let mut passages = reader.tree.finish(last_line);
    raise_bold_headings(&mut passages);
    (passages, reader.diagnostics)
}

/// A short paragraph in bold above another paragraph is the heading of somebody whose editor has none.
fn raise_bold_headings(passages: &mut [Passage]) {
    const LOWEST: u8 = 6;
    const WORDS: usize = 20;
    for index in 1..passages.len() {
        let is_followed = matches!(
            passages.get(index).map(|next| &next.block),
            Some(Block::Paragraph(_) | Block::List { .. })
        );
        let Some(passage) = passages.get_mut(index - 1).filter(|_| is_followed) else { continue };
        if let Block::Paragraph(inlines) = &passage.block
            && let [Inline::Strong(text)] = inlines.as_slice()
            && inline_text(text).split_whitespace().count() <= WORDS
        {
            passage.block = Block::Heading { level: LOWEST, text: text.clone() };
        }
    }
}

struct Reader<'a> {
    source: &'a Source,
    body_start: usize,
    shortcodes: Vec<Shortcode>,
    tree: Tree,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
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

    fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        range: Range<usize>,
        message: String,
        help: &str,
    ) {
        let range = self.body_start + range.start..self.body_start + range.end;
        self.diagnostics.push(self.source.diagnostic(severity, code, range, message, help));
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, last_line: u32) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::HtmlBlock) => self.tree.close_loose_paragraph(),
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
            Event::SoftBreak => self.tree.text(" "),
            Event::HardBreak => self.tree.push_inline(Inline::Break),
            Event::Rule => self.tree.push_block(Block::Rule),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.tree.text(&text);
            }
            Event::TaskListMarker(_) => {}
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
            Start::Link { dest_url, .. } => Open::Link(self.link(&dest_url, range), Vec::new()),
            Start::Image { dest_url, .. } => {
                Open::Image(linkable(&dest_url).unwrap_or_default(), Vec::new())
            }
            Start::Table(_) => Open::Table(Vec::new()),
            Start::TableHead | Start::TableRow => Open::Row(Vec::new()),
            Start::TableCell => Open::Cell(Vec::new()),
            Start::HtmlBlock => return,
            // Not enabled; kept as the text they hold.
            Start::FootnoteDefinition(_)
            | Start::DefinitionList
            | Start::DefinitionListTitle
            | Start::DefinitionListDefinition
            | Start::Superscript
            | Start::Subscript
            | Start::MetadataBlock(_) => Open::Link(None, Vec::new()),
        };
        self.tree.open(open);
    }

    /// The address of a link, if it may be followed. `ref` and `relref` lead to pages of the author's site.
    fn link(&mut self, target: &str, range: Range<usize>) -> Option<String> {
        if let [Err(_)] = pieces(target).as_slice() {
            return None;
        }
        let url = linkable(target);
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
        for piece in pieces(text) {
            match piece {
                Ok(text) => self.tree.text(text),
                Err(number) => self.shortcode(number),
            }
        }
    }

    /// The text with its placeholders turned back into what the author wrote.
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
                Node::Beside(block) => self.tree.float(block),
                Node::Inside(inline) => self.tree.push_inline(inline),
            }
            return;
        }
        let end = shortcode.start + shortcode.raw.len();
        let message =
            format!("the shortcode \"{}\" is not known; it stays visible as text", shortcode.name);
        let help = "known are youtube, vimeo, figure, ref, relref, highlight, tweet and gist; write it as Markdown";
        self.report(Severity::Warning, "unknown-shortcode", shortcode.start..end, message, help);
        self.tree.push_inline(Inline::Code(shortcode.raw));
    }

    fn html(&mut self, html: &str, range: Range<usize>, last_line: u32) {
        for piece in html_pieces(html) {
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Silent => {}
                Piece::Tag(Tag::Break) => self.tree.push_inline(Inline::Break),
                Piece::Tag(Tag::Link(url)) => {
                    let url = self.link(&url, range.clone());
                    self.tree.open(Open::Link(url, Vec::new()));
                }
                Piece::Tag(Tag::LinkEnd) => self.tree.close_link(last_line),
                Piece::Tag(Tag::Image(url, alt)) => {
                    self.tree.float(Block::Image { url: linkable(&url).unwrap_or_default(), alt });
                }
                Piece::Tag(Tag::Frame(url)) => match (video(&url), linkable(&url)) {
                    (Some(video), _) => self.tree.float(Block::Video(video)),
                    (None, Some(url)) => {
                        self.tree.push_inline(Inline::Link {
                            text: vec![Inline::Text(url.clone())],
                            url,
                        });
                    }
                    (None, None) => {}
                },
                Piece::Unknown(raw) => {
                    let message = format!(
                        "the HTML {} is not known; it stays visible as text",
                        shortened(raw)
                    );
                    let help = "write it as Markdown";
                    self.report(Severity::Warning, "raw-html", range.clone(), message, help);
                    self.tree.push_inline(Inline::Text(raw.to_owned()));
                }
            }
        }
    }
}

fn shortened(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    if line.chars().count() > 40 {
        format!("{}…", line.chars().take(40).collect::<String>())
    } else {
        line.to_owned()
    }
}

enum Node {
    /// A block beside the text.
    Beside(Block),
    /// A part of the text.
    Inside(Inline),
}

/// What a known shortcode stands for; `None` when it is not known or its arguments make no sense.
fn node(shortcode: &Shortcode) -> Option<Node> {
    let link = |url: String, text: String| {
        Node::Inside(Inline::Link { url, text: vec![Inline::Text(text)] })
    };
    match shortcode.name.as_str() {
        "youtube" => {
            youtube(shortcode.argument("id", 0)?).map(|video| Node::Beside(Block::Video(video)))
        }
        "vimeo" => {
            vimeo(shortcode.argument("id", 0)?).map(|video| Node::Beside(Block::Video(video)))
        }
        "figure" => {
            let url = linkable(shortcode.argument("src", 0)?).unwrap_or_default();
            let words = ["alt", "caption", "title"]
                .iter()
                .find_map(|key| shortcode.argument(key, usize::MAX));
            Some(Node::Beside(Block::Image { url, alt: words.unwrap_or_default().to_owned() }))
        }
        // A page of the author's own site: there is no address to link, so its name stays as text.
        "ref" | "relref" => {
            Some(Node::Inside(Inline::Text(shortcode.argument("path", 0)?.to_owned())))
        }
        "highlight" => Some(Node::Beside(Block::Code {
            language: shortcode.argument("lang", 0).unwrap_or_default().to_owned(),
            text: shortcode.inner.as_deref()?.trim_matches('\n').to_owned(),
        })),
        "tweet" | "x" | "twitter" => {
            let user = shortcode.argument("user", usize::MAX).unwrap_or("i/web");
            let id = shortcode
                .argument("id", 0)
                .filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()))?;
            let url = linkable(&format!("https://twitter.com/{user}/status/{id}"))?;
            Some(link(url, format!("Post {id} on Twitter")))
        }
        "gist" => {
            let first = shortcode.argument("user", 0)?;
            let path = shortcode
                .argument("id", 1)
                .map_or_else(|| first.to_owned(), |id| format!("{first}/{id}"));
            let url = linkable(&format!("https://gist.github.com/{path}"))?;
            Some(link(url, format!("Gist {path}")))
        }
        _ => None,
    }
}
