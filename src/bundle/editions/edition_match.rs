//! Matches each recap with its edition, and reports uncertain and contradicted matches.

use super::derived::derive_editions;
use super::evidence::{EditionMatch, Verdict, weigh};
use super::folder_match::match_by_folder;
use super::hints::Hints;
use super::known::Editions;
use super::recap_editions::RecapEditions;
use super::sections::{Sections, section_editions};
use super::unparsed::unparsed;
use crate::bundle::copies::CopySet;
use crate::bundle::report::{Finding, Reports};
use crate::ingest::{Draft, host, is_on_plans, letters, links_of};
use crate::model::{Block, Rule};
use std::collections::BTreeMap;

/// The editions of each recap, in recap order. Adds editions that no registry lists. `readmes` may name the editions of
/// their folders.
pub(in crate::bundle) fn match_editions(
    sets: &[CopySet],
    readmes: &[Draft],
    editions: &mut Editions,
    reports: &mut Reports<'_>,
) -> Vec<RecapEditions> {
    let drafts = sets.iter().flat_map(CopySet::drafts);
    let drafts: Vec<&Draft> = drafts.filter(|draft| !is_before_event(draft)).collect();
    let hints = derive_editions(&drafts, readmes, editions);
    let matcher = |set: &CopySet| {
        if is_before_event(&set.canonical) {
            return (Verdict::Silent, Sections::default());
        }
        let sections = section_editions(&set.canonical, &hints);
        if sections.parts.is_empty() {
            (verdict(set, editions, &hints), sections)
        } else {
            (Verdict::Silent, sections)
        }
    };
    let found: Vec<(Verdict, Sections)> = sets.iter().map(matcher).collect();
    let mut matches: Vec<RecapEditions> = Vec::new();
    let mut unclear = BTreeMap::new();
    for (set, (verdict, sections)) in sets.iter().zip(found) {
        let whole = match verdict {
            Verdict::Matched(found) => Some(found),
            Verdict::Unlisted(name) => Some(unlisted(&set.canonical, &name, editions, &hints)),
            Verdict::Ambiguous(names) => {
                report_ambiguous(&set.canonical, &names, editions, reports);
                unclear.insert(set.canonical.path.clone(), names);
                None
            }
            Verdict::Silent => None,
        };
        let mut spans = hints.spans_of(&set.canonical).to_vec();
        spans.extend(sections.unknown);
        spans.sort_by_key(|span| (span.first, std::cmp::Reverse(span.last)));
        matches.push(RecapEditions { whole, parts: sections.parts, spans });
    }
    match_by_folder(sets, &mut matches, &unclear, editions);
    for (set, found) in sets.iter().zip(&matches) {
        report_match(set, found, editions, reports);
    }
    super::derived_report::report_derived(sets, &matches, editions, reports);
    matches
}

/// Whether a recap is not about a past event, and states no event.
fn is_before_event(draft: &Draft) -> bool {
    draft.conference.0.is_empty() && is_on_plans(&draft.title.0)
}

/// The verdict of all copies of a recap. The copy with the most certain match decides.
fn verdict(set: &CopySet, editions: &Editions, hints: &Hints) -> Verdict {
    let verdicts: Vec<Verdict> =
        set.drafts().map(|draft| weigh(editions, draft, hints.of(draft))).collect();
    let is_sure =
        |verdict: &&Verdict| matches!(verdict, Verdict::Matched(found) if !found.is_uncertain);
    let verdict = verdicts.iter().find(is_sure).or_else(|| verdicts.first());
    verdict.cloned().unwrap_or(Verdict::Silent)
}

/// The edition for a name that a header states and no registry lists.
fn unlisted(draft: &Draft, name: &str, editions: &mut Editions, hints: &Hints) -> EditionMatch {
    let line = draft.conference.1;
    if let Some((edition, is_sure)) = hints.stated(draft) {
        return EditionMatch {
            is_uncertain: !is_sure,
            ..EditionMatch::stated(edition, line, name)
        };
    }
    EditionMatch::stated(unparsed(editions, name), line, name)
}

fn report_ambiguous(
    draft: &Draft,
    found: &[usize],
    editions: &Editions,
    reports: &mut Reports<'_>,
) {
    let found: Vec<_> = found.iter().filter_map(|index| editions.all.get(*index)).collect();
    let names: Vec<&str> = found.iter().map(|edition| edition.name.as_str()).collect();
    let message = format!("the conference is unclear: it could be {}", enumerated(&names));
    let example = found.first().map_or("", |edition| &edition.id);
    let help = format!("state it in the header, e.g. conference: {example}");
    let (title, line) = (draft.title.0.as_str(), draft.title.1);
    reports
        .add(&draft.path, &Finding::uncertain("edition-unclear", message, &help).at(line, title));
}

