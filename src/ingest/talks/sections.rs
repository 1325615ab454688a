//! Splits a recap at its headings, and where an export may have lost a heading.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::title::{is_kind_only, is_section, title_odds};
use crate::ingest::names::clutter::lead;
use crate::ingest::names::cue_words::{ATTENDED, TALKS, has, phrases};
use crate::ingest::names::eastern_words::heads_seen_talks;
use crate::ingest::names::kinds::{
    award, is_call_for_talks, is_on_book, is_on_plans, is_talk_word,
};
use crate::ingest::names::no_talks::heads_no_program;
use crate::ingest::names::other_words::NOT;
use crate::ingest::passage::Passage;
use crate::model::{Block, inline_text};

/// Words of a heading above quotations.
const QUOTES: &str = "\
    quote | quotes | quotations | quotable | quoted | zitate | sprüche | citations | citas | \
    frases | citazioni | citaten | citações | 名言 | overheard | sayings | dixit | one-liners | \
    soundbite | soundbites | nugget | nuggets | bingo | tweets";

/// Phrases in a heading above quotations.
const QUOTED: &str = "\
    best lines | favorite lines | favourite lines | memorable lines | great lines | funny lines | bons mots | \
    heard on stage | said on stage | heard at | heard in the hallway | aufgeschnappt | entendu à | entendu au | \
    die besten sätze | starke sätze | les meilleures phrases | le frasi più belle | things people said | \
    what people said | i wrote down";

/// Words of a heading above the author's reading list, which has titles and names like a list of talks.
const READING: &str = "\
    read | reading | books | bookshelf | gelesen | bücher | lu | livres | leído | libros | \
    letto | libri | lido | livros | gelezen | boeken";

/// Headings above people that the author met.
const PEOPLE: &str = "\
    people | people i met | people met | who i met | people to follow | contacts | met | leute | \
    personen | kontakte | personnes | rencontres | contacts pris | personas | gente | contactos | \
    persone | contatti | incontri | mensen | contacten | pessoas | contatos";

/// Headings above things that the author has to do, which name people as well: "Eva Hill - send slides".
const TO_DO: &str = "\
    to do | to-do | todo | todos | action items | follow up | follow ups | follow-up | follow-ups | next steps | \
    aufgaben | nächste schritte | à faire | pendientes | por hacer | da fare | te doen | acties | actiepunten | \
    a fazer | tarefas";

/// Headings above works of others, which have a title and a maker like a talk.
const WORKS: &str = "\
    resources | further reading | references | reading list | useful links | links | bibliography | papers | \
    food | drinks | music | playlist | tools to try | quellen | literatur | weiterführendes | ressourcen | \
    ressources | bibliographie | pour aller plus loin | recursos | enlaces | bibliografía | risorse | \
    bibliografia | bronnen | referências | referenze | 参考文献 | 参考資料";

/// Words that begin a heading above books.
pub(super) const BOOKS: &str = "\
    books | bücher | livres | libros | libri | boeken | livros | książki | książek | knihy | knih | книги | книг | \
    böcker | bøger | bøker | kirjat | kitaplar | könyvek | 書籍 | 책";

/// Words in headings above talks that the author did not see.
const MISSED: &str = "\
    missed | didn't see | didn’t see | did not see | wish i had seen | wish i'd seen | wish i’d seen | wish i had attended | \
    couldn't see | couldn’t see | skipped | verpasst | verpasste | nicht gesehen | manqué | manquée | manqués | manquées | \
    raté | ratée | ratés | ratées | pas vu | pas vus | pas vues | me perdí | no vi | perso | persi | non ho visto | gemist | \
    niet gezien | perdi | não vi | 見逃した | 見られなかった";

/// Words beside them in headings above what readers should know: "Not to be missed", "In case you missed it".
const MISSED_BY_NOBODY: &str = "\
    you | be | if | never | don't | don’t | can't | can’t | ihr | du | sie | vous | tu | je";

/// Words right behind them.
const AFTER_MISSED: &str = "but | because | due | aber | weil | mais | pero | ma | maar | mas";

/// Words at the end of the title of a document that lists something other than talks.
const OTHER_LISTS: &str = "\
    todo | to-do | todos | questions | bingo | packing list | set list | setlist | shopping list | team";

