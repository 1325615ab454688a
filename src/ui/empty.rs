//! What to show when nothing matches: how it came to that, and the ways out.

use super::{explorer::explorer, link::href, names::choice_name, strings::words};
use crate::query::{Action, Query, search};
use leptos::prelude::*;

/// Nothing matches.
#[component]
pub(crate) fn NothingFound() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    view! {
        <div class="nothing-found">
            <h2>{words.nothing_found}</h2>
            <p>{words.nothing_found_hint}</p>
            <ul>
                {move || explorer.query().with(ways_out)}
                <li><a href="?">{words.show_everything}</a></li>
            </ul>
        </div>
    }
    .into_any()
}

/// One link per part of the query that, left out alone, would leave something.
fn ways_out(query: &Query) -> impl IntoView + use<> {
    let explorer = explorer();
    let index = explorer.index();
    let words = words();
    let without_text = query.has_text().then(|| {
        ((words.without_text)(&query.text), query.clone().apply(Action::Search(String::new())))
    });
    let without_choice = query.choices().into_iter().map(|choice| {
        let name = choice_name(&index, words, &choice);
        ((words.without_choice)(&name), query.clone().apply(Action::Remove(choice)))
    });
    without_text
        .into_iter()
        .chain(without_choice)
        .filter_map(|(label, query)| {
            let found = explorer.with_words(|words| search(&index, words, &query).hits.len());
            (found > 0).then(|| {
                view! { <li><a href=href(&query)>{label}</a>" "<span class="count">{found}</span></li> }
            })
        })
        .collect_view()
}
