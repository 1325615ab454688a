//! What an author tells of their own life behind plain words: pay, a birthday, a home.

use super::labels::places;
use super::secret::Secret;
use crate::ingest::month_in_any_case;

/// Labels of pay, before a colon.
const PAY: &[&str] = &[
    "salary",
    "my pay",
    "my offer",
    "gehalt",
    "jahresgehalt",
    "salaire",
    "sueldo",
    "salario",
    "stipendio",
    "salaris",
    "salário",
    "lön",
    "年収",
    "給料",
];

/// Words right before the author's own pay.
const PAID: &[&str] = &[
    "offered me",
    "pay me",
    "pays me",
    "i earn",
    "my salary is",
    "my salary was",
    "ich verdiene",
    "je gagne",
    "ik verdien",
];

/// Labels of a birthday, before a colon.
const BORN: &[&str] = &[
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "dob",
    "geburtsdatum",
    "geburtstag",
    "date de naissance",
    "fecha de nacimiento",
    "data di nascita",
    "data de nascimento",
    "geboortedatum",
    "生年月日",
];

/// Words right before the author's home.
const HOME: &[&str] = &[
    "i live at",
    "my address",
    "my home address",
    "home address",
    "private address",
    "ich wohne",
    "meine adresse",
    "privatadresse",
    "j'habite",
    "j’habite",
    "mon adresse",
    "ik woon",
    "mijn adres",
    "mi dirección",
    "il mio indirizzo",
    "自宅",
    "住所",
];

/// Where a line has them. A heading is the title of a talk.
pub(super) fn personal(line: &str) -> Vec<Secret> {
    if line.trim_start_matches(['>', ' ']).starts_with('#') {
        return Vec::new();
    }
    let lower = line.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut find = |words: &[&str], needs_colon: bool, length: fn(&str, bool) -> Option<usize>| {
        for word in words.iter().filter(|word| lower.contains(**word)) {
            found.extend(places(&lower, word).filter_map(|at| {
                let (from, has_colon) = value_start(line, at + word.len())?;
                let value = line.get(from..).filter(|_| has_colon || !needs_colon)?;
                let length = length(value, has_colon).filter(|length| *length > 0)?;
                Some(Secret::labeled(from..from + length, at))
            }));
        }
    };
    find(PAY, true, amount);
    find(PAID, false, amount);
    find(BORN, true, |value, _| date(value));
    find(HOME, false, |value, _| home(value));
    found
}

/// Where the value behind a label begins, and whether a colon is before it.
fn value_start(line: &str, end: usize) -> Option<(usize, bool)> {
    let is_frame = |c: char| matches!(c, '*' | '_' | ' ' | '\u{a0}');
    let rest = line.get(end..)?.trim_start_matches(is_frame);
    let behind = rest.strip_prefix([':', '：']);
    let value = behind.unwrap_or(rest).trim_start_matches(is_frame);
    let value = value.strip_prefix("is ").filter(|_| behind.is_none()).unwrap_or(value);
    Some((line.len() - value.len(), behind.is_some()))
}

/// The length of an amount of money: "95k", "$95,000", "72.000 €".
fn amount(text: &str, has_colon: bool) -> Option<usize> {
    const SIGNS: [&str; 12] =
        ["€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "Euro", "euros", "万円", "円"];
    /// Words that may follow an amount. Another word is what was counted: "offered me 2k stickers".
    const NEXT: [&str; 14] = [
        "a", "per", "to", "and", "but", "plus", "for", "as", "brutto", "gross", "im", "pro", "par",
        "p.a.",
    ];
    let sign = SIGNS.iter().find_map(|sign| Some((sign, text.strip_prefix(sign)?)));
    let rest = sign.map_or(text, |(_, rest)| rest).trim_start_matches(' ');
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{a0}');
    let run = |text: &str| text.find(|c| !is_part(c)).unwrap_or(text.len());
    let first = run(rest);
    // "45 000 €"
    let group = rest.get(first..).and_then(|rest| rest.strip_prefix(' '));
    let has_group = group.is_some_and(|group| run(group) == 3);
    let digits = rest.get(..first + if has_group { 4 } else { 0 })?;
    let digits = digits.trim_end_matches(['.', ',']);
    let n_digits = digits.bytes().filter(u8::is_ascii_digit).count();
    let mut behind = rest.get(digits.len()..)?;
    let thousands = behind.strip_prefix(['k', 'K', '万']);
    let has_k = thousands.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if has_k {
        behind = thousands?;
    }
    let unit = behind.strip_prefix([' ', '\u{a0}']).unwrap_or(behind);
    let unit = SIGNS.iter().find_map(|sign| unit.strip_prefix(sign));
    let has_sign = sign.is_some() || unit.is_some();
    let behind = unit.unwrap_or(behind);
    let next = behind.trim_start().split(' ').next().unwrap_or_default();
    let is_alone = !next.starts_with(char::is_alphanumeric) || NEXT.contains(&next);
    let is_money = has_sign || is_alone && (has_k || has_colon && n_digits >= 5);
    (n_digits >= 2 && is_money).then_some(text.len() - behind.len())
}

/// The length of a date: "12 May 1980", "12.5.1980".
fn date(text: &str) -> Option<usize> {
    let end = text.find([',', ';', ')', '|', '<']).unwrap_or(text.len());
    let value = text.get(..end)?.trim_end_matches(['*', '_', ' ', '.']);
    let is_part = |word: &str| {
        let letters = word.trim_matches(|c: char| !c.is_alphabetic());
        word.starts_with(|c: char| c.is_ascii_digit())
            || month_in_any_case(letters).is_some()
            || ["of", "de"].contains(&letters)
    };
    let has_digit = value.contains(|c: char| c.is_ascii_digit());
    // "May 12, 1980"
    let year = text.get(value.len()..).and_then(|rest| rest.strip_prefix(", ")?.get(..4));
    let n_year =
        if year.is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit())) { 6 } else { 0 };
    (has_digit && value.split_whitespace().all(is_part)).then_some(value.len() + n_year)
}

