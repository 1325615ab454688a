//! Resolves the references of recaps: pictures become site files, links become pages of recaps and talks.
//!
//! This is the last step of a bundle, because it needs the page of each file. If a target is hidden from readers, such
//! as a draft, only the author's words stay.

mod folder_paths;
mod pages;

use super::pictures::{Gallery, Picture};
use super::report::{Finding, Reports};
use crate::ingest::{is_picture, name_key, referenced};
use crate::model::{Block, Chunk, Inline, Lines, Table};
use crate::text::percent::decode_path;
pub(in crate::bundle) use folder_paths::FolderPaths;
use folder_paths::Miss;
use std::collections::{BTreeMap, BTreeSet};

pub(super) use pages::{PageAddress, named_pages, pages};

/// Most pictures per file whose lines are searched for when they cannot be shown.
const MOST_SOUGHT: usize = 50;

/// The outcome for the files of a folder.
#[derive(Debug)]
pub(super) struct References<'a> {
    /// Pages by path of the file. Files hidden from readers have none.
    pages: BTreeMap<&'a str, PageAddress>,
    /// Pages of people, talks and conferences by the letters of their names. `None` when several have one.
    named: BTreeMap<String, Option<String>>,
    /// The files that have a page, and pictures.
    shown: FolderPaths<'a>,
    /// The files that were left out.
    hidden: FolderPaths<'a>,
    gallery: Gallery<'a>,
    /// Broken links by file: the first one, its line, and how many there are.
    broken: BTreeMap<String, (String, u32, usize)>,
    /// References to pictures that were reported, by file.
    reported: BTreeMap<String, BTreeSet<String>>,
}

/// Where a reference leads.
enum ReferenceTarget<'a> {
    /// To a picture.
    Picture(&'a str),
    /// To a page: its address.
    Page(String),
    /// To an unpublished file.
    Hidden,
    /// Nowhere, or to a file of a kind that has no page.
    Nowhere(Miss),
}

impl<'a> References<'a> {
    /// `pages` has the pages of files, `named` those of people, talks and conferences by name, `pictures` the paths of pictures, and `hidden` those of files that are left out.
    pub(super) fn new(
        pages: BTreeMap<&'a str, PageAddress>,
        named: BTreeMap<String, Option<String>>,
        pictures: &'a BTreeSet<String>,
        hidden: impl Iterator<Item = &'a str>,
        gallery: Gallery<'a>,
    ) -> Self {
        let pictures = pictures.iter().map(String::as_str);
        let shown = FolderPaths::new(pages.keys().copied().chain(pictures));
        let hidden = FolderPaths::new(hidden.filter(|path| !pages.contains_key(path)));
        let (broken, reported) = (BTreeMap::new(), BTreeMap::new());
        Self { pages, named, shown, hidden, gallery, broken, reported }
    }

    /// Resolves every reference in the notes.
    pub(super) fn lead_notes(&mut self, chunks: &mut [Chunk], reports: &mut Reports<'_>) {
        for chunk in chunks {
            let notes = chunk.notes.iter_mut().map(|note| (&mut note.blocks, &note.lines));
            let extras = chunk.copies.iter_mut().flat_map(|copy| &mut copy.extras);
            let extras = extras.map(|extra| (&mut extra.blocks, &extra.lines));
            for (blocks, lines) in notes.chain(extras) {
                *blocks = PassageReferences { references: self, reports, lines }
                    .blocks(std::mem::take(blocks));
            }
        }
    }

    /// Resolves every reference in a text by the curator, which is in `file`.
    pub(super) fn lead_text(
        &mut self,
        file: &str,
        text: &mut Vec<Block>,
        reports: &mut Reports<'_>,
    ) {
        let lines = Lines { file: file.to_owned(), first: 1, last: reports.last_line(file) };
        let blocks = std::mem::take(text);
        *text = PassageReferences { references: self, reports, lines: &lines }.blocks(blocks);
    }

