//! The marks of the editions and their labels.

use super::{HEIGHT_PX, LINE_PX, percent};
use crate::{
    query::{Action, Choice, Index},
    timeline::{Axis, Mark, place_labels},
    ui::{
        explorer::explorer,
        names::{conference_name, short_name},
        strings::words,
    },
};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Element, SvgElement},
};

/// Radius of the largest mark, in px.
const LARGEST_PX: f64 = 15.0;
/// Radius of a mark of an edition nothing is held of, in px.
const EMPTY_PX: f64 = 3.0;
/// What a finger can hit, in px.
const REACH_PX: f64 = 12.0;
/// Height of a lane of labels, in px.
const LANE_PX: f64 = 17.0;
/// Lanes there is room for.
const N_LANES: usize = 3;
/// Mean width of a letter in a label, in px.
const LETTER_PX: f64 = 6.6;
/// Room between two labels, in px.
const GAP_PX: f64 = 14.0;
/// The widths labels are placed for, in px: each set is shown from its width on, where it has more
/// room still, until the next set takes over.
const WIDTHS_PX: [(f64, &str); 3] = [(280.0, "narrow"), (640.0, "middle"), (1000.0, "wide")];

fn is_held(mark: &Mark) -> bool {
    mark.n_recaps + mark.n_talks > 0
}

fn radius_px(mark: &Mark) -> f64 {
    if is_held(mark) { 4.0 + (LARGEST_PX - 4.0) * mark.radius } else { EMPTY_PX }
}

/// The marks. Those that hold something are buttons, one of them in the order of tabs; arrow keys
/// lead to the others.
pub(super) fn marks(index: &Index, axis: &Axis) -> impl IntoView + use<> {
    let explorer = explorer();
    let in_reach = RwSignal::new(axis.marks.iter().rposition(is_held).unwrap_or(0));
    let anchor = RwSignal::new(None::<u16>);
    let keys = Keys {
        in_reach,
        anchor,
        stops: StoredValue::new(
            axis.marks
                .iter()
                .enumerate()
                .filter(|(_, mark)| is_held(mark))
                .map(|(place, mark)| (place, mark.year))
                .collect(),
        ),
    };
    let drawn = axis.marks.iter().enumerate().map(|(place, mark)| {
        let x = percent(mark.x);
        if !is_held(mark) {
            return view! { <circle class="mark-empty" cx=x cy=LINE_PX r=EMPTY_PX /> }.into_any();
        }
        let choice = Choice::Conference(mark.conference.clone());
        let is_on = explorer.has(choice.clone());
        let count = { let choice = choice.clone(); Memo::new(move |_| explorer.count(&choice)) };
        let name = conference_name(index, &mark.conference);
        let label = (words().mark)(&name, mark.n_recaps, mark.n_talks);
        let hint = label.clone();
        let toggle = move || explorer.dispatch(Action::Toggle(choice.clone()));
        let press = toggle.clone();
        view! {
            <g
                class="mark"
                class:is-spent=move || count.get() == 0
                role="button"
                aria-label=label
                aria-pressed=move || is_on.get().to_string()
                tabindex=move || if in_reach.get() == place { "0" } else { "-1" }
                data-place=place
                on:click=move |_| { in_reach.set(place); toggle(); }
                on:keydown=move |event: ev::KeyboardEvent| keys.press(&event, place, &press)
            >
                <title>{hint}</title>
                <circle class="mark-reach" cx=x.clone() cy=LINE_PX r=radius_px(mark).max(REACH_PX) />
                <circle class="mark-dot" cx=x cy=LINE_PX r=radius_px(mark) />
            </g>
        }
        .into_any()
    });
    drawn.collect::<Vec<_>>()
}

/// Where the keyboard is among the marks.
#[derive(Clone, Copy)]
struct Keys {
    in_reach: RwSignal<usize>,
    /// The year a range is drawn from, while Shift is held.
    anchor: RwSignal<Option<u16>>,
    /// The marks that are buttons: place and year, earliest first.
    stops: StoredValue<Vec<(usize, u16)>>,
}

