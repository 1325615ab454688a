//! Reads lists of titles without speakers, below a heading such as "Talks I attended".

use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::reading::Order;
use crate::ingest::lines::set_off::is_evidence;
use crate::ingest::lines::title::{is_kind_only, n_words, title_odds, unquoted};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::has;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::other_words::SUGGESTIONS;
use crate::ingest::passage::Passage;
use crate::ingest::reference::{is_picture, referenced};
use crate::ingest::talks::found::Found;
use crate::ingest::talks::sections::{is_about_talks, is_of_no_talks};
use crate::ingest::talks::titles::event_titles::{OnEvent, on_event};
use crate::ingest::talks::titles::inside_title::Inside;
use crate::ingest::talks::titles::likely_title::may_be_title;
use crate::model::{Block, Inline, inline_text};
use std::mem::{Discriminant, discriminant};

/// Odds above which an item is a title, if the words above say that titles follow.
const TITLE: f32 = 0.5;

/// Whether a passage leads to a list of talks: "These are the talks I saw:".
fn leads_to_titles(passage: &Passage) -> bool {
    let Block::Paragraph(text) = &passage.block else { return false };
    let words = inline_text(text);
    let last = words.rsplit(['.', '!', '?']).next().unwrap_or_default().trim();
    last.ends_with(':') && is_about_talks(last)
}

/// Whether a list contains titles: the heading above it or the paragraph before it says so. A paragraph that introduces
/// possible topics says the opposite: "Good topics:".
pub(in crate::ingest::talks) fn lists_titles(
    is_below_talks: bool,
    before: Option<&Passage>,
) -> bool {
    let Some(before) = before else { return is_below_talks };
    leads_to_titles(before) || is_below_talks && !leads_to_suggestions(before)
}

fn leads_to_suggestions(passage: &Passage) -> bool {
    let Block::Paragraph(text) = &passage.block else { return false };
    let words = inline_text(text);
    let last = words.rsplit(['.', '!', '?']).next().unwrap_or_default().trim().to_lowercase();
    let mut words = last.split(|c: char| !c.is_alphanumeric());
    last.ends_with(':') && words.any(|word| has(SUGGESTIONS, word))
}

/// Whether each item of a list links to a file with notes, as in the text about a whole folder.
pub(in crate::ingest::talks) fn lists_files(block: &Block) -> bool {
    const FEWEST: usize = 2;
    let Block::List { items, .. } = block else { return false };
    let links: Option<Vec<&Inline>> = items.iter().map(|item| file_link(item)).collect();
    links.is_some_and(|links| {
        let words = links.iter().map(|link| inline_text(std::slice::from_ref(*link)));
        let titles = words.filter(|words| may_be_title(words)).count();
        links.len() >= FEWEST && titles * 3 >= links.len() * 2
    })
}

/// The link to a file at the start of an item.
fn file_link(item: &[Block]) -> Option<&Inline> {
    let is_mark = |inline: &&Inline| matches!(inline, Inline::Text(text) if !text.contains(char::is_alphanumeric));
    let first = text_of(item)?.iter().find(|inline| !is_mark(inline))?;
    let Inline::Link { url, .. } = first else { return None };
    let is_beside = referenced(url).is_some_and(|name| !is_picture(name));
    (is_beside || is_note_on_a_host(url)).then_some(first)
}

/// Whether an address is that of a Markdown file as hosts of repositories show it.
fn is_note_on_a_host(url: &str) -> bool {
    let is_host = ["https://github.com/", "https://gitlab.com/", "https://codeberg.org/"]
        .iter()
        .any(|host| url.starts_with(host));
    let is_file = url.contains("/blob/") || url.contains("/src/branch/");
    is_host && is_file && url.to_lowercase().ends_with(".md")
}

/// Whether a heading is above things that the author still wants to look at: "To watch", "Resources".
pub(in crate::ingest::talks) fn is_of_suggestions(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| has(SUGGESTIONS, word))
}

