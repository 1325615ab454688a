//! Distinguishes line breaks that an author meant from breaks that only wrap a paragraph.
//!
//! Text readers keep a break within a paragraph as `\n`; here it becomes a break or a space.

use super::line::Line;
use super::line_reader::LineReader;
use super::line_talks::talk_lines;
use crate::ingest::names::byline::{Byline, is_label};
use crate::ingest::names::clutter::{is_picture, lead};
use crate::ingest::names::cue_words::{BY, JOINTS, SPEAKER_LABELS, has};
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::name_shape::ends_name;
use crate::ingest::names::prefix::is_place;
use crate::ingest::names::told_words::{ABOUT, SHORT_LEADS};
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline, inline_text};

/// Longest line that may stand alone, in characters; longer ones are prose.
const LONGEST_LINE: usize = 90;

/// Most lines of a paragraph whose talks are looked for.
const LONGEST_TEXT: usize = 400;

/// The width up to which nobody wraps a line.
const NARROW: usize = 60;

/// Most lines in a schedule entry.
const MOST_LINES: usize = 6;

/// Fewest lines beginning with a number or a picture that make each of them a separate line.
const FEWEST_ITEMS: usize = 3;

/// Resolves the breaks of all passages. A paragraph with several talks, each above a remark, becomes several.
pub(in crate::ingest) fn settle(passages: &mut Vec<Passage>, reader: &LineReader) {
    for passage in passages.iter_mut() {
        settle_block(&mut passage.block, reader);
    }
    *passages = std::mem::take(passages)
        .into_iter()
        .flat_map(|passage| talks_apart(passage, reader))
        .collect();
}

/// The paragraphs of a passage: each begins with a talk that has a line of its own.
fn talks_apart(passage: Passage, reader: &LineReader) -> Vec<Passage> {
    let Block::Paragraph(text) = &passage.block else { return vec![passage] };
    let lines: Vec<&[Inline]> = text.split(|inline| *inline == Inline::Break).collect();
    if lines.len() < 4 || lines.len() > LONGEST_TEXT || !talk_lines(reader, text).is_empty() {
        return vec![passage];
    }
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| lines.get(*at).is_some_and(|line| reader.is_talk(&Line::of(line))))
        .collect();
    let is_row = |pair: &[usize]| matches!(pair, [one, next] if next - one > 1);
    if starts.first() != Some(&0) || starts.len() < 2 || !starts.windows(2).all(is_row) {
        return vec![passage];
    }
    let n_lines = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let is_exact = passage.last.saturating_sub(passage.first).saturating_add(1) == n_lines;
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let part = |(start, end): (usize, usize)| {
        let text = lines.get(start..end).unwrap_or_default().join(&Inline::Break);
        let line = |at: usize| passage.first.saturating_add(u32::try_from(at).unwrap_or(0));
        let (first, last) =
            if is_exact { (line(start), line(end - 1)) } else { (passage.first, passage.last) };
        Passage::new(Block::Paragraph(text), first, last)
    };
    starts.iter().copied().zip(ends).map(part).collect()
}

fn settle_block(block: &mut Block, reader: &LineReader) {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => {
            if has_break(text) {
                break_behind_name(text);
                break_behind_row(text);
                let is_meant = are_lines(&Line::of(text).words, reader);
                *text = settled(std::mem::take(text), is_meant);
            }
        }
        Block::List { items, .. } => {
            items.iter_mut().flatten().for_each(|it| settle_block(it, reader));
        }
        Block::Quote(blocks) => blocks.iter_mut().for_each(|it| settle_block(it, reader)),
        Block::Table(table) => {
            for cell in table.rows.iter_mut().flatten().filter(|cell| has_break(cell)) {
                *cell = settled(std::mem::take(cell), false);
            }
        }
        Block::Code { .. } | Block::Image { .. } | Block::Video(_) | Block::Rule => {}
    }
}

/// Keeps the break after a marked first line that names people: "*Ada Weaver, Warpworks*" above a sentence.
fn break_behind_name(text: &mut Vec<Inline>) {
    let [Inline::Emphasis(name) | Inline::Strong(name), Inline::Text(rest), ..] = text.as_slice()
    else {
        return;
    };
    let is_line = rest.starts_with('\n') && !has_break(name);
    if !is_line || Byline::parse(&inline_text(name)).is_none_or(|byline| byline.odds < 0.0) {
        return;
    }
    let rest = rest.trim_start_matches('\n').to_owned();
    text.splice(1..2, [Inline::Break, Inline::Text(rest)]);
}

