//! A blog post, which becomes a recap.

use crate::import::texts::text::{line, page, without_mail};
use crate::ingest::letters;
use crate::model::PartialDate;
use crate::text::any_script::{slug, storable};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A blog post.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::import) struct Post {
    /// The file that it comes from.
    pub(in crate::import) path: String,
    /// Its title.
    pub(in crate::import) title: String,
    /// Who wrote it. Empty if not stated.
    pub(in crate::import) author: String,
    /// The blog. Empty if not stated.
    pub(in crate::import) publisher: String,
    /// Where it was published. Empty if not stated.
    pub(in crate::import) url: String,
    /// When it was published.
    pub(in crate::import) published: Option<PartialDate>,
    /// Its language. Empty if not stated.
    pub(in crate::import) language: String,
    /// Its tags and categories.
    pub(in crate::import) tags: Vec<String>,
    /// Its text, in Markdown.
    pub(in crate::import) text: String,
}

#[derive(Serialize)]
struct PostHeader {
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    author: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    tags: BTreeSet<String>,
}

/// The recaps of posts by path. Posts with the same title get numbers.
pub(in crate::import) fn recaps(posts: &[Post]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for post in posts {
        let name = slug(&line(&post.title));
        let name = if name.is_empty() { "post".to_owned() } else { storable(&short_name(&name)) };
        let numbered = (2u32..).map(|number| format!("posts/{name}-{number}.md"));
        let free = std::iter::once(format!("posts/{name}.md")).chain(numbered);
        let free = free.into_iter().find(|path| !files.contains_key(path));
        files.extend(free.map(|path| (path, written(post))));
    }
    files
}

/// A name short enough for every file system.
fn short_name(name: &str) -> String {
    const LONGEST: usize = 100;
    name.chars().take(LONGEST).collect::<String>().trim_end_matches('-').to_owned()
}

fn written(post: &Post) -> Vec<u8> {
    let words = |text: &str| line(&without_mail(text));
    let header = PostHeader {
        title: words(&post.title),
        // A login name may be an email address.
        author: if post.author.contains('@') { String::new() } else { words(&post.author) },
        publisher: words(&post.publisher),
        url: page(&post.url).unwrap_or_default(),
        published: post.published.map(|day| day.to_string()),
        language: post.language.clone(),
        tags: post
            .tags
            .iter()
            .map(|tag| words(tag))
            .filter(|tag| !letters(tag).is_empty())
            .collect(),
    };
    // This never fails: texts and lists of texts are valid TOML.
    let header = toml::to_string(&header).unwrap_or_default();
    format!("+++\n{header}+++\n\n{}\n", without_mail(post.text.trim())).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_a_recap_without_addresses() {
        let post = Post {
            title: "A week\nin \"Ghent\"".to_owned(),
            author: "ada@loom.example".to_owned(),
            url: "https://loom.example/ghent".to_owned(),
            published: "2018-05-04".parse().ok(),
            tags: vec!["Weft".to_owned(), "?".to_owned()],
            text: "Ask ada@loom.example.\n".to_owned(),
            ..Post::default()
        };
        let files = recaps(&[post.clone(), post]);
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(paths, ["posts/a-week-in-ghent-2.md", "posts/a-week-in-ghent.md"]);
        let text = String::from_utf8(files["posts/a-week-in-ghent.md"].clone()).unwrap();
        assert_eq!(
            text,
            "+++\ntitle = 'A week in \"Ghent\"'\nurl = \"https://loom.example/ghent\"\npublished = \"2018-05-04\"\ntags = [\"Weft\"]\n+++\n\nAsk (e-mail address left out).\n"
        );
    }
}
