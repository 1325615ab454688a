//! The first lines of an exported article: title, author, date, and the text that the site put between them.

use super::text_unit::TextUnit;
use crate::ingest::facts::dates::leading_date;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::named_people::is_person_name;
use crate::ingest::talks::titles::event_titles::{OnEvent, on_event};
use crate::model::PartialDate;

/// Facts from the first lines of an export. Empty where they say nothing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::ingest) struct ExportHead {
    /// Title and its line.
    pub title: Option<(String, u32)>,
    /// Author and its line.
    pub author: Option<(String, u32)>,
    /// Site or company, and its line.
    pub publisher: Option<(String, u32)>,
    /// When it was posted, and the line that says so.
    pub published: Option<(PartialDate, u32)>,
    /// Text of the site itself, with its lines: labels, tags, reading time.
    pub frame: Vec<(String, u32)>,
}

/// A unit with at least this many words is part of the article.
const PROSE_WORDS: usize = 20;

enum Role {
    Posting(Posting),
    Frame,
    Author(String),
    /// A sentence that sums up the article.
    Standfirst,
    Name,
}

/// Removes the head from the units. A date that is glued to the first sentence is cut off.
pub(super) fn head(units: &mut Vec<TextUnit>) -> ExportHead {
    let mut head = ExportHead::default();
    let is_body = |unit: &TextUnit| {
        unit.word_count() >= PROSE_WORDS || unit.bullet.is_some() || lead(&unit.text).has_time
    };
    let prose = units.iter().position(is_body);
    let count = prose.unwrap_or(units.len()).min(12);
    let rest = units.split_off(count);
    let mut lines = std::mem::replace(units, rest);
    let title_at = title_index(&lines);
    let end = title_at.map_or(lines.len(), |at| end_of_head(&lines, at, prose.is_some()));
    let body = lines.split_off(end);
    units.splice(0..0, body);
    let own_name = title_at.and_then(|at| own_name(&lines, at));
    if let Some(at) = own_name {
        units.splice(0..0, lines.drain(at..=at));
    }
    let mut standfirst = Vec::new();
    for (index, unit) in lines.into_iter().enumerate() {
        let line = unit.first;
        if Some(index) == title_at {
            head.title = Some((unit.text, line));
            continue;
        }
        match role(&unit.text) {
            Role::Posting(posting) => {
                head.published.get_or_insert((posting.published, line));
                if let Some(author) = posting.author {
                    head.author.get_or_insert((author, line));
                }
            }
            Role::Author(name) if head.author.is_none() => head.author = Some((name, line)),
            Role::Standfirst => standfirst.push(unit),
            Role::Name if head.author.is_some() && head.publisher.is_none() => {
                head.publisher = Some((unit.text, line));
            }
            Role::Frame | Role::Author(_) | Role::Name => head.frame.push((unit.text, line)),
        }
    }
    if let Some(first) = units.first_mut() {
        cut_glued_date(first, &mut head);
    }
    standfirst.append(units);
    *units = standfirst;
    head
}

/// Where the head with the title at `title_at` ends: before the first line that is not part of a head. Without prose
/// below, tags and other site text are all there is.
fn end_of_head(lines: &[TextUnit], title_at: usize, has_prose: bool) -> usize {
    let (mut has_author, mut has_publisher) = (false, false);
    for (at, unit) in lines.iter().enumerate() {
        let is_head = match role(&unit.text) {
            Role::Posting(posting) => {
                has_author |= posting.author.is_some();
                true
            }
            Role::Author(_) => !std::mem::replace(&mut has_author, true) || at < title_at,
            Role::Name if at == title_at => true,
            Role::Name if at > title_at => {
                has_author && !std::mem::replace(&mut has_publisher, true)
            }
            Role::Frame => has_prose || at < title_at,
            Role::Name | Role::Standfirst => true,
        };
        if !is_head {
            return at;
        }
    }
    lines.len()
}

/// The line right below the title that names somebody, when nothing shows that an article begins here: the title is not
/// about an event, and there is no date. The name may then be a speaker.
fn own_name(lines: &[TextUnit], title_at: usize) -> Option<usize> {
    let (title, below) = (lines.get(title_at)?, lines.get(title_at + 1)?);
    let is_name = matches!(role(&below.text), Role::Author(_)) && below.gap == 0;
    let is_dated = lines.iter().any(|unit| matches!(role(&unit.text), Role::Posting(_)));
    (is_name && !is_dated && title_at == 0 && on_event(&title.text) == OnEvent::No)
        .then_some(title_at + 1)
}

