//! Converts language names in sources to BCP 47 tags.

/// Three-letter codes, an English name, and the two-letter BCP 47 tag.
const LANGUAGES: &[(&[&str], &str)] = &[
    (&["ara", "arabic"], "ar"),
    (&["bul", "bulgarian"], "bg"),
    (&["ces", "cze", "czech"], "cs"),
    (&["zho", "chi", "chinese"], "zh"),
    (&["dan", "danish"], "da"),
    (&["deu", "ger", "german", "deutsch"], "de"),
    (&["eng", "english"], "en"),
    (&["fin", "finnish"], "fi"),
    (&["fra", "fre", "french"], "fr"),
    (&["heb", "hebrew"], "he"),
    (&["ita", "italian"], "it"),
    (&["jpn", "japanese"], "ja"),
    (&["kor", "korean"], "ko"),
    (&["lit", "lithuanian"], "lt"),
    (&["nld", "dut", "dutch"], "nl"),
    (&["nor", "norwegian"], "no"),
    (&["pol", "polish"], "pl"),
    (&["por", "portuguese"], "pt"),
    (&["ron", "romanian"], "ro"),
    (&["rus", "russian"], "ru"),
    (&["slk", "slovak"], "sk"),
    (&["spa", "spanish"], "es"),
    (&["swe", "swedish"], "sv"),
    (&["tur", "turkish"], "tr"),
    (&["ukr", "ukrainian"], "uk"),
];

/// The tag for a lower-case language name; the name itself if it is not listed.
pub(in crate::import) fn tag(name: &str) -> &str {
    let is_meant = |(names, _): &&(&[&str], &str)| names.contains(&name);
    LANGUAGES.iter().find(is_meant).map_or(name, |(_, tag)| tag)
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_language_is_a_tag_by_any_of_its_names() {
        for (name, expected) in
            [("ger", "de"), ("japanese", "ja"), ("pt-br", "pt-br"), ("en", "en")]
        {
            assert_eq!(tag(name), expected);
        }
    }
}
