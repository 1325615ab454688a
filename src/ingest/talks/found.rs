//! A talk that was found in a line.

use super::titles::likely_title::may_be_title;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::title::unquoted;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::{AUTHOR_LABELS, SPEAKER_LABELS, has};
use crate::ingest::names::named_people::Named;
use crate::model::TalkKind;

/// A talk that a line names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The title; empty when the line names only the kind and the speakers.
    pub title: String,
    /// The speakers.
    pub speakers: Vec<Named>,
    /// The kind of talk, if the line gives it.
    pub kind: Option<TalkKind>,
    /// Addresses that the title and the text beside it link to.
    pub links: Vec<String>,
    /// The address that the title itself links to.
    pub page: Option<String>,
    /// Byte after which the note begins.
    pub end: usize,
    /// Number of passages after a heading that name the speakers.
    pub bylines: usize,
    /// Another reading is nearly as good.
    pub is_uncertain: bool,
    /// The words between title and speakers often join other things.
    pub is_weak: bool,
    /// The order of title and speakers in the line.
    pub order: Option<Order>,
}

impl Found {
    /// The talk in one reading of a line.
    pub(super) fn new(line: &Line, reading: &Reading) -> Self {
        let title = without_label(&reading.title, &line.words);
        Self {
            links: line.links(&reading.range).map(str::to_owned).collect(),
            page: line.link_of(&reading.title),
            title: title.to_owned(),
            speakers: reading.speakers.clone(),
            kind: reading.kind,
            end: reading.end,
            bylines: 0,
            is_uncertain: false,
            // Only speakers follow such a label.
            is_weak: reading.is_weak && title.len() == reading.title.len(),
            order: Some(reading.order),
        }
    }
}

impl Found {
    /// The talk with the title behind its kind and speakers: "Keynote (Ada Weaver): Looms that sing".
    pub(super) fn with_title_behind(self, line: &Line) -> Self {
        const LONGEST: usize = 120;
        let rest = line.words.get(self.end..).unwrap_or_default();
        let is_behind = self.title.is_empty() && self.kind.is_some() && !self.speakers.is_empty();
        let behind = rest.strip_prefix(": ").filter(|it| is_behind && it.len() <= LONGEST);
        let title = behind.map(|title| unquoted(title).to_owned());
        let is_begun =
            |title: &String| title.contains(' ') && !title.starts_with(char::is_lowercase);
        match title.filter(|title| is_begun(title) && may_be_title(title)) {
            Some(title) => {
                let page = self.page.clone().or_else(|| line.link_of(&title));
                Self { title, page, end: line.words.len(), ..self }
            }
            None => self,
        }
    }
}

/// A title without the label of the speakers behind it: "Looms that sing – Speaker: Ada Weaver".
fn without_label<'a>(title: &'a str, words: &str) -> &'a str {
    let Some((head, label)) = title.rsplit_once(' ') else { return title };
    let label = label.to_lowercase();
    let is_label = has(SPEAKER_LABELS, &label) && !has(AUTHOR_LABELS, &label);
    let bare = head.trim_end_matches([' ', '-', '–', '—', '|', ',', '.']);
    // "The Keynote Speaker: Ada Weaver" has no other title.
    let is_cut = bare.len() < head.len() || lead(words).is_labeled;
    let is_before_names = || words.contains(&format!("{title}: "));
    if is_label && is_cut && bare.contains(' ') && is_before_names() { bare } else { title }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn a_label_of_speakers_is_no_part_of_the_title() {
        for form in
            ["TITLE – Speaker: NAME", "Title: TITLE Speaker: NAME", "TITLE | Speakers: NAME"]
        {
            let row = form.replace("TITLE", "Fast wool for all").replace("NAME", "Marta Kowalska");
            check(&format!("## {row}\n\nLoud.\n"), &["Fast wool for all | Marta Kowalska"]);
        }
    }

    #[test]
    fn a_title_may_stand_behind_kind_and_speaker() {
        for form in ["Keynote (NAME): TITLE", "Keynote by NAME: TITLE"] {
            let row = form.replace("TITLE", "A tour of the loom").replace("NAME", "Marta Kowalska");
            check(&format!("## {row}\n\nLoud.\n"), &["A tour of the loom | Marta Kowalska"]);
        }
        for remark in ["it was loud", "Great", "Loved it. Twice."] {
            let row = format!("## Keynote (Marta Kowalska): {remark}\n\nLoud.\n");
            check(&row, &[" | Marta Kowalska"]);
        }
    }
}