/// `Jan 12, 2018Lately…`: the break between the date and the first word was lost.
fn cut_glued_date(unit: &mut TextUnit, head: &mut ExportHead) {
    let Some((Ok(date), length)) = leading_date(&unit.text) else { return };
    let rest = unit.text.get(length..).unwrap_or_default();
    if rest.starts_with(char::is_uppercase) || rest.starts_with([' ', '-', '–', '—']) {
        head.published.get_or_insert((date, unit.first));
        unit.text = rest.trim_start_matches([' ', '-', '–', '—']).to_owned();
    }
}

fn role(text: &str) -> Role {
    let words = text.split_whitespace().count();
    let lower = text.to_lowercase();
    if let Some(posting) = posting(text) {
        return Role::Posting(posting);
    }
    for start in ["by ", "written by ", "author: ", "posted by "] {
        let name = lower.starts_with(start).then(|| text.get(start.len()..)).flatten();
        if let Some(name) = name.filter(|name| name.split_whitespace().count() <= 5) {
            return Role::Author(name.trim().to_owned());
        }
    }
    let is_tags = lower == text && (text.contains(',') || words <= 2);
    let is_frame = is_tags
        || lower.contains("min read")
        || lower.contains("minute read")
        || text.ends_with(':')
        || lower.contains("comment");
    if is_frame {
        Role::Frame
    } else if is_person_name(text) {
        Role::Author(text.to_owned())
    } else if text.ends_with('.') || words > 14 {
        Role::Standfirst
    } else {
        Role::Name
    }
}

/// A line that says when an article was posted, and perhaps by whom.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::ingest) struct Posting {
    /// When.
    pub(in crate::ingest) published: PartialDate,
    /// By whom.
    pub(in crate::ingest) author: Option<String>,
}

/// `May 4, 2018`, `Posted on May 4, 2018 by Ada Weaver`: a date, and only words that belong to it.
pub(in crate::ingest) fn posting(text: &str) -> Option<Posting> {
    const LABELS: &[&str] =
        &["posted on", "posted", "published on", "published", "written on", "date:", "on"];
    if let Some(posting) = signed(text) {
        return Some(posting);
    }
    let lower = text.to_lowercase();
    let label = LABELS.iter().find(|label| lower.starts_with(&format!("{label} ")));
    let dated = label
        .and_then(|label| text.get(label.len()..))
        .unwrap_or(text)
        .trim_start_matches([' ', ':']);
    let (date, length) = leading_date(dated)?;
    let rest = dated
        .get(length..)?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–' | '·' | ','));
    let author =
        rest.strip_prefix("by ").map(str::trim).filter(|name| name.split_whitespace().count() <= 5);
    date.ok()
        .filter(|_| author.is_some() || is_posting_end(rest, label.is_some()))
        .map(|published| Posting { published, author: author.map(str::to_owned) })
}

/// Whether the words behind a date belong to the posting and tell nothing: "5 min read", "10:30 AM", and behind "Posted
/// on" its category. "2019-02-04 in Stockholm" is the day of an event.
fn is_posting_end(rest: &str, is_labeled: bool) -> bool {
    const WORDS: &[&str] = &["read", "min", "comment", "updated", "am", "pm", "utc", "gmt"];
    let lower = rest.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_sentence = rest.contains(". ") || rest.ends_with(['.', '!']);
    let begins = words.clone().next().unwrap_or_default();
    let is_known = words.any(|word| WORDS.contains(&word.trim_end_matches('s')));
    rest.len() <= 30
        && !is_sentence
        && (is_labeled
            || is_known
            || begins.is_empty()
            || is_person_name(rest)
            || rest.starts_with('#'))
}

/// "By Ada Weaver, May 4, 2018": the author and the date.
fn signed(text: &str) -> Option<Posting> {
    const MARKS: [&str; 8] = [", ", " | ", " · ", " • ", " - ", " – ", " — ", " on "];
    let rest = text.strip_prefix("By ").or_else(|| text.strip_prefix("by "))?;
    MARKS.iter().find_map(|mark| {
        let (author, dated) = rest.split_once(mark)?;
        let (date, length) = leading_date(dated.trim())?;
        let is_whole = dated.trim().get(length..)?.trim().len() <= 30;
        let is_name = (1..=5).contains(&author.split_whitespace().count());
        let published = date.ok().filter(|_| is_whole && is_name)?;
        Some(Posting { published, author: Some(author.trim().to_owned()) })
    })
}

