//! Ids of recaps, which do not depend on the order of the files.

use super::articles::Article;
use super::edition::Editions;
use super::slug::{Taken, slug};
use super::unlisted::event_in_title;
use crate::ingest::Draft;
use std::collections::{BTreeMap, BTreeSet};

/// An id for each article: the one it asks for, or its title; where titles are equal, or the title is
/// the id of an edition, with the author or publisher; then with the date; at last with the path.
pub(super) fn recap_ids(articles: &[Article], editions: &Editions) -> Vec<String> {
    let mut reserved: BTreeSet<String> =
        editions.all.iter().map(|edition| edition.id.clone()).collect();
    let drafts = articles.iter().flat_map(Article::drafts);
    let names = drafts.filter_map(|draft| match draft.conference.0.as_str() {
        "" => event_in_title(&draft.title.0),
        stated => Some(stated.to_owned()),
    });
    // Editions that no registry lists will be made from these names.
    let unlisted = names.filter(|name| editions.by_name(name).is_none());
    reserved.extend(unlisted.map(|name| slug(&name)).filter(|id| !id.is_empty()));
    let wanted: Vec<Vec<String>> = articles.iter().map(candidates).collect();
    let mut chosen = vec![0; wanted.len()];
    let id = |article: usize, choice: usize| wanted.get(article).and_then(|ids| ids.get(choice));
    loop {
        let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
        for id in chosen.iter().enumerate().filter_map(|(article, choice)| id(article, *choice)) {
            *counts.entry(id).or_default() += 1;
        }
        // Everybody who shares an id gives it up, so that none of them has it for being first.
        let mut is_settled = true;
        for (article, choice) in chosen.iter_mut().enumerate() {
            let is_taken = id(article, *choice).is_some_and(|id| {
                reserved.contains(id) || counts.get(id).is_some_and(|count| *count > 1)
            });
            if is_taken && id(article, *choice + 1).is_some() {
                *choice += 1;
                is_settled = false;
            }
        }
        if is_settled {
            break;
        }
    }
    let mut taken = Taken::default();
    let ids = chosen.iter().enumerate().map(|(article, choice)| id(article, *choice));
    ids.map(|id| taken.claim(id.map_or("", String::as_str))).collect()
}

/// Ids for an article, the shortest first. One that it states is the only one.
fn candidates(article: &Article) -> Vec<String> {
    let draft = &article.canonical;
    if !draft.slug.is_empty() {
        return vec![slug(&draft.slug)];
    }
    let title = slug(article.title());
    let stem = draft.path.rsplit_once('.').map_or(draft.path.as_str(), |(stem, _)| stem);
    let name = slug(stem.rsplit('/').next().unwrap_or_default());
    let is_named = title.is_empty() || is_foreign(article.title()) && has_word(&name);
    let mut id = if is_named { name } else { title };
    let first = |field: fn(&Draft) -> &String| {
        let text = article.drafts().map(field).find(|text| !text.is_empty());
        text.map(|text| slug(text.split(", ").next().unwrap_or_default()))
    };
    let who = first(|draft| &draft.author).or_else(|| first(|draft| &draft.publisher));
    let published = article.drafts().filter_map(|draft| draft.published).min();
    let when = published.map(|date| slug(&date.to_string()));
    let mut ids = vec![id.clone()];
    for part in [who, when, Some(slug(stem))].into_iter().flatten().filter(|part| !part.is_empty())
    {
        id = format!("{id}-{part}");
        ids.push(id.clone());
    }
    ids
}

/// Whether the title has words in a script whose signs say what is meant and not how it sounds:
/// Japanese would be read as Mandarin.
fn is_foreign(title: &str) -> bool {
    let is_sign = |c: &char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    title.chars().filter(is_sign).count() > 1
}

/// Whether a slug says something, and is not only a number or a checksum.
fn has_word(slug: &str) -> bool {
    slug.split('-')
        .any(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::articles::articles;
    use crate::bundle::registry_entries::Conferences;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let registry = "[[conference]]\nid = \"loomconf-eu-2018\"\nname = \"LoomConf Europe 2018\"";
        let conferences: Conferences = toml::from_str(registry).unwrap();
        let editions = Editions::new(&conferences);
        let draft = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft.unwrap();
        let ids = |files: Vec<&(&str, &str)>| {
            recap_ids(&articles(files.into_iter().map(draft).collect(), &editions), &editions)
        };
        assert_eq!(ids(files.iter().collect()), expected);
        let mut reversed = ids(files.iter().rev().collect());
        reversed.reverse();
        assert_eq!(reversed, expected, "the order of files does not matter");
    }

    #[test]
    fn a_title_that_several_have_is_told_apart_by_author_date_or_path() {
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
