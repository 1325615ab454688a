//! The views, and the state they show.
//!
//! Components touch no browser while they draw, so that the same ones write the static pages; only
//! `address`, `load` and `mount` and event handlers do.

#![expect(unreachable_pub, reason = "`#[component]` emits a `pub` props struct")]

mod active_filters;
mod address_note;
mod app;
mod card;
mod collection;
mod empty;
mod explore;
mod explorer;
#[cfg(feature = "publish")]
mod extent;
mod facts;
mod filters;
mod heading;
mod icons;
mod link;
mod loader;
mod marked;
mod masthead;
mod names;
mod node;
mod picture;
mod recaps_view;
mod search_box;
mod settings;
mod strings;
mod talks_view;
mod texts;
mod theme_table;
mod themes_view;
mod timeline_view;
mod toolbar;
mod watch;

#[cfg(feature = "app")]
mod address;
#[cfg(feature = "publish")]
mod embeds;
#[cfg(feature = "app")]
mod load;
#[cfg(feature = "app")]
mod mount;
#[cfg(feature = "publish")]
mod pages;
#[cfg(feature = "publish")]
mod press;
#[cfg(feature = "publish")]
mod stand_in;

pub use collection::Collection;
#[cfg(feature = "publish")]
pub use embeds::Embed;
#[cfg(feature = "publish")]
pub use extent::Extent;
#[cfg(feature = "app")]
pub use mount::{Mounted, StartError, mount, page_body, start};
#[cfg(feature = "publish")]
pub use press::{Press, Sheet};
#[cfg(feature = "publish")]
pub use stand_in::Moved;
#[cfg(feature = "publish")]
pub(crate) use {
    embeds::{Shown, embed_path, kept_path, oembed_path},
    link::{CONTENTS, FINDER_FOLDERS, READING_LIST, THEMES, calendar_path, notes_path},
    names::author,
    node::escaped,
    pages::{PLAYER_ORIGINS, Page, all_pages, page_title, video_page},
    strings::{Language, MachineStrings, is_right_to_left, language},
};