/// The length of a street with the number of a house, up to the end of its sentence.
fn home(text: &str) -> Option<usize> {
    const LONGEST: usize = 120;
    let end = text.find([';', ')', '(', '|', '<', '!', '?', '。']).unwrap_or(text.len());
    let value = text.get(..end)?;
    let value = value.split(". ").next()?.trim_end_matches(['.', ' ', '*', '_']);
    let words: Vec<&str> = value.split_whitespace().collect();
    let is_number = |word: &str| {
        let word = word.trim_matches(',');
        let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        (1..=3).contains(&digits.len())
            && word.len() - digits.len() < 2
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_street = |word: &str| {
        let is_french = ["rue", "avenue", "boulevard", "place", "chemin", "quai", "bis"];
        word.starts_with(char::is_uppercase) || is_french.contains(&word)
    };
    let is_eastern = value.contains(['市', '区', '町', '丁'])
        && value.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let mut pairs = words.windows(2);
    let has_house = match words.first()? {
        first if is_number(first) => words.get(1).is_some_and(|word| is_street(word)),
        _ => pairs
            .any(|pair| matches!(pair, [street, number] if is_street(street) && is_number(number))),
    };
    (value.len() <= LONGEST && (has_house || is_eastern)).then_some(value.len())
}

#[cfg(test)]
mod tests {
    use super::super::withhold;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = withhold(text, 0).map_or_else(|| text.to_owned(), |(shown, _)| shown);
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn the_pay_birthday_and_home_of_the_author_go() {
        for (line, expected) in [
            ("Warpworks: they offered me 95k.", "Warpworks: they offered me …."),
            ("They offered me $95,000 a year, and a loom", "They offered me … a year, and a loom"),
            ("- They pay me 80k and want more", "- They pay me … and want more"),
            ("Ich verdiene 72.000 € brutto", "Ich verdiene … brutto"),
            ("Je gagne 45 000 € par an", "Je gagne … par an"),
            ("I talked to Bo. Salary: 90k, remote", "I talked to Bo. Salary: …, remote"),
            ("Bo, Gehalt: 72.000 €, ab Mai", "Bo, Gehalt: …, ab Mai"),
            ("Nur für Bo: DOB: 12.5.1980, Ghent", "Nur für Bo: DOB: …, Ghent"),
            ("Bo (date of birth: 12 May 1980)", "Bo"),
            ("I live at 12 Rose Lane, Ghent. Come by.", "I live at …. Come by."),
            ("By the way, my address is 4b Mill Road", "By the way, my address is …"),
            ("Und ich wohne im Lindenweg 4, 50667 Köln.", "Und ich wohne …."),
            ("Nu, ik woon op de Kerkstraat 12, 1017 GP Amsterdam.", "Nu, ik woon …."),
            (
                "Bo uses account number 00123456, sort code 12-34-56",
                "Bo uses account number …, sort code …",
            ),
        ] {
            check(line, expected);
        }
        for line in [
            "Gehalt: 72.000 €",
            "My salary is 90k",
            "J'habite 12, rue des Lilas, 69001 Lyon",
            "- **Salary:** 95k",
            "年収：800万円",
            "Geburtsdatum: 12.05.1980",
            "Birthday: May 12, 1980",
            "Home address: 12 Oak Street, Springfield 12345",
            "Meine Adresse: Lindenweg 4, 50667 Köln",
            "住所：東京都渋谷区1-2-3",
        ] {
            check(&format!("Loud.\n\n{line}\n\nWet."), "Loud.\n\n\n\nWet.");
        }
    }

    #[test]
    fn talks_streets_and_venues_stay() {
        for text in [
            "# Salary: 95k and up",
            "Salary negotiation for engineers",
            "- Salary: 10 myths (Ada Weaver)",
            "- Salary: a history (Ada Weaver)",
            "Salary: 2019 survey",
            "The median salary was 95k in the survey",
            "They offered me 95 threads and a loom",
            "They offered me 2k stickers",
            "Gehalt: was wir wissen",
            "The tickets cost 95 €, and the salary of a weaver is low",
            "I earn 40 points for each thread",
            "Date of birth: a field nobody needs",
            "Birthday: a paradox in 23 steps",
            "Ada was born on 10 December 1815",
            "221B Baker Street: a loom mystery",
            "RAI, Europaplein 24, Amsterdam",
            "Venue: Cloth Hall, 12 Mill Road, Ghent 9000",
            "The party was at 12 Rose Lane",
            "I live at the edge of 2 worlds",
            "Ich wohne seit Mai 2019 in Köln",
            "Ich wohne hier",
            "Home address of a byte: 0x12",
            "My address book has 12 Looms",
            "Account number one: a history",
            "An account numbers game",
            "`Salary: 95k`",
        ] {
            check(text, text);
        }
    }
}