    /// Reports the broken links, and returns the pictures that are shown.
    pub(super) fn finish(self, reports: &mut Reports<'_>) -> Vec<Picture> {
        for (file, (first, line, count)) in &self.broken {
            let others = match count {
                1 => String::new(),
                2 => ", and neither does another one in this file".to_owned(),
                count => format!(", and neither do {} others in this file", count - 1),
            };
            let message = format!("the link to \"{first}\" leads to no page of the site{others}");
            let help =
                "its words stay without a link; name a recap of the folder, or a whole address";
            reports.add(file, &Finding::warning("broken-link", message, help).at(*line, first));
        }
        self.gallery.into_pictures()
    }

    /// The page of the only person, talk or conference that a reference names. A picture is never one.
    fn named(&self, reference: &str) -> Option<String> {
        let path = reference.split('#').next()?;
        let name = path.rsplit('/').next()?;
        let name = name.strip_suffix(".md").unwrap_or(name);
        self.named.get(&name_key(name)).filter(|_| !is_picture(name))?.clone()
    }

    /// Where a reference in a file leads.
    fn find(&self, file: &str, reference: &str) -> ReferenceTarget<'a> {
        let plain = decode_path(reference);
        // Markdown escapes special characters in paths; links by name do not.
        let find = |paths: &FolderPaths<'a>| {
            paths.find(file, reference).or_else(|miss| paths.find(file, &plain).or(Err(miss)))
        };
        let part = reference.split_once('#').map_or("", |(_, part)| part);
        match find(&self.shown) {
            Ok(path) => match self.pages.get(path) {
                Some(page) => ReferenceTarget::Page(page.at(&decode_path(part))),
                None => ReferenceTarget::Picture(path),
            },
            Err(Miss::Missing) if find(&self.hidden) != Err(Miss::Missing) => {
                ReferenceTarget::Hidden
            }
            Err(Miss::OutOfFolder) => ReferenceTarget::Nowhere(Miss::OutOfFolder),
            Err(miss) => {
                self.named(&plain).map_or(ReferenceTarget::Nowhere(miss), ReferenceTarget::Page)
            }
        }
    }
}

/// Lines of a file whose references are being resolved.
struct PassageReferences<'r, 'a, 's> {
    references: &'r mut References<'a>,
    reports: &'r mut Reports<'s>,
    lines: &'r Lines,
}

