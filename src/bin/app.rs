//! The client's entry: what the boot script calls.

use hallway::ui;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // The boot script takes over; nothing here can be relied on any more.
        ui::report_panic();
    }));
}

/// Puts the client on the page. Returns nothing when that worked, else the reason's name.
#[wasm_bindgen]
pub fn start(manifest: &str, catalog: &[u8]) -> Option<String> {
    match ui::start(&ui::page_body()?, manifest, catalog) {
        Ok(mounted) => {
            // It stays until the page goes.
            std::mem::forget(mounted);
            None
        }
        Err(error) => Some(error.reason().to_owned()),
    }
}
