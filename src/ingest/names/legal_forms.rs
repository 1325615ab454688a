//! Legal forms of companies, which end their names: "Yarnworks Ltd", "Webstoffe AG".

/// Legal forms in small letters, which are nothing else in any case.
const CERTAIN: [&str; 6] = ["inc", "ltd", "llc", "gmbh", "corp", "corporation"];

/// Legal forms that are words or initials when written in another way.
const AS_WRITTEN: &[&str] = &[
    "PLC", "plc", "AG", "KG", "SE", "UG", "SA", "SAS", "SARL", "Sàrl", "SRL", "Srl", "SpA",
    "S.p.A", "S.r.l", "SL", "S.L", "BV", "B.V", "NV", "N.V", "AB", "AS", "A/S", "Oy", "Oyj", "Lda",
    "Ltda", "KK",
];

/// Whether a word is the legal form of a company: "Inc.", "`GmbH`", "SA".
pub(crate) fn is_legal_form(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    AS_WRITTEN.contains(&word) || is_certain_legal_form(&word.to_lowercase())
}

/// Whether a word in small letters is a legal form that is nothing else. "as" and "se" are words as well.
pub(crate) fn is_certain_legal_form(word: &str) -> bool {
    CERTAIN.contains(&word)
}

/// Whether a slash is part of a legal form such as "A/S" or "S/A".
pub(super) fn is_in_legal_form(text: &str, slash: usize) -> bool {
    let (before, after) = text.split_at_checked(slash).unwrap_or((text, ""));
    let is_letter = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let (mut before, mut after) = (before.chars().rev(), after.chars().skip(1));
    is_letter(before.next())
        && is_edge(before.next())
        && is_letter(after.next())
        && is_edge(after.next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legal_form_is_told_from_a_word() {
        for word in ["Inc.", "INC", "ltd", "GmbH", "Corporation", "AG", "S.p.A.", "A/S"] {
            assert!(is_legal_form(word), "{word}");
        }
        for word in ["as", "se", "Sa", "Loom", ""] {
            assert!(!is_legal_form(word), "{word}");
        }
        assert!(is_certain_legal_form("corp") && !is_certain_legal_form("as"));
        assert!(is_in_legal_form("Yarn A/S", 6) && !is_in_legal_form("Yarn/Silk", 4));
    }
}
