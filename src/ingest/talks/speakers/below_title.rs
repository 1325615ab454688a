//! Finds the speakers in the text right below the title of a talk.

use super::bold_names::in_bold;
use super::bold_names::stressed_before_links;
use super::detail_lines::{has_links_of_talk, is_fact, is_frame, is_headline, is_kind, is_labels};
use super::first_words::{credited, eastern_byline, is_address, talk_by};
use super::labeled_entry::has_own_title;
use crate::ingest::leading_videos::is_recording;
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::title::title_in;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::{ABSTRACTS, BY, SPEAKER_LABELS, has, leading};
use crate::ingest::names::name_shape::without_handles;
use crate::ingest::names::no_talks::is_between_talks;
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::model::{Block, Inline, inline_text};

/// The speakers that the lines below a title name.
#[derive(Clone, Debug)]
pub(in crate::ingest::talks) struct Below {
    /// The speakers.
    pub byline: Byline,
    /// How the lines name them.
    pub credit: Credit,
    /// Number of passages at the start that say nothing else.
    pub passages: usize,
}

/// How certain it is that a line names the speaker and not the author.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::ingest::talks) enum Credit {
    /// A name.
    Name,
    /// "By" and a name, or a name in italics.
    By,
    /// "Speaker:" and a name.
    Speaker,
}

/// How a name is recognized in a line below a title.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ingest::talks) enum Trust {
    /// The words look like a name.
    Name,
    /// Other titles of the document have a name there, so the shape of a name is enough.
    Shape,
}

/// Number of passages below a title that are searched.
const FARTHEST: usize = 3;

/// Number of list items below a title that are searched.
const ITEMS: usize = 5;

/// Longest line that only names speakers, in words.
const LONGEST: usize = 16;

/// The speakers that the passages right below a title name. A picture, a recording, links or other schedule text may
/// come first.
pub(in crate::ingest::talks) fn speakers_below(
    passages: &[Passage],
    trust: Trust,
) -> Option<Below> {
    let (mut labeled, mut is_abstract) = (false, false);
    for (at, passage) in passages.iter().take(FARTHEST).enumerate() {
        let mut found =
            if let (Block::List { items, .. }, true) = (&passage.block, labeled || is_abstract) {
                all_items(items)
            } else {
                in_block(&passage.block, trust)
            };
        if let Some(below) = found.as_mut().filter(|_| labeled) {
            (below.credit, below.passages) = (Credit::Speaker, 0);
        }
        if let Some(below) = found.as_mut().filter(|_| is_abstract && !labeled) {
            below.credit = Credit::Name;
        }
        // Below anything but a recording or a headline, a lone name may be anybody's.
        let above = passages.get(..at).unwrap_or_default();
        let is_right_below = above
            .iter()
            .all(|it| is_recording(&it.block) || is_headline(&it.block) || is_address(&it.block));
        let found = found.filter(|below| is_right_below || below.credit > Credit::Name);
        if let Some(below) = found {
            return Some(Below { passages: if at == 0 { below.passages } else { 0 }, ..below });
        }
        let is_skipped = match &passage.block {
            Block::Paragraph(text) => {
                let words = inline_text(text);
                labeled = is_speaker_label(words.trim());
                // "Workshop" says which kind of talk it was.
                labeled || is_frame(text) || is_kind(words.trim()) || is_address(&passage.block)
            }
            Block::Image { .. } | Block::Video(_) | Block::Rule | Block::List { .. } => true,
            // "## Speaker" above a name.
            Block::Heading { text, .. } => {
                let words = inline_text(text);
                labeled = is_speaker_label(words.trim());
                // "## Abstract" above the names of its authors.
                is_abstract = has(ABSTRACTS, &words.trim().to_lowercase());
                labeled || is_abstract
            }
            Block::Quote(_) | Block::Code { .. } | Block::Table(_) => false,
        };
        if !is_skipped {
            break;
        }
    }
    None
}

