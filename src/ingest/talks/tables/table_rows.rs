//! Finds talks in table rows, using the column heads or the cells.

use super::columns::{Column, Row, column, columns, lists_others};
use crate::ingest::address;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::title::{is_kind_only, title_odds, unquoted};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::has;
use crate::ingest::names::kinds::is_talk_word;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::no_talks::is_between_talks;
use crate::ingest::passage::{Passage, links_of};
use crate::ingest::talks::found::Found;
use crate::ingest::talks::found_talks::Piece;
use crate::ingest::talks::lists::title_lists::lone_title;
use crate::ingest::talks::notes::Cutter;
use crate::model::{Block, Inline, Rule, Table, inline_text};

impl Cutter {
    /// The talks of a table, one per row.
    pub(in crate::ingest::talks) fn table_pieces(
        &mut self,
        passage: &Passage,
        rows: &[Row],
    ) -> Vec<Piece> {
        let heads = rows.split_first().filter(|(head, _)| !lists_others(head));
        let Some((head, body)) = heads else { return Vec::new() };
        let named = columns(head);
        let has_title = named.contains(&Column::Title);
        let schedule = if has_title { Vec::new() } else { self.room_pieces(passage, rows) };
        if !schedule.is_empty() {
            return schedule;
        }
        // "Title" may also be the title of a book.
        let has_talk = head.iter().any(|cell| {
            let head = inline_text(cell).trim().to_lowercase();
            head.split(' ').any(is_talk_word) && column(&head) == Column::Title
        });
        // If the head does not say so, the first row may be a talk as well.
        let (mut columns, body) = if has_title { (named, body) } else { (guessed(rows), rows) };
        if !columns.contains(&Column::Speaker) {
            // The head may use a word for speakers that no list contains.
            for (column, guess) in columns.iter_mut().zip(guessed(body)) {
                if *column == Column::Other && guess == Column::Speaker {
                    *column = guess;
                }
            }
        }
        let Some(title_at) = columns.iter().position(|column| *column == Column::Title) else {
            return Vec::new();
        };
        let speaker_at = columns.iter().position(|column| *column == Column::Speaker);
        let found: Vec<Option<Found>> = body
            .iter()
            .map(|row| {
                let found = self.row(row, &columns, title_at, speaker_at);
                let found = found.or_else(|| {
                    odd(row.get(title_at)?, row.get(speaker_at?)?).filter(|_| has_title)
                });
                // The head says what the cells are, so the speaker may be "several people" or a first name.
                found.or_else(|| {
                    unnamed(row.get(title_at)?, row.get(speaker_at?)?).filter(|_| has_title)
                })
            })
            .collect();
        let with_speakers =
            found.iter().flatten().filter(|found| !found.speakers.is_empty()).count();
        // Books do not have a recording in nearly every row.
        let recorded = body.iter().filter(|row| row.iter().any(|cell| has_recording(cell))).count();
        let is_recorded = has_title && recorded > 1 && recorded * 4 >= body.len() * 3;
        let found = if with_speakers == 0 && (has_talk || is_recorded) {
            body.iter().map(|row| lone_title(&self.plan.reader, row.get(title_at)?, &[])).collect()
        } else if with_speakers == 0 || !has_talk && with_speakers * 3 < found.len() {
            return Vec::new();
        } else {
            found
        };
        if found.iter().flatten().next().is_none() {
            return Vec::new();
        }
        let mut pieces = Vec::new();
        let mut left: Vec<Row> = Vec::new();
        for (row, found) in body.iter().zip(found) {
            let Some(found) = found else {
                left.extend(says_something(row, title_at).then(|| row.clone()));
                continue;
            };
            let links: Vec<Block> = row.iter().map(|cell| Block::Paragraph(cell.clone())).collect();
            let lines = (passage.first, passage.last);
            let reason = found.title.clone();
            let speakers =
                row.get(speaker_at.filter(|_| found.speakers.is_empty()).unwrap_or(row.len()));
            let remarks = remarks(row, &columns, has_title.then_some(head), speakers);
            let talk = self.add_found(found, Rule::TalkInTable, lines, &reason);
            self.links(talk, &links);
            let passages = remarks.into_iter().map(|block| Passage::new(block, lines.0, lines.1));
            let passages = passages.collect();
            pieces.push(Piece { talk: Some(talk), award: String::new(), passages });
        }
        if !left.is_empty() {
            left.splice(0..0, has_title.then(|| head.clone()));
            let table = Passage::new(
                Block::Table(Table { rows: left, columns: Vec::new() }),
                passage.first,
                passage.last,
            );
            pieces.push(Piece { talk: None, award: String::new(), passages: vec![table] });
        }
        pieces
    }

