//! Assembles a site from a dataset and a built client.
//!
//! [`site()`] is the whole recipe, stage by stage. Each stage first lists its outputs, and then makes one after the
//! other, as files: path and bytes. [`preview()`] makes files from the same stages, but only those that a browser
//! requests.
//!
//! | stage | module | makes |
//! | --- | --- | --- |
//! | client | `client`, `fingerprint`, `template` | the client's files, named after their bytes |
//! | pictures | `media` | the pictures of recaps, named after their bytes |
//! | pages | `site_pages`, `documents` | every page, with its head, scripts and policy |
//! | check page | `check_page` | what the page loads that checks a recap |
//! | exports | `exports` | feeds, calendars, tables, references, sitemap, preview pictures |
//! | embeds | `embeds` | views for other people's pages |
//! | host files | `host_files`, `offline` | what hosts and offline readers need |
//! | build record | `build_record` | the hash of every file |

mod build_record;
mod check_page;
mod client;
mod context;
mod documents;
mod embeds;
mod error;
mod export_files;
mod exports;
mod file_kinds;
mod finder_names;
mod fingerprint;
mod host_files;
mod look;
mod media;
mod offline;
mod page_scripts;
mod pictures;
mod policy;
mod precompress;
mod preview;
mod redirects;
mod script;
mod single_page;
mod single_pictures;
mod site;
mod site_pages;
mod stage;
mod statistics;
mod template;
mod writer;

pub use build_record::EarlierBuild;
pub use client::has_checker;
pub use error::PublishError;
pub use exports::{SiteUrl, SiteUrlError};
pub use file_kinds::FileKind;
pub use preview::{Preview, preview};
pub use single_page::{SinglePage, is_single_page, single_page};
pub use site::{SiteOptions, SiteSummary, site};
pub use writer::Progress;