/// Reports a recap without an edition, an uncertain match, and links that contradict a match.
fn report_match(
    set: &CopySet,
    found: &RecapEditions,
    editions: &Editions,
    reports: &mut Reports<'_>,
) {
    let draft = &set.canonical;
    report_parts(draft, found, reports);
    let Some(whole) = &found.whole else {
        let is_reported = reports.has(&draft.path, "edition-unclear");
        if found.parts.is_empty() && found.spans.is_empty() && !is_reported {
            let message =
                "nothing says which conference this is about; it is shown without one".to_owned();
            let help = "state it in the header, e.g. conference: Name of the event 2024; if this is about no conference, draft: true keeps it off the site";
            let (title, line) = (draft.title.0.as_str(), draft.title.1);
            let finding = Finding::warning("edition-unknown", message, help).at(line, title);
            reports.add(&draft.path, &finding);
        }
        return;
    };
    let Some(edition) = editions.all.get(whole.edition) else { return };
    if whole.is_uncertain {
        let because = if whole.rule == Rule::EditionByFolder {
            "like the other recaps in its folder".to_owned()
        } else {
            format!("because of \"{}\"", whole.reason)
        };
        // A name is no reason for itself.
        let message = if letters(&whole.reason) == letters(&edition.name) {
            format!("this names {} and is probably about it", edition.name)
        } else {
            format!("this is probably about {}, {because}", edition.name)
        };
        let help = format!("state it in the header, e.g. conference: {}", edition.id);
        let finding = Finding::uncertain("edition-uncertain", message, &help);
        reports.add(&draft.path, &finding.at(whole.line, &whole.reason));
    }
    for draft in set.drafts() {
        check_links(draft, editions, whole.edition, reports);
    }
}

/// Reports parts that name a separate event which cannot be identified.
fn report_parts(draft: &Draft, found: &RecapEditions, reports: &mut Reports<'_>) {
    let mut unclear = found.spans.iter().filter(|span| span.edition.is_none());
    let Some(first) = unclear.next() else { return };
    let more = match unclear.count() {
        0 => String::new(),
        1 => ", and so does one other part".to_owned(),
        count => format!(", and so do {count} other parts"),
    };
    let named =
        if first.words.is_empty() { "no event".to_owned() } else { format!("\"{}\"", first.words) };
    let message = format!(
        "this names {named} but no conference with its year{more}; it is shown without a conference"
    );
    let help = "write the name with its year, e.g. Name of the event 2024";
    let finding = Finding::uncertain("edition-unclear", message, help);
    reports.add(&draft.path, &finding.at(first.first, &first.words));
}

/// Reports links into the schedule of another edition. They do not change the match, but a person should check them.
fn check_links(draft: &Draft, editions: &Editions, edition: usize, reports: &mut Reports<'_>) {
    let blocks: Vec<Block> = draft.passages.iter().map(|passage| passage.block.clone()).collect();
    let stated = draft.talks.iter().flat_map(|talk| talk.links.iter().map(|(_, url)| url.clone()));
    let links: Vec<String> =
        links_of(&blocks).into_iter().chain(stated.filter(|_| draft.is_stated)).collect();
    let mut strays: Vec<(usize, String)> = Vec::new();
    for url in links {
        let Some(other) = host(&url)
            .and_then(|host| edition_of_host(editions, &host))
            .filter(|other| *other != edition)
        else {
            continue;
        };
        if !strays.iter().any(|(_, known)| *known == url) {
            strays.push((other, url));
        }
    }
    let Some((other, first)) = strays.first() else { return };
    let name_of =
        |index: usize| editions.all.get(index).map_or("", |edition| edition.name.as_str());
    let (name, other) = (name_of(edition), name_of(*other));
    let count = strays.len();
    let them = if count == 1 { "1 link points".to_owned() } else { format!("{count} links point") };
    let message = format!("{them} at the schedule of {other}, but the recap is about {name}");
    let help = "compare the links with the talks; Hallway keeps the conference that the text names";
    let line = reports.line_of(&draft.path, first);
    let finding = Finding::warning("link-to-other-edition", message, help).at(line, first);
    reports.add(&draft.path, &finding);
}

fn edition_of_host(editions: &Editions, host: &str) -> Option<usize> {
    editions
        .all
        .iter()
        .position(|edition| edition.hosts.iter().any(|known| known.eq_ignore_ascii_case(host)))
}

fn enumerated(names: &[&str]) -> String {
    match names {
        [head @ .., last] if !head.is_empty() => format!("{} or {last}", head.join(", ")),
        _ => names.concat(),
    }
}
