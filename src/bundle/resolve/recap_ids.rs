//! Chooses the ids of recaps. They do not depend on the order of the files.

use crate::bundle::copies::CopySet;
use crate::bundle::editions::{Editions, RecapEditions};
use crate::bundle::report::{Finding, Reports};
use crate::bundle::taken::Taken;
use crate::ingest::Draft;
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// An id for each recap: the id that its header states, or otherwise its title. If several recaps have the same title,
/// or the title is the id of an edition, the author or publisher is added, then the date, then the path. `matches` are
/// the editions of the recaps, including derived ones.
pub(super) fn recap_ids(
    sets: &[CopySet],
    editions: &Editions,
    matches: &[RecapEditions],
) -> Vec<String> {
    let told = matches.iter().flat_map(RecapEditions::all);
    let told = told.filter_map(|index| editions.all.get(index));
    let listed = editions.listed().map(|(_, edition)| edition);
    let reserved: BTreeSet<&String> = listed.chain(told).map(|edition| &edition.id).collect();
    let wanted: Vec<Vec<String>> = sets.iter().map(candidates).collect();
    let mut chosen = vec![0; wanted.len()];
    let id = |recap: usize, choice: usize| wanted.get(recap).and_then(|ids| ids.get(choice));
    loop {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        for id in chosen.iter().enumerate().filter_map(|(recap, choice)| id(recap, *choice)) {
            *counts.entry(id).or_default() += 1;
        }
        // All recaps that share an id give it up, so that no recap keeps it only because it is first.
        let mut is_settled = true;
        for (recap, choice) in chosen.iter_mut().enumerate() {
            let is_taken = id(recap, *choice).is_some_and(|id| {
                reserved.contains(id) || counts.get(id).is_some_and(|count| *count > 1)
            });
            if is_taken && id(recap, *choice + 1).is_some() {
                *choice += 1;
                is_settled = false;
            }
        }
        if is_settled {
            break;
        }
    }
    let mut taken = Taken::default();
    let ids = chosen.iter().enumerate().map(|(recap, choice)| id(recap, *choice));
    ids.map(|id| taken.claim(id.map_or("", String::as_str))).collect()
}

/// Possible ids of a recap, shortest first. A stated id is the only one.
fn candidates(set: &CopySet) -> Vec<String> {
    let draft = &set.canonical;
    if !draft.slug.is_empty() {
        return vec![slug(&draft.slug)];
    }
    let title = slug(set.title());
    let stem = draft.path.rsplit_once('.').map_or(draft.path.as_str(), |(stem, _)| stem);
    let name = slug(stem.rsplit('/').next().unwrap_or_default());
    let is_named = title.is_empty() || is_foreign(set.title()) && has_word(&name);
    let mut id = if is_named { name } else { title };
    let first = |field: fn(&Draft) -> &String| {
        let text = set.drafts().map(field).find(|text| !text.is_empty());
        text.map(|text| slug(text.split(", ").next().unwrap_or_default()))
    };
    let who = first(|draft| &draft.author).or_else(|| first(|draft| &draft.publisher));
    let published = set.drafts().filter_map(|draft| draft.published).min();
    let when = published.map(|date| slug(&date.to_string()));
    let mut ids = vec![id.clone()];
    for part in [who, when, Some(slug(stem))].into_iter().flatten().filter(|part| !part.is_empty())
    {
        id = format!("{id}-{part}");
        ids.push(id.clone());
    }
    ids
}

/// Whether the title contains Chinese characters or kana. Japanese would be transliterated as Mandarin.
fn is_foreign(title: &str) -> bool {
    let is_sign = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    title.chars().filter(is_sign).count() > 1
}

/// Whether a slug contains a word, and is more than a number or a checksum.
fn has_word(slug: &str) -> bool {
    slug.split('-')
        .any(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Reports recaps whose headers state the same id. They would swap addresses whenever a file is added.
pub(super) fn check_slugs(drafts: &[Draft], reports: &mut Reports<'_>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| !draft.slug.is_empty()) {
        if let Some(other) = seen.insert(&draft.slug, &draft.path) {
            let message = format!(
                "the name \"{}\" is also that of {other}; this recap gets a number",
                draft.slug
            );
            let line = reports.line_of(&draft.path, &draft.slug);
            let help = "give one of the two another slug";
            let finding = Finding::warning("duplicate-id", message, help).at(line, &draft.slug);
            reports.add(&draft.path, &finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::copies::group_copies;
    use crate::bundle::editions::match_editions;
    use crate::bundle::registry::Conferences;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let registry = "[[conference]]\nid = \"loomconf-eu-2018\"\nname = \"LoomConf Europe 2018\"";
        let conferences: Conferences = toml::from_str(registry).unwrap();
        let draft = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft.unwrap();
        let ids = |files: Vec<&(&str, &str)>| {
            let mut editions = Editions::new(&conferences);
            let sets = group_copies(files.into_iter().map(draft).collect(), |_| None);
            let sources = BTreeMap::new();
            let matches = match_editions(&sets, &[], &mut editions, &mut Reports::new(&sources));
            recap_ids(&sets, &editions, &matches)
        };
        assert_eq!(ids(files.iter().collect()), expected);
        let mut reversed = ids(files.iter().rev().collect());
        reversed.reverse();
        assert_eq!(reversed, expected, "the order of files does not matter");
    }

    #[test]
    fn equal_titles_are_told_apart_by_author_date_or_path() {
        let ada = "---\ntitle: Notes\nauthor: [Ada Weaver, Bo Thread]\ndate: 2018-05-04\n---\nWarp and weft.";
        let cleo = "---\ntitle: Notes\npublisher: Treadle\n---\nA felt box.";
        let later = "---\ntitle: Notes\nauthor: Ada Weaver\ndate: 2018-05-05\n---\nKnots.";
        let nobody = "---\ntitle: Notes\n---\nSilence.";
        check(&[("a.md", ada)], &["notes"]);
        check(&[("a.md", ada), ("c.md", cleo)], &["notes-ada-weaver", "notes-treadle"]);
        check(
            &[("a.md", ada), ("b.md", later), ("x/d.md", nobody)],
            &["notes-ada-weaver-2018-05-04", "notes-ada-weaver-2018-05-05", "notes-x-d"],
        );
        let stated = "---\ntitle: Other\nslug: notes\n---\nLoud.";
        check(&[("a.md", ada), ("e.md", stated)], &["notes-ada-weaver", "notes"]);
    }

    #[test]
    fn a_title_in_another_script_gives_way_to_the_name_of_the_file() {
        let text = "---\ntitle: 織機の週 Loom\n---\nWarp.";
        check(&[("2018/loom-week.md", text)], &["loom-week"]);
        let id = slug("織機の週 Loom");
        check(&[("2018/000_9c48.md", text)], &[&id]);
        check(&[("loom-week.md", "---\ntitle: Zoës Æther 織\n---\nWarp.")], &["zoes-aether-zhi"]);
    }

    #[test]
    fn no_recap_has_the_id_of_an_edition() {
        let ada = "---\ntitle: LoomConf EU 2018\nauthor: Ada Weaver\n---\nWarp and weft.";
        check(&[("a.md", ada)], &["loomconf-eu-2018-ada-weaver"]);
        let unlisted = "---\ntitle: WeftFest 2019\nauthor: Ada Weaver\n---\nWarp and weft.";
        check(&[("a.md", unlisted)], &["weftfest-2019-ada-weaver"]);
        check(&[("a.md", "Rain, and a bit more rain.")], &["a"]);
    }
}
