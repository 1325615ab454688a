//! Resolves the notes of a recap: the talk, the themes and the people of each.

use super::context::{Decisions, RecapContext};
use crate::bundle::report::lines;
use crate::bundle::taken::Taken;
use crate::bundle::vocabulary::IndexedText;
use crate::ingest::{DraftNote, Named};
use crate::model::{
    Assignment, Block, ConferenceId, Lines, Method, Note, NoteHead, NoteId, OrganizationId,
    PersonId, RecapId, Rule, Subject, TalkId, Target, ThemeCount, plain_text,
};
use crate::text::any_script::slug;
use std::collections::BTreeSet;

/// The notes of a recap, in reading order.
#[derive(Debug, Default)]
pub(super) struct RecapNotes {
    /// Their heads.
    pub(super) heads: Vec<NoteHead>,
    /// Their texts.
    pub(super) notes: Vec<Note>,
    /// The decisions about them.
    pub(super) found: Decisions,
}

impl RecapNotes {
    /// The ids of the notes.
    pub(super) fn ids(&self) -> Vec<NoteId> {
        self.heads.iter().map(|head| head.id.clone()).collect()
    }
}

/// Resolves the notes of a recap, whose anchors must differ from those that are taken. `conferences` has the conference of each note and `talks` the id of each talk, in the
/// order of the draft.
pub(super) fn resolve_notes(
    context: &mut RecapContext<'_, '_>,
    (recap, anchors): (&RecapId, &mut Taken),
    conferences: &[Option<ConferenceId>],
    talks: &[TalkId],
) -> RecapNotes {
    let mut notes = RecapNotes::default();
    for (note, conference) in context.draft.notes.iter().zip(conferences) {
        let id = NoteId(format!("{recap}.{}", anchors.claim(&anchor(note))));
        let talk = note.talk.and_then(|index| talks.get(index)).cloned();
        let lines = lines(context.draft, note.first, note.last);
        let mut found = NoteDecisions {
            note,
            subject: Subject::Note(id.clone()),
            lines,
            decisions: &mut notes.found,
        };
        let head = NoteHead {
            id: id.clone(),
            recap: recap.clone(),
            conference: conference.clone(),
            talk,
            title: note.title.clone(),
            award: note.award.clone(),
            has_video: has_video(&note.blocks),
            ..NoteHead::default()
        };
        let head = found.resolve(context, head);
        let lines = found.lines;
        notes.heads.push(head);
        notes.notes.push(Note { id, blocks: note.blocks.clone(), lines });
    }
    notes
}

/// The anchor of a note in its recap: the anchor that its author states, or otherwise the words of its title. A number
/// alone used to be the note's place, before there were such anchors, so it is never used.
fn anchor(note: &DraftNote) -> String {
    let words = slug(if note.anchor.is_empty() { &note.title } else { &note.anchor });
    if words.bytes().all(|byte| byte.is_ascii_digit()) && !words.is_empty() {
        return format!("note-{words}");
    }
    words
}

/// A note, and where its decisions go.
struct NoteDecisions<'a> {
    note: &'a DraftNote,
    subject: Subject,
    lines: Lines,
    decisions: &'a mut Decisions,
}

impl NoteDecisions<'_> {
    /// Fills in the themes, people and organizations of a note.
    fn resolve(&mut self, context: &mut RecapContext<'_, '_>, head: NoteHead) -> NoteHead {
        let words = plain_text(&self.note.blocks);
        let text = IndexedText::new(&words);
        let themes = self.themes(context, &text, head.talk.as_ref());
        if let Some(talk) = &head.talk {
            let named = themes.iter().map(|count| (talk.clone(), count.theme.clone()));
            self.decisions.talk_themes.extend(named);
            self.decide_talk(context, talk);
        }
        let people = self.people(context, &text).into_iter().collect();
        let organizations = self.organizations(context, &text).into_iter().collect();
        NoteHead { themes, people, organizations, ..head }
    }

    fn themes(
        &mut self,
        context: &RecapContext<'_, '_>,
        text: &IndexedText<'_>,
        talk: Option<&TalkId>,
    ) -> Vec<ThemeCount> {
        // The heading of a talk is its title, and counts for the talk.
        let is_theme_heading = self.note.has_heading && talk.is_none();
        let heading = if is_theme_heading { self.note.title.as_str() } else { "" };
        let in_heading = context.theme_counts(&IndexedText::new(heading));
        let in_all = if heading.is_empty() {
            context.theme_counts(text)
        } else {
            context.theme_counts(&IndexedText::new(&format!("{heading}\n{}", text.whole())))
        };
        let mut themes = Vec::new();
        for (theme, (count, reason)) in in_all {
            let rule =
                if in_heading.contains_key(&theme) { Rule::ThemeHeading } else { Rule::ThemeAlias };
            self.decide(Target::Theme(theme.clone()), rule, reason, false);
            themes.push(ThemeCount { theme, count });
        }
        themes
    }

    fn decide_talk(&mut self, context: &RecapContext<'_, '_>, id: &TalkId) {
        let talk = self.note.talk.and_then(|index| context.draft.talks.get(index));
        let Some(talk) = talk else { return };
        let is_stated = talk.rule == Rule::FrontMatter;
        self.decisions.assignments.push(Assignment {
            subject: self.subject.clone(),
            target: Target::Talk(id.clone()),
            method: if is_stated { Method::Stated } else { Method::Matched },
            rule: talk.rule,
            lines: self.lines.clone(),
            reason: talk.reason.clone(),
            is_uncertain: talk.is_uncertain,
        });
    }

    fn people(
        &mut self,
        context: &mut RecapContext<'_, '_>,
        text: &IndexedText<'_>,
    ) -> BTreeSet<PersonId> {
        let mut people = BTreeSet::new();
        for known in context.names.people.find(text) {
            let reason = text.get(known.range).to_owned();
            let id = context.person(&reason, self.note.first);
            if people.insert(id.clone()) {
                self.decide(Target::Person(id), Rule::KnownName, reason, false);
            }
        }
        for (named, line) in self.named_with_organization(context, text) {
            let id = context.person(&named.name, line);
            let lines = (line, self.note.last);
            context.names.report_uncertain(context.reports, context.draft, &named, lines);
            if people.insert(id.clone()) {
                let is_uncertain = !context.names.people.is_sure(&named.name);
                self.decide(Target::Person(id), Rule::NameFromCompany, named.name, is_uncertain);
            }
        }
        people
    }

    fn organizations(
        &mut self,
        context: &mut RecapContext<'_, '_>,
        text: &IndexedText<'_>,
    ) -> BTreeSet<OrganizationId> {
        let mut organizations = BTreeSet::new();
        for known in context.organizations_in(text) {
            let reason = text.get(known.range).to_owned();
            let id = context.organization(&reason);
            if organizations.insert(id.clone()) {
                self.decide(Target::Organization(id), Rule::KnownOrganization, reason, false);
            }
        }
        let named = self.named_with_organization(context, text).into_iter();
        for name in named.flat_map(|(named, _)| named.organizations) {
            let id = context.organization(&name);
            if organizations.insert(id.clone()) {
                let is_uncertain = !context.names.organizations.is_sure(&name);
                self.decide(Target::Organization(id), Rule::NameFromCompany, name, is_uncertain);
            }
        }
        organizations
    }

    /// The people that the draft names with an organization within the lines of the note.
    fn named_with_organization(
        &self,
        context: &RecapContext<'_, '_>,
        text: &IndexedText<'_>,
    ) -> Vec<(Named, u32)> {
        let is_here = |(named, line): &&(Named, u32)| {
            (self.note.first..=self.note.last).contains(line) && text.contains(&named.name)
        };
        context.draft.people.iter().filter(is_here).cloned().collect()
    }

    fn decide(&mut self, target: Target, rule: Rule, reason: String, is_uncertain: bool) {
        self.decisions.assignments.push(Assignment {
            subject: self.subject.clone(),
            target,
            method: Method::Matched,
            rule,
            lines: self.lines.clone(),
            reason,
            is_uncertain,
        });
    }
}

