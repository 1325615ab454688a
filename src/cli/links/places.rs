//! The addresses that readers can follow, and the lines where they appear.

use super::answer::Answer;
use crate::bundle::{Bundled, Folder};
use crate::ingest::{Diagnostic, Source};
use crate::model::{Block, Inline, RecapId};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, Range};

/// The longest address to look for.
const LONGEST: usize = 2_000;

/// The addresses that readers can follow, and the lines where they appear. Addresses have no anchor.
#[derive(Debug, Default)]
pub(super) struct LinkedAddresses {
    sources: BTreeMap<String, Source>,
    /// Files and positions in them, by address.
    at: BTreeMap<String, Vec<(String, Range<usize>)>>,
    /// The file of an address that appears nowhere literally, for example because the file writes it with entities.
    files: BTreeMap<String, String>,
}

impl LinkedAddresses {
    /// Finds the addresses that the pages of a folder link to.
    pub(super) fn of(folder: &Folder, bundled: &Bundled) -> Self {
        let mut published = Published::default();
        published.read(bundled);
        let recaps = published.files.values().filter_map(|file| folder.recaps.get_key_value(file));
        let files = recaps.chain(&folder.pages).chain(&folder.registries);
        let sources = files.filter_map(|(path, bytes)| Source::new(path, bytes).0);
        let mut all = Self {
            sources: sources.map(|source| (source.path.clone(), source)).collect(),
            ..Self::default()
        };
        for (path, source) in &all.sources {
            for range in addresses(&source.text, &published.addresses) {
                let address = source.text.get(range.clone()).unwrap_or_default();
                let places = all.at.entry(without_anchor(address).to_owned()).or_default();
                places.push((path.clone(), range));
            }
        }
        // An address that is in no file of the curator comes from a built-in list.
        all.files = published
            .addresses
            .into_iter()
            .filter_map(|(address, file)| Some((without_anchor(&address).to_owned(), file?)))
            .filter(|(address, _)| !all.at.contains_key(address))
            .collect();
        all
    }

    /// Each address, once.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.at.keys().chain(self.files.keys()).map(String::as_str)
    }

    /// What to report about an address: once for each line where it appears.
    pub(super) fn diagnostics(&self, address: &str, answer: &Answer) -> Vec<Diagnostic> {
        let Some((severity, code, message)) = answer.report(address) else { return Vec::new() };
        let help = answer.help();
        let places = self.at.get(address).into_iter().flatten();
        let found = places.filter_map(|(path, range)| {
            let source = self.sources.get(path)?;
            Some(source.diagnostic(severity, code, range.clone(), message.clone(), help))
        });
        let whole = self.files.get(address).into_iter();
        let whole =
            whole.map(|path| Diagnostic::of_file(severity, code, path, message.clone(), help));
        found.chain(whole).collect()
    }
}

/// The addresses of a site, each with the recap whose page has it.
#[derive(Debug, Default)]
struct Published {
    addresses: BTreeMap<String, Option<String>>,
    /// The first file of each recap.
    files: BTreeMap<RecapId, String>,
}

impl Published {
    fn read(&mut self, bundled: &Bundled) {
        let dataset = &bundled.dataset;
        let catalog = &*dataset.catalog;
        for recap in &catalog.recaps {
            for copy in &recap.copies {
                self.add(&copy.url, Some(&copy.file));
            }
            let file = recap.copies.first().map(|copy| copy.file.clone());
            self.files.extend(file.map(|file| (recap.id.clone(), file)));
        }
        for conference in &catalog.conferences {
            conference.links.iter().for_each(|link| self.add(&link.url, None));
            conference.attendance.iter().for_each(|it| self.add(&it.source, None));
        }
        for talk in &catalog.talks {
            talk.links.iter().for_each(|link| self.add(&link.url, None));
        }
        let recaps: BTreeMap<_, _> =
            catalog.notes.iter().map(|note| (&note.id, &note.recap)).collect();
        for chunk in &*dataset.chunks {
            for note in &chunk.notes {
                let file = recaps.get(&note.id).and_then(|recap| self.files.get(*recap)).cloned();
                self.blocks(&note.blocks, file.as_deref());
            }
            for copy in &chunk.copies {
                let blocks = copy.extras.iter().map(|extra| &extra.blocks);
                blocks.for_each(|blocks| self.blocks(blocks, Some(&copy.file)));
            }
        }
        dataset.pages.iter().for_each(|page| self.blocks(&page.blocks, None));
        self.blocks(&dataset.look.home, None);
        self.blocks(&dataset.look.footer, None);
        dataset.look.navigation.iter().for_each(|(_, url)| self.add(url, None));
        self.add(&dataset.site.source, None);
        self.add(&dataset.site.report, None);
    }

