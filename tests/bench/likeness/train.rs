//! Trains the table with which `src/ingest/names/likeness` tells titles, names and other strings apart.
//!
//! `train ARCHIVE OUT [HELD-OUT]` reads an archive in the layout of `PyVideo` and the lists beside this
//! file, and writes the table. `HELD-OUT` is a file of lines `class<TAB>text` that are only measured.
//! Equal input gives equal bytes: there is no clock, and the only randomness is a fixed sequence.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::allow_attributes,
    reason = "a script that stops at the first thing that is wrong"
)]

#[path = "../../../src/ingest/names/likeness/features.rs"]
mod features;
mod model;

use model::{measure, quantized, train};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The order is that of `Class` in `src/ingest/names/likeness`.
const CLASSES: [&str; 7] =
    ["title", "person", "organization", "role", "heading", "phrase", "prose"];
const TITLE: usize = 0;
const PERSON: usize = 1;
const ORGANIZATION: usize = 2;
const ROLE: usize = 3;
const HEADING: usize = 4;
const PHRASE: usize = 5;
const PROSE: usize = 6;

const EPOCHS: usize = 12;

struct Sample {
    class: usize,
    text: String,
}

/// A fixed sequence of numbers that look random.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn one_of(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::try_from(self.next()).unwrap() % all.len()]
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [archive, out, rest @ ..] = arguments.as_slice() else {
        panic!("give the folder of an archive and the file to write")
    };
    let mut chance = Sequence(42);
    let mut samples = recordings(Path::new(archive), &mut chance);
    let listed = lists(&samples, &mut chance);
    samples.extend(listed);
    let weights = train(&samples, &mut chance);
    let (scale, table) = quantized(&weights);
    println!("{} samples, scale {scale}", samples.len());
    let mut bytes = scale.to_le_bytes().to_vec();
    bytes.extend(table.iter().map(|weight| weight.to_le_bytes()[0]));
    std::fs::write(out, bytes).unwrap();
    let restored: Vec<f32> = table.iter().map(|weight| f32::from(*weight) * scale).collect();
    measure("trained on", &samples, &restored);
    if let Some(held_out) = rest.first() {
        let text = std::fs::read_to_string(held_out).unwrap();
        let known = text.lines().filter_map(|line| line.split_once('\t'));
        let held: Vec<Sample> = known
            .map(|(class, text)| Sample {
                class: CLASSES.iter().position(|name| *name == class).unwrap(),
                text: text.to_owned(),
            })
            .collect();
        measure("held out", &held, &restored);
    }
}

/// Titles, speakers, phrases of titles and sentences of descriptions.
fn recordings(archive: &Path, chance: &mut Sequence) -> Vec<Sample> {
    let mut files: Vec<PathBuf> = Vec::new();
    for event in std::fs::read_dir(archive).unwrap().flatten() {
        let videos = std::fs::read_dir(event.path().join("videos"));
        files.extend(videos.into_iter().flatten().flatten().map(|entry| entry.path()));
    }
    files.sort();
    let (mut titles, mut people, mut prose) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let Ok(video) = serde_json::from_str::<serde_json::Value>(&text) else { continue };
        let speakers: Vec<&str> = video["speakers"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it.as_str())
            .collect();
        people.extend(
            speakers.iter().filter(|name| is_full_name(name)).map(|name| (*name).to_owned()),
        );
        if let Some(title) = video["title"].as_str() {
            titles.extend(clean_title(title, &speakers));
        }
        let about = video["description"].as_str().unwrap_or_default().replace('\n', " ");
        let sentences = about.split(". ").map(str::trim).take(3);
        prose.extend(sentences.filter(|it| (4..30).contains(&it.split_whitespace().count())).map(
            |it| if it.ends_with(['.', '?', '!']) { it.to_owned() } else { format!("{it}.") },
        ));
    }
    let mut samples = Vec::new();
    let titles: Vec<String> = titles.into_iter().collect();
    for title in &titles {
        samples.push(Sample { class: TITLE, text: title.clone() });
        if chance.one_of(2) {
            samples.push(Sample { class: TITLE, text: sentence_case(title) });
        }
        let words: Vec<&str> = title.split_whitespace().collect();
        for length in [2, 2, 3] {
            if words.len() <= length {
                continue;
            }
            let at = usize::try_from(chance.next()).unwrap() % (words.len() - length);
            let phrase = words[at..at + length].join(" ");
            let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric());
            // A name has no small words, but a phrase in capitals is easily taken for one.
            let phrase = if chance.one_of(5) { phrase.to_owned() } else { capitals(phrase) };
            samples.push(Sample { class: PHRASE, text: phrase });
        }
    }
    for name in people {
        for text in spellings(&name, chance) {
            samples.push(Sample { class: PERSON, text });
        }
    }
    samples.extend(strangers(&samples, chance));
    samples.extend(prose.into_iter().map(|text| Sample { class: PROSE, text }));
    samples
}

