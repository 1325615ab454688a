//! Finds the header of a recap and reads it: YAML between `---`, TOML between `+++`, a JSON object, or plain lines.

use super::Header;
use super::broken_header::{as_typed, unreadable};
use super::fields::{Field, SyntaxProblem};
use super::header_reader::header;
use super::line_fields::line_header;
use super::loose_yaml::other_fields;
use super::open_header::{has_key, open_keys, unclosed};
use super::properties;
use super::toml_fields::toml_fields;
use super::yaml_fields::yaml_fields;
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::left_out::LeftOut;
use crate::ingest::source::Source;
use serde::de::IgnoredAny;
use std::ops::Range;

/// Longest header that Hallway reads, in bytes.
pub(super) const MAX_HEADER_BYTES: usize = 256_000;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum HeaderFormat {
    Yaml,
    Toml,
}

/// How the header is separated from the text.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::ingest) enum Form {
    /// The file has no header.
    #[default]
    None,
    /// Between fences, or a JSON object.
    Fenced,
    /// Lines of keys and values.
    Lines,
    /// Email headers.
    Mail,
}

/// A parsed header, and where the text below it begins.
#[derive(Clone, Debug, Default)]
pub(in crate::ingest) struct FrontMatter {
    /// The contents of the header; empty if the file has none.
    pub header: Header,
    /// Byte offset where the body begins.
    pub body_start: usize,
    /// How the header is separated.
    pub form: Form,
}

impl FrontMatter {
    /// Whether the file has a header.
    pub(in crate::ingest) fn is_stated(&self) -> bool {
        self.form != Form::None
    }
}

/// Reads the header, if there is one. A header that cannot be read is an error.
pub(in crate::ingest) fn front_matter(source: &Source) -> (FrontMatter, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let open = || open_keys(source).map(|keys| open_fenced(source, keys));
    let closed = fenced(&source.text);
    let is_closed = closed.is_some();
    let Some(fenced) = closed.or_else(open) else {
        if let Some(error) = unclosed(source, false) {
            return (FrontMatter::default(), vec![error]);
        }
        let Some(lines) = line_header(&source.text) else {
            let fields = properties::fields(&source.text, 0);
            let header = header(&fields, source, &mut diagnostics);
            return (FrontMatter { header, ..FrontMatter::default() }, diagnostics);
        };
        let form = if lines.is_mail { Form::Mail } else { Form::Lines };
        let header = header(&lines.fields, source, &mut diagnostics);
        return (FrontMatter { header, body_start: lines.span.end, form }, diagnostics);
    };
    diagnostics.extend(unclosed(source, true).filter(|_| !is_closed));
    let mut front =
        FrontMatter { body_start: fenced.body, form: Form::Fenced, ..FrontMatter::default() };
    let text = source.text.get(fenced.text.clone()).unwrap_or_default();
    if text.len() > MAX_HEADER_BYTES {
        let message =
            format!("the header has {} bytes; at most {MAX_HEADER_BYTES} are read", text.len());
        let span = fenced.text.start..fenced.text.start;
        let help = "move the text below the header";
        let (severity, code) = (Severity::Error, "front-matter-too-large");
        return (front, vec![source.diagnostic(severity, code, span, message, help)]);
    }
    if is_template(text) {
        front.header.left_out = Some(LeftOut::Template);
        return (front, diagnostics);
    }
    // Properties at the top of the text count like keys of the header.
    let body = source.text.get(fenced.body..).unwrap_or_default();
    let with_own = |fields: Vec<Field>| [fields, properties::fields(body, fenced.body)].concat();
    let is_toml = fenced.format == HeaderFormat::Toml;
    let read = fields(&fenced, text).or_else(|problem| {
        let others = other_fields(text, fenced.text.start, is_toml);
        let others = others.filter(|_| !problem.is_excess);
        let report = if others.is_some() { as_typed } else { unreadable };
        diagnostics.push(report(source, &problem, is_toml));
        others.ok_or(())
    });
    if let Ok(fields) = read {
        front.header = header(&with_own(fields), source, &mut diagnostics);
    }
    (front, diagnostics)
}

/// Reads a file that is a header in TOML and nothing else.
pub(in crate::ingest) fn settings(source: &Source) -> (FrontMatter, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut front =
        FrontMatter { body_start: source.text.len(), form: Form::Fenced, ..FrontMatter::default() };
    match toml_fields(&source.text, 0) {
        Ok(fields) => front.header = header(&fields, source, &mut diagnostics),
        Err(problem) => diagnostics.push(unreadable(source, &problem, true)),
    }
    (front, diagnostics)
}

fn fields(fenced: &Fenced, text: &str) -> Result<Vec<Field>, SyntaxProblem> {
    match fenced.format {
        // All JSON is YAML.
        HeaderFormat::Yaml => yaml_fields(text, fenced.text.start),
        HeaderFormat::Toml => toml_fields(text, fenced.text.start),
    }
}

/// A header between fences, or a JSON object.
struct Fenced {
    format: HeaderFormat,
    /// Bytes of the text between the fences.
    text: Range<usize>,
    /// Byte offset where the text of the recap begins.
    body: usize,
}

