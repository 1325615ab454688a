//! Properties of Obsidian's Dataview and of Logseq in the text: "`speaker::` [[Ada Weaver]]".
//!
//! They are facts only where no prose comes first: at the top of a text, and right below a heading. Elsewhere
//! `Warp:: the threads along a loom` may be a sentence of the author.

use super::fields::{Field, FieldValue, Spanned};
use super::header_keys::KeySet;
use std::ops::Range;

/// A property: the places of its key and of its value in the line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::ingest) struct Property {
    /// The key.
    pub key: Range<usize>,
    /// The value. Empty when the author left it out.
    pub value: Range<usize>,
}

/// The property that a line is. It may be an item of a list, and its key may be bold.
pub(in crate::ingest) fn property(line: &str) -> Option<Property> {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 3;
    let (before, after) = line.split_once("::")?;
    let trimmed = before.trim_start();
    let trimmed =
        trimmed.strip_prefix("- ").or_else(|| trimmed.strip_prefix("* ")).unwrap_or(trimmed);
    let key = trimmed.trim_matches(['*', '_']);
    let is_key = key.len() <= LONGEST
        && key.split(' ').count() <= MOST_WORDS
        && key.starts_with(char::is_alphabetic)
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
    let value = after.trim();
    if !is_key || !(after.is_empty() || after.starts_with([' ', '\t', '*', '_'])) {
        return None;
    }
    let start = before.len() - before.trim_end_matches(['*', '_']).len();
    let key_end = before.len() - start;
    let value = value.trim_start_matches(['*', '_']).trim_start();
    let value_start = line.trim_end().len() - value.len();
    Some(Property {
        key: key_end - key.len()..key_end,
        value: value_start..value_start + value.len(),
    })
}

/// The end of the properties at the top of a text, perhaps below its title. 0 when it has none.
pub(in crate::ingest) fn top_end(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    let mut is_titled = false;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let is_title = !is_titled && end == 0 && line.starts_with("# ");
        is_titled |= is_title;
        if property(line.trim_end_matches('\n')).is_some() {
            end = at;
        } else if !(is_title || line.trim().is_empty()) {
            break;
        }
    }
    end
}

/// The properties at the top of a text, as fields of a header. The text begins at byte `start` of its source.
pub(super) fn fields(text: &str, start: usize) -> Vec<Field> {
    let mut at = 0;
    let mut fields = Vec::new();
    for line in text.get(..top_end(text)).unwrap_or_default().split_inclusive('\n') {
        let here = start + at;
        at += line.len();
        let line = line.trim_end_matches('\n');
        let Some(Property { key, value }) = property(line) else { continue };
        let (Some(name), Some(words)) = (line.get(key.clone()), line.get(value.clone())) else {
            continue;
        };
        let words = without_links(words);
        if !words.is_empty() {
            fields.push(Field {
                key: Spanned::new(name.to_owned(), here + key.start..here + key.end),
                value: FieldValue::scalar(&words, here + value.start..here + value.end),
            });
        }
    }
    fields
}

/// Whether a header has this key.
pub(in crate::ingest) fn is_known(key: &str) -> bool {
    let letters = key.chars().filter(|c| c.is_alphanumeric());
    KeySet::RECAP.meant(&letters.flat_map(char::to_lowercase).collect::<String>()).is_some()
}

/// Stands in the text in place of a property that keeps its block from readers, and asks for the same.
pub(in crate::ingest) const PRIVATE_MARK: &str = "(private:)";

/// Whether a line is a property that keeps its block from readers: `private:: true`, `publish:: false`.
pub(in crate::ingest) fn is_private(line: &str) -> bool {
    let Some(Property { key, value }) = property(line) else { return false };
    let letters = line.get(key).unwrap_or_default().chars().filter(|c| c.is_alphanumeric());
    let key = letters.flat_map(char::to_lowercase).collect::<String>();
    let says = |words: &[&str]| {
        let value = line.get(value.clone()).unwrap_or_default().trim().to_lowercase();
        words.contains(&value.as_str())
    };
    match KeySet::RECAP.meant(&key) {
        Some("private") => says(&["true", "yes", "1", "on"]),
        Some("publish" | "published") => says(&["false", "no", "0", "off"]),
        Some("status") => says(&["private", "confidential", "secret", "personal", "internal"]),
        _ => false,
    }
}

