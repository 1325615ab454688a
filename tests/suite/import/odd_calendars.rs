//! Calendars and schedules that are cut off, private or wrong about themselves, and talks that read like conferences.

use super::sources::{bundled, check, codes, imported};
use hallway::ingest::Severity;

/// A calendar with some items.
fn calendar(items: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:LoomConf 2018 schedule\r\n{items}END:VCALENDAR\r\n"
    )
}

/// An item of a calendar.
fn item(uid: &str, hour: u8, summary: &str, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART;TZID=Europe/Brussels:20180502T{hour:02}0000\r\n\
         SUMMARY:{summary}\r\n{more}END:VEVENT\r\n"
    )
}

const CONFERENCE: &[&str] = &["loomconf-2018: LoomConf 2018, , 2018-05-02 to 2018-05-02"];

#[test]
fn private_items_stay_private() {
    let text = item("1", 9, "Looms", "") + &item("2", 10, "Budget", "CLASS:PRIVATE\r\n");
    check("a.ics", &calendar(&text), CONFERENCE, &["2018-05-02 Talk Looms: "], &["private-item"]);
}

#[test]
fn two_talks_with_one_id_are_two() {
    let text = item("1", 9, "Looms", "") + &item("1", 10, "Nets", "") + &item("1", 10, "Nets", "");
    let talks = ["2018-05-02 Talk Looms: ", "2018-05-02 Talk Nets: "];
    check("a.ics", &calendar(&text), CONFERENCE, &talks, &["twice"]);
}

#[test]
fn a_file_that_was_cut_off_is_reported() {
    let whole = calendar(&(item("1", 9, "Looms", "") + &item("2", 10, "Nets", "")));
    let half = &whole[..whole.find("SUMMARY:Nets").unwrap()];
    assert!(codes(&imported("a.ics", half)).contains(&"broken-calendar"));
    assert_eq!(codes(&imported("a.json", "{\"schedule\": {\"conf")), ["broken-json"]);
    assert_eq!(codes(&imported("a.json", "[draft] of a text")), ["not-a-source"]);
}

#[test]
fn a_schedule_keeps_its_conference_whatever_its_talks_are_called() {
    let titles = ["Welcome to LoomConf 2018", "The team of WeftFest 2017", "Looms at scale"];
    let items = titles.iter().zip(["1", "2", "3"]);
    let items: String =
        items.map(|(title, uid)| item(uid, 9, title, "DESCRIPTION:All about it.\r\n")).collect();
    let bundled = bundled(&imported("a.ics", calendar(&items)));
    let catalog = &bundled.dataset.catalog;
    for talk in &catalog.talks {
        let conference = talk.conference.as_ref().map(|id| id.as_str().to_owned());
        assert_eq!(conference.as_deref(), Some("loomconf-2018"), "{}", talk.title);
    }
    assert_eq!(catalog.talks.len(), titles.len());
    assert_eq!(catalog.conferences.len(), 1);
}

/// A calendar of a name, with whole days and items: month, day, title.
fn own_calendar(name: &str, whole: &[(u8, u8, &str)], timed: &[(u8, u8, &str)]) -> String {
    let days = whole.iter().map(|(month, day, title)| {
        format!(
            "BEGIN:VEVENT\r\nUID:{title}\r\nDTSTART;VALUE=DATE:2018{month:02}{day:02}\r\n\
             DTEND;VALUE=DATE:2018{month:02}{:02}\r\nSUMMARY:{title}\r\n\
             LOCATION:Ghent\\, Belgium\r\nEND:VEVENT\r\n",
            day + 2
        )
    });
    let items = timed.iter().map(|(month, day, title)| {
        format!(
            "BEGIN:VEVENT\r\nUID:{title}\r\n\
             DTSTART;TZID=Europe/Brussels:2018{month:02}{day:02}T090000\r\n\
             SUMMARY:{title}\r\nEND:VEVENT\r\n"
        )
    });
    let items: String = days.chain(items).collect();
    calendar(&items).replace("LoomConf 2018 schedule", name)
}

