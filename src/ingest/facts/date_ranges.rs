//! Finds the days of an event in a text, such as "May 2-4, 2018" or "4. bis 6. Mai 2023".

use crate::model::PartialDate;
use std::ops::Range;

/// The first and last day of an event, as a text states them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DateRange {
    /// Month and day of the first day.
    start: (u8, u8),
    /// Month and day of the last day.
    end: (u8, u8),
    /// The year, if the text states it beside the days.
    pub year: Option<u16>,
    /// The bytes of the range in the text.
    pub bytes: Range<usize>,
}

impl DateRange {
    /// The first and last day in a year. `None` when one of them does not exist, or when they are more than two weeks
    /// apart.
    pub fn in_year(&self, year: u16) -> Option<(PartialDate, PartialDate)> {
        let start = PartialDate::from_day(year, self.start.0, self.start.1).ok()?;
        let end = PartialDate::from_day(year, self.end.0, self.end.1).ok()?;
        let days = end.first_day_number() - start.first_day_number();
        (1..=14).contains(&days).then_some((start, end))
    }
}

/// How the names of months begin in English, German, French, Spanish, Italian, Dutch and Portuguese.
const MONTHS: [&[&str]; 12] = [
    &["jan", "gen", "ener", "jän", "stycz", "ledn"],
    &["feb", "fév", "fev", "luteg", "únor"],
    &["mar", "mär", "mrt", "maa", "břez"],
    &["apr", "avr", "abr", "kwiet", "dubn"],
    &["may", "mai", "mag", "mei", "maj", "květ"],
    &["jun", "juin", "giu", "czerw", "červn"],
    &["jul", "juil", "lug", "lipc", "červen"],
    &["aug", "aoû", "aou", "ago", "sierp", "srpn"],
    &["sep", "set", "wrze", "září"],
    &["oct", "okt", "ott", "out", "paźdz", "říjn"],
    &["nov", "listop"],
    &["dec", "dez", "déc", "dic", "des", "grud", "prosin"],
];

/// A word that is not the start of one of these is not a month: `marvelous` begins with `mar`.
const MONTH_NAMES: &str = " january januar janvier enero gennaio januari janeiro jänner february februar février \
    febrero febbraio februari fevereiro march märz mars marzo maart março april avril abril aprile may mai mayo \
    maggio mei maio june juni juin junio giugno junho july juli juillet julio luglio julho august août aout agosto \
    augustus september septembre septiembre settembre setembro sept october oktober octobre octubre ottobre \
    outubro november novembre noviembre novembro december dezember décembre diciembre dicembre dezembro \
    maj marts augusti desember stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października \
    listopada grudnia ledna února března dubna května června července srpna září října listopadu prosince ";

/// Words between the first and the last day.
const BETWEEN: &[&str] = &[
    "-", "–", "—", "‑", "~", "→", "/", "&", "+", "to", "through", "thru", "until", "till", "and",
    "bis", "und", "au", "al", "a", "à", "e", "y", "et", "ao", "até", "tot", "en", "t/m",
];

/// Words that may come between a day and its month, or between the month and the year.
const FILLERS: &[&str] =
    &[",", ".", "of", "de", "del", "the", "di", "do", "da", "le", "el", "il", "den"];

/// The days of events in a text, in reading order.
pub fn date_ranges(text: &str) -> Vec<DateRange> {
    let tokens = tokens(text);
    let mut found: Vec<DateRange> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let range = if month(token.word).is_some() {
            days_first(&tokens, at).or_else(|| month_first(&tokens, at))
        } else {
            dotted(&tokens, at).or_else(|| numeric(&tokens, at))
        };
        let Some(range) = range else { continue };
        if found.last().is_none_or(|last| last.bytes.end <= range.bytes.start) {
            found.push(range);
        }
    }
    found
}

