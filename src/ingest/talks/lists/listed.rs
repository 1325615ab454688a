//! Finds talks in list items and headings: "Title - note", "Title by Name (Company)", "Title | Name | keynote".

use crate::ingest::lines::cut::{skipped, taken};
use crate::ingest::lines::set_off::title_case_share;
use crate::ingest::lines::title::title_odds;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::kinds::{is_talk_word, kind_of};
use crate::ingest::names::named_people::{Named, is_person_name, names_in};
use crate::ingest::names::no_talks::is_between_talks;
use crate::model::{Block, Inline, TalkKind, inline_text, plain_text};

/// A talk that a list item or heading names.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::ingest::talks) struct Listed {
    /// Its title.
    pub title: String,
    /// The speakers, as far as the line names them.
    pub speakers: Vec<Named>,
    /// The kind of talk, if the line gives it.
    pub kind: Option<TalkKind>,
    /// Addresses the title links to.
    pub links: Vec<String>,
    /// The note: the rest of the item.
    pub note: Vec<Block>,
}

/// Longest title in words.
const LONGEST_TITLE: usize = 22;

/// Fewest words of a note in "Title - note"; fewer words are as likely part of a phrase with a dash.
const SHORTEST_NOTE: usize = 6;

/// The talk of a list item that begins with its title.
pub(in crate::ingest::talks) fn talk_in_item(item: &[Block]) -> Option<Listed> {
    let (Block::Paragraph(inlines), rest) = item.split_first()? else { return None };
    let words = inline_text(inlines);
    let is_set_off = matches!(
        inlines.first(),
        Some(Inline::Strong(_) | Inline::Link { .. } | Inline::Emphasis(_))
    ) || words.starts_with(['"', '“']);
    let (title_end, note_start) = if words.contains(" | ") {
        (words.len(), words.len())
    } else if let Some(split) = split_at_dash(&words) {
        split
    } else if is_set_off {
        set_off_split(inlines, &words)?
    } else {
        return None;
    };
    let mut listed = byline(words.get(..title_end)?);
    listed.links = crate::ingest::passage::links_of(&[Block::Paragraph(taken(inlines, title_end))]);
    let note = skipped(inlines, note_start);
    if !inline_text(&note).trim().is_empty() {
        listed.note.push(Block::Paragraph(note));
    }
    listed.note.extend(rest.iter().cloned());
    if let Some(byline) = Byline::parse(&listed.title).filter(|it| is_set_off && it.odds > 1.0) {
        // "[Ada Weaver](…) on looms": the talk is known only by its speaker.
        if !listed.speakers.is_empty() || byline.people.is_empty() {
            return None;
        }
        return Some(Listed { title: String::new(), speakers: byline.people, ..listed });
    }
    if listed.speakers.is_empty() {
        listed.speakers = speaker_at_start(&plain_text(&listed.note));
    }
    let note_words = plain_text(&listed.note).split_whitespace().count();
    let is_sure = is_set_off || !listed.speakers.is_empty();
    (is_title(&listed.title)
        && (note_words >= SHORTEST_NOTE || is_sure && !listed.speakers.is_empty()))
    .then_some(listed)
}

/// The people at the start of a note: "Title - Ada Weaver showed how…".
fn speaker_at_start(note: &str) -> Vec<Named> {
    names_in(note).into_iter().take(1).filter(|named| named.range.start == 0).collect()
}

/// Whether the words announce talks, as in "the videos I watched".
pub(in crate::ingest::talks) fn announces_talks(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| {
        is_talk_word(word)
            || matches!(word, "video" | "videos" | "recordings" | "recording" | "speakers")
    })
}

fn is_title(text: &str) -> bool {
    let begins_well =
        text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '\'' | '‘'));
    let count = text.split_whitespace().count();
    begins_well
        && (1..=LONGEST_TITLE).contains(&count)
        && title_case_share(text) >= 0.6
        && !text.ends_with('.')
        && title_odds(text, true).is_some()
        // "09:30 Welcome".
        && !is_between_talks(text.get(lead(text).length..).unwrap_or_default())
}

/// End of the title and start of the note around the first dash with spaces around it.
fn split_at_dash(words: &str) -> Option<(usize, usize)> {
    [" - ", " – ", " — ", " -- "]
        .iter()
        .filter_map(|dash| words.find(dash).map(|at| (at, at + dash.len())))
        .min()
}

/// A bold, quoted or linked title ends at its mark; a colon or dash may follow.
fn set_off_split(inlines: &[Inline], words: &str) -> Option<(usize, usize)> {
    let first = inline_text(inlines.get(..1)?);
    let mut end = if words.starts_with(['"', '“']) {
        let close = words.char_indices().skip(1).find(|(_, c)| matches!(c, '"' | '”'))?;
        close.0 + close.1.len_utf8()
    } else {
        first.len()
    };
    let rest = words.get(end..)?;
    if [" by ", " with ", " ("].iter().any(|mark| rest.starts_with(mark)) {
        end += rest.find([':', '\n']).or_else(|| rest.find(". ")).unwrap_or(rest.len());
    }
    let rest = words.get(end..)?;
    let lead = rest.len() - rest.trim_start_matches([':', '.', ',', ' ', '-', '–', '—']).len();
    Some((end, end + lead))
}

