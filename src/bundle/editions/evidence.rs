//! Weighs what a recap says about its edition.

use super::attended::is_in_passing;
use super::doubts::is_doubtful;
use super::hints::Hint;
use super::known::Editions;
use super::mentions::{full_mentions, named_edition, place_mentions, year_mentions};
use super::path_events::folder_year;
use super::said::Spot;
use super::years::written;
use crate::bundle::vocabulary::contains_phrase;
use crate::ingest::{Draft, Passage};
use crate::model::{Method, PartialDate, Rule, plain_text};
use std::collections::BTreeSet;

/// The edition of a recap, and why it was chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::bundle) struct EditionMatch {
    /// The edition, as an index into [`Editions::all`].
    pub(in crate::bundle) edition: usize,
    /// Who decided.
    pub(in crate::bundle) method: Method,
    /// The rule that decided.
    pub(in crate::bundle) rule: Rule,
    /// The line that decided.
    pub(in crate::bundle) line: u32,
    /// The words or facts that decided.
    pub(in crate::bundle) reason: String,
    /// The rule could not be certain.
    pub(in crate::bundle) is_uncertain: bool,
}

/// What a recap says about its edition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// One edition fits best.
    Matched(EditionMatch),
    /// Several editions fit equally well; these are their indexes.
    Ambiguous(Vec<usize>),
    /// The header names an edition that is not in the registry.
    Unlisted(String),
    /// Nothing in the text names a known conference.
    Silent,
}

/// The evidence for one edition.
#[derive(Clone, Debug, Default)]
struct Evidence {
    score: u32,
    /// The strongest fact: points, rule, line and words.
    best: Option<(u32, Rule, u32, String)>,
}

/// The evidence for each edition.
struct Scale<'a> {
    editions: &'a Editions,
    draft: &'a Draft,
    evidence: Vec<Evidence>,
}

/// Points for series, place and year together in the title. The weaker facts follow.
const IN_TITLE: u32 = 100;
const IN_TEXT: u32 = 20;
const YEAR_IN_TITLE: u32 = 10;
const YEAR_IN_TEXT: u32 = 2;
const PLACE_IN_TITLE: u32 = 10;
const CITY: u32 = 8;
const VENUE: u32 = 8;
const SOON_AFTER: u32 = 5;
/// The text names the year of an edition that took place recently.
const YEAR_SOON_AFTER: u32 = 20;
/// Fewer points make the match uncertain.
const SURE: u32 = 15;
/// A lead of this many points over the next edition makes the match certain.
const MARGIN: u32 = 5;
/// Most people write about an edition within this many days of its first day.
const SOON: i32 = 60;
/// Some people already write about a conference this many days before it begins.
const DAYS_BEFORE: i32 = 3;

/// Weighs everything that a recap says about its edition. `hints` come from event names, tags, folders and files.
pub(super) fn weigh(editions: &Editions, draft: &Draft, hints: &[Hint]) -> Verdict {
    let (stated, line) = &draft.conference;
    if !stated.is_empty() {
        let at = || named_edition(editions, &format!("{stated} {}", draft.event.place));
        return named_edition(editions, stated).or_else(at).map_or_else(
            || Verdict::Unlisted(stated.clone()),
            |edition| Verdict::Matched(EditionMatch::stated(edition, *line, stated)),
        );
    }
    let mut scale =
        Scale { editions, draft, evidence: vec![Evidence::default(); editions.all.len()] };
    let has_series = scale.weigh_names();
    let is_of_another = hints.iter().any(|hint| {
        let is_main = !matches!(hint.spot, Spot::Opening | Spot::Text | Spot::Link);
        is_main && editions.is_derived(hint.edition)
    });
    if has_series && !is_of_another {
        scale.weigh_places();
        scale.weigh_date();
    }
    scale.weigh_hints(hints);
    scale.drop_later();
    match scale.verdict() {
        Verdict::Matched(found) => {
            // A folder or file named after another series or year is a contradiction.
            let of_path = || hints.iter().filter(|hint| hint.rule == Rule::EditionInPath);
            let contradicts = |hint: &Hint| is_other(editions, hint.edition, found.edition);
            let is_of_file = |hint: &&Hint| matches!(hint.spot, Spot::File | Spot::Folder);
            // `kubecon-2023.md` may be any edition of that year, but none of another.
            let mut may_be = of_path().filter(is_of_file).peekable();
            let is_contradicted = of_path().any(|hint| hint.points > SURE && contradicts(hint))
                || may_be.peek().is_some() && may_be.all(contradicts);
            // Statements in the text outweigh the location of the file.
            let is_stated =
                hints.iter().any(|hint| hint.spot == Spot::Header && hint.edition == found.edition);
            let fits = !is_contradicted && fits_folder(draft, editions, found.edition);
            let is_doubtful = is_doubtful(editions, draft, hints, found.edition);
            let is_uncertain = found.is_uncertain || !is_stated && (!fits || is_doubtful);
            Verdict::Matched(EditionMatch { is_uncertain, ..found })
        }
        Verdict::Ambiguous(_) | Verdict::Unlisted(_) | Verdict::Silent => scale.verdict(),
    }
}