/// A word, number or mark of a text.
struct Token<'a> {
    word: &'a str,
    bytes: Range<usize>,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        let goes_on = |next: char| {
            if c.is_ascii_digit() {
                next.is_ascii_digit()
            } else {
                c.is_alphabetic() && next.is_alphabetic()
            }
        };
        while let Some((at, next)) = rest.next_if(|(_, next)| goes_on(*next)) {
            end = at + next.len_utf8();
        }
        let word = text.get(start..end).unwrap_or_default();
        // The ending of an ordinal number carries no meaning.
        let is_ordinal = ["st", "nd", "rd", "th", "er", "º", "ª"].contains(&word);
        let after_digit = tokens.last().is_some_and(|last: &Token<'_>| {
            last.bytes.end == start && last.word.starts_with(|c: char| c.is_ascii_digit())
        });
        if !(is_ordinal && after_digit) {
            tokens.push(Token { word, bytes: start..end });
        }
    }
    tokens
}

/// `2-4 May 2018`, `30 May - 2 June 2018`, `4. bis 6. Mai 2023`; the month is at `at`.
fn days_first(tokens: &[Token<'_>], at: usize) -> Option<DateRange> {
    let (last_day, before) = day_before(tokens, at)?;
    let last_month = month(tokens.get(at)?.word)?;
    let between = skip_back(tokens, before);
    let is_between = between.checked_sub(1).and_then(|index| tokens.get(index));
    if !is_between.is_some_and(|token| BETWEEN.contains(&lower(token.word).as_str())) {
        return None;
    }
    let between = without_year(tokens, between - 1);
    let (first_month, day_end) = match between.checked_sub(1).and_then(|index| tokens.get(index)) {
        Some(token) if month(token.word).is_some() => (month(token.word)?, between - 1),
        _ => (last_month, between),
    };
    let (mut first_day, mut start) = day_before(tokens, day_end)?;
    // "28, 29 and 30 September"
    while let Some((day, at)) = listed_day(tokens, start).filter(|(day, _)| *day < first_day) {
        (first_day, start) = (day, at);
    }
    let (year, end) = year_after(tokens, at + 1);
    let bytes = tokens.get(start)?.bytes.start..tokens.get(end.max(at))?.bytes.end;
    Some(DateRange { start: (first_month, first_day), end: (last_month, last_day), year, bytes })
}

/// `May 2-4, 2018`, `May 30 - June 2, 2018`; the month is at `at`.
fn month_first(tokens: &[Token<'_>], at: usize) -> Option<DateRange> {
    let first_month = month(tokens.get(at)?.word)?;
    let day_at = skip(tokens, at + 1);
    let first_day = day(tokens.get(day_at)?.word)?;
    let mut between = skip(tokens, day_at + 1);
    // "September 28, 29 and 30"
    let mut last = first_day;
    while let Some(day) = tokens.get(between).and_then(|it| day(it.word)).filter(|it| *it > last) {
        (last, between) = (day, skip(tokens, between + 1));
    }
    // "April 11, 2022 → April 13, 2022"
    if let (Some(_), at) = year_after(tokens, between) {
        between = skip(tokens, at + 1);
    }
    if !BETWEEN.contains(&lower(tokens.get(between)?.word).as_str()) {
        return None;
    }
    let next = skip(tokens, between + 1);
    let (last_month, last_at) = match month(tokens.get(next)?.word) {
        Some(month) => (month, skip(tokens, next + 1)),
        None => (first_month, next),
    };
    let last_day = day(tokens.get(last_at)?.word)?;
    let (year, end) = year_after(tokens, last_at + 1);
    let bytes = tokens.get(at)?.bytes.start..tokens.get(end.max(last_at))?.bytes.end;
    Some(DateRange { start: (first_month, first_day), end: (last_month, last_day), year, bytes })
}

/// `31.5. - 1.6.2022`, `22./23.8.2019`; the first day is at `at`.
fn dotted(tokens: &[Token<'_>], at: usize) -> Option<DateRange> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    let month = |at: usize| day(word(at)).filter(|month| *month <= 12 && word(at + 1) == ".");
    let first_day = day(word(at)).filter(|_| word(at + 1) == ".")?;
    let (first_month, between) = match month(at + 2) {
        Some(month) => (Some(month), at + 4),
        None => (None, at + 2),
    };
    if word(between) != "/" && !BETWEEN.contains(&lower(word(between)).as_str()) {
        return None;
    }
    let last_day = day(word(between + 1)).filter(|_| word(between + 2) == ".")?;
    let last_month = month(between + 3)?;
    let (year, end) = year_after(tokens, between + 5);
    let bytes = tokens.get(at)?.bytes.start..tokens.get(end)?.bytes.end;
    let start = (first_month.unwrap_or(last_month), first_day);
    year.map(|year| DateRange { start, end: (last_month, last_day), year: Some(year), bytes })
}

/// `2022-04-11 – 2022-04-13`; the first year is at `at`.
fn numeric(tokens: &[Token<'_>], at: usize) -> Option<DateRange> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    let date = |at: usize| {
        let year = word(at).parse().ok().filter(|year| (1950..=2199).contains(year))?;
        let month = day(word(at + 2)).filter(|month| *month <= 12)?;
        let is_date = word(at + 1) == "-" && word(at + 3) == "-";
        Some((year, (month, day(word(at + 4))?))).filter(|_| is_date)
    };
    let (year, start) = date(at)?;
    let is_joined = BETWEEN.contains(&lower(word(at + 5)).as_str());
    let (_, end) = date(at + 6).filter(|(other, _)| is_joined && *other == year)?;
    let bytes = tokens.get(at)?.bytes.start..tokens.get(at + 10)?.bytes.end;
    Some(DateRange { start, end, year: Some(year), bytes })
}

/// The index before a year that comes before an index: "11 April 2022 – 13 April 2022".
fn without_year(tokens: &[Token<'_>], before: usize) -> usize {
    let at = before.checked_sub(1);
    let is_year = |at: usize| {
        let word = tokens.get(at).map_or("", |token| token.word);
        word.parse::<u16>().is_ok_and(|year| (1950..=2199).contains(&year))
    };
    at.filter(|at| is_year(*at)).map_or(before, |at| skip_back(tokens, at))
}

/// The day before an index, and the index of that day.
fn day_before(tokens: &[Token<'_>], before: usize) -> Option<(u8, usize)> {
    let at = skip_back(tokens, before).checked_sub(1)?;
    Some((day(tokens.get(at)?.word)?, at))
}

/// The day before a comma that comes before an index, and the index of that day.
fn listed_day(tokens: &[Token<'_>], before: usize) -> Option<(u8, usize)> {
    let comma = before.checked_sub(1)?;
    let at = comma.checked_sub(1).filter(|_| tokens.get(comma).is_some_and(|it| it.word == ","))?;
    Some((day(tokens.get(at)?.word)?, at))
}

/// The year after an index, and the index of that year; 0 when there is none.
fn year_after(tokens: &[Token<'_>], from: usize) -> (Option<u16>, usize) {
    let at = skip(tokens, from);
    let year = tokens.get(at).and_then(|token| token.word.parse::<u16>().ok());
    match year.filter(|year| (1950..=2199).contains(year)) {
        Some(year) => (Some(year), at),
        None => (None, 0),
    }
}

/// The first index from `at` on that is not a filler.
fn skip(tokens: &[Token<'_>], at: usize) -> usize {
    let fillers = tokens.iter().skip(at).take(2).take_while(|token| is_filler(token)).count();
    at + fillers
}

/// The index after the last token before `before` that is not a filler.
fn skip_back(tokens: &[Token<'_>], before: usize) -> usize {
    let head = tokens.get(..before).unwrap_or_default();
    let fillers = head.iter().rev().take(2).take_while(|token| is_filler(token)).count();
    before - fillers
}

fn is_filler(token: &Token<'_>) -> bool {
    is_filler_word(token.word)
}

/// Whether a word may come between the parts of a date: "of", "de".
pub(super) fn is_filler_word(word: &str) -> bool {
    FILLERS.contains(&lower(word).as_str())
}

fn day(word: &str) -> Option<u8> {
    let day = word.parse().ok().filter(|day| (1..=31).contains(day));
    day.filter(|_| word.len() <= 2)
}

/// The month that a word names in full and with a capital: `May` and `Oktober`, but not `may` or `mar`.
pub fn month_name(word: &str) -> Option<u8> {
    month_in_any_case(word).filter(|_| word.starts_with(char::is_uppercase))
}

/// The month number for a whole word, in any case: many languages write months in lower case.
pub(crate) fn month_in_any_case(word: &str) -> Option<u8> {
    month(word).filter(|_| MONTH_NAMES.contains(&format!(" {} ", lower(word))))
}

/// The month that a word with a capital names in full or by its first three letters: "Feb", "May".
pub(crate) fn month_with_capital(word: &str) -> Option<u8> {
    month(word.trim_end_matches('.')).filter(|_| word.starts_with(char::is_uppercase))
}

/// The month that a word names in full or by its first three letters, in any case.
pub(super) fn month(word: &str) -> Option<u8> {
    let word = lower(word);
    let is_month = |beginnings: &&[&str]| beginnings.iter().any(|start| word.starts_with(start));
    let is_short = word.chars().count() == 3;
    if !is_short && !MONTH_NAMES.contains(&format!(" {word} ")) {
        return None;
    }
    let index = MONTHS.iter().position(is_month)?;
    let is_abbreviation = || MONTHS.get(index).is_some_and(|all| all.contains(&word.as_str()));
    (!is_short || is_abbreviation()).then_some(())?;
    u8::try_from(index + 1).ok()
}

fn lower(word: &str) -> String {
    word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let shown = |range: DateRange| {
            let year = range.year.unwrap_or(1999);
            range
                .in_year(year)
                .map_or_else(|| "impossible".to_owned(), |(start, end)| format!("{start} {end}"))
        };
        let found: Vec<String> = date_ranges(text).into_iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_days_of_an_event_are_found_in_many_languages() {
        for text in [
            "May 2-4, 2018",
            "May 2, 3 and 4, 2018",
            "on 2, 3 and 4 May 2018",
            "les 2, 3 et 4 mai 2018",
            "2–4 May 2018",
            "in Ghent on May 2nd to 4th, 2018.",
            "from 2nd to 4th of May 2018",
            "2. bis 4. Mai 2018",
            "Am 2. und 4. Mai 2018 war sie",
            "du 2 au 4 mai 2018",
            "del 2 al 4 de mayo de 2018",
            "dal 2 al 4 maggio 2018",
            "van 2 tot 4 mei 2018",
            "May 2 - May 4 2018",
            "2 May - 4 May 2018",
            "May 2, 2018 → May 4, 2018",
            "2 May 2018 – 4 May 2018",
            "2018-05-02 → 2018-05-04",
            "2018-05-02 to 2018-05-04",
        ] {
            check(text, &["2018-05-02 2018-05-04"]);
        }
        check(
            "Oct. 30 – Nov. 2, 2019 and May 2-4",
            &["2019-10-30 2019-11-02", "1999-05-02 1999-05-04"],
        );
        check("30 May to 1 June 2018", &["2018-05-30 2018-06-01"]);
        check("31.5. - 1.6.2022 in Ghent", &["2022-05-31 2022-06-01"]);
        check("(22./23.8.2019)", &["2019-08-22 2019-08-23"]);
        check("31.10.–02.11.2018", &["2018-10-31 2018-11-02"]);
        check("Version 1.2. - 3.4.2018", &["impossible"]);
    }

    #[test]
    fn other_numbers_are_no_days() {
        for text in [
            "May 2, 2018",
            "4 May 2018",
            "May I have 2-4 of them",
            "marvelous 2-4",
            "2-4 people",
            "versions 1 and 2",
            "",
        ] {
            check(text, &[]);
        }
        check("Feb 27-30, 2018", &["impossible"]);
        check("May 4-2, 2018", &["impossible"]);
        check("May 1-31, 2018", &["impossible"]);
    }
}
