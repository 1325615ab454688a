//! Hides email addresses, telephone numbers and signatures from readers, in every file format.

use crate::ingest::draft::Draft;
use crate::ingest::passage::Passage;
use crate::ingest::telephones::telephones;
use crate::model::{Block, Inline, plain_text};

/// Replaces the text that readers do not see.
const INSTEAD: &str = "…";

/// Removes email addresses, telephone numbers and a signature from a draft. Returns the line of each.
///
/// Code is unchanged: an address in code is an example.
pub(super) fn withhold(draft: &mut Draft) -> Vec<u32> {
    let mut lines = Vec::new();
    for passages in [&mut draft.passages, &mut draft.frame] {
        lines.extend(take_signature(passages));
        for passage in passages {
            let count = in_block(&mut passage.block);
            lines.extend(std::iter::repeat_n(passage.first, count));
        }
    }
    let texts = [&mut draft.title.0, &mut draft.author, &mut draft.publisher];
    for text in texts {
        // They come from the header.
        lines.extend(std::iter::repeat_n(1, in_text(text)));
    }
    let author = draft.author.replace(INSTEAD, "");
    author.trim_matches(['<', '>', ' ', ',']).clone_into(&mut draft.author);
    lines
}

/// How many passages at the end of a recap may hold a signature.
const LAST: usize = 6;

/// Removes `--` at the end with the name and addresses below it, and "Sent from my telephone". Returns the
/// line of each paragraph.
fn take_signature(passages: &mut Vec<Passage>) -> Vec<u32> {
    let words = |passage: &Passage| match &passage.block {
        Block::Paragraph(_) => plain_text(std::slice::from_ref(&passage.block)),
        Block::Heading { .. }
        | Block::List { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => String::new(),
    };
    let mut lines = Vec::new();
    let tail = passages.len().saturating_sub(LAST);
    let begins = |passage: &Passage| {
        let words = words(passage);
        ["--", "––", "—", "–"]
            .iter()
            .any(|mark| words.strip_prefix(mark).is_some_and(|rest| rest.starts_with([' ', '\n'])))
    };
    let start = passages.iter().skip(tail).position(begins).map(|at| tail + at);
    let has_contact =
        |at: usize| passages.iter().skip(at).any(|passage| in_text(&mut words(passage)) > 0);
    if let Some(at) = start.filter(|at| has_contact(*at)) {
        lines.extend(passages.drain(at..).map(|passage| passage.first));
    }
    passages.retain(|passage| {
        let is_kept = !is_sent_from(&words(passage));
        lines.extend((!is_kept).then_some(passage.first));
        is_kept
    });
    lines
}

/// Whether this is the line that a phone adds below an email.
fn is_sent_from(line: &str) -> bool {
    const LONGEST: usize = 60;
    const STARTS: &[&str] = &[
        "sent from my ",
        "von meinem ",
        "gesendet von ",
        "envoyé de mon ",
        "envoyé depuis ",
        "enviado desde mi ",
        "enviado do meu ",
        "inviato da ",
        "inviato dal mio ",
        "verzonden vanaf mijn ",
        "get outlook for ",
    ];
    let lower = line.trim().to_lowercase();
    let names_one = ["phone", "pad", "android", "mobil", "galaxy", "handy", "outlook", "gerät"];
    lower.len() <= LONGEST
        && STARTS.iter().any(|start| lower.starts_with(start))
        && names_one.iter().any(|name| lower.contains(name))
}

fn in_block(block: &mut Block) -> usize {
    match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => in_inlines(text),
        Block::List { items, .. } => items.iter_mut().flatten().map(in_block).sum(),
        Block::Quote(blocks) => blocks.iter_mut().map(in_block).sum(),
        Block::Table(table) => table.rows.iter_mut().flatten().map(|cell| in_inlines(cell)).sum(),
        Block::Image { alt, link, .. } => {
            let is_private = is_address(link);
            if is_private {
                link.clear();
            }
            in_text(alt) + usize::from(is_private)
        }
        Block::Code { .. } | Block::Video(_) | Block::Rule => 0,
    }
}

