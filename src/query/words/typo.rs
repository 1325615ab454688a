//! The edit distance between words.

/// How many typing mistakes are allowed in a word of this many characters.
pub(in crate::query) fn forgiven(n_chars: usize) -> usize {
    match n_chars {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How far `typed` is from a word of the collection.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::query) struct Distance {
    /// From the beginning of the word that is closest.
    pub(in crate::query) to_beginning: usize,
    /// From the whole word.
    pub(in crate::query) to_whole: usize,
}

/// Counts letters left out, added, changed, or swapped with their neighbor.
pub(in crate::query) fn distance(typed: &[char], word: &str) -> Distance {
    // Row `i` holds the distance of each beginning of `typed` from the first `i` letters of `word`.
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=typed.len()).collect();
    let mut to_beginning = typed.len();
    let mut letter_before = None;
    for letter in word.chars() {
        let mut row = Vec::with_capacity(last.len());
        let mut left = last.first().map_or(0, |first| first + 1);
        row.push(left);
        let mut typed_before = None;
        for (column, (&typed_letter, above)) in typed.iter().zip(last.windows(2)).enumerate() {
            let &[corner, up] = above else { continue };
            let mut cost = (corner + usize::from(typed_letter != letter)).min(up + 1).min(left + 1);
            let is_swapped = typed_before == Some(letter) && letter_before == Some(typed_letter);
            if let Some(before_both) =
                column.checked_sub(1).and_then(|column| before_last.get(column))
                && is_swapped
            {
                cost = cost.min(before_both + 1);
            }
            row.push(cost);
            left = cost;
            typed_before = Some(typed_letter);
        }
        to_beginning = to_beginning.min(left);
        letter_before = Some(letter);
        before_last = std::mem::replace(&mut last, row);
    }
    Distance { to_beginning, to_whole: last.last().copied().unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, word: &str, to_beginning: usize, to_whole: usize) {
        let typed: Vec<char> = typed.chars().collect();
        assert_eq!(distance(&typed, word), Distance { to_beginning, to_whole });
    }

    #[test]
    fn each_mistake_counts_once() {
        check("istio", "istio", 0, 0);
        check("istoi", "istio", 1, 1);
        check("isto", "istio", 1, 1);
        check("isstio", "istio", 1, 1);
        check("iztio", "istio", 1, 1);
        check("kuberntes", "kubernetes", 1, 1);
        check("kubrenets", "kubernetes", 2, 2);
        check("", "abc", 0, 3);
        check("abc", "", 3, 3);
    }

    #[test]
    fn an_unfinished_word_is_measured_from_the_beginning_of_the_whole() {
        check("promteh", "prometheus", 1, 4);
        check("kube", "kubernetes", 0, 6);
    }
}
