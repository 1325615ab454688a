//! Finds the talks that a callout or a quotation lists.

use super::found::Found;
use super::found_talks::{Piece, first_line};
use super::notes::Cutter;
use super::sections::{is_about_talks, is_of_others};
use crate::ingest::lines::line::Mark;
use crate::ingest::names::cue_words::{MISSED, has};
use crate::ingest::names::kinds::words;
use crate::ingest::names::no_talks::{is_not_heard, tells_of_work};
use crate::ingest::passage::Passage;
use crate::model::{Block, inline_text};

impl Cutter {
    /// The talks that a callout lists: "> - “Looms” by Ada Weaver". What else it says stays a quotation. Callouts list
    /// many other things, and quotations name those who said them.
    pub(super) fn quoted_pieces(&mut self, passage: &Passage, blocks: &[Block]) -> Vec<Piece> {
        const FEWEST: usize = 2;
        let part = |block: Block| Passage::new(block, passage.first, passage.last);
        let (mut pieces, mut others) = (Vec::new(), Vec::new());
        for block in blocks {
            let Block::List { start, items } = block else {
                others.push(block.clone());
                continue;
            };
            let leads = || others.iter().filter_map(lead_in);
            if leads().any(|(title, text)| lists_others(&title) || lists_others(&text)) {
                others.push(block.clone());
                continue;
            }
            let is_on_talks = leads().any(|(title, text)| {
                is_about_talks(&title) || is_about_talks(text.trim_end_matches(':'))
            });
            let found = self.found_in_items(items);
            let is_talk = |(item, found): &(&Vec<Block>, &Found)| {
                !found.speakers.is_empty() && (is_on_talks || is_quoted_title(item, found))
            };
            let all = items.iter().zip(&found);
            let all = all.filter_map(|(item, found)| Some((item, found.as_ref()?)));
            let named = all.filter(is_talk).count();
            if named >= FEWEST && named * 3 >= items.len() * 2 {
                pieces.extend(self.list_pieces(&part(block.clone()), *start, items, false));
            } else {
                others.push(block.clone());
            }
        }
        if !pieces.is_empty() && !others.is_empty() {
            let passages = vec![part(Block::Quote(others))];
            pieces.insert(0, Piece { talk: None, award: String::new(), passages });
        }
        pieces
    }
}

/// The first line of a paragraph, which may be the title of a callout, and its last.
fn lead_in(block: &Block) -> Option<(String, String)> {
    let Block::Paragraph(text) = block else { return None };
    let all = inline_text(text);
    let mut lines = all.lines().map(|line| line.trim().to_owned());
    let first = lines.next()?;
    let last = lines.next_back().unwrap_or_else(|| first.clone());
    Some((first, last))
}

/// Whether such a line says that no talks of the event follow, or none that the author heard.
fn lists_others(lead: &str) -> bool {
    let lead = lead.trim_end_matches(':');
    let is_missed = words(&lead.to_lowercase()).any(|word| has(MISSED, word));
    is_missed || is_of_others(lead) || tells_of_work(lead) || is_not_heard(lead, "")
}

/// Whether the title of the talk in an item is quoted, and its speaker not given as that of a quotation is.
fn is_quoted_title(item: &[Block], found: &Found) -> bool {
    let line = first_line(item);
    line.spans.iter().any(|span| {
        let rest = line.words.get(span.range.end..).unwrap_or_default();
        let rest =
            rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !is_dash(c) && c != '(');
        span.mark == Mark::Quoted
            && line.text(span.range.clone()).contains(&found.title)
            && !rest.starts_with(is_dash)
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::{check, notes_of};

    #[test]
    fn a_callout_may_list_talks() {
        let rows = "> - \"How looms learned to sing\" by Marta Kowalska — so good\n> - \"Why wool is worth it\" by Peter Smith\n";
        let text = format!("> [!tip] The best ones\n> Both were full.\n>\n{rows}");
        let talks =
            ["How looms learned to sing | Marta Kowalska", "Why wool is worth it | Peter Smith"];
        check(&text, &talks);
        let notes = notes_of(&text);
        assert!(notes.contains("Both were full.") && notes.contains("so good"), "{notes}");
        check("> Somebody said:\n>\n> - looms are loud\n> - wool is not\n", &[]);
    }

    #[test]
    fn a_callout_may_list_other_things() {
        let rows = "> - \"Fast wool for all\" by Marta Kowalska\n> - \"Nets at sea\" by Bo Reed\n";
        for title in [
            "[!book] Books",
            "[!todo] Next year",
            "[!warning] Cancelled",
            "[!info] To watch (missed)",
            "[!note] Songs of the bus",
        ] {
            check(&format!("> {title}\n{rows}"), &[]);
        }
        check(&format!("> Books:\n>\n{rows}"), &[]);
        let said = rows.replace(" by ", " – ");
        check(&format!("> [!quote] Overheard\n{said}"), &[]);
        check(&format!("> On my own talk:\n>\n{said}"), &[]);
        let bare = rows.replace('"', "");
        check(&format!("> [!note] Gins of the night\n{bare}"), &[]);
    }
}
