//! Splits the name of a folder or file: words, year, place and series.

use super::name_lists::PLACES;
use super::series_finder::SeriesFinder;
use crate::ingest::{is_english_weekday, letters};
use crate::text::event_year;

/// Names of folders and files that do not identify an event.
const GENERIC: &str = "
    archive archives article articles asset assets attachments blog book books conf conferences conference
    confs content contents data day days doc docs draft drafts en de fr event events goals import inbox
    index journal keynote keynotes lightning list lists log main master meeting minutes meetup meetups misc month my
    note notes other others page pages personal plan post posts public reading readme recap recaps report
    reports retro retrospective review session sessions site slides source src static summaries summary talk
    talks team text the trip tutorial tutorials update video videos web week weekly work workshop workshops
    writing year yearly a of from at and in on for to i english german french january february march april
    may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
    spring summer autumn fall winter dev tech
    internal online virtual part tag jour new old todo daily dailies diary journals people person persons
    til learning learnings standup sync thoughts ideas status newsletter changelog release
    template templates zettel zettelkasten clippings reference references resources projects areas
    conferencia conferencias conferência conferências conferenza conferenze conférence conférences konferenz konferenzen
    konferencja evento eventos eventi événement événements veranstaltung veranstaltungen
";

/// Names of private folders and texts, which do not identify an event either.
const PRIVATE: &str = "
    vault obsidian logseq notion evernote notebook notebooks brain garden wiki diary log logs journaling
    tagebuch notizen notiz home private personal work family budget budgets expenses finance finances taxes
    invoices travel trips vacation holiday holidays recipes shopping packing birthday goals okr okrs offsite
    planning roadmap wishlist agenda agendas calendar contacts contact meta temp tmp backup
";

/// Generic words that begin names of events as well: `web-looms`.
const BEGINNINGS: [&str; 4] = ["web", "dev", "tech", "data"];

/// Everyday words that are codes of countries as well.
const JOINTS: &str = "am as at be de do es id il in io is it la me my no so to us";

/// Endings of lower-case event names.
pub(super) const ENDINGS: &[&str] = &[
    "conf",
    "con",
    "fest",
    "days",
    "day",
    "summit",
    "camp",
    "kaigi",
    "congress",
    "symposium",
    "expo",
    "conference",
];

/// Whether a word of a folder name, file name or title does not identify an event.
pub(super) fn is_generic(word: &str) -> bool {
    fits_any_event(word) || is_private(word)
}

/// Whether a word is about private life or a company, and not about an event.
pub(super) fn is_private(word: &str) -> bool {
    let lower = word.to_lowercase();
    PRIVATE.split_whitespace().any(|private| private == lower)
}

/// Whether a word does not tell one folder or text on an event from another.
pub(super) fn fits_any_event(word: &str) -> bool {
    let word = word.to_lowercase();
    GENERIC.split_whitespace().any(|generic| generic == word) || is_english_weekday(&word)
}

/// The name of one folder or file.
pub(super) struct PathPart {
    pub(super) written: String,
    /// Its words in lower case, without years and dates, and each as written.
    words: Vec<(String, String)>,
    pub(super) year: Option<u16>,
    /// Number of words before the year.
    n_before_year: usize,
    /// It has a month or a day beside the year.
    pub(super) is_dated: bool,
    /// The year has two digits, so a longer one takes precedence: `ada01-loomcon2019`.
    is_short: bool,
}

