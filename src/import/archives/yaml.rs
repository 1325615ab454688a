//! Reads YAML as JSON values. Scalars are texts, as written.

use granit_parser::{Event, Parser};
use serde_json::{Map, Value};

/// Reads the first document of a text, or returns why it is not YAML.
///
/// Aliases never repeat a value, so a small file cannot become a large value.
#[expect(clippy::wildcard_enum_match_arm, reason = "the events of the parser may grow")]
pub(super) fn read(text: &str) -> Result<Value, String> {
    let mut options = granit_parser::options! { flow_nesting_limit: 32, block_nesting_limit: 32 };
    options.set_emit_comments(false);
    let mut parser = Parser::new_from_str_with_options(text, options);
    // The open lists and mappings. A mapping holds the key whose value comes next.
    let mut open: Vec<(Value, Option<String>)> = Vec::new();
    loop {
        let event = match parser.next_event() {
            Some(Ok((event, _))) => event,
            Some(Err(error)) => return Err(format!("the file is not valid YAML: {error}")),
            None => return Ok(Value::Null),
        };
        let done = match event {
            Event::Scalar(text, ..) => Some(Value::String(text.into_owned())),
            Event::Alias(_) => Some(Value::Null),
            Event::SequenceStart(..) => {
                open.push((Value::Array(Vec::new()), None));
                None
            }
            Event::MappingStart(..) => {
                open.push((Value::Object(Map::new()), None));
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|(value, _)| value),
            Event::StreamEnd | Event::DocumentEnd => return Ok(Value::Null),
            _ => None,
        };
        let Some(done) = done else { continue };
        match open.last_mut() {
            None => return Ok(done),
            Some((Value::Object(fields), key)) => match key.take() {
                Some(key) => {
                    fields.insert(key, done);
                }
                None => *key = Some(done.as_str().unwrap_or_default().to_owned()),
            },
            Some((Value::Array(items), _)) => items.push(done),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_is_a_value() {
        let text = "---\n- title: \"On: looms\" # x\n  day: 2018-05-02\n  tags: [a, b]\n  talks:\n  - title: |-\n      Two\n      lines\n";
        let expected = json!([{"title": "On: looms", "day": "2018-05-02", "tags": ["a", "b"],
            "talks": [{"title": "Two\nlines"}]}]);
        assert_eq!(read(text).unwrap(), expected);
        assert_eq!(read("").unwrap(), Value::Null);
    }

    #[test]
    fn a_small_file_stays_small() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assert_eq!(
            read(bomb).unwrap(),
            json!({"a": ["x", "x"], "b": [null, null], "c": [null, null]})
        );
        for text in ["a: [", "a: *b", &"[".repeat(10_000)] {
            assert!(read(text).is_err());
        }
    }
}
