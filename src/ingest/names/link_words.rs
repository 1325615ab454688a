//! Words of links beside a talk: its recording, its slides, its language.

use super::cue_words::{LINK_WORDS, RECORDINGS, has};

/// Whether a part of a line only names what it links to: "video", "slides (PDF)", or how long it lasts.
pub(in crate::ingest) fn is_link_word(part: &str) -> bool {
    let part = part.trim().trim_matches(['[', ']', '(', ')']).to_lowercase();
    let part = part
        .strip_prefix("duration")
        .or_else(|| part.strip_prefix("length"))
        .map_or(part.as_str(), |rest| rest.trim_start_matches([':', ' ']));
    // "25:00" and "1:02:30".
    let is_clock = part.contains(':') && part.chars().all(|c| c.is_ascii_digit() || c == ':');
    let is_duration = is_clock
        || part.starts_with(|c: char| c.is_ascii_digit())
            && ["min", "mins", "minutes", "minuten", "h", "hours", "'"]
                .iter()
                .any(|unit| part.ends_with(unit));
    part.is_empty() || is_duration || has(LINK_WORDS, part)
}

/// Whether the text of a link describes a recording.
pub(in crate::ingest) fn is_on_recording(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| has(RECORDINGS, word))
}
