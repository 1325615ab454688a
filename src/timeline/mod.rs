//! Dates to positions, labels to lanes, themes by edition.
//!
//! Pure geometry: no words for the reader, no browser. `timeline` computes, `ui` draws.

mod axis;
mod change;
mod density;
mod groups;
mod labels;
mod matrix;

pub use axis::{Axis, Mark, Tick};
pub use change::{Change, Return};
pub use density::{Column, Unit};
pub use groups::{ConferenceGroup, RecapGroup, Timeline, YearGroup};
pub use labels::{Label, place_labels};
pub use matrix::{Cell, Edition, Matrix, Row, ThemeOrder};

/// A count as a number to reckon with; exact below 2^32.
fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