/// The words that a value shows: "[[people/ada|Ada Weaver]], [[Bo Reed]]" shows "Ada Weaver, Bo Reed".
fn without_links(value: &str) -> String {
    let mut shown = String::new();
    let mut rest = value;
    while let Some((before, (name, after))) =
        rest.split_once("[[").and_then(|(before, tail)| Some((before, tail.split_once("]]")?)))
    {
        shown.push_str(before);
        let name = name.split_once('|').map_or(name, |(_, words)| words);
        shown.push_str(name.rsplit('/').next().unwrap_or(name));
        rest = after;
    }
    shown.push_str(rest);
    shown.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;
    use crate::model::plain_text;

    #[test]
    fn a_line_may_be_a_property() {
        for (line, expected) in [
            ("speaker:: [[Ada Weaver]]", Some(("speaker", "[[Ada Weaver]]"))),
            ("- rating:: 4/5", Some(("rating", "4/5"))),
            ("**went with**:: Bo", Some(("went with", "Bo"))),
            ("**Speaker::** Bo", Some(("Speaker", "Bo"))),
            ("rating::", Some(("rating", ""))),
            ("std::vec is fast", None),
            ("see https://a.example/a::b", None),
            ("A note on the looms:: they sing", None),
            ("loud", None),
        ] {
            let found = property(line).map(|found| (&line[found.key], &line[found.value]));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn properties_at_the_top_are_facts_and_no_prose() {
        for (path, text) in [
            (
                "Looms that sing.md",
                "---\ntags: [talk]\n---\nspeaker:: [[Ada Weaver]], [[Bo Reed]]\nevent:: [[LoomConf 2019]]\ndate:: 2019-05-02\nrating:: 4/5\n\nLoud.\n",
            ),
            (
                "a.md",
                "# Looms that sing\n\nspeaker:: [[Ada Weaver]], [[Bo Reed]]\nevent:: LoomConf 2019\ndate:: 2019-05-02\nrating:: 4/5\n\nLoud.\n",
            ),
            (
                "a.md",
                "# Looms that sing\n\n- event:: [[LoomConf 2019]]\n- date:: 2019-05-02\n- speaker:: Ada Weaver & Bo Reed\n- rating:: 4/5\n\nLoud.\n",
            ),
        ] {
            let ingested = ingest(path, text.as_bytes());
            let draft = ingested.draft.unwrap();
            assert_eq!(draft.talks.len(), 1, "{text}");
            assert_eq!(draft.talks[0].title, "Looms that sing");
            let names: Vec<&str> =
                draft.talks[0].speakers.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(names, ["Ada Weaver", "Bo Reed"], "{text}");
            assert_eq!(draft.conference.0, "LoomConf 2019");
            assert_eq!(draft.published.map(|date| date.to_string()).as_deref(), Some("2019-05-02"));
            let notes: Vec<String> =
                draft.notes.iter().map(|note| plain_text(&note.blocks)).collect();
            assert_eq!(notes.join("|").trim(), "Loud.", "{text}");
            assert_eq!(ingested.withheld.properties, 1, "the rating");
        }
    }

    #[test]
    fn properties_below_a_heading_are_no_prose_and_a_term_is() {
        let text = "# LoomConf 2019\n\nIt was warm.\nWarp:: the threads along a loom\n\n## Looms that sing\n\n\
            speaker:: [[Ada Weaver]]\nrating:: 4/5\n\nLoud.\n\n```dataview\nTABLE rating FROM #talk\n```\n\nWet.\n\n\
            ```sql\nTABLE rating\n```\n";
        let ingested = ingest("a.md", text.as_bytes());
        let draft = ingested.draft.unwrap();
        let talks: Vec<_> =
            draft.talks.iter().map(|it| (it.title.as_str(), it.speakers.len())).collect();
        assert_eq!(talks, [("Looms that sing", 1)]);
        let notes: Vec<String> = draft.notes.iter().map(|note| plain_text(&note.blocks)).collect();
        let shown = notes.join("|");
        assert!(shown.contains("Warp:: the threads"), "{shown}");
        assert!(
            shown.contains("Loud.") && shown.contains("Wet.") && shown.contains("TABLE rating"),
            "{shown}"
        );
        assert!(
            !shown.contains("speaker") && !shown.contains("4/5") && !shown.contains("FROM"),
            "{shown}"
        );
        assert_eq!(ingested.withheld.properties, 2);
    }
}