/// Adds the talks that have only a title to those of a list, if most items are talks; otherwise returns them unchanged.
pub(in crate::ingest::talks) fn with_titles(
    reader: &LineReader,
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    // "Looms; Wool; Silk.": the last item ends like a sentence.
    let is_series = items.iter().any(|item| words_of(item).is_some_and(|it| it.ends_with(';')));
    let ends: &[char] = if is_series { &[';', ',', '.'] } else { &[';', ','] };
    let titled: Vec<Option<Found>> = items
        .iter()
        .zip(&found)
        .map(|(item, found)| {
            let titled = || {
                let Some(link) = file_link(item) else {
                    return lone_title(reader, text_of(item)?, ends);
                };
                // Text after the link is about the talk, or says that it is not one.
                words_of(item).filter(|words| !is_of_no_talks(words))?;
                let titled = lone_title(reader, std::slice::from_ref(link), ends);
                titled.filter(|it| may_be_title(&it.title))
            };
            found.clone().or_else(titled)
        })
        .collect();
    let count = titled.iter().flatten().count();
    // "- *Looms that sing:*" above a paragraph about it is a list of its own.
    let is_alone = items.len() == 1 && count == 1 && items.first().is_some_and(|it| is_set_off(it));
    if is_alone {
        return titled;
    }
    if count > 1 && count * 3 >= items.len() * 2 { without_last_names(titled) } else { found }
}

/// Shortens titles that end in the speaker's last name, if most of a list do: "Looms that sing - Weaver".
fn without_last_names(mut found: Vec<Option<Found>>) -> Vec<Option<Found>> {
    const FEWEST: usize = 3;
    fn before_name(title: &str) -> Option<&str> {
        let (title, name) = title.rsplit_once(" - ").or_else(|| title.rsplit_once(" – "))?;
        let is_name = !name.contains(' ') && name.starts_with(char::is_uppercase);
        is_name.then_some(title)
    }
    let named = found.iter().flatten().filter(|it| before_name(&it.title).is_some()).count();
    if named >= FEWEST && named * 4 >= found.iter().flatten().count() * 3 {
        for talk in found.iter_mut().flatten() {
            talk.title = before_name(&talk.title).unwrap_or(&talk.title).to_owned();
        }
    }
    found
}

/// Adds talks without a speaker to those of a list, if most items mark their title in the same way: quoted, bold or
/// linked.
pub(in crate::ingest::talks) fn with_siblings(
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    const FEWEST: usize = 3;
    let marks: Vec<_> = items.iter().map(|item| title_mark(item)).collect();
    let talks = marks.iter().zip(&found).filter(|(_, found)| found.is_some());
    let talks: Vec<_> = talks.filter_map(|(mark, _)| *mark).collect();
    let Some(mark) = talks.first().copied() else { return found };
    let is_shared = talks.iter().all(|other| *other == mark);
    if talks.len() < FEWEST || !is_shared || talks.len() * 5 < items.len() * 3 {
        return found;
    }
    let all = items.iter().zip(found).zip(marks);
    all.map(|((item, found), own)| found.or_else(|| set_off(item).filter(|_| own == Some(mark))))
        .collect()
}

/// Adds the talks that link to a recording or a schedule entry, if most items do.
pub(in crate::ingest::talks) fn with_evident(
    items: &[Vec<Block>],
    found: Vec<Option<Found>>,
) -> Vec<Option<Found>> {
    let evident: Vec<Option<Found>> = items.iter().map(|item| evident(item)).collect();
    let count = evident.iter().flatten().count();
    if count < 2 || count * 3 < items.len() * 2 {
        return found;
    }
    found.into_iter().zip(evident).map(|(found, evident)| found.or(evident)).collect()
}

/// The talk of an item that begins with its title and links it to where it can be seen.
fn evident(item: &[Block]) -> Option<Found> {
    let line = Line::of(text_of(item)?);
    let start = lead(&line.words).length;
    let span = line.spans.iter().find(|span| {
        span.range.start <= start + 1 && matches!(&span.mark, Mark::Link(url) if is_evidence(url))
    })?;
    let inside = Inside::of(unquoted(line.text(span.range.clone())));
    let is_title = n_words(&inside.title) > 2
        && title_odds(&inside.title, true)? > 0.0
        && !is_kind_only(&inside.title)
        && !is_byline(&inside.title)
        && on_event(&inside.title) != OnEvent::Yes
        && Likeness::of(&inside.title).class() != Class::Heading;
    is_title.then(|| Found {
        page: line.link_of(&inside.title),
        title: inside.title,
        speakers: inside.speakers,
        kind: inside.kind,
        links: line.links(&span.range).map(str::to_owned).collect(),
        end: span.range.end,
        ..Found::default()
    })
}

/// Whether all of an item is bold, italic or linked.
fn is_set_off(item: &[Block]) -> bool {
    let [Block::Paragraph(text)] = item else { return false };
    matches!(text.as_slice(), [Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. }])
}