fn in_block(block: &Block, trust: Trust) -> Option<Below> {
    let (text, is_heading) = match block {
        Block::List { items, .. } => return first_items(items),
        Block::Paragraph(text) => (text, false),
        Block::Heading { text, .. } => (text, true),
        Block::Quote(blocks) => {
            let [block @ Block::Paragraph(_)] = blocks.as_slice() else { return None };
            return in_block(block, trust);
        }
        Block::Table(rows) => return labeled_row(rows),
        Block::Code { .. } | Block::Image { .. } | Block::Video(_) | Block::Rule => return None,
    };
    // "**Looms that sing**" above "Speaker: Ada Weaver" is a talk of its own.
    if has_own_title(block) {
        return None;
    }
    let line = Line::of(text);
    let lines: Vec<&str> =
        line.words.split('\n').map(str::trim).filter(|text| !text.is_empty()).collect();
    let passages = usize::from(lines.len() == 1);
    if let Some((byline, is_sure)) = lines.iter().take(ITEMS).find_map(|it| Byline::labeled(it)) {
        let credit = if is_sure { Credit::Speaker } else { Credit::By };
        // Nothing but labels is all facts: "Speaker: …" above "Slides: …".
        let is_all = is_sure && has_links_of_talk(block) && lines.iter().all(|line| is_fact(line));
        return Some(Below { byline, credit, passages: passages.max(usize::from(is_all)) });
    }
    let (first, rest) = lines.split_first()?;
    // "Ein Vortrag von Ada Weaver. Laut." would name a person "Ein Vortrag".
    if let Some(byline) = talk_by(first).or_else(|| eastern_byline(first)).filter(|_| !is_heading) {
        return Some(Below { byline, credit: Credit::Speaker, passages: 0 });
    }
    // "10:30, Room 5, Ada Weaver".
    if let Some((byline, is_by)) = credited(first).filter(|_| !is_heading) {
        let credit = if is_by { Credit::By } else { Credit::Name };
        return Some(Below { byline, credit, passages: 0 });
    }
    let stressed = stressed_before_links(text);
    let first = stressed.as_deref().unwrap_or(first);
    let lead = lead(first);
    let first = &first.get(lead.length..).filter(|_| lead.has_time).unwrap_or(first);
    if first.split_whitespace().count() > LONGEST {
        return None;
    }
    let is_stressed = matches!(
        text.as_slice(),
        [Inline::Emphasis(_) | Inline::Strong(_)]
            | [Inline::Emphasis(_) | Inline::Strong(_), Inline::Break, ..]
    ) || stressed.is_some();
    let credit = if leading(BY, first).is_some() || is_stressed && !is_heading {
        Credit::By
    } else {
        Credit::Name
    };
    let least = if credit == Credit::By { 0.0 } else { 1.0 };
    if trust == Trust::Shape && rest.is_empty() && !is_heading {
        let sure = Byline::of_speakers(first).filter(|byline| byline.odds > 0.0);
        let byline = sure.or_else(|| Byline::in_slot(first).filter(|_| is_stressed))?;
        return Some(Below { byline, credit, passages });
    }
    let byline = Byline::parse(first).or_else(|| columns(first))?;
    // The next lines must continue it, or the name begins a sentence.
    let is_whole = rest.iter().all(|line| line.split_whitespace().count() <= LONGEST);
    let byline = rest.iter().take(ITEMS).fold(Some(byline), more_people)?;
    (byline.odds > least && is_whole).then_some(Below { byline, credit, passages })
}

/// Adds the people on the next line to a byline, if that line says nothing else.
fn more_people(byline: Option<Byline>, line: &&str) -> Option<Byline> {
    let mut byline = byline?;
    if let Some(next) = Byline::parse(line).filter(|next| next.odds > 2.0) {
        let is_known = |name: &str| byline.people.iter().any(|known| known.name == name);
        let others: Vec<_> =
            next.people.into_iter().filter(|named| !is_known(&named.name)).collect();
        byline.people.extend(others);
    }
    Some(byline)
}

/// The speaker in a table of labels: "Speaker | Ada Weaver".
fn labeled_row(rows: &[Vec<Vec<Inline>>]) -> Option<Below> {
    let found = rows.iter().take(2 * ITEMS).find_map(|row| {
        let [label, names] = row.as_slice() else { return None };
        Byline::labeled(&format!("{}: {}", inline_text(label).trim(), inline_text(names)))
    });
    let (byline, is_sure) = found?;
    let credit = if is_sure { Credit::Speaker } else { Credit::By };
    Some(Below { byline, credit, passages: 0 })
}

/// The speaker in the first of several short columns: "Ada Weaver | weaver of Warpworks | 20 min".
fn columns(words: &str) -> Option<Byline> {
    let mark = [" | ", " · ", " • ", " / "].into_iter().find(|mark| words.contains(mark))?;
    let mut columns = words.split(mark);
    let byline = Byline::parse(columns.next()?).filter(|byline| byline.odds > 1.0)?;
    columns.all(|column| column.split_whitespace().count() <= 9).then_some(byline)
}

