//! What each kind of source becomes, from its file to the bundled catalog, and that no bytes break an import.

use hallway::bundle::{Bundled, Folder, bundle};
use hallway::import::{Existing, Imported, SourceKind, import};
use hallway::ingest::Severity;
use proptest::prelude::*;
use std::collections::BTreeMap;

const FRAB: &str = include_str!("../../imports/frab.xml");
const FRAB_JSON: &str = include_str!("../../imports/frab.json");
const PENTABARF: &str = include_str!("../../imports/pentabarf.ics");
const SCHED: &str = include_str!("../../imports/sched.ics");
const PRETALX: &str = include_str!("../../imports/pretalx.ics");
const PLAIN: &str = include_str!("../../imports/plain.ics");
const MEETINGS: &str = include_str!("../../imports/conferences.ics");
const CONFS: &str = include_str!("../../imports/confs.json");
const WORDPRESS: &str = include_str!("../../imports/wordpress.xml");
const MEDIUM: &str = include_str!("../../imports/medium.html");

const ALL: &[&str] =
    &[FRAB, FRAB_JSON, PENTABARF, SCHED, PRETALX, PLAIN, MEETINGS, CONFS, WORDPRESS, MEDIUM];

const NEW: Existing = Existing { registries: BTreeMap::new(), themes: Vec::new(), is_empty: true };

pub(super) fn imported(path: &str, bytes: impl Into<Vec<u8>>) -> Imported {
    import(BTreeMap::from([(path.to_owned(), bytes.into())]), &NEW, None)
}

pub(super) fn bundled(imported: &Imported) -> Bundled {
    let files = |files: &BTreeMap<String, Vec<u8>>| files.clone().into_iter().collect();
    let folder = Folder {
        recaps: files(&imported.recaps),
        registries: files(&imported.registries),
        ..Folder::default()
    };
    bundle(&folder)
}

/// The codes of the report, in alphabetical order.
pub(super) fn codes(imported: &Imported) -> Vec<&'static str> {
    let mut codes: Vec<&str> = imported.diagnostics.iter().map(|it| it.code).collect();
    codes.sort_unstable();
    codes
}

