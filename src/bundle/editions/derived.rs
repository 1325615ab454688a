//! Derives editions that no registry lists, and collects the evidence of each file for them.

use super::deriver::Deriver;
use super::folder_paths::folder_of;
use super::hints::{Hint, Hints};
use super::known::Editions;
use super::learned_series::learn_series;
use super::name_lists::PLACES;
use super::row_editions::{LinkedFiles, part_editions};
use super::said::{Said, Spot, headings_of, said, without_year};
use super::series_finder::SeriesFinder;
use super::years::{YearSource, completed_year, dated_year};
use crate::bundle::registry::{ConferenceEntry, SeriesEntry};
use crate::ingest::{Draft, spelled_signs};
use crate::model::{PartialDate, Rule};
use crate::text::any_script::slug;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Adds an edition whose name gives no series and year. Returns its index.
pub(super) fn unparsed(editions: &mut Editions, name: &str) -> usize {
    let (series, year) = without_year(name);
    let series = if series.is_empty() { name.to_owned() } else { series };
    let (id, series_id) = (slug(&spelled_signs(name)), slug(&spelled_signs(&series)));
    if let Some(known) = editions.all.iter().position(|edition| edition.id == id) {
        return known;
    }
    if !editions.series.iter().any(|known| known.id == series_id) {
        let aliases = Vec::new();
        editions.series.push(SeriesEntry {
            id: series_id.clone(),
            name: series,
            aliases,
            ..SeriesEntry::default()
        });
    }
    editions.all.push(ConferenceEntry {
        id,
        series: series_id,
        name: name.to_owned(),
        short_name: name.to_owned(),
        start: year.and_then(|year| PartialDate::from_year(year).ok()),
        ..ConferenceEntry::default()
    });
    editions.all.len() - 1
}

/// Derives the editions that the drafts name, and adds them to `editions`.
pub(super) fn derive_editions(
    drafts: &[&Draft],
    readmes: &[Draft],
    editions: &mut Editions,
) -> Hints {
    let mut finder = SeriesFinder::new(editions);
    let named: Vec<&Draft> = drafts.iter().copied().chain(readmes).collect();
    let unsure = learn_series(&named, &mut finder);
    let all: Vec<Vec<Said>> = crate::bundle::parallel::map(drafts, |draft| said(draft, &finder));
    let mut deriver = Deriver::new(&all, &finder, editions);
    let mut hints = Hints::default();
    let of_folders: BTreeMap<&str, Hint> = readmes
        .iter()
        .filter_map(|readme| Some((folder_of(&readme.path), deriver.of_readme(readme, &unsure)?)))
        .collect();
    let of_files = LinkedFiles::new(readmes, &finder, &mut deriver);
    for (draft, said) in drafts.iter().zip(&all) {
        hints.add_spans(draft, part_editions(draft, said, &mut deriver));
        let mut found = Vec::new();
        let mut named = Vec::new();
        let mut of_title: BTreeMap<usize, (usize, u16)> = BTreeMap::new();
        let (dated, sections) = (dated_year(draft), headings_of(draft));
        let places = places_of(said);
        let titles: Vec<&Said> = said.iter().filter(|other| other.spot == Spot::Title).collect();
        for one in said.iter().filter(|one| one.spot != Spot::Part) {
            let Some((year, source)) = completed_year(one, said, draft, dated) else { continue };
            // The author cannot have attended an edition that began later.
            let is_later = draft.published.is_some_and(|published| published.year() < year);
            if is_later && one.spot != Spot::Stated {
                continue;
            }
            let Some(edition) = deriver.edition(&with_place(one, year, &places), year) else {
                // Other evidence must show which of them is meant.
                let (line, reason, spot) = (one.line, one.words.clone(), one.spot);
                let rule = weight(spot, source).1;
                let several = deriver.several(one, year).into_iter();
                found.extend(several.map(|edition| Hint {
                    edition,
                    points: UNCLEAR,
                    rule,
                    line,
                    reason: reason.clone(),
                    spot,
                }));
                continue;
            };
            if one.spot == Spot::Title {
                of_title.insert(one.series, (edition, year));
            }
            let (points, rule) = weight(one.spot, source);
            let is_unsure = unsure.contains(&one.series) || is_named_on(one, &finder);
            let points = if is_unsure { points.min(12) } else { points };
            // The title names the edition that was attended; other editions are only mentioned.
            let is_elsewhere = titles.iter().any(|title| title.is_elsewhere(one));
            let is_passing = is_elsewhere || is_path_only(one, said, year);
            let points = if is_passing { points.min(IN_PASSING) } else { points };
            let reason = one.words.clone();
            found.push(Hint { edition, points, rule, line: one.line, reason, spot: one.spot });
            let begins_section = || {
                let is_heading = |(text, line): &(String, u32)| {
                    *line == one.line && begins_with(text, &one.words)
                };
                one.spot == Spot::Opening && sections.iter().any(is_heading)
            };
            if source == YearSource::Beside || source == YearSource::Near && begins_section() {
                named.push((Said { year: Some(year), ..one.clone() }, edition));
            }
        }
        if of_title.len() > 1 {
            named.extend(said.iter().filter_map(|one| in_title(one, &of_title)));
        }
        let folders = std::iter::successors(Some(folder_of(&draft.path)), |folder| {
            (!folder.is_empty()).then(|| folder_of(folder))
        });
        found.extend(folders.into_iter().find_map(|folder| of_folders.get(folder)).cloned());
        found.extend(of_files.of(&draft.path).cloned());
        hints.add(draft, found, named);
    }
    super::event_dates::add_dates(drafts, &hints, editions);
    hints
}

