//! Turns a Slavic name behind a word for a talk back to its basic form: "доклад Сергея Иванова" is a talk by Сергей Иванов.

use super::cue_words::has;
use super::kinds::is_talk_word;

/// Words for "by" and "from" that the genitive follows.
const FROM: &str = "от | od | від";

/// First names whose stem changes, in the genitive and in the basic form.
const IRREGULAR: [(&str, &str); 7] = [
    ("Павла", "Павел"),
    ("Льва", "Лев"),
    ("Pawła", "Paweł"),
    ("Marka", "Marek"),
    ("Jacka", "Jacek"),
    ("Bartka", "Bartek"),
    ("Tomka", "Tomek"),
];

/// Endings of surnames in the genitive and in the basic form.
const SURNAMES: [(&str, &str, Gender); 17] = [
    ("ского", "ский", Gender::Male),
    ("цкого", "цкий", Gender::Male),
    ("ской", "ская", Gender::Female),
    ("цкой", "цкая", Gender::Female),
    ("овой", "ова", Gender::Female),
    ("евой", "ева", Gender::Female),
    ("ёвой", "ёва", Gender::Female),
    ("иной", "ина", Gender::Female),
    ("ыной", "ына", Gender::Female),
    ("ова", "ов", Gender::Male),
    ("ева", "ев", Gender::Male),
    ("ёва", "ёв", Gender::Male),
    ("ина", "ин", Gender::Male),
    ("skiego", "ski", Gender::Male),
    ("ckiego", "cki", Gender::Male),
    ("skiej", "ska", Gender::Female),
    ("ckiej", "cka", Gender::Female),
];

/// The grammatical gender of a first name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Gender {
    Female,
    Male,
}

/// Whether the genitive follows a word in small letters: a Russian, Ukrainian or Polish word for a talk, or for "from".
pub(in crate::ingest) fn needs_genitive(word: &str) -> bool {
    let is_slavic = word.contains(|c| ('а'..='я').contains(&c) || c == 'і')
        || ["wykład", "prelekc", "prezentac"].iter().any(|stem| word.starts_with(stem));
    has(FROM, word) || is_slavic && is_talk_word(word)
}

/// The basic form of a first name and a surname in the genitive; `None` if their endings do not tell it.
pub(in crate::ingest) fn nominative(name: &str) -> Option<String> {
    let (first, last) = name.split_once(' ').filter(|(_, last)| !last.contains(' '))?;
    let (first, gender) = first_name(first)?;
    Some(format!("{first} {}", surname(last, gender)?))
}

/// A Nordic name without the "s" of its genitive before a word for a talk: "Ingrid Olsens föredrag".
pub(in crate::ingest) fn without_owner<'a>(name: &'a str, rest: &str) -> &'a str {
    const TALKS: [&str; 7] =
        ["föredrag", "foredrag", "oplæg", "innlegg", "dragning", "keynote-föredrag", "esitys"];
    let is_owned =
        rest.strip_prefix(' ').is_some_and(|rest| TALKS.iter().any(|it| rest.starts_with(it)));
    name.strip_suffix('s').filter(|_| is_owned).unwrap_or(name)
}

fn first_name(name: &str) -> Option<(String, Gender)> {
    if let Some((_, basic)) = IRREGULAR.iter().find(|(genitive, _)| *genitive == name) {
        return Some(((*basic).to_owned(), Gender::Male));
    }
    let mut letters = name.chars();
    let end = letters.next_back()?;
    let stem = letters.as_str();
    let before = stem.chars().next_back()?;
    Some(match end {
        'ы' => (format!("{stem}а"), Gender::Female),
        'y' => (format!("{stem}a"), Gender::Female),
        'и' if matches!(before, 'г' | 'к' | 'х' | 'ж' | 'ш' | 'щ' | 'ч') => {
            (format!("{stem}а"), Gender::Female)
        }
        'и' => (format!("{stem}я"), Gender::Female),
        'i' if matches!(before, 'k' | 'g') => (format!("{stem}a"), Gender::Female),
        'i' => (
            format!("{}a", if before == 'i' { stem.to_owned() } else { name.to_owned() }),
            Gender::Female,
        ),
        'а' | 'a' => (stem.to_owned(), Gender::Male),
        'я' if matches!(before, 'а' | 'е' | 'и' | 'о') => (format!("{stem}й"), Gender::Male),
        'я' => (format!("{stem}ь"), Gender::Male),
        _ => return None,
    })
}

fn surname(name: &str, gender: Gender) -> Option<String> {
    let known = SURNAMES.iter().filter(|(.., of)| *of == gender);
    let changed = known
        .filter_map(|(genitive, basic, _)| Some(name.strip_suffix(genitive)?.to_owned() + basic));
    let is_fixed =
        |name: &str| name.ends_with("ко") || name.ends_with("ko") || name.ends_with("их");
    let ends_in_consonant = |name: &str| {
        name.chars().next_back().is_some_and(|c| {
            !matches!(
                c,
                'а' | 'я'
                    | 'о'
                    | 'у'
                    | 'ы'
                    | 'и'
                    | 'е'
                    | 'ю'
                    | 'й'
                    | 'a'
                    | 'o'
                    | 'u'
                    | 'y'
                    | 'i'
                    | 'e'
            )
        })
    };
    changed.into_iter().next().or_else(|| {
        let keeps = is_fixed(name) || gender == Gender::Female && ends_in_consonant(name);
        let stem = name
            .strip_suffix(['а', 'a'])
            .filter(|stem| gender == Gender::Male && ends_in_consonant(stem));
        if keeps { Some(name.to_owned()) } else { stem.map(str::to_owned) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_its_basic_form_back() {
        for (genitive, expected) in [
            ("Сергея Иванова", Some("Сергей Иванов")),
            ("Ивана Мельника", Some("Иван Мельник")),
            ("Ольги Кузнецовой", Some("Ольга Кузнецова")),
            ("Марии Бланк", Some("Мария Бланк")),
            ("Анны Вышинской", Some("Анна Вышинская")),
            ("Павла Островского", Some("Павел Островский")),
            ("Игоря Шевченко", Some("Игорь Шевченко")),
            ("Jacka Lewandowskiego", Some("Jacek Lewandowski")),
            ("Anny Nowak", Some("Anna Nowak")),
            ("Marii Zielińskiej", Some("Maria Zielińska")),
            ("Agnieszki Wilk", Some("Agnieszka Wilk")),
            ("Jana Kowalczyka", Some("Jan Kowalczyk")),
            ("Ada Weaver", None),
            ("Джон Смит", None),
            ("Weaver", None),
        ] {
            assert_eq!(nominative(genitive).as_deref(), expected, "{genitive}");
        }
    }

    #[test]
    fn a_nordic_owner_loses_its_ending() {
        assert_eq!(without_owner("Ingrid Olsens", " föredrag om filt"), "Ingrid Olsen");
        assert_eq!(without_owner("Ingrid Olsens", " showed felt"), "Ingrid Olsens");
    }

    #[test]
    fn only_slavic_words_are_followed_by_it() {
        for (word, expected) in [
            ("доклад", true),
            ("от", true),
            ("wykład", true),
            ("talk", false),
            ("präsentation", false),
        ] {
            assert_eq!(needs_genitive(word), expected, "{word}");
        }
    }
}
