//! Words behind a label: "Passcode: 771203", "Meeting ID: 844 1234 5678".

use super::secret::Secret;
use std::ops::Range;

/// Labels of a word that lets somebody in, in lower case.
const LABELS: &[&str] = &[
    "password",
    "passwort",
    "passcode",
    "passphrase",
    "passwd",
    "pass code",
    "kennwort",
    "kenncode",
    "pw",
    "pwd",
    "mot de passe",
    "mdp",
    "contraseña",
    "wachtwoord",
    "senha",
    "lösenord",
    "hasło",
    "パスワード",
    "密码",
    "access code",
    "join code",
    "door code",
    "wifi code",
    "wi-fi code",
    "wlan code",
    "wifi key",
    "meeting code",
    "zugangscode",
    "türcode",
    "code d'accès",
    "código de acceso",
    "palavra-passe",
    "adgangskode",
    "passord",
    "salasana",
    "heslo",
    "пароль",
    "Пароль",
    "密碼",
    "비밀번호",
];

/// Labels of a number that lets somebody take a journey or a room, or be somebody else. Its value has digits.
const BOOKINGS: &[&str] = &[
    "booking ref",
    "booking reference",
    "booking number",
    "booking no.",
    "booking code",
    "booking id",
    "reservation number",
    "reservation code",
    "confirmation number",
    "confirmation code",
    "record locator",
    "pnr",
    "frequent flyer number",
    "passport number",
    "passport no.",
    "passport no",
    "ssn",
    "social security number",
    "account number",
    "account no.",
    "sort code",
    "routing number",
    "kontonummer",
    "blz",
    "numéro de compte",
    "número de cuenta",
    "numero di conto",
    "rekeningnummer",
    "steuernummer",
    "codice fiscale",
    "buchungsnummer",
    "buchungscode",
    "reisepassnummer",
    "numéro de réservation",
    "número de reserva",
    "numero di prenotazione",
    "boekingsnummer",
    "número da reserva",
    "予約番号",
];

/// Words that name what a password behind them lets somebody into.
const DOORS: &[&str] = &["wifi", "wi-fi", "wlan", "ssid", "hotspot"];

/// Labels of a name that a password belongs to.
const ACCOUNTS: &[&str] = &[
    "user:",
    "username:",
    "user name:",
    "login:",
    "account:",
    "network:",
    "benutzer:",
    "netzwerk:",
    "utilisateur :",
    "identifiant :",
    "réseau :",
    "usuario:",
    "red:",
    "utente:",
    "rete:",
    "gebruiker:",
    "netwerk:",
    "rede:",
];

/// Labels of the number of a meeting.
const NUMBERS: &[&str] = &[
    "meeting id",
    "meeting-id",
    "meeting number",
    "webinar id",
    "webinar-id",
    "conference id",
    "konferenz-id",
    "besprechungs-id",
    "id de réunion",
    "id de la réunion",
    "id de reunión",
    "id de la reunión",
    "zoom id",
    "zoom",
    "webex",
];

/// Words between a label and a secret: "the password is w4rp".
const IS: &[&str] = &["is ", "ist ", "est ", "es ", "lautet ", "was "];

/// Where a line has them.
pub(super) fn labeled(line: &str) -> Vec<Secret> {
    // Keeps every place.
    let lower = line.to_ascii_lowercase();
    let mut found = Vec::new();
    for label in LABELS.iter().filter(|label| lower.contains(*label)) {
        found.extend(places(&lower, label).filter_map(|at| word(line, at, at + label.len())));
    }
    for label in BOOKINGS.iter().filter(|label| lower.contains(*label)) {
        found.extend(places(&lower, label).filter_map(|at| {
            let secret = word(line, at, at + label.len())?;
            let value = line.get(secret.value.clone())?;
            (value.len() >= 4 && value.contains(|c: char| c.is_ascii_digit())).then_some(secret)
        }));
    }
    for label in NUMBERS.iter().filter(|label| lower.contains(*label)) {
        found.extend(places(&lower, label).filter_map(|at| number(line, at, at + label.len())));
    }
    found.extend(network(line, &lower));
    // "wifi password" is longer than "password".
    for secret in &mut found {
        let before = lower.get(..secret.whole.start).unwrap_or_default();
        let kept = ["wifi ", "wi-fi ", "wlan ", "zoom ", "meeting ", "das ", "the "];
        let length = kept.iter().find(|word| before.ends_with(**word)).map_or(0, |word| word.len());
        secret.whole.start -= length;
    }
    found
}

/// Where a label stands as a word of its own and outside of code.
pub(super) fn places<'a>(lower: &'a str, label: &'a str) -> impl Iterator<Item = usize> {
    let mut ticks = 0;
    let mut from = 0;
    lower.match_indices(label).filter_map(move |(at, _)| {
        ticks += lower.get(from..at).unwrap_or_default().matches('`').count();
        from = at;
        let before = lower.get(..at)?.chars().next_back();
        let after = lower.get(at + label.len()..)?.chars().next();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
        // "WLAN-Passwort".
        let lead = lower.get(..at)?.strip_suffix('-');
        let is_of_door = lead.is_some_and(|lead| DOORS.iter().any(|door| lead.ends_with(door)));
        let is_free = is_of_door || !is_word(before);
        (ticks % 2 == 0 && is_free && !is_word(after)).then_some(at)
    })
}