impl Keys {
    fn press(self, event: &ev::KeyboardEvent, place: usize, toggle: &impl Fn()) {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            "Home" => isize::MIN,
            "End" => isize::MAX,
            "Enter" | " " => {
                event.prevent_default();
                return toggle();
            }
            _ => return,
        };
        event.prevent_default();
        let Some((from, to, next)) = self.stops.with_value(|stops| {
            let here = stops.iter().position(|(stop, _)| *stop == place)?;
            let there = here.saturating_add_signed(step).min(stops.len() - 1);
            Some((stops.get(here)?.1, stops.get(there)?.1, stops.get(there)?.0))
        }) else {
            return;
        };
        self.in_reach.set(next);
        focus_mark(event, next);
        if event.shift_key() {
            let anchor = self.anchor.get_untracked().unwrap_or(from);
            self.anchor.set(Some(anchor));
            explorer_years(anchor.min(to)..=anchor.max(to));
        } else {
            self.anchor.set(None);
        }
    }
}

fn explorer_years(years: std::ops::RangeInclusive<u16>) {
    explorer().dispatch(Action::SetYears(years));
}

fn focus_mark(event: &ev::KeyboardEvent, place: usize) {
    let mark = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let other = mark
        .and_then(|mark| mark.closest("svg").ok().flatten())
        .and_then(|plot| plot.query_selector(&format!("[data-place='{place}']")).ok().flatten())
        .and_then(|mark| mark.dyn_into::<SvgElement>().ok());
    if let Some(other) = other {
        // A mark that cannot take the focus leaves it where it is.
        drop(other.focus());
    }
}

/// The names of the editions that hold something, as many as fit, for several widths.
pub(super) fn labels(index: &Index, axis: &Axis) -> impl IntoView + use<> {
    let held: Vec<(&Mark, String)> = axis
        .marks
        .iter()
        .filter(|mark| is_held(mark))
        .map(|mark| (mark, short_name(index, &mark.conference)))
        .collect();
    let sizes: Vec<(f64, f64)> = held.iter().map(|(mark, name)| (mark.x, width_px(name))).collect();
    WIDTHS_PX
        .map(|(plot_px, name)| {
            let placed = place_labels(&sizes, plot_px, GAP_PX, N_LANES);
            let texts: Vec<_> = held
                .iter()
                .zip(placed)
                .filter_map(|((mark, name), label)| {
                    let label = label?;
                    let lane = f64::from(u32::try_from(label.lane).ok()?);
                    let y = LINE_PX - LARGEST_PX - 8.0 - lane * LANE_PX;
                    Some(label_view(mark, name, label.left_px, plot_px, y))
                })
                .collect();
            view! { <g class="plot-labels" data-width=name aria-hidden="true">{texts}</g> }
        })
        .into_iter()
        .collect::<Vec<_>>()
}

fn label_view(
    mark: &Mark,
    name: &str,
    left_px: f64,
    plot_px: f64,
    y: f64,
) -> impl IntoView + use<> {
    let middle_px = left_px + width_px(name) / 2.0;
    let is_centered = (middle_px - mark.x * plot_px).abs() < 1.0;
    let (x, anchor) = match (is_centered, left_px < 1.0) {
        (true, _) => (percent(mark.x), "middle"),
        (false, true) => ("0".to_owned(), "start"),
        (false, false) => ("100%".to_owned(), "end"),
    };
    let top = percent(mark.x);
    view! {
        <line class="plot-leader" x1=top.clone() x2=top y1=y + 4.0 y2=LINE_PX - radius_px(mark) - 1.0 />
        <text x=x y=y text-anchor=anchor>{name.to_owned()}</text>
    }
}

fn width_px(label: &str) -> f64 {
    let letters = u32::try_from(label.chars().count()).unwrap_or(u32::MAX);
    f64::from(letters) * LETTER_PX
}

/// Where the names of years stand, in px from the top.
pub(super) const YEAR_NAME_PX: f64 = HEIGHT_PX - 14.0;
