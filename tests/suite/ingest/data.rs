//! The collection that ships in `data/`.

use hallway::bundle::{Folder, bundle};
use hallway::model::{Catalog, ConferenceId};
use std::collections::BTreeSet;
use std::path::Path;

fn shipped() -> hallway::bundle::Bundled {
    bundle(&Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap())
}

#[test]
fn the_shipped_collection_has_no_problem() {
    assert_eq!(shipped().diagnostics, []);
}

#[test]
fn the_ledger_is_that_of_the_notes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let kept = Folder::read(&root).unwrap().ledger.unwrap_or_default();
    let is_kept = kept == shipped().ledger;
    assert!(is_kept, "`hallway build data` writes `ids.tsv`; commit it with the notes");
}

#[test]
fn every_reference_leads_somewhere() {
    let catalog = shipped().dataset.catalog;
    let Catalog { series, conferences, talks, people, organizations, themes, recaps, notes } =
        catalog.as_ref();
    let ids = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
    let series_ids = ids(series.iter().map(|s| s.id.as_str()).collect());
    let conference_ids = ids(conferences.iter().map(|c| c.id.as_str()).collect());
    let person_ids = ids(people.iter().map(|p| p.id.as_str()).collect());
    let organization_ids = ids(organizations.iter().map(|o| o.id.as_str()).collect());
    let theme_ids = ids(themes.iter().map(|t| t.id.as_str()).collect());
    let note_ids = ids(notes.iter().map(|n| n.id.as_str()).collect());
    let talk_ids = ids(talks.iter().map(|t| t.id.as_str()).collect());
    assert!(conferences.iter().all(|c| series_ids.contains(c.series.as_str())));
    for talk in talks {
        assert!(talk.conference.iter().all(|c| conference_ids.contains(c.as_str())), "{}", talk.id);
        assert!(
            talk.speakers.iter().all(|s| person_ids.contains(s.person.as_str())),
            "{}",
            talk.id
        );
        assert!(
            talk.speakers
                .iter()
                .flat_map(|s| &s.organizations)
                .all(|o| organization_ids.contains(o.as_str())),
            "{}",
            talk.id
        );
        assert!(talk.themes.iter().all(|t| theme_ids.contains(t.as_str())), "{}", talk.id);
        assert!(talk.notes.iter().all(|n| note_ids.contains(n.as_str())), "{}", talk.id);
    }
    for note in notes {
        assert!(note.talk.iter().all(|t| talk_ids.contains(t.as_str())), "{}", note.id);
        assert!(note.themes.iter().all(|t| theme_ids.contains(t.theme.as_str())), "{}", note.id);
    }
    assert!(recaps.iter().all(|r| r.notes.iter().all(|n| note_ids.contains(n.as_str()))));
    assert!(themes.iter().all(|t| t.broader.iter().all(|b| theme_ids.contains(b.as_str()))));
}

#[test]
fn the_collection_holds_what_its_sources_tell() {
    let catalog = shipped().dataset.catalog;
    let told = |id: &str| {
        catalog
            .recaps
            .iter()
            .any(|recap| recap.conference.as_ref().is_some_and(|c| c.as_str() == id))
    };
    assert!(["kubecon-eu-2016", "kubecon-na-2017", "kubecon-eu-2018"].iter().all(|id| told(id)));
    let spoke = |person: &str| {
        let talks = catalog
            .talks
            .iter()
            .filter(|talk| talk.speakers.iter().any(|s| s.person.as_str() == person));
        talks
            .filter_map(|talk| talk.conference.as_ref().map(|c| c.as_str().to_owned()))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(
        spoke("brandon-philips").into_iter().collect::<Vec<_>>(),
        ["kubecon-eu-2016", "kubecon-eu-2017", "kubecon-eu-2018", "kubecon-na-2017"]
    );
    let on_kata: BTreeSet<&str> = catalog
        .notes
        .iter()
        .filter(|note| note.themes.iter().any(|t| t.theme.as_str() == "kata-containers"))
        .filter_map(|note| note.conference.as_ref().map(ConferenceId::as_str))
        .collect();
    assert!(on_kata.contains("kubecon-na-2017") && on_kata.contains("kubecon-eu-2018"));
}

#[test]
fn the_readme_counts_the_collection_rightly() {
    let catalog = shipped().dataset.catalog;
    let Catalog { talks, people, organizations, themes, recaps, notes, .. } = catalog.as_ref();
    let told: BTreeSet<_> = recaps.iter().filter_map(|recap| recap.conference.as_ref()).collect();
    let thousands = |count: usize| match count {
        0..1000 => count.to_string(),
        _ => format!("{},{:03}", count / 1000, count % 1000),
    };
    let numbers = [
        (recaps.len(), "public recaps of"),
        (told.len(), "editions of"),
        (talks.len(), "talks"),
        (notes.len(), "notes"),
        (people.len(), "people"),
        (organizations.len(), "organizations"),
        (themes.len(), "themes"),
    ];
    let readme = include_str!("../../../README.md").replace('\n', " ");
    for (count, what) in numbers {
        let words = format!("{} {what}", thousands(count));
        assert!(readme.contains(&words), "README.md does not say \"{words}\"");
    }
}

#[test]
fn the_thread_of_isolation_begins_with_rkt_and_network_policies() {
    let folder = tempfile::tempdir().unwrap();
    for (id, words) in [
        ("kubecon-eu-2016", "Two talks compared rkt with Docker, and Calico showed its rules."),
        ("kubecon-na-2017", "Kata Containers were new."),
        ("kubecon-eu-2018", "Kata Containers again, and gVisor beside them."),
    ] {
        let text =
            format!("---\ntitle: Notes from {id}\nconference: {id}\ntalks: []\n---\n\n{words}\n");
        std::fs::write(folder.path().join(format!("{id}.md")), text).unwrap();
    }
    let catalog = bundle(&Folder::read(folder.path()).unwrap()).dataset.catalog;
    let Catalog { themes, notes, .. } = catalog.as_ref();
    let broader = |id: &str| {
        let theme = themes.iter().find(|theme| theme.id.as_str() == id);
        theme.and_then(|theme| theme.broader.as_ref()).map_or("", |id| id.as_str())
    };
    for id in ["rkt", "network-policy", "kata-containers", "gvisor"] {
        assert_eq!(broader(id), "container-isolation", "{id}");
    }
    assert_eq!(broader("calico"), "network-policy");
    let named: Vec<Vec<&str>> =
        notes.iter().map(|note| note.themes.iter().map(|it| it.theme.as_str()).collect()).collect();
    assert!(named.iter().any(|themes| themes.contains(&"rkt") && themes.contains(&"calico")));
    assert!(named.iter().any(|themes| themes.contains(&"gvisor")));
}
