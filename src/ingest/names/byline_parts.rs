//! Splits a byline at its commas, slashes and words such as "and".

use super::affiliation::is_role;
use super::cue_words::{JOINTS, PARTICLES, has, leading};
use super::legal_forms::is_in_legal_form;
use super::likeness::{Class, Likeness};
use super::name_shape::{may_be_name, person_odds, without_title};

/// A part of a byline between commas and joining words. Brackets stay whole.
pub(super) struct BylineChunk<'a> {
    /// Its words.
    pub(in crate::ingest) text: &'a str,
    /// "and" or "&" comes before it, which more often leads to a person than to a company.
    pub(super) is_joined: bool,
}

/// The parts of a byline, in order.
pub(super) fn chunks(text: &str) -> Vec<BylineChunk<'_>> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut is_joined, mut at) = (0, 0_usize, false, 0);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        depth = match c {
            '(' | '（' => depth + 1,
            ')' | '）' => depth.saturating_sub(1),
            _ => depth,
        };
        let rest = text.get(at..).unwrap_or_default();
        // "Weft & Co" is one company.
        let is_inside = || is_of_company(rest) || joins_words(text.get(start..at), rest);
        let joint = joint(rest).filter(|_| depth == 0 && !is_inside());
        let length = match (joint, c) {
            (Some(length), _) => length - 1,
            (None, ',' | ';' | '\n' | '、' | '，' | '＆' | '・' | '/' | '|' | '／')
                if depth == 0
                    && !(c == '/' && is_in_legal_form(text, at))
                    && (c != '・' || text.contains('、') || !is_in_name(text, at)) =>
            {
                c.len_utf8()
            }
            _ => {
                at += c.len_utf8();
                continue;
            }
        };
        push(&mut found, text.get(start..at), is_joined);
        // ", and" is one separator.
        is_joined = joint.is_some()
            || matches!(c, '＆' | '、' | ';' | '\n')
            || is_joined && found.is_empty();
        at += length;
        start = at;
    }
    push(&mut found, text.get(start..), is_joined);
    found
}

/// Whether a middle dot is inside a foreign name, 「アダ・ウィーバー」, and not between two people.
fn is_in_name(text: &str, at: usize) -> bool {
    let is_katakana = |c: Option<char>| c.is_some_and(|c| ('\u{30a1}'..='\u{30fc}').contains(&c));
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    is_katakana(before.chars().next_back()) && is_katakana(after.chars().nth(1))
}

/// Whether "and" belongs to a company name: "& Co", "and Sons".
fn is_of_company(rest: &str) -> bool {
    let word = rest.split_whitespace().nth(1).unwrap_or_default();
    let word = word.trim_end_matches([',', ';', '.', ')', ':']);
    matches!(word, "Co" | "Company" | "Sons" | "Söhne" | "Partners" | "Associates" | "Cie" | "Bros")
}

/// Whether "and" is between two single words, which are not names of people: "Warp & Weft".
fn joins_words(before: Option<&str>, rest: &str) -> bool {
    let before = before.unwrap_or_default().trim();
    let after = rest.trim_start().split_once(' ').map_or("", |(_, after)| after);
    let after = after.split([',', ';', '(', '\n', '/', '|']).next().unwrap_or_default().trim();
    let is_word =
        |text: &str| text.starts_with(char::is_uppercase) && text.split_whitespace().count() == 1;
    is_word(before) && is_word(after)
}

/// The length of a separator with the spaces around it.
fn joint(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix(' ')?;
    leading(JOINTS, after).map(|length| length + 2)
}

fn push<'a>(found: &mut Vec<BylineChunk<'a>>, text: Option<&'a str>, is_joined: bool) {
    let text = text.unwrap_or_default().trim();
    let (text, is_joined) = match leading(JOINTS, text).and_then(|length| text.get(length..)) {
        Some(rest) => (rest.trim(), true),
        None => (text, is_joined),
    };
    if !text.is_empty() {
        found.push(BylineChunk { text, is_joined });
    }
}

/// Whether the parts are several names and nothing else: "Ada Weaver, Bo Thread, Cy Bobbin".
pub(super) fn is_list_of_names(chunks: &[BylineChunk<'_>]) -> bool {
    chunks.len() > 2
        && chunks.iter().all(|chunk| {
            let name = without_title(chunk.text);
            may_be_name(name) && !is_role(name) && Likeness::of(name).class() != Class::Role
        })
}

/// Turns "Weaver, Ada" into "Ada Weaver" if the odds of that name are above `least`.
pub(super) fn given_first(text: &str, least: f32) -> Option<String> {
    const MOST_GIVEN: usize = 2;
    let (surname, given) = text.trim().split_once(", ")?;
    let is_begun = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let surnames: Vec<&str> = surname.split_whitespace().collect();
    let (last, particles) = surnames.split_last()?;
    let is_particle =
        |word: &&str| word.chars().count() == 1 || has(PARTICLES, &word.to_lowercase());
    let is_surname = is_begun(last) && particles.iter().all(is_particle);
    let is_given = given.split_whitespace().count() <= MOST_GIVEN
        && given.split_whitespace().all(is_begun)
        && !is_role(given);
    let name = format!("{given} {surname}");
    (is_surname && is_given && person_odds(&name) > least).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::given_first;

    #[test]
    fn a_surname_may_stand_first() {
        for (text, expected) in [
            ("Weaver, Ada", Some("Ada Weaver")),
            ("Weaver, Lead Engineer", None),
            ("Ada Weaver, Warpworks", None),
            ("looms, wool", None),
        ] {
            assert_eq!(given_first(text, 1.0).as_deref(), expected, "{text}");
        }
    }
}