/// The bold name at the start of a paragraph.
pub(in crate::ingest::talks) fn opening_name(passage: Option<&Passage>) -> Option<Byline> {
    let Block::Paragraph(text) = &passage?.block else { return None };
    let line = Line::of(text);
    let span = line.spans.iter().find(|it| it.mark == Mark::Strong)?;
    in_bold(&line).filter(|_| span.range.start == 0)
}

/// The speaker in a line such as "Speaker: Ada Weaver", anywhere before the next heading. "Author: Ada Weaver" may name
/// the author of the text, so such labels count only where `are_authors_meant`.
pub(in crate::ingest::talks) fn labeled_in_section(
    passages: &[Passage],
    are_authors_meant: bool,
) -> Option<Byline> {
    const LONGEST_SECTION: usize = 40;
    let section = passages.iter().take(LONGEST_SECTION);
    let mut section = section.take_while(|it| !matches!(it.block, Block::Heading { .. }));
    section.find_map(|passage| {
        if has_own_title(&passage.block) {
            return None;
        }
        let Block::Paragraph(text) = &passage.block else { return None };
        let line = Line::of(text);
        let named = line.words.split('\n').find_map(Byline::labeled)?;
        Some(named.0).filter(|byline| (named.1 || are_authors_meant) && byline.odds > 0.0)
    })
}

/// A heading that is a title, with the speakers named below it.
pub(in crate::ingest::talks) fn titled(
    line: &Line,
    readings: &[Reading],
    byline: Byline,
    bylines: usize,
) -> Option<Found> {
    let reading = readings.iter().find(|reading| reading.order == Order::TitleOnly)?;
    Some(Found {
        page: line.link_of(&reading.title),
        title: reading.title.clone(),
        speakers: byline.people,
        kind: reading.kind,
        links: line.links(&reading.range).map(str::to_owned).collect(),
        end: reading.end,
        bylines,
        is_uncertain: reading.odds + byline.odds < 1.0,
        is_weak: false,
        order: None,
    })
}

/// A heading above the speaker's place that is a title whatever it looks like: "404" above "Speaker: Ada Weaver".
pub(in crate::ingest::talks) fn titled_by_place(line: &Line, below: Below) -> Option<Found> {
    let start = lead(&line.words).length;
    let (title, _, kind) = title_in(line, start..line.words.len());
    let title = if title.is_empty() { line.words.trim().to_owned() } else { title };
    (title.contains(char::is_alphanumeric) && !is_between_talks(&title)).then(|| Found {
        page: line.link_of(&title),
        links: line.links(&(0..line.words.len())).map(str::to_owned).collect(),
        title,
        speakers: below.byline.people,
        kind,
        end: line.words.len(),
        bylines: below.passages,
        ..Found::default()
    })
}

/// The speaker in one of the first items of a list: "Speaker: Ada Weaver", or a name with a company in the first item
/// if no other item has one.
fn first_items(items: &[Vec<Block>]) -> Option<Below> {
    let mut words = items.iter().take(ITEMS).filter_map(|item| words_of(item));
    if let Some((byline, is_sure)) = words.find_map(|words| Byline::labeled(&words)) {
        let credit = if is_sure { Credit::Speaker } else { Credit::By };
        let has_facts = |item: &Vec<Block>| item.len() == 1 && item.iter().all(is_labels);
        let is_all = is_sure && items.iter().all(has_facts);
        let keeps_links = || items.iter().flatten().all(has_links_of_talk);
        let passages = usize::from(is_all && keeps_links());
        return Some(Below { byline, credit, passages });
    }
    let (first, others) = items.split_first()?;
    let words = words_of(first)?;
    let named = |words: &str, least: f32| Byline::parse(words).filter(|it| it.odds > least);
    // "Ada Weaver (@ada) and Marta Kowalska (@marta)", where nobody else has a handle.
    let names = without_handles(&words);
    let has_handle = |item: &Vec<Block>| words_of(item).is_some_and(|it| it.contains("(@"));
    if names.len() < words.len()
        && !others.iter().any(has_handle)
        && let Some(byline) = named(&names, 1.0)
    {
        return Some(Below { byline, credit: Credit::By, passages: 0 });
    }
    let byline = named(&words, 1.0)?;
    let mut others = others.iter().filter_map(|item| words_of(item));
    let is_alone = others.all(|words| named(&words, -3.0).is_none());
    // A single item is as good as a company beside the name.
    let is_sure = byline.has_company() || items.len() == 1 && byline.odds > 2.0;
    let is_by = leading(BY, &words).is_some();
    let credit = if is_by { Credit::By } else { Credit::Name };
    (is_alone && (is_sure || is_by)).then_some(Below { byline, credit, passages: 0 })
}

