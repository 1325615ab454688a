//! The picture of a wave: whole numbers for a path, and a place for the label of its peak.

use super::shares::{Counts, Share, Shares};

/// How wide a year is, in units of the picture. It is stretched to the width of the page.
pub(super) const YEAR: usize = 10;
/// How high the share of all recaps is, in px.
pub(super) const HEIGHT: usize = 36;
/// Room above, for the label of the highest peak, in px.
pub(super) const HEAD: usize = 18;
/// The top of a bar, in px.
const BAR_TOP: usize = 24;
/// How far a label stays away from the ends of the picture, in thousandths of its width.
const MARGIN_PERMILLE: usize = 90;

/// The area of a wave. It passes through the share of each year, and rises or falls between two years without extra
/// bumps. It breaks off at years with too few recaps: what those do not name is unknown.
pub(super) fn path(shares: &Shares, counts: &Counts) -> String {
    let tops: Vec<Option<usize>> = (0..shares.recaps.len())
        .map(|place| shares.share(counts, place).map(|it| HEIGHT - height(it)))
        .collect();
    let mut path = String::new();
    let mut place = 0;
    for run in tops.chunk_by(|a, b| a.is_some() == b.is_some()) {
        let known: Vec<usize> = run.iter().flatten().copied().collect();
        path += &area(place, &known);
        place += run.len();
    }
    path
}

/// The area over years in a row, from the position of the first.
fn area(place: usize, tops: &[usize]) -> String {
    let Some((first, rest)) = tops.split_first() else { return String::new() };
    if tops.iter().all(|top| *top == HEIGHT) {
        return String::new();
    }
    let middle = place * YEAR + YEAR / 2;
    if rest.is_empty() {
        // Neither neighboring year is known.
        return format!("M{} {HEIGHT}V{first}h6V{HEIGHT}z", middle - 3);
    }
    let mut path = format!("M{middle} {HEIGHT}V{first}");
    for (before, top) in tops.iter().zip(rest) {
        let step = if before == top {
            format!("h{YEAR}")
        } else {
            let rise = i64::try_from(*top).unwrap_or(0) - i64::try_from(*before).unwrap_or(0);
            format!("c5 0 5 {rise} {YEAR} {rise}")
        };
        path += &step;
    }
    path + &format!("V{HEIGHT}z")
}

/// The bar of a theme in a collection with one year, which has no waves.
pub(super) fn bar(share: Share, width: usize) -> String {
    format!("M0 {HEIGHT}V{BAR_TOP}H{}V{HEIGHT}z", share.permille() * width / 1000)
}

/// Where the label of a bar stands: above its end, in thousandths of the width and in px.
pub(super) fn bar_label(share: Share) -> (usize, usize) {
    (share.permille().clamp(MARGIN_PERMILLE, 1000 - MARGIN_PERMILLE), HEAD + BAR_TOP - 3)
}

/// The height of a share, in px. The smallest one is still visible.
pub(super) fn height(share: Share) -> usize {
    let height = (share.permille() * HEIGHT + 500) / 1000;
    if share.named == 0 { 0 } else { height.max(1) }
}

/// The position of a peak's label: the middle of its year, in thousandths of the width, or as close to it as the
/// picture allows.
pub(super) fn label_x(place: usize, n_years: usize) -> usize {
    (1000 * place + 500)
        .checked_div(n_years)
        .unwrap_or(500)
        .clamp(MARGIN_PERMILLE, 1000 - MARGIN_PERMILLE)
}

/// The line of the label, in px below the top of the picture.
pub(super) fn label_y(share: Share) -> usize {
    HEAD + HEIGHT - height(share) - 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(recaps: &[usize]) -> Shares {
        Shares { first: 2017, recaps: recaps.to_vec(), ..Shares::default() }
    }

    #[track_caller]
    fn check(recaps: &[usize], named: &[usize], expected: &str) {
        let counts = Counts { theme: "mesh".into(), named: named.to_vec() };
        assert_eq!(path(&shares(recaps), &counts), expected);
    }

    #[test]
    fn a_wave_passes_through_the_share_of_each_year() {
        check(&[10, 10, 10], &[0, 5, 5], "M5 36V36c5 0 5 -18 10 -18h10V36z");
    }

    #[test]
    fn it_breaks_off_where_too_few_wrote() {
        check(&[10, 10, 4, 10], &[5, 10, 4, 10], "M5 36V18c5 0 5 -18 10 -18V36zM32 36V0h6V36z");
        check(&[10, 0, 10], &[5, 0, 0], "M2 36V18h6V36z");
        check(&[4, 4], &[4, 4], "");
        check(&[], &[], "");
    }

    #[test]
    fn the_smallest_share_can_be_seen() {
        check(&[200, 200], &[1, 0], "M5 36V35c5 0 5 1 10 1V36z");
    }

    /// The narrowest picture with the margins of its page, and one margin, in px.
    const NARROWEST: usize = 320;
    const MARGIN: usize = 16;

    /// The box of a label: left and right in px of the narrowest page, top and bottom in px of the picture.
    fn label(share: Share, n_years: usize) -> [usize; 4] {
        let half = format!("{} of {}", share.named, share.all).len() * 7 / 2;
        let x = MARGIN + label_x(share.place, n_years) * (NARROWEST - 2 * MARGIN) / 1000;
        let y = label_y(share);
        [x.checked_sub(half).unwrap(), x + half, y.checked_sub(11).unwrap(), y]
    }

    #[test]
    fn a_label_stays_in_its_row_and_above_its_wave() {
        for n_years in 1..40 {
            for place in 0..n_years {
                for named in 3..=14 {
                    let share = Share { place, named, all: 14 };
                    let [_, right, top, bottom] = label(share, n_years);
                    assert!(right <= NARROWEST && top < bottom, "{share:?} of {n_years}");
                    // Other rows follow above and below; the highest point of this wave is its peak.
                    assert!(bottom <= HEAD + HEIGHT - height(share), "{share:?}");
                }
            }
        }
    }
}