/// Passages under one heading, or after a gap.
pub(super) struct Section<'a> {
    /// Empty when the section has none.
    pub(super) heading: String,
    pub(super) level: u8,
    pub(super) first: u32,
    pub(super) passages: &'a [Passage],
    /// The index of its first passage in the document.
    pub(super) at: usize,
}

impl<'a> Section<'a> {
    /// Whether it has no text, nor a section below it, and its heading says more than "Lunch" or "Day 2".
    pub(super) fn is_bare(&self, next: Option<&Self>) -> bool {
        let heading = self.heading.trim();
        let is_leaf = next.is_none_or(|next| next.level <= self.level);
        self.passages.is_empty()
            && is_leaf
            && lead(heading).length < heading.len()
            && title_odds(heading, false).is_some()
            && !is_section(heading, 0.0)
            && !is_kind_only(heading)
    }

    /// Splits off the passages before an index. The section after it keeps the heading.
    pub(super) fn split_head(&self, passage: usize) -> (&'a [Passage], Self) {
        let (head, passages) = self.passages.split_at(passage.min(self.passages.len()));
        let section = Self {
            heading: self.heading.clone(),
            level: self.level,
            first: self.first,
            passages,
            at: self.at + head.len(),
        };
        (head, section)
    }

    /// The section up to a passage, and the rest, which has no heading of its own.
    pub(super) fn split_at(&self, passage: usize) -> (Self, Self) {
        let (head, tail) = self.passages.split_at(passage.min(self.passages.len()));
        let part = |heading: &str, passages: &'a [Passage], at: usize| Self {
            heading: heading.to_owned(),
            level: self.level,
            first: self.first,
            passages,
            at,
        };
        (part(&self.heading, head, self.at), part("", tail, self.at + head.len()))
    }
}

/// Whether a paragraph is the head of a talk and no text on it: a few short lines with title, speaker, time and room.
pub(super) fn is_head(passage: &Passage) -> bool {
    const LONGEST: usize = 14;
    let Block::Paragraph(text) = &passage.block else { return false };
    let words = Line::of(text).words;
    let mut lines = words.split('\n').map(str::trim).filter(|line| !line.is_empty()).peekable();
    let is_detail =
        |line: &str| line.split(' ').count() <= LONGEST && !line.ends_with(['.', '!', '。']);
    let first = lines.next();
    lines.peek().is_some() && first.into_iter().chain(lines).all(is_detail)
}

/// A heading above quotations, which look like talks with title and speaker.
pub(super) fn is_of_quotes(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.into_iter().any(|word| has(QUOTES, word))
        || phrases(QUOTED).any(|phrase| lower.trim_start().starts_with(phrase))
}

/// Whether the title of a document says that it describes no actual talk.
pub(super) fn is_off_topic(title: &str) -> bool {
    is_on_book(title)
        || is_of_reading(title)
        || is_of_people(title)
        || is_other_list(title)
        || is_on_plans(title)
        || is_call_for_talks(title)
}

/// Whether a title says that the text is about people that the author met: "Looms 2019: people I met".
fn is_of_people(title: &str) -> bool {
    let last = title.rsplit([':', '-', '–', '—']).next().unwrap_or_default().trim().to_lowercase();
    last.contains(' ') && has(PEOPLE, &last)
}

/// Whether a title says at its end that the text lists something other than talks: "Devoxx 2016 – todo".
fn is_other_list(title: &str) -> bool {
    let lower = title.to_lowercase();
    let mut ends = phrases(OTHER_LISTS).filter_map(|phrase| lower.trim_end().strip_suffix(phrase));
    // "Looms 2019: what I told my team" tells of talks.
    let is_edge = |c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '–' | '—' | '|');
    ends.any(|rest| rest.trim_end().ends_with(is_edge) || rest.is_empty())
}

/// Whether a heading is too short to be the title of a talk about such things.
fn is_short(heading: &str) -> bool {
    const MOST_WORDS: usize = 5;
    heading.split_whitespace().count() <= MOST_WORDS
}

