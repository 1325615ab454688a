//! Everything by name, for the palette and the reading list: a row each, as short as can be.

use crate::{
    model::{PartialDate, Recap, Talk},
    query::{About, Index, Outlined},
    ui::{FINDER_FOLDERS, Language, author},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The names of a collection as JSON: what the palette says, the folders and names of the kinds, and a
/// row for each thing: kind, id, name, and what tells it from others of that name. A talk has the
/// places of its recaps in the list as well, and a recap the address of its original. `entries` are the
/// places of what the explorer lists, by the numbers that it has for them: a talk, or the recap of a note.
/// `words` are those of the site.
///
/// # Errors
/// None that a collection can cause; writing JSON has one in its type.
pub(super) fn names(index: &Index, words: &Language) -> serde_json::Result<Vec<u8>> {
    let catalog = index.catalog();
    let mut rows: Vec<Value> = Vec::new();
    for it in &catalog.conferences {
        let days =
            it.start.map(|start| words.explorer.date_range(start, it.end)).unwrap_or_default();
        rows.push(json!([0, it.id, it.name, joined(", ", &[&days, &it.city])]));
    }
    rows.extend(catalog.themes.iter().map(|it| json!([2, it.id, it.name, it.aliases.join(", ")])));
    rows.extend(catalog.people.iter().map(|it| json!([3, it.id, it.name, it.aliases.join(", ")])));
    rows.extend(catalog.organizations.iter().map(|it| json!([4, it.id, it.name, ""])));
    let first_talk = rows.len();
    let first_recap = first_talk + catalog.talks.len();
    rows.extend(catalog.talks.iter().map(|talk| {
        let recaps = recaps_of(index, talk).into_iter().map(|place| first_recap + place);
        json!([1, talk.id, talk.title, detail(index, talk), recaps.collect::<Vec<_>>()])
    }));
    rows.extend(catalog.recaps.iter().map(|recap| {
        let published: String =
            recap.published.map(|it: PartialDate| words.explorer.date(it)).unwrap_or_default();
        // Each apart, or a name in Latin letters draws the day of an Arabic date to itself.
        let apart = |text: &str| match text {
            "" => String::new(),
            text => words.explorer.fill("{0}", &[text]),
        };
        let who = joined(", ", &[&apart(author(recap).unwrap_or_default()), &apart(&published)]);
        json!([5, recap.id, recap.title, who, original(recap)])
    }));
    let talks = catalog.talks.iter().map(|it| it.id.as_str()).zip(first_talk..).collect();
    let recaps = catalog.recaps.iter().map(|it| it.id.as_str()).zip(first_recap..).collect();
    serde_json::to_vec(&json!({
        "entries": entries(index, &talks, &recaps),
        "words": words.finder,
        "folders": FINDER_FOLDERS,
        "kinds": words.finder.kinds,
        "names": rows,
    }))
}

/// The places of what the explorer lists, in its order. `talks` and `recaps` are the places by id.
fn entries(
    index: &Index,
    talks: &BTreeMap<&str, usize>,
    recaps: &BTreeMap<&str, usize>,
) -> Vec<Option<usize>> {
    let place = |about: &About| match about {
        About::Talk(id) => talks.get(id.as_str()).copied(),
        About::Note(id) => recaps.get(index.note(id)?.recap.as_str()).copied(),
    };
    Outlined::new(index).abouts.iter().map(place).collect()
}

/// Who gave a talk, and where.
fn detail(index: &Index, talk: &Talk) -> String {
    let people = talk.speakers.iter().filter_map(|it| index.person(&it.person));
    let people: Vec<&str> = people.map(|it| it.name.as_str()).collect();
    let conference = talk.conference.as_ref().and_then(|id| index.conference(id));
    let conference = conference.map_or("", |it| it.short_name.as_str());
    joined(" · ", &[&people.join(", "), conference])
}

/// The places of the recaps with a note on a talk, each once.
fn recaps_of(index: &Index, talk: &Talk) -> Vec<usize> {
    let notes = index.notes_of_talk(&talk.id).into_iter();
    let mut places: Vec<usize> =
        notes.filter_map(|note| index.place_of_recap(&note.recap)).collect();
    places.dedup();
    places
}

fn original(recap: &Recap) -> &str {
    let mut urls = recap.copies.iter().map(|copy| copy.url.as_str());
    urls.find(|url| !url.is_empty()).unwrap_or_default()
}

fn joined(between: &str, parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty()).copied();
    parts.collect::<Vec<_>>().join(between)
}
