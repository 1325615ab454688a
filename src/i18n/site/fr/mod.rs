//! French.

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

use explorer::FR;

/// French.
pub(super) static FRENCH: super::Language = super::Language {
    explorer: &FR,
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