/// A heading above talks that the author did not see: "Missed", "Talks I wish I had seen", but not "Missed deadlines".
pub(super) fn is_of_missed(heading: &str) -> bool {
    const MOST_WORDS: usize = 7;
    let lower = heading.to_lowercase();
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let words: Vec<&str> =
        lower.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    if words.len() > MOST_WORDS || words.iter().any(|word| has(MISSED_BY_NOBODY, word)) {
        return false;
    }
    phrases(MISSED).any(|phrase| {
        let Some((before, after)) = lower.split_once(phrase) else { return false };
        let next = after.trim_start().split(|c: char| !is_letter(c)).next().unwrap_or_default();
        let is_last = !after.starts_with(is_letter) && next.is_empty();
        !before.ends_with(is_letter) && (is_last || has(TALKS, next) || has(AFTER_MISSED, next))
    })
}

/// A heading above things that look like talks but are not: quotations, people that the author met, books that the
/// author read, or anything except talks.
pub(super) fn is_of_others(heading: &str) -> bool {
    is_of_quotes(heading)
        || is_of_reading(heading)
        || is_of_no_talks(heading)
        || is_of_missed(heading)
        || is_short(heading) && heads_no_program(heading)
        || [PEOPLE, TO_DO, WORKS]
            .iter()
            .any(|list| has(list, heading.trim().to_lowercase().as_str()))
}

/// A heading such as "Not talks, but good" or "Keine Vorträge".
pub(super) fn is_of_no_talks(heading: &str) -> bool {
    const FARTHEST: usize = 3;
    let lower = heading.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let is_talk = |word: &&str| has(TALKS, word) || is_talk_word(word);
    let first = words.iter().position(is_talk);
    let no = words.iter().position(|word| has(NOT, word));
    first.zip(no).is_some_and(|(talk, no)| no < talk && talk - no <= FARTHEST)
}

/// A heading such as "What I read" above books, which look like talks with title and speaker.
pub(super) fn is_of_reading(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let is_short = lower.split_whitespace().count() <= 4;
    let begins = words.clone().next().is_some_and(|first| has(BOOKS, first));
    begins || is_short && words.any(|word| has(READING, word))
}

pub(super) fn sections(passages: &[Passage]) -> Vec<Section<'_>> {
    let begins =
        |passage: &Passage| matches!(passage.block, Block::Heading { .. }) || passage.is_after_gap;
    let mut sections = Vec::new();
    let mut rest = passages;
    let mut at = 0;
    while let Some(opening) = rest.first() {
        let (heading, level, skip) = if let Block::Heading { level, text } = &opening.block {
            (inline_text(text).trim().to_owned(), *level, 1)
        } else {
            (String::new(), u8::MAX, 0)
        };
        let length = 1 + rest.iter().skip(1).take_while(|passage| !begins(passage)).count();
        let (section, tail) = rest.split_at(length);
        let passages = section.get(skip..).unwrap_or_default();
        sections.push(Section { heading, level, first: opening.first, passages, at: at + skip });
        rest = tail;
        at += length;
    }
    sections
}

