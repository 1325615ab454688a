//! English.

mod explorer;

#[cfg(feature = "publish")]
mod boot;
#[cfg(feature = "publish")]
mod embeds;
#[cfg(feature = "publish")]
mod finder;
#[cfg(feature = "publish")]
mod machines;
#[cfg(feature = "publish")]
mod offline;
#[cfg(feature = "publish")]
mod pages;
#[cfg(feature = "publish")]
mod reasons;

#[cfg(feature = "publish")]
use explorer::EN;
#[cfg(any(feature = "app", test))]
pub(crate) use explorer::LINES;

/// English.
#[cfg(feature = "publish")]
pub(super) static ENGLISH: super::Language = super::Language {
    explorer: &EN,
    pages: pages::PAGES,
    embeds: embeds::EMBEDS,
    finder: finder::FINDER,
    offers: finder::OFFERS,
    machines: machines::MACHINES,
    offline: offline::OFFLINE,
    boot: boot::BOOT,
};
