//! Words around a title and its speakers that say nothing beyond who they are: "by", "Speaker:", "Dr.", "she".

use super::cue_words::{
    ADDRESSES, BY, COMPANIONS, EMPLOYER_LINKS, JOINTS, LEVELS, NOBODY, PARTICLES, SPEAKER_LABELS,
    TALK_LABELS, THE, TITLE_LABELS, WEEKDAYS, phrases,
};
use super::kinds::TALK_WORDS;
use super::other_words::{MODERATORS, PRONOUNS};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Each word of the lists.
static FRAME_WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lists = [
        ADDRESSES,
        BY,
        COMPANIONS,
        EMPLOYER_LINKS,
        JOINTS,
        LEVELS,
        MODERATORS,
        NOBODY,
        PARTICLES,
        PRONOUNS,
        SPEAKER_LABELS,
        TALK_LABELS,
        THE,
        TITLE_LABELS,
        WEEKDAYS,
    ];
    let words = lists.into_iter().flat_map(phrases).flat_map(|phrase| {
        phrase.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    });
    words.chain(phrases(TALK_WORDS)).collect()
});

/// Whether a word in lower case is such a word.
pub(in crate::ingest) fn is_frame_word(word: &str) -> bool {
    FRAME_WORDS.contains(word)
}
