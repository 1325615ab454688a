//! No address that was public ever answers with something else or with nothing: a small collection is edited at random,
//! with a bundle after each edit. `HALLWAY_EDITS` sets the number of edits.

use crate::scene::{Scene, hallway, log};
use hallway::bundle::{Bundled, Folder, Kind, bundle};
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, str};

/// A linear congruential generator: equal seeds give equal edits.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }

    fn word(&mut self) -> &'static str {
        const WORDS: &[&str] = &[
            "loom", "shuttle", "warp", "weft", "treadle", "heddle", "bobbin", "selvage", "reed",
            "twill", "damask", "felt", "carding", "spindle", "distaff", "madder", "indigo", "woad",
            "linen", "hemp", "fleece", "yarn", "skein", "batten", "pirn", "sley", "tabby",
            "velvet", "brocade", "satin",
        ];
        WORDS[self.below(WORDS.len())]
    }

    fn words(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| self.word().to_owned()).collect()
    }
}

#[derive(Clone)]
struct Section {
    /// What it is, whatever it is called.
    thing: usize,
    heading: Vec<String>,
    /// The speaker, when it is about a talk.
    speaker: Option<String>,
    text: Vec<String>,
}

#[derive(Clone)]
struct Recap {
    thing: usize,
    file: String,
    title: Vec<String>,
    author: String,
    year: usize,
    sections: Vec<Section>,
}

#[derive(Clone)]
struct Collection {
    recaps: Vec<Recap>,
    /// The id of the conference of each year, and the ids that it had.
    conferences: Vec<(String, Vec<String>)>,
    n_things: usize,
}

impl Collection {
    fn new(dice: &mut Dice) -> Self {
        let mut new = Self { recaps: Vec::new(), conferences: Vec::new(), n_things: 0 };
        new.conferences = (0..3).map(|year| (format!("weaving-{year}"), Vec::new())).collect();
        for number in 0..5 {
            new.add(dice, number);
        }
        new
    }

    fn thing(&mut self) -> usize {
        self.n_things += 1;
        self.n_things
    }

    fn add(&mut self, dice: &mut Dice, number: usize) {
        let sections = (0..4).map(|place| {
            let number = self.thing();
            let mut heading = dice.words(4);
            heading.push(format!("chapter{number}x"));
            Section {
                thing: number,
                heading,
                speaker: (place > 1)
                    .then(|| format!("Ada Weaver{}", ["son", "s", "ly"][dice.below(3)])),
                text: dice.words(30),
            }
        });
        let sections = sections.collect();
        let thing = self.thing();
        let mut title = dice.words(3);
        title.push(format!("letter{number}x"));
        let (file, author) = (format!("recaps/{number}.md"), "Bo Thread".to_owned());
        self.recaps.push(Recap { thing, file, title, author, year: dice.below(3), sections });
    }

    /// One edit of a curator.
    fn edit(&mut self, dice: &mut Dice) {
        let (at, section) = (dice.below(self.recaps.len()), dice.below(4));
        let kind = dice.below(11);
        let n = self.n_things;
        let (word, place) = (dice.word().to_owned(), dice.below(3));
        let recap = &mut self.recaps[at];
        let section_at = section % recap.sections.len();
        match kind {
            0 => recap.title[place] = word,
            1 => recap.sections[section_at].heading[place] = word,
            2 => recap.author = format!("{} Thread", ["Bo", "Cleo", "Dee"][place]),
            3 => recap.file = format!("recaps/{word}/{n}-{}.md", dice.below(1000)),
            4 => {
                let other = dice.below(recap.sections.len());
                recap.sections.swap(section_at, other);
            }
            5 => recap.sections[section_at].text[place] = word,
            6 => {
                let conference = &mut self.conferences[place];
                let now = format!("weaving-{place}-{word}");
                if conference.0 != now && !conference.1.contains(&now) {
                    let then = std::mem::replace(&mut conference.0, now);
                    // Both ways to rename an entry: with the old id, or with only the same name.
                    if dice.below(2) == 0 {
                        conference.1.push(then);
                    }
                }
            }
            7 => {
                let speaker = recap.sections[section_at].speaker.as_mut();
                if let Some(speaker) = speaker {
                    *speaker = format!("Ada Weaver{}", ["son", "s", "ly"][place]);
                }
            }
            8 => {
                let number = n + 1;
                self.n_things += 1;
                let mut heading = dice.words(4);
                heading.push(format!("chapter{number}x"));
                let text = dice.words(30);
                recap.sections.insert(0, Section { thing: number, heading, speaker: None, text });
            }
            9 => recap.year = place,
            _ if self.recaps.len() < 12 => self.add(dice, n + 100),
            _ => {}
        }
    }

