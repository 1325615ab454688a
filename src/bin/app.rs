//! The client's entry: what the boot script calls.

// The browser runs no `main`, which would bring what the standard library sets up and clears away around it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use hallway::client;
use wasm_bindgen::prelude::wasm_bindgen;

/// So that it can be linked, and thus checked, on other targets.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Puts the client on the page. Returns nothing when that worked, else the reason's name.
#[wasm_bindgen]
pub fn start(catalog_index: &[u8]) -> Option<String> {
    match client::start(&client::place_on_page()?, catalog_index) {
        Ok(mounted) => {
            // It stays until the page goes.
            std::mem::forget(mounted);
            None
        }
        Err(error) => Some(error.reason().to_owned()),
    }
}
