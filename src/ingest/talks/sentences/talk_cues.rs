//! Finds talks that a sentence mentions: a marked title with its speaker, or a speaker who speaks.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::set_off::{Title, titles, whole_sentences};
use crate::ingest::lines::title::unquoted;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::cue_words::{BY, WITH, has, leading, phrases};
use crate::ingest::names::eastern_possessor::eastern_possessor;
use crate::ingest::names::genitive::{needs_genitive, nominative, without_owner};
use crate::ingest::names::kinds::{award, is_talk_word, kind_of, words};
use crate::ingest::names::likeness::Likeness;
use crate::ingest::names::named_people::{Named, names_in};
use crate::ingest::names::no_talks::{is_not_heard, tells_of_elsewhere, tells_of_work};
use crate::ingest::names::speech::{is_joint, is_likely, leads_to_title};
use crate::ingest::names::told_words::{IN_WHICH, SHORT_LEADS};
use crate::ingest::talks::titles::inside_title::{Inside, needs_no_speaker};
use crate::model::{Rule, TalkKind};
use std::ops::Range;

/// A talk that a text mentions.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::ingest::talks) struct Sighting {
    /// The title; `None` when the text gives none.
    pub title: Option<String>,
    /// The speakers.
    pub speakers: Vec<Named>,
    /// The kind of talk.
    pub kind: TalkKind,
    /// The rule that found it.
    pub rule: Rule,
    /// The distinction the author gives it. Empty when none.
    pub award: String,
    /// Bytes of the sentence in the text.
    pub sentence: Range<usize>,
    /// Bytes of the title and of the text that belongs only to it.
    pub own: Range<usize>,
    /// The sentence also mentions other talks.
    pub is_shared: bool,
}

/// The talks that a text mentions, in order.
pub(in crate::ingest::talks) fn sightings(line: &Line) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    // A title whose speaker may be in the next sentence.
    let mut open: Option<Sighting> = None;
    // The only person in the sentence before.
    let mut named: Option<Named> = None;
    let mut spans = titles(line).into_iter().peekable();
    for range in whole_sentences(line) {
        let mut own: Vec<Title> = Vec::new();
        while let Some(title) = spans.next_if(|title| title.outer.start < range.end) {
            own.push(title);
        }
        let sentence = Sentence::new(line, range, own);
        let titled = sentence.titled();
        let before = open.take();
        let person = std::mem::replace(&mut named, sentence.only_person());
        let owned = || sentence.owned(person.as_ref()?).filter(|_| titled.is_empty());
        if let Some(owned) = owned() {
            found.pop_if(|last| last.title.is_none() && last.speakers == owned.speakers);
            found.push(owned);
        } else if let Some(told) = before.as_ref().and_then(|before| sentence.told(before)) {
            found.pop_if(|last| last.own == told.own);
            found.push(told);
        } else if titled.is_empty() {
            open = sentence.open();
            found.extend(open.clone().filter(|_| sentence.is_on_visit()));
            let speakers = sentence.by_speaker();
            found.extend(speakers.is_empty().then(|| sentence.inverted()).flatten());
            found.extend(speakers);
        } else {
            if let [lone] = titled.as_slice()
                && lone.speakers.is_empty()
            {
                open = Some(lone.clone());
            }
            let further = sentence.further(&titled);
            let is_shared = further.is_some();
            let titled = titled.into_iter();
            found.extend(titled.map(|it| Sighting { is_shared: it.is_shared || is_shared, ..it }));
            found.extend(further);
        }
    }
    found
}

/// A sentence, with the marked words and the people in it.
pub(in crate::ingest::talks) struct Sentence<'a> {
    pub(in crate::ingest::talks) line: &'a Line,
    pub(in crate::ingest::talks) range: Range<usize>,
    pub(in crate::ingest::talks) titles: Vec<Title>,
    /// Everybody named outside the titles, by position in the whole text.
    pub(in crate::ingest::talks) names: Vec<Named>,
}

