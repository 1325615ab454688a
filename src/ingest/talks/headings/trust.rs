//! Decides how far a line below a title is trusted to name a speaker.

use super::name_headings::Headings;
use crate::ingest::passage::Passage;
use crate::ingest::talks::speakers::below_title::{Trust, labeled_in_section, speakers_below};
use crate::model::Block;

/// Whether so many headings have their speaker in the only line below that such a line names nobody else.
pub(in crate::ingest::talks) fn trust(headings: &Headings, passages: &[Passage]) -> Trust {
    const FEWEST: usize = 3;
    let below = |at: &usize| passages.get(*at + 1..*at + 2).unwrap_or_default();
    let is_paragraph =
        |at: &&usize| below(at).iter().any(|passage| matches!(passage.block, Block::Paragraph(_)));
    let is_name = |at: &&usize| {
        speakers_below(below(at), Trust::Name).is_some_and(|below| below.passages == 1)
    };
    let names = headings.keys().filter(is_name).count();
    let is_shape = names >= FEWEST && names * 2 > headings.keys().filter(is_paragraph).count();
    if is_shape { Trust::Shape } else { Trust::Name }
}

/// Whether "Author: Ada Weaver" names speakers: a text has one author, but here most sections have their own.
pub(in crate::ingest::talks) fn are_authors_meant(
    headings: &Headings,
    passages: &[Passage],
) -> bool {
    const FEWEST: usize = 3;
    let below = |at: &usize| passages.get(*at + 1..).unwrap_or_default();
    let is_filled = |at: &&usize| {
        below(at).first().is_some_and(|it| !matches!(it.block, Block::Heading { .. }))
    };
    let credited =
        headings.keys().filter(|at| labeled_in_section(below(at), true).is_some()).count();
    credited >= FEWEST && credited * 2 > headings.keys().filter(is_filled).count()
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::talks_of;

    #[test]
    fn where_three_titles_have_a_name_below_any_outline_is_one() {
        let talk = |title: &str, name: &str| format!("## {title}\n\n*{name}*\n\nLoud.\n\n");
        let known = [
            talk("Shrinking looms for fun", "Ada Weaver"),
            talk("What a loom can learn", "Marta Kowalska"),
            talk("How we lost the thread", "Peter Smith"),
        ];
        let rare = talk("Opening the black notebook", "Zyx Qorblat");
        let all = talks_of(&format!("{}{rare}", known.concat()));
        assert_eq!(
            all.last().map(String::as_str),
            Some("Opening the black notebook | Zyx Qorblat")
        );
        for (title, name) in
            [("Audio", "Ada Weaver"), ("404", "Bo Reed"), ("Ask me anything", "Anna")]
        {
            let odd = talks_of(&format!("{}{}", known.concat(), talk(title, name)));
            assert_eq!(odd.last(), Some(&format!("{title} | {name}")));
            let labeled = format!("## {title}\n\nSpeaker: {name}\n\nLoud.\n");
            assert_eq!(talks_of(&labeled), [format!("{title} | {name}")]);
        }
        let party = "## Party at the museum\n\nSlides!!\n";
        assert_eq!(talks_of(&format!("{}{party}", known.concat())).len(), 3);
    }

    #[test]
    fn where_each_section_has_its_author_authors_are_speakers() {
        let talk = |title: &str, name: &str, label: &str| {
            format!(
                "**{title}**\n\nHow hard is it to weave? Here is what I saw of it.\n\n{label}: {name}\n\n"
            )
        };
        for label in ["Author", "Автор", "Autor", "Auteur", "By"] {
            let one = talk("Shrinking looms for fun", "Ada Weaver", label);
            assert!(talks_of(&one).iter().all(|talk| !talk.contains("Ada")), "{label}");
            let all = [
                one,
                talk("What a loom can learn", "Marta Kowalska", label),
                talk("Wool", "Peter Smith", label),
            ];
            assert_eq!(
                talks_of(&all.concat()),
                [
                    "Shrinking looms for fun | Ada Weaver",
                    "What a loom can learn | Marta Kowalska",
                    "Wool | Peter Smith",
                ],
                "{label}"
            );
        }
    }
}
