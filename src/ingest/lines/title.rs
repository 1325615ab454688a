//! Finds possible talk titles, and scores how much they look like one.

use super::line::{Line, Mark, Span};
use crate::ingest::names::affiliation::is_role;
use crate::ingest::names::byline;
use crate::ingest::names::clutter::{is_label, lead, without_labels};
use crate::ingest::names::cue_words::{DAYS, FRAMES, RECORDINGS, has, is_weekday};
use crate::ingest::names::kinds::{is_talk_word, kind_of, words};
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::name_shape::{is_east, is_handle};
use crate::ingest::names::no_talks::is_between_talks;
use crate::ingest::names::other_words::{ABOUT_KINDS, ARTICLES};
use crate::ingest::names::prefix::is_place;
use crate::ingest::{month_in_any_case, month_with_capital};
use crate::model::TalkKind;
use std::ops::Range;

/// Longest title in words.
const LONGEST_TITLE: usize = 26;

/// Whether a text is a heading or a schedule entry that is not a talk: "Lunch", "Final thoughts". `least` is the
/// minimum odds, a natural logarithm.
pub(in crate::ingest) fn is_section(title: &str, least: f32) -> bool {
    let likeness = Likeness::of(title);
    likeness.class() == Class::Heading && likeness.odds(&[Class::Heading]) > least
}

/// Whether a text ends in a word that another must follow: "Les orateurs de", "Photos and".
fn is_unfinished(title: &str) -> bool {
    const LEADING: &str = "\
        and | und | et | y | en | & | von | by | par | por | door | de | du | des | del | della | di | da | of | \
        the | der | den | le | la | les | el | los | une | una | van | het | een | avec";
    title.rsplit_once(' ').is_some_and(|(_, last)| has(LEADING, last))
}

/// Whether a text counts the talks of a day: "The first talk I went to", "Altro talk, stavolta sulla lana".
fn counts_talks(title: &str) -> bool {
    const ORDER: &str = "\
        another | first | second | third | last | next | final | noch | erster | zweiter | nächster | letzter | altro | primo | \
        secondo | terzo | ultimo | otra | otro | primera | segunda | tercera | última | autre | première | deuxième | \
        troisième | dernière | outra | outro | primeira | terceira | eerste | tweede | laatste | volgende";
    const SHORTEST: usize = 4;
    // "The Last Talk About Callbacks" is written like a title.
    let mut all = words(title).skip_while(|word| has(ARTICLES, &word.to_lowercase()));
    words(title).count() >= SHORTEST
        && !title.contains(':')
        && all.next().is_some_and(|word| has(ORDER, &word.to_lowercase()))
        && all.next().is_some_and(is_talk_word)
}

/// How much the text looks like a title; `None` when it cannot be one.
pub(in crate::ingest) fn title_odds(title: &str, is_set_off: bool) -> Option<f32> {
    if byline::is_label(title) || byline::says_who(title) {
        return None;
    }
    let count = title.split_whitespace().count();
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    if count == 0
        || count > LONGEST_TITLE
        || letters < 2
        || is_link_word(title)
        || is_between_talks(title)
        || title.contains("://")
        || title.contains('\n')
        || is_handle(title)
        || is_numbered_place(title)
        || is_day(title)
        || is_time_and_place(title)
        || is_eastern_sentence(title)
        || is_unfinished(title)
        || counts_talks(title)
    {
        return None;
    }
    let is_sentence = title.ends_with('.') && !title.ends_with("..") && count > 3;
    // "POSTMORTEM OF A GAME": a title in capitals is read as if it were in lower case.
    let is_loud = count > 2 && !title.contains(char::is_lowercase) && title.is_ascii();
    let quiet = is_loud.then(|| title.to_lowercase());
    let likeness = Likeness::of(quiet.as_deref().unwrap_or(title));
    if likeness.class() == Class::Role && !(is_set_off && count > 2 && !is_role(title)) {
        return None;
    }
    if title
        .split_whitespace()
        .next()
        .is_some_and(|first| first.chars().all(|c| c.is_ascii_digit()) && count == 1)
    {
        return None;
    }
    let fit = likeness.odds(&[Class::Title, Class::Phrase, Class::Prose]).clamp(-1.5, 2.5);
    let set_off = if is_set_off { 1.5 } else { 0.0 };
    let sentence = if is_sentence { -2.0 } else { 0.0 };
    Some(fit.max(if is_set_off { -0.5 } else { -3.0 }) + set_off + sentence)
}

/// Whether a text without spaces is a sentence and not a title: it has a comma, a full stop before its end, or too many
/// letters.
fn is_eastern_sentence(text: &str) -> bool {
    const LONGEST: usize = 60;
    let stops = text.trim_end_matches('。');
    let n_eastern = text.chars().filter(|c| is_east(*c)).count();
    n_eastern * 2 > text.chars().count()
        && (stops.contains('。') || stops.contains('，') || n_eastern > LONGEST)
}

