//! Finds the speaker in the clauses of a sentence: after the verb, after another talk, or after a semicolon.

use super::talk_cues::{Sentence, Sighting};
use crate::ingest::lines::set_off::{Title, is_title};
use crate::ingest::names::cue_words::{BY, JOINTS, NAMED, THE, WITH, has, leading, phrases};
use crate::ingest::names::kinds::{award, is_talk_word, kind_of, words};
use crate::ingest::names::likeness::Likeness;
use crate::ingest::names::named_people::Named;
use crate::ingest::names::no_talks::tells_of_elsewhere;
use crate::ingest::names::other_words::ARTICLES;
use crate::ingest::names::speech::{is_joint, is_likely};
use crate::ingest::names::told_words::{
    ABOUT, GIVING, HEARING, HELPERS, IT, OURSELVES, SPEAKING, SPOKEN, TALKING, TEACHING, TELLING,
    TOPIC_LINKS,
};
use crate::model::Rule;

/// Odds above which words are a name.
const NAME: f32 = 0.0;

impl Sentence<'_> {
    /// The speakers right after a title, without those of the next title. `start` and `end` are where the text around
    /// the title begins and ends.
    pub(super) fn own_after(
        &self,
        at: usize,
        title: &Title,
        (start, end): (usize, usize),
    ) -> Option<(Vec<Named>, usize)> {
        let (names, reach) = self.after(title, end)?;
        if self.is_of_next(at, &names) {
            return None;
        }
        let (mut names, reach) = self.without_next(at, names, reach);
        // "“Looms” and “Nets” by Ada Weaver and Bo Reed": each gave one of them, or both gave both.
        if names.len() > 1 && self.n_joined(at) == names.len() {
            return Some((Vec::new(), reach));
        }
        // "Ada Weaver gave “Looms” with Bo Reed".
        let link = self.line.text(title.outer.end..end).trim_start();
        if leading(WITH, link).is_some()
            && let Some((first, _)) = self.before(title, start)
        {
            names.splice(0..0, first);
        }
        Some((names, reach))
    }

    /// The names without the last one when it begins the clause of the next title: "“Looms” by Ada Weaver, Bo Reed took
    /// the stage with “Nets”".
    fn without_next(&self, at: usize, names: Vec<Named>, reach: usize) -> (Vec<Named>, usize) {
        let (Some(next), [.., before, last]) = (self.titles.get(at + 1), names.as_slice()) else {
            return (names, reach);
        };
        let end = before.end.max(before.range.end);
        let joint = self.line.text(end..last.range.start.max(end)).trim();
        let told = self.line.text(reach.min(next.outer.start)..next.outer.start);
        let is_clause = joint == "," && told.split_whitespace().count() > 1;
        if !is_clause || self.before(next, end).is_none() {
            return (names, reach);
        }
        let n_own = names.len() - 1;
        (names.into_iter().take(n_own).collect(), end)
    }

    /// How many titles, up to the one at an index, are joined with nothing between them but commas and "and".
    fn n_joined(&self, at: usize) -> usize {
        let titles = self.titles.get(..=at).unwrap_or_default();
        let is_joined = |pair: &&[Title]| match pair {
            [first, next] => {
                let between =
                    self.line.text(first.outer.end..next.outer.start.max(first.outer.end));
                let word = between.trim_matches([',', ' ']).to_lowercase();
                word.is_empty() || has(JOINTS, &word)
            }
            _ => false,
        };
        titles.windows(2).rev().take_while(is_joined).count() + 1
    }

    /// Whether the people right after a title belong to the next one: "“Looms”, Ada Weaver's talk about “Nets”".
    pub(super) fn is_of_next(&self, title: usize, names: &[Named]) -> bool {
        let (Some(title), Some(next)) = (self.titles.get(title), self.titles.get(title + 1)) else {
            return false;
        };
        let Some(first) = names.first() else { return false };
        let between = self.line.text(title.outer.end.min(first.range.start)..first.range.start);
        let between = between.trim_matches([',', ';', ' ', '\n']);
        let is_listed = between.is_empty() || has(JOINTS, &between.to_lowercase());
        let is_first =
            |others: &Vec<Named>| others.iter().any(|other| other.range.start == first.range.start);
        // "“Looms”, Ada Weaver, “Nets”, Bo Reed" says nothing about who of them is before a title.
        let leads = |others: &Vec<Named>| {
            let last = others.iter().map(|other| other.end.max(other.range.end)).max();
            let lead = last
                .map_or("", |last| self.line.text(last.min(next.outer.start)..next.outer.start));
            lead.contains(char::is_alphabetic)
        };
        let others = self.before(next, title.outer.end).map(|(others, _)| others);
        is_listed && others.filter(is_first).is_some_and(|others| leads(&others))
    }

    /// A talk whose speaker follows right after the verb: "Danach sprach Ada Weaver über Wolle." People also speak at
    /// meals, and that is not a talk.
    pub(in crate::ingest::talks) fn inverted(&self) -> Option<Sighting> {
        const NEAR: usize = 4;
        let lower = self.text().to_lowercase();
        if self.is_at_meal() || tells_of_elsewhere(&lower) {
            return None;
        }
        let first = self.names.iter().find(|named| {
            let before = self.near(named.range.start);
            let verb = verb_of(&before);
            before.ends_with(' ')
                && [TALKING, TELLING, HELPERS, GIVING, HEARING].iter().any(|list| has(list, verb))
        })?;
        let before = self.near(first.range.start);
        let verb = verb_of(&before).to_owned();
        let speakers = self.joined(first);
        let end = speakers.last().map(|named| named.end.max(named.range.end))?;
        let rest = self.line.text(end..self.range.end).to_lowercase();
        let next = words(&rest).next().unwrap_or_default();
        let is_about = rest.starts_with(' ') && has(ABOUT, next);
        let is_spoken = words(&rest).any(|word| has(SPOKEN, word));
        let is_talk = |word: &str| is_talk_word(word);
        let is_told = has(TALKING, &verb) && is_about
            || has(TELLING, &verb) && !has(HELPERS, &verb) && has(TEACHING, next)
            || has(HELPERS, &verb) && is_about && is_spoken
            || has(GIVING, &verb)
                && (has(THE, next) || has(ARTICLES, next))
                && words(&rest).take(NEAR).any(is_talk)
            || has(HEARING, &verb) && has(TOPIC_LINKS, next);
        is_told.then(|| self.untitled(speakers))
    }

    /// The last words before a byte, in lower case. Words farther away say nothing about a name there.
    pub(in crate::ingest::talks) fn near(&self, end: usize) -> String {
        const NEAR: usize = 80;
        let before = self.line.text(self.range.start..end);
        let start = before.len().saturating_sub(NEAR);
        let near = (start..=before.len()).find_map(|at| before.get(at..));
        near.unwrap_or_default().to_lowercase()
    }

    /// A talk without a title that a sentence adds after others: "…, and after her Ada Weaver spoke about wool."
    pub(in crate::ingest::talks) fn further(&self, titled: &[Sighting]) -> Option<Sighting> {
        const FARTHEST: usize = 4;
        let last = titled.last()?;
        let is_other = |named: &&Named| {
            named.range.start >= last.own.end
                && titled.iter().all(|talk| talk.speakers.iter().all(|it| it.name != named.name))
        };
        let first = self.names.iter().find(is_other)?;
        let lead = self.line.text(last.own.end..first.range.start).to_lowercase();
        let is_next = lead.contains([',', ';']) && words(&lead).count() <= FARTHEST;
        let speakers = self.joined(first);
        let end = speakers.last().map(|named| named.end.max(named.range.end))?;
        let rest = self.line.text(end..self.range.end).to_lowercase();
        let mut after = words(&rest);
        let verb = after.next().unwrap_or_default();
        let is_told = rest.starts_with(' ') && has(TALKING, verb);
        let is_about = after.next().is_some_and(|word| has(ABOUT, word));
        (is_next && is_told && is_about)
            .then(|| Sighting { is_shared: true, ..self.untitled(speakers) })
    }

    /// The speaker in a clause after the title: "Go and see “Looms”; Ada Weaver ran it as a game."
    pub(in crate::ingest::talks) fn behind_mark(
        &self,
        title: &Title,
        end: usize,
    ) -> Option<(Vec<Named>, usize)> {
        let rest = self.line.text(title.outer.end..end);
        let marks = ["; ", ": ", " – ", " — "].into_iter();
        let at = marks.filter_map(|mark| rest.find(mark).map(|at| at + mark.len())).min()?;
        let start = title.outer.end + at;
        let first = self.names.iter().find(|named| named.range.start == start)?;
        let speakers = self.joined(first);
        let reach = speakers.last().map(|named| named.end.max(named.range.end))?;
        let after = self.line.text(reach.min(end)..end).to_lowercase();
        let gave_it = words(&after).nth(1).is_some_and(|word| has(IT, word));
        let is_meant = gave_it
            && after.starts_with(' ')
            && Likeness::of(self.line.text(title.inner.clone())).title() > 0.0;
        is_meant.then_some((speakers, title.outer.end))
    }

    /// The speakers that the words after a title name: ", a talk by Ada Weaver".
    pub(in crate::ingest::talks) fn after_talk_word(
        &self,
        rest: &str,
        start: usize,
        end: usize,
    ) -> Option<(Vec<Named>, usize)> {
        const FARTHEST: usize = 60;
        let by = phrases(BY)
            .filter_map(|by| rest.find(&format!(" {by} ")).map(|at| (at, at + by.len() + 1)));
        let (at, after) = by.filter(|(at, _)| *at <= FARTHEST).min()?;
        let lower = rest.get(..at)?.to_lowercase();
        let is_clause = !lower.contains(['.', ';', '"', '“', '(']);
        let has_word = is_clause && words(&lower).any(is_talk_word);
        has_word.then(|| self.names_from(start + after, end, 30)).flatten()
    }

    /// The only title of a sentence that mentions a talk and people.
    pub(super) fn only(&self, title: &Title, text: &str) -> Option<(Vec<Named>, usize)> {
        if self.titles.len() != 1 {
            return None;
        }
        let lower = self.text().to_lowercase();
        let before = self.line.text(self.range.start..title.inner.start).to_lowercase();
        let before = before.trim_end_matches(['“', '"', '„', '«', ' ']);
        let is_named = phrases(NAMED).any(|cue| before.ends_with(cue));
        let has_cue = is_named
            || words(&lower)
                .any(|word| is_talk_word(word) || word == "spoke" || has(SPEAKING, word));
        let names: Vec<Named> =
            self.names.iter().filter(|named| is_likely(named, -0.5)).cloned().collect();
        let is_title =
            is_title(text, is_named) && (title.is_quoted || is_named || title.is_evident);
        (has_cue && is_title && !names.is_empty()).then_some((names, title.outer.end))
    }

    /// A person, with the people joined to that name.
    fn joined(&self, first: &Named) -> Vec<Named> {
        let mut found: Vec<Named> = Vec::new();
        let mut reach = first.range.start;
        for named in self.names.iter().skip_while(|named| named.range.start < first.range.start) {
            let is_next = found.is_empty() || is_joint(self.line.text(reach..named.range.start));
            if !is_next || !is_likely(named, NAME) {
                break;
            }
            reach = named.end.max(named.range.end);
            found.push(named.clone());
        }
        found
    }

    pub(in crate::ingest::talks) fn untitled(&self, speakers: Vec<Named>) -> Sighting {
        Sighting {
            title: None,
            kind: kind_of(self.text()).unwrap_or_default(),
            rule: Rule::TalkBySpeaker,
            award: award(self.text()).unwrap_or_default(),
            sentence: self.range.clone(),
            own: self.range.clone(),
            is_shared: false,
            speakers,
        }
    }
}

