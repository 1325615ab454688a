//! Finds the header of a recap and reads it: YAML between `---`, TOML between `+++`, or a JSON object.

use super::diagnostic::{Diagnostic, Place, Severity};
use super::header::Header;
use super::source::Source;
use super::spelling::is_one_slip;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

/// Longest header that is read, in bytes.
pub(super) const MAX_HEADER_BYTES: usize = 256_000;

/// The keys of [`Header`] with their other spellings, to tell a slip from a key of somebody else.
const KEYS: &[&str] = &[
    "title",
    "slug",
    "author",
    "authors",
    "publisher",
    "source",
    "canonical",
    "published",
    "date",
    "language",
    "conference",
    "edition",
    "attendance",
    "draft",
    "themes",
    "categories",
    "talks",
    "sessions",
    "copies",
];

/// Keys of blogs that look like a slip of one of ours and are none.
const FOREIGN_KEYS: &[&str] = &["type", "topic", "theme", "category", "tag", "updated", "layout"];

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Format {
    Yaml,
    Toml,
    Json,
}

/// A header as read, and where it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct FrontMatter {
    /// What it states; empty when the file has none.
    pub header: Header,
    /// Byte of the text where the body begins.
    pub body_start: usize,
    /// First line of its text, counted from 1; 0 when the file has none.
    pub first_line: u32,
    /// Last line of its text.
    pub last_line: u32,
}

impl FrontMatter {
    /// Whether the file has a header.
    pub(super) fn is_stated(&self) -> bool {
        self.first_line > 0
    }

    /// The place of a value: the first line of the header that holds it, or else its first line.
    pub(super) fn place_of(&self, source: &Source, value: &str) -> Place {
        let found = (self.first_line..=self.last_line).find_map(|line| {
            source.line(line).find(value).map(|at| Place { line, bytes: at..at + value.len() })
        });
        found.filter(|_| !value.is_empty()).unwrap_or_else(|| Place::line(self.first_line.max(1)))
    }
}

/// Reads the header, if there is one. A header that cannot be read is an error.
pub(super) fn front_matter(source: &Source) -> (FrontMatter, Vec<Diagnostic>) {
    let Some((format, start, end, body_start)) = bounds(source) else {
        return unclosed(source)
            .map_or_else(Default::default, |error| (FrontMatter::default(), vec![error]));
    };
    let text = source.text.get(start..end).unwrap_or_default();
    let mut front = FrontMatter {
        header: Header::default(),
        body_start,
        first_line: source.line_at(start),
        last_line: source.line_at(end.saturating_sub(1).max(start)),
    };
    if text.len() > MAX_HEADER_BYTES {
        let message = format!(
            "the front matter has {} bytes; at most {MAX_HEADER_BYTES} are read",
            text.len()
        );
        let help = "move the text below the front matter";
        return (
            front,
            vec![source.diagnostic(
                Severity::Error,
                "front-matter-too-large",
                start..start,
                message,
                help,
            )],
        );
    }
    if text.trim().is_empty() {
        return (front, Vec::new());
    }
    match read(format, text) {
        Ok((header, keys)) => {
            front.header = header;
            let diagnostics = keys.0.iter().filter_map(|key| slip(source, &front, key)).collect();
            (front, diagnostics)
        }
        Err(problem) => {
            let place = Place {
                line: front.first_line + problem.line,
                bytes: problem.column..problem.column + usize::from(problem.column > 0),
            };
            let help = remedy(source.line(place.line), &problem.message);
            let message = format!("the front matter cannot be read: {}", problem.message);
            (
                front,
                vec![source.diagnostic_at(Severity::Error, "front-matter", &place, message, help)],
            )
        }
    }
}

