//! Resolves the talks of a recap: the speakers, and the themes in the titles.

use super::context::{Decisions, RecapContext};
use super::talk_list::TalkList;
use crate::bundle::report::{Finding, lines};
use crate::bundle::vocabulary::IndexedText;
use crate::ingest::{Draft, DraftTalk, Named};
use crate::model::{
    Assignment, ConferenceId, Link, Method, Rule, Speaker, Subject, Talk, TalkId, Target,
};

/// The talks of a recap.
#[derive(Debug, Default)]
pub(super) struct RecapTalks {
    /// Their ids, in the order of the draft.
    pub(super) ids: Vec<TalkId>,
    /// The decisions about them.
    pub(super) found: Decisions,
}

/// Resolves the talks of a recap and joins them with those of other recaps in `list`. `conferences` has the conference
/// of each talk, in the order of the draft.
pub(super) fn resolve_talks(
    context: &mut RecapContext<'_, '_>,
    conferences: &[Option<ConferenceId>],
    list: &mut TalkList,
) -> RecapTalks {
    let draft = context.draft;
    let mut talks = RecapTalks::default();
    for (talk, conference) in draft.talks.iter().zip(conferences) {
        let is_astray = conference.is_none() && is_told_by_shape(talk.rule);
        let is_uncertain = talk.is_uncertain || is_astray;
        if is_uncertain {
            report_uncertain(context, talk, is_astray);
        }
        let speakers: Vec<Speaker> =
            talk.speakers.iter().map(|named| speaker(context, named, talk.first)).collect();
        let id = list.join(joinable(context, talk, conference.as_ref(), &speakers));
        list.state(&id, &talk.id, &talk.former_ids);
        decide_speakers(&mut talks.found, draft, (talk, is_uncertain), &speakers, &id);
        decide_themes(&mut talks.found, context, talk, &id);
        let placed = conference_of(draft, (talk, is_uncertain), conference.as_ref(), &id);
        talks.found.assignments.extend(placed);
        talks.ids.push(id);
    }
    talks
}

/// The facts of a talk, without its id.
fn joinable(
    context: &RecapContext<'_, '_>,
    talk: &DraftTalk,
    conference: Option<&ConferenceId>,
    speakers: &[Speaker],
) -> Talk {
    let mut links: Vec<Link> =
        talk.links.iter().map(|(kind, url)| Link { kind: *kind, url: url.clone() }).collect();
    links.dedup();
    Talk {
        title: talk.title_with(&as_listed(context, speakers)),
        is_described: talk.title.is_empty(),
        conference: conference.cloned(),
        kind: talk.kind,
        speakers: speakers.to_vec(),
        day: talk.day,
        links,
        videos: talk.videos.clone(),
        ..Talk::default()
    }
}

/// Whether the rule goes by the shape of a list, a heading or a table. In a text on no conference, that may be a list of
/// films, plants or errands.
fn is_told_by_shape(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::TalkInListItem | Rule::TalkInHeading | Rule::TalkInTable | Rule::TalkInParagraph
    )
}

/// `is_astray`: its conference is unknown, and only its shape says that it is a talk.
fn report_uncertain(context: &mut RecapContext<'_, '_>, talk: &DraftTalk, is_astray: bool) {
    let why = if is_astray && !talk.is_uncertain {
        "its conference is unknown, and the text may list something else"
    } else if talk.rule == Rule::TalkBySpeaker {
        "the text names its speaker but not its title"
    } else if talk.rule == Rule::TalkInFile {
        "it is the title of a file with notes in the folder of a conference"
    } else if talk.rule == Rule::TalkInHeading && talk.speakers.is_empty() {
        "nothing but the headings beside it says that it is one"
    } else {
        "nothing around it says that these are talks"
    };
    let message = format!("\"{}\" is taken for a talk: {why}", talk.shown_title());
    let help = "list the talks under \"talks\" in the header; Hallway then looks for no others";
    let speaker = talk.speakers.first();
    let words = speaker.map_or(talk.reason.as_str(), |named| named.name.as_str());
    let finding = Finding::uncertain("talk-uncertain", message, help).at(talk.first, words);
    context.report(&finding);
}

fn speaker(context: &mut RecapContext<'_, '_>, named: &Named, line: u32) -> Speaker {
    let person = context.person(&named.name, line);
    let organizations = named.organizations.iter().map(|name| context.organization(name)).collect();
    Speaker { person, organizations }
}

/// The speakers, as spelled in the name directory.
fn as_listed<'a>(context: &'a RecapContext<'_, '_>, speakers: &[Speaker]) -> Vec<&'a str> {
    let entity = |speaker: &Speaker| context.names.people.by_id(speaker.person.as_str());
    speakers.iter().map(|speaker| entity(speaker).map_or("", |entity| &entity.name)).collect()
}

/// Themes that the title names.
fn decide_themes(
    found: &mut Decisions,
    context: &RecapContext<'_, '_>,
    talk: &DraftTalk,
    id: &TalkId,
) {
    for (theme, (_, reason)) in context.theme_counts(&IndexedText::new(&talk.title)) {
        found.talk_themes.push((id.clone(), theme.clone()));
        found.assignments.push(Assignment {
            subject: Subject::Talk(id.clone()),
            target: Target::Theme(theme),
            method: Method::Matched,
            rule: Rule::ThemeAlias,
            lines: lines(context.draft, talk.first, talk.last),
            reason,
            is_uncertain: false,
        });
    }
}

