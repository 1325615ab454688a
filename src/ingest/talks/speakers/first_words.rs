//! Finds the speaker in the first words below a title.

use super::bold_names::in_bold;
use super::labeled_entry::has_own_title;
use crate::ingest::leading_videos::is_recording;
use crate::ingest::lines::line::Line;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::cue_words::{
    AUTHOR_LABELS, BY, SPEAKER_LABELS, THE, has, leading, phrases,
};
use crate::ingest::names::eastern_possessor::eastern_talk;
use crate::ingest::names::eastern_words::EASTERN_THIS;
use crate::ingest::names::kinds::is_talk_word;
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::{Named, names_in};
use crate::ingest::names::other_words::{NO_VERBS, THIS};
use crate::ingest::names::speech::is_joint;
use crate::ingest::names::told_words::{HELPERS, OPENING, SPEAKER_OPENERS, TELLING, TOPIC_LINKS};
use crate::ingest::passage::Passage;
use crate::model::{Block, inline_text};
use crate::text::sentences::sentence_ranges;

/// How the first words below a title name somebody, from weakest to strongest.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::ingest::talks) enum Cue {
    /// "Ada Weaver rebuilt": any verb.
    Acting,
    /// "Ada Weaver showed how", "Ada Weaver on looms".
    Telling,
    /// "By Ada Weaver.", a bold name, or the name as a separate sentence or item.
    Alone,
    /// "Talk by Ada Weaver", "The speaker, Ada Weaver,".
    Speaking,
}

/// Odds above which words are a name.
const NAME: f32 = 1.0;

/// Number of recordings and pictures below a heading that are skipped.
const MOST_SHOWN: usize = 2;

/// The first passage below a title that is not a recording, a picture or a bare address, and whether a recording comes before it.
pub(in crate::ingest::talks) fn first_text(passages: &[Passage]) -> (Option<&Passage>, bool) {
    let is_shown = |passage: &&Passage| {
        is_recording(&passage.block)
            || matches!(passage.block, Block::Image { .. })
            || is_address(&passage.block)
    };
    let shown = passages.iter().take(MOST_SHOWN).take_while(is_shown).count();
    let is_recorded = passages.iter().take(shown).any(|passage| is_recording(&passage.block));
    (passages.get(shown), is_recorded)
}

/// Whether a paragraph is only an address.
pub(in crate::ingest::talks) fn is_address(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    let words = inline_text(text);
    words.starts_with("http") && !words.contains([' ', '\n'])
}

