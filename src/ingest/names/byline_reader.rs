//! Reads the parts of a byline one by one: a person, a role, or an organization.

use super::affiliation::{in_brackets, is_frame, is_role};
use super::cue_words::{COMPANIONS, EMPLOYER_LINKS, ORGANIZATION_WORDS, has, leading, phrases};
use super::legal_forms::is_legal_form;
use super::likeness::{Class, Likeness};
use super::link_words::is_link_word;
use super::name_shape::{is_handle, person_odds, without_handle, without_title};
use super::named_people::Named;
use super::nobody::names_nobody;
use super::other_words::{BEFORE_NAMES, MODERATORS, OPENERS, PRONOUNS};

/// The odds that a handle names somebody.
const HANDLE: f32 = 2.0;

/// The odds of a Japanese name with an honorific.
const ADDRESSED: f32 = 3.0;

/// The odds of words shaped like a name where a speaker is expected.
const LEAST: f32 = 0.5;

/// The minimum odds of the first name.
const FIRST: f32 = -5.5;

/// The minimum odds of a name after "and".
const JOINED: f32 = -4.0;

/// The people of a byline that were read so far.
#[derive(Default)]
pub(super) struct BylineReader {
    people: Vec<Named>,
    odds: f32,
    /// The part that was read just before.
    last: Last,
    /// The byline has a handle such as `@ada`.
    has_handle: bool,
    /// All parts are names.
    pub(super) is_list: bool,
    /// Everybody in the byline is a speaker.
    pub(super) is_of_speakers: bool,
    /// How many parts are roles.
    roles: usize,
    /// How many names "and" leads to.
    joined: usize,
    /// The odds of the most certain name.
    best: f32,
}

/// How a part was read.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    /// A person, or nothing that matters for the next chunk.
    #[default]
    Other,
    /// A role.
    Role,
    /// A company that may be a role: no word in it looks like a company.
    DoubtedCompany,
}

impl BylineReader {
    pub(super) fn new() -> Self {
        Self { odds: f32::INFINITY, ..Self::default() }
    }

    /// The people and the odds of the weakest name; `None` when nobody is named.
    pub(super) fn found(self) -> Option<(Vec<Named>, f32)> {
        let is_any = self.has_handle || !self.people.is_empty();
        // "Ada Weaver and Bo Spindle": words joined to a name are a name.
        let joined = if self.joined > 0 && self.best > 2.0 { 1.5 } else { 0.0 };
        is_any.then_some((self.people, self.odds + joined))
    }

    /// Reads the next part; `None` when it is not a name, role or organization.
    pub(super) fn chunk(&mut self, text: &str, is_joined: bool) -> Option<()> {
        let (text, is_led) = behind_moderator(text);
        let is_joined = is_joined || is_led;
        let (text, brackets) = without_brackets(text);
        let text = without_handle(text);
        let is_companions = || has(COMPANIONS, text.trim_end_matches('.').to_lowercase().as_str());
        let is_pronoun = has(PRONOUNS, &text.to_lowercase());
        if text.is_empty() || text.starts_with("http") || is_companions() || is_pronoun {
            return (!self.people.is_empty()).then_some(());
        }
        if is_handle(text) {
            // A handle is not a displayable name, but shows that somebody spoke.
            self.has_handle = true;
            self.odds = self.odds.min(HANDLE);
            return Some(());
        }
        let (core, organization) = at_organization(text);
        let organization = organization.or_else(|| led(core));
        let (core, role) = core
            .split_once(" - ")
            .or_else(|| core.split_once(" – "))
            .or_else(|| core.split_once(" — "))
            .map_or((core, None), |(a, b)| (a, b.split(" - ").next()));
        let name = without_title(without_opener(core));
        if begins_sentence(name) {
            return None;
        }
        // "Ada Weaver, Room B"; "Ada Weaver, Lightning Talk".
        if names_nobody(name) {
            return (!self.people.is_empty()).then_some(());
        }
        let likeness = Likeness::of(name);
        let person = self.odds_of(name, name.len() < core.trim_end().len(), &brackets);
        let person = self.surer(person, core, likeness.class(), is_joined);
        let is_first = self.people.is_empty();
        let last = std::mem::take(&mut self.last);
        let least = if is_joined || self.is_list {
            if is_first { FIRST } else { JOINED }
        } else {
            self.least(last, person - likeness.odds(&[Class::Organization]))
        };
        let is_role = is_role(name);
        let mut words = name.split(' ').map(|word| word.trim_end_matches('.').to_lowercase());
        // "Studio Loom" is not a name, and neither is "Ada Weaver, Bank of Ghent".
        let begins = words.next().is_some_and(|word| has(ORGANIZATION_WORDS, &word));
        let has_word = begins || words.any(|word| has(ORGANIZATION_WORDS, &word));
        let is_company = || name.rsplit_once(' ').is_some_and(|(_, last)| is_legal_form(last));
        let is_organization = begins
            || has_word && !is_first && !is_joined && brackets.is_empty()
            || !is_first && is_company();
        if !is_role && !is_organization && person > least {
            let mut named = Named { name: name.to_owned(), ..Named::default() };
            named.organizations.extend(organization.map(str::to_owned));
            let company = role.filter(|role| {
                !is_role_like(role)
                    && !is_frame(role)
                    && !is_link_word(role)
                    && role.starts_with(|c: char| !c.is_lowercase())
            });
            named.organizations.extend(company.map(str::to_owned));
            let is_sure = role.is_some_and(crate::ingest::names::affiliation::is_role);
            named.organizations.extend(brackets.iter().flat_map(|inside| in_brackets(inside)));
            self.name(named, if is_sure { person + 1.5 } else { person });
            self.joined += usize::from(is_joined);
            return Some(());
        }
        if is_first {
            return None;
        }
        if is_role || likeness.class() == Class::Role {
            // Only a person has a role.
            self.odds += if is_role && self.roles == 0 { 1.5 } else { 0.0 };
            self.roles += usize::from(is_role);
            self.affiliate(organization);
            if organization.is_none() {
                self.last = Last::Role;
            }
            return Some(());
        }
        // "and" leads to a person, so the part after it is not a company.
        if is_joined && !self.people.is_empty() && brackets.is_empty() {
            return None;
        }
        self.company(text, last, likeness.class())
    }

