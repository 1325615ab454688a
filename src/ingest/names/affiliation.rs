//! Finds the organization that a text puts beside a name: "from Company", "(Company)", ", head of looms at Company".

use super::cue_words::{LEVELS, has};
use super::legal_forms::{is_in_legal_form, is_legal_form};
use super::link_words::is_link_word;
use super::prefix::{clock, is_place, weekday};
use super::word_lists::is_listed;
use super::word_spans::{Word, words};
use crate::text::event_year;

/// Roles of people at an organization.
const ROLES: &str = "\
    advocate architect author ceo chief counsel principal senior sr staff chair chairman co-founder cofounder consultant coo cto cio ciso \
    designer developer devrel director engineer owner jefe jefa entwickler entwicklerin evangelist fellow founder \
    freelancer head ingénieur ingeniero lead lecturer maintainer manager officer organizer \
    dir eng evp mgr svp president professor programmer researcher scientist sre student sysadmin teacher vp writer \
    leiter leiterin autor autorin berater beraterin geschäftsführer geschäftsführerin gründer gründerin \
    forscher forscherin informatiker informatikerin redakteur redakteurin ingénieure chercheur chercheuse \
    directeur directrice responsable fondateur fondatrice consultante auteur autrice ingeniera directora \
    profesor profesora fundador fundadora autora ricercatore ricercatrice sviluppatrice ingegnere \
    ontwikkelaar onderzoeker engenheiro engenheira desenvolvedora pesquisador pesquisadora coach trainer \
    développeur développeuse desarrollador desarrolladora desenvolvedor sviluppatore";

/// Most words between a name and the company that describe the person's role.
const LONGEST_ROLE_WORDS: usize = 9;

/// Last words of event names, which are not organizations.
const EVENTS: &str = "\
    camp con conf conference congress day days fest forum meetup summit symposium";

/// Ends of one word that name an event, as in `ServiceMeshCon`.
const EVENT_ENDS: &[&str] = &["Con", "Conf", "Day", "Days", "Fest", "Camp"];

/// The text up to some bytes after a place: text farther away says nothing about a name there.
fn near(text: &str, at: usize) -> &str {
    const FARTHEST: usize = 300;
    let end =
        (at + FARTHEST..).take(4).find(|end| text.is_char_boundary(*end) || *end >= text.len());
    text.get(..end.unwrap_or(text.len())).unwrap_or(text)
}

/// The company in `Company's` right before a name.
pub(super) fn possessor(before: &str) -> Option<String> {
    let owner = ["'s", "’s"].iter().find_map(|ending| before.strip_suffix(ending))?;
    is_organization_word(owner).then(|| owner.to_owned())
}

/// The organizations right after a name, and the byte after them.
pub(super) fn affiliation(text: &str, name_end: usize) -> (Vec<String>, usize) {
    let text = near(text, name_end);
    let rest = text.get(name_end..).unwrap_or_default();
    if let Some(inside) = rest.strip_prefix(" (") {
        let Some(close) = inside.find(')') else { return (Vec::new(), name_end) };
        let found = in_brackets(inside.get(..close).unwrap_or_default());
        return (found, name_end + 2 + close + 1);
    }
    let direct = [" from", " of", " at", " with"]
        .iter()
        .find(|link| rest.starts_with(&format!("{link} ")))
        .map(|link| name_end + link.len());
    let starts = direct.map_or_else(|| after_role(rest, name_end), |start| vec![start]);
    let mut found = starts.into_iter().map(|start| {
        let (found, length) = organizations(text.get(start..).unwrap_or_default());
        (found, start + length)
    });
    found.find(|(found, _)| !found.is_empty()).unwrap_or((Vec::new(), name_end))
}

/// `, head of looms at Company`: the byte after each word that may lead to the company.
fn after_role(rest: &str, name_end: usize) -> Vec<usize> {
    let Some(role) = rest.strip_prefix(", ") else { return Vec::new() };
    let clause_end = role.find(['.', ',', ';', '(']).unwrap_or(role.len());
    let words: Vec<Word<'_>> = words(role)
        .into_iter()
        .take(LONGEST_ROLE_WORDS)
        .filter(|word| word.end < clause_end)
        .collect();
    let has_role = words.iter().any(|word| is_listed(ROLES, word.text));
    let begins = words.first().map_or("", |word| word.text);
    let is_clause = matches!(begins, "who" | "which" | "and" | "but");
    // "…, an old hall in the middle of Ghent" and "…, a deep look at looms" say nothing about a
    // person; "…, now at Warpworks" does.
    let leads = |(at, word): &(usize, &Word<'_>)| match word.text {
        "from" | "at" => has_role || !is_clause && *at < 2,
        "of" | "with" => has_role,
        _ => false,
    };
    words.iter().enumerate().filter(leads).map(|(_, link)| name_end + 2 + link.end).collect()
}

/// Whether a word of the text names a role.
pub(crate) fn is_role(text: &str) -> bool {
    text.split_whitespace().any(|word| is_listed(ROLES, word.trim_end_matches([',', '.'])))
}

/// Whether a text gives the time or place of a talk, and therefore no organization.
pub(in crate::ingest) fn is_frame(text: &str) -> bool {
    let is_year =
        |word: &str| event_year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    let has_year = text.split_whitespace().any(is_year);
    let is_level = has(LEVELS, &text.trim().to_lowercase());
    is_level || has_year || is_place(text) || clock(text).is_some() || weekday(text).is_some()
}