/// Names that nobody has: a given name with the surname of another person, or with a word of a title, as surnames in
/// many languages are words. So a known given name counts, whatever follows.
fn strangers(samples: &[Sample], chance: &mut Sequence) -> Vec<Sample> {
    let two_words = |class: usize| {
        let texts = samples.iter().filter(move |sample| sample.class == class);
        texts
            .filter_map(|sample| sample.text.split_once(' '))
            .filter(|(a, b)| !b.contains(' ') && !a.ends_with('.') && b.chars().count() > 2)
    };
    let people: Vec<(&str, &str)> = two_words(PERSON).collect();
    let phrases: Vec<(&str, &str)> = two_words(PHRASE).collect();
    let names = (0..9000).map(|number| {
        let given = chance.pick(&people).0;
        let surname = if number % 4 == 0 {
            capitals(chance.pick(&phrases).1)
        } else {
            chance.pick(&people).1.to_owned()
        };
        Sample { class: PERSON, text: format!("{given} {surname}") }
    });
    names.collect()
}

/// First and last name, since a single word may be anything. Names in Chinese and Korean are one word.
fn is_full_name(name: &str) -> bool {
    let is_east = name.chars().all(|c| ('\u{3040}'..'\u{d7b0}').contains(&c));
    let words = name.split_whitespace().count();
    !name.contains(['(', '[', '/', ',', '@', '"'])
        && ((2..=4).contains(&words) || is_east && name.chars().count() >= 2)
        && !["team", "panel", "various", "speaker", "unknown", "python", "pycon", "conference"]
            .iter()
            .any(|word| name.to_lowercase().contains(word))
}

/// The title without speakers and labels. Nothing if that would be a guess.
fn clean_title(title: &str, speakers: &[&str]) -> Option<String> {
    let mut title = title.split(" | ").next()?.trim().to_owned();
    for name in speakers {
        for mark in [" - ", " – ", ": ", " by "] {
            title =
                title.replace(&format!("{mark}{name}"), "").replace(&format!("{name}{mark}"), "");
        }
        title = title.replace(&format!("({name})"), "");
    }
    let has_name = speakers.iter().any(|name| name.len() > 3 && title.contains(name));
    let is_part = [" - ", " – ", " — ", " by "].iter().any(|mark| title.contains(mark));
    let lower = title.to_lowercase();
    let is_frame = ["lightning talks", "opening", "closing", "welcome", "q&a", "pycon", "pydata"]
        .iter()
        .any(|word| lower.contains(word));
    let words = title.split_whitespace().count();
    (!has_name && !is_part && !is_frame && words >= 1 && title.chars().count() > 3)
        .then(|| title.trim().to_owned())
}

fn sentence_case(title: &str) -> String {
    let mut words = title.split_whitespace();
    let first = words.next().unwrap_or_default().to_owned();
    let rest = words.map(|word| {
        let has_inner = word.chars().skip(1).any(char::is_uppercase);
        if has_inner { word.to_owned() } else { word.to_lowercase() }
    });
    std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ")
}

