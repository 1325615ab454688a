//! Converts HTML to blocks: the main content of a saved page, or a post inside Markdown.

use crate::ingest::address::video;
use crate::ingest::passage::Passage;
use crate::ingest::reference::address_or_reference;
use crate::ingest::source::Source;
use crate::ingest::tree::{MAX_DEPTH, Open, Tree, picture};
use crate::model::{Block, Inline, Table};
use crate::text::percent::decode_path;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

/// A part of a page while its elements are visited.
struct ElementWalk<'a> {
    tree: Tree,
    lines: HtmlLines<'a>,
    /// For each open element of the page: what it opened in the tree, and whether it is a block.
    opened: Vec<(usize, bool)>,
    /// The last character was a space, so another space adds nothing.
    is_after_space: bool,
    /// Number of reader comments that were skipped.
    comments: usize,
}

/// Finds the source lines of texts, in order.
pub(in crate::ingest) struct HtmlLines<'a> {
    source: &'a Source,
    at: usize,
}

impl<'a> HtmlLines<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self { source, at: 0 }
    }

    /// Finds texts after a byte of the source.
    pub(in crate::ingest) fn behind(source: &'a Source, at: usize) -> Self {
        Self { source, at }
    }

    /// The line of a text that follows the one before it, if it is found soon.
    fn line_of(&mut self, text: &str) -> u32 {
        const AHEAD: usize = 20_000;
        let probe = text.trim_start().split(['&', '<', '\n', '\u{a0}']).next().unwrap_or_default();
        let probe = probe.get(..probe.floor_char_boundary(24)).unwrap_or_default();
        let rest = self.source.text.get(self.at..).unwrap_or_default();
        let ahead = rest.get(..rest.floor_char_boundary(AHEAD)).unwrap_or_default();
        if let Some(found) = ahead.find(probe).filter(|_| !probe.is_empty()) {
            self.at += found;
        }
        self.source.line_at(self.at)
    }
}

/// The blocks of an element, and the number of reader comments in it.
pub(in crate::ingest) fn passages(
    root: ElementRef<'_>,
    lines: HtmlLines<'_>,
) -> (Vec<Passage>, usize) {
    let mut walk = ElementWalk {
        tree: Tree::new(),
        lines,
        opened: Vec::new(),
        is_after_space: true,
        comments: 0,
    };
    let mut skipped = 0_usize;
    for edge in root.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                _ if skipped > 0 => skipped += 1,
                Node::Text(text) => walk.text(text),
                Node::Element(_) => {
                    let Some(element) = ElementRef::wrap(node) else { continue };
                    if !walk.open(element) {
                        skipped = 1;
                    }
                }
                Node::Document
                | Node::Fragment
                | Node::Doctype(_)
                | Node::Comment(_)
                | Node::ProcessingInstruction(_) => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if skipped > 0 {
                    skipped -= 1;
                } else if node.value().is_element() {
                    walk.close();
                }
            }
        }
    }
    let last = walk.lines.source.line_at(walk.lines.at);
    (walk.tree.finish(last), walk.comments)
}

/// The blocks of a piece of HTML that has no source.
pub(in crate::ingest) fn fragment(html: &str) -> Vec<Block> {
    let page = Html::parse_fragment(html);
    let source = Source::default();
    let (passages, _) = passages(page.root_element(), HtmlLines::new(&source));
    passages.into_iter().map(|passage| passage.block).collect()
}

/// A social-media post in the form that sites embed: a quote that ends in a link to the post.
pub(in crate::ingest) fn post(html: &str) -> Block {
    match fragment(html).as_slice() {
        [quote @ Block::Quote(_)] => quote.clone(),
        blocks => Block::Quote(blocks.to_vec()),
    }
}

/// Elements that never contain any of the article.
const SKIPPED: &[&str] = &[
    "script", "style", "footer", "noscript", "template", "svg", "nav", "aside", "form", "button",
    "select", "input", "textarea", "head", "title", "meta", "link", "object", "canvas", "dialog",
    "audio",
];

/// Elements that start and end on their own line.
const PARTS: &[&str] = &[
    "p",
    "dt",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "figure",
    "figcaption",
    "details",
    "summary",
    "dd",
    "dl",
    "address",
    "body",
    "html",
    "tbody",
    "thead",
    "tfoot",
    "center",
    "hgroup",
];