    fn add(&mut self, url: &str, file: Option<&str>) {
        if url.starts_with("https://") || url.starts_with("http://") {
            let known = self.addresses.entry(url.to_owned()).or_default();
            if known.is_none() {
                *known = file.map(str::to_owned);
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block], file: Option<&str>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) | Block::Heading { text, .. } => self.inlines(text, file),
                Block::List { items, .. } => {
                    for item in items {
                        self.blocks(item, file);
                    }
                }
                Block::Quote(blocks) => self.blocks(blocks, file),
                Block::Image { url, link, .. } => {
                    self.add(url, file);
                    self.add(link, file);
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().flatten();
                    cells.for_each(|cell| self.inlines(cell, file));
                }
                Block::Code { .. } | Block::Video(_) | Block::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline], file: Option<&str>) {
        for inline in inlines {
            match inline {
                Inline::Link { url, text } => {
                    self.add(url, file);
                    self.inlines(text, file);
                }
                Inline::Emphasis(text) | Inline::Strong(text) | Inline::Deleted(text) => {
                    self.inlines(text, file);
                }
                Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
            }
        }
    }
}

/// The positions of known addresses in a text, each at most once per line.
fn addresses(text: &str, known: &BTreeMap<String, Option<String>>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (start, _) in line.match_indices("http") {
            let rest = line.get(start..).unwrap_or_default();
            let rest = rest.get(..rest.floor_char_boundary(LONGEST)).unwrap_or_default();
            let address = begins_with(rest, known).filter(|address| told.insert(address));
            found.extend(address.map(|it| offset + start..offset + start + it.len()));
        }
        offset += line.len();
    }
    found
}

/// The longest known address that a text begins with.
fn begins_with<'a>(text: &str, known: &'a BTreeMap<String, Option<String>>) -> Option<&'a str> {
    let mut rest = text;
    loop {
        // The prefixes of `rest` sort before it, the longest last.
        let range = (Bound::Unbounded, Bound::Included(rest));
        let (last, _) = known.range::<str, _>(range).next_back()?;
        let n_alike = rest.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        let is_whole = n_alike == last.len()
            && !text.get(n_alike..)?.starts_with(|c: char| c.is_alphanumeric());
        if is_whole {
            return Some(last);
        }
        let shorter = if n_alike == last.len() { n_alike.checked_sub(1)? } else { n_alike };
        rest = rest.get(..rest.floor_char_boundary(shorter)).filter(|rest| !rest.is_empty())?;
    }
}

/// Anchors are for browsers; hosts never see them.
fn without_anchor(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(addresses: &[&str]) -> BTreeMap<String, Option<String>> {
        addresses.iter().map(|address| ((*address).to_owned(), None)).collect()
    }

    #[test]
    fn an_address_is_found_whatever_stands_behind_it() {
        let known = known(&["https://a.example/x", "https://a.example/x_(y)", "http://b.example"]);
        let found = |text: &str| -> Vec<String> {
            let ranges = addresses(text, &known);
            ranges.into_iter().map(|range| text[range].to_owned()).collect()
        };
        for (text, expected) in [
            ("See [x](https://a.example/x).", vec!["https://a.example/x"]),
            (
                "[x](https://a.example/x_(y))[b](http://b.example)",
                vec!["https://a.example/x_(y)", "http://b.example"],
            ),
            ("url: \"http://b.example\"\n", vec!["http://b.example"]),
            ("<https://a.example/x> and https://a.example/x", vec!["https://a.example/x"]),
            ("https://a.example/x\nhttps://a.example/x", vec!["https://a.example/x"; 2]),
            ("https://a.example/xy httpd", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_line_takes_no_time() {
        let text = "http://a".repeat(100_000);
        assert!(addresses(&text, &known(&["http://b", "http://", "https://c"])).is_empty());
    }
}
