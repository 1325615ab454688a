//! The static pages: the explorer as HTML, a page for each conference, talk, theme, person, organization
//! and recap, and the embedded views.
//!
//! The build renders them, not the browser. So a reader gets a page of ten kilobytes that works without scripts, and
//! the client does not contain the code for pages (see `ARCHITECTURE.md`).

mod author;
mod chart;
mod check_page;
mod conference;
mod contents_page;
mod embeds;
mod extra_files;
mod fallback_pages;
mod home_text;
mod html;
mod library;
pub(crate) mod link;
mod moved_pages;
mod note;
mod offline;
mod organization;
mod other_names;
mod own_text;
mod page;
mod page_content;
mod page_frame;
mod page_words;
mod parts;
mod past;
mod person;
mod reading_list;
mod recap;
mod rendered_page;
mod renderer;
mod talk;
mod themes;
mod waves;
mod year;

pub(crate) use author::authors::{Author, Authors};
pub use embeds::Embed;
pub(crate) use embeds::{EmbedSubject, embed_path, kept_path, oembed_path};
pub use fallback_pages::Moved;
pub(crate) use html::escaped;
pub(crate) use other_names::other_names;
pub(crate) use page::{Page, all_pages, page_title};
pub use parts::citation::Citation;
pub(crate) use parts::video::{PLAYER_ORIGINS, page_address as video_page};
pub use past::Past;
pub use rendered_page::RenderedPage;
pub use renderer::Renderer;
