//! The prefixes that schedules put before a title: times, weekdays, session codes, numbered labels and rooms.

use super::cue_words::{TALK_LABELS, TRACKS, VAGUE_LABELS, has, is_room_word, is_weekday};
use super::kinds::kind_of;
use super::name_shape::{may_be_name, person_odds};
use crate::ingest::facts::language_tags::tag_of_name;
use crate::model::TalkKind;

/// Length of a weekday right before a time of day: "Tue 10:30".
pub(super) fn weekday(text: &str) -> Option<usize> {
    let (day, rest) = text.split_once(' ')?;
    let is_day = is_weekday(&day.trim_end_matches(['.', ',']).to_lowercase());
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
    let (number, rest) = text.split_once(' ')?;
    let rest = rest.strip_prefix('(').and_then(|it| it.split_once(") ")).map_or(rest, |it| it.1);
    // Plain text has columns: "K.1.105   Looms at scale".
    let marks = ["- ", "– ", "— ", " "];
    let mark = marks.into_iter().find(|mark| rest.starts_with(mark))?;
    let behind = rest.get(mark.len()..)?.trim_start();
    is_dotted_room(number).then(|| text.len() - behind.len())
}

/// Whether a word is the number of a room with dots in it: "H.1302", "K.1.105".
pub(in crate::ingest) fn is_dotted_room(number: &str) -> bool {
    const LONGEST: usize = 8;
    number.starts_with(|c: char| c.is_ascii_uppercase())
        && number.contains('.')
        && number.len() <= LONGEST
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'.')
}

/// Length of a number sign and the number before a speaker: "#3 Ada Weaver: Looms at scale". "#42 Is the Answer" is a
/// title, and "#looms: Why We Stopped" as well.
pub(super) fn hashed(text: &str) -> Option<usize> {
    let rest = behind_number_sign(text)?;
    let head = rest.split([',', '(', ':', '–', '/', '&']).next().unwrap_or_default();
    let head = head.split(" - ").next().unwrap_or_default().trim();
    (may_be_name(head) && person_odds(head) > 0.0).then(|| text.len() - rest.len())
}

/// What follows a number sign, a number of one or two digits and a mark: "Looms at scale" in "#3: Looms at scale".
pub(in crate::ingest) fn behind_number_sign(text: &str) -> Option<&str> {
    let tag = text.strip_prefix('#')?;
    let digits = tag.bytes().take_while(u8::is_ascii_digit).count();
    let rest = tag.get(digits..).filter(|_| (1..=2).contains(&digits))?;
    let rest = rest.strip_prefix(": ").or_else(|| rest.strip_prefix(' '))?;
    let rest = rest.trim_start_matches(['-', '–', '—', ' ']);
    // "#1 reason to weave" is a title.
    rest.starts_with(|c: char| !c.is_lowercase()).then_some(rest)
}

/// Length of a remark in square brackets before a title: `[Day 1] `, `[must see] `. `[Looms that sing] Ada Weaver` has a
/// title in them, `[Ada Weaver] Looms` and `[Ada] Looms` a speaker, and `[2] Looms` the number of a footnote.
pub(super) fn bracketed(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 3;
    const LONGEST: usize = 40;
    let (inside, title) = text.strip_prefix('[')?.split_once("] ")?;
    let is_short = inside.len() <= LONGEST && inside.split(' ').count() <= MOST_WORDS;
    let is_words = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '’' | '-' | '/');
    let is_remark = inside.contains(' ') && inside.chars().all(is_words);
    let is_rating = inside.chars().all(|c| matches!(c, '★' | '☆' | '⭐'));
    let head = title.split([',', '(', '–', '-', '/', '&']).next().unwrap_or_default().trim();
    let is_meant = is_place(inside)
        || is_rating
        || is_language(inside)
        || is_remark && !may_be_name(inside) && person_odds(head) < 0.0;
    (is_short && is_meant && title.starts_with(|c: char| c.is_uppercase() || c == '"'))
        .then(|| text.len() - title.len())
}

