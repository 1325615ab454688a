//! One talk for all the recaps that tell of it.

use super::finding::Finding;
use super::resolve::{Resolver, lines};
use super::slug::{Taken, slug};
use super::vocabulary::Text;
use crate::ingest::{Draft, DraftTalk, letters};
use crate::model::{
    Assignment, ConferenceId, Link, Method, OrganizationId, PersonId, Rule, Speaker, Subject, Talk,
    TalkId, TalkKind, Target,
};
use std::collections::BTreeMap;

/// The talks met so far.
#[derive(Debug, Default)]
pub(super) struct Talks {
    /// The talks, in the order they were met.
    pub(super) all: Vec<Talk>,
    /// Places in `all` by edition and title, with and without the subtitle.
    by_title: BTreeMap<(Option<ConferenceId>, String), Vec<usize>>,
    taken: Taken,
}

impl Talks {
    /// The talk a draft tells of, joined with what is already known of it.
    pub(super) fn join(&mut self, talk: Talk) -> TalkId {
        let keys = [letters(&talk.title), letters(main_title(&talk.title))];
        let keys = keys.map(|title| (talk.conference.clone(), title));
        let alike: Vec<usize> =
            keys.iter().filter_map(|key| self.by_title.get(key)).flatten().copied().collect();
        let known = alike
            .into_iter()
            .find(|index| self.all.get(*index).is_some_and(|known| is_same(known, &talk)));
        if let Some(known) = known.and_then(|index| self.all.get_mut(index)) {
            merge(known, talk);
            return known.id.clone();
        }
        for key in keys {
            self.by_title.entry(key).or_default().push(self.all.len());
        }
        let base = slug(&talk.title);
        let wanted = talk
            .conference
            .as_ref()
            .map_or_else(|| base.clone(), |conference| format!("{conference}-{base}"));
        let id = TalkId(self.taken.claim(&wanted));
        self.all.push(Talk { id: id.clone(), ..talk });
        id
    }
}

/// A title without its subtitle.
fn main_title(title: &str) -> &str {
    title.split_once(": ").map_or(title, |(main, _)| main)
}

/// Two notes tell of one talk at one edition if the titles are equal; or one title is the other
/// without its subtitle, and nobody says that the speakers differ; or neither has a title, and the
/// same people gave the same kind of talk.
fn is_same(a: &Talk, b: &Talk) -> bool {
    if a.conference != b.conference || a.conference.is_none() || a.is_described != b.is_described {
        return false;
    }
    let people = |talk: &Talk| {
        let mut people: Vec<PersonId> =
            talk.speakers.iter().map(|speaker| speaker.person.clone()).collect();
        people.sort();
        people
    };
    let (in_a, in_b) = (people(a), people(b));
    if a.is_described {
        return !in_a.is_empty() && in_a == in_b && a.kind == b.kind;
    }
    let may_be_same_people =
        in_a.is_empty() || in_b.is_empty() || in_a.iter().any(|person| in_b.contains(person));
    let has_subtitle = |title: &str| title.contains(": ");
    let is_shortened = has_subtitle(&a.title) != has_subtitle(&b.title)
        && main_title(&a.title).split_whitespace().count() >= 3
        && letters(main_title(&a.title)) == letters(main_title(&b.title));
    may_be_same_people && (letters(&a.title) == letters(&b.title) || is_shortened)
}

fn merge(known: &mut Talk, other: Talk) {
    if other.title.len() > known.title.len() && !known.is_described {
        known.title = other.title;
    }
    if known.kind == TalkKind::Talk {
        known.kind = other.kind;
    }
    known.day = known.day.or(other.day);
    for speaker in other.speakers {
        match known.speakers.iter_mut().find(|known| known.person == speaker.person) {
            Some(known) => {
                let new: Vec<OrganizationId> = speaker
                    .organizations
                    .into_iter()
                    .filter(|organization| !known.organizations.contains(organization))
                    .collect();
                known.organizations.extend(new);
            }
            None => known.speakers.push(speaker),
        }
    }
    for link in other.links {
        if !known.links.contains(&link) {
            known.links.push(link);
        }
    }
    for video in other.videos {
        if !known.videos.contains(&video) {
            known.videos.push(video);
        }
    }
}

