//! Hallway finds no less in labeled documents than before; `tests/labeled/README.md` describes them.
//!
//! The floors are the results when they were last raised. `make bench-ingest` prints today's figures.

use crate::measure::{Case, Outcome, SETS, SetCounts, Tally, measure, total};

/// The least that must be found in a set, as shares, and the most that may go wrong, as counts.
struct Floor {
    set: &'static str,
    /// Precision and recall.
    talks: [f64; 2],
    /// Of the talks found, those at their edition.
    placed: f64,
    /// Precision over the talks found, recall over all talks.
    speakers: [f64; 2],
    recordings: [f64; 2],
    persons: [f64; 2],
    /// Files with their edition, among all files that have one.
    editions: f64,
    languages: f64,
    most_refused: usize,
    most_leaked: usize,
    /// Files with a wrong edition that nothing marks.
    most_unmarked: usize,
    /// Headings and phrases taken for talks.
    most_no_talks: usize,
}

const FLOORS: [Floor; 10] = [
    Floor {
        set: "seen",
        talks: [0.97, 0.94],
        placed: 0.88,
        speakers: [0.97, 0.93],
        recordings: [0.95, 0.95],
        persons: [0.99, 0.87],
        editions: 0.85,
        languages: 0.97,
        most_refused: 0,
        most_leaked: 1,
        most_unmarked: 0,
        most_no_talks: 0,
    },
    Floor {
        set: "unseen",
        talks: [0.97, 0.9],
        placed: 0.8,
        speakers: [0.96, 0.89],
        recordings: [0.95, 0.79],
        persons: [0.97, 0.83],
        editions: 0.8,
        languages: 0.98,
        most_refused: 0,
        most_leaked: 1,
        most_unmarked: 3,
        most_no_talks: 0,
    },
    Floor {
        set: "fresh",
        talks: [0.94, 0.84],
        placed: 0.9,
        speakers: [0.99, 0.85],
        recordings: [0.96, 0.78],
        persons: [0.98, 0.83],
        editions: 0.84,
        languages: 0.96,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 1,
        most_no_talks: 1,
    },
    Floor {
        set: "further",
        talks: [0.97, 0.92],
        placed: 0.65,
        speakers: [0.99, 0.91],
        recordings: [0.99, 0.99],
        persons: [0.99, 0.91],
        editions: 0.62,
        languages: 0.95,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 1,
        most_no_talks: 0,
    },
    Floor {
        set: "wider",
        talks: [0.92, 0.78],
        placed: 0.95,
        speakers: [0.98, 0.79],
        recordings: [0.98, 0.98],
        persons: [0.98, 0.82],
        editions: 0.9,
        languages: 0.98,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 0,
        most_no_talks: 0,
    },
    Floor {
        set: "strangers",
        talks: [0.98, 0.93],
        placed: 0.96,
        speakers: [0.99, 0.92],
        recordings: [0.98, 0.9],
        persons: [0.99, 0.84],
        editions: 0.97,
        languages: 0.97,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 1,
        most_no_talks: 0,
    },
    Floor {
        set: "others",
        talks: [0.92, 0.8],
        placed: 0.95,
        speakers: [0.99, 0.86],
        recordings: [0.98, 0.8],
        persons: [0.98, 0.82],
        editions: 0.97,
        languages: 0.95,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 0,
        most_no_talks: 1,
    },
    Floor {
        set: "passersby",
        talks: [0.93, 0.8],
        placed: 0.86,
        speakers: [0.98, 0.79],
        recordings: [0.99, 0.5],
        persons: [0.98, 0.73],
        editions: 0.87,
        languages: 0.94,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 4,
        most_no_talks: 3,
    },
    Floor {
        set: "neighbors",
        talks: [0.87, 0.71],
        placed: 0.82,
        speakers: [0.98, 0.7],
        recordings: [0.99, 0.85],
        persons: [0.98, 0.72],
        editions: 0.81,
        languages: 0.98,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 1,
        most_no_talks: 4,
    },
    Floor {
        set: "collectors",
        talks: [0.9, 0.81],
        placed: 0.74,
        speakers: [0.97, 0.84],
        recordings: [0.0, 0.0],
        persons: [0.96, 0.81],
        editions: 0.78,
        languages: 1.0,
        most_refused: 0,
        most_leaked: 0,
        most_unmarked: 0,
        most_no_talks: 1,
    },
];

