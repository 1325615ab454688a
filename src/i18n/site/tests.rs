//! Rules that every table must follow.

use super::*;
use crate::i18n::Strings;
use crate::{
    i18n::{english::LINES, plural::plural},
    model::Site,
};
use std::collections::BTreeSet;

/// The values for a text: `{0}` is 0, and so on.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect()
}

/// Entries whose forms say their number in words, in some language.
const WITHOUT_NUMBER: [&str; 1] = ["0"];

#[test]
fn a_table_has_the_forms_of_its_language_and_names_what_goes_in() {
    for language in LANGUAGES {
        let tag = language.explorer.language();
        let n_forms = (0..200).map(|n| plural(tag, n)).max().unwrap() + 1;
        for ((name, text), (_, english)) in
            language.explorer.entries().zip(en::ENGLISH.explorer.entries())
        {
            let forms: Vec<&str> = text.split('|').collect();
            let expected = match name {
                "months" => 12,
                _ if english.contains('|') => n_forms,
                _ => 1,
            };
            assert_eq!(forms.len(), expected, "forms of {name} in {tag}: {text}");
            let needed = places(english);
            for form in forms {
                let mut missing: BTreeSet<_> = needed.difference(&places(form)).copied().collect();
                // One, two or none may be said in words.
                if expected > 1 {
                    missing.retain(|place| !WITHOUT_NUMBER.contains(place));
                }
                assert!(missing.is_empty(), "{name} in {tag} lacks {missing:?}: {form}");
                let most = if name == "matrix_cell" {
                    BTreeSet::from(["0", "1", "2", "3", "4"])
                } else {
                    needed.clone()
                };
                assert!(places(form).is_subset(&most), "{name} in {tag} has more: {form}");
            }
        }
    }
}

#[test]
fn a_table_fits_into_a_page() {
    for language in LANGUAGES {
        for (name, text) in language.explorer.entries() {
            let is_plain = !text.contains('\n');
            assert!(is_plain, "{name} in {}: {text}", language.explorer.language());
            let may_be_empty = ["open", "close"].contains(&name);
            assert!(may_be_empty || !text.is_empty(), "{name} in {}", language.explorer.language());
        }
    }
}

#[test]
fn a_client_reads_what_a_page_holds() {
    assert_eq!(str::from_utf8(&LINES).unwrap(), en::ENGLISH.explorer.lines());
    for language in LANGUAGES {
        let lines = language.explorer.lines();
        let read = Strings::read(lines.clone().leak()).unwrap();
        assert_eq!(format!("{read:?}"), format!("{:?}", language.explorer));
        assert!(Strings::read((lines.clone() + "\nmore").leak()).is_none());
        let (fewer, _) = lines.rsplit_once('\n').unwrap();
        assert!(Strings::read(fewer.to_owned().leak()).is_none());
    }
}

#[track_caller]
fn check_range(language: &str, start: &str, end: &str, expected: &str) {
    let words = super::language(language).explorer;
    let range = start.parse().map(|start| words.date_range(start, end.parse().ok()));
    assert_eq!(range, Ok(expected.to_owned()));
}

#[test]
fn a_range_says_once_what_both_days_share() {
    check_range("en", "2018-05-02", "2018-05-04", "2–4 May 2018");
    check_range("en", "2018-04-30", "2018-05-02", "30 April – 2 May 2018");
    check_range("en", "2018-12-31", "2019-01-02", "31 December 2018 – 2 January 2019");
    check_range("en", "2018-05-02", "", "2 May 2018");
    check_range("en", "2018-05-02", "2018-05-02", "2 May 2018");
    check_range("ar", "2018-05-02", "2018-05-04", "2–4 مايو 2018");
    check_range("ar", "2018-04-30", "2018-05-02", "30 أبريل – 2 مايو 2018");
    check_range("ar", "2018-12-31", "2019-01-02", "31 ديسمبر 2018 – 2 يناير 2019");
    check_range("ja", "2018-05-02", "2018-05-04", "2018年5月2日～4日");
    check_range("ja", "2018-04-30", "2018-05-02", "2018年4月30日～5月2日");
    check_range("ja", "2018-12-31", "2019-01-02", "2018年12月31日～2019年1月2日");
    check_range("ja", "2018-05-02", "", "2018年5月2日");
    check_range("de", "2018-05-02", "2018-05-04", "2.–4. Mai 2018");
    check_range("de", "2018-04-30", "2018-05-02", "30. April – 2. Mai 2018");
    check_range("de", "2018-12-31", "2019-01-02", "31. Dezember 2018 – 2. Januar 2019");
    check_range("es", "2018-05-02", "2018-05-04", "2–4 de mayo de 2018");
    check_range("es", "2018-04-30", "2018-05-02", "30 de abril – 2 de mayo de 2018");
    check_range("es", "2018-12-31", "2019-01-02", "31 de diciembre de 2018 – 2 de enero de 2019");
    check_range("fr", "2018-05-02", "2018-05-04", "2–4 mai 2018");
    check_range("fr", "2018-04-30", "2018-05-02", "30 avril – 2 mai 2018");
    check_range("fr", "2018-12-31", "2019-01-02", "31 décembre 2018 – 2 janvier 2019");
}

