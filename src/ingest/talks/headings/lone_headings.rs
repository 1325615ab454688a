//! Finds headings that are talk titles but name nobody, using the text beside them and the other headings of their
//! level.

use super::name_headings::Headings;
use crate::ingest::leading_videos::is_recording;
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::repetition::Votes;
use crate::ingest::lines::set_off::is_evidence;
use crate::ingest::lines::title::{is_day, is_kind_only, title_odds};
use crate::ingest::names::clutter::lead;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::name_shape::{is_east, is_handle};
use crate::ingest::passage::{Passage, links_of};
use crate::ingest::talks::found::Found;
use crate::ingest::talks::sections::is_about_talks;
use crate::ingest::talks::speakers::first_words::{first_text, points_at_talk};
use crate::ingest::talks::titles::likely_title::{is_point, may_be_title};
use crate::model::{Block, Inline, inline_text, plain_text};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest headings of a level that must look like talks.
const FEWEST: usize = 3;

/// Fewest words that one title must have if only the level of the headings suggests talks.
const FEWEST_WORDS: usize = 3;

/// A heading that may be a title.
struct TitleCandidate<'a> {
    at: usize,
    line: &'a Line,
    reading: &'a Reading,
    /// A link, a handle or the language shows that it is a talk.
    is_marked: bool,
    /// The text below begins with "This talk".
    is_pointed_at: bool,
    /// The heading above it is a day.
    is_below_day: bool,
}

/// Properties of the whole document.
#[derive(Clone, Copy)]
struct Document {
    is_on_event: bool,
    /// Most of its text is in lists.
    is_listed: bool,
}

/// The headings of one level.
#[derive(Default)]
struct Level<'a> {
    candidates: Vec<TitleCandidate<'a>>,
    n_talks: usize,
    n_others: usize,
}

/// The talks of headings that name nobody. `known` holds the headings that name a speaker; `is_on_event` says that the
/// document is about an event.
pub(in crate::ingest::talks) fn lone_headings(
    headings: &Headings,
    known: &BTreeMap<usize, Found>,
    passages: &[Passage],
    is_on_event: bool,
) -> Vec<(usize, Found)> {
    let is_eastern = is_eastern(passages);
    let is_listed = is_listed(passages);
    let known_titles: BTreeSet<&str> = known.values().map(|found| found.title.as_str()).collect();
    let levels: BTreeSet<u8> = headings.values().map(|(level, ..)| *level).collect();
    let mut talks: BTreeMap<usize, Found> = BTreeMap::new();
    for own in levels {
        let mut found = Level::default();
        // The level of the talk, and whether the heading above it is a day.
        let (mut talk, mut is_below_day): (Option<u8>, bool) = (None, false);
        for (at, (level, line, readings)) in headings {
            if talk.is_some_and(|talk| *level <= talk) {
                talk = None;
            }
            if *level < own {
                is_below_day = is_day(&line.words);
            }
            // Text below a talk is part of it.
            if talk.is_some() || *level > own {
                continue;
            }
            if known.contains_key(at) || talks.contains_key(at) {
                talk = Some(*level);
                found.n_talks += usize::from(*level == own);
            } else if *level == own {
                let below = passages.get(at + 1..).unwrap_or_default();
                let alone = readings.iter().find(|reading| reading.order == Order::TitleOnly);
                let is_part = |title: &str| begins_with_any(title, &known_titles);
                let alone = alone.filter(|it| {
                    may_be_title(&it.title) && !is_part(&it.title) && !is_day(&line.words)
                });
                match alone {
                    Some(reading) => {
                        let is_pointed_at = is_pointed_at(below);
                        let is_marked = is_pointed_at
                            || is_marked(line, below, is_eastern)
                            || is_on_event && is_recorded(below);
                        found.candidates.push(TitleCandidate {
                            at: *at,
                            line,
                            reading,
                            is_marked,
                            is_pointed_at,
                            is_below_day,
                        });
                    }
                    None => found.n_others += usize::from(!is_frame(&line.words)),
                }
            }
        }
        talks.extend(found.talks(Document { is_on_event, is_listed }));
    }
    talks.into_iter().collect()
}