/// The parts between slashes. "Woolen A/S" has none: its slash stands between single letters.
fn split_at_slash(text: &str) -> impl Iterator<Item = &str> {
    let at = text.match_indices('/').map(|(at, _)| at).filter(|at| !is_in_legal_form(text, *at));
    let mut starts = vec![0];
    starts.extend(at.map(|at| at + 1));
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|start| start - 1).chain([text.len()]).collect();
    starts.into_iter().zip(ends).filter_map(|(start, end)| text.get(start..end))
}

/// `(CTO, CoreOS)` and `(CoreOS, Red Hat)`: the parts that look like organizations and are not roles.
pub(super) fn in_brackets(inside: &str) -> Vec<String> {
    let is_mark = |part: &str| {
        part.starts_with('@') || part.contains("://") || part.chars().all(|c| !c.is_alphabetic())
    };
    let parts = split_at_slash(inside).flat_map(|part| part.split(';'));
    let parts = parts.flat_map(|part| part.split(", "));
    let mut found: Vec<String> = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        match found.last_mut() {
            Some(last) if is_legal_form(part) => *last = format!("{last}, {part}"),
            _ if is_role(part)
                || is_link_word(part)
                || is_frame(part)
                || is_mark(part)
                || !part.split_whitespace().next().is_some_and(is_organization_word) => {}
            _ => found.push(part.to_owned()),
        }
    }
    found
}

/// The organizations at the start of a text, and their length in bytes. `CoreOS/RedHat` are two.
fn organizations(text: &str) -> (Vec<String>, usize) {
    let all = words(text);
    let skipped =
        usize::from(all.first().is_some_and(|word| word.text.eq_ignore_ascii_case("the")));
    let Some(first) = all.get(skipped).filter(|first| {
        text.get(..first.start).is_some_and(|lead| !lead.contains([',', '(', '"', '“']))
    }) else {
        return (Vec::new(), 0);
    };
    // "The" in the middle of a sentence is part of the name.
    let article = all.first().filter(|word| skipped == 1 && word.text == "The");
    let start = article.unwrap_or(first).start;
    let mut end = first.start;
    let mut next = skipped;
    for (at, word) in all.iter().enumerate().skip(skipped) {
        let is_joined = at == skipped || text.get(end..word.start) == Some(" ");
        let is_inner = matches!(word.text, "of" | "&" | "for")
            && at > skipped
            && all.get(at + 1).is_some_and(|next| {
                is_organization_word(next.text) && next.text.starts_with(char::is_uppercase)
            });
        if !is_joined || at >= skipped + 6 || !(is_inner || is_organization_word(word.text)) {
            break;
        }
        end = word.end;
        next = at + 1;
    }
    let last = next.checked_sub(1).and_then(|last| all.get(last)).filter(|_| next > skipped);
    if last.is_some_and(|last| is_event(last.text)) || leads_to_event(text, end, all.get(next..)) {
        return (Vec::new(), 0);
    }
    let found = text.get(start..end).unwrap_or_default();
    let found = found.trim_end_matches("'s").trim_end_matches("’s");
    let names = split_at_slash(found)
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "The")
        .map(str::to_owned)
        .collect();
    (names, end)
}

/// Whether the words continue as the name of an event: `Data` before `on Looms Day`.
fn leads_to_event(text: &str, mut end: usize, rest: Option<&[Word<'_>]>) -> bool {
    for word in rest.unwrap_or_default().iter().take(5) {
        let is_small = matches!(word.text, "on" | "of" | "for" | "in" | "the");
        let is_capital = word.text.starts_with(char::is_uppercase);
        if text.get(end..word.start) != Some(" ") || !(is_small || is_capital) {
            return false;
        }
        if is_event(word.text) {
            return true;
        }
        end = word.end;
    }
    false
}

/// Whether a name with this last word is an event.
fn is_event(word: &str) -> bool {
    let is_joined = |end: &&str| {
        word.strip_suffix(*end).is_some_and(|head| head.ends_with(|c: char| c.is_alphanumeric()))
    };
    is_listed(EVENTS, word) && word.starts_with(char::is_uppercase)
        || EVENT_ENDS.iter().any(is_joined)
}

/// Begins with a capital, or has one inside like `eBay`; not a day, a month or a pronoun.
fn is_organization_word(word: &str) -> bool {
    const NEVER: &str = "\
        i the this that these monday tuesday wednesday thursday friday january february march \
        april june july august september october november december day kubecon cloudnativecon \
        kubernetes it we he she they my our his her here";
    let has_capital = word.chars().any(char::is_uppercase);
    let begins_well = word.starts_with(|c: char| c.is_alphanumeric());
    has_capital && begins_well && !is_listed(NEVER, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(after_name: &str, expected: &[&str]) {
        assert_eq!(affiliation(after_name, 0).0, expected, "{after_name}");
    }

    #[test]
    fn an_event_is_no_organization() {
        check(" at Warpworks on looms", &["Warpworks"]);
        check(" at Warpworks Labs, on Loom Day", &["Warpworks Labs"]);
        check(" at Data on Looms Day", &[]);
        check(" at the Loom Summit", &[]);
        check(" at LoomCon in Ghent", &[]);
        check(" of Falcon", &["Falcon"]);
        check(", a co-founder of Kubernetes", &[]);
    }

    #[test]
    fn only_a_role_or_a_word_before_leads_to_an_organization() {
        check(", now at Warpworks", &["Warpworks"]);
        check(", from Warpworks", &["Warpworks"]);
        check(", a well known engineer at Warpworks", &["Warpworks"]);
        check(", a very deep look at Looms", &[]);
        check(", an old hall in the middle of Ghent", &[]);
    }

    #[test]
    fn a_capital_article_is_a_part_of_the_name() {
        check(" of The New Thread", &["The New Thread"]);
        check(" from the Loom Foundation", &["Loom Foundation"]);
        check(" of The", &[]);
    }
}
