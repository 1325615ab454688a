//! Reads the words that lead to a list: "Heard in the hallway:", "Some books that he named:".

use super::sections::{BOOKS, is_of_others};
use crate::ingest::names::cue_words::has;
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
    is_of_others(lead) || names_books(lead)
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
    fn other_lists_may_be_of_talks() {
        check(
            "Talks with friends:\n\n- \"Weaving fast and slow\", Daniel Sley\n- \"How we lost the thread\", Cal Heddle\n",
            &["Weaving fast and slow | Daniel Sley", "How we lost the thread | Cal Heddle"],
        );
    }
}
