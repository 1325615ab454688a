//! The explorer: the picture of time, the filters, and the matches in the view of the reader's choice.

use super::{
    active_filters::ActiveFilters, empty::NothingFound, explorer::explorer, filters::Filters,
    picture::Picture, recaps_view::RecapsView, strings::words, talks_view::TalksView,
    themes_view::ThemesView, timeline_view::TimelineView, toolbar::Toolbar,
};
use crate::query::View;
use leptos::prelude::*;

/// Everything that is not a page of one thing.
#[component]
pub(crate) fn Explore() -> impl IntoView {
    let explorer = explorer();
    let view = explorer.view();
    let matches = explorer.matches();
    let is_nothing =
        Memo::new(move |_| matches.with(|found| found.is_filtered && found.hits.is_empty()));
    view! {
        <Picture />
        <div class="explore">
            <Filters />
            <section class="results" id="results" tabindex="-1" aria-label=words().results>
                <Toolbar />
                <ActiveFilters />
                {move || {
                    if is_nothing.get() {
                        return view! { <NothingFound /> }.into_any();
                    }
                    match view.get() {
                        View::Timeline => view! { <TimelineView /> }.into_any(),
                        View::Themes => view! { <ThemesView /> }.into_any(),
                        View::Talks => view! { <TalksView /> }.into_any(),
                        View::Recaps => view! { <RecapsView /> }.into_any(),
                    }
                }}
            </section>
        </div>
    }
    .into_any()
}