/// The figures that are below their floor.
fn falls(floor: &Floor, counts: &SetCounts) -> Vec<String> {
    let rates = |name: &str, tally: Tally, least: [f64; 2]| {
        let [precision, recall] = least;
        [
            (format!("precision of {name}"), tally.precision(), precision),
            (format!("recall of {name}"), tally.recall(), recall),
        ]
    };
    let shares = [
        rates("talks", counts.talks, floor.talks),
        rates("speakers", counts.speakers, floor.speakers),
        rates("recordings", counts.recordings, floor.recordings),
        rates("persons", counts.persons, floor.persons),
    ];
    let others = [
        ("talks at their edition".to_owned(), counts.placed.recall(), floor.placed),
        ("recall of editions".to_owned(), counts.editions.recall(), floor.editions),
        ("languages".to_owned(), counts.languages.recall(), floor.languages),
    ];
    let low = shares.into_iter().flatten().chain(others).filter(|(_, share, least)| share < least);
    let low = low.map(|(name, share, least)| format!("{}: {name} {share:.3} < {least}", floor.set));
    let high = [
        ("files refused", counts.refused, floor.most_refused),
        ("things leaked", counts.leaked, floor.most_leaked),
        ("wrong editions unmarked", counts.unmarked, floor.most_unmarked),
        ("phrases taken for talks", counts.no_talks.right, floor.most_no_talks),
    ];
    let high = high.into_iter().filter(|(_, count, most)| count > most);
    let high = high.map(|(name, count, most)| format!("{}: {count} {name} > {most}", floor.set));
    low.chain(high).collect()
}

/// What is missed or wrong in documents that rules may be written against.
fn faults(set: &str, outcomes: &[(Case, Outcome)]) -> String {
    let shown = outcomes.iter().filter(|_| set == "seen");
    let lines = shown.flat_map(|(case, outcome)| {
        outcome.faults.iter().map(|fault| format!("{} ({}): {fault}\n", case.path, case.kind))
    });
    lines.collect()
}

#[track_caller]
fn check(set: &str) {
    let outcomes: Vec<(Case, Outcome)> = measure(set).unwrap();
    let counts = total(outcomes.iter().map(|(_, outcome)| outcome));
    let by_rule = outcomes.iter().flat_map(|(_, outcome)| outcome.rules.values());
    let n_by_rule: usize = by_rule.map(|tally| tally.found).sum();
    assert_eq!(n_by_rule, counts.talks.found, "each talk is counted for one rule");
    let floor = FLOORS.iter().find(|floor| floor.set == set).unwrap();
    let falls = falls(floor, &counts);
    assert!(falls.is_empty(), "{}\n{}", falls.join("\n"), faults(set, &outcomes));
}

#[test]
fn as_much_is_found_in_seen_documents_as_before() {
    check(SETS[0]);
}

#[test]
fn as_much_is_found_in_unseen_documents_as_before() {
    check(SETS[1]);
}

#[test]
fn as_much_is_found_in_fresh_documents_as_before() {
    check(SETS[2]);
}

#[test]
fn as_much_is_found_in_further_documents_as_before() {
    check(SETS[3]);
}

#[test]
fn as_much_is_found_in_wider_documents_as_before() {
    check(SETS[4]);
}

#[test]
fn as_much_is_found_in_notes_of_strangers_as_before() {
    check(SETS[5]);
}

#[test]
fn as_much_is_found_in_notes_of_others_as_before() {
    check(SETS[6]);
}

#[test]
fn as_much_is_found_in_notes_of_passersby_as_before() {
    check(SETS[7]);
}

#[test]
fn as_much_is_found_in_notes_of_neighbors_as_before() {
    check(SETS[8]);
}

#[test]
fn as_much_is_found_in_notes_of_collectors_as_before() {
    check(SETS[9]);
}
