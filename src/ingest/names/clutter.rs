//! Removes the text around a title and its speakers: numbers, times, kinds, and labels of links.

use super::cue_words::{BY, MISSED, TALK_LABELS, TALK_PHRASES, VAGUE_LABELS, has, leading};
use super::kinds::kind_of;
use super::link_words::is_link_word;
pub(in crate::ingest) use super::ornaments::is_picture;
use super::ornaments::without_ornaments;
use super::other_words::ABOUT_KINDS;
use super::prefix::{
    bracketed, clock, code, hashed, numbered_label, numbered_place, place, weekday,
};
use crate::model::TalkKind;

/// The words at the start of a line, before title or speaker.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::ingest) struct Lead {
    /// Its length in bytes.
    pub length: usize,
    /// The kind of talk that it gives.
    pub kind: Option<TalkKind>,
    /// It contains a time of day.
    pub has_time: bool,
    /// It contains a label such as "Keynote:" or "Talk 2:".
    pub is_labeled: bool,
}

/// The clutter at the start of a line.
pub(in crate::ingest) fn lead(text: &str) -> Lead {
    let mut lead = Lead::default();
    loop {
        let rest = text.get(lead.length..).unwrap_or_default();
        let hashed = hashed(rest).unwrap_or(0);
        let bare = rest.get(hashed..).unwrap_or_default();
        let bare = without_ornaments(bare);
        // "★★★: Looms that sing".
        let bare = bare.strip_prefix(": ").filter(|_| bare.len() < rest.len()).unwrap_or(bare);
        let (skipped, rest) = (rest.len() - bare.len(), bare);
        let length = match (time(rest).or_else(|| number(rest)), label(rest)) {
            (Some((length, is_time)), _) => {
                lead.has_time |= is_time;
                length
            }
            (None, Some((length, kind))) => {
                lead.kind = lead.kind.or(kind);
                lead.is_labeled = true;
                length
            }
            (None, None) => {
                // A room comes after a time; alone, "Main stage" may be a title.
                let place = place(rest).filter(|_| lead.has_time);
                let before_time = || code(rest, lead.has_time).or_else(|| weekday(rest));
                let place = place.or_else(|| numbered_place(rest, lead.has_time));
                let place = place.or_else(|| bracketed(rest));
                let Some(length) = place.or_else(before_time) else {
                    lead.length += skipped;
                    return lead;
                };
                length
            }
        };
        lead.length += skipped + length;
    }
}

/// The length of a line without the author's verdict: pictures, hash tags, "4/5".
pub(in crate::ingest) fn without_tail(text: &str) -> usize {
    let mut kept = text.trim_end();
    loop {
        let bare = kept.trim_end_matches(is_picture).trim_end();
        let (head, last) = bare.rsplit_once(char::is_whitespace).unwrap_or(("", bare));
        let is_tag = last.strip_prefix('#').is_some_and(|tag| {
            tag.starts_with(char::is_alphabetic)
                && tag.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        });
        if !head.is_empty() && (is_tag || is_rating(last) || is_sign(last)) {
            let head = head.trim_end();
            let label = head.rsplit_once(char::is_whitespace).map_or("", |(_, label)| label);
            let label = label.trim_end_matches(':').to_lowercase();
            let is_label =
                !is_tag && matches!(label.as_str(), "rating" | "score" | "note" | "nota");
            let length = if is_label { head.len() - label.len() - 1 } else { head.len() };
            kept = head.get(..length).unwrap_or(head);
            kept = kept.trim_end_matches([' ', ',', '-', '–', '—', '|', '(']);
        } else if bare.len() < kept.len() && !bare.is_empty() {
            kept = bare;
        } else {
            return kept.len();
        }
    }
}

/// ":star:" and "++".
fn is_sign(word: &str) -> bool {
    let is_short = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c);
    let code = word.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'));
    code.is_some_and(|code| !code.is_empty() && code.chars().all(is_short))
        || word.len() <= 5 && word.chars().all(|c| matches!(c, '+' | '-' | '*' | '!'))
}

