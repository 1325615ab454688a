//! Letters by rule instead of by table.
//!
//! The tables of the standard library cover every script and would be a twentieth of the client. These rules cover the
//! scripts with capitals that recaps are likely to use, and tests check that they agree with the tables. Other letters
//! stay unchanged in bundler and client alike, so they are found as they are written.

/// The small letter of a capital: Latin, Greek, Cyrillic, Armenian and full-width. Others stay.
pub(super) fn lower(character: char) -> char {
    let code = u32::from(character);
    let is_even = code.is_multiple_of(2);
    let step = match code {
        0x41..=0x5a
        | 0xc0..=0xd6
        | 0xd8..=0xde
        | 0x391..=0x3a1
        | 0x3a3..=0x3ab
        | 0x410..=0x42f
        | 0xff21..=0xff3a => 32,
        // Capital and small letter side by side, the capital first.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff
            if is_even =>
        {
            1
        }
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce if !is_even => 1,
        0x388..=0x38a => 37,
        0x386 => 38,
        0x38c => 64,
        0x38e | 0x38f => 63,
        0x400..=0x40f => 80,
        0x531..=0x556 => 48,
        // Their small letters are in another block.
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x4c0 => return 'ӏ',
        0x1e9e => return 'ß',
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(character)
}

/// Whether `character` is a letter, a digit or a mark on one: all but punctuation, symbols and space.
pub(super) fn is_of_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    !matches!(u32::from(character),
        // Latin-1 and what follows it.
        0x80..=0xa9 | 0xab..=0xb1 | 0xb4 | 0xb6..=0xb8 | 0xbb | 0xbf | 0xd7 | 0xf7
        | 0x2c2..=0x2c5 | 0x2d2..=0x2df | 0x2e5..=0x2eb | 0x2ed | 0x2ef..=0x36f | 0x375 | 0x37e
        | 0x384 | 0x385 | 0x387 | 0x38b | 0x38d | 0x3a2 | 0x3f6 | 0x482..=0x489 | 0x530 | 0x55a..=0x55f | 0x589..=0x58f
        // Punctuation, currencies, arrows, mathematics, drawings.
        | 0x2000..=0x206f | 0x20a0..=0x20ff | 0x2116..=0x2118 | 0x211e..=0x2123 | 0x2190..=0x245f
        | 0x249c..=0x24b5 | 0x2500..=0x2775 | 0x2794..=0x2bff | 0x2e00..=0x2e7f
        // The same for East Asia, and full-width.
        | 0x3000..=0x3004 | 0x3008..=0x3020 | 0x3030 | 0x303d..=0x303f | 0x3099..=0x309c | 0x30a0 | 0x30fb
        | 0xfe00..=0xfe6f | 0xfeff | 0xff00..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40
        | 0xff5b..=0xff65 | 0xffe0..=0xffff
        // Private use, and pictures.
        | 0xe000..=0xf8ff | 0x1f000..=0x1faff | 0xe0000..=0x10_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::RangeInclusive;

    #[track_caller]
    fn check(scripts: &[RangeInclusive<char>], agrees: impl Fn(char) -> bool) {
        let all = scripts.iter().cloned().flatten();
        let wrong: String = all.filter(|character| !agrees(*character)).collect();
        assert_eq!(wrong, "", "{:x?}", wrong.chars().map(u32::from).collect::<Vec<_>>());
    }

    #[test]
    fn small_letters_are_those_of_the_tables() {
        // There, `İ` is two characters, an `i` and a dot that folding removes.
        let is_same = |it: char| it == 'İ' || it.to_lowercase().eq([lower(it)]);
        check(
            &[
                '\0'..='\u{17f}',
                '\u{1cd}'..='\u{1dc}',
                '\u{1de}'..='\u{1ef}',
                '\u{1f8}'..='\u{21f}',
            ],
            is_same,
        );
        check(&['\u{222}'..='\u{233}', '\u{386}'..='\u{3ce}', '\u{3d8}'..='\u{3ef}'], is_same);
        check(&['\u{400}'..='\u{556}', '\u{1e00}'..='\u{1eff}', '\u{ff00}'..='\u{ffef}'], is_same);
        check(&['\u{3040}'..='\u{9fff}', '\u{ac00}'..='\u{d7a3}', '\u{600}'..='\u{109f}'], is_same);
    }

    #[test]
    fn words_are_made_of_what_the_tables_call_letters_and_digits() {
        let is_same = |it: char| is_of_word(it) == it.is_alphanumeric();
        check(&['\0'..='\u{344}', '\u{386}'..='\u{481}', '\u{48a}'..='\u{556}'], is_same);
        check(
            &['\u{1e00}'..='\u{1eff}', '\u{2000}'..='\u{206f}', '\u{20a0}'..='\u{20ff}'],
            is_same,
        );
        check(
            &['\u{2190}'..='\u{245f}', '\u{2500}'..='\u{2775}', '\u{2794}'..='\u{2bff}'],
            is_same,
        );
        check(
            &['\u{3041}'..='\u{3096}', '\u{309d}'..='\u{30ff}', '\u{4e00}'..='\u{9fff}'],
            is_same,
        );
        check(
            &['\u{ac00}'..='\u{d7a3}', '\u{ff01}'..='\u{ff9f}', '\u{1f300}'..='\u{1faff}'],
            is_same,
        );
    }
}
