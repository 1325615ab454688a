//! Assembles a site from a dataset and a built client.
//!
//! [`SiteSource::write`] is the whole recipe, stage by stage. Each stage first lists its outputs, and then makes one after
//! the other, as files: path and bytes. [`SiteSource::preview`] makes files from the same stages, but only those that a
//! browser requests. [`SiteSource::single_page`] makes one file that needs no server.
//!
//! | stage | module | makes |
//! | --- | --- | --- |
//! | client | `client`, `fingerprint`, `documents::template` | the client's files, named after their bytes |
//! | pictures | `stages::media` | the pictures of recaps, named after their bytes |
//! | pages | `stages::site_pages`, `documents::document` | every page, with its head, scripts and policy |
//! | check page | `stages::check_page` | what the page loads that checks a recap |
//! | exports | `exports` | feeds, calendars, tables, references, sitemap, preview pictures |
//! | embeds | `embeds` | views for other people's pages |
//! | host files | `stages::host_files`, `offline` | what hosts and offline readers need |
//! | build record | `build_record` | the hash of every file |

mod build_record;
mod client;
mod context;
mod documents;
mod embeds;
mod error;
mod exports;
mod file_kinds;
mod fingerprint;
mod offline;
mod pictures;
mod precompress;
mod preview;
mod scripts;
mod site;
mod site_source;
mod stages;
mod writer;

pub use error::PublishError;
pub use exports::SiteUrl;
pub use preview::Preview;
pub use site::SiteSummary;
pub use site_source::SiteSource;
pub use stages::single_page::SinglePage;