/// "4/5", "(4/5)" and "8/10".
fn is_rating(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '[', ']']);
    let is_number = |part: &str| {
        !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    word.split_once('/')
        .is_some_and(|(points, most)| is_number(points) && matches!(most, "5" | "10"))
}

/// Length of a number such as `1.`, `2)`, `(3)` or the keycap `4️⃣`, and that it is not a time.
fn number(text: &str) -> Option<(usize, bool)> {
    const KEYCAP: &str = "\u{fe0f}\u{20e3}";
    if let Some(task) = ["[x] ", "[X] ", "[ ] "].iter().find(|task| text.starts_with(**task)) {
        return Some((task.len(), false));
    }
    let open = usize::from(text.starts_with('('));
    let digits = text.bytes().skip(open).take_while(u8::is_ascii_digit).count();
    let rest = text.get(open + digits..)?;
    if rest.starts_with(KEYCAP) && digits == 1 {
        return Some((1 + KEYCAP.len(), false));
    }
    // "A. Keynote: Looms"; but "A. Weaver: Looms" begins with an initial.
    let lettered = text.strip_prefix(|c: char| c.is_ascii_uppercase());
    let lettered = lettered.and_then(|rest| rest.strip_prefix(['.', ')'])?.strip_prefix(' '));
    if lettered.and_then(label).is_some_and(|(_, kind)| kind.is_some()) {
        return Some((3, false));
    }
    let is_item = open == 0 && rest.starts_with(". ") || rest.starts_with(") ");
    if let Some(length) = dotted(text) {
        return Some((length, false));
    }
    let dash = [" - ", " – ", " — "].iter().find(|dash| rest.starts_with(**dash));
    if let Some(dash) = dash.filter(|_| open == 0) {
        let title = rest.get(dash.len()..).unwrap_or_default();
        let is_title = title.starts_with(char::is_uppercase) && title.contains(' ');
        if (1..=2).contains(&digits) || digits == 3 && is_title {
            return Some((digits + dash.len(), false));
        }
    }
    ((1..=3).contains(&digits) && is_item).then_some((open + digits + 2, false))
}

