//! `make bench-ingest`: how much Hallway finds of what labeled documents say, as Markdown.
//!
//! `--misses` lists what it missed and what it found wrongly, in the documents that rules may be written against, which
//! are all except `fresh`; `--reveal` does so in all of them. Further words limit the list to cases whose path or kind
//! contains one of them, and the run to the named sets. A word with a slash is a folder with your own set, such as
//! notes that may not be published.

mod measure;

use measure::{
    Case, Outcome, Placed, SETS, SetCounts, Tally, folders, measure as measure_set, total,
};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::{self, Write as _};
use std::io::{self, Write as _};

type Outcomes = [(Case, Outcome)];

const HEAD: &str = "documents | refused | leaked | talks | at edition | speakers | recordings | persons \
    | non-talks taken | edition | wrong, unmarked | language";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (options, only): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| word.starts_with("--"));
    if let Some(other) = options.iter().find(|option| !matches!(**option, "--misses" | "--reveal"))
    {
        return Err(format!("{other} is no option; there are --misses and --reveal").into());
    }
    let mut text = String::new();
    let (named, words): (Vec<&str>, Vec<&str>) =
        only.into_iter().partition(|word| SETS.contains(word) || word.contains('/'));
    let sets = if named.is_empty() { SETS.to_vec() } else { named };
    for set in sets {
        let outcomes = measure_set(set)?;
        tables(&mut text, set, &outcomes)?;
        let is_listed =
            if set == "fresh" { options.contains(&"--reveal") } else { !options.is_empty() };
        if is_listed {
            misses(&mut text, &outcomes, &words)?;
        }
    }
    placed(&mut text, &folders()?, !options.is_empty())?;
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

/// The folders in which each file is labeled with its edition.
fn placed(text: &mut String, folders: &[Placed], is_listed: bool) -> fmt::Result {
    writeln!(text, "## folders\n")?;
    writeln!(text, "| folder | files at their edition | precision | wrong, unmarked |")?;
    writeln!(text, "| --- | ---: | ---: | ---: |")?;
    let row = |text: &mut String, name: &str, all: Tally, sure: Tally| {
        let wrong = sure.found - sure.right;
        writeln!(text, "| {name} | {} | {:.2} | {wrong} |", part(all), all.precision())
    };
    let (mut all, mut sure) = (Tally::default(), Tally::default());
    for folder in folders {
        row(text, &folder.kind, folder.all, folder.sure)?;
        all += folder.all;
        sure += folder.sure;
    }
    row(text, "all", all, sure)?;
    writeln!(text)?;
    for folder in folders.iter().filter(|folder| is_listed && !folder.faults.is_empty()) {
        writeln!(text, "### {}\n", folder.path)?;
        folder.faults.iter().try_for_each(|fault| writeln!(text, "- {fault}"))?;
        writeln!(text)?;
    }
    Ok(())
}

fn tables(text: &mut String, set: &str, outcomes: &Outcomes) -> fmt::Result {
    writeln!(text, "## {set}\n")?;
    head(text, "")?;
    row(text, "all", outcomes, |_| true)?;
    let by = |text: &mut String, name: &str, of: fn(&Case) -> &str| {
        writeln!(text)?;
        head(text, name)?;
        let values: BTreeSet<&str> = outcomes.iter().map(|(case, _)| of(case)).collect();
        values
            .into_iter()
            .try_for_each(|value| row(text, value, outcomes, |case| of(case) == value))
    };
    by(text, "kind", |case| &case.kind)?;
    by(text, "language", |case| &case.language)?;
    rules(text, outcomes)
}

/// How many of the talks that each rule finds are right.
fn rules(text: &mut String, outcomes: &Outcomes) -> fmt::Result {
    let mut rules: BTreeMap<&str, Tally> = BTreeMap::new();
    for (rule, tally) in outcomes.iter().flat_map(|(_, outcome)| &outcome.rules) {
        *rules.entry(rule).or_default() += *tally;
    }
    writeln!(text, "\n| rule | talks | precision |\n| --- | ---: | ---: |")?;
    for (rule, tally) in rules {
        writeln!(text, "| {rule} | {} | {:.2} |", tally.found, tally.precision())?;
    }
    writeln!(text)
}

fn head(text: &mut String, first: &str) -> fmt::Result {
    writeln!(text, "| {first} | {HEAD} |\n| --- |{}", " ---: |".repeat(HEAD.split('|').count()))
}

fn row(
    text: &mut String,
    name: &str,
    outcomes: &Outcomes,
    is_in: impl Fn(&Case) -> bool,
) -> fmt::Result {
    let chosen = outcomes.iter().filter(|(case, _)| is_in(case));
    let SetCounts {
        documents,
        refused,
        leaked,
        talks,
        placed,
        speakers,
        recordings,
        persons,
        no_talks,
        editions,
        unmarked,
        languages,
    } = total(chosen.map(|(_, outcome)| outcome));
    let (talks, speakers, recordings, persons) =
        (rates(talks), rates(speakers), rates(recordings), rates(persons));
    let (placed, no_talks, languages) = (part(placed), part(no_talks), part(languages));
    let edition = format!("{}, {} wrong", part(editions), editions.found - editions.right);
    writeln!(
        text,
        "| {name} | {documents} | {refused} | {leaked} | {talks} | {placed} | {speakers} | {recordings} | {persons} \
         | {no_talks} | {edition} | {unmarked} | {languages} |"
    )
}

/// Precision and recall.
fn rates(tally: Tally) -> String {
    let rate =
        |known: usize, rate: f64| if known == 0 { "–".to_owned() } else { format!("{rate:.2}") };
    format!("{} / {}", rate(tally.found, tally.precision()), rate(tally.expected, tally.recall()))
}

fn part(tally: Tally) -> String {
    format!("{} of {}", tally.right, tally.expected)
}

fn misses(text: &mut String, outcomes: &Outcomes, only: &[&str]) -> fmt::Result {
    for (case, outcome) in outcomes {
        let is_chosen = only.is_empty()
            || only.iter().any(|word| case.path.contains(word) || case.kind == *word);
        if is_chosen && !outcome.faults.is_empty() {
            writeln!(text, "### {} ({}, {})\n", case.path, case.kind, case.language)?;
            outcome.faults.iter().try_for_each(|fault| writeln!(text, "- {fault}"))?;
            writeln!(text)?;
        }
    }
    Ok(())
}
