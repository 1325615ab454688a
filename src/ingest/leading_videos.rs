//! Moves recordings from above the headings of their talks to below them.

use crate::ingest::address::video;
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline};

/// Swaps each recording with the heading right below it. This happens only when every recording of the text is above a
/// heading and the first one cannot belong to an earlier heading.
pub(super) fn lower_videos(passages: &mut [Passage]) {
    let videos: Vec<usize> = (0..passages.len())
        .filter(|at| passages.get(*at).is_some_and(|passage| is_recording(&passage.block)))
        .collect();
    let level = |at: usize| {
        let Block::Heading { level, .. } = &passages.get(at)?.block else { return None };
        Some(*level)
    };
    let [first, _, ..] = videos.as_slice() else { return };
    let Some(own) = level(first + 1) else { return };
    let leads = videos.iter().all(|at| level(at + 1) == Some(own));
    let is_free = (0..*first).all(|at| level(at).is_none_or(|above| above < own));
    if leads && is_free {
        for at in videos {
            passages.swap(at, at + 1);
        }
    }
}

/// Whether a block contains only a recording.
pub(super) fn is_recording(block: &Block) -> bool {
    if let Block::Paragraph(text) = block {
        return matches!(text.as_slice(), [Inline::Link { url, .. }] if video(url).is_some());
    }
    matches!(block, Block::Video(_))
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let talks = draft.talks.iter().map(|talk| {
            let videos: Vec<&str> = talk.videos.iter().map(|video| video.id.as_str()).collect();
            format!("{}: {}", talk.title, videos.join(" "))
        });
        assert_eq!(talks.collect::<Vec<_>>(), expected, "{text}");
    }

    const A: &str = "https://youtu.be/dsCMfi5YPnE";
    const B: &str = "https://youtu.be/CjYEpVNbM-s";

    #[test]
    fn a_recording_above_a_heading_is_that_of_its_talk() {
        let (one, two) = ("## Looms that sing - Ada Weaver", "## Fast wool - Marta Kowalska");
        check(
            &format!("# Loom days\n\n{A}\n\n{one}\n\nA.\n\n{B}\n\n{two}\n\nB.\n"),
            &["Looms that sing: dsCMfi5YPnE", "Fast wool: CjYEpVNbM-s"],
        );
        check(
            &format!("# Loom days\n\n{one}\n\n{A}\n\n{two}\n\n{B}\n\nB.\n"),
            &["Looms that sing: dsCMfi5YPnE", "Fast wool: CjYEpVNbM-s"],
        );
    }
}