/// The speakers in a list below a label, one in each item.
fn all_items(items: &[Vec<Block>]) -> Option<Below> {
    let named = |item: &Vec<Block>| Byline::parse(&words_of(item)?).filter(|it| it.odds > 0.0);
    let bylines: Vec<Byline> = items.iter().map(named).collect::<Option<_>>()?;
    let odds = bylines.iter().map(|byline| byline.odds).reduce(f32::min)?;
    let people = bylines.into_iter().flat_map(|byline| byline.people).collect();
    Some(Below { byline: Byline { people, odds }, credit: Credit::Speaker, passages: 0 })
}

fn is_speaker_label(text: &str) -> bool {
    has(SPEAKER_LABELS, &text.trim_matches(['*', '_', ' ', ':', '：']).to_lowercase())
}

fn words_of(item: &[Block]) -> Option<String> {
    let Some(Block::Paragraph(text)) = item.first() else { return None };
    // A label before a time or a place does not name a speaker.
    let words = inline_text(text);
    (lead(&words).length < words.len()).then_some(words)
}

/// The speakers that a list item names below its first line.
pub(in crate::ingest::talks) fn speakers_in_item(item: &[Block]) -> Option<Byline> {
    let block = item.get(1)?;
    if let Some(below) = in_block(block, Trust::Name) {
        let least = if below.credit == Credit::Name { 1.0 } else { 0.0 };
        return Some(below.byline).filter(|byline| byline.odds > least);
    }
    // A name alone in the first of several items.
    let Block::List { items, .. } = block else { return None };
    let named = |item: &Vec<Block>| Byline::parse(&words_of(item)?);
    let (first, others) = items.split_first()?;
    let byline = named(first).filter(|byline| byline.odds > 2.0)?;
    others.iter().all(|item| named(item).is_none_or(|it| it.odds < -3.0)).then_some(byline)
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn names_with_handles_in_the_first_item_are_those_of_speakers() {
        let list =
            "- Ada Weaver (@ada) and Marta Kowalska (@marta)\n- Weft Media\n- looms are loud\n";
        check(
            &format!("## Shrinking looms for fun and profit\n\n{list}"),
            &["Shrinking looms for fun and profit | Ada Weaver + Marta Kowalska"],
        );
        check("## Tip #2: Shrink your looms\n\n#### by Ada Weaver\n\n- less wool\n", &[]);
    }

    #[test]
    fn who_is_named_below_a_title_spoke() {
        let first = "## Shrinking looms for fun and profit\n\nAda Weaver opened with a story.\n\n";
        let second =
            "## What a loom can learn from a piano\n\nMarta Kowalska explained the pedals.\n";
        check(
            &format!("{first}{second}"),
            &[
                "Shrinking looms for fun and profit | Ada Weaver",
                "What a loom can learn from a piano | Marta Kowalska",
            ],
        );
        // A section about several talks has no speaker of its own.
        check(
            "## Day 1 - 17/10\n\n**Looms that sing**\nSpeaker: Ada Weaver\n\n**Fast wool for all**\nSpeaker: Marta Kowalska\n",
            &["Looms that sing | Ada Weaver", "Fast wool for all | Marta Kowalska"],
        );
        check(
            "## 2.1 Tutorial: Looms that sing\n\nThe speakers are Ada Weaver and Marta Kowalska.\n",
            &["Looms that sing | Ada Weaver + Marta Kowalska"],
        );
        // A single one may be about a theme.
        check(first, &[]);
        check(
            "## Shrinking looms\n\nLoud.\n\nSpeaker: Ada Weaver\n",
            &["Shrinking looms | Ada Weaver"],
        );
        check(
            "## Shrinking looms\n\nhttps://youtu.be/dsCMfi5YPnE\n\nAda Weaver\n\nLoud.\n",
            &["Shrinking looms | Ada Weaver"],
        );
    }
}