/// The people that the first words of a passage name, and how.
pub(in crate::ingest::talks) fn opening(passage: Option<&Passage>) -> Option<(Byline, Cue)> {
    let block = &passage?.block;
    // "**Looms that sing**" above "Speaker: Ada Weaver" is a talk of its own.
    if has_own_title(block) {
        return None;
    }
    match block {
        Block::Paragraph(text) => {
            let line = Line::of(text);
            in_words(&line.words, true)
                .or_else(|| Some((in_bold(&line)?, Cue::Alone)))
                .or_else(|| in_words(&line.words, false))
        }
        Block::List { items, .. } => Some((first_item(items)?, Cue::Alone)),
        Block::Heading { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => None,
    }
}

/// The people that the first words of a text name, and how: as the speaker, or otherwise in any other way.
pub(in crate::ingest::talks) fn in_words(words: &str, as_speaker: bool) -> Option<(Byline, Cue)> {
    let cued = |byline: Option<Byline>, cue: Cue| byline.map(|byline| (byline, cue));
    if as_speaker {
        return cued(spoken(words), Cue::Speaking)
            .or_else(|| cued(telling(words), Cue::Telling))
            .or_else(|| cued(on_topic(words), Cue::Telling));
    }
    cued(sentence(words), Cue::Alone).or_else(|| cued(acting(words), Cue::Acting))
}

/// "Ada Weaver and Bo Thread opened the day with".
pub(in crate::ingest::talks) fn telling(words: &str) -> Option<Byline> {
    let (people, reach) = leading_names(words);
    let rest = words.get(reach..)?.to_lowercase();
    let mut after = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut verb = after.next()?;
    // "ha mostrato", "hat gezeigt", "invece hanno spiegato".
    while has(HELPERS, verb) {
        verb = after.next()?;
    }
    let is_told = has(TELLING, verb) || has(OPENING, verb);
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    (is_told && odds > NAME).then_some(Byline { people, odds })
}

/// "Ada Weaver on looms that sing": a lower-case topic is not a title.
pub(in crate::ingest::talks) fn on_topic(words: &str) -> Option<Byline> {
    let (people, reach) = leading_names(words);
    let rest = words.get(reach..)?.strip_prefix(' ')?;
    let length = leading(TOPIC_LINKS, rest)?;
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    let is_topic = rest.get(length + 1..)?.split_whitespace().count() > 1;
    (odds > NAME && is_topic).then_some(Byline { people, odds })
}

/// "Ada Weaver rebuilt her loom": any lower-case word after the name that may be a verb.
fn acting(words: &str) -> Option<Byline> {
    const LEAST: usize = 3;
    let (people, reach) = leading_names(words);
    let rest = words.get(reach..)?.strip_prefix(' ')?;
    let verb = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    let is_verb = verb.chars().count() >= LEAST
        && verb.chars().all(char::is_lowercase)
        && !has(NO_VERBS, verb)
        && !has(TOPIC_LINKS, verb)
        && !has(BY, verb);
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    (is_verb && odds > NAME).then_some(Byline { people, odds })
}

/// "Talk by Ada Weaver and Bo Thread. Loud." If the sentence continues, it may be about a talk other than the title:
/// "The talk by Ada Weaver was loud".
pub(in crate::ingest::talks) fn talk_by(words: &str) -> Option<Byline> {
    let names = behind_talk_by(words)?;
    let (people, reach) = leading_names(names);
    let rest = names.get(reach..)?.trim_start_matches(' ');
    let is_whole = rest.is_empty() || rest.starts_with(['.', ',', ';', '!', '–', '—', '\n']);
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    (is_whole && odds > -3.0).then_some(Byline { people, odds })
}

/// "By Ada Weaver. Loud.": a credit, then a sentence of the note. Also returns whether "by" leads to the name.
pub(in crate::ingest::talks) fn credited(words: &str) -> Option<(Byline, bool)> {
    const LEAST: f32 = 2.0;
    let lead = leading(BY, words).filter(|_| words.starts_with(char::is_uppercase)).unwrap_or(0);
    let names = words.get(lead..)?.trim_start();
    let (people, reach) = leading_names(names);
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    let is_credit = names.get(reach..)?.starts_with(". ");
    let least = if lead > 0 { 0.0 } else { LEAST };
    (is_credit && odds > least).then_some((Byline { people, odds }, lead > 0))
}

/// "Talk by Ada Weaver.", or a sentence that begins with "The speaker, Ada Weaver,".
fn spoken(words: &str) -> Option<Byline> {
    const SENTENCES: usize = 3;
    if let Some((people, _)) = behind_this_talk(words).map(leading_names)
        && let Some(odds) = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)
        && odds > 0.0
    {
        return Some(Byline { people, odds });
    }
    if behind_talk_by(words).is_some() {
        return talk_by(words);
    }
    if let Some(byline) = eastern_byline(words) {
        return Some(byline);
    }
    sentence_ranges(words).into_iter().take(SENTENCES).find_map(|range| {
        let sentence = words.get(range)?;
        let named = names_in(sentence).into_iter().next()?;
        let opener = sentence.get(..named.range.start)?.to_lowercase();
        let is_labeled = opener.trim_end().ends_with(':');
        let opener = opener.trim_matches(|c: char| !c.is_alphanumeric());
        let is_label = is_labeled && has(SPEAKER_LABELS, opener);
        // "By" may lead to the author of the text.
        if has(AUTHOR_LABELS, opener) || !is_label && !has(SPEAKER_OPENERS, opener) {
            return None;
        }
        let (people, _) = leading_names(sentence.get(named.range.start..)?);
        let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
        (odds > 0.0).then_some(Byline { people, odds })
    })
}

