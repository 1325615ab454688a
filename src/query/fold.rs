//! Case and accents folded away, so that `Ærø` and `aero` are one word.

use super::letters::lower;

/// `text` with case and Latin accents folded. Sorts names and compares words.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|character| push_folded(&mut folded, character));
    folded
}

/// Appends what `character` folds to: one or two characters, none for an accent of its own.
pub(super) fn push_folded(text: &mut String, character: char) {
    match lower(character) {
        'æ' => text.push_str("ae"),
        'œ' => text.push_str("oe"),
        'ß' => text.push_str("ss"),
        'þ' => text.push_str("th"),
        'ĳ' => text.push_str("ij"),
        lower if is_combining(lower) => {}
        lower => text.push(base(lower)),
    }
}

/// Whether `character` is an accent that belongs to the letter before it.
pub(super) fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// The letter below the accent, for the lower-case letters of Latin-1 and Latin Extended-A.
fn base(lower: char) -> char {
    match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' | 'ĸ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŉ' | 'ŋ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ſ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        // The same letter at the end of a word.
        'ς' => 'σ',
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text), expected);
    }

    #[test]
    fn case_and_latin_accents_fold() {
        check("KubeCon", "kubecon");
        check("Łukasz Gąsior", "lukasz gasior");
        check("Ærø, Straße, Œuvre", "aero, strasse, oeuvre");
        check("e\u{301}te\u{301}", "ete");
        check("İstanbul", "istanbul");
        check("東京 Привет", "東京 привет");
        check("", "");
    }
}
