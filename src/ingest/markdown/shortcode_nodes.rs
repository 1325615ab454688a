//! Converts shortcodes to nodes.

use super::shortcode::Shortcode;
use crate::ingest::address::{linkable, video, vimeo, youtube};
use crate::ingest::html::blocks::{fragment, post};
use crate::ingest::reference::address_or_reference;
use crate::ingest::tree::picture;
use crate::model::{Block, Inline};

/// The node for a shortcode.
#[derive(Debug)]
pub(super) enum ShortcodeNode {
    /// Blocks outside the text.
    Beside(Vec<Block>),
    /// An inline within the text.
    Inside(Inline),
}

/// Converts a known shortcode; `None` when it is unknown or its arguments are invalid.
pub(super) fn node(shortcode: &Shortcode) -> Option<ShortcodeNode> {
    let beside = |block: Block| ShortcodeNode::Beside(vec![block]);
    let link = |url: String, text: String| {
        ShortcodeNode::Inside(Inline::Link { url, text: vec![Inline::Text(text)] })
    };
    match shortcode.name.as_str() {
        "post" => Some(beside(post(shortcode.inner.as_deref()?))),
        "table" => Some(ShortcodeNode::Beside(fragment(shortcode.inner.as_deref()?))),
        "math" => Some(beside(Block::Code {
            language: "math".to_owned(),
            text: shortcode.inner.as_deref()?.trim_matches('\n').to_owned(),
        })),
        "raw" => Some(ShortcodeNode::Inside(Inline::Text(shortcode.inner.clone()?))),
        "youtube" => youtube(shortcode.argument("id", 0)?).map(|video| beside(Block::Video(video))),
        "vimeo" => vimeo(shortcode.argument("id", 0)?).map(|video| beside(Block::Video(video))),
        "figure" => {
            let url = address_or_reference(shortcode.argument("src", 0)?).unwrap_or_default();
            let said = |key| shortcode.argument(key, usize::MAX).filter(|words| !words.is_empty());
            let caption = said("caption").or_else(|| said("title"));
            let alt = said("alt").or(caption).unwrap_or_default();
            let mut image = picture(url, alt.to_owned());
            if let Block::Image { link, .. } = &mut image {
                *link = said("link").and_then(address_or_reference).unwrap_or_default();
            }
            let below = caption.filter(|words| *words != alt);
            let below = below.map(|words| {
                Block::Paragraph(vec![Inline::Emphasis(vec![Inline::Text(words.to_owned())])])
            });
            Some(ShortcodeNode::Beside(std::iter::once(image).chain(below).collect()))
        }
        // A page of the author's own site: its address is unknown, so its name stays as text.
        "ref" | "relref" => {
            Some(ShortcodeNode::Inside(Inline::Text(shortcode.argument("path", 0)?.to_owned())))
        }
        "highlight" => Some(beside(Block::Code {
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
        // `{% embed https://… %}`, used by dev.to, Zenn and others.
        _ => {
            let url = shortcode.arguments.iter().find_map(|(_, value)| linkable(value))?;
            Some(match video(&url) {
                Some(video) => beside(Block::Video(video)),
                None => link(url.clone(), url),
            })
        }
    }
}
