//! Removes the private parts of an email: signature, quoted emails, and the line above a quote.

use crate::ingest::source::Source;

/// The text with blank lines in place of the removed ones, and the number of removed lines.
pub(in crate::ingest) fn without_signature(source: &Source, body_start: usize) -> (String, usize) {
    let (head, body) = source.text.split_at_checked(body_start).unwrap_or((&source.text, ""));
    let mut text = head.to_owned();
    let mut withheld = 0;
    let mut is_signature = false;
    for line in body.split_inclusive('\n') {
        let words = line.trim_end();
        is_signature |= matches!(words, "--" | "-- " | "__" | "---" | "—") || is_forward(words);
        let is_taken = is_signature || words.starts_with('>') || is_attribution(words);
        if is_taken && !words.is_empty() {
            withheld += 1;
            text.push_str(if line.ends_with('\n') { "\n" } else { "" });
        } else if is_contact(words) {
            withheld += 1;
            text.push('\n');
        } else {
            text.push_str(line);
        }
    }
    (text, withheld)
}

/// `On 20 May, Rolf wrote:`, `Am 20. Mai schrieb Rolf:` and the like.
fn is_attribution(line: &str) -> bool {
    let lower = line.to_lowercase();
    let says = ["wrote:", "schrieb:", "écrit :", "écrit:", "escribió:", "ha scritto:", "schreef:"];
    says.iter().any(|end| lower.ends_with(end))
        || lower.contains(" schrieb ") && lower.ends_with(':')
}

/// The line above a forwarded email.
fn is_forward(line: &str) -> bool {
    line.starts_with("-----Original") || line.starts_with("Sent from my ")
}

/// A short line that gives an email address or a telephone number.
fn is_contact(line: &str) -> bool {
    const LONGEST: usize = 100;
    let is_short = line.len() <= LONGEST && !line.contains("://");
    let is_mail = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let is_telephone = |text: &str| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let marks =
            |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '/' | '.');
        digits >= 7 && text.contains('+') && text.trim().chars().all(marks)
    };
    is_short
        && (line.split_whitespace().any(is_mail)
            || line.split(['|', ':', ',', ';']).any(is_telephone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_the_receivers_only_goes() {
        let text = "Hi,\n\nIt was good.\n\n> Were you there?\nOn 20 May, Rolf wrote:\n\nTel: +351 000 000 000\n--\nBea\nb@a.example\n";
        let (source, _) = Source::new("a.txt", text.as_bytes());
        let (shown, withheld) = without_signature(&source.unwrap(), 0);
        assert_eq!(shown.trim(), "Hi,\n\nIt was good.");
        assert_eq!(shown.lines().count(), text.lines().count());
        assert_eq!(withheld, 6);
    }

    #[test]
    fn what_is_told_stays() {
        for line in ["She wrote: nothing.", "We met 2000 people in 2024", "ada@work was the talk"] {
            let (source, _) = Source::new("a.txt", line.as_bytes());
            assert_eq!(without_signature(&source.unwrap(), 0), (line.to_owned(), 0));
        }
    }
}
