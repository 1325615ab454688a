//! Hides what lets somebody in or takes money: passwords, links to join a meeting, keys, account and card numbers. It
//! hides what authors tell of their own pay, birthday and home, too.
//!
//! This happens in the text itself, before anything else reads it, so that no reader of a format can miss one. Every
//! line keeps its number.

mod addresses;
mod labels;
mod numbers;
mod personal;
mod redact;
mod secret;
mod tokens;

use super::signature;
use super::source::Source;
use secret::Secret;

/// The source without secrets and without the signature of a mail, and the line of each. The header above byte `start`
/// stays. `is_mail`: another reader removes the signature, with the mails quoted below it.
pub(super) fn without(source: Source, start: usize, is_mail: bool) -> (Source, Vec<u32>) {
    let unsigned = signature::without(&source.text, start).filter(|_| !is_mail);
    let signature = unsigned.as_ref().and_then(|it| first_difference(&source.text, it));
    match (withhold(unsigned.as_deref().unwrap_or(&source.text), start), unsigned) {
        (Some((text, mut lines)), _) => {
            lines.extend(signature);
            (source.with_text(text), lines)
        }
        (None, Some(text)) => (source.with_text(text), signature.into_iter().collect()),
        (None, None) => (source, Vec::new()),
    }
}

/// The number of the first line that two texts do not share.
fn first_difference(one: &str, other: &str) -> Option<u32> {
    let mut lines = (1..).zip(one.lines().zip(other.lines()));
    lines.find(|(_, (a, b))| a != b).map(|(number, _)| number)
}

/// The text with its secrets removed from byte `start` on, and the line of each. `None` when there are none.
pub(super) fn withhold(text: &str, start: usize) -> Option<(String, Vec<u32>)> {
    let (head, body) = text.split_at_checked(start)?;
    let mut shown = head.to_owned();
    let mut lines = Vec::new();
    let first = (1..).zip(head.split('\n')).last().map_or(1, |(number, _)| number);
    let mut fence: Option<&str> = None;
    for (number, line) in (first..).zip(body.split_inclusive('\n')) {
        let words = line.trim_end_matches('\n');
        let mark = fence_of(words);
        match (fence, mark) {
            (Some(open), Some(mark)) if mark.starts_with(open) => fence = None,
            (None, Some(mark)) => fence = Some(mark),
            _ => {}
        }
        let found = secrets(words, fence.is_some());
        if found.is_empty() {
            shown.push_str(line);
            continue;
        }
        lines.extend(std::iter::repeat_n(number, found.len()));
        shown.push_str(&redact::redacted(words, &found, fence.is_some()));
        shown.push_str(line.get(words.len()..).unwrap_or_default());
    }
    (!lines.is_empty()).then_some((shown, lines))
}

/// The marks of a code fence on this line.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['>', ' ']);
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let width = line.len() - line.trim_start_matches(mark).len();
    (width >= 3).then(|| line.get(..width)).flatten()
}

