//! What texts have in common everywhere: ids made from them, and how they stand in addresses.

#[cfg(feature = "bundle")]
mod any_script;
pub mod percent;
mod slug;

#[cfg(feature = "bundle")]
pub use any_script::{is_device, slug, storable};
pub use slug::ascii_slug;
