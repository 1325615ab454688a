//! Marks within Markdown that begin something hidden: tags of HTML, comments of Obsidian, and template code.

use super::hidden_text::{Pass, Removed, taken};
use super::shortcode::{ATTRIBUTES, LONGEST, is_known, window};
use crate::ingest::own_words::is_private;

impl Pass<'_> {
    pub(super) fn tag(&mut self, at: usize, rest: &str) -> Option<usize> {
        if rest.starts_with("<!--") {
            return match self.end_of(at + 4, "-->") {
                Some(end) => Some(self.comment(at..end)),
                // Markdown does not treat it as a comment within a line either.
                None if !self.begins_line(at) => None,
                None => Some(self.remove(Removed::OpenComment, at..self.text.len())),
            };
        }
        let name: String = rest
            .chars()
            .skip(1)
            .take_while(char::is_ascii_alphanumeric)
            .take(12)
            .collect::<String>()
            .to_ascii_lowercase();
        match name.as_str() {
            "div" | "p" | "span" | "section" if is_hidden_tag(window(rest, 400)) => {
                let end = self.end_of(at, &format!("</{name}>"))?;
                let is_flat = !self.text.get(at + 1..end)?.contains(&format!("<{name}"));
                is_flat.then(|| self.comment(at..end))
            }
            "details" => self.private_fold(at, rest),
            "script" | "style" => {
                let kind = if name == "script" { Removed::Script } else { Removed::Style };
                let end = self.end_of(at, &format!("</{name}>"))?;
                // Somebody may write about scripts: "the <script> tag and the </script> tag".
                let is_code = self.begins_line(at) || !self.text.get(at..end)?.contains("\n\n");
                is_code.then(|| self.remove(kind, at..end))
            }
            "blockquote" => {
                let head = window(rest, 400).split('>').next().unwrap_or_default();
                let is_post = ["twitter-", "bluesky-", "mastodon-", "instagram-"]
                    .iter()
                    .any(|host| head.contains(host));
                let end = self.end_of(at, "</blockquote>").filter(|_| is_post)?;
                let html = self.text.get(at..end)?;
                Some(self.take(at..end, taken("post", html, at)))
            }
            _ => None,
        }
    }

    /// `<details>` with a summary such as "Private notes", to its end. One that never ends takes the rest of the text with
    /// it, rather than show it.
    fn private_fold(&mut self, at: usize, rest: &str) -> Option<usize> {
        let (head, summary) = window(rest, 400).split_once("<summary")?;
        let summary = summary.split("</summary>").next()?.split_once('>')?.1;
        let words: String =
            summary.split('<').map(|part| part.split_once('>').map_or(part, |it| it.1)).collect();
        if head.contains("</") || !is_private(&words) {
            return None;
        }
        let mut open = 1;
        let mut end = at + 1;
        while open > 0 {
            let Some(close) = self.end_of(end, "</details>") else {
                return Some(self.private(at..self.text.len()));
            };
            open += self.text.get(end..close)?.matches("<details").count();
            open -= 1;
            end = close;
        }
        Some(self.private(at..end))
    }

    /// `%%…%%`. A comment that opens within a line must close within its paragraph.
    pub(super) fn obsidian_comment(&mut self, at: usize) -> Option<usize> {
        // "20%% and later 30%%" are shares.
        let is_number = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
        if self.text.get(..at).is_some_and(is_number) {
            return Some(at + 2);
        }
        let is_line = self.begins_line(at);
        let end = self.end_of(at + 2, "%%");
        match end {
            Some(end) if is_line || !self.text.get(at..end)?.contains("\n\n") => {
                Some(self.comment(at..end))
            }
            None if is_line => Some(self.remove(Removed::OpenComment, at..self.text.len())),
            _ => Some(at + 2),
        }
    }

    pub(super) fn braces(&mut self, at: usize, rest: &str) -> Option<usize> {
        if rest.starts_with("{/*") {
            return self.end_of(at, "*/}").map(|end| self.comment(at..end));
        }
        if ATTRIBUTES.iter().any(|start| rest.starts_with(start)) {
            let line = window(rest, LONGEST).split('\n').next().unwrap_or_default();
            let end = at + line.find('}')? + 1;
            // A heading may end in an anchor, which is read elsewhere.
            let begun = self.text.get(..at)?.rsplit('\n').next().unwrap_or_default();
            if rest.starts_with("{#") && begun.starts_with('#') && line.trim_end().ends_with('}') {
                return Some(end);
            }
            self.hide(at..end);
            return Some(end);
        }
        let close = match rest.as_bytes().get(..3)? {
            b"{{<" => ">}}",
            b"{{%" => "%}}",
            [b'{', b'%', _] => "%}",
            [b'{', b'{', _] => "}}",
            _ => return None,
        };
        let end = at + window(rest, LONGEST).find(close)? + close.len();
        let inside = self.text.get(at..end)?;
        if inside.contains("\n\n") {
            return Some(at + 2);
        }
        let words = inside.trim_matches(['{', '}', '<', '>', '%', '-']).trim();
        let name = words.split(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        if close == "}}" {
            let object = name.split(['.', '|']).next().unwrap_or_default();
            let is_liquid = ["page", "site", "post", "include", "layout", "paginator", "content"];
            let is_liquid = !name.starts_with('.') && is_liquid.contains(&object);
            let is_address = self.text.as_bytes().get(..at).is_some_and(|it| it.ends_with(b"]("));
            return is_liquid.then(|| {
                self.remove(Removed::Template, at..end);
                // This is the site's own location; the rest remains a path.
                let path = "./".repeat((end - at) / 2)
                    + if (end - at).is_multiple_of(2) { "" } else { "/" };
                self.write(at, if is_address { &path } else { "" });
                end
            });
        }
        let name = name.trim_matches('/').to_ascii_lowercase();
        if name == "comment" {
            let close = format!("{}comment {close}", if close == "%}" { "end" } else { "/" });
            let end = self.end_of(end, &close).unwrap_or(end);
            return Some(self.comment(at..end));
        }
        if is_known(name.strip_prefix("end").unwrap_or(&name)) || words.contains("://") {
            return None;
        }
        Some(self.remove(Removed::Template, at..end))
    }
}

/// Whether an opening tag says that browsers do not show its element.
fn is_hidden_tag(text: &str) -> bool {
    let tag = text.split('>').next().unwrap_or_default().to_ascii_lowercase();
    let mut attributes = tag.split_ascii_whitespace().skip(1);
    attributes.any(|it| it == "hidden" || it.starts_with("hidden="))
        || tag.contains("style=") && tag.replace(' ', "").contains("display:none")
}
