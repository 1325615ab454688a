//! Finds files that are each about one talk, using the files beside them: many people keep one file per talk in a
//! folder for the conference, and name only the talk in it.

use super::editions::folder_year;
use super::references::FolderPaths;
use crate::ingest::{Draft, DraftTalk, letters, referenced, worded_links};
use crate::text::percent::decode_path;
use std::collections::BTreeMap;

/// Fewest files in an edition's folder that make it a folder of talks.
const FEWEST_FILES: usize = 2;

/// Gives each file of a talk folder the talk in its title.
pub(super) fn find_talk_files(drafts: &mut [Draft]) {
    let mut folders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        folders.entry(event_folder(&draft.path).to_owned()).or_default().push(at);
    }
    for files in folders.into_values() {
        let n_surely = files.iter().filter(|at| is(drafts, **at, Draft::is_on_one_talk)).count();
        let is_noted = |it: &Draft| is_noted(it) && it.possible_talk().is_some();
        let noted: Vec<usize> = files.into_iter().filter(|at| is(drafts, *at, is_noted)).collect();
        // If most files name a speaker, a file without one is unlikely to be about a talk.
        let are_talks = noted.len() + n_surely >= FEWEST_FILES && noted.len() >= n_surely;
        let chosen = if are_talks { noted } else { Vec::new() };
        for at in chosen {
            let Some(draft) = drafts.get_mut(at) else { continue };
            let Some(mut talk) = draft.possible_talk() else { continue };
            talk.is_uncertain = true;
            draft.take_talk(talk);
        }
    }
}

/// Gives a talk that a list names by its file, such as `[[Looms - Ada Weaver]]`, the title that the file gives it.
pub(super) fn name_linked_talks(drafts: &mut [Draft]) {
    follow_links(drafts);
    let mut titles: BTreeMap<String, Option<String>> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| draft.is_on_one_talk()) {
        let file = draft.path.rsplit('/').next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let title = draft.talks.first().map(|talk| talk.title.clone());
        // Two files with one name say nothing.
        titles.entry(letters(stem)).and_modify(|known| *known = None).or_insert(title);
    }
    for talk in drafts.iter_mut().flat_map(|draft| &mut draft.talks) {
        let names: Vec<&str> = talk.speakers.iter().map(|named| named.name.as_str()).collect();
        let names = names.join(" ");
        let keys = [format!("{} {names}", talk.title), format!("{names} {}", talk.title)];
        let title = keys.iter().find_map(|key| titles.get(&letters(key))).cloned().flatten();
        if let Some(title) = title.filter(|title| !names.is_empty() && !title.is_empty()) {
            talk.title = title;
        }
    }
}

/// Gives a talk whose title links to a file, such as `[Looms](looms.md)`, the title and the speakers that the file
/// gives: both are one talk.
fn follow_links(drafts: &mut [Draft]) {
    let files: BTreeMap<String, DraftTalk> = drafts
        .iter()
        .filter(|draft| draft.is_on_one_talk())
        .filter_map(|draft| Some((draft.path.clone(), draft.talks.first()?.clone())))
        .collect();
    if files.is_empty() {
        return;
    }
    let paths = FolderPaths::new(files.keys().map(String::as_str));
    for draft in drafts.iter_mut().filter(|draft| !files.contains_key(&draft.path)) {
        let blocks = draft.passages.iter().map(|passage| &passage.block);
        let links = blocks.flat_map(|block| worded_links(std::slice::from_ref(block)));
        let links = links.filter_map(|(url, words)| {
            let reference = decode_path(referenced(&url)?);
            let path = paths.find(&draft.path, &reference).ok()?;
            Some((letters(&words), path.to_owned()))
        });
        let targets: BTreeMap<String, String> = links.collect();
        for talk in &mut draft.talks {
            let target = targets.get(&letters(&talk.title)).and_then(|path| files.get(path));
            if let Some(known) = target {
                talk.title.clone_from(&known.title);
                if talk.speakers.is_empty() {
                    talk.speakers.clone_from(&known.speakers);
                }
            }
        }
    }
}

/// The event folder of a file, judging by the year in its name; otherwise the file's own folder.
fn event_folder(path: &str) -> &str {
    let own = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let ends = own.match_indices('/').map(|(at, _)| at);
    let mut folders = ends.filter_map(|at| own.get(..at));
    folders.find(|folder| folder_year(&[folder, "/"].concat()).is_some()).unwrap_or(own)
}

fn is(drafts: &[Draft], at: usize, test: impl Fn(&Draft) -> bool) -> bool {
    drafts.get(at).is_some_and(test)
}

