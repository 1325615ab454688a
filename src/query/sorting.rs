//! One place for all sorting.
//!
//! The sort of the standard library is compiled for every type that it sorts, and each copy adds two kilobytes to the
//! client. Here it only sorts positions.

use std::cmp::Ordering;

/// The positions `0..len` in the order of `compare`. The sort is stable.
pub(crate) fn sorted_places(
    len: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Sorts as `slice::sort_by` does.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &mut |a, b| {
        items.get(a).zip(items.get(b)).map_or(Ordering::Equal, |(a, b)| compare(a, b))
    });
    arrange(places, &mut |a, b| items.swap(a, b));
}

/// Sorts as `slice::sort_by_key` does.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// `values` in order, each once.
pub(crate) fn sorted_once<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    sort_by(&mut values, T::cmp);
    values.dedup();
    values
}

/// Swaps until the element from `places[n]` is at `n`, for each `n`.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut here = start;
        while let Some(place) = places.get_mut(here) {
            // An element in its final position is marked and not moved again.
            let from = std::mem::replace(place, here);
            if from == start {
                break;
            }
            swap(here, from);
            here = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut sorted: Vec<&str> = words.split(' ').collect();
        sort_by_key(&mut sorted, |word| word.len());
        assert_eq!(sorted.join(" "), expected);
    }

    #[test]
    fn items_are_sorted_and_equals_stay_in_their_order() {
        check("", "");
        check("ccc a bb", "a bb ccc");
        check("dd c bb a ee b", "c a b dd bb ee");
        check("dddd ccc bb a dddd", "a bb ccc dddd dddd");
    }

    #[test]
    fn values_are_sorted_and_each_is_kept_once() {
        assert_eq!(sorted_once([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(sorted_once(Vec::<u8>::new()).is_empty());
    }
}
