//! The registries: TOML files in which a curator lists conferences, themes, people and the site's settings.

mod checks;
mod entries;
mod former_ids;
mod joined;
mod read;
mod storable;
mod toml_text;
mod wording;

pub(super) use checks::Checks;
pub(super) use entries::{
    ConferenceEntry, Conferences, EmbedEntry, FILES, LinkEntry, NameEntry, People, SeriesEntry,
    SiteEntry, StatisticsEntry, ThemeEntry, Themes,
};
pub(super) use read::Registries;
