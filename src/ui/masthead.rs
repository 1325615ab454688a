//! What frames every view: whose site it is, the search box, and the small print.

use super::{explorer::explorer, search_box::SearchBox, strings::words};
use leptos::{either::Either, prelude::*};

/// Title, tagline and search. The title is the heading of the page unless a page with a heading of
/// its own is open.
#[component]
pub(crate) fn Masthead(
    /// A page is open, so the title steps back and leads home.
    is_compact: Memo<bool>,
) -> impl IntoView {
    let site = explorer().site();
    let title = site.title.clone();
    let tagline = site.description.clone();
    view! {
        <header class="masthead" class:is-compact=is_compact>
            <div class="masthead-title">
                {move || {
                    let title = title.clone();
                    if is_compact.get() {
                        Either::Left(view! { <p class="site-title"><a href="?">{title}</a></p> })
                    } else {
                        Either::Right(view! { <h1 class="site-title">{title}</h1> })
                    }
                }}
                {(!tagline.is_empty()).then(|| view! { <p class="tagline" hidden=is_compact>{tagline}</p> })}
            </div>
            <SearchBox />
        </header>
    }
    .into_any()
}

/// Licence and source of the notes.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let site = explorer().site();
    let words = words();
    let license = (!site.license.is_empty()).then(|| (words.license)(&site.license));
    let source = (!site.source.is_empty()).then(|| site.source.clone());
    view! {
        <footer class="colophon">
            <p>{words.colophon}</p>
            {license.map(|license| view! { <p>{license}</p> })}
            {source.map(|source| view! { <p><a href=source>{words.correct_notes}</a></p> })}
        </footer>
    }
    .into_any()
}
