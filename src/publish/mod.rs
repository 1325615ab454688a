//! The dataset and the client to a site.

mod machines;
mod page;
mod template;

pub use machines::{LEFT_OUT, Machines, SiteUrl, SiteUrlError};
pub use page::{explorer_page, page};
pub use template::TemplateError;
