//! The dataset and the client to a site.

mod embed;
mod former;
mod hosts;
mod machines;
mod names;
mod offline;
mod pack;
mod page;
mod pictures;
mod policy;
mod record;
mod seal;
mod single;
mod template;
mod tools;

pub use embed::{Client, Earlier, Embeds, Parts, script_for_later};
pub use former::Former;
pub use hosts::host_files;
pub use machines::{LEFT_OUT, Machines, SiteUrl, SiteUrlError};
pub use offline::{bytes_to_save, offline_files};
pub use pack::pack;
pub use page::{Pages, explorer_page, explorer_style, moved_page, not_found_page};
pub use record::{BUILD_FILE, FormerBuild, build_record};
pub use seal::seal;
pub use single::{SINGLE_MARK, single_page};
pub use template::TemplateError;
pub use tools::Tools;
