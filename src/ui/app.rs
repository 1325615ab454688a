//! The whole page: masthead, the explorer or the page open over it, footer.

use super::{
    address_note::AddressNote,
    explore::Explore,
    explorer::explorer,
    link::follow,
    masthead::{Footer, Masthead},
    pages::OpenPage,
    strings::words,
};
use leptos::prelude::*;

/// The whole page. Needs an `Explorer`, `&'static Strings` and `Settings` as contexts.
#[component]
pub(crate) fn App() -> impl IntoView {
    let explorer = explorer();
    let page = explorer.page();
    let is_open = Memo::new(move |_| page.with(Option::is_some));
    // The explorer is hidden, not dropped, while a page is open over it: the way back finds
    // everything as it was left. A shared link to a page does not pay for it before it is wanted.
    let is_wanted = Memo::new(move |wanted| wanted == Some(&true) || !is_open.get());
    view! {
        <div class="hallway" on:click=move |event| follow(explorer, &event)>
            <a class="skip-link" href=move || if is_open.get() { "#page" } else { "#results" }>
                {words().skip_link}
            </a>
            <Masthead is_compact=is_open />
            <main>
                <AddressNote />
                <div class="explorer" hidden=is_open>
                    {move || is_wanted.get().then(|| view! { <Explore /> })}
                </div>
                {move || page.get().map(|page| view! { <OpenPage page /> })}
            </main>
            <Footer />
        </div>
    }
    .into_any()
}
