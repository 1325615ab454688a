//! Which items of a list stay when the list changes.

use crate::query::sorting::sorted_places;

/// For each key of `new`, the place in `old` of the item that it keeps. `None` where an item is new.
///
/// No position occurs twice: of several items with one key, only the first ones of both lists match. Takes `n log n`
/// comparisons of keys.
pub fn same_items(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let key = |place: usize| old.get(place).copied().unwrap_or_default();
    let by_key = sorted_places(old.len(), &mut |a, b| key(a).cmp(key(b)));
    let mut is_taken = vec![false; old.len()];
    let kept = new.iter().map(|wanted| {
        let first = by_key.partition_point(|place| key(*place) < *wanted);
        let place = *by_key.get(first)?;
        let is_taken = is_taken.get_mut(place)?;
        let is_kept = key(place) == *wanted && !*is_taken;
        *is_taken |= is_kept;
        is_kept.then_some(place)
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::same_items;

    /// Keys of one letter each; the positions that the new ones keep, `+` for a new item.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let keys = |text: &'static str| text.split("").filter(|key| !key.is_empty()).collect();
        let (old, new): (Vec<&str>, Vec<&str>) =
            (keys(old.to_owned().leak()), keys(new.to_owned().leak()));
        let said =
            |place: &Option<usize>| place.map_or_else(|| "+".to_owned(), |it| it.to_string());
        let kept: String = same_items(&old, &new).iter().map(said).collect();
        assert_eq!(kept, expected, "{old:?} to {new:?}");
    }

    #[test]
    fn an_item_that_stays_is_found_wherever_it_moves() {
        check("", "", "");
        check("abc", "abc", "012");
        check("abc", "cab", "201");
        check("abcd", "dcba", "3210");
    }

    #[test]
    fn an_item_that_is_new_or_gone_leaves_the_others_alone() {
        check("", "ab", "++");
        check("ab", "", "");
        check("abc", "ac", "02");
        check("ac", "abc", "0+1");
        check("abc", "xbya", "+1+0");
    }

    #[test]
    fn an_item_is_kept_once() {
        check("a", "aa", "0+");
        check("aab", "ab", "02");
        check("aa", "aa", "0+");
    }
}