impl Level<'_> {
    /// The headings that are talks: the marked ones if most are marked, and all headings below days or above lists if
    /// most look like titles.
    fn talks(self, document: Document) -> Vec<(usize, Found)> {
        let Self { candidates, n_talks, n_others } = self;
        let Document { is_on_event, is_listed } = document;
        let n_titles = candidates.len() + n_talks;
        let most = |n: usize| n * 2 >= candidates.len();
        let count =
            |test: fn(&TitleCandidate<'_>) -> bool| candidates.iter().filter(|it| test(it)).count();
        let marked = count(|it| it.is_marked);
        let are_marked = marked >= FEWEST && most(marked);
        let are_pointed_at = count(|it| it.is_pointed_at) + n_talks >= 2;
        // If most talks have a speaker, a heading without one is unlikely to be a talk.
        let are_alike = candidates.len() >= n_talks;
        let are_clear = is_on_event && are_alike && most(count(|it| is_clear(it.reading)));
        let are_listed = are_clear
            && is_listed
            && n_titles > FEWEST
            && n_titles * 4 >= (n_titles + n_others) * 3;
        let are_daily = are_clear && n_titles >= FEWEST && n_titles >= n_others;
        let is_talk = |it: &TitleCandidate<'_>| {
            let is_long = it.reading.title.split_whitespace().count() >= FEWEST_WORDS;
            are_marked && it.is_marked
                || are_pointed_at && it.is_pointed_at
                || is_long && (are_listed || are_daily && it.is_below_day)
        };
        candidates.iter().filter(|it| is_talk(it)).map(|it| (it.at, found(it))).collect()
    }
}

/// The talk whose title is the whole heading: quoted, after "Keynote:", or below "Talks".
pub(in crate::ingest::talks) fn titled_heading(
    reader: &LineReader,
    heading: &str,
    is_below_talks: bool,
) -> Option<Found> {
    let line = Line::of_text(heading);
    let lead = lead(heading);
    let is_quoted = heading.starts_with(['"', '“', '„', '«', '「']);
    let has_kind = lead.is_labeled && lead.kind.is_some();
    // "17th Nov - Erlang factory".
    let day = heading.split([':', '-', '–', '—', '|']).next().unwrap_or_default();
    if !is_quoted && !has_kind && !is_below_talks || is_about_talks(heading) || is_day(day) {
        return None;
    }
    let readings = reader.read(&line);
    // "Looms that sing, Ada Weaver".
    let named = Votes::default().choose(&readings).filter(|_| is_below_talks);
    if let Some((reading, _)) = named.filter(|(reading, _)| !reading.title.is_empty()) {
        return Some(Found { is_uncertain: true, ..Found::new(&line, reading) });
    }
    let found = readings.iter().find(|reading| reading.order == Order::TitleOnly)?;
    let is_title = found.title.split_whitespace().count() > 1 || has_kind || is_quoted;
    is_title.then(|| Found { title: found.title.clone(), kind: found.kind, ..Found::default() })
}

fn found(candidate: &TitleCandidate<'_>) -> Found {
    let TitleCandidate { line, reading, is_marked, .. } = candidate;
    Found {
        title: reading.title.clone(),
        kind: reading.kind,
        links: line.links(&reading.range).map(str::to_owned).collect(),
        page: line.link_of(&reading.title),
        is_uncertain: !is_marked,
        ..Found::default()
    }
}

/// Whether a title equals that of a known talk, or continues it: "Looms that sing — takeaways". A one-word title may
/// begin others.
fn begins_with_any(title: &str, known: &BTreeSet<&str>) -> bool {
    let ends = title.match_indices(|c: char| !c.is_alphanumeric()).map(|(at, _)| at);
    let mut heads = ends.chain([title.len()]).filter_map(|at| title.get(..at));
    heads.any(|head| head.contains(' ') && known.contains(head))
}

/// Whether a heading is one of several points in a talk: "Tip #3: Weave less".
pub(in crate::ingest::talks) fn is_numbered_point(line: &Line) -> bool {
    is_point(&line.words) && !lead(&line.words).is_labeled
}

/// Whether the title alone is clear.
fn is_clear(reading: &Reading) -> bool {
    reading.title.split_whitespace().count() >= FEWEST_WORDS
        && Likeness::of(&reading.title).class() == Class::Title
}

