//! Finds event names in texts: a known series, or a name in a typical form, with its place and year.

use super::counted_series::{CountedEdition, counted_editions, numbered};
use super::event_words::{
    EASTERN_ENDINGS, EventWord, NO_EVENTS, ends_name, event_word, is_name_word, words_of,
};
use super::framed_name::{IN, is_cue};
use super::mention::{Mention, SeriesName, beside, is_ordinal};
use super::name_starts::{begun_end, is_end_of_other, name_start, topic_end};
use super::path_name::is_generic;
use super::series_finder::SeriesFinder;
use std::ops::Range;

/// The events that a text names, in reading order.
pub(super) fn event_mentions(text: &str, finder: &SeriesFinder) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = counted_mentions(text, finder);
    let n_counted = mentions.len();
    for (found, is_everyday) in finder.find(text) {
        let is_counted = |other: &Mention| {
            other.bytes.start < found.range.end && found.range.start < other.bytes.end
        };
        if mentions.iter().take(n_counted).any(is_counted) {
            continue;
        }
        let series = finder.all.get(found.id);
        let is_at_places = series.is_some_and(|series| series.is_at_places);
        let is_listed = series.is_some_and(|series| series.in_registry.is_none());
        if is_listed && is_end_of_other(text, &found.range, is_at_places) {
            continue;
        }
        if let Some(counted) = numbered(text, found.range.clone(), found.id, finder) {
            mentions.push(of_counted(text, counted));
            continue;
        }
        let mut mention = beside(text, found.range.clone(), SeriesName::Known(found.id));
        if is_at_places && mention.place.is_empty() && mention.city.is_none() {
            mention.place = place_at_end(text, &mention).unwrap_or_default();
        }
        // An everyday word is a name only right beside its year. A city may follow: `LoomWay 2017, Oslo`.
        let n_between = mention.year_end.saturating_sub(found.range.end + mention.n_dated);
        let is_bare = n_between <= 8 + mention.place.len();
        if mention.is_cut {
            continue;
        }
        if !is_everyday || mention.year.is_some() && is_bare {
            mentions.push(mention);
        } else if is_numbered(text, &mention) {
            mentions.push(Mention { is_numbered: true, ..mention });
        }
    }
    let known: Vec<Range<usize>> = mentions.iter().map(|found| found.bytes.clone()).collect();
    for (range, word) in telling_names(text) {
        if known.iter().any(|known| known.start < range.end && range.start < known.end) {
            continue;
        }
        let name = text.get(range.clone()).unwrap_or_default().to_owned();
        let is_counted = is_counted(text, &range);
        let is_telling = word == EventWord::Telling || is_counted;
        let series =
            if is_telling { SeriesName::Telling(name) } else { SeriesName::Possible(name) };
        let mention = Mention { is_counted, ..beside(text, range, series) };
        if !mention.is_cut && (mention.year.is_some() || is_telling) {
            mentions.push(mention);
        }
    }
    mentions.sort_by_key(|mention| mention.bytes.start);
    mentions
}

/// A place that no list has, behind the year at the end of a title: "Linux Day 2017 a Mantova".
fn place_at_end(text: &str, mention: &Mention) -> Option<String> {
    const MOST_WORDS: usize = 3;
    let rest = text.get(mention.bytes.end..).filter(|_| mention.year.is_some())?.trim();
    let (link, place) = rest.split_once(' ')?;
    let is_place = place.split(' ').count() <= MOST_WORDS
        && place.split(' ').all(|word| {
            word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
                && is_name_word(word)
                && !is_generic(word)
                && !is_cue(word)
        });
    (IN.contains(&link) && is_place).then(|| place.to_owned())
}

/// Whether an everyday word is a name because a number of two digits stands beside it, at the beginning of a text and
/// before its end or a sign: `Interaction 17: notes`, `GOTO AMS 18`. The number may be no year.
fn is_numbered(text: &str, mention: &Mention) -> bool {
    let after = text.get(mention.bytes.end..).unwrap_or_default();
    let next = after.trim_start().split(' ').next().unwrap_or_default();
    mention.number.is_some_and(|number| number >= 2010)
        && mention.bytes.start == 0
        && (next.is_empty() || is_cue(next) || !next.starts_with(char::is_alphanumeric))
}

/// The editions that a text names by their number: `32C3`, `IETF 104`.
pub(super) fn counted_mentions(text: &str, finder: &SeriesFinder) -> Vec<Mention> {
    let found = counted_editions(text, finder).into_iter();
    found.map(|counted| of_counted(text, counted)).collect()
}

/// The mention of an edition that is named by its number. A year beside it is more certain.
fn of_counted(text: &str, counted: CountedEdition) -> Mention {
    let start = counted.bytes.start;
    let mut mention = beside(text, counted.bytes, SeriesName::Known(counted.series));
    mention.year = mention.year.or(Some(counted.year));
    // Nobody writes the number alone as the name of the series.
    mention.name.clear();
    mention.number = None;
    if let Some(number) = counted.number {
        mention.place = number.to_string();
    }
    mention.bytes.start = mention.bytes.start.min(start);
    mention
}