#[test]
fn the_calendar_of_a_person_is_no_conference() {
    let looms = [(5, 2, "Looms"), (5, 2, "Knots for beginners")];
    let life = [(5, 2, "Dentist"), (6, 12, "1:1 Ada / Bo"), (7, 1, "Looms")];
    for text in [
        own_calendar("Mary Jones", &[], &looms),
        own_calendar("mary@loom.example", &[], &looms),
        own_calendar("Calendar", &[(8, 5, "LoomConf")], &life),
        own_calendar("Work", &[], &[(5, 2, "Sprint planning"), (8, 9, "Looms")]),
        own_calendar("Peter Miller", &[(8, 5, "LoomConf"), (9, 5, "Urlaub")], &[]),
        own_calendar("Team", &[], &[(5, 2, "Busy"), (5, 3, "Busy"), (5, 3, "Standup")]),
    ] {
        let found = imported("a.ics", text.as_str());
        let problem = found.diagnostics.iter().find(|it| it.code == "own-calendar");
        let problem = problem.unwrap_or_else(|| panic!("{text}: {:?}", found.diagnostics));
        assert_eq!(problem.severity, Severity::Error);
        assert!(problem.help.contains("only the items of the event"), "{}", problem.help);
        assert!(found.recaps.is_empty() && found.registries.is_empty(), "{text}");
    }
    let program = own_calendar("Loom Days 2018", &[], &[(5, 2, "Looms"), (5, 3, "1:1 mentoring")]);
    assert_eq!(codes(&imported("a.ics", program)), [""; 0]);
}

#[test]
fn a_whole_day_that_is_the_event_gives_its_name_and_days() {
    let timed = [(5, 2, "Looms"), (5, 2, "Knots for beginners"), (5, 3, "Felt")];
    for (name, event) in [("Loom Days", "Loom Days 2018"), ("Program", "Loom Days 2018")] {
        let text = own_calendar(name, &[(5, 2, event)], &timed);
        let days = ["2018-05-02 Talk Knots for beginners: ", "2018-05-02 Talk Looms: "];
        let talks = [&days[..], &["2018-05-03 Talk Felt: "]].concat();
        let conference = "loom-days-2018: Loom Days 2018, Ghent, 2018-05-02 to 2018-05-03";
        check("a.ics", &text, &[conference], &talks, &[]);
    }
    // An exhibition that lasts as long as the event is not the event.
    let text = own_calendar("Loom Days", &[(5, 2, "Exhibition")], &timed);
    assert_eq!(codes(&imported("a.ics", text)), ["whole-day"]);
}

#[test]
fn a_deadline_is_no_conference() {
    let days =
        [(5, 2, "LoomConf"), (6, 1, "CFP closes: NetConf"), (7, 1, "WeftFest early bird ends")];
    let found = imported("a.ics", own_calendar("Events about cloth", &days, &[]));
    assert_eq!((found.n_conferences, found.n_left_out), (1, 2), "{:?}", found.diagnostics);
    assert_eq!(codes(&found), ["no-conference"]);
    let told = &found.diagnostics[0].message;
    assert!(told.contains("CFP closes: NetConf") && told.contains("early bird"), "{told}");
}

#[test]
fn a_talk_that_is_still_to_be_announced_is_told_and_left_out() {
    let text =
        item("1", 9, "Looms", "") + &item("2", 10, "TBA", "DESCRIPTION:Speaker: Ada Weaver\r\n");
    let text = text + &item("3", 11, "Keynote: to be announced", "");
    let found = imported("a.ics", calendar(&text));
    assert_eq!((found.n_talks, found.n_left_out), (1, 2), "{:?}", found.diagnostics);
    let told = &found.diagnostics[0].message;
    let names = ["2 items", "\"TBA (Ada Weaver)\"", "\"Keynote: to be announced\""];
    assert!(names.iter().all(|name| told.contains(name)), "{told}");
}
