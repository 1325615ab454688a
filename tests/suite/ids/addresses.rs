//! No address that was public ever answers with something else or with nothing, but those that the curator ended: a small
//! collection is edited at random, with a bundle after each edit. `HALLWAY_EDITS` sets the number of edits.

use super::dice::Dice;
use super::random_edits::Collection;
use crate::scene::{Scene, hallway, log};
use hallway::bundle::{Bundled, Folder, IdKind, bundle};
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, str};

/// Everything that was public so far.
#[derive(Default)]
struct Public {
    addresses: BTreeMap<(IdKind, String), usize>,
    /// The id of each thing in feeds and calendars.
    permanent: BTreeMap<(IdKind, usize), String>,
    /// The notes that have an anchor on the page of a talk: the talk and the note.
    on_talks: BTreeSet<(usize, usize)>,
}

impl Public {
    /// Checks that every old address leads to its thing, or to nothing if the curator ended it, and adds the new ones.
    fn check(&mut self, collection: &Collection, bundled: &Bundled, round: usize) {
        let errors =
            bundled.diagnostics.iter().filter(|it| it.severity == hallway::ingest::Severity::Error);
        assert_eq!(errors.count(), 0, "{:?}", bundled.diagnostics);
        let things = collection.things(bundled);
        let history = &bundled.dataset.history;
        let former: BTreeMap<(IdKind, String), &str> = history
            .former_ids
            .iter()
            .map(|it| ((it.kind, it.id.clone()), it.now.as_str()))
            .collect();
        let living = collection.living();
        for ((kind, id), thing) in &self.addresses {
            let key = (*kind, id.clone());
            let now =
                things.get(&key).or_else(|| things.get(&(*kind, (*former.get(&key)?).to_owned())));
            let thing = collection.merged(*kind, *thing);
            let expected = living.contains(&(*kind, thing)).then_some(&thing);
            assert_eq!(now, expected, "round {round}: {kind:?} {id}\n{}", bundled.ledger);
        }
        let talks = bundled.dataset.catalog.talks.iter();
        let notes = talks.flat_map(|talk| talk.notes.iter().map(|note| (&talk.id.0, &note.0)));
        let left = history.left_notes();
        let left = left.iter().flat_map(|(talk, notes)| notes.iter().map(move |note| (talk, note)));
        let named = |(talk, note): (&String, &String)| {
            let thing = |kind, id: &String| things.get(&(kind, id.clone())).copied();
            Some((thing(IdKind::Talk, talk)?, thing(IdKind::Note, note)?))
        };
        let on_talks: BTreeSet<(usize, usize)> = notes.chain(left).filter_map(named).collect();
        for (talk, note) in &self.on_talks {
            let [talk, note] = [(IdKind::Talk, *talk), (IdKind::Note, *note)]
                .map(|(kind, thing)| (kind, collection.merged(kind, thing)));
            let is_here = [talk, note].iter().all(|it| living.contains(it));
            assert!(
                !is_here || on_talks.contains(&(talk.1, note.1)),
                "round {round}: note {} has left talk {}\n{}",
                note.1,
                talk.1,
                bundled.ledger
            );
        }
        self.on_talks.extend(on_talks);
        for ((kind, id), thing) in things {
            let permanent = history.permanent_id(kind, &id).to_owned();
            let known = self.permanent.entry((kind, thing)).or_insert_with(|| permanent.clone());
            assert_eq!(
                *known, permanent,
                "round {round}: {kind:?} {id} has another id in feeds\n{}",
                bundled.ledger
            );
            self.addresses.insert((kind, id), thing);
        }
    }
}

