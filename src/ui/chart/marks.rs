//! The marks of the conferences.

use super::geometry::{LARGEST_PX, LINE_PX, percent, rounded};
use crate::ui::signals::{RwSignal, StoredValue};
use crate::{
    query::{Action, EntityIndex, FacetValue},
    timeline::{Axis, Mark},
    ui::{
        display_names::conference_name,
        dom::{Element, svg},
        state::{
            explorer::{Explorer, explorer},
            settings::settings,
            words::words,
        },
    },
};
use wasm_bindgen::JsCast as _;
use web_sys::SvgElement;

/// Radius of the smallest mark with entries, in px.
const SMALLEST_PX: i32 = 4;
/// Radius of the mark of a conference without entries, in px.
const EMPTY_PX: i32 = 3;
/// Radius of the touch target, in px.
const REACH_PX: i32 = 12;

/// Whether the conference has any entries.
pub(crate) fn is_held(mark: &Mark) -> bool {
    mark.n_recaps + mark.n_talks > 0
}

/// Radius of the mark, in px.
pub(crate) fn radius_px(mark: &Mark) -> i32 {
    if is_held(mark) {
        SMALLEST_PX + rounded(f64::from(LARGEST_PX - SMALLEST_PX) * mark.radius)
    } else {
        EMPTY_PX
    }
}

/// The marks. Marks with entries are buttons. One of them is in the tab order; arrow keys lead to the others.
pub(super) fn marks(index: &EntityIndex, axis: &Axis) -> Vec<Element> {
    let marks = axis.marks.iter().enumerate();
    let stops =
        marks.clone().filter(|(_, mark)| is_held(mark)).map(|(place, mark)| (place, mark.year));
    let keys = Keys {
        explorer: explorer(),
        in_reach: RwSignal::new(axis.marks.iter().rposition(is_held).unwrap_or(0)),
        anchor: StoredValue::new(None),
        stops: StoredValue::new(stops.collect()),
    };
    let draw = |(place, mark)| {
        if is_held(mark) {
            let drawn = svg("g").class("mark").child(circle("mark-dot", mark, radius_px(mark)));
            // On a page, it is a part of an image. The list below says the same in words.
            if settings().is_static {
                return drawn;
            }
            let label = label(index, mark);
            let drawn = drawn.child(svg("title").child(label.clone()));
            button(drawn, label, mark, place, &keys)
        } else {
            circle("mark-empty", mark, EMPTY_PX)
        }
    };
    marks.map(draw).collect()
}

fn label(index: &EntityIndex, mark: &Mark) -> String {
    let name = conference_name(index, &mark.conference);
    words().mark(&name, mark.n_recaps, mark.n_talks)
}

/// Turns a mark into a button.
fn button(drawn: Element, label: String, mark: &Mark, place: usize, keys: &Keys) -> Element {
    let (keys, explorer) = (*keys, explorer());
    let choice = StoredValue::new(FacetValue::Conference(mark.conference.clone()));
    let is_on = move || choice.with_value(|choice| explorer.has(choice));
    let is_spent = move || choice.with_value(|choice| explorer.count(choice)) == 0;
    let press = move |event: web_sys::KeyboardEvent| keys.press(&event, place, choice);
    let click = move || {
        keys.in_reach.set(place);
        explorer.dispatch(Action::Toggle(choice.get_value()));
    };
    let tab = move || Some(if keys.in_reach.get() == place { "0" } else { "-1" }.to_owned());
    drawn
        .class_when("is-spent", is_spent)
        .attr("role", "button")
        .attr("aria-label", label)
        .attr("data-place", place.to_string())
        .live_attr("aria-pressed", move || Some(is_on().to_string()))
        .live_attr("tabindex", tab)
        .on_click(click)
        .on("keydown", press)
        .child(circle("mark-reach", mark, radius_px(mark).max(REACH_PX)))
}

fn circle(class: &'static str, mark: &Mark, radius_px: i32) -> Element {
    svg("circle")
        .class(class)
        .attr("cx", percent(mark.x))
        .attr("cy", LINE_PX.to_string())
        .attr("r", radius_px.to_string())
}

/// The keyboard position among the marks.
#[derive(Clone, Copy)]
struct Keys {
    explorer: Explorer,
    in_reach: RwSignal<usize>,
    /// The year where a range began, while Shift is held.
    anchor: StoredValue<Option<u16>>,
    /// The marks that are buttons: number and year, earliest first.
    stops: StoredValue<Vec<(usize, u16)>>,
}

impl Keys {
    fn press(self, event: &web_sys::KeyboardEvent, place: usize, choice: StoredValue<FacetValue>) {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "Home" => isize::MIN,
            "End" => isize::MAX,
            "Enter" | " " => {
                event.prevent_default();
                return self.explorer.dispatch(Action::Toggle(choice.get_value()));
            }
            _ => return,
        };
        event.prevent_default();
        let step = self.stops.with_value(|stops| {
            let here = stops.iter().position(|(stop, _)| *stop == place)?;
            let there = here.saturating_add_signed(step).min(stops.len() - 1);
            Some((stops.get(here)?.1, *stops.get(there)?))
        });
        let Some((from, (next, to))) = step else { return };
        self.in_reach.set(next);
        focus_mark(event, next);
        let anchor = event.shift_key().then(|| self.anchor.get_value().unwrap_or(from));
        self.anchor.set_value(anchor);
        if let Some(anchor) = anchor {
            self.explorer.dispatch(Action::SetYears(anchor.min(to)..=anchor.max(to)));
        }
    }
}

fn focus_mark(event: &web_sys::KeyboardEvent, place: usize) {
    let mark = event.current_target().and_then(|mark| mark.dyn_into::<web_sys::Element>().ok());
    let other = mark
        .and_then(|mark| mark.closest("svg").ok().flatten())
        .and_then(|plot| plot.query_selector(&format!("[data-place='{place}']")).ok().flatten())
        .and_then(|mark| mark.dyn_into::<SvgElement>().ok());
    if let Some(other) = other {
        // If a mark cannot take the focus, the focus stays.
        drop(other.focus());
    }
}
