//! The dataset and the client to a site.

mod page;
mod template;

pub use page::{explorer_page, page};
pub use template::TemplateError;
