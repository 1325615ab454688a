//! The box for free text.

use super::{explorer::explorer, icons::icon_search, strings::words};
use crate::query::Action;
use leptos::{ev, prelude::*};

/// Free text search. The list follows while the reader types.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let explorer = explorer();
    let query = explorer.query();
    let on_key = move |event: ev::KeyboardEvent| {
        // Not every browser clears a search field on Escape.
        if event.key() == "Escape" && !event.is_composing() {
            explorer.dispatch(Action::Search(String::new()));
        }
    };
    view! {
        <form class="search needs-client" role="search" on:submit=move |event| event.prevent_default()>
            <label for="search">{words().search_label}</label>
            <div class="search-field">
                {icon_search()}
                <input
                    id="search"
                    type="search"
                    name="q"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words().search_placeholder
                    prop:value=move || query.with(|query| query.text.clone())
                    on:input=move |event| explorer.dispatch(Action::Search(event_target_value(&event)))
                    on:focus=move |_| explorer.want_words()
                    on:keydown=on_key
                />
            </div>
        </form>
    }
    .into_any()
}
