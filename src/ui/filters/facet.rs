//! One facet: a group of check boxes, those with results first.

use crate::ui::signals::{RwSignal, StoredValue};
use crate::{
    query::{Action, Facet, FacetValue, folded, sorting::sort_by_key},
    ui::{
        chart::years::year_inputs,
        dom::{Child as _, Element, Item, Node, el, keyed},
        state::{explorer::explorer, settings::settings, words::words},
    },
};
use leptos_dom::helpers::event_target_value;
use std::{
    cmp::Reverse,
    sync::atomic::{AtomicBool, Ordering},
};

/// How many values are shown at first.
const N_SHOWN: usize = 6;
/// The fewest values that get a text field to narrow them.
const N_WITH_BOX: usize = 13;
/// The most values shown. A large collection has thousands of people; readers find one by typing.
const N_MOST: usize = 200;

/// A value of a facet.
pub(super) struct Value {
    /// The choice that it makes.
    pub(super) choice: FacetValue,
    /// Its name.
    pub(super) name: String,
    /// How many entries have it.
    pub(super) total: usize,
    /// Whether it was ever chosen: then it stays in the list, so that the focus stays on it when the reader unchecks
    /// it.
    pub(super) has_been_on: AtomicBool,
}

/// The values of one facet, in the order to show them. Not empty.
pub(super) fn facet_group(facet: Facet, values: Vec<Value>) -> Node {
    let words = words();
    let is_whole = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let n_values = values.len();
    let legend = words.facet(facet);
    let name_box = (n_values >= N_WITH_BOX).then(|| {
        el("input")
            .class("facet-box")
            .attr("type", "search")
            .attr("aria-label", words.narrow_facet(legend))
            .attr("placeholder", words.narrow_placeholder())
            .on("input", move |event: web_sys::Event| {
                typed.set(folded(&event_target_value(&event)));
            })
    });
    // The numbers below say it for screen readers.
    let unit = el("span").class("unit").attr("aria-hidden", "true").child(words.entries_of(2));
    let year = |value: Option<&Value>| {
        let FacetValue::Year(year) = value?.choice else { return None };
        Some(year)
    };
    // The newest first.
    let range = year(values.last()).zip(year(values.first()));
    let range = range.map(|(first, last)| year_inputs(first, last));
    let more = (n_values > N_SHOWN).then(|| more_button(facet, n_values, is_whole));
    let items = if settings().is_static {
        let first = values.into_iter().take(N_SHOWN);
        el("ul").children(first.map(|value| item(value.choice, value.name)))
    } else {
        el("ul").child(keyed(move || shown(facet, &values, is_whole.get(), &typed.get())))
    };
    el("fieldset")
        .class("facet")
        .child(el("legend").attr("id", legend_id(facet)).child(legend).child(unit))
        .child(range)
        .child(name_box)
        .child(items)
        .child(more)
        .into_node()
}

/// The values that the reader asks for, and those that are or were on: values with results first, and of the values
/// sorted by count the largest first. Years stay in order. A choice in this facet changes nothing here, so the pressed
/// value stays where it is.
fn shown(facet: Facet, values: &[Value], is_whole: bool, typed: &str) -> Vec<Item> {
    let explorer = explorer();
    let is_by_number =
        !matches!(facet, Facet::Year | Facet::Conference | Facet::Kind | Facet::Video);
    let mut values: Vec<&Value> = values.iter().collect();
    sort_by_key(&mut values, |value| {
        let n_left = explorer.count(&value.choice);
        let n_left = if is_by_number { n_left } else { n_left.min(1) };
        Reverse(if facet == Facet::Year { 0 } else { n_left })
    });
    let n_first = if is_whole { N_MOST } else { N_SHOWN };
    let choices = explorer.query().with(|query| query.selection.clone());
    let is_shown = |(place, value): &(usize, &Value)| {
        let is_asked_for = match typed {
            "" => *place < n_first,
            typed => folded(&value.name).contains(typed),
        };
        let is_on = choices.contains(&value.choice);
        is_asked_for || value.has_been_on.fetch_or(is_on, Ordering::Relaxed) || is_on
    };
    let item = |(_, value): (usize, &Value)| {
        let (choice, name) = (value.choice.clone(), value.name.clone());
        Item::new(choice.word().into_owned(), move || item(choice, name).into_node())
    };
    values.into_iter().enumerate().filter(is_shown).take(N_MOST).map(item).collect()
}

fn more_button(facet: Facet, n_values: usize, is_whole: RwSignal<bool>) -> Element {
    let words = words();
    let label = move || {
        if is_whole.get() { words.show_fewer().to_owned() } else { words.show_all(n_values) }
    };
    el("button")
        .class("show-more")
        .attr("type", "button")
        .attr("aria-describedby", legend_id(facet))
        .live_attr("aria-expanded", move || Some(is_whole.get().to_string()))
        .on_click(move || is_whole.update(|is_whole| *is_whole = !*is_whole))
        .live_text(label)
}

fn legend_id(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "facet-year",
        Facet::Conference => "facet-conference",
        Facet::Theme => "facet-theme",
        Facet::Person => "facet-person",
        Facet::Organization => "facet-organization",
        Facet::Location => "facet-place",
        Facet::Kind => "facet-kind",
        Facet::Video => "facet-video",
    }
}

fn item(choice: FacetValue, name: String) -> Element {
    let explorer = explorer();
    let words = words();
    let toggled = choice.clone();
    let toggle = move |_: web_sys::Event| explorer.dispatch(Action::Toggle(toggled.clone()));
    // Several parts of the item use the same choice.
    let choice = StoredValue::new(choice);
    let is_on = move || choice.with_value(|choice| explorer.has(choice));
    let count = move || choice.with_value(|choice| explorer.count(choice));
    let is_known = move || choice.with_value(|choice| explorer.knows(choice));
    let shown = move || if is_known() { count().to_string() } else { "…".to_owned() };
    let label = el("label")
        .child(el("input").attr("type", "checkbox").checked(is_on).on("change", toggle))
        .child(el("span").class("facet-name").child(name))
        .child(" ")
        .child(el("span").class("count").live_text(shown))
        .child(" ")
        .child(
            el("span")
                .class("visually-hidden")
                .live_text(move || words.entries_of(count()).to_owned()),
        );
    el("li").class_when("is-spent", move || count() == 0 && is_known()).child(label)
}