/// The secrets of a line, in order. In code, a word behind a label is an example; what has the form of a key may be one
/// that works.
fn secrets(line: &str, is_code: bool) -> Vec<Secret> {
    let mut found = addresses::addresses(line);
    found.extend(tokens::tokens(line));
    if !is_code {
        found.extend(labels::labeled(line));
        found.extend(numbers::accounts(line));
        found.extend(personal::personal(line));
    }
    found.sort_by_key(|secret| secret.value.start);
    // Two that overlap become one.
    found.dedup_by(|later, earlier| {
        let is_same = later.value.start < earlier.value.end;
        if is_same {
            earlier.value.end = earlier.value.end.max(later.value.end);
            earlier.whole.end = earlier.whole.end.max(later.whole.end);
            earlier.whole.start = earlier.whole.start.min(later.whole.start);
        }
        is_same
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = withhold(text, 0).map_or_else(|| text.to_owned(), |(shown, _)| shown);
        assert_eq!(shown, expected, "{text}");
        assert_eq!(shown.split('\n').count(), text.split('\n').count(), "lines keep their numbers");
    }

    #[test]
    fn a_line_with_nothing_but_secrets_goes() {
        for line in [
            "Join: https://us02web.zoom.us/j/84412345678?pwd=Zm9vYmFy",
            "- [Join the meeting](https://meet.google.com/abc-defg-hij)",
            "Meeting ID: 844 1234 5678",
            "**Passcode:** 771203",
            "Meeting ID: 844 1234 5678, Passcode: 771203",
            "Join on your computer: <https://teams.microsoft.com/l/meetup-join/19%3aab_CD>",
            "Passwort: Weberknecht7",
            "Mot de passe : navette9",
            "Contraseña: `lanzadera1`",
            "Password: shuttle",
            "- the wifi password: shuttle",
            "IBAN DE44 5001 0517 5407 3249 31",
            "IBAN: GB29NWBK60161331926819",
        ] {
            check(&format!("Loud.\n\n{line}\n\nWet."), "Loud.\n\n\n\nWet.");
        }
        check("> Passcode: 771203", ">");
    }

    #[test]
    fn the_rest_of_a_line_stays_whole() {
        for (line, expected) in [
            ("Wifi: loom-guest, password: W4rp&weft", "Wifi: loom-guest, password: …"),
            ("wifi: loom-guest / password: shuttle", "wifi: loom-guest / password: …"),
            ("WiFi loom-guest, pw shuttle", "WiFi loom-guest, pw …"),
            ("- user: bo / password: shuttle", "- user: bo / password: …"),
            (
                "WLAN-Passwort: shuttle, Mot de passe : navette",
                "WLAN-Passwort: …, Mot de passe : …",
            ),
            ("- flight booking ref: B7X2Q9", "- flight booking ref: …"),
            ("Booking number 82371, room 402", "Booking number …, room 402"),
            ("My passport no. X1234567.", "My passport no. …."),
            ("- Confirmation code ABC123 (hotel)", "- Confirmation code … (hotel)"),
            ("Wifi: loom-guest / W4rpweft", "Wifi: loom-guest / …"),
            ("Slides: https://a.example/s/ab (pw: sh0ttle)", "Slides: https://a.example/s/ab"),
            ("We met (Zoom 844 1234 5678, passcode 771203) at ten.", "We met at ten."),
            ("Next: Monday, Zoom 844 1234 5678 passcode 771203", "Next: Monday, Zoom … passcode …"),
            ("Hall 4, door code 9931# at the back", "Hall 4, door code … at the back"),
            ("Come [in here](https://acme.webex.com/meet/ada) at ten.", "Come in here at ten."),
            ("Come to https://zoom.us/j/84412345678 at ten.", "Come to … at ten."),
            ("See https://a.example/b?token=dead0beef1&c=2", "See https://a.example/b?c=2"),
            ("See http://a.example/b?c=2&api_key=dead0beef1.", "See http://a.example/b?c=2."),
            ("I paid with 4111 1111 1111 1111, alas.", "I paid with …, alas."),
            ("He showed AKIAIOSFODNN7EXAMPLE on stage.", "He showed … on stage."),
            ("| wifi | pw: sh0ttle |", "| wifi | pw: … |"),
            ("<p>Passcode: 771203</p>", "<p>Passcode: …</p>"),
            (
                "<a href=\"https://zoom.us/j/84412345678\">in</a> at ten",
                "<a href=\"\">in</a> at ten",
            ),
        ] {
            check(line, expected);
        }
    }

    #[test]
    fn a_key_in_code_goes_and_an_example_stays() {
        check(
            "```\nexport LOOM_SECRET_KEY=wJalrXUtnFEMI7bPxR\nghp_abcdefghijklmnopqrstuvwxyz0123456789\npassword: loom1\n```",
            "```\nexport LOOM_SECRET_KEY=…\n…\npassword: loom1\n```",
        );
    }

    #[test]
    fn a_note_in_a_header_has_no_secrets() {
        let text = "---\ntitle: LoomConf 2019\ntalks:\n- title: Looms that sing\n  note: \"Loud. Mail bo@a.example, pw: sh0ttle\"\n---\n";
        let ingested = crate::ingest::ingest("a.md", text.as_bytes());
        let shown = format!("{:?}", ingested.draft.unwrap().notes);
        assert!(shown.contains("Loud. Mail …, pw: …") && !shown.contains("sh0ttle"), "{shown}");
        assert_eq!(ingested.withheld.contacts.len(), 2);
    }

    #[test]
    fn talks_and_prose_on_secrets_stay() {
        for text in [
            "# Password: a history",
            "## Password: Reloaded",
            "- Password: Argon2id explained (Ada Weaver)",
            "- Wifi password: cracking it at home (Ada Weaver)",
            "## Wifi / password: Reloaded",
            "User login and password: a history, in three parts",
            "The wifi password is dead",
            "Booking number one: a history",
            "The password is dead, and so is the passcode.",
            "Password managers, password-less logins, passwords: all of it",
            "Mot de passe : une histoire du métier",
            "Type `password: loom1` into the form",
            "Password: https://a.example/how",
            "Zoom 2019 was full; call 2019 a year of zoom",
            "ISBN 978-3-16-148410-0, order 4111 1111 1111 1112",
            "https://social.example/a/4111111111111111 and https://a.example/?t=1&v=4111111111111111",
            "the sk-learn and xox- prefixes, AKIA and ghp_ tokens, token=…",
            "https://zoom.us and https://zoom.us/rec/share/abc, https://teams.microsoft.com",
            "DE89 threads and AT20 looms of GB22 mills",
            "3.1415926535897932 and 2018-05-02 09:30",
        ] {
            check(text, text);
        }
    }
}
