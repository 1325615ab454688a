//! `WordPress` exports (WXR). Only published posts are imported; pages, drafts, comments and everything else are
//! ignored.

use crate::import::items::post::Post;
use crate::import::items::reading::Reading;
use crate::import::items::talk::day;
use crate::import::texts::html::markdown;
use crate::import::texts::nesting::{DEEPEST, depth};
use crate::import::texts::node::XmlNode;
use crate::model::PartialDate;
use std::collections::BTreeMap;

/// Shortcodes that mean nothing without their plugin. Their contents stay.
const SHORTCODES: &[&str] =
    &["caption", "gallery", "embed", "video", "audio", "playlist", "youtube", "more"];

/// Reads an export.
pub(in crate::import) fn read(path: &str, source: &str, reading: &mut Reading) {
    let root = match XmlNode::read(source) {
        Ok(node) => node,
        Err(message) => return reading.is_broken("broken-xml", path, message),
    };
    let Some(blog) = root.first("channel") else {
        return reading.is_broken(
            "broken-xml",
            path,
            "it has no channel, so it is not a WordPress export".to_owned(),
        );
    };
    let authors: BTreeMap<&str, &str> = blog
        .all("author")
        .map(|author| (author.text_of("author_login"), author.text_of("author_display_name")))
        .collect();
    let [mut drafts, mut locked, mut others, mut empty] = [const { BTreeMap::new() }; 4];
    for item in blog.all("item") {
        let count = |names: &mut BTreeMap<String, usize>, name: &str| {
            *names.entry(name.to_owned()).or_default() += 1;
        };
        let title = item.text_of("title");
        let is_published = matches!(item.text_of("status"), "publish" | "");
        let is_open = item.text_of("post_password").is_empty();
        match item.text_of("post_type") {
            "post" | "" if is_published && is_open => {
                let post = post(path, blog, item, &authors);
                if post.title.is_empty() || post.text.is_empty() {
                    count(&mut empty, title);
                } else {
                    reading.posts.push(post);
                }
            }
            "post" | "" if is_published => count(&mut locked, title),
            "post" | "" => count(&mut drafts, title),
            kind => count(&mut others, kind),
        }
    }
    let done = "only published posts come; publish one and export again, if it should come";
    let what = ["post is a draft, private or scheduled", "posts are drafts, private or scheduled"];
    reading.leave_out("draft", path, what, &drafts, done);
    let what = ["post needs a password", "posts need a password"];
    let help = "remove the password in WordPress and export again, if everybody may read it";
    reading.leave_out("private-item", path, what, &locked, help);
    let what = ["item is not a post, but of the kind", "items are not posts, but of the kinds"];
    reading.leave_out("no-post", path, what, &others, done);
    let what = ["post has no title or no text", "posts have no title or no text"];
    reading.leave_out("empty-post", path, what, &empty, done);
}

fn post(path: &str, blog: &XmlNode, item: &XmlNode, authors: &BTreeMap<&str, &str>) -> Post {
    let login = item.text_in("dc", "creator");
    let is_tag =
        |node: &&XmlNode| matches!(node.attribute("domain"), "post_tag" | "category" | "tag");
    let tags = item.all("category").filter(is_tag).map(|tag| words(&tag.text));
    Post {
        path: path.to_owned(),
        title: words(item.text_of("title")),
        author: authors.get(login).filter(|name| !name.is_empty()).unwrap_or(&login).to_string(),
        publisher: blog.text_of("title").to_owned(),
        url: item.text_of("link").to_owned(),
        published: day(item.text_of("post_date"))
            .or_else(|| day(item.text_of("post_date_gmt")))
            .or_else(|| day_of_feed(item.text_of("pubDate"))),
        language: blog.text_of("language").split('-').next().unwrap_or_default().to_lowercase(),
        tags: tags.filter(|tag| tag != "Uncategorized").collect(),
        text: markdown(&paragraphs(&without_shortcodes(&with_code(
            item.text_in("content", "encoded"),
        )))),
    }
}

/// The day of a date as feeds write it: `Fri, 04 May 2018 10:00:00 +0000`.
fn day_of_feed(date: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let date = date.split_once(',').map_or(date, |(_, date)| date);
    let mut words = date.split_whitespace();
    let day = words.next()?.parse().ok()?;
    let month = words.next()?.get(..3)?.to_lowercase();
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month)?.1;
    PartialDate::from_day(words.next()?.parse().ok()?, month, day).ok()
}

/// A title with its entities converted to characters.
fn words(title: &str) -> String {
    if depth(title) > DEEPEST {
        return title.to_owned();
    }
    let tree = scraper::Html::parse_fragment(title);
    tree.root_element().text().collect::<String>().trim().to_owned()
}

