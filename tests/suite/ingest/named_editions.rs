//! Names of conferences as people shorten, count and place them, and names that belong to something else.
//!
//! A question mark says that the edition is shown as uncertain.

use super::editions::{PROSE, found};

/// Titles, each with the edition it names.
const TITLES: &[(&str, &str)] = &[
    // An abbreviation with two digits of the year.
    ("WWDC '19", "wwdc-2019"),
    ("Disk I/O 2018", "disk-i-o-2018?"),
    ("My I/O '17", "google-i-o-2017"),
    ("Ignite '19: notes", "ignite-2019"),
    ("GOTO AMS 18", "goto-ams-2018?"),
    ("GOTO BER '17", "goto-ber-2017"),
    ("NDC Oslo ’18", "ndc-oslo-2018 in Oslo"),
    ("QCon NY ’17", "qcon-ny-2017 in New York"),
    ("JSConf EU '18", "jsconf-eu-2018"),
    ("RubyConf AU ’19", "rubyconf-au-2019"),
    ("Interaction '18", "interaction-2018"),
    ("Interaction 17 recap", "interaction-2017?"),
    ("Config ‘22", "config-2022"),
    ("SIGGRAPH '16", "siggraph-2016"),
    ("CHI '18 in Montréal", "chi-2018 in Montreal"),
    ("DebConf17", "debconf-2017"),
    ("LoomConf’21", "loomconf-2021"),
    ("WeftFest '16 and me", "weftfest-2016"),
    // The number of an edition, which gives the year where a series always counts in one way.
    ("IETF 101", "ietf-101-2018"),
    ("IETF 103 in Bangkok", "ietf-103-2018 in Bangkok"),
    ("IETF 113 hackathon notes", "ietf-113-2022"),
    ("IETF 98, March 2017", "ietf-98-2017"),
    ("RIPE 76", "ripe-meeting-76-2018"),
    ("RIPE 77 Amsterdam", "ripe-meeting-77-2018 in Amsterdam"),
    ("NANOG 72", "nanog-72-2018"),
    ("ICANN 61", "icann-61-2018"),
    ("FrOSCon 12", "froscon-2017"),
    ("FrOSCon 13: talks", "froscon-2018"),
    ("GPN17", "gulaschprogrammiernacht-2017"),
    ("Back from GPN 18", "gulaschprogrammiernacht-2018"),
    ("DEF CON 25", "def-con-2017"),
    ("35C3", "chaos-communication-congress-2018"),
    // Country codes and places.
    ("PyCon DE 2018", "pycon-de-2018"),
    ("PyCon SK 2019", "pycon-sk-2019"),
    ("PyCon HK 2017", "pycon-hk-2017"),
    ("Devoxx Belgium 2017", "devoxx-belgium-2017"),
    ("Codemotion Roma 2014", "codemotion-roma-2014 in Rome"),
    ("Codemotion Milano 2016", "codemotion-milano-2016 in Milan"),
    ("GOTO Chicago 2016", "goto-chicago-2016 in Chicago"),
    // The name is in another script, with the year in the same word.
    ("デブサミ2018", "developers-summit-2018"),
    ("デブサミ2018夏", "developers-summit-2018"),
    ("PHPカンファレンス2018", "php-conference-japan-2018"),
    ("織物カンファレンス2018に参加してきた", "zhi-wu-kanhuarensu-2018?"),
    ("技術書典5 2018", "-"),
    ("데뷰2018 후기", "deview-2018"),
    ("베틀콘2019 참가 후기", "beteulkon-2019?"),
    ("织机大会2019", "zhi-ji-da-hui-2019?"),
    ("ГоферКон2019", "goferkon-2019?"),
    ("Хайлоад++ 2018", "highloadpp-2018"),
    ("Конференция Ткач2018", "konferentsiia-tkach-2018?"),
    // Names in capitals.
    ("SRE NEXT 2022", "sre-next-2022"),
    ("LOOM NEXT 2019", "loom-next-2019?"),
    ("WEFT DAYS 2019", "weft-days-2019"),
    ("BUILD STUFF 2017", "buildstuff-2017"),
    ("LOOM BASH 2018 recap", "loom-bash-2018?"),
    // Everyday words.
    ("Future of Weaving 2018 recap", "future-of-weaving-2018?"),
    ("Future of Weaving 2018", "future-of-weaving-2018?"),
    ("Strange Loop 2016", "strange-loop-2016"),
    ("Lead Dev London 2018", "leaddev-london-2018 in London"),
    ("Craft 2016: recap", "craft-conference-2016"),
];

