//! A closer look at a part of the picture: by wheel, by two fingers, by buttons and by keys.
//!
//! The picture gets wider than its window, which then scrolls as anything does that is too wide.

use crate::{
    timeline::{Axis, Zoom},
    ui::{
        node::{Element, el},
        strings::words,
    },
};
use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _, web_sys};

/// How much closer a step leads, in percent.
const STEP: i32 = 150;
/// How much closer a turn of the wheel leads at most, in percent.
const TURN: i32 = 125;

/// How close the reader looks.
#[derive(Clone, Copy)]
pub(super) struct Zooming {
    /// Width of the picture in percent of that of its window.
    scale: RwSignal<i32>,
    /// The largest scale: a quarter of a year fills the window.
    most: i32,
    /// The fingers on the picture, by the id of their pointers, with where they are in px.
    fingers: StoredValue<Vec<(i32, i32)>>,
    /// How far two of them were apart in px, and the scale then.
    start: StoredValue<(i32, i32)>,
}

impl Zooming {
    /// The whole span.
    pub(super) fn new(axis: &Axis) -> Self {
        Self {
            scale: RwSignal::new(100),
            most: i32::try_from(axis.ticks.len()).unwrap_or(1).saturating_mul(400),
            fingers: StoredValue::new(Vec::new()),
            start: StoredValue::new((1, 100)),
        }
    }

    /// Width of the picture in percent of that of its window.
    pub(super) fn scale(self) -> i32 {
        self.scale.get()
    }

    /// Shows the picture at `scale`; what is `at` that place of the window, in px, stays there.
    fn show(self, event: &ev::Event, scale: i32, at: Option<i32>) {
        let part = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let picture = part.and_then(|part| part.closest(".picture").ok().flatten());
        let Some(plot) = picture.and_then(|it| it.query_selector(".plot").ok().flatten()) else {
            return;
        };
        let area = plot.get_bounding_client_rect();
        let at_px = at.map_or(area.width() / 2.0, |at| f64::from(at) - area.left());
        let now = self.scale.get_untracked();
        let zoom = Zoom { scale: now, left_px: f64::from(plot.scroll_left()) };
        let zoom = zoom.to(scale.min(self.most), at_px, area.width());
        // At once, or there would be nothing to scroll yet. None of it can fail: the names are fine.
        if let Some(picture) = plot.first_element_child() {
            drop(picture.set_attribute("width", &(zoom.scale.to_string() + "%")));
        }
        drop(plot.toggle_attribute_with_force("data-zoomed", zoom.scale > 100));
        plot.set_scroll_left(super::rounded(zoom.left_px));
        self.scale.set(zoom.scale);
    }

    fn step(self, event: &ev::Event, is_closer: bool) {
        let scale = self.scale.get_untracked();
        let next = if is_closer { scale * STEP / 100 } else { scale * 100 / STEP };
        self.show(event, next, None);
    }

    /// The wheel turns. Without Ctrl it scrolls the page, as everywhere.
    pub(super) fn wheel(self, event: &ev::WheelEvent) {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let percent = 100 - super::rounded(event.delta_y());
            let percent = percent.min(TURN).max(10_000 / TURN);
            let scale = self.scale.get_untracked() * percent / 100;
            self.show(event, scale, Some(event.client_x()));
        }
    }

    /// A key is pressed in the picture.
    pub(super) fn press(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => self.step(event, true),
            "-" => self.step(event, false),
            "0" => self.show(event, 100, None),
            _ => return,
        }
        event.prevent_default();
    }

    /// A finger comes down.
    pub(super) fn touch(self, event: &ev::PointerEvent) {
        if event.pointer_type() == "touch" {
            self.fingers.update_value(|it| it.push((event.pointer_id(), event.client_x())));
            let scale = self.scale.get_untracked();
            self.start.set_value((self.spread().map_or(1, |(apart, _)| apart), scale));
        }
    }

    /// A finger moves.
    pub(super) fn follow(self, event: &ev::PointerEvent) {
        self.fingers.update_value(|fingers| {
            for (_, x) in fingers.iter_mut().filter(|(id, _)| *id == event.pointer_id()) {
                *x = event.client_x();
            }
        });
        if let Some((apart, middle)) = self.spread() {
            let (start, scale) = self.start.get_value();
            self.show(event, scale * apart / start, Some(middle));
        }
    }

    /// A finger is gone.
    pub(super) fn release(self, event: &ev::PointerEvent) {
        self.fingers.update_value(|it| it.retain(|(id, _)| *id != event.pointer_id()));
    }

    /// Keeps the browser from scrolling while two fingers zoom.
    pub(super) fn hold(self, event: &ev::Event) {
        if self.spread().is_some() {
            event.prevent_default();
        }
    }

    /// How far two fingers are apart, and the middle between them, in px. `None` unless there are two.
    fn spread(self) -> Option<(i32, i32)> {
        self.fingers.with_value(|fingers| match fingers.as_slice() {
            [(_, a), (_, b)] => Some(((a - b).abs().max(1), a.midpoint(*b))),
            _ => None,
        })
    }

    /// The buttons.
    pub(super) fn buttons(self) -> Element {
        let words = words();
        let button = |name: &'static str, label: &'static str| {
            el("button").attr("type", "button").attr("aria-label", name).child(label)
        };
        let is_whole = move || self.scale() <= 100;
        el("div")
            .class("zoom needs-client")
            .attr("role", "group")
            .attr("aria-label", words.zoom)
            .child(
                button(words.zoom_out, "−")
                    .live_flag("disabled", is_whole)
                    .on("click", move |event: ev::Event| self.step(&event, false)),
            )
            .child(
                button(words.zoom_in, "+")
                    .live_flag("disabled", move || self.scale() >= self.most)
                    .on("click", move |event: ev::Event| self.step(&event, true)),
            )
            .child(
                button(words.zoom_whole, words.zoom_whole)
                    .live_flag("hidden", is_whole)
                    .on("click", move |event: ev::Event| self.show(&event, 100, None)),
            )
    }
}