/// A heading such as "Talks", "My favorite sessions" or "Talks I attended" above titles.
pub(super) fn is_about_talks(heading: &str) -> bool {
    const LONGEST: usize = 8;
    const LATEST: usize = 4;
    // "Tutorials (3.5 hours)".
    let lower = heading.split('(').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // "Talk list".
    let words = match words.as_slice() {
        [first @ .., _, "list"] if words.iter().any(|it| is_talk_word(it)) => {
            [first, &["talks"]].concat()
        }
        _ => words,
    };
    if heads_seen_talks(heading) {
        return true;
    }
    let is_plural = |word: &&str| has(TALKS, word);
    let ends = words.last().is_some_and(is_plural);
    let begins = words.len() <= LONGEST
        && words.iter().take(LATEST).any(is_plural)
        && words.iter().any(|word| has(ATTENDED, word));
    (ends || begins) && !is_of_no_talks(heading) && award(heading).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::talks::tests::{check, talks_of};

    #[test]
    fn headings_above_what_is_no_talk() {
        for (heading, expected) in [
            ("Not talks, but loud", true),
            ("Keine Vorträge, aber gut", true),
            ("Pas des conférences", true),
            ("Geen praatjes", true),
            ("Bücher, aber keine Vorträge", true),
            ("Books I read", true),
            ("Missed", true),
            ("Missed, sadly", true),
            ("Talks I missed", true),
            ("Wish I had seen", true),
            ("Leider verpasst", true),
            ("Pas vus", true),
            ("Not to be missed", false),
            ("In case you missed it", false),
            ("Conférences à ne pas manquer", false),
            ("Dismissed alerts", false),
            ("Missed deadlines", false),
            ("Missed (on video)", true),
            ("Missed talks", true),
            ("Talks, not demos", false),
            ("No more looms", false),
        ] {
            assert_eq!(is_of_others(heading), expected, "{heading}");
        }
    }

    #[test]
    fn talks_below_missed_are_not_taken_for_seen() {
        let heading = "### Looms at sea (Ada Weaver)\n\nOn video.\n\n### Wool and silk (Lena Graf)\n\nAlso.\n";
        let list = "- Looms at sea – Ada Weaver\n- Wool and silk – Lena Graf\n";
        let seen =
            "\n## Seen\n\n- Nets that hold – Bo Lindqvist\n- Silk, spun twice – Peter Smith\n";
        let expected = ["Nets that hold | Bo Lindqvist", "Silk, spun twice | Peter Smith"];
        for talks in [heading, list] {
            for group in ["## Missed", "## Wish I had seen", "## Verpasst"] {
                let text = format!("{group}\n\n{talks}{seen}");
                check(&text, &expected);
                let notes = crate::ingest::talks::tests::notes_of(&text);
                assert!(notes.contains("Ada Weaver") || talks == heading, "{notes}");
            }
        }
    }

    #[test]
    fn headings_above_titles() {
        for (heading, expected) in [
            ("Talks", true),
            ("My favourite sessions", true),
            ("Talks I attended:", true),
            ("Talks to watch later", true),
            ("Vorträge, die ich gesehen habe", true),
            ("Conférences auxquelles j'ai assisté", true),
            ("Charlas a las que fui", true),
            ("Interventi che ho seguito", true),
            ("Lezingen die ik heb gezien", true),
            ("Palestras que assisti", true),
            ("Best talk", false),
            ("How talks are chosen", false),
            ("People I talked to", false),
            ("What I watched on the train", false),
        ] {
            assert_eq!(is_about_talks(heading), expected, "{heading}");
        }
    }

    #[test]
    fn people_and_things_to_do_are_no_talks() {
        let list = "- Eva Hill - send slides\n- Cy Hand: call back\n";
        for heading in ["To do", "Follow-ups", "Aufgaben", "À faire", "People I met"] {
            check(&format!("## {heading}\n\n{list}"), &[]);
        }
        let people = "# LoomConf 2019: people I met\n\n- Eva Hill - wants to talk about looms\n- Cy Hand - owes me a beer\n";
        let draft = crate::ingest::ingest("a.md", people.as_bytes()).draft.unwrap();
        assert!(draft.talks.is_empty(), "{:?}", draft.talks);
    }

    #[test]
    fn works_quotations_and_duties_are_no_talks() {
        let works = "- “Threads of time” by Eva Hill\n- “Old wefts” by Cy Hand\n";
        for lead in [
            "Further reading:",
            "Resources",
            "## Links",
            "Favourite soundbites:",
            "## Things people said",
        ] {
            check(&format!("{lead}\n\n{works}"), &[]);
        }
        for title in
            ["Books and beers at LoomConf 2019", "LoomConf 2019 – todo", "LoomConf 2019 questions"]
        {
            let text = format!("# {title}\n\n{works}");
            let draft = crate::ingest::ingest("a.md", text.as_bytes()).draft.unwrap();
            assert!(draft.talks.is_empty(), "{title}: {:?}", draft.talks);
        }
    }

    #[test]
    fn a_book_and_a_missed_talk_are_none() {
        for sentence in [
            "On the train I read “Dune” by Frank Herbert.",
            "I missed “Sails for everybody” by Eva Hill.",
            "Tom Hay told me about “Nothing to see yet”, which he will give at WeftConf.",
        ] {
            assert_eq!(talks_of(sentence), [""; 0], "{sentence}");
        }
        check("Then came “Sails for everybody” by Eva Hill.", &["Sails for everybody | Eva Hill"]);
        check("Then “Reading the room” by Eva Hill.", &["Reading the room | Eva Hill"]);
        check("Then “The song of the looms” by Wei Li.", &["The song of the looms | Wei Li"]);
    }
}
