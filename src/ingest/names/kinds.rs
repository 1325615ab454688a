//! Words for talks: the kinds they name, and the distinctions that authors give.

use super::cue_words::{has, phrases};
use super::other_words::{BOOK_REVIEWS, CALLS, PLANS, ROUND_TABLES};
use crate::model::TalkKind;

/// Words for a talk, in the languages that reports are written in, as they stand in sentences.
pub(in crate::ingest) const TALK_WORDS: &str = "\
    talk | talks | keynote | keynotes | session | sessions | presentation | presentations | panel | workshop | tutorial | \
    demo | vortrag | vorträge | vorträgen | vortrags | präsentation | sitzung | conférence | présentation | exposé | atelier | \
    charla | charlas | ponencia | ponencias | taller | sesión | intervento | presentazione | sessione | lezing | presentatie | \
    praatje | sessie | palestra | palestras | apresentação | oficina | sessão | wykład | wykładu | wykładzie | wykładem | \
    prelekcja | prelekcji | prelekcję | prelekcją | prezentacja | prezentacji | prezentację | prezentacją | warsztaty | warsztatów | \
    доклад | доклада | докладе | докладом | докладу | лекция | лекции | лекцию | воркшоп | презентация | презентации | \
    выступление | выступлении | доповідь | доповіді | доповіддю | лекція | лекції | виступ | přednáška | přednášku | přednášce | \
    přednášky | přednáškou | prednáška | prednášku | föredrag | föredraget | foredrag | foredraget | oplæg | oplægget | \
    konuşma | konuşması | sunum | sunumu | sunumunda | előadás | előadása | előadást | presentasi | sesi";

/// Whether a word in small letters is one for a talk.
pub(in crate::ingest) fn is_talk_word(word: &str) -> bool {
    has(TALK_WORDS, word)
}

/// Whether the title of a document belongs to a post about a book.
pub(in crate::ingest) fn is_on_book(title: &str) -> bool {
    let lower = title.to_lowercase();
    phrases(BOOK_REVIEWS).any(|phrase| lower.contains(phrase))
}

/// Whether the title of a document shows that it is about plans: talks that somebody wants to give, or conferences that
/// somebody wants to attend.
pub(crate) fn is_on_plans(title: &str) -> bool {
    let lower = title.to_lowercase();
    phrases(PLANS).any(|phrase| lower.contains(phrase))
}

/// Whether the title of a document shows that it is a call for talks.
pub(in crate::ingest) fn is_call_for_talks(title: &str) -> bool {
    let lower = title.to_lowercase();
    phrases(CALLS).any(|phrase| lower.contains(phrase))
}

/// The kind of talk that the words name, if any.
pub(in crate::ingest) fn kind_of(text: &str) -> Option<TalkKind> {
    let lower = text.to_lowercase();
    if phrases(ROUND_TABLES).any(|phrase| lower.contains(phrase)) {
        return Some(TalkKind::Panel);
    }
    words(&lower).find_map(|word| match word {
        "keynote" | "keynotes" | "基調講演" | "キーノート" => Some(TalkKind::Keynote),
        "panel"
        | "panelists"
        | "panellists"
        | "podiumsdiskussion"
        | "パネル"
        | "パネルディスカッション" => Some(TalkKind::Panel),
        "lightning"
        | "ignite"
        | "blitzvortrag"
        | "lightningtalk"
        | "lightningtalks"
        | "éclair"
        | "relámpago"
        | "relâmpago"
        | "ライトニングトーク" => Some(TalkKind::Lightning),
        "tutorial"
        | "workshop"
        | "atelier"
        | "taller"
        | "oficina"
        | "minicurso"
        | "ワークショップ"
        | "チュートリアル" => Some(TalkKind::Tutorial),
        _ => None,
    })
}

/// The distinction in the words, e.g. `Most inspiring talk`, with a capital first letter.
pub(in crate::ingest) fn award(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let all: Vec<&str> = words(&lower).collect();
    let last = all.iter().enumerate().position(|(at, word)| {
        at > 0
            && matches!(*word, "talk" | "keynote" | "session" | "presentation" | "panel" | "demo")
            && praise_start(&all, at).is_some()
    })?;
    let first = praise_start(&all, last)?;
    let words = all.get(first..=last)?.join(" ");
    let mut characters = words.chars();
    let initial = characters.next()?;
    Some(initial.to_uppercase().chain(characters).collect())
}

/// Where the praise that ends at the word `last` begins: a superlative, or `most` and an adjective.
fn praise_start(words: &[&str], last: usize) -> Option<usize> {
    let before = last.checked_sub(1)?;
    let word = *words.get(before)?;
    let is_superlative = word.len() > 5
        && word.ends_with("est")
        && !matches!(
            word,
            "latest" | "interest" | "request" | "honest" | "modest" | "contest" | "invest"
        )
        || matches!(word, "best" | "favorite" | "favourite");
    if is_superlative {
        return Some(before);
    }
    let is_adjective = ["ing", "ed", "ive", "ous", "ful", "al", "ble", "ant", "ent", "ic", "fun"]
        .iter()
        .any(|ending| word.ends_with(ending));
    before.checked_sub(1).filter(|most| is_adjective && words.get(*most) == Some(&"most"))
}

pub(in crate::ingest) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn praise_is_kept_as_worded() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(award(text).as_deref(), expected, "{text}");
        };
        check("Most interesting talk", Some("Most interesting talk"));
        check("The coolest talk of all", Some("Coolest talk"));
        check("My favourite keynote was", Some("Favourite keynote"));
        check("The latest talk", None);
        check("Most people talk", None);
        check("A talk", None);
    }
}
