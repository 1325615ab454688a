//! The editions of parts that name a separate event: table rows, and sections with a line "Conference: …".

use super::deriver::Deriver;
use super::folder_paths::folder_of;
use super::hints::Hint;
use super::part_edition::PartEdition;
use super::said::{Said, Spot, said};
use super::series_finder::SeriesFinder;
use super::years::written;
use crate::ingest::{Draft, EventSpan};
use crate::model::{PartialDate, Rule};
use crate::text::percent::decode_path;
use std::collections::BTreeMap;

/// Points for an edition that a table row in a read-me file names beside a link to a file.
const LINKED: u32 = 36;

/// The edition of each part of a draft. A column that may also contain rooms is ignored if most of its rows name no
/// event.
pub(super) fn part_editions(
    draft: &Draft,
    said: &[Said],
    deriver: &mut Deriver<'_>,
) -> Vec<PartEdition> {
    if draft.event_spans.is_empty() {
        return Vec::new();
    }
    let said = by_line(said);
    let mut parts: Vec<(&EventSpan, PartEdition)> = Vec::new();
    for span in &draft.event_spans {
        // The author cannot have attended an edition that began later.
        let published = written(draft).map(PartialDate::year);
        let edition = edition_of(span, &said, deriver, published);
        let (first, last, words) = (span.first, span.last, span.words.clone());
        parts.push((span, PartEdition { first, last, edition, words }));
    }
    let mut blocks: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (span, part) in &parts {
        let (n_found, n_all) = blocks.entry(span.block).or_default();
        *n_found += usize::from(part.edition.is_some());
        *n_all += 1;
    }
    let is_told = |span: &EventSpan| {
        let (n_found, n_all) = blocks.get(&span.block).copied().unwrap_or_default();
        span.is_sure || n_found * 2 >= n_all
    };
    parts.into_iter().filter(|(span, _)| is_told(span)).map(|(_, part)| part).collect()
}

/// The only edition that a part names with its year.
fn edition_of(
    span: &EventSpan,
    said: &BTreeMap<u32, Vec<Said>>,
    deriver: &mut Deriver<'_>,
    published: Option<u16>,
) -> Option<usize> {
    let mut found = None;
    for one in said.get(&span.first).into_iter().flatten() {
        let year = one.year.filter(|year| published.is_none_or(|published| *year <= published))?;
        let edition = deriver.edition(one, year)?;
        if found.is_some_and(|known| known != edition) {
            return None;
        }
        found = Some(edition);
    }
    found
}

/// The hints in tables of read-me files about the files and folders they link to, by path.
#[derive(Default)]
pub(super) struct LinkedFiles(BTreeMap<String, Vec<Hint>>);

impl LinkedFiles {
    pub(super) fn new(readmes: &[Draft], finder: &SeriesFinder, deriver: &mut Deriver<'_>) -> Self {
        let mut files = Self::default();
        for readme in readmes.iter().filter(|readme| !readme.event_spans.is_empty()) {
            let said = by_line(&said(readme, finder));
            for span in &readme.event_spans {
                let Some(edition) = edition_of(span, &said, deriver, None) else { continue };
                let reason = format!("{}: {}", readme.path, span.words);
                let (points, rule) = (LINKED, Rule::EditionInPath);
                let hint = Hint { edition, points, rule, line: 1, reason, spot: Spot::Folder };
                for link in &span.links {
                    let path = path_of(folder_of(&readme.path), link);
                    files.0.entry(path).or_default().push(hint.clone());
                }
            }
        }
        files
    }

    /// The hints for a file, for its path without the extension, or for its folders.
    pub(super) fn of(&self, file: &str) -> impl Iterator<Item = &Hint> {
        let stem = file.rsplit_once('.').map(|(stem, _)| stem).filter(|stem| !stem.ends_with('/'));
        let folders = std::iter::successors(Some(folder_of(file)), |it| Some(folder_of(it)));
        let folders = folders.take_while(|folder| !folder.is_empty());
        let paths = std::iter::once(file).chain(stem).chain(folders);
        paths.filter_map(move |path| self.0.get(path)).flatten()
    }
}

/// Mentions of parts by their first lines.
fn by_line(said: &[Said]) -> BTreeMap<u32, Vec<Said>> {
    let mut lines: BTreeMap<u32, Vec<Said>> = BTreeMap::new();
    for one in said.iter().filter(|one| one.spot == Spot::Part) {
        lines.entry(one.line).or_default().push(one.clone());
    }
    lines
}

/// The path that a link leads to from a folder.
fn path_of(folder: &str, link: &str) -> String {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let link = decode_path(link);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_a_read_me_lead_to_files_and_folders() {
        assert_eq!(path_of("talks", "./2018/a%20b.md#c"), "talks/2018/a b.md");
        assert_eq!(path_of("talks", "../b/"), "b");
    }

    #[test]
    fn a_link_may_lack_the_ending_or_lead_to_a_folder() {
        let hint = Hint {
            edition: 0,
            points: LINKED,
            rule: Rule::EditionInPath,
            line: 1,
            reason: String::new(),
            spot: Spot::Folder,
        };
        let found = |path: &str, file: &str| {
            let files = BTreeMap::from([(path.to_owned(), vec![hint.clone()])]);
            LinkedFiles(files).of(file).count()
        };
        assert_eq!(found("a/b.md", "a/b.md"), 1);
        assert_eq!(found("a/b", "a/b.md"), 1);
        assert_eq!(found("a", "a/c/b.md"), 1);
        assert_eq!(found("a", "ab/c.md"), 0);
        assert_eq!(found("", "c.md"), 0);
    }
}
