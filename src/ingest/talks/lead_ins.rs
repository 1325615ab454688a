//! Reads the words that lead to a list: "Heard in the hallway:", "Some books that he named:".

use super::sections::{BOOKS, is_of_others};
use crate::ingest::names::cue_words::has;
use crate::ingest::names::other_words::{FURTHER, WRITINGS};
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline, inline_text};

/// Whether quotations or works of others follow the last of some passages.
pub(super) fn leads_to_others(passages: &[&Passage]) -> bool {
    let last = passages.last().map(|passage| &passage.block);
    matches!(last, Some(Block::Paragraph(text)) if introduces_others(text))
}

/// Whether quotations or works of others follow some words: "Further reading", "She named two books:".
pub(super) fn introduces_others(text: &[Inline]) -> bool {
    const LONGEST: usize = 3;
    let words = inline_text(text);
    let words = words.trim();
    let is_short = words.split_whitespace().count() <= LONGEST;
    let Some(lead) = words.strip_suffix([':', '：']) else {
        return is_short && is_of_others(words);
    };
    is_of_others(lead) || names_books(lead) || names_writings(lead)
}

/// Whether the last sentence of a text speaks of what other people wrote: "Other recaps, in no order".
fn names_writings(text: &str) -> bool {
    const FARTHEST: usize = 3;
    let last = text.rsplit(['.', '!', '?']).next().unwrap_or_default().to_lowercase();
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let words: Vec<&str> =
        last.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| {
        let mut behind = words.iter().skip(at + 1).take(FARTHEST);
        has(FURTHER, word) && behind.any(|word| has(WRITINGS, word))
    })
}

/// Whether the last sentence of a text speaks of books.
fn names_books(text: &str) -> bool {
    let last = text.rsplit(['.', '!', '?']).next().unwrap_or_default().to_lowercase();
    last.split(|c: char| !c.is_alphanumeric()).any(|word| has(BOOKS, word))
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn books_that_a_speaker_names_are_no_talks() {
        let talk = "## Looms that sing - Ada Weaver\n\n";
        let found = ["Looms that sing | Ada Weaver"];
        let books = "- \"Weaving fast and slow\", Daniel Sley\n- \"Deep Wool: Rules for Focused Weavers\", Cal Heddle\n";
        for lead in ["She named some books:", "Podała parę tytułów książek:", "Books:"] {
            check(&format!("{talk}It was long. {lead}\n\n{books}"), &found);
        }
        for lead in ["Books:", "Bücher:", "Some books that she likes:"] {
            let inner = books.replace("- ", "  - ").replace('"', "_").replace("_,", "_ -");
            check(&format!("{talk}- It was long.\n- {lead}\n{inner}"), &found);
        }
    }

    #[test]
    fn what_other_people_wrote_is_no_talk() {
        let talk = "## Looms that sing - Ada Weaver\n\nIt was long.\n\n";
        let posts = "- [LoomConf 2019, from within](https://a.example/1), Lena Graf\n\
            - [Shrinking looms for fun and profit](https://b.example/2), Cal Heddle\n";
        for lead in [
            "Other materials:",
            "Some other recaps, in no order:",
            "Quelques autres CR, en vrac :",
            "Weitere Berichte:",
            "Otras crónicas:",
        ] {
            check(&format!("{talk}{lead}\n\n{posts}"), &["Looms that sing | Ada Weaver"]);
        }
        check(
            "Other talks that I saw:\n\n- \"How we lost the thread\", Lena Graf\n- \"Wool at scale\", Cal Heddle\n",
            &["How we lost the thread | Lena Graf", "Wool at scale | Cal Heddle"],
        );
    }

    #[test]
    fn other_lists_may_be_of_talks() {
        check(
            "Talks with friends:\n\n- \"Weaving fast and slow\", Daniel Sley\n- \"How we lost the thread\", Cal Heddle\n",
            &["Weaving fast and slow | Daniel Sley", "How we lost the thread | Cal Heddle"],
        );
    }
}