#[test]
fn a_range_may_lack_days_and_months() {
    check_range("en", "2018-05", "", "May 2018");
    check_range("en", "2018-05", "2018-06", "May – June 2018");
    check_range("en", "2018-05-30", "2018-06", "30 May 2018 – June 2018");
    check_range("en", "2018", "", "2018");
    check_range("en", "2018", "2019", "2018 – 2019");
    check_range("ar", "2018-05", "2018-06", "مايو – يونيو 2018");
    check_range("de", "2018-05", "2018-06", "Mai – Juni 2018");
    check_range("es", "2018-05", "2018-06", "mayo – junio de 2018");
    check_range("es", "2018-05", "", "mayo de 2018");
    check_range("fr", "2018-05", "2018-06", "mai – juin 2018");
    check_range("ja", "2018-05", "2018-06", "2018年5月～6月");
    check_range("ja", "2018-05-30", "2018-06", "2018年5月30日～2018年6月");
    check_range("ja", "2018", "2019", "2018～2019");
}

#[test]
fn a_count_is_said_as_its_language_does() {
    let said = |tag, n| language(tag).explorer.n_talks(n);
    assert_eq!([said("en", 1), said("en", 2)], ["1 talk", "2 talks"]);
    let arabic = [0, 1, 2, 3, 11, 100].map(|n| said("ar", n));
    let expected =
        ["لا محاضرات", "محاضرة واحدة", "محاضرتان", "3 محاضرات", "11 محاضرة", "100 محاضرة"];
    assert_eq!(arabic, expected);
    assert_eq!([said("de", 1), said("de", 0)], ["1 Vortrag", "0 Vorträge"]);
    assert_eq!([said("es", 1), said("es", 2)], ["1 charla", "2 charlas"]);
    let french = [0, 1, 2].map(|n| said("fr", n));
    assert_eq!(french, ["0 présentation", "1 présentation", "2 présentations"]);
    assert_eq!([said("ja", 1), said("ja", 2)], ["講演1件", "講演2件"]);
}

#[test]
fn a_latin_name_within_arabic_keeps_its_direction() {
    assert_eq!(language("ar").explorer.by("Ada (UK)"), "بقلم \u{2068}Ada (UK)\u{2069}");
    assert_eq!(language("ar").explorer.by("آدا"), "بقلم آدا");
    assert_eq!(language("en").explorer.by("Ada"), "by Ada");
}

#[test]
fn a_variant_is_said_in_its_language_and_what_is_missing_in_english() {
    let said = |tag| language(tag).explorer.language();
    assert_eq!([said("ar-EG"), said("JA"), said("nl"), said("")], ["ar", "ja", "en", "en"]);
    let all: Vec<&str> = LANGUAGES.iter().map(|it| it.explorer.language()).collect();
    assert_eq!(all, Site::LANGUAGES);
}

/// Texts that are the same in each language.
const SHARED: [&str; 4] = ["open", "close", "years", "comma"];
/// Words that a language shares with English.
const SHARED_WORDS: [(&str, &str); 4] =
    [("de", "facet_person"), ("de", "kind_keynote"), ("de", "video"), ("fr", "n_notes")];

#[test]
fn nothing_is_left_in_english() {
    for language in LANGUAGES.into_iter().skip(1) {
        for ((name, text), (_, english)) in
            language.explorer.entries().zip(en::ENGLISH.explorer.entries())
        {
            let has_letters = english.bytes().any(|byte| byte.is_ascii_alphabetic());
            let tag = language.explorer.language();
            let is_shared = SHARED.contains(&name) || SHARED_WORDS.contains(&(tag, name));
            let is_kept = text == english && has_letters && !is_shared;
            assert!(!is_kept, "{name} in {tag} is English");
        }
    }
}
