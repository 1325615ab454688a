//! Which conference a recap is about, by the names of its folders, its header, its tags, its words and its links.

use hallway::bundle::{Bundled, Folder, bundle};
use hallway::model::Conference;

/// The ids of the editions that a folder of files gives, each with its city, and a question mark where one is uncertain.
pub(super) fn found(files: &[(&str, &str)]) -> String {
    let mut folder = Folder::default();
    for (path, text) in files {
        let of_folder = path.ends_with("hallway.toml") || path.contains("_index.");
        let files = if of_folder { &mut folder.readmes } else { &mut folder.recaps };
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    let bundled = bundle(&folder);
    let is_uncertain = bundled.diagnostics.iter().any(|it| it.code == "edition-uncertain");
    let catalog = &bundled.dataset.catalog;
    let shown = catalog.conferences.iter().map(|it| {
        let city = if it.city.is_empty() { String::new() } else { format!(" in {}", it.city) };
        format!("{}{city}{}", it.id, if is_uncertain { "?" } else { "" })
    });
    shown.collect::<Vec<_>>().join(", ")
}

pub(super) const PROSE: &str =
    "The hall was full, and I learned how one sets a reed and warps a loom without knots.";

#[track_caller]
fn path(path: &str, expected: &str) {
    assert_eq!(found(&[(path, &format!("# First day\n\n{PROSE}"))]), expected, "{path}");
}

#[track_caller]
fn text(text: &str, expected: &str) {
    assert_eq!(found(&[("a.md", &format!("{text}\n\n{PROSE}"))]), expected, "{text}");
}

#[test]
fn folders_name_editions_by_series_place_and_date() {
    path("2018/loomcon-us/day-1.md", "loomcon-us-2018");
    path("LoomCon-2018/keynote.md", "loomcon-2018");
    path("WeftDays/Ghent/2022/day1.md", "weftdays-2022 in Ghent");
    path("2024-05-loomconf/day1.md", "loomconf-2024");
    path("2024-05-14-loomconf/day1.md", "loomconf-2024");
    path("202405-loomconf/day1.md", "loomconf-2024");
    path("20240514_loomconf/day1.md", "loomconf-2024");
    path("LoomConf 2024 (Ghent)/day1.md", "loomconf-2024 in Ghent");
    path("talks/2023/weaver summit/one.md", "weaver-summit-2023");
    path("Conferences/2019/PyCon CZ/first.md", "pycon-cz-2019");
    path("conf/pyconcz2019/first.md", "pycon-cz-2019");
    path("2019/ghent/loomconf/first.md", "loomconf-2019 in Ghent");
    path("notes/fosdem18/first.md", "fosdem-2018");
}

#[test]
fn one_header_names_the_edition_of_a_folder() {
    let recap = ("loom/a.md", "# First day\n\nThe hall was full, and the reeds were set.");
    let header = "conference = \"LoomConf 2023\"";
    assert_eq!(found(&[recap, ("loom/hallway.toml", header)]), "loomconf-2023");
    assert_eq!(found(&[recap, ("loom/hallway.toml", "event = \"FOSDEM 2023\"")]), "fosdem-2023");
    let index = "---\ntitle: Notes\nevent: LoomConf 2023\n---\n";
    assert_eq!(found(&[recap, ("loom/_index.md", index)]), "loomconf-2023");
    assert_eq!(
        found(&[recap, ("loom/_index.md", "---\ntitle: LoomConf 2023\n---\n")]),
        "loomconf-2023"
    );
    assert_eq!(found(&[recap, ("other/hallway.toml", header)]), "", "another folder");
    let draft = "---\ndraft: true\nevent: LoomConf 2023\n---\n";
    assert_eq!(found(&[recap, ("loom/_index.md", draft)]), "", "not to be published");
}

#[test]
fn titles_name_editions_in_many_ways() {
    text("# PyCon DE & PyData Berlin 2024", "pycon-de-2024 in Berlin");
    text("# PyCon DE & PyData 2024 in Berlin", "pycon-de-2024 in Berlin");
    text("# KubeCon NA '23", "kubecon-na-2023 in Chicago");
    text("# PyCon Italia 2019 (PyCon X)", "pycon-it-2019");
    text("# FOSDEM'23", "fosdem-2023");
    text("# SREcon19 notes", "srecon-2019");
    text("# Rückblick auf die FrOSCon 18 (2023)", "froscon-2023");
    text("# 37C3: what I saw", "chaos-communication-congress-2023");
    text("# Retour de Devoxx France 2019", "devoxx-france-2019");
    // It may also be the number of the edition.
    text("# DebConf 15 in Heidelberg", "debconf-2015 in Heidelberg?");
    text("# DockerCon EU 15", "dockercon-eu-2015?");
    text("---\ntitle: FOSDEM 23\ndate: 2023-02-09\n---", "fosdem-2023");
    text("---\ntitle: FrOSCon 18\ndate: 2023-08-20\n---", "froscon-2023");
}

#[test]
fn a_recap_may_say_it_only_in_its_first_words() {
    text("# Last week\n\nI spent it at RubyKaigi 2023.", "rubykaigi-2023");
    text("# Tired\n\nThe 12th RubyKaigi was held in May 2023.", "rubykaigi-2023?");
    text("# Thoughts\n\nThree days in the hall. #LoomConf2024", "loomconf-2024?");
    let october = "\n---\nIn October I was at LoomConf in Ghent.";
    let dated = |date: &str| format!("---\ntitle: Three days\ndate: {date}{october}");
    text(&dated("2022-11-03"), "loomconf-2022 in Ghent?");
    text(&dated("2022-02-03"), "loomconf-2021 in Ghent?");
    text("# Three days\n\nIn October I was at LoomConf in Ghent.", "");
}

#[test]
fn tags_and_links_name_editions() {
    text("---\ntitle: Thoughts\ntags: [loomconf-2024, rubykaigi2024]\n---", "rubykaigi-2024");
    text("---\ntitle: Thoughts\ntags: [gophercon-eu-2019]\n---", "gophercon-eu-2019");
    text("# Thoughts\n\n[Warp](https://2024.pycon.example/schedule/1)", "pycon-2024?");
    text("# Thoughts\n\n[Warp](https://us.pycon.example/2024/schedule/1)", "pycon-us-2024?");
}

#[test]
fn what_is_yet_to_come_was_not_visited() {
    text("---\ntitle: Getting ready for EuroPython 2024\ndate: 2023-12-01\n---", "");
    text("---\ntitle: Looms\ndate: 2018-06-01\n---\nSee you at WeftFest 2019!", "");
}

/// Title and edition of each talk; a dash if it has none.
fn talks(text: &str) -> Vec<String> {
    let mut folder = Folder::default();
    folder.recaps.insert("a.md".to_owned(), text.as_bytes().to_vec());
    let bundled = bundle(&folder);
    let talks = bundled.dataset.catalog.talks.iter().map(|talk| {
        let conference = talk.conference.as_ref().map_or("-", |id| id.as_str());
        format!("{}: {conference}", talk.title)
    });
    let mut talks: Vec<String> = talks.collect();
    talks.sort();
    talks
}

#[test]
fn a_header_names_an_event_as_a_table_or_a_list() {
    let header = |keys: &str| format!("---\ntitle: First day\n{keys}\n---");
    text(&header("event: {name: RubyKaigi, year: 2019}"), "rubykaigi-2019");
    text(
        &header("event:\n  name: Weave Summit\n  year: 2020\n  location: Odense, Denmark"),
        "weave-summit-2020 in Odense",
    );
    text(&header("conference:\n  - name: RubyConf\n    year: 2018"), "rubyconf-2018");
    text(&header("conference: {title: Weave Summit, start: 2020-02-11}"), "weave-summit-2020");
    text(
        &header("conference: DevOpsDays\nyear: 2018\nlocation: Amsterdam"),
        "devopsdays-amsterdam-2018 in Amsterdam",
    );
    text(&header("events: [Euruko 2019, Brighton Ruby 2019]"), "");
    text(&header("events: [RubyKaigi 2019]"), "rubykaigi-2019");
}

#[test]
fn a_header_states_the_days_of_its_event() {
    let mut folder = Folder::default();
    let recap = "---\ntitle: First day\nevent: {name: Weave Summit, date: 2020-02-11, end: 2020-02-12}\n---\nGood.";
    folder.recaps.insert("a.md".to_owned(), recap.as_bytes().to_vec());
    let bundled = bundle(&folder);
    let conference = &bundled.dataset.catalog.conferences[0];
    let day = |day: Option<hallway::model::PartialDate>| day.unwrap().to_string();
    assert_eq!(
        (day(conference.start), day(conference.end)),
        ("2020-02-11".to_owned(), "2020-02-12".to_owned())
    );
}

#[test]
fn a_label_below_the_title_outweighs_the_folder() {
    let labeled =
        "# Reeds\n\n- Speaker: Ada Weaver\n- Conference: SCNA 2012\n\nThe reeds were set.";
    assert_eq!(found(&[("2013/loomconf/a.md", labeled)]), "scna-2012");
}

#[test]
fn each_row_of_a_table_has_its_own_edition() {
    let table = "# To watch\n\n| Title | Speaker | Where |\n|---|---|---|\n\
        | Threads you can hold | Ada Weaver | Strange Loop 2014 |\n\
        | A tour of tries | Bo Thread | WeftConf 2016 |\n\
        | Macros by hand | Cleo Reed | on a boat |";
    let expected = [
        "A tour of tries: weftconf-2016",
        "Macros by hand: -",
        "Threads you can hold: strange-loop-2014",
    ];
    assert_eq!(talks(table), expected);
    let rooms = table.replace("Strange Loop 2014", "Room 5").replace("WeftConf 2016", "Room 6");
    let rooms = rooms.replace("# To watch", "# WeftConf 2016");
    assert!(
        talks(&rooms).iter().all(|talk| talk.ends_with(": weftconf-2016")),
        "{:?}",
        talks(&rooms)
    );
}

#[test]
fn sections_with_labels_go_to_their_events() {
    let sections = "# Talks I saw\n\n## Threads you can hold\n\nEvent: Strange Loop 2014\nSpeaker: Ada Weaver\n\nGood.\n\n\
        ## A tour of tries\n\nEvent: WeftConf 2016\nSpeaker: Bo Thread\n\nBetter.";
    assert_eq!(
        talks(sections),
        ["A tour of tries: weftconf-2016", "Threads you can hold: strange-loop-2014"]
    );
}

#[test]
fn the_table_of_a_read_me_names_the_editions_of_files() {
    let table = "# Talks\n\n| Title | Conference | Notes |\n|---|---|---|\n| Reeds | WeftConf 2016 | [notes](notes/reeds.md) |\n| Wool | WarpConf 2017 | [notes](notes/wool.md) |";
    let mut folder = Folder::default();
    folder.readmes.insert("README.md".to_owned(), table.as_bytes().to_vec());
    for name in ["notes/reeds.md", "notes/wool.md"] {
        let text = format!(
            "# Good\n\nThe hall was full, and {name} was set, and nobody left before noon."
        );
        folder.recaps.insert(name.to_owned(), text.into_bytes());
    }
    let bundled = bundle(&folder);
    let catalog = &bundled.dataset.catalog;
    let mut found: Vec<String> = catalog
        .recaps
        .iter()
        .map(|recap| {
            format!(
                "{}: {:?}",
                recap.copies[0].file,
                recap.conference.as_ref().map(hallway::model::ConferenceId::as_str)
            )
        })
        .collect();
    found.sort();
    assert_eq!(
        found,
        ["notes/reeds.md: Some(\"weftconf-2016\")", "notes/wool.md: Some(\"warpconf-2017\")"]
    );
}

#[test]
fn an_edition_elsewhere_or_to_come_lends_no_year() {
    let text = |head: &str, body: &str| found(&[("a.md", &format!("---\n{head}\n---\n{body}"))]);
    let prague = text(
        "title: DrupalCon Prague\ndate: 2022-09-27",
        "Five years after DrupalCon (Vienna 2017) I am back.",
    );
    assert_eq!(prague, "drupalcon-prague-2022 in Prague?");
    let speaking = text(
        "title: I am speaking at JSWorld 2021\ndate: 2020-12-10",
        "Come to JSWorld 2021 in February.",
    );
    assert_eq!(speaking, "");
    path("2017-12-29 34c3.md", "chaos-communication-congress-2017");
}

#[test]
fn a_name_that_goes_on_may_be_another_one() {
    let text = |title: &str| found(&[("a.md", &format!("# {title}\n\nGood."))]);
    assert_eq!(text("FOSDEM 2016"), "fosdem-2016");
    assert_eq!(text("FOSDEM Libre 2016"), "fosdem-2016?");
}

#[test]
fn what_init_proposes_is_found_again() {
    for title in
        ["PyCon DE 2024 Berlin", "C++Now 2023", "FrOSCon 2024", "RubyKaigi 2023 参加レポート"]
    {
        let mut folder = Folder::default();
        folder.recaps.insert("a.md".to_owned(), format!("# {title}\n\n{PROSE}").into_bytes());
        let before = bundle(&folder);
        let id = |bundled: &Bundled| bundled.dataset.catalog.recaps[0].conference.clone();
        assert!(id(&before).is_some(), "{title}");
        folder
            .registries
            .insert("conferences.toml".to_owned(), before.derived.clone().into_bytes());
        let after = bundle(&folder);
        assert_eq!(id(&after), id(&before), "{title}: {:?}", after.diagnostics);
        assert!(after.diagnostics.is_empty(), "{title}: {:?}", after.diagnostics);
    }
}

#[test]
fn the_title_of_a_note_may_speak_against_its_folder() {
    let recap = ("notes/a.md", "# RubyKaigi 2023\n\nThe hall was full, and the reeds were set.");
    let second = |title: &str| found(&[recap, ("notes/b.md", &format!("# {title}\n\n{PROSE}"))]);
    assert_eq!(second("Second day"), "rubykaigi-2023?");
    let mut folder = Folder::default();
    for (path, text) in [recap, ("notes/b.md", "# Minutes 2024-03-02\n\nWe talked about looms.")] {
        folder.recaps.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    let recaps = &bundle(&folder).dataset.catalog.recaps;
    let about: Vec<_> = recaps.iter().map(|it| it.conference.is_some()).collect();
    assert_eq!(about.iter().filter(|it| **it).count(), 1, "{recaps:?}");
}

#[test]
fn an_edition_among_those_of_other_series_is_named_with_its_series() {
    let short_names = |titles: &[&str]| {
        let mut folder = Folder::default();
        for title in titles {
            let text = format!("# {title}\n\n{title}: {PROSE}").into_bytes();
            folder.recaps.insert(format!("{title}.md"), text);
        }
        let bundle = bundle(&folder);
        let of = |it: &Conference| it.short_name.clone();
        let names: Vec<String> = bundle.dataset.catalog.conferences.iter().map(of).collect();
        (names, bundle.derived)
    };
    let (names, derived) = short_names(&["KubeCon Europe 2023", "FrOSCon 2024"]);
    assert_eq!(names, ["FrOSCon 2024", "KubeCon Europe 2023"]);
    assert!(derived.contains("short_name = \"KubeCon Europe 2023\""), "{derived}");
    assert!(derived.contains("short_name = \"FrOSCon 2024\""), "{derived}");
    let (names, _) = short_names(&["KubeCon Europe 2023", "KubeCon Europe 2024"]);
    assert_eq!(names, ["Europe 2024", "Europe 2023"]);
}
