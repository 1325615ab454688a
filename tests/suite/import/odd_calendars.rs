//! Calendars and schedules that are cut off, private or wrong about themselves, and talks that read like conferences.

use super::sources::{bundled, check, codes, imported};

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