/// Splits a line into title, kind and speakers.
fn byline(line: &str) -> Listed {
    let mut listed = Listed::default();
    let mut parts = line.split(" | ");
    let mut title = parts.next().unwrap_or_default().trim();
    for part in parts {
        let names = names_in(part);
        if names.is_empty() {
            listed.kind = listed.kind.or_else(|| kind_of(part));
        }
        listed.speakers.extend(names);
    }
    if let Some((label, rest)) = title.split_once(": ")
        && kind_of(label).is_some_and(|kind| kind != TalkKind::Talk)
        && label.split_whitespace().count() <= 2
    {
        listed.kind = kind_of(label);
        title = rest.trim();
    }
    for mark in [" by ", " with ", " (", " - ", " – ", " — ", ", "] {
        let split = title.rsplit_once(mark).filter(|(head, _)| !head.is_empty());
        let Some((head, tail)) = split else { continue };
        let start = head.len() + usize::from(mark == " (");
        let names = names_in(title.get(start..).unwrap_or_default());
        let begins = names
            .first()
            .is_some_and(|named| tail.trim_start_matches(['(', ' ']).starts_with(&named.name));
        // A title may contain a dash or a comma, so only a name may follow it.
        let is_name_only = || {
            let first = tail.split([',', '&', ')']).next().unwrap_or_default();
            first.split(" and ").all(|name| is_person_name(name.trim()))
        };
        if begins && (matches!(mark, " by " | " with ") || is_name_only()) {
            listed.speakers = with_company(names, tail);
            title = head.trim();
            break;
        }
    }
    unquoted(title).clone_into(&mut listed.title);
    listed
}

/// `Name, Company`, `Name, role, Company` and `Name & Name, Company` at the end of a line.
fn with_company(mut names: Vec<Named>, tail: &str) -> Vec<Named> {
    let tail = tail.trim_end_matches(')');
    let Some((_, company)) = tail.rsplit_once(", ") else { return names };
    let company = company.trim();
    let has_none = names.iter().all(|named| named.organizations.is_empty());
    if has_none && !is_person_name(company) && company.starts_with(|c: char| c.is_alphanumeric()) {
        for named in &mut names {
            named.organizations.push(company.to_owned());
        }
    }
    names
}

fn unquoted(text: &str) -> &str {
    text.trim()
        .trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '«' | '»' | ' '))
        .trim_end_matches([':', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title, speakers with organizations, note.
    fn shown(listed: Option<Listed>) -> Option<(String, String, String)> {
        listed.map(|listed| {
            let speakers: Vec<String> = listed
                .speakers
                .iter()
                .map(|named| format!("{} ({})", named.name, named.organizations.join(", ")))
                .collect();
            (listed.title, speakers.join(" + "), plain_text(&listed.note).trim().to_owned())
        })
    }

    #[track_caller]
    fn check_item(inlines: Vec<Inline>, expected: Option<(&str, &str, &str)>) {
        let found = shown(talk_in_item(&[Block::Paragraph(inlines)]));
        assert_eq!(found, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    const NOTE: &str = "the author says that looms are loud";

    #[test]
    fn an_item_may_begin_with_the_title_of_a_talk() {
        check_item(
            vec![text(&format!("Looms: Weaving the Mesh - {NOTE}"))],
            Some(("Looms: Weaving the Mesh", "", NOTE)),
        );
        check_item(
            vec![text(&format!("Looms and ‘Threads’ – {NOTE}"))],
            Some(("Looms and ‘Threads’", "", NOTE)),
        );
        check_item(
            vec![Inline::Strong(vec![text("On Looms")]), text(&format!(": {NOTE}"))],
            Some(("On Looms", "", NOTE)),
        );
        check_item(
            vec![text(&format!("“On Looms” by Ada Weaver (Warp): {NOTE}"))],
            Some(("On Looms", "Ada Weaver (Warp)", NOTE)),
        );
        check_item(
            vec![text("\"How Good Is It?\" | Ada Weaver (Warp), Bo Thread (Weft) | keynote")],
            Some(("How Good Is It?", "Ada Weaver (Warp) + Bo Thread (Weft)", "")),
        );
    }

    #[test]
    fn a_note_may_begin_with_the_speaker() {
        check_item(
            vec![text("Threads of Time - Ada Weaver (Warp) showed how to keep them")],
            Some((
                "Threads of Time",
                "Ada Weaver (Warp)",
                "Ada Weaver (Warp) showed how to keep them",
            )),
        );
        check_item(
            vec![text("\"Threads of Time\" with Ada Weaver of Warp: numbers on looms and friends")],
            Some(("Threads of Time", "Ada Weaver (Warp)", "numbers on looms and friends")),
        );
    }

    #[test]
    fn a_name_that_is_set_off_is_who_spoke_and_no_title() {
        let link =
            Inline::Link { url: "https://ada.example".to_owned(), text: vec![text("Ada Weaver")] };
        let item = [Block::Paragraph(vec![link, text(" on looms that sing")])];
        let listed = talk_in_item(&item).unwrap();
        assert_eq!((listed.title.as_str(), listed.speakers[0].name.as_str()), ("", "Ada Weaver"));
    }

    #[test]
    fn an_item_without_a_title_is_no_talk() {
        check_item(vec![text("looms are loud - that is what they all say here")], None);
        check_item(vec![text("gLoom: a team has written a loom in its own language")], None);
        check_item(vec![text("Looms - short")], None);
        check_item(
            vec![text(
                "I had no idea how many looms there are. Really - who needs so many of them?",
            )],
            None,
        );
        check_item(
            vec![text("09:15 Registration – Ada Weaver showed us the way to the hall")],
            None,
        );
        check_item(vec![], None);
    }
}
