//! Reads a plain-text export of an article: finds its head, headings, lists and footer by their shape.

pub(super) mod export_head;
pub(super) mod mail;
pub(super) mod text_unit;

use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::soft_breaks::{is_labeled, settle};
use crate::ingest::names::clutter::lead;
use crate::ingest::passage::{Passage, linkified};
use crate::ingest::spelling::letters;
use crate::ingest::tree::picture;
use crate::model::Block;
use export_head::{ExportHead, head};
use text_unit::TextUnit;

/// The contents of an export.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct Export {
    /// Title, author and date, as far as the first lines give them.
    pub head: ExportHead,
    /// The article.
    pub passages: Vec<Passage>,
    /// Text that the site put around the article.
    pub boilerplate: Vec<Passage>,
}

/// Lines longer than this mean that the export put each paragraph on one line.
const LONGEST_WRAPPED_LINE: usize = 120;

/// Reads the text from byte `start` on. `is_headed`: a header already gives the facts of the first lines.
pub(in crate::ingest) fn export(
    text: &str,
    start: usize,
    is_headed: bool,
    reader: &LineReader,
) -> Export {
    let above = text.get(..start).unwrap_or_default();
    let first_line = u32::try_from(above.matches('\n').count()).unwrap_or(0) + 1;
    let mut units = units(text.get(start..).unwrap_or_default(), first_line, reader);
    // A single line is the text, even if it looks like a title: otherwise nothing would be left.
    let is_head = !is_headed && units.len() > 1;
    let head = if is_head { head(&mut units) } else { ExportHead::default() };
    let mut export = Export { head, ..Export::default() };
    let footer = footer_start(&units);
    let boilerplate = units.split_off(footer);
    export.boilerplate = boilerplate.iter().map(paragraph).collect();
    export.passages = passages(&units);
    settle(&mut export.passages, reader);
    export
}

fn units(text: &str, first_line: u32, reader: &LineReader) -> Vec<TextUnit> {
    let is_wrapped = text.lines().all(|line| line.chars().count() <= LONGEST_WRAPPED_LINE);
    let mut units: Vec<TextUnit> = Vec::new();
    let mut gap = 0;
    let mut lone_bullet: Option<(usize, Option<u32>)> = None;
    for (line, number) in text.lines().zip(first_line..) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            gap += 1;
            continue;
        }
        if let Some(last) = units.last_mut().filter(|_| gap == 0 && lone_bullet.is_none())
            && is_underline(trimmed)
        {
            (last.is_underlined, last.last) = (true, number);
            (last.bullet, last.number) = (None, None);
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        if let Some(heading) = between_marks(trimmed) {
            units.push(TextUnit { is_underlined: true, ..TextUnit::line(heading, number, gap) });
            (gap, lone_bullet) = (0, None);
            continue;
        }
        let (bullet, item_number, text) = match (bullet(trimmed), lone_bullet.take()) {
            (Some((number, rest)), _) => (Some(indent), number, rest),
            (None, Some((indent, number))) => (Some(indent), number, trimmed),
            (None, None) => (None, None, trimmed),
        };
        if bullet.is_some() && text.is_empty() {
            lone_bullet = Some((indent, item_number));
            continue;
        }
        let joins = gap == 0 && bullet.is_none() && !is_time(text);
        // Lines below a time of day, or indented below a bullet, belong to it.
        let is_entry = |last: &&mut TextUnit| {
            joins
                && (last.bullet.is_some_and(|bullet| indent > bullet) && is_short(&last.text)
                    || is_time(last.text.split('\n').next().unwrap_or_default()))
        };
        if let Some(last) = units.last_mut().filter(is_entry) {
            last.text.push('\n');
            last.text.push_str(text);
            last.last = number;
            continue;
        }
        let is_open = |last: &&mut TextUnit| {
            let is_deeper = last.bullet.is_none() && indent > last.indent;
            let is_joined = is_wrapped && joins && !is_deeper && !last.is_underlined;
            is_joined && !is_short(&last.text) && !are_talks(&last.text, text, reader)
        };
        if let Some(last) = units.last_mut().filter(is_open) {
            last.text.push(' ');
            last.text.push_str(text);
            last.last = number;
        } else {
            let unit = TextUnit::line(text, number, gap);
            units.push(TextUnit { indent, bullet, number: item_number, ..unit });
        }
        gap = 0;
    }
    units
}

/// Whether two lines name a talk each: "“Looms” by Ada Weaver: loud." above "“Wool” by Bo Reed: wet."
fn are_talks(line: &str, next: &str, reader: &LineReader) -> bool {
    [line, next].iter().all(|line| reader.is_talk(&Line::of_text(line)))
}

/// A line that contains only a time.
fn is_time(line: &str) -> bool {
    let lead = lead(line);
    lead.has_time && lead.length >= line.len()
}

/// A line of one mark, which makes the line above it a heading.
fn is_underline(line: &str) -> bool {
    let mark = line.chars().next().filter(|c| matches!(c, '=' | '-' | '~' | '^' | '*' | '#'));
    line.len() >= 4 && mark.is_some_and(|mark| line.chars().all(|c| c == mark))
}

