//! The names of everything, for the palette and the reading list: one row each, as short as possible.

use crate::{
    i18n::site::Language,
    model::{PartialDate, Recap, Talk},
    pages::{Authors, link::FINDER_FOLDERS, other_names},
    query::{About, EntityIndex, IndexedCatalog},
    ui::display_names::author,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The names of a collection as JSON: the words of the palette, the folders and names of the kinds, and a row for each
/// thing. A row has a kind, an id, a name, and what distinguishes it from others of that name. The row of a talk also
/// has the numbers of the rows of its recaps. The row of a recap also has the address of the original. `entries` has
/// the number of a row for each entry of the explorer, in its order: a talk, or the recap of a note. `words` are those
/// of the site. `first` has the numbers of the rows that the palette begins with.
///
/// # Errors
/// No collection causes one; writing JSON returns a result.
pub(in crate::publish) fn names(
    index: &EntityIndex,
    authors: &Authors,
    words: &Language,
) -> serde_json::Result<Vec<u8>> {
    let catalog = index.catalog();
    let mut rows: Vec<Value> = Vec::new();
    for it in &catalog.conferences {
        let days =
            it.start.map(|start| words.explorer.date_range(start, it.end)).unwrap_or_default();
        rows.push(json!([0, it.id, it.name, joined(", ", &[&days, &it.city])]));
    }
    let others = |name: &str, aliases: &[String]| other_names(name, aliases).join(", ");
    let themes = catalog.themes.iter();
    rows.extend(themes.map(|it| json!([2, it.id, it.name, others(&it.name, &it.aliases)])));
    let people = catalog.people.iter();
    rows.extend(people.map(|it| json!([3, it.id, it.name, others(&it.name, &it.aliases)])));
    rows.extend(catalog.organizations.iter().map(|it| json!([4, it.id, it.name, ""])));
    let first_talk = rows.len();
    let first_recap = first_talk + catalog.talks.len();
    rows.extend(catalog.talks.iter().map(|talk| {
        let recaps = recaps_of(index, talk).into_iter().map(|number| first_recap + number);
        json!([1, talk.id, talk.title, detail(index, talk), recaps.collect::<Vec<_>>()])
    }));
    rows.extend(catalog.recaps.iter().map(|recap| {
        let published: String =
            recap.published.map(|it: PartialDate| words.explorer.date(it)).unwrap_or_default();
        // Each part is isolated. Otherwise a name in Latin letters changes the direction of an Arabic date beside it.
        let isolated = |text: &str| match text {
            "" => String::new(),
            text => words.explorer.fill("{0}", &[text]),
        };
        let who =
            joined(", ", &[&isolated(author(recap).unwrap_or_default()), &isolated(&published)]);
        json!([5, recap.id, recap.title, who, original(recap)])
    }));
    rows.extend(authors.with_own_page().map(|it| json!([6, it.id(), it.name, ""])));
    let talks = catalog.talks.iter().map(|it| it.id.as_str()).zip(first_talk..).collect();
    let recaps = catalog.recaps.iter().map(|it| it.id.as_str()).zip(first_recap..).collect();
    serde_json::to_vec(&json!({
        "first": first(index),
        "entries": entries(index, &talks, &recaps),
        "words": words.finder,
        "folders": FINDER_FOLDERS,
        "kinds": words.finder.kinds,
        "names": rows,
    }))
}

/// The rows that readers probably want most: the newest conferences with recaps, and the themes, people and talks with
/// the most notes.
fn first(index: &EntityIndex) -> Vec<usize> {
    /// As many as are visible at once.
    const N: [usize; 4] = [3, 6, 4, 3];
    let catalog = index.catalog();
    let [n_conferences, n_themes, n_people, n_talks] = N;
    let recaps = catalog.conferences.iter().map(|it| index.recaps_of_conference(&it.id).len());
    let told = recaps.enumerate().filter(|(_, n_recaps)| *n_recaps > 0).map(|(place, _)| place);
    let themes = catalog.themes.iter().map(|it| index.notes_of_theme(&it.id).len());
    let people = catalog
        .people
        .iter()
        .map(|it| index.notes_of_person(&it.id).len() + index.talks_of_person(&it.id).len());
    let talks = catalog.talks.iter().map(|it| it.notes.len());
    let first_theme = catalog.conferences.len();
    let first_person = first_theme + catalog.themes.len();
    let first_talk = first_person + catalog.people.len() + catalog.organizations.len();
    told.take(n_conferences)
        .chain(most(themes, n_themes).map(|place| first_theme + place))
        .chain(most(people, n_people).map(|place| first_person + place))
        .chain(most(talks, n_talks).map(|place| first_talk + place))
        .collect()
}

/// The positions of the `n` largest of `counts` that are above 0; equal ones in their order.
fn most(counts: impl Iterator<Item = usize>, n: usize) -> impl Iterator<Item = usize> {
    let mut counted: Vec<(usize, usize)> = counts.enumerate().filter(|(_, it)| *it > 0).collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().take(n).map(|(place, _)| place)
}

/// The rows of the explorer's entries, in its order. `talks` and `recaps` are the rows by id.
fn entries(
    index: &EntityIndex,
    talks: &BTreeMap<&str, usize>,
    recaps: &BTreeMap<&str, usize>,
) -> Vec<Option<usize>> {
    let row = |about: &About| match about {
        About::Talk(id) => talks.get(id.as_str()).copied(),
        About::Note(id) => recaps.get(index.note(id)?.recap.as_str()).copied(),
    };
    IndexedCatalog::new(index).abouts.iter().map(row).collect()
}

/// Who gave a talk, and where.
fn detail(index: &EntityIndex, talk: &Talk) -> String {
    let people = talk.speakers.iter().filter_map(|it| index.person(&it.person));
    let people: Vec<&str> = people.map(|it| it.name.as_str()).collect();
    let conference = talk.conference.as_ref().and_then(|id| index.conference(id));
    let conference = conference.map_or("", |it| it.short_name.as_str());
    joined(" · ", &[&people.join(", "), conference])
}

/// The numbers of the recaps with a note on a talk, each once.
fn recaps_of(index: &EntityIndex, talk: &Talk) -> Vec<usize> {
    let notes = index.notes_of_talk(&talk.id).into_iter();
    let mut numbers: Vec<usize> =
        notes.filter_map(|note| index.position_of_recap(&note.recap)).collect();
    numbers.dedup();
    numbers
}

fn original(recap: &Recap) -> &str {
    let mut urls = recap.copies.iter().map(|copy| copy.url.as_str());
    urls.find(|url| !url.is_empty()).unwrap_or_default()
}

fn joined(between: &str, parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty()).copied();
    parts.collect::<Vec<_>>().join(between)
}