/// Whether a path names a series without a year, while the start of the text names another one beside that year.
fn is_path_only(one: &Said, all: &[Said], year: u16) -> bool {
    let is_path = one.year.is_none() && matches!(one.spot, Spot::File | Spot::Folder);
    is_path
        && all.iter().any(|other| {
            let is_main = matches!(other.spot, Spot::Title | Spot::Header | Spot::Opening);
            is_main && other.series != one.series && other.year == Some(year)
        })
}

/// A mention of one of several events that the title names, with the year that the title gives.
fn in_title(one: &Said, of_title: &BTreeMap<usize, (usize, u16)>) -> Option<(Said, usize)> {
    let (edition, year) = *of_title.get(&one.series)?;
    let is_in_text = matches!(one.spot, Spot::Title | Spot::Opening | Spot::Text);
    let is_of_year = one.year.is_none_or(|own| own == year);
    (is_in_text && is_of_year).then(|| (Said { year: Some(year), ..one.clone() }, edition))
}

/// The mentions of each series that name a place.
fn places_of(said: &[Said]) -> BTreeMap<usize, Vec<&Said>> {
    let mut places: BTreeMap<usize, Vec<&Said>> = BTreeMap::new();
    for one in said.iter().filter(|one| one.has_place() && one.spot != Spot::Link) {
        places.entry(one.series).or_default().push(one);
    }
    places
}

/// A mention with the place of its series: if it names no place, but the file names only one for that year, that place
/// is used.
fn with_place<'a>(one: &'a Said, year: u16, places: &BTreeMap<usize, Vec<&Said>>) -> Cow<'a, Said> {
    let placed = places.get(&one.series).filter(|_| !one.has_place());
    // "See you at LoomConf 2020 in Porto" does not say where that of 2019 was.
    let is_of_year = |other: &&&Said| other.year.is_none_or(|other| other == year);
    let mut placed = placed.into_iter().flatten().filter(is_of_year);
    let Some(first) = placed.next() else { return Cow::Borrowed(one) };
    let is_clear = placed.all(|other| other.place == first.place && other.city == first.city);
    if !is_clear {
        return Cow::Borrowed(one);
    }
    let (place, city) = (first.place.clone(), first.city.clone());
    Cow::Owned(Said { place, city, ..one.clone() })
}

/// Whether a heading begins with the name of an event, or with a count such as "Day 2:" and then the name.
fn begins_with(heading: &str, words: &str) -> bool {
    let before = heading.find(words).and_then(|at| heading.get(..at)).unwrap_or(heading);
    let before = before.trim();
    before.is_empty() || before.ends_with([':', '.', ')', '–', '-']) && before.len() <= 12
}

/// Whether the name continues with words that are not a place, as in `Warp Fest Libre 2016`: it may be another event.
fn is_named_on(one: &Said, finder: &SeriesFinder) -> bool {
    let is_text = matches!(one.spot, Spot::Title | Spot::Header | Spot::Opening);
    let is_at_places = finder.all.get(one.series).is_some_and(|series| series.is_at_places);
    is_text && !is_at_places && !one.place.is_empty() && PLACES.named(&one.place).is_none()
}

