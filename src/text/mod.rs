//! What texts have in common everywhere: ids made from them, how they stand in addresses, sentences, hosts and years.

#[cfg(feature = "bundle")]
pub mod any_script;
mod host;
pub mod percent;
#[cfg(feature = "bundle")]
pub(crate) mod sentences;
mod slug;
mod year;

pub use host::host;
pub use slug::ascii_slug;
pub use year::event_year;