/// Format, start and end of the header's text, and start of the body.
fn bounds(source: &Source) -> Option<(Format, usize, usize, usize)> {
    let text = source.text.as_str();
    let lead = text.len() - text.trim_start_matches(['\n', ' ']).len();
    let rest = text.get(lead..)?;
    if rest.starts_with("{\n") || rest.starts_with("{\"") || rest.starts_with("{ \"") {
        let end = lead + json_end(rest);
        return Some((Format::Json, lead, end, end));
    }
    let (fence, format) = [("---", Format::Yaml), ("+++", Format::Toml)]
        .into_iter()
        .find(|(fence, _)| rest.lines().next().is_some_and(|line| line.trim_end() == *fence))?;
    let start = lead + rest.find('\n')? + 1;
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == fence || (format == Format::Yaml && line.trim_end() == "...") {
            return Some((format, start, at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// A fence that opens and never closes swallows the file; a lone `---` above plain text is a rule.
fn unclosed(source: &Source) -> Option<Diagnostic> {
    let first = source.line(1).trim_end();
    let second = source.line(2);
    let has_key = second.split_once([':', '=']).is_some_and(|(key, _)| {
        !key.trim().is_empty()
            && key.trim().chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
    });
    let is_unclosed = (first == "---" || first == "+++") && has_key;
    is_unclosed.then(|| {
        source.diagnostic_at(
            Severity::Error,
            "front-matter-unclosed",
            &Place { line: 1, bytes: 0..first.len() },
            format!("the front matter that begins here has no closing {first}"),
            "close it with the same three characters on a line of their own",
        )
    })
}

fn json_end(text: &str) -> usize {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match stream.next() {
        Some(Ok(_)) => stream.byte_offset(),
        // Broken JSON still has to be found, so that it can be reported: take the text to the next blank line.
        _ => text.find("\n\n").unwrap_or(text.len()),
    }
}

struct Problem {
    /// Lines below the first line of the header.
    line: u32,
    /// Bytes from the start of the line.
    column: usize,
    message: String,
}

type Read = (Header, Keys);

/// The keys at the top of a header, whatever they hold.
#[derive(Debug, Default)]
struct Keys(Vec<String>);

fn read(format: Format, text: &str) -> Result<Read, Problem> {
    match format {
        // Every JSON text is YAML, and the YAML reader has limits against bombs.
        Format::Yaml | Format::Json => read_yaml(text).map_err(|error| {
            let (line, column) = error.location().map_or((0, 0), |at| (at.line(), at.column()));
            let message = error.without_snippet().to_string();
            let message = message.lines().next().unwrap_or_default();
            // The reader counts lines from the start of the header; the diagnostic says the line of the file.
            let message = message.split(" at line ").next().unwrap_or_default();
            // The rest counts what the reader counts.
            let message = message.split(": Nodes").next().unwrap_or_default().to_owned();
            Problem {
                line: u32::try_from(line).unwrap_or(0).saturating_sub(1),
                column: usize::try_from(column).unwrap_or(0).saturating_sub(1),
                message,
            }
        }),
        Format::Toml => read_toml(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let before = text.get(..start).unwrap_or_default();
            let line = u32::try_from(before.matches('\n').count()).unwrap_or(0);
            let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
            Problem { line, column, message: error.message().to_owned() }
        }),
    }
}

fn read_yaml(text: &str) -> Result<Read, serde_saphyr::Error> {
    Ok((serde_saphyr::from_str(text)?, serde_saphyr::from_str(text)?))
}

fn read_toml(text: &str) -> Result<Read, toml::de::Error> {
    Ok((toml::from_str(text)?, toml::from_str(text)?))
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeysVisitor)
    }
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys with values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
        let mut keys = Keys::default();
        while let Some((key, IgnoredAny)) = map.next_entry()? {
            keys.0.push(key);
        }
        Ok(keys)
    }
}

fn remedy(line: &str, message: &str) -> &'static str {
    let value = line.split_once(':').map_or("", |(_, value)| value.trim());
    let is_unquoted = !value.starts_with(['"', '\'', '[', '{']);
    if message.contains("budget") {
        "write the values out; the front matter repeats or nests more than any recap needs"
    } else if is_unquoted
        && (value.contains(": ") || value.starts_with(['@', '`', '*', '&', '!', '%']))
    {
        "put the value in quotation marks"
    } else if message.contains("alias") || message.contains("recurs") {
        "write the values out; the front matter repeats or nests more than any recap needs"
    } else {
        "compare it with the example in README.md, or check it against public/schema/front-matter.json"
    }
}

