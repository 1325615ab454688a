//! `llms.txt`: a table of contents for language models; see llmstxt.org.

use super::{
    collection,
    context::ExportContext,
    description::excerpt,
    feeds,
    markdown::{heading, link, paragraph, text},
};
use crate::pages::{Page, link::notes_path};

/// The most things of one kind to list; the dataset has all.
const MOST: usize = 300;

/// The longest description of a link, in characters.
const LONGEST: usize = 160;

/// The file. `feed_title` is the title of the feed of the whole collection, if there is one.
pub(super) fn llms(context: &ExportContext<'_>, feed_title: Option<&str>) -> String {
    let catalog = context.index.catalog();
    let words = &context.words.exports;
    let mut file = heading(1, &context.site.title);
    if !context.site.description.is_empty() {
        file += &paragraph(&["> ", &text(&excerpt(&context.site.description, 1000))].concat());
    }
    file += &paragraph(words.dataset_note);
    let mut section = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            file += &heading(2, title);
            file += &items.concat();
            file.push('\n');
        }
    };
    let item = |path: &str, name: &str, what: &str| {
        let address = context.absolute(path).unwrap_or_else(|| path.to_owned());
        let what = excerpt(what, LONGEST);
        let what = if what.is_empty() { what } else { format!(": {}", text(&what)) };
        format!("- {}{what}\n", link(&text(name), &address))
    };
    let feed = feed_title.map(|title| item(feeds::ALL, title, "Atom"));
    let data = [
        item("bundle/manifest.json", words.manifest, ""),
        item(collection::TALKS, words.talks_table, ""),
        item(collection::REFERENCES, words.bibliography, ""),
    ];
    section(words.data, data.into_iter().chain(feed).collect());
    // A conference without recaps has nothing to read.
    let told = catalog.conferences.iter();
    let told = told.filter(|it| !context.index.recaps_of_conference(&it.id).is_empty());
    let conferences = told.take(MOST).map(|it| {
        let what = context.of_conference(it);
        let what = what
            .strip_prefix(&it.name)
            .map_or(what.as_str(), |it| it.trim_matches([',', '،', '、', ' ']));
        item(&Page::Conference(it.id.clone()).path(), &it.name, what)
    });
    section(words.conferences, conferences.collect());
    let recaps = catalog.recaps.iter().take(MOST);
    let recaps = recaps.map(|it| {
        let page = Page::Recap(it.id.clone());
        let has_notes = context.extra_files.export(&page);
        let path = if has_notes { notes_path(&it.id) } else { page.path() };
        item(&path, &it.title, &context.of_recap(it))
    });
    section(words.recaps, recaps.collect());
    let themes = catalog.themes.iter().take(MOST);
    let themes =
        themes.map(|it| item(&Page::Theme(it.id.clone()).path(), &it.name, &it.description));
    section(words.themes, themes.collect());
    file.trim_end().to_owned() + "\n"
}