/// Names whose form shows that they are event names.
fn telling_names(text: &str) -> Vec<(Range<usize>, EventWord)> {
    let words: Vec<Range<usize>> = words_of(text).collect();
    let word = |index: usize| words.get(index).and_then(|range| text.get(range.clone()));
    let mut names: Vec<(Range<usize>, EventWord)> = Vec::new();
    for (index, range) in words.iter().enumerate() {
        if let Some(start) = word(index).and_then(|it| eastern_name(text, range, it)) {
            names.push((start..range.end, EventWord::Possible));
            continue;
        }
        if let Some(end) = word(index).and_then(|it| begun_end(text, it, range.end)) {
            names.push((range.start..end, EventWord::Possible));
            continue;
        }
        let Some((kind, is_whole)) = word(index).and_then(event_word) else { continue };
        // "Loom Day 1" is a day of an event, which is named before it.
        let is_number = |next: &str| next.len() <= 2 && next.bytes().all(|b| b.is_ascii_digit());
        if word(index) == Some("Day") && word(index + 1).is_some_and(is_number) {
            continue;
        }
        let goes_on = kind == EventWord::Possible
            && is_joined(text, Some(range), words.get(index + 1))
            && word(index + 1).is_some_and(ends_name);
        if goes_on {
            continue;
        }
        let mut start = range.start;
        if is_whole {
            // "Summit" is the last word of a longer name.
            let mut first = index;
            while let Some(before) = first.checked_sub(1)
                && index - before <= 4
                && is_joined(text, words.get(before), words.get(first))
                && word(before).is_some_and(is_name_word)
            {
                first = before;
            }
            let Some(name) = words.get(first).filter(|_| first < index) else { continue };
            start = name.start;
            let is_joined = |start: usize| {
                let before = text.get(..start).unwrap_or_default();
                before.ends_with(" of ") || before.ends_with(" in ")
            };
            if is_joined(start) {
                start = name_start(text, start, false);
            }
            let last = word(index).unwrap_or_default();
            let end = topic_end(text, &(start..range.end), last);
            names.push((start..end, kind));
            continue;
        }
        names.push((start..range.end, kind));
    }
    names
}

/// Where an Eastern name of an event begins: 「織物祭り」, 「WARPカンファレンス」.
fn eastern_name(text: &str, range: &Range<usize>, word: &str) -> Option<usize> {
    let is_other = NO_EVENTS.iter().any(|other| word.ends_with(other));
    let mut endings = EASTERN_ENDINGS.iter().filter(|_| !is_other);
    let head = endings.find_map(|ending| word.strip_suffix(ending))?;
    if !head.is_empty() {
        return Some(range.start);
    }
    let before = text.get(..range.start)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    (start < range.start).then_some(start)
}

/// Whether a name has an edition number beside it: `WeftMeet XII`, `the 12th WeftMeet`.
fn is_counted(text: &str, name: &Range<usize>) -> bool {
    let is_word_end = |c: char| !c.is_alphanumeric();
    let after = text.get(name.end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    let after = after.split(is_word_end).next().unwrap_or_default();
    let before = text.get(..name.start).and_then(|rest| rest.strip_suffix(' ')).unwrap_or_default();
    let before = before.rsplit(is_word_end).next().unwrap_or_default();
    is_roman(after) || is_roman(before) || is_ordinal(before)
}

/// Whether a word can only be a Roman numeral: two letters or more, below fifty.
fn is_roman(word: &str) -> bool {
    let units = word.trim_start_matches('X');
    let tens = word.len() - units.len();
    let is_unit =
        ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "L"].contains(&units);
    word.len() > 1 && is_unit && tens <= 3 && (units != "L" || tens == 1)
}

