//! Reads a string that says who spoke: "Ada Weaver (Warpworks) & Bo Thread, Lead Engineer, Weft".

use super::affiliation::{in_brackets, is_frame, is_role};
use super::byline_parts::{chunks, given_first, is_list_of_names};
use super::clutter::is_picture;
use super::cue_words::{
    AUTHOR_LABELS, BY, COMPANIONS, EMPLOYER_LINKS, ORGANIZATION_WORDS, OTHER_LABELS,
    SPEAKER_LABELS, has, leading, phrases,
};
use super::likeness::{Class, Likeness};
use super::name_shape::{
    is_handle, person_odds, without_address, without_handle, without_stop, without_title,
};
use super::named_people::Named;

/// Who a string names, and how sure that is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ingest) struct Byline {
    /// The people, in order, each with what is said of the organization; none behind a mere handle.
    pub people: Vec<Named>,
    /// The odds of the weakest name, a natural logarithm; above zero when each is likely a name.
    pub odds: f32,
}

/// The odds that a handle names somebody.
const HANDLE: f32 = 2.0;

/// The odds of what has the outline of a name where a speaker must stand.
const LEAST: f32 = 0.5;

/// Marks behind a byline that are no part of it.
const ENDS: [char; 8] = [':', ',', ';', '!', '-', '–', '—', ' '];

/// Longest byline in bytes: some ten people with their companies.
const LONGEST: usize = 400;

impl Byline {
    /// Who a string in brackets names, where asides may follow: "(by Ada Weaver, no recording)".
    pub(in crate::ingest) fn parse_inside(text: &str) -> Option<Self> {
        let is_aside = |part: &str| part.trim().starts_with(char::is_lowercase);
        let mut parts = text.split(", ");
        let first = parts.next()?;
        let kept: Vec<&str> =
            std::iter::once(first).chain(parts.take_while(|part| !is_aside(part))).collect();
        Self::parse(&kept.join(", "))
    }

    /// Who the whole string names; `None` when anything in it is no name, role or organization.
    pub(in crate::ingest) fn parse(text: &str) -> Option<Self> {
        Self::read(text, false)
    }

    /// Who a string names that can name nobody but speakers: "Ada Lens" is a name there, and may be a thing elsewhere.
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
        let text = unlabeled(text);
        let text =
            text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).unwrap_or(text);
        let chunks = chunks(text);
        let is_list = is_list_of_names(&chunks);
        let mut reader =
            Reader { odds: f32::INFINITY, is_list, is_of_speakers, ..Reader::default() };
        for chunk in chunks {
            reader.chunk(chunk.text, chunk.is_joined)?;
        }
        let is_any = reader.has_handle || !reader.people.is_empty();
        // "Ada Weaver and Bo Spindle": what is joined to a name is one.
        let joined = if reader.joined > 0 && reader.best > 2.0 { 1.5 } else { 0.0 };
        is_any.then_some(Self { people: reader.people, odds: reader.odds + joined })
    }

    /// Who "Weaver, Ada" and "Weaver, Ada; Thread, Bo" name.
    pub(in crate::ingest) fn inverted(text: &str) -> Option<Self> {
        let names: Vec<String> =
            text.split("; ").map(|it| given_first(it, -6.0)).collect::<Option<_>>()?;
        let odds = names.iter().map(|name| person_odds(name)).reduce(f32::min)?;
        let named = |name| Named { name, ..Named::default() };
        Some(Self { people: names.into_iter().map(named).collect(), odds })
    }

    /// Whether it puts an organization beside somebody.
    pub(in crate::ingest) fn has_company(&self) -> bool {
        self.people.iter().any(|person| !person.organizations.is_empty())
    }

    /// Whether the line begins with a label such as "Speaker:", who it names, and whether the label
    /// can lead to nobody but a speaker.
    pub(in crate::ingest) fn labeled(text: &str) -> Option<(Self, bool)> {
        let is_frame = |c: char| is_picture(c) || matches!(c, '*' | '_' | ' ' | '-' | '•');
        let text = text.trim_matches(is_frame);
        let (label, rest) = text
            .split_once([':', '：'])
            .or_else(|| text.split_once(" - "))
            .or_else(|| text.split_once(" – "))?;
        let label = label.trim_matches(is_frame).to_lowercase();
        if !has(SPEAKER_LABELS, &label) {
            return None;
        }
        let rest = rest.trim_matches(|c: char| matches!(c, '*' | '_' | ' ' | '.' | ':'));
        let is_sure = !has(AUTHOR_LABELS, &label);
        Some((Self::read(rest, is_sure)?, is_sure))
    }
}

