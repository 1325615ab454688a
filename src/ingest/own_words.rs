//! Whether a text says of itself that it is not for readers: `WIP: LoomConf 2019`, `DRAFT - DO NOT SHARE`.

use super::draft::Draft;
use super::header::Header;
use super::left_out::LeftOut;
use super::passage::Passage;
use super::source::Source;
use crate::model::{Block, Inline, inline_text};

/// Words that make a text a draft when they stand by themselves, in lower case.
const DRAFT: &[&str] = &[
    "draft",
    "wip",
    "first draft",
    "rough draft",
    "early draft",
    "this is a draft",
    "work in progress",
    "entwurf",
    "in arbeit",
    "brouillon",
    "en cours de rédaction",
    "borrador",
    "bozza",
    "rascunho",
    "utkast",
    "下書き",
    "草稿",
];

/// Sentences that ask to keep a text to oneself.
const KEEP: &[&str] = &[
    "do not share",
    "don't share",
    "don’t share",
    "do not publish",
    "don't publish",
    "don’t publish",
    "do not distribute",
    "do not forward",
    "do not circulate",
    "do not tell anyone",
    "don't tell anyone",
    "don’t tell anyone",
    "please do not share",
    "please do not publish",
    "not for publication",
    "not for sharing",
    "not for distribution",
    "nicht weitergeben",
    "bitte nicht weitergeben",
    "nicht weiterleiten",
    "nicht teilen",
    "nicht veröffentlichen",
    "nicht zur veröffentlichung",
    "ne pas diffuser",
    "ne pas partager",
    "ne pas publier",
    "no difundir",
    "no compartir",
    "no publicar",
    "non diffondere",
    "non condividere",
    "não divulgar",
    "niet delen",
];

/// Words that make a text or a part of it private.
const PRIVATE: &[&str] = &[
    "private",
    "private notes",
    "personal notes",
    "internal",
    "internal only",
    "internal notes",
    "internal use only",
    "for internal use only",
    "confidential",
    "strictly confidential",
    "privat",
    "private notizen",
    "persönliche notizen",
    "intern",
    "nur intern",
    "nur für intern",
    "interne notizen",
    "vertraulich",
    "streng vertraulich",
    "privé",
    "notes privées",
    "notes personnelles",
    "interne",
    "notes internes",
    "usage interne",
    "confidentiel",
    "privado",
    "notas privadas",
    "notas personales",
    "interno",
    "confidencial",
    "privato",
    "note private",
    "note personali",
    "riservato",
    "privé notities",
    "vertrouwelijk",
    "notas pessoais",
    "非公開",
    "社外秘",
];

/// The parts of a line: between dashes that stand apart, colons, other stops and brackets.
fn parts(line: &str) -> Vec<String> {
    const STOPS: [char; 16] =
        [':', '：', '–', '—', ',', ';', '.', '!', '/', '|', '(', ')', '[', ']', '【', '】'];
    let pieces = line.split(STOPS).flat_map(|piece| piece.split(" - "));
    let trimmed =
        pieces.map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    trimmed.filter(|piece| !piece.is_empty()).collect()
}

fn reason(part: &str) -> Option<LeftOut> {
    if DRAFT.contains(&part) {
        return Some(LeftOut::Draft);
    }
    (PRIVATE.contains(&part) || KEEP.contains(&part)).then_some(LeftOut::Private)
}

/// Why a text is not for readers, as a line says that is about nothing else: "DRAFT - DO NOT SHARE".
pub(super) fn by_line(line: &str) -> Option<LeftOut> {
    const LONGEST: usize = 100;
    if line.len() > LONGEST {
        return None;
    }
    let parts = parts(line);
    let is_known = |part: &String| reason(part).is_some();
    parts.iter().find_map(|part| reason(part)).filter(|_| parts.iter().all(is_known))
}