fn capitals(phrase: &str) -> String {
    let words = phrase.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect::<String>()
        })
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A name as people write it: usually unchanged, sometimes with a capital surname, initials, a title or in reverse
/// order.
fn spellings(name: &str, chance: &mut Sequence) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some((last, given)), true) = (words.split_last(), name.is_ascii() || words.len() > 1)
    else {
        return all;
    };
    match chance.next() % 12 {
        0 => all.push(format!("{} {}", given.join(" "), last.to_uppercase())),
        1 => {
            let initial: String = name.chars().take(1).collect();
            all.push(format!("{initial}. {last}"));
        }
        2 => all.push(format!("{last} {}", given.join(" "))),
        3 => all.push(format!("{} {name}", chance.pick(&["Dr.", "Prof.", "Dr", "Prof. Dr."]))),
        4 => all.push(format!("{} {}", last.to_uppercase(), given.join(" "))),
        _ => {}
    }
    all
}

/// Organizations, roles and headings of the lists, put together in the usual ways.
#[expect(clippy::too_many_lines, reason = "most lines are words")]
fn lists(known: &[Sample], chance: &mut Sequence) -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/likeness");
    let lines = |name: &str| -> Vec<String> {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
    };
    let (organizations, roles, headings) =
        (lines("organizations.txt"), lines("roles.txt"), lines("headings.txt"));
    let mut samples = Vec::new();
    let mut push = |class: usize, text: String| samples.push(Sample { class, text });
    let single: Vec<&String> = organizations.iter().filter(|name| !name.contains(' ')).collect();
    let ends = [
        "Labs",
        "Inc",
        "Inc.",
        "GmbH",
        "Ltd",
        "LLC",
        "AG",
        "Systems",
        "Software",
        "Technologies",
        "Solutions",
        "Group",
        "Foundation",
        "University",
        "Institute",
        "Bank",
        "Media",
        "Networks",
        "Security",
        "Cloud",
        "Studios",
        "Consulting",
        "Analytics",
        "Research",
        "Works",
        "Widgets",
        "Health",
        "Energy",
        "Robotics",
        "Insurance",
        "Games",
        "Collective",
        "Partners",
        "Digital",
        "Telecom",
        "Freight",
        "Parcel",
        "Compute",
        "Logistics",
        "Airlines",
        "Motors",
        "Foods",
        "Capital",
        "Ventures",
        "Union",
        "Data",
        "Web",
        "Tech",
        "IT",
        "Hosting",
        "Mobile",
        "Retail",
        "Pharma",
        "Power",
        "Railways",
        "Post",
        "Press",
        "Hospital",
        "Museum",
        "Library",
        "Ministry",
        "Council",
        "Academy",
        "College",
        "School",
        "Agency",
        "Authority",
        "Exchange",
        "Payments",
        "Commerce",
        "Delivery",
        "Travel",
        "Interactive",
        "Design",
        "Community",
        "Team",
        "Project",
        "Committee",
        "Association",
        "Society",
        "Club",
        "Guild",
        "Cooperative",
        "Industries",
        "International",
        "Company",
        "Corporation",
        "Holdings",
        "Enterprises",
        "Services",
        "Mills",
    ];
    for name in &organizations {
        for _ in 0..6 {
            push(ORGANIZATION, name.clone());
        }
        for _ in 0..4 {
            push(ORGANIZATION, format!("{} {}", chance.pick(&single), chance.pick(&ends)));
        }
    }
    // Before such an ending, company names may have names of people, words and places.
    let words: Vec<&str> = known
        .iter()
        .filter(|sample| matches!(sample.class, PERSON | PHRASE))
        .filter_map(|sample| sample.text.split(' ').next_back())
        .filter(|word| word.starts_with(char::is_uppercase) && word.chars().count() > 2)
        .collect();
    for end in ends {
        for _ in 0..60 {
            push(ORGANIZATION, format!("{} {end}", chance.pick(&words)));
        }
    }
    for role in &roles {
        for _ in 0..6 {
            push(ROLE, role.clone());
        }
        for link in [" at ", ", ", " @ ", " for ", " bei ", " chez "] {
            push(ROLE, format!("{role}{link}{}", chance.pick(&organizations)));
        }
    }
    for heading in &headings {
        for _ in 0..6 {
            push(HEADING, heading.clone());
        }
        for _ in 0..3 {
            push(HEADING, capitals(heading));
        }
        push(HEADING, format!("{heading} and {}", chance.pick(&headings).to_lowercase()));
    }
    samples
}