impl PathPart {
    pub(super) fn new(name: &str) -> Self {
        let mut part = Self {
            written: name.to_owned(),
            words: Vec::new(),
            year: None,
            n_before_year: 0,
            is_dated: false,
            is_short: false,
        };
        for word in name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            for piece in pieces(word) {
                part.add(piece);
            }
        }
        if part.year.is_none() && part.is_collection() {
            part.words.clear();
        }
        part
    }

    fn add(&mut self, piece: &str) {
        if let Some(year) = compact_date(piece) {
            if self.year.is_none() {
                (self.year, self.n_before_year) = (Some(year), self.words.len());
            }
            self.is_dated = true;
        } else if let Some(year) = event_year(piece) {
            // The year in `ada1989-notes` is of a person.
            let is_of_person = year < 2000 && self.is_glued(piece);
            if is_of_person {
                return;
            }
            // `2020-01-29-loomcon-2019`: the later year is that of the event.
            let is_after_date = self.is_dated
                && self.n_before_year == 0
                && !self.words.is_empty()
                && self.year.is_some_and(|dated| (dated.saturating_sub(1)..=dated).contains(&year));
            if self.year.is_none() || self.is_short || is_after_date {
                (self.year, self.n_before_year) = (Some(year), self.words.len());
                self.is_short = false;
            }
        } else if let Some(number) = piece.parse::<u16>().ok().filter(|_| piece.len() <= 2) {
            // Matches `fosdem18`, but neither the month and day of `2018-05-02` nor the folder `b06`.
            let is_glued = self.is_glued(piece);
            let is_named = self.words.last().is_some_and(|(last, _)| last.len() > 2);
            if is_glued && is_named && self.year.is_none() && piece.len() == 2 && number < 50 {
                self.year = Some(2000 + number);
                self.is_short = true;
            } else {
                self.is_dated |= self.year.is_some() && !is_glued;
            }
        } else {
            self.words.push((piece.to_lowercase(), piece.to_owned()));
        }
    }

    /// Whether digits follow the last word without a space or a sign.
    fn is_glued(&self, digits: &str) -> bool {
        let glued = self.words.last().map(|(_, last)| format!("{last}{digits}"));
        glued.is_some_and(|glued| self.written.contains(&glued))
    }

    /// Whether the name describes a collection of notes on any conference: `ada-conference-notes`.
    fn is_collection(&self) -> bool {
        const CONFERENCES: [&str; 4] = ["conf", "confs", "conference", "conferences"];
        const NOTES: [&str; 4] = ["note", "notes", "talk", "talks"];
        self.words.windows(2).any(|pair| {
            let [(first, _), (second, _)] = pair else { return false };
            CONFERENCES.contains(&first.as_str()) && NOTES.contains(&second.as_str())
        })
    }

    /// Whether words come before the year, so that they name an event of that year: `weavers-2018-05-02`.
    pub(super) fn has_words_before_year(&self) -> bool {
        self.n_before_year > 0
    }

    /// Whether a year is the only meaningful part of the name.
    pub(super) fn is_year(&self) -> bool {
        self.year.is_some() && self.meaningful().is_empty()
    }

    /// The words that may be part of an event name.
    fn meaningful(&self) -> Vec<&(String, String)> {
        meaningful(&self.words, &self.written)
    }

    /// The known series in the name, and the place beside it.
    pub(super) fn known_series(&self, finder: &SeriesFinder) -> Option<(usize, String)> {
        let n_words = self.words.len();
        for length in (1..=n_words.min(7)).rev() {
            for start in 0..=n_words - length {
                let words = self.words.get(start..start + length)?;
                let joined: String = words.iter().map(|(word, _)| letters(word)).collect();
                if joined.len() < 3 || length == 1 && is_generic(&joined) {
                    continue;
                }
                // A short name, or one that is an everyday word, needs its year.
                let Some(series) = finder.with_letters(&joined) else { continue };
                let end = start + length;
                let is_first = self.words.iter().take(start).all(|(word, _)| is_generic(word));
                let has_year = is_first && (end..=end + 1).contains(&self.n_before_year)
                    || length == n_words && self.year.is_some() && !self.is_dated;
                // `curryon-amsterdam`
                let is_placed = start == 0 && end < n_words && self.ends_with_place(end);
                let is_sure = !finder.is_everyday(&joined) || has_year || is_placed;
                if is_sure {
                    return Some((series, self.place_after(end)));
                }
            }
        }
        // `4developers` is split at its digit.
        let tokens = self.written.split(|c: char| !c.is_alphanumeric());
        let mut tokens = tokens.filter(|token| token.starts_with(|c: char| c.is_ascii_digit()));
        let of_token = |token: &str| {
            let joined = letters(token);
            let is_name = joined.contains(char::is_alphabetic) && !finder.is_everyday(&joined);
            finder.with_letters(&joined).filter(|_| is_name)
        };
        if let Some(series) = tokens.find_map(of_token) {
            return Some((series, String::new()));
        }
        self.words.iter().find_map(|(word, written)| {
            let split = |at: &usize| {
                let (head, tail) = (word.get(..*at)?, word.get(*at..)?);
                let series = finder.with_letters(head).filter(|_| !finder.is_everyday(head))?;
                PLACES.named(tail)?;
                Some((series, written.get(*at..).unwrap_or(tail).to_uppercase()))
            };
            (4..word.len()).rev().find_map(|at| split(&at))
        })
    }

    /// A name that is not a known series: the name, its place, and whether its ending shows that it names an event.
    pub(super) fn other_name(&self) -> Option<(String, String, bool)> {
        // In `loomcon-2018-wool-and-silk.md`, a title begins after the year.
        let n_words = if self.n_before_year > 0 { self.n_before_year } else { self.words.len() };
        let words = meaningful(self.words.get(..n_words)?, &self.written);
        let is_place = |word: &&&(String, String)| PLACES.named(&word.0).is_some();
        let n_places = words.iter().rev().take_while(is_place).count();
        let (name, places) = words.split_at(words.len().checked_sub(n_places)?);
        if name.is_empty() || name.len() > 3 {
            return None;
        }
        let joined: String = name.iter().map(|(word, _)| word.as_str()).collect();
        let is_telling = ENDINGS
            .iter()
            .any(|ending| joined.strip_suffix(ending).is_some_and(|head| head.len() >= 3));
        let is_word = joined.len() >= 3 && joined.chars().all(char::is_alphabetic);
        let name = self.unsplit(name).unwrap_or_else(|| written(name).join(" "));
        let place = places.iter().map(|(_, written)| shown_place(written)).collect::<Vec<_>>();
        let place = Some(place.join(" ")).filter(|place| !place.is_empty());
        // `LoomConf 2024 (Ghent)`
        let place = place.unwrap_or_else(|| self.place_at(n_words));
        is_word.then_some((name, place, is_telling))
    }

    /// Words as they are in the name, which was split at its capitals: `LoomCon`.
    fn unsplit(&self, words: &[&(String, String)]) -> Option<String> {
        let [first, last] = [words.first()?, words.last()?];
        let start = self.written.find(&first.1)?;
        let rest = self.written.get(start..)?;
        let whole = rest.get(..rest.find(&last.1)? + last.1.len())?;
        let joined: String = words.iter().map(|(word, _)| word.as_str()).collect();
        (letters(whole) == letters(&joined)).then(|| whole.replace(['-', '_', '.'], " "))
    }

    /// The place after a series name that ends at a word: a known place, or the only word before the year.
    fn place_after(&self, at: usize) -> String {
        let known = self.place_at(at);
        match self.words.get(at..self.n_before_year) {
            Some([(word, written)]) if known.is_empty() && !is_generic(word) => {
                capitalized(written)
            }
            _ => known,
        }
    }

    /// The place that begins at a word.
    fn place_at(&self, at: usize) -> String {
        let words = self.words.get(at..).unwrap_or_default();
        let joined = |length: usize| -> Option<String> {
            let words = words.get(..length)?;
            let written: Vec<&str> = words.iter().map(|(_, written)| written.as_str()).collect();
            let name = written.join(" ");
            PLACES.named(&name)?;
            Some(shown_place(&name))
        };
        // `loomcon-2018-my-notes` was not in Malaysia.
        let is_joint =
            words.first().is_some_and(|(_, first)| JOINTS.split(' ').any(|joint| joint == first));
        let ends = at + 1 == self.n_before_year || at + 1 == self.words.len();
        if is_joint && !ends {
            return String::new();
        }
        (1..=3).rev().find_map(joined).unwrap_or_default()
    }

    /// Whether a city begins at a word and ends the name.
    fn ends_with_place(&self, at: usize) -> bool {
        let words = self.words.get(at..).unwrap_or_default();
        let rest: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        self.year.is_some()
            && PLACES.named(&rest.join(" ")).is_some_and(|place| !place.city.is_empty())
    }

    /// The place, if it is the whole name.
    pub(super) fn whole_place(&self) -> Option<String> {
        let place = self.place_at(0);
        let words: String = self.words.iter().map(|(word, _)| letters(word)).collect();
        (letters(&place) == words && !place.is_empty()).then_some(place)
    }
}

