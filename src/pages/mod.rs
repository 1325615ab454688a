//! The static pages: the explorer as HTML, a page for each conference, talk, theme, person, organization
//! and recap, and the embedded views.
//!
//! The build renders them, not the browser. So a reader gets a page of ten kilobytes that works without scripts, and
//! the client does not contain the code for pages (see `ARCHITECTURE.md`).

mod attendance;
mod author;
mod author_pages;
mod authors;
mod blocks;
mod byline;
mod changes;
mod chart;
mod citation;
mod conference;
mod contents_page;
mod embeds;
mod extra_files;
mod fallback_pages;
mod footnotes;
mod frame;
mod home_text;
mod html;
mod icons;
mod library;
mod life;
pub(crate) mod link;
mod note;
mod offline;
mod organization;
mod own_text;
mod page;
mod page_content;
mod page_frame;
mod page_words;
mod person;
mod players;
mod reading_list;
mod recap;
mod rendered_page;
mod renderer;
mod search_form;
mod sentences;
mod slope;
mod talk;
mod talk_card;
mod theme;
mod theme_years;
mod themes;
mod turning_points;
mod unframed;
mod video;
mod voices;
mod waves;
mod year;
mod years;

pub(crate) use authors::{Author, Authors};
pub use citation::Citation;
pub use embeds::Embed;
pub(crate) use embeds::{Shown, embed_path, kept_path, oembed_path};
pub use fallback_pages::Moved;
pub(crate) use html::escaped;
pub(crate) use page::{Page, all_pages, page_title};
pub use rendered_page::RenderedPage;
pub use renderer::Renderer;
pub(crate) use video::{PLAYER_ORIGINS, page_address as video_page};
