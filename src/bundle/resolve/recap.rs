//! The facts of a recap, and the texts that only its other copies have.

use crate::bundle::copies::{CopySet, boilerplate};
use crate::bundle::editions::EditionMatch;
use crate::bundle::registry::ConferenceEntry;
use crate::bundle::report::{Reports, lines};
use crate::ingest::{Draft, name_key};
use crate::model::{
    Assignment, ConferenceId, Copy, CopyText, Lines, Method, Recap, RecapId, Rule, Subject, Target,
};

/// The recap without its notes.
pub(super) fn recap(set: &CopySet, id: RecapId, conference: Option<ConferenceId>) -> Recap {
    let title = set.title();
    let file = set.canonical.path.rsplit('/').next();
    let stem = file.and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
    let first = |field: fn(&Draft) -> &String| {
        set.drafts().map(field).find(|text| !text.is_empty()).cloned().unwrap_or_default()
    };
    let language = first(|draft| &draft.language);
    Recap {
        id,
        title: if title.is_empty() { stem.to_owned() } else { title.to_owned() },
        author: first(|draft| &draft.author),
        published: set.drafts().filter_map(|draft| draft.published).min(),
        license: first(|draft| &draft.license),
        language: if language.is_empty() { "en".to_owned() } else { language },
        conference,
        copies: copies(set),
        notes: Vec::new(),
    }
}

/// Makes an event that is named as the author of its own program the publisher: only people write notes.
pub(super) fn credit_event(recap: &mut Recap, event: Option<&ConferenceEntry>) {
    let Some(event) = event.filter(|_| !recap.author.is_empty()) else { return };
    let author = name_key(&recap.author);
    let mut names = [&event.name, &event.short_name].into_iter().chain(&event.aliases);
    if names.any(|name| name_key(name) == author) {
        let author = std::mem::take(&mut recap.author);
        for copy in recap.copies.iter_mut().filter(|copy| copy.publisher.is_empty()) {
            copy.publisher.clone_from(&author);
        }
    }
}

/// The files of a recap, followed by the other places that its headers state.
fn copies(set: &CopySet) -> Vec<Copy> {
    let files = set.drafts().map(|draft| Copy {
        file: draft.path.clone(),
        publisher: draft.publisher.clone(),
        url: draft.url.clone(),
        published: draft.published,
    });
    let stated = set.drafts().flat_map(|draft| &draft.copies).map(|copy| Copy {
        file: String::new(),
        publisher: copy.publisher.clone(),
        url: copy.url.clone(),
        published: copy.published,
    });
    files.chain(stated).collect()
}

/// Why a recap belongs to its conference.
pub(super) fn edition_assignment(
    draft: &Draft,
    recap: &RecapId,
    conference: &ConferenceId,
    found: &EditionMatch,
) -> Assignment {
    Assignment {
        subject: Subject::Recap(recap.clone()),
        target: Target::Conference(conference.clone()),
        method: found.method,
        rule: found.rule,
        lines: lines(draft, found.line, found.line),
        reason: found.reason.clone(),
        is_uncertain: found.is_uncertain,
    }
}

/// Why a part of a recap belongs to its own conference.
pub(super) fn part_assignment(
    draft: &Draft,
    recap: &RecapId,
    conference: &ConferenceId,
    line: u32,
    words: &str,
) -> Assignment {
    Assignment {
        subject: Subject::Recap(recap.clone()),
        target: Target::Conference(conference.clone()),
        method: Method::Matched,
        rule: Rule::EditionInText,
        lines: lines(draft, line, line),
        reason: words.to_owned(),
        is_uncertain: false,
    }
}

/// Why files are copies of a recap.
pub(super) fn copy_assignments(
    set: &CopySet,
    recap: &RecapId,
    reports: &Reports<'_>,
) -> Vec<Assignment> {
    let assignments = set.others.iter().map(|other| {
        let file = other.draft.path.clone();
        let last = reports.last_line(&file);
        Assignment {
            subject: Subject::Recap(recap.clone()),
            target: Target::Copy(file.clone()),
            method: Method::Matched,
            rule: Rule::CopyByShingles,
            lines: Lines { file, first: 1, last },
            reason: format!(
                "{:.0} % of the five-word sequences are the same",
                other.overlap * 100.0
            ),
            is_uncertain: false,
        }
    });
    assignments.collect()
}

/// The texts that only some copies have.
pub(super) fn copy_texts(set: &CopySet, recap: &RecapId) -> Vec<CopyText> {
    let own = boilerplate(&set.canonical);
    let own = (!own.is_empty()).then(|| CopyText {
        recap: recap.clone(),
        file: set.canonical.path.clone(),
        extras: own,
        wording: Vec::new(),
    });
    let others = set.others.iter().map(|other| CopyText {
        recap: recap.clone(),
        file: other.draft.path.clone(),
        extras: other.extras.clone(),
        wording: other.wording.clone(),
    });
    own.into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::super::context::testing::draft;
    use super::*;
    use crate::bundle::copies::group_copies;

    fn set_of(drafts: Vec<Draft>) -> CopySet {
        let mut sets = group_copies(drafts, |_| None);
        assert_eq!(sets.len(), 1, "the drafts are copies");
        sets.remove(0)
    }

    #[test]
    fn a_recap_without_a_title_is_called_like_its_file() {
        let unnamed = Draft { path: "2018/loom.day.md".to_owned(), ..Draft::default() };
        let recap = recap(&set_of(vec![unnamed]), RecapId("r".to_owned()), None);
        assert_eq!((recap.title.as_str(), recap.language.as_str()), ("loom.day", "en"));
    }

    #[test]
    fn an_event_is_no_author_of_notes() {
        let event =
            ConferenceEntry { name: "LoomConf 2018".to_owned(), ..ConferenceEntry::default() };
        for (author, kept, publisher) in
            [("Loomconf 2018", "", "Loomconf 2018"), ("Ada Weaver", "Ada Weaver", "")]
        {
            let draft = draft(&format!("---\nauthor: {author}\n---\n\n# Looms\n\nGood."));
            let mut recap = recap(&set_of(vec![draft]), RecapId("r".to_owned()), None);
            credit_event(&mut recap, Some(&event));
            assert_eq!(
                (recap.author.as_str(), recap.copies[0].publisher.as_str()),
                (kept, publisher)
            );
        }
    }

    #[test]
    fn each_copy_adds_the_facts_that_the_others_lack() {
        let words: Vec<String> = (0..200).map(|number| format!("word{number}")).collect();
        let words = words.join(" ");
        let first =
            draft(&format!("---\ndate: 2018-05-04\nauthor: Ada Weaver\n---\n\n# Looms\n\n{words}"));
        let mut second =
            draft(&format!("---\ndate: 2018-05-02\nlicense: CC0-1.0\n---\n\n# Looms\n\n{words}"));
        second.path = "second.md".to_owned();
        let set = set_of(vec![first, second]);
        let recap = recap(&set, RecapId("r".to_owned()), None);
        assert_eq!((recap.author.as_str(), recap.license.as_str()), ("Ada Weaver", "CC0-1.0"));
        assert_eq!(recap.published.map(|date| date.to_string()).as_deref(), Some("2018-05-02"));
        let mut files: Vec<&str> = recap.copies.iter().map(|copy| copy.file.as_str()).collect();
        files.sort_unstable();
        assert_eq!(files, ["notes.md", "second.md"]);
    }
}
