//! Spanish.

mod boot;
mod check;
mod embeds;
mod explorer;
mod exports;
mod finder;
mod offline;
mod pages;
mod reasons;
mod story;
mod waves;

use crate::i18n::site::strings::Language;
use explorer::ES;

/// Spanish.
pub(super) static SPANISH: Language = Language {
    explorer: &ES,
    pages: pages::PAGES,
    embeds: embeds::EMBEDS,
    finder: finder::FINDER,
    offers: finder::OFFERS,
    exports: exports::EXPORTS,
    offline: offline::OFFLINE,
    boot: boot::BOOT,
    check: check::CHECK,
    story: story::STORY,
    waves: waves::WAVES,
};
