//! Choosing years with a pointer.

use super::years::{NO_YEARS, column};
use crate::ui::signals::{RwSignal, StoredValue};
use crate::{
    query::Action,
    timeline::Axis,
    ui::{
        dom::Element,
        state::explorer::{Explorer, explorer},
    },
};
use std::ops::RangeInclusive;
use wasm_bindgen::JsCast as _;

/// Shorter drags are clicks by an unsteady hand, in px.
const SLACK_PX: i32 = 6;

/// A drag across the chart, from the press to the release.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    explorer: Explorer,
    axis: StoredValue<Axis>,
    /// The position where the pointer went down: as a fraction of the width, and in px of the window.
    start: StoredValue<Option<(f64, i32)>>,
    /// The current position, as a fraction; `None` until it has moved far enough.
    now: RwSignal<Option<f64>>,
    /// The browser sends a click after a drag. The chart must ignore it.
    is_click_void: StoredValue<bool>,
}

impl Drag {
    /// No drag yet.
    pub(super) fn new(axis: Axis) -> Self {
        Self {
            explorer: explorer(),
            axis: StoredValue::new(axis),
            start: StoredValue::new(None),
            now: RwSignal::new(None),
            is_click_void: StoredValue::new(false),
        }
    }

    /// The pointer goes down.
    pub(super) fn begin(self, event: &web_sys::PointerEvent) {
        self.is_click_void.set_value(false);
        // A moving finger may want to scroll the page. For touch, there are two inputs for the years.
        if event.button() == 0 && event.pointer_type() != "touch" {
            let start = plot(event).map(|plot| (fraction(&plot, event), event.client_x()));
            self.start.set_value(start);
        }
    }

    /// The pointer moves.
    pub(super) fn follow(self, event: &web_sys::PointerEvent) {
        let Some((_, start_px)) = self.start.get_value() else { return };
        let Some(plot) = plot(event) else { return };
        let is_under_way = self.now.with_untracked(Option::is_some);
        if !is_under_way && (event.client_x() - start_px).abs() <= SLACK_PX {
            return;
        }
        if !is_under_way {
            // Captures the pointer, so that a drag continues beyond the edge of the chart. Drags also work if this
            // fails.
            drop(plot.set_pointer_capture(event.pointer_id()));
        }
        self.now.set(Some(fraction(&plot, event)));
    }

    /// The pointer goes up.
    pub(super) fn end(self) {
        let drawn = self.start.get_value().zip(self.now.get_untracked());
        if let Some(years) = drawn.and_then(|((start, _), now)| self.years(start, now)) {
            self.is_click_void.set_value(true);
            self.explorer.dispatch(Action::SetYears(years));
        }
        self.cancel();
    }

    /// The drag is canceled.
    pub(super) fn cancel(self) {
        self.start.set_value(None);
        self.now.set(None);
    }

    /// A click beside the marks chooses the year at that position; a second click removes it.
    pub(super) fn click(self, event: &web_sys::MouseEvent) {
        let is_on_mark = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| target.closest(".mark").ok().flatten().is_some());
        if is_on_mark || self.is_click_void.get_value() {
            return;
        }
        let year = plot(event)
            .and_then(|plot| self.axis.with_value(|axis| axis.year_at(fraction(&plot, event))));
        if let Some(year) = year {
            let is_only =
                self.explorer.query().with_untracked(|query| query.selection.years() == [year]);
            self.explorer.dispatch(Action::SetYears(if is_only { NO_YEARS } else { year..=year }));
        }
    }

    /// The years between two fractions of the width.
    fn years(self, start: f64, end: f64) -> Option<RangeInclusive<u16>> {
        self.axis
            .with_value(|axis| Some(axis.year_at(start.min(end))?..=axis.year_at(start.max(end))?))
    }

    /// The years between press and pointer, shaded.
    pub(super) fn shade(self) -> Option<Element> {
        let years = self.now.get().and_then(|now| self.years(self.start.get_value()?.0, now))?;
        self.axis.with_value(|axis| {
            let tick = |year: u16| axis.ticks.iter().find(|tick| tick.year == year);
            Some(column("plot-shade", tick(*years.start())?.start, tick(*years.end())?.end))
        })
    }
}

fn plot(event: &web_sys::MouseEvent) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn fraction(plot: &web_sys::Element, event: &web_sys::MouseEvent) -> f64 {
    let area = plot.get_bounding_client_rect();
    (f64::from(event.client_x()) - area.left()) / area.width().max(1.0)
}