    fn row(
        &self,
        row: &Row,
        columns: &[Column],
        title_at: usize,
        speaker_at: Option<usize>,
    ) -> Option<Found> {
        let cell = row.get(title_at)?;
        let line = Line::of(cell);
        // A line break may separate two names.
        let names = speaker_at.and_then(|at| row.get(at)).map(|cell| names_in_cell(cell));
        let byline = names.as_deref().and_then(Byline::parse).filter(|byline| byline.odds > -2.0);
        let byline = byline.or_else(|| names.as_deref().and_then(Byline::inverted));
        let byline = byline.or_else(|| names.as_deref().and_then(Byline::of_speakers));
        let Some(byline) = byline else {
            // Title and speaker may share a cell. If there is a speaker column, an empty cell means no talk.
            let found = self.plan.line(&line, &self.plan.reader.read(&line));
            let is_empty = names.as_deref().is_some_and(|it| it.trim().is_empty());
            let found = found.filter(|_| speaker_at.is_none() || is_empty);
            // "Panel: Looms for all" is a talk whatever the speaker column says: "various", "–".
            return found.or_else(|| labeled(&line));
        };
        let lead = lead(&line.words);
        let title = unquoted(line.words.get(lead.length..).unwrap_or_default()).to_owned();
        title_odds(&title, true)?;
        let organization = columns.iter().position(|column| *column == Column::Organization);
        let organization = organization.and_then(|at| row.get(at)).map(|cell| inline_text(cell));
        let mut speakers = byline.people;
        if let Some(name) = organization.filter(|name| !is_frame(name)) {
            for named in speakers.iter_mut().filter(|named| named.organizations.is_empty()) {
                named.organizations.push(name.trim().to_owned());
            }
        }
        let page = line.link_of(&title);
        Some(Found { title, speakers, kind: lead.kind, page, ..Found::default() })
    }
}

/// The words of a cell with names. Links with nothing but spaces between them lead to one person each.
fn names_in_cell(cell: &[Inline]) -> String {
    let is_blank = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    let is_link = |inline: &Inline| matches!(inline, Inline::Link { .. });
    let links: Vec<String> = cell
        .iter()
        .filter(|inline| is_link(inline))
        .map(|link| inline_text(std::slice::from_ref(link)).trim().to_owned())
        .collect();
    let are_all = cell.iter().all(|inline| is_blank(inline) || is_link(inline));
    if are_all && links.len() > 1 { links.join(", ") } else { Line::of(cell).words }
}

/// Whether a cell links to a recording.
fn has_recording(cell: &[Inline]) -> bool {
    let links = links_of(&[Block::Paragraph(cell.to_vec())]);
    links.iter().any(|url| address::leads_to_recording(url))
}

/// The title in a cell after the kind of talk.
fn labeled(line: &Line) -> Option<Found> {
    let lead = lead(&line.words);
    let title = unquoted(line.words.get(lead.length..)?).to_owned();
    let is_title = lead.is_labeled && lead.kind.is_some() && title.split(' ').count() > 1;
    title_odds(&title, true).filter(|_| is_title)?;
    Some(Found { title, kind: lead.kind, ..Found::default() })
}

/// The talk whose title looks like none, "Audio" or "404", in a cell for titles beside one that surely names a speaker.
fn odd(cell: &[Inline], speakers: &[Inline]) -> Option<Found> {
    const SURE: f32 = 1.0;
    let line = Line::of(cell);
    let title = unquoted(&line.words).to_owned();
    let byline = Byline::parse(&inline_text(speakers)).filter(|byline| byline.odds > SURE)?;
    let is_title = title.contains(char::is_alphanumeric)
        && !title.contains('\n')
        && !is_between_talks(&title)
        && !is_kind_only(&title);
    let page = line.link_of(&title);
    is_title.then(|| Found { title, speakers: byline.people, page, ..Found::default() })
}

/// Words in a column of speakers beside what is no talk: "Lunch | all".
const EVERYBODY: &str = "\
    all | everybody | everyone | us | we | me | alle | wir | ich | tous | nous | moi | todos | todas | \
    nosotros | yo | tutti | noi | io | allen | wij | ik | nós | eu";

