//! What of the address could not be used.

use super::{explorer::explorer, strings::words};
use leptos::prelude::*;

/// Names what of the address was ignored. Not there when all of it was used.
#[component]
pub(crate) fn AddressNote() -> impl IntoView {
    let warnings = explorer().warnings();
    let words = words();
    move || {
        let list = warnings.with(|warnings| {
            warnings
                .iter()
                .map(|warning| view! { <li>{(words.warning)(warning)}</li> })
                .collect_view()
        });
        (!list.is_empty()).then(|| {
            view! {
                <div class="address-note" role="status">
                    <p>{words.address_note}</p>
                    <ul>{list}</ul>
                    <button type="button" on:click=move |_| warnings.set(Vec::new())>
                        {words.dismiss}
                    </button>
                </div>
            }
        })
    }
}
