//! The prefixes that schedules put before a title: times, weekdays, session codes, numbered labels and rooms.

use super::cue_words::{PLACES, TALK_LABELS, VAGUE_LABELS, WEEKDAYS, has};
use super::kinds::kind_of;
use crate::model::TalkKind;

/// Length of a weekday right before a time of day: "Tue 10:30".
pub(super) fn weekday(text: &str) -> Option<usize> {
    let (day, rest) = text.split_once(' ')?;
    let is_day = has(WEEKDAYS, &day.trim_end_matches(['.', ',']).to_lowercase());
    (is_day && clock(rest.trim_start()).is_some()).then(|| text.len() - rest.len())
}

/// Length of a session or room code: "SVS320 - ", "SVS320-R - " for a repeat, "V1, " before a time, or "HS3 - " after
/// one.
pub(in crate::ingest) fn code(text: &str, is_behind_time: bool) -> Option<usize> {
    if let Some(room) = dotted_room(text).filter(|_| is_behind_time) {
        return Some(room);
    }
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = text.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&letters) || !(1..=4).contains(&digits) {
        return None;
    }
    let length = letters + digits + again(text.get(letters + digits..)?);
    let rest = text.get(length..)?;
    if let Some(after) = rest.strip_prefix(", ") {
        return clock(after).map(|_| length + 2);
    }
    // "ARC305: Looms at scale" has a vendor's session number; "HTTP2 - a story" has no code.
    let marks = [" - ", " – ", " — ", " | ", ": "];
    let dash = marks.into_iter().find(|dash| rest.starts_with(dash))?;
    let is_session = letters == 3 && digits == 3 && !text.starts_with("RFC");
    (digits >= 3 && (dash != ": " || is_session) || is_behind_time).then_some(length + dash.len())
}

/// Length of a room with dots in its number and the dash after it: "H.1302 (Depage) - ", "K.1.105 - ".
fn dotted_room(text: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let (number, rest) = text.split_once(' ')?;
    let is_number = number.starts_with(|c: char| c.is_ascii_uppercase())
        && number.contains('.')
        && number.len() <= LONGEST
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'.');
    let rest = rest.strip_prefix('(').and_then(|it| it.split_once(") ")).map_or(rest, |it| it.1);
    let dash = ["- ", "– ", "— "].into_iter().find(|dash| rest.starts_with(dash))?;
    is_number.then(|| text.len() - rest.len() + dash.len())
}

/// Length of a suffix for a repeated session: "-R", "-R2".
fn again(text: &str) -> usize {
    let Some(mark) = text.strip_prefix("-R") else { return 0 };
    let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
    if mark.get(digits..).is_some_and(|rest| rest.starts_with(' ')) { 2 + digits } else { 0 }
}

/// Length of a room and the separator after it: "[Ballroom B] ", "Big hall / ".
pub(super) fn place(text: &str) -> Option<usize> {
    const MARKS: [&str; 9] = [" / ", " | ", " :: ", ": ", " - ", " – ", " — ", ", ", "\n"];
    if let Some(inside) = text.strip_prefix(['[', '(']) {
        let (room, rest) = inside.split_once([']', ')'])?;
        let rest = rest.trim_start_matches([' ', ':', '-', '–', '—', '|']);
        return is_place(room).then(|| text.len() - rest.len());
    }
    let (at, mark) = MARKS.iter().filter_map(|mark| text.find(mark).map(|at| (at, *mark))).min()?;
    is_place(text.get(..at)?).then_some(at + mark.len())
}

/// Length of a track or room with its number or letter, and the mark after it: "Track A: ", "Room 3, ".
pub(super) fn numbered_place(text: &str) -> Option<usize> {
    let (word, rest) = text.split_once(' ')?;
    let number = rest.split([':', ',', '.', ' ']).next()?;
    let is_number = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_uppercase());
    let behind = rest.get(number.len()..)?;
    let marks = [": ", ", ", ". ", " - ", " – ", " — ", " | ", "\t", "   "];
    let mark = marks.into_iter().find(|mark| behind.starts_with(mark))?;
    let is_meant =
        has(PLACES, &word.to_lowercase()) && !number.is_empty() && (is_number || is_letter);
    is_meant.then_some(word.len() + 1 + number.len() + mark.len())
}

