//! Folds case and accents, so that `Ærø` and `aero` are the same word.

use super::letters::lower;

/// `text` with case and Latin accents folded. Sorts names and compares words.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|character| push_folded(&mut folded, character));
    folded
}

/// Appends the folded form of `character`: one or more characters, none for a mark that search ignores. A voicing mark
/// of kana and a part of a Hangul syllable join the character before them.
#[inline(never)]
pub(in crate::query) fn push_folded(text: &mut String, character: char) {
    if character.is_ascii() {
        return text.push(character.to_ascii_lowercase());
    }
    let character = full_form(character);
    if let Some(joined) = text.chars().next_back().and_then(|before| joined(before, character)) {
        text.pop();
        return text.push(joined);
    }
    match lower(character) {
        'æ' => text.push_str("ae"),
        'œ' => text.push_str("oe"),
        'ß' => text.push_str("ss"),
        'þ' => text.push_str("th"),
        'ĳ' => text.push_str("ij"),
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        lower if is_combining(lower) => {}
        lower => text.push(base(lower)),
    }
}

/// Whether `character` belongs to the letter before it and does not change the word: accents, the vowel signs of Arabic
/// and Hebrew, the Arabic elongation, voicing marks of kana, soft hyphens and joiners.
pub(in crate::query) fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// The usual form of a full-width sign or a half-width kana. Others stay.
fn full_form(character: char) -> char {
    let code = u32::from(character);
    let full = match code {
        0xff01..=0xff5e => code - 0xfee0,
        0xff66..=0xff9d => 0x30a0 + entry(HALF_WIDTH_KANA, code - 0xff66),
        _ => code,
    };
    char::from_u32(full).unwrap_or(character)
}

/// An entry of a table; 0 after its end.
fn entry(table: &[u8], index: u32) -> u32 {
    let index = usize::try_from(index).unwrap_or_default();
    table.get(index).copied().map_or(0, u32::from)
}

/// The kana of U+FF66 to U+FF9D, counted from U+30A0.
const HALF_WIDTH_KANA: &[u8] = &[
    82, 1, 3, 5, 7, 9, 67, 69, 71, 35, 92, 2, 4, 6, 8, 10, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29,
    31, 33, 36, 38, 40, 42, 43, 44, 45, 46, 47, 50, 53, 56, 59, 62, 63, 64, 65, 66, 68, 70, 72, 73,
    74, 75, 76, 77, 79, 83,
];

/// The character that `before` and `after` make together: kana with a voicing mark, or a Hangul syllable.
fn joined(before: char, after: char) -> Option<char> {
    let (code, next) = (u32::from(before), u32::from(after));
    // Hiragana, whichever of the two kana it is.
    let kana = if (0x30a1..=0x30f6).contains(&code) { code - 0x60 } else { code };
    // は to ほ, each followed by two voiced forms.
    let is_row_of_h = matches!(kana, 0x306f | 0x3072 | 0x3075 | 0x3078 | 0x307b);
    // か to と, each followed by its voiced form.
    let is_voiceable = matches!(kana, 0x304b..=0x3061 if kana % 2 == 1)
        || matches!(kana, 0x3064 | 0x3066 | 0x3068);
    let joined = match next {
        0x3099 | 0xff9e if kana == 0x3046 => code + 0x4e,
        0x3099 | 0xff9e if is_row_of_h || is_voiceable => code + 1,
        0x309a | 0xff9f if is_row_of_h => code + 2,
        // A leading consonant and a vowel, then a trailing consonant.
        0x1161..=0x1175 if (0x1100..=0x1112).contains(&code) => {
            0xac00 + ((code - 0x1100) * 21 + (next - 0x1161)) * 28
        }
        0x11a8..=0x11c2
            if (0xac00..=0xd7a3).contains(&code) && (code - 0xac00).is_multiple_of(28) =>
        {
            code + next - 0x11a7
        }
        _ => return None,
    };
    char::from_u32(joined)
}

/// The base letter of accented lower-case letters in Latin, Greek, Cyrillic and Arabic.
fn base(lower: char) -> char {
    let code = u32::from(lower);
    let base = match code {
        0xe0..=0x233 => entry(LATIN, code - 0xe0),
        0x1e00..=0x1eff => entry(LATIN_ADDITIONAL, code - 0x1e00),
        0x3ac..=0x626 => return other_base(lower),
        _ => return lower,
    };
    char::from_u32(base).filter(|base| *base != '.').unwrap_or(lower)
}

/// The base letter of accented letters in scripts other than Latin.
fn other_base(lower: char) -> char {
    let mut pairs = ACCENTED.chars();
    while let (Some(accented), Some(base)) = (pairs.next(), pairs.next()) {
        if accented == lower {
            return base;
        }
    }
    lower
}

/// Accented letters, each before its base letter; a final sigma is a sigma.
const ACCENTED: &str = "άαέεήηίιϊιΐιόούυϋυΰυώωςσѐеёеѓгйиѝиїіќкўуآاأاإاؤوئي";

/// Base letters of U+00E0 to U+0233; `.` stands for none.
const LATIN: &[u8] =
    b"aaaaaa.ceeeeiiiidnooooo.ouuuuy.y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g.g.g.h.h.i.i.i.i\
    .i...j.kk.l.l.l.l.l.n.n.nn.n.o.o.o...r.r.r.s.s.s.s.t.t.t.u.u.u.u.u.u.w.y..z.z.zs\
    .................................o..............u.............................a.\
    i.o.u.u.u.u.u..a.a.....g.k.o.o..j....g...n.a.....a.a.e.e.i.i.o.o.r.r.u.u.s.t...h\
    .......a.e.o.o.o.o.y";

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8] =
    b".a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f.g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m.m.m.n.n.n.n.o.o\
    .o.o.p.p.r.r.r.r.s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v.w.w.w.w.w.x.x.y.z.z.zhtwy.s....\
    .a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e.e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u\
    .u.y.y.y.y......";

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

    #[test]
    fn letters_fold_in_every_script_that_people_type() {
        check("Hương Nguyễn, Việt Nam", "huong nguyen, viet nam");
        check("Yorùbá ọrọ̀ ṣe", "yoruba oro se");
        check("Ǎn ǐ", "an i");
        check("ﬂax ﬁne eﬃcient", "flax fine efficient");
        check("Ｋｕｂｅ １", "kube 1");
        check("ｶﾀｶﾅ ﾌﾟﾛｸﾞﾗﾑ", "カタカナ プログラム");
        check("か\u{3099}くしゅう ハ\u{309a} ウ\u{3099} か\u{309a}", "がくしゅう パ ヴ か");
        check("\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}", "한국");
        check("عَرَبِيّ مـــد أحمد", "عربي مد احمد");
        check("עִבְרִית", "עברית");
        check("Ά\u{301}λφα Ωμέγα ёлка Андрей", "αλφα ωμεγα елка андреи");
        check("ki\u{ad}lo\u{ad}watt", "kilowatt");
    }
}