/// Whether the text is only a label of a byline, such as "Speaker", or of who was there.
pub(in crate::ingest) fn is_label(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    has(SPEAKER_LABELS, &text) || has(OTHER_LABELS, &text)
}

/// The text without "by" or a label before it.
fn unlabeled(text: &str) -> &str {
    let text = match text.split_once(": ") {
        Some((label, rest)) if has(SPEAKER_LABELS, &label.trim().to_lowercase()) => rest.trim(),
        _ => text,
    };
    // "de" and "di" begin names as well, but then a word in small letters never follows.
    let lead = leading(BY, text).or_else(|| text.starts_with("@ ").then_some(1));
    let rest = lead.and_then(|lead| text.get(lead..)).map(str::trim_start);
    rest.filter(|rest| !rest.starts_with(char::is_lowercase)).unwrap_or(text)
}

#[derive(Default)]
struct Reader {
    people: Vec<Named>,
    odds: f32,
    /// What was read right before.
    last: Last,
    /// A handle such as `@ada` stands in it.
    has_handle: bool,
    /// All parts are names.
    is_list: bool,
    /// Who stands here spoke.
    is_of_speakers: bool,
    /// How many parts are roles.
    roles: usize,
    /// How many names "and" leads to.
    joined: usize,
    /// The odds of the surest name.
    best: f32,
}

/// What a chunk was read as.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    /// A person, or nothing that matters for the next chunk.
    #[default]
    Other,
    /// What somebody is.
    Role,
    /// A company that may be a role: nothing in it looks like a company.
    DoubtedCompany,
}

impl Reader {
    fn chunk(&mut self, text: &str, is_joined: bool) -> Option<()> {
        let (text, brackets) = without_brackets(text);
        let text = without_handle(text);
        let is_companions = || has(COMPANIONS, text.trim_end_matches('.').to_lowercase().as_str());
        if text.is_empty() || text.starts_with("http") || is_companions() {
            return (!self.people.is_empty()).then_some(());
        }
        if is_handle(text) {
            // It is no name to give somebody, but tells that somebody spoke.
            self.has_handle = true;
            self.odds = self.odds.min(HANDLE);
            return Some(());
        }
        let (core, organization) = at_organization(text);
        let (core, role) = core
            .split_once(" - ")
            .or_else(|| core.split_once(" – "))
            .or_else(|| core.split_once(" — "))
            .map_or((core, None), |(a, b)| (a, b.split(" - ").next()));
        let name = without_title(core);
        let likeness = Likeness::of(name);
        let person = person_odds(name);
        // A title such as "Dr." stands before names only.
        let person = if name.len() < core.trim_end().len() { person.max(1.0) } else { person };
        // "山田太郎(@taro)": a handle beside it makes a name of what may be one.
        let has_own_handle =
            brackets.iter().all(|inside| is_handle(inside)) && !brackets.is_empty();
        let is_named = has_own_handle && person.is_finite();
        let person = if is_named { person.max(HANDLE) } else { person };
        let is_first = self.people.is_empty();
        let is_other =
            || matches!(likeness.class(), Class::Organization | Class::Role | Class::Heading);
        let is_speaker = self.is_of_speakers && is_first && person.is_finite() && !is_other();
        let person = if is_speaker { person.max(LEAST) } else { person };
        let last = std::mem::take(&mut self.last);
        // After a comma, a company is as likely as a person; "and" leads to a person.
        let has_company = self.people.iter().any(|named| !named.organizations.is_empty());
        let least = match () {
            () if is_first => -5.5,
            () if is_joined || self.is_list => -4.0,
            () if last == Last::Role => 4.0,
            () if self.people.len() > 1 && !has_company => -2.5,
            // Person or company: what else it may be does not count here.
            () if person > likeness.odds(&[Class::Organization]) => -3.0,
            () => 0.0,
        };
        let is_role = is_role(name);
        let mut words = name.split(' ').map(|word| word.trim_end_matches('.').to_lowercase());
        let is_organization = !is_first
            && !is_joined
            && brackets.is_empty()
            && words.any(|word| has(ORGANIZATION_WORDS, &word));
        if !is_role && !is_organization && person > least {
            let mut named = Named { name: name.to_owned(), ..Named::default() };
            named.organizations.extend(organization.map(str::to_owned));
            let company = role.filter(|role| {
                !is_role_like(role)
                    && !is_frame(role)
                    && role.starts_with(|c: char| !c.is_lowercase())
            });
            named.organizations.extend(company.map(str::to_owned));
            let is_sure = role.is_some_and(crate::ingest::names::affiliation::is_role);
            for inside in brackets {
                named.organizations.extend(in_brackets(inside));
            }
            self.people.push(named);
            let person = if is_sure { person + 1.5 } else { person };
            self.odds = self.odds.min(person);
            self.best = self.best.max(person);
            self.joined += usize::from(is_joined);
            return Some(());
        }
        if is_first {
            return None;
        }
        if is_role || likeness.class() == Class::Role {
            // Who has a role is a person.
            self.odds += if is_role && self.roles == 0 { 1.5 } else { 0.0 };
            self.roles += usize::from(is_role);
            self.affiliate(organization);
            if organization.is_none() {
                self.last = Last::Role;
            }
            return Some(());
        }
        // "and" leads to a person, so that whatever it leads to is no company.
        if is_joined && !self.people.is_empty() && brackets.is_empty() {
            return None;
        }
        if likeness.class() == Class::Prose || !may_be_company(text) {
            return None;
        }
        if last == Last::DoubtedCompany {
            // "Senior Staff Weaver, Warpworks": the first was a role.
            self.people.iter_mut().for_each(|person| person.organizations.clear());
        }
        let is_new = self.people.iter().all(|person| person.organizations.is_empty());
        self.affiliate(Some(text));
        if is_new && likeness.class() != Class::Organization {
            self.last = Last::DoubtedCompany;
        }
        Some(())
    }