/// Most points for an edition in a city other than that of the title.
const IN_PASSING: u32 = 5;

/// Points for each of several editions that a mention may refer to.
const UNCLEAR: u32 = 6;

/// The points and the rule for a mention.
fn weight(spot: Spot, source: YearSource) -> (u32, Rule) {
    let full = match spot {
        Spot::Stated => (200, Rule::FrontMatter),
        Spot::Title => (100, Rule::EditionInTitle),
        Spot::Header => (90, Rule::FrontMatter),
        Spot::Opening => (20, Rule::EditionInText),
        Spot::Text => (5, Rule::EditionInText),
        Spot::Part => (0, Rule::EditionInText),
        Spot::Tag => (16, Rule::FrontMatter),
        Spot::File => (40, Rule::EditionInPath),
        Spot::Folder => (35, Rule::EditionInPath),
        Spot::Link => (10, Rule::EditionInText),
    };
    match source {
        YearSource::Beside => full,
        YearSource::Near => (full.0.min(60) * 2 / 3, full.1),
        // The publication date gives the year only if nothing else does.
        YearSource::Published => ((full.0 / 8).clamp(1, 12), Rule::EditionByDate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry::Conferences;
    use crate::ingest::ingest;

    const REGISTRY: &str = r#"
        [[series]]
        id = "loomconf"
        name = "LoomConf"
        [[conference]]
        id = "loomconf-us-2018"
        series = "loomconf"
        name = "LoomConf US 2018"
        start = "2018-10-14"
        city = "San Diego"
        country = "United States"
    "#;

    /// The editions that files name, and the derived facts about each: days and city.
    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let draft = |(path, text): &(&str, &str)| ingest(path, text.as_bytes()).draft.unwrap();
        let drafts: Vec<Draft> = files.iter().map(draft).collect();
        let conferences: Conferences = toml::from_str(REGISTRY).unwrap();
        let mut editions = Editions::new(&conferences);
        let hints = derive_editions(&drafts.iter().collect::<Vec<_>>(), &[], &mut editions);
        let shown = |draft: &Draft| {
            let best = hints.of(draft).iter().max_by_key(|hint| hint.points);
            best.map_or_else(
                || "-".to_owned(),
                |hint| {
                    let edition = &editions.all[hint.edition];
                    let date =
                        |date: Option<PartialDate>| date.map_or(String::new(), |it| it.to_string());
                    let parts = [
                        edition.id.clone(),
                        date(edition.start),
                        date(edition.end),
                        edition.city.clone(),
                    ];
                    let parts = parts.iter().filter(|part| !part.is_empty()).map(String::as_str);
                    parts.collect::<Vec<_>>().join(" ")
                },
            )
        };
        let found: Vec<String> = drafts.iter().map(shown).collect();
        assert_eq!(found, expected, "{files:?}");
    }

    #[test]
    fn a_folder_may_name_an_edition_of_the_registry() {
        let known = "loomconf-us-2018 2018-10-14 San Diego";
        check(&[("2018/loomconf-us/a.md", "# Weaving\n\nBig looms.")], &[known]);
        check(&[("2018/loomconf-us-2018/a.md", "# Weaving\n\nBig looms.")], &[known]);
        check(&[("loomconf-2018/a.md", "# Weaving\n\nBig looms.")], &[known]);
        check(&[("loomconf-eu-2018/a.md", "# Weaving\n\nBig looms.")], &["loomconf-eu-2018 2018"]);
    }

    #[test]
    fn an_edition_is_derived_with_its_days_and_city() {
        check(
            &[("a.md", "# WeftFest 2024\n\nGhent, 10–11 October 2024, and rain.")],
            &["weftfest-2024 2024-10-10 2024-10-11 Ghent"],
        );
        for days in
            ["Ghent on 10–11 October 2024", "10–11 October 2024 in Ghent", "10–11 October, Ghent"]
        {
            let text = format!("# WeftFest 2024\n\nIt was {days}. Rain.");
            check(&[("a.md", &text)], &["weftfest-2024 2024-10-10 2024-10-11 Ghent"]);
        }
        check(
            &[("a.md", "# WeftFest 2024\n\nI was there.\n\nNext: 1-2 May 2025.")],
            &["weftfest-2024 2024"],
        );
        check(&[("a.md", "# FOSDEM 2020\n\nIn Brussels.")], &["fosdem-2020 2020"]);
        check(&[("a.md", "# WarpWeft 2017, Ghent\n\nGood.")], &["warpweft-2017 2017 Ghent"]);
        check(
            &[("a.md", "# WeftFest 2024 in Ghent\n\nVom 4. bis 6. Mai.")],
            &["weftfest-2024 2024-05-04 2024-05-06 Ghent"],
        );
    }

    #[test]
    fn the_year_stands_with_the_days_of_a_counted_edition() {
        let days = "weftmeet-2019 2019-06-03 2019-06-05";
        check(&[("a.md", "# WeftMeet XII\n\nGhent, 3-5 June 2019.")], &[&format!("{days} Ghent")]);
        check(
            &[("a.md", "# Report from the 12th WeftMeet\n\nThe 12th WeftMeet was on 4 May 2016.")],
            &["weftmeet-2016 2016"],
        );
        check(&[("a.md", "# WeftMeet XII\n\nIt was good.")], &["-"]);
        check(
            &[("a.md", "# DEF CON 27\n\nLas Vegas, August 8-11, 2019.")],
            &["def-con-2019 2019-08-08 2019-08-11 Las Vegas"],
        );
        let unstated = "---\ntitle: WarpLoomConf\n---\nGhent, 3-5 June 2019.";
        check(
            &[("a.md", unstated)],
            &[&format!("{} Ghent", days.replace("weftmeet", "warploomconf"))],
        );
    }

    #[test]
    fn a_name_without_a_place_has_that_of_its_file() {
        let text =
            "---\ntitle: Back from Devoxx Belgium\ndate: 2023-10-12\ntags: [devoxx]\n---\nFine.";
        check(&[("a.md", text)], &["devoxx-belgium-2023 2023"]);
    }

    #[test]
    fn a_name_that_years_follow_is_a_series() {
        check(
            &[
                ("Weavers/2018/a.md", "# Dye\n\nBlue."),
                ("Weavers/2019/b.md", "# Wool\n\nWarm."),
                ("blog/2018/c.md", "# Silk\n\nSoft."),
            ],
            &["weavers-2018 2018", "weavers-2019 2019", "-"],
        );
        check(&[("Weavers/2018/a.md", "# Dye\n\nBlue.")], &["-"]);
    }

    #[test]
    fn a_title_that_repeats_its_folder_names_a_series() {
        let looms = "grey-looms-2023 2023";
        check(&[("grey_looms_2023_day_1.md", "# Grey Looms Day 1\n\nWarm.")], &[looms]);
        check(&[("grey_looms_2023/day_1.md", "# Grey Looms, day 1\n\nWarm.")], &[looms]);
        check(&[("grey_looms_2023/a.md", "# Grey Looms\n\nWarm.")], &[looms]);
        check(&[("weavers/2023/a.md", "# Weavers\n\nWarm.")], &["weavers-2023 2023"]);
        check(&[("posts/2023/weavers.md", "# Weavers\n\nWarm.")], &["-"]);
        check(&[("wvs2023.md", "The weavers, in Ghent.")], &["-"]);
        check(&[("2023/weavers/index.md", "# Weavers\n\nWarm.")], &["-"]);
    }

    #[test]
    fn a_folder_may_shorten_the_words_of_a_title() {
        let text = "# ABCD Grey Measured Looms 2023 - Session 2\n\nWarm.";
        let path = "abcd_grey_meas_looms_2023/abcd_grey_meas_looms_2023_session_2.md";
        check(&[(path, text)], &["abcd-grey-measured-looms-2023 2023"]);
        let text = "# Weft.Loom 2018 - Day 1\n\n## Weftloom Conference notes\n\nWarm.";
        check(&[("2018-04-17-weft.md", text)], &["weft-loom-2018 2018"]);
    }

    #[test]
    fn a_header_names_an_edition_in_its_own_words() {
        let text = "---\nconference: Bobbin Week 2022\n---\nIt was good.";
        check(&[("a.md", text)], &["bobbin-week-2022 2022"]);
        let tagged = "---\ntitle: A week\ntags: [rubykaigi2024, food]\n---\nIt was good.";
        check(&[("a.md", tagged)], &["rubykaigi-2024 2024"]);
    }

    #[test]
    fn what_is_later_than_the_recap_is_not_meant() {
        let text = "---\ntitle: Looms\ndate: 2018-06-01\n---\nSee you at WeftFest 2019!";
        check(&[("a.md", text)], &["-"]);
    }
}
