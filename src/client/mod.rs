//! What only the browser does: it reads and writes the address, loads files, and mounts the views.

mod address;
mod draw;
mod effect;
mod fetch;
mod keyed;
mod mount;

pub use mount::{Mounted, StartError, mount, place_on_page, start};
