//! A summary of a folder: in one line, and as the table at the end of a check.

use crate::bundle::Bundled;
use crate::ingest::Severity;
use crate::model::{Catalog, ConferenceId, Method, Rule, Subject, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The summary in one line.
pub(in crate::cli) fn summary(bundled: &Bundled) -> String {
    let errors = counted(count(bundled, Severity::Error), "error", "errors");
    if bundled.diagnostics.iter().any(|it| it.code == "registry") {
        return format!(
            "{errors}; the notes are checked once the settings or registry can be read"
        );
    }
    let catalog = &bundled.dataset.catalog;
    let found = [
        counted(catalog.recaps.len(), "recap", "recaps"),
        counted(told(catalog).len(), "conference", "conferences"),
        counted(catalog.talks.len(), "talk", "talks"),
        counted(catalog.notes.len(), "note", "notes"),
        counted(catalog.people.len(), "person", "people"),
        counted(catalog.themes.len(), "theme", "themes"),
    ];
    let problems = [
        errors,
        counted(count(bundled, Severity::Warning), "warning", "warnings"),
        counted(count(bundled, Severity::Uncertain), "uncertain", "uncertain"),
    ];
    format!("{}; {}", found.join(", "), problems.join(", "))
}

pub(in crate::cli) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The number of diagnostics of a severity.
fn count(bundled: &Bundled, severity: Severity) -> usize {
    bundled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// How items of one kind were found.
#[derive(Default)]
struct FindingCounts {
    /// Those that a header or a registry states.
    stated: BTreeSet<String>,
    /// Those that a rule found.
    matched: BTreeSet<String>,
    /// Those that a rule found but was unsure about.
    uncertain: BTreeSet<String>,
}

/// The table at the end of a check: how many of each kind there are, how many of them only a rule found, and how
/// many are uncertain. Then the rules that found something, most frequent first.
pub(in crate::cli) fn table(bundled: &Bundled) -> Vec<String> {
    let catalog = &bundled.dataset.catalog;
    let (found, rules) = findings(bundled);
    let mut lines = vec![format!("{:12}{:>8}{:>10}{:>11}", "", "found", "inferred", "uncertain")];
    for (name, n_found) in sizes(catalog) {
        let of_kind = found.get(name);
        let inferred = of_kind.map_or(0, |of| of.matched.difference(&of.stated).count());
        let uncertain = of_kind.map_or(0, |of| of.uncertain.difference(&of.stated).count());
        lines.push(format!("{name:12}{n_found:>8}{inferred:>10}{uncertain:>11}"));
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|(rule, n)| (std::cmp::Reverse(*n), *rule));
    let rules = rules.iter().map(|(rule, n)| format!("{} {n}", rule_name(*rule)));
    let rules: Vec<String> = rules.collect();
    if !rules.is_empty() {
        lines.push(String::new());
        lines.push(format!("inferred by rule: {}", rules.join(", ")));
    }
    lines
}

/// The conferences that a recap is about, or a note in one.
pub(in crate::cli) fn told(catalog: &Catalog) -> BTreeSet<&ConferenceId> {
    let recaps = catalog.recaps.iter().filter_map(|recap| recap.conference.as_ref());
    let notes = catalog.notes.iter().filter_map(|note| note.conference.as_ref());
    recaps.chain(notes).collect()
}

/// The rows of the table, with their totals from the catalog.
fn sizes(catalog: &Catalog) -> [(&'static str, usize); 5] {
    [
        ("recaps", catalog.recaps.len()),
        ("conferences", told(catalog).len()),
        ("talks", catalog.talks.len()),
        ("people", catalog.people.len()),
        ("themes", catalog.themes.len()),
    ]
}

/// How items were found, by the name of their row, and how many assignments each rule made.
fn findings(bundled: &Bundled) -> (BTreeMap<&'static str, FindingCounts>, BTreeMap<Rule, usize>) {
    let mut found: BTreeMap<&'static str, FindingCounts> = BTreeMap::new();
    let mut rules: BTreeMap<Rule, usize> = BTreeMap::new();
    let assignments = bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.assignments);
    for assignment in assignments {
        let (name, id) = match &assignment.target {
            Target::Conference(id) => ("conferences", id.as_str()),
            Target::Talk(id) => ("talks", id.as_str()),
            Target::Person(id) => ("people", id.as_str()),
            Target::Theme(id) => ("themes", id.as_str()),
            Target::Organization(_) | Target::Copy(_) => continue,
        };
        // A talk without a note shows how it was found by its speakers.
        if let (Subject::Talk(talk), Target::Person(_)) = (&assignment.subject, &assignment.target)
        {
            let talks = found.entry("talks").or_default();
            let is_matched = assignment.method == Method::Matched;
            let of_method = if is_matched { &mut talks.matched } else { &mut talks.stated };
            of_method.insert(talk.as_str().to_owned());
            if assignment.is_uncertain {
                talks.uncertain.insert(talk.as_str().to_owned());
            }
        }
        let of_kind = found.entry(name).or_default();
        if assignment.method == Method::Matched {
            *rules.entry(assignment.rule).or_default() += 1;
            of_kind.matched.insert(id.to_owned());
        } else {
            of_kind.stated.insert(id.to_owned());
        }
        if assignment.is_uncertain {
            of_kind.uncertain.insert(id.to_owned());
            // If the conference of a recap is uncertain, so is the recap.
            if let (Subject::Recap(recap), Target::Conference(_)) =
                (&assignment.subject, &assignment.target)
            {
                found.entry("recaps").or_default().uncertain.insert(recap.as_str().to_owned());
            }
        }
    }
    (found, rules)
}

/// The name of a rule, as the dataset spells it.
pub(in crate::cli) fn rule_name(rule: Rule) -> String {
    let name = serde_json::to_value(rule).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
