//! Words about talks in scripts without spaces between words, where one has to be looked for inside others.

use super::cue_words::phrases;

/// Words for talks.
const TALKS: &str =
    "発表 | 講演 | セッション | トーク | 演讲 | 议题 | 分享 | 發表 | 발표 | 세션 | 강연";

/// Words right before them that say that somebody saw the talks.
const SEEN: &str = "\
    聞いた | 聴いた | 聴講した | 参加した | 見た | 観た | 視聴した | 拝聴した | 听了 | 听过的 | 听的 | 参加的 | 聽了 | 聽的 | \
    들은 | 들었던 | 본 | 참여한 | 참여했던 | 참가한 | 참석한";

/// How a text begins that points at the talk above it.
pub(in crate::ingest) const EASTERN_THIS: &str = "\
    この発表 | こちらの発表 | このセッション | このトーク | この講演 | 这个演讲 | 这场演讲 | 이 발표 | 이 세션 | 이번 발표";

/// Whether a heading says that talks follow which the author saw: "聞いた発表", "들은 세션".
pub(in crate::ingest) fn heads_seen_talks(heading: &str) -> bool {
    const LONGEST: usize = 24;
    if heading.is_ascii() || heading.chars().count() > LONGEST {
        return false;
    }
    phrases(SEEN).any(|seen| {
        let behind = heading.split_once(seen).map(|(_, behind)| behind.trim_start());
        behind.is_some_and(|behind| phrases(TALKS).any(|talk| behind.starts_with(talk)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_above_talks_that_were_seen() {
        for (heading, expected) in [
            ("聞いた発表", true),
            ("参加したセッション一覧", true),
            ("1日目に聴いた講演", true),
            ("들은 세션", true),
            ("听的演讲", true),
            ("発表の感想", false),
            ("聞いた話", false),
            ("発表資料を見たい人へ", false),
            ("Talks I saw", false),
        ] {
            assert_eq!(heads_seen_talks(heading), expected, "{heading}");
        }
    }
}
