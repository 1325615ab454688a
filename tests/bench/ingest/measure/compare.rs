//! Decides when a name, a title or an edition equals a labeled one.

use super::labels::{Edition, LabeledTalk};
use hallway::model::{Catalog, Conference, PersonId, Talk};

/// Words before or after a name that do not belong to it.
const HONORIFICS: &[&str] = &["dr", "dra", "prof", "ing", "mr", "mrs", "ms", "さん"];

/// Words in the name of a series that its label may lack, such as those of a longer name that is also in use.
const MOST_EXTRA_WORDS: usize = 2;

/// The separators between a title and its subtitle.
const BEFORE_SUBTITLES: &[&str] = &[": ", " : ", " - ", " – ", " — ", "? ", "! ", ", ", " ("];

/// The shortest title, in characters without spaces, that may stand for one with a subtitle.
const SHORTEST_MAIN_TITLE: usize = 6;

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// A text without case, punctuation and spaces.
pub(crate) fn fold(text: &str) -> String {
    words(text).collect()
}

/// The letters of a name, sorted, so that the order of its parts and the spaces between them do not matter.
pub(crate) fn fold_name(name: &str) -> String {
    let parts = words(name).filter(|word| !HONORIFICS.contains(&word.as_str()));
    let mut letters: Vec<char> = parts.flat_map(|word| word.chars().collect::<Vec<_>>()).collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// Whether a found title is the labeled one, or the labeled one without its subtitle.
pub(crate) fn is_title(found: &str, labeled: &str) -> bool {
    let found = fold(found);
    let is_main_title = |separator: &&str| {
        labeled
            .match_indices(separator)
            .any(|(at, _)| labeled.get(..at).is_some_and(|main| fold(main) == found))
    };
    found == fold(labeled)
        || found.chars().count() >= SHORTEST_MAIN_TITLE
            && BEFORE_SUBTITLES.iter().any(is_main_title)
}

/// Names of a person, folded.
pub(crate) fn names_of(catalog: &Catalog, id: &PersonId) -> Vec<String> {
    let person = catalog.people.iter().find(|person| person.id == *id);
    let names =
        person.into_iter().flat_map(|person| std::iter::once(&person.name).chain(&person.aliases));
    names.map(|name| fold_name(name)).collect()
}

/// Names of the speakers of a talk, folded; for each speaker all known names.
pub(crate) fn speakers_of(catalog: &Catalog, talk: &Talk) -> Vec<Vec<String>> {
    talk.speakers.iter().map(|speaker| names_of(catalog, &speaker.person)).collect()
}

/// Whether a talk is a labeled one: by title or, if the label has none, by a speaker.
pub(crate) fn is_talk(catalog: &Catalog, found: &Talk, labeled: &LabeledTalk) -> bool {
    if !labeled.title.is_empty() {
        return !found.is_described && is_title(&found.title, &labeled.title);
    }
    let speakers = speakers_of(catalog, found);
    labeled.speakers.iter().any(|name| {
        let is_described = found.is_described || fold(&found.title).contains(&fold(name));
        is_described && speakers.iter().any(|names| names.contains(&fold_name(name)))
    })
}

/// Cities as their people and as the English write them.
const CITIES: &[(&str, &str)] = &[
    ("Roma", "Rome"),
    ("Milano", "Milan"),
    ("Torino", "Turin"),
    ("Firenze", "Florence"),
    ("München", "Munich"),
    ("Köln", "Cologne"),
    ("Wien", "Vienna"),
    ("Zürich", "Zurich"),
    ("Genève", "Geneva"),
    ("Gent", "Ghent"),
    ("Bruxelles", "Brussels"),
    ("Praha", "Prague"),
    ("Lisboa", "Lisbon"),
    ("København", "Copenhagen"),
    ("Москва", "Moscow"),
    ("東京", "Tokyo"),
];

/// Whether the folded facts about a conference contain a place in either spelling.
fn is_place(all: &str, place: &str) -> bool {
    let english = CITIES.iter().find(|(own, _)| *own == place);
    all.contains(&fold(place)) || english.is_some_and(|(_, english)| all.contains(&fold(english)))
}

/// Whether a conference is the labeled edition.
pub(crate) fn is_edition(catalog: &Catalog, found: &Conference, labeled: &Edition) -> bool {
    let series = catalog.series.iter().find(|series| series.id == found.series);
    let series = series.map_or("", |series| series.name.as_str());
    let all = [&found.name, &found.short_name, series, &found.city, &found.country, &found.venue];
    let all = all.map(fold).concat();
    let names = || std::iter::once(&labeled.series).chain(&labeled.also);
    let known: String = names().chain([&labeled.place]).map(|name| fold(name)).collect();
    let n_extra = words(series).filter(|word| !known.contains(word.as_str())).count();
    let year = labeled.year.to_string();
    let is_year = found
        .start
        .map_or_else(|| found.name.contains(&year), |start| start.year() == labeled.year);
    is_year
        && names().any(|name| all.contains(&fold(name)))
        && is_place(&all, &labeled.place)
        && n_extra <= MOST_EXTRA_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_parts_of_a_name_does_not_count() {
        assert_eq!(fold_name("Prof. Dr. Ada von Loom"), fold_name("VON LOOM, Ada"));
        assert_eq!(fold_name("森下 健吾さん".trim_end_matches("さん")), fold_name("森下健吾"));
        assert_ne!(fold_name("Ada Loom"), fold_name("Ida Loom"));
    }

    #[test]
    fn a_city_may_have_its_english_name() {
        assert!(is_place("codemotionrome2013", "Roma") && is_place("pgdayroma", "Roma"));
        assert!(!is_place("codemotionmilan2013", "Roma"));
    }

    #[test]
    fn a_title_may_lack_its_subtitle_but_have_nothing_in_addition() {
        assert!(is_title("WARP and weft", "Warp and Weft: a story"));
        assert!(is_title("Warp, weft", "Warp – Weft"));
        assert!(!is_title("Warp and weft - Ada Loom", "Warp and Weft"));
        assert!(!is_title("Warp", "Warp: a story"));
        assert!(!is_title("", "Warp"));
    }
}