/// "松田明さんの発表。"
pub(in crate::ingest::talks) fn eastern_byline(words: &str) -> Option<Byline> {
    let named = eastern_talk(words)?;
    let odds = person_odds(&named.name).max(1.0);
    Some(Byline { people: vec![named], odds })
}

/// The text after "Talk by", "A workshop by" or "Ein Vortrag von".
fn behind_talk_by(words: &str) -> Option<&str> {
    const FARTHEST: usize = 3;
    let mut ends = words.match_indices(' ').map(|(at, _)| at).take(FARTHEST);
    ends.find_map(|at| {
        let (head, tail) = words.split_at_checked(at)?;
        let lower = head.to_lowercase();
        let (before, word) = lower.rsplit_once(' ').unwrap_or(("", &lower));
        let is_short = before.is_empty() || before.split(' ').all(is_article);
        let by = leading(BY, tail.trim_start())?;
        let is_talk = is_talk_word(word) && is_short;
        is_talk.then(|| tail.trim_start().get(by..).map(str::trim_start))?
    })
}

/// The text after "This talk by" or "This was a lovely session with", which speaks of the title above.
fn behind_this_talk(words: &str) -> Option<&str> {
    const FARTHEST: usize = 3;
    let behind = behind_this(words)?;
    // "This was a talk on looms by".
    let ends = behind.match_indices(' ').map(|(at, _)| at + 1).take(FARTHEST);
    let mut ends = std::iter::once(0).chain(ends);
    ends.find_map(|at| {
        let by = behind.get(at..)?;
        by.get(leading(BY, by)?..).map(str::trim_start)
    })
}

/// Whether a text begins by pointing at the talk above it: "This talk", "In this session", "A workshop on how to".
pub(in crate::ingest::talks) fn points_at_talk(words: &str) -> bool {
    const ABOUT: [&str; 9] =
        ["on ", "about ", "by ", "über ", "von ", "zu ", "sur ", "sobre ", "su "];
    if phrases(EASTERN_THIS).any(|this| words.starts_with(this)) || behind_this(words).is_some() {
        return true;
    }
    let lower = words.to_lowercase();
    let mut ends = lower.match_indices(' ').map(|(at, _)| at).take(3);
    ends.any(|at| {
        let (head, tail) = lower.split_at(at);
        let (before, word) = head.rsplit_once(' ').unwrap_or(("", head));
        is_talk_word(word)
            && !before.is_empty()
            && before.split(' ').all(is_article)
            && ABOUT.iter().any(|about| tail.trim_start().starts_with(about))
    })
}

/// The text after "This talk", "In this short session" or "This was a very good workshop".
fn behind_this(words: &str) -> Option<&str> {
    const FARTHEST: usize = 7;
    let is_this = |word: &str| has(THIS, &word.to_lowercase());
    let mut first = words.splitn(3, ' ');
    let begins = first.next().is_some_and(is_this) || first.next().is_some_and(is_this);
    if !begins {
        return None;
    }
    let sentence = words.split(['.', ',', '!', '?', ':', '\n']).next()?;
    let mut ends = sentence.match_indices(' ').map(|(at, _)| at).chain([sentence.len()]);
    let mut start = 0;
    let found = ends.by_ref().take(FARTHEST).find(|end| {
        let word = sentence.get(start..*end).unwrap_or_default().to_lowercase();
        start = end + 1;
        is_talk_word(&word)
    })?;
    words.get(found..).map(str::trim_start)
}

fn is_article(word: &str) -> bool {
    has(THE, word)
        || matches!(
            word,
            "a" | "an" | "ein" | "eine" | "un" | "une" | "una" | "een" | "um" | "uma" | "lightning"
        )
}

/// "By Ada Weaver. The demo was loud." and "Ada Weaver. Just watch."
fn sentence(words: &str) -> Option<Byline> {
    if leading(BY, words).is_some() { up_to_mark(words, NAME) } else { up_to_stop(words, 2.0) }
}