/// The year of a date without separators: `202405`, `20240514`.
fn compact_date(piece: &str) -> Option<u16> {
    let part = |range: std::ops::Range<usize>| piece.get(range)?.parse::<u16>().ok();
    let year = event_year(piece.get(0..4)?)?;
    let month = part(4..6).filter(|month| (1..=12).contains(month));
    let is_date = match piece.len() {
        6 => month.is_some(),
        8 => month.is_some() && part(6..8).is_some_and(|day| (1..=31).contains(&day)),
        _ => false,
    };
    is_date.then_some(year)
}

/// The words of a name, as `written`, that may be part of an event name; `Days` counts after another word, and `dev` as
/// a part of `devSec`.
fn meaningful<'a>(words: &'a [(String, String)], written: &str) -> Vec<&'a (String, String)> {
    let mut found: Vec<&(String, String)> = Vec::new();
    let mut is_named = false;
    for (index, word) in words.iter().enumerate() {
        // `weavers-day-ghent` is an event; `weavers-day-1` and `weavers-day-one` are days of one.
        let is_at_place =
            || words.get(index + 1).is_some_and(|(next, _)| PLACES.named(next).is_some());
        let is_before_year = || ends_at_year(written, &word.1);
        let is_ending = ENDINGS.contains(&word.0.as_str())
            && (word.0 != "day" || is_at_place() || is_before_year());
        let ends_name = is_named && is_ending;
        let is_part = words.get(index + 1).is_some_and(|(next, shown)| {
            !is_generic(next) && written.contains(&format!("{}{shown}", word.1))
        });
        let begins = found.is_empty()
            && BEGINNINGS.contains(&word.0.as_str())
            && words.get(index + 1).is_some_and(|(next, _)| !is_generic(next));
        is_named = is_part || begins || !is_generic(&word.0);
        if is_named || ends_name {
            found.push(word);
        }
    }
    found
}

