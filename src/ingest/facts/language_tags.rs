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

/// The tag of a language by its name in one of the main languages: "German", "Englisch".
pub(in crate::ingest) fn tag_of_name(name: &str) -> Option<&'static str> {
    let lower = name.trim().to_lowercase();
    NAMES.iter().find(|(_, names)| has(names, &lower)).map(|(tag, _)| *tag)
}

/// The BCP 47 tag that a header states, by its tag or its name. `None` for anything else.
pub(in crate::ingest) fn stated_tag(value: &str) -> Option<String> {
    if let Some(tag) = tag_of_name(value) {
        return Some(tag.to_owned());
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

/// The English name of a language: "Italian (it)". Its tag alone if the name is not known.
pub(super) fn named(tag: &str) -> String {
    const OTHERS: &[(&str, &str)] = &[
        ("ar", "Arabic"),
        ("bg", "Bulgarian"),
        ("ca", "Catalan"),
        ("cs", "Czech"),
        ("da", "Danish"),
        ("el", "Greek"),
        ("et", "Estonian"),
        ("fa", "Persian"),
        ("fi", "Finnish"),
        ("he", "Hebrew"),
        ("hr", "Croatian"),
        ("hu", "Hungarian"),
        ("id", "Indonesian"),
        ("ko", "Korean"),
        ("lt", "Lithuanian"),
        ("lv", "Latvian"),
        ("mk", "Macedonian"),
        ("mr", "Marathi"),
        ("nb", "Norwegian"),
        ("ne", "Nepali"),
        ("pl", "Polish"),
        ("ro", "Romanian"),
        ("ru", "Russian"),
        ("sk", "Slovak"),
        ("sl", "Slovenian"),
        ("sr", "Serbian"),
        ("sv", "Swedish"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("ur", "Urdu"),
        ("vi", "Vietnamese"),
        ("zh", "Chinese"),
    ];
    let listed = NAMES.iter().find(|(known, _)| *known == tag);
    let name = listed.and_then(|(_, names)| names.split(" | ").next()).map(|name| {
        let (first, rest) = name.split_at_checked(1).unwrap_or(("", name));
        first.to_uppercase() + rest
    });
    let other = OTHERS.iter().find(|(known, _)| *known == tag).map(|(_, name)| (*name).to_owned());
    name.or(other).map_or_else(|| format!("\"{tag}\""), |name| format!("{name} ({tag})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_a_name() {
        let found = ["it", "de", "pl", "eo"].map(named);
        assert_eq!(found, ["Italian (it)", "German (de)", "Polish (pl)", "\"eo\""]);
    }

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
