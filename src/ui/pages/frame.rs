//! What every page has: the way back, a heading, and sections below it.

use crate::{
    query::Action,
    ui::{explorer::explorer, icons::icon_back, link::href, strings::words},
};
use leptos::prelude::*;

/// A page: what sort of thing it is about, what the thing is called, and the rest. Its heading takes
/// the focus when the page opens.
pub(super) fn page_frame(kicker: String, title: String, content: AnyView) -> AnyView {
    let words = words();
    let query = explorer().query();
    let back = move || query.with(|query| href(&query.clone().apply(Action::Close)));
    let back_label = move || query.with(|query| (words.back)(query.view, query.is_filtered()));
    view! {
        <article class="page" id="page">
            <p class="page-back"><a href=back>{icon_back()}{back_label}</a></p>
            <p class="kicker">{kicker}</p>
            <h1 tabindex="-1">{title}</h1>
            {content}
        </article>
    }
    .into_any()
}

/// A part of a page under a heading; nothing when there is nothing to put there.
pub(super) fn section<V: IntoView + 'static>(title: String, content: Vec<V>) -> impl IntoView {
    (!content.is_empty()).then(|| {
        view! {
            <section class="page-section">
                <h2>{title}</h2>
                <ul class="plain">{content}</ul>
            </section>
        }
    })
}
