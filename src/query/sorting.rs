//! Sorting in one place.
//!
//! The sort of the standard library is compiled anew for every type it sorts, two kilobytes each in
//! a client that every reader downloads. Here it only ever sorts places.

use std::cmp::Ordering;

/// The places `0..len` as `compare` orders what stands there; equals stay in their order.
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

/// Swaps until what stood at `places[n]` stands at `n`, for each `n`.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut here = start;
        while let Some(place) = places.get_mut(here) {
            // What is in its place says so, and is not moved again.
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
