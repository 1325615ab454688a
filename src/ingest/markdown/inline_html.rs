//! Maps the small pieces of HTML inside Markdown to nodes of the block tree.

/// A piece of HTML text.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum HtmlPiece<'a> {
    /// Text outside tags.
    Text(&'a str),
    /// A tag or comment that has no meaning of its own; its contents stay.
    Silent,
    /// A tag that the block tree has a node for.
    Tag(HtmlTag),
    /// A tag that is left out, although its author may miss it.
    LeftOut(&'a str),
    /// Text that is not an HTML tag, as written.
    Unknown(&'a str),
}

/// A tag that the block tree has a node for.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum HtmlTag {
    /// A line break.
    Break,
    /// A paragraph ends here.
    Gap,
    /// A link begins.
    Link(String),
    /// A link ends.
    LinkEnd,
    /// A picture: address and text.
    Image(String, String),
    /// A frame or video, with its address.
    Frame(String),
    /// A component of some site that names the speaker, as a line with the same meaning.
    Speaker(String),
}

/// Block tags: each separates its content into lines of its own.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Tags that only emphasize; their text reads well without them.
const SILENT: &[&str] = &[
    "a", "abbr", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "font", "i", "iframe",
    "ins", "kbd", "mark", "picture", "q", "s", "samp", "small", "source", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "video", "wbr",
];

/// Other HTML tags. Their text stays.
const LEFT_OUT: &[&str] = &[
    "applet", "audio", "base", "body", "button", "canvas", "col", "colgroup", "dialog", "embed",
    "fieldset", "form", "head", "html", "input", "label", "legend", "link", "map", "meta", "nav",
    "noscript", "object", "option", "param", "path", "progress", "script", "select", "style",
    "svg", "template", "textarea", "title", "track",
];

/// The pieces of HTML text, in order.
pub(super) fn html_pieces(html: &str) -> Vec<HtmlPiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(HtmlPiece::Text(before));
        }
        let end = if from.starts_with("<!--") {
            from.find("-->").map(|end| end + 3)
        } else {
            tag_end(from)
        };
        let Some(end) = end else {
            pieces.push(HtmlPiece::Unknown(from));
            return pieces;
        };
        let (tag, tail) = from.split_at(end);
        pieces.push(piece(tag));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(HtmlPiece::Text(rest));
    }
    pieces
}

/// The byte after the `>` that closes the tag; quotation marks may contain a `>`.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn piece(raw: &str) -> HtmlPiece<'_> {
    if raw.starts_with("<!--") {
        return HtmlPiece::Silent;
    }
    let inside = raw.trim_start_matches('<').trim_end_matches('>');
    let is_end = inside.starts_with('/');
    let inside = inside.trim_start_matches('/').trim_end_matches('/');
    let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, attributes) = inside.split_at(name_end);
    let name = name.to_ascii_lowercase();
    let tag = match (name.as_str(), is_end) {
        ("br", _) => Some(HtmlTag::Break),
        ("a", false) => attribute(attributes, "href").map(HtmlTag::Link),
        ("a", true) => Some(HtmlTag::LinkEnd),
        ("img", _) => attribute(attributes, "src")
            .map(|url| HtmlTag::Image(url, attribute(attributes, "alt").unwrap_or_default())),
        ("iframe" | "embed" | "video", false) => attribute(attributes, "src").map(HtmlTag::Frame),
        (name, _) if BLOCKS.contains(&name) => Some(HtmlTag::Gap),
        _ => None,
    };
    let tag = tag.or_else(|| speaker(&name, attributes).map(HtmlTag::Speaker).filter(|_| !is_end));
    let is_component = raw.ends_with("/>") || attributes.contains('=') || inside.contains('.');
    match tag {
        Some(tag) => HtmlPiece::Tag(tag),
        None if SILENT.contains(&name.as_str()) => HtmlPiece::Silent,
        // A tag with attributes, or one that closes itself, is a component of some site; `<String>` is text.
        None if LEFT_OUT.contains(&name.as_str()) || is_component => HtmlPiece::LeftOut(raw),
        None if raw.starts_with("<!") || raw.starts_with("<?") => HtmlPiece::LeftOut(raw),
        None => HtmlPiece::Unknown(raw),
    }
}

/// Turns `<Speaker name="Ada Weaver" org="Warpworks" />` into a line.
fn speaker(component: &str, attributes: &str) -> Option<String> {
    const COMPONENTS: [&str; 6] =
        ["speaker", "speakers", "presenter", "presenters", "panelist", "speakercard"];
    const COMPANIES: [&str; 5] = ["org", "organization", "organisation", "company", "affiliation"];
    let name = attribute(attributes, "name").filter(|_| COMPONENTS.contains(&component))?;
    let company = COMPANIES.iter().find_map(|key| attribute(attributes, key));
    let company = company.filter(|company| !company.is_empty());
    let behind = company.map_or(String::new(), |company| format!(" ({company})"));
    (!name.is_empty()).then(|| format!("Speaker: {name}{behind}"))
}

/// The value of an attribute, quoted or not.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        let is_word = at == 0 || lower.as_bytes().get(at - 1).is_some_and(u8::is_ascii_whitespace);
        let after = attributes.get(at + name.len()..)?.trim_start();
        if let Some(value) = after.strip_prefix('=').filter(|_| is_word) {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            return match quote {
                Some(quote) => value.get(1..)?.split(quote).next().map(str::to_owned),
                None => value.split_whitespace().next().map(str::to_owned),
            };
        }
        from = at + name.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_what_they_mean_and_the_rest_stays_visible() {
        use HtmlPiece::{LeftOut, Silent, Tag as Is, Text, Unknown};
        let check = |html: &str, expected: &[HtmlPiece<'_>]| {
            assert_eq!(html_pieces(html), expected, "{html}");
        };
        check("a<br/>b", &[Text("a"), Is(HtmlTag::Break), Text("b")]);
        check("<b>x</b>", &[Silent, Text("x"), Silent]);
        check("<!-- x > y -->z", &[Silent, Text("z")]);
        check(
            "<a title='>' href=https://a.example>",
            &[Is(HtmlTag::Link("https://a.example".to_owned()))],
        );
        check(
            "<img data-src=x src=\"p.png\" alt='A'>",
            &[Is(HtmlTag::Image("p.png".to_owned(), "A".to_owned()))],
        );
        check(
            "<iframe src=\"https://v.example\"></iframe>",
            &[Is(HtmlTag::Frame("https://v.example".to_owned())), Silent],
        );
        check("<form>x", &[LeftOut("<form>"), Text("x")]);
        check("<Tweet id=\"1\"/>x", &[LeftOut("<Tweet id=\"1\"/>"), Text("x")]);
        check(
            "<Speaker name=\"Ada Weaver\" org=\"Warpworks\" />",
            &[Is(HtmlTag::Speaker("Speaker: Ada Weaver (Warpworks)".to_owned()))],
        );
        check("a<p>b", &[Text("a"), Is(HtmlTag::Gap), Text("b")]);
        check("Vec<String>", &[Text("Vec"), Unknown("<String>")]);
        check("<blink", &[Unknown("<blink")]);
    }
}
