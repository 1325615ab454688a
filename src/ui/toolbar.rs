//! Above the matches: which view, how many, and in which order.

use super::{explorer::explorer, link::href, strings::words};
use crate::query::{Action, Sort, View};
use leptos::prelude::*;

/// Views, order, and what was found.
#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    view! {
        {view_links()}
        <div class="toolbar">
            {status()}
            {order_choice()}
        </div>
    }
    .into_any()
}

fn view_links() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let query = explorer.query();
    let links = View::ALL.map(|view| {
        let to = move || query.with(|query| href(&query.clone().apply(Action::Show(view))));
        let current = move || query.with(|query| (query.view == view).then_some("page"));
        view! { <li><a href=to aria-current=current>{(words.view)(view)}</a></li> }
    });
    view! { <nav class="views needs-client" aria-label=words.views><ul>{links.collect_view()}</ul></nav> }
}

fn order_choice() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let query = explorer.query();
    let has_text = Memo::new(move |_| query.with(|query| query.has_text()));
    let has_order = Memo::new(move |_| {
        query.with(|query| matches!(query.view, View::Timeline | View::Talks | View::Recaps))
    });
    let options = move || {
        let offered =
            Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance || has_text.get());
        offered
            .map(|sort| {
                let is_on = move || query.with(|query| query.order() == sort);
                view! { <option value=sort.slug() selected=is_on>{(words.sort)(sort)}</option> }
            })
            .collect_view()
    };
    let choose = move |event| {
        let slug = event_target_value(&event);
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.slug() == slug) {
            explorer.dispatch(Action::Sort(sort));
        }
    };
    view! {
        <label class="order needs-client" hidden=move || !has_order.get()>
            {words.sort_label}
            <select on:change=choose prop:value=move || query.with(|query| query.order().slug())>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn status() -> impl IntoView {
    let matches = explorer().matches();
    let words = words();
    let found = move || matches.with(|found| (words.status)(found));
    let corrections = move || {
        matches.with(|found| {
            let read = found.corrections.iter();
            read.map(|word| (words.correction)(&word.typed, &word.read_as))
                .collect::<Vec<_>>()
                .join(" ")
        })
    };
    view! {
        <p class="status" role="status">{found}" "{corrections}</p>
    }
}
