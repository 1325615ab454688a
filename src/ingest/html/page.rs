//! Reads the main content of a saved page, or of a document that was exported as HTML.

use super::blocks::{HtmlLines, passages};
use crate::ingest::passage::Passage;
use crate::ingest::source::Source;
use crate::ingest::spelling::letters;
use crate::model::{Block, inline_text};
use scraper::{ElementRef, Html, Selector};

/// The contents of a page.
#[derive(Debug, Default)]
pub(in crate::ingest) struct HtmlPage {
    /// Its title. Empty when it has none.
    pub title: String,
    /// Who wrote it. Empty when it does not say so.
    pub author: String,
    /// When it was published, as the page states it. Empty when it does not.
    pub published: String,
    /// Where it was published. Empty when it does not say so.
    pub url: String,
    /// Its language. Empty when it does not say so.
    pub language: String,
    /// Its main content.
    pub passages: Vec<Passage>,
    /// Remarks of readers that are left out.
    pub comments: usize,
}

/// Where the article is, the most specific place first.
const MAIN: &[&str] = &[
    ".e-content",
    "[itemprop=articleBody]",
    ".post-content, .entry-content, .article-content, .article-body, .markdown-body",
    "article",
    "main, [role=main]",
    "body",
];

/// An article has more bytes of text than this.
const ENOUGH: usize = 40;

/// Number of parts of one kind that are compared. A page with more of them is a list of articles.
const MOST_PARTS: usize = 50;

/// Deepest nesting of elements that is read. Parsing time grows with its square.
const MAX_NESTING: usize = 500;

/// Whether elements nest deeper than this limit.
pub(in crate::ingest) fn is_too_deep(html: &str) -> bool {
    const HOLDERS: &[&str] = &[
        "div",
        "span",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "section",
        "article",
        "font",
        "b",
        "i",
        "em",
        "strong",
        "a",
    ];
    let mut depth = 0_usize;
    html.split('<').any(|tag| {
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end.min(12)).unwrap_or_default().to_ascii_lowercase();
        if HOLDERS.contains(&name.as_str()) {
            depth = if tag.starts_with('/') { depth.saturating_sub(1) } else { depth + 1 };
        }
        depth > MAX_NESTING
    })
}

/// Whether a file is an HTML page.
pub(in crate::ingest) fn is_html(path: &str, text: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let start: String = text.trim_start().chars().take(15).collect();
    matches!(ending.as_str(), "html" | "htm")
        || start.to_ascii_lowercase().starts_with("<!doctype html")
        || start.to_ascii_lowercase().starts_with("<html")
}

/// Reads the page that begins at byte `body_start`.
pub(in crate::ingest) fn html_page(source: &Source, body_start: usize) -> HtmlPage {
    let html = Html::parse_document(source.text.get(body_start..).unwrap_or_default());
    let mut page = HtmlPage {
        title: first(
            &html,
            &["meta[property=\"og:title\"]", "p.MsoTitle", "h1", "p.title", "title"],
        ),
        author: first(
            &html,
            &["meta[name=author]", ".p-author", "[rel=author]", "[itemprop=author]"],
        ),
        published: first(
            &html,
            &[
                "meta[property=\"article:published_time\"]",
                ".dt-published",
                "[itemprop=datePublished]",
                "time[datetime]",
            ],
        ),
        url: first(&html, &["link[rel=canonical]", ".p-canonical", "meta[property=\"og:url\"]"]),
        language: first(&html, &["html[lang]"]),
        ..HtmlPage::default()
    };
    let roots = MAIN.iter().filter_map(|selector| longest(&html, selector));
    let mut best: Option<(ElementRef<'_>, usize)> = None;
    for (root, length) in roots {
        if best.is_none_or(|(_, known)| known < ENOUGH && known < length) {
            best = Some((root, length));
        }
    }
    let Some((root, _)) = best else { return page };
    (page.passages, page.comments) = passages(root, HtmlLines::new(source));
    let title = letters(&page.title);
    // The title and everything before it are not part of the text.
    let is_title = |passage: &Passage| match &passage.block {
        Block::Heading { text, .. } | Block::Paragraph(text) => {
            !title.is_empty() && letters(&inline_text(text)) == title
        }
        Block::List { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => false,
    };
    if page.passages.first().is_some_and(is_title) {
        page.passages.remove(0);
    }
    page
}

/// The longest element of a kind, and the bytes of its text.
fn longest<'a>(html: &'a Html, selector: &str) -> Option<(ElementRef<'a>, usize)> {
    let selector = Selector::parse(selector).ok()?;
    let length = |element: &ElementRef<'_>| element.text().map(|text| text.trim().len()).sum();
    html.select(&selector)
        .take(MOST_PARTS)
        .map(|element| (element, length(&element)))
        .max_by_key(|(_, length)| *length)
}

/// The first value that the selectors find: an attribute, or otherwise the text of the element.
fn first(html: &Html, selectors: &[&str]) -> String {
    let selectors = selectors.iter().filter_map(|selector| Selector::parse(selector).ok());
    let texts = selectors
        .filter_map(|selector| html.select(&selector).map(text_of).find(|text| !text.is_empty()));
    texts.into_iter().next().unwrap_or_default()
}

fn text_of(element: ElementRef<'_>) -> String {
    let it = element.value();
    let attributes: &[&str] = match it.name() {
        "meta" => &["content"],
        "link" | "a" if it.attr("rel") == Some("canonical") => &["href"],
        "a" if it.has_class("p-canonical", scraper::CaseSensitivity::CaseSensitive) => &["href"],
        "time" => &["datetime"],
        "html" => &["lang"],
        _ => &[],
    };
    let stated = attributes.iter().find_map(|name| it.attr(name));
    let text = stated.map_or_else(|| element.text().collect(), str::to_owned);
    crate::ingest::source::without_hidden(
        text.split_whitespace().collect::<Vec<_>>().join(" ").as_str(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_nests_without_end_is_refused() {
        assert!(is_too_deep(&"<div>".repeat(MAX_NESTING + 1)));
        assert!(!is_too_deep(&"<div><p>a<br></div>".repeat(MAX_NESTING + 1)));
    }

    #[test]
    fn what_a_site_puts_around_an_article_is_left_out() {
        let page = "<html><body><div id=\"header\"><ul class=\"nav\"><li>About me</ul></div>\
                    <div class=\"post\"><h1>LoomConf 2019</h1><p>Looms were good.</p>\
                    <div class=\"sharedaddy\">Share this</div><div class=\"related-posts\">More</div></div>\
                    <div id=\"footer\">Powered by Press</div></body></html>";
        let draft = crate::ingest::ingest("a.html", page.as_bytes()).draft.unwrap();
        let blocks: Vec<_> = draft.notes.into_iter().flat_map(|note| note.blocks).collect();
        assert_eq!(crate::model::plain_text(&blocks).trim(), "Looms were good.");
    }
}
