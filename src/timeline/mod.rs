//! Dates to positions, labels to lanes, themes by edition.
//!
//! Pure geometry: no texts, no browser. `timeline` computes, `ui` draws.

mod axis;
mod change;
mod density;
mod groups;
mod labels;
mod matrix;

pub use axis::{Axis, Mark, Tick};
pub use change::{Change, N_ENOUGH, Return, Silence};
pub use density::{Column, Unit};
pub use groups::{ConferenceGroup, RecapGroup, Timeline, YearGroup};
pub use labels::{Label, lay_out_labels};
pub use matrix::{Cell, Edition, Matrix, Row, ThemeOrder};
