//! Medium exports: one HTML page per post. Drafts and everything else in the export are ignored.

use crate::import::items::post::Post;
use crate::import::items::reading::Reading;
use crate::import::items::talk::day;
use crate::import::texts::html::of_element;
use crate::import::texts::nesting::{DEEPEST, depth};
use crate::import::texts::text::line;
use crate::ingest::letters;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;

/// Reads the posts of an export.
pub(in crate::import) fn read(files: &BTreeMap<String, String>, reading: &mut Reading) {
    let mut drafts: BTreeMap<String, usize> = BTreeMap::new();
    for (path, source) in files {
        if depth(source) > DEEPEST {
            reading.is_broken("too-deep", path, "its elements are nested too deep".to_owned());
            continue;
        }
        let page = Html::parse_document(source);
        let post = post(path, &page);
        let file = path.rsplit('/').next().unwrap_or(path);
        if file.starts_with("draft_") {
            let name = if post.title.is_empty() { file.to_owned() } else { post.title };
            *drafts.entry(name).or_default() += 1;
        } else if post.title.is_empty() || post.text.is_empty() {
            reading.is_none(path);
        } else {
            reading.posts.push(post);
        }
    }
    let first = files.keys().next().cloned().unwrap_or_default();
    reading.leave_out(
        "draft",
        &first,
        ["post is a draft", "posts are drafts"],
        &drafts,
        "only published posts come; publish one and export again, if it should come",
    );
}

fn post(path: &str, page: &Html) -> Post {
    let of = |css: &str| first(page.root_element(), css).map(words).unwrap_or_default();
    let attribute = |css: &str, name: &str| {
        first(page.root_element(), css).and_then(|it| it.attr(name)).unwrap_or_default().to_owned()
    };
    let title = if of(".p-name").is_empty() { of("title") } else { of(".p-name") };
    let body = first(page.root_element(), ".e-content").map(of_element).unwrap_or_default();
    Post {
        path: path.to_owned(),
        author: of(".p-author"),
        publisher: "Medium".to_owned(),
        url: attribute("a.p-canonical", "href"),
        published: day(&attribute("time.dt-published", "datetime")),
        text: without_title(&body, &title),
        title,
        ..Post::default()
    }
}

fn first<'a>(within: ElementRef<'a>, css: &str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(css).ok()?;
    within.select(&selector).next()
}

fn words(element: ElementRef<'_>) -> String {
    line(&element.text().collect::<String>())
}

/// The text without its first heading, if that heading is the title.
fn without_title(text: &str, title: &str) -> String {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let is_title = first.starts_with('#') && letters(first) == letters(title);
    if is_title { rest.trim().to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const POST: &str = "<!DOCTYPE html><html><head><title>A week in Ghent</title></head><body><article class='h-entry'>
        <header><h1 class='p-name'>A week in Ghent</h1></header><section data-field='subtitle' class='p-summary'>Sub</section>
        <section data-field='body' class='e-content'><div><h3>A week in Ghent</h3><p>It <em>rained</em>.</p></div></section>
        <footer><p>By <a href='https://medium.com/@ada' class='p-author h-card'>Ada Weaver</a> on
        <a href='https://medium.com/p/1'><time class='dt-published' datetime='2018-05-04T10:00:00.000Z'>May 4</time></a>.</p>
        <p><a href='https://medium.com/@ada/ghent-1' class='p-canonical'>Canonical link</a></p></footer></article></body></html>";

    #[test]
    fn posts_come_and_drafts_are_named() {
        let files = ["posts/2018-05-04_ghent.html", "posts/draft_x.html", "posts/other.html"];
        let texts = [POST, POST, "<p>Hello"];
        let files = files.into_iter().map(str::to_owned).zip(texts.map(str::to_owned)).collect();
        let mut reading = Reading::default();
        read(&files, &mut reading);
        let [post] = reading.posts.as_slice() else { panic!("{reading:?}") };
        assert_eq!((post.title.as_str(), post.author.as_str()), ("A week in Ghent", "Ada Weaver"));
        assert_eq!(
            (post.text.as_str(), post.url.as_str()),
            ("It *rained*.", "https://medium.com/@ada/ghent-1")
        );
        assert_eq!(post.published.unwrap().to_string(), "2018-05-04");
        assert_eq!(reading.diagnostics[0].code, "draft");
    }
}
