//! The ledger in the data folder, and what happens to addresses.

use super::error::CommandError;
use super::messages::say;
use super::report::counted;
use crate::bundle::{AddressChanges, IdKind, LEDGER, put, read_one, reason};
use crate::pages::link::evidence_id;
use std::io::Write;
use std::path::Path;

/// The most addresses that a line names. The rest are only counted.
const MOST_NAMES: usize = 5;

/// Writes the ledger if the site is built and the ledger changed. Returns `is_built`. If the folder cannot be written,
/// a message says so, because the site is built.
pub(super) fn keep_ledger(
    is_built: bool,
    data: &Path,
    ledger: &str,
    log: &mut dyn Write,
) -> Result<bool, CommandError> {
    if !is_built {
        return Ok(false);
    }
    let path = data.join(LEDGER);
    // A ledger that cannot be read is never replaced.
    let written = read_one(data, LEDGER).and_then(|known| match known {
        Some(known) if known == ledger.as_bytes() => Ok(true),
        known => put(data, LEDGER, ledger).map(|()| known.is_some()),
    });
    match written {
        Ok(true) => return Ok(is_built),
        Ok(false) => say(
            log,
            &format!("wrote {}: keep it with your notes, so that addresses stay", path.display()),
        ),
        Err(error) => {
            let why = reason(&error);
            say(log, &format!("note: {} could not be written: {why}", path.display()))
        }
    }?;
    Ok(is_built)
}

/// The lines on addresses that lead on, anchors that keep only a link, pages that lose exports, and addresses that end.
pub(super) fn address_lines(changes: &AddressChanges) -> Vec<String> {
    let mut lines = Vec::new();
    let lead_on = changes.lead_on.iter();
    let lead_on: Vec<String> = lead_on
        .map(|(then, now)| format!("{} -> {}", address(then), seen_from(then, now)))
        .collect();
    let left: Vec<String> = changes.left.iter().map(left_address).collect();
    let emptied: Vec<String> = changes.emptied.iter().map(address).collect();
    let ended: Vec<String> = changes.ended.iter().map(address).collect();
    let forgotten: Vec<String> = changes.forgotten.iter().map(address).collect();
    for (names, one, many) in [
        (lead_on, "address leads on", "addresses lead on"),
        (left, "anchor keeps only a link", "anchors keep only a link"),
        (
            emptied,
            "page has no exports any more, since its last note or talk is gone",
            "pages have no exports any more, since their last notes or talks are gone",
        ),
        (
            ended,
            "address ends, and stays in ids.tsv until you delete its line",
            "addresses end, and stay in ids.tsv until you delete their lines",
        ),
        (
            forgotten,
            "address ends, and ids.tsv forgets it, since its file is not for readers",
            "addresses end, and ids.tsv forgets them, since their files are not for readers",
        ),
    ] {
        if !names.is_empty() {
            let shown: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
            let more = if names.len() > MOST_NAMES { ", …" } else { "" };
            lines.push(format!("{}: {}{more}", counted(names.len(), one, many), shown.join(", ")));
        }
    }
    lines
}

/// Where an address leads: in the same folder, the id is enough.
fn seen_from((folder, _): &(IdKind, String), now: &(IdKind, String)) -> String {
    if now.0 == *folder && now.0 != IdKind::Note { now.1.clone() } else { address(now) }
}

/// Where something was on the page that it leaves.
fn left_address(((kind, id), place): &((IdKind, String), String)) -> String {
    let (page, anchor) = if *kind == IdKind::Theme {
        ((IdKind::Theme, id.clone()), evidence_id(&place.as_str().into()))
    } else {
        ((IdKind::Talk, place.clone()), id.clone())
    };
    address(&page) + "#" + &anchor
}

fn address((kind, id): &(IdKind, String)) -> String {
    match kind {
        IdKind::Note => {
            let recap = id.split_once('.').map_or(id.as_str(), |(recap, _)| recap);
            format!("recap/{recap}.html#{id}")
        }
        IdKind::Organization => format!("org/{id}.html"),
        IdKind::Series => format!("series/{id}.xml"),
        IdKind::View => format!("embed/saved/{id}.html"),
        IdKind::Author
        | IdKind::Conference
        | IdKind::Person
        | IdKind::Recap
        | IdKind::Talk
        | IdKind::Theme => {
            format!("{}/{id}.html", kind.word())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_on_and_what_ends_is_counted_and_named() {
        let changes = AddressChanges {
            lead_on: vec![((IdKind::Talk, "a".to_owned()), (IdKind::Talk, "b".to_owned()))],
            left: vec![
                ((IdKind::Note, "r.n".to_owned()), "t".to_owned()),
                ((IdKind::Theme, "felt".to_owned()), "loom-24".to_owned()),
            ],
            emptied: vec![(IdKind::Person, "bo".to_owned())],
            ended: (0..7).map(|number| (IdKind::Organization, format!("o{number}"))).collect(),
            forgotten: vec![(IdKind::Recap, "diary".to_owned())],
        };
        assert_eq!(
            address_lines(&changes),
            [
                "1 address leads on: talk/a.html -> b",
                "2 anchors keep only a link: talk/t.html#r.n, theme/felt.html#at-loom-24",
                "1 page has no exports any more, since its last note or talk is gone: person/bo.html",
                "7 addresses end, and stay in ids.tsv until you delete their lines: org/o0.html, org/o1.html, org/o2.html, org/o3.html, org/o4.html, …",
                "1 address ends, and ids.tsv forgets it, since its file is not for readers: recap/diary.html",
            ]
        );
    }
}
