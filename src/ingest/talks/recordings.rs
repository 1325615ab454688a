//! Decides which talk a recording link belongs to, when several titles are linked.

use crate::ingest::address;
use crate::ingest::names::link_words::{is_link_word, is_on_recording};
use crate::ingest::spelling::name_key;

/// The addresses of recordings that belong to talks other than the one with this title. If that title is linked to its
/// recording, other linked titles lead to other talks. Links such as "video" are not titles.
pub(super) fn recordings_of_others(links: &[(String, String)], title: &str) -> Vec<String> {
    let title = name_key(title);
    let recordings = || links.iter().filter(|(url, _)| address::video(url).is_some());
    let is_title = |words: &str| !title.is_empty() && name_key(words) == title;
    if !recordings().any(|(_, words)| is_title(words)) {
        return Vec::new();
    }
    let is_other =
        |words: &str| !is_title(words) && !is_link_word(words) && !is_on_recording(words);
    recordings().filter(|(_, words)| is_other(words)).map(|(url, _)| url.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_linked_title_has_its_own_recording_only() {
        let link = |id: &str, words: &str| (format!("https://youtu.be/{id}"), words.to_owned());
        let looms = link("aaaaaaaaaaa", "Looms that sing");
        let others = |links: &[(String, String)]| recordings_of_others(links, "Looms that sing");
        let felt = link("bbbbbbbbbbb", "Felting in the dark");
        assert_eq!(others(&[looms.clone(), felt.clone()]), [felt.0.as_str()]);
        assert_eq!(others(&[looms, link("ccccccccccc", "video")]), [""; 0]);
        assert_eq!(others(&[felt]), [""; 0]);
    }
}
