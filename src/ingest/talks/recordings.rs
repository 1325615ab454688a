//! Decides which talk a recording link belongs to, when several titles are linked.

use super::notes::Cutter;
use super::sections::Section;
use crate::ingest::address;
use crate::ingest::leading_videos::is_recording;
use crate::ingest::names::link_words::{is_link_word, is_on_recording};
use crate::ingest::passage::worded_links;
use crate::ingest::spelling::name_key;
use std::collections::BTreeMap;

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

impl Cutter {
    /// Recordings and slides that a section on one talk links to as its own. A recording is linked by "video", by the
    /// title or as a bare address.
    pub(super) fn own_recordings(&mut self, talk: usize, section: &Section<'_>, is_whole: bool) {
        let title = self.talks.get(talk).map(|talk| name_key(&talk.title)).unwrap_or_default();
        let (mut videos, mut slides) = (BTreeMap::new(), BTreeMap::new());
        for passage in section.passages {
            for (url, words) in worded_links(std::slice::from_ref(&passage.block)) {
                let is_named = is_link_word(&words)
                    || words.contains("://")
                    || words.split_whitespace().count() <= 5 && is_on_recording(&words)
                    || name_key(&words) == title
                    // A linked picture has words of its own.
                    || is_recording(&passage.block);
                if is_named && address::video(&url).is_some() {
                    videos.insert(url, words);
                } else if address::is_slides(&url, &words) {
                    slides.insert(url, words);
                }
            }
        }
        // Two links may belong to two talks.
        for links in [videos, slides].iter().filter(|links| is_whole && links.len() == 1) {
            for (url, words) in links {
                self.own_link(talk, url, words);
            }
        }
    }
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