fn in_inlines(inlines: &mut [Inline]) -> usize {
    let one = |inline: &mut Inline| match inline {
        Inline::Text(text) => in_text(text),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
            in_inlines(inner)
        }
        Inline::Link { url, text } if is_address(url) => {
            in_inlines(text);
            let kept = std::mem::take(text);
            *inline = match <[Inline; 1]>::try_from(kept) {
                Ok([only]) => only,
                Err(several) => Inline::Emphasis(several),
            };
            1
        }
        Inline::Link { text, .. } => in_inlines(text),
        Inline::Code(_) | Inline::Break => 0,
    };
    inlines.iter_mut().map(one).sum()
}

fn is_address(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "mailto" | "tel" | "sms")
}

/// Whether a text has an email address or a telephone number.
pub(super) fn has_contact(text: &str) -> bool {
    in_text(&mut text.to_owned()) > 0
}

/// Replaces email addresses and telephone numbers in a text. Returns how many.
pub(super) fn in_text(text: &mut String) -> usize {
    // Most texts contain none of these characters.
    if !text.contains(['@', '+', '(', '[']) && !text.contains(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let mut found = addresses(text);
    found.extend(telephones(text));
    found.sort_by_key(|range| range.start);
    found.dedup_by(|later, earlier| later.start < earlier.end);
    for range in found.iter().rev() {
        text.replace_range(range.clone(), INSTEAD);
    }
    found.len()
}

type Bytes = std::ops::Range<usize>;

/// Where a text has email addresses: `ada@a.example` and `ada [at] a [dot] example`.
fn addresses(text: &str) -> Vec<Bytes> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let mut found: Vec<Bytes> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 1..));
        let start = before.trim_end_matches(is_name).len();
        let after = after.unwrap_or_default();
        let host = after.get(..after.find(|c| !is_host(c)).unwrap_or(after.len()));
        let host = host.unwrap_or_default().trim_end_matches(['.', '-']);
        let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_ending = ending.len() >= 2 && ending.chars().all(char::is_alphabetic);
        // `@ada@social.example` is a public name, and the address of a page may contain an `@`.
        let is_free = !before.get(..start).is_some_and(|head| head.ends_with(['@', '/', ':']));
        let is_label = before.get(..start).is_some_and(|head| {
            ["mailto:", "mail:"].iter().any(|label| ends_with_in_any_case(head, label))
        });
        let is_host = host.starts_with(char::is_alphanumeric) && is_ending;
        if start < at && is_host && (is_free || is_label) {
            found.push(start..at + 1 + host.len());
        }
    }
    found.extend(spelled_addresses(text));
    found
}

