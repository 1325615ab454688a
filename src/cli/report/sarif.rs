//! SARIF 2.1.0, the format that code scanning reads.

use super::plain::{path, visible};
use crate::ingest::{Diagnostic, Severity};
use crate::text::percent::encode_path;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The whole log: one run of Hallway with a result for each diagnostic.
pub(super) fn log(folder: &str, diagnostics: &[Diagnostic]) -> Value {
    let codes: BTreeSet<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let rules: Vec<Value> = codes.into_iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<Value> =
        diagnostics.iter().map(|diagnostic| result(folder, diagnostic)).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hallway",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(folder: &str, diagnostic: &Diagnostic) -> Value {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Uncertain => "note",
    };
    let path = path(folder, diagnostic).replace('\\', "/");
    let uri: Vec<String> = path.split('/').map(encode_path).collect();
    let mut place = json!({ "artifactLocation": { "uri": uri.join("/") } });
    if let (Some(place), 1..) = (place.as_object_mut(), diagnostic.line) {
        place.insert("region".to_owned(), region(diagnostic));
    }
    json!({
        "ruleId": diagnostic.code,
        "level": level,
        "message": { "text": visible(&format!("{} ({})", diagnostic.message, diagnostic.help)) },
        "locations": [{ "physicalLocation": place }],
    })
}

/// The place in the file. A region without columns is its whole line.
fn region(diagnostic: &Diagnostic) -> Value {
    let Diagnostic { line, column, length, .. } = diagnostic;
    match column {
        0 => json!({ "startLine": line }),
        _ => {
            json!({ "startLine": line, "startColumn": column, "endColumn": column + length.max(&1) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::problem, *};

    #[test]
    fn code_scanning_gets_rule_level_and_place() {
        let log = log("my data", &[problem()]);
        let result = &log["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(log["version"], "2.1.0");
        assert_eq!(
            (&result["ruleId"], &result["level"]),
            (&"unknown-theme".into(), &"warning".into())
        );
        assert_eq!(place["artifactLocation"]["uri"], "my%20data/recaps/a.md");
        assert_eq!(place["region"], json!({ "startLine": 7, "startColumn": 10, "endColumn": 15 }));
        let whole = Diagnostic { line: 0, column: 0, ..problem() };
        let whole = super::log("data", &[whole]);
        assert!(
            whole["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].is_null()
        );
    }
}
