//! Commands that GitHub shows as annotations.

use super::plain::{path, visible};
use crate::ingest::{Diagnostic, Severity};

/// `::warning file=…,line=…::message`. In the text, GitHub requires escapes for its own delimiters.
pub(super) fn github(folder: &str, diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Uncertain => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let number = |key: &str, number: u32| match number {
        0 => String::new(),
        number => format!(",{key}={number}"),
    };
    let place = format!(
        "file={}{}{}",
        property(&path(folder, diagnostic)),
        number("line", diagnostic.line),
        number("col", diagnostic.column)
    );
    let message = visible(&format!("{} ({})", diagnostic.message, diagnostic.help));
    format!("::{command} {place},title={}::{}", property(diagnostic.code), data(&message))
}