/// The header whose keys end at a blank line, because nothing closes it.
fn open_fenced(source: &Source, text: Range<usize>) -> Fenced {
    let is_toml = source.text.starts_with("+++");
    let format = if is_toml { HeaderFormat::Toml } else { HeaderFormat::Yaml };
    Fenced { format, body: text.end, text }
}

fn fenced(text: &str) -> Option<Fenced> {
    let lead = text.len() - text.trim_start_matches(['\n', ' ']).len();
    let rest = text.get(lead..)?;
    if rest.starts_with("{\n") || rest.starts_with("{\"") || rest.starts_with("{ \"") {
        let end = lead + json_end(rest);
        return Some(Fenced { format: HeaderFormat::Yaml, text: lead..end, body: end });
    }
    let first = rest.lines().next()?.trim_end();
    let (fence, format) = match first {
        "+++" | "---toml" => (first.get(..3)?, HeaderFormat::Toml),
        "---yaml" | "---yml" | "---json" => ("---", HeaderFormat::Yaml),
        dashes if dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-') => {
            (dashes, HeaderFormat::Yaml)
        }
        _ => return unopened(rest, lead),
    };
    let start = lead + rest.find('\n')? + 1;
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if line.trim_end() == fence || (format == HeaderFormat::Yaml && line.trim_end() == "...") {
            let fenced = Fenced { format, text: start..at, body: at + line.len() };
            // Two horizontal rules with text between them are not a header.
            let inside = text.get(start..at)?;
            let is_header = inside.trim().is_empty() || inside.lines().any(has_key);
            return is_header.then_some(fenced);
        }
        at += line.len();
    }
    None
}

/// A Hexo header without its first fence: key lines that end in `---`.
fn unopened(text: &str, lead: usize) -> Option<Fenced> {
    let mut at = 0;
    for (line, number) in text.split_inclusive('\n').zip(0..) {
        let is_fence = line.trim_end() == "---";
        if is_fence && number >= 2 {
            let (text, body) = (lead..lead + at, lead + at + line.len());
            return Some(Fenced { format: HeaderFormat::Yaml, text, body });
        }
        let belongs = has_key(line) || number > 0 && line.starts_with([' ', '\t', '-', '#']);
        if is_fence || !belongs {
            return None;
        }
        at += line.len();
    }
    None
}

/// Whether a value is only a placeholder, which an editor replaces when it makes a file from a template.
fn is_template(text: &str) -> bool {
    let values = text.lines().filter_map(|line| line.split_once([':', '=']));
    values.into_iter().any(|(_, value)| {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        value.starts_with("{{") && value.ends_with("}}")
            || value.starts_with("<%") && value.ends_with("%>")
    })
}

