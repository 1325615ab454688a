//! The parts of the timeline chart that only static pages draw, and the data for its scripts.

mod dense;
mod labels;
mod printed;

pub(crate) use dense::{DenseChart, dense_chart};
pub(crate) use printed::{ChartTable, chart_table};

use crate::{
    timeline::Axis,
    ui::{
        chart::FixedParts,
        dom::{Element, el, svg},
        state::explorer::explorer,
    },
};

/// The parts of the chart that never change.
pub(crate) fn fixed_parts() -> FixedParts {
    let axis = Axis::new(&explorer().engine());
    let FixedParts { back, beside } = FixedParts::empty();
    FixedParts { back: printed::backdrop(back, &axis), beside: printed::beside(beside, &axis) }
}

/// The same for a page that shows no chart before the client starts.
pub(crate) fn hidden_parts() -> Element {
    let FixedParts { back, beside } = fixed_parts();
    el("div").attr("hidden", "").child(svg("svg").child(back)).child(beside)
}