/// The title in a cell beside one that names no speaker, such as "several people".
fn unnamed(cell: &[Inline], speakers: &[Inline]) -> Option<Found> {
    let line = Line::of(cell);
    let lead = lead(&line.words);
    let title = unquoted(line.words.get(lead.length..)?).to_owned();
    let speakers = inline_text(speakers).trim().to_lowercase();
    let is_anybody = speakers.contains(char::is_alphabetic) && !has(EVERYBODY, &speakers);
    title_odds(&title, true).filter(|_| is_anybody)?;
    Some(Found { title, kind: lead.kind, ..Found::default() })
}

/// What a row says about its talk besides title, speakers and times. If it says several things, each follows the head
/// of its column.
fn remarks(
    row: &Row,
    columns: &[Column],
    head: Option<&Row>,
    speakers: Option<&Vec<Inline>>,
) -> Vec<Block> {
    let heads = |at: usize| head.and_then(|head| head.get(at)).map(|cell| inline_text(cell));
    let others = row.iter().zip(columns).enumerate().filter(|(at, (cell, column))| {
        let text = inline_text(cell);
        **column == Column::Other && (!is_frame(&text) || is_rating(&text, heads(*at)))
    });
    let others: Vec<(usize, &Vec<Inline>)> = others.map(|(at, (cell, _))| (at, cell)).collect();
    let has_heads = others.len() > 1 || others.iter().any(|(_, cell)| is_frame(&inline_text(cell)));
    let headed = others.into_iter().map(|(at, cell)| {
        let head = heads(at).filter(|head| has_heads && !head.trim().is_empty());
        let head =
            head.map(|head| Inline::Text(format!("{}: ", head.trim().trim_end_matches(':'))));
        Block::Paragraph(head.into_iter().chain(cell.iter().cloned()).collect())
    });
    let speakers = speakers.filter(|cell| inline_text(cell).contains(char::is_alphabetic));
    let speakers = speakers.map(|cell| Block::Paragraph(cell.clone()));
    speakers.into_iter().chain(headed).collect()
}

/// Whether a row without a talk says anything: a break without a remark does not.
fn says_something(row: &Row, title_at: usize) -> bool {
    row.iter().enumerate().any(|(at, cell)| {
        let text = inline_text(cell);
        let is_anybody = has(EVERYBODY, &text.trim().to_lowercase());
        !is_frame(&text)
            && !is_anybody
            && (at != title_at || title_odds(&text, false).is_some_and(|odds| odds > 0.0))
    })
}

/// Whether a cell rates a talk: "5", "4/5" and "★★★" below "Stars", but no number of a row.
fn is_rating(text: &str, head: Option<String>) -> bool {
    const NUMBERED: [&str; 10] =
        ["no", "nr", "id", "day", "tag", "jour", "date", "time", "slot", "room"];
    let head = head.unwrap_or_default().trim().trim_end_matches(['.', ':']).to_lowercase();
    let is_sign =
        |c: char| c.is_ascii_digit() || matches!(c, '/' | '★' | '☆' | '⭐' | '+' | '-' | '.');
    let text = text.trim();
    head.contains(char::is_alphabetic)
        && !NUMBERED.contains(&head.as_str())
        && text.chars().count() <= 5
        && text.chars().all(is_sign)
        && text.contains(|c: char| c.is_ascii_digit() || matches!(c, '★' | '⭐' | '+'))
}

/// Guesses the contents of columns from most of their cells: names, or otherwise the texts most like titles.
fn guessed(rows: &[Row]) -> Vec<Column> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cells =
        |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(|cell| inline_text(cell));
    let share = |at: usize, is: &dyn Fn(&str) -> bool| {
        let texts: Vec<String> = cells(at).filter(|text| !text.trim().is_empty()).collect();
        !texts.is_empty() && texts.iter().filter(|text| is(text)).count() * 2 > texts.len()
    };
    let is_byline = |text: &str| Byline::parse(text).is_some_and(|byline| byline.odds > 0.0);
    let is_title = |text: &str| {
        text.split_whitespace().count() >= 2
            && !is_byline(text)
            && matches!(Likeness::of(text).class(), Class::Title | Class::Phrase)
    };
    let mut columns = vec![Column::Other; width];
    for (at, column) in columns.iter_mut().enumerate() {
        if share(at, &is_byline) {
            *column = Column::Speaker;
        }
    }
    if let Some(at) =
        (0..width).find(|at| columns.get(*at) != Some(&Column::Speaker) && share(*at, &is_title))
        && let Some(column) = columns.get_mut(at)
    {
        *column = Column::Title;
    }
    if columns.contains(&Column::Speaker) { columns } else { Vec::new() }
}