/// Whether a year follows a word of a name right away: `loom_day_2026`.
fn ends_at_year(written: &str, word: &str) -> bool {
    let after = written.rfind(word).and_then(|at| written.get(at + word.len()..));
    let rest = after.map(|rest| rest.trim_start_matches(['-', '_', ' ', '.']));
    rest.and_then(|rest| event_year(rest.get(..4)?)).is_some()
}

/// A word with a capital.
pub(super) fn capitalized(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

/// Words as they are written.
fn written<'a>(words: &[&'a (String, String)]) -> Vec<&'a str> {
    words.iter().map(|(_, written)| written.as_str()).collect()
}

/// A place in its usual form: codes in capitals, names with a capital.
fn shown_place(name: &str) -> String {
    if name.contains(char::is_uppercase) {
        return name.to_owned();
    }
    let is_code = PLACES.named(name).is_some_and(|place| place.code == name);
    if is_code {
        return name.to_uppercase();
    }
    name.split(' ').map(capitalized).collect::<Vec<_>>().join(" ")
}

/// A word split between letters and digits and at inner capitals: `QConSF2016` is Q, Con, SF, 2016.
fn pieces(word: &str) -> Vec<&str> {
    let characters: Vec<(usize, char)> = word.char_indices().collect();
    let mut cuts = vec![0];
    for (index, window) in characters.windows(2).enumerate() {
        let [(_, one), (at, other)] = window else { continue };
        let next = characters.get(index + 2).map(|(_, c)| *c);
        let is_digit_edge = one.is_ascii_digit() != other.is_ascii_digit();
        let begins_word = other.is_uppercase()
            && (one.is_lowercase() || one.is_uppercase() && next.is_some_and(char::is_lowercase));
        if is_digit_edge || begins_word {
            cuts.push(*at);
        }
    }
    cuts.push(word.len());
    cuts.windows(2).filter_map(|cut| word.get(*cut.first()?..*cut.last()?)).collect()
}
