//! Changes of a text at random: what a slip, a broken disk or ill will makes of it.

use super::chance::Chance;
use std::ops::Range;

/// No input grows beyond it, so that each is read in a moment.
const LARGEST: usize = 60_000;

/// Pieces that have a meaning somewhere.
const PIECES: &[&str] = &[
    "---\n",
    "+++\n",
    "\n\n",
    "\n",
    "\r\n",
    "\t",
    "  ",
    "\u{a0}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "\u{301}",
    "織",
    "é",
    "🧶",
    "# ",
    "###### ",
    "- ",
    "* ",
    "1. ",
    "> ",
    "> [!note] ",
    "    ",
    "```\n",
    "~~~",
    "| a | b |\n| --- | --- |\n",
    "|",
    "***",
    "_",
    "==",
    "$$",
    "%%",
    "\\",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "[^1]",
    "[^1]: ",
    "[a](",
    "](",
    ")",
    "![",
    "[[",
    "]]",
    "<!--",
    "-->",
    "<a href='",
    "<b>",
    "</b>",
    "<p>",
    "<table><tr><td>",
    "<script>",
    "</script>",
    "<![CDATA[",
    "]]>",
    "<br/>",
    "<!DOCTYPE html>",
    "{{< youtube abcdefghijk >}}",
    "{{<",
    ">}}",
    "{%",
    "%}",
    "{{",
    "}}",
    "\u{201c}",
    "\u{201d}",
    "\"",
    "'",
    "«",
    "»",
    "(",
    "[",
    "]",
    "{",
    "}",
    " by ",
    " and ",
    " from Warpworks",
    "Ada Weaver",
    "Bo Thread, CTO, Warpworks",
    "LoomConf EU 2018",
    "PyCon 2019",
    "May 4, 2018",
    "2018-02-30",
    "99999-01-01",
    "0000",
    "-1",
    "18446744073709551616",
    "1e999",
    "NaN",
    "true",
    "null",
    "~",
    "talks:\n  - title: ",
    "title: ",
    "date: ",
    "tags: [",
    "&a ",
    "*a",
    "!!binary ",
    "? ",
    ": ",
    "<<: ",
    "speakers = [",
    "[[conference]]\n",
    "[[theme]]\n",
    "[[person]]\n",
    "[site]\n",
    "id = \"",
    "former_ids = [",
    "broader = \"",
    "start = \"2018-05-02\"\n",
    "aliases = [\"\"]\n",
    "BEGIN:VEVENT\r\n",
    "END:VEVENT\r\n",
    "DTSTART:20180230T250000Z\r\n",
    "DTSTART;TZID=Nowhere/At all:20180501T100000\r\n",
    "SUMMARY:",
    "RRULE:FREQ=SECONDLY\r\n",
    "\r\n ",
    "<event>",
    "</event>",
    "<title>",
    "&lt;",
    "<!ENTITY a \"b\">",
    "http://",
    "https://a.example/%zz",
    "mailto:a@b.example",
    "javascript:",
    "../../",
    "a@b.example",
    "?q=",
    "&theme=",
    "&year=",
    "2016..2018",
    "..",
    ",",
    "%",
    "%e3%81",
    "+",
    "-theme:",
    "person:",
    "&",
    "=",
    "#",
];

/// Changes a text some times. `other` is a text to take parts of.
pub(super) fn change(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    for _ in 0..=chance.below(12) {
        change_once(bytes, other, chance);
        bytes.truncate(LARGEST);
    }
}

fn change_once(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    let place = chance.below(bytes.len() + 1);
    match chance.below(9) {
        0 => drop(bytes.drain(part(bytes, chance))),
        1 => {
            let part = bytes.get(part(bytes, chance)).unwrap_or_default().to_vec();
            insert(bytes, place, &part);
        }
        2 => {
            let times = if chance.once_in(8) { chance.below(2_000) } else { chance.below(20) };
            let piece = chance.pick(PIECES).copied().unwrap_or_default();
            insert(bytes, place, piece.repeat(times).as_bytes());
        }
        3 => insert(bytes, place, other.get(part(other, chance)).unwrap_or_default()),
        4 => bytes.truncate(place),
        5 => {
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << chance.below(8);
            }
        }
        6 => {
            // Exchanges two lines.
            let mut lines: Vec<Vec<u8>> =
                bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
            let (one, two) = (chance.below(lines.len()), chance.below(lines.len()));
            if lines.len() > 1 {
                lines.swap(one, two);
                *bytes = lines.concat();
            }
        }
        _ => {
            let piece = chance.pick(PIECES).copied().unwrap_or_default();
            insert(bytes, place, piece.as_bytes());
        }
    }
}

/// A part of a text: a few bytes, or now and then more.
fn part(bytes: &[u8], chance: &mut Chance) -> Range<usize> {
    let start = chance.below(bytes.len() + 1);
    let most = if chance.once_in(3) { bytes.len() } else { 40 };
    start..(start + chance.below(most + 1)).min(bytes.len())
}

fn insert(bytes: &mut Vec<u8>, place: usize, piece: &[u8]) {
    bytes.splice(place..place, piece.iter().copied());
}
