//! Themes that the header of a recap states for the whole of it, or for a talk.

use super::finding::Finding;
use super::resolve::{Resolver, lines};
use crate::ingest::{Draft, DraftTheme};
use crate::model::{
    Assignment, Method, RecapId, Rule, Subject, TalkId, Target, ThemeCount, ThemeId,
};

impl Resolver<'_> {
    /// Takes over the stated themes. `talks` are the talks of the draft, in its order.
    pub(super) fn stated_themes(&mut self, draft: &Draft, recap: &RecapId, talks: &[TalkId]) {
        for (found, talk) in draft.talks.iter().zip(talks) {
            for stated in &found.themes {
                if let Some(theme) = self.stated_theme(draft, stated) {
                    let subject = Subject::Talk(talk.clone());
                    self.state(draft, subject, theme.clone(), stated);
                    self.talk_themes.entry(talk.clone()).or_default().insert(theme);
                }
            }
        }
        for stated in &draft.themes {
            if let Some(theme) = self.stated_theme(draft, stated) {
                self.state_recap(draft, recap, theme, stated);
            }
        }
    }

    fn stated_theme(&mut self, draft: &Draft, stated: &DraftTheme) -> Option<ThemeId> {
        let theme = self.themes.named(&stated.name);
        // The tags of a blog are its own affair: most name no theme.
        if theme.is_none() && !stated.is_tag {
            let message = format!("there is no theme \"{}\"; it is ignored", stated.name);
            let help = self.themes.nearly(&stated.name).map_or_else(
                || {
                    "add it to themes.toml, or use the id, name or alias of one that is there"
                        .to_owned()
                },
                |near| format!("did you mean \"{near}\"?"),
            );
            self.report(
                draft,
                &Finding::warning("unknown-theme", message, &help).at(stated.line, &stated.name),
            );
        }
        theme
    }

    /// A theme of the whole recap counts once: with its note on the event, unless a note names it anyway.
    fn state_recap(&mut self, draft: &Draft, recap: &RecapId, theme: ThemeId, stated: &DraftTheme) {
        let own = |head: &&mut crate::model::NoteHead| head.recap == *recap;
        let is_named = self.heads.iter().any(|head| {
            head.recap == *recap && head.themes.iter().any(|count| count.theme == theme)
        });
        self.state(draft, Subject::Recap(recap.clone()), theme.clone(), stated);
        if is_named {
            return;
        }
        let has_event_note =
            self.heads.iter().any(|head| head.recap == *recap && head.talk.is_none());
        let note = self
            .heads
            .iter_mut()
            .filter(own)
            .find(|head| head.talk.is_none() || !has_event_note && !stated.is_tag);
        if let Some(head) = note {
            head.themes.push(ThemeCount { theme: theme.clone(), count: 1 });
            head.themes.sort_by(|a, b| a.theme.cmp(&b.theme));
            let subject = Subject::Note(head.id.clone());
            self.state(draft, subject, theme, stated);
        }
    }

    fn state(&mut self, draft: &Draft, subject: Subject, theme: ThemeId, stated: &DraftTheme) {
        let lines = lines(draft, stated.line, stated.line);
        self.assignments.push(Assignment {
            subject,
            target: Target::Theme(theme),
            method: Method::Stated,
            rule: Rule::FrontMatter,
            lines,
            reason: stated.name.clone(),
            is_uncertain: false,
        });
    }
}