/// The marked title at the start of an item.
pub(super) fn set_off(item: &[Block]) -> Option<Found> {
    let line = Line::of(text_of(item)?);
    let lead = lead(&line.words);
    let span = line.spans.iter().find(|span| span.range.start <= lead.length + 1)?;
    let title = unquoted(line.text(span.range.clone())).to_owned();
    let is_title = title_odds(&title, true)? > TITLE
        && n_words(&title) > 1
        && !is_kind_only(&title)
        && !is_byline(&title)
        && on_event(&title) != OnEvent::Yes
        && Likeness::of(&title).title() > -1.0;
    let end = span.range.end + usize::from(span.mark == Mark::Quoted);
    let links = line.links(&span.range).map(str::to_owned).collect();
    let page = line.link_of(&title);
    is_title.then(|| Found { title, kind: lead.kind, links, page, end, ..Found::default() })
}

/// How an item marks its first words, after a time, a number or a label.
fn title_mark(item: &[Block]) -> Option<Discriminant<Mark>> {
    let line = Line::of(text_of(item)?);
    let start = lead(&line.words).length;
    let span = line.spans.iter().find(|span| span.range.start <= start + 1)?;
    Some(discriminant(&span.mark))
}

fn text_of(item: &[Block]) -> Option<&[Inline]> {
    let Block::Paragraph(text) = item.first()? else { return None };
    Some(text)
}

fn words_of(item: &[Block]) -> Option<String> {
    Some(inline_text(text_of(item)?).trim_end().to_owned())
}

/// The title in a line, without its final marks and without a remark by the author after a dash.
pub(in crate::ingest::talks) fn lone_title(
    reader: &LineReader,
    text: &[Inline],
    ends: &[char],
) -> Option<Found> {
    let line = Line::of(text);
    let found = reader.read(&line);
    let reading = found.iter().find(|reading| reading.order == Order::TitleOnly)?;
    let ends = if reading.is_set_off { &[ends, &[':']].concat() } else { ends };
    let (title, end) = match remark(&reading.title) {
        Some(at) => {
            let title = reading.title.get(..at)?.to_owned();
            let end = line.words.find(&title)? + title.len();
            (title, end)
        }
        None => (reading.title.trim_end_matches(ends).to_owned(), reading.end),
    };
    let odds = title_odds(&title, reading.is_set_off)?;
    let is_title = title.split_whitespace().count() > 1
        && title.starts_with(|c: char| !c.is_lowercase())
        && !title.ends_with(['.', ':'])
        && !is_kind_only(&title)
        && !is_byline(&title)
        && on_event(&title) != OnEvent::Yes
        && odds > TITLE
        && Likeness::of(&title).title() > -1.0;
    is_title.then(|| Found {
        links: line.links(&reading.range).map(str::to_owned).collect(),
        page: line.link_of(&title),
        title,
        kind: reading.kind,
        end,
        ..Found::default()
    })
}

/// Whether a text is likely to name somebody.
fn is_byline(text: &str) -> bool {
    Byline::parse(text).is_some_and(|byline| byline.odds > 1.0)
}

