//! Whether a text says of itself that it is not for readers: `WIP: LoomConf 2019`, `DRAFT - DO NOT SHARE`.

use super::draft::Draft;
use super::header::Header;
use super::header::properties::is_private as is_private_property;
use super::left_out::LeftOut;
use super::names::byline::Byline;
use super::passage::Passage;
use super::private_words::{DRAFT, LABELS, OWN_SECTION, PRIVATE, asks, begins_to_ask};
use super::source::Source;
use crate::model::{Block, Inline, inline_text};

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
    (PRIVATE.contains(&part) || asks(part)).then_some(LeftOut::Private)
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

/// Whether a heading says that the text below it is for the author alone. It may have a tag: "Met Bo #private".
pub(super) fn is_private(heading: &str) -> bool {
    let is_private = |text: &str| matches!(by_line(text), Some(LeftOut::Private)) || is_own(text);
    let close = heading.trim().strip_suffix([')', ']']);
    let aside = close.and_then(|rest| rest.rsplit_once(['(', '[']).map(|(_, aside)| aside));
    is_private(heading) || aside.is_some_and(is_private) || has_private_tag(heading)
}

/// Whether a heading consists of words for a section that its author wrote for nobody else.
fn is_own(heading: &str) -> bool {
    let words = heading.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    OWN_SECTION.contains(&words.as_str())
}

/// Whether a text ends in tags, and one of them says that it is private: "ask Bo about the loom #work #private".
fn has_private_tag(text: &str) -> bool {
    let tags = text.trim().rsplit(char::is_whitespace).map_while(|word| word.strip_prefix('#'));
    tags.into_iter().any(|tag| LeftOut::by_tag(tag) == Some(LeftOut::Private))
}

/// Whether a paragraph says that it is for the author alone: "(private: …)", "(do not publish)", "Do not post: …", a
/// sentence such as "Nicht weitergeben!", a tag at its end, or the property `private:: true`.
pub(super) fn asks_to_keep(paragraph: &[Inline]) -> bool {
    let words = inline_text(paragraph);
    let is_aside = |text: &str| {
        let aside = text.split([')', ']']).next().unwrap_or_default();
        let label = aside.split_once([':', '：']).map(|(label, _)| label.trim().to_lowercase());
        label.is_some_and(|label| LABELS.contains(&label.as_str()))
            || parts(aside).iter().any(|part| begins_to_ask(part))
    };
    // "Internal, for the team, do not share" ends in such a sentence as well.
    let is_sentence = |text: &str| {
        let last = text.rsplit([',', ';', '–', '—']).next().unwrap_or_default();
        asks(&last.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
    };
    words.split(['(', '[']).skip(1).any(is_aside)
        || words.split(['.', '!', '?', '\n', ')']).any(is_sentence)
        || words.lines().any(has_private_tag_behind_words)
        || words.lines().any(is_private_property)
        || label(paragraph, &words).is_some()
}

/// Whether a paragraph is nothing but such a label: "Off the record:". What it is about follows it.
pub(super) fn is_bare_label(paragraph: &[Inline]) -> bool {
    let words = inline_text(paragraph);
    label(paragraph, &words).is_some_and(|rest| rest.trim_matches(['*', ' ', ':', '：']).is_empty())
}

/// Tags by themselves are about the whole file.
fn has_private_tag_behind_words(line: &str) -> bool {
    let is_tag = |word: &str| word.starts_with('#');
    !line.split_whitespace().all(is_tag) && has_private_tag(line)
}

/// The text behind a label at the beginning of a paragraph that asks to keep it. A title has the same form: its
/// speaker follows, or it is a link, in bold or in quotation marks as a whole.
fn label<'a>(paragraph: &[Inline], words: &'a str) -> Option<&'a str> {
    const LONGEST: usize = 60;
    let (label, rest) = words.split_once([':', '：'])?;
    // "private:: false" and "std::thread" have other colons.
    if label.len() > LONGEST || rest.starts_with(':') {
        return None;
    }
    let shown = label
        .trim()
        .trim_start_matches(['⚠', '\u{fe0f}', '!', '*', '>', '[', '(', ' '])
        .to_lowercase();
    if asks(&shown) {
        return Some(rest);
    }
    let is_title = match paragraph.first()? {
        Inline::Strong(inner) | Inline::Emphasis(inner) => {
            inline_text(inner).trim_end().len() > label.len() + 1
        }
        Inline::Link { .. } | Inline::Code(_) => true,
        Inline::Text(_) | Inline::Deleted(_) | Inline::Break => false,
    };
    (LABELS.contains(&shown.as_str()) && !is_title && !has_speaker(rest)).then_some(rest)
}

