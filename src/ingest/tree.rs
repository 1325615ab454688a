//! Builds the block tree from a stream of start, text and end events.

use crate::ingest::passage::{Passage, linkified, push_text};
use crate::ingest::reference::referenced;
use crate::ingest::source::without_hidden;
use crate::model::{Block, Inline, Table, inline_text};

/// A picture whose size is not known yet.
pub(super) fn picture(url: String, alt: String) -> Block {
    Block::Image { url, alt, size: None, link: String::new() }
}

/// Deepest nesting of blocks and inlines that is read.
pub(super) const MAX_DEPTH: usize = 64;

/// A block or inline that has started but not ended.
#[derive(Debug)]
pub(super) enum Open {
    /// The recap, or a quote: blocks.
    Blocks(Vec<Block>),
    /// A list: the number of its first item, and the items with their lines.
    List(Option<u32>, Vec<Vec<Block>>, Vec<(u32, u32)>),
    /// An item of a list, and its first line.
    Item(Vec<Block>, u32),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// An implicit paragraph: its text is directly in an item or a quote.
    Loose(Vec<Inline>),
    /// A heading and its level.
    Heading(u8, Vec<Inline>),
    /// Emphasized text.
    Emphasis(Vec<Inline>),
    /// Strongly emphasized text.
    Strong(Vec<Inline>),
    /// Deleted text.
    Deleted(Vec<Inline>),
    /// A link. Without an address, only its text is kept.
    Link(Option<String>, Vec<Inline>),
    /// A picture: its address or reference, and the alternative text.
    Image(String, Vec<Inline>),
    /// Code: language and text.
    Code(String, String),
    /// A table.
    Table(Table),
    /// A row of a table.
    Row(Vec<Vec<Inline>>),
    /// A cell of a table.
    Cell(Vec<Inline>),
}

/// A tree under construction.
#[derive(Debug)]
pub(super) struct Tree {
    stack: Vec<Open>,
    /// Pictures and videos found inside a paragraph; they follow it.
    floats: Vec<Block>,
    passages: Vec<Passage>,
    /// Lines of the open top-level block.
    lines: (u32, u32),
    items: Vec<(u32, u32)>,
}

impl Tree {
    /// An empty tree.
    pub(super) fn new() -> Self {
        Self {
            stack: Vec::new(),
            floats: Vec::new(),
            passages: Vec::new(),
            lines: (1, 1),
            items: Vec::new(),
        }
    }

    /// How deep the open blocks and inlines nest.
    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// Sets the lines of the events that follow.
    pub(super) fn at_lines(&mut self, first: u32, last: u32) {
        if self.stack.is_empty() {
            self.lines = (first, last);
        }
    }

    /// Whether text would be added to code unchanged.
    pub(super) fn is_in_code(&self) -> bool {
        matches!(self.stack.last(), Some(Open::Code(..)))
    }

    /// Whether the last opened list expects an item.
    pub(super) fn is_in_list(&self) -> bool {
        matches!(self.stack.last(), Some(Open::List(..)))
    }

    /// Whether text would become part of a link.
    pub(super) fn is_in_link(&self) -> bool {
        self.stack.iter().any(|open| matches!(open, Open::Link(..) | Open::Image(..)))
    }

    /// Starts a block or inline.
    pub(super) fn open(&mut self, open: Open) {
        let is_block = matches!(
            open,
            Open::Blocks(_) | Open::List(..) | Open::Code(..) | Open::Table(_) | Open::Heading(..)
        );
        if is_block {
            self.close_loose_paragraph();
        } else if matches!(
            open,
            Open::Emphasis(_)
                | Open::Strong(_)
                | Open::Deleted(_)
                | Open::Link(..)
                | Open::Image(..)
        ) {
            self.open_loose_paragraph();
        }
        self.stack.push(open);
    }

    /// Ends whatever was opened last.
    pub(super) fn close(&mut self, last_line: u32) {
        self.close_loose_paragraph();
        let Some(open) = self.stack.pop() else { return };
        match open {
            Open::Blocks(blocks) => self.push_block(Block::Quote(blocks)),
            Open::List(start, items, lines) => {
                if self.stack.is_empty() {
                    self.items = lines;
                }
                self.push_block(Block::List { start, items });
            }
            Open::Item(mut blocks, first) => {
                blocks.append(&mut self.floats);
                if let Some(Open::List(_, items, lines)) = self.stack.last_mut() {
                    items.push(blocks);
                    lines.push((first, last_line));
                }
            }
            Open::Paragraph(inlines) | Open::Loose(inlines) => {
                self.push_inlines(inlines, Block::Paragraph);
            }
            Open::Heading(level, inlines) => {
                self.push_inlines(inlines, |text| Block::Heading { level, text });
            }
            Open::Emphasis(inlines) => self.push_inline(Inline::Emphasis(inlines)),
            Open::Strong(inlines) => self.push_inline(Inline::Strong(inlines)),
            Open::Deleted(inlines) => self.push_inline(Inline::Deleted(inlines)),
            Open::Link(Some(url), mut text) => {
                // A linked picture becomes a link with the text of the picture.
                if inline_text(&text).trim().is_empty() {
                    if let Some(Block::Image { url: picture, link, .. }) = self.floats.last_mut()
                        && referenced(picture).is_some()
                    {
                        *link = url;
                        return;
                    }
                    let alt = match self.floats.last() {
                        Some(Block::Image { alt, .. }) if !alt.trim().is_empty() => alt,
                        _ => &url,
                    };
                    text = vec![Inline::Text(alt.clone())];
                    self.floats
                        .pop_if(|it| matches!(it, Block::Image { url, .. } if url.is_empty()));
                }
                self.push_inline(Inline::Link { url, text });
            }
            Open::Link(None, text) => text.into_iter().for_each(|inline| self.push_inline(inline)),
            Open::Image(url, alt) => self.float(picture(url, inline_text(&alt))),
            Open::Code(language, text) => self.push_block(Block::Code { language, text }),
            Open::Table(table) => self.push_block(Block::Table(table)),
            Open::Row(cells) => {
                if let Some(Open::Table(table)) = self.stack.last_mut() {
                    table.rows.push(cells);
                }
            }
            Open::Cell(inlines) => {
                if let Some(Open::Row(cells)) = self.stack.last_mut() {
                    cells.push(inlines);
                }
            }
        }
    }

