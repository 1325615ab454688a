//! Removes what a row says before the title of its talk: the day, how long it lasted, a room or a code.

use crate::ingest::lines::title::is_day;
use crate::ingest::names::cue_words::{WEEKDAYS, has};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::prefix::{is_dotted_room, is_place};
use crate::ingest::talks::found::Found;

/// What may stand between a prefix and the title.
const MARKS: [&str; 6] = [": ", " - ", " – ", " — ", " | ", " / "];

/// What stands before a title.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Prefix {
    /// It is no part of any title: "Day 1", "5 May", "45 min", "K.4.201".
    Evident,
    /// A title may begin in this way: "Monday", "Main Hall", "A1".
    Day,
    Place,
    Code,
}

impl Prefix {
    /// What a title begins with, and the title behind it.
    fn of(title: &str) -> Option<(Self, &str)> {
        const MOST_WORDS: usize = 3;
        let found = MARKS.iter().filter_map(|mark| Some((title.find(mark)?, mark.len())));
        let (at, length) = found.min()?;
        let (words, behind) = (title.get(..at)?, title.get(at + length..)?);
        let kind = if words.split(' ').count() > MOST_WORDS {
            return None;
        } else if is_day(words) {
            let has_number = words.contains(|c: char| c.is_ascii_digit());
            let is_name = words.split(' ').all(|word| has(WEEKDAYS, &word.to_lowercase()));
            match (has_number && words.contains(char::is_alphabetic), is_name) {
                (true, _) => Self::Evident,
                (false, true) => Self::Day,
                (false, false) => return None,
            }
        } else if is_dotted_room(words) || is_duration(words) {
            Self::Evident
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

/// Shortens the titles of rows that begin alike: each with a weekday, with a room, or with a code of its own.
pub(in crate::ingest::talks) fn without_shared_prefixes(found: &mut [Option<Found>]) {
    for kind in [Prefix::Day, Prefix::Place, Prefix::Code] {
        let begun = |it: &Found| Prefix::of(&it.title).is_some_and(|(other, _)| other == kind);
        let titles: Vec<&str> = found.iter().flatten().map(|it| it.title.as_str()).collect();
        let count = found.iter().flatten().filter(|it| begun(it)).count();
        // "S3: a story" and "S3: a sequel" are titles, and so is one that begins with a room among many that do not.
        let is_shared = count > 1 && count * 3 >= titles.len() * 2;
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
        for prefix in ["Day 2: ", "Tag 1 – ", "7 June – ", "June 7: ", "25 min – ", "H.2214: "]
        {
            let row = |title, name| format!("- {prefix}{title} – {name}\n");
            let rows = row("Fast wool for all", "Marta Kowalska") + &row("Nets at sea", "Bo Reed");
            check(&rows, &["Fast wool for all | Marta Kowalska", "Nets at sea | Bo Reed"]);
        }
    }

    #[test]
    fn days_rooms_and_codes_before_most_titles_are_no_part_of_them() {
        for (one, other) in [
            ("Tuesday – ", "Wednesday – "),
            ("Great Hall: ", "Great Hall: "),
            ("Salle Curie – ", "Salle Noether – "),
            ("B2: ", "C1: "),
        ] {
            let rows = format!(
                "- {one}Fast wool for all – Marta Kowalska\n- {other}Nets at sea – Bo Reed\n"
            );
            check(&rows, &["Fast wool for all | Marta Kowalska", "Nets at sea | Bo Reed"]);
        }
    }

    #[test]
    fn the_beginning_of_a_single_title_stays() {
        for title in ["Tuesday: A Love Story", "Stage Fright: A Love Story", "S3: A Love Story"] {
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
            "- Rust: A Love Story – Marta Kowalska\n- Rust: A Sequel – Bo Reed\n",
            &["Rust: A Love Story | Marta Kowalska", "Rust: A Sequel | Bo Reed"],
        );
    }
}