/// The words of a heading between marks: "== Looms that sing ==", "--- Day 1 ---".
fn between_marks(line: &str) -> Option<&str> {
    const FEWEST: usize = 2;
    const LONGEST: usize = 120;
    let mark = line.chars().next().filter(|c| matches!(c, '=' | '-' | '~' | '*' | '#'))?;
    let words = line.trim_matches(mark);
    let before = line.len() - line.trim_start_matches(mark).len();
    let after = line.len() - line.trim_end_matches(mark).len();
    let is_apart = words.starts_with(' ') && words.ends_with(' ');
    let words = words.trim();
    let is_heading = before >= FEWEST && before == after && is_apart && line.len() <= LONGEST;
    (is_heading && words.contains(char::is_alphanumeric)).then_some(words)
}

/// A wrapped line is nearly full; a short line stands alone.
fn is_short(text: &str) -> bool {
    text.chars().count() < 50
}

/// The number of a list item and the text after its bullet.
fn bullet(line: &str) -> Option<(Option<u32>, &str)> {
    let mut characters = line.chars();
    let first = characters.next()?;
    let rest = characters.as_str();
    if matches!(first, '•' | '·' | '▪' | '◦' | '‣' | '●' | '○' | '*' | '-' | '–' | '—')
    {
        return (rest.is_empty() || rest.starts_with(char::is_whitespace))
            .then(|| (None, rest.trim_start()));
    }
    if first == '・' && !rest.is_empty() {
        return Some((None, rest.trim_start()));
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.get(digits..)?.strip_prefix(['.', ')'])?;
    let number = line.get(..digits)?.parse().ok().filter(|_| digits <= 2)?;
    after.starts_with(char::is_whitespace).then(|| (Some(number), after.trim_start()))
}

/// Phrases that occur only around an article, compared with the start of a short line.
const FOOTERS: &[&str] = &[
    "end of post",
    "end of article",
    "share this",
    "tweet this",
    "subscribe",
    "sign up",
    "related posts",
    "related articles",
    "leave a comment",
    "leave a reply",
    "posted in",
    "filed under",
    "tags:",
    "previous post",
    "next post",
    "read more",
    "back to top",
    "copyright",
    "©",
    "all rights reserved",
    "ready to get started",
    "comments",
    "follow us",
    "recent posts",
];

/// Where the footer begins: after the last unit of the article.
fn footer_start(units: &[TextUnit]) -> usize {
    let is_footer = |unit: &TextUnit| {
        let text = unit.text.to_lowercase();
        unit.word_count() <= 12 && FOOTERS.iter().any(|phrase| text.starts_with(phrase))
    };
    let tail = units.iter().rev().take_while(|unit| is_footer(unit)).count();
    units.len() - tail
}

fn passages(units: &[TextUnit]) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let next = units.get(at + 1);
        if unit.bullet.is_some() {
            let count = units.iter().skip(at).take_while(|unit| unit.bullet.is_some()).count();
            passages.push(list(units.get(at..at + count).unwrap_or_default()));
            at += count;
        } else if next.is_some_and(|next| is_caption_pair(unit, next)) {
            let block = picture(String::new(), unit.text.clone());
            passages.push(Passage::new(block, unit.first, unit.last + 1));
            at += 2;
        } else {
            let is_heading = unit.is_underlined || next.is_some_and(|next| is_heading(unit, next));
            let mut passage = paragraph(unit);
            if let (true, Block::Paragraph(text)) = (is_heading, &passage.block) {
                passage.block = Block::Heading { level: 2, text: text.clone() };
            }
            passages.push(passage);
            at += 1;
        }
    }
    passages
}

fn paragraph(unit: &TextUnit) -> Passage {
    let block = Block::Paragraph(linkified(&unit.text));
    Passage { is_after_gap: unit.gap >= 2, ..Passage::new(block, unit.first, unit.last) }
}

/// A picture is exported as its alternative text and its caption, which are often the same words.
fn is_caption_pair(unit: &TextUnit, next: &TextUnit) -> bool {
    next.gap == 0 && unit.word_count() <= 25 && letters(&unit.text) == letters(&next.text)
}

/// A heading is short, starts like one, has no full stop, and is followed by something longer.
fn is_heading(unit: &TextUnit, next: &TextUnit) -> bool {
    if unit.text.contains('\n') {
        return false;
    }
    let begins_well = unit.text.starts_with(|c: char| {
        c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '‘' | '\'')
    });
    let ends_well = !unit.text.ends_with(['.', ',', ';', ':', '!', '…']);
    let stands_apart = unit.gap > 0 || next.gap > 0;
    // "Talk: Looms that sing" above "Speaker: Ada Weaver".
    let is_titled = !is_labeled(&unit.text) && is_labeled(&next.text);
    let leads_on = next.bullet.is_some() || next.word_count() > unit.word_count() || is_titled;
    unit.word_count() <= 14 && begins_well && ends_well && stands_apart && leads_on
}

