//! Removes the signature of a mail from the end of a text: what is below a line `--`.

use super::contacts::has_contact;
use super::names::named_people::is_person_name;

/// Most lines of a signature.
const MOST: usize = 8;

/// Longest line of a signature, in characters.
const LONGEST: usize = 80;

/// The text without a signature at its end, with blank lines in place of its lines. `None` when it has none.
pub(super) fn without(text: &str, start: usize) -> Option<String> {
    let body = text.get(start..)?;
    // The last such line; one above it may be a rule.
    let at = ["\n--\n", "\n-- \n"].iter().filter_map(|mark| body.rfind(mark)).max()? + 1;
    let below = body.get(at..)?;
    let lines: Vec<&str> =
        below.lines().skip(1).map(str::trim).filter(|it| !it.is_empty()).collect();
    if !is_signature(&lines) {
        return None;
    }
    let kept = text.get(..start + at)?;
    Some([kept, &"\n".repeat(below.matches('\n').count())].concat())
}

/// Whether lines look like a name with a job and addresses: few, short, no sentence, no markup. A name alone says who
/// wrote the text, and stays.
fn is_signature(lines: &[&str]) -> bool {
    const MARKUP: [&str; 8] = ["#", "- ", "* ", ">", "```", "![", "[^", "+ "];
    const LONGEST_SENTENCE: usize = 6;
    let is_line = |line: &&str| {
        let is_sentence = line.ends_with(['.', '!', '?', ':'])
            && line.split_whitespace().count() > LONGEST_SENTENCE;
        let is_markup = MARKUP.iter().any(|mark| line.starts_with(mark));
        line.chars().count() <= LONGEST && !is_sentence && !is_markup
    };
    let Some(first) = lines.first().filter(|_| lines.len() <= MOST && lines.iter().all(is_line))
    else {
        return false;
    };
    let name = first.split(['|', ',', '·', '•', '/']).next().unwrap_or_default().trim();
    let has_job = lines.len() > 1 || name.len() < first.len();
    lines.iter().any(|line| has_contact(line)) || has_job && is_person_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_goes_and_other_text_stays() {
        for signature in [
            "Bo Heddle | Weaver | Loom Ltd\nMobile: +380 44 555 01 99\n12 Shuttle St, Weft 01001",
            "Bo Heddle\nWeaver, Loom Ltd\n12 Shuttle St, Weft 01001",
            "Bo Heddle, Weaver",
            "bo@a.example",
        ] {
            for mark in ["--", "-- "] {
                let text = format!("Loud.\n\nCheers\nBo\n\n{mark}\n{signature}\n");
                let shown = without(&text, 0).unwrap_or_else(|| text.clone());
                assert_eq!(shown.trim_end(), "Loud.\n\nCheers\nBo", "{text}");
                assert_eq!(shown.matches('\n').count(), text.matches('\n').count());
            }
        }
        for rest in [
            "Looms that sing - Ada Weaver\nFast wool - Bo Reed",
            "Bo Heddle",
            "Bo Heddle\nHe told us much about looms, wool and all that.",
            "## Looms that sing\n\nAda Weaver",
            "",
        ] {
            assert_eq!(without(&format!("Loud.\n\n--\n{rest}\n"), 0), None, "{rest}");
        }
    }
}