impl Resolver<'_> {
    /// Resolves a talk of a draft, joins it with the known ones, and notes why it is what it is.
    pub(super) fn talk(
        &mut self,
        draft: &Draft,
        found: &DraftTalk,
        conference: Option<&ConferenceId>,
    ) -> TalkId {
        if found.is_uncertain {
            let why = if found.rule == Rule::TalkBySpeaker {
                "the text names its speaker but not its title"
            } else {
                "nothing around the list says that it is one of talks"
            };
            let message = format!("\"{}\" is taken for a talk: {why}", found.shown_title());
            let help = "list the talks you mean in the front matter, under talks; then no others are looked for";
            let words =
                found.speakers.first().map_or(found.reason.as_str(), |named| named.name.as_str());
            self.report(
                draft,
                &Finding::uncertain("talk-uncertain", message, help).at(found.first, words),
            );
        }
        let speakers: Vec<Speaker> =
            found.speakers.iter().map(|named| self.speaker(draft, named, found.first)).collect();
        let mut links: Vec<Link> =
            found.links.iter().map(|(kind, url)| Link { kind: *kind, url: url.clone() }).collect();
        links.dedup();
        let described = DraftTalk { speakers: self.rightly_spelled(&speakers), ..found.clone() };
        let talk = Talk {
            title: described.shown_title(),
            is_described: found.title.is_empty(),
            conference: conference.cloned(),
            kind: found.kind,
            speakers: speakers.clone(),
            day: found.day,
            links,
            videos: found.videos.clone(),
            ..Talk::default()
        };
        let id = self.talks.join(talk);
        self.note_reasons(draft, found, &speakers, &id);
        self.note_title(draft, found, &id);
        id
    }

    /// Themes that the title names.
    fn note_title(&mut self, draft: &Draft, found: &DraftTalk, id: &TalkId) {
        for (theme, (_, reason)) in self.theme_counts(&Text::new(&found.title)) {
            self.talk_themes.entry(id.clone()).or_default().insert(theme.clone());
            self.assignments.push(Assignment {
                subject: Subject::Talk(id.clone()),
                target: Target::Theme(theme),
                method: Method::Matched,
                rule: Rule::ThemeAlias,
                lines: lines(draft, found.first, found.last),
                reason,
                is_uncertain: false,
            });
        }
    }

    fn rightly_spelled(&self, speakers: &[Speaker]) -> Vec<crate::ingest::Named> {
        let name = |speaker: &Speaker| {
            self.people
                .by_id(speaker.person.as_str())
                .map_or(String::new(), |entity| entity.name.clone())
        };
        speakers
            .iter()
            .map(|speaker| crate::ingest::Named {
                name: name(speaker),
                ..crate::ingest::Named::default()
            })
            .collect()
    }

    fn speaker(&mut self, draft: &Draft, named: &crate::ingest::Named, line: u32) -> Speaker {
        let person = self.person(draft, &named.name, line);
        let organizations =
            named.organizations.iter().map(|name| self.organization(name)).collect();
        Speaker { person, organizations }
    }

    fn note_reasons(
        &mut self,
        draft: &Draft,
        found: &DraftTalk,
        speakers: &[Speaker],
        id: &TalkId,
    ) {
        let method = if found.rule == Rule::FrontMatter { Method::Stated } else { Method::Matched };
        let lines = lines(draft, found.first, found.last);
        let subject = Subject::Talk(id.clone());
        for (speaker, named) in speakers.iter().zip(&found.speakers) {
            let rule = if method == Method::Stated {
                Rule::FrontMatter
            } else if named.organizations.is_empty() {
                found.rule
            } else {
                Rule::NameFromCompany
            };
            let mut reason = named.name.clone();
            if !named.organizations.is_empty() {
                reason = format!("{reason}, {}", named.organizations.join(", "));
            }
            let person = Target::Person(speaker.person.clone());
            self.assignments.push(Assignment {
                subject: subject.clone(),
                target: person,
                method,
                rule,
                lines: lines.clone(),
                reason: reason.clone(),
                is_uncertain: found.is_uncertain,
            });
            for organization in &speaker.organizations {
                let target = Target::Organization(organization.clone());
                self.assignments.push(Assignment {
                    subject: subject.clone(),
                    target,
                    method,
                    rule,
                    lines: lines.clone(),
                    reason: reason.clone(),
                    is_uncertain: found.is_uncertain,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn talk(title: &str, conference: &str, speakers: &[&str]) -> Talk {
        let speaker =
            |name: &&str| Speaker { person: PersonId((*name).to_owned()), organizations: vec![] };
        Talk {
            title: title.to_owned(),
            conference: Some(ConferenceId::from(conference)),
            speakers: speakers.iter().map(speaker).collect(),
            is_described: title.starts_with("Talk by"),
            ..Talk::default()
        }
    }

    #[test]
    fn what_several_tell_of_one_talk_is_joined() {
        let check = |a: Talk, b: Talk, expected: usize| {
            let mut talks = Talks::default();
            talks.join(a);
            talks.join(b);
            assert_eq!(talks.all.len(), expected, "{:?}", talks.all);
        };
        check(talk("On Looms", "l-2018", &["ada"]), talk("on looms", "l-2018", &[]), 1);
        check(talk("On Looms", "l-2018", &["ada"]), talk("On Looms", "l-2018", &["bo"]), 2);
        check(talk("On Looms", "l-2018", &[]), talk("On Looms", "l-2017", &[]), 2);
        check(
            talk("Loom Hardware Hacks", "l-2018", &["ada"]),
            talk("Loom Hardware Hacks: Knobs", "l-2018", &["ada", "bo"]),
            1,
        );
        check(talk("Looms: Old", "l-2018", &[]), talk("Looms: New", "l-2018", &[]), 2);
        check(talk("Talk by Ada", "l-2018", &["ada"]), talk("Talk by Ada", "l-2018", &["ada"]), 1);
        check(talk("Talk by Ada", "l-2018", &["ada"]), talk("On Looms", "l-2018", &["ada"]), 2);
    }

    #[test]
    fn a_joined_talk_keeps_what_each_knew() {
        let mut talks = Talks::default();
        talks.join(Talk {
            kind: TalkKind::Keynote,
            ..talk("Loom Hardware Hacks", "l-2018", &["ada"])
        });
        talks.join(talk("Loom Hardware Hacks: Knobs", "l-2018", &["ada", "bo"]));
        let [talk] = talks.all.as_slice() else { panic!("one talk") };
        assert_eq!(
            (talk.title.as_str(), talk.kind, talk.speakers.len()),
            ("Loom Hardware Hacks: Knobs", TalkKind::Keynote, 2)
        );
        assert_eq!(talk.id.as_str(), "l-2018-loom-hardware-hacks");
    }
}
