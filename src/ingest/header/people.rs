//! The people in a header: authors and speakers.

use super::Text;
use super::fields::Spanned;
use super::found::{FieldsByKey, fields_of, parts, texts};
use crate::ingest::names::byline::{Byline, is_nobody};
use crate::ingest::names::name_shape::without_title;
use crate::ingest::names::named_people::is_person_name;

/// `Name`, `Name (Organization)`, or a table of name and organization.
pub(super) fn names(found: &FieldsByKey<'_>, key: &str) -> Vec<Text> {
    let mut names: Vec<Text> = Vec::new();
    for item in fields_of(found, key).flat_map(|field| field.value.items()) {
        let Some(mut name) = item.texts().into_iter().next() else { continue };
        let employer = item.fields().iter().find(|field| {
            let known = ["organization", "organisation", "org", "company", "affiliation"];
            known.contains(&field.folded_key().as_str())
        });
        if let Some(employer) = employer.and_then(|field| field.value.texts().into_iter().next()) {
            name.value = format!("{} ({})", name.value, employer.value);
        }
        if !names.iter().any(|known| known.value.eq_ignore_ascii_case(&name.value)) {
            names.push(name);
        }
    }
    names
}

/// Drops handles that stand for one of the other names: `ada` beside `Ada Weaver`.
pub(super) fn without_handles(names: Vec<Text>) -> Vec<Text> {
    let is_handle = |name: &Text| {
        let folded = name.value.to_lowercase();
        !name.value.contains(' ')
            && names.iter().any(|other| {
                let other = other.value.to_lowercase();
                other.contains(' ')
                    && (other.split(' ').any(|word| word == folded)
                        || letters(&other) == letters(&folded))
            })
    };
    names.iter().filter(|name| !is_handle(name)).cloned().collect()
}

/// The letters and digits of a text.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Speakers. A text with several is split: at its commas if every part looks like a person's name, and otherwise where
/// a byline has people, roles and companies.
pub(super) fn speakers(found: &FieldsByKey<'_>) -> Vec<Text> {
    let mut speakers = Vec::new();
    let stated = names(found, "speakers").into_iter().map(without_link);
    for name in stated.filter(|name| !is_nobody(&name.value)) {
        let named = parts(&name, &[',', ';', '&']);
        let named: Vec<Text> = named.iter().flat_map(at_and).collect();
        let is_list =
            named.len() > 1 && named.iter().all(|part| is_person_name(without_title(&part.value)));
        if is_list {
            speakers.extend(named);
        } else {
            speakers.extend(in_byline(&name).unwrap_or_else(|| vec![name]));
        }
    }
    let employers = texts(found, "affiliation");
    if let ([speaker], [employer]) = (speakers.as_mut_slice(), employers.as_slice())
        && !speaker.value.contains('(')
    {
        speaker.value = format!("{} ({})", speaker.value, employer.value);
    }
    speakers
}

/// The speakers of a byline such as `Ada Weaver (Woolen), Bo Thread` or `Ada Weaver, Woolen`.
fn in_byline(text: &Text) -> Option<Vec<Text>> {
    const MARKS: [&str; 9] = [",", ";", "&", " and ", " - ", " / ", " | ", " from ", " at "];
    let outside = text.value.split('(').map(|part| part.split_once(')').map_or(part, |it| it.1));
    let outside = outside.collect::<String>();
    let is_several = MARKS.iter().any(|mark| outside.contains(mark));
    let byline =
        Byline::of_speakers(&text.value).filter(|byline| is_several && byline.odds > 0.0)?;
    let named = byline.people.into_iter().map(|named| {
        let value = match named.organizations.as_slice() {
            [] => named.name,
            organizations => format!("{} ({})", named.name, organizations.join(", ")),
        };
        Spanned::new(value, text.span.clone())
    });
    Some(named.collect::<Vec<_>>()).filter(|named| !named.is_empty())
}

/// The words of a link: "[Ada Weaver](https://ada.example)".
fn without_link(text: Text) -> Text {
    let linked = text.value.strip_prefix('[').and_then(|rest| rest.split_once("]("));
    match linked.filter(|(_, url)| url.ends_with(')')) {
        Some((words, _)) => Spanned::new(words.to_owned(), text.span.clone()),
        None => text,
    }
}

/// Splits `Ada Weaver and Bo Thread` into two texts.
fn at_and(text: &Text) -> Vec<Text> {
    match text.value.split_once(" and ") {
        Some((first, second)) => [first, second]
            .map(|part| Spanned::new(part.trim().to_owned(), text.span.clone()))
            .to_vec(),
        None => vec![text.clone()],
    }
}
