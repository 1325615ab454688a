//! The checker's entry: what the script of the page `check.html` calls.

// The browser runs no `main`, which would bring what the standard library sets up and clears away around it.
#![cfg_attr(target_arch = "wasm32", no_main)]

use hallway::checker;
use wasm_bindgen::prelude::wasm_bindgen;

/// So that it can be linked, and thus checked, on other targets.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Reads a file: its name, its bytes, and what the site knows as JSON. Returns a report as JSON; nothing when what the
/// site knows cannot be read.
#[wasm_bindgen]
pub fn check(name: &str, file: &[u8], site: &[u8]) -> Option<String> {
    let knowledge = serde_json::from_slice(site).ok()?;
    serde_json::to_string(&checker::check(name, file, &knowledge)).ok()
}
