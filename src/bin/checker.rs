//! The checker's entry point, which the script of the page `check.html` calls.

// There is no `main`: it would add the code with which the standard library starts and shuts down.
#![cfg_attr(target_arch = "wasm32", no_main)]

use hallway::checker;
use wasm_bindgen::prelude::wasm_bindgen;

/// Exists so that other targets can link, and thus check, this program.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Reads a file: its name, its bytes, and the site's knowledge as JSON. Returns a report as JSON, or nothing if that
/// knowledge cannot be read.
#[wasm_bindgen]
pub fn check(name: &str, file: &[u8], site: &[u8]) -> Option<String> {
    let knowledge = serde_json::from_slice(site).ok()?;
    serde_json::to_string(&checker::check(name, file, &knowledge)).ok()
}