/// The people named before the first full stop, or before another mark.
fn up_to_mark(words: &str, least: f32) -> Option<Byline> {
    let marks = words.match_indices([',', '.', '—', '–']).map(|(at, _)| at);
    up_to_stop(words, least).or_else(|| marks.into_iter().find_map(|at| whole(words, at, least)))
}

/// The people named before the first full stop.
fn up_to_stop(words: &str, least: f32) -> Option<Byline> {
    words.match_indices(". ").find_map(|(at, _)| whole(words, at, least))
}

/// The people that the first bytes of a text name, if these bytes say nothing else.
fn whole(words: &str, end: usize, least: f32) -> Option<Byline> {
    const LONGEST: usize = 14;
    let head = words.get(..end).filter(|head| head.split_whitespace().count() <= LONGEST)?;
    Byline::parse(head).filter(|byline| !byline.people.is_empty() && byline.odds > least)
}

/// The joined names at the start of a text, and the byte after them.
fn leading_names(words: &str) -> (Vec<Named>, usize) {
    let mut people: Vec<Named> = Vec::new();
    let mut reach = 0;
    for named in names_in(words) {
        let between = words.get(reach..named.range.start).unwrap_or_default();
        let is_next = if people.is_empty() { named.range.start == 0 } else { is_joint(between) };
        if !is_next {
            break;
        }
        reach = named.end.max(named.range.end);
        people.push(named);
    }
    (people, reach)
}

/// The name in the first item of a list, when no other item is a name.
fn first_item(items: &[Vec<Block>]) -> Option<Byline> {
    let named = |item: &Vec<Block>| {
        let Some(Block::Paragraph(text)) = item.first() else { return None };
        Byline::parse(&inline_text(text)).filter(|byline| !byline.people.is_empty())
    };
    let (first, others) = items.split_first()?;
    let byline = named(first).filter(|byline| byline.odds > 2.0)?;
    let is_only = others.iter().all(|item| named(item).is_none_or(|other| other.odds < 0.0));
    is_only.then_some(byline)
}

#[cfg(test)]
mod tests {
    use super::points_at_talk;
    use crate::ingest::talks::tests::check;

    #[test]
    fn words_that_point_at_the_title_above() {
        for (words, expected) in [
            ("This talk was loud.", true),
            ("In this short session we wove.", true),
            ("This was a really good workshop on looms.", true),
            ("A workshop on how to weave without looms.", true),
            ("In diesem Vortrag ging es um Garn.", true),
            ("Cette conférence était bruyante.", true),
            ("Esta charla fue corta.", true),
            ("この発表は良かった。", true),
            ("This year, the talks were loud.", false),
            ("This loom is loud. The talk was not.", false),
            ("A talk is never long enough.", false),
            ("We went to this talk.", false),
        ] {
            assert_eq!(points_at_talk(words), expected, "{words}");
        }
    }

    #[test]
    fn a_title_above_this_talk_is_one() {
        let first = "## Shrinking looms for fun and profit\n\nA workshop on how to weave without looms.\n\n";
        let second = "## From wool factory to silk network\n\nThis talk by John Sley (weaver) discussed wool.\n\n";
        let third = "## Go home to weave: why small looms are the future\n\nThis was a very loud talk from Tim Hay and was full.\n\n";
        let titles = [
            "Shrinking looms for fun and profit | ",
            "From wool factory to silk network | John Sley",
            "Go home to weave: why small looms are the future | Tim Hay",
        ];
        check(&format!("{first}{second}{third}"), &titles);
        check(first, &[]);
    }

    #[test]
    fn a_day_is_no_title() {
        let name = "#### Ada Weaver - Warpworks - Optimizing for looms\n\nLoud.\n\n";
        check(&format!("## Day 1\n\n{name}"), &["Optimizing for looms | Ada Weaver"]);
        check(
            "## Sessions attended\n\n### 16th Nov\n\nLoud.\n\n### 17th Nov - LOOM FACTORY\n",
            &[],
        );
    }
}
