//! Keeps the query and the address bar in sync. No other file touches the history.
//!
//! With each address, the history keeps the reader's scroll position and focused link. Going back restores both.

use super::{
    draw::handle,
    effect::{Kept, whenever},
};
use crate::ui::signals::{Callback, RwSignal, StoredValue};
use crate::{
    query::{History, Query, foreign_parts},
    ui::state::explorer::Explorer,
};
use leptos_dom::helpers::{
    TimeoutHandle, request_animation_frame, set_timeout_with_handle, window,
};
use std::time::Duration;
use tachys::dom::document;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{Document, Element, Event, HtmlElement, ScrollToOptions, Window};

/// Typing reaches the address after this pause. Browsers refuse a flood of history entries.
const TYPING_PAUSE: Duration = Duration::from_millis(250);
/// After a frame, so that it has been painted.
const AFTER_PAINT: Duration = Duration::from_millis(50);
/// A long list grows when less than this many window heights remain below.
const N_WINDOWS_AHEAD: i32 = 3;
/// Separates the scroll position from the followed link in a history entry.
const SEPARATOR: char = ' ';

/// Reads the address into the explorer.
pub(super) fn read(explorer: Explorer) {
    let search = window().location().search().unwrap_or_default();
    let (mut query, mut warnings) = Query::parse(&search);
    warnings.extend(query.retain_known(&explorer.index()));
    explorer.restore(query, warnings);
}

/// Keeps address and query in sync, both ways, until the result is dropped.
pub(super) fn follow(explorer: Explorer) -> Kept {
    // We restore the scroll position ourselves: the browser would do so before the list is drawn.
    drop(
        window()
            .history()
            .map(|history| history.set_scroll_restoration(web_sys::ScrollRestoration::Manual)),
    );
    let pending = StoredValue::new(None::<(TimeoutHandle, Query)>);
    let flush = move || {
        if let Some((timer, query)) = pending.try_update_value(Option::take).flatten() {
            timer.clear();
            replace(&query);
        }
    };
    explorer.before_steps(Callback::new(|()| keep_place()));
    // The reader may have changed the query before the client started, but not the address.
    let mut last = explorer.query().get_untracked();
    whenever(move || {
        let query = explorer.query().get();
        let is_same = query == std::mem::replace(&mut last, query.clone());
        match explorer.history().filter(|_| !is_same) {
            None => {}
            Some(History::Push) => {
                flush();
                push(&query);
            }
            Some(History::Replace) => {
                if let Some((timer, _)) = pending.try_update_value(Option::take).flatten() {
                    timer.clear();
                }
                if let Some(timer) = after(TYPING_PAUSE, Box::new(flush)) {
                    pending.set_value(Some((timer, query)));
                }
            }
        }
    });
    let growing = listen("scroll", Box::new(move || grow(explorer)));
    let place_to_find = RwSignal::new(place_left(explorer));
    let stepping = listen(
        "popstate",
        Box::new(move || {
            if let Some((timer, _)) = pending.try_update_value(Option::take).flatten() {
                timer.clear();
            }
            let place = kept_place();
            explorer.draw_down_to(place.as_deref().map_or(0, top_of));
            read(explorer);
            place_to_find.set(place);
        }),
    );
    // After the matches are on the page.
    whenever(move || {
        if !explorer.is_waiting().get()
            && let Some(place) = place_to_find.get()
        {
            come_back(place);
        }
    });
    let leaving = listen(
        "pagehide",
        Box::new(move || {
            flush();
            keep_place();
        }),
    );
    vec![Box::new(growing), Box::new(stepping), Box::new(leaving)]
}

/// The address of `query`, with all foreign parameters.
fn address(query: &Query) -> String {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let mut address = path + &query.to_search();
    let mut has_query = !query.to_search().is_empty();
    for part in foreign_parts(&search) {
        address.push(if has_query { '&' } else { '?' });
        address += part;
        has_query = true;
    }
    address
}

fn push(query: &Query) {
    if let Ok(history) = window().history() {
        // If the browser refuses, the address is outdated, but the view still works.
        drop(history.push_state_with_url(&JsValue::NULL, "", Some(&address(query))));
    }
}

/// Stores the reader's position in the history entry that is about to be left.
fn keep_place() {
    if let Ok(history) = window().history() {
        drop(history.replace_state(&JsValue::from_str(&place(&window())), ""));
    }
}

/// The position at which the reader left for a page and has now come back from it. Draws enough of the list to return
/// there.
fn place_left(explorer: Explorer) -> Option<String> {
    let place = kept_place();
    if let Some(place) = &place {
        explorer.draw_down_to(top_of(place));
    } else {
        // The rest is drawn once the reader has something to look at.
        after_frame(Box::new(move || {
            after(AFTER_PAINT, Box::new(move || explorer.draw_more()));
        }));
    }
    place
}

/// The reader's position when this history entry was left.
fn kept_place() -> Option<String> {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| state.as_string())
}

/// An event of the window that is listened to. Dropping it ends that.
struct Listener {
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        drop(window().remove_event_listener_with_callback(self.event, handler));
    }
}

// What follows is not generic, so that all callers share its code.

fn after_frame(act: Box<dyn FnOnce()>) {
    request_animation_frame(act);
}

fn after(pause: Duration, act: Box<dyn FnOnce()>) -> Option<TimeoutHandle> {
    set_timeout_with_handle(act, pause).ok()
}

fn listen(event: &'static str, act: Box<dyn Fn()>) -> Listener {
    let handler = handle(&window(), event, Box::new(move |_| act()));
    Listener { event, handler }
}

/// Draws more of a long list before the reader reaches its end.
fn grow(explorer: Explorer) {
    let Some(page) = document().document_element() else { return };
    let end = page.scroll_top() + page.client_height() * N_WINDOWS_AHEAD;
    if end > page.scroll_height() && explorer.has_more() {
        explorer.draw_more();
    }
}

/// The scroll position of a stored place, in px.
fn top_of(place: &str) -> usize {
    place.split(SEPARATOR).next().and_then(|top| top.parse().ok()).unwrap_or(0)
}

fn replace(query: &Query) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        drop(history.replace_state_with_url(&state, "", Some(&address(query))));
    }
}

/// The scroll position and the focused link.
fn place(window: &Window) -> String {
    let document = window.document();
    // Whole pixels: code that reads and writes fractions would be a tenth of the client.
    let page = document.as_ref().and_then(Document::document_element);
    let top = page.map_or(0, |page| page.scroll_top());
    let link = document
        .and_then(|document| document.active_element())
        .and_then(|active| active.get_attribute("href"))
        .unwrap_or_default();
    format!("{top}{SEPARATOR}{link}")
}

/// Returns to the stored position after Back.
fn come_back(place: String) {
    after_frame(Box::new(move || {
        let (top, link) = place.split_once(SEPARATOR).unwrap_or((&place, ""));
        scroll_to(top.parse().unwrap_or(0));
        let links = document().query_selector_all("main a[href]");
        let Ok(links) = links else { return };
        for number in 0..links.length() {
            let element = links.get(number).and_then(|node| node.dyn_into::<Element>().ok());
            let Some(element) = element else { continue };
            if element.get_attribute("href").as_deref() == Some(link) {
                return focus(&element);
            }
        }
    }));
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // If the element cannot take the focus, the focus stays.
        drop(element.focus_with_options(&options));
    }
}

fn scroll_to(top: i32) {
    let options = ScrollToOptions::new();
    options.set_top(f64::from(top));
    window().scroll_to_with_scroll_to_options(&options);
}