/// Whether two editions are of different series or years, and not only of different places.
fn is_other(editions: &Editions, one: usize, other: usize) -> bool {
    let key = |index: usize| {
        let edition = editions.all.get(index)?;
        Some((&edition.series, edition.start.map(PartialDate::year)))
    };
    key(one) != key(other)
}

/// Whether the year in a recap's folder names allows an edition: people also write in the year after it.
fn fits_folder(draft: &Draft, editions: &Editions, edition: usize) -> bool {
    let start = editions.all.get(edition).and_then(|edition| edition.start);
    let (Some(start), Some(year)) = (start, folder_year(&draft.path)) else { return true };
    year == start.year() || year == start.year() + 1
}

impl EditionMatch {
    /// The edition that a header states.
    pub(super) fn stated(edition: usize, line: u32, words: &str) -> Self {
        Self {
            edition,
            method: Method::Stated,
            rule: Rule::FrontMatter,
            line,
            reason: words.to_owned(),
            is_uncertain: false,
        }
    }
}

impl Scale<'_> {
    /// Adds points. The strongest single fact becomes the reason.
    fn add(&mut self, edition: usize, points: u32, rule: Rule, line: u32, reason: &str) {
        let Some(evidence) = self.evidence.get_mut(edition) else { return };
        evidence.score += points;
        if evidence.best.as_ref().is_none_or(|(best, ..)| points > *best) {
            evidence.best = Some((points, rule, line, reason.to_owned()));
        }
    }

    /// Weighs names of registry series in title and text. Returns whether there are any.
    fn weigh_names(&mut self) -> bool {
        let (editions, draft) = (self.editions, self.draft);
        let (title, line) = (draft.title.0.as_str(), draft.title.1);
        for (edition, _) in full_mentions(editions, title) {
            self.add(edition, IN_TITLE, Rule::EditionInTitle, line, title);
        }
        for (series, year) in year_mentions(editions, title) {
            for edition in editions.of_year(series, year) {
                self.add(edition, YEAR_IN_TITLE, Rule::EditionInTitle, line, title);
            }
        }
        for edition in place_mentions(editions, title) {
            self.add(edition, PLACE_IN_TITLE, Rule::EditionByPlace, line, title);
        }
        let mut has_series = !editions.series_names.find(title).is_empty();
        let mut just_been = BTreeSet::new();
        let whole = draft.passages.iter().filter(|passage| !draft.is_apart(passage.first));
        for passage in whole {
            let (words, line) = (plain_text(std::slice::from_ref(&passage.block)), passage.first);
            has_series |= !editions.series_names.find(&words).is_empty();
            for (edition, reason) in full_mentions(editions, &words) {
                self.add(edition, IN_TEXT, Rule::EditionInText, line, &reason);
            }
            for (series, year) in year_mentions(editions, &words) {
                for edition in editions.of_year(series, year) {
                    let reason = year.to_string();
                    self.add(edition, YEAR_IN_TEXT, Rule::EditionInText, line, &reason);
                    if self.days_after(edition).is_some() && just_been.insert(edition) {
                        self.add(edition, YEAR_SOON_AFTER, Rule::EditionByDate, line, &reason);
                    }
                }
            }
        }
        has_series
    }

    /// City and venue are evidence for an edition.
    fn weigh_places(&mut self) {
        let (editions, draft) = (self.editions, self.draft);
        for (index, edition) in editions.listed() {
            for (place, points) in [(&edition.city, CITY), (&edition.venue, VENUE)] {
                if place.is_empty() || place == "Online" {
                    continue;
                }
                let contains = |passage: &&Passage| {
                    contains_phrase(&plain_text(std::slice::from_ref(&passage.block)), place)
                };
                let mut whole =
                    draft.passages.iter().filter(|passage| !draft.is_apart(passage.first));
                let line = whole.find(contains).map(|passage| passage.first);
                let in_title = || contains_phrase(&draft.title.0, place).then_some(draft.title.1);
                if let Some(line) = line.or_else(in_title) {
                    self.add(index, points, Rule::EditionByPlace, line, place);
                }
            }
        }
    }

    /// People write within weeks, so an edition that began shortly before the publication is likely.
    fn weigh_date(&mut self) {
        let Some(published) = written(self.draft) else { return };
        for (index, _) in self.editions.listed() {
            if let Some(days) = self.days_after(index) {
                let reason = format!("published {published}, {days} days after it began");
                let line = self.draft.title.1.max(1);
                self.add(index, SOON_AFTER, Rule::EditionByDate, line, &reason);
            }
        }
    }

    /// The days from the first day of an edition to the publication, if they are few.
    fn days_after(&self, edition: usize) -> Option<i32> {
        let published = written(self.draft).filter(|date| date.day().is_some())?;
        let start = self.editions.all.get(edition)?.start.filter(|date| date.month().is_some())?;
        let days = published.first_day_number() - start.first_day_number();
        (0..=SOON).contains(&days).then_some(days)
    }

    fn weigh_hints(&mut self, hints: &[Hint]) {
        for hint in hints {
            // Registry names in texts have already been weighed; other names of their series have not.
            let is_weighed = matches!(hint.spot, Spot::Title | Spot::Opening | Spot::Text)
                && !self.editions.is_derived(hint.edition)
                && !self.editions.series_names.find(&hint.reason).is_empty();
            if !is_weighed {
                self.add(hint.edition, hint.points, hint.rule, hint.line, &hint.reason);
            }
        }
    }

    /// Drops editions that begin after the publication date: the author cannot have attended them.
    fn drop_later(&mut self) {
        let Some(published) = written(self.draft) else { return };
        let last_day = published.last_day_number() + DAYS_BEFORE;
        for (edition, evidence) in self.editions.all.iter().zip(&mut self.evidence) {
            if edition.start.is_some_and(|start| start.first_day_number() > last_day) {
                *evidence = Evidence::default();
            }
        }
    }

    fn verdict(&self) -> Verdict {
        let scores = || self.evidence.iter().map(|evidence| evidence.score).enumerate();
        let best = scores().map(|(_, score)| score).max().unwrap_or(0);
        if best == 0 {
            return Verdict::Silent;
        }
        let leaders: Vec<usize> =
            scores().filter(|(_, score)| *score == best).map(|(index, _)| index).collect();
        let [edition] = leaders.as_slice() else { return Verdict::Ambiguous(leaders) };
        let fact = self.evidence.get(*edition).and_then(|evidence| evidence.best.clone());
        let Some((_, rule, line, reason)) = fact else { return Verdict::Silent };
        let others = scores().filter(|(index, _)| index != edition);
        let next = others.map(|(_, score)| score).max().unwrap_or(0);
        // A recent edition that is only mentioned in passing was not necessarily attended.
        let has_just_been =
            !self.editions.is_derived(*edition) && self.days_after(*edition).is_some();
        let of_date = if has_just_been { YEAR_SOON_AFTER + SOON_AFTER } else { 0 };
        let is_of_text = rule == Rule::EditionInText && best < 2 * IN_TEXT + of_date
            || rule == Rule::EditionByDate && best < 3 * IN_TEXT;
        let is_in_passing = is_of_text && is_in_passing(self.editions, self.draft, (line, &reason));
        Verdict::Matched(EditionMatch {
            edition: *edition,
            method: Method::Matched,
            rule,
            line,
            reason,
            is_uncertain: best < SURE || best < next + MARGIN || is_in_passing,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    fn editions() -> Editions {
        let registry = r#"
            [[series]]
            id = "loomconf"
            name = "LoomConf"
            aliases = ["LoomConf and WarpCon"]
            [[conference]]
            id = "loomconf-eu-2018"
            series = "loomconf"
            name = "LoomConf Europe 2018"
            regions = ["Europe", "EU"]
            city = "Ghent"
            venue = "Cloth Hall"
            start = "2018-05-02"
            [[conference]]
            id = "loomconf-na-2018"
            series = "loomconf"
            name = "LoomConf North America 2018"
            regions = ["North America", "NA"]
            city = "Lowell"
            start = "2018-12-10"
            [[conference]]
            id = "loomconf-eu-2017"
            series = "loomconf"
            name = "LoomConf Europe 2017"
            regions = ["Europe", "EU"]
            city = "Lyon"
            start = "2017-03-29"
        "#;
        Editions::new(&toml::from_str(registry).unwrap())
    }

    /// The id and rule of the edition, with a question mark when uncertain.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let editions = editions();
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let shown = match weigh(&editions, &draft, &[]) {
            Verdict::Matched(found) => {
                let mark = if found.is_uncertain { "?" } else { "" };
                format!("{} {:?}{mark}", editions.all[found.edition].id, found.rule)
            }
            Verdict::Ambiguous(found) => format!("one of {}", found.len()),
            Verdict::Unlisted(name) => format!("unlisted {name}"),
            Verdict::Silent => "silent".to_owned(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_text_tells_the_edition() {
        check("# LoomConf Europe 2018 recap\n\nGood.", "loomconf-eu-2018 EditionInTitle");
        check("# LoomConf and WarpCon 2018 EU - short\n\nGood.", "loomconf-eu-2018 EditionInTitle");
        check("# LoomConf EU ’18\n\nGood.", "loomconf-eu-2018 EditionInTitle");
        check(
            "# LoomConf2\n\nThis is day 2 of LoomConf EU 2018. All is well.",
            "loomconf-eu-2018 EditionInText",
        );
        check(
            "# LoomConf 2018: Old Threads\n\nBack at LoomConf EU 2018.",
            "loomconf-eu-2018 EditionInText",
        );
        check("# LoomConf 2017\n\nGood.", "loomconf-eu-2017 EditionInTitle");
        check(
            "# A week\n\nI was at LoomConf. It was in Ghent, in the Cloth Hall.",
            "loomconf-eu-2018 EditionByPlace",
        );
        check(
            "---\nconference: loomconf-na-2018\n---\nLoomConf EU 2018",
            "loomconf-na-2018 FrontMatter",
        );
        check("---\nconference: LoomConf NA 2018\n---\nText", "loomconf-na-2018 FrontMatter");
    }

    #[test]
    fn an_unsure_match_is_uncertain() {
        check("# LoomConf 2018\n\nGood.", "one of 2");
        check(
            "---\ntitle: LoomConf\ndate: 2018-05-20\n---\nI am back from LoomConf.",
            "loomconf-eu-2018 EditionByDate?",
        );
        check("# A week\n\nI was at LoomConf in Ghent.", "loomconf-eu-2018 EditionByPlace?");
        check("# LoomConf EU\n\nGood.", "one of 2");
        check("# A week in Ghent\n\nRain.", "silent");
        check("---\nconference: WeftFest 2018\n---\nText", "unlisted WeftFest 2018");
    }

    #[test]
    fn the_title_weighs_more_than_a_look_back() {
        check(
            "# LoomConf EU 2018\n\nLast year was LoomConf EU 2017. LoomConf EU 2017 was small, LoomConf EU 2017 was nice.",
            "loomconf-eu-2018 EditionInTitle",
        );
    }
}