fn edits() -> usize {
    std::env::var("HALLWAY_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(40)
}

#[test]
fn no_edit_moves_an_address_without_leading_on() {
    let mut dice = Dice(17);
    let mut round = 0;
    while round < edits() {
        let mut collection = Collection::new(&mut dice);
        let mut public = Public::default();
        let mut ledger = None;
        for _ in 0..40.min(edits()) {
            let bundled = bundle(&collection.folder(ledger.take()));
            public.check(&collection, &bundled, round);
            let again = bundle(&collection.folder(Some(bundled.ledger.clone())));
            assert_eq!(again.ledger, bundled.ledger, "a second build changes nothing");
            ledger = Some(bundled.ledger.clone());
            collection.edit(&mut dice, &bundled.dataset.catalog);
            round += 1;
        }
    }
}

#[test]
fn two_branches_merged_by_union_keep_the_addresses_of_both() {
    for seed in 0..(edits() / 10).max(2) {
        let mut dice = Dice(u64::try_from(seed).unwrap() + 99);
        let base = Collection::new(&mut dice);
        let mut public = Public::default();
        let first = bundle(&base.folder(None));
        public.check(&base, &first, seed);
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        // Two curators correct different recaps.
        ours.recaps[0].title[1] = "mended".to_owned();
        ours.recaps[0].sections[2].heading[1] = "mended".to_owned();
        theirs.recaps[1].sections.reverse();
        theirs.recaps[1].author = "Cleo Thread".to_owned();
        theirs.recaps[2].file = "recaps/moved.md".to_owned();
        let ledgers =
            [&ours, &theirs].map(|it| bundle(&it.folder(Some(first.ledger.clone()))).ledger);
        let union: BTreeSet<&str> = ledgers.iter().flat_map(|it| it.lines()).collect();
        let union = Vec::from_iter(union).join("\n");
        let mut merged = theirs;
        merged.recaps[0] = ours.recaps[0].clone();
        public.check(&merged, &bundle(&merged.folder(Some(union))), seed);
    }
}

#[test]
fn what_has_only_a_title_or_a_place_keeps_its_address() {
    let recaps = [
        "# Lightning talks\n\n- Silas Broadwater: a bot that returns books\n- (someone from Ohio): RSS, still\n",
        "# Looms\n\n---\n\n| --- | --- |\n\n## ?\n\n!!\n\n## On felt\n\nWords.\n",
    ];
    let named = ["a.md", "b.md"].map(str::to_owned).into_iter();
    let recaps = named.zip(recaps.map(|text| text.as_bytes().to_vec())).collect();
    let mut folder = Folder { recaps, ..Folder::default() };
    let first = bundle(&folder).ledger;
    assert!(first.contains("talk\tsomeone-from-ohio-rss-still\t"), "{first}");
    assert!(first.contains("note\tlooms.untitled"), "{first}");
    folder.ledger = Some(first.clone());
    assert_eq!(bundle(&folder).ledger, first);
}

const RECAP: &str = "---\ntitle: Teh week of looms\nauthor: Ada Weaver\ndate: 2018-05-08\n---\n\nIt was loud.\n\n## On felt\n\nFelt needs no loom at all.\n";

#[test]
fn a_build_keeps_a_mended_recap_where_it_was_and_a_check_says_what_ends() {
    let scene = Scene::new(RECAP);
    scene.make_client();
    let url = ["--site-url", "https://example.org/"];
    let built = scene.build(&url);
    assert!(log(&built).contains("ids.tsv: keep it with your notes"), "{}", log(&built));
    let page = scene.path("out/recap/teh-week-of-looms.html");
    let html = fs::read_to_string(&page).unwrap();
    for anchor in ["on-felt", "2"] {
        assert!(html.contains(&format!("id=\"teh-week-of-looms.{anchor}\"")), "{anchor}");
    }
    let feed = |scene: &Scene| fs::read_to_string(scene.path("out/feed.xml")).unwrap();
    assert_eq!(feed(&scene).matches("<updated>2018-05-08T").count(), 2);
    scene.write(
        &RECAP.replace("Teh", "The").replace("## On felt", "## New\n\nA new part.\n\n## On felt"),
    );
    let built = scene.build(&url);
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.contains("The week of looms"), "{}", log(&built));
    for anchor in ["on-felt", "2", "new"] {
        assert!(html.contains(&format!("id=\"teh-week-of-looms.{anchor}\"")), "{anchor}");
    }
    assert!(!feed(&scene).contains("<updated>2018-05-08T"), "the recap was mended");
    let ledger = fs::read_to_string(scene.path("data/ids.tsv")).unwrap();
    let kept = feed(&scene);
    scene.build(&url);
    assert_eq!(kept, feed(&scene), "and only then");
    // A stated name decides.
    scene.write(&RECAP.replace("author:", "slug: looms\nauthor:"));
    let check = |scene: &Scene| {
        let output = hallway(&["check", scene.path("data").to_str().unwrap()]);
        str::from_utf8(&output.stdout).unwrap().to_owned()
    };
    let told = check(&scene);
    assert!(told.contains("1 address leads on: recap/teh-week-of-looms.html -> looms"), "{told}");
    scene.build(&url);
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.contains("href=\"../recap/looms.html\""), "{html}");
    let rules = fs::read_to_string(scene.path("out/_redirects")).unwrap();
    assert_eq!(rules, "/recap/teh-week-of-looms.html /recap/looms.html 301\n");
    fs::remove_file(scene.path("data/recap.md")).unwrap();
    let told = check(&scene);
    assert!(told.contains("recap/looms.html"), "{told}");
    let after = fs::read_to_string(scene.path("data/ids.tsv")).unwrap();
    assert!(after != ledger && after.contains("now=looms"), "a check writes nothing: {after}");
}