    fn folder(&self, ledger: Option<String>) -> Folder {
        let mut folder = Folder { ledger, ..Folder::default() };
        let conferences = self.conferences.iter().enumerate().map(|(year, (id, former))| {
            format!(
                "[[conference]]\nid = \"{id}\"\nname = \"Weaving Days {}\"\nseries = \"weaving\"\nformer_ids = {former:?}\nstart = \"{}-05-02\"\n\n",
                2016 + year,
                2016 + year
            )
        });
        let conferences: String = conferences.collect();
        let conferences =
            format!("[[series]]\nid = \"weaving\"\nname = \"Weaving Days\"\n\n{conferences}");
        folder.registries.insert("conferences.toml".to_owned(), conferences.into_bytes());
        for recap in &self.recaps {
            let mut text = format!(
                "---\ntitle: {}\nauthor: {}\nconference: {}\ntalks:\n",
                recap.title.join(" "),
                recap.author,
                self.conferences[recap.year].0
            );
            for section in &recap.sections {
                if let Some(speaker) = &section.speaker {
                    let title = section.heading.join(" ");
                    text.extend(["  - title: ", &title, "\n    speakers: [", speaker, "]\n"]);
                }
            }
            text += "---\n\n";
            for section in &recap.sections {
                let (heading, words) = (section.heading.join(" "), section.text.join(" "));
                text.extend(["## ", &heading, "\n\n", &words, ".\n\n"]);
            }
            folder.recaps.insert(recap.file.clone(), text.into_bytes());
        }
        folder
    }

    /// Which thing every current id names.
    fn things(&self, bundled: &Bundled) -> BTreeMap<(Kind, String), usize> {
        let catalog = &bundled.dataset.catalog;
        let mut things = BTreeMap::new();
        for recap in &catalog.recaps {
            let own = self.recaps.iter().find(|it| it.file == recap.copies[0].file).unwrap();
            things.insert((Kind::Recap, recap.id.0.clone()), own.thing);
            assert_eq!(recap.notes.len(), own.sections.len(), "each section is a note");
            for (note, section) in recap.notes.iter().zip(&own.sections) {
                things.insert((Kind::Note, note.0.clone()), section.thing);
            }
        }
        for talk in &catalog.talks {
            let sections = self.recaps.iter().flat_map(|recap| &recap.sections);
            let mut named = sections.filter(|it| it.heading.join(" ") == talk.title);
            things.insert((Kind::Talk, talk.id.0.clone()), named.next().unwrap().thing);
        }
        for conference in &catalog.conferences {
            let year = conference.start.unwrap().year();
            things
                .insert((Kind::Conference, conference.id.0.clone()), 1_000_000 + usize::from(year));
        }
        things
    }
}

/// What was public so far.
#[derive(Default)]
struct Public {
    addresses: BTreeMap<(Kind, String), usize>,
    /// The id of each thing in feeds and calendars.
    permanent: BTreeMap<(Kind, usize), String>,
}

impl Public {
    /// Checks that every old address leads to its thing, and adds the new ones.
    fn check(&mut self, collection: &Collection, bundled: &Bundled, round: usize) {
        let errors =
            bundled.diagnostics.iter().filter(|it| it.severity == hallway::ingest::Severity::Error);
        assert_eq!(errors.count(), 0, "{:?}", bundled.diagnostics);
        let things = collection.things(bundled);
        let history = &bundled.dataset.history;
        let former: BTreeMap<(Kind, String), &str> = history
            .former_ids
            .iter()
            .map(|it| ((it.kind, it.id.clone()), it.now.as_str()))
            .collect();
        for ((kind, id), thing) in &self.addresses {
            let key = (*kind, id.clone());
            let now =
                things.get(&key).or_else(|| things.get(&(*kind, (*former.get(&key)?).to_owned())));
            assert_eq!(now, Some(thing), "round {round}: {kind:?} {id}\n{}", bundled.ledger);
        }
        for ((kind, id), thing) in things {
            let permanent = history.permanent_id(kind, &id).to_owned();
            let known = self.permanent.entry((kind, thing)).or_insert_with(|| permanent.clone());
            assert_eq!(*known, permanent, "round {round}: {kind:?} {id} has another id in feeds");
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
            ledger = Some(bundled.ledger);
            collection.edit(&mut dice);
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
        // Two curators mend different recaps.
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
    // A stated name has the last word.
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