    /// Reads a part that is neither a name nor a known role; `None` when it is not an organization either.
    fn company(&mut self, text: &str, last: Last, class: Class) -> Option<()> {
        // "room B" is a place, and "freie Weberin" a role that no list contains.
        let is_short = text.starts_with(char::is_lowercase) && text.split(' ').count() <= 2;
        if is_frame(text) || is_short && text.contains(char::is_uppercase) && text.contains(' ') {
            return Some(());
        }
        if class == Class::Prose || !may_be_company(text) {
            return None;
        }
        if last == Last::DoubtedCompany {
            // "Senior Staff Weaver, Warpworks": the first was a role.
            self.people.iter_mut().for_each(|person| person.organizations.clear());
        }
        let is_new = self.people.iter().all(|person| person.organizations.is_empty());
        self.affiliate(Some(text));
        if is_new && class != Class::Organization {
            self.last = Last::DoubtedCompany;
        }
        Some(())
    }

    /// Adds a person with the odds of the name.
    fn name(&mut self, named: Named, odds: f32) {
        self.people.push(named);
        self.odds = self.odds.min(odds);
        self.best = self.best.max(odds);
    }

    /// The odds of a name, including the evidence beside it.
    fn odds_of(&self, name: &str, has_title: bool, brackets: &[&str]) -> f32 {
        let odds = person_odds(name);
        // A title such as "Dr." stands before names only.
        if !odds.is_finite() {
            return odds;
        }
        let odds = if has_title && name.contains(' ') { odds.max(1.0) } else { odds };
        // "山田太郎(@taro)": a handle beside a possible name confirms it.
        let has_own_handle =
            brackets.iter().all(|inside| is_handle(inside)) && !brackets.is_empty();
        let odds = if has_own_handle { odds.max(HANDLE) } else { odds };
        let is_other = || {
            matches!(Likeness::of(name).class(), Class::Organization | Class::Role | Class::Heading)
        };
        let is_speaker = self.is_of_speakers && self.people.is_empty() && !is_other();
        if is_speaker { odds.max(LEAST) } else { odds }
    }

    /// Raises the odds of words shaped like a name if other evidence shows that they are one.
    fn surer(&self, odds: f32, core: &str, class: Class, is_joined: bool) -> f32 {
        if !odds.is_finite() {
            return odds;
        }
        // 「松田 明さん」 cannot be anything else.
        let odds = if core.trim_end().ends_with("さん") { odds.max(ADDRESSED) } else { odds };
        // People after "and" also spoke if "Speakers:" comes first.
        let is_other = matches!(class, Class::Organization | Class::Role | Class::Heading);
        let is_speaker = is_joined && self.is_of_speakers && !is_other;
        if is_speaker { odds.max(LEAST) } else { odds }
    }