/// Length of a section number, "3.1 ", before text that begins like a title.
fn dotted(text: &str) -> Option<usize> {
    const LONGEST: usize = 2;
    let (number, rest) = text.split_once([' ', '\u{a0}'])?;
    let parts = number.trim_end_matches('.').split('.');
    let is_part = |part: &str| {
        (1..=LONGEST).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let rest = rest.trim_start();
    let is_begun = |c: char| c.is_uppercase() || matches!(c, '"' | '“' | '„' | '«' | '「' | '*');
    let is_number = number.contains('.') && number.len() > 2 && parts.clone().all(is_part);
    (is_number && parts.count() > 1 && rest.starts_with(is_begun)).then(|| text.len() - rest.len())
}

/// Length of a time or a time range, with the marks after it.
fn time(text: &str) -> Option<(usize, bool)> {
    let first = clock(text)?;
    let mut length = first;
    let rest = text.get(first..)?;
    let dashes = rest.len() - rest.trim_start_matches([' ', '-', '–', '—', '~', '〜', '～']).len();
    let to = ["to ", "bis ", "à "].iter().find(|word| rest.trim_start().starts_with(**word));
    let gap = to.map_or(dashes, |word| rest.len() - rest.trim_start().len() + word.len());
    if let Some(second) = rest.get(gap..).and_then(clock) {
        length += gap + second;
    }
    let rest = text.get(length..)?;
    let unit = ["am", "pm", "AM", "PM", "Uhr", "h", "hrs", "uur"].iter().find(|unit| {
        let rest = rest.trim_start();
        rest.strip_prefix(**unit).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    });
    if let Some(unit) = unit {
        length += rest.len() - rest.trim_start().len() + unit.len();
    }
    let rest = text.get(length..)?;
    let marks = rest.len()
        - rest
            .trim_start_matches([
                ' ', ':', '-', '–', '—', '|', '/', ',', '.', ']', ')', '\u{a0}', '\n',
            ])
            .len();
    // "10:30「Looms」".
    let is_quoted = rest.starts_with(['「', '『', '“', '„', '«', '"']);
    (marks > 0 || rest.is_empty() || is_quoted).then_some((length + marks, true))
}

/// Length of a label such as `Keynote:`, `Talk 2 -` or `[Workshop]`, and the kind that it gives.
fn label(text: &str) -> Option<(usize, Option<TalkKind>)> {
    let (whole, text) = (text, near(text));
    if let Some(inside) = text.strip_prefix('[') {
        let (label, rest) = inside.split_once(']')?;
        let length =
            text.len() - rest.len() + rest.len() - rest.trim_start_matches([' ', ':']).len();
        return is_label(label).then(|| (length, kind_of(label)));
    }
    let marks = [": ", ":: ", " - ", " – ", " — ", "：", " : ", " | ", " / ", " :: "];
    // "Talk 2. Looms that sing".
    let stop = text.find(". ").filter(|at| text.get(..*at).is_some_and(ends_in_number));
    let stop = stop.map(|at| (at, ". "));
    let found = marks.iter().filter_map(|mark| text.find(mark).map(|at| (at, *mark)));
    let found = found.chain(stop).min();
    let numbered = numbered_label(text);
    let Some((at, mark)) = found.filter(|(at, _)| numbered.is_none_or(|(end, _)| *at < end)) else {
        return numbered.or_else(|| before_quote(text).filter(|_| ends_at_quote(whole)));
    };
    let label = text.get(..at)?;
    is_label(label)
        .then(|| (at + mark.len(), kind_of(label)))
        // "Workshop „Löten“": the kind comes right before the quotation mark.
        .or_else(|| before_quote(text))
}

/// The start of a text, where a label may be.
fn near(text: &str) -> &str {
    const LONGEST_LABEL: usize = 240;
    text.get(..text.floor_char_boundary(LONGEST_LABEL)).unwrap_or(text)
}

fn ends_in_number(text: &str) -> bool {
    text.contains(' ') && text.ends_with(|c: char| c.is_ascii_digit())
}

fn before_quote(text: &str) -> Option<(usize, Option<TalkKind>)> {
    let at = text.find(['"', '“', '„', '«', '「', '『'])?;
    let label = text.get(..at)?.trim_end();
    (!label.is_empty() && is_label(label)).then(|| (at, kind_of(label)))
}

/// Whether the sentence ends at the last quotation mark. In "the keynote “Looms” was given by Ada", it continues.
fn ends_at_quote(text: &str) -> bool {
    let rest =
        text.rsplit(['"', '”', '“', '»', '」', '』']).next().unwrap_or_default().trim_start();
    !rest.starts_with(char::is_lowercase) || leading(BY, rest).is_some()
}

pub(in crate::ingest) fn is_label(label: &str) -> bool {
    let label = label.trim().trim_matches(['*', '_']).to_lowercase();
    if has(MISSED, &label) {
        return true;
    }
    if has(TALK_PHRASES, &label) {
        return true;
    }
    let marks = [' ', '-', '#', '.', '\'', '’'];
    let words: Vec<&str> = label.split(marks).filter(|word| !word.is_empty()).collect();
    let known = words
        .iter()
        .filter(|word| has(TALK_LABELS, word.trim_end_matches('s')) || has(TALK_LABELS, word))
        .count();
    let numbers = words.iter().filter(|word| word.chars().all(|c| c.is_ascii_digit())).count();
    let has_talk = words
        .iter()
        .any(|word| !has(VAGUE_LABELS, word) && !word.chars().all(|c| c.is_ascii_digit()));
    // "Most useful talk", "Best keynote": any praise for the talk.
    let is_praise = words.len() <= 4
        && !label.contains(':')
        && words.len() > 1
        && words.first().is_some_and(|first| !has(ABOUT_KINDS, first))
        && words.last().is_some_and(|last| crate::ingest::names::kinds::is_talk_word(last));
    is_praise || words.len() <= 4 && known >= 1 && known + numbers == words.len() && has_talk
}

/// The text of a byline or title without link labels, durations and kinds, and the kind.
pub(in crate::ingest) fn without_labels(text: &str) -> (String, Option<TalkKind>) {
    let mut kind = None;
    let mut text = text.trim().to_owned();
    // "[video]" and "(slides, video)" at the end.
    while let Some((open, close)) =
        [('[', ']'), ('(', ')'), ('（', '）')].into_iter().find(|(_, close)| text.ends_with(*close))
    {
        let Some(at) = text.rfind(open) else { break };
        let inside =
            text.get(at + open.len_utf8()..text.len() - close.len_utf8()).unwrap_or_default();
        let is_known = |part: &str| is_link_word(part) || is_label(part);
        let is_known = inside.split([',', '|', '/', ';']).all(is_known)
            || is_citation(inside)
            || is_when(inside)
            || open == '[' && is_session_code(inside);
        if !is_known {
            break;
        }
        kind = kind.or_else(|| kind_of(inside));
        text.truncate(at);
        text.truncate(text.trim_end().len());
    }
    // "by Ada Weaver; slides".
    if text.contains("; ") && text.split("; ").any(is_link_word) {
        text = text.replace("; ", ", ");
    }
    // "lightning talk by Ada Weaver".
    if let Some((head, tail)) = text.split_once(" by ")
        && let Some(of_head) = kind_of(head).filter(|_| is_label(head))
    {
        (kind, text) = (kind.or(Some(of_head)), format!("by {tail}"));
    }
    if text.contains(", ") && text.split(", ").any(|part| is_link_word(part) || is_label(part)) {
        let mut kept: Vec<&str> = text.split(", ").collect();
        // Only at the end: "Topics, partitions and politics" is a title.
        while let Some(last) = kept.pop_if(|part| is_label(part) || is_link_word(part)) {
            kind = kind.or_else(|| kind_of(last));
        }
        // "Keynote, by Ada Weaver".
        if let Some((first, rest)) = kept.split_first()
            && !rest.is_empty()
            && is_label(first)
            && (kind_of(first).is_some()
                || crate::ingest::names::kinds::is_talk_word(first.trim().to_lowercase().as_str()))
        {
            kind = kind.or_else(|| kind_of(first));
            kept.remove(0);
        }
        text = kept.join(", ");
    }
    (text, kind)
}

/// Whether brackets contain the time and place of a talk: "10:15am", "K.3.601 11:40 - 12:10".
fn is_when(inside: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let mut words = inside.split_whitespace();
    let has_clock = words.any(|word| clock(word).is_some_and(|length| length >= word.len().min(4)));
    has_clock && inside.split_whitespace().count() <= MOST_WORDS
}

/// Whether brackets contain a session code: "WUL317".
fn is_session_code(inside: &str) -> bool {
    let letters = inside.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = inside.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    (2..=4).contains(&letters) && (2..=4).contains(&digits) && letters + digits == inside.len()
}

/// Whether brackets contain a citation: "Weaver et al. 2018".
fn is_citation(inside: &str) -> bool {
    const MOST_WORDS: usize = 6;
    inside.contains(" et al") && inside.split_whitespace().count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_author_thinks_of_a_talk_is_no_part_of_it() {
        for (text, expected) in [
            ("Looms - Ada Weaver ⭐⭐⭐", "Looms - Ada Weaver"),
            ("Looms - Ada Weaver #sound #live", "Looms - Ada Weaver"),
            ("Looms - Ada Weaver 👍 rating: 5/5", "Looms - Ada Weaver"),
            ("Looms (Ada Weaver) ++", "Looms (Ada Weaver)"),
            ("Looms - Ada Weaver :star:", "Looms - Ada Weaver"),
            ("Looms in C#", "Looms in C#"),
            ("Looms in C++", "Looms in C++"),
            ("#looms", "#looms"),
        ] {
            assert_eq!(text.get(..without_tail(text)), Some(expected));
        }
    }
}
