//! A collection small enough to know by heart, for the tests of `query` and `timeline`.
//!
//! | edition | recaps | talks | notes about no talk |
//! | --- | --- | --- | --- |
//! | `us-2018` | | | |
//! | `eu-2018` | `r18a`, `r18b` | `kata18` | `r18a.2` |
//! | `us-2017` | `r17` | `kata17`, `mesh17` (keynote, video) | |
//! | `eu-2016` | `r16` | `state`, `pebbles` (keynote) | `r16.2` |
//! | `undated` | | | |
//! | none | `stray`, published 2019 | | `stray.1` |
//!
//! Themes: `istio` and `linkerd` are narrower than `mesh`, `kata` stands alone.

use hallway::model::{
    Block, Catalog, Chunk, Conference, Inline, Note, NoteHead, Organization, PartialDate, Person,
    Provider, Recap, Speaker, Talk, TalkKind, Theme, ThemeCount, ThemeId, Video,
};

/// The catalog.
pub(crate) fn catalog() -> Catalog {
    let themes = vec![
        theme("istio", "Istio", &[], Some("mesh")),
        theme("kata", "Kata Containers", &["kata"], None),
        theme("linkerd", "Linkerd", &["conduit"], Some("mesh")),
        theme("mesh", "Service mesh", &[], None),
    ];
    Catalog {
        series: Vec::new(),
        conferences: vec![
            conference("us-2018", "Seattle", "2018-12-10", "2018-12-13"),
            conference("eu-2018", "Copenhagen", "2018-05-02", "2018-05-04"),
            conference("us-2017", "Austin", "2017-12-06", "2017-12-08"),
            conference("eu-2016", "London", "2016-03", ""),
            conference("undated", "Nowhere", "", ""),
        ],
        talks: talks(),
        people: vec![
            person("ada", "Ada Łopez"),
            person("brandon", "Brandon Philips"),
            person("kelsey", "Kelsey Hightower"),
        ],
        organizations: vec![organization("coreos", "CoreOS"), organization("google", "Google")],
        themes,
        recaps: vec![
            recap("r18a", Some("eu-2018"), "2018-05-10", &["r18a.1", "r18a.2"]),
            recap("r18b", Some("eu-2018"), "2018-05-11", &["r18b.1"]),
            recap("r17", Some("us-2017"), "2018-01-03", &["r17.1", "r17.2"]),
            recap("r16", Some("eu-2016"), "", &["r16.1", "r16.2"]),
            recap("stray", None, "2019-02", &["stray.1"]),
        ],
        notes: notes(),
    }
}

fn talks() -> Vec<Talk> {
    let video = Video { provider: Provider::YouTube, id: "abcdefghijk".to_owned() };
    vec![
        Talk {
            themes: vec!["kata".into()],
            notes: vec!["r18a.1".into(), "r18b.1".into()],
            ..talk("kata18", "eu-2018", "Keeping workloads apart", TalkKind::Talk, &["kelsey"])
        },
        Talk {
            themes: vec!["kata".into()],
            notes: vec!["r17.1".into()],
            ..talk("kata17", "us-2017", "Kata, a first look", TalkKind::Talk, &["ada"])
        },
        Talk {
            themes: vec!["istio".into()],
            videos: vec![video],
            notes: vec!["r17.2".into()],
            ..talk("mesh17", "us-2017", "Zero trust for all", TalkKind::Keynote, &["kelsey"])
        },
        Talk {
            notes: vec!["r16.1".into()],
            ..talk("state", "eu-2016", "The state of state", TalkKind::Talk, &["brandon"])
        },
        talk("pebbles", "eu-2016", "Zen of pebbles", TalkKind::Keynote, &["kelsey"]),
    ]
}

