//! Resolves one note: its talk, the themes it is about, and whom it names.

use super::resolve::{Resolver, lines};
use super::vocabulary::Text;
use crate::ingest::{Draft, DraftNote};
use crate::model::{
    Assignment, Block, ConferenceId, Lines, Method, Note, NoteHead, NoteId, OrganizationId,
    PersonId, RecapId, Rule, Subject, TalkId, Target, ThemeCount, plain_text,
};
use std::collections::BTreeSet;

impl Resolver<'_> {
    pub(super) fn note(
        &mut self,
        draft: &Draft,
        found: &DraftNote,
        number: u32,
        recap: &RecapId,
        conference: Option<&ConferenceId>,
        talks: &[TalkId],
    ) {
        let id = NoteId(format!("{recap}.{number}"));
        let talk = found.talk.and_then(|index| talks.get(index)).cloned();
        let lines = lines(draft, found.first, found.last);
        let words = plain_text(&found.blocks);
        let subject = Subject::Note(id.clone());
        let heading = if found.has_heading && talk.is_none() { found.title.as_str() } else { "" };
        let in_heading = self.theme_counts(&Text::new(heading));
        let text = Text::new(&words);
        let in_all = if heading.is_empty() {
            self.theme_counts(&text)
        } else {
            self.theme_counts(&Text::new(&format!("{heading}\n{words}")))
        };
        let mut themes = Vec::new();
        for (theme, (count, reason)) in in_all {
            let rule =
                if in_heading.contains_key(&theme) { Rule::ThemeHeading } else { Rule::ThemeAlias };
            self.match_note(&subject, Target::Theme(theme.clone()), rule, &lines, reason);
            themes.push(ThemeCount { theme, count });
        }
        if let Some(talk) = &talk {
            let known = self.talk_themes.entry(talk.clone()).or_default();
            known.extend(themes.iter().map(|count| count.theme.clone()));
            self.note_talk(draft, found, &subject, talk, &lines);
        }
        let people = self.named_people(draft, found, &subject, &text, &lines);
        let organizations = self.named_organizations(draft, found, &subject, &text, &lines);
        let head = NoteHead {
            id: id.clone(),
            recap: recap.clone(),
            conference: conference.cloned(),
            talk,
            title: found.title.clone(),
            award: found.award.clone(),
            themes,
            people: people.into_iter().collect(),
            organizations: organizations.into_iter().collect(),
            has_video: has_video(&found.blocks),
        };
        self.heads.push(head);
        self.notes.push(Note { id: id.clone(), blocks: found.blocks.clone(), lines });
        // The recap whose notes these are was added last.
        if let Some(recap) = self.recaps.last_mut() {
            recap.notes.push(id);
        }
    }

    pub(super) fn note_talk(
        &mut self,
        draft: &Draft,
        found: &DraftNote,
        subject: &Subject,
        talk: &TalkId,
        lines: &Lines,
    ) {
        let Some(source) = found.talk.and_then(|index| draft.talks.get(index)) else { return };
        let method =
            if source.rule == Rule::FrontMatter { Method::Stated } else { Method::Matched };
        self.assignments.push(Assignment {
            subject: subject.clone(),
            target: Target::Talk(talk.clone()),
            method,
            rule: source.rule,
            lines: lines.clone(),
            reason: source.reason.clone(),
            is_uncertain: source.is_uncertain,
        });
    }

    pub(super) fn named_people(
        &mut self,
        draft: &Draft,
        found: &DraftNote,
        subject: &Subject,
        text: &Text<'_>,
        lines: &Lines,
    ) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        for known in self.people.find(text) {
            let reason = text.get(known.range).to_owned();
            let id = self.person(draft, &reason, found.first);
            if people.insert(id.clone()) {
                self.match_note(subject, Target::Person(id), Rule::KnownName, lines, reason);
            }
        }
        let near = draft.people.iter().filter(|(named, line)| {
            (found.first..=found.last).contains(line) && text.contains(&named.name)
        });
        for (named, line) in near {
            let id = self.person(draft, &named.name, *line);
            self.doubt(draft, named, (*line, found.last));
            if people.insert(id.clone()) {
                let is_uncertain = !self.people.is_sure(&named.name);
                self.assignments.push(Assignment {
                    is_uncertain,
                    ..matched(
                        subject,
                        Target::Person(id),
                        Rule::NameFromCompany,
                        lines,
                        named.name.clone(),
                    )
                });
            }
        }
        people
    }

    pub(super) fn named_organizations(
        &mut self,
        draft: &Draft,
        found: &DraftNote,
        subject: &Subject,
        text: &Text<'_>,
        lines: &Lines,
    ) -> BTreeSet<OrganizationId> {
        let mut organizations = BTreeSet::new();
        for known in self.organizations_in(text) {
            let reason = text.get(known.range).to_owned();
            let id = self.organization(&reason);
            if organizations.insert(id.clone()) {
                self.match_note(
                    subject,
                    Target::Organization(id),
                    Rule::KnownOrganization,
                    lines,
                    reason,
                );
            }
        }
        let near = draft.people.iter().filter(|(named, line)| {
            (found.first..=found.last).contains(line) && text.contains(&named.name)
        });
        for name in near.flat_map(|(named, _)| &named.organizations) {
            let id = self.organization(name);
            if organizations.insert(id.clone()) {
                let is_uncertain = !self.organizations.is_sure(name);
                let target = Target::Organization(id);
                self.assignments.push(Assignment {
                    is_uncertain,
                    ..matched(subject, target, Rule::NameFromCompany, lines, name.clone())
                });
            }
        }
        organizations
    }

    pub(super) fn match_note(
        &mut self,
        subject: &Subject,
        target: Target,
        rule: Rule,
        lines: &Lines,
        reason: String,
    ) {
        self.assignments.push(matched(subject, target, rule, lines, reason));
    }
}

fn matched(
    subject: &Subject,
    target: Target,
    rule: Rule,
    lines: &Lines,
    reason: String,
) -> Assignment {
    Assignment {
        subject: subject.clone(),
        target,
        method: Method::Matched,
        rule,
        lines: lines.clone(),
        reason,
        is_uncertain: false,
    }
}

pub(super) fn has_video(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Video(_) => true,
        Block::Quote(inner) => has_video(inner),
        Block::List { items, .. } => items.iter().any(|item| has_video(item)),
        Block::Paragraph(_)
        | Block::Heading { .. }
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Table(_)
        | Block::Rule => false,
    })
}