/// Items with deeper bullets are nested in the item before them.
fn list(units: &[TextUnit]) -> Passage {
    let (first, last) =
        (units.first().map_or(1, |unit| unit.first), units.last().map_or(1, |unit| unit.last));
    let indent = units.iter().filter_map(|unit| unit.bullet).min().unwrap_or(0);
    let mut items: Vec<Vec<Block>> = Vec::new();
    let mut lines: Vec<(u32, u32)> = Vec::new();
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        let deeper = units
            .iter()
            .skip(at)
            .take_while(|unit| unit.bullet.is_some_and(|bullet| bullet > indent))
            .count();
        if let (true, Some(item), Some(line)) = (deeper > 0, items.last_mut(), lines.last_mut()) {
            let inner = list(units.get(at..at + deeper).unwrap_or_default());
            line.1 = inner.last;
            item.push(inner.block);
            at += deeper;
        } else {
            items.push(vec![Block::Paragraph(linkified(&unit.text))]);
            lines.push((unit.first, unit.last));
            at += 1;
        }
    }
    let start = units.first().and_then(|unit| unit.number);
    Passage { items: lines, ..Passage::new(Block::List { start, items }, first, last) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::Source;
    use crate::model::plain_text;

    /// Each passage as one line: its kind, its lines, its words.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (source, _) = Source::new("a.txt", text.as_bytes());
        let export = export(&source.unwrap().text, 0, false, &LineReader::default());
        let shown: Vec<String> = export
            .passages
            .iter()
            .map(|passage| {
                let kind = match &passage.block {
                    Block::Heading { .. } => "#",
                    Block::List { .. } => "*",
                    Block::Image { .. } => "!",
                    Block::Paragraph(_)
                    | Block::Quote(_)
                    | Block::Code { .. }
                    | Block::Video(_)
                    | Block::Table(_)
                    | Block::Rule => "",
                };
                let words =
                    plain_text(std::slice::from_ref(&passage.block)).trim().replace('\n', " | ");
                format!("{kind}{}-{} {words}", passage.first, passage.last)
            })
            .collect();
        assert_eq!(shown, expected);
    }

    const PROSE: &str = "This paragraph has enough words to be prose for anybody, since it goes on and on about the looms that we all came to see in the large hall at noon.";

    #[test]
    fn shape_tells_headings_lists_and_captions() {
        check(
            &format!("{PROSE}\n\nWarp and weft\n\n{PROSE}"),
            &[&format!("1-1 {PROSE}"), "#3-3 Warp and weft", &format!("5-5 {PROSE}")],
        );
        check(
            &format!("{PROSE}\n  • one\n    • inner\n  • two\n"),
            &[&format!("1-1 {PROSE}"), "*2-4 one | inner | two"],
        );
        check(
            &format!("{PROSE}\n-\nOne item - a note\n-\nTwo\n"),
            &[&format!("1-1 {PROSE}"), "*3-5 One item - a note | Two"],
        );
        check(
            &format!("{PROSE}\n\nHall - at noon\nHall – at noon\n\n{PROSE}"),
            &[&format!("1-1 {PROSE}"), "!3-4 Hall - at noon", &format!("6-6 {PROSE}")],
        );
    }

    #[test]
    fn marks_around_a_line_make_it_a_heading() {
        check(
            "NOTES\n\n== Looms that sing ==\nThey are loud.\n--- Day 2 ---\n- a net\n- a loom",
            &["#3-3 Looms that sing", "4-4 They are loud.", "#5-5 Day 2", "*6-7 a net | a loom"],
        );
        for line in ["== a", "a == b == c", "=====", "-- flag --x", "--dry-run --force--"] {
            assert_eq!(between_marks(line), None, "{line}");
        }
    }

    #[test]
    fn lines_that_name_a_talk_each_stay_apart() {
        let text = "\"Looms in practice\" by Ada Weaver: a long story.\n\"Wool rules\" by Peter Smith: wet.\n";
        let lines: Vec<&str> = text.lines().collect();
        check(text, &[&format!("1-1 {}", lines[0]), &format!("2-2 {}", lines[1])]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let wrapped = "Here is a line that an exporter has wrapped at some column\nand that goes on with no blank line between the two halves\nof it, to the end.";
        check(wrapped, &[&format!("1-3 {}", wrapped.replace('\n', " "))]);
    }

    #[test]
    fn the_frame_of_the_site_is_set_apart() {
        let (source, _) =
            Source::new("a.txt", format!("{PROSE}\n\nShare this\n\nEnd of post.\n").as_bytes());
        let export = export(&source.unwrap().text, 0, false, &LineReader::default());
        assert_eq!((export.passages.len(), export.boilerplate.len()), (1, 2));
    }

    #[test]
    fn a_single_line_is_the_text() {
        check("My notes of LoomConf 2017. Zürich", &["1-1 My notes of LoomConf 2017. Zürich"]);
    }

    #[test]
    fn nothing_gives_nothing() {
        check("", &[]);
        check("\n\n", &[]);
    }
}