/// Where a remark begins after a title: "Looms that sing - so good".
fn remark(title: &str) -> Option<usize> {
    let dashes = [" - ", " – ", " — "].into_iter();
    let mut cuts = dashes.filter_map(|dash| title.find(dash).map(|at| (at, at + dash.len())));
    let is_remark =
        |next: usize| title.get(next..).is_some_and(|it| it.starts_with(char::is_lowercase));
    cuts.find(|(_, next)| is_remark(*next)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{DraftTalk, ingest};

    fn talks(path: &str, text: &str) -> Vec<DraftTalk> {
        ingest(path, text.as_bytes()).draft.map(|draft| draft.talks).unwrap_or_default()
    }

    #[track_caller]
    fn check_at(path: &str, text: &str, expected: &[&str]) {
        let talks = talks(path, text);
        let titles: Vec<&str> = talks.iter().map(|talk| talk.title.as_str()).collect();
        assert_eq!(titles, expected, "{text}");
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_at("a.md", text, expected);
    }

    /// Checks the read-me file of a folder.
    #[track_caller]
    fn check_folder(title: &str, text: &str, expected: &[&str]) {
        check_at("a/README.md", &format!("# {title}\n\n{text}"), expected);
    }

    const LIST: &str = "- Shrinking looms for fun and profit\n- Lunch\n- The wool that came in from the cold - so good\n- How we lost the thread\n";

    const TALKS: [&str; 3] = [
        "Shrinking looms for fun and profit",
        "The wool that came in from the cold",
        "How we lost the thread",
    ];

    #[test]
    fn the_words_above_say_that_titles_follow() {
        check(&format!("# LoomConf 2024\n\n## Talks I attended\n\n{LIST}"), &TALKS);
        check(&format!("# LoomConf 2024\n\nIt was fun. The talks I saw:\n\n{LIST}"), &TALKS);
        check(&format!("# LoomConf 2024\n\n## Vorträge, die ich gesehen habe\n\n{LIST}"), &TALKS);
        check(&format!("# LoomConf 2024\n\n## Takeaways\n\n{LIST}"), &[]);
        check(&format!("# LoomConf 2024\n\n## Talks\n\nMy favorites:\n\n{LIST}"), &TALKS);
        check(&format!("# LoomConf 2024\n\n## Talks\n\nGive one! Some ideas:\n\n{LIST}"), &[]);
        check(
            "# LoomConf 2024\n\n## Sessions\n\nAmong the sessions are:\n\n- How we lost the thread;\n- The wool that came in from the cold.\n",
            &["How we lost the thread", "The wool that came in from the cold"],
        );
        check("# LoomConf 2024\n\n## Talks\n\n- it was loud\n- the food was good.\n- Lunch\n", &[]);
        check("# LoomConf 2024\n\n## Talks\n\n- DevDay 2023\n- LoomConf 2022\n", &[]);
    }

    #[test]
    fn what_links_to_the_schedule_is_a_talk() {
        let list = "- [基調講演](https://loom.example/schedule/1)\n- [週末の織物のススメ](https://loom.example/schedule/2)\n\
            - [Keynote: Looms that sing for all - Ada Weaver](https://loom.example/schedule/3)\n";
        let text = format!("# LoomConf 2024\n\n## Day 1\n\n{list}");
        check(&text, &["週末の織物のススメ", "Looms that sing for all"]);
        let speakers = talks("a.md", &text).into_iter().map(|talk| talk.speakers);
        let names: Vec<Vec<String>> =
            speakers.map(|it| it.into_iter().map(|it| it.name).collect()).collect();
        assert_eq!(names, [Vec::<String>::new(), vec!["Ada Weaver".to_owned()]]);
        check(&text.replace("/schedule/", "/notes/"), &["Looms that sing for all"]);
    }

    #[test]
    fn one_of_many_titles_may_lack_its_speaker() {
        let talks = "- 10:00 \"Shrinking looms for fun\" — Ada Weaver\n- 11:00 \"How we lost the thread\" — Marta Kowalska\n\
            - 12:00 \"Wool from the cold\" — Peter Smith\n- 13:00 lunch\n- 14:00 \"Dyeing at three million threads\" — somebody from Weft\n";
        check(
            &format!("# LoomConf 2024\n\n## Day 1\n\n{talks}"),
            &[
                "Shrinking looms for fun",
                "How we lost the thread",
                "Wool from the cold",
                "Dyeing at three million threads",
            ],
        );
    }

    #[test]
    fn a_column_of_talks_needs_no_speakers() {
        check(
            "# LoomConf 2024\n\n| Talk | Stars |\n| --- | --- |\n| Shrinking looms for fun and profit | 3 |\n| Lunch | 5 |\n| How we lost the thread | 4 |\n",
            &["Shrinking looms for fun and profit", "How we lost the thread"],
        );
        check(
            "# LoomConf 2024\n\n| Title | Stars |\n| --- | --- |\n| Shrinking looms for fun and profit | 3 |\n| How we lost the thread | 4 |\n",
            &[],
        );
    }

    #[test]
    fn the_text_on_a_folder_lists_its_talks_as_links_to_notes() {
        const LINKS: &str = "## Wool\n\n- [Shrinking wool for fun and profit](wool.md)\n- [Fast looms: a deep dive into weaving](fast.md) my favorite\n";
        let both = ["Shrinking wool for fun and profit", "Fast looms: a deep dive into weaving"];
        check_folder("LoomConf 2019", LINKS, &both);
        check_folder("My notes", LINKS, &[]);
        check_folder("LoomConf 2019", &LINKS.replace(".md", ".png"), &[]);
        check_folder("LoomConf 2019", &LINKS.replace("## Wool", "## Ideas"), &[]);
        let others = "- [Other stuff](a.md)\n- [Ada Weaver](b.md)\n- [Packing](c.md)\n";
        check_folder("LoomConf 2019", others, &[]);
    }

    #[test]
    fn last_names_behind_titles_are_no_part_of_them() {
        check_folder(
            "LoomConf 2019",
            "- [Shrinking wool for fun - Weaver](a.md)\n- [Fast looms for all of us - Kowalska](b.md)\n- [How to dye a thread - Sley](c.md)\n",
            &["Shrinking wool for fun", "Fast looms for all of us", "How to dye a thread"],
        );
    }
}
