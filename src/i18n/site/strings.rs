//! All words of one language.

use super::{
    boot::BootStrings,
    check::CheckStrings,
    embeds::EmbedStrings,
    exports::ExportStrings,
    finder::{ExplorerStrings, FinderStrings},
    offline::OfflineStrings,
    pages::PageStrings,
    story::StoryStrings,
    waves::WaveStrings,
};
use crate::i18n::Strings;

/// All words of one language.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) explorer: &'static Strings,
    pub(crate) pages: PageStrings,
    pub(crate) embeds: EmbedStrings,
    pub(crate) finder: FinderStrings,
    pub(crate) offers: ExplorerStrings,
    pub(crate) exports: ExportStrings,
    pub(crate) offline: OfflineStrings,
    pub(crate) boot: BootStrings,
    pub(crate) check: CheckStrings,
    pub(crate) story: StoryStrings,
    pub(crate) waves: WaveStrings,
}