/// Whether a text ends in the full name of somebody, as that of a talk does: "(Ada Weaver)", "- Ada Weaver".
fn has_speaker(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let close = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let tail = [" - ", " – ", " — ", " | ", " by ", " von ", " par ", " por ", " di "]
        .iter()
        .filter_map(|mark| text.rsplit_once(mark))
        .map(|(_, tail)| tail)
        .min_by_key(|tail| tail.len());
    let byline = |text: &str| {
        Byline::parse_inside(text)
            .is_some_and(|it| it.people.iter().any(|who| who.name.contains(' ')))
    };
    close.is_some_and(|(_, inside)| byline(inside)) || tail.is_some_and(byline)
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
    fn a_title_of_a_talk_is_no_request() {
        let bold = [Inline::Strong(vec![Inline::Text("Off the record: reporters".to_owned())])];
        assert!(!asks_to_keep(&bold));
        let label = Inline::Strong(vec![Inline::Text("Off the record:".to_owned())]);
        assert!(asks_to_keep(&[label.clone(), Inline::Text(" Bo leaves".to_owned())]));
        assert!(is_bare_label(&[label]));
        assert_eq!(by_title("Off the record: reporters and sources", false), None);
        assert!(!is_private("Off the record: reporters and sources"));
        assert!(!is_private("Off the record (Ada Weaver)"));
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
        let asks = |text: &str| asks_to_keep(&[Inline::Text(text.to_owned())]);
        for text in [
            "Warm. (private: met Bo, do not publish)",
            "Met Bo (do not publish).",
            "Bo earns much. Nicht weitergeben!",
            "Bo wants to leave (do not tell anyone at Warpworks).",
            "Looms that sing, for the team only, do not share",
            "DO NOT POST: the budget is 40k.",
            "Please don’t publish: Bo leaves.",
            "Please do not share this.",
            "Off the record: Bo leaves.",
            "[redacted: Bo leaves]",
            "Met Bo [off the record: he leaves]",
            "NICHT VERÖFFENTLICHEN: Bo geht",
            "Ne pas publier : Bo part",
            "No publicar: Bo se va",
            "Non pubblicare: Bo va via",
            "Niet delen: Bo gaat weg",
            "Não publicar: Bo sai",
            "社外秘：Bo",
            "公開しないで: Bo",
            "Not for the blog: Bo leaves",
            "For my eyes only: Bo leaves",
            "Private: Bo leaves (Acme)",
            "Ask Bo about the loom #loom #private",
            "TODO ask Bo\nprivate:: true",
            "Ask Bo\npublish:: false",
        ] {
            assert!(asks(text), "{text}");
        }
        for text in [
            "Use private: and public: fields",
            "Do not share memory (private fields help)",
            "An internal (private) field.",
            "Off the record: reporters and sources (Ada Weaver)",
            "Off the record: reporters and sources - Ada Weaver",
            "Private: a history of walls, by Ada Weaver",
            "\"Off the record: reporters and sources\"",
            "Private clouds: a history",
            "Not for the faint of heart: looms",
            "The first rule: do not repeat yourself",
            "Tag it with #private to hide it",
            "#private",
            "private:: false",
            "std::private",
        ] {
            assert!(!asks(text), "{text}");
        }
    }
}
