//! Tells recaps of an event from those of one talk, by their titles and paths.

use super::event_titles::{OnEvent, on_event};
use super::likely_title::may_be_title;
use crate::ingest::draft::Draft;
use crate::ingest::facts::path_facts;

/// Whether a recap is about an event and not about one talk: the title says so, or it has no title and the path says
/// so.
pub(in crate::ingest) fn is_about_event(draft: &Draft) -> bool {
    let title = draft.title.0.as_str();
    let is_short = || title.split_whitespace().count() < 4;
    let is_frame = || is_short() || !may_be_title(title);
    on_event(title) == OnEvent::Yes
        || path_facts::has_year(&draft.path) && (path_facts::is_index(&draft.path) || is_frame())
}

/// Whether a title names an event and its year, with more than the words that titles of any notes have.
pub(in crate::ingest) fn names_event(title: &str) -> bool {
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    on_event(title) == OnEvent::Yes
        && words.any(|word| word.starts_with(char::is_uppercase) && !is_of_notes(word))
}

/// Whether a word is common in titles of notes on any event.
fn is_of_notes(word: &str) -> bool {
    const OF_NOTES: [&str; 8] =
        ["my", "the", "notes", "conference", "conferences", "talk", "talks", "from"];
    let word = word.to_lowercase();
    // Two events are among the words of recaps.
    let is_name = matches!(word.as_str(), "fosdem" | "kubecon");
    OF_NOTES.contains(&word.as_str()) || on_event(&word) != OnEvent::No && !is_name
}
