//! Themes that the header of a recap states, for the whole recap or for a talk.

use super::context::{Decisions, RecapContext};
use crate::bundle::report::{Finding, lines};
use crate::ingest::{Draft, DraftTheme};
use crate::model::{
    Assignment, Method, NoteHead, RecapId, Rule, Subject, TalkId, Target, ThemeCount, ThemeId,
};

/// Applies the stated themes. `talks` are the talks of the draft and `heads` its notes, both in its order.
pub(super) fn state_themes(
    context: &mut RecapContext<'_, '_>,
    recap: &RecapId,
    talks: &[TalkId],
    heads: &mut [NoteHead],
) -> Decisions {
    let draft = context.draft;
    let mut found = Decisions::default();
    for (talk, id) in draft.talks.iter().zip(talks) {
        for stated in &talk.themes {
            if let Some(theme) = known_theme(context, stated) {
                let subject = Subject::Talk(id.clone());
                found.assignments.push(assignment(draft, subject, theme.clone(), stated));
                found.talk_themes.push((id.clone(), theme));
            }
        }
    }
    for stated in &draft.themes {
        let Some(theme) = known_theme(context, stated) else { continue };
        let is_named =
            heads.iter().any(|head| head.themes.iter().any(|count| count.theme == theme));
        let is_about_event = stated.is_tag && talks.len() > 1;
        // If a recap describes several talks and not the event, its tag does not apply to any particular talk.
        if is_about_event && !is_named && heads.iter().all(|head| head.talk.is_some()) {
            continue;
        }
        let subject = Subject::Recap(recap.clone());
        found.assignments.push(assignment(draft, subject, theme.clone(), stated));
        // The tags of a file about one talk belong to the talk.
        if let [talk] = talks
            && stated.is_tag
            && heads.iter().all(|head| head.talk.is_some())
        {
            found.talk_themes.push((talk.clone(), theme.clone()));
        }
        if let Some(head) = note_for_theme(heads, &theme, is_about_event) {
            head.themes.push(ThemeCount { theme: theme.clone(), count: 1 });
            head.themes.sort_by(|a, b| a.theme.cmp(&b.theme));
            let subject = Subject::Note(head.id.clone());
            found.assignments.push(assignment(draft, subject, theme, stated));
        }
    }
    found
}

/// The theme with the stated name. Reports an unknown name, unless it is a tag: some blog tags, such as `notes`, do not
/// name a theme.
fn known_theme(context: &mut RecapContext<'_, '_>, stated: &DraftTheme) -> Option<ThemeId> {
    let theme = context.themes.named(&stated.name);
    if theme.is_none() && !stated.is_tag {
        let message = format!("there is no theme \"{}\"; it is ignored", stated.name);
        let help = context.themes.nearly(&stated.name).map_or_else(
            || "add it to themes.toml, or use the id, name or alias of a listed theme".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        let finding =
            Finding::warning("unknown-theme", message, &help).at(stated.line, &stated.name);
        context.report(&finding);
    }
    theme
}

/// The note that a theme of the whole recap counts for: the first note about the event, or otherwise the first note
/// unless the theme `is_about_event`. `None` when a note already names the theme.
fn note_for_theme<'a>(
    heads: &'a mut [NoteHead],
    theme: &ThemeId,
    is_about_event: bool,
) -> Option<&'a mut NoteHead> {
    if heads.iter().any(|head| head.themes.iter().any(|count| count.theme == *theme)) {
        return None;
    }
    let has_event_note = heads.iter().any(|head| head.talk.is_none());
    heads.iter_mut().find(|head| head.talk.is_none() || !has_event_note && !is_about_event)
}

fn assignment(draft: &Draft, subject: Subject, theme: ThemeId, stated: &DraftTheme) -> Assignment {
    Assignment {
        subject,
        target: Target::Theme(theme),
        method: Method::Stated,
        rule: Rule::FrontMatter,
        lines: lines(draft, stated.line, stated.line),
        reason: stated.name.clone(),
        is_uncertain: false,
    }
}
