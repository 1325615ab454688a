//! Reads rows of three parts as a table is read: "Ada Weaver – Warpworks – Looms that sing", "Warpworks | Ada Weaver |
//! Looms that sing".

use super::found::Found;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::Order;
use crate::ingest::lines::title::{is_day, title_in};
use crate::ingest::names::affiliation::is_role;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::{lead, without_tail};
use crate::ingest::names::cue_words::{TALKS, has};
use crate::ingest::names::kinds::{is_talk_word, kind_of};
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::prefix::is_place;
use std::ops::Range;

/// The fewest rows that show what their parts are.
const FEWEST: usize = 3;

/// The longest row, in bytes.
const LONGEST: usize = 300;

/// What stands between two parts.
const MARKS: [&str; 6] = [" - ", " – ", " — ", " | ", " / ", " · "];

/// The parts of a row.
type RowRanges = [Range<usize>; 3];

/// The parts of a row of exactly three.
fn parts(words: &str) -> Option<RowRanges> {
    let (start, end) = (lead(words).length, without_tail(words));
    let row = words.get(start..end).filter(|row| row.len() <= LONGEST && !row.contains('\n'))?;
    let mut cuts: Vec<(usize, usize)> = MARKS
        .iter()
        .flat_map(|mark| row.match_indices(mark).map(|(at, mark)| (start + at, mark.len())))
        .collect();
    cuts.sort_unstable();
    let [(one, length), (other, width)] = cuts.try_into().ok()?;
    Some([start..one, one + length..other, other + width..end])
}

/// Whether words may be the name of a company: no title, no time, day, room, language, kind of talk or role.
fn may_be_company(words: &str) -> bool {
    const MOST_WORDS: usize = 2;
    const LONGEST_CODE: usize = 2;
    let lower = words.to_lowercase();
    let is_of_talk = |word: &str| is_talk_word(word) || has(TALKS, word);
    words.split(' ').filter(|word| *word != "&").count() <= MOST_WORDS
        && words.len() > LONGEST_CODE
        && !words.split(' ').any(|word| word.starts_with(char::is_lowercase))
        && !words.contains(|c: char| c.is_ascii_digit())
        && !(is_day(words) || is_place(words) || is_role(words) || kind_of(words).is_some())
        && !lower.split(' ').any(is_of_talk)
}

/// Whether words look like the name of a company as well.
fn is_like_company(words: &str) -> bool {
    may_be_company(words)
        && (Likeness::of(words).class() == Class::Organization
            || is_site(words)
            || words.contains(" & "))
}

/// Whether a word is a name with a domain: "Yarn.io".
fn is_site(word: &str) -> bool {
    let is_domain = |domain: &str| {
        (2..=3).contains(&domain.len()) && domain.chars().all(|c| c.is_ascii_lowercase())
    };
    word.rsplit_once('.').is_some_and(|(name, domain)| name.len() > 1 && is_domain(domain))
}

/// Whether words are surely speakers.
fn is_byline(words: &str) -> bool {
    Byline::parse(words).is_some_and(|byline| byline.odds > 0.0)
}

/// Reads rows of speaker and company, in either order, before a title. `found` has the talk in each row, if it is one by
/// itself.
pub(super) fn with_companies(lines: &[Line], found: Vec<Option<Found>>) -> Vec<Option<Found>> {
    let rows: Vec<Option<RowRanges>> = lines.iter().map(|line| parts(&line.words)).collect();
    let whole = || lines.iter().zip(&rows).filter_map(|(line, row)| Some((line, row.as_ref()?)));
    let n_rows = whole().count();
    if n_rows < FEWEST || n_rows * 3 < lines.len() * 2 {
        return found;
    }
    let count = |is: &dyn Fn(&Line, &RowRanges) -> bool| {
        whole().filter(|(line, row)| is(line, row)).count()
    };
    let is_most = |is: &dyn Fn(&Line, &RowRanges) -> bool| count(is) * 3 >= n_rows * 2;
    let is_of = |speaker: usize, company: usize| {
        let text = |line: &Line, row: &RowRanges, at: usize| {
            row.get(at).map_or("", |range| line.text(range.clone()).trim()).to_owned()
        };
        is_most(&|line, row| is_byline(&text(line, row, speaker)))
            && is_most(&|line, row| may_be_company(&text(line, row, company)))
            && count(&|line, row| is_like_company(&text(line, row, company))) * 2 >= n_rows
            && is_most(&|line, row| {
                let title = text(line, row, 2);
                title.contains(' ') && !is_byline(&title)
            })
    };
    let Some(speaker) = [(0, 1), (1, 0)].into_iter().find(|(a, b)| is_of(*a, *b)).map(|it| it.0)
    else {
        return found;
    };
    let all = lines.iter().zip(&rows).zip(found);
    all.map(|((line, row), found)| match row {
        Some(row) => read(line, row, speaker).or(found),
        None => found,
    })
    .collect()
}

