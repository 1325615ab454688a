//! Reads lists of talks whose titles link to one page each: "[Looms that sing](https://loomconf.example/2019/looms)".

use super::title_lists::set_off;
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::talks::found::Found;
use crate::model::Block;

/// Adds the talks whose titles are links into one folder of one host, as the pages of a program are. The words above
/// must say that titles follow.
pub(in crate::ingest::talks) fn with_pages(
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    const FEWEST: usize = 3;
    let folders: Vec<Option<String>> = items.iter().map(|item| folder(item)).collect();
    let shares = |one: &String| folders.iter().flatten().filter(|other| *other == one).count();
    let Some(common) = folders.iter().flatten().max_by_key(|one| shares(one)) else { return found };
    let count = shares(common);
    if count < FEWEST || count * 4 < items.len() * 3 {
        return found;
    }
    let rows = items.iter().zip(found).zip(&folders);
    rows.map(|((item, found), own)| {
        let linked = set_off(item).filter(|_| own.as_ref() == Some(common));
        match (found, linked) {
            // "[Looms - how they sing](…)" is one title.
            (Some(found), Some(linked))
                if found.speakers.is_empty() && linked.title.contains(&found.title) =>
            {
                Some(linked)
            }
            (found, linked) => found.or(linked),
        }
    })
    .collect()
}

/// The address of the page that an item begins with, without the last part.
fn folder(item: &[Block]) -> Option<String> {
    let Block::Paragraph(text) = item.first()? else { return None };
    let line = Line::of(text);
    let span = line.spans.iter().find(|span| span.range.start == 0)?;
    let Mark::Link(url) = &span.mark else { return None };
    let (folder, page) = url.trim_end_matches('/').rsplit_once('/')?;
    let is_page = !page.is_empty() && folder.len() > "https://".len();
    is_page.then(|| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = format!("# LoomConf 2019\n\n{text}");
        let talks = ingest("a.md", text.as_bytes()).draft.unwrap().talks;
        let titles: Vec<&str> = talks.iter().map(|talk| talk.title.as_str()).collect();
        assert_eq!(titles, expected, "{text}");
    }

    const LIST: &str = "* [Dynamic weaving at ease - with warps, wefts](https://loom.example/2019/one.html):\n  Stefanie showed it.\n\n\
        * [Elm im täglichen Einsatz](https://loom.example/2019/two.html):\n  Gregor described how he uses it.\n\n\
        * [Warp - Reified threads](https://loom.example/2019/three.html):\n  Julian showed a system.\n\n\
        * [Singing looms, a secure application, safe from the ground up](https://loom.example/2019/four.html):\n  Hannes sang.\n";

    #[test]
    fn titles_that_link_to_the_program_are_talks() {
        let titles = [
            "Dynamic weaving at ease - with warps, wefts",
            "Elm im täglichen Einsatz",
            "Warp - Reified threads",
            "Singing looms, a secure application, safe from the ground up",
        ];
        check(&format!("There were many talks:\n\n{LIST}"), &titles);
    }

    #[test]
    fn other_links_are_none() {
        check(&format!("Further reading:\n\n{LIST}"), &[]);
    }

    #[test]
    fn titles_without_spaces_need_a_heading_as_well() {
        let list = "- [織機の配列の内部について学びたくなった。](https://loom.example/2023/a1)\n\
            - [糸を確実に染めるには](https://loom.example/2023/b2)\n\
            - [静かな織機の作り方](https://loom.example/2023/c3)\n";
        let titles = [
            "織機の配列の内部について学びたくなった。",
            "糸を確実に染めるには",
            "静かな織機の作り方",
        ];
        check(&format!("## 聞いた発表\n\n{list}"), &titles);
        check(&format!("## 買った本\n\n{list}"), &[]);
    }

    #[test]
    fn pages_of_a_program_and_files_of_recordings_tell_talks() {
        for (folder, end) in [
            ("https://loom.example/2023/proposal/a", ""),
            ("https://loom.example/programme/a", ".php"),
            ("https://video.example/loomconf/a", ".webm"),
        ] {
            let titles =
                ["Shrinking looms for fun", "How we lost the thread", "Wool at scale, twice"];
            let items = titles.map(|title| format!("- [{title}]({folder}{}{end})\n", title.len()));
            check(&format!("## Day 1\n\n{}", items.concat()), &titles);
            let other = items.concat().replace(folder, "https://loom.example/x/a").replace(end, "");
            check(&format!("## Day 1\n\n{other}"), &[]);
        }
    }
}