/// Whether a heading only groups those below it: "Day 1", "Keynotes".
fn is_frame(words: &str) -> bool {
    is_kind_only(words) || title_odds(words, true).is_none()
}

/// Whether something beside a title shows that it is a talk: "Session:" before it, a handle after it, a link to a
/// schedule page or a recording, or English in a text that is not English.
fn is_marked(line: &Line, below: &[Passage], is_eastern: bool) -> bool {
    let is_linked = line.spans.iter().any(|span| matches!(&span.mark, Mark::Link(_)));
    let (first, is_recorded) = first_text(below);
    let leads = || first.is_some_and(|first| is_lead(&first.block));
    let has_handle = line.words.split_whitespace().last().is_some_and(is_handle);
    let is_foreign = is_eastern
        && line.words.split_whitespace().count() >= FEWEST_WORDS
        && !line.words.contains(is_east);
    let is_labeled = lead(&line.words).is_labeled;
    is_linked || is_labeled || is_recorded || has_handle || is_foreign || leads()
}

/// Whether the text below a heading begins with "This talk" or "A workshop on".
fn is_pointed_at(below: &[Passage]) -> bool {
    let Some(Block::Paragraph(text)) = first_text(below).0.map(|first| &first.block) else {
        return false;
    };
    points_at_talk(&inline_text(text))
}

/// Whether one recording is embedded in the section below a heading.
fn is_recorded(below: &[Passage]) -> bool {
    let section = below.iter().take_while(|it| !matches!(it.block, Block::Heading { .. }));
    section.filter(|passage| is_recording(&passage.block)).count() == 1
}

/// Whether a passage mainly links to a page about the talk above it.
fn is_lead(block: &Block) -> bool {
    const LONGEST: usize = 6;
    const FIRST_ITEMS: usize = 3;
    let blocks = std::slice::from_ref(block);
    if let Block::List { items, .. } = block {
        return items.iter().take(FIRST_ITEMS).any(|item| is_link_to_talk(item));
    }
    let Block::Paragraph(_) = block else { return false };
    let links = links_of(blocks);
    links.iter().any(|url| is_evidence(url))
        || links.len() == 1 && plain_text(blocks).split_whitespace().count() <= LONGEST
}

/// Whether an item is only a link to the page or the recording of a talk.
fn is_link_to_talk(item: &[Block]) -> bool {
    let [Block::Paragraph(text)] = item else { return false };
    matches!(text.as_slice(), [Inline::Link { url, .. }] if is_evidence(url))
}

/// Whether most of a text is in lists and short lines, like notes taken during talks, and not in paragraphs for
/// readers.
pub(in crate::ingest::talks) fn is_listed(passages: &[Passage]) -> bool {
    const SHORT: usize = 25;
    let (mut listed, mut told) = (0, 0);
    for passage in passages {
        let words = plain_text(std::slice::from_ref(&passage.block)).split_whitespace().count();
        match passage.block {
            Block::List { .. } => listed += words,
            Block::Paragraph(_) if words <= SHORT => listed += words,
            Block::Paragraph(_) | Block::Quote(_) => told += words,
            Block::Heading { .. }
            | Block::Code { .. }
            | Block::Image { .. }
            | Block::Video(_)
            | Block::Table(_)
            | Block::Rule => {}
        }
    }
    listed >= told
}

