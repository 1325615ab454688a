//! Compares the wording of two copies of a recap.

use crate::ingest::Passage;
use crate::model::{DiffSpan, Stretch, plain_text};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words kept at each end of a run that both copies have. The words between them are left out.
const CONTEXT: usize = 10;

/// Compares a copy with the canonical one, paragraph by paragraph.
pub(super) fn wording<'a>(
    canonical: impl Iterator<Item = &'a Passage>,
    copy: impl Iterator<Item = &'a Passage>,
) -> Vec<Stretch> {
    let mut stretches = compare(&paragraphs(canonical), &paragraphs(copy));
    for stretch in &mut stretches {
        if let Stretch::Changed(runs) = stretch {
            shorten(runs);
        }
    }
    stretches
}

fn paragraphs<'a>(passages: impl Iterator<Item = &'a Passage>) -> Vec<String> {
    passages
        .flat_map(|passage| {
            let text = plain_text(std::slice::from_ref(&passage.block));
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// Marks the end of a paragraph among words. No word is empty.
const END: &str = "";

fn compare(canonical: &[String], copy: &[String]) -> Vec<Stretch> {
    let (old, new) = (tokens(canonical), tokens(copy));
    let keys = |tokens: &[&str]| tokens.iter().map(|word| key(word)).collect::<Vec<_>>();
    let mut side = SideBySide::default();
    for op in capture_diff_slices(Algorithm::Patience, &keys(&old), &keys(&new)) {
        let was = old.get(op.old_range()).unwrap_or_default();
        let is = new.get(op.new_range()).unwrap_or_default();
        match op {
            DiffOp::Equal { .. } => side.put(is, DiffSpan::Same),
            // Both sides share one end of the paragraph.
            DiffOp::Replace { .. } => {
                let (was_end, is_end) = (was.strip_suffix(&[END]), is.strip_suffix(&[END]));
                side.put(was_end.unwrap_or(was), DiffSpan::Removed);
                side.put(is_end.unwrap_or(is), DiffSpan::Added);
                if was_end.or(is_end).is_some() {
                    side.end();
                }
            }
            DiffOp::Delete { .. } => side.put(was, DiffSpan::Removed),
            DiffOp::Insert { .. } => side.put(is, DiffSpan::Added),
        }
    }
    side.end();
    side.stretches
}

fn tokens(paragraphs: &[String]) -> Vec<&str> {
    paragraphs.iter().flat_map(|text| text.split_whitespace().chain([END])).collect()
}

/// Words are equal when they differ only in the shape of quotation marks.
fn key(word: &str) -> String {
    word.replace(['’', '‘'], "'").replace(['“', '”', '„'], "\"")
}

/// The paragraphs of both copies side by side.
#[derive(Default)]
struct SideBySide {
    stretches: Vec<Stretch>,
    /// The paragraph that is still open.
    runs: Vec<DiffSpan>,
}

impl SideBySide {
    fn put(&mut self, tokens: &[&str], of: fn(String) -> DiffSpan) {
        for (index, words) in tokens.split(|token| *token == END).enumerate() {
            if index > 0 {
                self.end();
            }
            if !words.is_empty() {
                self.runs.push(of(words.join(" ")));
            }
        }
    }

    fn end(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !matches!(run, DiffSpan::Same(_))) {
            self.stretches.push(Stretch::Changed(runs));
        } else if !runs.is_empty() {
            match self.stretches.last_mut() {
                Some(Stretch::Alike(n)) => *n += 1,
                _ => self.stretches.push(Stretch::Alike(1)),
            }
        }
    }
}

fn shorten(runs: &mut [DiffSpan]) {
    let last = runs.len().saturating_sub(1);
    for (index, run) in runs.iter_mut().enumerate() {
        let DiffSpan::Same(text) = run else { continue };
        let words: Vec<&str> = text.split_whitespace().collect();
        // At the ends of a paragraph only one side of the run borders on a change.
        let (head, tail) =
            (if index == 0 { 0 } else { CONTEXT }, if index == last { 0 } else { CONTEXT });
        if words.len() > head + tail + 1 {
            let (start, rest) = words.split_at(head);
            let end = rest.get(rest.len() - tail..).unwrap_or_default();
            *text = [start, &["…"], end].concat().join(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    /// A line per stretch; `[-words-]` were removed, `{+words+}` added.
    fn print(stretches: &[Stretch]) -> String {
        let run = |run: &DiffSpan| match run {
            DiffSpan::Same(text) => text.clone(),
            DiffSpan::Removed(text) => format!("[-{text}-]"),
            DiffSpan::Added(text) => format!("{{+{text}+}}"),
        };
        let line = |stretch: &Stretch| match stretch {
            Stretch::Alike(n) => format!("{n} alike"),
            Stretch::Changed(runs) => runs.iter().map(run).collect::<Vec<_>>().join(" "),
        };
        stretches.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[track_caller]
    fn check(canonical: &str, copy: &str, expected: &str) {
        assert_eq!(print(&compare(&lines(canonical), &lines(copy))), expected);
    }

    #[test]
    fn what_is_the_same_is_only_counted() {
        check("a b\nc d\ne", "a b\nc d\ne", "3 alike");
        check("", "", "");
    }

    #[test]
    fn changed_words_stand_among_those_around_them() {
        check(
            "one\nthe old loom is loud\nthree",
            "one\nthe new loom is loud\nthree",
            "1 alike\nthe [-old-] {+new+} loom is loud\n1 alike",
        );
    }

    #[test]
    fn a_paragraph_of_one_copy_alone_is_a_paragraph() {
        check("a b c\nx y z\nd e f", "a b c\nd e f", "1 alike\n[-x y z-]\n1 alike");
        check("a b c\nd e f", "a b c\nd e f\nx y", "2 alike\n{+x y+}");
    }

    #[test]
    fn the_last_word_of_a_paragraph_changes_within_it() {
        check("a b old\nc d", "a b new\nc d", "a b [-old-] {+new+}\n1 alike");
    }

    #[test]
    fn the_shape_of_quotation_marks_is_no_change() {
        check("it's \"good\"", "it’s “good”", "1 alike");
    }

    #[test]
    fn a_long_run_keeps_the_words_beside_a_change() {
        let long = (0..40).map(|at| format!("w{at}")).collect::<Vec<_>>().join(" ");
        let mut stretches = compare(&lines(&format!("{long} old")), &lines(&format!("{long} new")));
        let [Stretch::Changed(runs)] = stretches.as_mut_slice() else { panic!("{stretches:?}") };
        shorten(runs);
        let tail = (30..40).map(|at| format!("w{at}")).collect::<Vec<_>>().join(" ");
        assert_eq!(print(&stretches), format!("… {tail} [-old-] {{+new+}}"));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_what_is_shown(
            a in proptest::collection::vec("[ab ]{0,12}", 0..5),
            b in proptest::collection::vec("[ab ]{0,12}", 0..5),
        ) {
            let stretches = compare(&a, &b);
            // The result leaves out equal words, so they are removed from both texts by counting.
            let mut counts = [0_usize; 2];
            let n_words = |text: &String| text.split_whitespace().count();
            for stretch in &stretches {
                if let Stretch::Changed(runs) = stretch {
                    prop_assert!(runs.iter().any(|run| !matches!(run, DiffSpan::Same(_))));
                    for run in runs {
                        match run {
                            DiffSpan::Same(text) => { counts[0] += n_words(text); counts[1] += n_words(text); }
                            DiffSpan::Removed(text) => counts[0] += n_words(text),
                            DiffSpan::Added(text) => counts[1] += n_words(text),
                        }
                    }
                }
            }
            let all = |texts: &[String]| texts.iter().map(n_words).sum::<usize>();
            // Both texts have the same number of equal words.
            prop_assert_eq!(all(&a).checked_sub(counts[0]), all(&b).checked_sub(counts[1]));
            prop_assert!(all(&a) >= counts[0]);
        }
    }
}
