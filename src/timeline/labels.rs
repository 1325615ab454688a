//! Places labels in lanes so that no two overlap.

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Left edge, in px from the start of the axis.
    pub left_px: f64,
    /// Lane, 0 nearest to the axis.
    pub lane: usize,
}

/// Places labels, each given as its mark's `x` (0 to 1) and its width in px, on an axis of
/// `width_px`, with `gap_px` between two. One answer per label, in the order given; `None` where
/// it would need a lane beyond `max_lanes`. A label is centered on its mark unless that leaves the axis.
pub fn place_labels(
    _labels: &[(f64, f64)],
    _width_px: f64,
    _gap_px: f64,
    _max_lanes: usize,
) -> Vec<Option<Label>> {
    Vec::new()
}