/// The line that looks most like the title of an article about a conference; the first one if several are equal.
fn title_index(lines: &[TextUnit]) -> Option<usize> {
    let score = |unit: &TextUnit| {
        let words = unit.word_count();
        let is_named = matches!(role(&unit.text), Role::Name);
        let has_year = unit
            .text
            .split(|c: char| !c.is_ascii_digit())
            .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
        let has_event = ["con", "conf", "summit", "days", "camp", "fest", "recap", "notes"]
            .iter()
            .any(|ending| {
                unit.text
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.to_lowercase().ends_with(ending))
            });
        usize::from(is_named)
            * (1 + usize::from(words >= 3) * 2
                + usize::from(has_year) * 2
                + usize::from(has_event) * 2)
    };
    // The author underlined it as a title.
    if lines.first().is_some_and(|first| first.is_underlined) {
        return Some(0);
    }
    let best = lines.iter().map(&score).max().filter(|best| *best > 0)?;
    lines.iter().position(|unit| score(unit) == best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: [&str; 4]) {
        let unit = |(text, line): (&&str, u32)| TextUnit {
            text: (*text).to_owned(),
            first: line,
            last: line,
            gap: 1,
            indent: 0,
            bullet: None,
            number: None,
            is_underlined: false,
        };
        let mut units: Vec<TextUnit> = lines.iter().zip(1..).map(unit).collect();
        let head = head(&mut units);
        let named = |found: Option<(String, u32)>| found.map_or(String::new(), |(text, _)| text);
        let date = head.published.map_or(String::new(), |(date, _)| date.to_string());
        assert_eq!([named(head.title), named(head.author), named(head.publisher), date], expected);
        assert!(!units[0].text.starts_with("Jan"), "a glued date is cut off");
    }

    const PROSE: &str = "Weavers came from all over the country to hear what the makers of looms had to say about the year that lies before us.";

    #[test]
    fn title_author_date_and_site_are_told_apart() {
        check(
            &[
                "Looms",
                "LoomConf 2018: Old Threads in New Cloth",
                "Our weaver tells of her week.",
                "May 04, 2018",
                "Ada Weaver",
                "Warpworks",
                "5 min read",
                PROSE,
            ],
            ["LoomConf 2018: Old Threads in New Cloth", "Ada Weaver", "Warpworks", "2018-05-04"],
        );
        check(
            &["LoomConf North 2017 Notes - Part 1", &format!("Jan 12, 2018{PROSE}")],
            ["LoomConf North 2017 Notes - Part 1", "", "", "2018-01-12"],
        );
        check(
            &["Blog post:", "LoomConf Europe 2016 Recap", PROSE],
            ["LoomConf Europe 2016 Recap", "", "", ""],
        );
        check(
            &["conferences, looms", "Looms and Threads 2018 – a summary", PROSE],
            ["Looms and Threads 2018 – a summary", "", "", ""],
        );
        check(
            &["By Ada Weaver", "A Week of Looms", PROSE],
            ["A Week of Looms", "Ada Weaver", "", ""],
        );
        check(
            &["A Week of Looms", "Posted on May 4, 2018 by Ada Weaver", PROSE],
            ["A Week of Looms", "Ada Weaver", "", "2018-05-04"],
        );
        check(&[PROSE], ["", "", "", ""]);
    }

    #[test]
    fn a_line_that_says_more_than_a_date_is_no_posting() {
        for (line, expected) in [
            ("May 4, 2018", true),
            ("May 4, 2018 · 5 min read", true),
            ("2018-05-04 10:30 PM", true),
            ("Posted on May 4, 2018 in looms, wool", true),
            ("May 4, 2018 | Ada Weaver", true),
            ("2018-05-04 in Stockholm.", false),
            ("2018-05-04 in Stockholm", false),
            ("2018-05-04: day one. It snowed.", false),
            ("May 4, 2018 – Friday was packed.", false),
        ] {
            assert_eq!(posting(line).is_some(), expected, "{line}");
        }
    }
}
