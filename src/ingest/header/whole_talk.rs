//! The talk of a file whose header names the speakers.

use super::Header;
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::draft::{Draft, DraftTalk};
use crate::ingest::names::clutter::lead;
use crate::ingest::passage::{Passage, headings};
use crate::ingest::source::Source;
use crate::ingest::talks::titles::event_titles::{OnEvent, on_event, without_event};
use crate::model::{Block, TalkKind};

/// The talks that a header states. If it names only speakers, the whole file is about their talk, whose title is that of
/// the file without the event, or the only heading where the file has the title of the event. `None` if the file is
/// about an event with several talks: then nothing says which of them the speakers gave.
pub(in crate::ingest) fn titled(
    mut talks: Vec<DraftTalk>,
    draft: &Draft,
    header: &Header,
    source: &Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Vec<DraftTalk>> {
    let (Some(entry), [talk]) = (&header.own_talk, talks.as_mut_slice()) else {
        return Some(talks);
    };
    let title = if talk.title.is_empty() { &draft.title.0 } else { &talk.title };
    let mut title = without_event(title).to_owned();
    let has_own_title = entry.title.value != header.title.value;
    if !has_own_title && header.conference.is_empty() && is_of_event(&title) {
        if let Some(heading) = only_heading(&draft.passages) {
            title = heading;
        } else if headings(&draft.passages).nth(1).is_some() {
            let message =
                format!("\"{title}\" is not the title of a talk, so its speakers are not used");
            let help = "list the talks under \"talks\" in the header, each with its speakers";
            let span = entry.speakers.first().map_or(0..0, |name| name.span.clone());
            let code = "speakers-without-talk";
            diagnostics.push(source.diagnostic(Severity::Warning, code, span, message, help));
            return None;
        }
    }
    // "Keynote: Looms that sing" gives the kind of talk.
    let label = lead(&title);
    let rest = title.get(label.length..).unwrap_or_default().trim();
    let is_behind_kind = label.kind.is_some() && rest.contains(' ');
    if is_behind_kind && talk.kind == TalkKind::default() {
        talk.kind = label.kind.unwrap_or_default();
    }
    talk.title = if is_behind_kind { rest.to_owned() } else { title };
    Some(talks)
}

/// Whether a title names an event and no talk: "Weavers 2019", "my notes".
fn is_of_event(title: &str) -> bool {
    const LONGEST: usize = 4;
    let n_words = title.split_whitespace().filter(|it| it.contains(char::is_alphanumeric)).count();
    n_words <= LONGEST && on_event(title) != OnEvent::No
}

/// The heading above everything else.
fn only_heading(passages: &[Passage]) -> Option<String> {
    let is_first = matches!(passages.first()?.block, Block::Heading { .. });
    let mut all = headings(passages);
    let (_, level, heading) = all.next().filter(|_| is_first)?;
    all.all(|(_, other, _)| other > level).then_some(heading)
}

/// Makes every note one on the talk of the file.
pub(in crate::ingest) fn own_notes(draft: &mut Draft) {
    let silent = draft.notes.iter_mut().filter(|note| note.talk.is_none());
    silent.for_each(|note| note.talk = Some(0));
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[test]
    fn speakers_in_a_header_belong_to_the_talk_of_the_file() {
        for (file, expected) in [
            (
                "title: Looms that sing\nspeaker: Ada Weaver\n---\nLoud.",
                "Looms that sing | Ada Weaver",
            ),
            (
                "title: LoomConf 2019\nspeaker: Ada Weaver\n---\n# Looms\n\nLoud.",
                "Looms | Ada Weaver",
            ),
            (
                "title: LoomConf 2019\ntalk: Looms that sing\nspeakers: [Ada Weaver, Bo Reed]\n---\nLoud.",
                "Looms that sing | Ada Weaver + Bo Reed",
            ),
            (
                "talk: {title: Looms that sing, speaker: Ada Weaver}\n---\nLoud.",
                "Looms that sing | Ada Weaver",
            ),
            (
                "title: Notes\ntalks: [\"Looms that sing (Ada Weaver)\", Fast wool]\n---\nLoud.",
                "Looms that sing | Ada Weaver; Fast wool | ",
            ),
            (
                "talks: {Looms that sing: Ada Weaver, Fast wool: [Bo Reed, Eva Hill]}\n---\nLoud.",
                "Looms that sing | Ada Weaver; Fast wool | Bo Reed + Eva Hill",
            ),
            ("talks: {count: 3, best: wool}\n---\nLoud.", ""),
            ("talks: {title: Looms that sing, kind: keynote}\n---\nLoud.", "Looms that sing | "),
            ("talk: Looms that sing\nspeaker: TBA\n---\nLoud.", "Looms that sing | "),
            (
                "talk: Looms that sing\nspeaker: Ada Weaver / Bo Reed\n---\nLoud.",
                "Looms that sing | Ada Weaver + Bo Reed",
            ),
            (
                "talk: Looms that sing\nspeaker: '[Ada Weaver](https://ada.example)'\n---\nLoud.",
                "Looms that sing | Ada Weaver",
            ),
            (
                "title: The state of looms 2019\nspeaker: Ada Weaver\n---\n## One\n\nLoud.\n\n## Two\n\nWet.",
                "The state of looms 2019 | Ada Weaver",
            ),
            (
                "title: LoomConf 2019 – my notes\nspeakers: [Ada Weaver, Bo Reed]\n---\n\
                 ## Looms that sing (Ada Weaver)\n\nLoud.\n\n## Fast wool for all (Bo Reed)\n\nWarm.",
                "Looms that sing | Ada Weaver; Fast wool for all | Bo Reed",
            ),
        ] {
            let draft = ingest("a.md", format!("---\n{file}\n").as_bytes()).draft.unwrap();
            let names = |talk: &crate::ingest::draft::DraftTalk| {
                let names = talk.speakers.iter().map(|named| named.name.as_str());
                format!("{} | {}", talk.title, names.collect::<Vec<_>>().join(" + "))
            };
            let talks: Vec<String> = draft.talks.iter().map(names).collect();
            assert_eq!(talks.join("; "), expected, "{file}");
        }
    }
}