/// The last word of a text, or the word before it if the last is "we": "Danach hörten wir".
fn verb_of(before: &str) -> &str {
    let mut last = words(before).collect::<Vec<_>>().into_iter().rev();
    let verb = last.next().unwrap_or_default();
    if has(OURSELVES, verb) {
        last.next().filter(|it| has(HEARING, it)).unwrap_or_default()
    } else {
        verb
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::lines::line::Line;
    use crate::ingest::talks::sentences::talk_cues::sightings;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = sightings(&Line::of_text(text));
        let shown = found.into_iter().map(|it| {
            let names: Vec<String> = it.speakers.into_iter().map(|named| named.name).collect();
            format!("{} | {}", it.title.unwrap_or_default(), names.join(" + "))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn each_title_of_a_sentence_has_its_own_speakers() {
        let check = |text: &str, expected: &[(Option<&str>, &str)]| {
            let line = Line::of(&[crate::model::Inline::Text(text.to_owned())]);
            let found = sightings(&line);
            let found: Vec<(Option<&str>, String)> = found
                .iter()
                .map(|it| {
                    let names: Vec<&str> = it.speakers.iter().map(|it| it.name.as_str()).collect();
                    (it.title.as_deref(), names.join("+"))
                })
                .collect();
            let expected = expected.iter().map(|(title, names)| (*title, (*names).to_owned()));
            assert_eq!(found, expected.collect::<Vec<_>>(), "{text}");
        };
        check(
            "Ada Weaver (“Looms”), Bo Thread (“Fast Wool”) and Cy Reed (“Wet Felt”) were good.",
            &[
                (Some("Looms"), "Ada Weaver"),
                (Some("Fast Wool"), "Bo Thread"),
                (Some("Wet Felt"), "Cy Reed"),
            ],
        );
        check(
            "After “Fast Wool” by Ada Weaver, Bo Thread took the stage with “Wet Felt”.",
            &[(Some("Fast Wool"), "Ada Weaver"), (Some("Wet Felt"), "Bo Thread")],
        );
        check(
            "Ada Weaver gave “Fast Wool” with Bo Thread.",
            &[(Some("Fast Wool"), "Ada Weaver+Bo Thread")],
        );
        check(
            "I saw “Fast Wool” and “Wet Felt” by Ada Weaver and Peter Smith.",
            &[(Some("Wet Felt"), "")],
        );
    }

    #[test]
    fn who_leads_to_the_next_title_did_not_give_the_last_one() {
        check(
            "After that came Ada Weaver, who talked about \"Looms at night\", Bo Spindle who talked about \"Lean \
             weaving\" and Cy Bobbin with his presentation about \"Building nets\".",
            &[
                "Looms at night | Ada Weaver",
                "Lean weaving | Bo Spindle",
                "Building nets | Cy Bobbin",
            ],
        );
        check(
            "We saw Ada Weaver's presentation about \"Looms at night\", Bo Spindle's talk about \"Lean weaving\".",
            &["Looms at night | Ada Weaver", "Lean weaving | Bo Spindle"],
        );
    }

    #[test]
    fn the_verb_may_stand_before_the_name() {
        for text in [
            "Danach sprach Ada Weaver über laute Webstühle.",
            "Am Abend hat Ada Weaver (Warpworks) über laute Webstühle gesprochen.",
            "Dann zeigte Ada Weaver, wie ein Webstuhl klingt.",
            "Daarna vertelde Ada Weaver over luide weefgetouwen.",
            "Después habló Ada Weaver sobre telares.",
            "Zum Schluss hielt Ada Weaver die Keynote.",
            "After that we heard Ada Weaver on looms.",
            "Danach hörten wir Ada Weaver über Webstühle.",
        ] {
            check(text, &[" | Ada Weaver"]);
        }
        for text in [
            "Beim Mittagessen sprach Ada Weaver über ihren Hund.",
            "Dort sprach ich mit Ada Weaver über ihren Hund.",
            "Dann zeigte Ada Weaver mir die Stadt.",
            "Gestern hat Ada Weaver über uns gelacht.",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn two_who_speak_have_a_talk_each() {
        check(
            "Ada Weaver talked about looms, and I went to a panel with Marta Kowalska.",
            &[" | Ada Weaver", " | Marta Kowalska"],
        );
        check(
            "Ada Weaver and Marta Kowalska talked about looms.",
            &[" | Ada Weaver + Marta Kowalska"],
        );
    }

    #[test]
    fn a_sentence_may_go_on_to_another_talk() {
        check(
            "Ada Weaver showed “Shrinking Looms for Fun”, and after her Marta Kowalska spoke about dye.",
            &["Shrinking Looms for Fun | Ada Weaver", " | Marta Kowalska"],
        );
        check(
            "Ada Weaver showed “Shrinking Looms for Fun”, and Marta Kowalska sat beside me.",
            &["Shrinking Looms for Fun | Ada Weaver"],
        );
    }

    #[test]
    fn a_clause_behind_the_title_may_say_who_gave_it() {
        check(
            "Do watch “Shrinking Looms for Fun” one day; Ada Weaver ran it as a game.",
            &["Shrinking Looms for Fun | Ada Weaver"],
        );
        check("Do watch “Shrinking Looms for Fun” one day; Ada Weaver lost my scarf.", &[]);
    }
}