/// Whether a file contains notes taken at an event and is not an article: its folder has a year, it consists of lists,
/// and it has no publication date.
fn is_noted(draft: &Draft) -> bool {
    folder_year(&draft.path).is_some() && draft.published.is_none() && draft.is_listed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let read = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft;
        let mut drafts: Vec<Draft> = files.iter().filter_map(read).collect();
        find_talk_files(&mut drafts);
        let talks = drafts.iter().flat_map(|draft| &draft.talks);
        let titles: Vec<&str> = talks.map(|talk| talk.title.as_str()).collect();
        assert_eq!(titles, expected);
        let notes = drafts.iter().filter(|it| !it.talks.is_empty()).flat_map(|it| &it.notes);
        assert!(notes.into_iter().all(|note| note.talk == Some(0)));
    }

    #[test]
    fn a_list_of_files_names_their_talks() {
        let files = [
            (
                "a.md",
                "# LoomConf 2019\n\n- [[Wool - Ada Weaver]]\n- [[Silk for all - Bo Thread]]\n",
            ),
            (
                "Wool - Ada Weaver.md",
                "---\nspeaker: Ada Weaver\n---\n# Raising the bar for wool\n\nGood.\n",
            ),
        ];
        let read = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft;
        let mut drafts: Vec<Draft> = files.iter().filter_map(read).collect();
        name_linked_talks(&mut drafts);
        let titles = drafts.iter().flat_map(|draft| &draft.talks).map(|talk| talk.title.as_str());
        assert_eq!(
            titles.collect::<Vec<_>>(),
            ["Raising the bar for wool", "Silk for all", "Raising the bar for wool"]
        );
    }

    #[test]
    fn a_list_of_links_names_the_talks_of_the_files() {
        let files = [
            (
                "loomconf/a.md",
                "# LoomConf 2019\n\n## Talks\n\n- [How to raise the bar for wool](wool.md)\n- [Silk for everybody who weaves](silk.md)\n",
            ),
            ("loomconf/wool.md", "# Ada Weaver: Raising the bar for wool\n\nGood.\n"),
        ];
        let read = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft;
        let mut drafts: Vec<Draft> = files.iter().filter_map(read).collect();
        name_linked_talks(&mut drafts);
        let talks = drafts.iter().flat_map(|draft| &draft.talks);
        let titles: Vec<&str> = talks.map(|talk| talk.title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "Raising the bar for wool",
                "Silk for everybody who weaves",
                "Raising the bar for wool"
            ]
        );
    }

    const WOOL: &str = "# Spinning wool without a wheel\n\n## Why\n\n- cheap\n- quiet\n";
    const SILK: &str = "What we should think about silk\n\n- worms\n- leaves\n";
    const POINTS: &str = "# Twelve tips for quiet looms\n\n## \"Oil the shuttle\"\n\n- daily\n\n## \"Listen to the weaver\"\n\n- weekly\n";
    const POST: &str = "---\ndate: 2019-05-14\n---\n\n# Spinning wool without a wheel\n\n- cheap\n";

    #[test]
    fn files_in_the_folder_of_an_event_are_each_about_a_talk() {
        let both = ["Spinning wool without a wheel", "What we should think about silk"];
        check(&[("loomconf-2019/wool.md", WOOL), ("loomconf-2019/silk.md", SILK)], &both);
        check(
            &[("loomconf-2019/wool.md", WOOL), ("loomconf-2019/tips.md", POINTS)],
            &["Spinning wool without a wheel", "Twelve tips for quiet looms"],
        );
        check(&[("2019/loomconf/1/wool.md", WOOL), ("2019/loomconf/2/silk.md", SILK)], &both);
    }

    #[test]
    fn other_files_are_not() {
        check(&[("loomconf-2019/wool.md", WOOL)], &[]);
        check(&[("notes/wool.md", WOOL), ("notes/silk.md", SILK)], &[]);
        check(&[("2019/wool.md", POST), ("2019/silk.md", POST)], &[]);
        let named = "# Looms that sing, by Ada Weaver\n\n- loud\n";
        let named = ["a", "b", "c"].map(|name| (format!("loomconf-2019/{name}.md"), named));
        let mut files: Vec<(&str, &str)> =
            named.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        files.push(("loomconf-2019/packing.md", WOOL));
        check(&files, &["Looms that sing"; 3]);
        let template = "# Title of the talk\n\n- points\n";
        check(&[("loomconf-2019/a.md", WOOL), ("loomconf-2019/_template.md", template)], &[]);
    }
}
