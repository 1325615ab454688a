//! Every language, with the words that only static pages use.
//!
//! A plain phrase is a text; a phrase with a number or a name is a function. A missing entry does not compile.
//!
//! To add a language, add a folder like `ja`, a line in [`LANGUAGES`] and its plural rule in `plural.rs`.

mod ar;
mod boot;
mod check;
mod de;
mod direction;
mod embeds;
mod en;
mod es;
mod finder;
mod fr;
mod ja;
mod machines;
mod offline;
mod pages;
mod story;
#[cfg(test)]
mod tests;
pub(crate) mod waves;

use super::Strings;
pub(crate) use boot::BootStrings;
pub(crate) use check::CheckStrings;
pub(crate) use direction::is_right_to_left;
pub(crate) use embeds::EmbedStrings;
pub(crate) use finder::{ExplorerStrings, FinderStrings};
pub(crate) use machines::MachineStrings;
pub(crate) use offline::OfflineStrings;
pub(crate) use pages::PageStrings;
pub(crate) use story::StoryStrings;

/// All words of one language.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) explorer: &'static Strings,
    pub(crate) pages: PageStrings,
    pub(crate) embeds: EmbedStrings,
    pub(crate) finder: FinderStrings,
    pub(crate) offers: ExplorerStrings,
    pub(crate) machines: MachineStrings,
    pub(crate) offline: OfflineStrings,
    pub(crate) boot: BootStrings,
    pub(crate) check: CheckStrings,
    pub(crate) story: StoryStrings,
    pub(crate) waves: waves::WaveStrings,
}

/// All languages. The first one is the fallback.
pub(crate) static LANGUAGES: [&Language; 6] =
    [&en::ENGLISH, &ar::ARABIC, &de::GERMAN, &es::SPANISH, &fr::FRENCH, &ja::JAPANESE];

/// The words of a language, BCP 47. `ar-EG` uses `ar`. English if the language is missing.
pub(crate) fn language(tag: &str) -> &'static Language {
    let name = tag.split('-').next().unwrap_or_default();
    let known = LANGUAGES.into_iter().find(|it| it.explorer.language().eq_ignore_ascii_case(name));
    known.unwrap_or(&en::ENGLISH)
}