/// The shortcodes for code, as the element for it.
fn with_code(text: &str) -> String {
    let mut done = text.to_owned();
    for name in ["code", "sourcecode"] {
        let open = format!("[{name}");
        let mut parts = done.split(&open);
        let mut all = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let code = part.split_once(']').filter(|(head, _)| !head.contains(['[', '\n']));
            let code = code.and_then(|(_, rest)| rest.split_once(&format!("[/{name}]")));
            match code {
                Some((code, rest)) => {
                    all.extend(["<pre>", code.trim_matches('\n'), "</pre>", rest]);
                }
                None => all.extend(["[", name, part]),
            }
        }
        done = all;
    }
    done
}

fn without_shortcodes(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        done.push_str(before);
        let name = after.trim_start_matches('/');
        let name = name
            .get(..name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len()))
            .unwrap_or_default();
        let end = after.find(']').filter(|_| SHORTCODES.contains(&name));
        rest = if let Some(end) = end {
            after.get(end + 1..).unwrap_or_default()
        } else {
            done.push('[');
            after
        };
    }
    done + rest
}

/// Converts blank lines to paragraphs: the old editor wrote no tags for them.
fn paragraphs(text: &str) -> String {
    if text.contains("<p>") || text.contains("<p ") {
        return text.to_owned();
    }
    let mut done = String::with_capacity(text.len());
    for (number, part) in text.split("<pre").enumerate() {
        let (code, rest) =
            if number == 0 { ("", part) } else { part.split_once("</pre>").unwrap_or((part, "")) };
        if number > 0 {
            done.push_str("<pre");
            done.push_str(code);
            done.push_str("</pre>");
        }
        done.push_str(&rest.replace("\n\n", "\n<p>"));
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPORT: &str = "<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>
        <title>Loom notes</title><language>en-US</language>
        <wp:author><wp:author_login>ada</wp:author_login><wp:author_email>ada@loom.example</wp:author_email>
        <wp:author_display_name>Ada Weaver</wp:author_display_name></wp:author>
        <item><title>LoomConf &amp;#8217;18</title><link>https://loom.example/18</link><dc:creator>ada</dc:creator>
        <content:encoded><![CDATA[[caption id='1']<b>Good</b>[/caption].\n\nTwo. <pre>a\n\nb</pre>]]></content:encoded>
        <excerpt:encoded></excerpt:encoded><wp:post_date>2018-05-04 10:00:00</wp:post_date><wp:status>publish</wp:status>
        <wp:post_type>post</wp:post_type><category domain='post_tag'>Weft</category>
        <wp:comment><wp:comment_author_email>bo@loom.example</wp:comment_author_email></wp:comment></item>
        <item><title>Secret</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
        <item><title>Locked</title><wp:post_password>loom</wp:post_password><wp:status>publish</wp:status>
        <wp:post_type>post</wp:post_type></item>
        <item><title>About</title><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
        </channel></rss>";

    #[test]
    fn published_posts_come_and_the_rest_is_named() {
        let mut reading = Reading::default();
        read("export.xml", EXPORT, &mut reading);
        let [post] = reading.posts.as_slice() else { panic!("{reading:?}") };
        assert_eq!((post.title.as_str(), post.author.as_str()), ("LoomConf ’18", "Ada Weaver"));
        assert_eq!(post.text, "**Good**.\n\nTwo.\n\n```\na\n\nb\n```");
        assert_eq!(
            (post.tags.as_slice(), post.language.as_str()),
            (["Weft".to_owned()].as_slice(), "en")
        );
        let codes: Vec<&str> = reading.diagnostics.iter().map(|it| it.code).collect();
        assert_eq!(codes, ["draft", "private-item", "no-post"]);
        assert_eq!(reading.diagnostics[1].message, "1 post needs a password: \"Locked\"");
    }

    #[test]
    fn a_post_without_a_date_of_its_own_has_that_of_the_feed() {
        for (date, expected) in [
            ("Fri, 04 May 2018 10:00:00 +0000", Some("2018-05-04")),
            ("4 May 2018", Some("2018-05-04")),
            ("Mon, 30 Nov -0001 00:00:00 +0000", None),
            ("", None),
        ] {
            let found = day_of_feed(date).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{date}");
        }
        let bare = EXPORT.replace("wp:post_date>", "wp:other>").replace(
            "<excerpt:encoded>",
            "<pubDate>Fri, 04 May 2018 10:00:00 +0000</pubDate><excerpt:encoded>",
        );
        let mut reading = Reading::default();
        read("export.xml", &bare, &mut reading);
        assert_eq!(reading.posts[0].published.unwrap().to_string(), "2018-05-04");
    }
}
