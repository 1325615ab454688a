//! Every word a reader sees, a folder of tables for each language.
//!
//! What the explorer says is data ([`Strings`]): the client carries English, and reads any other
//! language from its page. All else is only printed: a plain phrase is a text; where a number or a
//! name goes in, it is a function. A missing entry does not compile.
//!
//! A further language is a folder like `en`, a line in [`LANGUAGES`] and its numbers in `plural.rs`.

mod dates;
mod en;
mod explorer;
mod phrases;
mod plural;

#[cfg(feature = "publish")]
mod ar;
#[cfg(feature = "publish")]
mod boot;
#[cfg(feature = "publish")]
mod direction;
#[cfg(feature = "publish")]
mod embeds;
#[cfg(feature = "publish")]
mod finder;
#[cfg(feature = "publish")]
mod ja;
#[cfg(feature = "publish")]
mod machines;
#[cfg(feature = "publish")]
mod offline;
#[cfg(feature = "publish")]
mod pages;
#[cfg(all(test, feature = "publish"))]
mod tests;

#[cfg(any(feature = "app", test))]
pub(crate) use en::LINES as ENGLISH_LINES;
pub(crate) use explorer::Strings;
use leptos::prelude::expect_context;
pub(crate) use phrases::ThemeStory;
#[cfg(feature = "publish")]
pub(crate) use {
    boot::BootStrings,
    direction::is_right_to_left,
    embeds::EmbedStrings,
    finder::{ExplorerStrings, FinderStrings},
    machines::MachineStrings,
    offline::OfflineStrings,
    pages::{PageStrings, page_words},
};

/// The element of a page that holds the words of the explorer, when they are not English.
pub(crate) const WORDS: &str = "hallway-words";
/// Its attribute with their lines.
pub(crate) const WORDS_LINES: &str = "data-lines";

/// The words of the view that asks.
pub(crate) fn words() -> &'static Strings {
    expect_context()
}

/// Every word of one language.
#[cfg(feature = "publish")]
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
}

/// Every word of the language of the page that asks.
#[cfg(feature = "publish")]
pub(crate) fn language_words() -> &'static Language {
    expect_context()
}

/// Every language there is. The first stands in for those that are missing.
#[cfg(feature = "publish")]
static LANGUAGES: [&Language; 3] = [&en::ENGLISH, &ar::ARABIC, &ja::JAPANESE];

/// The words of a language, BCP 47: `ar-EG` is said in `ar`. English when there are none.
#[cfg(feature = "publish")]
pub(crate) fn language(tag: &str) -> &'static Language {
    let name = tag.split('-').next().unwrap_or_default();
    let known = LANGUAGES.into_iter().find(|it| it.explorer.language().eq_ignore_ascii_case(name));
    known.unwrap_or(&en::ENGLISH)
}