/// Why a text is not for readers, as its title says: in front of a colon, a dash or behind brackets, or at its end.
/// "Draft beer" and "Internet-Draft: QUIC" are about drafts.
///
/// `is_of_talk`: the title may be that of a talk. "Work in progress: looms" is a good one.
pub(super) fn by_title(title: &str, is_of_talk: bool) -> Option<LeftOut> {
    if let Some(reason) = by_line(title) {
        return Some(reason);
    }
    let title = title.trim_matches(|c: char| !c.is_alphanumeric() && !"([【)]】".contains(c));
    let inside = |open: char, close: char| {
        let first = title.strip_prefix(open).and_then(|rest| rest.split_once(close)).map(|it| it.0);
        let last = title.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).map(|it| it.1);
        [first, last]
    };
    let bracketed = [inside('(', ')'), inside('[', ']'), inside('【', '】')].concat();
    if let Some(reason) = bracketed.into_iter().flatten().find_map(by_line) {
        return Some(reason);
    }
    let lead = [": ", "：", " : ", " - ", " – ", " — ", " | "]
        .iter()
        .filter_map(|mark| title.split_once(mark))
        .map(|(lead, _)| lead)
        .min_by_key(|lead| lead.len())?;
    let tail = [" - ", " – ", " — ", ", "].iter().filter_map(|mark| title.rsplit_once(mark));
    let tail = tail.map(|(_, tail)| tail).min_by_key(|tail| tail.len());
    let is_sure = |part: &&str| !is_of_talk || part.trim().to_lowercase() != "work in progress";
    [Some(lead).filter(is_sure), tail].into_iter().flatten().find_map(by_line)
}

