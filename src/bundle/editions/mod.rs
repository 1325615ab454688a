//! Editions of conferences: which ones are known or can be derived, and which one a recap is about.

mod attended;
mod counted_series;
mod derived;
mod derived_report;
mod deriver;
mod edition_match;
mod event_dates;
mod event_mentions;
mod event_words;
mod evidence;
mod folder_match;
mod folder_paths;
mod framed_name;
mod hints;
mod known;
mod learned_series;
mod look;
mod mention;
mod mention_kinds;
mod mentions;
mod name_lists;
mod name_starts;
mod part_edition;
mod path_events;
mod path_name;
mod recap_editions;
mod row_editions;
mod said;
mod said_beside;
mod sections;
mod series_finder;
mod states;
mod text_parts;
mod unparsed;
mod year_places;
mod years;

pub(super) use derived_report::derived_entries;
pub(super) use edition_match::match_editions;
pub(super) use evidence::EditionMatch;
pub(super) use known::Editions;
pub(super) use mentions::named_edition;
pub(super) use name_lists::is_place;
#[cfg(test)]
pub(super) use part_edition::PartEdition;
pub(super) use path_events::folder_year;
pub(super) use recap_editions::RecapEditions;
