//! The first view as HTML, from the same components, for readers whose client is not there yet or
//! never will be.

use super::{
    app::App,
    explorer::Explorer,
    settings::Settings,
    strings::{BOOT_EN, BootStrings, EN, Strings},
    texts::Texts,
};
use crate::model::{Catalog, Site};
use leptos::prelude::*;

/// The body of the page that shows `catalog` at the empty query.
pub fn static_page(site: Site, catalog: Catalog) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Explorer::new(site, catalog, Texts::new()));
        provide_context::<&'static Strings>(&EN);
        provide_context(Settings { is_static: true });
        let page = view! {
            <noscript><p class="notice">{BOOT_EN.no_script}</p></noscript>
            <BootNotice />
            <App />
        };
        // Empty comments part texts for a client that takes over in place; ours draws anew.
        page.to_html().replace("<!>", "")
    })
}

/// What the boot script shows when the client does not start. It is here, not there, so that all
/// words are in one place.
#[component]
fn BootNotice() -> impl IntoView {
    let BootStrings { no_script: _, title, reasons, rest, retry } = BOOT_EN;
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|(name, reason)| view! { <p data-reason=name hidden>{reason}</p> })
        .collect();
    view! {
        <div id="boot-notice" class="notice" role="alert" hidden>
            <h2>{title}</h2>
            {reasons}
            <p>{rest}</p>
            <button type="button">{retry}</button>
        </div>
    }
    .into_any()
}
