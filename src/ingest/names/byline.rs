//! Reads a string that names speakers: "Ada Weaver (Warpworks) & Bo Thread, Lead Engineer, Weft".

use super::affiliation::is_frame;
use super::byline_parts::{chunks, given_first, is_list_of_names};
use super::byline_reader::BylineReader;
use super::clutter::is_picture;
use super::cue_words::{
    AUTHOR_LABELS, BY, GIVEN_BY, IS, NOBODY, OTHER_LABELS, SPEAKER_LABELS, THE, has, leading,
};
use super::link_words::is_link_word;
use super::name_shape::{person_odds, without_address, without_stop};
use super::named_people::Named;
use super::nobody::names_nobody;
use super::other_words::MODERATORS;
use super::speaker_slot::{bare, is_clean, names_in_slot};

/// The people that a string names, and how certain that is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ingest) struct Byline {
    /// The people in order, each with the organizations; empty if there is only a handle.
    pub people: Vec<Named>,
    /// The odds of the weakest name, a natural logarithm; above zero when each is likely a name.
    pub odds: f32,
}

/// Marks after a byline that are not part of it.
const ENDS: [char; 8] = [':', ',', ';', '!', '-', '–', '—', ' '];

/// What a label such as "Speaker:" adds to the odds.
const LABELED: f32 = 1.0;

/// Longest byline in bytes: about ten people with their companies.
const LONGEST: usize = 400;

impl Byline {
    /// The people named in brackets, where asides may follow: "(by Ada Weaver, no recording)".
    pub(in crate::ingest) fn parse_inside(text: &str) -> Option<Self> {
        // "(Ada Weaver; Warpworks)": a semicolon leads to a person only if the words are surely a name.
        if text.contains("; ") {
            let sure = Self::parse(text).filter(|byline| byline.odds > 0.0);
            return sure.or_else(|| Self::parse_inside(&text.replace("; ", ", ")));
        }
        let is_aside = |part: &str| part.trim().starts_with(char::is_lowercase);
        let mut parts = text.split(", ");
        let first = parts.next()?;
        let kept: Vec<&str> =
            std::iter::once(first).chain(parts.take_while(|part| !is_aside(part))).collect();
        Self::parse(&kept.join(", "))
    }

    /// The people that the whole string names; `None` if any part of it is not a name, role or organization.
    pub(in crate::ingest) fn parse(text: &str) -> Option<Self> {
        Self::read(text, false)
    }

    /// The people in a string that can only name speakers: "Ada Lens" is a name there, but may be a thing elsewhere.
    pub(in crate::ingest) fn of_speakers(text: &str) -> Option<Self> {
        Self::read(text, true)
    }

