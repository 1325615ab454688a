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

#[cfg(test)]
mod tests {
    use super::super::context::testing::{id_of, in_recap};
    use super::*;
    use crate::ingest::Diagnostic;

    /// Applies the themes of a recap whose notes name none. The first `n_on_talk` notes are on the first talk.
    fn applied(text: &str, n_on_talk: usize) -> (Vec<String>, Vec<NoteHead>, Vec<Diagnostic>) {
        let ((found, heads), diagnostics) = in_recap(text, |context| {
            let ids: Vec<TalkId> = (0..context.draft.talks.len())
                .map(|number| TalkId(format!("t-{number}")))
                .collect();
            let mut heads: Vec<NoteHead> = (0..context.draft.notes.len())
                .map(|number| NoteHead {
                    id: format!("n-{number}").as_str().into(),
                    talk: ids.first().filter(|_| number < n_on_talk).cloned(),
                    ..NoteHead::default()
                })
                .collect();
            let recap = RecapId("r".to_owned());
            (state_themes(context, &recap, &ids, &mut heads), heads)
        });
        let talks = found.talk_themes.iter().map(|(talk, theme)| format!("{talk} {theme}"));
        let subjects =
            found.assignments.iter().map(|it| format!("{} {}", id_of(&it.subject), it.reason));
        (talks.chain(subjects).collect(), heads, diagnostics)
    }

    #[test]
    fn an_unknown_theme_is_reported_but_an_unknown_tag_is_not() {
        let text = |key: &str| format!("---\n{key}: [Weavin]\n---\n\n# Notes\n\nSoup.\n");
        let (found, _, diagnostics) = applied(&text("themes"), 0);
        assert_eq!(found, [""; 0]);
        let [one] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
        assert_eq!((one.code, one.help.as_str()), ("unknown-theme", "did you mean \"weaving\"?"));
        let (found, _, diagnostics) = applied(&text("tags"), 0);
        assert_eq!((found.len(), diagnostics.len()), (0, 0));
    }

    #[test]
    fn a_theme_counts_for_the_recap_and_for_one_note() {
        let text = "---\nthemes: [Weaving]\n---\n\n# Notes\n\nSoup.\n\n## Bread\n\nRye.\n";
        let (found, heads, _) = applied(text, 0);
        assert_eq!(found, ["r Weaving", "n-0 Weaving"]);
        let counts: Vec<usize> = heads.iter().map(|head| head.themes.len()).collect();
        assert_eq!(counts, [1, 0]);
    }

    #[test]
    fn the_tag_of_a_file_about_one_talk_belongs_to_the_talk() {
        let text = "---\ntalk: On Wool\nspeaker: Bo Spindle\ntags: [weaving]\n---\n\nSoft.\n";
        let (found, _, _) = applied(text, 1);
        assert_eq!(found, ["t-0 weaving", "r weaving", "n-0 weaving"]);
    }

    #[test]
    fn the_tag_of_a_recap_of_several_talks_belongs_to_none_of_them() {
        let text = "---\ntags: [weaving]\ntalks: [On Wool, On Felt]\n---\n\n# Notes\n\nSoup.\n";
        let (found, _, _) = applied(text, 0);
        assert_eq!(found, ["r weaving", "n-0 weaving"], "it counts for the note on the event");
        let (found, _, _) = applied(text, 1);
        assert_eq!(found, [""; 0], "there is no note on the event");
    }
}
