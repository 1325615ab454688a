//! English.

mod boot;
mod check;
mod embeds;
mod finder;
mod machines;
mod offline;
mod pages;
mod reasons;
mod story;
mod waves;

use crate::i18n::english::EN;

/// English.
pub(super) static ENGLISH: super::Language = super::Language {
    explorer: &EN,
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