/// Titles that name no conference.
const OTHERS: &[&str] = &[
    "Summer 2018",
    "Windows 98",
    "Q2 2018 planning",
    "Area 52",
    "Catch 23",
    "Python 3.9",
    "ES2016",
    "Covid 20",
    "WWI 1917",
    "Agenda 2020",
    "Route 66",
    "Office 365",
    "Blade Runner 2049",
    "Expo line 17",
    "Sprint 42",
    "Level 42",
    "Fall 2019 reading",
    "C++ 17",
    "Top 10 of 2018",
    "Class of '98",
    "HTML 5",
    "SQL Server 2016",
    "RFC 2119",
    "Boeing 747",
    "TODO LIST 2018",
    "YEAR IN REVIEW 2018",
    "MY GOALS 2018",
    "Summer of '69",
    "夏休み2018",
    "Лето 2018",
    "여름2018",
    "总结2018",
    "Velocity: 23 points in this sprint",
    "실리콘2018",
];

/// Paths, header dates and titles that agree, or speak against each other.
const FILES: &[(&str, &str, &str, &str)] = &[
    ("notes/goto-cph-18/a.md", "", "First day", ""),
    ("notes/ietf-102/a.md", "", "First day", "ietf-102-2018"),
    ("notes/froscon13/a.md", "", "First day", "froscon-2018?"),
    ("notes/gpn18/a.md", "", "First day", "gulaschprogrammiernacht-2018"),
    ("notes/sre-next-2022/a.md", "", "First day", "sre-next-2022"),
    ("posts/2018-09-25-rubykaigi.md", "2017-09-29", "RubyKaigi: it is over", "rubykaigi-2018?"),
    ("posts/2018-09-25-rubykaigi.md", "2018-09-29", "RubyKaigi: it is over", "rubykaigi-2018"),
    ("posts/2019-01-25-rubykaigi.md", "2018-12-29", "RubyKaigi 2018", "rubykaigi-2018"),
    ("rubykaigi-2018/a.md", "2017-06-02", "RubyKaigi", ""),
    ("rubykaigi-2018/a.md", "2018-06-02", "RubyKaigi 2017", "rubykaigi-2017?"),
    ("devoxx-2018/a.md", "", "First day", "devoxx-2018"),
    ("devoxx-be-2018/a.md", "", "First day", "devoxx-be-2018"),
];

#[test]
fn a_text_in_another_language_is_about_an_edition_of_its_country() {
    let french = "La salle était pleine, et j'ai appris comment on monte un métier sans nœuds, ce qui m'a beaucoup plu. \
        Les présentations étaient très bonnes, et je reviendrai l'année prochaine avec mes amis.";
    let file =
        |path: &str, title: &str, text: &str| found(&[(path, &format!("# {title}\n\n{text}"))]);
    assert_eq!(file("devoxx-2018/a.md", "Premier jour", french), "devoxx-2018?");
    assert_eq!(file("a.md", "Devoxx France 2018", french), "devoxx-france-2018");
    assert_eq!(file("a.md", "RailsConf 2018", french), "railsconf-2018");
    let link = "Voir [le site](http://rome2018.codemotionworld.com/talks).";
    let text = format!("{french}\n\n{link}");
    assert_eq!(file("a.md", "Codemotion 2018", &text), "codemotion-rome-2018 in Rome");
    let both = format!("{text} [Milan](http://milan2018.codemotionworld.com/).");
    assert_eq!(file("a.md", "Codemotion 2018", &both), "codemotion-2018?");
}

fn check(expected: &str, shown: &str, given: &str, wrong: &mut Vec<String>) {
    if shown != expected {
        wrong.push(format!("{given}: {shown:?}, not {expected:?}"));
    }
}

#[test]
fn a_title_names_one_edition() {
    let mut wrong = Vec::new();
    for (title, expected) in TITLES {
        let expected = if *expected == "-" { "" } else { expected };
        check(expected, &found(&[("a.md", &format!("# {title}\n\n{PROSE}"))]), title, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), TITLES.len(), wrong.join("\n"));
}

#[test]
fn a_number_behind_other_words_is_no_edition() {
    let mut wrong = Vec::new();
    for title in OTHERS {
        check("", &found(&[("a.md", &format!("# {title}\n\n{PROSE}"))]), title, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), OTHERS.len(), wrong.join("\n"));
}

#[test]
fn paths_and_dates_agree_or_leave_a_doubt() {
    let mut wrong = Vec::new();
    for (path, date, title, expected) in FILES {
        let date = if date.is_empty() { String::new() } else { format!("date: {date}\n") };
        let text = format!("---\ntitle: \"{title}\"\n{date}---\n{PROSE}");
        check(expected, &found(&[(path, &text)]), &format!("{path} {date}{title}"), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), FILES.len(), wrong.join("\n"));
}
