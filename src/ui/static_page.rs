//! The first view as HTML, from the same components, for readers whose client is not there yet or
//! never will be.

use super::{
    app::App,
    explorer::Explorer,
    node::{Element, el, many},
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
        let notices = many([no_script_notice(), boot_notice()]);
        notices.to_html() + &App().into_view().to_html()
    })
}

fn no_script_notice() -> Element {
    el("noscript").child(el("p").class("notice").child(BOOT_EN.no_script))
}

/// What the boot script shows when the client does not start. It is here, not there, so that all
/// words are in one place.
fn boot_notice() -> Element {
    let BootStrings { no_script: _, title, reasons, rest, retry } = BOOT_EN;
    let reasons = reasons
        .map(|(name, reason)| el("p").attr("data-reason", name).attr("hidden", "").child(reason));
    el("div")
        .class("notice")
        .attr("id", "boot-notice")
        .attr("role", "alert")
        .attr("hidden", "")
        .child(el("h2").child(title))
        .children(reasons)
        .child(el("p").child(rest))
        .child(el("button").attr("type", "button").child(retry))
}