/// Why a text is not for readers, as its first line says, or the one below its title.
pub(super) fn by_first_line(draft: &Draft, source: &Source, start: usize) -> Option<LeftOut> {
    let body = source.text.get(start..).unwrap_or_default();
    // A heading may begin a section, and says nothing about the others.
    let first = body.lines().find(|line| !line.trim().is_empty());
    let first = first.filter(|line| !line.starts_with('#')).and_then(by_line);
    first.or_else(|| match &draft.passages.first()?.block {
        // A word in code is an example.
        Block::Paragraph(text) if !text.iter().any(|it| matches!(it, Inline::Code(_))) => {
            by_line(&inline_text(text))
        }
        // A bold line above a paragraph. "Private" in it begins a section.
        Block::Heading { level: 6, text } => {
            by_line(&inline_text(text)).filter(|reason| *reason == LeftOut::Draft)
        }
        Block::Paragraph(_)
        | Block::Heading { .. }
        | Block::List { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => None,
    })
}

/// Whether the title of a file may be that of a talk: its header names speakers, or other titles follow below it.
pub(super) fn may_be_talk(draft: &Draft, header: &Header) -> bool {
    let is_title = |passage: &Passage| matches!(passage.block, Block::Heading { level: 1, .. });
    header.own_talk.is_some() || draft.passages.iter().any(is_title)
}

/// Whether a heading says that the text below it is for the author alone.
pub(super) fn is_private(heading: &str) -> bool {
    let is_private = |text: &str| matches!(by_line(text), Some(LeftOut::Private));
    let close = heading.trim().strip_suffix([')', ']']);
    let aside = close.and_then(|rest| rest.rsplit_once(['(', '[']).map(|(_, aside)| aside));
    is_private(heading) || aside.is_some_and(is_private)
}

/// Whether a paragraph says that it is for the author alone: "(private: …)", "(do not publish)", or a sentence such as
/// "Nicht weitergeben!".
pub(super) fn asks_to_keep(paragraph: &str) -> bool {
    const LABELS: [&str; 7] =
        ["private:", "privat:", "privé:", "privé :", "privado:", "privato:", "confidential:"];
    let is_aside = |text: &str| {
        let aside = text.split(')').next().unwrap_or_default();
        let lower = aside.trim_start().to_lowercase();
        LABELS.iter().any(|label| lower.starts_with(label))
            || parts(aside).iter().any(|part| KEEP.iter().any(|keep| part.starts_with(keep)))
    };
    // "Internal, for the team, do not share" ends in such a sentence as well.
    let is_sentence = |text: &str| {
        let last = text.rsplit([',', ';', '–', '—']).next().unwrap_or_default();
        let lower = last.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        KEEP.contains(&lower.as_str())
    };
    paragraph.split('(').skip(1).any(is_aside)
        || paragraph.split(['.', '!', '?', '\n', ')']).any(is_sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[test]
    fn a_title_may_say_that_its_text_is_not_for_readers() {
        for title in [
            "WIP: LoomConf 2019",
            "[DRAFT] LoomConf 2019",
            "[WIP] LoomConf 2019",
            "Draft - LoomConf 2019",
            "LoomConf 2019 (draft)",
            "LoomConf 2019 – draft",
            "LoomConf 2019 [wip]",
            "Entwurf: LoomConf 2019",
            "Brouillon : LoomConf 2019",
            "Borrador – LoomConf 2019",
            "Work in progress: LoomConf 2019",
            "Draft",
        ] {
            assert_eq!(by_title(title, false), Some(LeftOut::Draft), "{title}");
        }
        for title in [
            "LoomConf 2019 (confidential)",
            "Confidential: LoomConf 2019",
            "LoomConf 2019 – nur intern",
        ] {
            assert_eq!(by_title(title, false), Some(LeftOut::Private), "{title}");
        }
        for title in [
            "Draft beer at LoomConf 2019",
            "Internet-Draft: how looms talk",
            "How we draft: looms",
            "The draft (2019)",
            "Confidential computing: LoomConf 2019",
            "Do not share memory by weaving",
            "Internals: how looms work",
            "LoomConf 2019",
            "",
        ] {
            assert_eq!(by_title(title, false), None, "{title}");
        }
        assert_eq!(by_title("Work in progress: looms", true), None);
    }

    #[test]
    fn a_file_that_says_so_is_left_out() {
        let left_out = |text: &str| ingest("a.md", text.as_bytes()).left_out;
        for text in [
            "# WIP: LoomConf 2019\n\nWarm.",
            "---\ntitle: \"[DRAFT] LoomConf 2019\"\n---\nWarm.",
            "DRAFT - DO NOT SHARE\n\n# LoomConf 2019\n\nWarm.",
            "# LoomConf 2019\n\n**Draft, not for publication**\n\nWarm.",
        ] {
            assert_eq!(left_out(text), Some(LeftOut::Draft), "{text}");
        }
        for text in [
            "Confidential, internal only\n\n# LoomConf 2019\n\nWarm.",
            "# LoomConf 2019\n\nNe pas diffuser !\n\nWarm.",
            "# LoomConf 2019\n\nNo difundir.\n\nWarm.",
        ] {
            assert_eq!(left_out(text), Some(LeftOut::Private), "{text}");
        }
        for text in [
            "# LoomConf 2019\n\n## Work in progress: looms that sing (Ada Weaver)\n\nWarm.",
            "# LoomConf 2019\n\n## Draft (Ada Weaver)\n\nThe draft of looms.",
            "# Work in progress: looms that sing\n\nWarm.\n\n# Fast wool\n\nWet.",
            "# LoomConf 2019\n\nDraft beer, and do not share a room.",
        ] {
            assert_eq!(left_out(text), None, "{text}");
        }
    }

    #[test]
    fn a_paragraph_may_ask_to_be_kept() {
        for text in [
            "Warm. (private: met Bo, do not publish)",
            "Met Bo (do not publish).",
            "Bo earns much. Nicht weitergeben!",
            "Bo wants to leave (do not tell anyone at Warpworks).",
            "Looms that sing, for the team only, do not share",
        ] {
            assert!(asks_to_keep(text), "{text}");
        }
        for text in [
            "Use private: and public: fields",
            "Do not share memory (private fields help)",
            "An internal (private) field.",
        ] {
            assert!(!asks_to_keep(text), "{text}");
        }
    }
}