fn notes() -> Vec<NoteHead> {
    vec![
        note("r18a.1", Some("eu-2018"), Some("kata18"), "Sandboxes", &["kata"]),
        NoteHead {
            people: vec!["ada".into()],
            ..note("r18a.2", Some("eu-2018"), None, "Meshes", &["istio", "linkerd"])
        },
        note("r18b.1", Some("eu-2018"), Some("kata18"), "Best talk", &["kata"]),
        note("r17.1", Some("us-2017"), Some("kata17"), "Kata", &["kata"]),
        note("r17.2", Some("us-2017"), Some("mesh17"), "Opening", &[]),
        note("r16.1", Some("eu-2016"), Some("state"), "Etcd", &[]),
        NoteHead {
            organizations: vec!["google".into()],
            ..note("r16.2", Some("eu-2016"), None, "In the hallway", &["linkerd"])
        },
        note("stray.1", None, None, "A look back", &[]),
    ]
}

/// The texts of the notes.
pub(crate) fn chunks() -> Vec<Chunk> {
    let texts = [
        (
            "r18a.1",
            "A sandbox around each pod. Kelsey’s demo on Kubernetes took the café by storm.",
        ),
        (
            "r18a.2",
            "The service mesh is everywhere, and so is the mesh of services. Kubernetes here, Kubernetes there.",
        ),
        ("r18b.1", "The talk of the week for pods."),
        ("r17.1", "A pod in its own machine."),
        ("r17.2", "Trust nobody, said the keynote; zero downtime was promised."),
        ("r16.1", "Storage, again, as in 2016. GitOps on Node.js."),
        ("r16.2", "People spoke of trust, and of zero other things."),
        ("stray.1", "東京 was far away."),
    ];
    let note = |(id, text): &(&str, &str)| Note {
        id: (*id).into(),
        blocks: vec![Block::Paragraph(vec![Inline::Text((*text).to_owned())])],
        ..Note::default()
    };
    vec![Chunk { notes: texts.iter().map(note).collect(), ..Chunk::default() }]
}

fn date(text: &str) -> Option<PartialDate> {
    text.parse().ok()
}

fn conference(id: &str, city: &str, start: &str, end: &str) -> Conference {
    Conference {
        id: id.into(),
        name: format!("Conference {city}"),
        start: date(start),
        end: date(end),
        city: city.to_owned(),
        ..Conference::default()
    }
}

fn talk(id: &str, conference: &str, title: &str, kind: TalkKind, speakers: &[&str]) -> Talk {
    let organization =
        |person: &str| if person == "brandon" { "coreos".into() } else { "google".into() };
    let speaker = |person: &&str| Speaker {
        person: (*person).into(),
        organizations: vec![organization(person)],
    };
    Talk {
        id: id.into(),
        title: title.to_owned(),
        conference: Some(conference.into()),
        kind,
        speakers: speakers.iter().map(speaker).collect(),
        ..Talk::default()
    }
}

fn note(
    id: &str,
    conference: Option<&str>,
    talk: Option<&str>,
    title: &str,
    themes: &[&str],
) -> NoteHead {
    let counted = |theme: &&str| ThemeCount { theme: (*theme).into(), count: 1 };
    NoteHead {
        id: id.into(),
        recap: id.split('.').next().unwrap_or_default().into(),
        conference: conference.map(Into::into),
        talk: talk.map(Into::into),
        title: title.to_owned(),
        themes: themes.iter().map(counted).collect(),
        ..NoteHead::default()
    }
}

fn recap(id: &str, conference: Option<&str>, published: &str, notes: &[&str]) -> Recap {
    Recap {
        id: id.into(),
        title: format!("Recap {id}"),
        published: date(published),
        conference: conference.map(Into::into),
        notes: notes.iter().map(|note| (*note).into()).collect(),
        ..Recap::default()
    }
}

fn theme(id: &str, name: &str, aliases: &[&str], broader: Option<&str>) -> Theme {
    Theme {
        id: id.into(),
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        broader: broader.map(ThemeId::from),
        ..Theme::default()
    }
}

fn person(id: &str, name: &str) -> Person {
    Person { id: id.into(), name: name.to_owned(), ..Person::default() }
}

fn organization(id: &str, name: &str) -> Organization {
    Organization { id: id.into(), name: name.to_owned(), ..Organization::default() }
}
