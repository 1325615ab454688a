//! Dates to positions, labels to lanes, themes by edition.
//!
//! Pure geometry: no words for the reader, no browser. `timeline` computes, `ui` draws.

mod axis;
mod groups;
mod labels;
mod matrix;

pub use axis::{Axis, Mark, Tick};
pub use groups::{ConferenceGroup, RecapGroup, Timeline, YearGroup};
pub use labels::{Label, place_labels};
pub use matrix::{Cell, Edition, Matrix, Row, ThemeOrder};
