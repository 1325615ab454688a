//! Prepares the text of a registry, and looks for invisible characters in its values.

use crate::ingest::is_hidden;

/// The text with quotation marks around days and years, which TOML knows as values of their own: `start = 2018-05-02`.
pub(super) fn with_quoted_dates(text: &str) -> String {
    let quoted = |line: &str| -> Option<String> {
        let (key, rest) = line.split_once('=')?;
        let value = rest.trim_start();
        let is_date = |c: char| c.is_ascii_digit() || c == '-';
        let end = value.find(|c| !is_date(c)).unwrap_or(value.len());
        let (value, after) = value.split_at_checked(end)?;
        let is_whole = after.trim().is_empty() || after.trim_start().starts_with('#');
        (matches!(key.trim(), "start" | "end") && is_whole && value.len() >= 4)
            .then(|| format!("{key}= \"{value}\"{after}"))
    };
    let lines = text.split('\n').map(|line| quoted(line).unwrap_or_else(|| line.to_owned()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The first invisible character in the texts of `value`. The file itself contains none, but an escape may
/// stand for one.
pub(super) fn hidden_in(value: &toml::Value) -> Option<u32> {
    match value {
        toml::Value::String(text) => text.chars().find(|c| is_hidden(*c)).map(u32::from),
        toml::Value::Array(values) => values.iter().find_map(hidden_in),
        toml::Value::Table(values) => values.iter().find_map(|(_, value)| hidden_in(value)),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => None,
    }
}