    /// Ends whatever was opened last, if it is a link.
    pub(super) fn close_link(&mut self, last_line: u32) {
        if matches!(self.stack.last(), Some(Open::Link(..))) {
            self.close(last_line);
        }
    }

    /// Adds text; addresses in it become links.
    pub(super) fn text(&mut self, text: &str) {
        // An entity such as &#x202e; may stand for a character that the file itself must not contain.
        let text = &without_hidden(text);
        if let Some(Open::Code(_, code)) = self.stack.last_mut() {
            code.push_str(text);
            return;
        }
        if text.trim().is_empty() && self.takes_blocks() {
            return;
        }
        let inlines =
            if self.is_in_link() { vec![Inline::Text(text.to_owned())] } else { linkified(text) };
        for inline in inlines {
            self.push_inline(inline);
        }
    }

    /// Adds an inline. Directly in an item or quote, it starts a paragraph.
    pub(super) fn push_inline(&mut self, inline: Inline) {
        self.open_loose_paragraph();
        match self.stack.last_mut() {
            Some(
                Open::Paragraph(inlines)
                | Open::Loose(inlines)
                | Open::Heading(_, inlines)
                | Open::Emphasis(inlines)
                | Open::Strong(inlines)
                | Open::Deleted(inlines)
                | Open::Link(_, inlines)
                | Open::Image(_, inlines)
                | Open::Cell(inlines),
            ) => {
                if let Inline::Text(text) = inline {
                    push_text(inlines, &text);
                } else {
                    inlines.push(inline);
                }
            }
            Some(
                Open::Blocks(_)
                | Open::List(..)
                | Open::Item(..)
                | Open::Code(..)
                | Open::Table(_)
                | Open::Row(_),
            )
            | None => {}
        }
    }

    /// Adds a block that goes beside the text around it.
    pub(super) fn float(&mut self, block: Block) {
        if self.takes_blocks() {
            self.push_block(block);
        } else {
            self.floats.push(block);
        }
    }

    /// Adds a block.
    pub(super) fn push_block(&mut self, block: Block) {
        self.close_loose_paragraph();
        self.add(block);
        for float in std::mem::take(&mut self.floats) {
            self.add(float);
        }
    }

    /// The finished passages.
    pub(super) fn finish(mut self, last_line: u32) -> Vec<Passage> {
        while !self.stack.is_empty() {
            self.close(last_line);
        }
        for float in std::mem::take(&mut self.floats) {
            self.add(float);
        }
        self.passages
    }

    fn push_inlines(&mut self, inlines: Vec<Inline>, block: impl Fn(Vec<Inline>) -> Block) {
        let is_blank = inline_text(&inlines).trim().is_empty();
        if is_blank {
            for float in std::mem::take(&mut self.floats) {
                self.add(float);
            }
        } else {
            self.push_block(block(inlines));
        }
    }

    fn add(&mut self, block: Block) {
        match self.stack.last_mut() {
            Some(Open::Blocks(blocks) | Open::Item(blocks, _)) => blocks.push(block),
            Some(_) => self.floats.push(block),
            None => {
                let (first, last) = self.lines;
                let items = std::mem::take(&mut self.items);
                self.passages.push(Passage { items, ..Passage::new(block, first, last) });
            }
        }
    }

    fn takes_blocks(&self) -> bool {
        matches!(self.stack.last(), None | Some(Open::Blocks(_) | Open::Item(..)))
    }

    /// Starts an implicit paragraph for text that is directly in an item, a quote or the recap.
    fn open_loose_paragraph(&mut self) {
        if self.takes_blocks() {
            self.stack.push(Open::Loose(Vec::new()));
        }
    }

    /// Ends an implicit paragraph.
    pub(super) fn close_loose_paragraph(&mut self) {
        if let Some(Open::Loose(_)) = self.stack.last()
            && let Some(Open::Loose(inlines)) = self.stack.pop()
        {
            self.push_inlines(inlines, Block::Paragraph);
        }
    }
}
