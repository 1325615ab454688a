//! The tags of languages that headers state.

use crate::ingest::names::cue_words::has;

/// Names of languages that authors write instead of a tag.
const NAMES: &[(&str, &str)] = &[
    ("en", "english | englisch | anglais | inglés | inglese | engels | inglês"),
    ("de", "german | deutsch | allemand | alemán | tedesco | duits | alemão"),
    ("fr", "french | français | französisch | francés | francese | frans | francês"),
    ("es", "spanish | español | spanisch | espagnol | spagnolo | spaans | espanhol"),
    ("it", "italian | italiano | italienisch | italien | italiaans"),
    ("nl", "dutch | nederlands | niederländisch | néerlandais | neerlandés | olandese | holandês"),
    (
        "pt",
        "portuguese | português | portugiesisch | portugais | portugués | portoghese | portugees",
    ),
    ("ja", "japanese | 日本語 | japanisch | japonais | japonés | giapponese | japans | japonês"),
];

/// The BCP 47 tag that a header states, by its tag or its name. `None` for anything else.
pub(in crate::ingest) fn stated_tag(value: &str) -> Option<String> {
    let lower = value.trim().to_lowercase();
    if let Some((tag, _)) = NAMES.iter().find(|(_, names)| has(names, &lower)) {
        return Some((*tag).to_owned());
    }
    let tag = value.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let is_primary = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let is_further = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (parts.next().is_some_and(is_primary) && parts.all(is_further)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_states_a_tag_or_a_name() {
        for (value, expected) in [
            ("de", Some("de")),
            ("pt_BR", Some("pt-BR")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("German", Some("de")),
            ("français", Some("fr")),
            ("klingon", None),
            ("e", None),
            ("de-", None),
        ] {
            assert_eq!(stated_tag(value).as_deref(), expected, "{value}");
        }
        let file = "---\ntitle: LoomConf 2019\nlanguage: klingon\n---\nLoud.\n";
        let ingested = crate::ingest::ingest("a.md", file.as_bytes());
        assert_eq!(ingested.draft.map(|draft| draft.language).as_deref(), Some(""));
        assert_eq!(ingested.diagnostics[0].code, "language");
    }
}
