//! Recognizes the kind of source that a file is.

use super::archives::confs;
use super::texts::text::decode;
use serde_json::Value;
use std::str::FromStr;

/// A kind of source.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum SourceKind {
    /// A schedule of frab, Pentabarf or pretalx, in XML or JSON.
    Frab,
    /// A calendar (ICS).
    Ics,
    /// Conferences in the layout of confs.tech (JSON).
    Confs,
    /// A folder in the layout of `RubyEvents` (YAML).
    RubyEvents,
    /// A folder in the layout of `PyVideo` (JSON).
    PyVideo,
    /// An export of `WordPress` (WXR).
    WordPress,
    /// An export of Medium (HTML).
    Medium,
}

impl SourceKind {
    /// Every kind, with its name on the command line.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Frab, "frab"),
        (Self::Ics, "ics"),
        (Self::Confs, "confs"),
        (Self::RubyEvents, "rubyevents"),
        (Self::PyVideo, "pyvideo"),
        (Self::WordPress, "wordpress"),
        (Self::Medium, "medium"),
    ];

    /// The kind of a file, judging by its name and its first bytes. `None` if it cannot be imported.
    pub(super) fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        let parts: Vec<&str> = path.rsplit('/').collect();
        match parts.as_slice() {
            ["category.json", ..] => return Some(Self::PyVideo),
            [file, "videos", ..] if ending(file) == "json" => return Some(Self::PyVideo),
            ["event.yml" | "videos.yml" | "series.yml", ..] => return Some(Self::RubyEvents),
            _ => {}
        }
        let (head, _) = decode(bytes.get(..HEAD).unwrap_or(bytes));
        let head = head.trim_start_matches(['\u{feff}', ' ', '\n', '\t']);
        let begins = |word: &str| {
            head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        if begins("BEGIN:VCALENDAR") {
            Some(Self::Ics)
        } else if head.starts_with(['{', '[']) {
            let (whole, _) = decode(bytes);
            let whole = whole.trim_start_matches('\u{feff}');
            let value = serde_json::from_str(whole).unwrap_or(Value::Null);
            Self::of_json(&value)
        } else if !head.starts_with('<') {
            None
        } else if head.contains("<schedule") {
            Some(Self::Frab)
        } else if head.contains("wordpress.org/export") || head.contains("<wp:") {
            Some(Self::WordPress)
        } else if head.contains("h-entry") {
            Some(Self::Medium)
        } else {
            None
        }
    }

    fn of_json(value: &Value) -> Option<Self> {
        let schedule = value.get("schedule").unwrap_or(value);
        if schedule.get("conference").or_else(|| schedule.get("days")).is_some() {
            Some(Self::Frab)
        } else {
            confs::is_list(value).then_some(Self::Confs)
        }
    }
}

/// How much of a file is searched for its kind, in bytes. Medium writes a style sheet first.
const HEAD: usize = 65_536;

/// The extension of a file, in lower case.
pub(super) fn ending(path: &str) -> String {
    path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

impl FromStr for SourceKind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|(_, known)| word.eq_ignore_ascii_case(known));
        found.map(|(kind, _)| kind).ok_or_else(|| {
            let words = Self::ALL.map(|(_, word)| word).join(", ");
            format!("there is no such kind; the kinds are {words}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_its_kind() {
        let check = |path: &str, text: &str, kind: Option<SourceKind>| {
            assert_eq!(SourceKind::of(path, text.as_bytes()), kind, "{path} {text}");
        };
        check("a.xml", "<?xml version='1.0'?>\n<schedule>", Some(SourceKind::Frab));
        check("a.json", r#"{"schedule": {"conference": {}}}"#, Some(SourceKind::Frab));
        check("a.json", r#"{"conference": {"days": []}}"#, Some(SourceKind::Frab));
        check("a", "\u{feff}begin:vcalendar", Some(SourceKind::Ics));
        check("2018/x.json", r#"[{"name": "A", "startDate": "2018"}]"#, Some(SourceKind::Confs));
        check("x/videos/a.json", "{", Some(SourceKind::PyVideo));
        check("category.json", "{", Some(SourceKind::PyVideo));
        check("x/y/videos.yml", "", Some(SourceKind::RubyEvents));
        check(
            "a.xml",
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'>",
            Some(SourceKind::WordPress),
        );
        check("posts/a.html", "<html><article class='h-entry'>", Some(SourceKind::Medium));
        for other in ["", "{}", "[]", "<html>", "Notes", "<rss>"] {
            check("a.txt", other, None);
        }
    }

    #[test]
    fn each_kind_has_a_word() {
        for (kind, word) in SourceKind::ALL {
            assert_eq!(word.parse(), Ok(kind));
        }
        assert!("x".parse::<SourceKind>().unwrap_err().contains("pyvideo"));
    }
}
