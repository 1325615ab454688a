//! Finds paragraphs with a bold title and then the speaker: "**Looms that sing** Ada Weaver showed how".

use crate::ingest::lines::cut::{skipped, taken};
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::prefix::code;
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::headings::openings::is_title;
use crate::ingest::talks::speakers::below_title::titled;
use crate::ingest::talks::speakers::first_words::{Cue, in_words};
use crate::model::{Block, Inline};

/// A paragraph that begins with a title in bold.
struct BoldTitle {
    /// The index of the paragraph.
    at: usize,
    /// The talk, with the speakers that the words after the title name.
    found: Found,
    /// How these words name the speakers; `None` when they name nobody.
    cue: Option<Cue>,
    /// A session code comes before the title.
    is_coded: bool,
}

/// The talks of a document whose paragraphs begin with a bold title. A single one may be about a theme, so several must
/// name a speaker or begin with a session code.
pub(in crate::ingest::talks) fn bold_titles(
    reader: &LineReader,
    passages: &[Passage],
) -> Vec<(usize, Found)> {
    let entries: Vec<BoldTitle> =
        passages.iter().enumerate().filter_map(|(at, it)| entry(reader, at, it)).collect();
    let coded = entries.iter().filter(|entry| entry.is_coded).count();
    let named = entries.iter().filter(|entry| entry.cue > Some(Cue::Acting)).count();
    let is_talk = |entry: &BoldTitle| match entry.cue {
        Some(Cue::Speaking) => true,
        Some(Cue::Alone | Cue::Telling) => named > 1 || entry.is_coded,
        // "Ada Weaver rebuilt her loom" may be about anybody.
        Some(Cue::Acting) | None => entry.is_coded && coded > 1,
    };
    entries.into_iter().filter(is_talk).map(|entry| (entry.at, entry.found)).collect()
}

fn entry(reader: &LineReader, at: usize, passage: &Passage) -> Option<BoldTitle> {
    let Block::Paragraph(text) = &passage.block else { return None };
    let line = Line::of(text);
    let before_colon = code_before_colon(&line.words);
    let is_coded = code(&line.words, false).is_some() || before_colon > 0;
    let span = line.spans.iter().find(|span| span.mark == Mark::Strong)?;
    let begins = span.range.start <= lead(&line.words).length;
    let (end, rest) = (span.range.end, line.words.get(span.range.end..)?);
    let is_apart = rest.starts_with([' ', '\n', '.']) && !line.text(0..end).ends_with(':');
    let rest = rest.trim_start_matches(['.', ' ', '\n']);
    // "**Looms that sing** was full" continues as a sentence, in which the title may be anything.
    let is_new = is_coded || rest.starts_with(|c: char| !c.is_lowercase() && c.is_alphanumeric());
    if !begins || !is_apart || !is_new {
        return None;
    }
    let head: Vec<Inline> = skipped(&taken(text, end), before_colon);
    let title = Line::of(&head);
    let readings = reader.read(&title);
    let named = in_words(rest, true).or_else(|| in_words(rest, false));
    let (byline, cue) = named.unzip();
    let is_named = byline.is_some();
    let byline = byline.unwrap_or(Byline { people: Vec::new(), odds: 1.0 });
    let found = titled(&title, &readings, byline, 0).filter(|_| is_title(&readings, 2))?;
    let is_uncertain = found.is_uncertain || !is_named;
    Some(BoldTitle { at, found: Found { is_uncertain, ..found }, cue, is_coded })
}

/// Length in bytes of a session code with a colon, "WUL310: ". It counts only in a bold title; elsewhere, "HTTP204: a
/// story" may be a title.
fn code_before_colon(words: &str) -> usize {
    let Some((code, _)) = words.split_once(": ") else { return 0 };
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let number = code.get(letters..).unwrap_or_default();
    let number = number.split_once("-R").map_or(number, |(number, _)| number);
    let is_number = number.len() == 3 && number.bytes().all(|c| c.is_ascii_digit());
    if (2..=4).contains(&letters) && is_number && !code.contains(' ') { code.len() + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn a_paragraph_may_begin_with_a_title() {
        check(
            "**Shrinking looms for fun and profit**\nAda Weaver on wool that never dries.\n\n**What a loom can learn from a piano**\nTalk by Marta Kowalska and Bo Thread. Loud.\n",
            &[
                "Shrinking looms for fun and profit | Ada Weaver",
                "What a loom can learn from a piano | Marta Kowalska + Bo Thread",
            ],
        );
        check(
            "**WUL310 – Shrinking looms for fun and profit**\nAda Weaver measured two hundred.\n\n**WUL311: What a loom can learn from a piano** was full, so I left.\n",
            &[
                "Shrinking looms for fun and profit | Ada Weaver",
                "What a loom can learn from a piano | ",
            ],
        );
        check(
            "**WUL312-R – What a loom can learn from a piano**\nSpeaker: Ada Weaver. Loud.\n",
            &["What a loom can learn from a piano | Ada Weaver"],
        );
        for text in [
            "**Shrinking looms for fun and profit**\nAda Weaver on wool that never dries.\n",
            "**Shrinking looms for fun and profit**\nAda Weaver measured two.\n\n**What a loom can learn from a piano**\nMarta Kowalska measured three.\n",
            "**Shrinking looms for fun and profit** was full.\n\n**What a loom can learn from a piano** was not.\n",
            "**Getting there:** Ada Weaver showed me the tram.\n\n**Food and drink:** Marta Kowalska showed me the soup.\n",
        ] {
            check(text, &[]);
        }
    }
}