fn json_end(text: &str) -> usize {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    match stream.next() {
        Some(Ok(_)) => stream.byte_offset(),
        // The end of a broken object must be found too, so that it can be reported: it ends at the next blank line.
        _ => text.find("\n\n").unwrap_or(text.len()),
    }
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
    fn the_formats_say_the_same() {
        let files = [
            "---\ntitle: \"A: b\"\ndate: 2018-05-04T22:30:57+01:00\nauthors: [Ada, Bo]\n---\nBody",
            "-----\ntitle: 'A: b'\ncreated_at: 2018-05-04T22:30:57+01:00\nauthor:\n- Ada\n- Bo\n-----\nBody",
            "title: \"A: b\"\ndate: 2018-05-04T22:30:57+01:00\nauthors:\n  - Ada\n  - Bo\n---\nBody",
            "+++\ntitle = \"A: b\"\ndate = 2018-05-04T22:30:57+01:00\n[taxonomies]\nauthors = [\"Ada\", \"Bo\"]\n+++\nBody",
            "{\"title\": \"A: b\", \"date\": \"2018-05-04T22:30:57+01:00\", \"authors\": [\"Ada\", \"Bo\"]}\nBody",
        ];
        for file in files {
            let (front, diagnostics, body) = read_file(file);
            assert_eq!(diagnostics, [], "{file}");
            assert_eq!(front.header.title.as_str(), "A: b");
            assert_eq!(front.header.published[0].as_str(), "2018-05-04T22:30:57+01:00");
            assert_eq!(front.header.author.len(), 2);
            assert_eq!(body.trim(), "Body");
        }
    }

    #[test]
    fn talks_may_be_short_or_full() {
        let (front, diagnostics, _) = read_file(
            "---\ntalks:\n  - title: On Looms\n    speaker: Ada (Engines, Royal Society)\n    video: [a, b]\n  \
             - speakers:\n      - name: Bo\n        company: Looms\n  - On Threads\n---\n",
        );
        assert_eq!(diagnostics, []);
        let [first, second, third] = front.header.talks.as_deref().unwrap() else {
            panic!("three talks")
        };
        assert_eq!(first.speakers[0].as_str(), "Ada (Engines, Royal Society)");
        assert_eq!(first.video.len(), 2);
        assert_eq!(second.speakers[0].as_str(), "Bo (Looms)");
        assert_eq!(third.title.as_str(), "On Threads");
    }

    #[test]
    fn values_stay_as_typed() {
        for typed in ["1.20", "Yes", "No", "012", "3e5", "0x1F", "1_000", "2018-05-01", "-.5", "on"]
        {
            let (front, ..) = read_file(&format!("---\ntitle: {typed}\n---\n"));
            assert_eq!(front.header.title.as_str(), typed);
        }
        for nothing in ["null", "~", "", "''"] {
            let (front, ..) = read_file(&format!("---\ntitle: {nothing}\n---\n"));
            assert_eq!(front.header.title.as_str(), "", "{nothing}");
        }
        let (front, ..) = read_file("+++\ntitle = 1.20\ndate = 2018-05-01\n+++\n");
        assert_eq!(front.header.title.as_str(), "1.20");
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32)]) {
        let (_, diagnostics, _) = read_file(text);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.line)).collect();
        assert_eq!(found, expected, "{diagnostics:?}");
    }

    #[test]
    fn a_broken_header_is_named_with_its_line() {
        check("---\nlang: en\ntitle: Rust: the talk\n---\n", &[("front-matter-as-typed", 3)]);
        check("---\nlang: en\ntags:\n - a: b: c\n---\n", &[("front-matter", 4)]);
        check("+++\nlang = \"en\"\ntitle = \n+++\n", &[("front-matter", 3)]);
        check("---\ntitle: a\ntext goes on", &[("front-matter-unclosed", 1)]);
        check("---\nloop: &a [*a]\n---\n", &[("front-matter", 2)]);
        check("no header\n---\n", &[]);
        check("---\nJust a rule above text.\n\n---\n", &[]);
        check("", &[]);
        let large = format!("---\ntitle: {}\n---\n", "x".repeat(MAX_HEADER_BYTES));
        check(&large, &[("front-matter-too-large", 2)]);
    }

    #[test]
    fn a_key_twice_or_unknown_is_at_most_a_remark() {
        check("---\ntitle: a\ntitle: b\n---\n", &[("duplicate-key", 3)]);
        check("---\ntitle: a\ntitle: A\n---\n", &[]);
        check("---\nlang: en\nlanguage: de\ntitle: a\n---\n", &[("duplicate-key", 3)]);
        check("---\ntalks:\n  - titel: a\n---\n", &[("unknown-key", 3)]);
        check("---\nconfrence: KubeCon\n---\n", &[("unknown-key", 2)]);
        check("---\nlayout: post\nmermaid: true\n1: a\n[a, b]: c\n---\n", &[]);
    }

    #[test]
    fn spellings_of_one_key_are_joined() {
        let (front, diagnostics, _) = read_file(
            "---\nauthor: Ada Weaver\nauthors: [ada, Bo Thread]\ntags: [a, b]\ncategories: a\nkeywords: c, d\n\
             publishDate: 2024-05-03\ndate: 2024-05-02\npublished: true\nid: x\nslug: /2024/loom/\n---\n",
        );
        assert_eq!(diagnostics, []);
        let texts = |texts: &[crate::ingest::header::Text]| -> Vec<String> {
            texts.iter().map(|text| text.value.clone()).collect()
        };
        let header = front.header;
        assert_eq!(texts(&header.author), ["Ada Weaver", "Bo Thread"]);
        assert_eq!(texts(&header.tags), ["a", "b", "c", "d"]);
        assert_eq!(texts(&header.published), ["2024-05-03", "2024-05-02"]);
        assert_eq!((header.slug.as_str(), header.left_out), ("loom", None));
    }

    #[test]
    fn what_is_not_to_be_published_is_left_out() {
        let left_out = |line: &str| read_file(&format!("---\n{line}\n---\nText")).0.header.left_out;
        for line in [
            "draft: true",
            "draft: Yes",
            "published: false",
            "publish: no",
            "status: draft",
            "permalink: false",
            "dg-publish: false",
            "isDraft: perhaps",
            "Entwurf: ja",
        ] {
            assert_eq!(left_out(line), Some(LeftOut::Draft), "{line}");
        }
        let private = "private: true|unlisted: true|visibility: private|hidden: 1|confidential: yes|sharing: private|eleventyExcludeFromCollections: true";
        for line in private.split('|') {
            assert_eq!(left_out(line), Some(LeftOut::Private), "{line}");
        }
        for line in ["title: {{title}}", "date: <% tp.file.date() %>", "title: \"{{ .Name }}\""] {
            assert_eq!(left_out(line), Some(LeftOut::Template), "{line}");
        }
        for line in ["draft: false", "published: true", "publish:", "status: evergreen", "draft: "]
        {
            assert_eq!(left_out(line), None, "{line}");
        }
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
    fn a_value_knows_its_place() {
        let text = "---\ntitle: A\nthemes: [mesh, loom]\ntags: \"one, loom\"\n---\n";
        let (front, ..) = read_file(text);
        let header = &front.header;
        for found in header.themes.iter().chain([&header.title]) {
            assert_eq!(&text[found.span.clone()], found.value);
        }
        assert_eq!(&text[header.tags[1].span.clone()], "loom");
    }
}