impl PassageReferences<'_, '_, '_> {
    fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: Block) -> Block {
        match block {
            Block::Paragraph(text) => Block::Paragraph(self.inlines(text)),
            Block::Heading { level, text } => Block::Heading { level, text: self.inlines(text) },
            Block::List { start, items } => {
                let items = items.into_iter().map(|item| self.blocks(item)).collect();
                Block::List { start, items }
            }
            Block::Quote(blocks) => Block::Quote(self.blocks(blocks)),
            Block::Table(Table { rows, columns }) => {
                let row = |row: Vec<Vec<Inline>>| {
                    row.into_iter().map(|cell| self.inlines(cell)).collect()
                };
                Block::Table(Table { rows: rows.into_iter().map(row).collect(), columns })
            }
            Block::Image { url, alt, link, .. } => self.image(url, alt, link),
            other @ (Block::Code { .. } | Block::Video(_) | Block::Rule) => other,
        }
    }

    fn inlines(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        let mut led = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Link { url, text } => {
                    let text = self.inlines(text);
                    match self.address(url) {
                        Some(url) => led.push(Inline::Link { url, text }),
                        None => text.into_iter().for_each(|inline| push(&mut led, inline)),
                    }
                }
                Inline::Emphasis(inner) => led.push(Inline::Emphasis(self.inlines(inner))),
                Inline::Strong(inner) => led.push(Inline::Strong(self.inlines(inner))),
                Inline::Deleted(inner) => led.push(Inline::Deleted(self.inlines(inner))),
                other @ (Inline::Text(_) | Inline::Code(_) | Inline::Break) => {
                    push(&mut led, other);
                }
            }
        }
        led
    }

    /// The address that a reader follows. `None` when only the words are kept.
    fn address(&mut self, url: String) -> Option<String> {
        let Some(reference) = referenced(&url) else { return Some(url) };
        match self.references.find(&self.lines.file, reference) {
            ReferenceTarget::Page(address) => Some(address),
            ReferenceTarget::Picture(file) => {
                let picture = self.references.gallery.picture(file);
                let path = picture.ok().map(|picture| picture.path.clone());
                if path.is_none() {
                    self.report_picture(reference, Some(file));
                }
                path
            }
            ReferenceTarget::Hidden => None,
            ReferenceTarget::Nowhere(_) => {
                let broken = &mut self.references.broken;
                let file = &self.lines.file;
                let Some((_, _, count)) = broken.get_mut(file) else {
                    let lines = (self.lines.first, self.lines.last);
                    let line = self.reports.line_within(file, lines, reference);
                    broken.insert(file.clone(), (reference.to_owned(), line, 1));
                    return None;
                };
                *count += 1;
                None
            }
        }
    }

    fn image(&mut self, url: String, alt: String, link: String) -> Block {
        let link = if link.is_empty() { None } else { self.address(link) };
        let link = link.unwrap_or_default();
        let Some(reference) = referenced(&url) else {
            return Block::Image { url, alt, size: None, link };
        };
        let name = reference.rsplit('/').next().unwrap_or(reference);
        let found = self.references.find(&self.lines.file, reference);
        let file = if let ReferenceTarget::Picture(file) = found { Some(file) } else { None };
        let picture = file.and_then(|file| self.references.gallery.picture(file).ok());
        if let Some(picture) = picture {
            // A file name is no help to people who do not see the picture.
            let alt = if alt == name || alt == reference { String::new() } else { alt };
            let (url, size) = (picture.path.clone(), Some(picture.size));
            return Block::Image { url, alt, size, link };
        }
        let alt = if let ReferenceTarget::Hidden = found {
            if alt == name || alt == reference { String::new() } else { alt }
        } else {
            self.report_picture(reference, file);
            if alt.is_empty() { name.to_owned() } else { alt }
        };
        if link.is_empty() {
            return Block::Image { url: String::new(), alt, size: None, link };
        }
        // The link is still useful.
        let text = if alt.is_empty() { link.clone() } else { alt };
        Block::Paragraph(vec![Inline::Link { url: link, text: vec![Inline::Text(text)] }])
    }

    /// Reports why a picture is not shown, once for each file that refers to it.
    fn report_picture(&mut self, reference: &str, picture: Option<&str>) {
        let file = &self.lines.file;
        let references = &mut *self.references;
        let reported = references.reported.entry(file.clone()).or_default();
        if !reported.insert(reference.to_owned()) {
            return;
        }
        // A report shows far fewer, and finding the line of each takes time.
        let is_sought = reported.len() <= MOST_SOUGHT;
        let (why, help) = match picture.map(|picture| references.gallery.picture(picture)) {
            Some(Err(why)) => (why.to_string(), why.help()),
            _ => match references.find(file, reference) {
                ReferenceTarget::Nowhere(Miss::OutOfFolder) => (
                    "it lies outside of the data folder".to_owned(),
                    "copy it into the data folder; nothing else is published",
                ),
                ReferenceTarget::Nowhere(Miss::Ambiguous(count)) => (
                    format!("{count} files of the folder have this name"),
                    "write the path of the one that you mean",
                ),
                ReferenceTarget::Picture(_)
                | ReferenceTarget::Page(_)
                | ReferenceTarget::Hidden
                | ReferenceTarget::Nowhere(Miss::Missing) => (
                    "there is no such file in the folder".to_owned(),
                    "copy the picture into the folder, or correct its path",
                ),
            },
        };
        let lines = (self.lines.first, self.lines.last);
        let line =
            if is_sought { self.reports.line_within(file, lines, reference) } else { lines.0 };
        let message = format!("the picture \"{reference}\" is not shown: {why}");
        let found = Finding::warning("picture", message, help).at(line, reference);
        self.reports.add(file, &found);
    }
}

/// Adds an inline; text is joined to text before it.
fn push(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
        (_, inline) => inlines.push(inline),
    }
}
