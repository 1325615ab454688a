//! Remarks about Markdown that cannot be used unchanged.

use super::PassageReader;
use super::hidden_text::Removed;
use crate::ingest::diagnostic::{Severity, and_more, short_line};
use std::ops::Range;

/// Most remarks of one kind for one file. Later code cuts off more anyway.
const MOST_REMARKS: usize = 50;

impl PassageReader<'_> {
    pub(super) fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        range: Range<usize>,
        message: String,
        help: &str,
    ) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= MOST_REMARKS {
            let range = self.body_start + range.start..self.body_start + range.end;
            self.diagnostics.push(self.source.diagnostic(severity, code, range, message, help));
        }
    }

    /// One remark for each kind of removed text.
    pub(super) fn removed(&mut self, kind: Removed, range: Range<usize>, count: usize) {
        let (code, what, help) = match kind {
            Removed::Script => {
                ("script", "a script", "recaps cannot run scripts; link to what it shows")
            }
            Removed::Style => ("style", "a style sheet", "the site has a look of its own"),
            Removed::Template => {
                ("template-code", "code of a template", "write what it shows as Markdown")
            }
            Removed::Mdx => ("mdx", "code of MDX", "write what it shows as Markdown"),
            Removed::OpenComment => (
                "open-comment",
                "a comment that never closes, with all that is below it,",
                "close it with -->, or with %% where it begins so",
            ),
        };
        let message = format!("{what} is left out{}", and_more(count));
        let line = range.start..range.start + self.first_line(&range);
        self.report(Severity::Warning, code, line, message, help);
    }

    /// Bytes of the first line of a range.
    fn first_line(&self, range: &Range<usize>) -> usize {
        let text = self.source.text.get(self.body_start + range.start..self.body_start + range.end);
        text.and_then(|text| text.split('\n').next()).map_or(1, str::len)
    }

    pub(super) fn report_left_out(&mut self) {
        let Some((range, tag, count)) = self.left_out.take() else { return };
        let message = format!("the HTML {} is left out{}", short_line(&tag), and_more(count));
        let help = "its text stays; write the rest as Markdown";
        self.report(Severity::Warning, "raw-html", range, message, help);
    }
}
