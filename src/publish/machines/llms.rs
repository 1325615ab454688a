//! `llms.txt`: what there is and where, for programs that read texts; llmstxt.org.

use super::{
    Machines,
    description::shortened,
    exports, feeds,
    markdown::{heading, link, paragraph, text},
};
use crate::ui::{Page, notes_path};

/// Things of a kind that are listed; all of them are in the dataset.
const MOST: usize = 300;

/// Longest line on what is behind a link, in characters.
const LONGEST: usize = 160;

/// The file.
pub(super) fn llms(machines: &Machines<'_>) -> String {
    let catalog = machines.index.catalog();
    let words = &machines.words.machines;
    let mut file = heading(1, &machines.site.title);
    if !machines.site.description.is_empty() {
        file += &paragraph(&["> ", &text(&shortened(&machines.site.description, 1000))].concat());
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
        let address = machines.absolute(path).unwrap_or_else(|| path.to_owned());
        let what = shortened(what, LONGEST);
        let what = if what.is_empty() { what } else { format!(": {}", text(&what)) };
        format!("- {}{what}\n", link(&text(name), &address))
    };
    let feed = machines.feeds.get(feeds::ALL).map(|feed| item(feeds::ALL, &feed.title, "Atom"));
    let data = [
        item("bundle/manifest.json", words.manifest, ""),
        item(exports::TALKS, words.talks_table, ""),
        item(exports::REFERENCES, words.bibliography, ""),
    ];
    section(words.data, data.into_iter().chain(feed).collect());
    // Of editions that nobody wrote about there is nothing to read.
    let told = catalog.conferences.iter();
    let told = told.filter(|it| !machines.index.recaps_of_conference(&it.id).is_empty());
    let conferences = told.take(MOST).map(|it| {
        let what = machines.of_conference(it);
        let what = what
            .strip_prefix(&it.name)
            .map_or(what.as_str(), |it| it.trim_matches([',', '،', '、', ' ']));
        item(&Page::Conference(it.id.clone()).path(), &it.name, what)
    });
    section(words.conferences, conferences.collect());
    let recaps = catalog.recaps.iter().take(MOST);
    let recaps = recaps.map(|it| item(&notes_path(&it.id), &it.title, &machines.of_recap(it)));
    section(words.recaps, recaps.collect());
    let themes = catalog.themes.iter().take(MOST);
    let themes =
        themes.map(|it| item(&Page::Theme(it.id.clone()).path(), &it.name, &it.description));
    section(words.themes, themes.collect());
    file.trim_end().to_owned() + "\n"
}