/// Imports a file, and checks the conferences, the talks with their speakers, and the codes of the report.
#[track_caller]
pub(super) fn check(path: &str, text: &str, conferences: &[&str], talks: &[&str], codes: &[&str]) {
    let imported = imported(path, text);
    let bundled = bundled(&imported);
    let errors: Vec<_> =
        bundled.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let catalog = &bundled.dataset.catalog;
    let day = |day: Option<hallway::model::PartialDate>| {
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let found = catalog.conferences.iter().map(|it| {
        format!("{}: {}, {}, {} to {}", it.id, it.name, it.city, day(it.start), day(it.end))
    });
    let mut found: Vec<String> = found.collect();
    found.sort();
    assert_eq!(found, conferences);
    let name = |id: &hallway::model::PersonId| {
        catalog.people.iter().find(|it| it.id == *id).map(|it| it.name.as_str()).unwrap_or_default()
    };
    let found = catalog.talks.iter().map(|talk| {
        let speakers: Vec<&str> = talk.speakers.iter().map(|it| name(&it.person)).collect();
        format!("{} {:?} {}: {}", day(talk.day), talk.kind, talk.title, speakers.join(", "))
    });
    let mut found: Vec<String> = found.collect();
    found.sort();
    assert_eq!(found, talks);
    assert_eq!(self::codes(&imported), codes, "{:?}", imported.diagnostics);
    let all = imported.recaps.values().chain(imported.registries.values());
    for file in all.map(|bytes| String::from_utf8_lossy(bytes)) {
        assert!(!file.contains("@loom.example"), "{file}");
    }
}

#[test]
fn schedules_in_xml_and_json_say_the_same() {
    let conference = "loomconf-2018: LoomConf 2018, Ghent, 2018-05-02 to 2018-05-03";
    let talks = [
        "2018-05-02 Keynote Opening the shed: Ada Weaver",
        "2018-05-02 Talk Knots: Ada Weaver, Bo Thread",
        "2018-05-03 Talk Knots (2): Bo Thread",
    ];
    check("schedule.xml", FRAB, &[conference], &talks, &["canceled", "no-talk", "same-title"]);
    check(
        "schedule.json",
        FRAB_JSON,
        &[conference],
        &talks,
        &["canceled", "no-talk", "same-title"],
    );
}

#[test]
fn calendars_of_programs_are_schedules() {
    check(
        "a.ics",
        PENTABARF,
        &["loomconf-2018: LoomConf 2018, , 2018-05-02 to 2018-05-02"],
        &["2018-05-02 Talk Knots, and how to untie them in a very long title: Ada Weaver"],
        &["no-talk"],
    );
    check(
        "b.ics",
        SCHED,
        &["loomconf-europe-2018: LoomConf Europe 2018, Ghent, 2018-05-02 to 2018-05-02"],
        &[
            "2018-05-02 Keynote Keynote: Looms - a story: Mary Jones, Peter Miller",
            "2018-05-02 Talk Closing Remarks: ",
        ],
        &["no-talk", "utc-days"],
    );
    check(
        "c.ics",
        PRETALX,
        &["loomconf-2018: LoomConf, , 2018-05-02 to 2018-05-02"],
        &["2018-05-02 Talk Looms - a story: Mary Jones, Peter Miller"],
        &[],
    );
}

#[test]
fn any_calendar_is_a_schedule_or_a_list_of_conferences() {
    check(
        "d.ics",
        PLAIN,
        &["loom-days-2018: Loom Days, , 2018-05-02 to 2018-05-03"],
        &[
            "2018-05-02 Talk Felt: Mary Jones",
            "2018-05-02 Talk Silk: Peter Miller",
            "2018-05-03 Talk Weekly mending: ",
            "2018-05-03 Talk Wool: Ada Weaver, Bo Thread",
        ],
        &["canceled", "repeats", "speaker-in-title"],
    );
    check(
        "e.ics",
        MEETINGS,
        &[
            "loomconf-2018: LoomConf, Ghent, 2018-05-02 to 2018-05-03",
            "netconf-2018: NetConf, Berlin, 2018-06-01 to 2018-06-01",
        ],
        &[],
        &[],
    );
    check(
        "2018/cloth.json",
        CONFS,
        &[
            "loomconf-2018: LoomConf, Ghent, 2018-05-02 to 2018-05-03",
            "netconf-2018: NetConf, Online, 2018-06-01 to ",
        ],
        &[],
        &["no-date"],
    );
}

#[test]
fn posts_are_recaps() {
    for (path, text, expected) in [
        ("export.xml", WORDPRESS, &["draft", "no-post"][..]),
        ("posts/2018-05-04_ghent.html", MEDIUM, &[]),
    ] {
        let imported = imported(path, text);
        assert_eq!((codes(&imported).as_slice(), imported.n_posts), (expected, 1));
        let recap = String::from_utf8(imported.recaps["posts/a-week-in-ghent.md"].clone()).unwrap();
        assert!(recap.contains("It *rained*.") && !recap.contains("@loom.example"), "{recap}");
        let catalog = bundled(&imported).dataset.catalog;
        assert_eq!(catalog.recaps[0].published.unwrap().to_string(), "2018-05-04");
    }
}

#[test]
fn a_second_import_adds_nothing() {
    let files = || {
        let names = ["a.xml", "b.ics", "c.json", "d.ics"];
        let texts = [FRAB, SCHED, CONFS, PLAIN].map(|text| text.as_bytes().to_vec());
        names.into_iter().map(str::to_owned).zip(texts).collect::<BTreeMap<_, _>>()
    };
    let first = import(files(), &NEW, None);
    let existing =
        Existing { registries: first.registries.clone(), is_empty: false, ..Existing::default() };
    let second = import(files(), &existing, None);
    assert_eq!(second.recaps, first.recaps);
    assert!(second.registries.is_empty(), "{:?}", second.registries);
}

#[test]
fn registries_keep_what_they_have() {
    let own = "# mine\n[[series]]\nid = \"loom\"\nname = \"Loom\"\n\n[[conference]]\nid = \"loom-18\"\n\
               series = \"loom\"\nname = \"LoomConf 2018\"\nstart = \"2018\"\n";
    let registries = BTreeMap::from([("conferences.toml".to_owned(), own.as_bytes().to_vec())]);
    let existing = Existing { registries, is_empty: false, ..Existing::default() };
    let files = BTreeMap::from([("a.xml".to_owned(), FRAB.as_bytes().to_vec())]);
    let found = import(files.clone(), &existing, None);
    let registry = String::from_utf8_lossy(&found.registries["conferences.toml"]).into_owned();
    assert!(registry.starts_with(own.split("start").next().unwrap()), "{registry}");
    assert_eq!(registry.matches("[[conference]]").count(), 1, "it has this conference: {registry}");
    assert!(registry.contains("start = \"2018-05-02\"") && registry.contains("city = \"Ghent\""));
    assert!(String::from_utf8_lossy(&found.recaps["schedules/loom-18.md"]).contains("loom-18"));

    // Tables cannot be added to an inline list.
    let registries =
        BTreeMap::from([("conferences.toml".to_owned(), b"conference = []\n".to_vec())]);
    let found =
        import(files, &Existing { registries, is_empty: false, ..Existing::default() }, None);
    assert!(found.recaps.is_empty() && found.registries.is_empty());
    assert!(found.diagnostics.iter().any(|it| it.severity == Severity::Error));
}

#[test]
fn hostile_files_are_bounded_and_reported() {
    let entities = "<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><schedule><conference><title>&b;</title>\
                    </conference><day><event><title>T</title></event></day></schedule>";
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><schedule><conference><title>Caf\xe9 2018</title>\
                  </conference><day><event><title>T</title></event></day></schedule>";
    let forever = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\nDTSTART:20180502T100000\nRRULE:FREQ=SECONDLY\n\
                   END:VEVENT\nEND:VCALENDAR\n";
    let deep = format!("<schedule>{}", "<a>".repeat(100_000));
    assert_eq!(imported("a.xml", entities).n_talks, 1);
    assert!(imported("a.xml", latin.to_vec()).recaps.contains_key("schedules/cafe-2018.md"));
    assert_eq!(imported("a.ics", forever).n_talks, 1);
    for (path, text, code) in [
        ("a.xml", deep.as_str(), "broken-xml"),
        ("a.xml", "<schedule>", "broken-xml"),
        ("a.ics", "BEGIN:VCALENDAR", "empty-event"),
        ("a.zip", "PK\u{3}\u{4}", "zip"),
        ("x/videos.yml", "a: [", "broken-yaml"),
        ("notes.json", "{}", "not-a-source"),
    ] {
        let found = imported(path, text);
        assert!(found.is_nothing() && found.recaps.is_empty() && found.registries.is_empty());
        assert!(
            found.diagnostics.iter().any(|it| it.code == code),
            "{path} {:?}",
            found.diagnostics
        );
    }
}

/// Whether an import of bytes as any kind ends, and gives files that a bundler can read.
fn survives(bytes: &[u8], kind: Option<SourceKind>) {
    let paths = ["a", "x/videos.yml", "x/category.json", "x/videos/a.json"];
    for path in paths {
        let files = BTreeMap::from([(path.to_owned(), bytes.to_vec())]);
        let found = import(files, &NEW, kind);
        if !found.is_nothing() {
            assert!(!bundled(&found).has_registry_errors(), "{:?}", found.registries);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_bytes_break_an_import(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0_usize..8) {
        survives(&bytes, SourceKind::ALL.get(at).map(|(kind, _)| *kind));
    }

    #[test]
    fn no_damage_to_a_source_breaks_an_import(
        source in 0..ALL.len(),
        cut in any::<prop::sample::Index>(),
        junk in "[<>&;:\\[\\]{}\"\n\r\tA0é-]{0,12}",
        length in 0_usize..60,
    ) {
        let text: Vec<char> = ALL[source].chars().collect();
        let at = cut.index(text.len());
        let rest = text.iter().skip(at + length);
        let damaged: String = text[..at].iter().copied().chain(junk.chars()).chain(rest.copied()).collect();
        survives(damaged.as_bytes(), None);
    }
}
