//! Decides which edition of which series a recap tells of, and says why.

use super::mentions::holds_words;
use super::registry_entries::{ConferenceEntry, Conferences};
use super::vocabulary::Vocabulary;
use crate::ingest::{Draft, letters};
use crate::model::{Method, Rule, plain_text};

/// Why a recap belongs to an edition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Placement {
    /// The edition: a place in [`Editions::all`].
    pub edition: usize,
    /// By which right.
    pub method: Method,
    /// By which rule.
    pub rule: Rule,
    /// The line that decided.
    pub line: u32,
    /// The words or facts that decided.
    pub reason: String,
    /// The rule could not be sure.
    pub is_uncertain: bool,
}

/// What the texts of a recap tell of its edition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Verdict {
    /// One edition fits best.
    Placed(Placement),
    /// Several fit equally; their names.
    Torn(Vec<String>),
    /// The header names an edition that is not in the registry.
    Unknown(String),
    /// Nothing in the text names a conference.
    Silent,
}

/// The known editions, ready to be looked for.
#[derive(Debug)]
pub(super) struct Editions {
    /// The editions, in the order of the registry.
    pub all: Vec<ConferenceEntry>,
    pub(super) series: Vec<String>,
    /// Names of series; numbers are places in `series`.
    pub(super) series_names: Vocabulary,
    /// Regions and cities; numbers are places in `all`.
    pub(super) places: Vocabulary,
    pub(super) place_ids: Vec<usize>,
}

/// What speaks for one edition.
#[derive(Clone, Debug, Default)]
struct Evidence {
    score: u32,
    best: Option<(u32, Rule, u32, String)>,
}

impl Evidence {
    /// Adds points; the strongest single fact becomes the reason.
    fn add(&mut self, points: u32, rule: Rule, line: u32, reason: &str) {
        self.score += points;
        if self.best.as_ref().is_none_or(|(best, ..)| points > *best) {
            self.best = Some((points, rule, line, reason.to_owned()));
        }
    }
}

/// Points of a series with place and year in the title, in the text, and so on down to the weakest.
const IN_TITLE: u32 = 100;
const IN_TEXT: u32 = 20;
const YEAR_IN_TITLE: u32 = 10;
const PLACE_IN_TITLE: u32 = 10;
const CITY: u32 = 8;
const VENUE: u32 = 8;
const SOON_AFTER: u32 = 5;
/// Fewer points are a guess.
const SURE: u32 = 15;

impl Editions {
    /// Prepares the editions of a registry.
    pub(super) fn new(conferences: &Conferences) -> Self {
        let mut editions = Self {
            all: conferences.conference.clone(),
            series: conferences.series.iter().map(|series| series.id.clone()).collect(),
            series_names: Vocabulary::default(),
            places: Vocabulary::default(),
            place_ids: Vec::new(),
        };
        for (index, series) in conferences.series.iter().enumerate() {
            for name in std::iter::once(&series.name).chain(&series.aliases) {
                editions.series_names.add(index, name, false);
            }
        }
        let mut places: Vec<&str> = Vec::new();
        for (index, edition) in editions.all.iter().enumerate() {
            for place in
                edition.regions.iter().chain([&edition.city]).filter(|place| !place.is_empty())
            {
                places.push(place);
                editions.place_ids.push(index);
            }
        }
        let places: Vec<String> = places.into_iter().map(str::to_owned).collect();
        for (number, place) in places.iter().enumerate() {
            // Places of equal name share the number of the first; `names_place` compares names.
            if places.iter().position(|known| known.eq_ignore_ascii_case(place)) == Some(number) {
                editions.places.add(number, place, false);
            }
        }
        editions
    }

