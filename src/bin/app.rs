//! The client's entry point, which the boot script calls.

// There is no `main`: it would add the code with which the standard library starts and shuts down.
#![cfg_attr(target_arch = "wasm32", no_main)]

use hallway::client;
use wasm_bindgen::prelude::wasm_bindgen;

/// Exists so that other targets can link, and thus check, this program.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Puts the client on the page. Returns nothing if that worked, otherwise the name of the reason.
#[wasm_bindgen]
pub fn start(catalog_index: &[u8]) -> Option<String> {
    match client::start(&client::place_on_page()?, catalog_index) {
        Ok(mounted) => {
            // The client stays until the page closes.
            std::mem::forget(mounted);
            None
        }
        Err(error) => Some(error.reason().to_owned()),
    }
}