/// A cell that says nothing about a talk: a time, a number, a dash, a link.
fn is_frame(text: &str) -> bool {
    let text = text.trim();
    let lead = lead(text);
    text.is_empty()
        || lead.length >= text.len()
        || !text.contains(char::is_alphabetic)
        || ["video", "slides", "link", "recording", "youtube"]
            .contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::{notes_of, talks_of};

    #[test]
    fn a_table_of_other_things_has_no_talks() {
        let rows = "| --- | --- |\n| Fluent weaving | Luciano Ramalho |\n| Two scoops of wool | Daniel Greenfeld |\n";
        for head in ["Book | Author", "Quote | Who", "Buch | Autor", "Tool | Author"] {
            let found = talks_of(&format!("| {head} |\n{rows}"));
            assert!(found.is_empty(), "{head}: {found:?}");
        }
        for head in ["Talk | Speaker", "Project talk | Who", "What | Who"] {
            assert_eq!(talks_of(&format!("| {head} |\n{rows}")).len(), 2, "{head}");
        }
    }

    #[test]
    fn no_row_is_lost() {
        let head = "| Time | Talk | Who | Stars | My take |\n| --- | --- | --- | --- | --- |\n";
        let rows = [
            "| 10:00 | Shrinking looms for fun | Ada Weaver | 5 | superb |\n",
            "| 11:00 | Fast wool for all | Bo | 2/5 | meh |\n",
            "| 12:00 | Lunch | all | | |\n",
            "| 13:00 | Silk, spun twice | several people | | heated |\n",
            "| 14:00 | | Marta Kowalska | | missed it |\n",
        ];
        let table = format!("{head}{}", rows.concat());
        assert_eq!(
            talks_of(&table),
            ["Shrinking looms for fun | Ada Weaver", "Fast wool for all | ", "Silk, spun twice | "]
        );
        assert_eq!(
            notes_of(&table),
            "Stars: 5\nMy take: superb\nBo\nStars: 2/5\nMy take: meh\nseveral people\nheated\nTime Talk Who Stars My take\n14:00  Marta Kowalska  missed it"
        );
    }

    #[test]
    fn an_odd_title_beside_a_speaker_is_one() {
        let head =
            "| Talk | Speaker |\n| --- | --- |\n| Shrinking looms for fun | Marta Kowalska |\n";
        for title in ["Video", "C++26", "403", "Yarn Package Manager"] {
            let table = format!("{head}| {title} | Peter Smith |\n");
            let odd = format!("{title} | Peter Smith");
            assert_eq!(talks_of(&table), ["Shrinking looms for fun | Marta Kowalska", &odd]);
        }
        for title in ["Lunch", "Keynote", "", "–"] {
            let table = format!("{head}| {title} | all |\n");
            assert_eq!(talks_of(&table), ["Shrinking looms for fun | Marta Kowalska"], "{title}");
        }
    }

    #[test]
    fn an_event_beside_a_title_is_no_title() {
        let table = "| Event | Talk | Speaker |\n| --- | --- | --- |\n| LoomConf | Shrinking looms for fun | Ada Weaver |\n| WeftConf | Fast wool for all | Bo Thread |\n";
        assert_eq!(
            talks_of(table),
            ["Shrinking looms for fun | Ada Weaver", "Fast wool for all | Bo Thread"]
        );
    }

    #[test]
    fn titles_beside_recordings_are_talks() {
        let row = |title: &str, url: &str| format!("| {title} | [Video]({url}) |\n");
        let rows = |url: &str| row("Shrinking looms for fun", url) + &row("Fast wool for all", url);
        let table = |url: &str| format!("| Title | Link |\n| --- | --- |\n{}", rows(url));
        assert_eq!(
            talks_of(&table("https://youtu.be/dsCMfi5YPnE")),
            ["Shrinking looms for fun | ", "Fast wool for all | "]
        );
        assert_eq!(talks_of(&table("https://books.example/1")), [""; 0]);
    }

    #[test]
    fn a_break_in_a_cell_parts_two_names() {
        let table = "| Talk | Speaker |\n| --- | --- |\n| Looms that sing | Ada Weaver<br>Marta Kowalska |\n| Fast wool for all | Peter Smith |\n";
        assert_eq!(
            talks_of(table),
            ["Looms that sing | Ada Weaver + Marta Kowalska", "Fast wool for all | Peter Smith"]
        );
    }
}
