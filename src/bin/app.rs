//! The client's entry: what the boot script calls.

use hallway::ui;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing to set up: a panic is a trap, and the boot script sees those.
fn main() {}

/// Puts the client on the page. Returns nothing when that worked, else the reason's name.
#[wasm_bindgen]
pub fn start(outline: &[u8]) -> Option<String> {
    match ui::start(&ui::page_body()?, outline) {
        Ok(mounted) => {
            // It stays until the page goes.
            std::mem::forget(mounted);
            None
        }
        Err(error) => Some(error.reason().to_owned()),
    }
}