/// A key that is one slip away from one of ours.
fn slip(source: &Source, front: &FrontMatter, key: &str) -> Option<Diagnostic> {
    let lower = key.to_lowercase();
    if KEYS.contains(&lower.as_str()) || FOREIGN_KEYS.contains(&lower.as_str()) || lower.len() < 5 {
        return None;
    }
    let meant = KEYS.iter().find(|known| is_one_slip(&lower, known))?;
    Some(source.diagnostic_at(
        Severity::Warning,
        "unknown-key",
        &front.place_of(source, key),
        format!("the key \"{key}\" is not known and is ignored"),
        &format!("did you mean \"{meant}\"?"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_file(text: &str) -> (FrontMatter, Vec<Diagnostic>, String) {
        let (source, _) = Source::new("a.md", text.as_bytes());
        let source = source.unwrap();
        let (front, diagnostics) = front_matter(&source);
        let body = source.text[front.body_start..].to_owned();
        (front, diagnostics, body)
    }

    #[test]
    fn the_three_formats_say_the_same() {
        let files = [
            "---\ntitle: \"A: b\"\ndate: 2018-05-04T22:30:57+01:00\nauthors: [Ada, Bo]\n---\nBody",
            "+++\ntitle = \"A: b\"\ndate = 2018-05-04T22:30:57+01:00\nauthors = [\"Ada\", \"Bo\"]\n+++\nBody",
            "{\"title\": \"A: b\", \"date\": \"2018-05-04T22:30:57+01:00\", \"authors\": [\"Ada\", \"Bo\"]}\nBody",
        ];
        for file in files {
            let (front, diagnostics, body) = read_file(file);
            assert_eq!(diagnostics, [], "{file}");
            assert_eq!(front.header.title.as_str(), "A: b");
            assert_eq!(front.header.published.as_str(), "2018-05-04T22:30:57+01:00");
            assert_eq!(front.header.author.0.len(), 2);
            assert_eq!(body.trim(), "Body");
        }
    }

    #[test]
    fn talks_may_be_short_or_full() {
        let (front, diagnostics, _) = read_file(
            "---\ntalks:\n  - title: On Looms\n    speaker: Ada (Engines, Royal Society)\n    video: [a, b]\n  \
             - speakers:\n      - name: Bo\n        company: Looms\n---\n",
        );
        assert_eq!(diagnostics, []);
        let [first, second] = front.header.talks.as_deref().unwrap() else { panic!("two talks") };
        assert_eq!(first.speakers.0[0].0, "Ada (Engines, Royal Society)");
        assert_eq!(first.video.0.len(), 2);
        assert_eq!(second.speakers.0[0].0, "Bo (Looms)");
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32)]) {
        let (_, diagnostics, _) = read_file(text);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.line)).collect();
        assert_eq!(found, expected, "{diagnostics:?}");
    }

    #[test]
    fn a_broken_header_is_named_with_its_line() {
        check("---\nlang: en\ntitle: Rust: the talk\n---\n", &[("front-matter", 3)]);
        check("---\ntitle: a\ntitle: b\n---\n", &[("front-matter", 3)]);
        check("+++\nlang = \"en\"\ntitle = \n+++\n", &[("front-matter", 3)]);
        check("---\ntitle: a\ntext goes on", &[("front-matter-unclosed", 1)]);
        check("---\ntalks:\n  - titel: a\n---\n", &[("front-matter", 3)]);
        check("---\nconfrence: KubeCon\n---\n", &[("unknown-key", 2)]);
        check("---\nlayout: post\nmermaid: true\n---\n", &[]);
        check("no header\n---\n", &[]);
        check("", &[]);
        let large = format!("---\ntitle: {}\n---\n", "x".repeat(MAX_HEADER_BYTES));
        check(&large, &[("front-matter-too-large", 2)]);
    }

    #[test]
    fn a_yaml_bomb_is_refused() {
        let mut bomb = "---\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
        for i in 1..12 {
            let aliases = vec![format!("*a{}", i - 1); 10].join(",");
            let line = format!("a{i}: &a{i} [{aliases}]\n");
            bomb.push_str(&line);
        }
        bomb += "tags: *a11\n---\n";
        let (_, diagnostics, _) = read_file(&bomb);
        assert_eq!(diagnostics[0].code, "front-matter");
    }

    #[test]
    fn a_value_is_found_on_its_line() {
        let (source, _) = Source::new("a.md", b"---\ntitle: A\nthemes: [mesh, loom]\n---\n");
        let source = source.unwrap();
        let (front, _) = front_matter(&source);
        assert_eq!(front.place_of(&source, "loom"), Place { line: 3, bytes: 15..19 });
        assert_eq!(front.place_of(&source, "absent"), Place::line(2));
    }
}