/// Whether most letters of a text belong to a script without spaces.
fn is_eastern(passages: &[Passage]) -> bool {
    let (mut eastern, mut all) = (0, 0);
    for passage in passages.iter().filter(|it| matches!(it.block, Block::Paragraph(_))) {
        let words = plain_text(std::slice::from_ref(&passage.block));
        let letters = words.chars().filter(|c| c.is_alphabetic());
        for c in letters {
            all += 1;
            eastern += usize::from(is_east(c));
        }
    }
    eastern * 2 > all
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        let talks = ingest(path, text.as_bytes()).draft.map(|draft| draft.talks);
        let found: Vec<String> = talks.unwrap_or_default().into_iter().map(|it| it.title).collect();
        assert_eq!(found, expected, "{text}");
    }

    const TITLES: [&str; 4] = [
        "Shrinking looms for fun and profit",
        "What a loom can learn from a piano",
        "How to dye a thread in an hour",
        "Building a loom that nobody hears",
    ];

    fn notes(level: &str, below: &str) -> String {
        TITLES.map(|title| format!("{level} {title}\n\n{below}\n\n")).concat()
    }

    #[test]
    fn most_headings_of_a_document_on_an_event_may_be_titles() {
        let lists = notes("##", "- wool\n- silk");
        check("a.md", &format!("# LoomConf 2019\n\n{lists}"), &TITLES);
        check("loomconf-2019.md", &lists, &TITLES);
        check("a.md", &lists, &[]);
        check("2019-05-14-a.md", &lists, &[]);
        let told = notes("##", &"We saw it, and we were glad to have been there. ".repeat(5));
        check("a.md", &format!("# LoomConf 2019\n\n{told}"), &[]);
        check("a.md", &format!("# Looms that sing in the dark\n\n{lists}"), &[]);
    }

    #[test]
    fn what_stands_below_a_day_is_a_talk() {
        let told = notes("###", &"We saw it, and we were glad to have been there. ".repeat(5));
        for day in ["Saturday", "Day 1", "26.02.2019 Tuesday", "06.11. - Wednesday"] {
            check("a.md", &format!("# LoomConf 2019\n\n## {day}\n\n{told}"), &TITLES);
        }
        check("a.md", &format!("# LoomConf 2019\n\n## My looms\n\n{told}"), &[]);
    }

    #[test]
    fn a_link_a_handle_or_another_language_marks_a_title() {
        let linked = notes("##", "cf. [loomconf.example/2019/a](https://loomconf.example/2019/a)");
        check("a.md", &linked, &TITLES);
        let handles = TITLES.map(|title| format!("## {title} @ada_w\n\nLoud.\n\n")).concat();
        check("a.md", &handles, &TITLES);
        let japanese =
            notes("##", "とても良い発表でした。織機の話を聞いて、糸を染めたくなりました。");
        check("a.md", &japanese, &TITLES);
    }

    #[test]
    fn a_recording_below_the_abstract_marks_a_title() {
        let video = "We saw it, and it was long. ".repeat(9)
            + "\n\n<iframe src=\"//www.youtube.com/embed/dsCMfi5YPnE\"></iframe>\n\nGood.";
        let told = TITLES.map(|title| format!("**{title}**\n\n{video}\n\n")).concat();
        check("a.md", &format!("# Videos of LoomConf 2019\n\n{told}"), &TITLES);
        check("a.md", &format!("# My year\n\n{told}"), &[]);
    }

    #[test]
    fn what_tells_of_a_talk_is_no_title() {
        for begin in ["The talk from", "The talks by"] {
            let names = ["Ada Weaver", "Marta Kowalska", "Jun Abe", "Priya Shah"];
            let told = names.map(|name| format!("## {begin} {name}\n\n- wool\n\n")).concat();
            check("a.md", &format!("# LoomConf 2019\n\n{told}"), &[]);
        }
    }

    #[test]
    fn sections_of_a_talk_and_questions_are_no_talks() {
        let talk = |title: &str, name: &str| {
            format!("## {title} - {name}\n\n### Why looms break at night\n\n- wool\n\n")
        };
        let both = talk("Fast wool for everybody", "Ada Weaver") + &talk("Silk", "Marta Kowalska");
        let found = ["Fast wool for everybody", "Silk"];
        check("a.md", &format!("# LoomConf 2019\n\n{both}"), &found);
        let slides = ["the pain today", "a live demo", "what we took home", "five minutes more"];
        let slides = slides.map(|it| format!("## Looms that sing — {it}\n\n- wool\n\n")).concat();
        let title = "## Looms that sing by Ada Weaver\n\n- wool\n\n";
        check("a.md", &format!("# LoomConf 2019\n\n{title}{slides}"), &["Looms that sing"]);
        let asked = "Q: What was the best talk there?";
        let asked = [asked; 4].map(|it| format!("## {it}\n\n- a\n\n")).concat();
        check("a.md", &format!("# LoomConf 2019\n\n{asked}"), &[]);
    }
}
