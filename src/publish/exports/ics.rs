//! The only writer of iCalendar; RFC 5545. Only whole days, since the hours are unknown.

use crate::model::PartialDate;

/// Longest line in bytes, without its end.
const LONGEST_LINE: usize = 75;

/// An event of whole days. Empty texts are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct CalendarEvent {
    /// Names the event for ever.
    pub(super) uid: String,
    /// How often it has changed.
    pub(super) n_changes: u32,
    /// First day, `YYYYMMDD`.
    pub(super) first: String,
    /// The day after the last, `YYYYMMDD`. Empty: one day, or an unknown number of days.
    pub(super) after: String,
    /// What it is called.
    pub(super) name: String,
    /// Where it is.
    pub(super) place: String,
    /// What else to know.
    pub(super) description: String,
    /// Its page.
    pub(super) address: String,
}

/// A calendar.
pub(super) fn calendar(name: &str, events: &[CalendarEvent]) -> Vec<u8> {
    let mut lines = IcsLines(String::new());
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Hallway//Hallway//EN");
    lines.put("X-WR-CALNAME", &escaped(name));
    for event in events {
        let CalendarEvent { uid, n_changes, first, after, name, place, description, address } =
            event;
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &escaped(uid));
        let sequence = if *n_changes > 0 { n_changes.to_string() } else { String::new() };
        lines.put("SEQUENCE", &sequence);
        // When it was written. From the data, so that equal data gives equal bytes.
        lines.put("DTSTAMP", &format!("{first}T000000Z"));
        lines.put("DTSTART;VALUE=DATE", first);
        lines.put("DTEND;VALUE=DATE", after);
        lines.put("SUMMARY", &escaped(name));
        lines.put("LOCATION", &escaped(place));
        lines.put("DESCRIPTION", &escaped(description));
        lines.put("URL", address);
        // A conference that somebody looks at does not make them busy.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    lines.0.into_bytes()
}

/// A day; `None` when the day or the month is not known.
pub(super) fn day(date: PartialDate) -> Option<String> {
    Some(format!("{:04}{:02}{:02}", date.year(), date.month()?, date.day()?))
}

/// The day after; `None` when the day or the month is not known, and after the last there is.
pub(super) fn next_day(date: PartialDate) -> Option<PartialDate> {
    let (year, month, day) = (date.year(), date.month()?, date.day()?);
    PartialDate::from_day(year, month, day + 1)
        .or_else(|_over| PartialDate::from_day(year, month + 1, 1))
        .or_else(|_over| PartialDate::from_day(year + 1, 1, 1))
        .ok()
}

struct IcsLines(String);

impl IcsLines {
    /// A property, folded; nothing when it has no value.
    fn put(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let mut length = 0;
        for c in [name, ":", value].concat().chars().filter(|c| !c.is_control()) {
            if length + c.len_utf8() > LONGEST_LINE {
                self.0 += "\r\n ";
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0 += "\r\n";
    }
}

/// A text value.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value of the first property of a name, as RFC 5545 reads it.
    fn read(calendar: &str, name: &str) -> Option<String> {
        let unfolded = calendar.replace("\r\n ", "");
        let open = format!("{name}:");
        let value = unfolded.split("\r\n").find_map(|line| line.strip_prefix(&open))?;
        let mut text = String::new();
        let mut signs = value.chars();
        while let Some(c) = signs.next() {
            text.push(match c {
                '\\' => match signs.next()? {
                    'n' | 'N' => '\n',
                    c => c,
                },
                ',' | ';' => return None,
                c => c,
            });
        }
        Some(text)
    }

    fn text() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>().prop_filter("a control has no place there", |c| !c.is_control()),
            proptest::sample::select(vec!['\\', ';', ',', '\n', 'n', ' ', ':', 'é', '😀']),
        ];
        proptest::collection::vec(sign, 1..120).prop_map(|signs| signs.into_iter().collect())
    }

    proptest! {
        #[test]
        fn texts_are_read_as_written_on_short_lines(name in text()) {
            let event = CalendarEvent { uid: "a@b".to_owned(), first: "20180502".to_owned(), name: name.clone(), ..CalendarEvent::default() };
            let bytes = calendar(&name, &[event]);
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert_eq!(read(&text, "SUMMARY"), Some(name));
        }
    }

    #[test]
    fn the_end_is_the_day_after() {
        let check = |date: &str, expected: &str| {
            let next = date.parse().ok().and_then(next_day).and_then(day);
            assert_eq!(next.unwrap_or_default(), expected, "after {date}");
        };
        check("2018-05-02", "20180503");
        check("2018-02-28", "20180301");
        check("2020-02-28", "20200229");
        check("2018-12-31", "20190101");
        check("2018-05", "");
        check("9999-12-31", "");
    }

    #[test]
    fn the_text_of_an_event_cannot_add_a_property() {
        let event = CalendarEvent {
            first: "20180502".to_owned(),
            name: "a\r\nATTENDEE:b".to_owned(),
            address: "https://a.example/\r\nX:y".to_owned(),
            ..CalendarEvent::default()
        };
        let text = String::from_utf8(calendar("", &[event])).unwrap();
        assert!(!text.contains("\nATTENDEE") && !text.contains("\nX:"), "{text}");
    }
}