impl<'a> Sentence<'a> {
    fn new(line: &'a Line, range: Range<usize>, titles: Vec<Title>) -> Self {
        // A name cannot continue across marked words: "*Fast Wool* von Ada Weaver".
        let starts = std::iter::once(range.start).chain(titles.iter().map(|it| it.outer.end));
        let ends = titles.iter().map(|it| it.outer.start).chain([range.end]);
        let mut names = Vec::new();
        for (start, end) in starts.zip(ends) {
            let part = line.text(start..end);
            for mut named in names_in(part) {
                let behind = part.get(named.range.end..).unwrap_or_default();
                let length = without_owner(&named.name, behind).len();
                named.name.truncate(length);
                let before = part.get(..named.range.start).unwrap_or_default().trim_end();
                let word = before.rsplit(' ').next().unwrap_or_default();
                if needs_genitive(&word.to_lowercase()) {
                    let Some(name) = nominative(&named.name) else { continue };
                    named.name = name;
                }
                named.range = named.range.start + start..named.range.end + start;
                named.end += start;
                names.push(named);
            }
        }
        Self { line, range, titles, names }
    }

    pub(in crate::ingest) fn text(&self) -> &str {
        self.line.text(self.range.clone())
    }

    /// The text without the marked titles.
    fn around_titles(&self) -> String {
        let starts =
            std::iter::once(self.range.start).chain(self.titles.iter().map(|it| it.inner.end));
        let ends = self.titles.iter().map(|it| it.inner.start).chain([self.range.end]);
        starts.zip(ends).map(|(start, end)| self.line.text(start..end.max(start))).collect()
    }

    /// The talks with marked titles, each with its own speakers.
    fn titled(&self) -> Vec<Sighting> {
        let mut found = Vec::new();
        if tells_of_work(&self.around_titles()) || tells_of_elsewhere(self.text()) {
            return found;
        }
        let praise = award(self.text()).unwrap_or_default();
        for (at, title) in self.titles.iter().enumerate() {
            let start = at
                .checked_sub(1)
                .and_then(|at| self.titles.get(at))
                .map_or(self.range.start, |other| other.outer.end);
            let start = found.last().map_or(start, |last: &Sighting| start.max(last.own.end));
            let end = self.titles.get(at + 1).map_or(self.range.end, |other| other.outer.start);
            let label = self.line.text(start..title.outer.start);
            if is_not_heard(label, self.line.text(title.outer.end..end)) {
                continue;
            }
            let inside = Inside::of(unquoted(self.line.text(title.inner.clone())));
            let text = inside.title;
            let own = Some((inside.speakers, title.outer.end)).filter(|(own, _)| !own.is_empty());
            let after = self.own_after(at, title, (start, end));
            let speakers = own
                .or(after)
                .or_else(|| self.before(title, start))
                .or_else(|| self.behind_mark(title, end))
                .or_else(|| self.only(title, &text));
            let speakers = speakers.or_else(|| needs_no_speaker(title, &text));
            let Some((speakers, own_end)) = speakers.or_else(|| self.announced(title, start))
            else {
                continue;
            };
            found.push(Sighting {
                kind: inside
                    .kind
                    .or_else(|| kind_of(&text))
                    .or_else(|| kind_of(label))
                    .or_else(|| (self.titles.len() == 1).then(|| kind_of(self.text())).flatten())
                    .unwrap_or_default(),
                title: Some(text.trim_end_matches([',', '.']).to_owned()),
                speakers,
                rule: if title.is_quoted { Rule::TalkInQuotes } else { Rule::TalkSetOff },
                award: praise.clone(),
                sentence: self.range.clone(),
                own: title.outer.start..own_end,
                is_shared: false,
            });
        }
        let is_shared = found.len() > 1;
        for sighting in found.iter_mut().filter(|_| is_shared) {
            sighting.is_shared = true;
            sighting.award.clear();
        }
        found
    }

