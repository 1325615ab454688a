//! An address that names nothing we have.

use super::frame::{PageParts, page_frame};
use crate::{
    query::{Action, Query},
    ui::{link::href, strings::words},
};
use leptos::prelude::*;

/// There is no such page: what that can mean, and the ways on.
#[component]
pub(super) fn MissingPage(
    /// The id in the address.
    id: String,
) -> impl IntoView {
    let words = words();
    // An id is made of the words of a name; they may still find what the link once meant.
    let guess = id.replace(['-', '.'], " ");
    let search = href(&Query::default().apply(Action::Search(guess.clone())));
    page_frame(PageParts {
        kicker: words.missing_kicker.to_owned(),
        title: words.missing_title.to_owned(),
        lead: view! {
            <p class="lead">{(words.missing_text)(&id)}</p>
        }
        .into_any(),
        facts: ().into_any(),
        body: view! {
            <ul class="plain">
                <li><a href=search>{(words.search_for)(&guess)}</a></li>
                <li><a href="?">{words.show_everything}</a></li>
            </ul>
        }
        .into_any(),
    })
}