    /// A company after the names is that of everybody who has none yet.
    fn affiliate(&mut self, organization: Option<&str>) {
        let Some(name) = organization.filter(|name| !is_frame(name)) else {
            return;
        };
        if let Some(last) = self.people.last_mut().filter(|last| {
            matches!(name.trim_end_matches('.'), "Inc" | "Ltd" | "LLC" | "GmbH")
                && !last.organizations.is_empty()
        }) {
            if let Some(known) = last.organizations.last_mut() {
                *known = format!("{known}, {name}");
            }
            return;
        }
        for person in self.people.iter_mut().filter(|person| person.organizations.is_empty()) {
            person.organizations.push(name.to_owned());
        }
    }
}

/// Whether a text has the look of a company. A sentence or a title has not.
fn may_be_company(text: &str) -> bool {
    let is_begun = |c: char| {
        c.is_uppercase()
            || c.is_numeric()
            || c.is_lowercase() && text.chars().any(char::is_uppercase)
            || !c.is_ascii()
    };
    text.split_whitespace().count() <= 6
        && text.starts_with(is_begun)
        && !text.contains([':', '?', '!'])
}

/// The text before the first bracket, and what the brackets hold; text after them is kept.
fn without_brackets(text: &str) -> (&str, Vec<&str>) {
    let Some(open) = text.find(['(', '（']) else { return (text, Vec::new()) };
    let inside = text.get(open..).unwrap_or_default();
    let close = inside.rfind([')', '）']).unwrap_or(inside.len());
    let inside = inside.get(..close).unwrap_or_default().trim_start_matches(['(', '（']);
    (text.get(..open).unwrap_or_default().trim(), vec![inside])
}

/// `Ada Weaver from Warpworks`: the name and the company.
fn at_organization(text: &str) -> (&str, Option<&str>) {
    let links = phrases(EMPLOYER_LINKS)
        .filter_map(|link| text.find(&format!(" {link} ")).map(|at| (at, link.len() + 2)));
    for (at, length) in links {
        let (name, rest) =
            (text.get(..at).unwrap_or_default(), text.get(at + length..).unwrap_or_default());
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let is_name = name.contains(' ')
            || matches!(text.get(at..at + length), Some(" from " | " at " | " @ "));
        if is_name && rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            return (name.trim(), Some(rest.trim()));
        }
    }
    (text, None)
}

fn is_role_like(text: &str) -> bool {
    is_role(text) || Likeness::of(text).class() == Class::Role
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
    }

    #[test]
    fn where_speakers_stand_any_name_is_one() {
        let named = |text| Byline::labeled(text).map(|(byline, _)| byline.people.len());
        assert_eq!(named("Speaker: Ada Lens"), Some(1));
        assert_eq!(named("Speaker: Una Russet, Core"), Some(1));
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