/// Keeps the break after a first line of a marked title and its speakers: "**Looms that sing**, *Ada Weaver*" above a remark.
fn break_behind_row(text: &mut Vec<Inline>) {
    let begins = matches!(text.first(), Some(Inline::Strong(title) | Inline::Emphasis(title)) if !has_break(title));
    let broken = |inline: &Inline| matches!(inline, Inline::Text(words) if words.contains('\n'));
    let Some(at) = text.iter().position(broken).filter(|at| begins && *at <= 4) else { return };
    let Some(Inline::Text(words)) = text.get(at) else { return };
    let Some((before, after)) = words.split_once('\n') else { return };
    let row = inline_text(text.get(1..at).unwrap_or_default()) + before;
    let is_joint = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '–' | '—' | '|');
    let names = without_links(row.trim_matches(is_joint));
    if !row.starts_with(is_joint) || Byline::parse(names).is_none_or(|byline| byline.odds < 0.0) {
        return;
    }
    let parts = [Inline::Text(before.to_owned()), Inline::Break, Inline::Text(after.to_owned())];
    text.splice(at..=at, parts);
    text.retain(|inline| !matches!(inline, Inline::Text(words) if words.is_empty()));
}

/// Names without what is in brackets behind them, such as "(slides)".
fn without_links(names: &str) -> &str {
    let open = names.rfind(" (").filter(|_| names.ends_with(')'));
    let inside = open.and_then(|at| names.get(at + 2..names.len() - 1));
    let is_link = inside.is_some_and(|it| it.split([',', '|', '/']).all(is_link_word));
    open.filter(|_| is_link).and_then(|at| names.get(..at)).unwrap_or(names)
}

fn has_break(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Text(text) => text.contains('\n'),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
            has_break(inner)
        }
        Inline::Link { text, .. } => has_break(text),
        Inline::Code(_) | Inline::Break => false,
    })
}

fn settled(inlines: Vec<Inline>, is_meant: bool) -> Vec<Inline> {
    let mut found = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) if is_meant => {
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        found.push(Inline::Break);
                    }
                    if !line.is_empty() {
                        found.push(Inline::Text(line.to_owned()));
                    }
                }
            }
            Inline::Text(text) => found.push(Inline::Text(text.replace('\n', " "))),
            Inline::Emphasis(inner) => found.push(Inline::Emphasis(settled(inner, false))),
            Inline::Strong(inner) => found.push(Inline::Strong(settled(inner, false))),
            Inline::Deleted(inner) => found.push(Inline::Deleted(settled(inner, false))),
            Inline::Link { url, text } => {
                found.push(Inline::Link { url, text: settled(text, false) });
            }
            Inline::Code(_) | Inline::Break => found.push(inline),
        }
    }
    found
}