    /// The minimum odds of a name after a comma, where a company is as likely as a person. They depend on how much more
    /// likely a person is; other readings do not count here.
    fn least(&self, last: Last, more_than_company: f32) -> f32 {
        let has_company = self.people.iter().any(|named| !named.organizations.is_empty());
        if self.people.is_empty() {
            FIRST
        } else if last == Last::Role {
            4.0
        } else if self.people.len() > 1 && !has_company {
            -2.5
        } else if more_than_company > 0.0 {
            -3.0
        } else {
            0.0
        }
    }

    /// A company after the names belongs to everybody who has none yet.
    fn affiliate(&mut self, organization: Option<&str>) {
        let Some(name) = organization.filter(|name| !is_frame(name)) else {
            return;
        };
        if let Some(last) = self
            .people
            .last_mut()
            .filter(|last| is_legal_form(name) && !last.organizations.is_empty())
        {
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

/// The name without a word that begins a sentence: "Then Ada Weaver".
fn without_opener(text: &str) -> &str {
    let behind = text.split_once(' ').filter(|(first, _)| has(OPENERS, &first.to_lowercase()));
    behind.map_or(text, |(_, name)| name).trim_start()
}

/// Whether a name follows a word that begins a sentence: "Según Ada Weaver".
fn begins_sentence(text: &str) -> bool {
    let first = text.split_once(' ').filter(|(_, name)| name.contains(' ')).map(|(first, _)| first);
    first.is_some_and(|first| has(BEFORE_NAMES, &first.to_lowercase()))
}

/// The name after "Moderator:" or "moderated by", and whether it had such a label.
fn behind_moderator(text: &str) -> (&str, bool) {
    let label = text.split_once([':', '：']).filter(|(label, name)| {
        has(MODERATORS, &label.trim().to_lowercase()) && !name.trim().is_empty()
    });
    if let Some((_, name)) = label {
        return (name.trim(), true);
    }
    let name = leading(MODERATORS, text).and_then(|length| text.get(length..)).map(str::trim);
    name.filter(|name| name.starts_with(char::is_uppercase))
        .map_or((text, false), |name| (name, true))
}

/// Whether a text looks like a company. A sentence or a title does not: "Warpworks showed looms".
fn may_be_company(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_led = words.next().is_some_and(|word| !is_small(word)) || words.clone().next().is_none();
    let told = words.filter(|word| is_small(word) && !is_inside_name(word));
    // "about silk" is a remark; "freee" and "npm, inc" are companies.
    if !is_led || told.count() > 0 {
        return false;
    }
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

/// The company that somebody leads or founded: "CTO of Warpworks". Others are "Head of Engineering".
fn led(role: &str) -> Option<&str> {
    const LEADERS: [&str; 8] =
        ["ceo", "cto", "coo", "cio", "founder", "co-founder", "cofounder", "president"];
    let (leader, company) = role.split_once(" of ")?;
    let is_leader =
        leader.split([' ', '/']).any(|word| LEADERS.contains(&word.to_lowercase().as_str()));
    let company = company.strip_prefix("the ").unwrap_or(company).trim();
    (is_leader && company.starts_with(char::is_uppercase)).then_some(company)
}

/// The text up to the first word that no name contains: "Warpworks" in "Warpworks showed looms".
fn capitalized_start(text: &str) -> &str {
    let is_told = |word: &str| word.starts_with(char::is_lowercase) && !is_inside_name(word);
    let at = text.match_indices(' ').map(|(at, _)| at).find(|at| {
        let next = text.get(at + 1..).and_then(|rest| rest.split(' ').next());
        next.is_some_and(is_told)
    });
    at.and_then(|at| text.get(..at)).unwrap_or(text).trim_end_matches([',', ' '])
}

/// Whether a small word may be part of a name: "Bank of Ghent", "Universität zu Köln", "e.V.", "dbt labs".
fn is_inside_name(word: &str) -> bool {
    const INSIDE: &str = "\
        of | and | for | the | de | des | du | der | die | das | und | für | et | la | le | les | l' | d' | y | e | \
        di | do | da | del | della | dos | das | van | von | voor | en | zu | im | in | am | an | on | at | a | \
        inc | ltd | gmbh | e.v | io | project | team | academy | school | club | community | \
        company | center | centre | design | works | cloud | security | research";
    let bare = word.trim_end_matches(['.', ',']);
    has(INSIDE, bare)
        || has(ORGANIZATION_WORDS, bare)
        || word.contains(['.', '\'', '’'])
        || word.contains(char::is_uppercase)
}

/// The text before the first bracket, and the contents of the brackets; text after them is kept.
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
            return (name.trim(), Some(capitalized_start(rest.trim())));
        }
    }
    (text, None)
}

fn is_role_like(text: &str) -> bool {
    is_role(text) || Likeness::of(text).class() == Class::Role
}