/// Whether a text is only a conference day: "Saturday", "Day 2", "26.02.2019 Tuesday", "06.11. - Wednesday".
pub(crate) fn is_day(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_of_day = |word: &str| {
        let is_short_month = month_with_capital(word).is_some() && word.chars().count() <= 4;
        let word = word.to_lowercase();
        let word = word.as_str();
        // "4th" is a day, but "100万人" begins a title.
        let number = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        let number = number.unwrap_or(word);
        is_weekday(word)
            || has(DAYS, word)
            || month_in_any_case(word).is_some()
            || is_short_month
            || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.clone().next().is_some() && parts.all(is_of_day)
}

/// Whether a text only gives a time and a place: "13:30 Room 3".
fn is_time_and_place(text: &str) -> bool {
    let lead = lead(text);
    let rest = text.get(lead.length..).unwrap_or_default().trim();
    lead.has_time && (rest.is_empty() || is_place(rest))
}

/// Whether a text is only a room with its number: "Stage 4".
fn is_numbered_place(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    is_place(text) && last.bytes().all(|byte| byte.is_ascii_digit())
}

/// The title in a range without marks, labels and number; whether it is marked; the kind in its label.
pub(in crate::ingest) fn title_in(
    line: &Line,
    range: Range<usize>,
) -> (String, bool, Option<TalkKind>) {
    let text = line.text(range.clone());
    let inner = lead(text);
    let start = range.start + inner.length;
    let (start, labeled) = behind_label(line, start..range.end).unwrap_or((start, None));
    let start = quoted_behind_bar(line, start..range.end).unwrap_or(start);
    let (text, kind) = without_labels(line.text(start..range.end));
    let (text, kind) = without_last_label(text, kind);
    let text = without_handle(without_frame(&text));
    let text = in_square_brackets(text).unwrap_or(text);
    let trimmed = text.trim().trim_end_matches([',', ':', '-', '–', '—', ' ', '|', '/']);
    let trimmed = inside_quotes(trimmed).unwrap_or(trimmed);
    let is_set_off = line.spans.iter().any(|span| {
        let covers = line.text(span.range.clone()).trim().len() + 4 >= trimmed.len();
        span.range.start >= range.start && span.range.end <= range.end + 4 && covers
            || matches!(span.mark, Mark::Link(_) | Mark::Strong)
                && span.range.start <= start + 1
                && span.range.end >= range.end
    });
    (unquoted(trimmed).to_owned(), is_set_off, inner.kind.or(labeled).or(kind))
}

/// A quoted title followed by a comma and other words: "“Looms that sing”, somebody brave".
fn inside_quotes(text: &str) -> Option<&str> {
    let (open, close) = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')]
        .into_iter()
        .find(|it| text.starts_with(it.0))?;
    let inner = text.get(open.len_utf8()..)?;
    let (title, rest) = inner.split_once(close)?;
    (rest.starts_with(", ") && !rest.contains(close)).then_some(title)
}

/// Where a marked title begins after an unmarked label, and the kind in the label: "Keynote **Looms that sing**", "Big
/// room: **Looms that sing**".
fn behind_label(line: &Line, range: Range<usize>) -> Option<(usize, Option<TalkKind>)> {
    const MOST_WORDS: usize = 3;
    const LONGEST_CLAUSE: usize = 10;
    let is_whole = |span: &&Span| {
        let rest = line.text(span.range.end..range.end);
        span.mark != Mark::Quoted
            && range.start < span.range.start
            && span.range.start < range.end
            && !rest.contains(char::is_alphanumeric)
    };
    let span = line.spans.iter().find(is_whole)?;
    let before = line.text(range.start..span.range.start).trim_end();
    let label = before.trim_end_matches([':', '-', '–', '—', ' ']);
    let count = label.split_whitespace().count();
    let is_short = before.ends_with(':') && count <= MOST_WORDS;
    // "Also the keynote on Tuesday, _Looms that sing_".
    let talk = before.ends_with(',').then(|| {
        let mut words = label.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.find(|word| is_talk_word(word))
    });
    let talk = talk.flatten().filter(|_| count <= LONGEST_CLAUSE);
    let kind = talk.as_deref().map_or_else(|| kind_of(label), kind_of);
    (is_short || is_label(label) || talk.is_some()).then_some((span.range.start, kind))
}

/// Where a quoted title begins after the speaker and a bar: "@ada | Warpworks | “Looms that sing”".
fn quoted_behind_bar(line: &Line, range: Range<usize>) -> Option<usize> {
    let is_whole = |span: &&Span| {
        span.mark == Mark::Quoted
            && range.contains(&span.range.start)
            && !line.text(span.range.end..range.end).contains(char::is_alphanumeric)
    };
    let span = line.spans.iter().find(is_whole)?;
    let before = line.text(range.start..span.range.start);
    let before = before.trim_end_matches([' ', '"', '“', '„', '«', '「']);
    before.ends_with('|').then_some(span.range.start)
}

/// The title without the speaker's handle: "@ada - Looms that sing", "Looms that sing @ada".
fn without_handle(text: &str) -> &str {
    let handled = text.split_once(" - ").filter(|(handle, _)| is_handle(handle.trim()));
    let text = handled.map_or(text, |(_, title)| title.trim());
    let behind = text.rsplit_once(' ').filter(|(_, handle)| is_handle(handle));
    behind.map_or(text, |(title, _)| title.trim_end_matches(['-', '–', '—', '|', ',', ' ']))
}

/// The title in square brackets, which remain from a link without its address: "[Looms that sing]".
fn in_square_brackets(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    (!inner.contains(['[', ']'])).then_some(inner)
}

/// The title without the word for its place in the program: "Closing: Looms that sing".
fn without_frame(text: &str) -> &str {
    let framed = text.split_once(": ").or_else(|| text.split_once(" : "));
    let title = framed.filter(|(word, title)| {
        has(FRAMES, &word.trim().to_lowercase()) && title.trim().split(' ').count() > 1
    });
    title.map_or(text, |(_, title)| title.trim())
}

/// The title without a kind or a link word after a last dash: "Looms that sing - Keynote".
fn without_last_label(text: String, kind: Option<TalkKind>) -> (String, Option<TalkKind>) {
    let cut = [" - ", " – ", " — ", " | "].iter().filter_map(|dash| text.rsplit_once(dash));
    let Some((head, last)) = cut.min_by_key(|(_, last)| last.len()) else { return (text, kind) };
    let label = last.trim().trim_matches(['[', ']', '(', ')']).to_lowercase();
    let is_kind = kind_of(&label).is_some() && is_label(&label);
    if head.trim().is_empty() || !is_kind && !has(RECORDINGS, &label) && label != "slides" {
        return (text, kind);
    }
    let (head, other) = without_labels(head);
    (head, kind.or_else(|| kind_of(&label)).or(other))
}

/// The number of words in a title; in scripts without spaces, two characters count as one word.
pub(in crate::ingest) fn n_words(title: &str) -> usize {
    let n_east = title.chars().filter(|c| is_east(*c)).count();
    title.split_whitespace().count() + n_east / 2
}

/// The text without the quotation marks around it. A mark stays if its partner is inside: "“Looms” - a story".
pub(in crate::ingest) fn unquoted(text: &str) -> &str {
    let text = text.trim().trim_end_matches([',', ':']);
    let is_quote =
        |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』');
    let is_around = |c: char| is_quote(c) || matches!(c, ' ' | '*' | '_' | '\u{a0}');
    let inner = text.trim_matches(is_around).trim_end_matches([':', ',']);
    let is_paired = |text: &str| text.chars().filter(|c| is_quote(*c)).count() % 2 == 0;
    if !is_paired(inner) {
        let bare = text.trim_matches(|c: char| is_around(c) && !is_quote(c));
        let sides = [bare.trim_start_matches(is_around), bare.trim_end_matches(is_around), bare];
        return sides.into_iter().find(|side| is_paired(side)).unwrap_or(inner);
    }
    let stripped = inner
        .strip_prefix('\'')
        .and_then(|inner| inner.strip_suffix('\''))
        .or_else(|| inner.strip_prefix('‘').and_then(|inner| inner.strip_suffix('’')));
    stripped.filter(|inner| !inner.contains(['\'', '’'])).unwrap_or(inner)
}

pub(in crate::ingest) fn is_kind_only(title: &str) -> bool {
    let lead = lead(title);
    let rest = title.get(lead.length..).unwrap_or_default();
    if lead.is_labeled && rest.contains(is_east) && n_words(rest) > 2 {
        return false;
    }
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // "Beyond the tutorial" is a title.
    if words.clone().next().is_some_and(|first| has(ABOUT_KINDS, first)) {
        return false;
    }
    let is_day = |word: &&str| {
        has(DAYS, word) || is_weekday(word) || word.chars().all(|c| c.is_ascii_digit())
    };
    kind_of(title).is_some() && words.filter(|word| !is_day(word)).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_spaces_is_no_title() {
        let check =
            |text: &str, is: bool| assert_eq!(title_odds(text, true).is_some(), is, "{text}");
        check("週末の織物のススメ", true);
        check("週末の織物のススメ。", true);
        check("織機不是工具，而是文化", false);
        check("織機を見た。糸も見た。", false);
    }

    #[test]
    fn a_day_is_no_title() {
        for day in ["Monday", "Day 1", "26.02.2019 Tuesday", "06.11. - Wednesday", "May 4th"] {
            assert!(is_day(day), "{day}");
        }
        for title in ["100万人が引くおみくじ", "3D looms", "Day of the loom", ""] {
            assert!(!is_day(title), "{title}");
        }
    }

    #[test]
    fn quotation_marks_around_a_title_go_and_those_in_it_stay() {
        for (text, expected) in [
            ("\"Looms that sing\"", "Looms that sing"),
            ("“Looms that sing”:", "Looms that sing"),
            ("„Looms“ *", "Looms"),
            ("\"Looms\" - a story", "\"Looms\" - a story"),
            ("The story of \"Looms\"", "The story of \"Looms\""),
            ("« Looms » et laine", "« Looms » et laine"),
            ("\"Looms", "Looms"),
            ("'Looms'", "Looms"),
        ] {
            assert_eq!(unquoted(text), expected, "{text}");
        }
    }
}
