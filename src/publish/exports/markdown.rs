//! The only writer of Markdown: `CommonMark` with tables and strikethrough, as Hallway reads it.

use crate::text::percent::encode_char;
use crate::{
    i18n::site::ExportStrings,
    model::{Alignment, Block, FootnoteLink, Inline, Table, is_site_path},
    pages::video_page,
};

/// Blocks below a heading of level `level`, each followed by an empty line.
pub(super) fn blocks(list: &[Block], level: u8, words: &ExportStrings) -> String {
    list.iter().map(|it| block(it, level, words)).filter(|text| !text.is_empty()).collect()
}

/// A heading.
pub(super) fn heading(level: u8, title: &str) -> String {
    let marks = "#".repeat(usize::from(level.clamp(1, 6)));
    paragraph(&format!("{marks} {}", text(title)))
}

/// A paragraph of Markdown; nothing if it is empty.
pub(super) fn paragraph(markdown: &str) -> String {
    if markdown.trim().is_empty() { String::new() } else { markdown.trim().to_owned() + "\n\n" }
}

/// A link. Without a text it shows the address.
pub(super) fn link(label: &str, url: &str) -> String {
    let label = if label.trim().is_empty() { text(url) } else { label.trim().to_owned() };
    format!("[{label}]({})", address(url))
}

fn block(block: &Block, level: u8, words: &ExportStrings) -> String {
    match block {
        Block::Paragraph(list) => paragraph(&lines(&inlines(list))),
        Block::Heading { level: _, text } => {
            let level = level.saturating_add(1).min(6);
            let title = inlines(text).replace("\\\n", " ");
            paragraph(&format!("{} {}", "#".repeat(usize::from(level)), title.trim()))
        }
        Block::List { start, items } => {
            let items: String = items
                .iter()
                .zip(0u32..)
                .map(|(item, place)| {
                    let mark = start.map_or_else(
                        || "- ".to_owned(),
                        |start| format!("{}. ", start.saturating_add(place)),
                    );
                    let body = blocks(item, level, words);
                    prefixed(&body, &mark, &" ".repeat(mark.len())) + "\n"
                })
                .collect();
            items + "\n"
        }
        Block::Quote(list) => prefixed(&blocks(list, level, words), "> ", "> ") + "\n\n",
        Block::Code { language, text } => {
            let fence = fence(text, 3);
            let language: String = language
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || "+#._-".contains(*c))
                .collect();
            format!("{fence}{language}\n{}\n{fence}\n\n", text.trim_end_matches('\n'))
        }
        Block::Image { url, alt, size, link: to } => {
            let picture = match size {
                Some(_) => format!("![{}]({})", text(alt), address(&here(url))),
                None => text(&(words.picture)(alt)),
            };
            // Linked, not loaded, as on the pages.
            let to = if to.is_empty() && size.is_none() { url } else { to };
            let is_linked = !to.is_empty();
            let link = || format!("[{picture}]({})", address(&here(to)));
            paragraph(&if is_linked { link() } else { picture.clone() })
        }
        Block::Video(video) => paragraph(&link(words.video, &video_page(video))),
        Block::Table(rows) => table(rows),
        Block::Rule => "---\n\n".to_owned(),
    }
}

/// An address as a file in a folder of the site names it.
fn here(url: &str) -> String {
    if is_site_path(url) { ["../", url].concat() } else { url.to_owned() }
}

fn table(table: &Table) -> String {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    if width == 0 {
        return String::new();
    }
    let row = |row: &Vec<Vec<Inline>>| {
        // A vertical bar ends a cell even in code.
        let cell = |cell: &Vec<Inline>| inlines(cell).replace("\\\n", " ").replace('|', "\\|");
        let cells = row.iter().map(cell);
        let cells = cells.chain(std::iter::repeat(String::new())).take(width);
        cells.fold("|".to_owned(), |line, cell| format!("{line} {} |", cell.trim())) + "\n"
    };
    let rule = (0..width).map(|column| match table.alignment(column) {
        Alignment::Start => " --- |",
        Alignment::Center => " :---: |",
        Alignment::End => " ---: |",
    });
    let rule = "|".to_owned() + &rule.collect::<String>() + "\n";
    let mut rows = table.rows.iter().map(row);
    let head = rows.next().unwrap_or_default();
    head + &rule + &rows.collect::<String>() + "\n"
}

/// Text with `first` before its first line and `rest` before every other that is not empty.
fn prefixed(body: &str, first: &str, rest: &str) -> String {
    let mut prefixed = first.to_owned();
    for (place, line) in body.trim_end().split('\n').enumerate() {
        if place > 0 {
            prefixed.push('\n');
            prefixed += if line.is_empty() { rest.trim_end() } else { rest };
        }
        prefixed += line;
    }
    prefixed
}

fn inlines(list: &[Inline]) -> String {
    list.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(it) => text(it),
        Inline::Emphasis(list) => marked(list, "*"),
        Inline::Strong(list) => marked(list, "**"),
        Inline::Deleted(list) => marked(list, "~~"),
        Inline::Code(it) => code(it),
        Inline::Link { url, .. } if url.starts_with('#') => match FootnoteLink::of(url) {
            // Another note of the file may have a footnote of that number.
            Some(FootnoteLink::Reference { number, .. }) => format!("\\[{number}\\]"),
            Some(FootnoteLink::Back(_)) | None => String::new(),
        },
        Inline::Link { url, text } => link(&inlines(text), &here(url)),
        Inline::Break => "\\\n".to_owned(),
    }
}

/// Text between delimiters. White space stays outside, because delimiters must touch the text.
fn marked(list: &[Inline], mark: &str) -> String {
    let inner = inlines(list);
    let bare = inner.trim();
    if bare.is_empty() {
        return inner;
    }
    let before = if inner.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if inner.ends_with(char::is_whitespace) { " " } else { "" };
    [before, mark, bare, mark, after].concat()
}

/// Text with all Markdown syntax escaped, inside a line.
pub(super) fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' => {
                escaped.extend(['\\', c]);
            }
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    // Before a link it would turn the link into an image.
    if let Some(before) = escaped.strip_suffix('!') { before.to_owned() + "\\!" } else { escaped }
}

/// The lines of a paragraph, escaped so that each stays a line of it.
fn lines(markdown: &str) -> String {
    let lines: Vec<String> = markdown.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(markdown: &str) -> String {
    let line = markdown.trim_start_matches(' ');
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.get(digits..).unwrap_or_default();
    if line.starts_with(['#', '+', '-', '=', ':', '|']) {
        ["\\", line].concat()
    } else if digits > 0 && after.starts_with(['.', ')']) {
        [line.get(..digits).unwrap_or_default(), "\\", after].concat()
    } else {
        line.to_owned()
    }
}

fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.trim().is_empty() {
        return text;
    }
    let fence = fence(&text, 1);
    // Readers strip one space from both ends, so one is added.
    let is_bare = !text.starts_with(['`', ' ']) && !text.ends_with(['`', ' ']);
    let space = if is_bare { "" } else { " " };
    [&fence, space, &text, space, &fence].concat()
}

/// More backticks than `text` has in a row, and at least `least`.
fn fence(text: &str, least: usize) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

/// An address that ends where its link ends.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | '|' | '`' | ' ' => address += &encode_char(c),
            '*' | '_' | '[' | ']' | '~' => address.extend(['\\', c]),
            // Only a name that ends with a semicolon can be an entity.
            '&' if url.contains(';') => address += "&amp;",
            c if c.is_control() || c.is_whitespace() => {}
            c => address.push(c),
        }
    }
    address
}
