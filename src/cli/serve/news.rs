//! Finds what is new in a report, so that an error in a saved file does not scroll away.

/// The parts of `report` that are not in `known`, and its last line, which counts. `known` becomes the report.
pub(super) fn news(report: &str, known: &mut Vec<String>) -> String {
    let parts: Vec<String> = report.trim_end().split("\n\n").map(str::to_owned).collect();
    let known = std::mem::replace(known, parts.clone());
    if known.is_empty() {
        return report.trim_end().to_owned();
    }
    let mut fresh: Vec<String> = parts.into_iter().filter(|part| !known.contains(part)).collect();
    let last = report.trim_end().lines().next_back().unwrap_or_default();
    if fresh.last().is_none_or(|part| !part.ends_with(last)) {
        fresh.push(last.to_owned());
    }
    fresh.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::news;

    #[test]
    fn only_what_is_new_is_told_again() {
        let mut known = Vec::new();
        let first = "warning: a\n --> a.md\n\nwarning: b\n\n2 recaps, 2 warnings\n";
        assert_eq!(news(first, &mut known), first.trim_end());
        let more =
            "error: c\n\nwarning: a\n --> a.md\n\nwarning: b\n\n1 recap, 1 error, 2 warnings\n";
        assert_eq!(news(more, &mut known), "error: c\n\n1 recap, 1 error, 2 warnings");
        assert_eq!(news(more, &mut known), "1 recap, 1 error, 2 warnings");
    }
}
