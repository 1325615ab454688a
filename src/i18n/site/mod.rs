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
mod exports;
mod finder;
mod fr;
mod ja;
mod offline;
mod pages;
mod story;
mod strings;
#[cfg(test)]
mod tests;
pub(crate) mod waves;

pub(crate) use boot::BootStrings;
pub(crate) use check::CheckStrings;
pub(crate) use direction::is_right_to_left;
pub(crate) use embeds::EmbedStrings;
pub(crate) use exports::ExportStrings;
pub(crate) use finder::{ExplorerStrings, FinderStrings};
pub(crate) use offline::OfflineStrings;
pub(crate) use pages::PageStrings;
pub(crate) use story::StoryStrings;
pub(crate) use strings::Language;

/// All languages. The first one is the fallback.
pub(crate) static LANGUAGES: [&Language; 6] =
    [&en::ENGLISH, &ar::ARABIC, &de::GERMAN, &es::SPANISH, &fr::FRENCH, &ja::JAPANESE];

/// The words of a language, BCP 47. `ar-EG` uses `ar`. English if the language is missing.
pub(crate) fn language(tag: &str) -> &'static Language {
    let name = tag.split('-').next().unwrap_or_default();
    let known = LANGUAGES.into_iter().find(|it| it.explorer.language().eq_ignore_ascii_case(name));
    known.unwrap_or(&en::ENGLISH)
}