/// Whether each line of a paragraph is an entry: "Speaker: …" above "Room: …", or a title above a name, perhaps with a
/// time above both.
fn are_lines(words: &str, reader: &LineReader) -> bool {
    let lines: Vec<&str> =
        words.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_long = |line: &str| line.chars().count() > LONGEST_LINE;
    if let [title, name, note] = lines.as_slice()
        && is_long(note)
        && title.starts_with(|c: char| !c.is_lowercase())
        && !is_long(title)
        && Likeness::of(title).class() == Class::Title
        && Byline::parse(name).is_some_and(|byline| byline.odds > 2.0)
    {
        return true;
    }
    // "1st session: …" above "2nd: …" and "3rd: …", and pictures used as bullets.
    let is_item = |line: &&&str| line.starts_with(|c: char| c.is_ascii_digit() || is_picture(c));
    let n_items = lines.iter().filter(is_item).count();
    if n_items >= FEWEST_ITEMS && n_items * 2 >= lines.len() {
        return true;
    }
    if lines.iter().any(|line| is_long(line)) {
        return false;
    }
    // A title above "Authors: …".
    let is_credit = |line: &&str| {
        let label = line.split_once([':', '：']).map_or("", |(label, _)| label.trim());
        has(SPEAKER_LABELS, &label.to_lowercase())
    };
    if lines.get(1).is_some_and(is_credit) {
        return true;
    }
    let labeled = lines.iter().filter(|line| is_labeled(line)).count();
    if labeled > 1 && labeled * 2 >= lines.len() {
        return true;
    }
    let talks = lines.iter().filter(|line| reader.is_talk(&Line::of_text(line))).count();
    if talks > 1 && talks * 2 > lines.len() {
        return true;
    }
    // "Looms that sing - Ada Weaver" above a sentence on it.
    if let [first, next, ..] = lines.as_slice()
        && (is_sentence(next) || is_broken_early(first, next))
        && !first.ends_with([',', '&', '+', '-'])
        && !ends_in_small_word(first)
        && reader.is_talk(&Line::of_text(first))
    {
        return true;
    }
    let (timed, rest) = lines.split_first().map_or((false, lines.as_slice()), |(first, rest)| {
        let lead = lead(first);
        let place = first.get(lead.length..).unwrap_or_default();
        let is_time = lead.has_time && (place.is_empty() || is_place(place));
        if is_time { (true, rest) } else { (false, lines.as_slice()) }
    });
    if timed {
        return true;
    }
    let is_name = |line: &str| {
        let is_cut = line.ends_with([',', '&', '+']);
        let is_labeled = || Byline::labeled(line).is_some();
        !is_cut && (Byline::parse(line).is_some_and(|byline| byline.odds > 1.0) || is_labeled())
    };
    let is_whole = |line: &&str| !line.ends_with([',', ';', '-']) && !ends_in_small_word(line);
    lines.len() <= MOST_LINES
        && (rest.first().is_some_and(|first| is_name(first))
            && rest.get(1).is_some_and(|next| !next.starts_with(char::is_lowercase))
            || rest.first().is_some_and(is_whole) && rest.get(1).is_some_and(|it| is_name(it)))
}

/// Whether a line begins with a label of a talk: "Room: …".
pub(in crate::ingest) fn is_labeled(line: &str) -> bool {
    let is_frame = |c: char| matches!(c, '*' | '_' | ' ' | '-') || is_picture(c);
    line.trim_matches(is_frame)
        .split_once([':', '：'])
        .is_some_and(|(label, _)| is_label(label.trim_matches(is_frame)))
}

/// Whether a line begins like a sentence: a capital, followed by a lower-case word. A single word with a full stop is
/// also a sentence.
fn is_sentence(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_begun = words.next().is_some_and(|first| first.starts_with(char::is_uppercase));
    is_begun
        && words.next().map_or_else(|| is_remark(line), |next| next.starts_with(char::is_lowercase))
}

/// Whether a single word is an opinion: "Scary." but not "Inc."
fn is_remark(word: &str) -> bool {
    word.ends_with(['.', '!', '?']) && !ends_name(word)
}

/// Whether the next word would have fit into a line, so that its break is no wrapping.
fn is_broken_early(line: &str, next: &str) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() <= NARROW && !ends_name(next)
}

/// Whether the last word of a line needs another after it: "by", "and", "the".
fn ends_in_small_word(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_article = matches!(last, "the" | "a" | "an" | "of" | "at" | "to" | "der" | "la" | "le");
    is_article || [BY, JOINTS, ABOUT, SHORT_LEADS].into_iter().any(|list| has(list, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_their_lines_and_prose_does_not() {
        for (words, expected) in [
            ("Speaker: Ada Weaver\nRoom: 3", true),
            ("Looms that sing\nAda Weaver\nMain hall", true),
            ("10:30\nLooms that sing\nAda Weaver", true),
            ("Wed 2pm Stage 4\nLooms that sing\nUna Russet", true),
            ("Looms that sing\nSpeakers: Una Russet and Ada Lens", true),
            ("Ada Weaver\nShe spoke of looms", true),
            ("Looms that sing - Ada Weaver\nHalf a day on sound.", true),
            ("Looms that sing - Ada Weaver\nLoud.", true),
            ("Looms that sing - Ada Weaver\nWet.", true),
            ("Looms that sing (Ada Weaver)\nmany threads, and a demo", true),
            ("Looms that sing - Ada Weaver, Weft\nInc.", false),
            ("Looms that sing - Ada Weaver,\nHead of sound at Warpworks", false),
            ("the talk on looms by\nAda Weaver\nwas fine", false),
            ("I saw many looms that day\nand some of them were loud.", false),
            ("**Note:** looms are loud\nand heavy", false),
        ] {
            assert_eq!(are_lines(words, &LineReader::default()), expected, "{words}");
        }
    }
}
