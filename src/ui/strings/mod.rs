//! Every word a reader sees, one constant per language.
//!
//! A plain phrase is a text; where a number or a name goes in, it is a function, so that each
//! language does its own plurals. A missing translation does not compile.

#[cfg(feature = "publish")]
mod boot;
#[cfg(feature = "publish")]
mod embeds;
mod en;
mod en_dates;
#[cfg(feature = "publish")]
mod finder;
#[cfg(feature = "publish")]
mod machines;
#[cfg(feature = "publish")]
mod machines_en;
#[cfg(feature = "publish")]
mod offline;
#[cfg(feature = "publish")]
mod pages;
#[cfg(feature = "publish")]
mod pages_en;
#[cfg(feature = "publish")]
mod pages_en_reasons;

use crate::{
    model::PartialDate,
    query::{AddressWarning, Facet, Kind, Matches, Sort, View},
    timeline::ThemeOrder,
};
#[cfg(feature = "publish")]
pub(crate) use boot::{BOOT_EN, BootStrings};
#[cfg(feature = "publish")]
pub(crate) use embeds::EMBEDS_EN;
pub(crate) use en::EN;
#[cfg(feature = "publish")]
pub(crate) use finder::FINDER_EN;
use leptos::prelude::expect_context;
#[cfg(feature = "publish")]
pub(crate) use machines::MachineStrings;
#[cfg(feature = "publish")]
pub(crate) use machines_en::MACHINES_EN;
#[cfg(feature = "publish")]
pub(crate) use offline::{OFFLINE_EN, OfflineStrings};
#[cfg(feature = "publish")]
pub(crate) use pages::{PageStrings, page_words};
#[cfg(feature = "publish")]
pub(crate) use pages_en::PAGES_EN;

/// The words of the view that asks.
pub(crate) fn words() -> &'static Strings {
    expect_context()
}

/// How a theme fared over the editions, by their names.
pub(crate) struct ThemeStory {
    /// The first that names it.
    pub(crate) first: String,
    /// The last that names it.
    pub(crate) last: String,
    /// Those that name it again after others did not.
    pub(crate) returns: Vec<String>,
    /// Later ones do not name it.
    pub(crate) is_gone: bool,
    /// Only the latest names it.
    pub(crate) is_new: bool,
}

/// Every word of one language.
pub(crate) struct Strings {
    // The frame.
    pub(crate) skip_link: &'static str,
    pub(crate) search_label: &'static str,
    pub(crate) search_placeholder: &'static str,
    pub(crate) colophon: &'static str,
    pub(crate) own_pages: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) correct_notes: &'static str,
    pub(crate) license: fn(&str) -> String,

    // The picture of time.
    pub(crate) picture: &'static str,
    pub(crate) picture_hint: &'static str,
    pub(crate) picture_table: &'static str,
    /// Edition, recaps, talks.
    pub(crate) mark: fn(&str, usize, usize) -> String,
    pub(crate) year_range: &'static str,
    pub(crate) year_from: &'static str,
    pub(crate) year_to: &'static str,
    pub(crate) dates_head: &'static str,

    // The filters.
    pub(crate) filters: &'static str,
    /// How many are on.
    pub(crate) filters_toggle: fn(usize) -> String,
    pub(crate) facet: fn(Facet) -> &'static str,
    pub(crate) kind: fn(Kind) -> &'static str,
    pub(crate) has_video: &'static str,
    pub(crate) entries: fn(usize) -> &'static str,
    /// The facet.
    pub(crate) narrow_facet: fn(&str) -> String,
    pub(crate) narrow_placeholder: &'static str,
    pub(crate) show_all: fn(usize) -> String,
    pub(crate) show_fewer: &'static str,
    pub(crate) active_filters: &'static str,
    /// The facet and its value.
    pub(crate) remove_filter: fn(&str, &str) -> String,
    pub(crate) quoted: fn(&str) -> String,
    pub(crate) clear_all: &'static str,

    // Above the matches.
    pub(crate) results: &'static str,
    pub(crate) views: &'static str,
    pub(crate) share: &'static str,
    pub(crate) view: fn(View) -> &'static str,
    pub(crate) sort_label: &'static str,
    pub(crate) sort: fn(Sort) -> &'static str,
    pub(crate) status: fn(&Matches) -> String,
    pub(crate) searching: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) search_failed: &'static str,
    pub(crate) load_failed: &'static str,
    pub(crate) retry: &'static str,
    /// What was typed, and what it was read as.
    pub(crate) correction: fn(&str, &str) -> String,
    pub(crate) address_note: &'static str,
    pub(crate) warning: fn(&AddressWarning) -> String,
    pub(crate) dismiss: &'static str,

    // Nothing matches.
    pub(crate) nothing_found: &'static str,
    pub(crate) nothing_found_hint: &'static str,
    pub(crate) field_hint: &'static str,
    pub(crate) without_text: fn(&str) -> String,
    pub(crate) without_choice: fn(&str) -> String,
    pub(crate) show_everything: &'static str,

    // The timeline.
    pub(crate) date: fn(PartialDate) -> String,
    /// First and last day; no last day when only the first is known.
    pub(crate) date_range: fn(PartialDate, Option<PartialDate>) -> String,
    pub(crate) years: fn(u16, u16) -> String,
    pub(crate) unknown_year: &'static str,
    pub(crate) unknown_edition: &'static str,
    pub(crate) quiet_editions: fn(usize) -> String,
    /// The statement, and who made it.
    pub(crate) attendance: fn(&str, Option<&str>) -> String,
    /// Recaps and talks.
    pub(crate) holdings: fn(usize, usize) -> String,
    pub(crate) also_held: &'static str,
    pub(crate) show_earlier: &'static str,
    pub(crate) more_talks: fn(usize) -> String,
    pub(crate) also_in: &'static str,
    pub(crate) by: fn(&str) -> String,
    /// How many notes, by whom, and in which unsigned recaps.
    pub(crate) credit: fn(usize, &[String], &[String]) -> String,
    pub(crate) video: &'static str,

    // The other views.
    pub(crate) talk: &'static str,
    pub(crate) talks: &'static str,
    pub(crate) no_talks: &'static str,
    pub(crate) kind_head: &'static str,
    pub(crate) notes_head: &'static str,
    pub(crate) show_more: fn(usize) -> String,
    pub(crate) recaps: &'static str,
    /// Notes and talks.
    pub(crate) recap_holdings: fn(usize, usize) -> String,
    pub(crate) theme: &'static str,
    pub(crate) themes: &'static str,
    pub(crate) theme_order: fn(ThemeOrder) -> &'static str,
    pub(crate) matrix: &'static str,
    pub(crate) matrix_note: &'static str,
    pub(crate) story: &'static str,
    pub(crate) theme_story: fn(&ThemeStory) -> String,
    /// Theme, edition, articles, passages.
    pub(crate) matrix_cell: fn(&str, &str, usize, usize) -> String,

    // Counts and kinds.
    pub(crate) edition: &'static str,
    pub(crate) n_articles: fn(usize) -> String,
    pub(crate) n_copies: fn(usize) -> String,
}
