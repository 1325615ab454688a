//! Sizes and positions in the timeline chart.

/// Height of the chart, in px.
pub(super) const HEIGHT_PX: i32 = 140;
/// Distance of the time axis from the top, in px.
pub(crate) const LINE_PX: i32 = 82;
/// Radius of the largest mark, in px.
pub(crate) const LARGEST_PX: i32 = 15;

/// A fraction of the width as an attribute of SVG.
pub(crate) fn percent(x: f64) -> String {
    // Whole numbers need no code for fractions. A ten-thousandth of the width is only a few pixels, even when a quarter
    // of a year fills the window.
    let parts = rounded(x * 10_000.0);
    let (whole, rest) = (parts / 100, (parts % 100).abs());
    let point = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), point, &rest.to_string(), "%"].concat()
}

/// The nearest whole number, limited to the range of 32 bits.
#[expect(clippy::cast_possible_truncation, reason = "the function promises to limit the number")]
pub(super) fn rounded(number: f64) -> i32 {
    number.round() as i32
}