/// The place behind a label where its value begins, and whether a colon says that one follows.
fn value_start(line: &str, end: usize) -> Option<(usize, bool)> {
    const LONGEST_TAG: usize = 20;
    let is_frame =
        |c: char| matches!(c, '*' | '_' | '`' | '"' | '\'' | '“' | '„' | '\t' | ' ' | '\u{a0}');
    let mut rest = line.get(end..)?;
    let mut is_sure = false;
    loop {
        rest = rest.trim_start_matches(is_frame);
        if let Some(behind) = rest.strip_prefix([':', '：', '=']).filter(|_| !is_sure) {
            (rest, is_sure) = (behind, true);
        } else if let Some(close) =
            rest.find('>').filter(|at| rest.starts_with('<') && *at < LONGEST_TAG)
        {
            rest = rest.get(close + 1..)?;
        } else {
            break;
        }
    }
    let is = IS.iter().find(|is| !is_sure && rest.starts_with(**is)).map_or(0, |is| is.len());
    Some((line.len() - rest.len() + is, is_sure))
}

/// One word behind a label, if it is no word of a sentence or title.
fn word(line: &str, start: usize, label_end: usize) -> Option<Secret> {
    let (from, is_sure) = value_start(line, label_end)?;
    let rest = line.get(from..)?;
    let is_end = |c: char| {
        c.is_whitespace() || matches!(c, ')' | '|' | '<' | '>' | '"' | '”' | '“' | '`' | ']')
    };
    let value = rest.get(..rest.find(is_end).unwrap_or(rest.len()))?;
    let value = value.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '\'']);
    let after = rest.get(value.len()..)?.trim_start_matches(['*', '_', '`', '"', '”', '\'']);
    let is_word = value.contains(char::is_alphanumeric)
        && !value.contains("://")
        && !value.starts_with(['[', '{', '$', '(', '&']);
    if !is_word {
        return None;
    }
    let lead = line.get(..start)?;
    let is_heading = lead.trim_start_matches(['>', ' ']).starts_with('#');
    let is_first = !lead.contains(|c: char| c.is_alphanumeric());
    let closes = after.trim_start_matches(['.', '!', ' ']).is_empty()
        || after.starts_with([')', ']', '|', '<']);
    let pauses = closes
        || after.starts_with([',', ';', '.', '/'])
        || after.starts_with(" (")
        || after.starts_with(" /");
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let is_number = digits == value.len();
    let is_year = is_number && digits == 4 && value.starts_with(['1', '2']);
    let has_capital =
        value.chars().skip(1).any(char::is_uppercase) && value.contains(char::is_lowercase);
    let has_sign = value.chars().any(|c| !c.is_alphanumeric() && c != '-' && c != '\'' && c != '’');
    let is_strong = digits > 0 || has_capital || has_sign;
    let is_secret = if is_sure {
        // "Password: Argon2id explained" is a title, and so is "Password: Reloaded".
        let is_alone = pauses || !is_first || is_number && digits >= 5;
        let in_brackets = lead.trim_end_matches(['*', '_', ' ']).ends_with(['(', '[', '|']);
        if is_strong {
            is_alone && !is_year
        } else if !is_heading && names_door(lead) {
            pauses
        } else {
            closes && !is_heading && (is_first || in_brackets)
        }
    } else {
        // "The password is dead" says none; "passcode 771203" does.
        let may_go_on = is_number && digits >= 5 || value.ends_with('#');
        let is_value = digits > 0 && value.len() >= 4 && !is_year && (pauses || may_go_on);
        // "WiFi loom-guest, pw shuttle".
        let label = line.get(start..label_end)?;
        let is_short = label.eq_ignore_ascii_case("pw") || label.eq_ignore_ascii_case("pwd");
        is_value || is_short && closes && !is_heading && names_door(lead)
    };
    is_secret.then(|| Secret::labeled(from..from + value.len(), start))
}

/// Whether the words before a label name a network or an account: "wifi: loom-guest / password: …".
fn names_door(lead: &str) -> bool {
    const NEAR: usize = 80;
    let start = lead.floor_char_boundary(lead.len().saturating_sub(NEAR));
    let lower = lead.get(start..).unwrap_or_default().to_lowercase();
    let is_door = |word: &str| {
        let mut rests = DOORS.iter().filter_map(|door| word.strip_prefix(door));
        rests.any(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    let is_account = |label: &&str| {
        let mut places = lower.match_indices(*label);
        places.any(|(at, _)| {
            lower.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        })
    };
    lower.split(|c: char| !c.is_alphanumeric() && c != '-').any(is_door)
        || ACCOUNTS.iter().any(is_account)
}

/// The number of a meeting behind a label: 9 to 12 digits.
fn number(line: &str, start: usize, label_end: usize) -> Option<Secret> {
    let (from, _) = value_start(line, label_end)?;
    let rest = line.get(from..)?;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '\u{a0}');
    let run = rest.get(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()))?;
    let run = run.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let is_number = (9..=12).contains(&digits) && run.starts_with(|c: char| c.is_ascii_digit());
    is_number.then(|| Secret::labeled(from..from + run.len(), start))
}

/// "Wifi: name / password".
fn network(line: &str, lower: &str) -> Option<Secret> {
    let label = ["wifi:", "wi-fi:", "wlan:"].iter().find_map(|label| lower.find(label))?;
    let at = label + line.get(label..)?.find(" / ")? + 3;
    let rest = line.get(at..)?;
    let value: Range<usize> = at..at + rest.find(char::is_whitespace).unwrap_or(rest.len());
    let word = line.get(value)?.trim_end_matches([',', '.', ';', ')']);
    let is_key = word.contains(|c: char| c.is_ascii_digit()) && word.len() >= 6;
    is_key.then(|| Secret::bare(at..at + word.len()))
}
