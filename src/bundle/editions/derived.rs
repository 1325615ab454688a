//! Derives editions that no registry lists, and collects the evidence of each file for them.

use super::deriver::Deriver;
use super::folder_paths::folder_of;
use super::hints::{Hint, Hints};
use super::known::Editions;
use super::learned_series::learn_series;
use super::look::TimeView;
use super::mention_kinds::{
    IN_PASSING, UNCLEAR, begins_section, in_title, is_aside, is_named_on, is_path_only, places_of,
    weight, with_city, with_place,
};
use super::row_editions::{LinkedFiles, part_editions};
use super::said::{Said, Spot, headings_of, said};
use super::series_finder::SeriesFinder;
use super::years::{YearSource, completed_year, dated_year, written};
use crate::ingest::Draft;
use std::collections::BTreeMap;

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
            let is_later = written(draft).is_some_and(|published| published.year() < year);
            if is_later && one.spot != Spot::Stated {
                continue;
            }
            let placed = with_city(with_place(one, year, &places), said, &finder);
            let Some(edition) = deriver.edition(&placed, year) else {
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
            let is_passing =
                is_elsewhere || is_path_only(one, said, year) || is_aside(one, said, draft);
            let points = if is_passing { points.min(IN_PASSING) } else { points };
            let reason = one.words.clone();
            found.push(Hint { edition, points, rule, line: one.line, reason, spot: one.spot });
            let begins_section = || one.spot == Spot::Opening && begins_section(one, &sections);
            let is_at = matches!(one.look, TimeView::At | TimeView::LastYear);
            let is_sure = source == YearSource::Beside;
            if is_at && (is_sure || source == YearSource::Near && begins_section()) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry::Conferences;
    use crate::ingest::ingest;
    use crate::model::PartialDate;

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
    fn names_that_look_alike_stay_apart_and_one_series_stays_one() {
        for (title, expected) in [
            ("Chaos Communication Camp 2019", "chaos-communication-camp-2019 2019"),
            ("36C3", "chaos-communication-congress-2019 2019"),
            ("Öredev 2016", "oredev-2016 2016"),
            ("Min Nordic Conf 2018", "nordic-conf-2018 2018"),
            ("Mi Commit Conf 2019", "commitconf-2019 2019"),
            ("!!Con 2019", "bangbangcon-2019 2019"),
            ("SciPy 2019, Austin", "scipy-2019 2019 Austin"),
            ("SciPy 2020", "scipy-2020 2020"),
            ("Craft Conf 2019 Budapest", "craft-conference-2019 2019 Budapest"),
            ("CSSconf Budapest 2017", "cssconf-budapest-2017 2017 Budapest"),
            ("Ruby on Ice 2019", "ruby-on-ice-2019 2019"),
            ("heise devSec 2018 in Heidelberg", "heise-devsec-2018 2018 Heidelberg"),
        ] {
            check(&[("a.md", &format!("# {title}\n\nWarm."))], &[expected]);
        }
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
    fn days_below_a_title_show_that_it_names_an_event() {
        let talks =
            "## Looms at sea (Ada Weaver)\n\nGood.\n\n## Wool and silk (Lena Graf)\n\nWarm.";
        check(
            &[("a.md", &format!("# Grey Weavers\n\n5–7 July 2019, Ghent\n\n{talks}"))],
            &["grey-weavers-2019 2019-07-05 2019-07-07 Ghent"],
        );
        check(&[("a.md", "# Grey Weavers\n\n5–7 July 2019, Ghent\n\nRain.")], &["-"]);
        check(
            &[("a.md", "---\ntitle: Weft Code Camp\nyear: \"2014\"\n---\nWarm.")],
            &["weft-code-camp-2014 2014"],
        );
    }

    #[test]
    fn single_days_give_the_month() {
        let talks =
            "## Looms at sea (Ada Weaver)\n\nGood.\n\n## Wool and silk (Lena Graf)\n\nWarm.";
        check(
            &[("a.md", &format!("# WeftFest 2024\n\nSunday 4 February 2024\n\n{talks}"))],
            &["weftfest-2024 2024-02"],
        );
        check(
            &[("a.md", &format!("# WeftFest 2024\n\nRead on 4 February 2024\n\n{talks}"))],
            &["weftfest-2024 2024"],
        );
        check(
            &[("a.md", &format!("# WeftFest 2024\n\n4. bis 6. Mai 2024, Ghent\n\n{talks}"))],
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
        let text = "# Codemotion 2013\n\nCodemotion si è tenuta a Roma, dopo quella di Venezia.";
        check(&[("a.md", text)], &["codemotion-rome-2013 2013 Rome"]);
        let text = "# Codemotion 2013\n\nCodemotion era a Roma, e prima a Milano.";
        check(&[("a.md", text)], &["codemotion-2013 2013"]);
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
    fn what_a_text_compares_with_is_not_meant() {
        let text = "---\ntitle: Notes from Scala World\ndate: 2019-09-20\n---\nBetter than Scala World 2017.";
        check(&[("a.md", text)], &["scala-world-2019 2019"]);
        let text = "---\ntitle: RubyKaigi notes\ndate: 2019-05-28\n---\nAfter RubyKaigi 2018 I promised these.";
        check(&[("a.md", text)], &["rubykaigi-2019 2019"]);
        let text = "# See you at RubyKaigi 2020!\n\nRubyKaigi 2019 is over.";
        check(&[("a.md", text)], &["rubykaigi-2019 2019"]);
        let text = "---\ntitle: Looms, one year later\ndate: 2019-03-01\n---\nLast year I was at RubyKaigi.";
        check(&[("a.md", text)], &["rubykaigi-2018 2018"]);
    }

    #[test]
    fn a_word_before_the_year_tells_editions_apart() {
        let files =
            [("a.md", "# LoomConf Singen 2019\n\nA."), ("b.md", "# LoomConf Como 2019\n\nB.")];
        check(&files, &["loomconf-singen-2019 2019", "loomconf-como-2019 2019"]);
        let files =
            [("a.md", "# WeftConf Spring 2019\n\nA."), ("b.md", "# WeftConf Fall 2019\n\nB.")];
        check(&files, &["weftconf-spring-2019 2019", "weftconf-fall-2019 2019"]);
        check(&[("a.md", "# WeftConf Notes 2019\n\nA.")], &["weftconf-2019 2019"]);
    }

    #[test]
    fn a_state_or_country_behind_a_city_decides_on_the_country() {
        for (place, expected) in [
            ("Paris, Texas", ("Paris", "United States")),
            ("Cambridge, MA", ("Cambridge", "United States")),
            ("Cambridge, UK", ("Cambridge", "United Kingdom")),
            ("Cambridge", ("Cambridge", "")),
            ("León, Mexico", ("León", "Mexico")),
            ("León", ("León", "")),
            ("Lyon", ("Lyon", "France")),
        ] {
            let text = format!("# WeftConf 2019, {place}\n\nDry.");
            let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
            let mut editions = Editions::new(&Conferences::default());
            derive_editions(&[&draft], &[], &mut editions);
            let found: Vec<(&str, &str)> =
                editions.all.iter().map(|it| (it.city.as_str(), it.country.as_str())).collect();
            assert_eq!(found, [expected], "{place}");
        }
    }

    #[test]
    fn names_are_spelled_as_the_author_spells_them() {
        let name = |text: &str| {
            let draft = ingest("a.md", format!("{text}\n\nGood.").as_bytes()).draft.unwrap();
            let mut editions = Editions::new(&Conferences::default());
            derive_editions(&[&draft], &[], &mut editions);
            editions.all.first().map(|edition| edition.name.clone())
        };
        assert_eq!(name("# Strangeloop 2019").as_deref(), Some("Strange Loop 2019"));
        assert_eq!(name("# StrangeLoop 2019").as_deref(), Some("StrangeLoop 2019"));
        assert_eq!(name("# Devoxx UK 2019").as_deref(), Some("Devoxx UK 2019"));
        assert_eq!(name("# Rust Nation UK 2024 (London)").as_deref(), Some("Rust Nation UK 2024"));
        assert_eq!(name("# RUBYKAIGI 2019").as_deref(), Some("RubyKaigi 2019"));
    }

    #[test]
    fn daily_notes_name_no_event() {
        check(
            &[("keller/2024-03-21.md", "I cried."), ("keller/2024-03-22.md", "Better.")],
            &["-", "-"],
        );
        check(&[("Vault/2023/a.md", "# A\n\nB."), ("Vault/2024/b.md", "# B\n\nC.")], &["-", "-"]);
        check(&[("a.md", "# Conference budget 2023\n\nToo much.")], &["-"]);
    }

    #[test]
    fn a_heading_above_gives_the_year() {
        check(
            &[("a.md", "# Diary\n\n## 2018\n\n### RubyKaigi\n\nGood.")],
            &["rubykaigi-2018 2018"],
        );
        check(
            &[("a.md", "# Diary\n\nWritten at #TestBashBrighton2019.")],
            &["testbash-brighton-2019 2019"],
        );
    }

    #[test]
    fn what_is_later_than_the_recap_is_not_meant() {
        let text = "---\ntitle: Looms\ndate: 2018-06-01\n---\nSee you at WeftFest 2019!";
        check(&[("a.md", text)], &["-"]);
    }
}