/// Where a recap names a talk, which may be uncertain. Talks with speakers need no such entry: theirs name the same
/// lines.
fn conference_of(
    draft: &Draft,
    (talk, is_uncertain): (&DraftTalk, bool),
    conference: Option<&ConferenceId>,
    id: &TalkId,
) -> Option<Assignment> {
    let conference = conference.filter(|_| talk.speakers.is_empty())?;
    let is_stated = talk.rule == Rule::FrontMatter;
    Some(Assignment {
        subject: Subject::Talk(id.clone()),
        target: Target::Conference(conference.clone()),
        method: if is_stated { Method::Stated } else { Method::Matched },
        rule: talk.rule,
        lines: lines(draft, talk.first, talk.last),
        reason: talk.title.clone(),
        is_uncertain,
    })
}

/// Why people and organizations belong to a talk, which may be uncertain.
fn decide_speakers(
    found: &mut Decisions,
    draft: &Draft,
    (talk, is_uncertain): (&DraftTalk, bool),
    speakers: &[Speaker],
    id: &TalkId,
) {
    let method = if talk.rule == Rule::FrontMatter { Method::Stated } else { Method::Matched };
    for (speaker, named) in speakers.iter().zip(&talk.speakers) {
        let rule = if method == Method::Stated {
            Rule::FrontMatter
        } else if named.organizations.is_empty() {
            talk.rule
        } else {
            Rule::NameFromCompany
        };
        let reason = if named.organizations.is_empty() {
            named.name.clone()
        } else {
            format!("{}, {}", named.name, named.organizations.join(", "))
        };
        let organizations = speaker.organizations.iter().cloned().map(Target::Organization);
        let targets = std::iter::once(Target::Person(speaker.person.clone())).chain(organizations);
        found.assignments.extend(targets.map(|target| Assignment {
            subject: Subject::Talk(id.clone()),
            target,
            method,
            rule,
            lines: lines(draft, talk.first, talk.last),
            reason: reason.clone(),
            is_uncertain,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::context::testing::in_recap;
    use super::*;
    use crate::ingest::Diagnostic;

    /// Resolves the talks of a recap whose talks belong to one conference or none.
    fn resolved(text: &str, conference: Option<&str>) -> (RecapTalks, Vec<Talk>, Vec<Diagnostic>) {
        let mut list = TalkList::default();
        let (talks, diagnostics) = in_recap(text, |context| {
            let conference = conference.map(ConferenceId::from);
            let conferences = vec![conference; context.draft.talks.len()];
            resolve_talks(context, &conferences, &mut list)
        });
        (talks, list.into_talks().0, diagnostics)
    }

    fn reasons(talks: &RecapTalks) -> Vec<(&Target, Method, &str)> {
        let reasons = talks.found.assignments.iter();
        reasons.map(|it| (&it.target, it.method, it.reason.as_str())).collect()
    }

    #[test]
    fn a_stated_talk_has_the_speakers_and_companies_of_the_header() {
        let text = "---\ntalks:\n  - title: On Looms\n    speakers: [\"Ada Weaver (Yarnworks)\"]\n\
            ---\n\n# Notes\n\nIt was good to be there again.\n";
        let (talks, list, _) = resolved(text, Some("loom-2018"));
        assert_eq!(talks.ids, [TalkId("loom-2018-on-looms".to_owned())]);
        let [talk] = list.as_slice() else { panic!("{list:?}") };
        assert_eq!((talk.title.as_str(), talk.is_described), ("On Looms", false));
        let person = Target::Person("ada-weaver".into());
        let organization = Target::Organization("yarnworks".into());
        let theme = Target::Theme("weaving".into());
        let expected = [
            (&person, Method::Stated, "Ada Weaver, Yarnworks"),
            (&organization, Method::Stated, "Ada Weaver, Yarnworks"),
            (&theme, Method::Matched, "Looms"),
        ];
        assert_eq!(reasons(&talks), expected);
        assert_eq!(talks.found.talk_themes, [(talk.id.clone(), "weaving".into())]);
    }

    #[test]
    fn a_talk_without_a_speaker_says_where_it_belongs() {
        let text = "---\ntalks:\n  - title: Spinning at Night\n---\n\n# Notes\n\nIt was good to be there.\n";
        let (talks, _, _) = resolved(text, Some("loom-2018"));
        let conference = Target::Conference("loom-2018".into());
        assert_eq!(reasons(&talks), [(&conference, Method::Stated, "Spinning at Night")]);
        let (talks, list, _) = resolved(text, None);
        assert_eq!(reasons(&talks), []);
        assert_eq!(list[0].conference, None);
    }

    #[test]
    fn what_only_looks_like_a_talk_is_uncertain_without_a_conference() {
        let text =
            "# Notes\n\n- Spinning at night - Ada Weaver\n- Wool is cheap - Marta Kowalska\n";
        let (_, list, diagnostics) = resolved(text, None);
        let codes: Vec<&str> = diagnostics.iter().map(|it| it.code).collect();
        assert_eq!((list.len(), codes), (2, vec!["talk-uncertain"; 2]));
        let (_, list, diagnostics) = resolved(text, Some("loom-2018"));
        assert_eq!((list.len(), diagnostics.len()), (2, 0), "{diagnostics:?}");
    }

    #[test]
    fn a_guessed_talk_is_reported() {
        let text = "# Notes\n\nThere was a talk by Bo Spindle about spinning at night.\n";
        let (talks, list, diagnostics) = resolved(text, None);
        let [talk] = list.as_slice() else { panic!("{list:?}") };
        assert_eq!((talk.title.as_str(), talk.is_described), ("Talk by Bo Spindle", true));
        assert!(talks.found.assignments.iter().all(|it| it.is_uncertain), "{talks:?}");
        let codes: Vec<&str> = diagnostics.iter().map(|it| it.code).collect();
        assert_eq!(codes, ["talk-uncertain"]);
    }
}
