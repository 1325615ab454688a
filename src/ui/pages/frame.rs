//! What every page has: the way back, a heading, and sections below it.

use crate::{
    query::Action,
    ui::{explorer::explorer, icons::icon_back, link::href, strings::words},
};
use leptos::prelude::*;

/// The parts of a page.
pub(super) struct PageParts {
    /// What sort of thing it is about.
    pub(super) kicker: String,
    /// What the thing is called.
    pub(super) title: String,
    /// What belongs right below the heading.
    pub(super) lead: AnyView,
    /// Small facts and links; beside the rest where there is room.
    pub(super) facts: AnyView,
    /// The rest.
    pub(super) body: AnyView,
}

/// A page. Its heading takes the focus when the page opens.
pub(super) fn page_frame(parts: PageParts) -> AnyView {
    let PageParts { kicker, title, lead, facts, body } = parts;
    let words = words();
    let query = explorer().query();
    let back = move || query.with(|query| href(&query.clone().apply(Action::Close)));
    let back_label = move || query.with(|query| (words.back)(query.view, query.is_filtered()));
    view! {
        <article class="page" id="page">
            <p class="page-back"><a href=back>{icon_back()}<span>{back_label}</span></a></p>
            <div class="page-head">
                <p class="kicker">{kicker}</p>
                <h1 tabindex="-1">{title}</h1>
                {lead}
            </div>
            <div class="page-facts">{facts}</div>
            <div class="page-body">{body}</div>
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
