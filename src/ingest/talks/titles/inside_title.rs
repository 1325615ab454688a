//! Splits the text inside the marks of a title: a label before the title, and the speaker after it.

use crate::ingest::lines::set_off::Title;
use crate::ingest::lines::title::{title_odds, unquoted};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::named_people::{Named, names_in};
use crate::ingest::names::speech::is_likely;
use crate::model::TalkKind;

/// The parts of a marked title: "Keynote: Looms that sing - Ada Weaver, Warpworks".
#[derive(Debug, Default, PartialEq)]
pub(in crate::ingest::talks) struct Inside {
    pub(in crate::ingest::talks) title: String,
    pub(in crate::ingest::talks) kind: Option<TalkKind>,
    pub(in crate::ingest::talks) speakers: Vec<Named>,
}

impl Inside {
    /// Splits the words inside the marks.
    pub(in crate::ingest::talks) fn of(words: &str) -> Self {
        let lead = lead(words);
        let labeled = words.get(lead.length..).unwrap_or_default();
        let is_label = lead.is_labeled && labeled.split_whitespace().count() > 1;
        let title = if is_label { unquoted(labeled) } else { words };
        let kind = lead.kind.filter(|_| is_label);
        let (title, speakers) = with_speakers(title).unwrap_or((title, Vec::new()));
        Self { title: title.to_owned(), kind, speakers }
    }
}

/// Splits at the last dash that names follow, or at the first one behind names: a title and its speakers.
fn with_speakers(words: &str) -> Option<(&str, Vec<Named>)> {
    const SURE: f32 = 1.0;
    /// Names and companies take at most this many bytes.
    const LONGEST: usize = 400;
    let dashes = [" - ", " – ", " — ", " | "];
    let mut places: Vec<(usize, usize)> = dashes
        .iter()
        .flat_map(|dash| words.match_indices(dash).map(|(at, _)| (at, at + dash.len())))
        .collect();
    places.sort_unstable();
    let near = places.iter().copied().rev().take_while(|(_, start)| words.len() - start <= LONGEST);
    let first = places.first().copied();
    let behind = near.into_iter().find_map(|(end, start)| {
        let byline = Byline::parse(words.get(start..)?).filter(|it| it.odds > SURE)?;
        let title = words.get(..end)?;
        let is_name = Byline::parse(title).is_some_and(|it| it.odds > SURE);
        let is_title = title.contains(' ') && !is_name && title_odds(title, true)? > 0.0;
        is_title.then_some((unquoted(title), byline.people))
    });
    // "Ada Weaver – Looms that sing"
    behind.or_else(|| {
        let (end, start) = first.filter(|(end, _)| *end <= LONGEST)?;
        let byline = Byline::parse(words.get(..end)?).filter(|it| it.odds > SURE)?;
        let title = words.get(start..)?;
        let is_name = Byline::parse(title).is_some_and(|it| it.odds > 0.0);
        let is_title = title.contains(' ') && !is_name && title_odds(title, true)? > 0.0;
        is_title.then_some((unquoted(title), byline.people))
    })
}

/// A title that links to its recording or schedule needs no speaker.
pub(in crate::ingest::talks) fn needs_no_speaker(
    title: &Title,
    text: &str,
) -> Option<(Vec<Named>, usize)> {
    let likeness = Likeness::of(text);
    let is_title =
        text.split_whitespace().count() >= 3 && likeness.odds(&[Class::Title, Class::Phrase]) > 1.0;
    // "Ada Weaver on looms" links to a talk, but is not its title.
    let is_on_speaker =
        names_in(text).first().is_some_and(|named| named.range.start == 0 && is_likely(named, 0.0));
    (title.is_evident
        && is_title
        && !is_on_speaker
        && text.starts_with(|c: char| !c.is_lowercase()))
    .then_some((Vec::new(), title.outer.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_have_a_label_before_it_and_names_behind_it() {
        for (words, title, speakers) in [
            ("Looms that sing - Ada Weaver, Warpworks", "Looms that sing", "Ada Weaver"),
            (
                "Keynote: Looms - and why they sing - Ada Weaver & Marta Kowalska, Weft",
                "Looms - and why they sing",
                "Ada Weaver, Marta Kowalska",
            ),
            ("Ada Weaver – Looms that sing", "Looms that sing", "Ada Weaver"),
            ("Title - Looms that sing", "Looms that sing", ""),
            ("Looms that sing - a story", "Looms that sing - a story", ""),
            ("Ada Weaver - Marta Kowalska", "Ada Weaver - Marta Kowalska", ""),
            ("Keynote", "Keynote", ""),
        ] {
            let inside = Inside::of(words);
            let names: Vec<&str> = inside.speakers.iter().map(|it| it.name.as_str()).collect();
            assert_eq!((inside.title.as_str(), names.join(", ").as_str()), (title, speakers));
        }
    }

    #[test]
    fn a_link_may_be_more_or_less_than_a_title() {
        let rest = "\n\n\"Wool for all\" by Cy Hand was good.";
        for (sentence, expected) in [
            (
                "In his talk [The future of yarn](https://youtu.be/abcdefghijk), Peter Smith said a lot.",
                "The future of yarn | Peter Smith",
            ),
            ("I attended [Ingrid Olsen's talk on felt](https://felt.example).", " | Ingrid Olsen"),
            (
                "Then [a talk by Kelechi Obi about \"Dyeing without water\"](https://dye.example) followed.",
                "Dyeing without water | Kelechi Obi",
            ),
            (
                "I liked [Peter Smith on \"The future of yarn\"](https://yarn.example).",
                "The future of yarn | Peter Smith",
            ),
            (
                "My favorite: [Bo Reed – Nets at sea](https://youtu.be/abcdefghijk).",
                "Nets at sea | Bo Reed",
            ),
        ] {
            crate::ingest::talks::tests::check(
                &format!("{sentence}{rest}"),
                &[expected, "Wool for all | Cy Hand"],
            );
        }
    }
}