    /// The edition a header names by id, name or alias.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let wanted = letters(name);
        let is_named = |edition: &ConferenceEntry| {
            [&edition.id, &edition.name]
                .into_iter()
                .chain(&edition.aliases)
                .any(|known| letters(known) == wanted)
        };
        self.all.iter().position(is_named).or_else(|| {
            let full = self.full_mentions(name);
            full.first().copied().filter(|first| full.iter().all(|other| other == first))
        })
    }

    /// Weighs everything the recap says.
    pub(super) fn place(&self, draft: &Draft) -> Verdict {
        let (stated, line) = &draft.conference;
        if !stated.is_empty() {
            return self.by_name(stated).map_or_else(
                || Verdict::Unknown(stated.clone()),
                |edition| {
                    Verdict::Placed(Placement {
                        edition,
                        method: Method::Stated,
                        rule: Rule::FrontMatter,
                        line: *line,
                        reason: stated.clone(),
                        is_uncertain: false,
                    })
                },
            );
        }
        let evidence = self.evidence(draft);
        let best = evidence.iter().map(|evidence| evidence.score).max().unwrap_or(0);
        if best == 0 {
            return Verdict::Silent;
        }
        let leaders: Vec<usize> = (0..evidence.len())
            .filter(|index| evidence.get(*index).is_some_and(|evidence| evidence.score == best))
            .collect();
        let [edition] = leaders.as_slice() else {
            return Verdict::Torn(
                leaders
                    .iter()
                    .filter_map(|index| self.all.get(*index))
                    .map(|edition| edition.name.clone())
                    .collect(),
            );
        };
        let Some((_, rule, line, reason)) =
            evidence.get(*edition).and_then(|evidence| evidence.best.clone())
        else {
            return Verdict::Silent;
        };
        let runner_up = evidence
            .iter()
            .enumerate()
            .filter(|(index, _)| index != edition)
            .map(|(_, evidence)| evidence.score)
            .max()
            .unwrap_or(0);
        let is_uncertain = best < SURE || best < runner_up + 5;
        Verdict::Placed(Placement {
            edition: *edition,
            method: Method::Matched,
            rule,
            line,
            reason,
            is_uncertain,
        })
    }

    fn evidence(&self, draft: &Draft) -> Vec<Evidence> {
        let mut evidence = vec![Evidence::default(); self.all.len()];
        let (title, title_line) = &draft.title;
        for edition in self.full_mentions(title) {
            add(&mut evidence, edition, IN_TITLE, Rule::EditionInTitle, *title_line, title);
        }
        for (series, year) in self.year_mentions(title) {
            for edition in self.of_year(series, year) {
                add(
                    &mut evidence,
                    edition,
                    YEAR_IN_TITLE,
                    Rule::EditionInTitle,
                    *title_line,
                    title,
                );
            }
        }
        for edition in self.place_mentions(title) {
            add(&mut evidence, edition, PLACE_IN_TITLE, Rule::EditionByPlace, *title_line, title);
        }
        let mut has_series = !self.series_names.find(title).is_empty();
        let mut text = String::new();
        for passage in &draft.passages {
            let words = plain_text(std::slice::from_ref(&passage.block));
            has_series |= !self.series_names.find(&words).is_empty();
            for (edition, reason) in self.full_mentions_with_words(&words) {
                add(&mut evidence, edition, IN_TEXT, Rule::EditionInText, passage.first, &reason);
            }
            for (series, year) in self.year_mentions(&words) {
                for edition in self.of_year(series, year) {
                    add(
                        &mut evidence,
                        edition,
                        2,
                        Rule::EditionInText,
                        passage.first,
                        &year.to_string(),
                    );
                }
            }
            text.push_str(&words);
        }
        if has_series {
            self.weigh_places(draft, &mut evidence);
            self.weigh_date(draft, &mut evidence);
        }
        evidence
    }

    /// City and venue speak for an edition, but only one that something else does not rule out.
    fn weigh_places(&self, draft: &Draft, evidence: &mut [Evidence]) {
        for (index, edition) in self.all.iter().enumerate() {
            for (place, points) in [(&edition.city, CITY), (&edition.venue, VENUE)] {
                if place.is_empty() || place == "Online" {
                    continue;
                }
                let line = draft
                    .passages
                    .iter()
                    .find(|passage| {
                        holds_words(&plain_text(std::slice::from_ref(&passage.block)), place)
                    })
                    .map(|passage| passage.first);
                let line =
                    line.or_else(|| holds_words(&draft.title.0, place).then_some(draft.title.1));
                if let Some(line) = line {
                    add(evidence, index, points, Rule::EditionByPlace, line, place);
                }
            }
        }
    }

    /// People write within weeks: an edition that had just begun when the recap was published.
    fn weigh_date(&self, draft: &Draft, evidence: &mut [Evidence]) {
        let Some(published) = draft.published.filter(|date| date.day().is_some()) else { return };
        for (index, edition) in self.all.iter().enumerate() {
            let Some(start) = edition.start else { continue };
            let days = published.first_day_number() - start.first_day_number();
            if (0..=60).contains(&days) {
                let reason = format!("published {published}, {days} days after it began");
                add(
                    evidence,
                    index,
                    SOON_AFTER,
                    Rule::EditionByDate,
                    draft.title.1.max(1),
                    &reason,
                );
            }
        }
    }
}

fn add(
    evidence: &mut [Evidence],
    edition: usize,
    points: u32,
    rule: Rule,
    line: u32,
    reason: &str,
) {
    if let Some(evidence) = evidence.get_mut(edition) {
        evidence.add(points, rule, line, reason);
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
        let shown = match editions.place(&draft) {
            Verdict::Placed(found) => {
                let mark = if found.is_uncertain { "?" } else { "" };
                format!("{} {:?}{mark}", editions.all[found.edition].id, found.rule)
            }
            Verdict::Torn(names) => format!("torn between {}", names.len()),
            Verdict::Unknown(name) => format!("unknown {name}"),
            Verdict::Silent => "silent".to_owned(),
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn an_edition_is_found_by_what_is_said_of_it() {
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
    fn what_is_not_sure_is_said_to_be_so() {
        check("# LoomConf 2018\n\nGood.", "torn between 2");
        check(
            "---\ntitle: LoomConf\ndate: 2018-05-20\n---\nI am back from LoomConf.",
            "loomconf-eu-2018 EditionByDate?",
        );
        check("# A week\n\nI was at LoomConf in Ghent.", "loomconf-eu-2018 EditionByPlace?");
        check("# LoomConf EU\n\nGood.", "torn between 2");
        check("# A week in Ghent\n\nRain.", "silent");
        check("---\nconference: WeftFest 2018\n---\nText", "unknown WeftFest 2018");
    }

    #[test]
    fn the_title_weighs_more_than_a_look_back() {
        check(
            "# LoomConf EU 2018\n\nLast year was LoomConf EU 2017. LoomConf EU 2017 was small, LoomConf EU 2017 was nice.",
            "loomconf-eu-2018 EditionInTitle",
        );
    }
}