/// Whether there is only a space or a hyphen between two words.
fn is_joined(text: &str, one: Option<&Range<usize>>, other: Option<&Range<usize>>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    matches!(text.get(one.end..other.start), Some(" " | "-" | " & "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::editions::known::Editions;
    use crate::bundle::registry::Conferences;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let finder = SeriesFinder::new(&Editions::new(&Conferences::default()));
        let shown = |found: Mention| {
            let series = match &found.series {
                SeriesName::Known(index) => finder.all[*index].id.clone(),
                SeriesName::Telling(name) => format!("{name}!"),
                SeriesName::Possible(name) => format!("{name}?"),
            };
            let year = found.year.map_or(String::new(), |year| year.to_string());
            let city = found.city.map_or(String::new(), |city| format!("in {}", city.city));
            let parts = [series, found.place, year, city];
            let parts = parts.iter().filter(|part| !part.is_empty()).map(String::as_str);
            parts.collect::<Vec<_>>().join(" ")
        };
        let found: Vec<String> = event_mentions(text, &finder).into_iter().map(shown).collect();
        assert_eq!(found.join(", "), expected, "{text}");
    }

    #[test]
    fn a_known_series_needs_no_telling_name() {
        check("FOSDEM 2020", "fosdem 2020");
        check("Two days in the FOSDEM 2024 Rust devroom", "fosdem 2024");
        check("Notes from RubyKaigi 2024", "rubykaigi 2024");
        check("RubyKaigi2024 was fun", "rubykaigi 2024");
        check("RubyKaigi2024参加レポート", "rubykaigi 2024");
        check("My RailsConf '18", "railsconf 2018");
        check("At RailsConf 2k18", "railsconf 2018");
        check("YOW! 2018 Melbourne", "yow 2018 in Melbourne");
        check("OSC 2019 Tokyo", "");
        check("KotlinConf’23", "kotlinconf 2023");
        check("re:Invent 2019", "aws-re-invent 2019");
        check("Google I/O 2017", "google-i-o 2017");
        check("2019 GopherCon", "gophercon 2019");
        check("Djangocon.eu 2011: Day 1", "djangocon-eu 2011");
        check("PyCon DE & PyData Berlin 2022", "pycon-de 2022");
        check("PyConES 2015 report", "pycon-es 2015");
        check(
            "32C3 and 37C3",
            "chaos-communication-congress 2015, chaos-communication-congress 2023",
        );
        check("DEF CON 26 notes", "def-con 2018");
        check("DEF CON 26, August 2018", "def-con 2018");
        check("Chemnitzer Linux-Tage 2008", "chemnitzer-linux-tage 2008");
    }

    #[test]
    fn a_place_stands_before_or_after_the_year() {
        check("Devoxx France 2019 – day 2", "devoxx France 2019");
        check("QCon London 2018", "qcon London 2018 in London");
        check("DevOpsDays Ghent 2019 – my schedule", "devopsdays Ghent 2019 in Ghent");
        check("KubeCon EU 2026", "kubecon-cloudnativecon EU 2026");
        check("GopherCon 2018 in Denver", "gophercon 2018 in Denver");
        check("RustFest (Rome, 2018)", "rustfest 2018 in Rome");
        check("KubeCon EU 2026 (a party), Ghent", "kubecon-cloudnativecon EU 2026 in Ghent");
        check("DevOpsDays Loomford 2019", "devopsdays Loomford 2019");
        check("Lambda World Cádiz, October 25-26, 2018", "lambda-world Cádiz 2018 in Cádiz");
        check("at Curry On Barcelona, 19 June 2017", "curry-on Barcelona 2017 in Barcelona");
        check("Devoxx France, 17 et 18 avril 2019", "devoxx France 2019");
        check("Linux Day 2017 a Loomford", "linux-day Loomford 2017");
        check("Linux Day 2017 in Review", "linux-day 2017");
        check("Linux Day 2017 in Loomford was fine.", "linux-day 2017");
        check("Devoxx 2013-2019", "devoxx");
        check("PyCon Felt 2009-2019", "");
        check("Ten years: RubyKaigi Felt 2008–2018", "");
        check("Devoxx 2013-05-19", "devoxx 2013");
        check("Devoxx was on 3 May. It rained in 2019", "devoxx");
    }

    #[test]
    fn another_name_is_told_by_its_form() {
        check("Notes from LoomConf 2018", "LoomConf! 2018");
        check("LoomCon US 2018: weaving", "LoomCon! US 2018");
        check("My Weaver Summit 2019 notes", "Weaver Summit! 2019");
        check("All about Old Loom Days 2019", "Old Loom Days! 2019");
        check("WXLx 2022 -- what I saw", "WXLx? 2022");
        check("Vietnam Web Summit 2018", "Vietnam Web Summit! 2018");
        check("PyLadies Con 2021", "PyLadies Con! 2021");
        check("History of Science Day 2019", "History of Science Day! 2019");
        check("Notes of Weaver Summit 2019", "Weaver Summit! 2019");
        check("XXIV Jornadas de Telares – resumen", "Jornadas de Telares!");
        check("Encuentro Nacional de Telares 2018", "Encuentro Nacional de Telares? 2018");
        check("Jornadas felices", "");
        check("European Symposium on Grey Looms 2018", "European Symposium on Grey Looms! 2018");
        check("織物祭り2023に参加", "織物祭り? 2023");
        check("WARPカンファレンス2022の感想", "WARPカンファレンス? 2022");
        check("Harbour Loom Meetup, 12 February 2020", "Harbour Loom Meetup! 2020");
        check("At LoomConf they wove", "LoomConf!");
        check("WeftMeet XII", "WeftMeet!");
        check("Report from the 12th WeftMeet", "WeftMeet!");
        check("WeftMeet and XML", "");
    }

    #[test]
    fn other_words_are_no_events() {
        for text in [
            "A second look at 2018",
            "Looms of 2018",
            "Build looms in 2018",
            "The velocity of 2016",
            "Velocity matters. 2016 was good",
            "It was a good day, 2018",
            "Monday 2018",
            "On the next day in 2019",
            "My summit",
            "goto 2018 considered harmful",
        ] {
            check(text, "");
        }
    }
}