fn ends_with_in_any_case(text: &str, ending: &str) -> bool {
    let start = text.len().checked_sub(ending.len());
    let tail = start.and_then(|start| text.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
}

/// Longest name before the `@` of an address, in characters.
const LONGEST_NAME: usize = 64;

/// `ada [at] a [dot] example`.
fn spelled_addresses(text: &str) -> Vec<Bytes> {
    let mut found = Vec::new();
    for mark in ["[at]", "(at)", "[AT]", "(AT)", "{at}"] {
        for (at, _) in text.match_indices(mark) {
            let before = text.get(..at).unwrap_or_default().trim_end();
            let is_name = |c: char| !c.is_whitespace() && !matches!(c, '<' | '(' | ':');
            let name = before.char_indices().rev().take(LONGEST_NAME);
            let name = name.take_while(|(_, c)| is_name(*c));
            let start = name.last().map_or(before.len(), |(start, _)| start);
            let rest = text.get(at + mark.len()..).unwrap_or_default();
            let (length, has_dot) = spelled_host(rest);
            if start < before.len() && has_dot {
                found.push(start..at + mark.len() + length);
            }
        }
    }
    found
}

/// How many bytes of a text the host at its beginning takes: `a [dot] example`, `a.example`. The flag says whether it has
/// a dot in either form.
fn spelled_host(text: &str) -> (usize, bool) {
    const DOTS: [&str; 6] = ["[dot]", "(dot)", "[DOT]", "(DOT)", "{dot}", "[punkt]"];
    let spaces = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    };
    let (mut at, mut end, mut has_dot) = (spaces(0), 0, false);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let part = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len())).unwrap_or_default();
        let part = part.trim_end_matches(['.', '-']);
        if part.is_empty() {
            return (end, has_dot && end > 0);
        }
        // A dot alone belongs to a sentence.
        has_dot |= end > 0 || part.contains('.');
        end = at + part.len();
        let next = spaces(end);
        let rest = text.get(next..).unwrap_or_default();
        let Some(dot) = DOTS.iter().find(|dot| rest.starts_with(**dot)) else {
            return (end, has_dot);
        };
        at = spaces(next + dot.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut shown = text.to_owned();
        in_text(&mut shown);
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn addresses_go() {
        check("Write to ada@a.example.", "Write to ….");
        check("Ada <Ada.W+x@sub.a.example>, hi", "Ada <…>, hi");
        check("mailto:ada@a.example", "mailto:…");
        check("ada [at] a [dot] example or b(at)b.example!", "… or …!");
        check("ada [at] a [dot] example said that bob [at] b [dot] org came", "… said that … came");
        check("ada [at] a [dot] co [dot] example, and so on", "…, and so on");
        check("we met [at] noon. See you [dot]", "we met [at] noon. See you [dot]");
    }

    #[test]
    fn telephone_numbers_go() {
        for number in [
            "+49 (0) 30 1234567",
            "+49 (0)30 7654321",
            "+49301234567",
            "+1 (555) 010-9999",
            "555-010-1234",
            "(555) 010-1235",
            "06 12 34 56 78",
            "0170/1234567",
            "030 1234567",
        ] {
            check(&format!("Ring {number}, please"), "Ring …, please");
        }
        check("Call Ana: 555-0199.", "Call Ana: ….");
        check(
            "Text me at 555 0199, or phone Bo Reed on 600 123 456",
            "Text me at …, or phone Bo Reed on …",
        );
        check("Llama a Ana: 600 123 456", "Llama a Ana: …");
        check("Tel.: 123456 | M: 7700 900001", "Tel.: … | M: …");
        check("Ring Bo about the loom (030 5550142)", "Ring Bo about the loom (…)");
        check("Dial in +1 323-555-0182,,123456789# at ten", "Dial in … at ten");
    }

    #[test]
    fn other_words_and_numbers_stay() {
        for text in [
            "@ada and @ada@social.example",
            "loom@2.1.0 and a@b",
            "warp@.weft and weave@-loom.go",
            "https://video.example/@ada.weaver/1",
            "2018-05-02 09:30, 10.000.000 threads, 1 000 000",
            "from 2018 to 2019, 14-16 May 2024",
            "call 2018 a year, signal 11",
            "v0.12.3 and 0.001 of 12345678901",
            "in RFC 2119, at 09:00-10:00, 100+200 300",
            "ISBN 978-3-16-148410-0",
            "Call for papers: 100 200 300 of 2018-2019",
            "talk 555-0199 and RFC 793-1122, call it 2018-2019",
            "They call version 123.4567 and port 123 456 a bug",
            "a call graph with 555-0199 nodes",
            "Dial-up at 2018-05-02 and 14:30",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn nothing_of_a_card_is_left_in_any_form() {
        let text = "# LoomConf 2018\n\nGood `git@a.example`.\n\n| Who | Mail |\n|---|---|\n| Bo | bo@a.example |\n\n\
            <p>Ring <a href=\"tel:+32123456789\">+32 123 45 67 89</a></p>\n\n[Bo](mailto:bo@a.example)\n\n\
            Sent from my phone\n\n-- \nBo Heddle\nWeaver, Loom Ltd\nbo@a.example\n";
        let ingested = ingest("a.md", text.as_bytes());
        let draft = ingested.draft.unwrap();
        let blocks: Vec<Block> = draft.passages.into_iter().map(|passage| passage.block).collect();
        let shown = format!("{blocks:?}");
        for private in ["bo@", "+32", "45 67", "Loom Ltd", "Sent from"] {
            assert!(!shown.contains(private), "{private} in {shown}");
        }
        assert!(shown.contains("git@a.example"), "{shown}");
        assert!(ingested.withheld.contacts.len() >= 4, "{:?}", ingested.withheld);
    }
}
