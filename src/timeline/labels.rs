//! Places labels in lanes so that no two overlap.

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Left edge, in px from the start of the axis.
    pub left_px: f64,
    /// Lane, 0 nearest to the axis.
    pub lane: usize,
}

/// Places labels on an axis of `width_px`, with at least `gap_px` between two in one lane.
///
/// A label is given as its mark's `x` (0 to 1) and its width in px. Labels are placed in the given order, each in the
/// lowest lane with room. It is centered on its mark unless that leaves the axis. One answer per label, in the order
/// given: `None` when it is wider than the axis, or finds no room in `n_lanes`.
pub fn lay_out_labels(
    labels: &[(f64, f64)],
    width_px: f64,
    gap_px: f64,
    n_lanes: usize,
) -> Vec<Option<Label>> {
    /// The occupied ranges of one lane.
    type Lane = Vec<(f64, f64)>;
    let mut lanes: Vec<Lane> = vec![Lane::new(); n_lanes];
    let place = |&(x, label_px): &(f64, f64)| {
        let last_px = width_px - label_px;
        if last_px < 0.0 {
            return None;
        }
        // Not `clamp`: its panic message would bring float formatting into the client.
        let left_px = (x * width_px - label_px / 2.0).min(last_px).max(0.0);
        let right_px = left_px + label_px;
        let has_room = |taken: &Lane| {
            taken
                .iter()
                .all(|(left, right)| right_px + gap_px <= *left || *right + gap_px <= left_px)
        };
        let (lane, taken) = lanes.iter_mut().enumerate().find(|(_, taken)| has_room(taken))?;
        taken.push((left_px, right_px));
        Some(Label { left_px, lane })
    };
    labels.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places labels on an axis of 40 px with a gap of 1 px and prints each lane as a line, a
    /// character per px. Labels are given as `name at-px`; a name is as wide as its characters.
    #[track_caller]
    fn check(labels: &[(&str, f64)], n_lanes: usize, expected: &[&str]) {
        let sizes: Vec<(f64, f64)> =
            labels.iter().map(|(name, px)| (px / 40.0, f64::from(width(name)))).collect();
        let mut lanes = vec![vec![' '; 40]; n_lanes];
        for ((name, _), label) in labels.iter().zip(lay_out_labels(&sizes, 40.0, 1.0, n_lanes)) {
            let Some(Label { left_px, lane }) = label else { continue };
            let left = (0..40_u16).rev().find(|px| f64::from(*px) <= left_px + 1e-9).unwrap();
            for (px, letter) in name.chars().enumerate() {
                lanes[lane][usize::from(left) + px] = letter;
            }
        }
        let printed: Vec<String> =
            lanes.iter().map(|lane| String::from_iter(lane).trim_end().to_owned()).collect();
        assert_eq!(printed, expected);
    }

    fn width(name: &str) -> u16 {
        u16::try_from(name.len()).unwrap()
    }

    #[test]
    fn a_label_is_centered_on_its_mark() {
        check(&[("London", 10.0), ("Austin", 30.0)], 1, &["       London              Austin"]);
    }

    #[test]
    fn a_label_stays_on_the_axis() {
        check(
            &[("London", 0.0), ("Austin", 40.0)],
            1,
            &["London                            Austin"],
        );
    }

    #[test]
    fn neighbors_take_the_next_lane() {
        let labels = [("London", 10.0), ("Seattle", 14.5), ("Berlin", 17.0)];
        check(&labels, 2, &["       London Berlin", "           Seattle"]);
    }

    #[test]
    fn what_finds_no_room_is_left_out_and_the_first_given_wins() {
        check(&[("Berlin", 17.0), ("Seattle", 14.5)], 1, &["              Berlin"]);
        check(&[("a name that is wider than the whole axis is", 20.0)], 1, &[""]);
        check(&[("London", 10.0)], 0, &[]);
    }
}