    fn read(text: &str, is_of_speakers: bool) -> Option<Self> {
        let text = text.trim_matches(|c: char| matches!(c, '*' | '_' | '[' | ']' | ' '));
        let text = without_address(text);
        let text = text.trim_matches(|c: char| is_picture(c) || c.is_whitespace());
        let text = text.trim_start_matches(['–', '—', '-', '~', ' ']);
        let text = without_stop(text.trim_end_matches(ENDS).trim_end());
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let (text, is_labeled) = unlabeled(text);
        let text =
            text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).unwrap_or(text);
        let text = without_asides(text);
        if has(NOBODY, &text.to_lowercase()) {
            return Some(Self { people: Vec::new(), odds: LABELED });
        }
        let chunks = chunks(text);
        let is_list = is_list_of_names(&chunks);
        let mut reader = BylineReader::new();
        (reader.is_list, reader.is_of_speakers) = (is_list, is_of_speakers || is_labeled);
        for chunk in chunks {
            reader.chunk(chunk.text, chunk.is_joined)?;
        }
        let (people, odds) = reader.found()?;
        Some(Self { people, odds: if is_labeled { odds + LABELED } else { odds } })
    }

    /// The people in a string that stands where other lines have their speakers: "Anna" is one there.
    pub(in crate::ingest) fn in_slot(text: &str) -> Option<Self> {
        let text = bare(text);
        let sure = Self::of_speakers(text).filter(|byline| byline.odds > 0.0);
        let sure = sure.filter(|byline| byline.people.iter().all(|it| is_clean(&it.name)));
        sure.or_else(|| Some(Self { people: names_in_slot(text)?, odds: LABELED }))
    }

    /// The people in "Weaver, Ada" and "Weaver, Ada; Thread, Bo".
    pub(in crate::ingest) fn inverted(text: &str) -> Option<Self> {
        let names: Vec<String> =
            text.split("; ").map(|it| given_first(it, -6.0)).collect::<Option<_>>()?;
        let odds = names.iter().map(|name| person_odds(name)).reduce(f32::min)?;
        let named = |name| Named { name, ..Named::default() };
        Some(Self { people: names.into_iter().map(named).collect(), odds })
    }

    /// Whether it gives an organization for somebody.
    pub(in crate::ingest) fn has_company(&self) -> bool {
        self.people.iter().any(|person| !person.organizations.is_empty())
    }

    /// If the line begins with a label such as "Speaker:": the people it names, and whether only a speaker can follow
    /// the label.
    pub(in crate::ingest) fn labeled(text: &str) -> Option<(Self, bool)> {
        let is_frame =
            |c: char| is_picture(c) || c.is_whitespace() || matches!(c, '*' | '_' | '-' | '•');
        let text = text.trim_matches(is_frame);
        let cut = text
            .split_once([':', '：'])
            .or_else(|| text.split_once(" - "))
            .or_else(|| text.split_once(" – "));
        let cut = cut.map(|(label, rest)| (label.trim_matches(is_frame).to_lowercase(), rest));
        let Some((label, rest)) = cut.filter(|(label, _)| has(SPEAKER_LABELS, label)) else {
            return Some((Self::read(said(text)?, true)?, true));
        };
        let rest = rest.trim_matches(|c: char| matches!(c, '*' | '_' | ' ' | '.' | ':'));
        let is_sure = !has(AUTHOR_LABELS, &label);
        let named = Self::read(rest, is_sure);
        // "Speaker: Anna". After "by" anything may follow, and "Panel:" leads to a title as well.
        let is_slot = is_sure && label != "panel";
        let is_slot = is_slot && !names_nobody(rest);
        let named = named.or_else(|| Self::in_slot(rest).filter(|_| is_slot));
        Some((named?, is_sure))
    }
}

/// The byline without the parts at its end that name nobody: "Ada Weaver | Room 2 | Slides".
fn without_asides(mut text: &str) -> &str {
    while let Some((head, aside)) = text.rsplit_once(" | ").or_else(|| text.rsplit_once(" · ")) {
        if !(is_link_word(aside) || is_frame(aside)) {
            break;
        }
        text = head.trim_end();
    }
    text
}

/// Whether words say that nobody is known to speak: "TBA".
pub(in crate::ingest) fn is_nobody(text: &str) -> bool {
    has(NOBODY, &text.trim().to_lowercase())
}

/// Whether the text is only a label of a byline, such as "Speaker", or of a list of participants.
pub(in crate::ingest) fn is_label(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    has(SPEAKER_LABELS, &text) || has(OTHER_LABELS, &text)
}

/// Whether a text begins with a label that only people follow: "Moderator: Ada Weaver (Warpworks)".
pub(in crate::ingest) fn says_who(text: &str) -> bool {
    let label = text.split_once(": ").map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| {
        let is_speaker = has(SPEAKER_LABELS, &label) && !has(AUTHOR_LABELS, &label);
        has(MODERATORS, &label) || is_speaker && label != "panel"
    })
}

/// The speaker that a sentence names: "The speaker is Ada Weaver."
fn said(text: &str) -> Option<&str> {
    const LONGEST_LABEL: usize = 3;
    let name = leading(GIVEN_BY, text).and_then(|length| text.get(length..)).map(str::trim);
    if let Some(name) = name.filter(|name| name.starts_with(char::is_uppercase)) {
        return Some(name);
    }
    let text = leading(THE, text).and_then(|length| text.get(length..)).unwrap_or(text).trim();
    let spaces = text.match_indices(' ').take(LONGEST_LABEL);
    let (label, rest) = spaces
        .filter_map(|(at, _)| text.split_at_checked(at))
        .find(|(_, rest)| leading(IS, rest.trim_start()).is_some())?;
    let label = label.to_lowercase();
    let is_sure = has(SPEAKER_LABELS, &label) && !has(AUTHOR_LABELS, &label);
    let rest = rest.trim_start();
    let name = rest.get(leading(IS, rest)?..)?.trim();
    let name = name.split(". ").next()?.trim_end_matches(['.', '!']);
    (is_sure && !name.starts_with(char::is_lowercase)).then_some(name)
}