/// Whether a few words name a room: "Room 233", "großer Saal".
pub(in crate::ingest) fn is_place(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split_whitespace().count() <= 3 && lower.split_whitespace().any(|word| has(PLACES, word))
}

/// Length of `09:30`, `9.30`, `9h30` or `9am`.
pub(in crate::ingest) fn clock(text: &str) -> Option<usize> {
    let lead = usize::from(text.starts_with(['[', '(']));
    let text = text.get(lead..)?;
    let hours = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&hours) || text.get(..hours)?.parse::<u8>().ok()? > 24 {
        return None;
    }
    let rest = text.get(hours..)?;
    if let Some(minutes) = rest.strip_prefix([':', '.', 'h', 'H']) {
        let digits = minutes.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 2 {
            return Some(lead + hours + 3);
        }
        return (rest.starts_with(['h', 'H'])
            && (minutes.is_empty() || minutes.starts_with([' ', ':'])))
        .then_some(lead + hours + 1);
    }
    if rest.trim_start().starts_with("Uhr") {
        return Some(lead + hours);
    }
    let half = rest.trim_start().get(..2)?.to_ascii_lowercase();
    matches!(half.as_str(), "am" | "pm")
        .then(|| lead + hours + rest.len() - rest.trim_start().len() + 2)
}

/// Length of a kind of talk and its number before text that begins like a title: "Session 3 Looms that sing".
pub(super) fn numbered_label(text: &str) -> Option<(usize, Option<TalkKind>)> {
    let (word, rest) = text.split_once(' ')?;
    let (number, title) = rest.split_once(' ')?;
    let lower = word.to_lowercase();
    let is_talk = has(TALK_LABELS, &lower) && !has(VAGUE_LABELS, &lower);
    let is_number = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_title = title.contains(' ') && title.starts_with(char::is_uppercase);
    let is_numbered = is_talk && is_number && !number.is_empty();
    (is_numbered && is_title).then(|| (text.len() - title.len(), kind_of(word)))
}

#[cfg(test)]
mod tests {
    use crate::ingest::names::clutter::lead;

    #[test]
    fn what_a_schedule_puts_before_a_title_is_skipped() {
        for (text, rest) in [
            ("Tue 10:30 [Room 233] Ada Weaver: Looms", "Ada Weaver: Looms"),
            ("10:00 / Big hall / Ada Weaver / Looms", "Ada Weaver / Looms"),
            ("V1, 10 Uhr – Ada Weaver: Looms", "Ada Weaver: Looms"),
            ("10:30「織機の話」山田太郎さん", "「織機の話」山田太郎さん"),
            ("SVS320 - Looms at scale", "Looms at scale"),
            ("SVS320-R1 - Looms at scale", "Looms at scale"),
            ("11:15 HS3 — Looms at scale", "Looms at scale"),
            ("Wed 2pm Stage 4\nLooms at scale", "Looms at scale"),
            ("ARC305: Looms at scale", "Looms at scale"),
            ("RFC791: a love story", "RFC791: a love story"),
            ("Track A: Looms at scale", "Looms at scale"),
            ("Track 1, 10:00. Looms at scale", "Looms at scale"),
            ("10:30 H.1302 (Depage) - looms at scale", "looms at scale"),
            ("11:25 K.1.105 - looms at scale", "looms at scale"),
            ("talk:: Looms at scale", "Looms at scale"),
            ("Session 3 Looms at scale", "Looms at scale"),
            ("Day 3 Looms at scale", "Day 3 Looms at scale"),
            ("Track record of a loom", "Track record of a loom"),
            ("10:20 - 11:20 Room 4   Looms at scale", "Looms at scale"),
            ("Stage fright: a love story", "Stage fright: a love story"),
            ("(2) Looms at scale", "Looms at scale"),
            ("3.1 Looms at scale", "Looms at scale"),
            ("2.1.3. Looms at scale", "Looms at scale"),
            ("2.5 million looms", "2.5 million looms"),
            ("204 — Looms at scale", "Looms at scale"),
            ("365 - days", "365 - days"),
            ("3\u{fe0f}\u{20e3} Looms at scale", "Looms at scale"),
            ("HTTP2 - a story", "HTTP2 - a story"),
            ("Main stage, a love story", "Main stage, a love story"),
            ("Sun and rain in 10 charts", "Sun and rain in 10 charts"),
        ] {
            assert_eq!(text.get(lead(text).length..), Some(rest), "{text}");
        }
    }
}