fn has_video(blocks: &[Block]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::super::context::testing::{id_of, in_recap};
    use super::*;

    /// Resolves the notes of a recap, and names its talks `t-0`, `t-1` and so on.
    fn resolved(text: &str) -> RecapNotes {
        let (notes, _) = in_recap(text, |context| {
            let ids = (0..context.draft.talks.len()).map(|number| TalkId(format!("t-{number}")));
            let conferences = vec![None; context.draft.notes.len()];
            resolve_notes(
                context,
                (&RecapId("r".to_owned()), &mut Taken::default()),
                &conferences,
                &ids.collect::<Vec<_>>(),
            )
        });
        notes
    }

    fn rules(notes: &RecapNotes) -> Vec<(&str, &Target, Rule)> {
        let rules = notes.found.assignments.iter();
        rules.map(|it| (id_of(&it.subject), &it.target, it.rule)).collect()
    }

    #[test]
    fn the_anchor_of_a_note_comes_from_its_words() {
        let text = "# Notes\n\n## Food\n\nGood soup.\n\n## Food\n\nGood bread.\n\n## 2019\n\nA good year.\n";
        let ids = resolved(text).ids();
        let ids: Vec<&str> = ids.iter().map(NoteId::as_str).collect();
        assert_eq!(ids, ["r.food", "r.food-2", "r.note-2019"]);
    }

    #[test]
    fn a_theme_in_a_heading_and_one_in_the_text_have_their_own_rules() {
        let notes = resolved("# Notes\n\n## Dyeing\n\nDyeing wool takes looms and time.\n");
        let (dyeing, weaving) = (Target::Theme("dyeing".into()), Target::Theme("weaving".into()));
        let expected =
            [("r.dyeing", &dyeing, Rule::ThemeHeading), ("r.dyeing", &weaving, Rule::ThemeAlias)];
        assert_eq!(rules(&notes), expected);
        let counts: Vec<u32> = notes.heads[0].themes.iter().map(|it| it.count).collect();
        assert_eq!(counts, [2, 1], "{:?}", notes.heads);
    }

    #[test]
    fn a_note_on_a_talk_gives_it_its_themes() {
        let text =
            "# Notes\n\n## “Spinning at Night” by Bo Spindle\n\nHe compared dyeing with baking.\n";
        let notes = resolved(text);
        let talk = TalkId("t-0".to_owned());
        assert_eq!(notes.heads[0].talk.as_ref(), Some(&talk));
        assert_eq!(notes.found.talk_themes, [(talk.clone(), "dyeing".into())]);
        let of_talk = |it: &&Assignment| it.target == Target::Talk(talk.clone());
        assert_eq!(notes.found.assignments.iter().filter(of_talk).count(), 1);
    }

    #[test]
    fn known_people_and_organizations_are_found_once() {
        let text = "# Notes\n\n## Food\n\nAda Weaver from Yarnworks paid. Thank you, Ada Weaver!\n";
        let notes = resolved(text);
        let head = &notes.heads[0];
        assert_eq!((head.people.len(), head.organizations.len()), (1, 1), "{head:?}");
        let rules: Vec<Rule> = notes.found.assignments.iter().map(|it| it.rule).collect();
        assert_eq!(rules, [Rule::KnownName, Rule::KnownOrganization]);
    }
}