impl ElementWalk<'_> {
    /// Opens an element. `false` to skip it and everything in it.
    fn open(&mut self, element: ElementRef<'_>) -> bool {
        let it = element.value();
        if self.is_passed_over(element) {
            return false;
        }
        let name = it.name();
        if self.tree.depth() >= MAX_DEPTH {
            // Nesting this deep is not followed; the text is kept.
            self.opened.push((0, false));
            return true;
        }
        let mut opens = vec![];
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.bytes().next_back().map_or(2, |digit| digit - b'0');
                opens.push(Open::Heading(level, Vec::new()));
            }
            "ul" | "menu" => opens.push(Open::List(None, Vec::new(), Vec::new())),
            "ol" => {
                let start = it.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                opens.push(Open::List(Some(start), Vec::new(), Vec::new()));
            }
            "li" if self.tree.is_in_list() => {
                let line = self.line(element);
                opens.push(Open::Item(Vec::new(), line));
            }
            "blockquote" => opens.push(Open::Blocks(Vec::new())),
            "pre" => opens.push(Open::Code(language(element), String::new())),
            "code" | "kbd" | "samp" | "tt" if !self.tree.is_in_code() => {
                let text: String = element.text().collect();
                self.tree.push_inline(Inline::Code(crate::ingest::source::without_hidden(&text)));
                self.is_after_space = false;
                return false;
            }
            "em" | "i" | "cite" => opens.push(Open::Emphasis(Vec::new())),
            "strong" | "b" | "mark" => opens.push(Open::Strong(Vec::new())),
            "dt" => opens.extend([Open::Paragraph(Vec::new()), Open::Strong(Vec::new())]),
            "del" | "s" | "strike" => opens.push(Open::Deleted(Vec::new())),
            "a" => {
                let url = it.attr("href").map(behind_redirect);
                let url = url.and_then(|href| address_or_reference(&href));
                opens.push(Open::Link(url, Vec::new()));
            }
            "br" if self.tree.is_in_code() => self.tree.text("\n"),
            "br" => self.tree.push_inline(Inline::Break),
            "hr" => self.tree.push_block(Block::Rule),
            "img" => {
                let url = it.attr("src").and_then(address_or_reference).unwrap_or_default();
                let alt = it.attr("alt").unwrap_or_default().trim().to_owned();
                // A picture that cannot be linked is at least named.
                let name = it.attr("src").and_then(|src| src.rsplit('/').next());
                let name = name.filter(|name| name.len() < 80).unwrap_or_default();
                let alt = if alt.is_empty() && url.is_empty() { name.to_owned() } else { alt };
                self.tree.float(picture(url, alt));
            }
            "iframe" | "embed" | "video" | "source" => {
                if let Some(video) = it.attr("src").and_then(video) {
                    self.tree.float(Block::Video(video));
                }
            }
            "table" => opens.push(Open::Table(Table::default())),
            "tr" => opens.push(Open::Row(Vec::new())),
            "td" | "th" => opens.push(Open::Cell(Vec::new())),
            _ => {}
        }
        let is_part = PARTS.contains(&name) || name == "li";
        let is_block = is_part || opens.iter().any(|open| !is_inline(open));
        if is_part {
            self.tree.close_loose_paragraph();
        }
        self.is_after_space |= is_block || name == "br";
        if !opens.is_empty() {
            self.at_line(element);
        }
        self.opened.push((opens.len(), is_block));
        for open in opens {
            self.tree.open(open);
        }
        true
    }

    fn close(&mut self) {
        let line = self.lines.source.line_at(self.lines.at);
        let (count, is_block) = self.opened.pop().unwrap_or_default();
        if count == 0 && is_block {
            self.tree.close_loose_paragraph();
        }
        (0..count).for_each(|_| self.tree.close(line));
        self.is_after_space |= is_block;
    }

    fn line(&mut self, element: ElementRef<'_>) -> u32 {
        // Most blocks begin with their text. Looking further would be slow on a deeply nested page.
        const NEAR: usize = 64;
        let mut near = element.descendants().take(NEAR).filter_map(|node| node.value().as_text());
        let text = near.find(|text| !text.trim().is_empty());
        self.lines.line_of(text.map_or("", |text| &**text))
    }

    fn at_line(&mut self, element: ElementRef<'_>) {
        if self.tree.depth() == 0 {
            let line = self.line(element);
            self.tree.at_lines(line, line);
        }
    }

    /// A run of white space counts once, and not at all at the start of a block.
    fn text(&mut self, text: &str) {
        if self.tree.is_in_code() {
            self.tree.text(text);
            return;
        }
        let mut words = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = c.is_whitespace();
            if !(is_space && self.is_after_space) {
                words.push(if is_space { ' ' } else { c });
            }
            self.is_after_space = is_space;
        }
        if self.tree.depth() == 0 && !words.trim().is_empty() {
            let line = self.lines.line_of(&words);
            self.tree.at_lines(line, line);
        }
        self.tree.text(&words);
    }

    fn is_passed_over(&mut self, element: ElementRef<'_>) -> bool {
        let it = element.value();
        // A remark in the margin of a document is for its authors.
        let is_remark = |it: &Element| {
            const MARKS: [&str; 2] = ["#cmnt", "#_msocom"];
            it.attr("href").is_some_and(|href| MARKS.iter().any(|mark| href.starts_with(mark)))
        };
        let holds_remark = || {
            let children = element.children().filter_map(ElementRef::wrap);
            children.into_iter().any(|child| {
                child.value().attr("href").is_some_and(|href| href.starts_with("#cmnt_ref"))
            })
        };
        if it.name() == "p" && holds_remark() || has_style(it, "mso-element:comment") {
            self.comments += 1;
            return true;
        }
        is_remark(it) || SKIPPED.contains(&it.name()) || is_hidden(it) || is_chrome(it)
    }
}