    /// Speakers right after the title: "by Ada Weaver", "(Ada Weaver, Warpworks)", "– Ada Weaver", ", Ada Weaver.".
    pub(super) fn after(&self, title: &Title, end: usize) -> Option<(Vec<Named>, usize)> {
        let rest = self.line.text(title.outer.end..end);
        let skipped = rest.len() - rest.trim_start_matches([' ', ',', '\n']).len();
        let (gap, rest) = rest.split_at_checked(skipped)?;
        let start = title.outer.end + skipped;
        if let Some((link, tail)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'))
            && link.split([',', '|', '/', ';']).all(crate::ingest::names::link_words::is_link_word)
            && let Some(by) = leading(BY, tail.trim_start())
        {
            let by = tail.len() - tail.trim_start().len() + by;
            return self.names_from(end.min(start + link.len() + 2 + by), end, 40);
        }
        if let Some(close) = ['）', ')']
            .iter()
            .find_map(|close| rest.find(*close))
            .filter(|_| rest.starts_with(['(', '（']))
        {
            let open = rest.chars().next().map_or(1, char::len_utf8);
            let (inside, _) = crate::ingest::names::clutter::without_labels(rest.get(open..close)?);
            let byline = Byline::parse_inside(&inside)?;
            return (byline.odds > -2.5).then(|| (byline.people, start + close + 1));
        }
        // “hallway track” with somebody is not a talk; a lower-case title needs a plain "by".
        let is_small = self.line.text(title.inner.clone()).starts_with(char::is_lowercase);
        if let Some(by) = leading(BY, rest).filter(|_| !is_small || leading(WITH, rest).is_none()) {
            return self.names_from(start + by, end, 40);
        }
        if let Some(length) = leading(IN_WHICH, rest).filter(|_| !is_small) {
            return self.names_from(start + length, end, 2);
        }
        if let Some(found) = self.after_talk_word(rest, start, end) {
            return Some(found);
        }
        let is_dash = rest.starts_with(['-', '–', '—', ':']);
        // "I liked “Looms” best: Ada Weaver showed …"
        let colon = rest
            .get(..rest.len().min(16))
            .and_then(|near| near.find(": "))
            .filter(|_| title.is_quoted);
        if let Some(colon) = colon {
            return self.names_from(start + colon + 1, end, 2);
        }
        let is_comma = gap.contains(',') || self.line.text(title.inner.clone()).ends_with(',');
        // "“Threads, and How They Work Together”, Ada Weaver from Warp demoed a loom."
        let lead = self.line.text(self.range.start..title.outer.start).trim();
        // "In her talk [Looms that sing](…), Ada Weaver showed a loom."
        let is_in_talk = |lead: &str| {
            title.is_evident && words(lead).last().is_some_and(is_talk_word) && lead.len() <= 24
        };
        let is_led = lead.len() <= 60
            && (has(SHORT_LEADS, &lead.to_lowercase()) || is_in_talk(&lead.to_lowercase()));
        if is_dash || is_comma && (title.is_quoted || is_led) {
            let mark = if is_dash { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
            let found = self.names_from(start + mark, end, 2)?;
            return found.0.iter().all(|named| is_likely(named, -1.0)).then_some(found);
        }
        None
    }

    /// Joined names that begin at most `gap` bytes after `start`.
    pub(in crate::ingest::talks) fn names_from(
        &self,
        start: usize,
        end: usize,
        gap: usize,
    ) -> Option<(Vec<Named>, usize)> {
        let mut reach = start;
        let mut found: Vec<Named> = Vec::new();
        let first = self.names.partition_point(|named| named.range.start < start);
        for named in self.names.iter().skip(first).take_while(|named| named.range.end <= end) {
            let between = self.line.text(reach..named.range.start);
            let is_near = if found.is_empty() {
                // "by my colleague Ada Weaver", but no other clause.
                between.len() <= gap && !between.contains([',', '.', ';', '(', '"', '“'])
            } else {
                is_joint(between)
            };
            if !is_near || !is_likely(named, if found.is_empty() { -3.0 } else { -0.5 }) {
                break;
            }
            reach = named.end.max(named.range.end);
            found.push(named.clone());
        }
        (!found.is_empty()).then_some((found, reach))
    }

    /// Speakers before the title: "Ada Weaver's talk …", "Ada Weaver gave …", "Ada Weaver on …".
    pub(super) fn before(&self, title: &Title, start: usize) -> Option<(Vec<Named>, usize)> {
        const FARTHEST: usize = 90;
        if let Some(named) = eastern_possessor(self.line.text(start..title.outer.start)) {
            return Some((vec![named], title.outer.end));
        }
        let past = self.names.partition_point(|named| named.range.end <= title.outer.start);
        let mut speakers: Vec<Named> = Vec::new();
        let mut next_start = title.outer.start;
        for named in self.names.get(..past)?.iter().rev() {
            if named.range.start < start {
                break;
            }
            let between =
                self.line.text(named.end.max(named.range.end).min(next_start)..next_start);
            let begins_well = title.is_quoted
                || self.line.text(title.inner.clone()).starts_with(|c: char| !c.is_lowercase());
            let is_own = if speakers.is_empty() {
                let is_likely_title =
                    || Likeness::of(self.line.text(title.inner.clone())).title() > 0.0;
                // "Ada Weaver's “Looms”" and "Ada Weaver, “Looms”"; but a quoted sentence may look the same.
                let is_beside = matches!(between.trim(), "'s" | "’s" | ",") && is_likely_title()
                    || between == " " && self.is_titled_behind(title);
                let link = between.strip_prefix(',').unwrap_or(between);
                let is_in_bracket = between.trim() == "(" && self.is_of_talk(named, start);
                begins_well
                    && between.len() <= FARTHEST
                    && (is_beside || is_in_bracket || leads_to_title(link))
            } else {
                is_joint(between)
            };
            if !is_own || !is_likely(named, -2.5) {
                break;
            }
            next_start = named.range.start;
            speakers.push(named.clone());
        }
        // Text after "by" belongs to the title before it.
        let lead = self.line.text(start..next_start).trim_end();
        // Unless that title is far away: "“Looms”, on the people who weave, and the one by Ada Weaver, “Threads”".
        let is_taken = start > self.range.start
            && lead.len() <= 40
            && phrases(BY).any(|by| lead.ends_with(&format!(" {by}")) || lead == by);
        speakers.reverse();
        (!speakers.is_empty() && !is_taken).then_some((speakers, title.outer.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<&str>, &str, TalkKind)]) {
        let found = sightings(&Line::of(&[crate::model::Inline::Text(text.to_owned())]));
        let found: Vec<_> = found
            .iter()
            .map(|s| {
                (
                    s.title.as_deref(),
                    s.speakers.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join("+"),
                    s.kind,
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(title, names, kind)| (*title, (*names).to_owned(), *kind))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_quoted_title_needs_a_speaker_and_a_cue() {
        use TalkKind::{Keynote, Talk};
        check(
            "I liked “The Threads of Time” by Ada Weaver from Warpworks.",
            &[(Some("The Threads of Time"), "Ada Weaver", Talk)],
        );
        check(
            "Ada Weaver from Warpworks, who gave the keynote titled “Pulling Forward”",
            &[(Some("Pulling Forward"), "Ada Weaver", Keynote)],
        );
        check(
            "Bo Thread gave a talk called \"Hacks: Sliders and Looms\".",
            &[(Some("Hacks: Sliders and Looms"), "Bo Thread", Talk)],
        );
        check("The “hallway track” with Ada Weaver was a talk for itself.", &[]);
        check(
            "In “Threads, and How They Work Together”, Ada Weaver from Warp demoed a loom.",
            &[(Some("Threads, and How They Work Together"), "Ada Weaver", Talk)],
        );
        check("They call it “Threads of Time”.", &[]);
        check("It is known as “threads” in the talk by nobody.", &[]);
        check("“Threads of Time” by Ada Weaver has 300 pages.", &[]);
        check("Gelesen habe ich das Buch „Threads of Time“ von Ada Weaver.", &[]);
    }

    #[test]
    fn somebody_who_speaks_gives_a_talk_without_a_title() {
        use TalkKind::{Keynote, Talk};
        check(
            "Ada Weaver, manager from Warpworks, gave an update in the first keynote.",
            &[(None, "Ada Weaver", Keynote)],
        );
        check(
            "I caught Ada Weaver from Warp, and Bo Thread from Weft, introducing Looms.",
            &[(None, "Ada Weaver+Bo Thread", Talk)],
        );
        check(
            "Bo Thread from Warp/Weft then talked about the trouble with looms.",
            &[(None, "Bo Thread", Talk)],
        );
        check(
            "Also the first keynote by Ada Weaver is worth it.",
            &[(None, "Ada Weaver", Keynote)],
        );
        check("I had the luck to talk to Ada Weaver and Bo Thread.", &[]);
        check("Ada Weaver introduced me to Bo Thread.", &[]);
        check("I talked to an engineer about looms.", &[]);
    }
}
