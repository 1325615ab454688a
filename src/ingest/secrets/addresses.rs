//! Links that let anybody into a meeting, and addresses that carry a key.

use super::secret::{Secret, words};

/// The ways into a meeting: the end of a host, and the beginning of a path there. A recording has another path, and is
/// for everybody.
const MEETINGS: &[(&str, &str)] = &[
    ("zoom.us", "/j/"),
    ("zoom.us", "/w/"),
    ("zoom.us", "/s/"),
    ("zoom.us", "/my/"),
    ("zoom.us", "/wc/"),
    ("zoom.us", "/meeting/"),
    ("zoom.us", "/webinar/register/"),
    ("teams.microsoft.com", "/l/meetup-join"),
    ("teams.microsoft.com", "/meet/"),
    ("teams.live.com", "/meet/"),
    ("meet.google.com", "/"),
    ("webex.com", "/meet/"),
    ("webex.com", "/join/"),
    ("webex.com", "/"),
    ("gotomeet.me", "/"),
    ("gotomeeting.com", "/join/"),
    ("bluejeans.com", "/"),
];

/// Names of values in an address that are keys.
const KEYS: &[&str] = &[
    "token",
    "access_token",
    "auth_token",
    "api_key",
    "apikey",
    "api-key",
    "client_secret",
    "secret",
    "password",
    "passwd",
    "passcode",
    "pwd",
];

/// Where a line has them.
pub(super) fn addresses(line: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    for (start, word) in words(line).filter(|(_, word)| word.contains(['/', '?'])) {
        let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        if is_meeting(word) {
            found.push(Secret::bare(start..start + word.len()));
            continue;
        }
        let part = |(from, to): (usize, usize)| Secret {
            is_part: true,
            ..Secret::bare(start + from..start + to)
        };
        found.extend(keys(word).map(part));
    }
    found
}

fn is_meeting(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let address = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let Some((host, _)) = address.split_once('/') else { return false };
    let path = address.get(host.len()..).unwrap_or_default();
    let has_code = path.contains("pwd=") || path.contains(|c: char| c.is_ascii_digit());
    MEETINGS.iter().any(|(end, begin)| {
        let is_host =
            host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let rest = path.strip_prefix(begin).filter(|_| is_host);
        // A path that could be any page has to name a room: "abc-defg-hij", a number, a password.
        let is_room = |rest: &str| has_code || rest.len() == 12 && rest.matches('-').count() == 2;
        rest.is_some_and(|rest| !rest.is_empty() && (*begin != "/" || is_room(rest)))
    })
}

/// The parts of an address that go so that the rest of it works: the name and value of a key, with the sign before or
/// after it.
fn keys(address: &str) -> impl Iterator<Item = (usize, usize)> {
    let query = address.find('?').unwrap_or(address.len());
    let mut at = query;
    address.get(query..).unwrap_or_default().split(['?', '&', '#', ';']).skip(1).filter_map(
        move |part| {
            let before = at;
            at += 1 + part.len();
            let (name, value) = part.split_once('=')?;
            let is_key = KEYS.contains(&name.to_ascii_lowercase().as_str());
            let is_first = before == query;
            let has_next = address.get(at..).is_some_and(|rest| rest.starts_with(['&', ';']));
            // "?token=a&b=c" becomes "?b=c", and "?b=c&token=a" becomes "?b=c".
            let range = if is_first && has_next { (before + 1, at + 1) } else { (before, at) };
            (is_key && value.len() >= 4 && value.contains(char::is_alphanumeric)).then_some(range)
        },
    )
}