fn is_inline(open: &Open) -> bool {
    matches!(open, Open::Emphasis(_) | Open::Strong(_) | Open::Deleted(_) | Open::Link(..))
}

fn is_hidden(element: &Element) -> bool {
    element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || has_style(element, "display:none")
}

/// Whether the style of an element has a declaration, which is given without spaces. Word names the parts of a document
/// that are no text in such styles.
fn has_style(element: &Element, declaration: &str) -> bool {
    let style = element.attr("style").map(|style| style.replace(' ', "").to_ascii_lowercase());
    style.is_some_and(|style| style.contains(declaration))
}

/// Recognizes site elements around an article by their role and classes.
fn is_chrome(element: &Element) -> bool {
    const ROLES: &[&str] = &["navigation", "banner", "contentinfo", "complementary", "search"];
    const CLASSES: &[&str] = &[
        "comments",
        "comment-list",
        "sidebar",
        "share",
        "sharing",
        "social",
        "sharedaddy",
        "related",
        "related-posts",
        "related_posts",
        "jp-relatedposts",
        "newsletter",
        "breadcrumbs",
        "breadcrumb",
        "cookie",
        "pagination",
        "site-header",
        "site-footer",
        "footer",
        "colophon",
        "site-info",
        "navbar",
        "nav",
        "navigation",
        "main-navigation",
        "post-navigation",
        "nav-links",
        "menu",
        "advert",
        "ads",
        "toc",
        "subscribe",
        "signup",
    ];
    element.attr("role").is_some_and(|role| ROLES.contains(&role))
        || element.classes().any(|class| CLASSES.contains(&class.to_ascii_lowercase().as_str()))
        || element.attr("id").is_some_and(|id| CLASSES.contains(&id.to_ascii_lowercase().as_str()))
}

/// `language-rust`, on the code element or on the one around it.
fn language(element: ElementRef<'_>) -> String {
    let inner = element.child_elements().next();
    let classes = element.value().classes().chain(inner.iter().flat_map(|it| it.value().classes()));
    let mut languages = classes.filter_map(|class| {
        class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"))
    });
    languages.next().unwrap_or_default().to_owned()
}

/// The real address behind the redirect that an exported document puts before its links.
fn behind_redirect(href: &str) -> String {
    let behind = href
        .strip_prefix("https://www.google.com/url?")
        .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("q=")));
    behind.map_or_else(|| href.to_owned(), decode_path)
}