/// The talk in a row.
fn read(line: &Line, [one, other, title]: &RowRanges, speaker: usize) -> Option<Found> {
    let (speaker, company) = if speaker == 0 { (one, other) } else { (other, one) };
    let mut speakers = Byline::in_slot(line.text(speaker.clone()))?.people;
    let company = line.text(company.clone()).trim();
    if !may_be_company(company) {
        return None;
    }
    for named in speakers.iter_mut().filter(|named| named.organizations.is_empty()) {
        named.organizations.push(company.to_owned());
    }
    let (words, _, kind) = title_in(line, title.clone());
    let is_title = words.contains(char::is_alphabetic);
    is_title.then(|| Found {
        page: line.link_of(&words),
        title: words,
        speakers,
        kind,
        links: line.links(&(one.start..title.end)).map(str::to_owned).collect(),
        end: line.words.len(),
        order: Some(Order::SpeakerFirst),
        ..Found::default()
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    const TALKS: [(&str, &str, &str); 3] = [
        ("How looms learned to sing", "Marta Kowalska", "Nokia"),
        ("Why wool is worth it", "Peter Smith", "Red Hat"),
        ("What a net can hold", "Anna Lindqvist", "Ericsson"),
    ];

    fn rows(form: &str) -> String {
        let row = |(title, name, company): &(&str, &str, &str)| {
            form.replace("TITLE", title).replace("NAME", name).replace("COMPANY", company)
        };
        TALKS.iter().map(row).collect()
    }

    #[test]
    fn a_company_may_stand_between_speaker_and_title_or_before_both() {
        let expected = TALKS.map(|(title, name, _)| format!("{title} | {name}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        for form in [
            "- NAME – COMPANY – TITLE\n",
            "- NAME | COMPANY | TITLE\n",
            "- NAME / COMPANY – TITLE\n",
            "- COMPANY – NAME – TITLE\n",
            "## COMPANY | NAME | TITLE\n\nLoud.\n\n",
        ] {
            check(&rows(form), &expected);
        }
    }

    #[test]
    fn rows_with_something_else_between_speaker_and_title_name_no_company() {
        for parts in [
            ["10:00", "11:00", "12:00"],
            ["Friday", "Saturday", "Sunday"],
            ["2019", "2020", "2021"],
            ["EN", "DE", "EN"],
            ["Keynote", "Talk", "Workshop"],
            ["CTO", "Engineer", "Developer"],
            ["Day 1", "Day 2", "Day 3"],
            ["Auditorium", "Hall", "Stage"],
            ["Security", "Frontend", "DevOps"],
        ] {
            let row = |((title, name, _), part): (&(&str, &str, &str), &str)| {
                format!("- {part} – {name} – {title}\n")
            };
            let rows: String = TALKS.iter().zip(parts).map(row).collect();
            let text = format!("# LoomConf 2019\n\n{rows}");
            let draft = crate::ingest::ingest("a.md", text.as_bytes()).draft.unwrap();
            let named = draft.talks.iter().flat_map(|talk| &talk.speakers);
            for company in named.flat_map(|named| &named.organizations) {
                assert!(!parts.contains(&company.as_str()), "{rows}{company}");
            }
        }
    }

    #[test]
    fn the_first_half_of_a_title_is_no_company() {
        for (words, expected) in [
            ("Nokia", true),
            ("Red Hat", true),
            ("Looms that sing", false),
            ("head of looms", false),
            ("Wool and silk", false),
            ("11:30", false),
            ("Sunday", false),
            ("Day 3", false),
            ("Workshop", false),
            ("Lightning Talk", false),
            ("NL", false),
            ("CTO", false),
            ("Main Hall", false),
        ] {
            assert_eq!(super::is_like_company(words), expected, "{words}");
        }
    }
}