/// Whether words name the language of a talk: "German", "EN", "DE/EN".
fn is_language(words: &str) -> bool {
    const CODES: [&str; 10] = ["EN", "DE", "FR", "ES", "IT", "NL", "PT", "PL", "RU", "JP"];
    let mut parts = words.split(['/', ',']).map(str::trim);
    parts.all(|part| CODES.contains(&part) || tag_of_name(part).is_some())
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

/// Length of a track or room with its number or letter, and the mark after it: "Track A: ", "Room 3, ". Behind a time,
/// a space is enough: "Aud. B204 Looms at scale".
pub(super) fn numbered_place(text: &str, is_behind_time: bool) -> Option<usize> {
    let (word, rest) = text.split_once(' ')?;
    let number = rest.split([':', ',', '.', ' ']).next()?;
    let digits = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let is_number = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = is_number && !digits.is_empty() && number.len() - digits.len() <= 1;
    let is_letter = number.len() == 1 && digits.is_empty();
    let behind = rest.get(number.len()..)?;
    let marks = [": ", ", ", ". ", " - ", " – ", " — ", " | ", "\t", "   "];
    let mark = marks.into_iter().find(|mark| behind.starts_with(mark));
    let begins = |text: &str| text.starts_with(|c: char| c.is_uppercase() || c == '"');
    let space = behind.strip_prefix(' ').filter(|it| is_behind_time && is_code && begins(it));
    let length = mark.or_else(|| space.map(|_| " "))?.len();
    let is_meant = is_room_or_track(word.trim_end_matches('.').to_lowercase().as_str())
        && !number.is_empty()
        && (is_code || is_letter);
    is_meant.then_some(word.len() + 1 + number.len() + length)
}

/// Whether a few words name a room: "Room 233", "großer Saal".
pub(in crate::ingest) fn is_place(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split_whitespace().count() <= 3 && lower.split_whitespace().any(is_room_or_track)
}

fn is_room_or_track(word: &str) -> bool {
    is_room_word(word) || has(TRACKS, word)
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
            ("10:00  10:25  K.4.201   Looms at scale", "Looms at scale"),
            ("13:00-13:30 Aud. B204 Looms at scale", "Looms at scale"),
            ("13:00 Room 101 revisited", "Room 101 revisited"),
            ("#3 Looms at scale", "#3 Looms at scale"),
            ("#3 Marta Kowalska: Looms", "Marta Kowalska: Looms"),
            ("#7 Is Not Enough", "#7 Is Not Enough"),
            ("#NoLooms: Why We Wove", "#NoLooms: Why We Wove"),
            ("#1 reason to weave", "#1 reason to weave"),
            ("# Looms at scale", "Looms at scale"),
            ("★★★: Looms at scale", "Looms at scale"),
            ("[Hall C] Looms at scale", "Looms at scale"),
            ("[Day 2] Looms at scale", "Looms at scale"),
            ("[not to be missed] Looms at scale", "[not to be missed] Looms at scale"),
            ("[loved it] Looms at scale", "Looms at scale"),
            ("[★★★] Looms at scale", "Looms at scale"),
            ("[Marta] Looms at scale", "[Marta] Looms at scale"),
            ("[Zyx Qorblat] Looms at scale", "[Zyx Qorblat] Looms at scale"),
            ("[早乙女 大地, Marta Kowalska] Looms", "[早乙女 大地, Marta Kowalska] Looms"),
            ("[Marta Kowalska] Looms at scale", "[Marta Kowalska] Looms at scale"),
            ("[Looms at scale] Marta Kowalska", "[Looms at scale] Marta Kowalska"),
            ("[2] Looms at scale", "[2] Looms at scale"),
            ("[it] was loud", "[it] was loud"),
        ] {
            assert_eq!(text.get(lead(text).length..), Some(rest), "{text}");
        }
    }
}