/// The text without a leading "by" or label, and whether only a speaker can follow the label.
fn unlabeled(text: &str) -> (&str, bool) {
    let label = text.split_once(": ").map(|(label, rest)| (label.trim().to_lowercase(), rest));
    let (text, is_sure) = match label {
        Some((label, rest)) if has(SPEAKER_LABELS, &label) => {
            (rest.trim(), !has(AUTHOR_LABELS, &label))
        }
        _ => (text, false),
    };
    // "de" and "di" also begin names, but a lower-case word never follows then.
    let lead = leading(BY, text).or_else(|| text.starts_with("@ ").then_some(1));
    let rest = lead.and_then(|lead| text.get(lead..)).map(str::trim_start);
    (rest.filter(|rest| !rest.starts_with(char::is_lowercase)).unwrap_or(text), is_sure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = Byline::parse(text).map_or_else(String::new, |byline| {
            let people = byline.people.iter().map(|named| {
                if named.organizations.is_empty() {
                    named.name.clone()
                } else {
                    format!("{} ({})", named.name, named.organizations.join(", "))
                }
            });
            people.collect::<Vec<_>>().join(" + ")
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn where_speakers_stand_few_words_are_not_one() {
        let shown = |text: &str| {
            let names = Byline::in_slot(text)?.people.into_iter().map(|it| it.name);
            Some(names.collect::<Vec<_>>().join(" + "))
        };
        for (text, expected) in [
            ("Ada Weaver", Some("Ada Weaver")),
            ("Anna", Some("Anna")),
            ("Jean-Luc", Some("Jean-Luc")),
            ("nulldev2", Some("nulldev2")),
            ("ingvar helgason", Some("ingvar helgason")),
            ("Anna & Bo Reed", Some("Anna + Bo Reed")),
            ("Anna Reed x Bo Lee", Some("Anna Reed + Bo Lee")),
            ("Anna Reed aka ace", Some("Anna Reed")),
            ("Otto von und zu Loom", Some("Otto von und zu Loom")),
            ("Anna Reed 🇩🇪", Some("Anna Reed")),
            ("Pieter 't Hart", Some("Pieter 't Hart")),
            ("P.G. Lenz", Some("P.G. Lenz")),
            ("Maria de los Ángeles y Vega", Some("Maria de los Ángeles y Vega")),
            ("me", Some("")),
            ("Live Demo", Some("")),
            ("Small Room", Some("")),
            ("Our CTO", Some("")),
            ("the Loom team", Some("")),
            ("Several people", Some("")),
            ("CEO of Looms", Some("")),
            ("Anna. Loud.", None),
            ("great", None),
            ("a retrospective", None),
            ("not for me", None),
            ("10 minutes, loud", None),
            ("What we learned about looms", None),
        ] {
            assert_eq!(shown(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn names_come_with_roles_and_companies() {
        check("Ada Weaver", "Ada Weaver");
        check("Ada WEAVER et Bo SPINDLE", "Ada WEAVER + Bo SPINDLE");
        check("Otto Lind, Ferrous Widgets", "Otto Lind (Ferrous Widgets)");
        check("Sofia Lund, Ravi Iyer", "Sofia Lund + Ravi Iyer");
        check("Ada Weaver (Warp), Bo Thread (Weft)", "Ada Weaver (Warp) + Bo Thread (Weft)");
        check("Cy Bobbin, Lead Technical Writer, Warpworks", "Cy Bobbin (Warpworks)");
        check("Speaker: Cy Bobbin, Warpworks", "Cy Bobbin (Warpworks)");
        check("Cy Bobbin, Warpworks @cy", "Cy Bobbin (Warpworks)");
        check("Dr. Jonas Pfeil", "Jonas Pfeil");
        check("Cy Bobbin, Weft & Co; Bo Thread, Warp", "Cy Bobbin (Weft & Co) + Bo Thread (Warp)");
        check("Ruth Keller, Ludwig Baum, Aisha Noor", "Ruth Keller + Ludwig Baum + Aisha Noor");
        check("Ludwig van der Loom", "Ludwig van der Loom");
        check("Wen Li & Marta Kowalska", "Wen Li + Marta Kowalska");
        check("松田 明さん", "松田 明");
        check("Ada Weaver - Sr Tech Evangelist, Warpworks", "Ada Weaver (Warpworks)");
        check("Ada Weaver, Senior Staff Weaver, Warpworks", "Ada Weaver (Warpworks)");
        check("Ada Weaver, she/her", "Ada Weaver");
        check("Ada Weaver, Tallow & Wick", "Ada Weaver (Tallow & Wick)");
        check(
            "Moderator: Ada Weaver; Bo Thread, Sofia Lund",
            "Ada Weaver + Bo Thread + Sofia Lund",
        );
        check("Sofia Lund, Ravi Iyer; modera Ada Weaver", "Sofia Lund + Ravi Iyer + Ada Weaver");
        check("Prof.ssa Ada Weaver", "Ada Weaver");
        check("Ada Weaver, CTO of Warpworks", "Ada Weaver (Warpworks)");
        check("Ada Weaver, Head of Engineering", "Ada Weaver");
        check("Ada Weaver, freie Weberin", "Ada Weaver");
        check("Ada Weaver from Warp Works showed looms", "Ada Weaver (Warp Works)");
        check("Ada Weaver, about silk", "");
        check("Ada Weaver, Warpworks showed looms", "");
        check("Ada Weaver, Bank of Ghent", "Ada Weaver (Bank of Ghent)");
        check("Dr.-Ing. Ada Weaver & Dr. jur. Sofia Lund", "Ada Weaver + Sofia Lund");
        check("Dr. Ada Weaver was full", "");
        check("Then Ada Weaver", "Ada Weaver");
        check("Ada Weaver, Room B", "Ada Weaver");
        check("Ada Weaver, Grand Ballroom", "Ada Weaver");
        check("Ada Weaver, Lightning Talk", "Ada Weaver");
        check("Ada Weaver, Victor Hall", "Ada Weaver + Victor Hall");
        check("Salle Curie", "");
        check("Worst Talk", "");
        check("Ada Weaver, Slides Attached", "Ada Weaver");
        check("Red Room", "");
        check("Ines Raum", "Ines Raum");
    }

    #[test]
    fn a_semicolon_in_brackets_leads_to_a_person_or_a_remark() {
        for (text, expected) in [
            ("Marta Kowalska; Warpworks", "Marta Kowalska"),
            ("Marta Kowalska; beginner", "Marta Kowalska"),
            ("Marta Kowalska; liked it", "Marta Kowalska"),
            ("Marta Kowalska; Peter Smith", "Marta Kowalska + Peter Smith"),
        ] {
            let people = Byline::parse_inside(text).map(|byline| byline.people);
            let names = people.iter().flatten().map(|it| it.name.as_str());
            assert_eq!(names.collect::<Vec<_>>().join(" + "), expected, "{text}");
        }
    }

    #[test]
    fn where_speakers_stand_any_name_is_one() {
        let named = |text| Byline::labeled(text).map(|(byline, _)| byline.people.len());
        assert_eq!(named("Speaker: Ada Lens"), Some(1));
        assert_eq!(named("Speaker: Una Russet, Core"), Some(1));
        assert_eq!(named("The speaker is Una Russet."), Some(1));
        assert_eq!(named("Die Referentinnen waren laut"), None);
        assert_eq!(named("Los ponentes son Una Russet y Ada Lens"), Some(2));
        assert_eq!(named("The speaker was on fire."), None);
        assert_eq!(named("Speaker: to be announced"), None);
        assert_eq!(named("Speaker: Linux Foundation"), None);
    }

    #[test]
    fn what_is_no_name_is_none() {
        for text in [
            "Final thoughts",
            "Red-Black Threads",
            "Lunch Break",
            "Looms and Threads",
            "",
            "a look at it",
            "Persistent Volume Claims",
        ] {
            let odds = Byline::parse(text).map_or(f32::MIN, |byline| byline.odds);
            assert!(odds < 0.0, "{text}: {odds}");
        }
    }
}
