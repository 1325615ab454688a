//! What texts have in common everywhere: ids made from them, how they stand in addresses, hosts and years.

#[cfg(feature = "bundle")]
mod any_script;
mod host;
pub mod percent;
mod slug;
mod year;

#[cfg(feature = "bundle")]
pub use any_script::{is_device, slug, storable};
pub use host::host;
pub use slug::ascii_slug;
pub use year::event_year;
