//! German.

mod boot;
mod check;
mod embeds;
mod explorer;
mod finder;
mod machines;
mod offline;
mod pages;
mod reasons;
mod story;
mod waves;

use explorer::DE;

/// German.
pub(super) static GERMAN: super::Language = super::Language {
    explorer: &DE,
    pages: pages::PAGES,
    embeds: embeds::EMBEDS,
    finder: finder::FINDER,
    offers: finder::OFFERS,
    machines: machines::MACHINES,
    offline: offline::OFFLINE,
    boot: boot::BOOT,
    check: check::CHECK,
    story: story::STORY,
    waves: waves::WAVES,
};
