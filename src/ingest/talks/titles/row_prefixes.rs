//! Removes what a row says before the title of its talk: the day, how long it lasted, a room or a code.

use crate::ingest::lines::title::is_day;
use crate::ingest::names::cue_words::is_weekday;
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::prefix::{behind_number_sign, is_dotted_room, is_place};
use crate::ingest::talks::found::Found;

/// What may stand between a prefix and the title.
const MARKS: [&str; 6] = [": ", " - ", " – ", " — ", " | ", " / "];

/// What stands before a title. A title may begin in each of these ways but the first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Prefix {
    /// It is no part of any title: "K.4.201".
    Evident,
    /// "Monday", "Day 1", "5 May".
    Day,
    /// "45 min".
    Duration,
    /// "Main Hall".
    Place,
    /// "A1".
    Code,
    /// "#3".
    Number,
}

impl Prefix {
    /// What a title begins with, and the title behind it.
    fn of(title: &str) -> Option<(Self, &str)> {
        const MOST_WORDS: usize = 3;
        if let Some(behind) = behind_number_sign(title) {
            return Some((Self::Number, behind));
        }
        let found = MARKS.iter().filter_map(|mark| Some((title.find(mark)?, mark.len())));
        let (at, length) = found.min()?;
        let (words, behind) = (title.get(..at)?, title.get(at + length..)?);
        let kind = if words.split(' ').count() > MOST_WORDS {
            return None;
        } else if is_day(words) {
            let has_number = words.contains(|c: char| c.is_ascii_digit());
            let is_name = words.split(' ').all(|word| is_weekday(&word.to_lowercase()));
            if !(is_name || has_number && words.contains(char::is_alphabetic)) {
                return None;
            }
            Self::Day
        } else if is_dotted_room(words) {
            Self::Evident
        } else if is_duration(words) {
            Self::Duration
        } else if is_place(words) {
            Self::Place
        } else if is_code(words) {
            Self::Code
        } else {
            return None;
        };
        behind.starts_with(|c: char| !c.is_lowercase()).then_some((kind, behind))
    }
}

/// Whether words say how long a talk lasted: "45 min".
fn is_duration(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit()) && is_link_word(words)
}

/// Whether words are the code of a session: "A1", "B12".
fn is_code(words: &str) -> bool {
    let letters = words.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = words.len() - letters;
    (1..=2).contains(&letters)
        && (1..=3).contains(&digits)
        && words.bytes().skip(letters).all(|byte| byte.is_ascii_digit())
}

/// The title without a prefix that is no part of any title.
pub(in crate::ingest::talks) fn without_prefix(title: &str) -> &str {
    match Prefix::of(title) {
        Some((Prefix::Evident, behind)) => behind,
        _ => title,
    }
}

/// Shortens the titles of rows that begin alike: each with a day, with a room, or with a code of its own.
pub(in crate::ingest::talks) fn without_shared_prefixes(found: &mut [Option<Found>]) {
    const FEWEST: usize = 3;
    for kind in [Prefix::Number, Prefix::Day, Prefix::Duration, Prefix::Place, Prefix::Code] {
        let begun = |it: &Found| Prefix::of(&it.title).is_some_and(|(other, _)| other == kind);
        let titles: Vec<&str> = found.iter().flatten().map(|it| it.title.as_str()).collect();
        let count = found.iter().flatten().filter(|it| begun(it)).count();
        // "S3: a story" and "S3: a sequel" are titles, and so is one that begins with a room among many that do not.
        let is_shared = count >= FEWEST && count * 3 >= titles.len() * 2;
        if !is_shared || kind == Prefix::Code && !are_different(&titles) {
            continue;
        }
        for talk in found.iter_mut().flatten().filter(|it| begun(it)) {
            talk.title = Prefix::of(&talk.title).map_or("", |(_, behind)| behind).to_owned();
        }
    }
}

/// Whether no two titles begin with the same word.
fn are_different(titles: &[&str]) -> bool {
    let mut first: Vec<&str> = titles.iter().filter_map(|title| title.split(' ').next()).collect();
    let count = first.len();
    first.sort_unstable();
    first.dedup();
    first.len() == count
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn what_a_row_says_before_a_title_is_no_part_of_it() {
        let titles = ["Fast wool for all", "Nets at sea", "Looms that sing"];
        let names = ["Marta Kowalska", "Bo Reed", "Anna Lindqvist"];
        for prefix in
            ["Day 2: ", "Tag 1 – ", "7 June – ", "June 7: ", "25 min – ", "H.2214: ", "#4: ", "#4 "]
        {
            let talks = || titles.iter().zip(names);
            let row = |(title, name): (&&str, &str)| format!("- {prefix}{title} – {name}\n");
            let rows: String = talks().map(row).collect();
            let expected: Vec<String> =
                talks().map(|(title, name)| format!("{title} | {name}")).collect();
            check(&rows, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    #[test]
    fn days_rooms_and_codes_before_most_titles_are_no_part_of_them() {
        for (one, other, third) in [
            ("Tuesday – ", "Wednesday – ", "Wednesday – "),
            ("Great Hall: ", "Great Hall: ", "Small Hall: "),
            ("Salle Curie – ", "Salle Noether – ", "Salle Noether – "),
            ("B2: ", "C1: ", "C2: "),
        ] {
            let rows = format!(
                "- {one}Fast wool for all – Marta Kowalska\n- {other}Nets at sea – Bo Reed\n- {third}Silk, spun twice – Eva Hill\n"
            );
            let expected = [
                "Fast wool for all | Marta Kowalska",
                "Nets at sea | Bo Reed",
                "Silk, spun twice | Eva Hill",
            ];
            check(&rows, &expected);
        }
    }

    #[test]
    fn the_beginning_of_a_single_title_stays() {
        for title in [
            "Tuesday: A Love Story",
            "Stage Fright: A Love Story",
            "S3: A Love Story",
            "8 March: A Strike of Weavers",
            "Day 2: Looms After Launch",
            "80 min: The Length of a Storm",
            "#NoLooms: Why We Wove",
            "#7 Is Not Enough",
        ] {
            let rows = format!(
                "- {title} – Marta Kowalska\n- Nets at sea – Bo Reed\n- Silk, spun twice – Ada Weaver\n"
            );
            let first = format!("{title} | Marta Kowalska");
            check(&rows, &[&first, "Nets at sea | Bo Reed", "Silk, spun twice | Ada Weaver"]);
        }
        check(
            "- S3: A Love Story – Marta Kowalska\n- S3: A Sequel – Bo Reed\n",
            &["S3: A Love Story | Marta Kowalska", "S3: A Sequel | Bo Reed"],
        );
        check(
            "- D3: Charts of Wool – Marta Kowalska\n- C4: Maps of Nets – Bo Reed\n",
            &["D3: Charts of Wool | Marta Kowalska", "C4: Maps of Nets | Bo Reed"],
        );
        check(
            "- Rust: A Love Story – Marta Kowalska\n- Rust: A Sequel – Bo Reed\n",
            &["Rust: A Love Story | Marta Kowalska", "Rust: A Sequel | Bo Reed"],
        );
    }
}
